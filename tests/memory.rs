//! How much memory a text takes: at most twelve times its length beside what a short text of the same kind takes. In a process of its
//! own, for what a process takes at most is counted from before it becomes another one.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use wait4::Wait4;

const LENGTH: usize = 1 << 20;

/// The most memory that a check of the file had at once, in bytes.
fn peak(file: &Path, arguments: &[&str]) -> usize {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ctslint"));
    command.arg("check").args(arguments).arg(file);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the command starts");
    let ended = child.wait4().expect("it ends");
    assert!(
        matches!(ended.status.code(), Some(0 | 1)),
        "{arguments:?}: {}",
        ended.status
    );
    usize::try_from(ended.rusage.maxrss).expect("it fits")
}

/// Texts with as many findings, nodes, lines or characters as their length allows: what comes before a part that is repeated, the
/// part, and what comes after it.
const TEXTS: &[[&str; 3]] = &[
    ["", "[", ""],
    ["", "{\"a\":", ""],
    ["", "[0,", ""],
    ["{", "a:1,", "}"],
    ["{\"tracker_type\": \"system\", \"a\": [", "'',", "0]}"],
    ["{\"tracker_type\": \"system\", \"a\": [", "\n0,,", "0]}"],
    ["{\"tracker_type\": \"system\", \"a\": 'x', \"b\": [", "0,", "0]}"],
    ["{\"tracker_type\": \"", "\\q", "\"}"],
    ["{\"tracker_type\": \"system\"", ",\"a\":1", "}"],
    ["{'tracker_type':", "\n", "'system','is_lts_enabled':'true'}"],
    ["{\"tracker_type\": \"system\", \"a\": \"", "\u{1}", "\"}"],
    ["{\"tracker_type\": \"system\", \"a\": '", "\"", "'}"],
    ["{\"tracker_type\": \"", "x", "\"}"],
];

/// Writes a text of about this length.
fn write(file: &Path, [before, part, after]: [&str; 3], length: usize) {
    let mut out = BufWriter::new(File::create(file).expect("it can be written"));
    out.write_all(before.as_bytes()).expect("it can be written");
    for _ in 0..length / part.len() {
        out.write_all(part.as_bytes()).expect("it can be written");
    }
    out.write_all(after.as_bytes()).expect("it can be written");
    out.flush().expect("it can be written");
}

#[track_caller]
fn assert_little(text: [&str; 3], arguments: &[&str]) {
    assert_little_beside(&[], "a.json", text, arguments);
}

#[track_caller]
fn assert_little_beside(settings: &[[&str; 2]], name: &str, text: [&str; 3], arguments: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    for [name, content] in settings {
        fs::write(folder.path().join(name), content).expect("it can be written");
    }
    let file = folder.path().join(name);
    write(&file, text, 300);
    let least = peak(&file, arguments);
    write(&file, text, LENGTH);
    let length = fs::metadata(&file).expect("it is there").len() as f64;
    let times = peak(&file, arguments).saturating_sub(least) as f64 / length;
    assert!(times <= 12.0, "{text:?}, {arguments:?}: {times:.1} times the text");
}

/// Findings are worded and written one by one, in every format.
#[test]
fn ten_thousand_findings_take_little_in_every_format() {
    for format in [
        "human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
    ] {
        assert_little(TEXTS[4], &["--format", format]);
    }
    assert_little(TEXTS[3], &["--as", "v3", "--format", "sarif"]);
}

/// Whatever a text is full of, twelve times its length is enough.
#[test]
fn no_text_takes_more_than_twelve_times_its_length() {
    for text in TEXTS {
        assert_little(*text, &["--format", "concise"]);
    }
}

/// Rounds of fixes hold no findings, and the text before the round is not held either.
#[test]
fn mending_takes_no_more() {
    for index in [4, 6, 9] {
        assert_little(TEXTS[index], &["--as", "v3", "--diff"]);
    }
    assert_little(TEXTS[4], &["--as", "v3", "--fix"]);
}

/// Neither requests nor the findings on them are held, however many there are.
#[test]
fn requests_take_no_more() {
    let bad = "POST https://cts.x.com/v3/{{p}}/tracker\n\n{\"tracker_type\":\"system\",\"a\":1}\n\n###\n";
    for part in [bad, "GET /v3/a/trackers\n###\n"] {
        assert_little_beside(&[], "a.http", ["", part, ""], &["--format", "concise"]);
    }
    let head = "POST https://cts.x.com/v3/{{p}}/tracker\n\n{\"tracker_type\":";
    assert_little_beside(&[], "a.http", [head, "\n", "\"system\"}"], &["--format", "concise"]);
}

/// Policies, severities of fields and accepted findings are judged finding by finding.
#[test]
fn settings_take_no_more() {
    let policy = "[[policy]]\nfield = \"tracker_type\"\npattern = \"x\"\nmessage = \"x\"\n";
    let fields = "[[override]]\nfiles = [\"*\"]\npointers = [\"/a\"]\n[override.rules]\nunknown-field = \"warning\"\n";
    let ignore = "[[ignore]]\nfile = \"a.json\"\nrule = \"unknown-field\"\npointer = \"/a\"\nvalue = \"fnv1a:0f25c792cd46fe8b\"\nreason = \"x\"\n";
    for settings in [
        ["ctslint.toml", policy],
        ["ctslint.toml", fields],
        ["ctslint-ignore.toml", ignore],
    ] {
        for index in [4, 8] {
            assert_little_beside(
                &[settings],
                "a.json",
                TEXTS[index],
                &["--as", "v3", "--format", "concise"],
            );
        }
    }
}
