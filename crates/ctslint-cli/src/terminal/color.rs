//! Whether reports are coloured.

use std::io;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

/// Where a report goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    Stderr,
    File,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set; elsewhere if CLICOLOR_FORCE is set.
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

impl Color {
    /// Whether a report is coloured.
    pub(crate) fn applies(self, to: Target) -> bool {
        match (self, to) {
            (Self::Always, _) => true,
            (Self::Never, _) | (Self::Auto, Target::File) => false,
            (Self::Auto, Target::Stdout) => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            (Self::Auto, Target::Stderr) => AutoStream::choice(&io::stderr()) != ColorChoice::Never,
        }
    }
}
