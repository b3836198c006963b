//! The profile for language models: what it writes is in the common subset of structured output, and can be sent.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Judges, errors, foretold};
use crate::api::DOCUMENTS;
use crate::model::{Document, DocumentKind, Object, Type};
use crate::{Options, Safety, SchemaOptions, SchemaProfile, check, fix_all, json_schema_with};

/// A body as a model would have to write it: fields that are missing are `null`.
fn filled(document: &'static Document, object: &'static Object, body: &Value) -> Value {
    let Value::Object(members) = body else {
        return body.clone();
    };
    let mut members = members.clone();
    for field in object.fields {
        let value = members.entry(field.name).or_insert(Value::Null);
        match (field.ty, &mut *value) {
            (Type::Object(inner), _) => *value = filled(document, inner, value),
            (Type::List, Value::Array(items)) => {
                let of = document.items.expect("a list has items");
                items.iter_mut().for_each(|item| *item = filled(of, of.root, item));
            }
            _ => {}
        }
    }
    members.into()
}

/// A body as it is sent: members that are `null` are left out.
fn without_nulls(body: &Value) -> Value {
    match body {
        Value::Object(members) => {
            let given = members.iter().filter(|(_, value)| !value.is_null());
            let given = given.map(|(name, value)| (name.clone(), without_nulls(value)));
            given.collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

/// What the profile says of a body that is filled up with `null`, and the checker of what is then sent; `accepted` is what it
/// says of the body itself. What only the checker refuses breaks rules that the description names. Where both accept a
/// request, `fix` makes of the one what is sent.
#[track_caller]
pub(super) fn verdicts(judges: &Judges, body: &Value, accepted: bool) -> (bool, bool) {
    let document = judges.document;
    let options = Options {
        document: Some(document),
        ..Options::default()
    };
    let written = filled(document, document.root, body);
    let sent = without_nulls(body);
    let report = (sent != *body).then(|| check(sent.to_string(), &options));
    let by_checker = report
        .as_ref()
        .map_or(accepted, |report| errors(report).next().is_none());
    let by_model = judges.llm.is_valid(&written);
    if by_model && !by_checker {
        let report = report.unwrap_or_else(|| check(sent.to_string(), &options));
        foretold(document, SchemaProfile::Llm, &report);
    }
    if by_model && by_checker && document.kind == DocumentKind::Request {
        let written = written.to_string();
        let fixed = fix_all(&written, &options, Safety::Safe).text;
        let fixed: Value = serde_json::from_str(fixed.as_ref().unwrap_or(&written)).expect("it is JSON");
        assert_eq!(fixed, sent, "{document:?}: {written}");
    }
    (by_model, by_checker)
}

/// What OpenAI, Anthropic and Gemini all document as part of a schema.
const KEYWORDS: [&str; 10] = [
    "additionalProperties",
    "anyOf",
    "description",
    "enum",
    "items",
    "minItems",
    "properties",
    "required",
    "title",
    "type",
];

/// The lowest limits that one of the three has or had.
const LEVELS: usize = 5;
const PROPERTIES: usize = 100;
const UNIONS: usize = 16;
const CHARACTERS: usize = 15_000;

/// What a schema has of that which is limited.
#[derive(Debug, Default)]
struct Counts {
    levels: usize,
    properties: usize,
    unions: usize,
    /// In names and values.
    characters: usize,
}

fn count(schema: &Value, levels: usize, counts: &mut Counts) {
    let schema = schema.as_object().expect("a schema is an object");
    for keyword in schema.keys() {
        assert!(KEYWORDS.contains(&keyword.as_str()), "`{keyword}` is not in the subset");
    }
    if let Some(choice) = schema.get("anyOf").and_then(Value::as_array) {
        assert!(levels > 0, "the root is an object");
        assert_eq!(choice.len(), 2, "{choice:?}");
        assert_eq!(choice[1], serde_json::json!({"type": "null"}));
        assert!(!schema.contains_key("type"), "{schema:?}");
        counts.unions += 1;
        return count(&choice[0], levels, counts);
    }
    match schema["type"].as_str() {
        Some("object") => {
            let levels = levels + 1;
            counts.levels = counts.levels.max(levels);
            let properties = schema["properties"].as_object().expect("properties");
            let required = schema["required"].as_array().expect("a list");
            let required: BTreeSet<_> = required.iter().filter_map(Value::as_str).collect();
            let names: BTreeSet<_> = properties.keys().map(String::as_str).collect();
            assert_eq!(required, names, "every field is required");
            assert_eq!(schema["additionalProperties"], false);
            counts.properties += properties.len();
            counts.characters += names.iter().map(|name| name.len()).sum::<usize>();
            properties.values().for_each(|field| count(field, levels, counts));
        }
        Some("array") => {
            let least = schema.get("minItems").map_or(Some(0), Value::as_u64);
            assert!(least.is_some_and(|least| least <= 1), "{schema:?}");
            count(&schema["items"], levels, counts);
        }
        Some("string") => {
            for value in schema.get("enum").and_then(Value::as_array).into_iter().flatten() {
                let value = value.as_str().expect("a text");
                assert!(!value.is_empty(), "a value is empty: {schema:?}");
                counts.characters += value.len();
            }
        }
        Some("boolean" | "integer" | "null") => {}
        other => panic!("{other:?} is no type"),
    }
}

/// One keyword more, and an interface refuses the whole schema. Answers are nothing that a model writes: they have more
/// fields than one of the three takes choices.
#[test]
fn the_profile_keeps_to_the_common_subset() {
    for document in DOCUMENTS {
        let options = SchemaOptions {
            profile: SchemaProfile::Llm,
            ..SchemaOptions::default()
        };
        let mut counts = Counts::default();
        count(&json_schema_with(document, &options), 0, &mut counts);
        let is_in_limits = counts.levels <= LEVELS
            && counts.properties <= PROPERTIES
            && counts.characters <= CHARACTERS
            && (counts.unions <= UNIONS || document.kind == DocumentKind::Response);
        assert!(is_in_limits, "{document:?}: {counts:?}");
    }
}
