//! `--format rdjson`: the Diagnostic Format of reviewdog. Each fix is one suggestion that does all that the fix does.

use std::io::{self, Write};

use ctslint::{Language, Severity, Span, WordedFinding, WordedFix};
use serde::Serialize;

use super::json;
use super::links;
use super::report::{Checked, told};
use super::spool::Spool;
use crate::terminal::visible;

/// The longest stretch of a text that a suggestion replaces, in bytes. Edits further apart are none.
const LONGEST: usize = 16 * 1024;

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<[Suggestion; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    end: Place,
}

/// A line, and a column in bytes, from 1. Lines end at line feeds alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Place {
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    location: Location<'a>,
}

/// What stands before the first diagnostic.
pub(super) fn head(out: &mut dyn Write) -> io::Result<()> {
    let url = links::REPOSITORY;
    write!(out, r#"{{"source":{{"name":"ctslint","url":"{url}"}},"diagnostics":["#)
}

/// The diagnostics of one file, with a comma between two.
pub(super) fn file(file: &Checked<'_>, language: Language, out: &mut Spool) {
    let path = file.base.relative(file.file);
    let lines = Lines::new(file.text);
    let mut separator = "\n";
    file.each(language, |finding| {
        // Writing there can't fail, and nothing in it has a key that is not a string.
        let _ = out.write_all(separator.as_bytes());
        let _ = json::write(&diagnostic(finding, language, &path, &lines), out);
        separator = ",\n";
    });
}

/// What stands after the last diagnostic.
pub(super) fn tail(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"\n]}\n")
}

fn diagnostic<'a>(finding: &WordedFinding, language: Language, path: &'a str, lines: &Lines<'_>) -> Diagnostic<'a> {
    let at = |span: Option<Span>| Location {
        path,
        range: span.map(|span| lines.range(span)),
    };
    let related = finding.related.iter().map(|related| Related {
        message: visible(&related.message).into_owned(),
        location: at(related.span),
    });
    Diagnostic {
        message: told(finding, language),
        location: at(finding.span),
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Info => "INFO",
        },
        code: Code {
            value: finding.rule.name(),
            url: links::rule(finding.rule),
        },
        suggestions: finding
            .fix
            .as_ref()
            .and_then(|fix| suggestion(fix, lines))
            .map(|suggestion| [suggestion]),
        related_locations: related.collect(),
    }
}

/// A fix as one replacement: from its first edit to its last, with what stands between them.
fn suggestion(fix: &WordedFix, lines: &Lines<'_>) -> Option<Suggestion> {
    let (first, last) = (fix.edits.first()?, fix.edits.last()?);
    let text = lines.text.get(first.start as usize..last.end as usize)?;
    if text.len() > LONGEST {
        return None;
    }
    let text = std::str::from_utf8(text).ok()?;
    let mut new = String::with_capacity(text.len());
    let mut at = first.start;
    for edit in &fix.edits {
        let between = (at - first.start) as usize..(edit.start - first.start) as usize;
        new.push_str(text.get(between)?);
        new.push_str(&edit.text);
        at = edit.end;
    }
    Some(Suggestion {
        range: Range {
            start: lines.at(first.start),
            end: lines.at(last.end),
        },
        text: new,
    })
}

/// The lines of a text, which end at line feeds.
struct Lines<'a> {
    text: &'a [u8],
    /// Whether bytes are columns.
    is_utf8: bool,
    /// At every so many bytes, how many lines end before, and where the present one starts.
    marks: Vec<(u32, u32)>,
}

/// How many bytes are passed over at most to find a place.
const STEP: usize = 4096;

impl<'a> Lines<'a> {
    fn new(text: &'a [u8]) -> Self {
        let mut lines = Self {
            text,
            is_utf8: std::str::from_utf8(text).is_ok(),
            marks: vec![(0, 0)],
        };
        for start in (STEP..=text.len()).step_by(STEP) {
            lines.marks.push(lines.count(start));
        }
        lines
    }

    /// How many lines end before an offset, and where its own starts.
    fn count(&self, offset: usize) -> (u32, u32) {
        let known = (offset / STEP).min(self.marks.len() - 1);
        let (mut line, mut start) = self.marks[known];
        let passed = self.text.get(known * STEP..offset).unwrap_or_default();
        for (index, _) in passed.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            (line, start) = (line + 1, (known * STEP + index + 1) as u32);
        }
        (line, start)
    }

    fn at(&self, offset: u32) -> Place {
        let (line, start) = self.count((offset as usize).min(self.text.len()));
        Place {
            line: line + 1,
            column: Some(offset - start + 1),
        }
    }

    fn range(&self, span: Span) -> Range {
        let place = |position: ctslint::Position| match self.is_utf8 {
            true => self.at(position.offset),
            // What a byte is there is not known to who reads it.
            false => Place {
                line: position.line,
                column: None,
            },
        };
        Range {
            start: place(span.start),
            end: place(span.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wherever it is counted from, the place is the same.
    #[test]
    fn places_are_counted_in_line_feeds_and_bytes() {
        let text = "ä\r\nb\r\n\n".repeat(STEP);
        let lines = Lines::new(text.as_bytes());
        let (mut line, mut column) = (1, 1);
        for (offset, byte) in text.bytes().enumerate() {
            let expected = Place {
                line,
                column: Some(column),
            };
            assert_eq!(lines.at(offset as u32), expected);
            (line, column) = if byte == b'\n' {
                (line + 1, 1)
            } else {
                (line, column + 1)
            };
        }
    }
}
