//! Where reports are written: never over what is read, never over each other, and whole or not at all.

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::process::Stdio;

use crate::{Run, ctslint};

const BODY: &str = r#"{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}"#;

/// A folder with a body and settings.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("tracker.json", BODY),
        ("named.cts.json", "{}"),
        ("ctslint.toml", "fail-on = \"warning\"\n"),
        ("ctslint-ignore.toml", "# none\n"),
        (".gitignore", "x\n"),
        (".ignore", "y\n"),
        ("conf/own.toml", "fail-on = \"info\"\n"),
        ("notes.json", "{\"a\": 1}"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = ctslint(&[&["check"], arguments].concat());
    command.current_dir(folder);
    Run::of(command)
}

/// All files of a folder with their contents.
fn contents(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("listed").path());
    let mut all: Vec<_> = entries
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(&path).expect("read")))
        .collect();
    all.sort();
    all
}

/// Asserts that the command refuses, says this, and writes nothing.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str], line: &str) {
    let before = contents(folder);
    let run = run(folder, arguments);
    assert_eq!(
        (run.status, run.stderr),
        (2, format!("ctslint: {line}\n")),
        "{arguments:?}"
    );
    assert_eq!(run.stdout, "", "{arguments:?}");
    assert!(contents(folder) == before, "{arguments:?} wrote something");
}

#[test]
fn settings_are_not_overwritten() {
    let folder = folder();
    let folder = folder.path();
    for name in [
        "ctslint.toml",
        "ctslint-ignore.toml",
        ".gitignore",
        ".ignore",
        "./ctslint.toml",
        "conf/../ctslint.toml",
        // It is not there yet, and would be read by the next run.
        "conf/ctslint.toml",
    ] {
        let line = format!("can't write `{name}`: it holds settings; write the report to another file");
        refused(folder, &["--format", &format!("json={name}")], &line);
        refused(folder, &["--output-file", name, "--isolated"], &line);
        refused(folder, &["--diff", "--output-file", name], &line);
        // Nothing of another report is written either.
        refused(folder, &["--format", "sarif=first.sarif", "--output-file", name], &line);
    }
    let line = "can't write `conf/own.toml`: it holds settings; write the report to another file";
    refused(
        folder,
        &["--config", "./conf/own.toml", "--output-file", "conf/own.toml"],
        line,
    );
}

#[test]
fn bodies_are_not_overwritten() {
    let folder = folder();
    let folder = folder.path();
    for arguments in [
        &["--output-file", "./tracker.json", "tracker.json"][..],
        &["--output-file", "./tracker.json"],
        &["--output-file", "./tracker.json", "."],
        &["--format", "json=./tracker.json", "--format", "sarif=x", "."],
    ] {
        refused(
            folder,
            arguments,
            "can't write `./tracker.json`: it is one of the files to check",
        );
    }
    refused(
        folder,
        &["--output-file", "named.cts.json"],
        "can't write `named.cts.json`: it is one of the files to check",
    );
    // A file in the folder that is none to check may be the report of the last run.
    for _ in 0..2 {
        assert_eq!(
            run(folder, &["--format", "json", "--output-file", "notes.json"]).status,
            1
        );
    }
    for format in [
        "human", "concise", "sarif", "gitlab", "github", "junit", "rdjson", "markdown",
    ] {
        for _ in 0..2 {
            assert_eq!(
                run(folder, &["--format", format, "--output-file", "notes.json"]).status,
                1,
                "{format}"
            );
        }
    }
}

#[test]
fn two_reports_do_not_meet() {
    let folder = folder();
    let folder = folder.path();
    fs::create_dir(folder.join("sub")).expect("a folder");
    for (first, second) in [
        ("o", "./o"),
        ("o", "sub/../o"),
        ("sub/o", "sub//o"),
        ("notes.json", "./notes.json"),
    ] {
        let (json, sarif) = (format!("json={first}"), format!("sarif={second}"));
        let line = format!("can't write two reports to `{second}`");
        refused(folder, &["--format", &json, "--format", &sarif], &line);
    }
    refused(
        folder,
        &["--format", "json=./o", "--output-file", "o"],
        "can't write two reports to `o`",
    );
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links_lead_to_nothing_that_is_read() {
        let folder = folder();
        let folder = folder.path();
        for name in ["ctslint.toml", "tracker.json", "notes.json"] {
            symlink(name, folder.join(format!("soft-{name}"))).expect("linked");
            fs::hard_link(folder.join(name), folder.join(format!("hard-{name}"))).expect("linked");
        }
        symlink("nothing", folder.join("nowhere")).expect("linked");
        for kind in ["soft", "hard"] {
            let line =
                format!("can't write `{kind}-ctslint.toml`: it holds settings; write the report to another file");
            refused(folder, &["--output-file", &format!("{kind}-ctslint.toml")], &line);
            let line = format!("can't write `{kind}-tracker.json`: it is one of the files to check");
            refused(
                folder,
                &["--output-file", &format!("{kind}-tracker.json"), "tracker.json"],
                &line,
            );
            let line = format!("can't write two reports to `{kind}-notes.json`");
            let second = format!("sarif={kind}-notes.json");
            refused(
                folder,
                &["--format", "json=notes.json", "--format", &second, "tracker.json"],
                &line,
            );
        }
        refused(
            folder,
            &["--output-file", "nowhere"],
            "can't write `nowhere`: it is a link that leads nowhere",
        );
    }

    #[test]
    fn a_report_is_written_through_links_and_keeps_its_permissions() {
        let folder = folder();
        let folder = folder.path();
        fs::set_permissions(folder.join("notes.json"), fs::Permissions::from_mode(0o640)).expect("ours");
        symlink("notes.json", folder.join("soft")).expect("linked");
        fs::hard_link(folder.join("notes.json"), folder.join("hard")).expect("linked");
        assert_eq!(run(folder, &["--output-file", "soft", "tracker.json"]).status, 1);
        assert!(folder.join("soft").is_symlink());
        let report = fs::read_to_string(folder.join("notes.json")).expect("there");
        assert!(report.starts_with("error[unknown-field]"), "{report}");
        assert_eq!(fs::read_to_string(folder.join("hard")).expect("there"), report);
        let mode = fs::metadata(folder.join("notes.json"))
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o640);
        // One that is to be read only stays.
        fs::set_permissions(folder.join("conf/own.toml"), fs::Permissions::from_mode(0o444)).expect("ours");
        let run = run(folder, &["--output-file", "conf/own.toml", "tracker.json"]);
        if run.status == 2 {
            assert_eq!(run.stderr, "ctslint: can't write `conf/own.toml`: permission denied\n");
        }
    }

    #[test]
    fn a_report_that_does_not_fit_leaves_the_last_one() {
        let folder = folder();
        let folder = folder.path();
        for name in ["old.json", "new.json"] {
            let mut command = std::process::Command::new("sh");
            let program = env!("CARGO_BIN_EXE_ctslint");
            // Files of more than 0 blocks can't be written in this shell, as on a full disk.
            let line = format!("trap '' XFSZ; ulimit -f 0; '{program}' check --format json={name} tracker.json");
            command.args(["-c", &line]).current_dir(folder).stdin(Stdio::null());
            if name == "old.json" {
                fs::write(folder.join(name), "[]").expect("written");
            }
            let before = contents(folder);
            let run = Run::of(command);
            assert_eq!(run.status, 2);
            assert!(
                run.stderr.contains(&format!("can't write `{name}`: file too large")),
                "{}",
                run.stderr
            );
            assert!(contents(folder) == before, "something was left");
        }
    }

    #[test]
    fn streams_and_devices_are_written_to() {
        let folder = folder();
        let folder = folder.path();
        let expected = run(folder, &["--format", "json", "tracker.json"]).ends(1).stdout;
        for place in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
            let written = run(folder, &["--format", "json", "--output-file", place, "tracker.json"]);
            assert_eq!((written.status, &written.stdout), (1, &expected), "{place}");
            let to = format!("sarif={place}");
            refused(
                folder,
                &["--format", "json", "--format", &to],
                "can't write two reports to standard output",
            );
            // What stands in the file before stays, as the shell promised.
            let mut command = std::process::Command::new("sh");
            let program = env!("CARGO_BIN_EXE_ctslint");
            let line = format!(
                "echo before > log; '{program}' check -q --format json={place} tracker.json >> log; echo after >> log"
            );
            command.args(["-c", &line]).current_dir(folder);
            assert_eq!(Run::of(command).status, 0);
            let log = fs::read_to_string(folder.join("log")).expect("written");
            assert_eq!(log, format!("before\n{expected}after\n"));
        }
        for arguments in [
            &["--output-file", "/dev/null", "tracker.json"][..],
            &[
                "--format",
                "json=/dev/null",
                "--format",
                "sarif=/dev/null",
                "tracker.json",
            ],
        ] {
            assert_eq!(run(folder, arguments).status, 1, "{arguments:?}");
        }
    }

    #[test]
    fn a_named_pipe_is_written_to() {
        let folder = folder();
        let folder = folder.path();
        let pipe = folder.join("pipe");
        let made = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .expect("mkfifo starts");
        assert!(made.success());
        let mut command = ctslint(&["check", "--format", "json", "--output-file", "pipe", "tracker.json"]);
        command.current_dir(folder).stderr(Stdio::null());
        let mut child = command.spawn().expect("the command starts");
        let report = fs::read_to_string(&pipe).expect("it can be read");
        assert_eq!(child.wait().expect("it ends").code(), Some(1));
        assert!(report.starts_with('{') && report.ends_with("}\n"), "{report}");
    }
}
