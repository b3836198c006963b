//! Placeholders of template engines: where they start and end in a text.
//!
//! `${bucket}`, `%{ if lts }`, `{{ bucket }}`, `{% if lts %}`, `<bucket>`, `<%= bucket %>`, `%(bucket)s`, `@@bucket@@`.

use super::scan::{AHEAD, char_at, is_break};

/// The end of the placeholder at `at`, which must not go beyond `limit`; `None` if there is none.
pub(crate) fn placeholder_end(text: &str, at: usize, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..limit.min(text.len()))?;
    let rest = bytes.get(at..)?;
    match rest {
        [b'$' | b'#' | b'%', b'{', ..] => expression_end(bytes, at + 2, b"}"),
        [b'{', b'{', b'{', ..] => expression_end(bytes, at + 3, b"}}}"),
        [b'{', b'{', ..] => expression_end(bytes, at + 2, b"}}"),
        [b'{', b'%', ..] => line_end_of(bytes, at + 2, b"%}"),
        [b'<', b'%', ..] => line_end_of(bytes, at + 2, b"%>"),
        [b'<', b'!' | b'/' | b'=' | b'-', ..] => None,
        [b'<', ..] => name_end(bytes, at + 1, b">"),
        [b'@', b'@', ..] => name_end(bytes, at + 2, b"@@"),
        [b'$', b'(', ..] => name_end(bytes, at + 2, b")"),
        [b'%', b'(', ..] => {
            let end = name_end(bytes, at + 2, b")")?;
            bytes.get(end).is_some_and(u8::is_ascii_alphabetic).then_some(end + 1)
        }
        _ => None,
    }
}

/// The first placeholder in the content of a string.
pub(crate) fn find_placeholder(content: &str) -> Option<&str> {
    // Longer strings are no values of this API, and to search them again and again takes long.
    let end = (0..=content.len().min(FAR))
        .rev()
        .find(|&end| content.is_char_boundary(end))?;
    let content = content.get(..end)?;
    let mut starts = (0..content.len()).filter(|&at| can_start(content.as_bytes()[at]));
    // What is no expression that could be read ends with its closer: nothing else follows in a string.
    let closed = |at: usize| {
        let closer: &[u8] = match content.as_bytes().get(at..)? {
            [b'$', b'{', ..] => b"}",
            [b'{', b'{', ..] => b"}}",
            _ => return None,
        };
        let rest = content.as_bytes().get(at + 2..)?;
        let length = rest.windows(closer.len()).position(|window| window == closer)?;
        (length > 0).then_some(at + 2 + length + closer.len())
    };
    starts.find_map(|at| content.get(at..placeholder_end(content, at, FAR).or_else(|| closed(at))?))
}

/// Whether a placeholder may start with this byte.
pub(crate) const fn can_start(byte: u8) -> bool {
    matches!(byte, b'$' | b'#' | b'%' | b'{' | b'<' | b'@')
}

/// The longest expression between braces, in bytes.
pub(super) const FAR: usize = 4096;

/// The end of a name that starts at `at`: after `closer`, on the same line and within [`AHEAD`].
fn name_end(bytes: &[u8], at: usize, closer: &[u8]) -> Option<usize> {
    let ahead = bytes.get(at..bytes.len().min(at + AHEAD))?;
    let ends = |&byte: &u8| {
        is_break(byte) || matches!(byte, b'"' | b'{' | b'}' | b'<' | b'>') || closer.first() == Some(&byte)
    };
    let length = ahead.iter().position(ends).filter(|length| *length > 0)?;
    ahead
        .get(length..)?
        .starts_with(closer)
        .then_some(at + length + closer.len())
}

/// The end of what starts at `at`: after the first `closer`, on the same line and within [`AHEAD`].
fn line_end_of(bytes: &[u8], at: usize, closer: &[u8]) -> Option<usize> {
    let ahead = bytes.get(at..bytes.len().min(at + AHEAD))?;
    let length = ahead.windows(closer.len()).position(|window| window == closer)?;
    let is_on_line = !ahead.get(..length)?.iter().copied().any(is_break);
    is_on_line.then_some(at + length + closer.len())
}

/// The end of an expression that starts at `at`: after the `closer` of the braces around it. Strings in it may contain braces; commas,
/// braces and line breaks of its own stand in parentheses or square brackets, so that JSON after an expression without an end is not
/// taken for a part of it.
fn expression_end(bytes: &[u8], mut at: usize, closer: &[u8]) -> Option<usize> {
    let start = at;
    let mut depth = 0_usize;
    // Two braces are also those of an object in an object.
    let first = bytes.get(at..)?.trim_ascii_start().first()?;
    if closer.len() > 1 && matches!(first, b'"' | b'[' | b'{') {
        return None;
    }
    loop {
        let rest = bytes.get(at..)?;
        if depth == 0 && rest.starts_with(closer) {
            let is_empty = bytes.get(start..at)?.trim_ascii().is_empty();
            return (!is_empty).then_some(at + closer.len());
        }
        match *rest.first()? {
            b'"' => {
                at = string_end(bytes, at + 1)?;
                continue;
            }
            b'(' | b'[' => depth += 1,
            b'{' if depth > 0 => depth += 1,
            b')' | b']' | b'}' => depth = depth.checked_sub(1)?,
            b',' | b'{' if depth == 0 => return None,
            byte if depth == 0 && is_break(byte) => return None,
            _ => {}
        }
        at += 1;
    }
}

/// The end of the string with the content at `at`, on the same line.
fn string_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match *bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            byte if is_break(byte) => return None,
            _ => at += 1,
        }
    }
}

/// The start of a placeholder in a text that has no end there, because a quotation mark in it ends the text: `${tags["`.
pub(super) fn unfinished_placeholder(text: &str) -> Option<usize> {
    let mut pairs = text.as_bytes().windows(2);
    let start = pairs.rposition(|pair| matches!(pair, b"${" | b"{{"))?;
    let is_open = placeholder_end(text, start, text.len()).is_none();
    is_open.then_some(start)
}

/// The end of a string of JSON with placeholders that have quotation marks of their own: after its closing quotation mark. `at` is in
/// its content, where the first of them starts.
pub(super) fn template_string_end(text: &str, at: usize, limit: usize) -> Option<usize> {
    let mut at = placeholder_end(text, at, limit)?;
    while at < limit {
        match char_at(text, at)? {
            '"' => return Some(at + 1),
            '\n' | '\r' => return None,
            '\\' => at += 1 + char_at(text, at + 1).map_or(0, char::len_utf8),
            found => at = placeholder_end(text, at, limit).unwrap_or(at + found.len_utf8()),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind of placeholder is read to its end, and what is JSON, or has no end, is none.
    #[test]
    fn placeholders_end_where_they_should() {
        for (text, placeholder) in [
            ("${bucket}, 1", "${bucket}"),
            ("${ var.x[\"a}\"] } }", "${ var.x[\"a}\"] }"),
            (
                "${jsonencode({a = \"}\", b = [1, 2]})}, \"c\": 1}",
                "${jsonencode({a = \"}\", b = [1, 2]})}",
            ),
            ("${jsonencode({\n  a = 1\n})}\n", "${jsonencode({\n  a = 1\n})}"),
            ("${x ? \"a\" : \"b\"}", "${x ? \"a\" : \"b\"}"),
            ("%{ if x }", "%{ if x }"),
            ("{{ flag }}}", "{{ flag }}"),
            ("{{{flag}}}", "{{{flag}}}"),
            ("{{ .Values.x | default \"}}\" }}", "{{ .Values.x | default \"}}\" }}"),
            ("{{ default(\"a\", b) }}", "{{ default(\"a\", b) }}"),
            ("{% if x == 1 %}", "{% if x == 1 %}"),
            ("<bucket, yours>", "<bucket, yours>"),
            ("<%= x[\"a\"] %>", "<%= x[\"a\"] %>"),
            ("%(v)s", "%(v)s"),
            ("%(v)d", "%(v)d"),
            ("@@V@@", "@@V@@"),
            ("$(BUCKET), 1", "$(BUCKET)"),
            ("${bucket, \"x\": {\"a\": 1}}", ""),
            ("${bucket\n}", ""),
            ("${}", ""),
            ("${ a) }", ""),
            ("{{\"a\": 1}}", ""),
            ("{{ }}", ""),
            ("<>", ""),
            ("<a", ""),
            ("%(v)", ""),
            ("@@@@", ""),
            ("$()", ""),
            ("$(a", ""),
            ("${\"", ""),
            ("${\"\\", ""),
        ] {
            let end = placeholder_end(text, 0, text.len()).unwrap_or(0);
            assert_eq!(&text[..end], placeholder, "{text}");
        }
    }

    /// A placeholder is found wherever it stands in a text.
    #[test]
    fn placeholders_are_found_in_texts() {
        assert_eq!(find_placeholder("logs-${env}-${id}"), Some("${env}"));
        assert_eq!(find_placeholder("a < b, 50 % {x} <name>"), Some("<name>"));
        assert_eq!(find_placeholder("{bucket}"), None);
    }
}
