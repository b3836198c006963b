//! Outputs: each is one function over the tables. They never see a document of a user.

#[cfg(test)]
mod agreement;
pub(crate) mod form;
pub(crate) mod json_schema;
#[cfg(feature = "explain")]
pub(crate) mod markdown;
pub(crate) mod node;
pub(crate) mod typescript;
