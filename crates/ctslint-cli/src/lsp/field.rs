//! The field at a place of a body.

use ctslint::{Document, FieldInfo, Language, explain, form};

/// The fields in the object at a JSON Pointer of a document.
pub(super) fn fields_of(document: &'static Document, pointer: &str, language: Language) -> Vec<FieldInfo> {
    let (document, pointer) = document.place(pointer);
    let is_in = |field: &FieldInfo| field.path.rsplit_once('/').is_some_and(|(object, _)| object == pointer);
    form(document, language).into_iter().filter(is_in).collect()
}

/// The field at a JSON Pointer of a document, or that whose array the place is in.
pub(super) fn field_at(document: &'static Document, pointer: &str, language: Language) -> Option<FieldInfo> {
    let (document, pointer) = document.place(pointer);
    let array = pointer.rsplit_once('/').filter(|(_, step)| is_index(step));
    let is_at = |field: &FieldInfo| {
        field.path == pointer || (field.kind == "array" && array.is_some_and(|(array, _)| field.path == array))
    };
    form(document, language).into_iter().find(is_at)
}

/// Whether a JSON Pointer is that of an item.
pub(super) fn is_item(pointer: &str) -> bool {
    pointer.rsplit_once('/').is_some_and(|(_, step)| is_index(step))
}

/// What is to be said of what stands at a JSON Pointer of a document, in Markdown: the name for people, what it does, its limits, and the
/// sentence of the page. `None` where the document does not know it.
pub(super) fn explanation(document: &'static Document, pointer: &str, language: Language) -> Option<String> {
    let field = field_at(document, pointer, language);
    let (document, pointer) = document.place(pointer);
    let pointer = field.as_ref().map_or(pointer, |field| &field.path);
    let name = format!("{}:{pointer}", document.short_name().unwrap_or(document.name()));
    let text = explain(&name, language)?.text;
    // The heading is as large as that of a page.
    let (_, text) = text.split_once("\n\n")?;
    let label = field.map(|field| format!("**{}** · ", field.label)).unwrap_or_default();
    Some(format!("{label}`{name}`\n\n{text}"))
}

fn is_index(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}
