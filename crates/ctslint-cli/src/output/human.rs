//! `--format human`: for people.

use std::collections::HashSet;
use std::io::Write;

use anstyle::{AnsiColor, Effects, Style};
use ctslint::{DetectionKind, Rule, Severity, WordedFinding, WordedReport};

use super::report::{Checked, View, reasons};
use crate::terminal::excerpt::{Frame, Mark, Text};
use crate::terminal::visible;

/// How many other places are shown with a finding.
const MOST_RELATED: usize = 8;

/// How much room there is for what to do, before it is said whether that can be done by itself.
const HELP_WIDTH: usize = 64;

pub(super) fn file(file: &Checked<'_>, view: &View, out: &mut Vec<u8>) {
    let text = Text::new(file.text);
    let mut writer = Writer {
        path: file.path,
        color: view.color,
        document: document(file.report),
        said: HashSet::new(),
        out,
    };
    let shown = || file.report.findings.iter().filter(|finding| view.shows(finding));
    for finding in shown().filter(|finding| !is_remark(finding)) {
        writer.finding(finding, Some(&text));
    }
    for finding in shown().filter(|finding| is_remark(finding)) {
        writer.finding(finding, None);
    }
}

/// The style of a severity.
pub(super) fn severity_style(severity: Severity, color: bool) -> Style {
    let of = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::BrightYellow,
        Severity::Info => AnsiColor::BrightCyan,
    };
    if color {
        of.on_default().effects(Effects::BOLD)
    } else {
        Style::new()
    }
}

/// Something worth knowing about the body as a whole: no place in it would tell more.
fn is_remark(finding: &WordedFinding) -> bool {
    finding.severity == Severity::Info && finding.path.as_deref() == Some("")
}

/// Writes the findings of a file.
struct Writer<'a> {
    path: &'a str,
    color: bool,
    /// What the file was taken for; said with its first finding.
    document: Option<String>,
    /// What was said before: the second finding of a rule does not repeat the reasons of the first.
    said: HashSet<(Rule, String)>,
    out: &'a mut Vec<u8>,
}

impl Writer<'_> {
    /// Writes a finding, with an excerpt where there is a text to take it from.
    fn finding(&mut self, finding: &WordedFinding, text: Option<&Text<'_>>) {
        let bold = if self.color { Style::new().bold() } else { Style::new() };
        let style = severity_style(finding.severity, self.color);
        let severity = finding.severity.name();
        let rule = finding.rule.name();
        let message = visible(&finding.message);
        // Writing to memory can't fail.
        let _ = writeln!(self.out, "{style}{severity}[{rule}]{style:#}{bold}: {message}{bold:#}");

        let related = finding.related.iter().filter_map(|it| Some((&it.message, it.span?)));
        let unshown = related.clone().count().saturating_sub(MOST_RELATED);
        let frame = Frame {
            path: self.path,
            primary: style,
            secondary: secondary_style(self.color),
        };
        let (width, remarks) = match (finding.span, text) {
            (Some(span), Some(text)) => {
                let mut marks = vec![Mark {
                    span,
                    label: finding.label.as_deref().unwrap_or_default(),
                    primary: true,
                }];
                marks.extend(related.take(MOST_RELATED).map(|(label, span)| Mark {
                    span,
                    label,
                    primary: false,
                }));
                let width = frame.draw(text, &marks, self.out);
                let remarks = self.remarks(finding, unshown);
                if !remarks.is_empty() {
                    frame.bar(width, self.out);
                }
                (width, remarks)
            }
            (span, _) => {
                let width = frame.head(span.map(|span| span.start), self.out);
                (width, self.remarks(finding, 0))
            }
        };
        let gutter = frame.secondary;
        for (kind, remark) in remarks {
            let _ = writeln!(
                self.out,
                "{:width$} {gutter}={gutter:#} {bold}{kind}:{bold:#} {}",
                "",
                visible(&remark)
            );
        }
        self.out.push(b'\n');
    }

    /// What is said below the excerpt: why, by which authority, with which consequence, and what to do.
    fn remarks(&mut self, finding: &WordedFinding, unshown: usize) -> Vec<(&'static str, String)> {
        let more = (unshown > 0).then(|| format!("and {unshown} more places"));
        let reasons = reasons(finding).filter(|reason| self.said.insert((finding.rule, reason.clone())));
        let notes = more.into_iter().chain(reasons).map(|note| ("note", note));
        let document = self.document.take().map(|document| ("document", document));
        notes
            .chain(help(finding).map(|help| ("help", help)))
            .chain(document)
            .collect()
    }
}

/// What a file was taken for, and why, if nobody named it.
fn document(report: &WordedReport) -> Option<String> {
    let document = report.document?;
    let is_told = report.detection.kind != DetectionKind::Named;
    is_told.then(|| format!("{}, because {}", document.name(), report.reason))
}

/// What to do, and whether it can be done by itself.
fn help(finding: &WordedFinding) -> Option<String> {
    let Some(fix) = &finding.fix else {
        return finding.help.as_ref().map(|help| help.to_string());
    };
    let help = finding.help.as_ref().unwrap_or(&fix.title);
    Some(format!("{help:HELP_WIDTH$}  fix: {}", fix.safety.name()))
}

fn secondary_style(color: bool) -> Style {
    if color {
        AnsiColor::BrightBlue.on_default().effects(Effects::BOLD)
    } else {
        Style::new()
    }
}
