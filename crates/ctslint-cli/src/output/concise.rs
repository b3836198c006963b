//! `--format concise`: a finding a line, for editors and `grep`.

use std::io::Write;

use super::links;
use super::report::{Checked, View};
use super::spool::Spool;
use crate::terminal::{linked, visible};

pub(super) fn file(file: &Checked<'_>, view: &View, out: &mut Spool) {
    let mut path = visible(file.path);
    // A line that begins with two colons is a command to GitHub Actions.
    if path.trim_start().starts_with("::") {
        path = format!("./{path}").into();
    }
    file.each(view.language, |finding| {
        if !view.shows(finding) {
            return;
        }
        let (mut path, mut rule) = (path.to_string(), finding.rule.name().to_owned());
        if view.links {
            path = linked(&path, &file.base.address(file.file));
            rule = linked(&rule, &links::rule(finding.rule));
        }
        // Writing there can't fail.
        let _ = write!(out, "{path}:");
        if let Some(span) = &finding.span {
            let _ = write!(out, "{}:{}:", span.start.line, span.start.column);
        }
        let style = super::human::severity_style(finding.severity, view.color);
        let severity = finding.severity.name();
        let message = visible(&finding.message);
        let _ = write!(out, " {style}{severity}[{rule}]{style:#} {message}");
        if let Some(pointer) = finding.path.as_deref().filter(|pointer| !pointer.is_empty()) {
            let _ = write!(out, " ({})", visible(pointer));
        }
        let _ = out.write_all(b"\n");
    });
}
