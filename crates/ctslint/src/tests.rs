//! Tests that follow from the tables.

mod agreement;
mod facts;
mod fast_path;
mod fix;
mod form;
mod languages;
mod laws;
mod lookup;
mod opt_in;
mod order;
mod syntax_errors;
mod tables;
mod translate;
mod unknown_members;

use serde_json::{Map, Value};

use crate::api::v3;
use crate::model::{Condition, Document, Field, FieldRef, Scalar, Type};

/// A body with every field of the document, each with its example; required ones only when `all` is false.
pub(crate) fn body(document: &'static Document, all: bool) -> Value {
    let mut body = Value::Object(Map::new());
    for id in document.fields() {
        let field = id.row().field;
        let wanted = all || (field.required && id.inner().is_none());
        if wanted && !matches!(field.ty, Type::Object(_)) {
            set(&mut body, &id.pointer(), example(field));
        }
    }
    body
}

/// The example of a field; of an object or a list, one with all that is in it.
pub(crate) fn example(field: &Field) -> Value {
    match field.ty {
        Type::Object(object) => {
            let members = object
                .fields
                .iter()
                .map(|field| (field.name.to_owned(), example(field)));
            return Value::Object(members.collect());
        }
        // There is one list.
        Type::List => return Value::Array(vec![body(&v3::CREATE_RESPONSE, true)]),
        _ => {}
    }
    let text = field.example.unwrap_or_else(|| panic!("{} has no example", field.name));
    serde_json::from_str(text).unwrap_or_else(|_| panic!("the example of {} is not JSON", field.name))
}

/// Sets a field, with the objects around it.
pub(crate) fn set(body: &mut Value, pointer: &str, value: Value) {
    let mut at = body;
    for step in pointer.trim_start_matches('/').split('/') {
        at = at
            .as_object_mut()
            .expect("an object")
            .entry(step)
            .or_insert_with(|| Value::Object(Map::new()));
    }
    *at = value;
}

/// Takes a field away.
pub(crate) fn unset(body: &mut Value, pointer: &str) {
    let (holder, name) = pointer.rsplit_once('/').expect("a pointer");
    if let Some(object) = body.pointer_mut(holder).and_then(Value::as_object_mut) {
        object.remove(name);
    }
}

/// Makes a condition hold.
fn satisfy(body: &mut Value, condition: &Condition) {
    let pointer = |id: FieldRef| id.pointer();
    match condition {
        Condition::Always => {}
        Condition::Is(id, scalar) => set(body, &pointer(*id), json(*scalar)),
        Condition::Present(id) | Condition::Given(id) => {
            let field = id.row().field;
            set(body, &pointer(*id), example(field));
        }
        Condition::All(all) => all.iter().for_each(|one| satisfy(body, one)),
        Condition::Any(any) => satisfy(body, &any[0]),
    }
}

/// Makes a condition fail, by absence where that is possible.
fn violate(body: &mut Value, condition: &Condition) {
    let pointer = |id: FieldRef| id.pointer();
    match condition {
        Condition::Always => panic!("what always holds cannot be violated"),
        Condition::Is(id, scalar) => {
            let field = id.row().field;
            match scalar {
                Scalar::Text(_) if field.required => set(body, &pointer(*id), Value::from("another")),
                _ => unset(body, &pointer(*id)),
            }
        }
        Condition::Present(id) | Condition::Given(id) => unset(body, &pointer(*id)),
        Condition::All(all) => violate(body, &all[0]),
        Condition::Any(any) => any.iter().for_each(|one| violate(body, one)),
    }
}

fn json(scalar: Scalar) -> Value {
    match scalar {
        Scalar::Boolean(value) => value.into(),
        Scalar::Text(value) => value.into(),
    }
}

/// The findings on a body, as rule and path, sorted.
fn findings(document: &'static Document, body: &str) -> Vec<(&'static str, String)> {
    let options = crate::Options {
        document: Some(document),
        ..Default::default()
    };
    let mut findings: Vec<_> = crate::check(body, &options)
        .findings
        .into_iter()
        .map(|finding| (finding.rule.name(), finding.path.unwrap_or_default()))
        .collect();
    findings.sort();
    findings
}
