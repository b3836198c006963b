//! How files are fixed, and what is done with the fixed text.

use ctslint::Safety;

/// How files are fixed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mend {
    /// The least safe fixes that are applied.
    pub(crate) safety: Safety,
    /// What is done with the fixed text.
    pub(crate) action: Action,
}

/// What is done with a fixed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// It replaces the file, or goes to standard output if it came from standard input.
    Write,
    /// The change is shown as a diff.
    Diff {
        /// Whether it is for eyes alone.
        for_terminal: bool,
    },
}
