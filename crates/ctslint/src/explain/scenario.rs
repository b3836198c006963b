//! A scenario of a case file: an input, what the check says of it, and what the fixes make of it.
//!
//! The info string of the input says what it is: `json`, or `http` for whole requests, then `as <document>`, `comments`
//! where comments are allowed, or `bytes` where `<EF BB BF>` stands for bytes, `with <rule>` where a rule is switched on that
//! is off otherwise. `project-id` is the project ID of a path.

use std::fmt::Write;

use crate::diagnostics::{Finding, Message, Options, ParamName, Safety, Severities, Span, Text, WordedFinding};
use crate::lint::{check, check_project_id, fix_all};
use crate::messages::{Language, MessageId};
use crate::model::{Document, Rule, Severity};

/// An input, and how it is checked.
pub(super) struct Scenario {
    info: String,
    input: String,
}

/// What is said of an input.
pub(super) struct Outcome {
    findings: Vec<Finding>,
    /// What the safe fixes make of it, where they change it.
    safe: Option<String>,
    /// What all fixes make of it, where that is something else.
    all: Option<String>,
    is_http: bool,
}

impl Scenario {
    /// The scenario of a block.
    pub(super) fn read(block: &[&str]) -> Self {
        let (info, input) = match block {
            [info, input @ .., _] => (info.trim_start_matches('`'), input),
            _ => ("", block),
        };
        Self {
            info: info.into(),
            input: input.join("\n"),
        }
    }

    /// Checks the input, and fixes it.
    pub(super) fn outcome(&self) -> Outcome {
        if self.has("project-id") {
            return Outcome {
                findings: check_project_id(&self.input),
                safe: None,
                all: None,
                is_http: false,
            };
        }
        let (bytes, options) = (self.bytes(), self.options());
        let mended = |safety| fix_all(&bytes, &options, safety).text;
        let safe = mended(Safety::Safe);
        Outcome {
            findings: check(&bytes, &options).findings,
            all: mended(Safety::Unsafe).filter(|all| safe.as_ref() != Some(all)),
            safe,
            is_http: self.has("http"),
        }
    }

    fn has(&self, word: &str) -> bool {
        self.info.split(' ').any(|other| other == word)
    }

    /// The name behind a word of the info string.
    fn behind(&self, word: &str) -> Option<&str> {
        self.info.split(' ').skip_while(|other| *other != word).nth(1)
    }

    fn options(&self) -> Options {
        let mut severities = Severities::default();
        if let Some(rule) = self.behind("with").and_then(Rule::from_name) {
            severities.set(rule, Some(rule.info().severity));
        }
        Options {
            severities,
            document: self.behind("as").and_then(Document::from_name),
            comments: self.has("comments"),
            requests: self.has("http"),
            ..Options::default()
        }
    }

    /// The bytes of the input.
    fn bytes(&self) -> Vec<u8> {
        if !self.has("bytes") {
            return self.input.clone().into_bytes();
        }
        let mut bytes = Vec::new();
        let mut rest = self.input.as_str();
        while let Some((before, (hex, after))) = rest
            .split_once('<')
            .and_then(|(before, after)| Some((before, after.split_once('>')?)))
        {
            bytes.extend(before.bytes());
            bytes.extend(hex.split(' ').filter_map(|byte| u8::from_str_radix(byte, 16).ok()));
            rest = after;
        }
        bytes.extend(rest.bytes());
        bytes
    }
}

impl Outcome {
    /// Whether a rule reports the input.
    pub(super) fn reports(&self, rule: Rule) -> bool {
        self.findings.iter().any(|finding| finding.rule == rule)
    }

    /// Whether there is a finding of this severity.
    pub(super) fn has(&self, severity: Severity) -> bool {
        self.findings.iter().any(|finding| finding.severity == severity)
    }

    /// The input after all fixes, where they change it.
    pub(super) fn mended(&self) -> Option<&str> {
        self.all.as_deref().or(self.safe.as_deref())
    }

    /// What stands below the input.
    pub(super) fn write(&self, language: Language, text: &mut String) {
        text.push_str("\n```text\n");
        if self.findings.is_empty() {
            let _ = writeln!(text, "{}", MessageId::ExplainNothingFound.text(language));
        }
        for finding in &self.findings {
            describe(finding, language, text);
        }
        text.push_str("```\n");
        let kind = if self.is_http { "http" } else { "json" };
        for (title, mended) in [
            (MessageId::ExplainAfterSafe, &self.safe),
            (MessageId::ExplainAfterUnsafe, &self.all),
        ] {
            if let Some(mended) = mended {
                let mended = mended.trim_end_matches('\n');
                let _ = write!(text, "\n{}\n\n```{kind}\n{mended}\n```\n", title.text(language));
            }
        }
        text.push('\n');
    }
}

/// Everything that a finding says.
fn describe(finding: &Finding, language: Language, text: &mut String) {
    let worded = finding.worded(language);
    let of = |id: MessageId, what: String| Message::new(id, [(ParamName::What, what)]).worded(language);
    let titled = |name: Text, what: String| {
        let params = [(ParamName::Name, name), (ParamName::What, what.into())];
        Message::new(MessageId::ExplainTitled, params).worded(language)
    };
    let place = of(MessageId::ExplainAt, place(&worded, language));
    let mut lines = vec![match worded.label {
        Some(label) => titled(place, label.into()),
        None => place,
    }];
    for related in worded.related {
        let what = format!("{}{}", range(related.span), related.message);
        lines.push(of(MessageId::ExplainSee, what));
    }
    for (title, said) in [
        (MessageId::ExplainNote, worded.note),
        (MessageId::ExplainHelp, worded.help),
    ] {
        lines.extend(said.map(|said| titled(title.text(language), said.into())));
    }
    if let Some(fix) = worded.fix {
        let safety = of(MessageId::ExplainFix, fix.safety.text(language).into());
        lines.push(titled(safety, fix.title.into()));
    }
    if let Some(source) = worded.source {
        lines.push(titled(MessageId::ExplainSource.text(language), source.cited()));
    }
    if let Some(code) = worded.api_error {
        let code = [(ParamName::ApiError, code)];
        lines.push(Message::new(MessageId::ExplainWouldAnswer, code).worded(language));
    }
    let severity = worded.severity.text(language);
    let _ = writeln!(text, "{severity}[{}]: {}", worded.rule.name(), worded.message);
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
}

/// Where a finding is: its range in the text, and its field.
fn place(finding: &WordedFinding, language: Language) -> String {
    let field = match finding.path.as_deref() {
        None => MessageId::ExplainTheText.text(language).into(),
        Some("") => MessageId::ExplainTheBody.text(language).into(),
        Some(path) => path.to_owned(),
    };
    range(finding.span) + &field
}

fn range(span: Option<Span>) -> String {
    span.map_or_else(String::new, |Span { start, end }| {
        format!("{}:{}-{}:{} ", start.line, start.column, end.line, end.column)
    })
}
