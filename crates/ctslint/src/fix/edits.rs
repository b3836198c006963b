//! Builds the edits of fixes.

use std::borrow::Cow;

use crate::diagnostics::{Edit, Fix, Safety};
use crate::json::{Kind, Member, Range, Tree, Value};
use crate::messages::MessageId;
use crate::model::{Characters, Field, Type};

/// Replaces a range. [`locate_findings`](crate::diagnostics::locate_findings) counts its UTF-16 code units later.
pub(crate) fn edit(range: Range, text: impl Into<Cow<'static, str>>) -> Edit {
    Edit {
        start: range.start,
        end: range.end,
        utf16_start: 0,
        utf16_end: 0,
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

/// Adds a member, given by the JSON texts of its name and value, at the end of an object, in the style of the last one. `None` if the end of the object is uncertain.
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
    let member = [comma, blanks, name, colon, value].concat();
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

/// Removes a member that occurs once and says nothing. Comments beside it stay.
pub(crate) fn remove_one(title: MessageId, tree: &Tree<'_>, object: Value<'_, '_>, member: Member<'_, '_>) -> Fix {
    let text = tree.text().as_bytes();
    let between = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default();
    let (start, end) = (member.key.range().start, member.value.range().end);
    let (mut before, mut after) = (None, None);
    for other in object.members() {
        if other.key.range().start < start {
            before = Some(other.value.range().end);
        } else if other.key.range().start > start {
            after = Some(other.key.range().start);
            break;
        }
    }
    let edits = match (before, after) {
        // A comma is removed as well: the one behind the member, and that before the last one.
        (_, Some(next)) => up_to(next, text, start, end),
        (Some(last), None) => without_comma(between(last, start), last, own_line(text, start, end), (last, end)),
        (None, None) => {
            let outer = object.range();
            let inner = (outer.start + 1, outer.end - u32::from(object.is_closed()));
            let is_alone = is_blank(between(inner.0, start)) && is_blank(between(end, inner.1));
            vec![if is_alone { inner } else { own_line(text, start, end) }]
        }
    };
    without(title, edits, Safety::Safe)
}

/// Removes a member that has another one behind it. Comments beside it stay.
pub(crate) fn remove_earlier(title: MessageId, tree: &Tree<'_>, member: Member<'_, '_>) -> Fix {
    let (start, end) = (member.key.range().start, member.value.range().end);
    let ranges = up_to(member.value.behind(), tree.text().as_bytes(), start, end);
    without(title, ranges, Safety::Unsafe)
}

/// Puts a member into an object of its own: what stands in place of its key then, and behind its value.
pub(crate) fn enclose(title: MessageId, member: Member<'_, '_>, opening: String, closing: String) -> Fix {
    let end = member.value.range().end;
    let closing = edit(Range { start: end, end }, closing);
    Fix {
        title,
        safety: Safety::Unsafe,
        edits: vec![edit(member.key.range(), opening), closing],
    }
}

fn without(title: MessageId, ranges: Vec<(u32, u32)>, safety: Safety) -> Fix {
    let removed = |(start, end)| edit(Range { start, end }, "");
    Fix {
        title,
        safety,
        edits: ranges.into_iter().map(removed).collect(),
    }
}

/// The ranges to remove for a member and the comma behind it, with the blanks up to the next member or up to a comment.
fn up_to(next: u32, text: &[u8], start: u32, end: u32) -> Vec<(u32, u32)> {
    let between = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default();
    let mut ranges = without_comma(between(end, next), end, (start, end), (start, next));
    if let [_, (_, comma)] = &mut ranges[..] {
        let blanks = between(*comma, next)
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'));
        *comma += blanks.count() as u32;
    }
    ranges
}

/// The ranges to remove for a member and a comma in the text beside it, which starts at `offset`: all of it if there is no
/// comment, otherwise the member and the comma alone.
fn without_comma(beside: &[u8], offset: u32, member: (u32, u32), all: (u32, u32)) -> Vec<(u32, u32)> {
    if beside.iter().all(|byte| *byte == b',' || byte.is_ascii_whitespace()) {
        return vec![all];
    }
    let comma = comma(beside).map(|at| (offset + at as u32, offset + at as u32 + 1));
    let mut ranges: Vec<_> = comma.into_iter().chain([member]).collect();
    ranges.sort_unstable();
    ranges
}

/// The member with the line break and the blanks before it, if nothing else is in its lines.
fn own_line(text: &[u8], start: u32, end: u32) -> (u32, u32) {
    let is_in_line = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let (before, after) = (text.get(..start as usize), text.get(end as usize..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let indent = before.iter().rev().take_while(is_in_line).count();
    let breaks = match before.get(..before.len() - indent).unwrap_or_default() {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n' | b'\r'] => 1,
        _ => return (start, end),
    };
    match after.iter().find(|byte| !is_in_line(byte)) {
        Some(b'\n' | b'\r') => (start - (indent + breaks) as u32, end),
        _ => (start, end),
    }
}

fn is_blank(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_whitespace)
}

/// The offset of the first comma that is in no comment.
fn comma(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let skipped = match rest {
            [] => return None,
            [b',', ..] => return Some(at),
            [b'/', b'/', ..] => rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')),
            [b'/', b'*', ..] => rest
                .windows(2)
                .skip(2)
                .position(|pair| pair == b"*/")
                .map(|end| end + 4),
            _ => Some(1),
        };
        at += skipped?;
    }
    None
}
