//! Rules, documents, fields and error codes in words.

mod cases;
mod markdown;
mod names;
mod scenario;
mod topics;

#[cfg(test)]
pub(crate) use cases::case;
pub use cases::case_file;
#[cfg(test)]
pub(crate) use markdown::{document, field};
pub use markdown::{documents_page, rules_page, rules_table};
pub use topics::{Explanation, Topic, TopicKind, explain, similar_topics, topics};
