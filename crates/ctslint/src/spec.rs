//! The vocabulary of the tables: documents, objects, fields, and what their values must be.
//!
//! A table says what a page of the API reference says and nothing else. It knows nothing of checking, and everything in
//! it is constant: a rule that names a field that does not exist does not compile.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::json::scan::character_count;
use crate::names::{CAPACITY, Names, equal, same};
use crate::report::Source;
use crate::rule::Rule;
use crate::words::Passage;

/// How many fields a document has at most, those of its objects included.
pub(crate) const MAX_FIELDS: usize = 32;

/// A JSON document of the CTS API: the body of a request or of an answer.
///
/// There is one value of each, in [`documents`](crate::documents); they are equal when their names are.
pub struct Document {
    /// The name by which users choose it, such as `v3-create-request`.
    pub(crate) name: &'static str,
    /// A name that is shorter, where there is one: `v3`.
    pub(crate) short: Option<&'static str>,
    /// What it is, in a few words.
    pub(crate) title: &'static str,
    /// What part of an exchange it is.
    pub(crate) kind: DocumentKind,
    /// The version of the API; `None` where all share it.
    pub(crate) version: Option<Version>,
    /// The page that describes it.
    pub(crate) page: Passage,
    /// The table of its top level.
    pub(crate) root: &'static Object,
    /// The rules that speak of several fields.
    pub(crate) relations: &'static [Relation],
    /// Rules that ask for more than the API does, and speak only when their severity is set.
    pub(crate) opt_in: &'static [Relation],
    /// Fields that this document has not, but that are known from elsewhere.
    pub(crate) strangers: &'static [Stranger],
    /// Names of the top level that live answers carry and no page has.
    pub(crate) undocumented: &'static [&'static str],
    /// The page's statement that this version is being retired.
    pub(crate) deprecated: Option<Source>,
    /// The code of the error with which the API answers a body that is not JSON.
    pub(crate) not_json: Option<&'static str>,
    /// For each field of the top level, the number of the first field of its object.
    bases: [u8; CAPACITY],
    /// The fields in the order of the page, an object before its members: the index at the top level, and that in the
    /// object.
    order: [(u8, Option<u8>); MAX_FIELDS],
    /// How many they are.
    count: usize,
}

/// The parts of a document that its author states.
pub(crate) struct DocumentParts {
    pub(crate) name: &'static str,
    pub(crate) short: Option<&'static str>,
    pub(crate) title: &'static str,
    pub(crate) kind: DocumentKind,
    pub(crate) version: Option<Version>,
    pub(crate) page: &'static str,
    pub(crate) root: &'static Object,
    pub(crate) relations: &'static [Relation],
    pub(crate) strangers: &'static [Stranger],
    pub(crate) deprecated: Option<Source>,
    pub(crate) not_json: Option<&'static str>,
}

/// What part of an exchange a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum DocumentKind {
    /// The body that a client sends.
    Request,
    /// The body of a successful answer.
    Response,
    /// The body of an answer that says what went wrong.
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
        let fields = parts.root.fields;
        let mut bases = [0; CAPACITY];
        let mut order = [(0, None); MAX_FIELDS];
        let mut count = 0;
        let mut next = fields.len();
        let mut index = 0;
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
            title: described(parts.title),
            kind: parts.kind,
            version: parts.version,
            page: Passage::new(parts.page),
            root: parts.root,
            relations: parts.relations,
            opt_in: &[],
            undocumented: &[],
            strangers: parts.strangers,
            deprecated: parts.deprecated,
            not_json: parts.not_json,
            bases,
            order,
            count,
        }
    }

    /// The document with rules that are off unless their severity is set.
    pub(crate) const fn with_opt_in(self, opt_in: &'static [Relation]) -> Self {
        Self { opt_in, ..self }
    }

    /// The document with names that live answers carry and no page has.
    pub(crate) const fn with_undocumented(self, undocumented: &'static [&'static str]) -> Self {
        Self { undocumented, ..self }
    }

    /// The name by which users choose it, such as `v3-create-request`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The short name, where it has one: `v3` for `v3-create-request`.
    #[must_use]
    pub const fn short_name(&self) -> Option<&'static str> {
        self.short
    }

    /// What it is, in a few words. Empty without the feature `describe`.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// What part of an exchange it is.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The version of the API; `None` where all versions share the document.
    #[must_use]
    pub const fn version(&self) -> Option<Version> {
        self.version
    }

    /// The page of the API reference that describes it.
    #[must_use]
    pub const fn page(&self) -> Passage {
        self.page
    }

    /// The number of the first field of the object that is the value of top-level field `index`.
    pub(crate) const fn base(&self, index: usize) -> usize {
        self.bases[index] as usize
    }

    /// How many fields it has, those of its objects included.
    pub(crate) const fn count(&self) -> usize {
        self.count
    }

    /// The field at that place in the order of the page, an object before its members.
    pub(crate) fn field_at(&self, place: usize) -> FieldId {
        let (top, inner) = self.order[place];
        self.id(usize::from(top), inner.map(usize::from))
    }

    /// The field with that index at the top level, or the one with an index in its object.
    pub(crate) fn id(&self, top: usize, inner: Option<usize>) -> FieldId {
        FieldId::new(inner.map_or(top, |inner| self.base(top) + inner), top, inner)
    }

    /// Every field, in the order of the page.
    pub(crate) fn field_ids(&'static self) -> impl Iterator<Item = FieldId> {
        (0..self.count).map(|place| self.field_at(place))
    }

    /// The JSON Pointers of the fields that hold one plain value: a string, a number, `true` or `false`.
    pub fn plain_fields(&'static self) -> impl Iterator<Item = String> {
        let is_plain = |id: &FieldId| !matches!(id.row(self.root).1.ty, Type::Object(_) | Type::Texts(_));
        self.field_ids().filter(is_plain).map(|id| id.pointer(self.root))
    }

    /// The field at a JSON Pointer. No name of a field holds a `/` or `~`.
    pub(crate) fn field_id(&'static self, pointer: &str) -> Option<FieldId> {
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
        Some(self.id(top, inner))
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

/// Serialises as what a list of documents tells of each.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Published {
            name: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            short: Option<&'static str>,
            title: &'static str,
            kind: DocumentKind,
            version: Option<Version>,
            page: Passage,
        }
        Published {
            name: self.name,
            short: self.short,
            title: self.title,
            kind: self.kind,
            version: self.version,
            page: self.page,
        }
        .serialize(serializer)
    }
}

/// A table of fields.
#[derive(Debug)]
pub(crate) struct Object {
    /// What the page calls it.
    #[cfg_attr(not(feature = "explain"), allow(dead_code, reason = "only the reference tells it"))]
    pub(crate) name: &'static str,
    /// The page and the number of the table.
    pub(crate) page: Passage,
    /// The rows, in the order of the page.
    pub(crate) fields: &'static [Field],
    /// The set of the indices of required fields.
    pub(crate) required: u64,
    names: Names,
}

impl Object {
    pub(crate) const fn new(name: &'static str, page: &'static str, fields: &'static [Field]) -> Self {
        let mut names = [""; CAPACITY];
        let mut index = 0;
        let mut required = 0;
        while index < fields.len() {
            names[index] = fields[index].name;
            required |= (fields[index].required as u64) << index;
            index += 1;
        }
        Self {
            name: described(name),
            page: Passage::new(page),
            fields,
            required,
            names: Names::new(&names, fields.len()),
        }
    }

    /// The index of the field of that name.
    #[inline(always)]
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        let index = self.names.place(name);
        let field = self.fields.get(index)?;
        equal(field.name.as_bytes(), name.as_bytes()).then_some(index)
    }
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(feature = "describe"),
    allow(dead_code, reason = "only descriptions tell all of it")
)]
pub(crate) struct Field {
    /// The name in JSON.
    pub(crate) name: &'static str,
    /// The name that a form shows.
    pub(crate) label: &'static str,
    /// What its value must be.
    pub(crate) ty: Type,
    /// Whether the page says "Mandatory: Yes".
    pub(crate) required: bool,
    /// The page's description, word for word.
    pub(crate) sentence: Passage,
    /// What the field does, in our words.
    pub(crate) doc: &'static str,
    /// The value that the API takes when the field is absent.
    pub(crate) default: Option<Scalar>,
    /// A value as it occurs in life, as JSON text.
    pub(crate) example: Option<&'static str>,
    /// The code of the error with which the API answers a wrong value.
    pub(crate) api_error: Option<&'static str>,
    /// The code of the error with which the API answers when the field is missing, where one is known.
    pub(crate) missing_error: Option<&'static str>,
    /// The one value with which a missing field can be filled in.
    pub(crate) only: Option<Only>,
    /// What its name at the top level of a body says of what the body is.
    pub(crate) telling: Telling,
}

/// What a name at the top level of a body says of what the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// Bodies of other kinds may have it as well.
    Common,
    /// Nothing but a tracker has it.
    Alone,
    /// The same, where it is an object with a member of its own table.
    WithMember,
    /// The same, where it has a value of its own table, or stands beside another telling name.
    WithValue,
}

impl Field {
    /// What a value may look like, without quotation marks; empty where none is told.
    pub(crate) fn bare_example(&self) -> &'static str {
        let example = self.example.unwrap_or_default();
        let bare = example.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        bare.unwrap_or(example)
    }

    pub(crate) const fn new(name: &'static str, label: &'static str, ty: Type, sentence: &'static str) -> Self {
        Self {
            name,
            label: described(label),
            ty,
            required: false,
            sentence: Passage::new(sentence),
            doc: "",
            default: None,
            example: None,
            api_error: None,
            missing_error: None,
            only: None,
            telling: Telling::Common,
        }
    }

    pub(crate) const fn required(self) -> Self {
        assert!(
            self.example.is_none(),
            "a row tells that it is required before its example"
        );
        Self { required: true, ..self }
    }

    pub(crate) const fn doc(self, doc: &'static str) -> Self {
        Self {
            doc: described(doc),
            ..self
        }
    }

    pub(crate) const fn default(self, default: Scalar) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }

    pub(crate) const fn example(self, example: &'static str) -> Self {
        let has_form = matches!(self.ty, Type::Text(rule) if rule.form.is_some());
        // A finding tells it where the field is missing, or has another form.
        let is_told = cfg!(feature = "describe") || self.required || has_form;
        Self {
            example: if is_told { Some(example) } else { None },
            ..self
        }
    }

    pub(crate) const fn api_error(self, code: &'static str) -> Self {
        Self {
            api_error: Some(code),
            ..self
        }
    }

    pub(crate) const fn missing_error(self, code: &'static str) -> Self {
        Self {
            missing_error: Some(code),
            ..self
        }
    }

    pub(crate) const fn telling(self, telling: Telling) -> Self {
        Self { telling, ..self }
    }

    pub(crate) const fn only(self, value: &'static str, beside: &'static str) -> Self {
        Self {
            only: Some(Only { value, beside }),
            ..self
        }
    }
}

/// A text of the tables that is told to nobody unless the tables are described; then it takes no room.
pub(crate) const fn described(text: &'static str) -> &'static str {
    if cfg!(feature = "describe") { text } else { "" }
}

/// Several of them.
pub(crate) const fn all_described(texts: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(feature = "describe") { texts } else { &[] }
}

/// A text that is told to nobody where there are no words; then it takes no room.
pub(crate) const fn worded(text: &'static str) -> &'static str {
    if cfg!(feature = "words") { text } else { "" }
}

/// The one text that a field can be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Only {
    pub(crate) value: &'static str,
    /// The field of the same object that shows, by another value, that its author meant something else.
    pub(crate) beside: &'static str,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type {
    /// `true` or `false`.
    Boolean,
    /// A number without a fractional part. Its range is not stated anywhere.
    Long,
    /// A string.
    Text(&'static TextRule),
    /// An array of strings.
    Texts(&'static TextRule),
    /// An object with a table of its own.
    Object(&'static Object),
}

/// What a string must be.
#[derive(Debug)]
pub(crate) struct TextRule {
    /// How long it may be.
    pub(crate) length: Option<Length>,
    /// Of which characters it may consist.
    pub(crate) characters: Option<Characters>,
    /// The values that are allowed; any when empty.
    pub(crate) values: &'static [Value],
    /// Values that only another provider has.
    pub(crate) foreign_values: &'static [&'static str],
    /// A form beyond length and characters.
    pub(crate) form: Option<&'static Form>,
}

impl TextRule {
    /// Any string.
    pub(crate) const ANY: Self = Self {
        length: None,
        characters: None,
        values: &[],
        foreign_values: &[],
        form: None,
    };

    /// Whether no rule speaks of this string, of whatever severity.
    #[inline]
    pub(crate) fn allows(&self, text: &str) -> bool {
        let is_long_enough = |length: &Length| {
            // All characters that a set allows are ASCII.
            length.holds(match self.characters {
                Some(_) => text.len(),
                None => character_count(text.as_bytes()),
            })
        };
        self.has_value(text)
            && self.characters.as_ref().is_none_or(|characters| characters.allow(text))
            && self.length.as_ref().is_none_or(is_long_enough)
            && self.form.is_none_or(|form| (form.judge)(text).is_none())
    }

    /// Whether this is one of the values, where there is a list of them.
    #[inline]
    pub(crate) fn has_value(&self, text: &str) -> bool {
        let is_it = |allowed: &Value| equal(allowed.value.as_bytes(), text.as_bytes());
        self.values.is_empty() || self.values.iter().any(is_it)
    }

    /// One of a list of values.
    pub(crate) const fn one_of(values: &'static [Value]) -> Self {
        Self { values, ..Self::ANY }
    }
}

/// How long a string may be, in Unicode characters.
#[derive(Debug)]
pub(crate) struct Length {
    pub(crate) min: usize,
    pub(crate) max: usize,
    /// The part of the field's sentence that says so.
    pub(crate) quote: Passage,
}

impl Length {
    /// Whether a string of so many characters is neither too short nor too long.
    #[inline]
    pub(crate) const fn holds(&self, count: usize) -> bool {
        self.min <= count && count <= self.max
    }
}

/// Of which characters a string may consist. All of them are ASCII.
#[derive(Debug)]
#[cfg_attr(
    not(feature = "describe"),
    allow(dead_code, reason = "only descriptions tell all of it")
)]
pub(crate) struct Characters {
    /// The allowed ones, as a list for people: `a-z 0-9 - .`.
    pub(crate) list: Passage,
    /// The allowed ones in words.
    pub(crate) words: Passage,
    /// The allowed ones as the inside of a character class of a regular expression, in ECMA-262 (`v` flag) as in Rust.
    pub(crate) class: &'static str,
    /// Whether each ASCII character is allowed.
    pub(crate) allowed: [bool; 128],
    /// The set for the first character, where it is smaller.
    pub(crate) first: Option<&'static Characters>,
    /// The part of the field's sentence that says so.
    pub(crate) quote: Passage,
}

impl Characters {
    /// The set of the letters and digits in `ranges` and of the single characters in `others`.
    pub(crate) const fn allowed(ranges: &[(u8, u8)], others: &[u8]) -> [bool; 128] {
        let mut allowed = [false; 128];
        let mut index = 0;
        while index < ranges.len() {
            let mut byte = ranges[index].0;
            while byte <= ranges[index].1 {
                allowed[byte as usize] = true;
                byte += 1;
            }
            index += 1;
        }
        index = 0;
        while index < others.len() {
            allowed[others[index] as usize] = true;
            index += 1;
        }
        allowed
    }

    /// Whether a character is allowed; the first one has a set of its own where there is one.
    #[inline]
    pub(crate) fn allows(&self, character: char, is_first: bool) -> bool {
        let set = match self.first {
            Some(first) if is_first => first,
            _ => self,
        };
        set.allowed.get(character as usize).copied().unwrap_or(false)
    }

    /// Whether all characters are allowed.
    #[inline]
    pub(crate) fn allow(&self, text: &str) -> bool {
        let is_in = |set: &[bool; 128], byte: u8| set.get(usize::from(byte)).copied().unwrap_or(false);
        let first_is_allowed = match (self.first, text.as_bytes().first()) {
            (Some(first), Some(&byte)) => is_in(&first.allowed, byte),
            _ => true,
        };
        first_is_allowed && text.bytes().all(|byte| is_in(&self.allowed, byte))
    }
}

/// A value of an enumeration.
#[derive(Debug)]
#[cfg_attr(
    not(feature = "describe"),
    allow(dead_code, reason = "only descriptions tell all of it")
)]
pub(crate) struct Value {
    pub(crate) value: &'static str,
    /// What it means.
    pub(crate) doc: &'static str,
}

/// A form of strings that length and characters do not tell.
#[cfg_attr(
    not(feature = "describe"),
    allow(dead_code, reason = "only descriptions tell all of it")
)]
pub(crate) struct Form {
    /// The rule that reports a breach. A form of severity `error` is judged only when length and characters are right.
    pub(crate) rule: Rule,
    /// What is right, in words.
    pub(crate) words: &'static str,
    /// What is right, as regular expressions that all must match, in ECMA-262 (`v` flag) as in Rust, without lookaround.
    pub(crate) patterns: &'static [&'static str],
    /// What is wrong, as regular expressions none of which may match.
    pub(crate) not_patterns: &'static [&'static str],
    /// The authority where a breach does not name one of its own.
    pub(crate) source: Source,
    /// The first breach.
    pub(crate) judge: fn(&str) -> Option<Breach>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Form({})", self.rule.name())
    }
}

/// How a string breaks a form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Breach {
    /// What is wrong, following the name of the field: "must not contain `..`".
    pub(crate) what: Passage,
    /// The bytes of the string that are at fault; all of it when empty.
    pub(crate) bytes: (usize, usize),
    /// The authority, where it is not that of the form.
    pub(crate) source: Option<&'static Source>,
}

/// A plain value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar {
    Boolean(bool),
    Text(&'static str),
}

/// The number of a field in its document: first those of the top level, then those of its objects. No document has as many as
/// a byte can tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FieldId {
    number: u8,
    top: u8,
    inner: Option<u8>,
}

impl FieldId {
    pub(crate) const fn new(number: usize, top: usize, inner: Option<usize>) -> Self {
        Self {
            number: number as u8,
            top: top as u8,
            inner: match inner {
                Some(inner) => Some(inner as u8),
                None => None,
            },
        }
    }

    /// The number.
    pub(crate) const fn number(self) -> usize {
        self.number as usize
    }

    /// The index at the top level, of the field or of the object it stands in.
    pub(crate) const fn top(self) -> usize {
        self.top as usize
    }

    /// The index in the object, for a field that stands in one.
    pub(crate) fn inner(self) -> Option<usize> {
        self.inner.map(usize::from)
    }

    /// The field at a JSON Pointer below `root`; does not compile when there is none.
    #[expect(
        clippy::panic,
        reason = "it runs at compile time and says why the table does not compile"
    )]
    pub(crate) const fn of(root: &'static Object, pointer: &str) -> Self {
        let path = pointer.as_bytes();
        assert!(path.len() > 1 && path[0] == b'/', "a JSON Pointer starts with a slash");
        let mut split = 1;
        while split < path.len() && path[split] != b'/' {
            split += 1;
        }
        let (head, tail) = path.split_at(split);
        let top = index_of(root.fields, head.split_at(1).1);
        if tail.is_empty() {
            return Self::new(top, top, None);
        }
        let mut base = root.fields.len();
        let mut before = 0;
        while before < top {
            if let Type::Object(object) = root.fields[before].ty {
                base += object.fields.len();
            }
            before += 1;
        }
        match root.fields[top].ty {
            Type::Object(object) => {
                let inner = index_of(object.fields, tail.split_at(1).1);
                Self::new(base + inner, top, Some(inner))
            }
            _ => panic!("the field has no members"),
        }
    }

    /// The row of the field, and the table it stands in.
    pub(crate) fn row(self, root: &'static Object) -> (&'static Object, &'static Field) {
        let field = &root.fields[self.top()];
        match (self.inner(), field.ty) {
            (Some(inner), Type::Object(object)) => (object, &object.fields[inner]),
            _ => (root, field),
        }
    }

    /// The JSON Pointer of the field.
    pub(crate) fn pointer(self, root: &'static Object) -> String {
        let top = root.fields[self.top()].name;
        match self.inner {
            Some(_) => format!("/{top}/{}", self.row(root).1.name),
            None => format!("/{top}"),
        }
    }

    /// The name of the object that the field stands in; `None` at the top level.
    pub(crate) fn holder(self, document: &Document) -> Option<&'static str> {
        self.inner.map(|_| document.root.fields[self.top()].name)
    }
}

/// The index of the field of that name; does not compile when there is none.
#[expect(
    clippy::panic,
    reason = "it runs at compile time and says why the table does not compile"
)]
const fn index_of(fields: &[Field], name: &[u8]) -> usize {
    let mut index = 0;
    while index < fields.len() {
        if same(fields[index].name.as_bytes(), name) {
            return index;
        }
        index += 1;
    }
    panic!("no such field")
}

/// A rule about several fields: where `when` holds, `then` must hold.
///
/// Where a field has a wrong value, or where a misspelt or misplaced member supplies it, a condition on it cannot be
/// told, and the rule stays silent.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) rule: Rule,
    pub(crate) when: Condition,
    pub(crate) then: Condition,
    pub(crate) at: At,
    /// The sentence that says so.
    pub(crate) source: Source,
    /// The code of the error with which the API answers.
    pub(crate) api_error: Option<&'static str>,
}

/// Which field a relation speaks of.
#[derive(Debug)]
pub(crate) enum At {
    /// The whole body.
    Body,
    /// One field, present or not.
    Field(FieldId),
    /// The first field of these of which the condition holds; the others are related.
    First(&'static [Condition]),
}

/// A condition on the fields of a body.
#[derive(Debug)]
pub(crate) enum Condition {
    /// It always holds.
    Always,
    /// The field has this value.
    Is(FieldId, Scalar),
    /// The field is there, whatever its value.
    Present(FieldId),
    /// The field is there with an allowed value that is not the empty string.
    Given(FieldId),
    /// All of these hold.
    All(&'static [Condition]),
    /// One of these holds.
    Any(&'static [Condition]),
}

/// A field that a document has not, but that is known from elsewhere.
#[derive(Debug)]
pub(crate) struct Stranger {
    /// The name of the object where people put it; `None` for the top level.
    pub(crate) within: Option<&'static str>,
    pub(crate) name: &'static str,
    pub(crate) origin: Origin,
    /// Why it is not allowed, where its origin does not say enough.
    pub(crate) note: Option<Passage>,
    /// The fields that the author meant to supply with it.
    pub(crate) supplies: &'static [FieldId],
    /// What its name at the top level of a body says of what the body is.
    pub(crate) telling: Telling,
}

/// Where a stranger comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// An older state of the same request.
    Retired,
    /// Huawei Cloud's own v3.
    OtherProvider,
    /// The answer to the request.
    Response,
}

impl Stranger {
    pub(crate) const fn new(origin: Origin, name: &'static str) -> Self {
        Self {
            within: None,
            name,
            origin,
            note: None,
            supplies: &[],
            telling: Telling::Common,
        }
    }

    pub(crate) const fn within(self, object: &'static str) -> Self {
        Self {
            within: Some(object),
            ..self
        }
    }

    pub(crate) const fn note(self, note: &'static str) -> Self {
        Self {
            note: Some(Passage::new(note)),
            ..self
        }
    }

    pub(crate) const fn telling(self) -> Self {
        Self {
            telling: Telling::Alone,
            ..self
        }
    }

    pub(crate) const fn supplies(self, supplies: &'static [FieldId]) -> Self {
        Self { supplies, ..self }
    }
}

/// What becomes of a field of v1 in v3.
#[derive(Debug)]
pub(crate) struct Move {
    pub(crate) from: FieldId,
    pub(crate) fate: Fate,
}

/// What becomes of a field in the next version.
#[derive(Debug)]
pub(crate) enum Fate {
    /// It keeps its value in this field.
    Moved {
        to: FieldId,
        /// What is written when the older body leaves the field out, and why, where that is not the same.
        absent: Option<(Scalar, Passage)>,
    },
    /// It has no counterpart, and the server does what this value says.
    Dropped { usual: Scalar, reason: Passage },
    /// It has no counterpart, and what it asks for is lost.
    Lost(&'static Loss),
}

/// Something that the next version cannot do.
#[derive(Debug)]
pub(crate) struct Loss {
    /// The fields that ask for it together; the name of any of them stands for the loss.
    pub(crate) fields: &'static [&'static str],
    /// The field and its value without which nothing was asked for, and what it means that this is not so.
    pub(crate) asked_by: Option<(FieldId, Scalar, Passage)>,
    pub(crate) reason: Passage,
    pub(crate) advice: Passage,
}

/// A member that bodies of an older state of v1 have beside the fields of its table.
#[derive(Debug)]
pub(crate) struct Retired {
    pub(crate) name: &'static str,
    pub(crate) loss: &'static Loss,
}

/// A field of v3 that v1 has not, and that is always written.
#[derive(Debug)]
pub(crate) struct Added {
    pub(crate) to: FieldId,
    pub(crate) value: Scalar,
    pub(crate) reason: Passage,
}
