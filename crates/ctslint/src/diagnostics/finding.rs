//! Findings as plain data, cheap to create. Text is generated only on request.

use std::borrow::Cow;

use serde::Serialize;

use super::params::{Param, ParamName, Params};
use super::position::Span;
use crate::messages::{Language, MessageId};
use crate::model::{Rule, Severity, Source};
use crate::text::serialize::{fixed, text};

/// One mistake. Its texts are message ids; [`worded`](Self::worded) turns them into text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule that reports it.
    pub rule: Rule,
    /// How much it matters, after the caller's settings.
    pub severity: Severity,
    /// What is wrong.
    pub message: MessageId,
    /// Why it is wrong, if the source does not explain it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<MessageId>,
    /// What to do now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<MessageId>,
    /// The JSON Pointer (RFC 6901) of the wrong field, even if it is absent; `""` is the whole body. `None` for a
    /// problem with the text itself that belongs to no field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where it is wrong. `None` if a value was checked and there is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// A few words to show beside the span in an excerpt; they add to the message and do not repeat it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<MessageId>,
    /// Other places that the finding mentions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// A fix, if there is an obvious one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The values for the gaps in the texts, and for callers that word the finding themselves.
    #[serde(skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// The source of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The error code that the API would return.
    #[serde(serialize_with = "fixed", skip_serializing_if = "Option::is_none")]
    pub api_error: Option<&'static str>,
}

/// Another place that a finding mentions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Related {
    /// The text to show there.
    pub message: MessageId,
    /// Where it is. `None` if a value was checked and there is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// How far a fix can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// The fixed body means what its author clearly intended.
    Safe,
    /// The fixed body may mean something else; the author should review it.
    Unsafe,
}

impl Safety {
    /// The name used in reports: `safe` or `unsafe`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }

    /// The name for people, in their language.
    ///
    /// ```
    /// use ctslint::{Language, Safety};
    ///
    /// assert_eq!(Safety::Unsafe.text(Language::De), "unsicher");
    /// ```
    #[must_use]
    pub fn text(self, language: Language) -> Cow<'static, str> {
        let id = match self {
            Self::Safe => MessageId::SafetySafe,
            Self::Unsafe => MessageId::SafetyUnsafe,
        };
        id.text(language)
    }
}

/// A fix of one finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fix {
    /// What it does, as a command.
    pub title: MessageId,
    /// How far it can be trusted.
    pub safety: Safety,
    /// The edits, sorted and without overlap. Apply all of them or none.
    pub edits: Vec<Edit>,
}

/// A replacement of one part of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The offset in bytes of the first byte to replace, from 0.
    pub start: u32,
    /// The offset in bytes of the end, which is exclusive.
    pub end: u32,
    /// The offset in UTF-16 code units of the first one to replace, from 0, as in [`Position`](super::Position).
    pub utf16_start: u32,
    /// The offset in UTF-16 code units of the end, which is exclusive.
    pub utf16_end: u32,
    /// The new text.
    #[serde(serialize_with = "text")]
    pub text: Cow<'static, str>,
}

impl Finding {
    /// A finding with only these three; everything else is empty.
    #[must_use]
    pub fn new(rule: Rule, severity: Severity, message: MessageId) -> Self {
        Self {
            rule,
            severity,
            message,
            note: None,
            help: None,
            path: None,
            span: None,
            label: None,
            related: Vec::new(),
            fix: None,
            params: Params::default(),
            source: None,
            api_error: None,
        }
    }

    /// How many findings it stands for that are not listed; 0 if it is one itself. A report lists 10,000 at most.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        if !matches!(self.message, MessageId::OneNotListed | MessageId::NotListed) {
            return 0;
        }
        match self.params.get(ParamName::Count.name()) {
            Some(Param::Number(count)) => usize::try_from(*count).unwrap_or(usize::MAX),
            _ => 0,
        }
    }

    /// Sets the text beside the span.
    pub fn label(&mut self, id: MessageId) -> &mut Self {
        self.label = Some(id);
        self
    }

    /// Sets the note: why it is wrong.
    pub fn note(&mut self, id: MessageId) -> &mut Self {
        self.note = Some(id);
        self
    }

    /// Sets the help: what to do.
    pub fn help(&mut self, id: MessageId) -> &mut Self {
        self.help = Some(id);
        self
    }

    /// Adds a param: a text, a number, a list, or a message to insert into another one.
    pub fn with(&mut self, name: ParamName, param: impl Into<Param>) -> &mut Self {
        self.params.push(name, param.into());
        self
    }

    /// Sets the source: a page, and the sentence on it.
    pub fn cite(&mut self, page: &'static str, quote: Option<&'static str>) -> &mut Self {
        self.source = Some(Source { page, quote });
        self
    }

    /// Sets the error code that the API would return, if known.
    pub fn answered_with(&mut self, code: Option<&'static str>) -> &mut Self {
        self.api_error = code;
        self
    }

    /// Adds other places, all with the same text.
    pub fn see(&mut self, message: MessageId, spans: impl IntoIterator<Item = Span>) -> &mut Self {
        self.related.extend(spans.into_iter().map(|span| Related {
            message,
            span: Some(span),
        }));
        self
    }
}
