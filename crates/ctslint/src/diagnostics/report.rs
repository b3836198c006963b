//! Everything that was found in one text.

use serde::{Serialize, Serializer};

use super::finding::Finding;
use super::params::{Message, Param, ParamName};
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
    /// What the choice rests on.
    pub detection: DetectedBy,
    /// The findings, sorted by position.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The report on a text of this document.
    pub(crate) const fn new(detection: Detection, findings: Vec<Finding>) -> Self {
        Self {
            document: detection.document,
            reason: detection.reason,
            detection: detection.by,
            findings,
        }
    }
}

/// What was found in one text, finding by finding: each is made when it is asked for, so that many take no memory.
pub struct Found<'f> {
    /// The document that the text was checked as; `None` if it is unknown.
    pub document: Option<&'static Document>,
    /// Why the text was checked as that document.
    pub reason: DetectionReason,
    /// What the choice rests on.
    pub detection: DetectedBy,
    findings: Findings<'f>,
}

/// Passes findings to the function it is given.
pub(crate) type Pass<'f> = &'f dyn Fn(&mut dyn FnMut(&Finding));

enum Findings<'f> {
    Held(&'f [Finding]),
    Made(Pass<'f>),
}

impl<'f> Found<'f> {
    /// What a report holds.
    #[must_use]
    pub fn of(report: &'f Report) -> Self {
        Self {
            document: report.document,
            reason: report.reason,
            detection: report.detection,
            findings: Findings::Held(&report.findings),
        }
    }

    /// The findings that `pass` makes.
    pub(crate) const fn made(detection: Detection, pass: Pass<'f>) -> Self {
        Self {
            document: detection.document,
            reason: detection.reason,
            detection: detection.by,
            findings: Findings::Made(pass),
        }
    }

    /// The same with other findings: those that `pass` makes, which must be the same each time.
    #[must_use]
    pub const fn with<'g>(&self, pass: Pass<'g>) -> Found<'g> {
        Found {
            document: self.document,
            reason: self.reason,
            detection: self.detection,
            findings: Findings::Made(pass),
        }
    }

    /// Passes each finding on, sorted by position. They are the same each time.
    pub fn each(&self, mut then: impl FnMut(&Finding)) {
        match self.findings {
            Findings::Held(findings) => findings.iter().for_each(then),
            Findings::Made(pass) => pass(&mut then),
        }
    }
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
    /// What the choice rests on.
    #[serde(rename = "detection")]
    pub by: DetectedBy,
}

impl Detection {
    /// The result when no field identifies the document.
    pub(crate) const UNKNOWN: Self = Self::new(None, DetectionReason::Nothing, FieldNames::NONE);

    /// A detection that rests on these fields.
    pub(crate) const fn new(document: Option<&'static Document>, reason: DetectionReason, fields: FieldNames) -> Self {
        let by = DetectedBy {
            kind: reason.kind(),
            fields,
        };
        Self { document, reason, by }
    }

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
        Self::new(Some(document), DetectionReason::Named, FieldNames::NONE)
    }
}

/// What the choice of a document rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DetectedBy {
    /// Who or what told the document.
    pub kind: DetectionKind,
    /// The names of the fields that told it; empty if no field did.
    pub fields: FieldNames,
}

/// Who or what told a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DetectionKind {
    /// The caller named it.
    Named,
    /// The content of the text.
    Content,
    /// The method and the path of the request.
    Request,
}

/// The names of at most three fields, as the API spells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldNames([Option<&'static str>; 3]);

impl FieldNames {
    /// No names.
    pub const NONE: Self = Self([None; 3]);

    /// These names.
    pub(crate) const fn new(first: &'static str, second: Option<&'static str>, third: Option<&'static str>) -> Self {
        Self([Some(first), second, third])
    }

    /// The names, the most telling one first.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.into_iter().flatten()
    }
}

/// Serialises as a list.
impl Serialize for FieldNames {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct FieldName(&'static str);

        impl Serialize for FieldName {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                fixed(&self.0, serializer)
            }
        }

        serializer.collect_seq(self.iter().map(FieldName))
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
    /// It has a field that identifies a tracker, but too many others that no tracker has: it is something else.
    Outweighed {
        /// The field.
        field: &'static str,
        /// The number of names that are in no tracker document.
        unknown: usize,
        /// The number of all names.
        names: usize,
    },
    /// There is no evidence.
    Nothing,
    /// It is a settings file of ctslint, not a body.
    Settings,
}

impl DetectionReason {
    /// Whether the text is not from CTS.
    #[must_use]
    pub const fn is_foreign(self) -> bool {
        matches!(self, Self::Nothing | Self::Outweighed { .. })
    }

    const fn kind(self) -> DetectionKind {
        match self {
            Self::Named | Self::Settings => DetectionKind::Named,
            Self::Sent(_) | Self::Addressed | Self::Several => DetectionKind::Request,
            _ => DetectionKind::Content,
        }
    }

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
            Self::Outweighed { field, unknown, names } => Message::new(
                M::Outweighed,
                [
                    (ParamName::Field, Param::from(field)),
                    (ParamName::Count, unknown.into()),
                    (ParamName::Max, names.into()),
                ],
            ),
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
