//! The JSON Schema of the configuration: it stands in the repository, and judges as the command does.

use std::path::Path;

use serde_json::{Value, json};
use snapbox::{Data, assert_data_eq};

use crate::Folder;

/// The file is written anew with `SNAPSHOTS=overwrite cargo test --test config`.
#[test]
fn the_file_is_what_the_command_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/ctslint.schema.json");
    let printed = Folder::new(&[]).run(&["config", "--schema"]).ends(0).stdout;
    assert_data_eq!(printed, Data::read_from(&path, None).raw());
}

/// A value as TOML, on one line.
fn toml(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(key, value)| format!("{key} = {}", toml(value)))
                .collect();
            format!("{{ {} }}", members.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

#[test]
fn schema_and_command_agree() {
    let folder = Folder::new(&[]);
    let schema = folder.run(&["config", "--schema"]).ends(0).json();
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let policy = json!({"field": "bucket_name", "pattern": "^a", "message": "m"});
    let mut worse = Vec::new();
    for (key, value) in [
        ("field", json!("bucket_nmae")),
        ("field", json!("/bucket_nmae")),
        ("field", json!(1)),
        ("pattern", json!("(")),
        ("message", json!(" ")),
        ("severity", json!("fatal")),
        ("document", json!("v2")),
        ("colour", json!("red")),
    ] {
        let mut policy = policy.clone();
        policy[key] = value;
        worse.push(json!({"policy": [policy]}));
    }
    let right = [
        json!({}),
        json!({"fail-on": "never", "as": "v3-create-response", "packs": []}),
        json!({"packs": "conformance"}),
        json!({"rules": {"policy": "off", "cts-lts-enable": "error"}}),
        json!({"files": {"include": ["**/*.json"], "exclude": "vendor/**"}}),
        json!({"override": [{"files": "a/*", "pointers": ["", "/a"], "rules": {"wrong-type": "info"}}]}),
        json!({"override": [{"files": [".a/..b/*.json", "a./b..", "**"], "pointers": "/~0~1a/", "rules": {"wrong-type": "info"}}]}),
        json!({"policy": [policy, {"field": "/kms_id", "pattern": "\\d", "message": "m", "severity": "off", "document": "v1"}]}),
    ];
    let wrong = [
        json!({"fail-on": "fatal"}),
        json!({"fail-on": true}),
        json!({"fail_on": "error"}),
        json!({"as": "v2"}),
        json!({"packs": ["conformanc"]}),
        json!({"packs": {"a": 1}}),
        json!({"rules": {"wrong-typ": "off"}}),
        json!({"rules": {"wrong-type": "fatal"}}),
        json!({"rules": "off"}),
        json!({"files": ["a"]}),
        json!({"files": {"includes": ["a"]}}),
        json!({"files": {"exclude": ["/a"]}}),
        json!({"files": {"exclude": ["./a"]}}),
        json!({"files": {"exclude": ["a/"]}}),
        json!({"files": {"exclude": [""]}}),
        json!({"files": {"exclude": ["a//b"]}}),
        json!({"files": {"exclude": ["a/./b"]}}),
        json!({"files": {"exclude": ["a/."]}}),
        json!({"files": {"exclude": ["."]}}),
        json!({"files": {"exclude": ["a/../b"]}}),
        json!({"files": {"exclude": ["../a/.."]}}),
        json!({"override": [{"pointers": "/~2", "rules": {"wrong-type": "info"}}]}),
        json!({"override": [{"pointers": "/a~", "rules": {"wrong-type": "info"}}]}),
        json!({"override": {"files": "a"}}),
        json!({"override": [{"pointers": "a", "rules": {"wrong-type": "info"}}]}),
        json!({"policy": [{"field": "bucket_name", "pattern": "a"}]}),
    ];
    let cases = right.iter().map(|case| (case, true));
    for (case, expected) in cases.chain(wrong.iter().chain(&worse).map(|case| (case, false))) {
        let members = case.as_object().expect("an object").iter();
        let text: String = members
            .map(|(key, value)| format!("{key} = {}\n", toml(value)))
            .collect();
        folder.write("ctslint.toml", &text);
        let run = folder.run(&["config"]);
        assert_eq!(run.status == 0, expected, "{text}{}", run.stderr);
        // A pattern is judged only by those who know its syntax.
        if case["policy"][0]["pattern"] != "(" {
            assert_eq!(validator.is_valid(case), expected, "{case}");
        }
    }
}
