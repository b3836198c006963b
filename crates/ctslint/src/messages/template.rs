//! Filling the gaps of templates.

use std::borrow::Cow;

/// Writes a template. For each gap `put` writes the param of that name; it is told whether the gap stands behind a backtick, which
/// makes it a literal.
pub(crate) fn expand(template: &str, target: &mut String, mut put: impl FnMut(&mut String, &str, bool)) {
    let mut rest = template;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'{' | b'}')) {
        let (before, brace) = rest.split_at(at);
        target.push_str(before);
        let doubled = brace.as_bytes().get(1) == brace.as_bytes().first();
        let gap = brace.get(1..).and_then(|after| after.split_once('}'));
        rest = match gap {
            Some((name, after)) if !doubled => {
                put(target, name, before.ends_with('`'));
                after
            }
            _ => {
                target.push_str(brace.get(..1).unwrap_or_default());
                brace.get(2..).unwrap_or_default()
            }
        };
    }
    target.push_str(rest);
}

/// A template without gaps, as it is shown.
pub(crate) fn plain(template: &'static str) -> Cow<'static, str> {
    if !template.contains(['{', '}']) {
        return Cow::Borrowed(template);
    }
    let mut text = String::with_capacity(template.len());
    expand(template, &mut text, |_, _, _| {});
    Cow::Owned(text)
}
