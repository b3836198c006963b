//! `check --diff` as those read it who are to apply it: `git apply` and `patch`, for every name and every line end.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::hostile::{Random, names};
use crate::{Run, ctslint};

/// A body with something to fix at the start, in the middle or at the end, whose lines end as it comes.
fn body(random: &mut Random) -> String {
    let mut parts = vec![
        "{",
        random.pick(&["'tracker_type': 'system',", "\"tracker_type\": \"system\","]),
        random.pick(&["\"tracker_name\": \"system\",", "tracker_name: \"system\","]),
    ];
    let blank = random.pick(&["", "  ", "\t"]);
    parts.extend((0..random.below(12)).map(|_| blank));
    parts.push(random.pick(&[
        "\"obs_info\": {\"file_prefix_name\": 'a\u{202e}\u{1}ü'},",
        "\"obs_info\": {},",
    ]));
    parts.extend((0..random.below(12)).map(|_| blank));
    parts.push(random.pick(&["\"is_lts_enabled\": true", "\"is_lts_enabled\": True,"]));
    let ends = random.pick::<[&str]>(&[
        &["\n"],
        &["\r\n"],
        &["\r"],
        &[""],
        &["\n", "\r\n", "\r", "\n\n", "\n\r"],
    ]);
    let mut text: String = parts
        .into_iter()
        .map(|part| part.to_owned() + random.pick(ends))
        .collect();
    text.push('}');
    text.push_str(random.pick(&["", "\n", "\r\n", "\r", "\n\n"]));
    text
}

/// The files below a folder, with their contents.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            found.extend(contents(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).expect("it can be read"));
        }
    }
    found
}

/// Writes these files below a folder.
fn write(folder: &Path, files: &[(OsString, String)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }
}

fn relative(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let strip = |(path, text): (PathBuf, Vec<u8>)| (path.strip_prefix(folder).expect("it is below").to_owned(), text);
    contents(folder).into_iter().map(strip).collect()
}

/// Runs a program in a folder with this on its standard input.
#[track_caller]
fn apply(program: &[&str], folder: &Path, patch: &[u8]) {
    let mut command = Command::new(program[0]);
    command
        .args(&program[1..])
        .current_dir(folder)
        .env("GIT_CEILING_DIRECTORIES", folder.parent().expect("it has one"));
    let run = Run::with_stdin(command, patch);
    assert_eq!(run.status, 0, "{program:?}: {}{}", run.stdout, run.stderr);
}

/// Asserts that the patch, applied by a program, makes of the files what `--fix` makes of them.
#[track_caller]
fn agrees(files: &[(OsString, String)], programs: &[&[&str]]) {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    write(&at("fixed"), files);
    let mut command = ctslint(&["check", "--diff", "--quiet"]);
    command.current_dir(at("fixed")).stderr(Stdio::null());
    let diff = command.output().expect("the command starts");
    assert_eq!(diff.status.code(), Some(1));
    let mut command = ctslint(&["check", "--fix", "--quiet"]);
    command.current_dir(at("fixed"));
    assert!(command.output().expect("the command starts").status.code() < Some(2));
    let expected = relative(&at("fixed"));
    for (index, program) in programs.iter().enumerate() {
        let copy = at(&index.to_string());
        write(&copy, files);
        apply(program, &copy, &diff.stdout);
        for (path, text) in relative(&copy) {
            let text = String::from_utf8_lossy(&text);
            assert_eq!(
                text,
                String::from_utf8_lossy(&expected[&path]),
                "{program:?}: {}",
                path.display()
            );
        }
    }
}

const GIT: &[&str] = &["git", "apply", "--whitespace=nowarn"];
const PATCH: &[&str] = &["patch", "-p1", "--no-backup-if-mismatch", "--fuzz=0", "--quiet"];

#[test]
fn every_line_end_is_kept() {
    let mut random = Random::new(1);
    let files: Vec<_> = (0..400)
        .map(|index| (format!("{index}.json").into(), body(&mut random)))
        .collect();
    agrees(&files, &[GIT, PATCH]);
}

#[test]
fn every_name_is_quoted() {
    let mut random = Random::new(2);
    let mut files: Vec<(OsString, String)> = names(&mut random, 300)
        .into_iter()
        .map(|name| (name, body(&mut random)))
        .collect();
    // Those are left alone where nothing is to be fixed.
    files.retain(|(name, _)| name.as_encoded_bytes().ends_with(b".json"));
    agrees(&files, &[GIT, PATCH]);
}

#[test]
fn a_terminal_is_not_disturbed() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("a.json"),
        "{'tracker_type': 'sys\x1b[31m\u{9b}\u{202e}tem', \"is_lts_enabled\": true}\r\n",
    )
    .expect("written");
    // `script` runs the command on a terminal of its own.
    let mut command = Command::new("script");
    let line = format!("'{}' check --diff a.json", env!("CARGO_BIN_EXE_ctslint"));
    command
        .args(["-qec", &line, "/dev/null"])
        .current_dir(folder.path())
        .stdin(Stdio::null());
    let shown = Run::of(command).stdout;
    assert!(shown.contains("+++ b/a.json"), "{shown}");
    let plain = |c: char| !c.is_control() || matches!(c, '\r' | '\n');
    let diff: Vec<&str> = shown.lines().filter(|line| line.starts_with(['+', '-'])).collect();
    assert!(
        diff.iter().any(|line| line.contains("␛[31m<U+009B><U+202E>")),
        "{shown}"
    );
    assert!(diff.iter().all(|line| line.chars().all(plain)), "{shown:?}");
}
