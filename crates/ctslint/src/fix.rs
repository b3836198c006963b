//! Builds the edits of fixes and applies them.

mod apply;
mod edits;
mod syntax;

pub use apply::{Fixed, fix, fix_all_by_finding, fix_all_with};
#[cfg(test)]
pub(crate) use apply::{Remaining, in_rounds};
pub(crate) use edits::{
    converted, edit, enclose, insert, quoted, remove, remove_earlier, remove_one, replace, respelt,
};
#[cfg(test)]
pub(crate) use syntax::fixed_number;
pub(crate) use syntax::{has_break, leftover, unsigned};
