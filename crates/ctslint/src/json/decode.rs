//! Decodes bytes to text.

use std::borrow::Cow;

use super::reader;
use super::syntax::{Encoding, Syntax};
use super::tree::Tree;

/// A decoded text.
#[derive(Clone, Debug)]
pub(crate) struct Decoded<'b> {
    /// The text. Each byte that is not valid UTF-8 is replaced by U+001A, so that offsets do not change.
    pub text: Cow<'b, str>,
    /// The encoding of the bytes.
    pub encoding: Encoding,
    /// The original bytes, if some are not valid UTF-8.
    damaged: Option<&'b [u8]>,
}

impl Decoded<'_> {
    /// Parses the text. The errors of the tree include those of the encoding.
    pub(crate) fn tree(&self, syntax: Syntax) -> Tree<'_> {
        reader::read(&self.text, syntax, self.encoding, self.damaged)
    }

    /// Parses a part of the text, which starts at byte `start` of the text. Offsets in the tree are relative to the
    /// part.
    pub(crate) fn part<'s>(&'s self, part: &'s str, start: usize, syntax: Syntax) -> Tree<'s> {
        let damaged = self.damaged.and_then(|bytes| bytes.get(start..start + part.len()));
        reader::read(part, syntax, Encoding::Utf8, damaged)
    }
}

/// Detects the encoding and decodes the bytes. UTF-32 decodes to an empty text.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if is_utf32(bytes) {
        return Decoded {
            text: Cow::Borrowed(""),
            encoding: Encoding::Utf32,
            damaged: None,
        };
    }
    if let Some((mark, little)) = utf16(bytes) {
        return from_utf16(bytes, mark, little);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            damaged: None,
        },
        Err(_) => without_bad_bytes(bytes),
    }
}

/// Whether the bytes are UTF-32: they start with a byte order mark or an ASCII character.
#[inline]
fn is_utf32(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [1..=0x7f, 0, 0, 0, ..] | [0, 0, 0, 1..=0x7f, ..]
    )
}

/// If the bytes are UTF-16, the length of the byte order mark and whether the order is little-endian. Without a mark,
/// they are UTF-16 if the first two characters are ASCII, so that one byte of each code unit is zero.
#[inline]
fn utf16(bytes: &[u8]) -> Option<(usize, bool)> {
    match *bytes {
        [0xff, 0xfe, ..] => Some((2, true)),
        [0xfe, 0xff, ..] => Some((2, false)),
        [1..=0x7f, 0, 1..=0x7f, 0, ..] | [1..=0x7f, 0] => Some((0, true)),
        [0, 1..=0x7f, 0, 1..=0x7f, ..] | [0, 1..=0x7f] => Some((0, false)),
        _ => None,
    }
}

#[cold]
fn from_utf16(bytes: &[u8], mark: usize, little: bool) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    // The pending first half of a surrogate pair; 0 if there is none.
    let mut high = 0;
    for unit in bytes.get(mark..).unwrap_or_default().chunks(2) {
        let unit = match *unit {
            [first, second] if little => u32::from(u16::from_le_bytes([first, second])),
            [first, second] => u32::from(u16::from_be_bytes([first, second])),
            _ => 0xfffd,
        };
        if let (0xd800..0xdc00, 0xdc00..0xe000) = (high, unit) {
            let pair = 0x1_0000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
            text.push(char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER));
            high = 0;
            continue;
        }
        if high != 0 {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        high = match unit {
            0xd800..0xdc00 => unit,
            _ => {
                text.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
                0
            }
        };
    }
    if high != 0 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded {
        text: Cow::Owned(text),
        encoding: Encoding::Utf16 {
            mark: mark as u32,
            length: bytes.len() as u32,
        },
        damaged: None,
    }
}

#[cold]
fn without_bad_bytes(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, others) = rest.split_at(error.valid_up_to());
        let (bad, after) = others.split_at(error.error_len().unwrap_or(others.len()));
        text.push_str(std::str::from_utf8(valid).unwrap_or_default());
        bad.iter().for_each(|_| text.push('\u{1a}'));
        rest = after;
    }
    text.push_str(std::str::from_utf8(rest).unwrap_or_default());
    Decoded {
        text: Cow::Owned(text),
        encoding: Encoding::Utf8,
        damaged: Some(bytes),
    }
}
