//! Fields that a document does not have, but that are known from elsewhere.

use super::field::Telling;
use crate::messages::MessageId;

/// A field that a document does not have, but that is known from elsewhere.
#[derive(Debug)]
pub(crate) struct KnownForeignField {
    /// The name of the object where it occurs; `None` for the top level.
    pub(crate) within: Option<&'static str>,
    pub(crate) name: &'static str,
    pub(crate) provenance: Provenance,
    /// Why it is not allowed, if its provenance is not explanation enough.
    pub(crate) note: Option<MessageId>,
    /// The JSON Pointers of the fields of the document that it is written in place of. They are not reported as missing.
    pub(crate) stands_for: &'static [&'static str],
    /// How far its name at the top level identifies the document.
    pub(crate) telling: Telling,
}

/// Where a foreign field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Provenance {
    /// An older version of the same request.
    Retired,
    /// The v3 API of Huawei Cloud.
    OtherProvider,
    /// The response to the request.
    Response,
}

impl KnownForeignField {
    pub(crate) const fn new(provenance: Provenance, name: &'static str) -> Self {
        Self {
            within: None,
            name,
            provenance,
            note: None,
            stands_for: &[],
            telling: Telling::Common,
        }
    }

    pub(crate) const fn within(self, object: &'static str) -> Self {
        Self {
            within: Some(object),
            ..self
        }
    }

    pub(crate) const fn note(self, note: MessageId) -> Self {
        Self {
            note: Some(note),
            ..self
        }
    }

    pub(crate) const fn telling(self) -> Self {
        Self {
            telling: Telling::Alone,
            ..self
        }
    }

    pub(crate) const fn stands_for(self, stands_for: &'static [&'static str]) -> Self {
        Self { stands_for, ..self }
    }
}
