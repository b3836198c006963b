//! What the formats look like. The outputs stand whole in `tests/cli/snapshots`; `SNAPSHOTS=overwrite cargo test` writes
//! them anew.

use std::path::Path;

use serde_json::Value;
use snapbox::{Data, assert_data_eq};

use crate::{Run, check, ctslint};

#[track_caller]
fn assert_output(run: &Run, file: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cli/snapshots")
        .join(file);
    assert_data_eq!(run.stdout.as_str(), Data::read_from(&file, None).raw());
}

#[test]
fn the_published_example() {
    assert_output(&check(&["published-v1.json"]).ends(1), "published-v1.txt");
}

#[test]
fn two_places_in_one_excerpt() {
    assert_output(
        &check(&["encryption-without-key.json"]).ends(1),
        "encryption-without-key.txt",
    );
}

#[test]
fn one_mistake_is_one_finding() {
    assert_output(&check(&["misspelt.json"]).ends(1), "misspelt.txt");
}

#[test]
fn the_right_field_in_the_wrong_place() {
    assert_output(&check(&["misplaced.json"]).ends(1), "misplaced.txt");
}

#[test]
fn colours() {
    assert_output(
        &check(&["--color", "always", "encryption-without-key.json"]).ends(1),
        "colours.txt",
    );
}

#[test]
fn concise() {
    let files = ["published-v1.json", "misspelt.json", "encryption-without-key.json"];
    let run = check(&[&["--format", "concise"], &files[..]].concat());
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (
            1,
            "3 files checked: 4 errors, 2 infos in 3 files. 3 can be fixed with --fix.\n"
        )
    );
    assert_output(&run, "concise.txt");
}

#[test]
fn json() {
    let run = check(&["--format", "json", "encryption-without-key.json", "good.json"]).ends(1);
    assert_output(&run, "report.json.txt");
    assert_eq!(run.json()["version"], 1);
}

#[test]
fn json_of_nothing_is_complete() {
    let run = check(&["--format", "json", "--skip-unknown", "foreign.json"]).ends(0);
    assert_eq!(
        run.json(),
        serde_json::json!({
            "version": 1,
            "files": [],
            "summary": {"files": 0, "skipped": 1, "errors": 0, "warnings": 0, "infos": 0, "fixable": 0}
        })
    );
}

#[test]
fn jsonl_holds_the_findings_of_json_and_the_summary() {
    let files = ["published-v1.json", "good.json", "misplaced.json"];
    let lines = check(&[&["--format", "jsonl"], &files[..]].concat()).ends(1).stdout;
    let mut lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("a document"))
        .collect();
    let report = check(&[&["--format", "json"], &files[..]].concat()).ends(1).json();
    let last = lines.pop().expect("there is a last line");
    assert_eq!(last, serde_json::json!({"version": 1, "summary": report["summary"]}));
    let mut expected = Vec::new();
    for file in report["files"].as_array().expect("a list") {
        for finding in file["findings"].as_array().expect("a list") {
            let mut line = finding.clone();
            line["file"] = file["path"].clone();
            line["document"] = file["document"].clone();
            line["detection"] = file["detection"].clone();
            expected.push(line);
        }
    }
    assert!(!expected.is_empty());
    assert_eq!(lines, expected);
}

#[test]
fn comments_are_allowed_where_the_name_says_so() {
    let run = check(&["comments.jsonc"]).ends(0);
    assert_eq!(run.stdout, "1 file checked as v3-create-request: all clean.\n");
}

#[test]
fn only_a_terminal_gets_a_progress_bar() {
    assert_eq!(check(&["."]).stderr, "");
}

#[test]
fn rules_are_listed() {
    let run = Run::of(ctslint(&["rules"])).ends(0);
    assert_output(&run, "rules.txt");
    let run = Run::of(ctslint(&["rules", "--format", "json"])).ends(0);
    let list = run.json();
    assert_eq!(list["version"], 1);
    let names: Vec<&str> = list["rules"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|rule| rule["name"].as_str())
        .collect();
    let expected: Vec<&str> = ctslint::rules().iter().map(|rule| rule.name).collect();
    assert_eq!(names, expected);
}

#[test]
fn documents_are_listed() {
    let run = Run::of(ctslint(&["documents"])).ends(0);
    assert_output(&run, "documents.txt");
    let list = Run::of(ctslint(&["documents", "--format", "json"])).ends(0).json();
    assert_eq!(list["version"], 1);
    assert_eq!(list["documents"][0]["name"], "v1-create-request");
    assert_eq!(list["documents"][0]["short"], "v1");
}

#[test]
fn the_examples_are_what_they_are_called() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let run = |arguments: &[&str]| {
        let mut command = ctslint(&[&["check", "--format", "json"], arguments].concat());
        command.current_dir(&examples);
        Run::of(command)
    };
    run(&["good"]).ends(0);
    let bad = run(&["bad"]).ends(1).json();
    for file in bad["files"].as_array().expect("a list") {
        let findings = file["findings"].as_array().expect("a list");
        assert!(
            findings.iter().any(|finding| finding["severity"] == "error"),
            "{}",
            file["path"]
        );
    }
    assert_eq!(bad["summary"]["skipped"], 0);
}
