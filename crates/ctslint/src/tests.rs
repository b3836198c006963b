//! Tests that follow from the tables.

mod agreement;
mod compare;
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
mod wording;

use serde_json::{Map, Value};

use crate::api::v3;
use crate::model::{At, Condition, Document, Field, FieldRef, Rule, Scalar, Type};

/// A body with every field of the document, each with its example; required ones only when `all` is false. Where there are types
/// of trackers, that of the management tracker.
pub(crate) fn body(document: &'static Document, all: bool) -> Value {
    body_of_type(document, all, "system")
}

/// A body of a tracker of this type, with every field that it can have, or with the required ones.
pub(crate) fn body_of_type(document: &'static Document, all: bool, kind: &str) -> Value {
    let mut body = Value::Object(Map::new());
    for id in document.fields() {
        let field = id.row().field;
        let wanted = all || (field.required && id.inner().is_none());
        if wanted && !matches!(field.ty, Type::Object(_)) && is_of_type(document, id, kind) {
            set(&mut body, &id.pointer(), example(field));
        }
    }
    if kind == "data" {
        set(&mut body, "/tracker_type", kind.into());
        set(&mut body, "/tracker_name", "reads".into());
        let bucket = document
            .field_ref("/data_bucket")
            .expect("only some documents have types");
        set(&mut body, "/data_bucket", example(bucket.row().field));
    }
    body
}

/// A body with every field, of a tracker that can have this one.
fn body_with(document: &'static Document, id: FieldRef) -> Value {
    let kind = if is_of_type(document, id, "system") {
        "system"
    } else {
        "data"
    };
    body_of_type(document, true, kind)
}

/// Whether trackers of this type can have the field.
pub(crate) fn is_of_type(document: &'static Document, id: FieldRef, kind: &str) -> bool {
    let pointer = id.pointer();
    document
        .all_relations()
        .all(|relation| match (&relation.when, &relation.at) {
            (Condition::Is(_, Scalar::Text(when)), At::Field(field))
                if relation.rule == Rule::FieldOfOtherTrackerType =>
            {
                *when != kind || !format!("{pointer}/").starts_with(&format!("{}/", field.pointer()))
            }
            _ => true,
        })
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
        // The bodies are such that it holds.
        Condition::Not(_) | Condition::Fits(..) => {}
        Condition::Same(left, right) => {
            set(body, &pointer(*left), "same-bucket".into());
            set(body, &pointer(*right), "same-bucket".into());
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
        Condition::Fits(id, _) => set(body, &pointer(*id), "-reads".into()),
        Condition::Same(left, _) => unset(body, &pointer(*left)),
        Condition::Not(condition) => satisfy(body, condition),
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
