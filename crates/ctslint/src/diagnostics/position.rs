//! Converts offsets in bytes to lines and columns.

use std::borrow::Cow;

use serde::Serialize;

use crate::json::{Encoding, Range, decode};

/// A place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// The offset in bytes from the start of the text, from 0.
    pub offset: u32,
    /// The offset in UTF-16 code units from the start of the text, without a byte order mark in UTF-16, from 0.
    pub utf16_offset: u32,
    /// The line, from 1. Lines end with LF, CR LF or CR.
    pub line: u32,
    /// The column in Unicode characters, from 1.
    pub column: u32,
    /// The column in UTF-16 code units, from 1.
    pub utf16: u32,
}

/// A range of the text; empty where something is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The position of the first character.
    pub start: Position,
    /// The position after the last character.
    pub end: Position,
}

/// The span of a range, without lines and columns: [`locate_findings`](super::locate_findings) computes those later.
pub(crate) fn span_of(range: Range) -> Span {
    let at = |offset| Position {
        offset,
        ..Position::default()
    };
    Span {
        start: at(range.start),
        end: at(range.end),
    }
}

/// Computes the lines and columns of offsets in one pass over the text.
///
/// `offsets` are in bytes from the start of the text, as in the edits of a fix, and must be in ascending order. An
/// offset past the end of the text counts as the end.
///
/// ```
/// let place = ctslint::positions("{\n  \"ü\": 1}", &[8])[0];
/// assert_eq!((place.line, place.column, place.utf16), (2, 6, 6));
/// ```
#[must_use]
pub fn positions(text: impl AsRef<[u8]>, offsets: &[u32]) -> Vec<Position> {
    let decoded = decode(text.as_ref());
    places(&decoded.text, decoded.encoding, offsets)
}

/// The positions of offsets, which must be in ascending order.
pub(crate) fn places(text: &str, encoding: Encoding, offsets: &[u32]) -> Vec<Position> {
    let mut places = Places::new(text, encoding);
    offsets.iter().map(|&offset| places.at(offset)).collect()
}

/// Computes lines and columns of offsets in any order, after one pass over the text.
///
/// ```
/// let index = ctslint::PositionIndex::new("{\n  \"ü\": 1}".as_bytes());
/// let place = index.at(8);
/// assert_eq!((place.line, place.column, place.utf16), (2, 6, 6));
/// ```
pub struct PositionIndex<'t> {
    text: Cow<'t, str>,
    encoding: Encoding,
    /// The state of the pass at every [`STEP`] bytes.
    marks: Vec<Here>,
}

/// How many bytes are passed over at most to compute a position.
const STEP: usize = 4096;

impl<'t> PositionIndex<'t> {
    /// Passes over a text.
    #[must_use]
    pub fn new(text: &'t [u8]) -> Self {
        let decoded = decode(text);
        Self::of(decoded.text, decoded.encoding)
    }

    pub(crate) fn of(text: Cow<'t, str>, encoding: Encoding) -> Self {
        let mut places = Places::new(&text, encoding);
        let mark = |at: usize| {
            places.at(at as u32);
            places.here
        };
        let marks = (0..=text.len()).step_by(STEP).map(mark).collect();
        Self { text, encoding, marks }
    }

    /// The position of an offset in bytes from the start of the text. An offset past the end counts as the end.
    #[must_use]
    pub fn at(&self, offset: u32) -> Position {
        let mark = self.marks.get(offset as usize / STEP).or(self.marks.last());
        let mut places = Places {
            here: mark.copied().unwrap_or(Here::START),
            ..Places::new(&self.text, self.encoding)
        };
        places.at(offset)
    }
}

/// Counts lines and columns in one pass over a text. Lines end with LF, CR LF or CR.
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    encoding: Encoding,
    here: Here,
}

/// The state of the pass.
///
/// The columns are stored as their distance to the offset in bytes, because that changes only at a line break and at a
/// character outside ASCII.
#[derive(Clone, Copy)]
struct Here {
    /// The current offset in bytes.
    at: usize,
    line: u32,
    /// The offset minus the column in characters (wrapping).
    column: u32,
    /// The offset minus the column in UTF-16 code units (wrapping).
    utf16: u32,
    /// The offset minus the number of UTF-16 code units before it in the text.
    units: u32,
}

impl Here {
    const START: Self = Self {
        at: 0,
        line: 1,
        column: FIRST,
        utf16: FIRST,
        units: 0,
    };
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, encoding: Encoding) -> Self {
        Self {
            bytes: text.as_bytes(),
            encoding,
            here: Here::START,
        }
    }

    /// The position of an offset, which must not be smaller than that of the last call.
    pub(super) fn at(&mut self, offset: u32) -> Position {
        let bytes = self.bytes;
        let end = (offset as usize).min(bytes.len());
        let Here {
            mut at,
            mut line,
            mut column,
            mut utf16,
            mut units,
        } = self.here;
        while at < end {
            if let Some(word) = bytes[at..].first_chunk() {
                let word = u64::from_le_bytes(*word);
                let may_end = may_end(word);
                if (may_end | word) & HIGHEST == 0 {
                    at = end.min(at + 8);
                    continue;
                }
                let clear = (may_end.trailing_zeros() as usize / 8).min(end - at);
                if clear > 0 {
                    let part = word & (u64::MAX >> (64 - 8 * clear));
                    // Counts continuation bytes, and the first bytes of four-byte characters.
                    let continuing = (part & !(part << 1) & HIGHEST).count_ones();
                    let astral = (part & (part << 1) & (part << 2) & (part << 3) & HIGHEST).count_ones();
                    let behind = continuing.wrapping_sub(astral);
                    column = column.wrapping_add(continuing);
                    utf16 = utf16.wrapping_add(behind);
                    units = units.wrapping_add(behind);
                    at += clear;
                    continue;
                }
            }
            let byte = bytes[at];
            at += 1;
            if byte >= 0xf0 {
                utf16 = utf16.wrapping_sub(1);
                units = units.wrapping_sub(1);
            } else if byte & 0xc0 == 0x80 {
                column = column.wrapping_add(1);
                utf16 = utf16.wrapping_add(1);
                units = units.wrapping_add(1);
            } else if byte == b'\n' || byte == b'\r' && bytes.get(at) != Some(&b'\n') {
                line += 1;
                column = FIRST.wrapping_add(at as u32);
                utf16 = column;
            }
        }
        self.here = Here {
            at,
            line,
            column,
            utf16,
            units,
        };
        let at = at as u32;
        Position {
            offset: original(self.encoding, offset, at.wrapping_sub(units)),
            utf16_offset: at.wrapping_sub(units),
            line,
            column: at.wrapping_sub(column),
            utf16: at.wrapping_sub(utf16),
        }
    }
}

/// The highest bit of each byte.
const HIGHEST: u64 = 0x8080_8080_8080_8080;

/// Sets the highest bit of the first byte that may end a line; bits of bytes after it may be set wrongly.
const fn may_end(word: u64) -> u64 {
    // The subtraction borrows for a byte below 14. The borrow may set a bit of the next byte too, but only the first
    // counts.
    word.wrapping_sub(0x0e0e_0e0e_0e0e_0e0e) & !word & HIGHEST
}

/// The distance for a column of 1 at offset 0.
const FIRST: u32 = u32::MAX;

/// The offset in the original bytes, before decoding; `units` is the number of UTF-16 code units before it.
fn original(encoding: Encoding, offset: u32, units: u32) -> u32 {
    match encoding {
        Encoding::Utf8 | Encoding::Utf32 => offset,
        Encoding::Utf16 { mark, length } => (mark + 2 * units).min(length),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_unit_ends_with_the_bytes() {
        let report = crate::check(b"\xfe\xff\0x\0", &crate::Options::default());
        let ends = report
            .findings
            .iter()
            .filter_map(|finding| finding.span)
            .map(|span| span.end.offset);
        assert_eq!(ends.max(), Some(5));
    }

    #[test]
    fn counts_lines_characters_and_units() {
        let text = "a\r\né😀x\ry";
        let offsets = [0, 3, 5, 9, 11, 12];
        let found: Vec<_> = places(text, Encoding::Utf8, &offsets)
            .into_iter()
            .map(|position| {
                let before = &text[..position.offset as usize];
                assert_eq!(position.utf16_offset as usize, before.encode_utf16().count());
                (position.offset, position.line, position.column, position.utf16)
            })
            .collect();
        assert_eq!(
            found,
            [
                (0, 1, 1, 1),
                (3, 2, 1, 1),
                (5, 2, 2, 2),
                (9, 2, 3, 4),
                (11, 3, 1, 1),
                (12, 3, 2, 2)
            ]
        );
    }

    /// Reference implementation: every position, computed character by character.
    fn plain(text: &str) -> Vec<(u32, u32, u32)> {
        let (mut line, mut column, mut utf16) = (1, 1, 1);
        let mut positions = Vec::new();
        for (offset, character) in text.char_indices() {
            positions.resize(offset + 1, (line, column, utf16));
            column += 1;
            utf16 += character.len_utf16() as u32;
            let is_end = character == '\n' || character == '\r' && !text[offset + 1..].starts_with('\n');
            if is_end {
                (line, column, utf16) = (line + 1, 1, 1);
            }
        }
        positions.resize(text.len() + 1, (line, column, utf16));
        positions
    }

    /// Wherever the pass is taken up again, the result is that of one pass.
    #[test]
    fn an_index_gives_the_same_in_any_order() {
        let text = "é😀\r\nx\r".repeat(STEP);
        let offsets: Vec<u32> = (0..text.len() as u32).step_by(997).chain([text.len() as u32]).collect();
        let index = PositionIndex::new(text.as_bytes());
        for (offset, place) in offsets.iter().zip(places(&text, Encoding::Utf8, &offsets)).rev() {
            assert_eq!(index.at(*offset), place);
        }
    }

    proptest::proptest! {
        /// Positions are computed for eight bytes at a time; the result must not depend on where a line ends within
        /// them.
        #[test]
        fn positions_are_those_of_the_definition(text in "[a\t\n\ré€😀]{0,40}", step in 1..20_usize) {
            let expected = plain(&text);
            let boundaries = (0..=text.len()).filter(|&offset| text.is_char_boundary(offset));
            let offsets: Vec<u32> = boundaries.step_by(step).map(|offset| offset as u32).collect();
            for (offset, found) in offsets.iter().zip(places(&text, Encoding::Utf8, &offsets)) {
                let found = (found.line, found.column, found.utf16);
                proptest::prop_assert_eq!(found, expected[*offset as usize], "{}", offset);
            }
        }
    }
}
