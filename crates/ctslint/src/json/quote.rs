//! Writes strings as JSON and as reference tokens of JSON Pointers.

use std::borrow::Cow;

/// Writes a text as a JSON string.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\u{8}' => quoted.push_str("\\b"),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\u{c}' => quoted.push_str("\\f"),
            '\r' => quoted.push_str("\\r"),
            '\0'..' ' => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or_default();
                let code = u32::from(character);
                quoted.push_str("\\u00");
                quoted.extend([digit(code >> 4), digit(code & 0xf)]);
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Escapes a name as a reference token of a JSON Pointer (RFC 6901, section 3).
#[inline]
pub(crate) fn pointer_step(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return name.into();
    }
    let mut step = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        match character {
            '~' => step.push_str("~0"),
            '/' => step.push_str("~1"),
            _ => step.push(character),
        }
    }
    step.into()
}
