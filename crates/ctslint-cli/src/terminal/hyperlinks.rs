//! Whether names of rules and files in reports are links (OSC 8).

use std::io::{self, IsTerminal};

use clap::ValueEnum;

use super::color::{Color, Target};

/// When names are links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Hyperlinks {
    /// On a terminal that is known to show them, unless colours are off.
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

impl Hyperlinks {
    /// Whether a report has links.
    pub(crate) fn apply(self, color: Color, to: Target) -> bool {
        let is_able = || match to {
            Target::Stdout => io::stdout().is_terminal(),
            Target::Stderr => io::stderr().is_terminal(),
            Target::File => false,
        };
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => is_able() && color.applies(to) && supports_hyperlinks::supports_hyperlinks(),
        }
    }
}

/// A text that leads to an address, which must hold nothing but printable ASCII.
pub(crate) fn linked(text: &str, address: &str) -> String {
    format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}
