//! Variables that an editor or a template engine replaces before a body is sent.

/// Whether the text contains a variable: `{{bucket}}`, `{bucket_name}`, `${BUCKET}`.
pub(crate) fn has_variable(text: &str) -> bool {
    text.split('{').skip(1).any(|after| {
        let name = after.split('}').next().filter(|name| name.len() < after.len());
        name.is_some_and(|name| !name.trim().is_empty())
    })
}
