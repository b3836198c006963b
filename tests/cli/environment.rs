//! Bad files and a bad environment: one clear line or finding, and the documented status.

use std::fs;
use std::io::Read;
#[cfg(target_os = "linux")]
use std::os::unix::{
    fs::{MetadataExt, PermissionsExt},
    process::ExitStatusExt,
};
#[cfg(target_os = "linux")]
use std::path::Path;
use std::process::Stdio;

use crate::{Run, check, ctslint};

#[test]
fn a_missing_file_is_one_line_and_the_others_are_checked() {
    let run = check(&["misspelt.json", "none.json", "good.json"]).fails("can't read `none.json`: no such file");
    assert!(run.stdout.starts_with("error[unknown-field]"));
    assert_eq!(
        run.last_line(),
        "2 files checked, 1 could not be read: 1 error in 1 file. 1 can be fixed with --fix."
    );
    let run = check(&["none.json"]).fails("can't read `none.json`: no such file");
    assert_eq!(run.stdout, "");
    let run = check(&["--format", "json", "none.json", "good.json"]).fails("can't read `none.json`: no such file");
    assert_eq!(run.json()["summary"]["files"], 1);
}

#[test]
fn a_file_is_no_folder() {
    let run = check(&["good.json/x.json"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr.starts_with("ctslint: can't read `good.json/x.json`: "),
        "{}",
        run.stderr
    );
    assert_eq!(run.stderr.lines().count(), 1);
}

#[test]
fn names_do_not_disturb_the_terminal() {
    check(&["no\x1b[31mne\n.json"]).fails("can't read `no␛[31mne␊.json`: no such file");
    // Names that are taken for something else.
    let name = "\u{9b}31m\u{202e}\n\u{feff}x";
    for arguments in [
        &["check", &format!("--{name}")][..],
        &[name],
        &["check", "--format", name],
        &["check", "--as", name],
        &["check", "--jobs", name],
        &["explain", name],
        &["translate", name],
        &["config", &format!("-{name}")],
    ] {
        let run = Run::of(ctslint(arguments));
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.stderr.contains("<U+"), "{}", run.stderr);
        assert!(
            !run.stderr.contains(['\u{9b}', '\u{202e}', '\u{feff}']),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_report_that_cannot_be_written_is_one_line() {
    check(&["--output-file", "none/report.json", "good.json"]).fails("can't write `none/report.json`: no such file");
    check(&["--output-file", "../fixtures", "good.json"]).fails("can't write `../fixtures`: it is a folder");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_one_line() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder");
    fs::copy("tests/fixtures/good.json", folder.path().join("good.json")).expect("a copy");
    let secret = folder.path().join("secret");
    fs::create_dir(&secret).expect("a folder");
    fs::write(secret.join("a.json"), "{}").expect("a file");
    fs::write(folder.path().join("secret.json"), "{}").expect("a file");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).expect("its owner may");
    fs::set_permissions(folder.path().join("secret.json"), fs::Permissions::from_mode(0o000)).expect("its owner may");
    let privileged = fs::read_dir(&secret).is_ok();
    let mut command = ctslint(&["check"]);
    command.current_dir(folder.path());
    let run = Run::of(command);
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o700)).expect("its owner may");
    if privileged {
        // The superuser may read everything.
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    } else {
        let lines: Vec<&str> = run.stderr.lines().collect();
        assert_eq!(
            lines,
            [
                "ctslint: can't read `secret`: permission denied",
                "ctslint: can't read `secret.json`: permission denied"
            ]
        );
        assert_eq!(run.status, 2);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_vanishes_during_the_run_is_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let fifo = folder.path().join("a.json");
    let made = std::process::Command::new("mkfifo")
        .arg(&fifo)
        .status()
        .expect("mkfifo starts");
    assert!(made.success());
    let last = folder.path().join("b.json");
    fs::copy("tests/fixtures/good.json", &last).expect("a copy");
    let mut command = ctslint(&["check", "--jobs", "1", "a.json", "b.json"]);
    command
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let child = command.spawn().expect("the command starts");
    // It found both files and waits in the first one until this is written; meanwhile the second one goes.
    let writer = fs::OpenOptions::new().write(true).open(&fifo).expect("it is read");
    fs::remove_file(&last).expect("it is there");
    drop(writer);
    let run = Run::from(child.wait_with_output().expect("the command ends"));
    let run = run.fails("can't read `b.json`: no such file");
    assert_eq!(run.last_line(), "1 file checked, 1 could not be read: 1 error.");
}

/// A pipe is read to its end, however slowly it comes; one that nobody writes to is not waited for without end.
#[cfg(target_os = "linux")]
#[test]
fn pipes_are_read_and_do_not_stop_the_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let fifo = folder.path().join("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&fifo).status();
    assert!(made.expect("mkfifo starts").success());
    let name = fifo.to_str().expect("the path is text");
    check(&[name]).fails(&format!("can't read `{name}`: it is a pipe that nobody writes to"));

    let shell = |line: &str| {
        let mut command = std::process::Command::new("bash");
        let program = env!("CARGO_BIN_EXE_ctslint");
        command
            .args(["-c", &line.replace("ctslint", program)])
            .current_dir(folder.path());
        Run::of(command)
    };
    let good = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
    for line in [
        format!("ctslint check <(echo '{good}')"),
        format!("ctslint check <(sleep 0.5; echo '{good}')"),
        format!("ctslint check <(printf '{{'; sleep 0.3; echo '{}')", &good[1..]),
        format!("(sleep 0.5; echo '{good}' > pipe.json) & ctslint check pipe.json"),
        format!("ctslint check <(head -c 300000 /dev/zero | tr '\\0' ' '; sleep 0.3; echo '{good}')"),
    ] {
        let run = shell(&line).ends(0);
        assert_eq!(
            run.stdout, "1 file checked as v3-create-request: all clean.\n",
            "{line}"
        );
    }
    let run = shell("sleep 1 | ctslint check /dev/stdin").ends(1);
    assert!(
        run.stdout.starts_with("error[invalid-json]: the text is empty"),
        "{}",
        run.stdout
    );
    let run = shell("ctslint check <(true)").ends(1);
    assert!(
        run.stdout.starts_with("error[invalid-json]: the text is empty"),
        "{}",
        run.stdout
    );
}

#[cfg(target_os = "linux")]
#[test]
fn devices_do_not_run_forever() {
    check(&["/dev/zero"]).fails("can't read `/dev/zero`: it is a device");
    check(&["/dev/null"]).ends(1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_one_line() {
    let mut command = ctslint(&["check", "misspelt.json"]);
    command.stdout(
        fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("it is there"),
    );
    Run::of(command).fails("can't write to standard output: no space left on device");
    check(&["--output-file", "/dev/full", "-q", "misspelt.json"])
        .fails("can't write `/dev/full`: no space left on device");
}

/// Whatever is printed: what nobody got has failed.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_fails_every_command() {
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["--version"],
        &["check", "--help"],
        &["check", "--diff", "misspelt.json"],
        &["check", "--fix", "--stdin-filename", "x.json", "-"],
        &["check", "--format", "json", "good.json"],
        &["completions", "bash"],
        &["man"],
        &["man", "check"],
        &["explain", "wrong-type"],
        &["rules"],
        &["rules", "--format", "json"],
        &["documents"],
        &["schema", "v3"],
        &["config"],
        &["config", "good.json"],
        &["translate", "info.json"],
        &["translate", "--format", "json", "info.json"],
    ] {
        let mut command = ctslint(arguments);
        command.stdin(fs::File::open("tests/fixtures/misspelt.json").expect("it is there"));
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        command.stdout(full.expect("it is there"));
        let run = Run::of(command);
        let line = "ctslint: can't write to standard output: no space left on device\n";
        assert!(
            run.status == 2 && run.stderr.contains(line),
            "{arguments:?}: {} {}",
            run.status,
            run.stderr
        );
    }
}

/// A user who is not the superuser.
#[cfg(target_os = "linux")]
const OTHER: u32 = 12345;

#[cfg(target_os = "linux")]
fn is_root() -> bool {
    fs::metadata("/proc/self").expect("it is there").uid() == 0
}

/// A folder with files that have findings.
#[cfg(target_os = "linux")]
fn faulty_files(count: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for index in 0..count {
        let path = folder.path().join(format!("{index:03}.json"));
        fs::write(&path, r#"{"tracker_type": "system"}"#).expect("a file");
        if is_root() {
            std::os::unix::fs::chown(path, Some(OTHER), Some(OTHER)).expect("the superuser may");
        }
    }
    folder
}

/// The command in this folder, under limits, which are arguments of `prlimit`: its status, output and messages.
#[cfg(target_os = "linux")]
fn limited(folder: &Path, limits: &[&str], arguments: &[&str]) -> (std::process::ExitStatus, String, String) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).expect("it is ours");
    // A copy that everybody may run. What this process has open for writing, its other children would keep open.
    let program = folder.join("ctslint");
    let copied = std::process::Command::new("cp")
        .args([env!("CARGO_BIN_EXE_ctslint").as_ref(), program.as_os_str()])
        .status();
    assert!(copied.expect("cp starts").success());
    // Limits on threads do not hold for the superuser.
    let as_other: &[&str] = match is_root() {
        true => &["setpriv", "--reuid=12345", "--regid=12345", "--clear-groups"],
        false => &[],
    };
    let program = program.to_str().expect("the path is text");
    let line = [
        as_other,
        &["prlimit"],
        limits,
        &[program, "check", "--jobs", "4"],
        arguments,
    ]
    .concat();
    let mut command = std::process::Command::new(line[0]);
    command.args(&line[1..]).current_dir(folder);
    let output = command.output().expect("the command starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status, text(&output.stdout), text(&output.stderr))
}

/// Where threads can't be had, fewer do the same work.
#[cfg(target_os = "linux")]
#[test]
fn limits_on_threads_and_memory_change_nothing() {
    let folder = faulty_files(10);
    let free = limited(folder.path(), &[], &[]);
    assert_eq!((free.0.code(), free.2.as_str()), (Some(1), ""));
    for limit in ["--nproc=1", "--nproc=2", "--nproc=3", "--nofile=8", "--nofile=20"] {
        assert_eq!(limited(folder.path(), &[limit], &[]), free, "{limit}");
        let files = faulty_files(10);
        let fixed = limited(files.path(), &[limit], &["--fix"]);
        let line = "10 files checked: 10 fixed; 10 infos remain in 10 files.\n";
        assert_eq!((fixed.0.code(), fixed.2.as_str()), (Some(0), ""), "{limit}");
        assert!(fixed.1.ends_with(line), "{limit}: {}", fixed.1);
    }
    let mut worked = 0;
    for mebibytes in [16, 20, 24, 28, 32, 40, 48, 64, 96, 128, 256] {
        let run = limited(folder.path(), &[&format!("--as={}", mebibytes << 20)], &[]);
        // The system can't start it with less than the program itself takes.
        let is_started = run.0.code() != Some(127) && run.0.signal() != Some(11);
        let told = "ctslint: can't read `.`: cannot allocate memory\n";
        if run == free {
            worked += 1;
        } else if run.0.signal() == Some(6) {
            // With hardly more than the program itself takes, not even a message can be made; the allocator ends it.
            assert!(run.2.starts_with("memory allocation of"), "{mebibytes} MiB: {}", run.2);
        } else if is_started {
            assert_eq!((run.0.code(), run.2.as_str()), (Some(2), told), "{mebibytes} MiB");
        }
    }
    assert!(worked >= 3, "it was hardly ever started");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_opened_is_one_line() {
    let folder = faulty_files(1);
    let deep = folder.path().join("a/b/c/d/e/f/g/h");
    fs::create_dir_all(&deep).expect("folders");
    fs::write(deep.join("x.json"), "{}").expect("a file");
    let (status, shown, told) = limited(folder.path(), &["--nofile=8"], &[]);
    assert_eq!(status.code(), Some(2), "{told}");
    assert!(
        told.starts_with("ctslint: can't read `a/b/") && told.ends_with("`: too many open files\n"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1);
    assert!(shown.contains("error[missing-field]"), "{shown}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    for (file, status) in [("misspelt.json", 1), ("info.json", 0)] {
        for format in ["human", "concise", "json", "jsonl"] {
            let mut command = ctslint(&["check", "--format", format, file]);
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            command.stdout(writer).stderr(Stdio::piped());
            let output = command
                .spawn()
                .and_then(|child| child.wait_with_output())
                .expect("the command ends");
            let messages = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(status), "{messages}");
            assert!(
                !messages.contains("panicked") && !messages.contains("can't write"),
                "{messages}"
            );
        }
    }
    for arguments in [
        &["rules"][..],
        &["documents"],
        &["--help"],
        &["check", "none.json"],
        &["chek"],
    ] {
        let mut command = ctslint(arguments);
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        command.stdout(writer.try_clone().expect("a pipe")).stderr(writer);
        let status = command.status().expect("the command ends").code();
        assert!(matches!(status, Some(0 | 2)), "{arguments:?}: {status:?}");
    }
}

#[test]
fn a_reader_that_leaves_early_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for index in 0..3000 {
        fs::write(
            folder.path().join(format!("{index:04}.json")),
            r#"{"tracker_type": "system"}"#,
        )
        .expect("a file");
    }
    let mut command = ctslint(&["check"]);
    command
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    let mut first = [0; 6];
    child
        .stdout
        .take()
        .expect("it is piped")
        .read_exact(&mut first)
        .expect("it speaks");
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(&first, b"error[");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
}

#[test]
fn bad_texts_are_findings() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bad.json");
    let name = path.to_str().expect("the path is text");
    let deep = "[".repeat(100_000);
    let closed = deep.clone() + &"]".repeat(100_000);
    let texts: &[(&str, &[u8])] = &[
        ("empty", b""),
        ("a NUL byte", b"{\"tracker_type\": \"sys\0tem\"}"),
        ("NUL bytes alone", &[0; 64]),
        ("bad UTF-8", b"{\"tracker_type\": \"\xff\xfe\xc3\"}"),
        ("half of UTF-16", b"\xff\xfe{\0\"\0a"),
        ("a large number", b"{\"tracker_type\": 1e400}"),
        ("a lone surrogate", br#"{"tracker_type": "\ud800"}"#),
        ("escape sequences", b"{\"tracker_type\": \"\x1b]0;title\x07\"}"),
        ("deep nesting", deep.as_bytes()),
        ("deep nesting, closed", closed.as_bytes()),
    ];
    for (what, text) in texts {
        fs::write(&path, text).expect("it can be written");
        for format in ["human", "concise", "json", "jsonl"] {
            let run = check(&["--format", format, name]);
            assert_eq!(run.status, 1, "{what}: {}", run.stderr);
            assert!(!run.stderr.contains("panicked"), "{what}: {}", run.stderr);
            let control = run.stdout.chars().find(|&c| c.is_control() && c != '\n');
            assert_eq!(control, None, "{what} as {format}");
        }
    }
}

#[test]
fn large_files_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.json");
    // Nothing but zeros, and nearly nothing of it on the disk.
    fs::File::create(&path)
        .and_then(|file| file.set_len(20 << 20))
        .expect("a sparse file");
    let name = path.to_str().expect("the path is text");
    let run = check(&[name]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.len() < 10_000_000, "{} bytes of output", run.stdout.len());
    // One line of 20 MB, with a mistake at each end.
    let text = format!(r#"{{"a":1,"tracker_type":"{}","b":1}}"#, "x".repeat(20 << 20));
    fs::write(&path, text).expect("it can be written");
    let run = check(&[name]);
    assert_eq!(run.status, 1);
    let longest = run.stdout.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(400), "a line of {longest:?} characters");
}
