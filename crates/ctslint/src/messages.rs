//! The catalogue: every text that can reach a user, by id and language.
//!
//! A language is one file with an exhaustive `match`: what is forgotten does not compile. A template has gaps, `{field}`,
//! for the params of a message; they are the same in every language.

mod de;
mod en;
mod id;
mod language;
mod template;
mod zh;

pub use id::MessageId;
pub use language::Language;
pub(crate) use language::english;
pub(crate) use template::expand;
