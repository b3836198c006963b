//! `--format github`: workflow commands that GitHub Actions shows as annotations. Errors come first, since only the first
//! ten of a step are shown.

use std::io::{self, Write};
use std::path::Path;

use ctslint::{Severity, WordedFinding};

use super::report::{End, reasons};
use crate::language;
use crate::messages::Message;
use crate::terminal::visible;

pub(super) fn run(end: &End<'_>, out: &mut dyn Write) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        for file in &end.run.files {
            let path = end.base.relative(Path::new(&file.path));
            for finding in file
                .report
                .findings
                .iter()
                .filter(|finding| finding.severity == severity)
            {
                command(&path, finding, out)?;
            }
        }
    }
    Ok(())
}

fn command(path: &str, finding: &WordedFinding, out: &mut dyn Write) -> io::Result<()> {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    write!(out, "::{kind} file={}", file(path))?;
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
    let language = language::for_machines();
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
fn file(path: &str) -> String {
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
        assert_eq!(file("a\n\u{1b},\u{202e}\r\nb"), "a%0A␛%2C<U+202E>%0D%0Ab");
    }
}
