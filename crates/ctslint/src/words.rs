//! Small pieces of wording that messages share.

use std::borrow::Cow;
use std::fmt::Write;

use crate::text::{Text, fill};

/// How many characters of a text are shown at most.
const SHOWN: usize = 40;

/// Text of the author between backticks: shortened, and with control characters spelt out.
pub(crate) fn code(text: &str) -> Text {
    fill!("`{}`", shown(text))
}

/// The same without the backticks. A name as most are is shown as it stands.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if text.len() <= SHOWN && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let mut shown = String::with_capacity(2 * SHOWN);
    let mut characters = text.chars();
    for character in characters.by_ref().take(SHOWN) {
        if character.is_control() || is_invisible(character) {
            code_point(&mut shown, character);
        } else {
            shown.push(character);
        }
    }
    if characters.next().is_some() {
        shown.push('…');
    }
    shown.into()
}

/// One character of the author, so that it can be seen.
pub(crate) fn character(character: char) -> Text {
    let point = || {
        let mut point = String::new();
        code_point(&mut point, character);
        point
    };
    match character {
        ' ' => "a space".into(),
        '\t' => "a tab".into(),
        '\n' | '\r' => "a line break".into(),
        '`' => "a backtick".into(),
        c if c.is_control() || c.is_whitespace() || is_invisible(c) => point().into(),
        c if c.is_ascii() => fill!("`{}`", *c.encode_utf8(&mut [0; 4])),
        c => fill!("`{}` ({})", *c.encode_utf8(&mut [0; 4]), point()),
    }
}

/// Writes the number of a character: "U+00E9".
pub(crate) fn code_point(target: &mut String, character: char) {
    // Writing to a string cannot fail.
    let _ = write!(target, "U+{:04X}", u32::from(character));
}

/// Characters that take no room, or that turn the direction of the text around them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The name of a file as an argument on a command line: between quotation marks where a shell would read it otherwise.
pub(crate) fn argument(file: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:@+,%=".contains(c);
    if file.chars().all(is_plain) && !file.is_empty() {
        file.into()
    } else {
        format!("'{}'", file.replace('\'', r"'\''")).into()
    }
}

/// "1 character", "2 characters".
pub(crate) fn count(number: usize, one: &str) -> Text {
    fill!("{} {}{}", number.to_string(), one, if number == 1 { "" } else { "s" })
}

/// "`a`", "`a` or `b`", "`a`, `b` or `c`".
pub(crate) fn either<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    listed(&mut names.into_iter(), " or ")
}

/// "`a`", "`a` and `b`", "`a`, `b` and `c`".
pub(crate) fn all<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    listed(&mut names.into_iter(), " and ")
}

fn listed(names: &mut dyn Iterator<Item = &str>, last: &str) -> String {
    let mut names = names.peekable();
    let mut list = String::new();
    while let Some(name) = names.next() {
        let between = match (list.is_empty(), names.peek()) {
            (true, _) => "",
            (_, None) => last,
            _ => ", ",
        };
        for part in [between, "`", name, "`"] {
            list.push_str(part);
        }
    }
    list
}

/// The name of a JSON Pointer for people: "`obs_info`", "the top level".
pub(crate) fn place(pointer: &str) -> Text {
    match pointer.strip_prefix('/') {
        Some(name) => fill!("`{}`", name.replace('/', ".")),
        None => "the top level".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_quoted_where_they_must_be() {
        assert_eq!(argument("trackers/prod-1.json"), "trackers/prod-1.json");
        assert_eq!(argument("my tracker's.json"), r"'my tracker'\''s.json'");
    }

    #[test]
    fn shows_what_can_not_be_seen() {
        assert_eq!(code("a\u{7}b"), "`aU+0007b`");
        assert_eq!(*code(&"x".repeat(50)), format!("`{}…`", "x".repeat(40)));
        assert_eq!(*code(&"é".repeat(40)), format!("`{}`", "é".repeat(40)));
        assert_eq!(character('_'), "`_`");
        assert_eq!(character(' '), "a space");
        assert_eq!(character('é'), "`é` (U+00E9)");
        assert_eq!(character('\u{200b}'), "U+200B");
    }
}
