//! `check --fix`, `--unsafe-fixes` and `--diff`: what is written, what is said, and what stays as it was.

use std::fs;
use std::path::PathBuf;

use snapbox::{Data, assert_data_eq};
use tempfile::TempDir;

use crate::{Run, ctslint};

/// A folder with this file in it.
fn file(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("it can be written");
    (folder, path)
}

/// `ctslint` with these arguments, in this folder.
fn run(folder: &TempDir, arguments: &[&str]) -> Run {
    let mut command = ctslint(arguments);
    command.current_dir(folder.path());
    Run::of(command)
}

fn snapshot(text: &str, file: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cli/snapshots")
        .join(file);
    assert_data_eq!(text, Data::read_from(&file, None).raw());
}

/// The published example, laid out as it is published: with blanks at the ends of lines and one step of indentation.
const PUBLISHED: &str = "{\n \"bucket_name\": \"example-audit\", \n \"is_support_trace_files_encryption\": true, \n \"kms_id\": \
    \"13a4207c-7abe-4b68-8510-16b84c3b5504\",\n \"is_obs_created\": true,\n \"file_prefix_name\": \"some_folder\",  \n \"lts\": \
    {\n  \"is_lts_enabled\": true,\n  \"log_group_name\": 'CTS\",\n  \"log_topic_name\": 'system-trace'\n }, \n  \
    \"log_file_validate\": {\n \"is_support_validate\": true\n }\n}\n";

#[test]
fn the_published_example_becomes_valid_and_stays_as_it_is_otherwise() {
    let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
    let fixed = run(&folder, &["check", "--fix", "tracker.json"]).ends(0);
    assert_eq!(
        fixed.last_line(),
        "1 file checked as v1-create-request: 2 fixed; 1 info remains."
    );
    let expected = PUBLISHED
        .replace("'CTS\"", "\"CTS\"")
        .replace("'system-trace'", "\"system-trace\"");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), expected);
    assert_eq!(
        run(&folder, &["check", "--fix", "tracker.json"]).ends(0).last_line(),
        "1 file checked as v1-create-request: 1 info."
    );
}

#[test]
fn line_ends_and_indentation_stay() {
    let before = "\u{feff}{\r\n\t'tracker_type' : \"System\",\r\n\t\"is_lts_enabled\" : \"true\"\r\n}";
    let (folder, path) = file("tracker.json", before.as_bytes());
    run(&folder, &["check", "--fix", "tracker.json"]).ends(0);
    assert_eq!(
        fs::read_to_string(&path).expect("it is there"),
        "{\r\n\t\"tracker_type\" : \"system\",\r\n\t\"is_lts_enabled\" : true,\r\n\t\"tracker_name\" : \"system\"\r\n}"
    );
}

const UNSAFE: &str =
    r#"{"tracker_type": "system", "tracker_nmae": "mine", "id": "1", "obs_info": {"bucket_name": "My_Bucket"}}"#;

#[test]
fn fixes_that_may_change_the_meaning_are_offered_and_applied_only_when_asked_for() {
    let (folder, path) = file("tracker.json", UNSAFE.as_bytes());
    let fixed = run(&folder, &["check", "--fix", "tracker.json"]).ends(1);
    snapshot(&fixed.stdout, "fixed-safely.txt");
    assert_eq!(
        fs::read_to_string(&path).expect("it is there"),
        UNSAFE.replace("nmae", "name")
    );
    let fixed = run(&folder, &["check", "--fix", "--unsafe-fixes", "tracker.json"]).ends(0);
    assert_eq!(
        fixed.stdout,
        "1 file checked as v3-create-request: 3 fixed, nothing remains.\n"
    );
    assert_eq!(
        fs::read_to_string(&path).expect("it is there"),
        r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "my-bucket"}}"#
    );
}

#[test]
fn a_diff_shows_what_would_change_and_writes_nothing() {
    let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
    let diff = run(&folder, &["check", "--diff", "."]);
    assert_eq!((diff.status, diff.stderr.as_str()), (1, "1 file checked: 2 fixes.\n"));
    snapshot(&diff.stdout, "diff.txt");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
    fs::write(&path, UNSAFE.replace("nmae", "name")).expect("it can be written");
    let diff = run(&folder, &["check", "--diff", "tracker.json"]);
    let line = "1 file checked: nothing to fix. 3 can be fixed with --unsafe-fixes.\n";
    assert_eq!((diff.status, diff.stdout.as_str(), diff.stderr.as_str()), (0, "", line));
    assert_eq!(
        run(&folder, &["check", "--diff", "--unsafe-fixes", "tracker.json"]).status,
        1
    );
}

#[test]
fn standard_input_is_fixed_to_standard_output() {
    let fixed = Run::with_stdin(
        ctslint(&["check", "--fix", "-"]),
        b"{tracker_type: 'system', is_lts_enabled: True}",
    );
    assert_eq!(
        (fixed.status, fixed.stdout.as_str(), fixed.stderr.as_str()),
        (
            0,
            r#"{"tracker_type": "system", "is_lts_enabled": true, "tracker_name": "system"}"#,
            "1 file checked as v3-create-request: 5 fixed, nothing remains.\n"
        )
    );
    // What can't be fixed is passed on as it is.
    for text in [
        &b"{\"tracker_type\": \"data\"}"[..],
        b"\xff\xfe{\x00}\x00",
        b"{'a': 1, \"b\": \"\xff\"}",
        b"",
        b"not JSON",
    ] {
        let mut command = ctslint(&["check", "--fix", "--quiet", "--skip-unknown", "-"]);
        command
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        std::io::Write::write_all(&mut child.stdin.take().expect("it is piped"), text).expect("it is read");
        assert_eq!(child.wait_with_output().expect("the command ends").stdout, text);
    }
}

/// However many findings there are: at most 10,000 are listed, all are counted, and one run fixes all.
#[test]
fn one_run_fixes_any_number_of_findings() {
    // Strings in other quotes, and requests with one mistake each.
    let words = |count| format!(r#"{{"tracker_type": "system", "x": [{}0]}}"#, "'a',".repeat(count));
    let request = "### one\nPOST https://cts.eu-de.otc.t-systems.com/v3/{{project_id}}/tracker\n\n\
        {\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"is_lts_enabled\": \"true\"}\n\n";
    for (name, text, count) in [
        ("words.json", words(165_001), 165_001),
        ("many.http", request.repeat(30_000), 30_000),
    ] {
        let (folder, path) = file(name, text.as_bytes());
        let report = run(&folder, &["check", "--format", "json", name]).json();
        let errors = report["summary"]["errors"].as_u64().expect("a number") as usize;
        assert!((count..count + 10).contains(&errors), "{name}: {errors} of {count}");
        let listed = report["files"][0]["findings"].as_array().expect("a list").len();
        assert!((10_000..10_010).contains(&listed), "{name}: {listed}");
        let fixed = run(&folder, &["check", "--fix", "--format", "json", name]).json();
        let fixes = fixed["summary"]["fixed"].as_u64().expect("a number") as usize;
        assert!((count..count + 10).contains(&fixes), "{name}: {fixes} of {count}");
        let after = fs::read_to_string(&path).expect("it is there");
        assert!(!after.contains('\'') && !after.contains("\"true\""), "{name}");
        let again = run(&folder, &["check", "--diff", name]);
        assert_eq!((again.status, again.stdout.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn files_that_are_no_cts_document_are_not_touched() {
    let (folder, path) = file("package.json", b"{'name': 'x',}");
    run(&folder, &["check", "--fix", "."]).ends(0);
    assert_eq!(fs::read(&path).expect("it is there"), b"{'name': 'x',}");
}

#[test]
fn the_json_report_counts_what_was_fixed() {
    let (folder, _path) = file("tracker.json", PUBLISHED.as_bytes());
    let report = run(&folder, &["check", "--fix", "--format", "json", "tracker.json"])
        .ends(0)
        .json();
    assert_eq!(report["summary"]["fixed"], 2);
    assert_eq!(report["summary"]["errors"], 0);
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn permissions_stay_and_links_are_followed() {
        let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it is ours");
        let link = folder.path().join("link.json");
        symlink("tracker.json", &link).expect("a link can be made");
        run(&folder, &["check", "--fix", "link.json"]).ends(0);
        assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
        assert_eq!(
            fs::metadata(&path).expect("it is there").permissions().mode() & 0o777,
            0o640
        );
        assert_ne!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 2);
    }

    /// What is beside the content of a file stays: extended attributes, and access control lists among them.
    #[cfg(target_os = "linux")]
    #[test]
    fn extended_attributes_and_access_control_lists_stay() {
        const ACL: &str = "system.posix_acl_access";
        // The owner may read and write, user 12345 and the group may read.
        let entries: [(u16, u16, u32); 5] = [
            (1, 6, u32::MAX),
            (2, 4, 12345),
            (4, 0, u32::MAX),
            (16, 4, u32::MAX),
            (32, 0, u32::MAX),
        ];
        let mut acl = 2_u32.to_le_bytes().to_vec();
        for (tag, permissions, id) in entries {
            acl.extend(tag.to_le_bytes());
            acl.extend(permissions.to_le_bytes());
            acl.extend(id.to_le_bytes());
        }
        let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
        if let Err(error) = xattr::set(&path, "user.comment", b"mine").and_then(|()| xattr::set(&path, ACL, &acl)) {
            assert_eq!(error.kind(), std::io::ErrorKind::Unsupported, "{error}");
            return;
        }
        let mode = |path: &PathBuf| fs::metadata(path).expect("it is there").permissions().mode() & 0o7777;
        assert_eq!(mode(&path), 0o640);
        run(&folder, &["check", "--fix", "tracker.json"]).ends(0);
        assert_ne!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        assert_eq!(
            xattr::get(&path, "user.comment").expect("it is there").as_deref(),
            Some(&b"mine"[..])
        );
        assert_eq!(xattr::get(&path, ACL).expect("it is there"), Some(acl.clone()));
        assert_eq!(mode(&path), 0o640);

        // A list that new files of the folder get does not open a file that has none.
        xattr::set(folder.path(), "system.posix_acl_default", &acl).expect("the folder takes a list");
        xattr::remove(&path, ACL).expect("it is there");
        fs::write(&path, PUBLISHED).expect("it can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).expect("it is ours");
        run(&folder, &["check", "--fix", "tracker.json"]).ends(0);
        assert_ne!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        assert_eq!(
            (xattr::get(&path, ACL).expect("it can be read"), mode(&path)),
            (None, 0o660)
        );
    }

    #[test]
    fn a_file_with_another_name_is_left_alone() {
        let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
        fs::hard_link(&path, folder.path().join("other.json")).expect("a link can be made");
        let failed = run(&folder, &["check", "--fix", "."])
            .fails("can't write `other.json`: it has another name (a hard link), which would keep the old content");
        assert_eq!(failed.stdout, "0 files checked, 1 could not be written.\n");
        let metadata = fs::metadata(&path).expect("it is there");
        assert_eq!(metadata.nlink(), 2);
        assert_eq!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        // What has nothing to fix is only read.
        fs::write(&path, UNSAFE.replace("nmae", "name")).expect("it can be written");
        run(&folder, &["check", "--fix", "."]).ends(1);
    }

    /// A program that writes a file while it is checked does not lose what it wrote.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
        let slow = folder.path().join("slow.json");
        let made = std::process::Command::new("mkfifo").arg(&slow).status();
        assert!(made.expect("mkfifo starts").success());
        symlink("slow.json", folder.path().join("link.json")).expect("a link can be made");
        let mut command = ctslint(&["check", "--fix", "link.json"]);
        command
            .current_dir(folder.path())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped());
        let child = command.spawn().expect("the command starts");
        // It reads from the pipe; when it has read all, another file has the name.
        let mut writer = fs::OpenOptions::new().write(true).open(&slow).expect("it is read");
        fs::remove_file(&slow).expect("it is there");
        fs::write(&slow, "mine").expect("it can be written");
        std::io::Write::write_all(&mut writer, PUBLISHED.as_bytes()).expect("it is read");
        drop(writer);
        let failed = Run::from(child.wait_with_output().expect("the command ends"));
        failed.fails("can't write `link.json`: it has changed since it was read");
        assert_eq!(fs::read_to_string(&slow).expect("it is there"), "mine");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 3);
    }

    #[test]
    fn a_file_without_changes_is_not_written() {
        let (folder, path) = file("tracker.json", br#"{"tracker_type": "data"}"#);
        let before = fs::metadata(&path).expect("it is there");
        run(&folder, &["check", "--fix", "tracker.json"]).ends(1);
        let after = fs::metadata(&path).expect("it is there");
        assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
    }

    #[test]
    fn a_file_that_must_not_be_written_stays() {
        let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("it is ours");
        let failed =
            run(&folder, &["check", "--fix", "tracker.json"]).fails("can't write `tracker.json`: it is read-only");
        assert_eq!(failed.stdout, "0 files checked, 1 could not be written.\n");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }

    #[test]
    fn where_nothing_can_be_written_the_old_content_stays() {
        // Files of more than 0 blocks can't be written in this shell, as on a full disk.
        let (folder, path) = file("tracker.json", PUBLISHED.as_bytes());
        let mut command = std::process::Command::new("sh");
        let program = env!("CARGO_BIN_EXE_ctslint");
        command.args([
            "-c",
            &format!("trap '' XFSZ; ulimit -f 0; '{program}' check --fix tracker.json"),
        ]);
        command.current_dir(folder.path());
        let failed = Run::of(command);
        assert_eq!(failed.status, 2, "{}", failed.stderr);
        assert!(
            failed.stderr.starts_with("ctslint: can't write `tracker.json`: "),
            "{}",
            failed.stderr
        );
        assert_eq!(fs::read_to_string(&path).expect("it is there"), PUBLISHED);
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }
}
