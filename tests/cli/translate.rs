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
    let told = translate(&folder, &["notifying.json", "--allow-loss", "smn"]);
    snapshot(&told.stderr, "notifications-told.txt");
    let both = ENCRYPTED.replacen('{', r#"{"smn": {"is_support_smn": true}, "#, 1);
    fs::write(folder.path().join("both.json"), both).expect("it can be written");
    let refused = translate(&folder, &["both.json"]);
    let last = refused.stderr.lines().last();
    assert_eq!(
        last,
        Some(
            "ctslint: can't translate `both.json`: `smn`, `is_support_trace_files_encryption` and `kms_id` would be lost; \
             `--allow-loss smn --allow-loss is_support_trace_files_encryption` accepts that"
        )
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

#[test]
fn standard_input_has_one_name() {
    let translate = |body: &str, arguments: &[&str]| {
        let command = ctslint(&[&["translate"], arguments, &["-"]].concat());
        Run::with_stdin(command, body.as_bytes())
    };
    let run = translate(BODY, &[]);
    assert!(run.stderr.starts_with("<stdin>\n"), "{}", run.stderr);
    let run = translate("{'bucket_name': \"abc\"}", &[]);
    assert!(run.stderr.contains("<stdin>:1:2"), "{}", run.stderr);
    assert!(!run.stderr.contains("--fix"), "{}", run.stderr);
    let last = run.stderr.lines().last();
    assert_eq!(
        last,
        Some("ctslint: can't translate `<stdin>`: the v1 body is not valid")
    );
}

#[test]
fn an_answer_needs_the_request_that_it_becomes() {
    let tracker =
        |name: &str| format!(r#"{{"id": "1", "create_time": 1, "tracker_name": "{name}", "obs_info": {{}}}}"#);
    let list = format!(r#"{{"trackers": [{}, {}]}}"#, tracker("system"), tracker("mine"));
    let wrong = tracker("system").replace("{}", r#"{"bucket_name": "a..b"}"#);
    let data = tracker("mine").replacen('{', r#"{"tracker_type": "data", "#, 1);
    let folder = folder(&[("list.json", &list), ("wrong.json", &wrong), ("data.json", &data)]);
    let refused = |arguments: &[&str]| {
        let run = translate(&folder, arguments);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""));
        run.stderr
    };
    assert_eq!(
        refused(&["list.json"]),
        "ctslint: can't translate `list.json`: this is an answer; `--to v3-update` or `--to v3` makes a request of it (it is a \
         `v3-list-response`: it is a list of trackers)\n"
    );
    assert_eq!(
        refused(&["list.json", "--to", "v3"]),
        "ctslint: can't translate `list.json`: the list has several trackers: `system` and `mine`; `--name NAME` chooses one\n"
    );
    assert_eq!(
        refused(&["data.json", "--to", "v3"]),
        "ctslint: can't translate `data.json`: this is a data tracker, which only Huawei Cloud has: `--provider huawei` keeps it\n"
    );
    // What is wrong with the body that was made is shown in that body.
    let unsound = refused(&["wrong.json", "--to", "v3"]);
    assert!(unsound.contains("<v3 body>:1:"), "{unsound}");
    assert!(
        unsound.contains("\"obs_info\": {\"bucket_name\": \"a..b\""),
        "{unsound}"
    );
    assert!(unsound.ends_with("the v3 body would not be valid\n"), "{unsound}");
    assert_eq!(
        translate(&folder, &["list.json", "--to", "v3", "--name", "system"]).status,
        0
    );
}

/// A file of requests: the paths and bodies of v1 are translated, and the rest stays byte for byte.
#[test]
fn requests_are_translated_with_their_paths() {
    let requests = "@host = https://cts.eu-de.otc.t-systems.com\n\n### create\nPOST {{host}}/v1.0/{{project}}/tracker\nX-Auth-Token: \
                    {{token}}\n\n{\n  # the archive\n  \"bucket_name\": \"example-audit\"\n}\n\n### look\nGET \
                    {{host}}/v1.0/{{project}}/tracker\n";
    let folder = folder(&[("a.http", requests), ("none.http", "GET https://example.com/a\n")]);
    let run = translate(&folder, &["a.http"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    snapshot(&run.stdout, "translated-requests.txt");
    snapshot(&run.stderr, "translated-requests-changes.txt");
    let report = translate(&folder, &["a.http", "--format", "json"]).ends(0).json();
    assert_eq!(report["body"], run.stdout);
    let none = translate(&folder, &["none.http"]);
    assert_eq!((none.status, none.stdout.as_str()), (1, ""));
    assert_eq!(
        none.stderr,
        "ctslint: can't translate `none.http`: no request in it creates or changes a tracker with v1\n"
    );
}

#[test]
fn a_folder_is_translated_into_another() {
    let folder = folder(&[]);
    let path = |name: &str| folder.path().join(name);
    for below in ["in/eu", "in/.hidden"] {
        fs::create_dir_all(path(below)).expect("it can be made");
    }
    let http = "PUT /v1.0/{project_id}/tracker/system\n\n{\"status\": \"enabled\"}\n";
    let v3 = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
    for (name, text) in [
        ("in/a.json", BODY),
        ("in/eu/a.json", BODY),
        ("in/eu/b.jsonc", "{\n  // why\n  \"bucket_name\": \"abc\"\n}\n"),
        ("in/eu/c.http", http),
        ("in/v3.json", v3),
        ("in/package.json", "{\"name\": \"x\"}"),
        ("in/.hidden/a.json", BODY),
        ("in/eu/none.rest", "GET https://example.com/\n"),
    ] {
        fs::write(path(name), text).expect("it can be written");
    }
    translate(&folder, &["in"])
        .fails("several files can't be translated to one place; write them into a folder with --out-dir");
    translate(&folder, &["in", "--out-dir", "in/v3"])
        .fails("can't write into `in/v3`: it is in the folder that is translated");
    let run = translate(&folder, &["in", "--out-dir", "out"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    let last = run.stderr.lines().last();
    assert_eq!(last, Some("4 files translated to `out`, 3 skipped."));
    let read = |name: &str| fs::read_to_string(path(name)).expect(name);
    assert!(read("out/a.json").contains("tracker_type"));
    assert_eq!(read("out/eu/a.json"), read("out/a.json"));
    assert!(
        read("out/eu/b.jsonc").contains("    // why\n    \"bucket_name\": \"abc\""),
        "{}",
        read("out/eu/b.jsonc")
    );
    assert!(read("out/eu/c.http").starts_with("PUT /v3/{project_id}/tracker\n"));
    assert!(!path("out/v3.json").exists() && !path("out/.hidden").exists());
    // The source stays, unless it is named as the place of the results and that is forced.
    assert_eq!(read("in/a.json"), BODY);
    let again = translate(&folder, &["in", "--out-dir", "in"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("`in/a.json` exists already"), "{}", again.stderr);
    assert_eq!(read("in/a.json"), BODY);
    let forced = translate(&folder, &["in", "--out-dir", "in", "--force"]);
    assert_eq!(forced.status, 0, "{}", forced.stderr);
    assert_eq!(read("in/a.json"), read("out/a.json"));
    assert_eq!(read("in/v3.json"), v3);
    let nothing = translate(&folder, &["in", "--out-dir", "other"]);
    assert_eq!(
        (nothing.status, nothing.stderr.as_str()),
        (0, "0 files translated to `other`, 7 skipped.\n")
    );
}

/// A folder is walked as `check` walks it: what the configuration leaves out is left out here too.
#[test]
fn the_configuration_leaves_files_out() {
    let folder = folder(&[
        ("ctslint.toml", "[files]\nexclude = [\"old.json\"]\n"),
        ("a.json", BODY),
        ("old.json", BODY),
    ]);
    let run = translate(&folder, &[".", "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, "1 file translated.\n"));
    assert_eq!(run.json()["files"][0]["path"], "a.json");
    let isolated = translate(&folder, &[".", "--format", "json", "--isolated"]);
    assert_eq!(
        (isolated.status, isolated.stderr.as_str()),
        (0, "2 files translated.\n")
    );
}
