//! Evaluates the conditions of a table for a body.

use super::field_ref::FieldRef;
use super::relation::Condition;
use super::value::{Scalar, TextRule};

/// What is known about the fields of a body. `None` means unknown, because a value is wrong or misplaced.
pub(crate) trait FieldState {
    /// Whether the field is present, with any value.
    fn is_present(&self, id: FieldRef) -> Option<bool>;
    /// Whether the field is present with a valid value.
    fn is_right(&self, id: FieldRef) -> Option<bool>;
    /// Whether the field is absent, or its text satisfies the rule.
    fn fits(&self, id: FieldRef, rule: &TextRule) -> Option<bool>;
    /// Whether both fields are present with the same text, which is not empty.
    fn are_same(&self, left: FieldRef, right: FieldRef) -> Option<bool>;
    /// Whether the field is present with this value.
    fn has(&self, id: FieldRef, value: Scalar) -> Option<bool>;
}

impl Condition {
    /// Whether the condition holds; `None` if that is unknown.
    pub(crate) fn eval(&self, state: &impl FieldState) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::Present(field) => state.is_present(*field),
            Self::Is(field, value) => state.has(*field, *value),
            Self::Given(field) => match state.is_right(*field) {
                Some(true) => state.has(*field, Scalar::Text("")).map(|is_empty| !is_empty),
                other => other,
            },
            Self::Fits(field, rule) => state.fits(*field, rule),
            Self::Same(left, right) => state.are_same(*left, *right),
            Self::Not(condition) => condition.eval(state).map(|holds| !holds),
            Self::All(all) => eval_each(all, false, state),
            Self::Any(any) => eval_each(any, true, state),
        }
    }
}

/// Three-valued AND (`decisive` is `false`) or OR (`decisive` is `true`) of several conditions.
fn eval_each(conditions: &[Condition], decisive: bool, state: &impl FieldState) -> Option<bool> {
    let mut outcome = Some(!decisive);
    for condition in conditions {
        match condition.eval(state) {
            Some(result) if result == decisive => return Some(decisive),
            Some(_) => {}
            None => outcome = None,
        }
    }
    outcome
}
