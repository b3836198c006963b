//! What is checked: which files, and their content.

pub(crate) mod files;
mod identity;
pub(crate) mod read;
