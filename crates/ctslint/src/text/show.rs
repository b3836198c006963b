//! Makes input text printable in messages: shortened, with invisible characters spelt out.

use std::borrow::Cow;

use crate::json::scan::is_odd_space;

/// The largest number of characters to show.
const SHOWN: usize = 40;

/// Shortens a text to 40 characters and replaces invisible characters by their code points.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if text.len() <= SHOWN && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let mut shown = String::with_capacity(2 * SHOWN);
    for (count, character) in text.chars().enumerate() {
        if count == SHOWN {
            shown.push('…');
            break;
        }
        if is_unseen(character) {
            code_point(&mut shown, character);
        } else {
            shown.push(character);
        }
    }
    shown.into()
}

/// Appends the code point of a character: "U+00E9".
pub(crate) fn code_point(target: &mut String, character: char) {
    target.push_str("U+");
    for digit in hexadecimal(u32::from(character)) {
        target.push(digit.to_ascii_uppercase());
    }
}

/// The hexadecimal digits of a number, at least four.
pub(crate) fn hexadecimal(number: u32) -> impl Iterator<Item = char> {
    let count = number.checked_ilog2().map_or(4, |bits| 4.max(bits / 4 + 1));
    (0..count)
        .rev()
        .filter_map(move |digit| char::from_digit(number >> (4 * digit) & 0xf, 16))
}

/// Whether a character is invisible: a control character, white space other than a plain space, zero-width, or one that
/// changes the direction of the text.
pub(crate) fn is_unseen(character: char) -> bool {
    is_odd_space(character)
        || matches!(character, '\t' | '\n' | '\r' | '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{206f}')
}
