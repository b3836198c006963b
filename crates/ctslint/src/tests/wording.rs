//! What the English texts say, in every language: over the catalogue, and over what is found in texts of all kinds.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use super::agreement::bodies;
use crate::api::DOCUMENTS;
use crate::explain::case;
use crate::{
    CompareOptions, Document, Language, MessageId, Options, Provider, Rule, Severities, TranslateOptions, TranslateTo,
    case_file, check, check_project_id, compare, translate, translate_requests,
};

/// Words that an English sentence does not go without, and that no German one has.
const ENGLISH: &[&str] = &[
    "the", "is", "are", "of", "with", "must", "and", "not", "this", "that", "to", "for", "has", "have", "be", "by",
    "from", "it", "its", "no", "or", "which", "were", "would", "can", "cannot", "what", "when", "if", "as", "on",
    "than", "only", "without", "does", "there", "here", "your", "you", "field", "value", "missing", "add", "remove",
    "write",
];

/// Words in small letters that are the same in Chinese: names of things, and values that the API gives without quotes.
const SAME_IN_CHINESE: &[&str] = &[
    "git",
    "curl",
    "ctslint",
    "createDatakey",
    "system",
    "enabled",
    "disabled",
    "v1",
    "v3",
    "cts",
    "tracker_type",
    "tracker_name",
    "data_bucket",
    "file_prefix_name",
    "project_id",
    "tracker",
    "trackers",
    "v2",
    "eu",
    "ch2",
    "shell",
    "provider",
    "pydantic",
    "serde",
];

/// What a text says for every reader: its gaps, its literals in backticks, and its numbers, each with how often it occurs.
/// And the text between them.
fn facts(text: &str) -> (BTreeMap<String, usize>, String) {
    let text = text.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let (mut facts, mut words) = (BTreeMap::new(), String::new());
    let mut note = |fact: &str| *facts.entry(fact.to_owned()).or_default() += 1;
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('`') {
        words.push_str(before);
        // A literal with backticks stands between two of them on each side.
        let doubled = after.strip_prefix("` ").and_then(|after| after.split_once(" ``"));
        let (literal, after) = doubled.or_else(|| after.split_once('`')).expect("a literal ends");
        note(&format!("`{literal}`"));
        // The literal is a word of the sentence.
        words.push('`');
        rest = after;
    }
    words.push_str(rest);
    for gap in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
        if gap.0.chars().all(|c| c == '_' || c.is_ascii_lowercase()) {
            let gap = format!("{{{}}}", gap.0);
            note(&gap);
            words = words.replace(&gap, "\0");
        }
    }
    for number in words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| !number.is_empty())
    {
        note(number);
    }
    (facts, words)
}

/// How a text differs from the English one in what it says, or why it is not in its language.
fn difference(language: Language, text: &str, english: &str) -> Option<String> {
    let ((said, words), (meant, english_words)) = (facts(text), facts(english));
    let is_letter = |c: char| c == '_' || c.is_alphanumeric() && !is_chinese(c);
    let foreign = words.split(|c| !is_letter(c)).find(|word| match language {
        Language::En => false,
        Language::De => ENGLISH.contains(word),
        Language::Zh => word.starts_with(|c: char| c.is_ascii_lowercase()) && !SAME_IN_CHINESE.contains(word),
    });
    let lost = names(&english_words).find(|name| names(&words).all(|said| said != *name));
    let what = if said != meant {
        format!("{said:?} instead of {meant:?}")
    } else if let Some(lost) = lost {
        format!("{lost} is lost")
    } else if let Some(foreign) = foreign {
        format!("`{foreign}`")
    } else {
        format!(
            "{:?} stand together",
            spacing(&words).filter(|_| language == Language::Zh)?
        )
    };
    Some(format!("{}: {text} | {english}: {what}", language.name()))
}

/// The names in capitals in a text, such as `OBS`.
fn names(words: &str) -> impl Iterator<Item = &str> {
    let names = words.split(|c: char| !c.is_ascii_alphanumeric());
    names.filter(|name| {
        name.len() > 1
            && name.starts_with(|c: char| c.is_ascii_uppercase())
            && !name.contains(|c: char| c.is_ascii_lowercase())
    })
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What stands between Chinese characters and others without a space, or with one where a mark of punctuation brings its own.
fn spacing(words: &str) -> Option<(char, char)> {
    let is_other = |c: char| c.is_ascii_alphanumeric() || c == '`';
    let is_mark = |c: char| "，。：；！？（）、".contains(c);
    let is_ascii_mark = |c: char| ",;:!?()".contains(c);
    words.chars().zip(words.chars().skip(1)).find(|(left, right)| {
        [(*left, *right), (*right, *left)].into_iter().any(|(one, other)| {
            is_chinese(one) && (is_other(other) || is_ascii_mark(other)) || is_mark(one) && other == ' '
        })
    })
}

/// The facts of a text are the same in every language.
#[test]
fn texts_of_the_catalogue_say_the_same() {
    let mut differences = Vec::new();
    for &id in MessageId::ALL {
        for &language in Language::ALL {
            let [text, english] = [language, Language::En].map(|language| id.template(language));
            // What joins others is a mark and a space.
            if !id.name().starts_with("list-") {
                assert!(!text.is_empty(), "{} in {}", id.name(), language.name());
            }
            differences.extend(difference(language, text, english));
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

/// The headings, paragraphs and blocks of a Markdown text; what is no block has no info string.
fn parts(text: &str) -> Vec<(Option<&str>, String)> {
    let mut parts: Vec<(Option<&str>, String)> = Vec::new();
    let (mut is_in_block, mut is_in_paragraph) = (false, false);
    for line in text.lines() {
        match (line.strip_prefix("```"), parts.last_mut()) {
            (Some(info), _) if !is_in_block => parts.push((Some(info), String::new())),
            (Some(_), _) => {}
            (None, Some((_, text))) if is_in_block => {
                text.push_str(line);
                text.push('\n');
            }
            (None, Some((_, text))) if is_in_paragraph && !line.is_empty() => {
                // A line of Chinese ends where there is no space.
                let joins = text.ends_with(is_wide) && line.starts_with(is_wide);
                text.push_str(if joins { "" } else { " " });
                text.push_str(line);
            }
            _ if line.is_empty() => {}
            _ => parts.push((None, line.to_owned())),
        }
        is_in_block ^= line.starts_with("```");
        is_in_paragraph = !is_in_block && !line.is_empty() && !line.starts_with("```");
    }
    parts
}

fn is_wide(c: char) -> bool {
    is_chinese(c) || "，。：；！？（）、“”".contains(c)
}

/// A text without what it quotes, which is English in every language.
fn without_quotations(text: &str) -> String {
    let (mut is_literal, mut is_quoted) = (false, false);
    let mut rest = String::new();
    for c in text.chars() {
        is_literal ^= c == '`' && !is_quoted;
        is_quoted ^= c == '"' && !is_literal;
        if !is_quoted && (is_literal || c != '"') {
            rest.push(c);
        }
    }
    rest
}

/// The case files of rules have the same scenarios in every language, and each sentence has what the English one tells.
#[test]
fn cases_say_the_same_in_every_language() {
    let (mut differences, mut texts) = (Vec::new(), 0);
    for &rule in Rule::ALL {
        let english = case_file(rule, Language::En);
        for language in [Language::De, Language::Zh] {
            let ours = case_file(rule, language);
            let (ours, english) = (parts(&ours), parts(&english));
            let kinds = |parts: &[(Option<&str>, String)]| {
                let kinds = parts
                    .iter()
                    .map(|(info, text)| (info.map(str::to_owned), text.starts_with("## ")));
                kinds.collect::<Vec<_>>()
            };
            assert_eq!(kinds(&ours), kinds(&english), "{} in {}", rule.name(), language.name());
            for ((info, text), (_, english)) in ours.iter().zip(&english) {
                match info {
                    None if *english == format!("# {}", rule.name()) => assert_eq!(text, english),
                    None => {
                        let [text, english] = [text, english].map(|text| without_quotations(text));
                        differences.extend(difference(language, &text, &english));
                        texts += 1;
                    }
                    Some("text") => {
                        assert_eq!(text.lines().count(), english.lines().count(), "{text}");
                        let lines = text.lines().zip(english.lines());
                        // The names of pages and what they say are quoted.
                        for (text, english) in lines.filter(|(_, english)| !english.starts_with("  source: ")) {
                            assert_ne!(text, english, "{} in {}", rule.name(), language.name());
                            let [text, english] = [text, english].map(without_path);
                            differences.extend(difference(language, text, english));
                            texts += 1;
                        }
                    }
                    // Inputs, and what becomes of them.
                    Some(_) => assert_eq!(text, english, "{} in {}", rule.name(), language.name()),
                }
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
    assert!(texts > 3_000, "only {texts} texts");
}

/// A line about a finding without the rule or the field that it is about.
fn without_path(line: &str) -> &str {
    let after = |mark| Some(line.split_once(mark)?.1);
    match line.starts_with(' ') {
        false => after("]: ").unwrap_or(line),
        true if line.contains(" /") => after(": ").or_else(|| after("：")).unwrap_or_default(),
        true => line,
    }
}

/// A text, and how it is checked.
#[derive(Clone)]
struct Sample {
    text: String,
    options: Options,
    is_project_id: bool,
}

impl Sample {
    fn new(text: impl Into<String>, options: Options) -> Self {
        Self {
            text: text.into(),
            options,
            is_project_id: false,
        }
    }

    /// The block of a case file with this info string.
    fn of_case(info: &str, text: &str) -> Self {
        let behind = |word: &str| info.split_once(word)?.1.split(' ').next();
        let mut severities = Severities::default();
        if let Some(rule) = behind(" with ").and_then(Rule::from_name) {
            severities.set(rule, Some(rule.info().severity));
        }
        let options = Options {
            severities,
            document: behind(" as ").and_then(Document::from_name),
            comments: info.contains("comments"),
            requests: info.starts_with("http"),
            ..Options::default()
        };
        Self {
            is_project_id: info.contains("project-id"),
            ..Self::new(text, options)
        }
    }

    /// The text after slips of the hand, one in each; `step` is how many characters stand between them.
    fn mutants(&self, step: usize) -> impl Iterator<Item = Self> {
        let slips = ["", "\"", "'", "}", ",", "x", "é", "/*", "0", "\u{200b}", "“"];
        let places = self.text.char_indices().step_by(step).enumerate();
        places.map(move |(index, (at, old))| {
            let mut text = self.text.clone();
            text.replace_range(at..at + old.len_utf8(), slips[index % slips.len()]);
            Self { text, ..self.clone() }
        })
    }
}

/// The inputs of the case files, and what they are after their fixes.
fn samples_of_cases() -> Vec<Sample> {
    let mut samples = Vec::new();
    for &rule in Rule::ALL {
        let mut blocks = case(rule).split("\n```").skip(1);
        while let (Some(block), Some(_)) = (blocks.next(), blocks.next()) {
            let (info, text) = block.split_once('\n').expect("a block has its first line");
            if info != "text" {
                samples.push(Sample::of_case(info, text));
            }
        }
    }
    samples
}

/// The files of the tests and the examples.
fn samples_of_files() -> Vec<Sample> {
    let mut samples = Vec::new();
    for folder in [
        "examples/good",
        "tests/fixtures",
        "tests/requests",
        "web/tests/fixtures",
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let extension = path.extension().and_then(|extension| extension.to_str());
            samples.push(Sample::new(
                text,
                Options {
                    comments: extension == Some("jsonc"),
                    requests: matches!(extension, Some("http" | "rest")),
                    ..Options::default()
                },
            ));
        }
    }
    samples
}

/// Every fortieth of the bodies that the tables give rise to, for both providers in turn, with all rules on.
fn samples_of_tables() -> Vec<Sample> {
    let mut severities = Severities::default();
    for &rule in Rule::ALL {
        severities.set(rule, Some(rule.info().severity));
    }
    let of_document = |document: &'static Document| bodies(document).into_iter().map(move |body| (document, body));
    let bodies = DOCUMENTS.iter().copied().flat_map(of_document).step_by(40);
    let providers = Provider::ALL.iter().cycle();
    let samples = bodies.zip(providers).map(|((document, body), provider)| {
        Sample::new(
            body,
            Options {
                document: Some(document),
                provider: Some(*provider),
                severities: severities.clone(),
                ..Options::default()
            },
        )
    });
    samples.collect()
}

/// All that is said of a text in a language: of its findings, of its translations and of comparisons with it.
fn said_of(sample: &Sample) -> impl Fn(Language) -> Vec<String> {
    let Sample { text, options, .. } = sample;
    let (findings, reason) = if sample.is_project_id {
        (check_project_id(text), None)
    } else {
        let report = check(text, options);
        (report.findings, Some(report.reason))
    };
    let losses = ["kms_id", "smn"].map(str::to_owned);
    let goals = [
        (None, &[][..]),
        (Some(TranslateTo::Create), &losses),
        (Some(TranslateTo::Update), &losses),
    ];
    let translated = goals.map(|(to, allow_loss)| {
        let translate = if options.requests {
            translate_requests
        } else {
            translate
        };
        translate(
            text,
            &TranslateOptions {
                to,
                allow_loss,
                provider: options.provider.unwrap_or_default(),
                ..TranslateOptions::default()
            },
        )
    });
    let compared = [(text.as_str(), ANSWER), (UPDATE, text.as_str())]
        .map(|(request, answer)| compare(request, answer, &CompareOptions::default()));
    move |language| {
        let mut said = Vec::new();
        for finding in &findings {
            let worded = finding.worded(language);
            let fix = worded.fix.map(|fix| fix.title);
            let texts = [Some(worded.message), worded.note, worded.help, worded.label, fix];
            said.extend(texts.into_iter().flatten());
            said.extend(worded.related.into_iter().map(|related| related.message));
        }
        said.extend(reason.map(|reason| reason.worded(language)));
        for translated in &translated {
            match translated {
                Ok(done) => said.extend(done.changes.iter().map(|change| change.worded(language).message)),
                Err(error) => said.push(error.worded(language).into()),
            }
        }
        for compared in &compared {
            match compared {
                Ok(done) => said.extend(done.differences.iter().map(|it| it.worded(language).message)),
                Err(error) => said.push(error.worded(language).into()),
            }
        }
        said.into_iter().map(String::from).collect()
    }
}

/// An answer, and a request that changes it.
const ANSWER: &str = r#"{"trackers": [{"id": "1", "create_time": 1, "tracker_name": "system", "tracker_type": "system",
    "status": "enabled", "is_support_validate": true, "lts": {"is_lts_enabled": true},
    "obs_info": {"bucket_name": "old", "is_obs_created": true, "bucket_lifecycle": 30, "compress_type": "gzip"}}]}"#;
const UPDATE: &str = r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "new"}}"#;

/// Whoever reads German or Chinese learns all that is said in English, and reads no English.
#[test]
fn what_is_said_of_texts_is_the_same_in_every_language() {
    let written: Vec<Sample> = samples_of_cases().into_iter().chain(samples_of_files()).collect();
    let mutants = written.iter().flat_map(|sample| sample.mutants(61));
    let tables = samples_of_tables();
    // What was said in each language, with the English of it. Many texts are said of many samples.
    let mut said_before = HashSet::new();
    let (mut texts, mut samples) = (0, 0);
    for sample in written.iter().cloned().chain(mutants).chain(tables) {
        let said = said_of(&sample);
        let english = said(Language::En);
        for language in [Language::De, Language::Zh] {
            let said = said(language);
            assert_eq!(said.len(), english.len(), "{said:#?}\n{english:#?}");
            let pairs = said.into_iter().zip(english.iter().cloned());
            said_before.extend(pairs.map(|(text, english)| (language, text, english)));
        }
        samples += 1;
        texts += english.len();
    }
    let differences = said_before
        .iter()
        .filter_map(|(language, text, english)| difference(*language, text, english));
    let differences: BTreeSet<String> = differences.collect();
    assert!(differences.is_empty(), "{differences:#?}");
    assert!(
        samples > 3_000 && texts > 40_000,
        "only {samples} samples, {texts} texts"
    );
}
