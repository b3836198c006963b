//! Accepting what is found now, and dropping what is no longer found.

use crate::{CLEAN, Folder, MISSPELT, ODD_KEY, ctslint};

#[test]
fn every_finding_is_accepted_and_the_next_run_adds_nothing() {
    let folder = Folder::new(&[("a.json", ODD_KEY), ("sub/b.json", MISSPELT), ("c.json", CLEAN)]);
    let run = folder.run(&["baseline"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (0, "3 entries added to `ctslint-ignore.toml`.\n")
    );
    let expected = r#"[[ignore]]
file = "a.json"
rule = "deprecated-api"
pointer = ""
reason = "baseline"

[[ignore]]
file = "a.json"
rule = "unusual-kms-id"
pointer = "/kms_id"
value = "fnv1a:89728989e0b2547b"
reason = "baseline"

[[ignore]]
file = "sub/b.json"
rule = "unknown-field"
pointer = "/tracker_nmae"
value = "fnv1a:af9b06b256aaeb7a"
reason = "baseline"
"#;
    assert_eq!(folder.read("ctslint-ignore.toml"), expected);
    folder.run(&["check", "--fail-on", "info"]).ends(0);
    let run = folder.run(&["baseline"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, "nothing to accept.\n"));
    assert_eq!(folder.read("ctslint-ignore.toml"), expected);
    assert_eq!(folder.run(&["baseline", "--prune"]).stderr, "nothing to drop.\n");
}

#[test]
fn entries_and_comments_stay() {
    let before = "# ours\n\n[[ignore]] # first\nfile = 'a.json'\nrule = 'unknown-field'\nreason = '''why'''\nexpires = 2999-01-01\n\n\
                  # second\n[[ignore]]\nfile = \"gone.json\"\nrule = \"unknown-field\"\nreason = \"x\"\n# the end\n";
    let folder = Folder::new(&[
        ("a.json", MISSPELT),
        ("b.json", MISSPELT),
        ("ctslint-ignore.toml", before),
    ]);
    folder.run(&["baseline", "--reason", "OPS-42"]);
    let after = folder.read("ctslint-ignore.toml");
    for line in before.lines() {
        assert!(after.lines().any(|other| other == line), "{line}: {after}");
    }
    assert!(
        after.contains("file = \"b.json\"") && after.contains("reason = \"OPS-42\""),
        "{after}"
    );
    let run = folder.run(&["baseline", "--prune"]);
    assert_eq!(run.stderr, "1 entry dropped from `ctslint-ignore.toml`.\n");
    let pruned = folder.read("ctslint-ignore.toml");
    assert!(!pruned.contains("gone.json"), "{pruned}");
    assert!(
        pruned.starts_with("# ours\n\n[[ignore]] # first\nfile = 'a.json'\n"),
        "{pruned}"
    );
}

#[test]
fn entries_in_a_list_stay_in_it() {
    let folder = Folder::new(&[
        ("a.json", MISSPELT),
        ("b.json", MISSPELT),
        (
            "ctslint-ignore.toml",
            "ignore = [\n  { file = \"a.json\", rule = \"unknown-field\", reason = \"x\" },\n]\n",
        ),
    ]);
    folder.run(&["baseline"]);
    folder.run(&["check"]).ends(0);
    folder.write("a.json", CLEAN);
    folder.run(&["baseline", "--prune"]);
    let after = folder.read("ctslint-ignore.toml");
    assert!(!after.contains("a.json") && after.contains("b.json"), "{after}");
    folder.write("ctslint-ignore.toml", "ignore = []\n");
    folder.run(&["baseline"]);
    assert_eq!(folder.findings(&[]), [""; 0]);
}

#[test]
fn the_file_is_the_nearest_or_beside_the_configuration_or_here() {
    let folder = Folder::new(&[("a/deep/x.json", MISSPELT)]);
    folder.run_in("a", &["baseline"]);
    assert!(folder.read("a/ctslint-ignore.toml").contains("file = \"deep/x.json\""));

    let folder = Folder::new(&[("ctslint.toml", ""), ("a/deep/x.json", MISSPELT)]);
    let run = folder.run_in("a/deep", &["baseline"]);
    assert_eq!(run.stderr, "1 entry added to `../../ctslint-ignore.toml`.\n");
    assert!(folder.read("ctslint-ignore.toml").contains("file = \"a/deep/x.json\""));

    // The current folder is not around the file, so the file's own is taken.
    let folder = Folder::new(&[("a/x.json", MISSPELT), ("b/y", "")]);
    folder.run_in("b", &["baseline", "../a"]);
    assert!(folder.read("a/ctslint-ignore.toml").contains("file = \"x.json\""));
    folder.run_in("b", &["check", "../a"]).ends(0);
}

#[test]
fn what_cant_be_suppressed_is_said() {
    let folder = Folder::new(&[(
        "a.json",
        "{\"tracker_type\": \"system\", \"tracker_name\": 'system', \"is_lts_enabled\": true}",
    )]);
    let run = folder.run(&["baseline"]);
    let expected = "nothing to accept.\n1 finding can't be suppressed; `ctslint check` shows what must be mended.\n";
    assert_eq!((run.status, run.stderr.as_str()), (0, expected));
    assert!(!folder.path().join("ctslint-ignore.toml").exists());
}

#[test]
fn pruning_drops_what_changed_and_what_expired_and_adds_nothing() {
    let folder = Folder::new(&[("a.json", MISSPELT), ("b.json", MISSPELT), ("c.json", ODD_KEY)]);
    folder.run(&["baseline"]);
    let expired = "\n[[ignore]]\nfile = \"b.json\"\nrule = \"wrong-type\"\nreason = \"x\"\nexpires = 2020-01-01\n";
    folder.write("ctslint-ignore.toml", &(folder.read("ctslint-ignore.toml") + expired));
    folder.write("a.json", CLEAN);
    folder.write("c.json", &ODD_KEY.replace("none", "nine"));
    let run = folder.run(&["baseline", "--prune"]);
    assert_eq!(run.stderr, "3 entries dropped from `ctslint-ignore.toml`.\n");
    assert_eq!(folder.findings(&[]), ["c.json warning[unusual-kms-id]"]);
}

#[test]
fn files_and_options_fail_as_they_do_for_check() {
    let folder = Folder::new(&[("x.txt", "")]);
    folder
        .run(&["baseline"])
        .fails("no file that matches: the current folder holds no *.json, *.jsonc, *.http or *.rest");
    let run = folder.run(&["baseline", "none.json"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .starts_with("ctslint: can't read `none.json`: no such file\n"),
        "{}",
        run.stderr
    );
    assert_eq!(folder.run(&["baseline", "--prune", "--reason", "x"]).status, 2);
    assert_eq!(folder.run(&["baseline", "--reason", ""]).status, 2);
}

#[cfg(unix)]
#[test]
fn the_file_keeps_its_permissions_and_a_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("a.json", MISSPELT), ("real/ignore.toml", "")]);
    let real = folder.path().join("real/ignore.toml");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).expect("set");
    symlink(&real, folder.path().join("ctslint-ignore.toml")).expect("linked");
    folder.run(&["baseline"]);
    assert!(folder.read("real/ignore.toml").contains("a.json"));
    let mode = std::fs::metadata(&real).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(folder.path().join("ctslint-ignore.toml").is_symlink());
}

#[test]
fn what_stands_in_the_file_stays_to_the_byte() {
    let entry = |file: &str| format!("[[ignore]]\nfile = \"{file}\"\nrule = \"unknown-field\"\nreason = \"x\"\n");
    let new = "[[ignore]]\nfile = \"b.json\"\nrule = \"unknown-field\"\npointer = \"/tracker_nmae\"\nvalue = \"fnv1a:af9b06b256aaeb7a\"\n\
               reason = \"baseline\"\n";
    for before in [
        "# a header alone".to_owned(),
        "# a header alone\n".to_owned(),
        "# a header\n\n\n# another\n".to_owned(),
        "\u{feff}# a header\n".to_owned(),
        format!(
            "# a header\n{}\n# between  \n\n{}  # behind\n# the end\n\n",
            entry("a.json"),
            entry("c.json")
        ),
        "# [[ignore]]\n".to_owned(),
    ] {
        for line_end in ["\n", "\r\n"] {
            let before = before.replace('\n', line_end);
            let clean = [("a.json", MISSPELT), ("b.json", MISSPELT), ("c.json", MISSPELT)];
            let folder = Folder::new(&clean);
            folder.write("ctslint-ignore.toml", &before);
            folder.run(&["baseline", "b.json"]);
            let after = folder.read("ctslint-ignore.toml");
            let added = after
                .strip_prefix(&before)
                .unwrap_or_else(|| panic!("{before:?} became {after:?}"));
            // A file without a line break does not tell which it wants.
            let line_end = if before.contains('\n') { line_end } else { "\n" };
            assert_eq!(added.trim_start(), new.replace('\n', line_end));
            assert!(!added.replace(line_end, "").contains(['\r', '\n']), "{added:?}");
            // What was added goes again, and nothing else.
            folder.write("b.json", CLEAN);
            folder.run(&["baseline", "--prune", "b.json"]);
            let pruned = folder.read("ctslint-ignore.toml");
            assert_eq!(pruned.trim_end(), before.trim_end());
        }
    }
}

#[test]
fn comments_stay_when_entries_go() {
    let entry = |file: &str| {
        format!(
            "[[ignore]] # {file}\nfile = \"{file}\"\n# within\nrule = \"unknown-field\" # r\nreason = \"x\" # last\n"
        )
    };
    let text = |middle: &str, last: &str| {
        format!(
            "# header\n{middle}# between\n\n{}\n# before the last\n{last}# the end\n",
            entry("b.json")
        )
    };
    for line_end in ["\n", "\r\n"] {
        let ends = |text: String| text.replace('\n', line_end);
        let folder = Folder::new(&[("a.json", CLEAN), ("b.json", MISSPELT), ("c.json", CLEAN)]);
        folder.write("ctslint-ignore.toml", &ends(text(&entry("a.json"), &entry("c.json"))));
        let run = folder.run(&["baseline", "--prune"]);
        assert_eq!(run.stderr, "2 entries dropped from `ctslint-ignore.toml`.\n");
        assert_eq!(folder.read("ctslint-ignore.toml"), ends(text("", "")));
    }
}

#[test]
fn a_list_keeps_its_comments_and_its_commas() {
    let item = |file: &str| format!("{{ file = \"{file}\", rule = \"unknown-field\", reason = \"x\" }}");
    let new = "{ file = \"b.json\", rule = \"unknown-field\", pointer = \"/tracker_nmae\", value = \"fnv1a:af9b06b256aaeb7a\", reason = \"baseline\" },";
    let (a, c) = (item("a.json"), item("c.json"));
    for (before, after) in [
        ("ignore = []\n".to_owned(), format!("ignore = [\n  {new}\n]\n")),
        (format!("ignore = [{a}]\n"), format!("ignore = [{a},\n  {new}\n]\n")),
        (
            format!("# h\nignore = [ # of\n  {c}, # c\n  # a, b\n  {a} # a\n  # the end\n] # done\n"),
            format!("# h\nignore = [ # of\n  {c}, # c\n  # a, b\n  {a}, # a\n  # the end\n  {new}\n] # done\n"),
        ),
    ] {
        let files = [
            ("a.json", MISSPELT),
            ("b.json", MISSPELT),
            ("c.json", MISSPELT),
            ("ctslint-ignore.toml", &before),
        ];
        let folder = Folder::new(&files);
        folder.run(&["baseline", "b.json"]);
        assert_eq!(folder.read("ctslint-ignore.toml"), after);
        folder.run(&["check", "b.json"]).ends(0);
        folder.write("b.json", CLEAN);
        folder.run(&["baseline", "--prune", "b.json"]);
        assert!(!folder.read("ctslint-ignore.toml").contains("b.json"));
        folder.run(&["config"]).ends(0);
    }
}

#[test]
fn many_at_once_lose_nothing() {
    let folder = Folder::new(&[]);
    for index in 0..8 {
        for file in 0..5 {
            folder.write(&format!("{index}/{file}.json"), MISSPELT);
        }
    }
    for round in 0..3 {
        folder.write("ctslint-ignore.toml", "# ours\n");
        let start = |index: usize| {
            let mut command = ctslint(&["baseline", "--reason", "r", &index.to_string()]);
            // In the last round all accept the same.
            if round == 2 {
                command = ctslint(&["baseline", "--reason", "r"]);
            }
            command.current_dir(folder.path()).stderr(std::process::Stdio::null());
            command.spawn().expect("the command starts")
        };
        let running: Vec<_> = (0..8).map(start).collect();
        for mut child in running {
            assert_eq!(child.wait().expect("it ends").code(), Some(0));
        }
        let text = folder.read("ctslint-ignore.toml");
        assert!(text.starts_with("# ours\n"));
        assert_eq!(text.matches("[[ignore]]").count(), 40);
        folder.run(&["check"]).ends(0);
    }
    for index in 0..8 {
        folder.write(&format!("{index}/0.json"), CLEAN);
    }
    let start = |index: usize| {
        let mut command = ctslint(&["baseline", "--prune", &index.to_string()]);
        command.current_dir(folder.path()).stderr(std::process::Stdio::null());
        command.spawn().expect("the command starts")
    };
    let running: Vec<_> = (0..8).map(start).collect();
    for mut child in running {
        assert_eq!(child.wait().expect("it ends").code(), Some(0));
    }
    assert_eq!(folder.read("ctslint-ignore.toml").matches("[[ignore]]").count(), 32);
    // Nothing is left of the locks.
    let entries = std::fs::read_dir(folder.path()).expect("listed").count();
    assert_eq!(entries, 9);
}

#[test]
fn names_are_written_so_that_they_are_read_again() {
    let name = "a \"b\" 'c' \\ \u{7f} ü\u{202e}\n\t.json";
    let folder = Folder::new(&[(name, MISSPELT)]);
    folder.run(&["baseline", "--reason", "line\nbreak \"x\" \u{1b}"]);
    folder.run(&["check"]).ends(0);
    assert_eq!(folder.run(&["baseline"]).stderr, "nothing to accept.\n");
}
