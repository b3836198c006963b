//! What is checked: which files, and their content.

pub(crate) mod files;
mod identity;
mod pipe;
pub(crate) mod read;
