//! Maps the fields of a document to those of its next version.

use super::field_ref::FieldRef;
use super::value::Scalar;
use crate::messages::MessageId;

/// The mapping of one field of v1 to v3.
#[derive(Debug)]
pub(crate) struct Mapping {
    pub(crate) from: FieldRef,
    pub(crate) to: FieldMapping,
}

/// How a field is carried over to the next version.
#[derive(Debug)]
pub(crate) enum FieldMapping {
    /// The value moves to this field.
    Move {
        to: FieldRef,
        /// The value to write if the older body omits the field, and the reason; `None` if omitting it means the same.
        absent: Option<(Scalar, MessageId)>,
    },
    /// It has no counterpart, and the next version always behaves as with the value `usual`.
    Drop { usual: Scalar, reason: MessageId },
    /// It has no counterpart, and what it requests is lost.
    Lose(&'static Loss),
}

/// A feature that the next version does not have.
#[derive(Debug)]
pub(crate) struct Loss {
    /// The fields that request it together. Naming any of them accepts the loss.
    pub(crate) fields: &'static [&'static str],
    /// The field and value that switch the feature on; without them nothing is lost, and the message is the reason.
    pub(crate) requested_by: Option<(FieldRef, Scalar, MessageId)>,
    pub(crate) reason: MessageId,
    pub(crate) advice: MessageId,
}

/// A member that older v1 bodies have in addition to the fields of the table.
#[derive(Debug)]
pub(crate) struct Retired {
    pub(crate) name: &'static str,
    pub(crate) loss: &'static Loss,
}

/// A field of v3 that v1 does not have, and that is always written.
#[derive(Debug)]
pub(crate) struct Added {
    pub(crate) to: FieldRef,
    pub(crate) value: Scalar,
    pub(crate) reason: MessageId,
}

/// The mapping of one member of an answer to the requests of v3.
#[derive(Debug)]
pub(crate) struct AnswerMapping {
    /// The JSON Pointer in the answer.
    pub(crate) from: &'static str,
    pub(crate) to: FromAnswer,
}

/// What becomes of a member of an answer in a request.
#[derive(Debug)]
pub(crate) enum FromAnswer {
    /// It is a setting: the field with this JSON Pointer.
    Field(&'static str),
    /// No request has it.
    Nowhere(MessageId),
    /// No request has it, and v3 always behaves as with the value `usual`.
    Usual { usual: Scalar, reason: MessageId },
}
