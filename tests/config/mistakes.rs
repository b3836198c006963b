//! What is said of settings that can't be used: where, what, and what was meant. `SNAPSHOTS=overwrite cargo test` writes the
//! outputs anew.

use std::path::Path;

use snapbox::{Data, assert_data_eq};

use crate::{CLEAN, Folder};

#[track_caller]
fn assert_mistakes(name: &str, toml: &str, file: &str) {
    let folder = Folder::new(&[(name, toml), ("a.json", CLEAN)]);
    let run = folder.run(&["check"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/config/snapshots")
        .join(file);
    assert_data_eq!(run.stderr, Data::read_from(&path, None).raw());
}

const NAMES: &str = r#"fail_on = "error"
fail-on = "warnin"
packs = "conformanc"
rules = { short-retenton = "of", cts-lts-enable = 1 }
as = "v2"

[files]
exclude = ["vendor/{a", "./x", "/x", "x/", 1]
"#;

#[test]
fn names_and_types() {
    assert_mistakes("ctslint.toml", NAMES, "names.txt");
}

/// Mistakes are told in the language of the run; what a parser says of a glob stays as it is.
#[test]
fn mistakes_are_told_in_every_language() {
    for (language, said) in [
        (
            "de",
            [
                "Fehler: den Schlüssel `fail_on` gibt es nicht",
                "`warnin` ist keine Schwelle",
                "muss eine Zeichenkette sein, ist aber eine Zahl",
                "Hilfe: Pfade sind relativ zum Ordner dieser Datei",
            ],
        ),
        (
            "zh",
            [
                "错误: 没有键 `fail_on`",
                "`warnin` 不是阈值",
                "类型错误，期望：字符串，实际：数字",
                "帮助: 路径相对于此文件所在的文件夹",
            ],
        ),
    ] {
        let folder = Folder::new(&[("ctslint.toml", NAMES), ("a.json", CLEAN)]);
        let run = folder.run(&["check", "--lang", language]);
        assert_eq!(run.status, 2);
        for text in said {
            assert!(run.stderr.contains(text), "{text}: {}", run.stderr);
        }
    }
}

#[test]
fn overrides_and_policies() {
    let toml = r#"
[[override]]
files = "a"

[[override]]
pointers = ["/kms_id"]
as = "v1"

[[policy]]
field = "bucket_name"
pattern = '(\p{Greek}{1000}){1000}'
message = "x"

[[policy]]
field = "tracker_type"
document = "v1"
pattern = "x"
message = "x"
"#;
    assert_mistakes("ctslint.toml", toml, "meaning.txt");
}

#[test]
fn a_bad_pattern_is_pointed_into() {
    let toml = r#"
[[policy]]
field = "bucket_name"
pattern = "^acme-(dev|prod\\d[a-z0-9-]+$"
message = "x"

[[policy]]
field = "bucket_name"
pattern = '^acme-[z-a]+$'
message = "x"

[[policy]]
field = "bucket_nam"
pattern = '''
^\pX'''
colour = "red"
"#;
    assert_mistakes("ctslint.toml", toml, "pattern.txt");
}

#[test]
fn no_toml() {
    assert_mistakes("ctslint.toml", "[rules\nshort-retention = off\n", "no-toml.txt");
}

#[test]
fn suppressions() {
    let toml = r#"
[[ignore]]
file = "a.json"
rule = "invalid-json"
reason = "no"

[[ignore]]
file = "./a.json"
rule = "unknown-fields"
pointer = "kms_id"
value = "fnv1a:1"
reason = " "
expires = "2027-01-31"

[[ignore]]
file = "a.json"
rule = "unknown-field"
value = "fnv1a:5367a4f18e8fa71c"

[[ignores]]
"#;
    assert_mistakes("ctslint-ignore.toml", toml, "suppressions.txt");
    let meaning = r#"
[[ignore]]
file = "a.json"
rule = "expired-suppression"
reason = "no"

[[ignore]]
file = "a.json"
rule = "unknown-field"
value = "fnv1a:5367a4f18e8fa71c"
reason = "no pointer"
"#;
    assert_mistakes("ctslint-ignore.toml", meaning, "suppressions-meaning.txt");
}

#[test]
fn every_command_that_reads_settings_fails_alike() {
    let folder = Folder::new(&[("ctslint.toml", "x = 1"), ("a.json", CLEAN)]);
    for command in [
        &["check"][..],
        &["check", "a.json"],
        &["baseline"],
        &["config"],
        &["config", "a.json"],
    ] {
        let run = folder.run(command);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{command:?}");
        assert!(
            run.stderr
                .starts_with("ctslint: `ctslint.toml` has a mistake\n\nerror: "),
            "{}",
            run.stderr
        );
    }
    folder.run(&["check", "--isolated"]).ends(0);
}

#[test]
fn a_file_that_is_no_text_and_one_from_another_editor() {
    let folder = Folder::new(&[("a.json", CLEAN), ("ctslint.toml", "\u{feff}fail-on = \"error\"\r\n")]);
    folder.run(&["check"]).ends(0);
    std::fs::write(folder.path().join("ctslint.toml"), b"a = \"\xff\"").expect("written");
    folder
        .run(&["check"])
        .fails("can't read `ctslint.toml`: it is not UTF-8");
}

#[test]
fn entries_that_match_nothing() {
    let toml = r#"
[[ignore]]
file = "../x/t.json"
rule = "unknown-field"
reason = "out of the folder"

[[ignore]]
file = "a//b/./c.json"
rule = "unknown-field"
pointer = "/~2"
reason = "odd steps"

[[ignore]]
file = "a/../b.json"
rule = "unknown-field"
pointer = "/a~"
reason = "back again"
"#;
    assert_mistakes("ctslint-ignore.toml", toml, "match-nothing.txt");
    let toml = r#"
[files]
exclude = ["../vendor/**", "a/../b/*.json", "a/./b", "a//b"]

[[override]]
files = "../x.json"
pointers = ["/~2/x", '/\~']
rules.unknown-field = "off"
"#;
    assert_mistakes("ctslint.toml", toml, "globs-match-nothing.txt");
    let folder = Folder::new(&[
        ("a.json", CLEAN),
        ("ctslint.toml", "files.exclude = \"../vendor/**\"\n"),
    ]);
    let run = folder.run(&["check"]);
    assert!(
        run.stderr
            .contains("this leads out of the folder of the file, and matches nothing"),
        "{}",
        run.stderr
    );
    // One that is named can be for files beside its folder.
    folder.run(&["check", "--config", "ctslint.toml"]).ends(0);
}

#[test]
fn entries_that_stand_there_twice() {
    let entry = "[[ignore]]\nfile = \"a.json\"\nrule = \"unknown-field\"\npointer = \"/a\"\nreason = \"x\"\n\n";
    let other = entry.replace("\"/a\"", "\"/b\"");
    let again = entry.replace("reason = \"x\"", "reason = \"y\"\nexpires = 2999-01-01");
    assert_mistakes("ctslint-ignore.toml", &[entry, &other, &again].concat(), "twice.txt");
    let folder = Folder::new(&[("a.json", CLEAN), ("ctslint-ignore.toml", &[entry, &other].concat())]);
    assert_eq!(folder.run(&["check"]).status, 0);
}

/// What is said of something that is no file, and how to make it.
#[cfg(unix)]
type Maker = (&'static str, fn(&Path));

#[cfg(unix)]
#[test]
fn settings_that_are_no_file() {
    use std::os::unix::fs::symlink;

    for name in ["ctslint.toml", "ctslint-ignore.toml"] {
        let makers: [Maker; 5] = [
            ("a link that leads nowhere", |at| {
                symlink("nothing", at).expect("linked")
            }),
            ("a link that leads nowhere", |at| symlink(at, at).expect("linked")),
            ("a folder", |at| std::fs::create_dir(at).expect("made")),
            ("no regular file", |at| symlink("/dev/zero", at).expect("linked")),
            ("no regular file", |at| {
                let made = std::process::Command::new("mkfifo")
                    .arg(at)
                    .status()
                    .expect("mkfifo starts");
                assert!(made.success());
            }),
        ];
        for (what, make) in makers {
            let folder = Folder::new(&[("a.json", CLEAN), ("sub/b.json", CLEAN)]);
            make(&folder.path().join(name));
            for command in [&["check"][..], &["check", "sub/b.json"], &["baseline"], &["config"]] {
                let line =
                    format!("can't read `{name}`: it is {what}; remove it, or leave settings out with --isolated");
                folder.run(command).fails(&line);
            }
            folder.run(&["check", "--isolated"]).ends(0);
        }
    }
}
