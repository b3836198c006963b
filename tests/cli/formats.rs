//! The report formats that programs read: each on one body that shows every kind of finding, and before an independent
//! reader. The outputs stand whole in `tests/cli/snapshots`; `SNAPSHOTS=overwrite cargo test` writes them anew.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use snapbox::{Data, assert_data_eq};

use crate::{Run, check, ctslint};

/// The bodies: one with every kind of finding and a name that is not easy to write, and a clean one.
const BODIES: &str = "größe 100%/all kinds, of findings.json";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// `ctslint check` in the folder of the bodies.
fn report(arguments: &[&str]) -> Run {
    let mut command = ctslint(&[&["check"], arguments].concat());
    command.current_dir(root().join("tests/formats"));
    Run::of(command)
}

#[track_caller]
fn assert_snapshot(text: &str, file: &str) {
    let file = root().join("tests/cli/snapshots").join(file);
    assert_data_eq!(text, Data::read_from(&file, None).raw());
}

#[track_caller]
pub(crate) fn assert_valid(schema: &str, report: &Value) {
    let schema = fs::read_to_string(root().join("tests/schemas").join(schema)).expect("the schema is there");
    let mut schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    for holder in ["run", "toolComponent"] {
        // The pattern that the official schema has here is none: a bracket is left over.
        if let Some(language) = schema.pointer_mut(&format!("/definitions/{holder}/properties/language")) {
            *language = json!({ "type": "string" });
        }
    }
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is one");
    let faults: Vec<String> = validator
        .iter_errors(report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("the report is JSON")
}

/// The findings of the JSON report, against which the other reports are held.
fn findings() -> Vec<Value> {
    let report = report(&["--format", "json"]).json();
    let files = report["files"].as_array().expect("files").clone();
    files
        .iter()
        .flat_map(|file| file["findings"].as_array().expect("findings").clone())
        .collect()
}

#[test]
fn sarif() {
    let mut log = report(&["--format", "sarif"]).ends(1).json();
    assert_valid("sarif-2.1.0.json", &log);
    let driver = &mut log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
    driver["version"] = json!("…");
    driver["semanticVersion"] = json!("…");
    let rules = driver["rules"].take();
    let rules = rules.as_array().expect("rules");
    let listed = Run::of(ctslint(&["rules", "--format", "json"])).json();
    let listed = listed["rules"].as_array().expect("rules");
    let results = log["runs"][0]["results"].as_array().expect("results");
    // Those that spoke, and no others.
    let spoke = |rule: &&Value| results.iter().any(|result| result["ruleId"] == rule["name"]);
    let listed: Vec<&Value> = listed.iter().filter(spoke).collect();
    assert_eq!(rules.len(), listed.len());
    for (rule, listed) in rules.iter().zip(listed) {
        assert_eq!(rule["id"], listed["name"]);
        let address = rule["helpUri"].as_str().expect("an address");
        assert!(has_anchor(address), "{address}");
        let level = match listed["severity"].as_str() {
            Some("info") => "note",
            Some(severity) => severity,
            None => panic!("no severity"),
        };
        assert_eq!(rule["defaultConfiguration"]["level"], level);
        assert!(rule["help"]["markdown"].is_string());
    }
    let findings = findings();
    assert_eq!(results.len(), findings.len());
    for (result, finding) in results.iter().zip(&findings) {
        assert_eq!(result["ruleId"], finding["rule"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(region["startLine"], finding["span"]["start"]["line"]);
        assert_eq!(region["startColumn"], finding["span"]["start"]["utf16"]);
        assert_eq!(region["endColumn"], finding["span"]["end"]["utf16"]);
        let related = finding["related"].as_array().map_or(0, Vec::len);
        let told = result["relatedLocations"].as_array().map_or(0, Vec::len);
        assert_eq!(told, related);
        assert_eq!(result["fixes"].is_array(), finding["fix"].is_object());
    }
    let pretty = serde_json::to_string_pretty(&log).expect("JSON") + "\n";
    assert_snapshot(&pretty, "report.sarif.txt");
}

#[test]
fn fixes_of_sarif_do_what_ours_do() {
    let log = report(&["--format", "sarif"]).json();
    let text = fs::read_to_string(root().join("tests/formats").join(BODIES)).expect("the body");
    let results = log["runs"][0]["results"].as_array().expect("results").clone();
    let mut checked = 0;
    for (result, finding) in results.iter().zip(findings()) {
        let Some(edits) = finding["fix"]["edits"].as_array() else {
            continue;
        };
        let replacements = result["fixes"][0]["artifactChanges"][0]["replacements"].as_array();
        for (replacement, edit) in replacements.expect("replacements").iter().zip(edits) {
            let region = &replacement["deletedRegion"];
            let at = |line: &str, column: &str| {
                let number = |name: &str| region[name].as_u64().expect("a number") as usize;
                let start: usize = text.split_inclusive('\n').take(number(line) - 1).map(str::len).sum();
                let units = text[start..].char_indices().scan(1, |unit, (index, found)| {
                    let at = *unit;
                    *unit += found.len_utf16();
                    Some((at, index))
                });
                let offset = units.into_iter().find(|(unit, _)| *unit == number(column));
                start + offset.expect("the column is there").1
            };
            assert_eq!(at("startLine", "startColumn") as u64, edit["start"]);
            assert_eq!(at("endLine", "endColumn") as u64, edit["end"]);
            assert_eq!(replacement["insertedContent"]["text"], edit["text"]);
            checked += 1;
        }
    }
    assert!(checked > 3);
}

/// Whether a link leads to a heading of the reference.
fn has_anchor(address: &str) -> bool {
    let base = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules.md#");
    let page = fs::read_to_string(root().join("docs/rules.md")).expect("the page");
    let anchor = address.strip_prefix(base);
    anchor.is_some_and(|anchor| page.lines().any(|line| line == format!("## {anchor}")))
}

#[test]
fn sarif_is_at_most_twice_as_long_as_json() {
    for arguments in [&[][..], &["--as", "v3"]] {
        let length = |format: &str| report(&[&["--format", format], arguments].concat()).stdout.len();
        assert!(length("sarif") <= 2 * length("json"));
    }
    let length = |format: &str| check(&["--format", format, "misspelt.json"]).stdout.len();
    assert!(length("sarif") <= 2 * length("json"));
}

/// A text in which a suggestion of reviewdog is applied: lines end at line feeds, columns are bytes, and ends are exclusive.
fn suggested(text: &str, suggestion: &Value) -> String {
    let offset = |place: &Value| {
        let number = |name: &str| place[name].as_u64().expect("a number") as usize;
        let lines = text.split_inclusive('\n').take(number("line") - 1);
        lines.map(str::len).sum::<usize>() + number("column") - 1
    };
    let (start, end) = (
        offset(&suggestion["range"]["start"]),
        offset(&suggestion["range"]["end"]),
    );
    [
        &text[..start],
        suggestion["text"].as_str().expect("a text"),
        &text[end..],
    ]
    .concat()
}

#[test]
fn rdjson() {
    let run = report(&["--format", "rdjson"]).ends(1);
    assert_snapshot(&run.stdout, "report.rdjson.txt");
    assert_valid("rdjson.json", &run.json());
    let diagnostics = run.json()["diagnostics"].as_array().expect("diagnostics").clone();
    let text = fs::read_to_string(root().join("tests/formats").join(BODIES)).expect("the body");
    let findings = findings();
    assert_eq!(diagnostics.len(), findings.len());
    let mut suggestions = 0;
    for (diagnostic, finding) in diagnostics.iter().zip(&findings) {
        assert_eq!(diagnostic["code"]["value"], finding["rule"]);
        assert!(has_anchor(diagnostic["code"]["url"].as_str().expect("an address")));
        let told = diagnostic["related_locations"].as_array().map_or(0, Vec::len);
        assert_eq!(told, finding["related"].as_array().map_or(0, Vec::len));
        assert_eq!(diagnostic["suggestions"].is_array(), finding["fix"].is_object());
        let Some(edits) = finding["fix"]["edits"].as_array() else {
            continue;
        };
        let mut fixed = text.clone();
        for edit in edits.iter().rev() {
            let at = |name: &str| edit[name].as_u64().expect("an offset") as usize;
            fixed.replace_range(at("start")..at("end"), edit["text"].as_str().expect("a text"));
        }
        assert_eq!(suggested(&text, &diagnostic["suggestions"][0]), fixed);
        suggestions += 1;
    }
    assert!(suggestions > 3);
    let clean = report(&["--format", "rdjson", "clean.json"]).ends(0).json();
    assert_valid("rdjson.json", &clean);
    assert_eq!(clean["diagnostics"], json!([]));
}

#[test]
fn markdown() {
    let run = report(&["--format", "markdown"]).ends(1);
    assert_snapshot(&run.stdout, "report.markdown.txt");
    let clean = report(&["--format", "markdown", "clean.json"]).ends(0);
    assert_eq!(clean.stdout, "Files checked: 1, errors: 0, warnings: 0, infos: 0.\n");
}

/// Links stand where they are asked for, and change no other character; without a terminal there are none.
#[test]
fn names_are_links_where_they_are_wanted() {
    for format in ["human", "concise"] {
        let plain = report(&["--format", format]).stdout;
        assert!(!plain.contains('\u{1b}'));
        assert_eq!(report(&["--format", format, "--hyperlinks", "auto"]).stdout, plain);
        assert_eq!(report(&["--format", format, "--hyperlinks", "never"]).stdout, plain);
        for color in ["never", "always"] {
            let arguments = ["--format", format, "--color", color];
            let unlinked = report(&arguments).stdout;
            let linked = report(&[&arguments[..], &["--hyperlinks", "always"]].concat()).stdout;
            let mut rest = String::new();
            let mut addresses = Vec::new();
            let mut parts = linked.split("\u{1b}]8;;");
            rest += parts.next().expect("a start");
            for part in parts {
                let (address, text) = part.split_once("\u{1b}\\").expect("an end");
                addresses.push(address);
                rest += text;
            }
            assert_eq!(rest, unlinked);
            assert_eq!(addresses.len(), 4 * findings().len());
            assert!(addresses.iter().skip(1).step_by(2).all(|address| address.is_empty()));
            let of_rules = addresses.iter().filter(|address| address.starts_with("https:"));
            assert_eq!(of_rules.clone().count(), findings().len());
            assert!(of_rules.into_iter().all(|address| has_anchor(address)));
            let of_files = addresses.iter().filter(|address| address.starts_with("file:///"));
            assert_eq!(of_files.count(), findings().len());
        }
    }
    for format in ["json", "sarif", "markdown", "rdjson", "github"] {
        let linked = report(&["--format", format, "--hyperlinks", "always"]).stdout;
        assert!(!linked.contains('\u{1b}'));
    }
}

#[test]
fn github() {
    let run = report(&["--format", "github"]).ends(1);
    assert_snapshot(&run.stdout, "report.github.txt");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), findings().len());
    let rank = |line: &&str| match line.split([' ', ':']).nth(2) {
        Some("error") => 0,
        Some("warning") => 1,
        Some("notice") => 2,
        other => panic!("{other:?}"),
    };
    assert!(lines.is_sorted_by_key(rank));
    for line in lines {
        // As the runner reads it: properties up to the next `::`, each up to a comma.
        let (head, _) = line[2..].split_once("::").expect("a message");
        let (_, properties) = head.split_once(' ').expect("properties");
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').expect("a value");
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&name));
            assert!(!value.contains(':') && !value.is_empty());
        }
    }
}

#[test]
fn gitlab() {
    let run = report(&["--format", "gitlab"]).ends(1);
    let issues = run.json();
    assert_valid("code-quality.json", &issues);
    let issues = issues.as_array().expect("issues");
    assert_eq!(issues.len(), findings().len());
    let prints: HashSet<&str> = issues
        .iter()
        .filter_map(|issue| issue["fingerprint"].as_str())
        .collect();
    assert_eq!(prints.len(), issues.len(), "each has its own fingerprint");
    assert_snapshot(&run.stdout, "report.gitlab.txt");
    assert_eq!(report(&["--format", "gitlab", "clean.json"]).ends(0).json(), json!([]));
}

#[test]
fn junit() {
    let run = report(&["--format", "junit", "--fail-on", "warning"]).ends(1);
    assert_snapshot(&run.stdout, "report.junit.txt");
    let document = roxmltree::Document::parse(&run.stdout).expect("it is XML");
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    let findings = findings();
    let fails = |finding: &&Value| finding["severity"] != "info";
    // One more for the file without findings.
    assert_eq!(count("testcase"), findings.len() + 1);
    assert_eq!(count("failure"), findings.iter().filter(fails).count());
    let suites = document.root_element();
    assert_eq!(suites.attribute("tests"), Some(&*count("testcase").to_string()));
    assert_eq!(suites.attribute("failures"), Some(&*count("failure").to_string()));
    let names: Vec<_> = suites.children().filter_map(|suite| suite.attribute("name")).collect();
    assert_eq!(names, ["clean.json", BODIES]);
    let failed = |run: Run| run.stdout.contains("<failure");
    assert!(!failed(report(&["--format", "junit", "--fail-on", "never"]).ends(0)));
}

/// The fingerprints in the reports of a text, by rule.
fn fingerprints(text: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.json"), text).expect("a file");
    let of = |format: &str| {
        let mut command = ctslint(&["check", "--format", format]);
        command.current_dir(folder.path());
        Run::of(command).json()
    };
    let issues = of("gitlab");
    let log = of("sarif");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let issues = issues.as_array().expect("issues");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    issues
        .iter()
        .zip(results)
        .map(|(issue, result)| {
            assert_eq!(issue["fingerprint"], result["partialFingerprints"]["ctslint/v1"]);
            (text(&issue["check_name"]), text(&issue["fingerprint"]))
        })
        .collect()
}

#[test]
fn fingerprints_survive_edits_elsewhere() {
    let before = fingerprints(r#"{"tracker_type":"system","tracker_name":"x","a":1,,"b":2,,"obs_info":{}}"#);
    assert_eq!(before.len(), 7, "{before:?}");
    let distinct: HashSet<_> = before.iter().collect();
    assert_eq!(distinct.len(), before.len(), "{before:?}");
    let after = fingerprints(
        "\n\n{\n  \"is_lts_enabled\": \"x\", \"tracker_type\": \"system\",\n  \"tracker_name\": \"x\",\n  \"a\": 1,,\n  \"b\": 2,,\n  \"obs_info\": {}\n}\n",
    );
    for print in before.iter().filter(|(rule, _)| rule != "short-retention") {
        assert!(after.contains(print), "{print:?} is gone: {after:?}");
    }
    let changed = fingerprints(r#"{"tracker_type":"system","tracker_name":"y","a":1,,"b":2,,"obs_info":{}}"#);
    let of = |prints: &[(String, String)]| {
        let found = prints.iter().find(|(rule, _)| rule == "tracker-name-not-system");
        found.expect("the rule speaks").clone()
    };
    assert_ne!(of(&before), of(&changed));
}

#[test]
fn several_reports_in_one_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = |file: &str| folder.path().join(file).display().to_string();
    let (sarif, junit, json) = (name("a=b.sarif"), name("j.xml"), name("r.json"));
    let (to_sarif, to_junit) = (format!("sarif={sarif}"), format!("junit={junit}"));
    let alone = check(&["--format", "concise", "misspelt.json"]);
    let arguments = ["--format", &to_sarif, "--format", "concise", "--format", &to_junit];
    let run = check(&[&arguments[..], &["misspelt.json"]].concat());
    assert_eq!((run.status, run.stdout), (1, alone.stdout));
    let read = |file: &str| fs::read_to_string(file).expect("it was written");
    assert_eq!(read(&sarif), check(&["--format", "sarif", "misspelt.json"]).stdout);
    assert_eq!(read(&junit), check(&["--format", "junit", "misspelt.json"]).stdout);
    // The file of the one that has none.
    let arguments = ["--format", "json", "--format", &to_sarif, "--output-file", &json];
    let run = check(&[&arguments[..], &["misspelt.json"]].concat());
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(parse(&read(&json))["summary"]["errors"], 1);
    // Nothing is printed where every format has its file; the closing line stands beside.
    let run = check(&["--format", &to_sarif, "misspelt.json"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.starts_with("1 file checked"), "{}", run.stderr);
}

#[test]
fn places_of_reports_are_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("x").display().to_string();
    let both = [format!("sarif={file}"), format!("junit={file}")];
    check(&["--format", &both[0], "--format", &both[1], "good.json"])
        .fails(&format!("can't write two reports to `{file}`"));
    check(&["--format", "sarif=none/x", "good.json"]).fails("can't write `none/x`: no such file");
    check(&["--format", "sarif=good.json", "good.json"])
        .fails("can't write `good.json`: it is one of the files to check");
    for (value, message) in [
        ("sarif=", "no file after `=`"),
        ("sarf=x", "a similar value exists: 'sarif'"),
        (
            "xml",
            "[possible values: human, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, markdown]",
        ),
    ] {
        let run = check(&["--format", value, "good.json"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

#[test]
fn reports_are_complete_when_little_is_shown() {
    for format in ["sarif", "github", "gitlab", "junit", "rdjson"] {
        let all = report(&["--format", format]).stdout;
        assert_eq!(report(&["--quiet", "--format", format]).stdout, all, "{format}");
        let run = check(&["--format", format, "none.json", "good.json"]).fails("can't read `none.json`: no such file");
        assert_eq!(run.stdout.contains("\"executionSuccessful\":false"), format == "sarif");
    }
    // No cap.
    let folder = tempfile::tempdir().expect("a folder");
    let fields: Vec<String> = (0..2000).map(|index| format!("\"x{index}\": 1")).collect();
    let text = format!("{{\"tracker_type\": \"system\", {}}}", fields.join(", "));
    fs::write(folder.path().join("a.json"), text).expect("a file");
    let mut command = ctslint(&["check", "--as", "v3", "--format", "github"]);
    command.current_dir(folder.path());
    assert!(Run::of(command).stdout.lines().count() > 2000);
}

#[test]
fn absolute_paths_are_told_from_the_working_directory() {
    let folder = root().join("tests/formats/");
    let file = folder.join(BODIES);
    let (folder, absolute) = (folder.to_str().expect("a text"), file.to_str().expect("a text"));
    for format in ["sarif", "github", "gitlab"] {
        let given = report(&["--format", format, BODIES]).stdout;
        let found = report(&["--format", format, absolute]).stdout;
        // The help of a finding names the file as it was given.
        assert_eq!(found.replace(folder, ""), given, "{format}");
    }
}
