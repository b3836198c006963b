//! Every fact of the tables, broken once: the finding must be that one, at that place, and no other.

use serde_json::{Value, json};

use super::{body, body_of_type, body_with, example, findings, is_of_type, satisfy, set, unset, violate};
use crate::api::DOCUMENTS;
use crate::model::Rule;
use crate::model::{At, Condition, Document, DocumentKind, Field, Scalar, Type};

/// A body that breaks one fact, and what must be found.
struct Broken {
    fact: String,
    body: String,
    rule: Rule,
    path: String,
}

/// What is found on a body without being at fault: the version is old.
fn background(document: &'static Document) -> Vec<(&'static str, String)> {
    document
        .deprecated
        .iter()
        .map(|_| (Rule::DeprecatedApi.name(), String::new()))
        .collect()
}

/// The values of wrong types for a field.
fn wrong_types(field: &Field) -> Vec<Value> {
    let all = [
        json!(null),
        json!(true),
        json!(1),
        json!(1.5),
        json!("text"),
        json!([]),
        json!({}),
    ];
    let right = |value: &Value| match field.ty {
        Type::Boolean => value.is_boolean(),
        Type::Long(_) => value.is_u64(),
        Type::Text(_) => value.is_string(),
        Type::Texts(_) | Type::List => value.is_array(),
        Type::Object(_) => value.is_object(),
    };
    all.into_iter().filter(|value| !right(value)).collect()
}

fn broken(document: &'static Document) -> Vec<Broken> {
    let whole = body(document, true);
    let mut all = Vec::new();
    let mut add = |fact: String, body: Value, rule: Rule, path: &str| {
        all.push(Broken {
            fact,
            body: body.to_string(),
            rule,
            path: path.into(),
        });
    };
    for id in document.fields() {
        let field = id.row().field;
        let pointer = id.pointer();
        let whole = body_with(document, id);
        let with = |value: Value| {
            let mut body = whole.clone();
            set(&mut body, &pointer, value);
            body
        };
        for value in wrong_types(field) {
            add(
                format!("{pointer} is not {value}"),
                with(value),
                Rule::WrongType,
                &pointer,
            );
        }
        if field.required {
            let mut body = whole.clone();
            unset(&mut body, &pointer);
            add(format!("{pointer} is required"), body, Rule::MissingField, &pointer);
        }
        let (Type::Text(rule) | Type::Texts(rule)) = field.ty else {
            continue;
        };
        let (wrap, at): (fn(&str) -> Value, _) = match field.ty {
            Type::Texts(_) => (|text| json!([text]), format!("{pointer}/0")),
            _ => (|text| json!(text), pointer.clone()),
        };
        if let Type::Texts(_) = field.ty {
            add(format!("{at} is a string"), with(json!([1])), Rule::WrongType, &at);
        }
        if !rule.values.is_empty() {
            add(
                format!("{at} is enumerated"),
                with(wrap("another")),
                Rule::UnknownValue,
                &at,
            );
        }
        for value in rule.values {
            let upper = value.value.to_uppercase();
            if upper != value.value {
                add(format!("{at} minds case"), with(wrap(&upper)), Rule::UnknownValue, &at);
            }
        }
        for foreign in rule.foreign_values {
            add(
                format!("{at} is not {foreign}"),
                with(wrap(foreign)),
                Rule::OtherProviderField,
                &at,
            );
        }
        if let Some(length) = &rule.length {
            if length.min > 0 {
                add(
                    format!("{at} has a least length"),
                    with(wrap(&"a".repeat(length.min - 1))),
                    Rule::LengthOutOfRange,
                    &at,
                );
            }
            add(
                format!("{at} has a greatest length"),
                with(wrap(&"a".repeat(length.max + 1))),
                Rule::LengthOutOfRange,
                &at,
            );
        }
        if let Some(characters) = &rule.characters {
            for character in (0..128).map(char::from).chain(['é', '名', '😀']) {
                if !characters.allows(character, false) {
                    let value = wrap(&format!("aa{character}a"));
                    add(
                        format!("{at} has no {character:?}"),
                        with(value),
                        Rule::InvalidCharacter,
                        &at,
                    );
                } else if !characters.allows(character, true) {
                    let value = wrap(&format!("{character}aaa"));
                    add(
                        format!("{at} does not start with {character:?}"),
                        with(value),
                        Rule::InvalidCharacter,
                        &at,
                    );
                }
            }
        }
        if let Some(format) = rule.format {
            let odd: &[&str] = match format.rule {
                Rule::InvalidBucketName => &["a..b", "a.-b", "a-.b", "abc-", "abc.", "192.168.0.1"],
                Rule::UnusualKmsId => &["my key", "13A4207C-7ABE-4B68-8510-16B84C3B5504"],
                _ => &["", " CTS ", ".a", "a.", "a/b"],
            };
            for text in odd {
                add(format!("{at} is not {text}"), with(wrap(text)), format.rule, &at);
            }
        }
    }
    for relation in document.all_relations() {
        let is_of_data_tracker = match relation.when {
            Condition::Is(_, Scalar::Text(kind)) => kind == "data",
            _ => relation.rule == Rule::SameBucket,
        };
        let kind = if is_of_data_tracker { "data" } else { "system" };
        let mut body = body_of_type(document, false, kind);
        satisfy(&mut body, &relation.when);
        violate(&mut body, &relation.then);
        if relation.rule != Rule::FieldOfOtherTrackerType {
            // Examples of objects have the fields of every type.
            for id in document.fields().filter(|id| !is_of_type(document, *id, kind)) {
                unset(&mut body, &id.pointer());
            }
        }
        let path = match relation.at {
            At::Body => String::new(),
            At::Field(id) => id.pointer(),
            At::First(options) => {
                let (Condition::Given(id) | Condition::Is(id, _)) = options[0] else {
                    panic!("an option is given, or has a value")
                };
                id.pointer()
            }
        };
        add(format!("relation {:?}", relation.rule), body, relation.rule, &path);
    }
    for foreign_field in document.foreign_fields {
        let holder = foreign_field
            .within
            .map(|object| format!("/{object}"))
            .unwrap_or_default();
        let pointer = format!("{holder}/{}", foreign_field.name);
        let mut body = whole.clone();
        set(&mut body, &pointer, json!("x"));
        let rule = match foreign_field.provenance {
            crate::model::Provenance::Retired => Rule::RetiredField,
            crate::model::Provenance::OtherProvider => Rule::OtherProviderField,
            crate::model::Provenance::Response => Rule::ResponseOnlyField,
        };
        add(format!("{pointer} is a foreign_field"), body, rule, &pointer);
    }
    for (name, holder) in holders(document) {
        let pointer = format!("{holder}/zzzz");
        let mut body = match document.field_ref(&holder) {
            Some(id) => body_with(document, id),
            None => whole.clone(),
        };
        set(&mut body, &pointer, json!(1));
        add(format!("{name} has no such field"), body, Rule::UnknownField, &pointer);
    }
    all
}

/// The objects of a document with their pointers.
fn holders(document: &'static Document) -> Vec<(&'static str, String)> {
    let root = document.root.fields.iter().filter_map(|field| match field.ty {
        Type::Object(object) => Some((object.name, format!("/{}", field.name))),
        _ => None,
    });
    std::iter::once((document.root.name, String::new()))
        .chain(root)
        .collect()
}

#[test]
fn whole_and_bare_bodies_are_right() {
    for document in DOCUMENTS {
        let whole = findings(document, &body(document, true).to_string());
        assert_eq!(whole, background(document), "{document:?}");
        let bare = findings(document, &body(document, false).to_string());
        assert!(
            bare.iter()
                .all(|(rule, _)| matches!(*rule, "deprecated-api" | "short-retention" | "partial-update")),
            "{bare:?}"
        );
    }
}

#[test]
fn each_fact_broken_gives_its_finding_and_no_other() {
    let mut count = 0;
    for document in DOCUMENTS {
        for Broken { fact, body, rule, path } in broken(document) {
            let mut expected = background(document);
            expected.push((rule.name(), path));
            // A bare body that breaks a relation has no bucket either.
            let mut found = findings(document, &body);
            for other in [Rule::ShortRetention, Rule::PartialUpdate, Rule::ObsOptionWithoutBucket] {
                // Without a bucket there are its options still.
                let has_options = !matches!(rule, Rule::ShortRetention | Rule::FieldOfOtherTrackerType);
                if rule != other && (other != Rule::ObsOptionWithoutBucket || !has_options) {
                    found.retain(|(rule, _)| *rule != other.name());
                }
            }
            expected.sort();
            assert_eq!(found, expected, "{}: {fact}: {body}", document.name());
            count += 1;
        }
    }
    assert!(count > 400, "only {count} facts");
}

#[test]
fn each_field_by_itself_gives_the_same_finding() {
    for document in DOCUMENTS {
        for id in document.fields() {
            let field = id.row().field;
            let pointer = id.pointer();
            if !matches!(field.ty, Type::Object(_)) {
                assert_eq!(crate::check_field(document, &pointer, &example(field)), [], "{pointer}");
            }
            for value in wrong_types(field) {
                let found = crate::check_field(document, &pointer, &value);
                let found: Vec<_> = found
                    .iter()
                    .map(|finding| (finding.rule, finding.path.as_deref()))
                    .collect();
                assert_eq!(found, [(Rule::WrongType, Some(pointer.as_str()))], "{value}");
            }
        }
    }
}

#[test]
fn a_body_that_is_no_object() {
    for document in DOCUMENTS {
        for text in ["null", "1", "\"text\"", "[]", "true"] {
            if document.or_list && text == "[]" {
                assert_eq!(findings(document, text), []);
                continue;
            }
            assert_eq!(findings(document, text), [("wrong-type", String::new())], "{text}");
        }
    }
}

#[test]
fn every_misspelling_of_every_request_field_is_one_finding_with_a_rename() {
    for document in DOCUMENTS
        .iter()
        .filter(|document| document.kind() == DocumentKind::Request)
    {
        for id in document.fields() {
            let field = id.row().field;
            let pointer = id.pointer();
            let whole = body_with(document, id);
            let value = whole.pointer(&pointer).expect("all fields are there").clone();
            let holder = pointer.rsplit_once('/').map_or("", |(holder, _)| holder);
            let middle = field.name.len() / 2;
            let misspelt = [
                format!("{}{}", &field.name[..middle], &field.name[middle + 1..]),
                format!("{}x{}", &field.name[..middle], &field.name[middle..]),
                field.name.to_uppercase(),
                field.name.replace('_', "-"),
            ];
            for name in misspelt.iter().filter(|name| *name != field.name) {
                let mut body = whole.clone();
                unset(&mut body, &pointer);
                set(&mut body, &format!("{holder}/{name}"), value.clone());
                let options = crate::Options {
                    document: Some(document),
                    ..Default::default()
                };
                let report = crate::check(body.to_string(), &options);
                let found: Vec<_> = report
                    .findings
                    .iter()
                    .filter(|f| f.rule != Rule::DeprecatedApi)
                    .collect();
                let [finding] = found[..] else {
                    panic!("{body}: {found:?}")
                };
                assert_eq!(
                    (finding.rule, finding.path.as_deref()),
                    (Rule::UnknownField, Some(format!("{holder}/{name}").as_str()))
                );
                let fix = finding.fix.as_ref().unwrap_or_else(|| panic!("no rename for {name}"));
                assert_eq!(fix.edits[0].text, format!("\"{}\"", field.name));
            }
        }
    }
}

#[test]
fn a_key_without_encryption_is_not_also_called_unusual() {
    let document = crate::Document::from_name("v1").expect("v1 is a document");
    let body = r#"{"bucket_name": "abc", "kms_id": "my key"}"#;
    let expected = [
        ("deprecated-api", String::new()),
        ("kms-id-without-encryption", "/kms_id".into()),
    ];
    assert_eq!(findings(document, body), expected);
}
