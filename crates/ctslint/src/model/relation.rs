//! Rules about several fields.

use super::field_ref::FieldRef;
use super::rule::Rule;
use super::source::Source;
use super::value::{Scalar, TextRule};

/// A rule about several fields: if `when` holds, `then` must hold.
///
/// If a field has a wrong value, or if a misspelt or misplaced member stands for it, a condition on it is unknown, and
/// the rule reports nothing.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) rule: Rule,
    pub(crate) when: Condition,
    pub(crate) then: Condition,
    pub(crate) at: At,
    /// The sentence that states the rule.
    pub(crate) source: Source,
    /// The error code that the API returns.
    pub(crate) api_error: Option<&'static str>,
}

/// Where a violation of a relation is reported.
#[derive(Debug)]
pub(crate) enum At {
    /// The whole body.
    Body,
    /// One field, present or not.
    Field(FieldRef),
    /// At the field of the first condition that holds; the fields of the others that hold are related.
    First(&'static [Condition]),
}

/// A condition on the fields of a body.
#[derive(Debug)]
pub(crate) enum Condition {
    /// It always holds.
    Always,
    /// The field has this value.
    Is(FieldRef, Scalar),
    /// The field is present, with any value.
    Present(FieldRef),
    /// The field is present with a valid value that is not the empty string.
    Given(FieldRef),
    /// The field is absent, or its text satisfies the rule. What is wrong with the text is reported as if it were its own rule.
    Fits(FieldRef, &'static TextRule),
    /// Both fields are present with the same text, which is not empty.
    Same(FieldRef, FieldRef),
    /// This does not hold.
    Not(&'static Condition),
    /// All of these hold.
    All(&'static [Condition]),
    /// At least one of these holds.
    Any(&'static [Condition]),
}
