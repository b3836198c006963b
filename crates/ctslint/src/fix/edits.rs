//! Builds the edits of fixes.

use std::borrow::Cow;

use crate::diagnostics::{Edit, Fix, Safety};
use crate::json::{Kind, Member, Range, Tree, Value};
use crate::messages::MessageId;
use crate::model::{Characters, Field, Type};

/// Replaces a range.
pub(crate) fn edit(range: Range, text: impl Into<Cow<'static, str>>) -> Edit {
    Edit {
        start: range.start,
        end: range.end,
        text: text.into(),
    }
}

/// Replaces a value. The caller supplies the title.
pub(crate) fn replace(
    title: MessageId,
    value: Value<'_, '_>,
    text: impl Into<Cow<'static, str>>,
    safety: Safety,
) -> Fix {
    Fix {
        title,
        safety,
        edits: vec![edit(value.range(), text)],
    }
}

/// Puts a text in quotation marks. It must not need escapes.
pub(crate) fn quoted(text: &str) -> String {
    ["\"", text, "\""].concat()
}

/// Converts a value to the type of its field, if its meaning is clear. Returns JSON text.
pub(crate) fn converted(wanted: Type, value: Value<'_, '_>) -> Option<(String, Safety)> {
    let raw = value.raw();
    match (wanted, value.kind()) {
        (Type::Boolean, Kind::Number) if raw == "1" => Some(("true".into(), Safety::Unsafe)),
        (Type::Boolean, Kind::Number) if raw == "0" => Some(("false".into(), Safety::Unsafe)),
        (Type::Text(rule), Kind::Number) if rule.values.is_empty() && is_plain_number(raw) => {
            Some((quoted(raw), Safety::Safe))
        }
        (_, Kind::String) => {
            let text = value.text();
            let text = match wanted {
                Type::Boolean if text.eq_ignore_ascii_case("true") => "true".into(),
                Type::Boolean if text.eq_ignore_ascii_case("false") => "false".into(),
                Type::Long(_) if is_plain_number(&text) => text,
                _ => return None,
            };
            Some((text.into_owned(), Safety::Safe))
        }
        _ => None,
    }
}

/// Whether the text is an integer without leading zeros that keeps its digits when read as a number.
fn is_plain_number(text: &str) -> bool {
    text == "0"
        || (text.len() < 19 && !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()))
}

/// Replaces the characters that are not allowed in a name; `None` if the result is still invalid.
pub(crate) fn respelt(field: &'static Field, characters: &'static Characters, value: Value<'_, '_>) -> Option<String> {
    let lower = !characters.allows('A', false);
    let text = value.text();
    let mut new = String::with_capacity(text.len());
    for character in text.chars() {
        let character = if lower {
            character.to_ascii_lowercase()
        } else {
            character
        };
        if characters.allows(character, new.is_empty()) {
            new.push(character);
        } else if !new.is_empty() && !new.ends_with('-') {
            new.push('-');
        }
    }
    while new.ends_with('-') {
        new.pop();
    }
    let Type::Text(rule) = field.ty else { return None };
    let length = rule.length.as_ref();
    let fits = length.is_none_or(|length| new.len() >= length.min && new.len() <= length.max);
    let in_format = rule.format.is_none_or(|format| (format.check)(&new).is_none());
    (fits && in_format && !new.is_empty()).then_some(new)
}

/// Adds a member at the end of an object, in the style of the last one. `None` if the end of the object is uncertain.
pub(crate) fn insert(
    title: MessageId,
    tree: &Tree<'_>,
    object: Value<'_, '_>,
    name: &str,
    value: &str,
    safety: Safety,
) -> Option<Fix> {
    let text = tree.text();
    let last = object.members().last();
    let is_certain = last.is_none_or(|last| last.value.range().end < object.range().end && last.value.is_closed());
    if !is_certain || !object.is_closed() {
        return None;
    }
    let (at, comma, blanks, colon) = match last {
        None => (object.range().start + 1, "", "", ": "),
        Some(Member { key, value: last }) => {
            let before = text
                .get(object.range().start as usize..key.range().start as usize)
                .unwrap_or_default();
            let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
            let length = before.bytes().rev().take_while(|byte| is_blank(byte)).count();
            let blanks = before.get(before.len() - length..).unwrap_or_default();
            let between = text
                .get(key.range().end as usize..last.range().start as usize)
                .unwrap_or_default();
            let mut signs = between.bytes().filter(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
            let is_plain = signs.next() == Some(b':') && signs.next().is_none();
            let colon = if is_plain { between } else { ": " };
            // The only member follows the brace directly; it does not show what comes after a comma.
            let blanks = match blanks {
                "" if colon.ends_with(' ') && before.len() == 1 => " ",
                _ => blanks,
            };
            (last.range().end, ",", blanks, colon)
        }
    };
    let member = [comma, blanks, "\"", name, "\"", colon, "\"", value, "\""].concat();
    Some(Fix {
        title,
        safety,
        edits: vec![edit(Range { start: at, end: at }, member)],
    })
}

/// Removes a member and all others with the same name, with the commas and blanks between them.
pub(crate) fn remove(title: MessageId, object: Value<'_, '_>, member: Member<'_, '_>) -> Fix {
    let name = member.key.text();
    let mut edits = Vec::new();
    // The start of the current run of members to remove, the end of the last member to keep, the end of the last
    // member.
    let (mut run, mut kept, mut last) = (None, None, 0);
    for other in object.members() {
        let start = other.key.range().start;
        last = other.value.range().end;
        if other.key.text() == name {
            run = run.or(Some(start));
        } else {
            if let Some(first) = run.take() {
                let range = Range {
                    start: first,
                    end: start,
                };
                edits.push(edit(range, ""));
            }
            kept = Some(last);
        }
    }
    if let Some(first) = run {
        let start = kept.unwrap_or(first);
        edits.push(edit(Range { start, end: last }, ""));
    }
    Fix {
        title,
        safety: Safety::Unsafe,
        edits,
    }
}
