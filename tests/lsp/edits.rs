//! Random edits: after each, the diagnostics are those of a fresh check, every question has an answer, and memory does not grow.

use ctslint::{Options, Position};
use serde_json::{Value, json};

use super::client::{Client, range};

/// Always a tracker, whatever becomes of it.
const BODY: &str = "file:///nowhere/random.cts.json";
const REQUESTS: &str = "file:///nowhere/random.http";

const START: &str = "{\r\n  \"tracker_type\": \"system\",\r\n  \"tracker_name\": \"system\",\r\n  \"is_lts_enabled\": true,\r\n  \"obs_info\": {\r\n    \
                     \"bucket_name\": \"obs-f1da\",\r\n    \"is_obs_created\": false\r\n  }\r\n}\r\n";

const START_OF_REQUESTS: &str = "@name = \"system\"\n\nPOST https://cts.eu-de.otc.t-systems.com/v3/{{project}}/tracker\nContent-Type: application/json\n\n\
                                 {\"tracker_type\": \"system\", \"tracker_name\": {{name}}, \"is_lts_enabled\": true}\n\n###\n\n\
                                 curl -X POST 'https://{{host}}/v1.0/{{project}}/tracker' -d '{\"bucket_name\": \"obs-f1da\"}'\n";

const TYPED: &[&str] = &[
    "\"",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\\",
    "\r\n",
    "\r",
    "\n",
    " ",
    "1",
    "-",
    "true",
    "null",
    "😀",
    "é",
    "_",
    "x",
    "'",
    "//",
    "\"tracker_nmae\": \"system\",",
    "\"kms_id\": \"\"",
    "\"compress_type\": \"zip\"",
    "\u{feff}",
    "\0",
    "{{v}}",
];

/// How many edits: a few in every run, and as many as the environment says in a step of their own.
fn count() -> i32 {
    std::env::var("EDITS").map_or(600, |count| count.parse().expect("EDITS is a number"))
}

/// The next offset at which a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let mut here = at..=text.len();
    here.find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// The place of an offset, counted by hand.
fn place(text: &str, offset: usize) -> (u32, u32) {
    let mut line = 0;
    let mut start = 0;
    for (at, character) in text[..offset].char_indices() {
        if character == '\n' || (character == '\r' && !text[at + 1..].starts_with('\n')) {
            line += 1;
            start = at + 1;
        }
    }
    (line, text[start..offset].encode_utf16().count() as u32)
}

/// What is to be told of a text, from the library alone: rules, ranges, and how the messages begin.
fn expected(text: &str, requests: bool) -> Vec<(Value, Value, String)> {
    let options = Options {
        requests,
        assumed: requests,
        ..Options::default()
    };
    let report = ctslint::check(text, &options);
    if requests && report.reason.is_foreign() {
        return Vec::new();
    }
    let place = |position: Position| (position.line.saturating_sub(1), position.utf16.saturating_sub(1));
    let diagnostic = |finding: &ctslint::Finding| {
        let span = finding.span.unwrap_or_default();
        let range = range(place(span.start), place(span.end));
        let message = finding.message(ctslint::Language::En).into_owned();
        (json!(finding.rule.name()), range, message)
    };
    report.findings.iter().map(diagnostic).collect()
}

#[test]
fn after_any_edits_a_body_is_told_as_in_a_fresh_check() {
    edit(BODY, START, count());
}

#[test]
fn after_any_edits_requests_are_told_as_in_a_fresh_check() {
    edit(REQUESTS, START_OF_REQUESTS, count() / 2);
}

fn edit(uri: &str, start: &str, count: i32) {
    let mut random = 0x2545_f491_u32;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        random as usize % below.max(1)
    };
    let mut client = Client::able();
    let mut text = start.to_owned();
    client.open(uri, &text);
    let mut early = None;
    let mut told_of = 0;
    for version in 2..count + 2 {
        let mut changes = Vec::new();
        for _ in 0..=next(3) {
            if next(60) == 0 {
                start.clone_into(&mut text);
                changes.push(json!({ "text": text }));
                continue;
            }
            let from = boundary(&text, next(text.len() + 1));
            let longest = if text.len() > 4000 { 2000 } else { 12 };
            let end = boundary(&text, (from + next(longest)).min(text.len()));
            // Between CR and LF there is no place in an editor.
            let splits = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
            if splits(from) || splits(end) {
                continue;
            }
            let new = if next(3) == 0 { "" } else { TYPED[next(TYPED.len())] };
            changes.push(json!({"range": range(place(&text, from), place(&text, end)), "text": new}));
            text.replace_range(from..end, new);
        }
        let told = client.change(uri, version, &Value::from(changes));
        told_of += i32::from(!told.is_empty());
        let expected = expected(&text, uri == REQUESTS);
        let is_as_expected = |(told, (code, range, message)): (&Value, &(Value, Value, String))| {
            let is_begun = told["message"].as_str().is_some_and(|told| told.starts_with(message));
            told["code"] == *code && told["range"] == *range && is_begun
        };
        assert!(
            told.len() == expected.len() && told.iter().zip(&expected).all(is_as_expected),
            "after version {version}: {text:?}\ntold {told:?}\nexpected {expected:?}"
        );
        if version % 4 == 0 {
            let (line, character) = place(&text, boundary(&text, next(text.len() + 1)));
            for method in ["hover", "completion", "documentSymbol"] {
                client.at(method, uri, line, character);
            }
            client.actions(uri, &range((0, 0), (999, 0)), None);
        }
        if version == count / 10 {
            early = client.memory();
        }
    }
    assert!(told_of > count / 10, "only {told_of} of {count} texts have findings");
    if let (Some(early), Some(late)) = (early, client.memory()) {
        assert!(late < early + 4096, "{early} kB after a tenth, {late} kB at the end");
    }
}
