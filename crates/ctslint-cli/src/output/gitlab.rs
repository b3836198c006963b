//! `--format gitlab`: GitLab's code quality report. A fingerprint stays the same under edits elsewhere in the file.

use std::borrow::Cow;
use std::io::{self, Write};

use ctslint::{Language, Severity};
use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::json;
use super::report::{Checked, reasons};
use super::spool::Spool;
use crate::messages::Message;
use crate::terminal::visible;

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'static str,
    description: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Content>,
    categories: [&'static str; 1],
    severity: &'static str,
    fingerprint: String,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Content {
    body: String,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

/// What stands before the first issue.
pub(super) fn head(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")
}

/// The issues of one file, with a comma between two.
pub(super) fn file(file: &Checked<'_>, language: Language, out: &mut Spool) {
    let path = file.base.relative(file.file);
    let mut fingerprints = Fingerprints::new(&path, file.text);
    let mut separator = "\n";
    file.each(language, |finding| {
        let reasons = reasons(finding, language);
        let mut body: Vec<String> = reasons.map(|reason| visible(&reason).into_owned()).collect();
        let titled = |help| format!("{}: {}", Message::HelpTitle.worded(language), visible(help));
        body.extend(finding.help.as_deref().map(titled));
        let span = finding.span.unwrap_or_default();
        let issue = Issue {
            kind: "issue",
            check_name: finding.rule.name(),
            description: visible(&finding.message),
            content: (!body.is_empty()).then(|| Content {
                body: body.join("\n\n"),
            }),
            categories: ["Bug Risk"],
            severity: match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            },
            fingerprint: fingerprints.of(finding),
            location: Location {
                path: &path,
                positions: Positions {
                    begin: Place {
                        line: span.start.line.max(1),
                        column: span.start.utf16.max(1),
                    },
                    end: Place {
                        line: span.end.line.max(1),
                        column: span.end.utf16.max(1),
                    },
                },
            },
        };
        // Writing there can't fail, and an issue has no key that is not a string.
        let _ = out.write_all(separator.as_bytes());
        let _ = json::write(&issue, out);
        separator = ",\n";
    });
}

/// What stands after the last issue.
pub(super) fn tail(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"\n]\n")
}
