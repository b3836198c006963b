//! Compares names and makes text printable.

mod edit_distance;
pub(crate) mod serialize;
mod show;

pub use edit_distance::suggest;
pub(crate) use edit_distance::{MAX_EDITS, Name, Search, Suggestions, are_alike, byte_kinds, nearest};
pub(crate) use show::{code_point, hexadecimal, is_unseen, shown};
