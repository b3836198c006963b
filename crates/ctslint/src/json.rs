//! An error-tolerant JSON parser.
//!
//! [`decode()`] turns bytes into text, and [`Decoded::tree`] turns text into a [`Tree`]: the values that could be read,
//! with the range of every token, and the syntax errors. Parsing never fails. Whatever RFC 8259 allows is read without
//! an error, up to a depth of 127; the reader recovers from everything else and reports each cause once.
//!
//! A tree is a flat tape of nodes in the order of the text. In an object, keys and values alternate. A node holds the
//! index after its subtree, so a value is skipped without visiting its contents. Nothing here recurses.

mod decode;
mod order;
mod placeholder;
mod quote;
mod reader;
pub(crate) mod scan;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;

pub(crate) use decode::{Decoded, decode};
pub(crate) use order::order;
pub(crate) use placeholder::{can_start, find_placeholder};
pub(crate) use quote::{pointer_step, quote};
pub(crate) use reader::parse;
pub(crate) use syntax::{Encoding, Kind, MAX_DEPTH, MAX_ERRORS, Range, Syntax, SyntaxError, SyntaxErrorKind};
pub(crate) use tree::{Member, Tree, Value, Walk};
