//! The rules of CTS (Cloud Trace Service) tracker bodies.
#![cfg_attr(
    not(feature = "words"),
    allow(dead_code, reason = "bindings without words use a part of the library")
)]

#[cfg(feature = "words")]
mod accept;
mod api;
mod check;
mod condition;
mod detect;
#[cfg(feature = "describe")]
mod emit;
#[cfg(feature = "explain")]
mod explain;
mod fault;
mod fix;
mod form;
#[cfg(feature = "words")]
mod http;
mod json;
#[cfg(test)]
mod laws;
mod locate;
mod names;
mod notes;
pub mod numbers;
mod options;
#[doc(hidden)]
pub mod oracle;
mod order;
mod problem;
mod report;
#[cfg(feature = "words")]
mod request;
mod rule;
mod similar;
mod spec;
#[cfg(test)]
mod tests;
mod text;
mod translate;
#[cfg(feature = "words")]
mod values;
mod words;

pub use api::{ApiError, api_error, api_errors, documents};
#[cfg(feature = "words")]
pub use check::{check, check_and, check_field, check_field_text, check_project_id, check_value, check_value_text};
pub use detect::{Detection, Reason, detect};
#[cfg(feature = "describe")]
pub use emit::form::{Choice, FieldInfo, Limits, Plain, Requirement, form};
#[cfg(feature = "describe")]
pub use emit::json_schema::{
    BlindSpot, Draft, SCHEMA_BLIND_SPOTS, json_schema, json_schema_draft, json_schema_path, json_schema_text,
};
#[cfg(feature = "explain")]
pub use emit::markdown::{documents_page, rules_page, rules_table};
#[cfg(feature = "describe")]
pub use emit::typescript::typescript;
#[cfg(feature = "explain")]
pub use explain::{Explanation, Topic, TopicKind, explain, similar_topics, topics};
pub use fix::Fixed;
#[cfg(feature = "words")]
pub use fix::{fix, fix_all, fix_all_with};
pub use locate::positions;
pub use options::{Options, Severities};
pub use report::{
    Edit, FileReport, Finding, Fix, Param, Params, Position, Related, Report, RunReport, Safety, Source, Span, Summary,
};
#[cfg(feature = "words")]
pub use request::{check_http, check_request};
pub use rule::{FixAvailability, Rule, RuleInfo, Severity, rules};
pub use similar::suggest;
pub use spec::{Document, DocumentKind, Version};
pub use text::Text;
pub use translate::{Change, ChangeKind, TranslateOptions, Translation};
#[cfg(feature = "words")]
pub use translate::{TranslateError, translate};
#[cfg(feature = "words")]
pub use values::{BodyValues, Values};
