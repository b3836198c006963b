//! The counts of a run, as reports give them.

use serde::Serialize;

/// The version of the report that `ctslint check --format json` prints.
pub(super) const VERSION: u32 = 1;

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
