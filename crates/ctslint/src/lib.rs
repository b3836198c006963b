//! The rules of CTS (Cloud Trace Service) tracker bodies: check, explain, fix, translate, compare and describe them.
//!
//! ```
//! use ctslint::{Language, Options, check};
//!
//! let report = check(r#"{"tracker_type": "system", "tracker_nmae": "system"}"#, &Options::default());
//! let finding = &report.findings[1];
//! assert_eq!(finding.message(Language::En), "unknown field `tracker_nmae`");
//! assert_eq!(finding.worded(Language::En).help.as_deref(), Some("rename it to `tracker_name`"));
//! ```
//!
//! [`build`] makes bodies that are right by construction.

mod api;
pub mod build;
mod check;
mod compare;
mod describe;
mod diagnostics;
mod explain;
mod fix;
mod http;
mod json;
mod lint;
mod messages;
mod model;
#[doc(hidden)]
pub mod oracle;
#[cfg(test)]
mod tests;
mod text;
mod translate;

pub use api::{ApiError, api_error, api_errors, documents};
pub use check::{BodyValues, Node, NodeKey, NodeKind, Values};
pub use compare::{CompareError, CompareOptions, Comparison, Difference, DifferenceKind, WordedDifference, compare};
pub use describe::{
    BlindSpot, Choice, Draft, FieldInfo, Limits, Plain, Requirement, SCHEMA_BLIND_SPOTS, SchemaOptions, SchemaProfile,
    builders, form, form_ids, json_schema, json_schema_path, json_schema_text, json_schema_with, typescript,
};
pub use diagnostics::{
    DetectedBy, Detection, DetectionKind, DetectionReason, Edit, FieldNames, Finding, Fix, Found, Message, Options,
    Param, ParamName, Params, Position, PositionIndex, Related, Report, Safety, Severities, Span, Text, WordedFinding,
    WordedFix, WordedRelated, WordedReport, positions,
};
pub use explain::{
    Explanation, Topic, TopicKind, case_file, documents_page, explain, rules_page, rules_table, similar_topics, topics,
};
pub use fix::{Fixed, fix, fix_all_by_finding, fix_all_with};
pub use http::check_request;
pub use lint::{
    check, check_body, check_by_finding, check_by_finding_with, check_field, check_field_text, check_project_id,
    check_value, check_value_text, check_with, detect, fix_all,
};
pub use messages::{Language, MessageId};
pub use model::{Document, DocumentKind, FixAvailability, Provider, Rule, RuleInfo, Severity, Source, Version, rules};
pub use text::suggest;
pub use translate::{
    Change, ChangeKind, NoTracker, TranslateError, TranslateOptions, TranslateTo, Translation, WordedChange, translate,
    translate_requests,
};

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
mod readme {}
