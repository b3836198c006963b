//! The recipes of `docs/ci.md`: each is parsed, and its commands are run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{Run, ctslint};

/// A fenced block.
struct Snippet {
    /// What stands behind the fence.
    info: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn snippets() -> Vec<Snippet> {
    let text = fs::read_to_string(root().join("docs/ci.md")).expect("the page is there");
    let mut snippets: Vec<Snippet> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        match (open, line.strip_prefix("```")) {
            (false, Some(info)) => {
                snippets.push(Snippet {
                    info: info.to_owned(),
                    text: String::new(),
                });
                open = true;
            }
            (true, Some(_)) => open = false,
            (true, None) => {
                let snippet = snippets.last_mut().expect("one is open");
                snippet.text += line;
                snippet.text.push('\n');
            }
            (false, None) => {}
        }
    }
    assert!(!open && snippets.len() >= 6);
    snippets
}

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).expect("it is YAML")
}

/// Every text in a value.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, into)),
        Value::Object(members) => members.values().for_each(|member| texts(member, into)),
        _ => {}
    }
}

/// The commands of a snippet.
fn commands(snippet: &Snippet) -> Vec<String> {
    let mut found = Vec::new();
    match snippet.info.split(' ').next() {
        Some("yaml") => texts(&yaml(&snippet.text), &mut found),
        Some("json") => texts(&serde_json::from_str(&snippet.text).expect("it is JSON"), &mut found),
        Some("groovy") => {
            balanced(&snippet.text);
            let steps = snippet.text.lines().filter_map(|line| line.trim().strip_prefix("sh '"));
            found.extend(steps.filter_map(|step| step.strip_suffix('\'')).map(str::to_owned));
        }
        _ => found.extend(snippet.text.lines().map(str::to_owned)),
    }
    found.retain(|text| text.starts_with("ctslint "));
    found
}

/// Asserts that braces and quotes come in pairs.
fn balanced(groovy: &str) {
    let mut depth = 0_i32;
    for (index, part) in groovy.split('\'').enumerate() {
        for c in part.chars().filter(|_| index % 2 == 0) {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            assert!(depth >= 0);
        }
    }
    assert_eq!((depth, groovy.matches('\'').count() % 2), (0, 0));
}

/// A folder as a repository has it, with mistakes in it.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in ["good.json", "misspelt.json", "foreign.json", "warning.json"] {
        fs::copy(root().join("tests/fixtures").join(file), folder.path().join(file)).expect("a copy");
    }
    folder
}

/// Runs a command line in a folder.
fn run(line: &str, folder: &Path) -> Run {
    let words: Vec<&str> = line.split(' ').skip(1).collect();
    let mut command: Command = ctslint(&words);
    command.current_dir(folder);
    Run::of(command)
}

#[test]
fn commands_of_the_recipes_run() {
    let mut count = 0;
    for snippet in snippets() {
        for line in commands(&snippet) {
            count += 1;
            let folder = repository();
            let ran = run(&line, folder.path());
            let expected = if line.contains("--fail-on never") { 0 } else { 1 };
            assert_eq!((ran.status, ran.stderr.as_str()).0, expected, "{line}: {}", ran.stderr);
            let files = line.split(' ').filter_map(|word| word.split_once('='));
            for (format, file) in files {
                let report = fs::read_to_string(folder.path().join(file)).expect("the report was written");
                match format {
                    "junit" => _ = roxmltree::Document::parse(&report).expect("it is XML"),
                    "markdown" => assert!(report.starts_with("| severity |"), "{report}"),
                    _ => _ = serde_json::from_str::<Value>(&report).expect("it is JSON"),
                }
                // Whoever takes the report up calls it by the same name.
                let named = snippet.text.matches(file).count();
                assert!(named > 1 || snippet.info == "sh", "{line}: nobody reads {file}");
            }
        }
    }
    assert!(count >= 6, "{count} commands");
}

#[test]
fn the_workflows_are_what_github_takes() {
    for snippet in snippets().iter().filter(|snippet| snippet.info == "yaml github") {
        let workflow = yaml(&snippet.text);
        assert!(workflow["on"].is_array());
        for job in workflow["jobs"].as_object().expect("jobs").values() {
            assert!(job["runs-on"].is_string());
            for step in job["steps"].as_array().expect("steps") {
                assert!(step["uses"].is_string() != step["run"].is_string(), "{step}");
            }
        }
    }
}

#[test]
fn the_hook_is_there_and_runs() {
    // The hooks of the mirror are made of the one that is here.
    let snippets = snippets();
    let snippet = snippets.iter().find(|snippet| snippet.info == "yaml pre-commit");
    let config = yaml(&snippet.expect("a recipe").text);
    let wanted = &config["repos"][0]["hooks"][0];
    let hooks = yaml(&fs::read_to_string(root().join(".pre-commit-hooks.yaml")).expect("the hooks"));
    let hooks = hooks.as_array().expect("a list");
    let hook = hooks
        .iter()
        .find(|hook| hook["id"] == wanted["id"])
        .expect("the hook is there");
    let arguments: Vec<&str> = wanted["args"]
        .as_array()
        .expect("arguments")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let entry = hook["entry"].as_str().expect("an entry");
    let folder = repository();
    let line = format!("{entry} {} warning.json foreign.json", arguments.join(" "));
    assert_eq!(run(&line, folder.path()).status, 1, "{line}");
    assert_eq!(run(&format!("{entry} good.json"), folder.path()).status, 0);
}

#[test]
fn every_format_stands_on_the_page() {
    let page = fs::read_to_string(root().join("docs/ci.md")).expect("the page is there");
    for format in [
        "human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
    ] {
        assert!(page.contains(&format!("`{format}`")), "{format}");
    }
}
