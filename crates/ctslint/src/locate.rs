//! Turns byte ranges into lines and columns.

use crate::json::{Encoding, Range};
use crate::problem::Draft;
use crate::report::{Finding, Position, Span};

/// Fills in the spans of sorted findings, in one pass over the text.
pub(crate) fn locate(text: &str, encoding: Encoding, drafts: Vec<Draft>) -> Vec<Finding> {
    let ranges = || {
        drafts
            .iter()
            .flat_map(|draft| std::iter::once(&draft.range).chain(&draft.related))
    };
    let mut offsets: Vec<u32> = ranges().flat_map(|range| [range.start, range.end]).collect();
    offsets.sort_unstable();
    offsets.dedup();
    let positions = positions(text, encoding, &offsets);
    let at = |offset: u32| {
        offsets
            .binary_search(&offset)
            .map(|index| positions[index])
            .unwrap_or_default()
    };
    let span = |range: Range| {
        Some(Span {
            start: at(range.start),
            end: at(range.end),
        })
    };
    let mut findings = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        draft.finding.span = span(draft.range);
        for (related, range) in draft.finding.related.iter_mut().zip(draft.related) {
            related.span = span(range);
        }
        findings.push(draft.finding);
    }
    findings
}

/// The positions of sorted offsets. Lines end with LF, CR LF or CR.
pub(crate) fn positions(text: &str, encoding: Encoding, offsets: &[u32]) -> Vec<Position> {
    let bytes = text.as_bytes();
    let mut here = Position {
        offset: 0,
        line: 1,
        column: 1,
        utf16: 1,
    };
    let mut at = 0;
    let mut units = 0;
    offsets
        .iter()
        .map(|&offset| {
            let end = (offset as usize).min(bytes.len());
            let mut line = at;
            for index in at..end {
                let ends = match bytes[index] {
                    b'\n' => true,
                    b'\r' => bytes.get(index + 1) != Some(&b'\n'),
                    _ => false,
                };
                if ends {
                    here.line += 1;
                    (here.column, here.utf16) = (1, 1);
                    line = index + 1;
                }
            }
            let (characters, utf16) = count(&bytes[line..end]);
            here.column += characters;
            here.utf16 += utf16;
            if encoding != Encoding::Utf8 {
                units += count(&bytes[at..end]).1;
            }
            at = end;
            Position {
                offset: original(encoding, offset, units),
                ..here
            }
        })
        .collect()
}

/// The characters and the UTF-16 code units of a stretch of text.
fn count(bytes: &[u8]) -> (u32, u32) {
    let characters = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
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
        let found: Vec<_> = positions(text, Encoding::Utf8, &offsets)
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
