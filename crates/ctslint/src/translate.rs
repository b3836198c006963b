//! Translates v1 bodies, and answers of both versions, to v3 requests.

mod allowed;
mod answer;
mod change;
mod comments;
mod layout;
mod mover;
mod notification;
mod request;
mod requests;
mod tracker;
mod translation;

pub use change::{Change, ChangeKind, TranslateError, WordedChange};
pub use requests::translate_requests;
pub use tracker::NoTracker;
pub(crate) use tracker::{is_empty_list, name_of, tracker_of};
pub use translation::{TranslateOptions, TranslateTo, Translation, translate};
