//! One corpus, the same verdict by every engine: the library, the command line, the packed npm package in Node, as
//! WebAssembly and as JavaScript, and in Chromium. The engines of JavaScript also fix and translate every text.

use std::fs;
use std::io::Write;
use std::path::Path;

use ctslint::{
    Change, Document, Language, Options, Provider, Safety, TranslateError, TranslateOptions, WordedChange,
    WordedReport, check, fix_all, translate,
};
use serde_json::{Value, json, to_string as json_text};

use crate::corpus::{self, Case};
use crate::shell::{self, Outcome, cargo, command};

/// The engines of JavaScript; each writes a file of this name.
const ENGINES: &[&str] = &["node-wasm", "node-js", "chromium"];

impl Case {
    /// What the library says of it.
    fn report(&self) -> WordedReport {
        check(&self.text, &self.options()).worded(Language::En)
    }

    fn options(&self) -> Options {
        Options {
            document: self.document,
            provider: Some(self.provider),
            comments: self.comments,
            ..Options::default()
        }
    }

    /// What JavaScript is to write of it: the report, and of what is UTF-8 all fixes and the translation.
    fn line(&self) -> serde_json::Result<String> {
        let report = json_text(&self.report())?;
        let Ok(text) = str::from_utf8(&self.text) else {
            return Ok(format!("[{report},null,null]"));
        };
        let fixed = fix_all(text, &self.options(), Safety::Unsafe);
        let after = json_text(fixed.text.as_deref().unwrap_or(text))?;
        let remaining = json_text(&fixed.remaining.worded(Language::En))?;
        let allow_loss = ["kms_id", "smn"].map(str::to_owned);
        let options = TranslateOptions {
            provider: self.provider,
            comments: self.comments,
            allow_loss: &allow_loss,
            ..TranslateOptions::default()
        };
        let translated = match translate(text, &options) {
            Ok(translation) => {
                let (body, changes) = (json_text(&translation.body)?, json_text(&worded(&translation.changes))?);
                format!(r#"{{"body":{body},"changes":{changes}}}"#)
            }
            Err(error) => {
                let (changes, findings) = match &error {
                    TranslateError::Refused { changes, .. } => (json_text(&worded(changes))?, "[]".to_owned()),
                    TranslateError::Invalid { report } | TranslateError::Unsound { report, .. } => {
                        ("[]".to_owned(), json_text(&report.worded(Language::En).findings)?)
                    }
                    _ => ("[]".to_owned(), "[]".to_owned()),
                };
                let error = json_text(&error.to_string())?;
                format!(r#"{{"body":null,"error":{error},"changes":{changes},"findings":{findings}}}"#)
            }
        };
        let count = fixed.fixed;
        Ok(format!(
            r#"[{report},{{"text":{after},"fixed":{count},"remaining":{remaining}}},{translated}]"#
        ))
    }
}

/// The changes in words.
fn worded(changes: &[Change]) -> Vec<WordedChange> {
    changes.iter().map(|change| change.worded(Language::En)).collect()
}

/// Runs the corpus through every engine.
pub(crate) fn run() -> Outcome {
    let place = shell::workspace().join("conformance");
    if place.exists() {
        fs::remove_dir_all(&place).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&place).map_err(|error| error.to_string())?;
    let cases = corpus::cases()?;
    command_line(&cases, &place.join("files"))?;
    javascript(&cases, &place)?;
    println!(
        "{} texts, 1 verdict: library, command line, {}",
        cases.len(),
        ENGINES.join(", ")
    );
    Ok(())
}

/// The names of files, and what is in them.
type Group<'a> = Vec<(String, &'a Case)>;

/// Holds the command line against the library: one run for each document, over a folder of files.
fn command_line(cases: &[Case], folder: &Path) -> Outcome {
    let build = cargo(&["build", "--quiet", "--release", "--package", "ctslint-cli"]);
    shell::QUICKLY_BUILT
        .iter()
        .fold(build, |build, (name, value)| build.env(name, value))
        .run("the command line does not compile")?;
    let binary = shell::target()
        .join("release")
        .join(format!("ctslint{}", std::env::consts::EXE_SUFFIX));
    let mut groups: Vec<((Option<&'static Document>, Provider), Group<'_>)> = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let name = format!("{number:06}.{}", if case.comments { "jsonc" } else { "json" });
        let kind = (case.document, case.provider);
        match groups.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, group)) => group.push((name, case)),
            None => groups.push((kind, vec![(name, case)])),
        }
    }
    for ((document, provider), group) in groups {
        let name = document.map_or(provider.name(), Document::name);
        let inside = folder.join(name);
        fs::create_dir_all(&inside).map_err(|error| error.to_string())?;
        for (file, case) in &group {
            fs::write(inside.join(file), &case.text).map_err(|error| error.to_string())?;
        }
        let output = inside.with_extension("report");
        let mut arguments: Vec<String> = ["check", "--isolated", "--format=json", "--fail-on=never"]
            .map(str::to_owned)
            .into();
        arguments.push(format!("--output-file={}", output.display()));
        arguments.push(format!("--provider={}", provider.name()));
        if let Some(document) = document {
            arguments.push(format!("--as={}", document.name()));
        }
        // In a folder, what is no CTS document is passed over; named files are not.
        arguments.extend(group.iter().map(|(file, _)| file.clone()));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        command(&binary, &arguments)
            .within(&inside)
            .run("the command line fails")?;
        let report = fs::read(&output).map_err(|error| error.to_string())?;
        let report: Value = serde_json::from_slice(&report).map_err(|error| error.to_string())?;
        let found = report["files"].as_array().map_or(&[][..], Vec::as_slice);
        if found.len() != group.len() {
            return Err(format!(
                "the command line checked {} of {} files as {name}",
                found.len(),
                group.len()
            ));
        }
        for ((file, case), found) in group.iter().zip(found) {
            let path = found["path"].as_str().unwrap_or_default();
            let mut expected = serde_json::to_value(case.report()).map_err(|error| error.to_string())?;
            expected["path"] = path.into();
            let mut found = found.clone();
            without_own_help(&mut expected);
            without_own_help(&mut found);
            if !path.ends_with(file.as_str()) || expected != found {
                return Err(differ("command line", case, &expected.to_string(), &found.to_string()));
            }
        }
    }
    Ok(())
}

/// Takes out the help of the findings for which the command line names a command or an option of its own.
fn without_own_help(report: &mut Value) {
    for finding in report["findings"].as_array_mut().into_iter().flatten() {
        let is_own = matches!(
            finding["rule"].as_str(),
            Some("deprecated-api" | "unknown-api" | "other-provider-field")
        );
        if let (true, Some(finding)) = (is_own, finding.as_object_mut()) {
            finding.remove("help");
        }
    }
}

/// Holds the package against the library, byte by byte.
fn javascript(cases: &[Case], place: &Path) -> Outcome {
    let corpus = place.join("corpus.jsonl");
    let mut file = std::io::BufWriter::new(fs::File::create(&corpus).map_err(|error| error.to_string())?);
    for case in cases {
        let line = json!({
            "text": base64(&case.text),
            "as": case.document.map(Document::name),
            "provider": case.provider.name(),
            "comments": case.comments,
        });
        writeln!(file, "{line}").map_err(|error| error.to_string())?;
    }
    file.into_inner().map_err(|error| error.to_string())?;
    command(
        "node",
        &["conformance.js", &corpus.to_string_lossy(), &place.to_string_lossy()],
    )
    .within(&shell::web_tests())
    .run("the corpus can't be run in JavaScript")?;
    let expected: Result<Vec<String>, _> = cases.iter().map(Case::line).collect();
    let expected = expected.map_err(|error| error.to_string())?;
    for engine in ENGINES {
        let reports = fs::read_to_string(place.join(engine)).map_err(|error| format!("{engine}: {error}"))?;
        if reports.lines().count() != cases.len() {
            return Err(format!(
                "{engine} gives {} reports on {} texts",
                reports.lines().count(),
                cases.len()
            ));
        }
        for ((case, expected), found) in cases.iter().zip(&expected).zip(reports.lines()) {
            if expected != found {
                return Err(differ(engine, case, expected, found));
            }
        }
    }
    Ok(())
}

fn differ(engine: &str, case: &Case, expected: &str, found: &str) -> String {
    let text = String::from_utf8_lossy(&case.text);
    format!("library and {engine} differ on:\n{text}\nlibrary:\n{expected}\n{engine}:\n{found}")
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut bits = [0; 4];
        bits[1..=chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes(bits);
        for digit in 0..4 {
            if digit <= chunk.len() {
                let index = bits >> (18 - 6 * digit) & 63;
                text.push(char::from(DIGITS[index as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}
