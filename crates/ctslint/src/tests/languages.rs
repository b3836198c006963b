//! What is described and explained, in every language.

use serde_json::Value;

use crate::api::DOCUMENTS;
use crate::explain::TopicKind;
use crate::{Language, SchemaOptions, SchemaProfile, explain, form, json_schema_with, topics};

/// A text for people: nothing is left of its template.
#[track_caller]
fn assert_worded(text: &str) {
    assert!(!text.trim().is_empty());
    assert!(!text.contains("{{") && !text.contains("}}"), "{text}");
    for rest in text.split('{').skip(1) {
        let name: String = rest
            .chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '_')
            .collect();
        let is_gap = !name.is_empty() && rest[name.len()..].starts_with('}');
        assert!(
            !is_gap || matches!(name.as_str(), "project_id" | "tracker_name"),
            "{text}"
        );
    }
}

/// Whether a text has Chinese characters.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// A text in a language and not in another one, as far as a look at it and the English one can tell.
#[track_caller]
fn assert_in(language: Language, text: &str, english: &str) {
    assert_worded(text);
    assert_eq!(text == english, language == Language::En, "{text}");
    assert_eq!(is_chinese(text), language == Language::Zh, "{text}");
}

/// The same value, but for texts for people. `of` is the key whose value it is.
#[track_caller]
fn assert_same_shape(value: &Value, english: &Value, of: &str, language: Language) {
    match (value, english) {
        (Value::Object(ours), Value::Object(theirs)) => {
            assert!(ours.keys().eq(theirs.keys()), "{value}");
            for (key, value) in ours {
                assert_same_shape(value, &theirs[key], key, language);
            }
        }
        (Value::Array(ours), Value::Array(theirs)) => {
            assert_eq!(ours.len(), theirs.len(), "{value}");
            for (value, english) in ours.iter().zip(theirs) {
                assert_same_shape(value, english, of, language);
            }
        }
        (Value::String(text), Value::String(english)) => match of {
            "description" | "markdownDescription" | "enumDescriptions" | "label" => assert_in(language, text, english),
            // Some names are the same in German, and what a rule about several fields says is quoted.
            "title" | "errorMessage" => assert_worded(text),
            _ => assert_eq!(text, english),
        },
        _ => assert_eq!(value, english),
    }
}

#[test]
fn schemas_differ_in_texts_alone() {
    for document in DOCUMENTS {
        for &profile in SchemaProfile::ALL {
            let options = |language| SchemaOptions {
                profile,
                draft: None,
                language,
            };
            let schema = |language| json_schema_with(document, &options(language));
            let english = schema(Language::En);
            for &language in Language::ALL {
                assert_same_shape(&schema(language), &english, "", language);
            }
        }
    }
}

#[test]
fn forms_differ_in_texts_alone() {
    for document in DOCUMENTS {
        let english = form(document, Language::En);
        for &language in Language::ALL {
            let mut ours = form(document, language);
            assert_eq!(ours.len(), english.len());
            for (ours, english) in ours.iter_mut().zip(&english) {
                assert_worded(&ours.label);
                assert_in(language, &ours.hint, &english.hint);
                ours.label.clone_from(&english.label);
                ours.hint.clone_from(&english.hint);
                for (ours, english) in ours.values.iter_mut().zip(&english.values) {
                    assert_in(language, &ours.text, &english.text);
                    ours.text.clone_from(&english.text);
                }
            }
            assert_eq!(ours, english);
        }
    }
}

#[test]
fn topics_are_the_same_in_every_language() {
    let english = topics(Language::En);
    for &language in Language::ALL {
        let ours = topics(language);
        assert_eq!(ours.len(), english.len());
        for (ours, english) in ours.iter().zip(&english) {
            assert_eq!((&ours.name, ours.kind), (&english.name, english.kind));
            assert_in(language, &ours.summary, &english.summary);
        }
    }
}

#[test]
fn topics_are_explained_in_every_language() {
    for &language in Language::ALL {
        for topic in topics(language) {
            let text = |language| explain(&topic.name, language).expect("it is listed").text;
            let [ours, english] = [text(language), text(Language::En)];
            let [our_lines, english_lines] = [&ours, &english].map(|text| text.lines().count());
            // What is written for people to read is as long as its language has it.
            assert!(our_lines == english_lines || topic.kind == TopicKind::Rule, "{ours}");
            match topic.kind {
                // The summary; `wording.rs` has what is said of the case file.
                TopicKind::Rule => {
                    let [summary, of_english] = [&ours, &english].map(|text| text.lines().nth(2).expect("a summary"));
                    assert_in(language, summary, of_english);
                }
                TopicKind::Name
                | TopicKind::Field
                | TopicKind::ForeignField
                | TopicKind::ApiError
                | TopicKind::HttpStatus => {
                    assert_worded(&ours);
                    let lines = ours.lines().zip(english.lines());
                    for (line, english) in lines.filter(|(line, _)| line.starts_with("- ")) {
                        assert_in(language, line, english);
                    }
                }
                TopicKind::Document => assert_in(language, &ours, &english),
            }
        }
    }
}

/// Sentences and names follow each other as the language has it.
#[test]
fn pieces_are_put_together_as_the_language_has_it() {
    let text = |name, language| explain(name, language).expect("it is a topic").text;
    let field = text("v3:/obs_info/file_prefix_name", Language::Zh);
    assert!(field.contains("- 最多 64 个字符\n"), "{field}");
    let document = text("v1", Language::Zh);
    assert!(
        document
            .contains("POST /v1.0/{project_id}/tracker 的请求体；简称 `v1`。页面：Creating a Tracker v1。即将下线（"),
        "{document}"
    );
    let rule = text("unknown-field", Language::De);
    assert!(
        rule.starts_with("# unknown-field\n\nFehler: die API kennt kein solches Feld"),
        "{rule}"
    );
}
