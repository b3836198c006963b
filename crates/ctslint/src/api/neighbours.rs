//! Names of what stands beside trackers in the repositories of their users.

/// A body with one of these at its top level is none of a tracker, whatever else it has: traces of CTS itself (API reference,
/// Querying Traces), triggers and events of FunctionGraph, and key event notifications of CTS.
pub(crate) static NAMES: &[&str] = &[
    "trace_id",
    "trace_name",
    "trace_type",
    "trigger_type",
    "trigger_name",
    "notification_name",
    "resource_type",
];
