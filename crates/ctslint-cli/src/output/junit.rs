//! `--format junit`: a test suite a file, for Jenkins and its like. A finding that fails the run is a failed test, any
//! other a passed one that tells of it, and a file without findings one passed test: a red build means the same there as
//! the exit status does.

use std::io::{self, Write};
use std::path::Path;

use ctslint::{Language, Severity, WordedFinding};
use quick_xml::escape::escape;

use super::report::{Checked, Part, Tests, reasons};
use super::spool::Spool;
use crate::messages::Message;
use crate::terminal::visible;

/// What stands before the first suite.
pub(super) fn head(tests: Tests, out: &mut dyn Write) -> io::Result<()> {
    let Tests { all, failures } = tests;
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<testsuites name="ctslint" tests="{all}" skipped="0" failures="{failures}" errors="0">"#
    )
}

/// The suite of one file, for the time when all tests are counted.
pub(super) fn file(file: &Checked<'_>, language: Language, part: &mut Part) {
    let path = file.base.relative(Path::new(file.path));
    let path = visible(&path);
    let fails = |severity: Severity| file.threshold.is_some_and(|threshold| severity >= threshold);
    let mut tests = Tests::default();
    file.found.each(|finding| {
        tests.all += 1;
        tests.failures += usize::from(fails(finding.severity));
    });
    let is_clean = tests.all == 0;
    tests.all = tests.all.max(1);
    let Tests { all, failures } = tests;
    let name = escape(&*path);
    let suite = &mut part.later[0];
    // Writing there can't fail.
    let _ = writeln!(
        suite,
        r#"    <testsuite name="{name}" tests="{all}" skipped="0" errors="0" failures="{failures}">"#
    );
    if is_clean {
        let document = file.found.document.map_or("check", |document| document.name());
        let _ = writeln!(suite, r#"        <testcase name="{document}" classname="{name}"/>"#);
    }
    file.each(language, |finding| {
        let _ = case(&path, finding, language, fails(finding.severity), suite);
    });
    let _ = writeln!(suite, "    </testsuite>");
    part.tests = tests;
}

/// What stands after the last suite.
pub(super) fn tail(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "</testsuites>")
}

fn case(path: &str, finding: &WordedFinding, language: Language, fails: bool, out: &mut Spool) -> io::Result<()> {
    let severity = finding.severity.name();
    let rule = finding.rule.name();
    let message = visible(&finding.message);
    let mut text = format!("{path}:");
    if let Some(span) = finding.span {
        text += &format!("{}:{}:", span.start.line, span.start.column);
    }
    text += &format!(" {severity}[{rule}] {message}");
    for reason in reasons(finding, language) {
        text += &format!("\n{}: {}", Message::Note.worded(language), visible(&reason));
    }
    if let Some(help) = &finding.help {
        text += &format!("\n{}: {}", Message::Help.worded(language), visible(help));
    }
    let pointer = finding.path.as_deref().unwrap_or_default();
    let name = if pointer.is_empty() {
        rule.to_owned()
    } else {
        format!("{rule} {}", visible(pointer))
    };
    let (name, class, text) = (escape(&name), escape(path), escape(&text));
    writeln!(out, r#"        <testcase name="{name}" classname="{class}">"#)?;
    if fails {
        let message = escape(&*message);
        writeln!(
            out,
            r#"            <failure message="{message}" type="{rule}">{text}</failure>"#
        )?;
    } else {
        writeln!(out, "            <system-out>{text}</system-out>")?;
    }
    writeln!(out, "        </testcase>")
}
