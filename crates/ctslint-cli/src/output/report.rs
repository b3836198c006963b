//! What every format is given: the findings of a file, and the end of a run.

use std::path::Path;

use ctslint::{Finding, Report, Severity};

use super::location::Base;
use super::run_report::RunReport;

/// A file that was checked.
pub(crate) struct Checked<'a> {
    /// From where paths are told.
    pub(crate) base: &'a Base,
    /// The file, for addresses.
    pub(crate) file: &'a Path,
    /// The path as it was given.
    pub(crate) path: &'a str,
    /// What stands in it.
    pub(crate) text: &'a [u8],
    /// What was found.
    pub(crate) report: &'a Report,
}

/// A run that is over.
pub(crate) struct End<'a> {
    /// The reports of all files, where the format takes them, and the counts.
    pub(crate) run: &'a RunReport,
    /// For each of these files, from which severity on findings fail the run; `None` when none does.
    pub(crate) thresholds: &'a [Option<Severity>],
    /// How many paths could not be read.
    pub(crate) failed: usize,
    /// From where paths are told.
    pub(crate) base: &'a Base,
}

/// What is shown, and how, in the formats for people.
#[derive(Clone, Copy)]
pub(crate) struct View {
    /// Whether colours are used.
    pub(crate) color: bool,
    /// Whether only findings from a severity on are shown; `Some(None)` shows none.
    pub(crate) only: Option<Option<Severity>>,
}

impl View {
    pub(super) fn shows(&self, finding: &Finding) -> bool {
        match self.only {
            None => true,
            Some(threshold) => threshold.is_some_and(|threshold| finding.severity >= threshold),
        }
    }
}

/// Why a finding is one: the reason, the authority, and what the API would answer.
pub(super) fn reasons(finding: &Finding) -> impl Iterator<Item = String> {
    let why = finding.note.as_ref().map(|note| note.to_string());
    let source = finding.source.map(|source| match source.quote {
        Some(quote) => format!("\"{quote}\" ({})", source.page),
        None => format!("see {}", source.page),
    });
    let answer = finding.api_error.map(|code| match ctslint::api_error(code) {
        Some(error) => format!("the API would answer {code}: {}", error.meaning),
        None => format!("the API would answer {code}"),
    });
    [why, source, answer].into_iter().flatten()
}
