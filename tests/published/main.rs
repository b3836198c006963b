//! What is published says one version, and its links lead somewhere.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;

const VERSION: &str = env!("CARGO_PKG_VERSION");
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The pages that people read.
const PAGES: &[&str] = &[
    "ARCHITECTURE.md",
    "BENCHMARKS.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "docs/ci.md",
    "docs/configuration.md",
    "docs/documents.md",
    "docs/editors.md",
    "docs/rules.md",
    "docs/schemas.md",
    "web/README.md",
    "web/package/CHANGELOG.md",
    "web/package/README.md",
];

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    fs::read_to_string(file(path)).expect(path)
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).expect(path)
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern")
}

/// A release whose parts name different versions can't be installed.
#[test]
fn there_is_one_version() {
    let manifest = json("web/package/package.json");
    let lock = json("web/package/package-lock.json");
    for version in [&manifest["version"], &lock["version"], &lock["packages"][""]["version"]] {
        assert_eq!(version, VERSION, "run `cargo xtask generate`");
    }
    let library = regex(r#"(?m)^ctslint = \{ path = "crates/ctslint", version = "([^"]+)" \}$"#);
    let workspace = text("Cargo.toml");
    assert_eq!(
        &library.captures(&workspace).expect("the library is a dependency")[1],
        VERSION
    );
    // The wheel takes it from Cargo.toml.
    let python = text("pyproject.toml");
    assert!(python.contains("\ndynamic = [\"version\"]\n") && !python.contains("\nversion"));

    let named = regex(r"(?:rev: v|ctslint==|ctslint@|@v|/v|ctslint[a-z0-9-]*-)(\d+\.\d+\.\d+)\b");
    let mut count = 0;
    for page in ["README.md", "docs/ci.md"] {
        for version in named.captures_iter(&text(page)) {
            assert_eq!(&version[1], VERSION, "{page}: run `cargo xtask generate`");
            count += 1;
        }
    }
    assert!(count >= 5, "{count} versions on the pages");
    for changelog in ["CHANGELOG.md", "web/package/CHANGELOG.md"] {
        let newest = regex(r"(?m)^## (\d+\.\d+\.\d+)\b");
        let text = text(changelog);
        assert_eq!(&newest.captures(&text).expect("a version")[1], VERSION, "{changelog}");
    }
}

/// Older compilers than the one that is promised need not be tried, and pages must not promise others.
#[test]
fn there_is_one_lowest_rust() {
    let promised = regex(r"(?:Rust |rust:)(1\.\d+)\b");
    let mut count = 0;
    for page in ["README.md", "SECURITY.md", "docs/ci.md"] {
        for version in promised.captures_iter(&text(page)) {
            assert_eq!(&version[1], env!("CARGO_PKG_RUST_VERSION"), "{page}");
            count += 1;
        }
    }
    assert!(count > 0);
}

/// The anchors of a page, as GitHub makes them of its headings.
fn anchors(page: &str) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let mut anchors = Vec::new();
    let mut is_code = false;
    for line in page.lines() {
        is_code ^= line.starts_with("```");
        let title = line.trim_start_matches('#');
        if is_code || title.len() == line.len() || !title.starts_with(' ') {
            continue;
        }
        let kept = title.trim().to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        let anchor: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let count = seen.entry(anchor.clone()).and_modify(|count| *count += 1).or_insert(0);
        anchors.push(if *count == 0 {
            anchor
        } else {
            format!("{anchor}-{count}")
        });
    }
    anchors
}

/// Asserts that a file of the repository is there, and has the anchor if one is named.
#[track_caller]
fn is_there(target: &str, seen_in: &str) {
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    assert!(
        file(path).exists(),
        "{seen_in} links to {target}: there is no such file"
    );
    if file(path).is_dir() {
        // GitHub shows the page of a folder below its files.
        assert!(anchor.is_empty() || anchor == "readme", "{seen_in} links to {target}");
    } else if !anchor.is_empty() {
        let is_known = anchors(&text(path)).iter().any(|known| known == anchor);
        assert!(is_known, "{seen_in} links to {target}: there is no such heading");
    }
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let link = regex(r"\]\(([^)\s]+)\)|(?m)^\[[^\]]+\]: (\S+)$");
    let mut count = 0;
    for page in PAGES {
        let folder = Path::new(page).parent().unwrap_or(Path::new(""));
        let text = text(page);
        for found in link.captures_iter(&text) {
            let target = found.get(1).or(found.get(2)).map_or("", |target| target.as_str());
            if target.contains("://") {
                continue;
            }
            let target = if target.starts_with('#') {
                format!("{page}{target}")
            } else {
                folder.join(target).to_string_lossy().into_owned()
            };
            is_there(&target, page);
            count += 1;
        }
    }
    assert!(count > 50, "{count} links");
}

/// Whoever moves the repository changes one line; what else names it must follow.
#[test]
fn every_link_to_the_repository_begins_with_the_one_in_the_manifest() {
    let address = regex(r"https://github\.com/ctslint/[\w.-]+(?:/[\w./#-]*\w)?");
    let manifest = ["web/package/package.json", "pyproject.toml", "web/package/src/core.ts"];
    let mut count = 0;
    for page in PAGES.iter().chain(&manifest) {
        for found in address.find_iter(&text(page)) {
            let rest = found.as_str().strip_prefix(REPOSITORY);
            let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(['/', '.', '-']));
            let rest = rest.unwrap_or_else(|| panic!("{page}: {}", found.as_str()));
            count += 1;
            let rest = rest.trim_start_matches('/');
            if let Some(target) = rest.strip_prefix("blob/main/").or(rest.strip_prefix("tree/main/")) {
                is_there(target, page);
            }
        }
    }
    assert!(count > 5, "{count} links");
}

/// Reports link to the rules by their names.
#[test]
fn every_rule_has_its_anchor() {
    let anchors = anchors(&text("docs/rules.md"));
    for rule in ctslint::rules() {
        assert!(anchors.iter().any(|anchor| anchor == rule.name), "{}", rule.name);
    }
}
