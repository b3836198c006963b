//! The language of what is said: `--lang`, and for people the locale of the environment.

use std::path::PathBuf;

use snapbox::{Data, assert_data_eq};

use crate::{Run, check, ctslint};

const BODIES: &str = "größe 100%/all kinds, of findings.json";

/// `ctslint` with these arguments, in an environment with these variables instead of the locale of the tests.
fn located(variables: &[(&str, &str)], arguments: &[&str]) -> Run {
    let mut command = ctslint(arguments);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied());
    Run::of(command)
}

/// Who asks for nothing is spoken to in the language of their environment, and machines in English.
#[test]
fn people_are_spoken_to_in_the_language_of_their_environment() {
    let german = [("LANG", "de_DE.UTF-8")];
    let check = |variables: &[(&str, &str)], more: &[&str]| {
        let run = located(variables, &[&["check", "misspelt.json"], more].concat());
        run.stdout + &run.stderr
    };
    let (in_german, in_english) = ("unbekanntes Feld `tracker_nmae`", "unknown field `tracker_nmae`");
    for format in ["human", "concise"] {
        assert!(check(&german, &["--format", format]).contains(in_german));
        assert!(check(&[("LC_ALL", "C"), german[0]], &["--format", format]).contains(in_english));
        assert!(check(&german, &["--format", format, "--lang", "en"]).contains(in_english));
    }
    for format in ["json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"] {
        assert!(check(&german, &["--format", format]).contains(in_english), "{format}");
        assert!(
            check(&german, &["--format", format, "--lang", "de"]).contains(in_german),
            "{format}"
        );
    }
    let rules = check(&german, &["--format", "sarif", "--lang", "de"]);
    assert!(rules.contains("Die API lehnt einen solchen Body ab"), "{rules}");
    assert!(rules.contains("das Arbeitsverzeichnis des Laufs"), "{rules}");
    // Literals are code there.
    let tables = [
        (
            &[][..],
            "| severity | place | rule | what is wrong |",
            "| error | ",
            "unknown field <code>",
            "Files checked: 1,",
        ),
        (
            &["--lang", "de"],
            "| Schweregrad | Stelle | Regel | Befund |",
            "| Fehler | ",
            "unbekanntes Feld <code>",
            "Geprüfte Dateien: 1,",
        ),
    ];
    for (arguments, titles, severity, message, counts) in tables {
        let table = check(&german, &[&["--format", "markdown"], arguments].concat());
        for part in [titles, severity, message, counts] {
            assert!(table.contains(part), "{part}: {table}");
        }
    }
    let failed = located(&german, &["check", "nothing.json"]);
    failed.fails("`nothing.json` lässt sich nicht lesen: die Datei gibt es nicht");
}

/// A report for people and one for machines, of one run, have each their language.
#[cfg(unix)]
#[test]
fn reports_of_one_run_have_their_languages() {
    let folder = tempfile::tempdir().expect("there is room");
    let file = folder.path().join("report.json");
    let format = format!("json={}", file.display());
    let run = located(
        &[("LC_MESSAGES", "zh_CN.UTF-8")],
        &["check", "misspelt.json", "--format", "human", "--format", &format],
    );
    assert!(run.stdout.contains("未知字段 `tracker_nmae`"), "{}", run.stdout);
    let report = std::fs::read_to_string(file).expect("it was written");
    assert!(report.contains("unknown field `tracker_nmae`"), "{report}");
    assert!(report.contains("\"reason\": \"it has `tracker_type`\""), "{report}");
}

/// Schemas and lists for programs are in English unless a language is named.
#[test]
fn what_programs_read_is_in_a_language_that_is_named() {
    for (arguments, english, german) in [
        (&["schema", "v3"][..], "The type of the tracker", "Der Typ des Trackers"),
        (
            &["rules", "--format", "json"],
            "a required field is absent",
            "ein erforderliches Feld fehlt",
        ),
        (
            &["documents", "--format", "json"],
            "the body of POST",
            "der Body von POST",
        ),
        (
            &["explain", "CTS.0231", "--format", "json"],
            "the bucket name is invalid",
            "der Bucket-Name ist ungültig",
        ),
        (
            &["config", "--format", "json"],
            "told from the content",
            "am Inhalt erkannt",
        ),
        (
            &["translate", "info.json", "--format", "json"],
            "is added",
            "kommt hinzu",
        ),
        (
            &["compare", "good.json", "info.json", "--format", "json"],
            "must be an answer",
            "muss eine Antwort",
        ),
    ] {
        let in_german = located(&[("LANG", "de_DE.UTF-8")], arguments);
        assert!(
            in_german.stdout.contains(english),
            "{arguments:?}: {}",
            in_german.stdout
        );
        let named = located(&[], &[arguments, &["--lang", "de"]].concat());
        assert!(named.stdout.contains(german), "{arguments:?}: {}", named.stdout);
    }
}

/// A mistyped language is refused as other names are.
#[test]
fn there_are_three_languages() {
    let run = check(&["--lang", "fr", "misspelt.json"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("[possible values: en, de, zh]"), "{}", run.stderr);
}

/// What stands in a line outside of literals, quotations, and names in brackets.
fn words(line: &str) -> String {
    let mut kept = String::new();
    let mut until = None;
    for c in line.chars() {
        match (until, c) {
            (Some(end), c) if c == end => until = None,
            (Some(_), _) => {}
            (None, '`' | '"') => until = Some(c),
            (None, '(') => until = Some(')'),
            (None, '（') => until = Some('）'),
            (None, c) => kept.push(c),
        }
    }
    kept
}

/// Whoever reads German or Chinese meets no English sentence: in reports, lists and failures.
#[test]
fn nothing_is_said_in_english() {
    let english = [
        "the", "is", "are", "of", "with", "must", "and", "not", "this", "that", "to", "for", "has", "can", "it",
    ];
    let runs: &[&[&str]] = &[
        &["check"],
        &["check", "--format", "concise"],
        &["check", "--statistics", "good.json"],
        &["check", "--diff", "misspelt.json"],
        &["check", "--as", "v3", "info.json", "misplaced.json"],
        &["check", "nothing.json"],
        &["check", "--stdin-filename", "a.json"],
        &["check", "../cli"],
        &["check", "--format", "github"],
        &["check", "--format", "junit"],
        &["translate", "published-v1.json"],
        &["translate", "encryption-without-key.json"],
        &["translate", "info.json"],
        &["translate", "good.json"],
        &["translate", "info.json", "good.json"],
        &["compare", "good.json", "info.json"],
        &["compare", "-", "-"],
        &["documents"],
        &["rules"],
        &["config", "good.json"],
        &["explain"],
        &["explain", "kms_id"],
        &["explain", "wrong-type"],
        &["explain", "v3"],
        &["explain", "CTS.0231"],
        &["explain", "404"],
        &["explain", "bucket_nam"],
        &["explain", "nothing"],
        &["man", "nothing"],
        &["baseline", "--prune"],
    ];
    for language in ["de", "zh"] {
        for arguments in runs {
            let run = Run::of(ctslint(&[arguments, &["--lang", language][..]].concat()));
            let said = (run.stdout + &run.stderr).replace("&quot;", "\"");
            assert!(!said.is_empty(), "{arguments:?}");
            // The lines of an excerpt are the file's, and the last column of a table and what stands behind `>` are the reference's.
            let is_quoted = |line: &str| line.contains('│') || line.starts_with("| ") || line.starts_with("> ");
            for line in said.lines().filter(|line| !is_quoted(line)) {
                let words = words(line);
                let foreign = words
                    .split(|c: char| !c.is_alphabetic() && !"-_".contains(c))
                    .find(|word| english.contains(word));
                assert_eq!(foreign, None, "{arguments:?}: {line}");
            }
        }
    }
}

/// The examples of a rule are run for the language, and the cases of which there are more are told of in it.
#[test]
fn rules_are_explained_in_a_language() {
    for (language, parts) in [
        (
            "de",
            [
                "\nFehler[unknown-field]: unbekanntes Feld `tracker_nmae`\n  bei 3:3-3:17 /tracker_nmae: ",
                "\n  Korrektur (sicher): in `tracker_name` umbenennen\n  Quelle: Creating a Tracker v3, Table 2\n",
                "\nNach den sicheren Korrekturen:\n\n```json\n",
            ],
        ),
        (
            "zh",
            [
                "\n错误[unknown-field]: 未知字段 `tracker_nmae`\n  位于 3:3-3:17 /tracker_nmae：",
                "\n  修复（安全）：重命名为 `tracker_name`\n  来源：Creating a Tracker v3, Table 2\n",
                "\n应用安全修复后：\n\n```json\n",
            ],
        ),
    ] {
        let run = Run::of(ctslint(&["explain", "unknown-field", "--lang", language])).ends(0);
        for part in parts {
            assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
        }
        let json = Run::of(ctslint(&[
            "explain",
            "unknown-field",
            "--lang",
            language,
            "--format",
            "json",
        ]));
        let short = json.ends(0).json()["short"].as_str().expect("a text").to_owned();
        assert!(run.stdout.starts_with(&short), "{}", run.stdout);
    }
}

/// A body with every kind of finding, as people read it.
#[test]
fn reports_for_people() {
    for language in ["de", "zh"] {
        let mut command = ctslint(&["check", "--lang", language, BODIES]);
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        command.current_dir(root.join("tests/formats"));
        let file = root.join(format!("tests/cli/snapshots/report.human.{language}.txt"));
        assert_data_eq!(Run::of(command).stdout, Data::read_from(&file, None).raw());
    }
}
