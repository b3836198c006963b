//! The settings that a request or an answer has, by their places in the requests of v3.

use crate::api::{answers, v1};
use crate::check::json_of;
use crate::json::{Kind, Value};
use crate::model::{FieldMapping, FromAnswer};

/// A setting.
pub(super) struct Setting {
    /// Its JSON Pointer in the requests of v3, or in those of v1 if v3 does not have it.
    pub(super) place: String,
    /// Its JSON Pointer where it stands.
    pub(super) path: String,
    /// Its value as JSON text without white space.
    pub(super) value: String,
}

/// The settings of a request.
pub(super) fn of_request(root: Value<'_, '_>) -> Vec<Setting> {
    leaves(root, |path| Some(place_in_v3(path)))
}

/// Where a field of a request stands in those of v3. What v3 does not have keeps its place.
pub(super) fn place_in_v3(path: &str) -> String {
    let mapping = v1::MAPPINGS.iter().find(|mapping| mapping.from.pointer() == path);
    match mapping.map(|mapping| &mapping.to) {
        Some(FieldMapping::Move { to, .. }) => to.pointer(),
        _ => path.to_owned(),
    }
}

/// The settings of a tracker in an answer. Names of LTS count as settings too, for requests of v1.
pub(super) fn of_answer(tracker: Value<'_, '_>) -> Vec<Setting> {
    let place = |path: &str| {
        let mapping = answers::MAPPINGS.iter().find(|mapping| mapping.from == path)?;
        match mapping.to {
            FromAnswer::Field(to) => Some(to.to_owned()),
            FromAnswer::Usual { .. } => Some(path.to_owned()),
            FromAnswer::Nowhere(_) => None,
        }
    };
    let mut settings = leaves(tracker, place);
    // A key without encryption does nothing.
    let is_on = |setting: &Setting| setting.place == "/is_support_trace_files_encryption" && setting.value == "true";
    if !settings.iter().any(is_on) {
        settings.retain(|setting| setting.place != "/kms_id");
    }
    settings
}

/// The members and those of objects, where they have a place. A member that is `null` says nothing.
fn leaves(root: Value<'_, '_>, place: impl Fn(&str) -> Option<String>) -> Vec<Setting> {
    let mut found: Vec<Setting> = Vec::new();
    let mut add = |path: String, value: Value<'_, '_>| {
        if let Some(place) = place(&path)
            && value.kind() != Kind::Null
            && !found.iter().any(|setting| setting.place == place)
        {
            let value = value_of(&place, value);
            found.push(Setting { place, path, value });
        }
    };
    for member in root.members() {
        let name = member.key.text();
        match member.value.kind() {
            Kind::Object => {
                for inner in member.value.members() {
                    add(format!("/{name}/{}", inner.key.text()), inner.value);
                }
            }
            _ => add(format!("/{name}"), member.value),
        }
    }
    found
}

/// The value of a setting. The order of a list does not matter, and v1 writes the days of a life cycle as a string.
fn value_of(place: &str, value: Value<'_, '_>) -> String {
    match value.kind() {
        Kind::Array => {
            let mut items: Vec<String> = value.items().map(json_of).collect();
            items.sort_unstable();
            items.dedup();
            format!("[{}]", items.join(","))
        }
        Kind::String if place == "/obs_info/bucket_lifecycle" => value.text().into_owned(),
        _ => json_of(value),
    }
}
