//! The report of a whole run: version 1 of what `ctslint check --format json` prints.

use ctslint::WordedReport;
use serde::Serialize;

/// The reports of a run over several files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct RunReport {
    /// The version of this format: 1.
    pub(crate) version: u32,
    /// One entry per checked file, sorted by path.
    pub(crate) files: Vec<FileReport>,
    /// The counts.
    pub(crate) summary: Summary,
}

/// The report of one file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct FileReport {
    /// The path as it was given, relative to the working directory.
    pub(crate) path: String,
    /// What was found in it.
    #[serde(flatten)]
    pub(crate) report: WordedReport,
}

/// The counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Summary {
    /// Files that were checked.
    pub(crate) files: usize,
    /// Files that were skipped because they are not CTS documents.
    pub(crate) skipped: usize,
    /// Findings of severity `error`.
    pub(crate) errors: usize,
    /// Findings of severity `warning`.
    pub(crate) warnings: usize,
    /// Findings of severity `info`.
    pub(crate) infos: usize,
    /// Findings with a safe fix.
    pub(crate) fixable: usize,
    /// Fixes that were applied; the findings no longer include them.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) fixed: usize,
    /// Findings that suppressions accept, which are not in the report; left out when there are none.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) suppressed: usize,
}

const fn is_zero(count: &usize) -> bool {
    *count == 0
}
