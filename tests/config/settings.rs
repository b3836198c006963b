//! What the settings do.

use crate::{CLEAN, Folder, MISSPELT, ODD_KEY, Run, ctslint};

#[test]
fn the_nearest_configuration_counts_alone() {
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "rules = { unknown-field = \"warning\", short-retention = \"off\" }",
        ),
        ("a.json", MISSPELT),
        ("sub/deep/b.json", MISSPELT),
        ("own/ctslint.toml", "rules = { unknown-field = \"info\" }"),
        ("own/deep/c.json", MISSPELT),
    ]);
    let expected = [
        "a.json warning[unknown-field]",
        "own/deep/c.json info[unknown-field]",
        "sub/deep/b.json warning[unknown-field]",
    ];
    assert_eq!(folder.findings(&[]), expected);
    assert_eq!(
        folder.findings(&["--isolated", "a.json"]),
        ["a.json error[unknown-field]"]
    );
    let all = folder.findings(&["--config", "own/ctslint.toml"]);
    assert!(all.iter().all(|finding| finding.contains(" info[")), "{all:?}");
    // From further down the same configuration is found.
    for (from, file) in [
        ("sub/deep", "b.json"),
        ("sub", "deep/b.json"),
        ("own/deep", "../../sub/deep/b.json"),
    ] {
        let run = folder.run_in(from, &["check", "--format", "concise", file]);
        assert!(
            run.stdout.contains("warning[unknown-field]"),
            "{from} {file}: {}",
            run.stdout
        );
    }
}

#[test]
fn a_named_configuration_must_exist() {
    let folder = Folder::new(&[("a.json", CLEAN)]);
    folder
        .run(&["check", "--config", "none.toml", "a.json"])
        .fails("can't read `none.toml`: no such file");
    let run = folder.run(&["check", "--config", "a.json", "--isolated"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("cannot be used with"), "{}", run.stderr);
}

#[test]
fn standard_input_has_the_settings_of_its_name() {
    let folder = Folder::new(&[
        ("ctslint.toml", "rules = { unknown-field = \"warning\" }"),
        ("sub/ctslint.toml", "rules = { unknown-field = \"info\" }"),
    ]);
    for (name, severity) in [("a.json", "warning"), ("sub/a.json", "info")] {
        let mut command = ctslint(&["check", "--format", "concise", "-", "--stdin-filename", name]);
        command.current_dir(folder.path());
        let run = Run::with_stdin(command, MISSPELT.as_bytes());
        assert!(
            run.stdout.contains(&format!(" {severity}[unknown-field]")),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn fail_on_is_that_of_the_file_and_the_command_line_wins() {
    let folder = Folder::new(&[
        ("ctslint.toml", "fail-on = \"warning\""),
        ("a.json", ODD_KEY),
        ("lax/ctslint.toml", "fail-on = \"never\""),
        ("lax/b.json", MISSPELT),
    ]);
    folder.run(&["check", "lax/b.json"]).ends(0);
    folder.run(&["check", "a.json"]).ends(1);
    folder.run(&["check"]).ends(1);
    folder.run(&["check", "--fail-on", "error", "a.json"]).ends(0);
    folder.run(&["check", "--fail-on", "error", "lax/b.json"]).ends(1);
    // What does not fail the run is not shown.
    let run = folder.run(&["check", "--quiet"]).ends(1);
    assert!(
        run.stdout.contains("a.json") && !run.stdout.contains("b.json"),
        "{}",
        run.stdout
    );
}

#[test]
fn files_are_included_and_excluded_but_never_when_named() {
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "[files]\ninclude = [\"**/*.json\"]\nexclude = [\"vendor/**\", \"*.gen.json\"]",
        ),
        ("a.json", MISSPELT),
        ("a.gen.json", MISSPELT),
        ("sub/b.gen.json", MISSPELT),
        ("sub/b.jsonc", MISSPELT),
        ("vendor/c.json", MISSPELT),
    ]);
    let found = ["a.json error[unknown-field]", "sub/b.gen.json error[unknown-field]"];
    assert_eq!(folder.findings(&[]), found);
    assert_eq!(
        folder.findings(&["vendor/c.json"]),
        ["vendor/c.json error[unknown-field]"]
    );
    folder
        .run(&["check", "vendor"])
        .fails("no file to check: the configuration leaves out 1 that was found");
}

/// Hooks name every file that was changed, also those that are not to be checked.
#[test]
fn named_files_can_be_excluded_too() {
    let folder = Folder::new(&[
        ("ctslint.toml", "[files]\nexclude = [\"vendor/**\"]"),
        ("a.json", MISSPELT),
        ("vendor/c.json", MISSPELT),
    ]);
    let force = ["check", "--skip-unknown", "--force-exclude"];
    for names in [
        &["vendor/c.json"][..],
        &["./vendor/c.json", "vendor/c.json"],
        &["vendor/../vendor/c.json"],
        &["vendor"],
    ] {
        let run = folder.run(&[&force, names].concat()).ends(0);
        assert_eq!(run.stdout, "0 files checked, 1 excluded.\n", "{names:?}");
    }
    let run = folder.run(&[&force[..], &["vendor/c.json", "a.json"]].concat()).ends(1);
    assert!(
        run.stdout.starts_with("error[unknown-field]: unknown field"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .ends_with("1 file checked as v3-create-request, 1 excluded: 1 error. 1 can be fixed with --fix.\n"),
        "{}",
        run.stdout
    );
    let json = folder
        .run(&[&force[..], &["--format", "json", "vendor/c.json"]].concat())
        .ends(0);
    assert!(
        json.stdout.contains("\"files\": []") || json.stdout.contains("\"files\":[]"),
        "{}",
        json.stdout
    );
    folder.run(&[&force[..], &["--fix", "vendor/c.json"]].concat()).ends(0);
    assert_eq!(folder.read("vendor/c.json"), MISSPELT);
    folder.run(&["check", "vendor/c.json"]).ends(1);

    // Standard input goes by its name, and is passed on as it is.
    let stdin = |arguments: &[&str]| {
        let mut command = ctslint(&[&force, arguments].concat());
        command.current_dir(folder.path());
        Run::with_stdin(command, MISSPELT.as_bytes())
    };
    let run = stdin(&["--stdin-filename", "vendor/d.json", "-"]).ends(0);
    assert_eq!(run.stdout, "0 files checked, 1 excluded.\n");
    let run = stdin(&["--fix", "--stdin-filename", "vendor/d.json", "-"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, MISSPELT));
    let run = stdin(&["--fix", "--stdin-filename", "d.json", "-"]);
    assert_ne!(run.stdout, MISSPELT);
    folder.write("ctslint.toml", "[files]\nexclude = [\"**\"]");
    stdin(&["-"]).ends(1);
}

#[test]
fn globs_are_relative_to_the_configuration_and_stay_within_a_step() {
    let folder = Folder::new(&[
        (
            "conf/ctslint.toml",
            "override = [{ files = \"../bodies/*.json\", rules = { unknown-field = \"info\" } }]",
        ),
        ("bodies/a.json", MISSPELT),
        ("bodies/deep/b.json", MISSPELT),
    ]);
    let expected = [
        "bodies/a.json info[unknown-field]",
        "bodies/deep/b.json error[unknown-field]",
    ];
    assert_eq!(folder.findings(&["--config", "conf/ctslint.toml"]), expected);
}

#[test]
fn the_last_override_wins_and_can_be_for_fields() {
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            r#"
            [rules]
            unknown-field = "info"
            cts-lts-enable = "off"

            [[override]]
            files = "a*.json"
            rules = { unknown-field = "warning" }

            [[override]]
            pointers = ["/obs_info"]
            rules = { unknown-field = "error" }

            [[override]]
            files = "ab.json"
            rules = { unknown-field = "off" }
            "#,
        ),
        (
            "aa.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "x": 1, "obs_info": {"bucket_name": "audit", "y": 1}, "obs_infos": 1}"#,
        ),
        (
            "ab.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "x": 1, "obs_info": {"bucket_name": "audit", "y": 1}}"#,
        ),
        (
            "b.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "x": 1, "obs_info": {"bucket_name": "audit", "y": 1}}"#,
        ),
    ]);
    let expected = [
        "aa.json warning[unknown-field]",
        "aa.json error[unknown-field]",
        "aa.json warning[unknown-field]",
        "b.json info[unknown-field]",
        "b.json error[unknown-field]",
    ];
    assert_eq!(folder.findings(&[]), expected);
}

#[test]
fn an_opt_in_rule_can_be_on_for_some_fields_alone() {
    let toml = |pointer: &str| {
        format!("override = [{{ pointers = \"{pointer}\", rules = {{ cts-support-validate-check = \"error\" }} }}]")
    };
    let folder = Folder::new(&[("a.json", CLEAN)]);
    folder.write("ctslint.toml", &toml("/is_support_validate"));
    assert_eq!(folder.findings(&[]), ["a.json error[cts-support-validate-check]"]);
    folder.write("ctslint.toml", &toml("/obs_info"));
    assert_eq!(folder.findings(&[]), [""; 0]);
}

#[test]
fn the_document_can_be_set_by_file() {
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "as = \"v1\"\noverride = [{ files = \"new/**\", as = \"v3\" }]",
        ),
        ("a.json", r#"{"is_obs_created": true, "x": 1, "y": 2, "z": 3}"#),
        ("new/b.json", "{}"),
        ("package.json", r#"{"name": "x", "trigger_type": "y"}"#),
    ]);
    let findings = folder.findings(&[]);
    // At the top it is for the trackers among the files.
    assert!(
        !findings.iter().any(|finding| finding.contains("package.json")),
        "{findings:?}"
    );
    assert!(
        findings.contains(&"a.json info[deprecated-api]".to_owned()),
        "{findings:?}"
    );
    assert!(
        !findings.contains(&"new/b.json info[deprecated-api]".to_owned()),
        "{findings:?}"
    );
    let line = folder
        .run(&["check", "--as", "v1", "new/b.json"])
        .last_line()
        .to_owned();
    assert!(line.starts_with("1 file checked as v1-create-request: "), "{line}");
}

#[test]
fn packs_switch_on_rules_with_their_own_severities() {
    let folder = Folder::new(&[
        ("ctslint.toml", "packs = \"conformance\""),
        ("v1.json", ODD_KEY),
        ("v3.json", CLEAN),
    ]);
    let findings = folder.findings(&[]);
    let expected = [
        "v1.json info[deprecated-api]",
        "v1.json warning[unusual-kms-id]",
        "v1.json warning[cts-lts-enable]",
        "v1.json warning[cts-support-validate-check]",
        "v3.json warning[cts-support-validate-check]",
        "v3.json warning[cts-tracker-bucket-configured]",
    ];
    assert_eq!(findings, expected);
}

#[test]
fn policies_report_at_the_field_in_every_document() {
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            r#"
            [rules]
            deprecated-api = "off"
            unused-suppression = "off"

            [[policy]]
            field = "bucket_name"
            pattern = "^acme-"
            message = "buckets start with `acme-`"

            [[policy]]
            field = "/is_support_validate"
            pattern = "^true$"
            message = "sign what is stored"
            severity = "info"

            [[policy]]
            field = "/tracker_name"
            pattern = "^never$"
            message = "never said"
            severity = "off"
            "#,
        ),
        ("v1.json", "{\"bucket_name\": \"\\u0061udit\"}"),
        (
            "v3.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "is_support_validate": false, "obs_info": {"bucket_name": "audit"}}"#,
        ),
        (
            "good.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "is_support_validate": true, "obs_info": {"bucket_name": "\u0061cme-x"}}"#,
        ),
        (
            "null.json",
            r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true, "obs_info": {"bucket_name": {}}}"#,
        ),
    ]);
    let run = folder.run(&["check", "--format", "json"]).ends(1).json();
    let files = run["files"].as_array().expect("files");
    let of = |name: &str| {
        let file = files.iter().find(|file| file["path"] == name).expect("the file");
        let findings = file["findings"].as_array().expect("findings").iter();
        findings
            .filter(|finding| finding["rule"] == "policy")
            .map(|finding| {
                let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
                let column = finding["span"]["start"]["column"].as_u64().unwrap_or_default();
                (text("severity"), text("path"), text("message"), column)
            })
            .collect::<Vec<_>>()
    };
    let said = |severity: &str, path: &str, message: &str, column| {
        (severity.to_owned(), path.to_owned(), message.to_owned(), column)
    };
    assert_eq!(
        of("v1.json"),
        [said("error", "/bucket_name", "buckets start with `acme-`", 17)]
    );
    let v3 = [
        said("info", "/is_support_validate", "sign what is stored", 77),
        said("error", "/obs_info/bucket_name", "buckets start with `acme-`", 112),
    ];
    assert_eq!(of("v3.json"), v3);
    assert_eq!(of("good.json"), []);
    assert_eq!(of("null.json"), []);
}

#[test]
fn policies_follow_the_severity_of_their_rule_where_it_is_overridden() {
    let policy = "[[policy]]\nfield = \"bucket_name\"\npattern = \"^x$\"\nmessage = \"m\"\n";
    let body = r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "audit"}}"#;
    for (before, severity, after, expected) in [
        ("", "", "", "a.json error[policy]"),
        ("rules.policy = \"info\"\n", "", "", "a.json info[policy]"),
        (
            "rules.policy = \"info\"\n",
            "severity = \"warning\"\n",
            "",
            "a.json warning[policy]",
        ),
        ("rules.policy = \"off\"\n", "severity = \"warning\"\n", "", ""),
        (
            "",
            "severity = \"warning\"\n",
            "[[override]]\nfiles = \"a.json\"\nrules.policy = \"info\"",
            "a.json info[policy]",
        ),
        (
            "",
            "severity = \"warning\"\n",
            "[[override]]\npointers = \"/obs_info\"\nrules.policy = \"off\"",
            "",
        ),
    ] {
        let toml = format!("{before}{policy}{severity}{after}");
        let folder = Folder::new(&[("ctslint.toml", &toml), ("a.json", body)]);
        assert_eq!(folder.findings(&[]).join(""), expected, "{toml}");
    }
}

#[test]
fn config_shows_each_value_with_its_line() {
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "fail-on = \"info\"\npacks = [\"conformance\"]\n[rules]\ncts-lts-enable = \"error\"\n\
             [[override]]\nfiles = [\"old/**\"]\nas = \"v1\"\nrules.deprecated-api = \"off\"\n\
             [[override]]\npointers = [\"/lts\"]\nrules.wrong-type = \"info\"\n",
        ),
        (
            "ctslint-ignore.toml",
            "[[ignore]]\nfile = \"old/a.json\"\nrule = \"unknown-api\"\nreason = \"r\"\n",
        ),
    ]);
    let shown = folder.run(&["config", "--format", "json", "old/a.json"]).ends(0).json();
    assert_eq!(shown["configuration"], "ctslint.toml");
    assert_eq!(shown["suppressions"], "ctslint-ignore.toml");
    assert_eq!(shown["suppressed"], 1);
    assert_eq!(shown["as"]["value"], "v1-create-request");
    assert_eq!(shown["as"]["from"], "ctslint.toml:7");
    assert_eq!(shown["fail-on"]["from"], "ctslint.toml:1");
    let rules = shown["rules"].as_array().expect("rules");
    let of = |name: &str| {
        let of_rule = rules.iter().filter(|rule| rule["rule"] == name);
        of_rule
            .map(|rule| [&rule["value"], &rule["from"], &rule["pointer"]].map(|value| value.as_str().unwrap_or("-")))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("cts-lts-enable"), [["error", "ctslint.toml:4", "-"]]);
    assert_eq!(of("cts-kms-encrypted-check"), [["warning", "ctslint.toml:2", "-"]]);
    assert_eq!(of("deprecated-api"), [["off", "ctslint.toml:8", "-"]]);
    assert_eq!(
        of("wrong-type"),
        [["error", "-", "-"], ["info", "ctslint.toml:11", "/lts"]]
    );
    assert_eq!(of("unknown-api"), [["error", "-", "-"]]);

    let none = folder.run(&["config", "--isolated"]).ends(0).stdout;
    assert!(none.starts_with("configuration "), "{none}");
    assert!(!none.contains("(ctslint.toml"), "{none}");
    assert!(
        none.lines()
            .any(|line| line.starts_with("cts-lts-enable ") && line.ends_with(" off")),
        "{none}"
    );
}

/// Two requests, of both versions, with a policy on the bucket and the second bucket accepted as it is.
#[test]
fn every_body_of_a_file_of_requests_is_held_against_policies_and_values() {
    let requests = "POST /v3/{project_id}/tracker\n\n\
        {\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": \"first\"}}\n\
        ###\nPOST /v1.0/{project_id}/tracker\n\n{\"bucket_name\": \"second\"}\n\
        ###\nPOST /v3/{project_id}/tracker\n\n\
        {\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": \"{{bucket}}\"}}\n";
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "rules.deprecated-api = \"off\"\n\
             [[policy]]\nfield = \"bucket_name\"\npattern = \"^acme-\"\nmessage = \"m\"\n",
        ),
        ("a.http", requests),
    ]);
    let lines = || {
        let run = folder.run(&["check", "--format", "json"]).json();
        let findings = run["files"][0]["findings"].as_array().expect("findings").clone();
        let place = |finding: &serde_json::Value| {
            (
                finding["rule"].as_str().unwrap_or_default().to_owned(),
                finding["span"]["start"]["line"].as_u64(),
            )
        };
        findings.iter().map(place).collect::<Vec<_>>()
    };
    let policy = |line| ("policy".to_owned(), Some(line));
    assert_eq!(lines(), [policy(3), policy(7)]);
    // What is accepted with its value is accepted where that value stands.
    assert_eq!(folder.run(&["baseline", "--reason", "known"]).status, 0);
    assert_eq!(lines(), []);
    folder.write("a.http", &requests.replace("\"second\"", "\"third\""));
    assert_eq!(lines(), [policy(7)]);
}

#[test]
fn the_provider_is_that_of_the_command_line_then_of_overrides_then_of_the_top() {
    const DATA: &str = r#"{"tracker_type": "data", "tracker_name": "reads", "is_lts_enabled": true,
  "data_bucket": {"data_bucket_name": "invoices", "data_event": ["READ"]}}"#;
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "provider = \"huawei\"\n[[override]]\nfiles = [\"otc/**\"]\nprovider = \"otc\"",
        ),
        ("a.json", DATA),
        ("otc/b.json", DATA),
    ]);
    assert_eq!(folder.findings(&[]), ["otc/b.json error[other-provider-field]"]);
    assert_eq!(folder.findings(&["--provider", "huawei"]), [""; 0]);
    assert_eq!(
        folder.findings(&["--provider", "otc"]),
        [
            "a.json error[other-provider-field]",
            "otc/b.json error[other-provider-field]"
        ]
    );
    // A short name means the document of the provider, a whole name itself.
    assert_eq!(folder.findings(&["--as", "v3", "a.json"]), [""; 0]);
    assert_eq!(
        folder.findings(&["--as", "v3-create-request", "a.json"]),
        ["a.json error[other-provider-field]"]
    );
    let shown = folder.run(&["config", "otc/b.json"]).ends(0).stdout;
    assert!(shown.contains("provider") && shown.contains("otc  "), "{shown}");
}

/// Policies say nothing of values that nobody wrote yet: those of a template, and of a text with conflict markers, of which one version
/// will go.
#[test]
fn policies_leave_open_values_alone() {
    let body = |bucket: &str| {
        format!(
            "{{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {{\"bucket_name\": {bucket}}}}}\n"
        )
    };
    let conflict = format!(
        "<<<<<<< HEAD\n{}=======\n{}>>>>>>> b\n",
        body("\"first\""),
        body("\"second\"")
    );
    let request = format!(
        "POST /v3/{{project_id}}/tracker\n\n{}",
        conflict.replace("{project_id}", "x")
    );
    let folder = Folder::new(&[
        (
            "ctslint.toml",
            "[[policy]]\nfield = \"bucket_name\"\npattern = \"^acme-\"\nmessage = \"m\"\n",
        ),
        ("a.json", &body("\"first\"")),
        ("b.json", &conflict),
        ("c.json", &body("\"logs-${env}\"")),
        ("d.json", &body("{{ bucket }}")),
        ("e.http", &request),
    ]);
    let rules = |file: &str| {
        let run = folder.run(&["check", "--format", "json", file]).json();
        let findings = run["files"][0]["findings"].as_array().expect("findings").clone();
        findings
            .iter()
            .map(|finding| finding["rule"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(rules("a.json"), ["policy"]);
    assert_eq!(rules("b.json"), ["conflict-markers"]);
    assert_eq!(rules("c.json"), ["unreplaced-placeholder"]);
    assert_eq!(rules("d.json"), ["unreplaced-placeholder"]);
    assert!(!rules("e.http").contains(&"policy".to_owned()));
}
