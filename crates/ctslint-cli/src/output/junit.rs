//! `--format junit`: a test suite a file, for Jenkins and its like. A finding that fails the run is a failed test, any
//! other a passed one that tells of it, and a file without findings one passed test: a red build means the same there as
//! the exit status does.

use std::io::{self, Write};
use std::path::Path;

use ctslint::{Severity, WordedFinding};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::report::{End, reasons};
use crate::language;
use crate::messages::Message;
use crate::terminal::visible;

pub(super) fn run(end: &End<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::new("ctslint");
    for (file, threshold) in end.run.files.iter().zip(end.thresholds) {
        let path = end.base.relative(Path::new(&file.path));
        let path = visible(&path);
        let mut suite = TestSuite::new(&*path);
        for finding in &file.report.findings {
            suite.add_test_case(case(&path, finding, *threshold));
        }
        if file.report.findings.is_empty() {
            let name = file.report.document.map_or("check", |document| document.name());
            let mut case = TestCase::new(name, TestCaseStatus::success());
            case.set_classname(&*path);
            suite.add_test_case(case);
        }
        report.add_test_suite(suite);
    }
    report.serialize(out).map_err(io::Error::other)
}

fn case(path: &str, finding: &WordedFinding, threshold: Option<Severity>) -> TestCase {
    let severity = finding.severity.name();
    let rule = finding.rule.name();
    let message = visible(&finding.message);
    let mut text = format!("{path}:");
    if let Some(span) = finding.span {
        text += &format!("{}:{}:", span.start.line, span.start.column);
    }
    text += &format!(" {severity}[{rule}] {message}");
    let language = language::for_machines();
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
    let fails = threshold.is_some_and(|threshold| finding.severity >= threshold);
    let mut status = TestCaseStatus::success();
    if fails {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(rule).set_message(&*message).set_description(&*text);
    }
    let mut case = TestCase::new(name, status);
    case.set_classname(path);
    if !fails {
        case.set_system_out(&*text);
    }
    case
}
