//! `ctslint compare`: what an update would change, and how one is made of an answer.

use std::fs;
use std::path::Path;

use snapbox::{Data, assert_data_eq};
use tempfile::TempDir;

use crate::{Run, ctslint};

/// What `GET /v3/{project_id}/trackers` answers.
const ANSWER: &str = r#"{
  "trackers": [
    {
      "id": "5b0d7c1e-3f52-4a86-8f0b-1f2f0a6d9c35",
      "create_time": 1717406400000,
      "domain_id": "9d2c4f6a8b0e4d1c8a7f5e3b1c0d2e4f",
      "project_id": "0a1b2c3d4e5f40718293a4b5c6d7e8f9",
      "tracker_name": "system",
      "tracker_type": "system",
      "status": "enabled",
      "is_support_validate": true,
      "lts": {
        "is_lts_enabled": true,
        "log_group_name": "CTS",
        "log_topic_name": "system-trace"
      },
      "obs_info": {
        "bucket_name": "acme-audit",
        "file_prefix_name": "eu-de",
        "is_obs_created": true,
        "is_authorized_bucket": true,
        "bucket_lifecycle": 30,
        "compress_type": "gzip",
        "is_sort_by_service": false
      }
    }
  ]
}
"#;
const PARTIAL: &str =
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "acme-audit-2"}}"#;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("it can be written");
    }
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Run {
    let mut command = ctslint(arguments);
    command.current_dir(folder.path());
    Run::of(command)
}

#[track_caller]
fn snapshot(text: &str, file: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cli/snapshots")
        .join(file);
    assert_data_eq!(text, Data::read_from(&file, None).raw());
}

/// The way of somebody who wants to change one thing: save the answer, make an update of it, change the bucket, and see before
/// sending that nothing else is reset.
#[test]
fn an_answer_is_made_an_update_that_changes_one_thing() {
    let folder = folder(&[("trackers.json", ANSWER)]);
    let made = run(
        &folder,
        &["translate", "--to", "v3-update", "trackers.json", "-o", "update.json"],
    );
    assert_eq!((made.status, made.stdout.as_str()), (0, ""), "{}", made.stderr);
    snapshot(&made.stderr, "answer-to-update.txt");
    let same = run(&folder, &["compare", "update.json", "trackers.json"]).ends(0);
    assert_eq!(same.last_line(), "Nothing would change.");
    let path = folder.path().join("update.json");
    let update = fs::read_to_string(&path).expect("it was written");
    fs::write(&path, update.replace("acme-audit", "acme-audit-2")).expect("it can be written");
    let checked = run(&folder, &["check", "update.json"]).ends(0);
    assert_eq!(checked.last_line(), "1 file checked as v3-update-request: all clean.");
    let changed = run(&folder, &["compare", "update.json", "trackers.json"]).ends(1);
    snapshot(&changed.stdout, "compared.txt");
}

#[test]
fn what_is_left_out_is_said() {
    let folder = folder(&[("partial.json", PARTIAL), ("trackers.json", ANSWER)]);
    let partial = run(&folder, &["compare", "partial.json", "trackers.json"]).ends(1);
    snapshot(&partial.stdout, "compared-partial.txt");
    let of_huawei = run(
        &folder,
        &["compare", "--provider", "huawei", "partial.json", "trackers.json"],
    )
    .ends(1);
    assert!(!of_huawei.stdout.contains("reset"), "{}", of_huawei.stdout);
    assert!(of_huawei.stdout.contains("not documented"), "{}", of_huawei.stdout);
}

#[test]
fn json_has_every_setting() {
    let folder = folder(&[("partial.json", PARTIAL), ("trackers.json", ANSWER)]);
    let arguments = ["compare", "--format", "json", "partial.json", "trackers.json"];
    let report = run(&folder, &arguments).ends(1).json();
    assert_eq!(report["version"], 1);
    assert_eq!(report["request"], "v3-update-request");
    assert_eq!(report["answer"], "v3-list-response");
    assert_eq!(
        (&report["tracker"], &report["changes"]),
        (&"system".into(), &true.into())
    );
    let bucket = &report["differences"][4];
    assert_eq!(
        (&bucket["kind"], &bucket["path"]),
        (&"changed".into(), &"/obs_info/bucket_name".into())
    );
    assert_eq!(
        (&bucket["old"], &bucket["new"]),
        (&"\"acme-audit\"".into(), &"\"acme-audit-2\"".into())
    );
    let failed = run(
        &folder,
        &["compare", "--format", "json", "partial.json", "partial.json"],
    )
    .ends(2);
    assert_eq!(failed.json()["changes"], serde_json::Value::Null);
}

#[test]
fn what_cannot_be_compared_is_a_failure() {
    let two = ANSWER.replace(
        "  ]\n}",
        "  , {\"id\": \"2\", \"create_time\": 1, \"tracker_name\": \"mine\", \"obs_info\": {}}]\n}",
    );
    let wrong = "{\"tracker_type\": \"system\",}";
    let folder = folder(&[
        ("partial.json", PARTIAL),
        ("trackers.json", ANSWER),
        ("two.json", &two),
        ("wrong.json", wrong),
    ]);
    run(&folder, &["compare", "partial.json", "partial.json"]).fails(
        "can't compare `partial.json` with `partial.json`: the second text must be an answer about a tracker, and this is a \
         `v3-create-request`: it has `tracker_type`",
    );
    run(&folder, &["compare", "--name", "his", "partial.json", "two.json"]).fails(
        "can't compare `partial.json` with `two.json`: no tracker in it is called `his`; there is `system` and `mine`",
    );
    run(&folder, &["compare", "--name", "mine", "partial.json", "two.json"]).fails(
        "can't compare `partial.json` with `two.json`: the request is about the tracker `system`, and the answer about `mine`",
    );
    run(&folder, &["compare", "-", "-"]).fails("only one of the texts can come from standard input");
    run(&folder, &["compare", "none.json", "two.json"]).fails("can't read `none.json`: no such file");
    let wrong = run(&folder, &["compare", "wrong.json", "trackers.json"]);
    assert_eq!((wrong.status, wrong.stdout.as_str()), (2, ""));
    assert!(wrong.stderr.contains("wrong.json:1:26"), "{}", wrong.stderr);
    assert!(wrong.stderr.ends_with("the request is not valid\n"), "{}", wrong.stderr);
    fs::write(folder.path().join("other.json"), "{\"a\": 1}").expect("it can be written");
    let other = run(&folder, &["compare", "partial.json", "other.json"]);
    assert_eq!(other.status, 2);
    assert!(!other.stderr.contains("--as"), "{}", other.stderr);
    let mut command = ctslint(&["compare", "-", "trackers.json"]);
    command.current_dir(folder.path());
    let piped = Run::with_stdin(command, PARTIAL.as_bytes()).ends(1);
    assert!(
        piped
            .stdout
            .starts_with("`<stdin>` against `trackers.json`, tracker `system`\n")
    );
}
