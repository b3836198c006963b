//! The owned report: the one shape that the command line, the bindings and the tests see.
//!
//! Serialised, it is the version 1 report of `ctslint check --format json`. Fields without content are left out.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::detect::Reason;
use crate::rule::{Rule, Severity};
use crate::spec::Document;
use crate::text::Text;
use crate::words::{Fact, Passage};

/// Everything that was found in one text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// What the text was checked as; `None` where that could not be told.
    #[serde(serialize_with = "document_name")]
    pub document: Option<&'static Document>,
    /// Why it was checked as that.
    pub reason: Reason,
    /// The findings, sorted by position.
    pub findings: Vec<Finding>,
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule that speaks.
    pub rule: Rule,
    /// How much it matters, after the caller's settings.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, literals in backticks.
    pub message: Text,
    /// Why it is wrong, where the source does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What to do now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// The JSON Pointer (RFC 6901) of the field at fault, also when that field is absent; `""` is the whole body.
    /// `None` where the text itself is at fault and no field can be named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Text>,
    /// Where it is wrong. `None` where a value was checked that was never text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// A few words to stand beside the span in an excerpt; they add to the message and do not repeat it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Other places that the finding speaks of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// A remedy, where there is a plain one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The facts of the message, for those who word it themselves.
    #[serde(skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// The authority for the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The code of the error that the API would answer with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_error: Option<&'static str>,
}

impl Finding {
    /// A finding that says no more than this.
    #[must_use]
    pub fn new(rule: Rule, severity: Severity, message: impl Into<Text>) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
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
}

/// A place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[repr(C)]
pub struct Position {
    /// Bytes from the start of the text, from 0.
    pub offset: u32,
    /// The line, from 1. Lines end with LF, CR LF or CR.
    pub line: u32,
    /// The column in Unicode characters, from 1.
    pub column: u32,
    /// The column in UTF-16 code units, from 1.
    pub utf16: u32,
}

/// A stretch of the text; empty where something is to be inserted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first position of the stretch.
    pub start: Position,
    /// The position after its last character.
    pub end: Position,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Related {
    /// What is to be seen there.
    pub message: Text,
    /// Where it is. `None` where a value was checked that was never text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// How far a fix can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Safety {
    /// The body means afterwards what its author plainly meant.
    Safe,
    /// The body may mean something else afterwards; the author should look.
    Unsafe,
}

/// A remedy for one finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fix {
    /// What it does, as a command: "rename it to `tracker_name`".
    pub title: Text,
    /// How far it can be trusted.
    pub safety: Safety,
    /// The edits, sorted and without overlap. All of them or none are to be applied.
    pub edits: Vec<Edit>,
}

/// A replacement of one stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The first byte that is replaced, from 0.
    pub start: u32,
    /// The byte after the last one that is replaced.
    pub end: u32,
    /// What stands there afterwards.
    pub text: Text,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The page, and the table or section on it.
    pub page: Passage,
    /// The sentence, word for word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Passage>,
}

impl Source {
    /// A page, and the sentence on it.
    pub(crate) const fn new(page: &'static str, quote: &'static str) -> Self {
        Self {
            page: Passage::new(page),
            quote: Some(Passage::new(quote)),
        }
    }

    /// A page as a whole.
    pub(crate) const fn page(page: &'static str) -> Self {
        Self {
            page: Passage::new(page),
            quote: None,
        }
    }
}

/// The facts of a message, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(pub(crate) Vec<(Fact, Param)>);

/// One fact of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A text or a name.
    Text(Text),
    /// A count; lengths are in Unicode characters.
    Number(u64),
    /// Several texts, such as the allowed values.
    List(Vec<Text>),
}

impl Params {
    /// Whether there is nothing to tell.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fact of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Param> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The facts and their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Param)> {
        self.0.iter().map(|(fact, value)| (fact.name(), value))
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The reports of a run over several files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunReport {
    /// The version of this format: 1.
    pub version: u32,
    /// One entry a checked file, in the order of their names.
    pub files: Vec<FileReport>,
    /// The counts.
    pub summary: Summary,
}

/// The report of one file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileReport {
    /// The path as it was given, relative to the working directory.
    pub path: String,
    /// What was found in it.
    #[serde(flatten)]
    pub report: Report,
}

/// What a run counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files that were checked.
    pub files: usize,
    /// Files that were passed over because they are no CTS document.
    pub skipped: usize,
    /// Findings of severity `error`.
    pub errors: usize,
    /// Findings of severity `warning`.
    pub warnings: usize,
    /// Findings of severity `info`.
    pub infos: usize,
    /// Findings with a safe fix.
    pub fixable: usize,
    /// Fixes that were applied. They are not among the findings any more.
    #[serde(skip_serializing_if = "is_zero")]
    pub fixed: usize,
    /// Findings that are accepted and therefore not shown; left out where there are none.
    #[serde(skip_serializing_if = "is_zero")]
    pub suppressed: usize,
}

const fn is_zero(count: &usize) -> bool {
    *count == 0
}

fn document_name<S: Serializer>(document: &Option<&'static Document>, serializer: S) -> Result<S::Ok, S::Error> {
    document.map(Document::name).serialize(serializer)
}
