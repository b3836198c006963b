//! The cases: `crates/ctslint/cases/<rule>.md`, one file a rule. Each is a test, the page of its rule and what `explain` prints.
//!
//! A scenario is a heading, a sentence, and the input as a fenced block. What follows the input is what `ctslint` says of
//! it, and the text after its fixes; `cargo xtask generate` writes that, or `UPDATE=1 cargo test -p ctslint`.
//!
//! The info string of the input says what it is: `json`, or `http` for whole requests, then `as <document>`, `comments`
//! where comments are allowed, or `bytes` where `<EF BB BF>` stands for bytes, `with <rule>` where a rule is switched on that is off otherwise.
//! `project-id` is the project ID of a path.
//!
//! Rules that only the command line knows have an introduction alone, and the command line's tests run what stands in it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]

mod support;

use std::fmt::Write;
use std::fs;
use std::sync::OnceLock;

use ctslint::{
    Document, Language, Options, Rule, Safety, Severities, Span, WordedFinding, check, check_project_id, fix_all,
};
use support::{agrees, file};

/// The rules that only the command line knows, for they go by the files of a project.
const OF_THE_COMMAND: &[Rule] = &[Rule::Policy, Rule::UnusedSuppression, Rule::ExpiredSuppression];

/// A scenario of a case file.
struct Scenario {
    /// Everything up to the end of the input.
    head: String,
    info: String,
    input: String,
}

/// A case file.
struct Case {
    rule: Rule,
    path: String,
    introduction: String,
    scenarios: Vec<Scenario>,
}

impl Case {
    fn read(rule: Rule) -> Self {
        let path = format!("crates/ctslint/cases/{}.md", rule.name());
        let text = fs::read_to_string(file(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let text = text.replace("\r\n", "\n");
        let mut sections = sections(&text).into_iter();
        let introduction = sections.next().unwrap_or_default();
        assert!(
            introduction.starts_with(&format!("# {}\n\n", rule.name())),
            "{path} starts with its rule"
        );
        let scenarios = sections.map(|section| Scenario::read(&path, &section)).collect();
        Self {
            rule,
            path,
            introduction,
            scenarios,
        }
    }

    /// The file as it should be.
    fn written(&self) -> String {
        let mut text = self.introduction.clone();
        for scenario in &self.scenarios {
            text.push_str(&scenario.head);
            text.push_str(&scenario.output());
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

/// The case files as they were when the tests started: one of the tests may write them.
fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| Rule::ALL.iter().map(|rule| Case::read(*rule)).collect())
}

/// The text before the first `## `, then each part that starts with one.
fn sections(text: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if !fenced && line.starts_with("## ") {
            sections.push(String::new());
        }
        let section = sections.last_mut().expect("there is a section");
        section.push_str(line);
        section.push('\n');
    }
    sections
}

impl Scenario {
    fn read(path: &str, section: &str) -> Self {
        let (before, rest) = section
            .split_once("\n```")
            .unwrap_or_else(|| panic!("{path}: no input in {section}"));
        let (info, rest) = rest
            .split_once('\n')
            .unwrap_or_else(|| panic!("{path}: no input in {section}"));
        let (input, _) = rest
            .split_once("\n```\n")
            .unwrap_or_else(|| panic!("{path}: the input has no end"));
        let lines = before.lines().filter(|line| !line.is_empty()).count();
        assert!(lines >= 2, "{path}: a scenario says why in a sentence: {before}");
        Self {
            head: format!("{before}\n```{info}\n{input}\n```\n"),
            info: info.into(),
            input: input.into(),
        }
    }

    /// The bytes of the input.
    fn bytes(&self) -> Vec<u8> {
        if !self.has("bytes") {
            return self.input.clone().into_bytes();
        }
        let mut bytes = Vec::new();
        let mut rest = self.input.as_str();
        while let Some((before, after)) = rest.split_once('<') {
            let (hex, after) = after.split_once('>').expect("`<` has its `>`");
            bytes.extend(before.bytes());
            bytes.extend(
                hex.split(' ')
                    .map(|byte| u8::from_str_radix(byte, 16).expect("a byte in hexadecimal")),
            );
            rest = after;
        }
        bytes.extend(rest.bytes());
        bytes
    }

    fn has(&self, word: &str) -> bool {
        self.info.split(' ').any(|other| other == word)
    }

    fn options(&self) -> Options {
        let behind = |word: &str| {
            let (_, name) = self.info.split_once(word)?;
            name.split(' ').next()
        };
        let named = behind(" as ");
        let mut severities = Severities::default();
        if let Some(name) = behind(" with ") {
            let rule = Rule::from_name(name).unwrap_or_else(|| panic!("no rule `{name}`"));
            severities.set(rule, Some(rule.info().severity));
        }
        Options {
            severities,
            document: named.map(|name| Document::from_name(name).unwrap_or_else(|| panic!("no document `{name}`"))),
            comments: self.has("comments"),
            requests: self.has("http"),
            ..Options::default()
        }
    }

    fn findings(&self) -> Vec<WordedFinding> {
        if self.has("project-id") {
            let findings = check_project_id(&self.input);
            return findings.iter().map(|finding| finding.worded(Language::En)).collect();
        }
        check(self.bytes(), &self.options()).worded(Language::En).findings
    }

    /// The text after the fixes of this safety, where they change it.
    fn mended(&self, safety: Safety) -> Option<String> {
        if self.has("project-id") {
            return None;
        }
        fix_all(self.bytes(), &self.options(), safety).text
    }

    /// What stands below the input.
    fn output(&self) -> String {
        let findings = self.findings();
        let mut text = "\n```text\n".to_owned();
        if findings.is_empty() {
            text.push_str("nothing found\n");
        }
        for finding in &findings {
            describe(finding, &mut text);
        }
        text.push_str("```\n");
        let safe = self.mended(Safety::Safe);
        let all = self.mended(Safety::Unsafe).filter(|all| safe.as_ref() != Some(all));
        for (title, mended) in [("After the safe fixes", safe), ("After the unsafe fixes", all)] {
            if let Some(mended) = mended {
                let kind = if self.has("http") { "http" } else { "json" };
                let _ = write!(
                    text,
                    "\n{title}:\n\n```{kind}\n{}\n```\n",
                    mended.trim_end_matches('\n')
                );
            }
        }
        text.push('\n');
        text
    }
}

fn place(span: Option<Span>) -> String {
    span.map_or_else(String::new, |Span { start, end }| {
        format!("{}:{}-{}:{} ", start.line, start.column, end.line, end.column)
    })
}

/// Everything that a finding says.
fn describe(finding: &WordedFinding, text: &mut String) {
    let _ = writeln!(
        text,
        "{}[{}]: {}",
        finding.severity.name(),
        finding.rule.name(),
        finding.message
    );
    let path = finding
        .path
        .as_deref()
        .map(|path| if path.is_empty() { "the body" } else { path });
    let at = format!("{}{}", place(finding.span), path.unwrap_or("the text"));
    let label = finding
        .label
        .as_ref()
        .map(|label| format!(": {label}"))
        .unwrap_or_default();
    let _ = writeln!(text, "  at {at}{label}");
    for related in &finding.related {
        let _ = writeln!(text, "  see {}{}", place(related.span), related.message);
    }
    if let Some(note) = &finding.note {
        let _ = writeln!(text, "  note: {note}");
    }
    if let Some(help) = &finding.help {
        let _ = writeln!(text, "  help: {help}");
    }
    if let Some(fix) = &finding.fix {
        let safety = match fix.safety {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
        };
        let _ = writeln!(text, "  fix ({safety}): {}", fix.title);
    }
    if let Some(source) = finding.source {
        let quote = source.quote.map(|quote| format!(": \"{quote}\"")).unwrap_or_default();
        let _ = writeln!(text, "  source: {}{quote}", source.page);
    }
    if let Some(code) = finding.api_error {
        let _ = writeln!(text, "  the API would answer {code}");
    }
}

#[test]
fn cases_are_as_they_run() {
    for case in cases() {
        agrees(&case.path, &case.written());
    }
}

#[test]
fn every_rule_has_a_failing_and_a_passing_example() {
    for case in cases().iter().filter(|case| !OF_THE_COMMAND.contains(&case.rule)) {
        let speaks = |findings: &[WordedFinding]| findings.iter().any(|finding| finding.rule == case.rule);
        let fails = case.scenarios.iter().any(|scenario| speaks(&scenario.findings()));
        assert!(fails, "{}: no scenario in which the rule speaks", case.path);
        let passes = case.scenarios.iter().any(|scenario| {
            let mended = scenario.mended(Safety::Unsafe);
            !speaks(&scenario.findings())
                || mended
                    .is_some_and(|mended| !speaks(&check(mended, &scenario.options()).worded(Language::En).findings))
        });
        assert!(passes, "{}: no example that passes or is mended", case.path);
    }
}

#[test]
fn there_is_a_file_for_each_rule_and_no_other() {
    let mut found: Vec<String> = fs::read_dir(file("crates/ctslint/cases"))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    let mut wanted: Vec<String> = Rule::ALL.iter().map(|rule| format!("{}.md", rule.name())).collect();
    wanted.sort();
    assert_eq!(found, wanted);
}
