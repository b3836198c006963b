//! What the tables say, for others: JSON Schema, TypeScript, builders in Rust, metadata for forms. Each is one function over the same
//! tables.

mod builders;
mod form;
mod json_schema;
mod node;
mod profile;
mod typescript;
mod variants;

pub use builders::builders;
pub use form::{Choice, FieldInfo, Limits, Plain, Requirement, form, form_ids};
pub use json_schema::{
    BlindSpot, SCHEMA_BLIND_SPOTS, json_schema, json_schema_path, json_schema_text, json_schema_with,
};
pub(crate) use json_schema::{capitalised, limits};
pub(crate) use profile::GAPS;
#[cfg(test)]
pub(crate) use profile::Gap;
pub use profile::{Draft, SchemaOptions, SchemaProfile};
pub use typescript::typescript;
