//! The vocabulary for the keys of a settings file. Reading the file, its JSON Schema and suggestions of names all rest
//! on the same lists.

use crate::messages::Choice;
use ctslint::Document;

/// A key of a table.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    /// What it is for, in a sentence or two.
    pub(crate) doc: &'static str,
    /// What its value must be.
    pub(crate) shape: Shape,
    /// Whether the table must have it.
    pub(crate) required: bool,
}

impl Key {
    pub(crate) const fn new(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            doc,
            shape,
            required: false,
        }
    }

    pub(crate) const fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

/// What a value must be.
pub(crate) enum Shape {
    /// Any text that is not empty.
    Text,
    /// One of some names; what such a name is called, and the names.
    Choice(Choice, fn() -> Vec<&'static str>),
    /// A glob for paths.
    Glob,
    /// A path below the folder of the file.
    Path,
    /// A JSON Pointer.
    Pointer,
    /// A field by its name or JSON Pointer.
    Field,
    /// A regular expression.
    Pattern,
    /// The hash of a value.
    Hash,
    /// A date.
    Date,
    /// A table of rules with the severity of each, or `off`.
    Severities,
    /// A list of these, or one of them; how many there may be.
    List(&'static Self, usize),
    /// A table with these keys.
    Table(&'static [Key]),
    /// Tables with these keys; how many there may be.
    Tables(&'static [Key], usize),
}

/// What a severity can be set to.
pub(crate) fn severities() -> Vec<&'static str> {
    vec!["error", "warning", "info", "off"]
}

/// The names of all rules.
pub(crate) fn rules() -> Vec<&'static str> {
    ctslint::rules().iter().map(|rule| rule.name).collect()
}

/// The names of the providers.
pub(crate) fn providers() -> Vec<&'static str> {
    ctslint::Provider::ALL.iter().map(|provider| provider.name()).collect()
}

/// The names and short names of all documents.
pub(crate) fn documents() -> Vec<&'static str> {
    let documents = ctslint::documents().iter();
    let short = documents.clone().filter_map(|document| document.short_name());
    documents.clone().map(|document| document.name()).chain(short).collect()
}

/// The JSON Pointers of all plain fields, each with its document.
pub(crate) fn known_fields() -> Vec<(&'static Document, String)> {
    let documents = ctslint::documents().iter().copied();
    documents
        .flat_map(|document| document.plain_fields().map(move |pointer| (document, pointer)))
        .collect()
}
