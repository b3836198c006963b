//! Settings that nobody wrote by hand: the command neither hangs nor crashes.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::{CLEAN, Folder, Run};

/// Far more than any of these takes, also without optimisation and beside other tests.
const PATIENCE: Duration = Duration::from_secs(60);

#[track_caller]
fn check(name: &str, toml: &str) -> Run {
    let folder = Folder::new(&[(name, toml), ("a.json", CLEAN), ("sub/deep/b.json", CLEAN)]);
    let since = Instant::now();
    let run = folder.run(&["check"]);
    assert!(since.elapsed() < PATIENCE, "it took {:?}", since.elapsed());
    assert!(matches!(run.status, 0..=2), "{}", run.status);
    run
}

fn repeated(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |text, index| text + &line(index))
}

#[test]
fn too_large() {
    let large = "# a comment\n".repeat(10 << 20 >> 3);
    check("ctslint.toml", &large).fails("can't read `ctslint.toml`: it is larger than 1 MiB");
    let huge = "# a comment\n".repeat(3 << 20);
    check("ctslint-ignore.toml", &huge).fails("can't read `ctslint-ignore.toml`: it is larger than 32 MiB");
}

#[test]
fn ten_thousand_globs() {
    for glob in [
        |index| format!("\"vendor/{index}/**\", "),
        |index| format!("\"**/{index}-*.json\", "),
        |index| format!("\"a{index}*b?/**/{{c,d}}/[e-g]*.json\", "),
    ] {
        let toml = format!("files.exclude = [{}]\n", repeated(10_000, glob));
        let run = check("ctslint.toml", &toml);
        if run.status == 2 {
            assert!(
                run.stderr.contains("these globs are too large together"),
                "{}",
                run.stderr
            );
        }
    }
    let over = |index| format!("[[override]]\nfiles = \"x{index}/**\"\nrules.wrong-type = \"off\"\n");
    assert_eq!(check("ctslint.toml", &repeated(10_000, over)).status, 0);
}

#[test]
fn globs_that_grow() {
    let deep = format!("files.exclude = ['{}']\n", "{a,".repeat(1000) + &"}".repeat(1000));
    assert_eq!(check("ctslint.toml", &deep).status, 2);
    let stars = format!("files.exclude = ['{}']\n", "*a".repeat(2000));
    let run = check("ctslint.toml", &stars);
    assert!(
        run.status == 0 || run.stderr.contains("too large together"),
        "{}",
        run.stderr
    );
}

#[test]
fn catastrophic_patterns() {
    let policy =
        |pattern: &str| format!("[[policy]]\nfield = \"tracker_name\"\npattern = '{pattern}'\nmessage = \"m\"\n");
    let body = CLEAN.replace(
        "\"tracker_name\": \"system\"",
        &format!("\"tracker_name\": \"{}\"", "a".repeat(100_000)),
    );
    let folder = Folder::new(&[("a.json", &body)]);
    for pattern in ["^(a+)+$", "^(a|a)*b$", "(.*a){12}", "(x+x+)+y"] {
        folder.write("ctslint.toml", &policy(pattern));
        let since = Instant::now();
        assert_eq!(folder.run(&["check"]).status, 1);
        assert!(since.elapsed() < PATIENCE, "{pattern}");
    }
    for pattern in ["(a{1000}){1000}", "((\\pL{100}){100}){100}"] {
        let run = check("ctslint.toml", &policy(pattern));
        assert!(run.stderr.contains("more than 4 MiB of memory"), "{}", run.stderr);
    }
    let nested = "(".repeat(1000) + &")".repeat(1000);
    assert_eq!(check("ctslint.toml", &policy(&nested)).status, 2);
    let run = check("ctslint.toml", &repeated(1000, |_| policy("a")));
    assert!(
        run.stderr.contains("`policy` takes 100 entries at most, this has 1000"),
        "{}",
        run.stderr
    );
    let most = repeated(20, |_| policy("^\\w{1,63}$"));
    assert_eq!(check("ctslint.toml", &most).status, 0);
}

#[test]
fn more_mistakes_than_anybody_reads() {
    let run = check("ctslint.toml", &repeated(50_000, |index| format!("a{index} = 1\n")));
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("ctslint: `ctslint.toml` has 50000 mistakes\n"));
    assert!(
        run.stderr.ends_with("\n\nand 49990 more\n"),
        "{}",
        run.stderr.lines().last().unwrap_or_default()
    );
}

#[test]
fn deep_nesting_and_long_names() {
    for toml in [
        format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("a = {}", "{b=".repeat(100_000)),
        format!("[{}]", vec!["a"; 100_000].join(".")),
        format!("{} = 1", "a".repeat(1_000_000)),
        format!("as = \"{}\"", "a".repeat(1_000_000)),
        "\0\0\0".to_owned(),
        "=".repeat(1_000_000),
    ] {
        let run = check("ctslint.toml", &toml);
        assert_eq!(run.status, 2);
        assert!(run.stderr.len() < 20_000, "{} bytes", run.stderr.len());
    }
}

#[test]
fn many_suppressions() {
    let mut toml = String::new();
    for index in 0..50_000 {
        let _ = writeln!(
            toml,
            "[[ignore]]\nfile = \"{index}.json\"\nrule = \"wrong-type\"\nreason = \"x\""
        );
    }
    let run = check("ctslint-ignore.toml", &toml);
    // None of the files is there.
    assert_eq!(run.last_line(), "2 files checked: 50000 warnings in 1 file.");
}
