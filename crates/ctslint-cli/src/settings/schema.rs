//! The JSON Schema of a settings file, for editors: a fold over its keys.

use ctslint::Language;
use serde_json::{Map, Value, json};

use super::keys::{self, Key, Shape};

/// A path without steps that lead nowhere: `.`, none at all, and `..` behind a name.
const PATH: &str = "^(?!/|(.*/)?\\.(/|$)|.*//|.*[^/.][^/]*/\\.\\.(/|$)).*[^/]$";

/// The JSON Schema (draft 2020-12) of a settings file with these keys.
pub(crate) fn schema(title: &str, keys: &[Key]) -> Value {
    let mut schema = table(keys);
    let mut whole = Map::new();
    whole.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.insert("title".into(), title.into());
    if let Value::Object(members) = &mut schema {
        whole.append(members);
    }
    Value::Object(whole)
}

fn table(keys: &[Key]) -> Value {
    let properties: Map<String, Value> = keys.iter().map(|key| (key.name.to_owned(), described(key))).collect();
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut table = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    if !required.is_empty() {
        table["required"] = required.into();
    }
    table
}

fn described(key: &Key) -> Value {
    let mut described = shape(&key.shape);
    described["description"] = key.doc.into();
    described
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Choice(_, names) => json!({ "enum": names() }),
        Shape::Severities => {
            let severity = |name: &str| {
                let rule = ctslint::rules().iter().find(|rule| rule.name == name);
                json!({ "enum": keys::severities(), "description": rule.map(|rule| rule.summary.text(Language::En)) })
            };
            let rules = keys::rules().into_iter();
            let properties: Map<String, Value> = rules.map(|name| (name.to_owned(), severity(name))).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": properties })
        }
        Shape::List(item, most) => {
            let item = self::shape(item);
            json!({ "anyOf": [{ "type": "array", "items": item, "maxItems": most }, item] })
        }
        Shape::Table(keys) => table(keys),
        Shape::Tables(keys, most) => json!({ "type": "array", "items": table(keys), "maxItems": most }),
        Shape::Text => json!({ "type": "string", "pattern": "\\S" }),
        Shape::Pointer => json!({ "type": "string", "pattern": "^(/([^~]|~[01])*)?$" }),
        Shape::Glob => json!({ "type": "string", "pattern": PATH }),
        Shape::Path => {
            json!({ "type": "string", "allOf": [{ "pattern": PATH }, { "not": { "pattern": "^\\.\\./" } }] })
        }
        Shape::Pattern => json!({ "type": "string", "format": "regex" }),
        Shape::Field => {
            let mut names: Vec<String> = keys::known_fields().into_iter().map(|(_, pointer)| pointer).collect();
            let last = |pointer: &String| pointer.rsplit('/').next().map(str::to_owned);
            names.extend(names.iter().filter_map(last).collect::<Vec<_>>());
            names.sort();
            names.dedup();
            json!({ "enum": names })
        }
        // JSON has no dates: editors give them to the schema as text.
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::Hash => json!({ "type": "string", "pattern": "^fnv1a:[0-9a-f]{16}$" }),
    }
}
