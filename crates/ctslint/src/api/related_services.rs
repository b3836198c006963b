//! Names from the JSON documents of related services, often found next to the bodies of trackers.

use std::borrow::Cow;

use crate::messages::MessageId as M;

/// A body with one of these names at its top level is not that of a tracker, whatever else it contains. They are from
/// traces of CTS itself (API reference, Querying Traces), triggers and events of FunctionGraph, and key event
/// notifications of CTS.
static NAMES: &[(&str, M)] = &[
    ("trace_id", M::CtsTrace),
    ("trace_name", M::CtsTrace),
    ("trace_type", M::CtsTrace),
    ("trigger_type", M::FunctionGraphTrigger),
    ("trigger_name", M::FunctionGraphTrigger),
    ("notification_name", M::CtsNotification),
    ("resource_type", M::OtherResource),
];

/// What a document with this name at its top level is, if the name is one of a related service.
pub(crate) fn document_with(name: &str) -> Option<M> {
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, document)| *document)
}

/// What a document with these names at its top level is: the names that tell most come first.
pub(crate) fn document_of<'n>(names: impl Iterator<Item = Cow<'n, str>>) -> Option<M> {
    let place = |name: Cow<'_, str>| NAMES.iter().position(|(known, _)| *known == name);
    names.filter_map(place).min().map(|place| NAMES[place].1)
}
