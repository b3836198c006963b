//! Every option, and every exit status.

use crate::{Run, check, ctslint};

const V3: &[u8] = br#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
const V3_WITH_COMMENT: &[u8] = br#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true} // x"#;

#[test]
fn fail_on_sets_the_threshold() {
    for (file, statuses) in [
        ("misspelt.json", [1, 1, 1, 0]),
        ("warning.json", [0, 1, 1, 0]),
        ("info.json", [0, 0, 1, 0]),
        ("good.json", [0, 0, 0, 0]),
    ] {
        for (threshold, status) in ["error", "warning", "info", "never"].into_iter().zip(statuses) {
            check(&["--fail-on", threshold, file]).ends(status);
        }
    }
    check(&["misspelt.json"]).ends(1);
    check(&["warning.json"]).ends(0);
}

#[test]
fn as_names_the_document() {
    for (name, status) in [
        ("v3-create-request", 0),
        ("v3", 0),
        ("v1", 1),
        ("v1-create-response", 0),
        ("v3-create-response", 0),
    ] {
        let run = check(&["--as", name, "good.json"]);
        assert_eq!(run.status, status, "{name}: {}", run.stdout);
        let document = if name.len() == 2 {
            format!("{name}-create-request")
        } else {
            name.to_owned()
        };
        assert!(
            run.last_line().starts_with(&format!("1 file checked as {document}: ")),
            "{}",
            run.stdout
        );
    }
    assert_eq!(check(&["foreign.json"]).ends(1).last_line(), "1 file checked: 1 error.");
    check(&["--as", "error-response", "foreign.json"]).ends(0);
}

#[test]
fn mistyped_arguments_are_answered_with_the_nearest() {
    for (arguments, tip) in [
        (
            &["check", "--as", "v3-create-reqest", "good.json"][..],
            "tip: a similar value exists: 'v3-create-request'",
        ),
        (
            &["check", "--formt", "json"],
            "tip: a similar argument exists: '--format'",
        ),
        (&["check", "--format", "jason"], "tip: a similar value exists: 'json'"),
        (&["chck"], "tip: a similar subcommand exists: 'check'"),
        (&["good.json"], "tip: to check it, use `ctslint check good.json`"),
        (
            &["check", "--jobs", "0", "good.json"],
            "invalid value '0' for '--jobs <N>'",
        ),
        (
            &["check", "--fail-on", "fatal"],
            "[possible values: error, warning, info, never]",
        ),
    ] {
        let run = Run::of(ctslint(arguments));
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(tip), "{arguments:?}: {}", run.stderr);
    }
    let nothing_near = Run::of(ctslint(&["check", "--xyzzy"]));
    assert!(!nothing_near.stderr.contains("similar"), "{}", nothing_near.stderr);
}

#[test]
fn of_an_option_given_twice_the_last_counts() {
    check(&["--fail-on", "info", "info.json", "--fail-on", "error"]).ends(0);
    check(&[
        "-q",
        "--isolated",
        "--color",
        "never",
        "good.json",
        "-q",
        "--isolated",
        "--color",
        "always",
    ])
    .ends(0);
}

#[test]
fn options_that_contradict_each_other_are_refused() {
    for (arguments, message) in [
        (
            &["check", "--config", "a", "--config", "b"][..],
            "'--config <FILE>' cannot be used multiple times",
        ),
        (
            &["check", "--config", "a", "--config", "a"],
            "'--config <FILE>' cannot be used multiple times",
        ),
        (
            &["check", "--isolated", "--config", "a"],
            "'--isolated' cannot be used with '--config <FILE>'",
        ),
        (
            &["check", "--as", "v1", "--as", "v3"],
            "'--as <DOCUMENT>' cannot be used multiple times",
        ),
        (
            &["check", "--output-file", "a", "--output-file", "b"],
            "'--output-file <FILE>' cannot be used multiple times",
        ),
        (
            &["check", "--stdin-filename", "a", "--stdin-filename", "b", "-"],
            "'--stdin-filename <NAME>' cannot be",
        ),
        (
            &["check", "--diff", "--format", "json"],
            "'--diff' cannot be used with '--format <FORMAT[=FILE]>'",
        ),
        (
            &["config", "--config", "a", "--config", "b"],
            "'--config <FILE>' cannot be used multiple times",
        ),
        (
            &["baseline", "--config", "a", "--config", "b"],
            "'--config <FILE>' cannot be used multiple times",
        ),
        (
            &["baseline", "--isolated", "--config", "a"],
            "'--isolated' cannot be used with '--config <FILE>'",
        ),
        (
            &["config", "--isolated", "--config", "a"],
            "'--isolated' cannot be used with '--config <FILE>'",
        ),
    ] {
        let run = Run::of(ctslint(arguments));
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(message), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn without_arguments_there_is_help() {
    let run = Run::of(ctslint(&[]));
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("Usage: ctslint [OPTIONS] <COMMAND>"),
        "{}",
        run.stderr
    );
}

#[test]
fn help_has_examples_and_its_short_form_has_not() {
    let long = Run::of(ctslint(&["check", "--help"])).ends(0);
    let short = Run::of(ctslint(&["check", "-h"])).ends(0);
    assert!(long.stdout.contains("Examples:") && long.stdout.contains("Exit status:"));
    assert!(!short.stdout.contains("Examples:"));
    assert!(
        Run::of(ctslint(&["--help"]))
            .ends(0)
            .stdout
            .contains("ctslint check tracker.json")
    );
    let version = Run::of(ctslint(&["--version"])).ends(0);
    assert_eq!(version.stdout, concat!("ctslint ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn standard_input_is_checked() {
    let run = Run::with_stdin(ctslint(&["check", "-"]), V3).ends(0);
    assert_eq!(run.stdout, "1 file checked as v3-create-request: all clean.\n");
    let run = Run::with_stdin(ctslint(&["check", "--format", "concise", "-"]), b"{");
    assert!(run.stdout.starts_with("<stdin>:1:"), "{}", run.stdout);
}

#[test]
fn standard_input_can_have_a_name() {
    let run = Run::with_stdin(ctslint(&["check", "-", "--stdin-filename", "a.json"]), V3_WITH_COMMENT);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("╭▸ a.json:1:"), "{}", run.stdout);
    Run::with_stdin(ctslint(&["check", "-", "--stdin-filename", "a.jsonc"]), V3_WITH_COMMENT).ends(0);
    check(&["--stdin-filename", "a.json", "good.json"])
        .fails("--stdin-filename names what comes from standard input; to read that, add `-`");
}

#[test]
fn a_configuration_must_exist() {
    let plain = check(&["misspelt.json"]).ends(1).stdout;
    assert_eq!(check(&["--isolated", "misspelt.json"]).ends(1).stdout, plain);
    check(&["--config", "none.toml", "good.json"]).fails("can't read `none.toml`: no such file");
    check(&["--config", ".", "good.json"]).fails("can't read `.`: it is a folder");
}

#[test]
fn unknown_files_are_skipped_where_that_is_wanted() {
    let run = check(&["--skip-unknown", "foreign.json"]).ends(0);
    assert_eq!(
        run.stdout,
        "0 files checked, 1 skipped: no CTS document; to check a file anyway, name it and its document with --as.\n"
    );
    let run = check(&["--skip-unknown", "foreign.json", "good.json"]).ends(0);
    assert_eq!(
        run.last_line(),
        "1 file checked as v3-create-request, 1 skipped: all clean."
    );
    check(&["--skip-unknown", "foreign.json", "misspelt.json"]).ends(1);
    check(&["foreign.json"]).ends(1);
    Run::with_stdin(ctslint(&["check", "--skip-unknown", "-"]), b"no JSON at all").ends(0);
    // Nothing is unknown when the document is named.
    check(&["--skip-unknown", "--as", "v3", "foreign.json"]).ends(1);
}

#[test]
fn quiet_prints_what_fails_the_run() {
    assert_eq!(
        check(&["--quiet", "good.json", "info.json", "warning.json"])
            .ends(0)
            .stdout,
        ""
    );
    let run = check(&["-q", "published-v1.json"]).ends(1);
    assert!(run.stdout.contains("error[invalid-json]"));
    assert!(
        !run.stdout.contains("info[deprecated-api]") && !run.stdout.contains("checked"),
        "{}",
        run.stdout
    );
    let run = check(&["--quiet", "--fail-on", "info", "info.json"]).ends(1);
    assert!(run.stdout.contains("info[deprecated-api]"));
    assert_eq!(
        check(&["--quiet", "--fail-on", "never", "misspelt.json"])
            .ends(0)
            .stdout,
        ""
    );
    assert_eq!(
        check(&["--quiet", "--format", "concise", "info.json"]).ends(0).stdout,
        ""
    );
    // Machine formats stay complete.
    let run = check(&["--quiet", "--format", "json", "info.json"]).ends(0);
    assert_eq!(run.json()["summary"]["infos"], 1);
}

#[test]
fn statistics_count_the_rules() {
    let run = check(&["--statistics", "published-v1.json", "misspelt.json"]).ends(1);
    assert!(
        run.stdout.ends_with(
            "\n2  invalid-json\n1  deprecated-api\n1  unknown-field\n\
             2 files checked: 3 errors, 1 info in 2 files. 3 can be fixed with --fix.\n"
        ),
        "{}",
        run.stdout
    );
    let run = check(&["--statistics", "--format", "json", "misspelt.json"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, "1  unknown-field\n"));
    run.json();
}

#[test]
fn colour_is_used_when_it_is_wanted() {
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = ctslint(&[&["check", "misspelt.json"], arguments].concat());
        command.envs(variables.iter().copied());
        Run::of(command).stdout.contains("\x1b[")
    };
    assert!(!colored(&[], &[]));
    assert!(!colored(&["--color", "auto"], &[]));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(colored(&["--color", "always"], &[]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(colored(&["--color", "always", "--format", "concise"], &[]));
    assert!(!colored(&["--color", "always", "--format", "json"], &[]));
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let files = [
        "misspelt.json",
        "published-v1.json",
        "good.json",
        "info.json",
        "misplaced.json",
        "warning.json",
    ];
    let run = |jobs| check(&[&["--jobs", jobs], &files[..]].concat()).ends(1).stdout;
    let one = run("1");
    for jobs in ["2", "3", "64"] {
        assert_eq!(run(jobs), one, "with {jobs} jobs");
    }
}

#[test]
fn a_report_can_go_to_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.json");
    let name = file.to_str().expect("the path is text");
    let run = check(&["--format", "json", "--output-file", name, "misspelt.json"]);
    assert_eq!(
        (run.status, run.stdout.as_str(), run.stderr.as_str()),
        (
            1,
            "",
            "1 file checked as v3-create-request: 1 error. 1 can be fixed with --fix.\n"
        )
    );
    let written = std::fs::read_to_string(&file).expect("it was written");
    assert_eq!(written, check(&["--format", "json", "misspelt.json"]).stdout);

    let run = check(&["--quiet", "--output-file", name, "misspelt.json"]).ends(1);
    assert_eq!(run.stdout, "");
    let written = std::fs::read_to_string(&file).expect("it was written");
    assert!(written.starts_with("error[unknown-field]"), "{written}");
}

#[test]
fn a_report_does_not_replace_a_file_that_is_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tracker.json");
    std::fs::write(&file, V3).expect("it can be written");
    let name = file.to_str().expect("the path is text");
    check(&["--output-file", name, name]).fails(&format!("can't write `{name}`: it is one of the files to check"));
    assert_eq!(std::fs::read(&file).expect("it is there"), V3);

    // The report of the last run is none of the files of a folder.
    for _ in 0..2 {
        let mut again = ctslint(&["check", "--format", "json", "--output-file", "report.json"]);
        again.current_dir(folder.path());
        assert_eq!(Run::of(again).status, 0);
    }
    let report = std::fs::read_to_string(folder.path().join("report.json")).expect("it was written");
    assert!(report.contains("\"skipped\": 0"), "{report}");
}
