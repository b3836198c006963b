//! `--format markdown`: a table for the summary of a step, as GitHub shows it. Nothing of a file is read as Markdown or HTML.

use std::io::{self, Write};
use std::path::Path;

use ctslint::Language;

use super::links;
use super::report::{Checked, Part};
use super::summary::Summary;
use crate::messages::Message;
use crate::terminal::visible;
use crate::wording;

/// How many findings of a file are listed; a summary may be a megabyte long.
const MOST: usize = 100;

/// What stands before the first finding.
pub(super) fn head(language: Language, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", Message::ColumnTitles.worded(language))?;
    writeln!(out, "| --- | --- | --- | --- |")
}

/// The rows of one file.
pub(super) fn file(file: &Checked<'_>, language: Language, part: &mut Part) {
    let path = file.base.relative(Path::new(file.path));
    let path = code(&path);
    let out = &mut part.later[0];
    let mut count = 0;
    file.each(language, |finding| {
        count += 1;
        if count > MOST {
            return;
        }
        let place = finding
            .span
            .map(|span| format!(":{}:{}", span.start.line, span.start.column));
        let place = place.unwrap_or_default();
        let (severity, rule) = (wording::severity(finding.severity, language), finding.rule.name());
        let (link, message) = (links::rule(finding.rule), text(&finding.message));
        // Writing there can't fail.
        let _ = writeln!(out, "| {severity} | {path}{place} | [{rule}]({link}) | {message} |");
    });
    if count > MOST {
        let more = Message::MoreFindings { count: count - MOST }.worded(language);
        let _ = writeln!(out, "| | {path} | | {more} |");
    }
    part.tests.all = count;
}

/// What stands after the last finding.
pub(super) fn tail(summary: &Summary, listed: bool, language: Language, out: &mut dyn Write) -> io::Result<()> {
    if listed {
        writeln!(out)?;
    }
    let Summary {
        files,
        errors,
        warnings,
        infos,
        ..
    } = *summary;
    let counts = Message::RunCounts {
        files,
        errors,
        warnings,
        infos,
    };
    writeln!(out, "{}", counts.worded(language))
}

/// A message: its literals as code, whatever they hold.
fn text(message: &str) -> String {
    let mut shown = String::with_capacity(2 * message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('`') {
        shown += &escaped(before);
        // A literal with backticks stands between two of them on each side.
        let literal = after.strip_prefix("` ").and_then(|after| after.split_once(" ``"));
        let Some((literal, after)) = literal.or_else(|| after.split_once('`')) else {
            return shown + &escaped(after);
        };
        shown += &code(literal);
        rest = after;
    }
    shown + &escaped(rest)
}

/// A literal as code.
fn code(literal: &str) -> String {
    format!("<code>{}</code>", escaped(literal))
}

/// A text with references in place of all that Markdown or HTML could read as something else. An `@` stands by itself, so that
/// it makes no address of what is around it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '@' => escaped += "<span>&#64;</span>",
            c if c.is_ascii_punctuation() && !matches!(c, ',' | '-' | '/' | '(' | ')' | '\'') => {
                escaped += &format!("&#{};", u32::from(c));
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_literal_is_markdown() {
        assert_eq!(
            text("unknown field `a|b`, or `` <b>` ``"),
            "unknown field <code>a&#124;b</code>, or <code>&#60;b&#62;&#96;</code>"
        );
        assert_eq!(text("no `end"), "no end");
        assert_eq!(escaped("www.x.y a@b"), "www&#46;x&#46;y a<span>&#64;</span>b");
    }
}
