//! The forms of a report: one module each, behind [`Format`].

mod concise;
mod human;
mod json;
mod jsonl;
mod tally;

use std::io::{self, Write};

use clap::ValueEnum;
use ctslint::{Finding, Report, RunReport, Severity};

pub(crate) use tally::Tally;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: with the line at fault, the reason and what to do.
    Human,
    /// One line a finding: `path:line:col: error[rule] message (/pointer)`.
    Concise,
    /// One JSON document, complete.
    Json,
    /// One JSON document a line: each finding, with its `file`; at the end the `summary`.
    Jsonl,
}

/// A file that was checked.
pub(crate) struct Checked<'a> {
    /// The path as it was given.
    pub(crate) path: &'a str,
    /// What stands in it.
    pub(crate) text: &'a [u8],
    /// What was found.
    pub(crate) report: &'a Report,
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
    fn shows(&self, finding: &Finding) -> bool {
        match self.only {
            None => true,
            Some(threshold) => threshold.is_some_and(|threshold| finding.severity >= threshold),
        }
    }
}

impl Format {
    /// Writes the findings of one file, where they can be written before the others are known.
    pub(crate) fn file(self, file: &Checked<'_>, view: &View, out: &mut Vec<u8>) {
        match self {
            Self::Human => human::file(file, view, out),
            Self::Concise => concise::file(file, view, out),
            Self::Jsonl => jsonl::file(file, out),
            Self::Json => {}
        }
    }

    /// Whether [`run`](Self::run) needs the reports of all files.
    pub(crate) fn takes_all(self) -> bool {
        self == Self::Json
    }

    /// Writes what can be written only at the end.
    pub(crate) fn run(self, run: &RunReport, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Json => json::run(run, out),
            Self::Jsonl => jsonl::summary(run, out),
            Self::Human | Self::Concise => Ok(()),
        }
    }
}
