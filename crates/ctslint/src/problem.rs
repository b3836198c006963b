//! What can be wrong, and everything that is said about it.
//!
//! A problem is a value that holds what was found and what is wanted. One exhaustive match notes down its phrases and facts:
//! the message says what is wrong, the note why, the help what to do. What is wrong with the text itself is in `fault`.

use std::borrow::Cow;

use crate::check::{Row, counterpart, last_step};
use crate::detect::Reason;
use crate::fix;
use crate::json::{Fault, Kind, Member, Range, Tree, Value, Walk, pointer_step};
use crate::locate::sort_key;
use crate::notes::Notes;
use crate::options::Options;
use crate::order::order;
#[cfg(feature = "words")]
use crate::report::Finding;
use crate::report::{Safety, Source};
use crate::rule::{Rule, Severity};
use crate::similar::{Near, nearest};
use crate::spec::{
    Breach, Characters, Document, DocumentKind, Field, FieldId, Form, Length, Object, Origin, Relation, Stranger,
    TextRule, Type, Version,
};
use crate::text::decimal;
use crate::words::{Fact, Phrase, character, passages};

passages! {
    MANDATORY "Mandatory: Yes"
    TYPE_BOOLEAN "Type: Boolean"
    TYPE_LONG "Type: Long"
    TYPE_STRING "Type: String"
    TYPE_TEXTS "Type: Array of strings"
    TYPE_OBJECT "Type: Object"
    OLD_PAGE "CTS API Reference (2020), Creating a Tracker"
}

/// A problem, and where it is.
pub(crate) struct Found<'a, 't> {
    pub(crate) problem: Problem<'a, 't>,
    /// The field at fault.
    pub(crate) path: Path<'a, 't>,
    pub(crate) range: Range,
}

/// Which field it is; of most the name of the object is told that it stands in.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a, 't> {
    /// The whole body.
    Body,
    /// A field of the tables.
    Field(Option<&'static str>, &'static str),
    /// An item of such a field.
    Item(Option<&'static str>, &'static str, usize),
    /// The member with this key.
    Member(Option<&'static str>, Value<'a, 't>),
    /// What a JSON Pointer points to.
    At(&'t str),
}

impl Path<'_, '_> {
    /// The path of a field.
    pub(crate) fn of(id: FieldId, document: &Document) -> Self {
        Self::Field(id.holder(document), id.row(document.root).1.name)
    }

    /// The name of the field.
    fn name(&self) -> Cow<'_, str> {
        match *self {
            Self::Body => "".into(),
            Self::Field(_, name) | Self::Item(_, name, _) => name.into(),
            Self::Member(_, key) => key.text(),
            Self::At(pointer) => last_step(pointer).into(),
        }
    }

    /// Notes it down as a JSON Pointer.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn note(&self, fact: Fact, notes: &mut Notes) {
        let (holder, index) = match *self {
            Self::Body => {
                notes.fact(fact, "");
                return;
            }
            Self::At(pointer) => {
                notes.made(fact, &[pointer]);
                return;
            }
            Self::Field(holder, name) => {
                notes.steps(fact, holder, name);
                return;
            }
            Self::Member(holder, _) => (holder, None),
            Self::Item(holder, _, index) => (holder, Some(index)),
        };
        let name = self.name();
        let name = pointer_step(&name);
        let holder = match holder {
            Some(holder) => ["/", holder],
            None => [""; 2],
        };
        match index {
            Some(index) => notes.made(fact, &[holder[0], holder[1], "/", &name, "/", &decimal(index as u64)]),
            None => notes.made(fact, &[holder[0], holder[1], "/", &name]),
        };
    }
}

/// What is wrong with a field.
pub(crate) enum Problem<'a, 't> {
    /// A field occurs again.
    Duplicate { first: Range },
    /// The body is no object.
    NoObject { value: Value<'a, 't> },
    /// A value is of another type than its field, or than the items of its field.
    WrongType { row: Row, value: Value<'a, 't>, item: bool },
    /// A required field is absent.
    Missing {
        row: Row,
        holder: Value<'a, 't>,
        within: Option<&'static str>,
        only: Option<&'static str>,
        /// How far it can be trusted that it is to be filled in.
        safety: Safety,
    },
    /// A member is known from nowhere.
    Unknown {
        key: Value<'a, 't>,
        object: &'static Object,
        suggestion: Suggestion,
    },
    /// A member is a field of another place.
    Misplaced { place: Place },
    /// A member is known from elsewhere.
    Stranger {
        stranger: &'static Stranger,
        holder: Value<'a, 't>,
        member: Member<'a, 't>,
    },
    /// A value is one of another provider.
    ForeignValue { row: Row, foreign: &'static str },
    /// A value is none of those that are allowed.
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
    /// A string has characters that are not allowed; the first, and the places of the others.
    Character {
        row: Row,
        characters: &'static Characters,
        character: char,
        is_first: bool,
        others: Vec<Range>,
        value: Value<'a, 't>,
    },
    /// A string has not the form that it should have.
    Form {
        row: Row,
        form: &'static Form,
        breach: Breach,
        value: Value<'a, 't>,
    },
    /// Fields contradict each other.
    Relation {
        relation: &'static Relation,
        /// The value of the field it speaks of, where there is one.
        value: Option<Value<'a, 't>>,
        related: Vec<Range>,
    },
    /// The version is being retired.
    Deprecated { source: Source },
    /// More was found than is listed; the rule of the first that is not.
    Unlisted { rule: Rule, count: usize },
    /// The document cannot be told.
    UnknownApi { reason: Reason, root: Value<'a, 't> },
}

/// What an unknown member was meant to be.
#[derive(Clone, Copy)]
pub(crate) enum Suggestion {
    /// Nothing comes near.
    None,
    /// A field of the same object that is absent; `unique` when no other member was meant to be it.
    Rename {
        field: &'static Field,
        index: usize,
        base: usize,
        unique: bool,
        /// How far a rename can be trusted.
        safety: Safety,
        terraform: bool,
    },
    /// One of several fields that are absent.
    Several { near: Near, fields: &'static [Field] },
    /// A field that is there already.
    Present(&'static Field),
    /// Something that this document has not either.
    Stranger {
        stranger: &'static Stranger,
        terraform: bool,
    },
    /// A field of another place.
    Elsewhere(Place),
}

/// A field of this document or of another version's.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) document: &'static Document,
    pub(crate) id: FieldId,
}

impl Place {
    /// The field of a document that does the same.
    pub(crate) fn within(self, document: &Document) -> Option<FieldId> {
        match self.document == document {
            true => Some(self.id),
            false => counterpart(self.document, self.id),
        }
    }
}

/// Notes down problems and faults.
pub(crate) struct Cast<'c, 't> {
    pub(crate) tree: &'c Tree<'t>,
    /// Whether edits can be applied: positions in the tree are positions in the bytes, and all of these are text.
    pub(crate) mendable: bool,
    /// Whether the value is a text to its owner, so that there are places to tell.
    pub(crate) is_text: bool,
    pub(crate) document: Option<&'static Document>,
    pub(crate) options: &'c Options<'c>,
}

// What is noted down of findings stays in functions of its own: engines of WebAssembly compile one when it is called.
impl<'t> Cast<'_, 't> {
    /// Takes notes on these problems and on those of the text, sorted by position. Lines and columns are not yet counted out.
    pub(crate) fn notes(&self, found: &[Found<'_, 't>], notes: &mut Notes) {
        notes.reserve(self.tree.faults().len() + found.len());
        self.note_down(found, notes, &mut |_| {});
    }

    /// The findings of these problems and of those of the text, sorted by position; of their places only the offsets are
    /// told. There are never notes on more than a few findings, however many there are.
    #[cfg(feature = "words")]
    pub(crate) fn findings(&self, found: &[Found<'_, 't>]) -> Vec<Finding> {
        const MANY: usize = 1000;
        let count = self.tree.faults().len() + found.len();
        let mut findings = Vec::with_capacity(count);
        let mut notes = Notes::new();
        notes.reserve(count.min(MANY / 8));
        self.note_down(found, &mut notes, &mut |notes| {
            if notes.list.len() > MANY {
                notes.word(&mut findings);
                notes.clear();
            }
        });
        notes.word(&mut findings);
        findings
    }

    /// Notes down these problems and those of the text, sorted by position; `noted` is told after each.
    fn note_down(&self, found: &[Found<'_, 't>], notes: &mut Notes, noted: &mut dyn FnMut(&mut Notes)) {
        let faults = self.tree.faults();
        notes.is_certain = true;
        notes.has_places = self.is_text;
        notes.has_fixes = self.is_text && self.mendable;
        // Members are put in and taken out only where it is certain what stands around them.
        let needs_certainty = |found: &Found<'_, '_>| {
            let rule = found.problem.rule();
            matches!(rule, Rule::MissingField | Rule::ResponseOnlyField)
        };
        if !faults.is_empty() && found.iter().any(needs_certainty) {
            let mut scratch = Notes::new();
            for fault in faults {
                notes.is_certain &= fault.mend(self.tree.text(), false, &mut scratch);
                scratch.clear();
            }
        }
        // They are sorted before anything is said about them: what is said is large.
        let order = order(faults.len() + found.len(), &|index| {
            let (range, rule) = match faults.get(index) {
                Some(fault) => (fault.range, fault.rule()),
                None => {
                    let found = &found[index - faults.len()];
                    (found.range, found.problem.rule())
                }
            };
            sort_key(range.start, range.end, rule)
        });
        let mut walk = self.tree.walk();
        for index in order {
            match faults.get(index) {
                Some(fault) => self.fault(fault, &mut walk, notes),
                None => self.problem(&found[index - faults.len()], notes),
            }
            noted(notes);
        }
    }

    /// Notes down what is wrong with the text.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn fault(&self, fault: &Fault, walk: &mut Walk<'_, '_>, notes: &mut Notes) {
        let rule = fault.rule();
        let Some(severity) = self.options.severities.get(rule, rule.info().severity) else {
            return;
        };
        let text = self.tree.text();
        let pointer = walk.pointer(fault.range);
        let field = self.document.zip(pointer.as_deref());
        let field = field.and_then(|(document, pointer)| Some(document.field_id(pointer)?.row(document.root).1));
        let is_text = field.is_some_and(|field| matches!(field.ty, Type::Text(_)));
        let can_be_mended = fault.mend(text, is_text, notes);
        notes.place(fault.range);
        fault.say(text, can_be_mended, notes);
        if let Some(pointer) = pointer {
            notes.made(Fact::Pointer, &[&pointer]);
        }
        if rule == Rule::InvalidJson {
            notes.api_error(self.document.and_then(|document| document.not_json));
        }
        notes.end(rule, severity);
    }

    fn problem(&self, found: &Found<'_, 't>, notes: &mut Notes) {
        let rule = found.problem.rule();
        let default = match (rule, self.document.map(Document::kind)) {
            (Rule::UnknownField, Some(DocumentKind::Response | DocumentKind::Error)) => Severity::Warning,
            _ => rule.info().severity,
        };
        let Some(severity) = self.options.severities.get(rule, default) else {
            return;
        };
        notes.place(found.range);
        found.path.note(Fact::Pointer, notes);
        self.say(found, notes);
        notes.end(rule, severity);
    }

    /// Everything that is said about a problem.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn say(&self, found: &Found<'_, 't>, notes: &mut Notes) {
        match found.problem {
            Problem::Duplicate { first } => {
                notes
                    .message(Phrase::OccursTwice)
                    .label(Phrase::AgainHere)
                    .note(Phrase::LastIsTaken)
                    .help(Phrase::KeepOne)
                    .related(Phrase::HereFirst, &[first]);
                name_member(&found.path.name(), notes);
            }
            Problem::NoObject { value } => {
                notes
                    .message(Phrase::BodyMustBeObject)
                    .help(Phrase::PutFieldsInBraces)
                    .fact(Fact::Got, kind(value))
                    .fact(Fact::Want, "an object");
            }
            Problem::WrongType { row, value, item } => wrong_type(row, value, item, notes),
            Problem::Missing {
                row,
                holder,
                within,
                only,
                safety,
            } => self.missing(row, holder, within, only.map(|only| (only, safety)), notes),
            Problem::Unknown {
                key,
                object,
                suggestion,
            } => {
                notes.message(Phrase::UnknownField).source(object.page, None);
                name_member(&found.path.name(), notes);
                self.unknown(key, suggestion, notes);
            }
            Problem::Misplaced { place } => self.misplaced(&found.path.name(), place, notes),
            Problem::Stranger {
                stranger,
                holder,
                member,
            } => self.stranger(stranger, holder, member, notes),
            Problem::ForeignValue {
                row: Row { object, field },
                foreign,
            } => {
                notes
                    .message(Phrase::ForeignValue)
                    .help(Phrase::WriteAllowedOrSendThere)
                    .field(field.name)
                    .fact(Fact::Got, foreign)
                    .list(Fact::Allowed, &mut allowed(field))
                    .source(object.page, Some(field.sentence))
                    .api_error(field.api_error);
            }
            Problem::UnknownValue { row, rule, value } => unknown_value(row, rule, value, notes),
            Problem::Length {
                row: Row { object, field },
                length,
                got,
            } => {
                let (by, one, more) = match got > length.max {
                    true => (got - length.max, Phrase::TakeOneAway, Phrase::TakeAway),
                    false => (length.min - got, Phrase::AddOneCharacter, Phrase::AddCharacters),
                };
                notes
                    .message(match length.min {
                        0 => Phrase::TakesAtMost,
                        _ => Phrase::TakesBetween,
                    })
                    .label(match got {
                        1 => Phrase::OneCharacter,
                        _ => Phrase::Characters,
                    })
                    .help(if by == 1 { one } else { more })
                    .field(field.name)
                    .number(Fact::Got, got)
                    .number(Fact::Min, length.min)
                    .number(Fact::Max, length.max)
                    .number(Fact::By, by)
                    .source(object.page, Some(length.quote))
                    .api_error(field.api_error);
            }
            Problem::Character {
                row: Row { object, field },
                characters,
                character: got,
                is_first,
                ref others,
                value,
            } => {
                // A character that is allowed further on is only in the wrong place.
                let misplaced = is_first && characters.allows(got, false);
                let (set, message) = match characters.first {
                    Some(first) if misplaced => (first, Phrase::NotAllowedFirst),
                    _ => (characters, Phrase::NotAllowed),
                };
                let new = fix::respelt(field, characters, value);
                notes
                    .message(message)
                    .help(match (misplaced, &new) {
                        (true, Some(_)) => Phrase::StartWithOrWrite,
                        (true, None) => Phrase::StartWith,
                        (false, Some(_)) => Phrase::UseOnlyOrWrite,
                        (false, None) => Phrase::UseOnly,
                    })
                    .related(Phrase::NotAllowedEither, others)
                    .field(field.name)
                    .made(Fact::Got, &[got.encode_utf8(&mut [0; 4])])
                    .cited(Fact::Allowed, set.list)
                    .made(Fact::Shown, &[&character(got)])
                    .cited(Fact::What, set.words)
                    .source(object.page, Some(set.quote))
                    .api_error(field.api_error);
                if let Some(new) = new {
                    notes.made(Fact::New, &[&new]);
                    fix::replace(notes, Phrase::WriteNew, value, &["\"", &new, "\""], Safety::Unsafe);
                }
            }
            Problem::Form {
                row: Row { field, .. },
                form,
                breach,
                value,
            } => {
                notes
                    .message(Phrase::Breaks)
                    .help(match form.rule {
                        Rule::UnusualKmsId => Phrase::CopyKeyId,
                        Rule::UnusualLtsName => Phrase::NameAsCtsDoes,
                        Rule::UnusualProjectId => Phrase::CopyProjectId,
                        _ => Phrase::ChooseBucketName,
                    })
                    .field(field.name)
                    .made(Fact::Got, &[&value.text()])
                    .cited(Fact::What, breach.what)
                    .fact(Fact::Example, field.bare_example())
                    .cite(*breach.source.unwrap_or(&form.source));
            }
            Problem::Relation {
                relation,
                value,
                ref related,
            } => contradiction(relation, value, related, notes),
            Problem::Deprecated { source } => {
                notes.message(Phrase::V1Retired).help(Phrase::TranslateIt).cite(source);
                self.name_file(notes);
            }
            Problem::Unlisted { count, .. } => {
                notes
                    .message(match count {
                        1 => Phrase::OneNotListed,
                        _ => Phrase::NotListed,
                    })
                    .help(Phrase::MendOthers)
                    .number(Fact::Count, count);
            }
            Problem::UnknownApi { reason, root } => {
                let (message, help) = match (reason, root.kind()) {
                    (Reason::List, _) => (Phrase::ListOfTrackers, Phrase::CheckOneByOne),
                    (_, Kind::Object) => (Phrase::NoFieldTells, Phrase::NameDocument),
                    _ => (Phrase::NoBody, Phrase::BodyIsObject),
                };
                notes.message(message).help(help).fact(Fact::Shown, kind(root));
            }
        };
    }

    /// Names the file, as an argument of a command.
    #[cfg(feature = "words")]
    fn name_file(&self, notes: &mut Notes) {
        if let Some(file) = self.options.file {
            let file = crate::words::argument(file);
            notes.help(Phrase::TranslateFile).made(Fact::Name, &[&file]);
        }
    }

    /// Without words there is no command line.
    #[cfg(not(feature = "words"))]
    fn name_file(&self, _: &mut Notes) {}

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn missing(
        &self,
        Row { object, field }: Row,
        holder: Value<'_, 't>,
        within: Option<&'static str>,
        only: Option<(&'static str, Safety)>,
        notes: &mut Notes,
    ) {
        // An object that is itself optional can also be left out.
        let is_optional = within.is_some_and(|within| {
            let root = self.document.map_or(&[][..], |document| document.root.fields);
            root.iter().any(|outer| outer.name == within && !outer.required)
        });
        match within {
            Some(_) => notes.message(Phrase::IsMissingFrom).label(Phrase::RequiredInObject),
            None => notes.message(Phrase::IsMissing).label(Phrase::RequiredInBody),
        };
        notes
            .help(match (only, is_optional) {
                (Some(_), _) => Phrase::Add,
                (None, true) => Phrase::AddYoursOrLeaveOut,
                (None, false) => Phrase::AddYours,
            })
            .field(field.name)
            .fact(Fact::Holder, within.unwrap_or_default())
            .source(object.page, Some(MANDATORY))
            .api_error(field.missing_error);
        match only {
            Some((only, safety)) => {
                notes.made(Fact::Value, &["\"", only, "\""]);
                if notes.is_certain {
                    fix::insert(notes, self.tree, holder, field.name, only, safety);
                }
            }
            None => {
                notes.fact(Fact::Value, field.example.unwrap_or("…"));
            }
        }
        if within == Some("lts") {
            notes.note(Phrase::LtsNeedsAll);
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn unknown(&self, key: Value<'_, 't>, suggestion: Suggestion, notes: &mut Notes) {
        let is_request = self
            .document
            .is_none_or(|document| document.kind == DocumentKind::Request);
        if !is_request {
            notes.note(Phrase::NotInReference);
            if let Suggestion::Rename { field, .. } = suggestion {
                notes.label(Phrase::Like).fact(Fact::Suggestion, field.name);
            }
            return;
        }
        notes.note(Phrase::UnknownIsIgnored).help(Phrase::RemoveIt);
        let start = |from_terraform: bool| match from_terraform {
            true => "that is Terraform's name for it; ",
            false => "",
        };
        match suggestion {
            Suggestion::None => {}
            Suggestion::Rename {
                field,
                unique,
                safety,
                terraform,
                ..
            } => {
                match field.required {
                    true => notes
                        .label(Phrase::DidYouMeanRequired)
                        .note(Phrase::UnknownIsIgnoredAndMissed),
                    false => notes.label(Phrase::DidYouMeanThat),
                }
                .help(Phrase::RenameTo)
                .fact(Fact::Start, start(terraform))
                .fact(Fact::Suggestion, field.name);
                if unique {
                    fix::replace(notes, Phrase::RenameTo, key, &["\"", field.name, "\""], safety);
                }
            }
            Suggestion::Several { near, fields } => {
                notes.label(Phrase::DidYouMeanOneOf).help(Phrase::RenameOrRemove).list(
                    Fact::Suggestions,
                    &mut near.numbers().iter().map(|&index| fields[index].name),
                );
            }
            Suggestion::Present(field) => {
                notes.label(Phrase::LikePresent).fact(Fact::Name, field.name);
            }
            Suggestion::Stranger { stranger, terraform } => {
                notes
                    .label(match stranger.origin {
                        Origin::Retired => Phrase::DidYouMeanRetired,
                        Origin::OtherProvider => Phrase::DidYouMeanForeign,
                        Origin::Response => Phrase::DidYouMeanAnswers,
                    })
                    .fact(Fact::Start, start(terraform))
                    .fact(Fact::Suggestion, stranger.name);
            }
            Suggestion::Elsewhere(place) => {
                self.put_it(place, notes);
                notes.label(match (self.is_this(place.document), place.id.inner()) {
                    (true, Some(_)) => Phrase::DidYouMeanInObject,
                    (true, None) => Phrase::DidYouMeanAtTop,
                    (false, _) => Phrase::DidYouMeanElsewhere,
                });
                Path::of(place.id, place.document).note(Fact::Suggestion, notes);
                name_place(place, notes);
            }
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn misplaced(&self, name: &str, place: Place, notes: &mut Notes) {
        self.put_it(place, notes);
        notes
            .message(match (self.is_this(place.document), place.id.inner()) {
                (true, Some(_)) => Phrase::BelongsInObject,
                (true, None) => Phrase::BelongsAtTop,
                (false, _) => Phrase::BelongsElsewhere,
            })
            .note(Phrase::IgnoredThere)
            .made(Fact::Field, &[name])
            .fact(Fact::Here, self.document.map_or("", version))
            .source(place.id.row(place.document.root).0.page, None);
        Path::of(place.id, place.document).note(Fact::Belongs, notes);
        name_place(place, notes);
    }

    /// What to do with a value that belongs to the field of this document that does the same as another, or nowhere.
    fn put_it(&self, place: Place, notes: &mut Notes) {
        notes.help(Phrase::RemoveIt);
        let Some(document) = self.document else { return };
        let Some(id) = place.within(document) else { return };
        let (_, field) = id.row(document.root);
        match (id.inner(), field.ty) {
            (_, Type::Object(_)) => notes.help(Phrase::WriteObject),
            (Some(_), _) => notes
                .help(Phrase::PutIntoObject)
                .fact(Fact::Value, document.root.fields[id.top()].name),
            (None, _) => notes.help(Phrase::PutAtTop),
        }
        .fact(Fact::What, field.name);
    }

    fn is_this(&self, document: &'static Document) -> bool {
        self.document == Some(document)
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn stranger(&self, stranger: &'static Stranger, holder: Value<'_, 't>, member: Member<'_, 't>, notes: &mut Notes) {
        name_member(stranger.name, notes);
        if let Some(advice) = stranger.note {
            notes.cited(Fact::Advice, advice);
        }
        let has_advice = stranger.note.is_some();
        let (page, help) = match stranger.origin {
            Origin::Retired => {
                notes.message(Phrase::Withdrawn).note(Phrase::IgnoredHere);
                (OLD_PAGE, Phrase::SendNotifications)
            }
            Origin::OtherProvider => {
                notes.message(Phrase::ForeignField);
                let help = if has_advice {
                    Phrase::RemoveItAdvice
                } else {
                    Phrase::RemoveIt
                };
                (self.document.map_or(OLD_PAGE, Document::page), help)
            }
            Origin::Response => {
                notes.message(Phrase::AnswersField);
                if has_advice {
                    notes.note(Phrase::Advice);
                }
                if notes.is_certain {
                    fix::remove(notes, holder, member);
                }
                (self.document.map_or(OLD_PAGE, Document::page), Phrase::RemoveIt)
            }
        };
        notes.help(help).source(page, None);
    }
}

/// The name of a member, whole and as it is shown.
#[cfg_attr(target_family = "wasm", inline(never))]
fn name_member(name: &str, notes: &mut Notes) {
    notes.own(Fact::Field, name);
}

/// Where a field belongs.
#[cfg_attr(target_family = "wasm", inline(never))]
fn name_place(place: Place, notes: &mut Notes) {
    let holder = place.document.root.fields[place.id.top()].name;
    notes
        .fact(Fact::Name, place.id.row(place.document.root).1.name)
        .fact(Fact::Holder, holder)
        .fact(Fact::Version, version(place.document));
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn wrong_type(Row { object, field }: Row, value: Value<'_, '_>, item: bool, notes: &mut Notes) {
    let (wanted_type, wanted, cell) = match field.ty {
        Type::Texts(rule) if item => (Type::Text(rule), "a string", TYPE_TEXTS),
        Type::Boolean => (field.ty, "`true` or `false`", TYPE_BOOLEAN),
        Type::Long => (field.ty, "a whole number", TYPE_LONG),
        Type::Text(_) => (field.ty, "a string", TYPE_STRING),
        Type::Texts(_) => (field.ty, "an array of strings", TYPE_TEXTS),
        Type::Object(_) => (field.ty, "an object", TYPE_OBJECT),
    };
    let got = match (field.ty, value.kind()) {
        (Type::Long, Kind::Number) => "a number with a fraction",
        _ => kind(value),
    };
    notes
        .message(if item { Phrase::ItemMustBe } else { Phrase::MustBe })
        .field(field.name)
        .fact(Fact::Got, got)
        .fact(Fact::Want, wanted)
        .source(object.page, Some(cell));
    match (fix::converted(wanted_type, value), value.kind()) {
        (Some((new, safety)), _) => {
            notes.help(Phrase::WriteNew).made(Fact::New, &new.parts());
            fix::replace(notes, Phrase::WriteNew, value, &new.parts(), safety);
        }
        (None, Kind::Null) => {
            notes.note(Phrase::NullIsValue).help(match field.required {
                true => Phrase::GiveValue,
                false => Phrase::LeaveOutOrGiveValue,
            });
        }
        (None, _) => {
            notes.help(Phrase::WriteWanted);
        }
    }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn unknown_value(Row { object, field }: Row, rule: &'static TextRule, value: Value<'_, '_>, notes: &mut Notes) {
    let got = value.text();
    let near = nearest(&got, rule.values.len(), &|index| rule.values[index].value);
    notes
        .message(Phrase::NoValueOf)
        .help(Phrase::WriteAllowed)
        .field(field.name)
        .own(Fact::Got, &got)
        .list(Fact::Allowed, &mut allowed(field))
        .source(object.page, Some(field.sentence))
        .api_error(field.api_error);
    let Some(meant) = near.only() else { return };
    let meant = rule.values[meant].value;
    notes
        .label(Phrase::DidYouMean)
        .help(Phrase::WriteSuggestion)
        .fact(Fact::Suggestion, meant);
    if meant.eq_ignore_ascii_case(&got) {
        notes.note(Phrase::CaseMatters);
        let parts = ["\"", meant, "\""];
        fix::replace(notes, Phrase::WriteSuggestion, value, &parts, Safety::Safe);
    }
}

/// What is said where fields contradict each other.
struct Contradiction {
    rule: Rule,
    message: Phrase,
    help: Phrase,
    /// Nothing for a rule that speaks of no single field.
    field: &'static str,
    label: Phrase,
    /// What is to be seen at the other fields.
    related: Phrase,
}

const CONTRADICTIONS: &[Contradiction] = &[
    Contradiction {
        rule: Rule::EncryptionWithoutKmsId,
        message: Phrase::KmsIdRequired,
        help: Phrase::AddKmsId,
        field: "kms_id",
        label: Phrase::KmsIdMissing,
        related: Phrase::EncryptionOnHere,
    },
    Contradiction {
        rule: Rule::KmsIdWithoutEncryption,
        message: Phrase::KmsIdWithoutEffect,
        help: Phrase::EncryptOrRemoveKey,
        field: "kms_id",
        label: Phrase::Nothing,
        related: Phrase::EncryptionOffHere,
    },
    Contradiction {
        rule: Rule::TrackerNameNotSystem,
        message: Phrase::OnlySystem,
        help: Phrase::WriteSystem,
        field: "tracker_name",
        label: Phrase::Nothing,
        related: Phrase::ManagementHere,
    },
    Contradiction {
        rule: Rule::ObsOptionWithoutBucket,
        message: Phrase::OptionWithoutBucket,
        help: Phrase::AddBucketOrRemove,
        field: "",
        label: Phrase::NothingTransferred,
        related: Phrase::NoEffectEither,
    },
    Contradiction {
        rule: Rule::ShortRetention,
        message: Phrase::KeptSevenDays,
        help: Phrase::AddBucketOrLts,
        field: "",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsKmsEncryptedCheck,
        message: Phrase::NotEncrypted,
        help: Phrase::EncryptWithKey,
        field: "is_support_trace_files_encryption",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsLtsEnable,
        message: Phrase::NotSentToLts,
        help: Phrase::EnableLts,
        field: "is_lts_enabled",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsSupportValidateCheck,
        message: Phrase::NotVerifiable,
        help: Phrase::EnableValidation,
        field: "is_support_validate",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsTrackerBucketConfigured,
        message: Phrase::NotTransferred,
        help: Phrase::AddBucket,
        field: "bucket_name",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    // The one relation without a rule of its own: a field that another one makes required.
    Contradiction {
        rule: Rule::MissingField,
        message: Phrase::DetailMissing,
        help: Phrase::AddDetail,
        field: "detail",
        label: Phrase::RequiredInBody,
        related: Phrase::StatusIsError,
    },
];

#[cfg_attr(target_family = "wasm", inline(never))]
fn contradiction(relation: &'static Relation, value: Option<Value<'_, '_>>, related: &[Range], notes: &mut Notes) {
    let Some(said) = CONTRADICTIONS.iter().find(|said| said.rule == relation.rule) else {
        return;
    };
    notes
        .message(said.message)
        .help(said.help)
        .label(said.label)
        .related(said.related, related)
        .api_error(relation.api_error)
        .cite(relation.source);
    if !said.field.is_empty() {
        notes.fact(Fact::Field, said.field);
    }
    if relation.rule == Rule::TrackerNameNotSystem {
        notes.fact(Fact::Want, "system");
    }
    if let Some(value) = value {
        if relation.rule == Rule::EncryptionWithoutKmsId {
            notes.label(Phrase::EmptyKmsId);
        }
        fix::obey(notes, relation, value);
    }
}

impl Problem<'_, '_> {
    /// The rule that speaks.
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::Duplicate { .. } => Rule::DuplicateField,
            Self::NoObject { .. } | Self::WrongType { .. } => Rule::WrongType,
            Self::Missing { .. } => Rule::MissingField,
            Self::Unknown { .. } => Rule::UnknownField,
            Self::Misplaced { .. } => Rule::MisplacedField,
            Self::Stranger { stranger, .. } => match stranger.origin {
                Origin::Retired => Rule::RetiredField,
                Origin::OtherProvider => Rule::OtherProviderField,
                Origin::Response => Rule::ResponseOnlyField,
            },
            Self::ForeignValue { .. } => Rule::OtherProviderField,
            Self::UnknownValue { .. } => Rule::UnknownValue,
            Self::Length { .. } => Rule::LengthOutOfRange,
            Self::Character { .. } => Rule::InvalidCharacter,
            Self::Form { form, .. } => form.rule,
            Self::Relation { relation, .. } => relation.rule,
            Self::Deprecated { .. } => Rule::DeprecatedApi,
            Self::Unlisted { rule, .. } => *rule,
            Self::UnknownApi { .. } => Rule::UnknownApi,
        }
    }
}

/// What a value is, with its article.
fn kind(value: Value<'_, '_>) -> &'static str {
    match value.kind() {
        Kind::Null => "`null`",
        Kind::True => "`true`",
        Kind::False => "`false`",
        Kind::Number => "a number",
        Kind::String => "a string",
        Kind::Array => "an array",
        Kind::Object => "an object",
        Kind::Unknown => "unreadable",
    }
}

/// The values of an enumerated field.
fn allowed(field: &'static Field) -> impl Iterator<Item = &'static str> + Clone {
    let values = match field.ty {
        Type::Text(rule) | Type::Texts(rule) => rule.values,
        _ => &[],
    };
    values.iter().map(|allowed| allowed.value)
}

fn version(document: &'static Document) -> &'static str {
    document.version.map_or("the answer", Version::name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::documents;

    #[test]
    fn something_is_said_of_every_relation() {
        for document in documents() {
            for relation in document.relations.iter().chain(document.opt_in) {
                assert!(CONTRADICTIONS.iter().any(|said| said.rule == relation.rule));
            }
        }
    }
}
