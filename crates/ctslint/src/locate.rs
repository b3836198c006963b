//! Turns byte ranges into lines and columns.

use crate::json::{Encoding, Range, decode};
use crate::order::order;
use crate::report::Position;
#[cfg(feature = "words")]
use crate::report::{Finding, Span};
use crate::rule::Rule;

/// The span of a range whose lines and columns are not yet counted out.
#[cfg(feature = "words")]
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

/// Sorts findings by their places; of those at one place, by their rules. Those that are alike keep their order.
#[cfg(feature = "words")]
pub(crate) fn sort(findings: &mut [Finding]) {
    let key = |finding: &Finding| {
        let span = finding.span.unwrap_or_default();
        sort_key(span.start.offset, span.end.offset, finding.rule)
    };
    let mut places = vec![0; findings.len()];
    for (place, index) in order(findings.len(), &|index| key(&findings[index])).enumerate() {
        places[index] = place;
    }
    for index in 0..places.len() {
        while places[index] != index {
            let place = places[index];
            findings.swap(index, place);
            places.swap(index, place);
        }
    }
}

/// What findings are sorted by, in one number.
pub(crate) const fn sort_key(start: u32, end: u32, rule: Rule) -> u128 {
    (start as u128) << 40 | (end as u128) << 8 | rule as u128
}

/// Counts out the lines and columns of the places that sorted findings speak of.
#[cfg(feature = "words")]
pub(crate) fn locate_findings(text: &str, encoding: Encoding, findings: &mut [Finding]) {
    let range = |span: &Span| Range {
        start: span.start.offset,
        end: span.end.offset,
    };
    let mut positions = Vec::new();
    let mut locator = Locator::new(text, encoding, &mut positions);
    for finding in &*findings {
        if let Some(span) = &finding.span {
            locator.main(range(span));
        }
        for span in finding.related.iter().filter_map(|related| related.span.as_ref()) {
            locator.other(range(span));
        }
    }
    locator.finish();
    let mut positions = positions.chunks_exact(2);
    for finding in findings {
        let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
        for (span, ends) in finding.span.iter_mut().chain(related).zip(&mut positions) {
            (span.start, span.end) = (ends[0], ends[1]);
        }
    }
}

/// Counts out the lines and columns of places: where each starts and where it ends.
pub(crate) struct Locator<'t> {
    positions: &'t mut Vec<Position>,
    places: Places<'t>,
    /// What is counted out at the end: the offset, and the number of the position.
    others: Vec<(u32, usize)>,
}

impl<'t> Locator<'t> {
    /// The positions take the place of those that are there.
    pub(crate) fn new(text: &'t str, encoding: Encoding, positions: &'t mut Vec<Position>) -> Self {
        positions.clear();
        Self {
            positions,
            places: Places::new(text, encoding),
            others: Vec::new(),
        }
    }

    /// The next place of a finding; it does not start before the last one.
    pub(crate) fn main(&mut self, Range { start, end }: Range) {
        self.positions.push(self.places.at(start));
        // Most are a few bytes long; those that are not must not be walked over one by one.
        if end - start <= SMALL {
            let here = self.places.here;
            self.positions.push(self.places.at(end));
            self.places.here = here;
        } else {
            self.later(end);
        }
    }

    /// A place that a finding refers to.
    pub(crate) fn other(&mut self, Range { start, end }: Range) {
        self.later(start);
        self.later(end);
    }

    fn later(&mut self, offset: u32) {
        self.others.push((offset, self.positions.len()));
        self.positions.push(Position::default());
    }

    /// Counts out what is left.
    pub(crate) fn finish(mut self) {
        self.places.here = Here::START;
        for index in order(self.others.len(), &|index| self.others[index].0.into()) {
            let (offset, position) = self.others[index];
            self.positions[position] = self.places.at(offset);
        }
    }
}

/// The lines and columns of these places in a text, in one pass over it.
///
/// The offsets are bytes from the start of the text, as in the edits of a fix, sorted from the first to the last. One that
/// lies behind the end of the text is taken for its end.
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

/// The positions of sorted offsets.
pub(crate) fn places(text: &str, encoding: Encoding, offsets: &[u32]) -> Vec<Position> {
    let mut places = Places::new(text, encoding);
    offsets.iter().map(|&offset| places.at(offset)).collect()
}

/// Up to as many bytes the end of a span is looked for from its start.
const SMALL: u32 = 64;

/// Walks over a text and counts. Lines end with LF, CR LF or CR.
struct Places<'t> {
    bytes: &'t [u8],
    encoding: Encoding,
    here: Here,
}

/// How far a text was walked over.
///
/// Bytes are counted by their places; what is kept is how far other units lag behind them, for it seldom changes.
#[derive(Clone, Copy)]
struct Here {
    /// How many bytes were walked over.
    at: usize,
    line: u32,
    /// What the place of a byte has more than its column in the line, in characters.
    column: u32,
    /// The same in UTF-16 code units.
    utf16: u32,
    /// What it has more than the UTF-16 code units before it in the text.
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
    fn new(text: &'t str, encoding: Encoding) -> Self {
        Self {
            bytes: text.as_bytes(),
            encoding,
            here: Here::START,
        }
    }

    /// The position of an offset that is not before the last one.
    fn at(&mut self, offset: u32) -> Position {
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
                    // Of bytes that continue a character, and of those that start one of four bytes.
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
            line,
            column: at.wrapping_sub(column),
            utf16: at.wrapping_sub(utf16),
        }
    }
}

/// The highest bit of each byte.
const HIGHEST: u64 = 0x8080_8080_8080_8080;

/// Marks the first of eight bytes that may end a line, and perhaps some behind it.
const fn may_end(word: u64) -> u64 {
    // A byte below 14 borrows from its highest bit. So may one above it, but it is the first that counts.
    word.wrapping_sub(0x0e0e_0e0e_0e0e_0e0e) & !word & HIGHEST
}

/// Columns are counted from 1.
const FIRST: u32 = u32::MAX;

/// The offset in the bytes of the original text.
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
            .map(|position| (position.offset, position.line, position.column, position.utf16))
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

    /// Every position, by its definition.
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

    proptest::proptest! {
        /// Eight bytes are looked at together; wherever a line ends among them, nothing is counted otherwise.
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
