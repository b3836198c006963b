//! Whether the conditions of a table hold for a body.

use crate::spec::{Condition, FieldId, Scalar};

/// What is known of the fields of a body. `None` means that it cannot be told, because a value is wrong or misplaced.
pub(crate) trait Known {
    /// Whether a field is there, whatever its value.
    fn is_present(&self, id: FieldId) -> Option<bool>;
    /// Whether a field is there and its value is right.
    fn is_right(&self, id: FieldId) -> Option<bool>;
    /// Whether a field is there and has this value.
    fn has(&self, id: FieldId, value: Scalar) -> Option<bool>;
}

/// Whether a condition holds; `None` where that cannot be told.
pub(crate) fn holds(condition: &Condition, known: &impl Known) -> Option<bool> {
    match condition {
        Condition::Always => Some(true),
        Condition::Present(id) => known.is_present(*id),
        Condition::Is(id, value) => known.has(*id, *value),
        Condition::Given(id) => match known.is_right(*id) {
            Some(true) => known.has(*id, Scalar::Text("")).map(|is_empty| !is_empty),
            other => other,
        },
        Condition::All(all) => decided(all, false, known),
        Condition::Any(any) => decided(any, true, known),
    }
}

/// Whether one of the conditions comes out as `by`, which decides them all.
fn decided(conditions: &[Condition], by: bool, known: &impl Known) -> Option<bool> {
    let mut outcome = Some(!by);
    for condition in conditions {
        match holds(condition, known) {
            Some(held) if held == by => return Some(by),
            Some(_) => {}
            None => outcome = None,
        }
    }
    outcome
}
