//! What is checked: which files, and their content.

pub(crate) mod files;
pub(crate) mod read;
