//! `--format jsonl`: a finding a line, in the shape of `--format json` with the path of the file under `file`, and with what that was
//! taken for; the last line holds the summary.

use std::io::{self, Write};

use ctslint::{DetectedBy, Document, Language, WordedFinding};
use serde::Serialize;

use super::json;
use super::report::Checked;
use super::spool::Spool;
use super::summary::{Summary, VERSION};

#[derive(Serialize)]
struct FindingLine<'a> {
    file: &'a str,
    document: Option<&'static str>,
    detection: DetectedBy,
    #[serde(flatten)]
    finding: &'a WordedFinding,
}

#[derive(Serialize)]
struct SummaryLine<'a> {
    version: u32,
    summary: &'a Summary,
}

pub(super) fn file(file: &Checked<'_>, language: Language, out: &mut Spool) {
    file.each(language, |finding| {
        let line = FindingLine {
            file: file.path,
            document: file.found.document.map(Document::name),
            detection: file.found.detection,
            finding,
        };
        // Writing there can't fail, and a finding has no key that is not a string.
        let _ = json::write(&line, out);
        let _ = out.write_all(b"\n");
    });
}

pub(super) fn tail(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let line = SummaryLine {
        version: VERSION,
        summary,
    };
    json::write(&line, out)?;
    writeln!(out)
}
