//! `--format json`: the whole run as one document, version 1 of the report. And JSON as every report writes it: with escapes
//! for what would disturb a terminal.

use std::io::{self, Write};

use ctslint::{DetectedBy, Document, Language, Text};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::report::Checked;
use super::spool::Spool;
use super::summary::{Summary, VERSION};
use crate::terminal::disturbs;

/// The report of one file.
#[derive(Serialize)]
struct FileReport<'a> {
    /// The path as it was given, relative to the working directory.
    path: &'a str,
    document: Option<&'static str>,
    reason: Text,
    detection: DetectedBy,
    findings: Listed<'a>,
}

/// Findings that become a list one by one.
struct Listed<'a>(&'a Checked<'a>, Language);

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let mut result = Ok(());
        self.0.each(self.1, |finding| {
            if result.is_ok() {
                result = list.serialize_element(finding);
            }
        });
        result?;
        list.end()
    }
}

/// What stands before the first file.
pub(super) fn head(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {VERSION},\n  \"files\": [")
}

/// One file: an item of the list.
pub(super) fn file(file: &Checked<'_>, language: Language, out: &mut Spool) {
    let report = FileReport {
        path: file.path,
        document: file.found.document.map(Document::name),
        reason: file.found.reason.worded(language),
        detection: file.found.detection,
        findings: Listed(file, language),
    };
    // Writing there can't fail, and nothing in it has a key that is not a string.
    let _ = out.write_all(b"\n    ");
    let _ = serde_json::to_writer_pretty(Escaped(&mut Indented { out, by: "    " }), &report);
}

/// What stands after the last file; `listed` says whether there is one.
pub(super) fn tail(summary: &Summary, listed: bool, out: &mut dyn Write) -> io::Result<()> {
    let end = if listed { "\n  ]" } else { "]" };
    write!(out, "{end},\n  \"summary\": ")?;
    serde_json::to_writer_pretty(Indented { out, by: "  " }, summary)?;
    writeln!(out, "\n}}")
}

/// Indents each line but the first. In JSON, no line break stands in a string.
struct Indented<'o> {
    out: &'o mut dyn Write,
    by: &'static str,
}

impl Write for Indented<'_> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        for part in json.split_inclusive(|&byte| byte == b'\n') {
            self.out.write_all(part)?;
            if part.ends_with(b"\n") {
                self.out.write_all(self.by.as_bytes())?;
            }
        }
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes a value as JSON on one line.
pub(super) fn write(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    Ok(serde_json::to_writer(Escaped(out), value)?)
}

/// Writes a value as indented JSON, and a line break.
pub(crate) fn write_pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(Escaped(out), value)?;
    writeln!(out)
}

/// Passes JSON on with `\u` in place of each character that would disturb a terminal. None of those stands outside of strings,
/// but for line breaks.
struct Escaped<'o>(&'o mut dyn Write);

impl Write for Escaped<'_> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        let is_odd = |c: char| c != '\n' && disturbs(c);
        // What serde_json writes at once ends where a character does.
        for chunk in json.utf8_chunks() {
            let mut rest = chunk.valid();
            while let Some(at) = rest.find(is_odd) {
                let (plain, odd) = rest.split_at(at);
                self.0.write_all(plain.as_bytes())?;
                let mut chars = odd.chars();
                if let Some(c) = chars.next() {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        write!(self.0, "\\u{unit:04x}")?;
                    }
                }
                rest = chars.as_str();
            }
            self.0.write_all(rest.as_bytes())?;
            self.0.write_all(chunk.invalid())?;
        }
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_disturbs_is_escaped_and_the_value_stays() {
        let text = "ü漢😀 \u{7f}\u{9b}\u{202e}\u{feff}\u{ffff}\u{e0041}\n\0";
        let mut out = Vec::new();
        write(&text, &mut out).expect("memory can be written");
        let json = String::from_utf8(out).expect("it is UTF-8");
        assert_eq!(json, r#""ü漢😀 \u007f\u009b\u202e\ufeff\uffff\udb40\udc41\n\u0000""#);
        assert_eq!(serde_json::from_str::<String>(&json).expect("it is JSON"), text);
    }
}
