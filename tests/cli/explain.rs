//! `ctslint explain`.

use crate::{Run, ctslint};

fn explain(name: &str) -> Run {
    Run::of(ctslint(&["explain", name]))
}

#[test]
fn rules_are_explained_with_examples() {
    let run = explain("encryption-without-kms-id").ends(0);
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
    explain("bucket_name").fails(
        "nothing is called `bucket_name`; did you mean `v1:/bucket_name`, `v3:/obs_info/bucket_name` or \
         `v1-create-response:/obs_info/bucket_name`?",
    );
    explain("of nothing at all\u{7}")
        .fails("nothing is called `of nothing at all\u{2407}`; `ctslint explain` lists what can be explained");
}
