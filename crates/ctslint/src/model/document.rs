//! Documents of the CTS API: the bodies of requests and responses.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use super::field::{Object, Type};
use super::field_ref::FieldRef;
use super::foreign_field::KnownForeignField;
use super::names::CAPACITY;
use super::provider::Provider;
use super::relation::{At, Condition, Relation};
use super::source::Source;
use crate::messages::{Language, MessageId};

/// The largest number of fields in a document, including those of its objects.
pub(crate) const MAX_FIELDS: usize = 32;

/// A JSON document of the CTS API: the body of a request or of a response.
///
/// Each document exists once, in [`documents`](crate::documents). Documents with equal names are equal.
pub struct Document {
    /// The name that users choose it by, such as `v3-create-request`.
    pub(crate) name: &'static str,
    /// A shorter name, if there is one: `v3`.
    pub(crate) short: Option<&'static str>,
    /// The title, a few words.
    pub(crate) title: MessageId,
    /// Whether it is a request, a response or an error.
    pub(crate) kind: DocumentKind,
    /// The version of the API; `None` if all versions share the document.
    pub(crate) version: Option<Version>,
    /// Whose API has it; `None` if both providers have the same.
    pub(crate) provider: Option<Provider>,
    /// For a list, the document of its items.
    pub(crate) items: Option<&'static Document>,
    /// Whether it is the body of a request that changes a tracker.
    pub(crate) is_update: bool,
    /// Whether a list of such bodies is one too.
    pub(crate) or_list: bool,
    /// The page that describes it.
    pub(crate) page: &'static str,
    /// The table of its top level.
    pub(crate) root: &'static Object,
    /// The rules about several fields.
    pub(crate) relations: &'static [Relation],
    /// Further rules about several fields.
    pub(crate) more: &'static [Relation],
    /// Rules that are stricter than the API, and off unless their severity is set.
    pub(crate) opt_in: &'static [Relation],
    /// Fields that this document does not have, but that are known from elsewhere.
    pub(crate) foreign_fields: &'static [KnownForeignField],
    /// Top-level names that real responses have and no page documents.
    pub(crate) undocumented: &'static [&'static str],
    /// The sentence of the page about the retirement of this version.
    pub(crate) deprecated: Option<Source>,
    /// The error code that the API returns for a body that is not JSON.
    pub(crate) not_json: Option<&'static str>,
    /// For each top-level field that is an object, the number of the first field in it.
    bases: [u8; CAPACITY],
    /// The fields in the order of the page, an object before its members: the index at the top level, and the index in
    /// the object.
    order: [(u8, Option<u8>); MAX_FIELDS],
    /// The number of fields in `order`.
    count: usize,
}

/// The arguments of [`Document::new`].
pub(crate) struct DocumentParts {
    pub(crate) name: &'static str,
    pub(crate) short: Option<&'static str>,
    pub(crate) title: MessageId,
    pub(crate) kind: DocumentKind,
    pub(crate) version: Option<Version>,
    pub(crate) page: &'static str,
    pub(crate) root: &'static Object,
    pub(crate) relations: &'static [Relation],
    pub(crate) foreign_fields: &'static [KnownForeignField],
    pub(crate) deprecated: Option<Source>,
    pub(crate) not_json: Option<&'static str>,
}

/// Whether a document is a request, a response or an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum DocumentKind {
    /// The body that a client sends.
    Request,
    /// The body of a successful response.
    Response,
    /// The body of an error response.
    Error,
}

/// A version of the CTS API. There is no v2 for trackers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Version {
    /// `/v1.0/`, deprecated.
    V1,
    /// `/v3/`.
    V3,
}

impl Version {
    /// The name people use: `v1` or `v3`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V3 => "v3",
        }
    }
}

impl Document {
    pub(crate) const fn new(parts: DocumentParts) -> Self {
        assert_own(parts.relations, parts.root);
        let mut index = 0;
        while index < parts.foreign_fields.len() {
            let pointers = parts.foreign_fields[index].stands_for;
            let mut field = 0;
            while field < pointers.len() {
                // Does not compile when there is no such field.
                let _ = FieldRef::of(parts.root, pointers[field]);
                field += 1;
            }
            index += 1;
        }
        let fields = parts.root.fields;
        let mut bases = [0; CAPACITY];
        let mut order = [(0, None); MAX_FIELDS];
        let mut count = 0;
        let mut next = fields.len();
        index = 0;
        while index < fields.len() {
            order[count] = (index as u8, None);
            count += 1;
            if let Type::Object(object) = fields[index].ty {
                bases[index] = next as u8;
                next += object.fields.len();
                let mut inner = 0;
                while inner < object.fields.len() {
                    assert!(
                        !matches!(object.fields[inner].ty, Type::Object(_)),
                        "objects of objects need a deeper numbering"
                    );
                    order[count] = (index as u8, Some(inner as u8));
                    count += 1;
                    inner += 1;
                }
            }
            index += 1;
        }
        Self {
            name: parts.name,
            short: parts.short,
            title: parts.title,
            kind: parts.kind,
            version: parts.version,
            provider: None,
            items: None,
            is_update: false,
            or_list: false,
            page: parts.page,
            root: parts.root,
            relations: parts.relations,
            more: &[],
            opt_in: &[],
            undocumented: &[],
            foreign_fields: parts.foreign_fields,
            deprecated: parts.deprecated,
            not_json: parts.not_json,
            bases,
            order,
            count,
        }
    }

    /// Adds rules that are off unless their severity is set.
    pub(crate) const fn with_opt_in(self, opt_in: &'static [Relation]) -> Self {
        assert_own(opt_in, self.root);
        Self { opt_in, ..self }
    }

    /// The document with further rules about several fields.
    pub(crate) const fn with_more(self, more: &'static [Relation]) -> Self {
        assert_own(more, self.root);
        Self { more, ..self }
    }

    /// Every rule about several fields that is on.
    pub(crate) fn all_relations(&self) -> impl Iterator<Item = &'static Relation> {
        self.relations.iter().chain(self.more)
    }

    /// The document with that of the items of its list.
    pub(crate) const fn with_items(self, items: &'static Self) -> Self {
        Self {
            items: Some(items),
            ..self
        }
    }

    /// The document as the body of a request that changes a tracker.
    pub(crate) const fn update(self) -> Self {
        Self {
            is_update: true,
            ..self
        }
    }

    /// The document of which a list is one too.
    pub(crate) const fn or_list(self) -> Self {
        Self { or_list: true, ..self }
    }

    /// The document as one that only this provider has.
    pub(crate) const fn of(self, provider: Provider) -> Self {
        Self {
            provider: Some(provider),
            ..self
        }
    }

    /// Adds top-level names that real responses have and no page documents.
    pub(crate) const fn with_undocumented(self, undocumented: &'static [&'static str]) -> Self {
        Self { undocumented, ..self }
    }

    /// The name that users choose it by, such as `v3-create-request`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The short name, if it has one: `v3` for `v3-create-request`.
    #[must_use]
    pub const fn short_name(&self) -> Option<&'static str> {
        self.short
    }

    /// The title, a few words.
    #[must_use]
    pub fn title(&self, language: Language) -> Cow<'static, str> {
        self.title.text(language)
    }

    /// Whether it is a request, a response or an error.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The version of the API; `None` if all versions share the document.
    #[must_use]
    pub const fn version(&self) -> Option<Version> {
        self.version
    }

    /// Whose API has it; `None` if both providers have the same.
    #[must_use]
    pub const fn provider(&self) -> Option<Provider> {
        self.provider
    }

    /// Whether it is the body of a request that changes a tracker (`PUT`).
    #[must_use]
    pub const fn is_update(&self) -> bool {
        self.is_update
    }

    /// The page of the API reference that describes it.
    #[must_use]
    pub const fn page(&self) -> &'static str {
        self.page
    }

    /// The number of the first field of the object that is the value of top-level field `index`.
    pub(crate) const fn base(&self, index: usize) -> usize {
        self.bases[index] as usize
    }

    /// The field at `place` in the order of the page, an object before its members.
    pub(crate) fn field_at(&self, place: usize) -> FieldRef {
        let (top, inner) = self.order[place];
        self.field(usize::from(top), inner.map(usize::from))
    }

    /// The field with index `top` at the top level, or with index `inner` in the object there.
    pub(crate) fn field(&self, top: usize, inner: Option<usize>) -> FieldRef {
        FieldRef::new(self.root, inner.map_or(top, |inner| self.base(top) + inner), top, inner)
    }

    /// Every field, in the order of the page.
    pub(crate) fn fields(&'static self) -> impl Iterator<Item = FieldRef> {
        (0..self.count).map(|place| self.field_at(place))
    }

    /// The JSON Pointers of the fields whose value is a string, a number or a boolean.
    pub fn plain_fields(&'static self) -> impl Iterator<Item = String> {
        let is_plain = |id: &FieldRef| !matches!(id.row().field.ty, Type::Object(_) | Type::Texts(_));
        self.fields().filter(is_plain).map(FieldRef::pointer)
    }

    /// What stands at a JSON Pointer of this document: for a place in an item of a list, the document of the item and the
    /// pointer in that.
    ///
    /// ```
    /// let list = ctslint::documents().iter().find(|document| document.name() == "v3-list-response").unwrap();
    /// let (document, pointer) = list.place("/trackers/0/obs_info");
    /// assert_eq!((document.name(), pointer), ("v3-create-response", "/obs_info"));
    /// ```
    #[must_use]
    pub fn place<'p>(&'static self, pointer: &'p str) -> (&'static Self, &'p str) {
        let split = |pointer: &'p str| {
            let path = pointer.strip_prefix('/')?;
            Some(path.split_at(path.find('/').unwrap_or(path.len())))
        };
        let after_item = |pointer: &'p str| {
            let (step, rest) = split(pointer)?;
            step.bytes().all(|byte| byte.is_ascii_digit()).then_some(rest)
        };
        if self.or_list
            && let Some(rest) = after_item(pointer)
        {
            return (self, rest);
        }
        let item = || {
            let items = self.items?;
            let (name, rest) = split(pointer)?;
            let field = &self.root.fields[self.root.index(name)?];
            matches!(field.ty, Type::List).then_some((items, after_item(rest)?))
        };
        item().unwrap_or((self, pointer))
    }

    /// The field at a JSON Pointer. Names are compared without unescaping, because no field name contains `/` or `~`.
    pub(crate) fn field_ref(&'static self, pointer: &str) -> Option<FieldRef> {
        let (b'/', path) = (*pointer.as_bytes().first()?, pointer.get(1..)?) else {
            return None;
        };
        let (name, member) = match path.bytes().position(|byte| byte == b'/') {
            Some(at) => (path.get(..at)?, path.get(at + 1..)),
            None => (path, None),
        };
        let top = self.root.index(name)?;
        let inner = match (member, self.root.fields[top].ty) {
            (None, _) => None,
            (Some(member), Type::Object(object)) => Some(object.index(member)?),
            (Some(_), _) => return None,
        };
        Some(self.field(top, inner))
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Document {}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({})", self.name)
    }
}

/// Serialises as an entry of the list of documents.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Published {
            name: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            short: Option<&'static str>,
            title: Cow<'static, str>,
            kind: DocumentKind,
            version: Option<Version>,
            #[serde(skip_serializing_if = "Option::is_none")]
            provider: Option<Provider>,
            page: &'static str,
        }
        Published {
            name: self.name,
            short: self.short,
            title: self.title(Language::En),
            kind: self.kind,
            version: self.version,
            provider: self.provider,
            page: self.page,
        }
        .serialize(serializer)
    }
}

/// Fails to compile when a rule refers to a field of another document.
const fn assert_own(relations: &[Relation], root: &Object) {
    let mut index = 0;
    while index < relations.len() {
        let relation = &relations[index];
        let is_own = match relation.at {
            At::Body => true,
            At::Field(field) => field.is_of(root),
            At::First(conditions) => are_of(conditions, root),
        };
        assert!(
            is_own && is_of(&relation.when, root) && is_of(&relation.then, root),
            "a field of another document"
        );
        index += 1;
    }
}

const fn is_of(condition: &Condition, root: &Object) -> bool {
    match condition {
        Condition::Always => true,
        Condition::Is(field, _) | Condition::Present(field) | Condition::Given(field) | Condition::Fits(field, _) => {
            field.is_of(root)
        }
        Condition::Same(left, right) => left.is_of(root) && right.is_of(root),
        Condition::Not(condition) => is_of(condition, root),
        Condition::All(conditions) | Condition::Any(conditions) => are_of(conditions, root),
    }
}

const fn are_of(conditions: &[Condition], root: &Object) -> bool {
    let mut index = 0;
    while index < conditions.len() {
        if !is_of(&conditions[index], root) {
            return false;
        }
        index += 1;
    }
    true
}
