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
fn positions(text: &str, encoding: Encoding, offsets: &[u32]) -> Vec<Position> {
    let mut positions = Vec::with_capacity(offsets.len());
    let mut wanted = offsets.iter().copied().peekable();
    let mut here = Position {
        offset: 0,
        line: 1,
        column: 1,
        utf16: 1,
    };
    let mut units = 0;
    let mut characters = text.char_indices().peekable();
    loop {
        let next = characters.next();
        let offset = next.map_or(text.len(), |(offset, _)| offset) as u32;
        while wanted.next_if(|&wanted| wanted <= offset).is_some() {
            positions.push(Position {
                offset: original(encoding, offset, units),
                ..here
            });
        }
        let Some((_, character)) = next else { break };
        if wanted.peek().is_none() {
            break;
        }
        units += character.len_utf16() as u32;
        let followed_by_lf = matches!(characters.peek(), Some((_, '\n')));
        if character == '\n' || (character == '\r' && !followed_by_lf) {
            here = Position {
                line: here.line + 1,
                column: 1,
                utf16: 1,
                ..here
            };
        } else {
            here.column += 1;
            here.utf16 += character.len_utf16() as u32;
        }
    }
    positions
}

/// The offset in the bytes of the original text.
fn original(encoding: Encoding, offset: u32, units: u32) -> u32 {
    match encoding {
        Encoding::Utf8 => offset,
        Encoding::Utf16 { mark } => mark + 2 * units,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
