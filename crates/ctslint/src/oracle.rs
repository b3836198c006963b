//! A window on the parser for the tests that hold it against `serde_json`. No part of the interface.

use serde_json::{Map, Value};

use crate::json::{self, Kind, Syntax, decode};

/// The value of a text without faults, or the place of the first fault. Numbers of any size need the feature
/// `arbitrary_precision` of `serde_json`.
///
/// # Errors
///
/// The position of the first fault, in bytes.
pub fn read(bytes: &[u8]) -> Result<Value, usize> {
    let decoded = decode(bytes);
    let tree = decoded.tree(Syntax::default());
    match tree.faults() {
        [] => tree.root().map(value).ok_or(0),
        [fault, ..] => Err(fault.range.start as usize),
    }
}

/// Recurses no deeper than a text without faults is nested.
fn value(value: json::Value<'_, '_>) -> Value {
    match value.kind() {
        Kind::Null | Kind::Unknown => Value::Null,
        Kind::False => Value::Bool(false),
        Kind::True => Value::Bool(true),
        Kind::Number => serde_json::from_str(value.raw()).unwrap_or_default(),
        Kind::String => Value::String(value.text().into_owned()),
        Kind::Array => value.items().map(self::value).collect(),
        Kind::Object => {
            let members = value
                .members()
                .map(|member| (member.key.text().into_owned(), self::value(member.value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
    }
}
