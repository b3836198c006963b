//! The names of fields whose loss can be allowed.

use super::change::TranslateError;
use crate::api::{answers, v1};
use crate::text::nearest;

/// The fields with these names, each with or without the object that it stands in.
pub(super) fn allowed(names: &[String]) -> Result<Vec<&'static str>, TranslateError> {
    let field = |name: &String| {
        field_called(name).map_err(|suggestion| TranslateError::UnknownField {
            name: name.clone(),
            suggestion,
        })
    };
    names.iter().map(field).collect()
}

/// The field with this name, which may be one of an object: `log_group_name`, `lts.log_group_name`, `/lts/log_group_name`. On
/// failure, the most similar one of v1.
fn field_called(name: &str) -> Result<&'static str, Option<&'static str>> {
    let bare = name.trim_start_matches('/');
    let is_called = |object: Option<&str>, field: &str| {
        let inner = object.and_then(|object| {
            let rest = bare.strip_prefix(object)?;
            rest.strip_prefix('/').or(rest.strip_prefix('.'))
        });
        field == bare || inner == Some(field)
    };
    let v1_fields: Vec<&'static str> = v1::CREATE_REQUEST
        .fields()
        .map(|field| field.name())
        .chain(v1::RETIRED.iter().map(|retired| retired.name))
        .collect();
    let in_v1 = v1::CREATE_REQUEST
        .fields()
        .find(|field| is_called(field.object(), field.name()));
    let retired = || {
        v1::RETIRED
            .iter()
            .find(|retired| retired.name == bare)
            .map(|retired| retired.name)
    };
    let in_answers = || {
        let mut losses = answers::OTHERS_LOST.iter().flat_map(|loss| loss.fields.iter().copied());
        losses.find(|field| is_called(Some("management_event_selector"), field))
    };
    let status = || (bare == "status").then_some("status");
    in_v1
        .map(|field| field.name())
        .or_else(retired)
        .or_else(in_answers)
        .or_else(status)
        .ok_or_else(|| {
            let near = nearest(name, v1_fields.len(), &|number| v1_fields[number]);
            near.first().map(|number| v1_fields[number])
        })
}
