//! The changes of a translation, and the reasons why there is none.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use thiserror::Error;

use super::tracker::NoTracker;
use crate::diagnostics::{DetectionReason, Message, Param, ParamName as P, Params, Report};
use crate::messages::{Language, MessageId};
use crate::model::{Document, DocumentKind, Severity};
use crate::text::shown;

/// What happened to a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The JSON Pointer of the field in the text; `None` if it was added, or if the change is about the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The JSON Pointer of the field in the v3 body; `None` if it is not in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How much it matters: `Error` is a loss that was not allowed.
    pub severity: Severity,
    /// What happened and why.
    pub message: MessageId,
    /// The values for the gaps of the message.
    pub params: Params,
}

/// A [`Change`] as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordedChange {
    /// The kind of change.
    pub kind: ChangeKind,
    /// The JSON Pointer of the field in the text; `None` if it was added.
    pub from: Option<String>,
    /// The JSON Pointer of the field in the v3 body; `None` if it is not in it.
    pub to: Option<String>,
    /// How much it matters: `Error` is a loss that was not allowed.
    pub severity: Severity,
    /// What happened and why: lower case, no full stop, literals in backticks.
    pub message: Cow<'static, str>,
}

impl Change {
    /// The change as text.
    #[must_use]
    pub fn worded(&self, language: Language) -> WordedChange {
        WordedChange {
            kind: self.kind,
            from: self.from.clone(),
            to: self.to.clone(),
            severity: self.severity,
            message: crate::diagnostics::text(self.message, &self.params, language),
        }
    }
}

/// The kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// The value was moved to another place.
    Moved,
    /// The field was added; the text does not have it.
    Added,
    /// The field was dropped, because v3 does not need it.
    Dropped,
    /// The field was lost: v3 does not have the feature it requests.
    Lost,
}

impl ChangeKind {
    /// The name used in reports: `moved`, `added`, `dropped` or `lost`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Lost => "lost",
        }
    }
}

/// Why a body was not translated.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum TranslateError {
    /// The loss of a field was allowed that v1 does not have.
    UnknownField {
        /// The name in the options.
        name: String,
        /// The most similar field.
        suggestion: Option<&'static str>,
    },
    /// The body is a v3 body.
    AlreadyV3 {
        /// Why it was detected as that.
        reason: DetectionReason,
    },
    /// The text is an error of the API.
    NoRequest {
        /// The document that the text is.
        document: &'static Document,
        /// Why it was detected as that.
        reason: DetectionReason,
    },
    /// The text is an answer, and the options do not say which request it becomes.
    NoTarget {
        /// The document that the text is.
        document: &'static Document,
        /// Why it was detected as that.
        reason: DetectionReason,
    },
    /// The text holds requests, but none that creates or changes a tracker with v1.
    NoV1Request,
    /// The answer does not have the tracker.
    NoTracker(NoTracker),
    /// The answer is about a data tracker, which Open Telekom Cloud does not have.
    DataTracker,
    /// The text is neither a valid v1 body nor a valid answer.
    Invalid {
        /// The report on the text.
        report: Box<Report>,
    },
    /// A field would be lost, and its loss was not allowed.
    Refused {
        /// What would happen to each field; the losses that were not allowed have severity `Error`.
        changes: Vec<Change>,
        /// A field for each loss: to allow the loss of these is enough.
        needed: Vec<&'static str>,
    },
    /// The resulting v3 body is not valid, so it is not returned.
    Unsound {
        /// The report on the v3 body.
        report: Box<Report>,
        /// The v3 body.
        body: String,
    },
}

impl TranslateError {
    /// The message for the error.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownField { name, suggestion } => {
                let mut params = Params::from([(P::Shown, shown(name).into_owned())]);
                match suggestion {
                    Some(suggestion) => {
                        params.push(P::Suggestion, (*suggestion).into());
                        Message::new(MessageId::V1HasNoFieldButLike, params)
                    }
                    None => Message::new(MessageId::V1HasNoField, params),
                }
            }
            Self::AlreadyV3 { .. } => Message::plain(MessageId::AlreadyV3),
            Self::NoRequest { document, .. } => Message::new(MessageId::OnlyRequests, [(P::Name, document.name())]),
            Self::NoTarget { document, .. } => Message::new(MessageId::ChooseRequest, [(P::Name, document.name())]),
            Self::NoV1Request => Message::plain(MessageId::NoV1Request),
            Self::NoTracker(reason) => reason.message(),
            Self::DataTracker => Message::plain(MessageId::DataTrackerElsewhere),
            Self::Invalid { report } => {
                let is_answer = |document: &Document| document.kind() == DocumentKind::Response;
                Message::plain(match report.document.is_some_and(is_answer) {
                    true => MessageId::AnswerNotValid,
                    false => MessageId::V1NotValid,
                })
            }
            Self::Refused { needed, .. } => {
                let losses = Param::List(self.losses().into_iter().map(Cow::Owned).collect());
                let needed: Param = needed.iter().copied().collect();
                Message::new(MessageId::WouldBeLost, [(P::Losses, losses), (P::Missing, needed)])
            }
            Self::Unsound { .. } => Message::plain(MessageId::V3NotValid),
        }
    }

    /// The names of the fields whose loss was not allowed.
    #[must_use]
    pub fn losses(&self) -> Vec<String> {
        let Self::Refused { changes, .. } = self else {
            return Vec::new();
        };
        let lost = changes.iter().filter(|change| change.severity == Severity::Error);
        let names = lost.filter_map(|change| change.from.as_deref()?.get(1..));
        names.map(|name| name.replace('/', ".")).collect()
    }

    /// What stands behind the message, where it ends in a reason.
    #[must_use]
    pub const fn reason(&self) -> Option<DetectionReason> {
        match self {
            Self::AlreadyV3 { reason } | Self::NoRequest { reason, .. } | Self::NoTarget { reason, .. } => {
                Some(*reason)
            }
            _ => None,
        }
    }

    /// The error as text.
    #[must_use]
    pub fn worded(&self, language: Language) -> String {
        let mut text = self.message().worded(language).into_owned();
        if let Some(reason) = self.reason() {
            text.push_str(&reason.worded(language));
        }
        text
    }
}

/// Formats the error in English.
impl fmt::Display for TranslateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.worded(Language::En))
    }
}
