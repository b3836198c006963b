//! Detects the document of a body, checks the body against its table, and turns the problems into findings.

mod checker;
mod conflict;
mod detect;
mod fast_path;
mod lookup;
mod outline;
mod problem;
mod report;
mod syntax_errors;
mod template;
mod unknown_members;
mod wrapper;

pub(crate) use checker::{Checker, check_body, equals_scalar, is_ambiguous, opener};
pub(crate) use detect::{applies, detect_value, identify};
pub(crate) use fast_path::detect_if_valid;
pub use lookup::{BodyValues, Values};
pub(crate) use lookup::{json_of, member_of, value_at};
pub use outline::{Node, NodeKey, NodeKind};
pub(crate) use problem::{DocumentField, Path, Problem, Suggestion, Violation};
pub(crate) use report::Reporter;
pub(crate) use syntax_errors::is_like_json;
pub(crate) use template::has_variable;
pub(crate) use wrapper::inner_bodies;
