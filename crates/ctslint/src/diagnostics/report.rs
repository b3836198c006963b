//! Everything that was found in one text.

use serde::{Serialize, Serializer};

use super::finding::Finding;
use super::params::{Message, ParamName};
use crate::messages::MessageId as M;
use crate::model::{Document, Provider};
use crate::text::serialize::fixed;

/// Everything that was found in one text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The document that the text was checked as; `None` if it is unknown.
    #[serde(serialize_with = "document_name")]
    pub document: Option<&'static Document>,
    /// Why the text was checked as that document.
    pub reason: DetectionReason,
    /// The findings, sorted by position.
    pub findings: Vec<Finding>,
}

pub(crate) fn document_name<S: Serializer>(
    document: &Option<&'static Document>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    fixed(&document.map(Document::name), serializer)
}

/// The detected document of a text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Detection {
    /// The document; `None` if it is unknown.
    #[serde(serialize_with = "document_name")]
    pub document: Option<&'static Document>,
    /// Why it was chosen.
    pub reason: DetectionReason,
}

impl Detection {
    /// The result when no field identifies the document.
    pub(crate) const UNKNOWN: Self = Self {
        document: None,
        reason: DetectionReason::Nothing,
    };

    /// The same document as this provider has it. A document that the caller named stays.
    #[must_use]
    pub fn for_provider(self, provider: Provider) -> Self {
        match (self.document, self.reason) {
            (None, _) | (_, DetectionReason::Named) => self,
            (Some(document), _) => Self {
                document: Some(document.of_provider(provider)),
                ..self
            },
        }
    }

    /// The document that the caller named.
    pub(crate) const fn named(document: &'static Document) -> Self {
        Self {
            document: Some(document),
            reason: DetectionReason::Named,
        }
    }
}

/// Why a text was checked as its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DetectionReason {
    /// The caller named the document.
    Named,
    /// It has this field, which only the document has.
    Has(&'static str),
    /// It has these two fields, which only responses have.
    HasBoth(&'static str, &'static str),
    /// It has a field whose name is close to this one, and there is no other evidence.
    Resembles(&'static str),
    /// It is sent to this endpoint, given as method and path.
    Sent(&'static str),
    /// It is sent to an address that resembles those of CTS, but is none of them.
    Addressed,
    /// There are several requests, with different documents as bodies.
    Several,
    /// It is a list of trackers, which is not a document.
    List,
    /// There is no evidence.
    Nothing,
    /// It is a settings file of ctslint, not a body.
    Settings,
}

impl DetectionReason {
    /// The message for the reason.
    #[must_use]
    pub fn message(self) -> Message {
        let field = |id, field| Message::new(id, [(ParamName::Field, field)]);
        match self {
            Self::Named => Message::plain(M::WasNamed),
            Self::Has(name) => field(M::HasField, name),
            Self::HasBoth(first, second) => {
                Message::new(M::HasFields, [(ParamName::Field, first), (ParamName::Name, second)])
            }
            Self::Resembles(name) => field(M::ResemblesField, name),
            Self::Sent(endpoint) => field(M::SentAs, endpoint),
            Self::Addressed => Message::plain(M::SentToLikeCts),
            Self::Several => Message::plain(M::SeveralBodies),
            Self::List => Message::plain(M::IsListOfTrackers),
            Self::Nothing => Message::plain(M::NothingTells),
            Self::Settings => Message::plain(M::HoldsSettings),
        }
    }
}

/// Serialises as its message.
impl Serialize for DetectionReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.message().serialize(serializer)
    }
}
