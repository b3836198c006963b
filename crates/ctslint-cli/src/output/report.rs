//! What every format is given: the findings of a file, and the end of a run.

use std::path::Path;

use ctslint::{Found, Language, Severity, WordedFinding};

use super::location::Base;
use super::spool::Spool;
use super::summary::Summary;
use crate::messages::Message;
use crate::terminal::visible;
use crate::wording;

/// A file that was checked.
#[derive(Clone, Copy)]
pub(crate) struct Checked<'a> {
    /// The folder that paths are relative to.
    pub(crate) base: &'a Base,
    /// The file, for URIs.
    pub(crate) file: &'a Path,
    /// The path as it was given.
    pub(crate) path: &'a str,
    /// Its content.
    pub(crate) text: &'a [u8],
    /// What was found in it.
    pub(crate) found: &'a Found<'a>,
    /// The argument that names it to `ctslint translate`, where that can read it.
    pub(crate) argument: Option<&'a str>,
    /// Whether one of the findings is an error.
    pub(crate) has_errors: bool,
    /// The lowest severity that fails the run; `None` if no finding does.
    pub(crate) threshold: Option<Severity>,
}

impl Checked<'_> {
    /// Passes each finding on in words, sorted by position. They can be many, so they are worded one by one. They are the same each
    /// time.
    pub(super) fn each(&self, language: Language, mut then: impl FnMut(&WordedFinding)) {
        self.found
            .each(|finding| then(&wording::word(finding, self.argument, self.has_errors, language)));
    }
}

/// What a file adds to a report.
#[derive(Debug, Default)]
pub(crate) struct Part {
    /// What is written when its turn comes.
    pub(super) now: Spool,
    /// What is written after all files: first the first of all, then the second.
    pub(super) later: [Spool; 2],
    /// The tests, where findings are tests or rows.
    pub(super) tests: Tests,
    /// The rules that spoke, where the report describes them: a bit each, by their number.
    pub(super) rules: u64,
}

impl Part {
    /// A part that is written as it is.
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        Self {
            now: Spool::from(bytes),
            ..Self::default()
        }
    }
}

/// How many tests there were, and how many failed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tests {
    pub(super) all: usize,
    pub(super) failures: usize,
}

/// The end of a run.
pub(super) struct End<'a> {
    /// The counts.
    pub(crate) summary: &'a Summary,
    /// How many paths could not be read.
    pub(crate) failed: usize,
    /// The rules that spoke, as in [`Part::rules`].
    pub(crate) rules: u64,
}

/// What the formats for people show, and how.
#[derive(Clone, Copy)]
pub(crate) struct View {
    /// The language of the texts.
    pub(crate) language: Language,
    /// Whether colours are used.
    pub(crate) color: bool,
    /// Whether names of rules and files are links.
    pub(crate) links: bool,
    /// The lowest severity that is shown, if not all are; `Some(None)` shows none.
    pub(crate) only: Option<Option<Severity>>,
}

impl View {
    pub(super) fn shows(&self, finding: &WordedFinding) -> bool {
        match self.only {
            None => true,
            Some(threshold) => threshold.is_some_and(|threshold| finding.severity >= threshold),
        }
    }
}

/// All that is said of a finding: a line for each part of it.
pub(super) fn told(finding: &WordedFinding, language: Language) -> String {
    let mut text = visible(&finding.message).into_owned();
    for reason in reasons(finding, language) {
        text += "\n";
        text += &visible(&reason);
    }
    if let Some(help) = &finding.help {
        text += &format!("\n{}: {}", Message::Help.worded(language), visible(help));
    }
    text
}

/// The reasons for a finding: the note, the source, and what the API would answer.
pub(super) fn reasons(finding: &WordedFinding, language: Language) -> impl Iterator<Item = String> {
    let why = finding.note.as_ref().map(|note| note.to_string());
    let source = finding.source.map(|source| match source.quote {
        Some(quote) => format!("\"{quote}\" ({})", source.page),
        None => Message::See { page: source.page }.worded(language),
    });
    let answer = finding.api_error.map(|code| {
        let meaning = ctslint::api_error(code).map(|error| error.meaning.text(language));
        let meaning = meaning.as_deref();
        Message::WouldAnswer { code, meaning }.worded(language)
    });
    [why, source, answer].into_iter().flatten()
}
