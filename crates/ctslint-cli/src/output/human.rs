//! `--format human`: for people.

use std::fmt::Display;
use std::io::Write;

use anstyle::{AnsiColor, Effects, Style};
use ctslint::{Finding, Severity};

use super::{Checked, View};
use crate::excerpt::{Frame, Mark, Text};
use crate::terminal::visible;

/// How many other places are shown with a finding.
const MOST_RELATED: usize = 8;

pub(super) fn file(file: &Checked<'_>, view: &View, out: &mut Vec<u8>) {
    let text = Text::new(file.text);
    let shown = || file.report.findings.iter().filter(|finding| view.shows(finding));
    for finding in shown().filter(|finding| !is_remark(finding)) {
        self::finding(file, finding, Some(&text), view.color, out);
    }
    for finding in shown().filter(|finding| is_remark(finding)) {
        self::finding(file, finding, None, view.color, out);
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
fn is_remark(finding: &Finding) -> bool {
    finding.severity == Severity::Info && finding.path.as_deref() == Some("")
}

/// Writes a finding, with an excerpt where there is a text to take it from.
fn finding(file: &Checked<'_>, finding: &Finding, text: Option<&Text<'_>>, color: bool, out: &mut Vec<u8>) {
    let bold = if color { Style::new().bold() } else { Style::new() };
    let style = severity_style(finding.severity, color);
    let severity = finding.severity.name();
    let rule = finding.rule.name();
    let message = visible(&finding.message);
    // Writing to memory can't fail.
    let _ = writeln!(out, "{style}{severity}[{rule}]{style:#}{bold}: {message}{bold:#}");

    let related = || {
        finding
            .related
            .iter()
            .filter_map(|related| Some((related, related.span?)))
    };
    let frame = Frame {
        path: file.path,
        primary: style,
        secondary: secondary_style(color),
    };
    let width = match (finding.span, text) {
        (Some(span), Some(text)) => {
            let mut marks = vec![Mark {
                span,
                label: finding.label.as_deref().unwrap_or_default(),
                primary: true,
            }];
            marks.extend(related().take(MOST_RELATED).map(|(related, span)| Mark {
                span,
                label: &related.message,
                primary: false,
            }));
            frame.draw(text, &marks, out)
        }
        (span, _) => frame.head(span.map(|span| span.start), out),
    };

    let lines = remarks(finding, related().count());
    if text.is_some() && finding.span.is_some() && !lines.is_empty() {
        frame.bar(width, out);
    }
    let gutter = frame.secondary;
    for (kind, line) in lines {
        let _ = writeln!(
            out,
            "{:width$} {gutter}={gutter:#} {bold}{kind}:{bold:#} {}",
            "",
            visible(&line)
        );
    }
    out.push(b'\n');
}

fn secondary_style(color: bool) -> Style {
    if color {
        AnsiColor::BrightBlue.on_default().effects(Effects::BOLD)
    } else {
        Style::new()
    }
}

/// What is said below the excerpt: why, by which authority, with which consequence, and what to do.
fn remarks(finding: &Finding, related: usize) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    let mut note = |text: &dyn Display| lines.push(("note", text.to_string()));
    if related > MOST_RELATED {
        note(&format_args!("and {} more places", related - MOST_RELATED));
    }
    if let Some(text) = &finding.note {
        note(text);
    }
    if let Some(source) = &finding.source {
        match source.quote {
            Some(quote) => note(&format_args!("\"{quote}\" ({})", source.page)),
            None => note(&format_args!("see {}", source.page)),
        }
    }
    if let Some(code) = finding.api_error {
        match ctslint::api_error(code) {
            Some(error) => note(&format_args!("the API would answer {code}: {}", error.meaning)),
            None => note(&format_args!("the API would answer {code}")),
        }
    }
    if let Some(help) = &finding.help {
        lines.push(("help", help.to_string()));
    }
    lines
}
