//! The problems that a body can have. They hold the facts; [`Reporter`](super::Reporter) adds the messages.

use std::borrow::Cow;

use crate::api::v1;
use crate::diagnostics::{DetectionReason, Safety};
use crate::json::{Member, Range, Value, pointer_step};
use crate::messages::MessageId;
use crate::model::{
    Characters, Document, Field, FieldMapping, FieldRef, FormatViolation, KnownForeignField, Length, Object,
    Provenance, Relation, Row, Rule, Source, StringFormat, TextRule, Version,
};
use crate::text::Suggestions;

/// A problem and its position.
pub(crate) struct Violation<'a, 't> {
    pub(crate) problem: Problem<'a, 't>,
    /// The field that has the problem.
    pub(crate) path: Path<'a, 't>,
    pub(crate) range: Range,
    /// The item of a list that it is in: the name of the list, nothing where the body itself is one, and the number of the item.
    pub(crate) item: Option<(Option<&'static str>, usize)>,
}

impl Violation<'_, '_> {
    /// The path as a JSON Pointer.
    pub(crate) fn pointer(&self) -> String {
        if let Problem::UnknownApi { bodies, .. } = &self.problem {
            return bodies.first().map(|body| body.pointer.clone()).unwrap_or_default();
        }
        let path = self.path.pointer();
        match self.item {
            None => path,
            Some((Some(list), index)) => format!("/{list}/{index}{path}"),
            Some((None, index)) => format!("/{index}{path}"),
        }
    }
}

/// The field that has a problem. The optional name is that of the object that contains the field.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a, 't> {
    /// The whole body.
    Body,
    /// A field of the document.
    Field(Option<&'static str>, &'static str),
    /// An item of an array field of the document.
    Item(Option<&'static str>, &'static str, usize),
    /// Any member, given by its key.
    Member(Option<&'static str>, Value<'a, 't>),
    /// The value at a JSON Pointer.
    At(&'t str),
}

impl Path<'_, '_> {
    /// The path of a field.
    pub(crate) fn of(field: FieldRef) -> Self {
        Self::Field(field.object(), field.name())
    }

    /// The name of the field.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match *self {
            Self::Body => "".into(),
            Self::Field(_, name) | Self::Item(_, name, _) => name.into(),
            Self::Member(_, key) => key.text(),
            Self::At(pointer) => pointer.rsplit('/').next().unwrap_or_default().into(),
        }
    }

    /// The path as a JSON Pointer.
    pub(crate) fn pointer(&self) -> String {
        let object = match *self {
            Self::Body => return String::new(),
            Self::At(pointer) => return pointer.to_owned(),
            Self::Field(object, _) | Self::Item(object, ..) | Self::Member(object, _) => object,
        };
        let name = self.name();
        let mut pointer = String::with_capacity(object.map_or(0, |object| object.len() + 1) + name.len() + 1);
        if let Some(object) = object {
            pointer.push('/');
            pointer.push_str(object);
        }
        pointer.push('/');
        pointer.push_str(&pointer_step(&name));
        if let Self::Item(_, _, index) = self {
            pointer.push('/');
            pointer.push_str(&index.to_string());
        }
        pointer
    }
}

/// A kind of problem, with what its message needs.
pub(crate) enum Problem<'a, 't> {
    /// A key occurs again.
    Duplicate {
        first: Range,
        /// The one before it.
        earlier: Member<'a, 't>,
    },
    /// A value is a placeholder that a template engine should have replaced, or contains one.
    Placeholder { row: Row, placeholder: String },
    /// The body is not an object.
    NotAnObject { value: Value<'a, 't> },
    /// A value has the wrong type for its field, or an item has.
    WrongType {
        row: Row,
        value: Value<'a, 't>,
        is_item: bool,
        /// For a `null` in an optional field, how to remove it.
        removal: Option<Removal<'a, 't>>,
    },
    /// A required field is absent.
    Missing(Missing<'a, 't>),
    /// A member has an unknown name.
    Unknown {
        key: Value<'a, 't>,
        object: &'static Object,
        suggestion: Suggestion,
    },
    /// A member is a field of another object or of the other version.
    Misplaced {
        target: DocumentField,
        /// How it can be moved to where it belongs.
        place: Option<Move<'a, 't>>,
    },
    /// Only another provider has a field or supports a value: the first of them, and the ranges of the others.
    OfOtherProvider {
        foreign: OfOtherProvider,
        others: Vec<Range>,
        /// What can be done instead of one of these fields.
        advice: Option<MessageId>,
    },
    /// An array has no item, but must have one.
    Empty { row: Row },
    /// A number is smaller or larger than is documented.
    Number {
        row: Row,
        min: u32,
        max: u32,
        source: Source,
        value: Value<'a, 't>,
    },
    /// A member is not a field of the document, but known from elsewhere.
    ForeignField {
        foreign_field: &'static KnownForeignField,
        parent: Value<'a, 't>,
        member: Member<'a, 't>,
    },
    /// A value is not in the list of allowed values.
    UnknownValue {
        row: Row,
        rule: &'static TextRule,
        value: Value<'a, 't>,
    },
    /// A string is too short or too long.
    Length {
        row: Row,
        length: &'static Length,
        got: usize,
    },
    /// A string contains characters that are not allowed: the first of them, and the ranges of the others.
    Character {
        row: Row,
        characters: &'static Characters,
        character: char,
        is_first: bool,
        others: Vec<Range>,
        value: Value<'a, 't>,
    },
    /// A string does not have the expected format.
    Format {
        row: Row,
        format: &'static StringFormat,
        violation: FormatViolation,
        value: Value<'a, 't>,
    },
    /// Fields contradict each other.
    Relation {
        relation: &'static Relation,
        /// The value of the field that the finding is on, if it is present.
        value: Option<Value<'a, 't>>,
        related: Vec<Range>,
        /// Where it speaks of the whole body, the other fields of its top level that are left out.
        missing: Vec<&'static str>,
    },
    /// The API is retiring this version.
    Deprecated { source: Source },
    /// There are more problems than are listed; `rule` is that of the first unlisted one.
    Unlisted { rule: Rule, count: usize },
    /// The document cannot be told.
    UnknownApi {
        root: Value<'a, 't>,
        reason: DetectionReason,
        /// The bodies that it holds.
        bodies: Vec<InnerBody>,
    },
}

impl Problem<'_, '_> {
    /// The rule that reports the problem.
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::Duplicate { .. } => Rule::DuplicateField,
            Self::Placeholder { .. } => Rule::UnreplacedPlaceholder,
            Self::NotAnObject { .. } | Self::WrongType { .. } => Rule::WrongType,
            Self::Missing(_) => Rule::MissingField,
            Self::Unknown { .. } => Rule::UnknownField,
            Self::Misplaced { .. } => Rule::MisplacedField,
            Self::OfOtherProvider { .. } => Rule::OtherProviderField,
            Self::ForeignField { foreign_field, .. } => match foreign_field.provenance {
                Provenance::Retired => Rule::RetiredField,
                Provenance::OtherProvider => Rule::OtherProviderField,
                Provenance::Response => Rule::ResponseOnlyField,
            },
            Self::Number { .. } => Rule::NumberOutOfRange,
            Self::UnknownValue { .. } => Rule::UnknownValue,
            Self::Empty { .. } | Self::Length { .. } => Rule::LengthOutOfRange,
            Self::Character { .. } => Rule::InvalidCharacter,
            Self::Format { format, .. } => format.rule,
            Self::Relation { relation, .. } => relation.rule,
            Self::Deprecated { .. } => Rule::DeprecatedApi,
            Self::Unlisted { rule, .. } => *rule,
            Self::UnknownApi { .. } => Rule::UnknownApi,
        }
    }
}

/// A field that only another provider has, or a value that only another provider supports.
#[derive(Clone, Copy)]
pub(crate) enum OfOtherProvider {
    Field(&'static KnownForeignField),
    Value { row: Row, foreign: &'static str },
}

/// The removal of an optional field that is `null`.
#[derive(Clone, Copy)]
pub(crate) struct Removal<'a, 't> {
    /// The number of the field in its document.
    pub(crate) number: usize,
    pub(crate) parent: Value<'a, 't>,
    pub(crate) member: Member<'a, 't>,
    /// Whether the document stays the same.
    pub(crate) is_certain: bool,
    /// Whether another field requires this one, so that it must not be removed.
    pub(crate) is_required: bool,
}

/// The way of a member to the field that it should be.
#[derive(Clone, Copy)]
pub(crate) struct Move<'a, 't> {
    /// The object that it is in, and the name of that object; `None` at the top level.
    pub(crate) parent: Value<'a, 't>,
    pub(crate) within: Option<&'static str>,
    pub(crate) member: Member<'a, 't>,
    pub(crate) to: FieldRef,
}

/// A required field that is absent.
#[derive(Clone, Copy)]
pub(crate) struct Missing<'a, 't> {
    pub(crate) row: Row,
    /// The object that lacks it, and the name of that object; `None` at the top level.
    pub(crate) parent: Value<'a, 't>,
    pub(crate) within: Option<&'static str>,
    /// Its only possible value.
    pub(crate) only: Option<&'static str>,
    /// Another name that is missing and belongs to this one.
    pub(crate) also: Option<&'static Field>,
    /// Whether the name is used; `None` if that is unknown, or if no field beside it switches its use on.
    pub(crate) is_used: Option<bool>,
    /// How safe it is to add the field.
    pub(crate) safety: Safety,
}

/// A body inside of another document.
pub(crate) struct InnerBody {
    /// The JSON Pointer of the value that is the body, or of the string that holds it.
    pub(crate) pointer: String,
    /// Where it starts: its opening brace or quotation mark.
    pub(crate) range: Range,
    pub(crate) document: &'static Document,
}

/// What the author of an unknown member may have meant.
#[derive(Clone, Copy)]
pub(crate) enum Suggestion {
    /// No known name is similar.
    None,
    /// An absent field of the same object. `unique` if no other member was meant to be that field.
    Rename {
        field: &'static Field,
        index: usize,
        base: usize,
        unique: bool,
        /// How safe the rename is.
        safety: Safety,
        terraform: bool,
    },
    /// One of several absent fields.
    Several {
        near: Suggestions,
        fields: &'static [Field],
    },
    /// A field that is already present.
    Present(&'static Field),
    /// A name that is known, but not a field of this document either.
    ForeignField {
        foreign_field: &'static KnownForeignField,
        terraform: bool,
    },
    /// A field of another object or of the other version.
    Elsewhere(DocumentField),
}

/// A field together with its document, which may be that of the other version.
#[derive(Clone, Copy)]
pub(crate) struct DocumentField {
    pub(crate) document: &'static Document,
    pub(crate) field: FieldRef,
}

impl DocumentField {
    /// The field of a document that does the same.
    pub(crate) fn counterpart_in(self, document: &'static Document) -> Option<FieldRef> {
        let pointer = self.field.pointer();
        match self.document.version == document.version {
            true => document.field_ref(&pointer),
            false => counterpart(self.document.version == Some(Version::V1), &pointer)
                .and_then(|pointer| document.field_ref(&pointer)),
        }
    }
}

/// The field of the other version that takes the place of a field. An object stands for its members.
fn counterpart(is_of_v1: bool, pointer: &str) -> Option<String> {
    v1::MAPPINGS.iter().find_map(|mapping| {
        let FieldMapping::Move { to, .. } = mapping.to else {
            return None;
        };
        let pointers = (mapping.from.pointer(), to.pointer());
        let (theirs, ours) = if is_of_v1 { pointers } else { (pointers.1, pointers.0) };
        let rest = theirs.strip_prefix(pointer)?;
        (rest.is_empty() || rest.starts_with('/')).then_some(ours)
    })
}
