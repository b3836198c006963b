//! The forms of a report: one module each, behind [`Format`].

mod concise;
mod destination;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod jsonl;
mod junit;
mod location;
mod sarif;
mod tally;

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use ctslint::{Finding, Report, RunReport, Severity};

pub(crate) use destination::{Destination, Writer};
pub(crate) use location::Base;
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
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions, errors first.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// JUnit's XML, for Jenkins: what fails the run is a failed test.
    Junit,
}

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
    fn shows(&self, finding: &Finding) -> bool {
        match self.only {
            None => true,
            Some(threshold) => threshold.is_some_and(|threshold| finding.severity >= threshold),
        }
    }
}

impl Format {
    /// Whether the report is for people.
    pub(crate) fn is_for_people(self) -> bool {
        matches!(self, Self::Human | Self::Concise)
    }

    /// Whether the parts of the files are parts of a list.
    fn is_list(self) -> bool {
        matches!(self, Self::Sarif | Self::Gitlab)
    }

    /// Writes what comes first.
    fn head(self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Sarif => sarif::head(out),
            Self::Gitlab => gitlab::head(out),
            Self::Human | Self::Concise | Self::Json | Self::Jsonl | Self::Github | Self::Junit => Ok(()),
        }
    }

    /// Writes the findings of one file, where they can be written before the others are known.
    pub(crate) fn file(self, file: &Checked<'_>, view: &View, out: &mut Vec<u8>) {
        match self {
            Self::Human => human::file(file, view, out),
            Self::Concise => concise::file(file, view, out),
            Self::Jsonl => jsonl::file(file, out),
            Self::Sarif => sarif::file(file, out),
            Self::Gitlab => gitlab::file(file, out),
            Self::Json | Self::Github | Self::Junit => {}
        }
    }

    /// Whether [`end`](Self::end) needs the reports of all files.
    pub(crate) fn takes_all(self) -> bool {
        matches!(self, Self::Json | Self::Github | Self::Junit)
    }

    /// Writes what can be written only at the end.
    fn end(self, end: &End<'_>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Json => json::run(end.run, out),
            Self::Jsonl => jsonl::summary(end.run, out),
            Self::Sarif => sarif::tail(end, out),
            Self::Github => github::run(end, out),
            Self::Gitlab => gitlab::tail(out),
            Self::Junit => junit::run(end, out),
            Self::Human | Self::Concise => Ok(()),
        }
    }
}

/// Why a finding is one: the reason, the authority, and what the API would answer.
fn reasons(finding: &Finding) -> impl Iterator<Item = String> {
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
