//! The cases: `crates/ctslint/cases/<rule>.md`, one file a rule. Each is a test, the page of its rule and what `explain` prints.
//!
//! A scenario is a heading, a sentence, and the input as a fenced block. What follows the input is what `ctslint` says of
//! it, and the text after its fixes; `cargo xtask generate` writes that, or `UPDATE=1 cargo test -p ctslint --test cases`.
//! `src/explain/scenario.rs` says what the info string of an input can be.
//!
//! Rules that only the command line knows have an introduction alone, and the command line's tests run what stands in it.
//!
//! The prose in another language is `cases/<language>/<rule>.md`: a line of three backticks stands for an input.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]

mod support;

use std::fs;

use ctslint::{Document, Language, Rule, case_file};
use support::{agrees, file};

fn path(rule: Rule) -> String {
    format!("crates/ctslint/cases/{}.md", rule.name())
}

#[test]
fn cases_are_as_they_run() {
    for &rule in Rule::ALL {
        let text = case_file(rule, Language::En);
        assert!(
            text.starts_with(&format!("# {}\n\n", rule.name())),
            "{} starts with its rule",
            path(rule)
        );
        agrees(&path(rule), &text);
    }
}

/// A scenario has an input and says why it is there, and no option of an input is misspelt.
#[test]
fn cases_are_complete() {
    for &rule in Rule::ALL {
        let text = case_file(rule, Language::En);
        let mut blocks = text.split("\n```");
        let mut prose = blocks.next().unwrap_or_default();
        while let (Some(block), Some(next)) = (blocks.next(), blocks.next()) {
            let info = block.lines().next().unwrap_or_default();
            let mut words = info.split(' ').skip(1);
            while let Some(word) = words.next() {
                let name = words.clone().next().unwrap_or_default();
                let is_known = match word {
                    "as" => Document::from_name(name).is_some(),
                    "with" => Rule::from_name(name).is_some(),
                    "comments" | "bytes" => true,
                    name => info.ends_with(name) && name.contains('.'),
                };
                assert!(is_known, "{}: `{info}`", path(rule));
                if matches!(word, "as" | "with") {
                    words.next();
                }
            }
            if let Some((_, scenario)) = prose.split_once("\n## ") {
                let lines = scenario.lines().filter(|line| !line.is_empty()).count();
                assert!(lines >= 2, "{}: no sentence: {scenario}", path(rule));
            }
            prose = next;
        }
        assert!(!prose.contains("\n## "), "{}: no input: {prose}", path(rule));
    }
}

#[test]
fn there_is_a_file_for_each_rule_and_no_other() {
    let mut wanted: Vec<String> = Rule::ALL.iter().map(|rule| format!("{}.md", rule.name())).collect();
    wanted.sort();
    for folder in ["", "/de", "/zh"] {
        let mut found: Vec<String> = fs::read_dir(file(&format!("crates/ctslint/cases{folder}")))
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| Language::from_name(name).is_none())
            .collect();
        found.sort();
        assert_eq!(found, wanted, "{folder}");
    }
}
