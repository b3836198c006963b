//! Which document is this?
//!
//! ctslint runs over whole repositories, and to take a foreign file for a body of a tracker is the worst that it can do. So no
//! single name decides: the names of the top level are evidence, the rows of the tables say how telling each is, and a text
//! of which too little is known is foreign.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::api::{error, neighbours, terraform, v1, v3};
use crate::json::{Kind, Member, Range, Syntax, Tree, Value, decode};
use crate::names::{Names, equal, same};
use crate::similar::{Name, Search};
use crate::spec::{Document, DocumentKind, Object, Telling, Type};
#[cfg(feature = "words")]
use crate::words::Fact;
use crate::words::Phrase;

/// Why a text was checked as the document it was checked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The caller named the document.
    Named,
    /// It has a field that tells.
    Has(&'static str),
    /// It has two fields that only answers have.
    HasBoth(&'static str, &'static str),
    /// Nothing else decides, and a field is nearly one that tells.
    Resembles(&'static str),
    /// It is sent with this method to a path of this form.
    Sent(&'static str),
    /// It is sent to an address that is like those of CTS, but none of them.
    Addressed,
    /// Several requests are there, with bodies of several documents.
    Several,
    /// It is a list of trackers, which is no document.
    List,
    /// Nothing tells.
    Nothing,
    /// It is no body, but a file with settings of ctslint's own.
    Settings,
}

impl Reason {
    /// What is said of it, and the texts in the gaps of that.
    pub(crate) const fn said(self) -> (Phrase, &'static str, &'static str) {
        match self {
            Self::Named => (Phrase::WasNamed, "", ""),
            Self::Has(field) => (Phrase::HasField, field, ""),
            Self::HasBoth(first, second) => (Phrase::HasFields, first, second),
            Self::Resembles(field) => (Phrase::ResemblesField, field, ""),
            Self::Sent(endpoint) => (Phrase::SentAs, endpoint, ""),
            Self::Addressed => (Phrase::SentToLikeCts, "", ""),
            Self::Several => (Phrase::SeveralBodies, "", ""),
            Self::List => (Phrase::IsListOfTrackers, "", ""),
            Self::Nothing => (Phrase::NothingTells, "", ""),
            Self::Settings => (Phrase::HoldsSettings, "", ""),
        }
    }
}

#[cfg(feature = "words")]
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (phrase, field, name) = self.said();
        let text = phrase.text(&mut String::new(), &mut |target, fact, _| {
            target.push_str(if fact == Fact::Field as usize { field } else { name });
        });
        f.write_str(&text)
    }
}

/// Without words there is only the fact that decides.
#[cfg(not(feature = "words"))]
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.said().1)
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a text was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Detection {
    /// The document; `None` when it cannot be told.
    pub document: Option<&'static Document>,
    /// Why.
    pub reason: Reason,
}

/// Tells which document a text is.
///
/// Text errors do no harm as long as the fields can be read.
///
/// ```
/// let detection = ctslint::detect(r#"{"tracker_type": "system"}"#);
/// assert_eq!(detection.document.unwrap().name(), "v3-create-request");
/// assert_eq!(detection.reason.to_string(), "it has `tracker_type`");
/// ```
#[must_use]
pub fn detect(text: impl AsRef<[u8]>) -> Detection {
    let decoded = decode(text.as_ref());
    let tree = Tree::parse(&decoded.text, Syntax { comments: true });
    tree.root().map_or(UNTOLD, detect_value)
}

/// What nothing is known of.
pub(crate) const UNTOLD: Detection = Detection {
    document: None,
    reason: Reason::Nothing,
};

/// What every body that has the required fields of a v3 request, and no others than its own, is taken for.
pub(crate) const COMPLETE_V3: Detection = Detection {
    document: Some(&v3::CREATE_REQUEST),
    reason: Reason::Has("tracker_type"),
};

/// Tells which document a value is.
pub(crate) fn detect_value(root: Value<'_, '_>) -> Detection {
    let kind = told(root).kind;
    kind.map_or(UNTOLD, Told::detection)
}

/// What a value was told to be, and from what.
#[derive(Clone, Copy)]
pub(crate) struct Judgement<'a, 't> {
    kind: Option<Told>,
    evidence: Evidence<'a, 't>,
}

/// What a text can be. An update is judged as the create of its version, and the flat answer to a query of v1 as the answer to a
/// create, but for the members that only they have.
#[derive(Clone, Copy, PartialEq)]
struct Told {
    document: Option<&'static Document>,
    reason: Reason,
    unjudged: &'static [&'static str],
}

impl Told {
    const fn new(document: &'static Document, reason: Reason) -> Self {
        Self {
            document: Some(document),
            reason,
            unjudged: &[],
        }
    }

    const fn detection(self) -> Detection {
        Detection {
            document: self.document,
            reason: self.reason,
        }
    }
}

fn document_of(kind: Option<Told>) -> Option<&'static Document> {
    kind?.document
}

/// What an update has that a create has not.
const OF_UPDATES: &[&str] = &["status"];
/// What the flat answer to a query of v1 has at its top level.
const OF_QUERIES: &[&str] = &["bucket_name", "file_prefix_name", "is_obs_created", "detail"];

impl Judgement<'_, '_> {
    pub(crate) fn detection(&self) -> Detection {
        self.kind.map_or(UNTOLD, Told::detection)
    }

    /// The members of the top level that are not judged.
    pub(crate) fn unjudged(&self) -> &'static [&'static str] {
        self.kind.map_or(&[], |kind| kind.unjudged)
    }

    /// Whether a field whose only value tells can be added without a doubt about what the body is: it is certain now, and the same
    /// with that field, and with the others of its kind.
    pub(crate) fn is_same_with_added(&self, name: &str) -> bool {
        let is_certain = match self.evidence.telling().count_ones() {
            0 => false,
            1 => self.evidence.unknown == 0,
            _ => true,
        };
        let added = known(name).map_or(0, |index| 1 << index);
        is_certain
            && [added, WITH_VALUE].into_iter().all(|added| {
                let evidence = Evidence {
                    exact: self.evidence.exact | added,
                    has_value: true,
                    ..self.evidence
                };
                document_of(decide(&evidence)) == document_of(self.kind)
            })
    }

    /// Whether the body is told to be the same without the member with this key, and with another name for it.
    pub(crate) fn is_same_with(&self, root: Value<'_, '_>, key: Range, name: &'static str) -> bool {
        // A body of so many members is none of a tracker, and each is looked at again here.
        const MANY: usize = 256;
        root.members().take(MANY).count() < MANY
            && [None, Some(name)].into_iter().all(|name| {
                let evidence = Evidence::of(root, Some((key, name)));
                document_of(decide(&evidence)) == document_of(self.kind)
            })
    }
}

/// Whether a document that was named for many texts is meant for this one: it is told to be some document of a tracker, or has a
/// telling name and none of the neighbours'. Errors go by themselves.
pub(crate) fn applies(document: &Document, root: Value<'_, '_>) -> bool {
    let Judgement { kind, evidence } = told(root);
    let is_error = document.kind == DocumentKind::Error;
    match kind.and_then(|kind| kind.document) {
        Some(told) => (told.kind == DocumentKind::Error) == is_error,
        None => !is_error && !evidence.is_neighbour && evidence.telling() != 0,
    }
}

/// Tells what a value is.
pub(crate) fn told<'a, 't>(root: Value<'a, 't>) -> Judgement<'a, 't> {
    let evidence = Evidence::of(root, None);
    let list = Told {
        document: None,
        reason: Reason::List,
        unjudged: &[],
    };
    let kind = match root.kind() {
        Kind::Object => {
            let is_list = || evidence.trackers.is_some_and(|list| are_told(list, |_| true));
            let kind = decide(&evidence);
            kind.or_else(|| is_list().then_some(list))
        }
        Kind::Array => are_told(root, |kind| kind.unjudged == OF_QUERIES).then_some(list),
        _ => None,
    };
    Judgement { kind, evidence }
}

/// Whether these are items of a list of trackers: some, and all of them are told to be such documents.
fn are_told(list: Value<'_, '_>, is_one: impl Fn(&Told) -> bool) -> bool {
    let is_told = |item: Value<'_, '_>| {
        let is_object = item.kind() == Kind::Object;
        is_object && decide(&Evidence::of(item, None)).is_some_and(|kind| is_one(&kind))
    };
    list.kind() == Kind::Array && list.items().next().is_some() && list.items().all(is_told)
}

/// A name that a table of a tracker's document has.
#[derive(Clone, Copy)]
struct Known {
    name: &'static str,
    telling: Telling,
}

/// How many names are known at most; sets of them are the bits of a number.
const MOST: usize = 64;

/// The documents of trackers.
const DOCUMENTS: [&Document; 4] = [
    &v1::CREATE_REQUEST,
    &v1::CREATE_RESPONSE,
    &v3::CREATE_REQUEST,
    &v3::CREATE_RESPONSE,
];

/// The names in the tables of these documents, each once, and how many they are.
const fn collect() -> ([Known; MOST], usize) {
    const NONE: Known = Known {
        name: "",
        telling: Telling::Common,
    };
    let mut known = ([NONE; MOST], 0);
    let mut document = 0;
    while document < DOCUMENTS.len() {
        let Document {
            root,
            strangers,
            undocumented,
            ..
        } = DOCUMENTS[document];
        known = collect_object(known, root, true);
        let mut index = 0;
        while index < strangers.len() {
            known = add(known, strangers[index].name, strangers[index].telling);
            index += 1;
        }
        index = 0;
        while index < undocumented.len() {
            known = add(known, undocumented[index], Telling::Common);
            index += 1;
        }
        document += 1;
    }
    known
}

const fn collect_object(mut known: ([Known; MOST], usize), object: &Object, is_top: bool) -> ([Known; MOST], usize) {
    let mut index = 0;
    while index < object.fields.len() {
        let field = &object.fields[index];
        known = add(known, field.name, field.telling);
        if let (true, Type::Object(inner)) = (is_top, field.ty) {
            known = collect_object(known, inner, false);
        }
        index += 1;
    }
    known
}

const fn add(mut known: ([Known; MOST], usize), name: &'static str, telling: Telling) -> ([Known; MOST], usize) {
    let mut index = 0;
    while index < known.1 && !same(known.0[index].name.as_bytes(), name.as_bytes()) {
        index += 1;
    }
    if index == known.1 {
        known.1 += 1;
        known.0[index] = Known { name, telling };
    } else if !matches!(telling, Telling::Common) {
        known.0[index].telling = telling;
    }
    known
}

const COLLECTED: ([Known; MOST], usize) = collect();
static KNOWN: &[Known] = COLLECTED.0.split_at(COLLECTED.1).0;
static NAMES: Names<256> = {
    let mut names = [""; MOST];
    let mut index = 0;
    while index < COLLECTED.1 {
        names[index] = COLLECTED.0[index].name;
        index += 1;
    }
    Names::new(&names, COLLECTED.1)
};

/// The index of a known name.
fn known(name: &str) -> Option<usize> {
    let index = NAMES.place(name);
    equal(KNOWN.get(index)?.name.as_bytes(), name.as_bytes()).then_some(index)
}

/// The set of these names; does not compile where no table has one.
const fn set(names: &[&str]) -> u64 {
    let mut set = 0;
    let mut index = 0;
    while index < names.len() {
        let mut place = 0;
        while !same(COLLECTED.0[place].name.as_bytes(), names[index].as_bytes()) {
            place += 1;
            assert!(place < COLLECTED.1, "no table has this name");
        }
        set |= 1 << place;
        index += 1;
    }
    set
}

/// The set of the names of which the tables tell this.
const fn telling(wanted: Telling) -> u64 {
    let mut set = 0;
    let mut index = 0;
    while index < COLLECTED.1 {
        set |= ((COLLECTED.0[index].telling as u8 == wanted as u8) as u64) << index;
        index += 1;
    }
    set
}

const TELLING: u64 = telling(Telling::Alone);
const WITH_MEMBER: u64 = telling(Telling::WithMember);
const WITH_VALUE: u64 = telling(Telling::WithValue);

// What tells documents apart, each in the order in which it is told as the reason.
const OF_ANSWERS: &[&str] = &["id", "create_time", "domain_id", "project_id"];
const OF_ANSWERS_ALONE: u64 = set(OF_ANSWERS)
    | set(&[
        "detail",
        "group_id",
        "stream_id",
        "is_authorized_bucket",
        "bucket_location",
    ])
    | set(&["enterprise_project_id", "tag"]);
const OF_V3: &[&str] = &["tracker_type", "obs_info"];
const OF_V1: &[&str] = &[
    "bucket_name",
    "lts",
    "log_file_validate",
    "is_support_trace_files_encryption",
    "is_obs_created",
    "file_prefix_name",
    "smn",
];
const OF_V3_TOO: &[&str] = &[
    "tracker_name",
    "is_lts_enabled",
    "is_support_validate",
    "is_organization_tracker",
    "management_event_selector",
];

/// What the top level of a body tells.
#[derive(Clone, Copy, Default)]
struct Evidence<'a, 't> {
    /// The known names that are there, and those that others are nearly like.
    exact: u64,
    near: u64,
    /// How many members have a known name, one that is nearly one, one of Terraform's, or another.
    known: usize,
    misspelt: usize,
    of_terraform: usize,
    unknown: usize,
    is_neighbour: bool,
    /// Whether one of the names that tell by their values has such a value, and whether one that is nearly such a name has.
    has_value: bool,
    has_near_value: bool,
    /// The list of trackers, where there is nothing else.
    trackers: Option<Value<'a, 't>>,
    obs_info: Option<Value<'a, 't>>,
    is_error: bool,
}

impl<'a, 't> Evidence<'a, 't> {
    /// The evidence of the members of an object. The one with the key that is given has another name, or is not there.
    fn of(root: Value<'a, 't>, change: Option<(Range, Option<&str>)>) -> Self {
        let mut evidence = Self::default();
        if root.kind() != Kind::Object {
            return evidence;
        }
        for member in root.members() {
            match (change, member.key.plain()) {
                (Some((key, name)), _) if key == member.key.range() => {
                    name.into_iter().for_each(|name| evidence.add(name, member));
                }
                (_, Some(name)) => evidence.add(name, member),
                (_, None) => evidence.add(&member.key.text(), member),
            }
        }
        if evidence.known + evidence.misspelt + evidence.of_terraform > 0 || evidence.unknown > 1 {
            evidence.trackers = None;
        }
        evidence
    }

    fn add(&mut self, name: &str, member: Member<'a, 't>) {
        let value = member.value;
        if let Some(index) = known(name) {
            let bit = 1 << index;
            // Without a member of its own it tells no more than any other name.
            let is_bare = bit & WITH_MEMBER != 0 && !has_own_member(value);
            self.exact |= if is_bare { 0 } else { bit };
            self.known += 1;
            if name == "obs_info" {
                self.obs_info = Some(value);
            }
            self.has_value |= bit & WITH_VALUE != 0 && is_own_value(value);
            return;
        }
        match name {
            "$schema" => return,
            "error_code" => self.is_error |= is_error_code(value),
            "trackers" => self.trackers = Some(value),
            _ if neighbours::NAMES.contains(&name) => self.is_neighbour = true,
            _ if terraform::ARGUMENTS.iter().any(|(argument, _)| *argument == name) => {
                self.of_terraform += 1;
                return;
            }
            _ => {
                if let Some(index) = nearly_known(name) {
                    self.near |= 1 << index;
                    self.misspelt += 1;
                    self.has_near_value |= 1 << index & WITH_VALUE != 0 && is_own_value(value);
                    return;
                }
            }
        }
        self.unknown += 1;
    }

    /// The telling names that are there.
    const fn telling(&self) -> u64 {
        let plain = self.exact & (TELLING | WITH_MEMBER);
        let by_value = self.exact & WITH_VALUE;
        if self.has_value || plain != 0 {
            plain | by_value
        } else {
            plain
        }
    }

    /// The telling names that others are nearly like.
    const fn nearly_telling(&self) -> u64 {
        let by_value = if self.has_near_value || self.has_value {
            WITH_VALUE
        } else {
            0
        };
        self.near & (TELLING | by_value)
    }

    /// Whether `obs_info` has a member of this name whose value is of such a kind.
    fn has_in_bucket(&self, name: &str, is_one: impl Fn(Kind) -> bool) -> bool {
        let mut members = self.obs_info.into_iter().flat_map(Value::members);
        members.any(|member| member.key.text() == name && is_one(member.value.kind()))
    }

    /// Whether it is the body of a tracker.
    fn is_of_tracker(&self) -> bool {
        if self.telling() != 0 {
            return self.known + self.misspelt + self.of_terraform >= self.unknown;
        }
        let has_bucket = self.exact & set(&["bucket_name"]) != 0;
        self.unknown + self.of_terraform == 0
            && self.exact & OF_ANSWERS_ALONE == 0
            && (has_bucket || self.nearly_telling().count_ones() >= 2)
    }
}

/// What a body is, by its evidence.
fn decide(evidence: &Evidence<'_, '_>) -> Option<Told> {
    if evidence.is_neighbour {
        return None;
    }
    if evidence.is_error {
        return Some(Told::new(&error::ERROR_RESPONSE, Reason::Has("error_code")));
    }
    if !evidence.is_of_tracker() {
        return None;
    }
    let has = |name: &'static str| evidence.exact & set(&[name]) != 0;
    if let Some((first, second)) = answers(has, evidence) {
        let reason = Reason::HasBoth(first, second);
        let is_of_v1 =
            || has("log_file_validate") || evidence.has_in_bucket("bucket_lifecycle", |kind| kind == Kind::String);
        return Some(match has("bucket_name") {
            true => Told {
                unjudged: OF_QUERIES,
                ..Told::new(&v1::CREATE_RESPONSE, reason)
            },
            false if is_of_v1() => Told::new(&v1::CREATE_RESPONSE, reason),
            false => Told::new(&v3::CREATE_RESPONSE, reason),
        });
    }
    let request = |has: &dyn Fn(&'static str) -> bool| {
        let first = |names: &[&'static str]| names.iter().copied().find(|name| has(name));
        let of_v3 = |name| (&v3::CREATE_REQUEST, name);
        first(OF_V3)
            .map(of_v3)
            .or_else(|| first(OF_V1).map(|name| (&v1::CREATE_REQUEST, name)))
            .or_else(|| first(OF_V3_TOO).map(of_v3))
    };
    let (document, reason) = match request(&has) {
        Some((document, name)) => (document, Reason::Has(name)),
        None => request(&|name| evidence.near & set(&[name]) != 0)
            .map(|(document, name)| (document, Reason::Resembles(name)))?,
    };
    let is_update = has("status");
    Some(Told {
        unjudged: if is_update { OF_UPDATES } else { &[] },
        ..Told::new(document, reason)
    })
}

/// The two names that make a body an answer.
fn answers(has: impl Fn(&'static str) -> bool, evidence: &Evidence<'_, '_>) -> Option<(&'static str, &'static str)> {
    let mut of_answers = OF_ANSWERS.iter().copied().filter(|name| has(name));
    let is_authorized = || evidence.has_in_bucket("is_authorized_bucket", |_| true);
    let (first, second) = (of_answers.next(), of_answers.next());
    if let Some(first) = first {
        return match second {
            Some(second) => Some((first, second)),
            None if has("detail") => Some((first, "detail")),
            None if is_authorized() => Some((first, "obs_info")),
            None => None,
        };
    }
    let is_flat = has("bucket_name") && !has("tracker_type") && !has("obs_info");
    let is_one = has("tracker_name") && has("status") && (has("detail") || is_flat || is_authorized());
    is_one.then_some(("tracker_name", "status"))
}

/// Whether an object has a member of the table that `lts` has in some document.
fn has_own_member(value: Value<'_, '_>) -> bool {
    let own = |member: Member<'_, '_>| v1::LTS.index(&member.key.text()).is_some();
    value.kind() == Kind::Object && value.members().any(own)
}

/// Whether a value is one that only the type or name of a tracker has: nearly `system`, or `data`.
fn is_own_value(value: Value<'_, '_>) -> bool {
    if value.kind() != Kind::String {
        return false;
    }
    let text = value.text();
    let is_near = |wanted: &str| {
        Name::new(&text).is_some_and(|name| {
            let mut search = Search::new(&name);
            search.look_at(0, wanted);
            search.near.first().is_some()
        })
    };
    text == "system" || text == "data" || is_near("system")
}

/// Whether this is a code that CTS, or a gateway before it, answers.
fn is_error_code(value: Value<'_, '_>) -> bool {
    let starts = |start: &&str| value.text().starts_with(*start);
    value.kind() == Kind::String && ["CTS.", "cts.", "APIGW."].iter().any(starts)
}

/// The known name that another is nearly like. Names of a few letters are nearly like too many others.
#[cold]
fn nearly_known(name: &str) -> Option<usize> {
    const FEWEST: usize = 6;
    let letters = |name: &str| name.bytes().filter(|byte| !matches!(byte, b'_' | b'-')).count();
    let written = Name::new(name).filter(|_| letters(name) >= FEWEST)?;
    let mut search = Search::new(&written);
    for (index, known) in KNOWN.iter().enumerate() {
        if letters(known.name) >= FEWEST {
            search.look_at(index, known.name);
        }
    }
    search.near.first()
}
