//! Findings, reports and options: the input and output of a check.

mod finding;
mod options;
mod order;
mod params;
mod position;
mod report;
mod source_map;
mod worded;

pub use finding::{Edit, Finding, Fix, Related, Safety};
pub use options::{Options, Severities};
pub(crate) use order::{locate_finding, locate_findings, sort, sort_key};
pub use params::{Message, Param, ParamName, Params};
pub use position::{Position, PositionIndex, Span, positions};
pub(crate) use position::{places, span_of};
pub use report::{DetectedBy, Detection, DetectionKind, DetectionReason, FieldNames, Found, Report};
pub(crate) use source_map::SourceMap;
pub(crate) use worded::text;
pub use worded::{Text, WordedFinding, WordedFix, WordedRelated, WordedReport};
