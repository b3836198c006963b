//! The Rust types that typify makes of the profile `codegen`: they compile, and take and refuse what the schema does.
//!
//! What is judged is written by `cargo test -p ctslint agreement`; `cargo xtask test schemas` runs both.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

/// A module of types for each document, and what reads the text of a body as its type and writes it again.
macro_rules! documents {
    ($($module:ident $type:ident $name:literal $path:tt;)*) => {
        $(
            #[allow(clippy::all, dead_code, missing_docs, unreachable_pub, reason = "typify writes it")]
            mod $module {
                typify::import_types!(schema = $path);
            }
        )*

        const DOCUMENTS: &[(&str, fn(&str) -> Option<Value>)] = &[
            $(($name, |text| {
                let body: $module::$type = serde_json::from_str(text).ok()?;
                serde_json::to_value(body).ok()
            }),)*
        ];
    };
}

documents! {
    v1_create_request V1CreateRequest "v1-create-request" "../../schemas/codegen/v1-create-request.schema.json";
    v1_update_request V1UpdateRequest "v1-update-request" "../../schemas/codegen/v1-update-request.schema.json";
    v1_create_response V1CreateResponse "v1-create-response" "../../schemas/codegen/v1-create-response.schema.json";
    v1_query_response V1QueryResponse "v1-query-response" "../../schemas/codegen/v1-query-response.schema.json";
    v3_create_request V3CreateRequest "v3-create-request" "../../schemas/codegen/v3-create-request.schema.json";
    v3_update_request V3UpdateRequest "v3-update-request" "../../schemas/codegen/v3-update-request.schema.json";
    v3_create_response V3CreateResponse "v3-create-response" "../../schemas/codegen/v3-create-response.schema.json";
    v3_list_response V3ListResponse "v3-list-response" "../../schemas/codegen/v3-list-response.schema.json";
    huawei_v3_create_request HuaweiV3CreateRequest "huawei-v3-create-request" "../../schemas/codegen/huawei-v3-create-request.schema.json";
    huawei_v3_update_request HuaweiV3UpdateRequest "huawei-v3-update-request" "../../schemas/codegen/huawei-v3-update-request.schema.json";
    error_response ErrorResponse "error-response" "../../schemas/codegen/error-response.schema.json";
}

/// A line of `bodies.jsonl`.
#[derive(Deserialize)]
struct Body {
    document: String,
    text: String,
    codegen: bool,
}

/// Whether the types may take a body that the schema refuses, or the other way round: an optional field that is `null` is
/// absent to them, a whole number is one of 64 bits that is written without a point and an exponent, and typify does not hold
/// how many items a list must have.
fn is_of_other_making(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Number(number) => !number.is_i64(),
        Value::Array(items) => items.is_empty() || items.iter().any(is_of_other_making),
        Value::Object(members) => members.values().any(is_of_other_making),
        Value::Bool(_) | Value::String(_) => false,
    }
}

/// Whether what was written is what was read, but for members that the types do not have. serde takes a list for the members
/// of a struct in their order.
fn is_same(written: &Value, read: &Value) -> bool {
    match (written, read) {
        (Value::Object(written), Value::Object(read)) => written
            .iter()
            .all(|(name, value)| read.get(name).is_some_and(|other| is_same(value, other))),
        (Value::Array(written), Value::Array(read)) => {
            written.len() == read.len() && written.iter().zip(read).all(|(one, other)| is_same(one, other))
        }
        _ => written == read,
    }
}

/// Each body that the tables give rise to gets the verdict of the schema, and with it that of `check` within the gap that is
/// stated and tested there.
#[test]
fn types_give_the_verdict_of_their_schema() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/agreement/bodies.jsonl");
    let bodies = fs::read_to_string(file).expect("`cargo test -p ctslint agreement` writes it");
    let mut held: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in bodies.lines() {
        let body: Body = serde_json::from_str(line).expect("a line is a body");
        let value: Value = serde_json::from_str(&body.text).expect("a body is JSON");
        if is_of_other_making(&value) {
            continue;
        }
        let document = DOCUMENTS.iter().find(|(name, _)| *name == body.document);
        let (name, read) = document.expect("each document has its types");
        let taken = read(&body.text).is_some_and(|written| is_same(&written, &value));
        assert_eq!(taken, body.codegen, "{name}: {}", body.text);
        let count = held.entry(name).or_default();
        *(if body.codegen { &mut count.0 } else { &mut count.1 }) += 1;
    }
    println!("taken and refused: {held:?}");
    assert_eq!(held.len(), DOCUMENTS.len());
    assert!(
        held.values().all(|(taken, refused)| *taken > 20 && *refused > 20),
        "{held:?}"
    );
}
