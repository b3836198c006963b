//! Test support: exposes the parser to the tests that compare it with `serde_json`. Not part of the public API.

use serde_json::{Map, Value};

use crate::json::{self, Kind, Syntax, decode};

/// Parses a text that has no syntax errors. Numbers of any size need the feature `arbitrary_precision` of `serde_json`.
///
/// # Errors
///
/// The offset of the first syntax error, in bytes.
pub fn read(bytes: &[u8]) -> Result<Value, usize> {
    let decoded = decode(bytes);
    let tree = decoded.tree(Syntax::default());
    match tree.errors() {
        [] => tree.root().map(value).ok_or(0),
        [error, ..] => Err(error.range.start as usize),
    }
}

/// Recursion is bounded: a text without errors is nested at most 127 deep.
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
