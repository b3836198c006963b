//! Accepted findings.

use crate::{CLEAN, Folder, MISSPELT, ODD_KEY};

fn entry(file: &str, rule: &str, more: &str) -> String {
    format!("[[ignore]]\nfile = \"{file}\"\nrule = \"{rule}\"\nreason = \"known\"\n{more}\n")
}

#[test]
fn an_entry_suppresses_its_finding_and_is_counted() {
    let folder = Folder::new(&[
        ("a.json", MISSPELT),
        ("b.json", MISSPELT),
        (
            "ctslint-ignore.toml",
            &entry("a.json", "unknown-field", "pointer = \"/tracker_nmae\""),
        ),
    ]);
    assert_eq!(folder.findings(&[]), ["b.json error[unknown-field]"]);
    let run = folder.run(&["check"]).ends(1);
    assert!(
        run.last_line()
            .starts_with("2 files checked: 1 error in 1 file; 1 suppressed.")
    );
    let run = folder.run(&["check", "a.json"]).ends(0);
    assert_eq!(
        run.stdout,
        "1 file checked as v3-create-request: all clean; 1 suppressed.\n"
    );
    let json = folder.run(&["check", "--format", "json"]).ends(1).json();
    assert_eq!(json["summary"]["suppressed"], 1);
    for option in ["--no-ignore", "--isolated"] {
        let all = ["a.json error[unknown-field]", "b.json error[unknown-field]"];
        assert_eq!(folder.findings(&[option]), all);
    }
}

#[test]
fn an_entry_is_for_its_field_alone() {
    let folder = Folder::new(&[
        (
            "a.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true, "x": 1, "y": 2}"#,
        ),
        (
            "ctslint-ignore.toml",
            &entry("a.json", "unknown-field", "pointer = \"/x\""),
        ),
    ]);
    assert_eq!(folder.findings(&[]), ["a.json error[unknown-field]"]);
    // Without a pointer it is for all of the file.
    folder.write("ctslint-ignore.toml", &entry("a.json", "unknown-field", ""));
    assert_eq!(folder.findings(&[]), [""; 0]);
}

#[test]
fn the_nearest_file_counts_and_paths_are_relative_to_it() {
    let folder = Folder::new(&[
        ("sub/a.json", MISSPELT),
        ("sub/deep/b.json", MISSPELT),
        ("sub/ctslint-ignore.toml", &entry("a.json", "unknown-field", "")),
        ("sub/deep/ctslint-ignore.toml", &entry("b.json", "unknown-field", "")),
    ]);
    assert_eq!(folder.findings(&[]), [""; 0]);
    folder.run_in("sub/deep", &["check", "../a.json", "b.json"]).ends(0);
}

#[test]
fn a_suppression_ends_when_the_value_changes_but_not_with_the_layout() {
    let folder = Folder::new(&[("a.json", ODD_KEY)]);
    folder.run(&["baseline"]);
    assert_eq!(folder.findings(&[]), [""; 0]);
    let other = "{\n  \"bucket_name\": \"other\",\n \"is_support_trace_files_encryption\": true,\n  \"kms_id\" : \"n\\u006fne\"\n}\n";
    folder.write("a.json", other);
    assert_eq!(folder.findings(&[]), [""; 0]);
    folder.write("a.json", &other.replace("none", "x").replace("n\\u006fne", "nine"));
    let findings = folder.findings(&[]);
    let expected = [
        "a.json warning[unusual-kms-id]",
        "ctslint-ignore.toml warning[unused-suppression]",
    ];
    assert_eq!(findings, expected);
    let run = folder.run(&["check"]);
    assert!(
        run.stdout
            .contains("for another value than the one that stands there now"),
        "{}",
        run.stdout
    );
}

#[test]
fn an_absent_field_is_a_value_too() {
    let body = r#"{"bucket_name": "audit", "is_support_trace_files_encryption": true}"#;
    let folder = Folder::new(&[("a.json", body)]);
    folder.run(&["baseline"]);
    assert_eq!(folder.findings(&[]), [""; 0]);
    // An empty key is as good as none for the rule, but it is another value.
    folder.write("a.json", &body.replace('}', ", \"kms_id\": \"\"}"));
    let rules = [
        "a.json error[encryption-without-kms-id]",
        "ctslint-ignore.toml warning[unused-suppression]",
    ];
    assert_eq!(folder.findings(&[]), rules);
}

#[test]
fn unused_entries_are_findings_of_checked_files() {
    let entries =
        entry("a.json", "wrong-type", "") + &entry("b.json", "wrong-type", "") + &entry("c.json", "wrong-type", "");
    let folder = Folder::new(&[
        ("a.json", CLEAN),
        ("sub/x.json", CLEAN),
        ("b.json", CLEAN),
        ("ctslint-ignore.toml", &entries),
    ]);
    let unused = "ctslint-ignore.toml warning[unused-suppression]";
    assert_eq!(folder.findings(&[]), [unused; 3]);
    assert_eq!(folder.findings(&["a.json"]), [unused]);
    // Nobody looked where the other files are, or were.
    assert_eq!(folder.findings(&["sub"]), [""; 0]);
    folder.run(&["check", "--fail-on", "warning"]).ends(1);
    folder.write("ctslint.toml", "rules = { unused-suppression = \"error\" }");
    folder.run(&["check"]).ends(1);
    folder.write("ctslint.toml", "rules = { unused-suppression = \"off\" }");
    assert_eq!(folder.findings(&[]), [""; 0]);
}

#[test]
fn an_expired_entry_is_a_finding_and_what_it_was_for_is_back() {
    let folder = Folder::new(&[
        ("a.json", MISSPELT),
        (
            "ctslint-ignore.toml",
            &entry("a.json", "unknown-field", "expires = 2020-02-29"),
        ),
    ]);
    let expected = [
        "a.json error[unknown-field]",
        "ctslint-ignore.toml warning[expired-suppression]",
    ];
    assert_eq!(folder.findings(&[]), expected);
    folder.write(
        "ctslint-ignore.toml",
        &entry("a.json", "unknown-field", "expires = 2999-12-31"),
    );
    assert_eq!(folder.findings(&[]), [""; 0]);
}

#[test]
fn an_entry_can_be_for_a_policy() {
    let body = r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "audit"}}"#;
    let folder = Folder::new(&[
        ("a.json", body),
        (
            "ctslint.toml",
            "policy = [{ field = \"bucket_name\", pattern = \"^x$\", message = \"m\" }]",
        ),
    ]);
    folder.run(&["baseline"]);
    assert_eq!(folder.findings(&[]), [""; 0]);
    folder.write("a.json", &body.replace("audit", "audits"));
    assert_eq!(folder.findings(&[])[0], "a.json error[policy]");
}

#[test]
fn machine_formats_hold_what_is_said_of_entries() {
    let folder = Folder::new(&[
        ("a.json", CLEAN),
        ("ctslint-ignore.toml", &entry("a.json", "unknown-field", "")),
    ]);
    let json = folder.run(&["check", "--format", "json"]).ends(0).json();
    let file = &json["files"][1];
    assert_eq!(file["path"], "ctslint-ignore.toml");
    assert_eq!(file["document"], serde_json::Value::Null);
    assert_eq!(file["findings"][0]["span"]["start"]["line"], 3);
    assert_eq!(json["summary"]["files"], 1);
    assert_eq!(json["summary"]["warnings"], 1);
    let lines = folder.run(&["check", "--format", "jsonl"]).ends(0).stdout;
    assert!(lines.contains("\"file\":\"ctslint-ignore.toml\""), "{lines}");
}

#[test]
fn what_is_accepted_or_off_is_not_fixed() {
    let folder = Folder::new(&[
        ("a.json", MISSPELT),
        ("b.json", MISSPELT),
        ("off/c.json", MISSPELT),
        (
            "ctslint.toml",
            "override = [{ files = \"off/**\", pointers = \"/tracker_nmae\", rules = { unknown-field = \"off\" } }]",
        ),
        (
            "ctslint-ignore.toml",
            &entry("a.json", "unknown-field", "pointer = \"/tracker_nmae\""),
        ),
    ]);
    let run = folder.run(&["check", "--fix"]).ends(0);
    assert_eq!(
        run.last_line(),
        "3 files checked: 1 fixed, nothing remains; 1 suppressed."
    );
    assert_eq!(folder.read("a.json"), MISSPELT);
    assert_eq!(folder.read("off/c.json"), MISSPELT);
    assert_eq!(folder.read("b.json"), MISSPELT.replace("nmae", "name"));
}
