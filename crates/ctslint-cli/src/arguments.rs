//! Arguments that several subcommands take.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use ctslint::Document;

/// Parses the name or short name of a document; for a mistyped one, clap suggests the nearest.
pub(crate) fn document_parser() -> impl TypedValueParser<Value = &'static Document> {
    let documents = ctslint::documents().iter();
    let names = documents.clone().map(|document| document.name());
    let short_names = documents.filter_map(|document| document.short_name());
    PossibleValuesParser::new(names.chain(short_names))
        .try_map(|name| Document::from_name(&name).ok_or_else(|| format!("there is no document `{name}`")))
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table for people.
    Human,
    /// One JSON document.
    Json,
}
