//! `ctslint translate`: where the body goes, what is said about it, and what is refused.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use snapbox::{Data, assert_data_eq};
use tempfile::TempDir;

use crate::{Run, ctslint};

const BODY: &str = "{\n    \"bucket_name\": \"example-audit\",\n    \"lts\": {\n        \"is_lts_enabled\": true,\n        \
    \"log_group_name\": \"mine\",\n        \"log_topic_name\": \"system-trace\"\n    },\n    \"file_prefix_name\": \"a\"\n}\n";
const ENCRYPTED: &str = r#"{"bucket_name": "example-audit", "is_support_trace_files_encryption": true,
    "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"}"#;
/// A body of the API of 2020, as its page and the tests of its libraries have it.
const NOTIFYING: &str = r#"{"bucket_name": "example-audit", "smn": {"is_support_smn": true, "operations": ["login"]}}"#;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("it can be written");
    }
    folder
}

fn translate(folder: &TempDir, arguments: &[&str]) -> Run {
    let mut command = ctslint(&[&["translate"], arguments].concat());
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

#[test]
fn the_body_goes_to_standard_output_and_the_changes_beside_it() {
    let folder = folder(&[("tracker.json", BODY)]);
    let run = translate(&folder, &["tracker.json"]);
    assert_eq!(run.status, 0);
    snapshot(&run.stdout, "translated.txt");
    snapshot(&run.stderr, "translated-changes.txt");
    let checked = Run::with_stdin(ctslint(&["check", "--as", "v3", "-"]), run.stdout.as_bytes()).ends(0);
    assert_eq!(checked.stdout, "1 file checked as v3-create-request: all clean.\n");
}

#[test]
fn json_has_both() {
    let folder = folder(&[("tracker.json", BODY), ("encrypted.json", ENCRYPTED)]);
    let run = translate(&folder, &["--format", "json", "tracker.json"]).ends(0);
    snapshot(&run.stdout, "translated.json.txt");
    let refused = translate(&folder, &["--format", "json", "encrypted.json"])
        .ends(1)
        .json();
    assert_eq!(refused["body"], Value::Null);
    assert_eq!(refused["changes"][3]["severity"], "error");
    let both = translate(&folder, &["--format", "json", "encrypted.json", "tracker.json"]);
    assert_eq!((both.status, both.stderr.as_str()), (1, "1 of 2 files translated.\n"));
    let both = both.json();
    assert_eq!(both["version"], 1);
    assert_eq!(both["files"][1]["path"], "tracker.json");
    assert_eq!(both["files"][1]["body"]["tracker_type"], "system");
}

#[test]
fn a_loss_is_refused_unless_it_is_allowed_by_name() {
    let folder = folder(&[("encrypted.json", ENCRYPTED), ("notifying.json", NOTIFYING)]);
    let refused = translate(&folder, &["encrypted.json"]);
    assert_eq!((refused.status, refused.stdout.as_str()), (1, ""));
    snapshot(&refused.stderr, "translation-refused.txt");
    for name in ["kms_id", "is_support_trace_files_encryption"] {
        assert_eq!(translate(&folder, &["encrypted.json", "--allow-loss", name]).status, 0);
    }
    let refused = translate(&folder, &["notifying.json", "--allow-loss", "kms_id"]);
    assert_eq!((refused.status, refused.stdout.as_str()), (1, ""));
    assert_eq!(
        translate(
            &folder,
            &["notifying.json", "--allow-loss", "smn", "--allow-loss", "bucket_name"]
        )
        .status,
        0
    );
    let unknown = translate(&folder, &["notifying.json", "--allow-loss", "smm"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    assert_eq!(
        unknown.stderr,
        "ctslint: can't translate `notifying.json`: v1 has no field `smm`; did you mean `smn`?\n"
    );
}

#[test]
fn a_body_that_is_not_valid_is_not_translated() {
    let folder = folder(&[
        ("tracker.json", "{'bucket_name': \"a\"}"),
        ("v3.json", r#"{"tracker_type": "system"}"#),
    ]);
    let refused = translate(&folder, &["tracker.json"]);
    assert_eq!((refused.status, refused.stdout.as_str()), (1, ""));
    snapshot(&refused.stderr, "translation-of-a-wrong-body.txt");
    let report = translate(&folder, &["--format", "json", "tracker.json"]).ends(1).json();
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(2));
    let refused = translate(&folder, &["v3.json"]);
    assert_eq!(refused.status, 1);
    assert_eq!(
        refused.stderr,
        "ctslint: can't translate `v3.json`: this is a v3 body already: it has `tracker_type`\n"
    );
    translate(&folder, &["none.json"]).fails("can't read `none.json`: no such file");
}

#[test]
fn nothing_is_overwritten_unless_that_is_forced() {
    let folder = folder(&[("tracker.json", BODY), ("out.json", "mine")]);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is there");
    translate(&folder, &["tracker.json", "-o", "out.json"]).fails("`out.json` exists already; --force overwrites it");
    assert_eq!(read("out.json"), "mine");
    let forced = translate(&folder, &["tracker.json", "-o", "out.json", "--force"]);
    assert_eq!((forced.status, forced.stdout.as_str()), (0, ""));
    assert_eq!(read("out.json"), translate(&folder, &["tracker.json"]).stdout);
    assert_eq!(translate(&folder, &["tracker.json", "-o", "new.json"]).status, 0);
    assert_eq!(read("new.json"), read("out.json"));
}

/// A file with several names is translated once.
#[test]
fn a_file_is_one_file_whatever_it_is_called() {
    let folder = folder(&[("tracker.json", BODY)]);
    let once = translate(&folder, &["tracker.json"]);
    let run = translate(&folder, &["tracker.json", "./tracker.json"]);
    assert_eq!(run.status, 0);
    assert_eq!((run.stdout, run.stderr), (once.stdout, once.stderr));
}

#[test]
fn many_files_go_to_a_folder() {
    let folder = folder(&[
        ("a.json", BODY),
        ("b.jsonc", "{\n  // why\n  \"bucket_name\": \"abc\"\n}"),
        ("c.json", ENCRYPTED),
    ]);
    translate(&folder, &["a.json", "b.jsonc"])
        .fails("several files can't be translated to one place; write them into a folder with --out-dir");
    let run = translate(&folder, &["a.json", "b.jsonc", "c.json", "--out-dir", "v3/new"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(run.stderr.lines().last(), Some("2 of 3 files translated to `v3/new`."));
    let mut check = ctslint(&["check", "v3"]);
    check.current_dir(folder.path());
    assert_eq!(Run::of(check).ends(0).stdout, "2 files checked: all clean.\n");
    fs::create_dir(folder.path().join("other")).expect("a folder");
    fs::write(folder.path().join("other/a.json"), BODY).expect("it can be written");
    let again = translate(&folder, &["a.json", "other/a.json", "--out-dir", "v4"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("`v4/a.json` was written by another of the files"));
}

#[test]
fn standard_input_is_translated_too() {
    let run = Run::with_stdin(ctslint(&["translate", "-", "--format", "json"]), BODY.as_bytes()).ends(0);
    assert_eq!(
        run.json()["body"]["obs_info"],
        json!({"bucket_name": "example-audit", "file_prefix_name": "a", "is_obs_created": false})
    );
}

/// The published bodies differ in layout and in what is wrong with their text; with `--fix` each can be translated.
#[test]
fn published_bodies_can_be_translated_once_their_text_is_mended() {
    let texts = [
        "{\n \"bucket_name\": \"obs-f1da\",\n \"lts\": {\n  \"is_lts_enabled\": true,\n  \"log_group_name\": \"CTS\",\n  \
         \"log_topic_name\": 'system-trace'\n }\n}",
        "{\n \"bucket_name\": \"obs-f1da\", \n \"lts\": {\n  \"is_lts_enabled\": true,\n  \"log_group_name\": 'CTS\",\n  \
         \"log_topic_name\": 'system-trace'\n }, \n  \"log_file_validate\": {\n \"is_support_validate\": true\n }\n}",
        "{\n \"bucket_name\": \"obs-f1da\",  //Name of a bucket. This parameter is mandatory.\n \"is_obs_created\": true,  \
         //Whether a new OBS bucket will be created.\n  \"log_file_validate\": {\n \"is_support_validate\": true  //optional\n }\n}",
    ];
    for text in texts {
        let folder = folder(&[("tracker.json", text)]);
        assert_eq!(translate(&folder, &["tracker.json"]).status, 1);
        let mut fix = ctslint(&["check", "--fix", "--quiet", "tracker.json"]);
        fix.current_dir(folder.path());
        Run::of(fix).ends(0);
        let run = translate(&folder, &["tracker.json"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
}

#[test]
fn for_huawei_cloud_nothing_of_encryption_is_lost() {
    let folder = folder(&[("v1.json", ENCRYPTED)]);
    let run = translate(&folder, &["--provider", "huawei", "v1.json"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("\"kms_id\": \"13a4207c"), "{}", run.stdout);
}
