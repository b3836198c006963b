//! Hostile names and bodies in every report, before a reader of each format that knows nothing of ours: all are well-formed,
//! nothing is forged, and nothing that would disturb a terminal stands in them raw.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::ctslint;
use crate::formats::assert_valid;
use crate::hostile::{Random, names, text};

/// A body that names, values and faults of every kind are put into.
fn body(random: &mut Random) -> String {
    let key = serde_json::to_string(&text(random, 3)).expect("JSON");
    let value = serde_json::to_string(&text(random, 4)).expect("JSON");
    let (raw, other) = (text(random, 3), text(random, 3));
    match random.below(6) {
        0 => format!(r#"{{"tracker_type": "system", "tracker_name": {value}, {key}: 1, "is_lts_enabled": true}}"#),
        1 => format!(r#"{{"tracker_type": {value}, "obs_info": {{"bucket_name": {value}, {key}: {value}}}}}"#),
        2 => format!(r#"{{"bucket_name": {value}, "file_prefix_name": "{raw}", "lts": {{{key}: null, {key}: 2}}}}"#),
        3 => format!("{{'tracker_type': 'system', \"{raw}\": '{other}', is_lts_enabled: {raw}}}"),
        4 => format!(r#"{{"tracker_type": "system", "is_lts_enabled": "{raw}" // {other}"#),
        _ => format!(r#"{{"tracker_type": "system", "tracker_nmae": "system" {raw} }} {other}"#),
    }
}

/// A body with some of its bytes changed, doubled, left out or moved.
fn mutant(right: &[u8], random: &mut Random) -> Vec<u8> {
    let mut text = right.to_vec();
    for _ in 0..1 + random.below(6) {
        if text.is_empty() {
            break;
        }
        let at = random.below(text.len());
        match random.below(5) {
            0 => text[at] = random.next() as u8,
            1 => text.insert(
                at,
                random
                    .pick(&["\"", "'", ",", "{", "]", "\u{1b}", "\0", ":", "\\"])
                    .as_bytes()[0],
            ),
            2 => drop(text.drain(at..(at + random.below(9)).min(text.len() - 1).max(at))),
            3 => {
                let end = (at + random.below(30)).min(text.len());
                let part = text[at..end].to_vec();
                text.splice(at..at, part);
            }
            _ => {
                let other = random.below(text.len());
                text.swap(at, other);
            }
        }
    }
    text
}

/// A right body.
const RIGHT: &[u8] = br#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true, "obs_info": {"bucket_name": "audit-1",
  "file_prefix_name": "a_b", "is_obs_created": false, "bucket_lifecycle": 180, "compress_type": "gzip"}, "management_event_selector": {"exclude_service": ["KMS"]}}"#;

/// What no report may hold: it breaks lines, moves the cursor, turns the text around, can't be seen, or is no character.
fn is_raw(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e007f}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// What a reader needs of a finding.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Clone)]
struct Told {
    file: String,
    rule: String,
    line: u64,
}

const FORMATS: [&str; 10] = [
    "human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
];

/// The reports on a folder in every format.
fn reports(folder: &Path) -> HashMap<&'static str, String> {
    let out = tempfile::tempdir().expect("a folder");
    let to = |format: &str| format!("{format}={}", out.path().join(format).display());
    let mut arguments = vec!["check".to_owned()];
    arguments.extend(FORMATS.iter().flat_map(|format| ["--format".to_owned(), to(format)]));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut command = ctslint(&arguments);
    command.current_dir(folder);
    let ended = command.output().expect("the command starts");
    assert_eq!(
        ended.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    let read = |format: &&'static str| {
        let report = fs::read(out.path().join(format)).expect("it was written");
        (*format, String::from_utf8(report).expect("it is UTF-8"))
    };
    FORMATS.iter().map(read).collect()
}

fn string(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// The findings of `json`, in its order.
fn of_json(report: &str) -> Vec<Told> {
    let report: Value = serde_json::from_str(report).expect("it is JSON");
    let files = report["files"].as_array().expect("files").iter();
    files
        .flat_map(|file| {
            file["findings"]
                .as_array()
                .expect("findings")
                .iter()
                .map(|finding| Told {
                    file: string(&file["path"]),
                    rule: string(&finding["rule"]),
                    line: finding["span"]["start"]["line"].as_u64().expect("a line"),
                })
        })
        .collect()
}

fn of_jsonl(report: &str) -> Vec<Told> {
    let lines = report
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"));
    let findings = lines.filter(|line| line["summary"].is_null());
    findings
        .map(|finding| Told {
            file: string(&finding["file"]),
            rule: string(&finding["rule"]),
            line: finding["span"]["start"]["line"].as_u64().expect("a line"),
        })
        .collect()
}

fn of_gitlab(report: &str) -> Vec<Told> {
    let issues: Value = serde_json::from_str(report).expect("it is JSON");
    let issues = issues.as_array().expect("a list");
    let prints: HashSet<String> = issues.iter().map(|issue| string(&issue["fingerprint"])).collect();
    assert_eq!(prints.len(), issues.len(), "two issues have one fingerprint");
    issues
        .iter()
        .map(|issue| {
            assert!(!string(&issue["description"]).chars().any(is_raw), "{issue}");
            Told {
                file: string(&issue["location"]["path"]),
                rule: string(&issue["check_name"]),
                line: issue["location"]["positions"]["begin"]["line"]
                    .as_u64()
                    .expect("a line"),
            }
        })
        .collect()
}

fn of_rdjson(report: &str) -> Vec<Told> {
    let result: Value = serde_json::from_str(report).expect("it is JSON");
    assert_valid("rdjson.json", &result);
    let diagnostics = result["diagnostics"].as_array().expect("diagnostics").iter();
    diagnostics
        .map(|diagnostic| {
            assert!(!string(&diagnostic["message"]).chars().any(is_raw), "{diagnostic}");
            assert!(["ERROR", "WARNING", "INFO"].contains(&&*string(&diagnostic["severity"])));
            let start = &diagnostic["location"]["range"]["start"];
            Told {
                file: string(&diagnostic["location"]["path"]),
                rule: string(&diagnostic["code"]["value"]),
                line: start["line"].as_u64().expect("a line"),
            }
        })
        .collect()
}

/// Reads the table as a parser of Markdown does: there is nothing in it but texts, code and links of ours.
fn of_markdown(report: &str) -> Vec<Told> {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    let mut rows: Vec<Vec<String>> = Vec::new();
    for event in Parser::new_ext(report, pulldown_cmark::Options::all()) {
        match event {
            Event::Start(Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            Event::Text(text) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    *cell += &text;
                }
            }
            Event::InlineHtml(tag) => assert!(["<code>", "</code>", "<span>", "</span>"].contains(&&*tag), "{tag}"),
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                assert!(dest_url.starts_with(env!("CARGO_PKG_REPOSITORY")), "{dest_url}");
                assert!(title.is_empty());
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::Paragraph)
            | Event::End(
                TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::TableCell
                | TagEnd::Link
                | TagEnd::Paragraph,
            ) => {}
            other => assert_eq!(format!("{other:?}"), "", "nothing else may stand there"),
        }
    }
    let told = |row: Vec<String>| {
        assert_eq!(row.len(), 4, "{row:?}");
        let mut place = row[1].rsplitn(3, ':').skip(1);
        let line = place.next().and_then(|line| line.parse().ok()).expect("a line");
        Told {
            file: place.next().expect("a file").to_owned(),
            rule: row[2].clone(),
            line,
        }
    };
    rows.into_iter().map(told).collect()
}

/// Percent-decodes a URI, as far as it is text.
fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut parts = uri.split('%');
    bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two digits"));
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn of_sarif(report: &str) -> Vec<Told> {
    let log: Value = serde_json::from_str(report).expect("it is JSON");
    assert_valid("sarif-2.1.0.json", &log);
    let results = log["runs"][0]["results"].as_array().expect("results").iter();
    results
        .map(|result| {
            assert!(!string(&result["message"]["text"]).chars().any(is_raw), "{result}");
            let place = &result["locations"][0]["physicalLocation"];
            Told {
                file: decoded(&string(&place["artifactLocation"]["uri"])),
                rule: string(&result["ruleId"]),
                line: place["region"]["startLine"].as_u64().expect("a line"),
            }
        })
        .collect()
}

/// Reads workflow commands as GitHub describes them: `::name key=value,key=value::message`, a line each, with `%25`, `%0D` and
/// `%0A` in values and messages, and `%3A` and `%2C` in values.
fn of_github(report: &str) -> Vec<Told> {
    let unescape = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n");
        text.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    };
    let command = |line: &str| {
        let rest = line.strip_prefix("::").expect("a command");
        let (head, message) = rest.split_once("::").expect("a message");
        let (name, properties) = head.split_once(' ').expect("properties");
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        let properties: Vec<(&str, String)> = properties
            .split(',')
            .map(|property| property.split_once('=').expect("a value"))
            .map(|(name, value)| (name, unescape(value)))
            .collect();
        let names: HashSet<&str> = properties.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), properties.len(), "a property stands twice: {line}");
        let known = ["file", "line", "endLine", "col", "endColumn", "title"];
        assert!(names.iter().all(|name| known.contains(name)), "{line}");
        assert!(!unescape(message).chars().any(is_raw), "{line}");
        let get = |wanted: &str| {
            let found = properties.iter().find(|(name, _)| *name == wanted);
            found.expect("it is there").1.clone()
        };
        let rule = get("title").strip_prefix("ctslint: ").expect("the title").to_owned();
        let line = get("line").parse().expect("a number");
        Told {
            file: get("file"),
            rule,
            line,
        }
    };
    report.lines().map(command).collect()
}

fn of_junit(report: &str) -> Vec<Told> {
    let document = roxmltree::Document::parse(report).expect("it is XML");
    let cases = document.descendants().filter(|node| node.has_tag_name("testcase"));
    let mut told = Vec::new();
    for case in cases {
        let file = case.attribute("classname").expect("a class");
        let texts: String = case.descendants().filter_map(|node| node.text()).collect();
        assert!(!texts.chars().any(is_raw));
        let Some(rest) = texts.trim_start().strip_prefix(&format!("{file}:")) else {
            assert!(texts.trim().is_empty(), "{texts}");
            continue;
        };
        let line = rest
            .split(':')
            .next()
            .and_then(|line| line.parse().ok())
            .expect("a line");
        let rule = case
            .attribute("name")
            .expect("a name")
            .split(' ')
            .next()
            .expect("a rule")
            .to_owned();
        told.push(Told {
            file: file.to_owned(),
            rule,
            line,
        });
    }
    told
}

/// The file, line and rule at the start of each line.
fn of_concise(report: &str) -> Vec<Told> {
    let finding = |line: &str| {
        let severity = ["error[", "warning[", "info["]
            .iter()
            .filter_map(|it| line.find(&format!(": {it}")))
            .min();
        let (place, rest) = line.split_at(severity.expect("a severity"));
        let (_, rest) = rest.split_once('[').expect("a rule");
        let mut place = place.rsplitn(3, ':').skip(1);
        let line = place.next().and_then(|line| line.parse().ok()).expect("a line");
        Told {
            file: place.next().expect("a file").to_owned(),
            rule: rest.split(']').next().expect("a rule").to_owned(),
            line,
        }
    };
    report.lines().map(finding).collect()
}

/// The rule and place of each finding: the lines that are not indented, each with the one below it.
fn of_human(report: &str) -> Vec<Told> {
    let lines: Vec<&str> = report.lines().collect();
    let heads = lines.iter().enumerate().filter(|(_, line)| {
        let starts = |severity| line.starts_with(severity);
        ["error[", "warning[", "info["].into_iter().any(starts)
    });
    heads
        .map(|(index, line)| {
            let (_, rule) = line.split_once('[').expect("a rule");
            let (_, place) = lines[index + 1].split_once("╭▸ ").expect("a place");
            let mut place = place.rsplitn(3, ':').skip(1);
            let line = place.next().and_then(|line| line.parse().ok()).expect("a line");
            Told {
                file: place.next().expect("a file").to_owned(),
                rule: rule.split(']').next().expect("a rule").to_owned(),
                line,
            }
        })
        .collect()
}

/// A name as reports for people show it: without what would disturb.
fn is_shown_as(name: &str, shown: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>();
    // What is spelt out adds to it.
    let mut rest = plain(shown);
    plain(name).chars().all(|c| match rest.find(c) {
        Some(at) => {
            rest.drain(..=at);
            true
        }
        None => false,
    })
}

/// Holds the reports on a folder against that in JSON.
fn agree(folder: &Path) -> Vec<Told> {
    let reports = reports(folder);
    for (format, report) in &reports {
        let raw = report.chars().find(|&c| is_raw(c));
        assert_eq!(raw, None, "{format}");
    }
    let told = of_json(&reports["json"]);
    assert_eq!(of_jsonl(&reports["jsonl"]), told);
    assert_eq!(of_gitlab(&reports["gitlab"]), told);
    assert_eq!(of_sarif(&reports["sarif"]), told);
    let names = |told: &[Told]| {
        told.iter()
            .map(|it| (it.file.clone(), it.rule.clone()))
            .collect::<Vec<_>>()
    };
    // Lone carriage returns end no line there.
    assert_eq!(names(&of_rdjson(&reports["rdjson"])), names(&told));
    let sorted = |mut told: Vec<Told>| {
        told.sort();
        told
    };
    for (format, shown) in [
        ("github", of_github(&reports["github"])),
        ("junit", of_junit(&reports["junit"])),
        ("markdown", of_markdown(&reports["markdown"])),
        ("concise", of_concise(&reports["concise"])),
        ("human", of_human(&reports["human"])),
    ] {
        assert_eq!(shown.len(), told.len(), "{format}");
        let by_name = |told: &[Told]| told.iter().map(|it| (it.rule.clone(), it.line)).collect::<Vec<_>>();
        let order = |told: Vec<Told>| {
            let mut told = by_name(&told);
            told.sort();
            told
        };
        assert_eq!(order(shown.clone()), order(told.clone()), "{format}");
        if matches!(format, "junit" | "concise" | "markdown") {
            for (shown, told) in shown.iter().zip(&told) {
                assert!(is_shown_as(&told.file, &shown.file), "{format}: {told:?} as {shown:?}");
            }
        }
    }
    sorted(told)
}

#[test]
fn a_thousand_names_and_bodies() {
    let mut random = Random::new(3);
    let folder = tempfile::tempdir().expect("a folder");
    let names = names(&mut random, 1000);
    for name in &names {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("folders can be made");
        fs::write(path, body(&mut random)).expect("files can be written");
    }
    let message = "line\\nbreak \\u001b[31m\\u009b\\u202e\\uFFFE ::error::x ]]> & <b>";
    let policy = format!("[[policy]]\nfield = \"tracker_type\"\npattern = \"^x$\"\nmessage = \"{message}\"\n");
    fs::write(folder.path().join("ctslint.toml"), policy).expect("written");
    let told = agree(folder.path());
    let files: HashSet<&str> = told.iter().map(|it| it.file.as_str()).collect();
    assert!(told.iter().any(|it| it.rule == "policy"));
    assert!(files.len() > 800, "{} files with findings", files.len());
    let given: HashSet<String> = names.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    assert!(files.iter().all(|file| given.contains(*file)));
}

/// `CORPUS=DIR cargo test --test cli mutants` takes ten thousand of the files below a folder instead.
#[test]
fn thousands_of_mutants() {
    let (bodies, count) = match std::env::var_os("CORPUS") {
        Some(corpus) => (walk(Path::new(&corpus)), 10_000),
        None => (vec![RIGHT.to_vec()], 4_000),
    };
    let mut random = Random::new(4);
    let folder = tempfile::tempdir().expect("a folder");
    for index in 0..count {
        let name = folder.path().join(format!("{index}.cts.json"));
        fs::write(name, mutant(&bodies[index % bodies.len()], &mut random)).expect("files can be written");
    }
    let told = agree(folder.path());
    let rules: HashSet<&str> = told.iter().map(|it| it.rule.as_str()).collect();
    assert!(rules.len() > 8, "{rules:?}");
}

/// The contents of the files of a folder and of those in it, but for the large ones.
fn walk(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let contents = |path: &std::path::PathBuf| match path.is_dir() {
        true => walk(path),
        false => vec![fs::read(path).expect("it can be read")],
    };
    let all = paths.iter().flat_map(contents);
    all.filter(|text| text.len() < 100_000).collect()
}
