//! Reports: their formats, and where they are written.

mod attributes;
mod concise;
mod destination;
mod diff;
mod fingerprint;
mod format;
mod github;
mod gitlab;
mod human;
mod json;
mod jsonl;
mod junit;
mod links;
mod location;
mod markdown;
mod place;
mod rdjson;
mod replace;
mod report;
mod sarif;
mod sink;
mod spool;
mod summary;
mod tally;
mod temporary;

pub(crate) use destination::{Destination, Writer};
pub(crate) use diff::diff;
pub(crate) use format::Format;
pub(crate) use human::file as write_human;
pub(crate) use json::write_pretty;
pub(crate) use location::Base;
pub(crate) use replace::{create, replace};
pub(crate) use report::{Checked, Part, View};
pub(crate) use sink::Sink;
pub(crate) use tally::{Counts, Tally};
