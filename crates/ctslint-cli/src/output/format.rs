//! The formats of a report: one module each, behind [`Format`].

use std::io::{self, Write};

use clap::ValueEnum;
use ctslint::Language;

use super::report::{Checked, End, View};
use super::{concise, github, gitlab, human, json, jsonl, junit, sarif};
use crate::language;

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

impl Format {
    /// Whether the report is for people.
    pub(crate) fn is_for_people(self) -> bool {
        matches!(self, Self::Human | Self::Concise)
    }

    /// The language of its texts.
    pub(crate) fn language(self) -> Language {
        match self.is_for_people() {
            true => language::for_people(),
            false => language::for_machines(),
        }
    }

    /// Whether the parts of the files are items of a list.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Sarif | Self::Gitlab)
    }

    /// Writes the start of the report.
    pub(super) fn head(self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Sarif => sarif::head(out),
            Self::Gitlab => gitlab::head(out),
            Self::Human | Self::Concise | Self::Json | Self::Jsonl | Self::Github | Self::Junit => Ok(()),
        }
    }

    /// Writes the findings of one file, if the format needs nothing about the other files for that.
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

    /// Writes what needs the whole run, and the end of the report.
    pub(super) fn end(self, end: &End<'_>, out: &mut dyn Write) -> io::Result<()> {
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
