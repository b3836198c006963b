//! Moves the fields of a v1 request into a v3 body, according to the mappings of the table.

use std::borrow::Cow;

use super::mover::Mover;
use super::notification;
use crate::api::v1;
use crate::check::{equals_scalar, value_at};
use crate::json::{Kind, Value};
use crate::messages::MessageId as M;
use crate::model::{Document, FieldMapping, FieldRef, Mapping, Provider, Type};
use crate::text::shown;

/// Moves the fields of a body of this document.
pub(super) fn translate<'t>(mover: &mut Mover<'_, 't>, source: &'static Document, root: Value<'_, 't>) {
    v1::ADDED.iter().for_each(|added| mover.add_required(added));
    // The mappings whose field is present, as a bit set.
    let mut seen = 0_u64;
    for member in root.members() {
        let name = member.key.text();
        let Some(top) = source.root.index(&name) else {
            if let Some(retired) = v1::RETIRED.iter().find(|retired| retired.name == name) {
                notification::replace(mover, retired, member.value);
            }
            continue;
        };
        match source.root.fields[top].ty {
            Type::Object(object) => {
                for member in member.value.members() {
                    if let Some(inner) = object.index(&member.key.text()) {
                        seen |= follow(mover, source.field(top, Some(inner)), member.value, root);
                    }
                }
            }
            _ => seen |= follow(mover, source.field(top, None), member.value, root),
        }
    }
    for (row, mapping) in v1::MAPPINGS.iter().enumerate() {
        if let FieldMapping::Move {
            to,
            absent: Some((value, reason)),
        } = mapping.to
            && seen & (1 << row) == 0
            // An update may have no bucket, and then no options of one.
            && mover.target.field_ref(&to.pointer()).is_some_and(|to| mover.has_sibling(to))
        {
            mover.add(&to.pointer(), value, reason);
        }
    }
    // See `partial-update`: of Huawei Cloud's update that is not documented.
    let has_transfer = || {
        mover
            .target
            .field_ref("/obs_info")
            .is_some_and(|object| mover.has_sibling(object))
    };
    if mover.target.is_update() && mover.target.provider() == Some(Provider::Otc) && !has_transfer() {
        mover.warns(M::UpdateSwitchesTransferOff);
    }
}

/// Applies the mapping of a field. Returns the bit of the mapping, or 0 if there is none.
fn follow<'t>(mover: &mut Mover<'_, 't>, from: FieldRef, value: Value<'_, 't>, root: Value<'_, 't>) -> u64 {
    let pointer = from.pointer();
    let row = v1::MAPPINGS
        .iter()
        .position(|mapping: &Mapping| mapping.from.pointer() == pointer);
    let Some(row) = row else {
        // Only an update has it.
        mover.status(value);
        return 0;
    };
    let raw = Cow::Borrowed(value.raw());
    match v1::MAPPINGS[row].to {
        FieldMapping::Move { to, .. } => {
            if let Some(to) = mover.target.field_ref(&to.pointer()) {
                mover.moves(&pointer, to, raw);
            }
        }
        FieldMapping::Drop { usual, reason } => {
            drop_usual(mover, &pointer, value, root, equals_scalar(value, usual), reason)
        }
        FieldMapping::Lose(loss) => match mover.target.field_ref(&pointer) {
            // Another provider's v3 may have it.
            Some(to) => mover.moves(&pointer, to, raw),
            None => match loss.requested_by {
                Some((field, wanted, otherwise))
                    if !value_at(root, &field.pointer()).is_some_and(|value| equals_scalar(value, wanted)) =>
                {
                    mover.drops(&pointer, otherwise);
                }
                _ => mover.loses(&pointer, loss),
            },
        },
    }
    1 << row
}

/// Drops a name of LTS, which v3 does not take: that is worth a warning where another name was chosen and LTS is on.
pub(super) fn drop_usual<'t>(
    mover: &mut Mover<'_, 't>,
    pointer: &str,
    value: Value<'_, 't>,
    root: Value<'_, 't>,
    is_usual: bool,
    reason: M,
) {
    let is_off = value_at(root, "/lts/is_lts_enabled").is_none_or(|enabled| enabled.kind() == Kind::False);
    if is_off {
        mover.drops(pointer, M::ReasonLtsOff);
    } else if is_usual {
        mover.drops(pointer, reason);
    } else {
        mover.drops_value(pointer, shown(&value.text()).into_owned(), reason);
    }
}
