//! `ctslint explain`.

use crate::{Run, ctslint};

fn explain(name: &str) -> Run {
    Run::of(ctslint(&["explain", name]))
}

#[test]
fn rules_are_explained_with_examples() {
    let run = Run::of(ctslint(&["explain", "encryption-without-kms-id", "--all"])).ends(0);
    for part in [
        "# encryption-without-kms-id",
        "Error: ",
        "```json",
        "the API would answer cts.0007",
        "source: ",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
}

/// A terminal has few lines: why the rule is there, a case that it reports, and one that is right come first.
#[test]
fn a_rule_starts_with_its_reason_and_two_cases() {
    let short = explain("wrong-type").ends(0).stdout;
    let whole = Run::of(ctslint(&["explain", "wrong-type", "--all"])).ends(0).stdout;
    assert!(
        short.ends_with("\nMore cases: `ctslint explain wrong-type --all`\n"),
        "{short}"
    );
    assert!(short.len() * 4 < whole.len(), "{short}");
    let reason = short.split("\n## ").next().unwrap_or_default();
    assert!(whole.starts_with(reason), "{whole}");
    assert!(
        short.contains("error[wrong-type]") && short.contains("After the safe fixes"),
        "{short}"
    );
    let json = Run::of(ctslint(&["explain", "wrong-type", "--format", "json"]))
        .ends(0)
        .json();
    assert_eq!(json["text"], whole);
    assert!(
        json["short"].as_str().is_some_and(|part| short.starts_with(part)),
        "{json}"
    );
    // What is short anyway has no more.
    for name in ["CTS.0231", "v3:/tracker_name", "byte-order-mark"] {
        assert!(!explain(name).ends(0).stdout.contains("--all"), "{name}");
    }
}

/// What people look up who have a body, an answer or a log before them.
#[test]
fn names_status_codes_and_foreign_fields_are_explained() {
    for (name, part) in [
        (
            "bucket_name",
            "## v3:/obs_info/bucket_name, v3-update:/obs_info/bucket_name",
        ),
        ("smn", "POST /v3/{project_id}/notifications"),
        ("agency_name", "Open Telekom Cloud does not document"),
        ("v3:/status", "`v3-update:/status`"),
        ("v1:/smn", "Withdrawn from the API."),
        ("400", "> The server failed to process the request."),
        (
            "HTTP 503",
            "The client should not repeat the request without modifications.",
        ),
        ("CTS.0206", "cannot have data_bucket"),
        ("CTS.0213", "a body of Huawei Cloud's own v3 can tell"),
        (
            "CTS.0210",
            "an empty name of the bucket, or a bucket with nothing in it",
        ),
        ("cts.0010", "The tracker exists already."),
        ("cts.0012", "The tracker does not exist."),
    ] {
        let run = explain(name).ends(0);
        assert!(run.stdout.contains(part), "{name}: {}", run.stdout);
    }
}

#[test]
fn fields_are_explained() {
    let run = explain("v3:/obs_info/bucket_name").ends(0);
    for part in [
        "- Type: string",
        "3 to 63 characters",
        "CTS.0231",
        "Creating a Tracker v3, Table 3",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    assert_eq!(explain("v3-create-request:/obs_info/bucket_name").stdout, run.stdout);
}

#[test]
fn error_codes_are_explained_and_their_case_matters() {
    let new = explain("CTS.0231").ends(0).stdout;
    assert!(
        new.contains("`invalid-character`") && new.contains("What to do"),
        "{new}"
    );
    let old = explain("cts.0007").ends(0).stdout;
    assert!(old.contains("`missing-field`"), "{old}");
    explain("CTS.0007").fails("nothing is called `CTS.0007`; did you mean `cts.0007`?");
}

#[test]
fn documents_are_explained() {
    let run = explain("v1").ends(0);
    assert!(run.stdout.contains("| `lts` | object |"), "{}", run.stdout);
}

#[test]
fn the_list_has_everything() {
    let run = Run::of(ctslint(&["explain"])).ends(0);
    for part in [
        "Rules:",
        "Fields:",
        "unknown-field",
        "v1:/lts/log_topic_name",
        "APIGW.0101",
        "v3-create-request",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    let json = Run::of(ctslint(&["explain", "--format", "json"])).ends(0).json();
    let topics = json["topics"].as_array().expect("a list");
    for topic in topics {
        let name = topic["name"].as_str().expect("a name");
        assert!(run.stdout.contains(name), "{name}");
    }
    assert_eq!(json["topics"][0]["kind"], "rule");
}

#[test]
fn unknown_names_get_a_suggestion() {
    explain("unkown-field").fails("nothing is called `unkown-field`; did you mean `unknown-field`?");
    explain("bucket_nmae").fails("nothing is called `bucket_nmae`; did you mean `bucket_name`?");
    explain("0231").fails("nothing is called `0231`; did you mean `CTS.0231`?");
    explain("v3:/obs_info/buket_name")
        .fails("nothing is called `v3:/obs_info/buket_name`; did you mean `v3:/obs_info/bucket_name`?");
    explain("of nothing at all\u{7}")
        .fails("nothing is called `of nothing at all\u{2407}`; `ctslint explain` lists what can be explained");
}
