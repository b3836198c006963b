//! Which files of a folder are checked.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::{Run, ctslint};

const GOOD: &str = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
const BAD: &str = r#"{"tracker_type": "system", "is_lts_enabled": true}"#;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder");
        fs::write(path, text).expect("it can be written");
    }
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = ctslint(&[&["check"], arguments].concat());
    command.current_dir(folder);
    Run::of(command)
}

/// The files that have findings, as they are printed.
fn found(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let run = check(folder, &[&["--format", "concise"], arguments].concat());
    let files = run
        .stdout
        .lines()
        .map(|line| line.split(':').next().unwrap_or_default().to_owned());
    files.collect()
}

#[test]
fn folders_are_walked_for_json() {
    let folder = folder(&[
        ("z.json", BAD),
        ("b/c.json", BAD),
        ("b/a.jsonc", BAD),
        ("b/d.txt", BAD),
        ("a.json", BAD),
        (".hidden.json", BAD),
        (".hidden/a.json", BAD),
    ]);
    assert_eq!(found(folder.path(), &[]), ["a.json", "b/a.jsonc", "b/c.json", "z.json"]);
    assert_eq!(
        found(folder.path(), &["."]),
        ["a.json", "b/a.jsonc", "b/c.json", "z.json"]
    );
    assert_eq!(found(folder.path(), &["./b"]), ["./b/a.jsonc", "./b/c.json"]);
    assert_eq!(found(folder.path(), &["b/"]), ["b/a.jsonc", "b/c.json"]);
    // What is named is checked, whatever it is called, and once.
    assert_eq!(
        found(folder.path(), &["z.json", "b/d.txt", "z.json"]),
        ["b/d.txt", "z.json"]
    );
    assert_eq!(
        found(folder.path(), &["z.json", "."]),
        ["a.json", "b/a.jsonc", "b/c.json", "z.json"]
    );
    assert_eq!(found(folder.path(), &[".hidden"]), [".hidden/a.json"]);
}

#[test]
fn ignore_files_are_respected() {
    let files = [
        ("a.json", BAD),
        ("build/b.json", BAD),
        ("c.json", BAD),
        (".ignore", "build/\n"),
        (".gitignore", "c.json\n"),
    ];
    // Outside of a repository .gitignore says nothing.
    let outside = folder(&files);
    assert_eq!(found(outside.path(), &[]), ["a.json", "c.json"]);
    let inside = folder(&files);
    fs::create_dir(inside.path().join(".git")).expect("a folder");
    assert_eq!(found(inside.path(), &[]), ["a.json"]);
    assert_eq!(found(inside.path(), &["c.json"]), ["c.json"]);
}

#[test]
fn files_that_are_no_cts_document_are_skipped_and_counted() {
    let folder = folder(&[
        ("good.json", GOOD),
        ("package.json", r#"{"name": "x"}"#),
        ("empty.json", ""),
        ("broken.json", "<html>"),
        ("list.json", "[1, 2]"),
    ]);
    let run = check(folder.path(), &[]).ends(0);
    assert_eq!(
        run.stdout,
        "1 file checked as v3-create-request, 4 skipped: all clean.\n"
    );
    let run = check(folder.path(), &["--format", "json"]).ends(0);
    assert_eq!(run.json()["summary"]["skipped"], 4);
    // One that is named is not passed over.
    let run = check(folder.path(), &["package.json", "."]).ends(1);
    assert_eq!(run.last_line(), "2 files checked, 3 skipped: 1 error in 1 file.");
    // A document that is named for a folder is that of its trackers.
    let run = check(folder.path(), &["--as", "v3"]).ends(0);
    assert!(
        run.last_line()
            .starts_with("1 file checked as v3-create-request, 4 skipped"),
        "{}",
        run.stdout
    );
    // A file that is named with it is one in any case.
    let run = check(folder.path(), &["--as", "v3", "package.json", "."]).ends(1);
    assert!(run.last_line().starts_with("2 files checked"), "{}", run.stdout);
}

/// Nothing of others is changed, whatever is asked for and whatever is beside it.
#[test]
fn files_of_others_are_left_alone() {
    let foreign = [
        (
            "i18n.json",
            r#"{"en": {"hello": "Hello"}, "lt": {"hello": "Labas"}, "lv": {"hello": "Sveiki"}}"#,
        ),
        (
            "trigger.json",
            r#"{"trigger_type":"TIMER","trigger_name":"t","user_event":"x"}"#,
        ),
        ("package.json", r#"{"name": "x", "bucket_name": "y",}"#),
        ("Cargo.toml", "[workspace]\nmembers = [\"a\"]\n"),
        ("notes.md", "# {'tracker_type': 'x'}\n"),
    ];
    let folder = folder(&foreign);
    fs::write(folder.path().join("body.json"), "{\"tracker_type\": 'system'}").expect("a file");
    for arguments in [
        &["--fix", "."][..],
        &["--unsafe-fixes", "."],
        &["--as", "v3", "--fix", "."],
        &["--fix", "Cargo.toml", "notes.md", "package.json"],
        &["--unsafe-fixes", "Cargo.toml", "notes.md"],
    ] {
        check(folder.path(), arguments);
        for (name, text) in foreign {
            assert_eq!(
                fs::read_to_string(folder.path().join(name)).expect("a file"),
                text,
                "{arguments:?}"
            );
        }
    }
    let body = fs::read_to_string(folder.path().join("body.json")).expect("a file");
    assert_eq!(body, r#"{"tracker_type": "system", "tracker_name": "system"}"#);
}

/// A name that says what a file is counts like an argument that names it.
#[test]
fn a_file_that_is_called_a_trackers_is_never_skipped() {
    let folder = folder(&[("a.cts.json", "{}"), ("b.json", "{}")]);
    for arguments in [
        &["."][..],
        &["--skip-unknown", "."],
        &["--skip-unknown", "a.cts.json", "b.json"],
    ] {
        let run = check(folder.path(), arguments).ends(1);
        assert_eq!(run.last_line(), "1 file checked, 1 skipped: 1 error.", "{arguments:?}");
    }
    let run = check(folder.path(), &["--as", "v1", "."]);
    assert!(run.stdout.contains("`bucket_name` is missing"), "{}", run.stdout);
}

#[test]
fn a_folder_whose_files_are_all_skipped_counts_as_checked() {
    let folder = folder(&[("package.json", r#"{"name": "x"}"#)]);
    let run = check(folder.path(), &[]).ends(0);
    assert!(
        run.stdout.starts_with("0 files checked, 1 skipped: no CTS document"),
        "{}",
        run.stdout
    );
}

#[test]
fn nothing_to_check_is_a_failure() {
    let folder = folder(&[("empty/readme.md", ""), ("a.json", GOOD)]);
    check(&folder.path().join("empty"), &[])
        .fails("no file that matches: the current folder holds no *.json, *.jsonc, *.http or *.rest");
    check(folder.path(), &["empty"]).fails("no file that matches: `empty` holds no *.json, *.jsonc, *.http or *.rest");
    check(folder.path(), &["empty", "a.json"]).ends(0);
}

#[test]
fn many_files_are_told_in_the_order_of_their_names() {
    let files: Vec<(String, &str)> = (0..500)
        .map(|index| (format!("{}/{index:03}.json", index % 7), BAD))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let folder = folder(&files);
    let found = found(folder.path(), &["--jobs", "4"]);
    assert_eq!(found.len(), 500);
    assert!(found.is_sorted());
    let run = check(folder.path(), &["--jobs", "4"]).ends(1);
    assert_eq!(
        run.last_line(),
        "500 files checked: 500 errors in 500 files. 500 can be fixed with --fix."
    );
}

#[cfg(unix)]
#[test]
fn loops_of_links_end() {
    use std::os::unix::fs::symlink;

    let folder = folder(&[("a/b.json", BAD)]);
    symlink("..", folder.path().join("a/up")).expect("a link");
    symlink("self", folder.path().join("self")).expect("a link");
    assert_eq!(found(folder.path(), &[]), ["a/b.json"]);
    // A link that is named is followed.
    symlink("a", folder.path().join("link")).expect("a link");
    assert_eq!(found(folder.path(), &["link"]), ["link/b.json"]);
    check(folder.path(), &["self"]).fails("can't read `self`: too many levels of symbolic links");
}

/// A file that comes near a tracker's is passed over with a word why, on standard error; one that does not, without.
#[test]
fn near_misses_are_told_where_they_are_skipped() {
    let near = r#"{"obs_info": {}, "region": "eu-de", "vpc": "main", "tags": {}}"#;
    let other = r#"{"is_lts_enabled": true, "a": 1, "b": 2}"#;
    let folder = folder(&[
        ("a.json", near),
        ("b.json", GOOD),
        ("c/d.json", other),
        ("trace.json", r#"{"obs_info": {}, "a": 1, "b": 2, "trace_id": "1"}"#),
        ("package.json", r#"{"name": "x", "version": "1.0.0"}"#),
        ("common.json", r#"{"bucket_name": "assets", "region": "eu-de"}"#),
    ]);
    let told = "ctslint: a.json: skipped: it has `obs_info`, but 3 of its 4 names are in no tracker document; name the document with --as \
                to check it\n\
                ctslint: c/d.json: skipped: it has `is_lts_enabled`, but 2 of its 3 names are in no tracker document; name the document \
                with --as to check it\n";
    let run = check(folder.path(), &[]);
    assert_eq!((run.status, &*run.stderr), (0, told));
    assert!(
        run.stdout.starts_with("1 file checked as v3-create-request, 5 skipped"),
        "{}",
        run.stdout
    );
    let named = ["--skip-unknown", "a.json", "b.json", "c/d.json", "common.json"];
    assert_eq!(check(folder.path(), &named).stderr, told);
    assert_eq!(check(folder.path(), &["--format", "json"]).stderr, told);
    assert_eq!(check(folder.path(), &["--quiet"]).ends(0).stderr, "");
    // As it says.
    let run = check(folder.path(), &["--as", "v3", "--format", "json"]).ends(1);
    assert_eq!((run.json()["summary"]["files"].as_u64(), &*run.stderr), (Some(3), ""));
    // A named file says it itself.
    let run = check(folder.path(), &["a.json"]).ends(1);
    assert!(
        run.stdout.contains("note: it has `obs_info`, but 3 of its 4 names"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stderr, "");
}

/// Wrappers are passed over in folders; a named one says where the body stands, and how to check it.
#[test]
fn wrappers_are_skipped_unless_they_are_named() {
    let wrapped = format!("{{\"items\": [{{\"body\": {BAD}}}]}}");
    let folder = folder(&[("a b.json", &wrapped), ("string.json", &format!("{BAD:?}"))]);
    let run = check(folder.path(), &["."]).ends(0);
    assert_eq!(run.stderr, "");
    assert!(run.stdout.starts_with("0 files checked, 2 skipped"), "{}", run.stdout);
    let run = check(folder.path(), &["a b.json"]).ends(1);
    let help = "help: check that part alone: `jq -r '.items[0].body' 'a b.json' | ctslint check -`\n";
    assert!(
        run.stdout.contains("stands at `/items/0/body`, not at the top\n"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains(help), "{}", run.stdout);
    let run = check(folder.path(), &["string.json"]).ends(1);
    assert!(
        run.stdout.contains("`jq -r . string.json | ctslint check -`"),
        "{}",
        run.stdout
    );
}

/// Why a file was taken for its document is said once, with its first finding, and not where somebody named the document.
#[test]
fn the_document_is_explained_once() {
    let two = r#"{"tracker_type": "system", "tracker_name": 1, "is_lts_enabled": "yes"}"#;
    let folder = folder(&[("a.json", two), ("b.json", BAD), ("c.json", GOOD)]);
    let reason = " document: v3-create-request, because it has `tracker_type`\n";
    let run = check(folder.path(), &[]).ends(1);
    assert_eq!(run.stdout.matches(reason).count(), 2, "{}", run.stdout);
    let run = check(folder.path(), &["--as", "v3"]).ends(1);
    assert!(!run.stdout.contains(" document: "), "{}", run.stdout);
}

/// A file in another format is one finding where it is named.
#[test]
fn other_formats_are_one_finding_where_they_are_named() {
    let folder = folder(&[
        (
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\"]\n\n[profile.dev]\ndebug = 'full'\n",
        ),
        ("notes.md", "# Notes\n\n- `x`: {\"a\": 1,}\n\n```json\n{'a': 1}\n```\n"),
    ]);
    for file in ["Cargo.toml", "notes.md"] {
        let run = check(folder.path(), &["--format", "concise", file]);
        let line = format!("{file}:1:1: error[invalid-json] this text is not JSON\n");
        assert_eq!((run.status, run.stdout), (1, line));
    }
}

/// A file with several names is checked, counted and told once, by the name that comes first.
#[test]
fn a_file_is_one_file_whatever_it_is_called() {
    let folder = folder(&[("a.json", BAD), ("sub/b.json", BAD)]);
    let whole = folder.path().join("a.json");
    let whole = whole.to_str().expect("the path is text");
    for (arguments, names) in [
        (&["a.json", "./a.json", "."][..], ["a.json", "sub/b.json"]),
        (&["./a.json", "a.json", "."], ["./a.json", "sub/b.json"]),
        (&[".", "sub/../a.json"], ["sub/../a.json", "sub/b.json"]),
        (&["./sub", "sub", "a.json", whole], ["a.json", "./sub/b.json"]),
        (&[".", "sub", "sub/b.json"], ["a.json", "sub/b.json"]),
    ] {
        let mut found = found(folder.path(), arguments);
        found.sort_by_key(|name| name.contains("b.json"));
        assert_eq!(found, names, "{arguments:?}");
    }
    let run = check(folder.path(), &["--format", "json", "a.json", "./a.json", "."]).ends(1);
    assert_eq!(run.json()["summary"]["files"], 2);
    let run = check(folder.path(), &["--diff", "a.json", "./a.json", "."]);
    assert_eq!(run.stderr, "2 files checked: 2 fixes in 2 files.\n");
    assert_eq!(run.stdout.matches("+++ b/a.json").count(), 1, "{}", run.stdout);
    let run = check(folder.path(), &["--fix", "a.json", "./a.json", "."]).ends(0);
    assert!(
        run.last_line().starts_with("2 files checked: 2 fixed"),
        "{}",
        run.stdout
    );
}

#[cfg(unix)]
#[test]
fn links_are_further_names_of_a_file() {
    use std::os::unix::fs::symlink;

    let folder = folder(&[("a.json", BAD), ("b/c.json", BAD)]);
    symlink("a.json", folder.path().join("link.json")).expect("a link");
    symlink("b", folder.path().join("d")).expect("a link");
    fs::hard_link(folder.path().join("a.json"), folder.path().join("b/a.json")).expect("a link");
    assert_eq!(found(folder.path(), &[]), ["a.json", "b/c.json"]);
    assert_eq!(found(folder.path(), &["b", "a.json"]), ["a.json", "b/c.json"]);
    assert_eq!(
        found(folder.path(), &["link.json", "a.json", "."]),
        ["b/c.json", "link.json"]
    );
    assert_eq!(found(folder.path(), &["d", "b"]), ["d/a.json", "d/c.json"]);
    check(folder.path(), &["--output-file", "a.json", "link.json"])
        .fails("can't write `a.json`: it is one of the files to check");
}

/// What is no regular file is not waited for, nor read without end: not as a file to check, and not as one that says what is
/// left out.
#[cfg(target_os = "linux")]
#[test]
fn pipes_and_devices_in_a_folder_do_not_stop_the_run() {
    use std::os::unix::fs::symlink;

    let fifo = |path: &Path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo starts").success());
    };
    let folder = folder(&[("a.json", BAD), ("sub/b.json", BAD)]);
    fifo(&folder.path().join("pipe.json"));
    symlink("/dev/zero", folder.path().join("zero.json")).expect("a link");
    assert_eq!(found(folder.path(), &[]), ["a.json", "sub/b.json"]);

    fs::create_dir_all(folder.path().join(".git/info")).expect("a folder");
    for name in [".ignore", ".gitignore", ".git/info/exclude"] {
        let path = folder.path().join(name);
        for endless in [true, false] {
            match endless {
                true => symlink("/dev/zero", &path).expect("a link"),
                false => fifo(&path),
            }
            let run = check(folder.path(), &[]).fails(&format!("can't read `{name}`: it is no regular file"));
            assert_eq!(run.stdout, "");
            // It says what is left out below its folder too.
            let whole = folder.path().canonicalize().expect("it is there").join(name);
            check(folder.path(), &["sub"]).fails(&format!("can't read `{}`: it is no regular file", whole.display()));
            // What is named is not subject to it.
            assert_eq!(found(folder.path(), &["a.json"]), ["a.json"]);
            fs::remove_file(&path).expect("it is there");
        }
        fs::File::create(&path)
            .and_then(|file| file.set_len(1 << 30))
            .expect("a sparse file");
        check(folder.path(), &[]).fails(&format!("can't read `{name}`: it is larger than 16 MiB"));
        fs::remove_file(&path).expect("it is there");
    }
    fifo(&folder.path().join("sub/.gitignore"));
    let run = check(folder.path(), &[]).fails("can't read `sub/.gitignore`: it is no regular file");
    assert!(
        run.last_line()
            .starts_with("1 file checked as v3-create-request, 1 could not be read"),
        "{}",
        run.stdout
    );
}
