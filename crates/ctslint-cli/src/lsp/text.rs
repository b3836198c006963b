//! The text of an open document, and places in it as the protocol counts them.

use ctslint::Span;
use gen_lsp_types::{Position, Range};

/// What the columns of an editor count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16, which every editor knows.
    #[default]
    Utf16,
}

/// A text with the places where its lines begin.
#[derive(Debug)]
pub(super) struct Text {
    content: String,
    /// The first byte of each line. Lines end with LF, CR LF or CR.
    lines: Vec<usize>,
    encoding: Encoding,
}

impl Text {
    pub(super) fn new(content: String, encoding: Encoding) -> Self {
        Self {
            lines: lines(&content),
            content,
            encoding,
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.content
    }

    /// Replaces a part; a place outside of the text is the nearest one inside.
    pub(super) fn replace(&mut self, range: Range, with: &str) {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        self.content.replace_range(start.min(end)..end.max(start), with);
        self.lines = lines(&self.content);
    }

    /// The offset in bytes of a place; behind the end of a line it is that end.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.lines.get(line) else {
            return self.content.len();
        };
        let end = self.lines.get(line + 1).copied().unwrap_or(self.content.len());
        let text = self.content[start..end].trim_end_matches(['\r', '\n']);
        let wanted = position.character as usize;
        let mut units = 0;
        for (at, character) in text.char_indices() {
            units += match self.encoding {
                Encoding::Utf8 => character.len_utf8(),
                Encoding::Utf16 => character.len_utf16(),
            };
            if units > wanted {
                return start + at;
            }
        }
        start + text.len()
    }

    /// The places of offsets in bytes, in their order.
    pub(super) fn positions(&self, offsets: &[u32]) -> Vec<Position> {
        let mut sorted = offsets.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let found = ctslint::positions(&self.content, &sorted);
        let position = |offset: &u32| {
            let index = sorted.partition_point(|other| other < offset);
            found
                .get(index)
                .map_or_else(Position::default, |found| self.position(found))
        };
        offsets.iter().map(position).collect()
    }

    /// The range between two offsets in bytes.
    pub(super) fn range(&self, start: u32, end: u32) -> Range {
        let places = self.positions(&[start, end]);
        Range {
            start: places[0],
            end: places[1],
        }
    }

    /// The range of a span; the beginning of the text where there is none.
    pub(super) fn range_of(&self, span: Option<Span>) -> Range {
        span.map_or_else(Range::default, |span| Range {
            start: self.position(&span.start),
            end: self.position(&span.end),
        })
    }

    fn position(&self, found: &ctslint::Position) -> Position {
        let line = found.line.saturating_sub(1);
        let start = self.lines.get(line as usize).map_or(0, |&start| start as u32);
        Position {
            line,
            character: match self.encoding {
                Encoding::Utf8 => found.offset.saturating_sub(start),
                Encoding::Utf16 => found.utf16.saturating_sub(1),
            },
        }
    }
}

fn lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
    [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    /// A place that is off by one makes an editor put a fix into the middle of a word.
    #[test]
    fn places_are_counted_as_the_editor_counts() {
        let content = "a\r\né😀x\ry";
        for (encoding, places) in [
            (
                Encoding::Utf8,
                [at(1, 0), at(1, 2), at(1, 6), at(1, 7), at(2, 0), at(2, 1)],
            ),
            (
                Encoding::Utf16,
                [at(1, 0), at(1, 1), at(1, 3), at(1, 4), at(2, 0), at(2, 1)],
            ),
        ] {
            let text = Text::new(content.to_owned(), encoding);
            let offsets = [3, 5, 9, 10, 11, 12];
            assert_eq!(text.positions(&offsets), places);
            assert_eq!(places.map(|place| text.offset(place) as u32), offsets);
            assert_eq!(text.offset(at(1, 99)), 10);
            assert_eq!(text.offset(at(99, 0)), 12);
            assert_eq!(text.positions(&[12, 3]), [at(2, 1), at(1, 0)]);
        }
    }

    #[test]
    fn parts_are_replaced() {
        let mut text = Text::new("{\r\n  \"😀\": 1\r\n}".to_owned(), Encoding::Utf16);
        let range = Range {
            start: at(1, 3),
            end: at(1, 5),
        };
        text.replace(range, "x\ny");
        assert_eq!(text.as_str(), "{\r\n  \"x\ny\": 1\r\n}");
        assert_eq!(text.offset(at(3, 1)), text.as_str().len());
        let backwards = Range {
            start: at(9, 9),
            end: at(0, 1),
        };
        text.replace(backwards, "");
        assert_eq!(text.as_str(), "{");
    }
}
