//! The formats of a report: one module each, behind [`Format`].

use std::io::{self, Write};

use clap::ValueEnum;
use ctslint::Language;

use super::report::{Checked, End, Part, Tests, View};
use super::{concise, github, gitlab, human, json, jsonl, junit, markdown, rdjson, sarif};
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
    /// reviewdog's Diagnostic Format, with fixes as suggestions.
    Rdjson,
    /// A table in Markdown, for the summary of a step.
    Markdown,
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
        matches!(self, Self::Json | Self::Sarif | Self::Gitlab | Self::Rdjson)
    }

    /// Whether it tells of files without findings too.
    pub(crate) fn tells_of_clean_files(self) -> bool {
        matches!(self, Self::Json | Self::Junit)
    }

    /// Writes the start of the report.
    pub(super) fn head(self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Json => json::head(out),
            Self::Sarif => sarif::head(self.language(), out),
            Self::Gitlab => gitlab::head(out),
            Self::Rdjson => rdjson::head(out),
            Self::Human | Self::Concise | Self::Jsonl | Self::Github | Self::Junit | Self::Markdown => Ok(()),
        }
    }

    /// Writes the part of one file.
    pub(crate) fn file(self, file: &Checked<'_>, view: &View, part: &mut Part) {
        let language = view.language;
        match self {
            Self::Human => human::file(file, view, &mut part.now),
            Self::Concise => concise::file(file, view, &mut part.now),
            Self::Json => json::file(file, language, &mut part.now),
            Self::Jsonl => jsonl::file(file, language, &mut part.now),
            Self::Sarif => sarif::file(file, language, part),
            Self::Github => github::file(file, language, part),
            Self::Gitlab => gitlab::file(file, language, &mut part.now),
            Self::Junit => junit::file(file, language, part),
            Self::Rdjson => rdjson::file(file, language, &mut part.now),
            Self::Markdown => markdown::file(file, language, part),
        }
    }

    /// Writes what stands between the parts and what waited for their end, which knows of all tests.
    pub(super) fn middle(self, tests: Tests, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Junit => junit::head(tests, out),
            Self::Markdown if tests.all > 0 => markdown::head(self.language(), out),
            _ => Ok(()),
        }
    }

    /// Writes the end of the report. `listed` says whether a file has a part in it.
    pub(super) fn tail(self, end: &End<'_>, listed: bool, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Json => json::tail(end.summary, listed, out),
            Self::Jsonl => jsonl::tail(end.summary, out),
            Self::Sarif => sarif::tail(end, self.language(), out),
            Self::Gitlab => gitlab::tail(out),
            Self::Junit => junit::tail(out),
            Self::Rdjson => rdjson::tail(out),
            Self::Markdown => markdown::tail(end.summary, listed, self.language(), out),
            Self::Human | Self::Concise | Self::Github => Ok(()),
        }
    }
}
