//! Every snippet of `docs/configuration.md`, and of the pages of the rules that only the command line knows: its files are
//! written, its commands run, and their output is compared.
//!
//! A block with a file name behind its language is a file, a `console` block holds commands. Each section has a folder of
//! its own. `SNAPSHOTS=overwrite cargo test` writes the outputs anew.

use std::path::Path;

use snapbox::{Data, assert_data_eq};

use crate::Folder;

/// The output of a command, and of the `grep` behind it.
fn run(folder: &Folder, command: &str) -> String {
    let (command, filter) = command.split_once(" | grep ").unwrap_or((command, ""));
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("ctslint"), "{command}");
    let run = folder.run(&words.collect::<Vec<_>>());
    let all = run.stdout + &run.stderr;
    let wanted = all.lines().filter(|line| line.contains(filter));
    wanted.fold(String::new(), |text, line| text + line + "\n")
}

/// Runs the snippets of a page, and says how many files and commands there are.
#[track_caller]
fn hold(page: &str) -> (usize, usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = std::fs::read_to_string(&path).expect("the page is there");
    let mut folder = Folder::new(&[]);
    let mut fresh = String::new();
    let (mut files, mut commands) = (0, 0);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        fresh += &format!("{line}\n");
        if line.starts_with("## ") {
            folder = Folder::new(&[]);
        }
        let Some(info) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == "console" {
            for command in block.iter().filter_map(|line| line.strip_prefix("$ ")) {
                commands += 1;
                fresh += &format!("$ {command}\n{}", run(&folder, command));
            }
        } else {
            let mut words = info.split(' ');
            let (_, name) = (words.next(), words.next().expect("a file name"));
            let content = block.join("\n") + "\n";
            folder.write(name, &content);
            files += 1;
            if name.ends_with(".toml") && words.next().is_none() {
                folder.run(&["config"]).ends(0);
            }
            fresh += &content;
        }
        fresh += "```\n";
    }
    assert_data_eq!(fresh, Data::read_from(&path, None).raw());
    (files, commands)
}

#[test]
fn every_snippet_of_the_page_holds() {
    let (files, commands) = hold("docs/configuration.md");
    assert!(files > 15 && commands > 10, "{files} files, {commands} commands");
}

#[test]
fn the_pages_of_rules_that_only_the_command_line_knows_hold() {
    for rule in ["policy", "unused-suppression", "expired-suppression"] {
        let page = format!("crates/ctslint/cases/{rule}.md");
        let (_, commands) = hold(&page);
        assert!(commands > 0, "{page}");
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&page)).expect("it is there");
        assert!(text.contains(&format!("[{rule}]")), "{page} shows no finding");
    }
}

#[test]
fn every_key_is_described() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md");
    let text = std::fs::read_to_string(path).expect("the page is there");
    let schema = Folder::new(&[]).run(&["config", "--schema"]).ends(0).json();
    let top = schema["properties"].as_object().expect("keys");
    let mut keys: Vec<&str> = top.keys().map(String::as_str).collect();
    for (_, value) in top {
        let inner = [&value["properties"], &value["items"]["properties"]];
        let inner = inner.into_iter().filter_map(|keys| keys.as_object()).flatten();
        keys.extend(inner.map(|(key, _)| key.as_str()));
    }
    keys.extend(["file", "rule", "pointer", "value", "reason", "expires"]);
    for key in keys
        .into_iter()
        .filter(|key| !ctslint::rules().iter().any(|rule| rule.name == *key))
    {
        let written = [format!("\n{key} = "), format!("[{key}]"), format!("[[{key}]]")];
        assert!(written.iter().any(|form| text.contains(form)), "`{key}` has no example");
    }
}
