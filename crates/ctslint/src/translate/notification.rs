//! What the block `smn` of older v1 bodies asked for, as the request that replaces it: `POST /v3/{project_id}/notifications`.
//!
//! Its fields are those of the page "Creating a Key Event Notification" of Open Telekom Cloud (cts_api_0312). Those of `smn` are
//! on the page of 2020 (opentelekomcloud/docs at bf7f76b, `creating-a-tracker.md`).

use super::mover::Mover;
use crate::check::{json_of, member_of};
use crate::json::{Kind, Value};
use crate::messages::MessageId as M;
use crate::model::{Retired, Severity};

/// Drops the block, or loses what it asks for and tells how to ask for it in v3.
pub(super) fn replace<'t>(mover: &mut Mover<'_, 't>, retired: &Retired, smn: Value<'_, 't>) {
    let from = format!("/{}", retired.name);
    if !asks(smn) {
        return mover.drops(&from, M::ReasonNoNotification);
    }
    mover.loses(&from, retired.loss);
    mover.notes(&from, Severity::Info, M::NotificationName, None);
    let is_for_all = is(smn, "is_send_all_key_operation", Kind::True);
    let has_type = member_of(smn, "is_send_all_key_operation").is_some();
    for member in smn.members() {
        let name = member.key.text();
        let from = format!("{from}/{name}");
        let (severity, message, value) = match &*name {
            "is_support_smn" => continue,
            "topic_id" => {
                let field = format!("\"topic_id\": {}", json_of(member.value));
                (Severity::Info, M::NotificationField, Some(field))
            }
            "is_send_all_key_operation" => (Severity::Info, M::NotificationField, Some(operation_type(is_for_all))),
            "operations" | "need_notify_user_list" if is_for_all => (Severity::Info, M::NotificationNotNeeded, None),
            "operations" => {
                if !has_type {
                    let field = Some(operation_type(false));
                    mover.notes(&from, Severity::Info, M::NotificationField, field);
                }
                (Severity::Warning, M::NotificationOperations, None)
            }
            "need_notify_user_list" => (Severity::Warning, M::NotificationUsers, None),
            _ => (Severity::Warning, M::NotificationNothing, None),
        };
        mover.notes(&from, severity, message, value);
    }
}

/// Whether the block asks for notifications: not when it is switched off, and not when it is empty.
fn asks(smn: Value<'_, '_>) -> bool {
    let is_off = is(smn, "is_support_smn", Kind::False) || is(smn, "enable", Kind::False);
    !is_off && smn.members().any(|member| says_something(member.value))
}

/// Whether a value is more than empty or `false`.
pub(super) fn says_something(value: Value<'_, '_>) -> bool {
    match value.kind() {
        Kind::Null | Kind::False => false,
        Kind::String => !value.text().is_empty(),
        Kind::Array => value.items().next().is_some(),
        Kind::Object => value.members().any(|member| member.value.kind() != Kind::Null),
        _ => true,
    }
}

fn is(object: Value<'_, '_>, name: &str, kind: Kind) -> bool {
    member_of(object, name).is_some_and(|value| value.kind() == kind)
}

fn operation_type(is_for_all: bool) -> String {
    let value = if is_for_all { "complete" } else { "customized" };
    format!("\"operation_type\": \"{value}\"")
}
