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

/// Checks a `.http` file from standard input.
fn check_text(text: &str, arguments: &[&str]) -> Run {
    let arguments = [
        &["--format", "concise", "--stdin-filename", "x.http"],
        arguments,
        &["-"],
    ]
    .concat();
    Run::with_stdin(requests(&arguments), text.as_bytes())
}

#[test]
fn other_calls_of_cts_are_no_error() {
    let host = "https://cts.eu-de.otc.t-systems.com/v3/{{project_id}}";
    let run = check_text(&format!("POST {host}/notifications\n\n{{\"a\": 1}}\n"), &[]);
    assert_eq!(run.status, 0);
    assert_eq!(
        run.stdout,
        "x.http:1:1: info[unchecked-body] `POST /v3/{{project_id}}/notifications` is not about trackers: its body is not checked\n"
    );
    let run = check_text(&format!("GET {host}/quotas\n"), &[]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    // In a folder such a file is none of ours.
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("n.http"),
        format!("POST {host}/notifications\n\n{{}}\n"),
    )
    .expect("a file");
    let mut command = ctslint(&["check", "--format", "json", "."]);
    command.current_dir(folder.path());
    let run = Run::of(command).ends(0);
    assert_eq!(run.json()["summary"]["skipped"], 1);
}

#[test]
fn a_curl_command_is_a_request() {
    let text = "curl -X PUT 'https://cts.eu-de.otc.t-systems.com/v3/{{project_id}}/tracker' \\\n  --json '{\"tracker_type\": \"system\", \"tracker_name\": \"sys\", \"obs_info\": {\"bucket_name\": \"audit\"}}'\n";
    let run = check_text(text, &[]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stdout,
        "x.http:2:54: error[tracker-name-not-system] the management tracker can only be called `system` (/tracker_name)\n"
    );
    // What is quoted for a shell stays as it is.
    let arguments = ["--unsafe-fixes", "--diff", "--stdin-filename", "x.http", "-"];
    let run = Run::with_stdin(requests(&arguments), text.as_bytes());
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

#[test]
fn a_mistake_in_a_variable_stands_in_its_definition() {
    let text = "@base = https://cts.eu-de.otc.t-systems.com/v3/42\n\nGET {{base}}/trackers?tracker_nmae=a\n\n###\nDELETE {{base}}/trackers\n";
    let run = check_text(text, &["--fail-on", "warning"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stdout,
        "x.http:1:48: warning[unusual-project-id] the project ID does not have 32 characters\nx.http:3:23: error[unknown-field] unknown query parameter `tracker_nmae`\nx.http:6:1: warning[deletes-all-trackers] without `tracker_name`, this request deletes all trackers\n"
    );
}
