//! Which document is this?

use std::fmt;

use serde::{Serialize, Serializer};

use crate::api::{error, v1, v3};
use crate::json::{Kind, Syntax, Tree, Value, decode};
use crate::names::{Names, equal, expect};
use crate::similar::nearest;
use crate::spec::Document;
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

const LIST: Detection = Detection {
    document: None,
    reason: Reason::List,
};

/// The fields of the top level that tell, in the order in which they are asked for.
const SIGNS: &[&str] = &[
    "error_code",
    "error_msg",
    "id",
    "create_time",
    "domain_id",
    "project_id",
    "group_id",
    "stream_id",
    "tracker_type",
    "obs_info",
    "bucket_name",
    "lts",
    "log_file_validate",
    "smn",
    "tracker_name",
    "is_support_trace_files_encryption",
    "trackers",
];
static NAMES: Names = Names::of(SIGNS);

/// The index of a sign.
fn sign(name: &str) -> Option<usize> {
    let index = NAMES.place(name);
    equal(SIGNS.get(index)?.as_bytes(), name.as_bytes()).then_some(index)
}

/// The set of these signs. What tells is a test of bits: this runs for every body.
const fn set(names: &[&str]) -> u32 {
    let mut set = 0;
    let mut index = 0;
    while index < names.len() {
        set |= 1 << expect(SIGNS, names[index]);
        index += 1;
    }
    set
}

const ERROR: u32 = set(&["error_code", "error_msg"]);
const ANSWER: u32 = set(&["id", "create_time", "domain_id", "project_id", "group_id", "stream_id"]);
const ANSWER_OF_V1: u32 = set(&[
    "log_file_validate",
    "group_id",
    "stream_id",
    "is_support_trace_files_encryption",
]);
const REQUEST_OF_V3: u32 = set(&["tracker_type", "obs_info"]);
const REQUEST_OF_V1: u32 = set(&["bucket_name", "lts", "log_file_validate", "smn"]);
const TRACKER_NAME: u32 = set(&["tracker_name"]);
const LTS: u32 = set(&["lts"]);
const TRACKERS: u32 = set(&["trackers"]);

/// The set of the signs in a body, and whether its `lts` is an object.
#[derive(Clone, Copy, Default)]
struct Seen {
    signs: u32,
    lts_is_object: bool,
    trackers_is_array: bool,
}

impl Seen {
    fn add(&mut self, sign: usize, value: Value<'_, '_>) {
        let sign = 1 << sign;
        self.signs |= sign;
        match sign {
            LTS => self.lts_is_object = value.kind() == Kind::Object,
            TRACKERS => self.trackers_is_array = value.kind() == Kind::Array,
            _ => {}
        }
    }

    /// The first sign of a set that was seen.
    fn first(self, set: u32) -> Option<&'static str> {
        SIGNS.get((self.signs & set).trailing_zeros() as usize).copied()
    }
}

/// Tells which document a value is.
pub(crate) fn detect_value(root: Value<'_, '_>) -> Detection {
    match root.kind() {
        Kind::Object => {}
        Kind::Array if root.items().next().is_some_and(|item| item.kind() == Kind::Object) => return LIST,
        _ => return UNTOLD,
    }
    let mut seen = Seen::default();
    for member in root.members() {
        let sign = match member.key.plain() {
            Some(name) => sign(name),
            None => sign(&member.key.text()),
        };
        if let Some(sign) = sign {
            seen.add(sign, member.value);
        }
    }
    if let Some((document, reason)) = decide(seen, root) {
        return Detection {
            document: Some(document),
            reason,
        };
    }
    if seen.trackers_is_array {
        return LIST;
    }
    resembling(root).unwrap_or(UNTOLD)
}

fn decide(seen: Seen, root: Value<'_, '_>) -> Option<(&'static Document, Reason)> {
    if let Some(sign) = seen.first(ERROR) {
        return Some((&error::ERROR_RESPONSE, Reason::Has(sign)));
    }
    let answer = seen.signs & ANSWER;
    let but_the_first = answer & answer.wrapping_sub(1);
    if let (Some(first), Some(second)) = (seen.first(answer), seen.first(but_the_first)) {
        let of_v1 = seen.first(ANSWER_OF_V1).is_some() || has_lifecycle_text(root);
        let document = if of_v1 {
            &v1::CREATE_RESPONSE
        } else {
            &v3::CREATE_RESPONSE
        };
        return Some((document, Reason::HasBoth(first, second)));
    }
    if let Some(sign) = seen.first(REQUEST_OF_V3) {
        return Some((&v3::CREATE_REQUEST, Reason::Has(sign)));
    }
    let of_v1 = if seen.lts_is_object {
        REQUEST_OF_V1
    } else {
        REQUEST_OF_V1 & !LTS
    };
    if let Some(sign) = seen.first(of_v1) {
        return Some((&v1::CREATE_REQUEST, Reason::Has(sign)));
    }
    let sign = seen.first(TRACKER_NAME)?;
    Some((&v3::CREATE_REQUEST, Reason::Has(sign)))
}

/// In v1 the life cycle of the bucket is a string, in v3 a number.
fn has_lifecycle_text(root: Value<'_, '_>) -> bool {
    root.members()
        .filter(|member| member.key.text() == "obs_info")
        .any(|info| {
            info.value
                .members()
                .any(|member| member.key.text() == "bucket_lifecycle" && member.value.kind() == Kind::String)
        })
}

/// Takes fields for the signs that they are nearly like.
#[cold]
fn resembling(root: Value<'_, '_>) -> Option<Detection> {
    let mut seen = Seen::default();
    for member in root.members() {
        if let Some(sign) = nearest(&member.key.text(), SIGNS.len(), &|sign| SIGNS[sign]).first() {
            seen.add(sign, member.value);
        }
    }
    let (document, reason) = decide(seen, root)?;
    let sign = match reason {
        Reason::Has(sign) | Reason::HasBoth(sign, _) => sign,
        _ => return None,
    };
    Some(Detection {
        document: Some(document),
        reason: Reason::Resembles(sign),
    })
}
