//! Findings as text: the public report.
//!
//! Serialised, it is the version 1 report of `ctslint check --format json`. Fields without content are left out.

use std::borrow::Cow;

use serde::Serialize;

use super::finding::{Edit, Finding, Fix, Safety};
use super::params::{Message, Param, ParamName, Params};
use super::position::Span;
use super::report::{DetectedBy, DetectionReason, Report};
use crate::messages::{Language, MessageId, expand};
use crate::model::{Document, Rule, Severity, Source};

/// A text of a report; borrowed if the message has no gaps.
pub type Text = Cow<'static, str>;

/// A [`Report`] as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordedReport {
    /// The document that the text was checked as; `None` if it is unknown.
    #[serde(serialize_with = "super::report::document_name")]
    pub document: Option<&'static Document>,
    /// Why the text was checked as that document.
    pub reason: Text,
    /// What the choice rests on.
    pub detection: DetectedBy,
    /// The findings, sorted by position.
    pub findings: Vec<WordedFinding>,
}

/// A [`Finding`] as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordedFinding {
    /// The rule that reports it.
    pub rule: Rule,
    /// How much it matters, after the caller's settings.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, literals in backticks.
    pub message: Text,
    /// The message without backticks, for places that show text as it is; `None` if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The message in every language.
    pub message_id: MessageId,
    /// Why it is wrong, if the source does not explain it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What to do now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The JSON Pointer (RFC 6901) of the wrong field, even if it is absent; `""` is the whole body. `None` for a
    /// problem with the text itself that belongs to no field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where it is wrong. `None` if a value was checked and there is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// A few words to show beside the span in an excerpt; they add to the message and do not repeat it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Other places that the finding mentions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<WordedRelated>,
    /// A fix, if there is an obvious one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<WordedFix>,
    /// The public params ([`ParamName::PUBLIC`]), for callers that word the message themselves.
    #[serde(skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// The source of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The error code that the API would return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_error: Option<&'static str>,
    /// How many findings it stands for that are not listed; 0 if it is one itself.
    #[serde(skip)]
    pub unlisted: usize,
}

/// A [`Related`](super::Related) place as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordedRelated {
    /// The text to show there.
    pub message: Text,
    /// Where it is. `None` if a value was checked and there is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// A [`Fix`] as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordedFix {
    /// What it does, as a command: "rename it to `tracker_name`".
    pub title: Text,
    /// How far it can be trusted.
    pub safety: Safety,
    /// The edits, sorted and without overlap. Apply all of them or none.
    pub edits: Vec<Edit>,
}

impl Report {
    /// The report as text.
    #[must_use]
    pub fn worded(&self, language: Language) -> WordedReport {
        WordedReport {
            document: self.document,
            reason: self.reason.worded(language),
            detection: self.detection,
            findings: self.findings.iter().map(|finding| finding.worded(language)).collect(),
        }
    }
}

impl Finding {
    /// The finding as text.
    #[must_use]
    pub fn worded(&self, language: Language) -> WordedFinding {
        let text = |id: MessageId| text(id, &self.params, language);
        let help = self.help.map(text);
        let related = self.related.iter().map(|related| WordedRelated {
            message: text(related.message),
            span: related.span,
        });
        let public = self.params.iter().filter(|(name, _)| name.is_public());
        let mut params = Params::default();
        for (name, param) in public {
            let param = match param {
                Param::Message(id) => Param::Text(id.text(language)),
                param => param.clone(),
            };
            params.push(name, param);
        }
        let message = text(self.message);
        WordedFinding {
            rule: self.rule,
            severity: self.severity,
            text: plain(&message).map(Cow::Owned),
            message,
            message_id: self.message,
            note: self.note.map(text),
            path: self.path.clone(),
            span: self.span,
            label: self.label.map(text),
            related: related.collect(),
            fix: self.fix.as_ref().map(|Fix { title, safety, edits }| WordedFix {
                title: match &help {
                    Some(help) if self.help == Some(*title) => help.clone(),
                    _ => text(*title),
                },
                safety: *safety,
                edits: edits.clone(),
            }),
            help,
            params,
            source: self.source,
            api_error: self.api_error,
            unlisted: self.unlisted(),
        }
    }

    /// The message as text: what is wrong.
    #[must_use]
    pub fn message(&self, language: Language) -> Text {
        text(self.message, &self.params, language)
    }
}

impl Message {
    /// The message as text.
    #[must_use]
    pub fn worded(&self, language: Language) -> Text {
        text(self.id, &self.params, language)
    }
}

impl DetectionReason {
    /// The reason as text.
    #[must_use]
    pub fn worded(self, language: Language) -> Text {
        self.message().worded(language)
    }
}

/// A message without the backticks around its literals; `None` if it has none.
fn plain(message: &str) -> Option<String> {
    let mut plain = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('`') {
        plain.push_str(before);
        // A literal with backticks stands between two of them on each side.
        let literal = after.strip_prefix("` ").and_then(|after| after.split_once(" ``"));
        let (literal, after) = literal.or_else(|| after.split_once('`')).unwrap_or((after, ""));
        plain.push_str(literal);
        rest = after;
    }
    plain.push_str(rest);
    message.contains('`').then_some(plain)
}

/// Expands a message with its params.
pub(crate) fn text(id: MessageId, params: &Params, language: Language) -> Text {
    let template = id.template(language);
    if !template.contains(['{', '}']) {
        return Cow::Borrowed(template);
    }
    let mut text = String::with_capacity(template.len() + 16);
    expand(template, &mut text, |target, name, is_literal| match params.get(name) {
        Some(Param::Text(text)) => put(target, text, is_literal),
        Some(Param::Number(number)) => *target += &number.to_string(),
        Some(Param::List(texts)) => {
            let is_all = [ParamName::Losses, ParamName::Missing]
                .iter()
                .any(|all| all.name() == name);
            let last = if is_all { MessageId::ListAnd } else { MessageId::ListOr };
            put_list(target, texts.iter().map(AsRef::as_ref), last, language);
        }
        Some(Param::Message(id)) => *target += &id.text(language),
        None => debug_assert!(false, "{id:?} lacks {name}"),
    });
    Cow::Owned(text)
}

/// Writes a text into a gap. A literal that contains backticks is put in double backticks.
fn put(target: &mut String, text: &str, is_literal: bool) {
    let parts = match is_literal && text.contains('`') {
        true => ["` ", text, " `"],
        false => ["", text, ""],
    };
    parts.into_iter().for_each(|part| target.push_str(part));
}

/// Writes a list of literals: "`a`", "`a` or `b`", "`a`, `b` or `c`".
fn put_list<'t>(
    target: &mut String,
    texts: impl ExactSizeIterator<Item = &'t str>,
    last: MessageId,
    language: Language,
) {
    let count = texts.len();
    for (index, text) in texts.enumerate() {
        if index > 0 {
            let between = if index + 1 == count { last } else { MessageId::ListComma };
            target.push_str(&between.text(language));
        }
        for part in ["`", text, "`"] {
            target.push_str(part);
        }
    }
}
