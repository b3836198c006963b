//! Random bodies. `CTSLINT_RANDOM_BODIES=100000 cargo test -p ctslint --release random_bodies` runs as many.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

use super::Judges;
use crate::api::DOCUMENTS;
use crate::api::v3;
use crate::model::{Document, Field, FieldRef, TextRule, Type};
use crate::tests::{example, set};

/// How many bodies are tried in all unless the environment says otherwise.
const USUAL: u32 = 5_000;

fn any_text() -> BoxedStrategy<String> {
    prop_oneof![
        any::<String>(),
        "[a-z0-9.-]{0,70}",
        "[a-z0-9]([a-z0-9-]{0,4}[.]?){0,8}",
        "[A-Za-z0-9._-]{0,70}",
        "[0-9]{1,3}([.][0-9]{1,3}){2,4}",
        "[a-z0-9]{2,10}[\n\r \u{85}\u{2028}A-Z_éß😀]",
        "(system|data|gzip|json|enabled|disabled|error|noBucket|KMS)[\n ]?",
    ]
    .boxed()
}

fn any_number() -> BoxedStrategy<Value> {
    prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-50i32..50).prop_map(|tenths| json!(f64::from(tenths) / 10.0)),
        prop::num::f64::NORMAL.prop_map(Value::from),
    ]
    .boxed()
}

fn any_value() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any_number(),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((any_name(), inner), 0..4).prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
    .boxed()
}

fn any_name() -> BoxedStrategy<String> {
    let names = DOCUMENTS
        .iter()
        .flat_map(|document| document.fields().map(|id| id.row().field.name));
    let names: Vec<&'static str> = names.collect();
    let known = prop::sample::select(names);
    prop_oneof![
        known.clone().prop_map(str::to_owned),
        (known, any::<prop::sample::Index>(), "[a-z_]?").prop_map(|(name, at, letter)| {
            let at = at.index(name.len());
            format!("{}{letter}{}", &name[..at], &name[at + 1..])
        }),
        "[a-z_]{0,12}",
    ]
    .boxed()
}

fn text_of(rule: &'static TextRule) -> BoxedStrategy<String> {
    if rule.values.is_empty() {
        return any_text();
    }
    let values: Vec<&'static str> = rule.values.iter().map(|value| value.value).collect();
    prop_oneof![4 => prop::sample::select(values).prop_map(str::to_owned), 1 => any_text()].boxed()
}

/// A value of the right type, mostly.
fn value_of(field: &'static Field) -> BoxedStrategy<Value> {
    let right = match field.ty {
        Type::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        Type::Long(_) => any_number(),
        Type::Text(rule) => prop_oneof![Just(example(field)), text_of(rule).prop_map(Value::from)].boxed(),
        Type::Texts(rule) => vec(text_of(rule), 0..4).prop_map(Value::from).boxed(),
        Type::Object(_) => Just(json!({})).boxed(),
        Type::List => vec(any_body(&v3::CREATE_RESPONSE), 0..3).prop_map(Value::from).boxed(),
    };
    prop_oneof![12 => right, 1 => any_value()].boxed()
}

/// A body: most fields at random, sometimes members that do not belong there.
fn any_body(document: &'static Document) -> BoxedStrategy<Value> {
    let ids: Vec<FieldRef> = document.fields().collect();
    let values: Vec<_> = ids
        .iter()
        .map(|id| {
            let field = id.row().field;
            let weight = if field.required { 12 } else { 2 };
            prop_oneof![1 => Just(None), weight => value_of(field).prop_map(Some)].boxed()
        })
        .collect();
    let foreign_fields = prop_oneof![
        3 => Just(Vec::new()),
        1 => vec((any::<prop::sample::Index>(), any_name(), any_value()), 1..3),
    ];
    let body = (values, foreign_fields).prop_map(move |(values, foreign_fields)| {
        let mut body = json!({});
        // Objects before their members, so that a value of another type is not overwritten.
        for (id, value) in ids.iter().zip(values) {
            let pointer = id.pointer();
            let (holder, _) = pointer.rsplit_once('/').expect("a pointer");
            let fits = body.pointer(holder).is_none_or(Value::is_object);
            if let (true, Some(value)) = (fits, value) {
                set(&mut body, &pointer, value);
            }
        }
        for (at, name, value) in foreign_fields {
            let levels = document
                .root
                .fields
                .iter()
                .filter(|field| matches!(field.ty, Type::Object(_)));
            let levels: Vec<&str> = levels.map(|field| field.name).collect();
            let level = at.index(levels.len() + 1);
            let object = match levels.get(level) {
                Some(level) => body.get_mut(level),
                None => Some(&mut body),
            };
            if let Some(object) = object.and_then(Value::as_object_mut) {
                object.entry(name).or_insert(value);
            }
        }
        body
    });
    prop_oneof![30 => body, 1 => any_value()].boxed()
}

#[test]
fn checker_and_schemas_agree_on_random_bodies() {
    let wanted = std::env::var("CTSLINT_RANDOM_BODIES").ok();
    let cases = wanted.map_or(USUAL, |cases| cases.parse().expect("CTSLINT_RANDOM_BODIES is a number"));
    let mut accepted = 0;
    for document in DOCUMENTS {
        let judges = Judges::new(document);
        let mut runner = TestRunner::new(Config {
            cases: cases.div_ceil(DOCUMENTS.len() as u32),
            failure_persistence: None,
            ..Config::default()
        });
        let count = std::cell::Cell::new(0u32);
        runner
            .run(&any_body(document), |body| {
                let (verdict, _) = judges.hold(&body.to_string());
                count.set(count.get() + u32::from(verdict));
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{document:?}: {error}"));
        accepted += count.get();
    }
    println!("{cases} random bodies, {accepted} of them accepted");
    assert!(accepted > cases / 50, "only {accepted} of {cases} were accepted");
}
