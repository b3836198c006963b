//! Remedies as edits of the text.

use std::borrow::Cow;

use crate::json::{Kind, Member, Tree, Value};
use crate::report::{Edit, Fix, Safety, Text};
use crate::spec::{Characters, Field, Type};

/// Writes another value.
pub(crate) fn replace(value: Value<'_, '_>, text: &str, title: impl Into<Text>, safety: Safety) -> Fix {
    let range = value.range();
    let edit = Edit {
        start: range.start,
        end: range.end,
        text: text.to_owned().into(),
    };
    Fix {
        title: title.into(),
        safety,
        edits: vec![edit],
    }
}

/// Gives a member another name.
pub(crate) fn rename(key: Value<'_, '_>, name: &'static str) -> Fix {
    replace(
        key,
        &format!("\"{name}\""),
        format!("rename it to `{name}`"),
        Safety::Safe,
    )
}

/// Writes a value as the type that its field wants, where its meaning is plain.
pub(crate) fn convert(wanted: Type, value: Value<'_, '_>) -> Option<Fix> {
    let text = value.text();
    let (new, safety): (Cow<'_, str>, _) = match (wanted, value.kind()) {
        (Type::Boolean, Kind::String) => match text.to_ascii_lowercase().as_str() {
            "true" => ("true".into(), Safety::Safe),
            "false" => ("false".into(), Safety::Safe),
            _ => return None,
        },
        (Type::Boolean, Kind::Number) => match value.raw() {
            "1" => ("true".into(), Safety::Unsafe),
            "0" => ("false".into(), Safety::Unsafe),
            _ => return None,
        },
        (Type::Long, Kind::String) if is_plain_number(&text) => (text, Safety::Safe),
        (Type::Text(_), Kind::Number) if is_plain_number(value.raw()) => {
            (format!("\"{}\"", value.raw()).into(), Safety::Safe)
        }
        _ => return None,
    };
    Some(replace(value, &new, format!("write `{new}`"), safety))
}

/// Digits that mean the same as a number and as a text.
fn is_plain_number(text: &str) -> bool {
    text == "0"
        || (text.len() < 19 && !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()))
}

/// Writes the name with the nearest characters that are allowed.
pub(crate) fn respell(field: &'static Field, characters: &'static Characters, value: Value<'_, '_>) -> Option<Fix> {
    let lower = !characters.allows('A', false);
    let mut new = String::new();
    for character in value.text().trim().chars() {
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
    let new = new.trim_end_matches('-');
    let Type::Text(rule) = field.ty else { return None };
    let length = rule.length.as_ref();
    let fits = length.is_none_or(|length| new.len() >= length.min && new.len() <= length.max);
    let in_form = rule.form.is_none_or(|form| (form.judge)(new).is_none());
    (fits && in_form && !new.is_empty())
        .then(|| replace(value, &format!("\"{new}\""), format!("write `{new}`"), Safety::Unsafe))
}

/// Adds a member at the end of an object, in the style of the last one.
pub(crate) fn insert(tree: &Tree<'_>, holder: Value<'_, '_>, name: &str, value: &str) -> Fix {
    let text = tree.text();
    let title = format!("add `\"{name}\": {value}`");
    let (at, new) = match holder.members().last() {
        None => (holder.range().start + 1, format!("\"{name}\": {value}")),
        Some(Member { key, value: last }) => {
            let before = &text[holder.range().start as usize..key.range().start as usize];
            let blanks = &before[before.trim_end_matches([' ', '\t', '\r', '\n']).len()..];
            let between = text
                .get(key.range().end as usize..last.range().start as usize)
                .unwrap_or_default();
            let colon = if between.trim() == ":" && !between.contains('\n') {
                between
            } else {
                ": "
            };
            (last.range().end, format!(",{blanks}\"{name}\"{colon}{value}"))
        }
    };
    Fix {
        title: title.into(),
        safety: Safety::Safe,
        edits: vec![Edit {
            start: at,
            end: at,
            text: new.into(),
        }],
    }
}

/// Takes a member out, with its comma and the blanks that set it apart.
pub(crate) fn remove(tree: &Tree<'_>, holder: Value<'_, '_>, member: Member<'_, '_>) -> Fix {
    let _ = tree;
    let start = member.key.range().start;
    let mut before = None;
    let mut after = None;
    for other in holder.members() {
        let other_start = other.key.range().start;
        if other_start < start {
            before = Some(other.value.range().end);
        } else if other_start > start {
            after = Some(other_start);
            break;
        }
    }
    let end = member.value.range().end;
    let (start, end) = match (before, after) {
        (_, Some(next)) => (start, next),
        (Some(last), None) => (last, end),
        (None, None) => (start, end),
    };
    Fix {
        title: "remove it".into(),
        safety: Safety::Unsafe,
        edits: vec![Edit {
            start,
            end,
            text: Text::Borrowed(""),
        }],
    }
}
