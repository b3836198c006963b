//! Turns byte ranges into lines and columns.

use crate::json::scan::character_count;
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
    for (place, index) in order(findings.len(), &|index| key(&findings[index]))
        .into_iter()
        .enumerate()
    {
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
    let mut spans = Vec::new();
    for finding in findings {
        spans.extend(finding.span.iter_mut().map(|span| (span, true)));
        let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
        spans.extend(related.map(|span| (span, false)));
    }
    let mut places = Vec::with_capacity(spans.len());
    for (span, is_main) in &spans {
        let range = Range {
            start: span.start.offset,
            end: span.end.offset,
        };
        places.push((range, *is_main));
    }
    let positions = locate(text, encoding, &places);
    for ((span, _), ends) in spans.into_iter().zip(positions.chunks_exact(2)) {
        (span.start, span.end) = (ends[0], ends[1]);
    }
}

/// Counts out the lines and columns of places: where each starts and where it ends. Those of findings themselves, and not
/// of what they refer to, are sorted.
pub(crate) fn locate(text: &str, encoding: Encoding, places: &[(Range, bool)]) -> Vec<Position> {
    let mut positions = Vec::with_capacity(2 * places.len());
    let mut others = Vec::new();
    let mut here = Places::new(text, encoding);
    for &(Range { start, end }, is_main) in places {
        let mut ends = [Position::default(); 2];
        if is_main {
            ends[0] = here.at(start);
        } else {
            others.push((start, positions.len()));
        }
        // Most findings are a few bytes long; those that are not must not be walked over one by one.
        if is_main && end - start <= SMALL {
            ends[1] = here.clone().at(end);
        } else {
            others.push((end, positions.len() + 1));
        }
        positions.push(ends[0]);
        positions.push(ends[1]);
    }
    let mut here = Places::new(text, encoding);
    for index in order(others.len(), &|index| others[index].0.into()) {
        let (offset, position) = others[index];
        positions[position] = here.at(offset);
    }
    positions
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
#[derive(Clone)]
struct Places<'t> {
    bytes: &'t [u8],
    encoding: Encoding,
    here: Position,
    /// The bytes and the UTF-16 code units that were walked over.
    at: usize,
    units: u32,
}

impl<'t> Places<'t> {
    fn new(text: &'t str, encoding: Encoding) -> Self {
        Self {
            bytes: text.as_bytes(),
            encoding,
            here: Position {
                offset: 0,
                line: 1,
                column: 1,
                utf16: 1,
            },
            at: 0,
            units: 0,
        }
    }

    /// The position of an offset that is not before the last one.
    fn at(&mut self, offset: u32) -> Position {
        let bytes = self.bytes;
        let end = (offset as usize).min(bytes.len());
        let mut line = self.at;
        let mut next = line;
        while let Some(index) = line_end(&bytes[..end], next) {
            next = index + 1;
            if bytes[index] == b'\n' || bytes.get(next) != Some(&b'\n') {
                self.here.line += 1;
                (self.here.column, self.here.utf16) = (1, 1);
                line = next;
            }
        }
        let (characters, utf16) = count(&bytes[line..end]);
        self.here.column += characters;
        self.here.utf16 += utf16;
        if self.encoding != Encoding::Utf8 {
            self.units += count(&bytes[self.at..end]).1;
        }
        self.at = end;
        Position {
            offset: original(self.encoding, offset, self.units),
            ..self.here
        }
    }
}

/// Where the next LF or CR is. Eight bytes are looked at together: few lines of a body are shorter.
fn line_end(bytes: &[u8], mut from: usize) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // A byte below 14 borrows from its highest bit; so may one above it, which only costs a second look.
    let may_hold = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        word.wrapping_sub(ONES * 14) & !word & (ONES << 7) != 0
    };
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    if cfg!(not(feature = "words")) {
        let index = bytes.get(from..)?.iter().position(is_end);
        return index.map(|index| from + index);
    }
    loop {
        let (words, rest) = bytes.get(from..)?.as_chunks::<8>();
        let clear = words.iter().position(may_hold).unwrap_or(words.len());
        from += clear * 8;
        let Some(word) = words.get(clear) else {
            return rest.iter().position(is_end).map(|index| from + index);
        };
        match word.iter().position(is_end) {
            Some(index) => return Some(from + index),
            None => from += 8,
        }
    }
}

/// The characters and the UTF-16 code units of a stretch of text.
fn count(bytes: &[u8]) -> (u32, u32) {
    if bytes.is_ascii() {
        return (bytes.len() as u32, bytes.len() as u32);
    }
    let characters = character_count(bytes);
    let astral = bytes.iter().filter(|&&byte| byte >= 0xf0).count();
    (characters as u32, (characters + astral) as u32)
}

/// The offset in the bytes of the original text.
fn original(encoding: Encoding, offset: u32, units: u32) -> u32 {
    match encoding {
        Encoding::Utf8 => offset,
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
}
