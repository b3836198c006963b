//! `--format github`: workflow commands that GitHub Actions shows as annotations. Errors come first, since only the first
//! ten of a step are shown.

use std::io::{self, Write};
use std::path::Path;

use ctslint::{Language, Severity, WordedFinding};

use super::report::{Checked, Part, reasons};
use super::spool::Spool;
use crate::messages::Message;
use crate::terminal::visible;

/// The commands for one file: warnings and infos wait for the errors of all files.
pub(super) fn file(file: &Checked<'_>, language: Language, part: &mut Part) {
    let path = file.base.relative(Path::new(file.path));
    let Part {
        now,
        later: [warnings, infos],
        ..
    } = part;
    file.each(language, |finding| {
        let out = match finding.severity {
            Severity::Error => &mut *now,
            Severity::Warning => &mut *warnings,
            Severity::Info => &mut *infos,
        };
        // Writing there can't fail.
        let _ = command(&path, finding, language, out);
    });
}

fn command(path: &str, finding: &WordedFinding, language: Language, out: &mut Spool) -> io::Result<()> {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    write!(out, "::{kind} file={}", name(path))?;
    if let Some(span) = finding.span {
        write!(out, ",line={},endLine={}", span.start.line, span.end.line)?;
        // Columns are taken only within one line.
        if span.start.line == span.end.line {
            write!(out, ",col={},endColumn={}", span.start.utf16, span.end.utf16)?;
        }
    }
    let mut message = visible(&finding.message).into_owned();
    if let Some(pointer) = finding.path.as_deref().filter(|pointer| !pointer.is_empty()) {
        message += &format!(" ({})", visible(pointer));
    }
    for reason in reasons(finding, language) {
        message += &format!("\n{}: {}", Message::Note.worded(language), visible(&reason));
    }
    if let Some(help) = &finding.help {
        message += &format!("\n{}: {}", Message::Help.worded(language), visible(help));
    }
    let title = format!("ctslint: {}", finding.rule.name());
    writeln!(out, ",title={}::{}", property(&title), data(&message))
}

/// A text as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A path as a property of a command. Line breaks have an escape, so that the file is found; what else would disturb a
/// terminal has none.
fn name(path: &str) -> String {
    let parts = path.split_inclusive(['\r', '\n']).map(|part| {
        let plain = part.trim_end_matches(['\r', '\n']);
        visible(plain) + &part[plain.len()..]
    });
    property(&parts.collect::<String>())
}

/// A text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_commands_is_escaped() {
        assert_eq!(data("50 %: a,b\r\n::error::x"), "50 %25: a,b%0D%0A::error::x");
        assert_eq!(property("a,b:c%.json"), "a%2Cb%3Ac%25.json");
        assert_eq!(name("a\n\u{1b},\u{202e}\r\nb"), "a%0A␛%2C<U+202E>%0D%0Ab");
    }
}
