//! What a request would change, and the reasons why that can't be told.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use thiserror::Error;

use crate::diagnostics::{DetectionReason, Message, ParamName as P, Params, Report};
use crate::messages::{Language, MessageId};
use crate::model::Document;
use crate::text::serialize::fixed;
use crate::text::shown;
use crate::translate::NoTracker;

/// What a request would change of a tracker.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The document that the request is.
    pub request: &'static Document,
    /// The document that the answer is.
    pub answer: &'static Document,
    /// The name of the tracker.
    pub tracker: String,
    /// The settings that request or answer have, in the order of the request's page.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Whether something would change, as far as that is known: what may change counts too.
    #[must_use]
    pub fn has_changes(&self) -> bool {
        self.differences.iter().any(|difference| difference.kind.is_change())
    }
}

/// What becomes of one setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The kind of difference.
    pub kind: DifferenceKind,
    /// The JSON Pointer of the field in the request.
    pub path: String,
    /// The value in the answer, as JSON text; `None` if the answer does not have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// The value in the request, as JSON text; `None` if the request leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// What becomes of it.
    pub message: MessageId,
    /// The values for the gaps of the message.
    pub params: Params,
}

/// A [`Difference`] as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordedDifference {
    /// The kind of difference.
    pub kind: DifferenceKind,
    /// The JSON Pointer of the field in the request.
    pub path: String,
    /// The value in the answer, as JSON text; `None` if the answer does not have it.
    pub old: Option<String>,
    /// The value in the request, as JSON text; `None` if the request leaves it out.
    pub new: Option<String>,
    /// What becomes of it: lower case, no full stop, literals in backticks.
    pub message: Cow<'static, str>,
}

impl Difference {
    /// The difference as text.
    #[must_use]
    pub fn worded(&self, language: Language) -> WordedDifference {
        WordedDifference {
            kind: self.kind,
            path: self.path.clone(),
            old: self.old.clone(),
            new: self.new.clone(),
            message: crate::diagnostics::text(self.message, &self.params, language),
        }
    }
}

/// The kind of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DifferenceKind {
    /// The request sets what the answer does not have.
    Set,
    /// The request has another value than the answer.
    Changed,
    /// The request leaves it out, and it is reset.
    Reset,
    /// The request leaves it out, and what becomes of it is not documented.
    Open,
    /// It stays as it is.
    Unchanged,
}

impl DifferenceKind {
    /// The name used in reports: `set`, `changed`, `reset`, `open` or `unchanged`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Changed => "changed",
            Self::Reset => "reset",
            Self::Open => "open",
            Self::Unchanged => "unchanged",
        }
    }

    /// Whether it is a change, or may be one.
    #[must_use]
    pub const fn is_change(self) -> bool {
        !matches!(self, Self::Unchanged)
    }
}

/// As its name.
impl Serialize for DifferenceKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fixed(&Some(self.name()), serializer)
    }
}

/// Why a request was not compared with an answer.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum CompareError {
    /// The first text is no request.
    NoRequest {
        /// The document that the text is.
        document: &'static Document,
        /// Why it was detected as that.
        reason: DetectionReason,
    },
    /// The second text is no answer about a tracker.
    NoAnswer {
        /// The document that the text is.
        document: &'static Document,
        /// Why it was detected as that.
        reason: DetectionReason,
    },
    /// The request has errors.
    InvalidRequest {
        /// The report on the request.
        report: Box<Report>,
    },
    /// The answer has errors.
    InvalidAnswer {
        /// The report on the answer.
        report: Box<Report>,
    },
    /// The answer does not have the tracker.
    NoTracker(NoTracker),
    /// Request and answer are about different trackers.
    OtherTracker {
        /// The name of the tracker in the request.
        request: String,
        /// The name of the tracker in the answer.
        answer: String,
    },
}

impl CompareError {
    /// The message for the error.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoRequest { document, .. } => {
                Message::new(MessageId::CompareNeedsRequest, [(P::Name, document.name())])
            }
            Self::NoAnswer { document, .. } => {
                Message::new(MessageId::CompareNeedsAnswer, [(P::Name, document.name())])
            }
            Self::InvalidRequest { .. } => Message::plain(MessageId::RequestNotValid),
            Self::InvalidAnswer { .. } => Message::plain(MessageId::AnswerNotValid),
            Self::NoTracker(reason) => reason.message(),
            Self::OtherTracker { request, answer } => Message::new(
                MessageId::CompareOtherTracker,
                [
                    (P::New, shown(request).into_owned()),
                    (P::Found, shown(answer).into_owned()),
                ],
            ),
        }
    }

    /// What stands behind the message, where it ends in a reason.
    #[must_use]
    pub const fn reason(&self) -> Option<DetectionReason> {
        match self {
            Self::NoRequest { reason, .. } | Self::NoAnswer { reason, .. } => Some(*reason),
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
impl fmt::Display for CompareError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.worded(Language::En))
    }
}
