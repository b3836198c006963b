//! `ctslint schema`.

use std::fs;
use std::path::Path;

use crate::{Run, ctslint};

fn checked_in(path: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(path);
    fs::read_to_string(file)
        .expect("the schema is checked in")
        .replace("\r\n", "\n")
}

#[test]
fn profiles_are_those_that_are_checked_in() {
    for (arguments, path) in [
        (&["schema", "v3"][..], "v3-create-request.schema.json"),
        (&["schema", "v3", "--draft", "2020-12"], "v3-create-request.schema.json"),
        (
            &["schema", "v1", "--draft", "7"],
            "draft-07/v1-create-request.schema.json",
        ),
        (
            &["schema", "v1", "--profile", "editor"],
            "draft-07/v1-create-request.schema.json",
        ),
        (
            &["schema", "v1", "--profile", "forms"],
            "forms/v1-create-request.schema.json",
        ),
        (
            &["schema", "v1", "--profile", "codegen", "--draft", "7"],
            "codegen/v1-create-request.schema.json",
        ),
        (
            &["schema", "huawei-v3", "--profile", "llm"],
            "llm/huawei-v3-create-request.schema.json",
        ),
        // It names no edition, for its keywords mean the same in all.
        (
            &["schema", "v3", "--profile", "llm", "--draft", "7"],
            "llm/v3-create-request.schema.json",
        ),
        (&["schema", "error-response"], "error-response.schema.json"),
    ] {
        let run = Run::of(ctslint(arguments)).ends(0);
        assert!(run.stdout == checked_in(path), "{arguments:?}");
    }
}

/// The edition of a profile can be chosen; what only editors know is in none but theirs.
#[test]
fn the_plain_draft_7_has_standard_keywords_alone() {
    let run = Run::of(ctslint(&["schema", "v1", "--profile", "default", "--draft", "7"])).ends(0);
    assert!(run.stdout.contains("http://json-schema.org/draft-07/schema#"));
    for keyword in [
        "markdownDescription",
        "enumDescriptions",
        "errorMessage",
        "defaultSnippets",
    ] {
        assert!(!run.stdout.contains(keyword), "{keyword}");
    }
}

#[test]
fn a_file_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("v3.json");
    let path = file.to_str().expect("a path");
    let run = Run::of(ctslint(&["schema", "v3", "-o", path])).ends(0);
    assert_eq!(run.stdout, "");
    let written = fs::read_to_string(&file).expect("it was written");
    assert!(written == checked_in("v3-create-request.schema.json"));
}

#[test]
fn mistakes_are_told() {
    let unknown = Run::of(ctslint(&["schema", "v4"]));
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("v4"), "{}", unknown.stderr);
    Run::of(ctslint(&["schema", "v3", "-o", "no/such/folder.json"]))
        .fails("can't write `no/such/folder.json`: no such file");
}

#[test]
fn a_short_name_means_the_document_of_the_provider() {
    let schema = |arguments: &[&str]| Run::of(ctslint(&[&["schema"], arguments].concat())).ends(0).json();
    assert_eq!(
        schema(&["v3", "--provider", "huawei"])["title"],
        "huawei-v3-create-request"
    );
    assert_eq!(schema(&["huawei-v3-update"])["title"], "huawei-v3-update-request");
    assert_eq!(schema(&["v3"])["title"], "v3-create-request");
}
