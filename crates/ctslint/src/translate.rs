//! Translates v1 bodies to v3.

mod change;
mod layout;
mod v1_to_v3;

pub use change::{Change, ChangeKind, TranslateError, WordedChange};
pub use v1_to_v3::{TranslateOptions, Translation, translate};
