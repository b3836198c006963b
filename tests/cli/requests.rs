//! Whole requests: `.http` and `.rest` files.

use std::fs;
use std::path::Path;

use snapbox::{Data, assert_data_eq};

use crate::{Run, ctslint};

/// `ctslint check` in the folder of the requests.
fn requests(arguments: &[&str]) -> std::process::Command {
    let mut command = ctslint(&[&["check"], arguments].concat());
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/requests"));
    command
}

#[track_caller]
fn assert_snapshot(run: &Run, file: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cli/snapshots")
        .join(file);
    assert_data_eq!(run.stdout.as_str(), Data::read_from(&file, None).raw());
}

#[test]
fn a_file_of_several_requests() {
    assert_snapshot(&Run::of(requests(&["create.http"])).ends(1), "requests.txt");
}

#[test]
fn the_published_request() {
    assert_snapshot(&Run::of(requests(&["published.rest"])).ends(1), "published-request.txt");
}

#[test]
fn folders_are_walked_for_requests() {
    let run = Run::of(requests(&["--format", "json"]));
    assert_eq!(run.status, 1);
    let report = run.json();
    let files = report["files"].as_array().expect("files");
    let paths: Vec<_> = files.iter().map(|file| file["path"].as_str()).collect();
    assert_eq!(paths, [Some("create.http"), Some("published.rest")]);
    assert_eq!(report["summary"]["skipped"], 1);
}

#[test]
fn a_file_without_a_request_of_cts_is_told_when_it_is_named() {
    let run = Run::of(requests(&["--format", "concise", "other.http"]));
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stdout,
        "other.http:1:1: error[unknown-endpoint] no request in this file is one on CTS trackers\n"
    );
    assert_eq!(Run::of(requests(&["--skip-unknown", "other.http"])).status, 0);
}

#[test]
fn requests_come_from_standard_input() {
    let text = fs::read("tests/requests/published.rest").expect("the request");
    let arguments = ["--format", "concise", "--stdin-filename", "x.http", "-"];
    let run = Run::with_stdin(requests(&arguments), &text);
    let named = Run::of(requests(&["--format", "concise", "published.rest"]));
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout.replace("x.http", "published.rest"), named.stdout);
}
