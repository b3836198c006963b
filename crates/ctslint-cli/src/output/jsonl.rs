//! `--format jsonl`: a finding a line, in the shape of `--format json` with the path of the file under `file`, and with what that was
//! taken for; the last line holds the summary.

use std::io::{self, Write};

use ctslint::{DetectedBy, Document, WordedFinding};
use serde::Serialize;

use super::json;
use super::report::Checked;
use super::run_report::{RunReport, Summary};

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

pub(super) fn file(file: &Checked<'_>, out: &mut Vec<u8>) {
    for finding in &file.report.findings {
        let line = FindingLine {
            file: file.path,
            document: file.report.document.map(Document::name),
            detection: file.report.detection,
            finding,
        };
        // Writing to memory can't fail, and a finding has no key that is not a string.
        let _ = json::write(&line, out);
        out.push(b'\n');
    }
}

pub(super) fn summary(run: &RunReport, out: &mut dyn Write) -> io::Result<()> {
    let line = SummaryLine {
        version: run.version,
        summary: &run.summary,
    };
    json::write(&line, out)?;
    writeln!(out)
}
