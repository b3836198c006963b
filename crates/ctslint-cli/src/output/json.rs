//! `--format json`: the whole run as one document, version 1 of the report.

use std::io::{self, Write};

use super::run_report::RunReport;

pub(super) fn run(run: &RunReport, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, run)?;
    writeln!(out)
}
