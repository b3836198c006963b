//! What every format is given: the findings of a file, and the end of a run.

use std::path::Path;

use ctslint::{Language, Severity, WordedFinding, WordedReport};

use super::location::Base;
use super::run_report::RunReport;
use crate::messages::Message;

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
    /// Its findings.
    pub(crate) report: &'a WordedReport,
}

/// The end of a run.
pub(crate) struct End<'a> {
    /// The counts, and the reports of all files if the format needs them.
    pub(crate) run: &'a RunReport,
    /// For each of these files, the lowest severity that fails the run; `None` if no finding does.
    pub(crate) thresholds: &'a [Option<Severity>],
    /// How many paths could not be read.
    pub(crate) failed: usize,
    /// The folder that paths are relative to.
    pub(crate) base: &'a Base,
}

/// What the formats for people show, and how.
#[derive(Clone, Copy)]
pub(crate) struct View {
    /// The language of the texts.
    pub(crate) language: Language,
    /// Whether colours are used.
    pub(crate) color: bool,
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
