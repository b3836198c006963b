//! Variables that an editor or a template engine replaces before a body is sent.

/// Whether the text contains a variable: `{{bucket}}`, `{bucket_name}`, `${BUCKET}`.
pub(crate) fn has_variable(text: &str) -> bool {
    text.split('{').skip(1).any(|after| {
        let name = after.split('}').next().filter(|name| name.len() < after.len());
        name.is_some_and(|name| !name.trim().is_empty())
    })
}

/// How the placeholders of template engines begin and end.
const PLACEHOLDERS: &[(&str, &str)] = &[("${", "}"), ("{{", "}}"), ("<", ">"), ("%(", ")s"), ("@@", "@@")];

/// The placeholder in a text, if there is one: `${bucket}`, `{{bucket}}`, `<bucket>`, `%(bucket)s`, `@@bucket@@`.
pub(super) fn placeholder(text: &str) -> Option<&str> {
    PLACEHOLDERS.iter().find_map(|(start, end)| {
        let from = text.find(start)?;
        let name = from + start.len();
        let length = text.get(name..)?.find(end).filter(|length| *length > 0)?;
        text.get(from..name + length + end.len())
    })
}
