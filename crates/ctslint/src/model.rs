//! The types of the tables: documents, objects, fields, and the constraints on their values.
//!
//! A table holds what a page of the API reference states and nothing else. It does not depend on the checker, and it is
//! constant: a rule that names a field that does not exist does not compile.

mod condition;
mod document;
mod field;
mod field_ref;
mod foreign_field;
mod mapping;
mod names;
mod provider;
mod relation;
mod rule;
mod source;
mod value;

pub(crate) use condition::FieldState;
pub use document::{Document, DocumentKind, Version};
pub(crate) use document::{DocumentParts, MAX_FIELDS};
pub(crate) use field::{Field, Object, Only, Telling, Type};
pub(crate) use field_ref::{FieldRef, Row};
pub(crate) use foreign_field::{KnownForeignField, Provenance};
pub(crate) use mapping::{Added, AnswerMapping, FieldMapping, FromAnswer, Loss, Mapping, Retired};
pub(crate) use names::{Names, equal, same};
pub use provider::Provider;
pub(crate) use relation::{At, Condition, Relation};
pub use rule::{FixAvailability, Rule, RuleInfo, Severity, rules};
pub use source::Source;
pub(crate) use value::{Characters, FormatViolation, Length, LongRule, Scalar, StringFormat, TextRule, Value};
