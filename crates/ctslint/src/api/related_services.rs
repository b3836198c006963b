//! Names from the JSON documents of related services, often found next to the bodies of trackers.

/// A body with one of these names at its top level is not that of a tracker, whatever else it contains. They are from
/// traces of CTS itself (API reference, Querying Traces), triggers and events of FunctionGraph, and key event
/// notifications of CTS.
pub(crate) static NAMES: &[&str] = &[
    "trace_id",
    "trace_name",
    "trace_type",
    "trigger_type",
    "trigger_name",
    "notification_name",
    "resource_type",
];
