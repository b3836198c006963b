//! Text that is safe to print: control characters of a checked file or of its name never reach the terminal.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;

use unicode_width::UnicodeWidthChar;

/// A text with spaces behind it up to this many columns of a terminal.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    let spaces = columns.saturating_sub(columns_of(text));
    format!("{text}{:spaces$}", "")
}

/// How many columns of a terminal a text takes.
pub(crate) fn columns_of(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// A path as it is printed.
pub(crate) fn path(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// The text, with every character that would disturb a terminal replaced by a visible one.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c == ' ' || c.is_ascii_graphic() || (!c.is_ascii() && !disturbs(c));
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push_visible(c, &mut shown);
    }
    Cow::Owned(shown)
}

/// Adds a character in a form that does not move the cursor, and returns its width in columns.
pub(crate) fn push_visible(c: char, shown: &mut String) -> usize {
    match c {
        '\t' => {
            shown.push_str("    ");
            4
        }
        // The pictures of the control characters have the same order as the characters.
        '\0'..='\x1f' => {
            shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER));
            1
        }
        '\x7f' => {
            shown.push('\u{2421}');
            1
        }
        c if disturbs(c) => {
            let before = shown.len();
            // Writing to a string can't fail.
            let _ = write!(shown, "<U+{:04X}>", u32::from(c));
            shown.len() - before
        }
        c => {
            shown.push(c);
            c.width().unwrap_or(0)
        }
    }
}

/// Whether a character is a control character, is none at all, is invisible, or moves the text around it.
pub(crate) fn disturbs(c: char) -> bool {
    let is_none = matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || matches!(c, '\u{fdd0}'..='\u{fdef}');
    is_none
        || matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(visible("größer als 漢字 – `x`"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_that_disturbs_passes() {
        assert_eq!(visible("a\x1b[31mb\r\n\0\x7f"), "a␛[31mb␍␊␀␡");
        assert_eq!(visible("a\u{202e}b\u{feff}\u{85}"), "a<U+202E>b<U+FEFF><U+0085>");
        assert_eq!(visible("a\tb"), "a    b");
        assert_eq!(
            visible("\u{fffe}\u{ffff}\u{1ffff}\u{fdd0}"),
            "<U+FFFE><U+FFFF><U+1FFFF><U+FDD0>"
        );
    }

    #[test]
    fn columns_are_counted() {
        let mut shown = String::new();
        let columns: Vec<usize> = ['a', '漢', '\t', '\x07', '\u{301}', '\u{200b}']
            .into_iter()
            .map(|c| push_visible(c, &mut shown))
            .collect();
        assert_eq!(columns, [1, 2, 4, 1, 0, 8]);
    }
}
