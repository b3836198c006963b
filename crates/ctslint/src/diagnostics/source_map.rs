//! Where the parts of a text stand in the file that the text was made from.

use crate::json::Range;

/// The places of a text in its file. Without pieces, the text is a part of the file as it stands there.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SourceMap {
    /// Where the text starts in the file, if it has no pieces.
    start: u32,
    /// The pieces that the text consists of, in its order.
    pieces: Vec<Piece>,
}

/// A piece of a made text.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    /// The range in the text.
    here: Range,
    /// The range in the file. If both are equally long, the bytes are the same.
    source: Range,
    /// If the piece is the value of a variable, the range in the file where the variable is used.
    through: Option<Range>,
}

impl SourceMap {
    /// The map of a text that is the file itself.
    pub(crate) const IDENTITY: &'static Self = &Self::from(0);

    /// The map of a part of the file that starts at this byte.
    pub(crate) const fn from(start: u32) -> Self {
        Self {
            start,
            pieces: Vec::new(),
        }
    }

    /// If the text is a part of the file, the byte where it starts.
    pub(crate) fn start(&self) -> Option<u32> {
        self.pieces.is_empty().then_some(self.start)
    }

    /// Adds a piece at `here`, the end of the text so far. `through` is where a variable is used whose value it is.
    pub(crate) fn push(&mut self, here: Range, source: Range, through: Option<Range>) {
        if let Some(last) = self.pieces.last_mut()
            && last.is_verbatim()
            && source.end - source.start == here.end - here.start
            && (last.through, last.source.end) == (through, source.start)
        {
            last.here.end = here.end;
            last.source.end = source.end;
            return;
        }
        self.pieces.push(Piece { here, source, through });
    }

    /// Adds to `made` the places of a range of this text, which is put at byte `at` there.
    pub(crate) fn copy(&self, range: Range, made: &mut Self, at: u32) {
        let to = |start: u32| at + (start - range.start);
        if self.pieces.is_empty() {
            let here = Range {
                start: at,
                end: to(range.end),
            };
            return made.push(here, self.range(range), None);
        }
        for piece in self.touched(range) {
            let part = piece.clamped(range);
            let here = Range {
                start: to(part.start),
                end: to(part.end),
            };
            made.push(here, piece.place(range), piece.through);
        }
    }

    /// The range in the file that a range of the text stands for. Where it is composed of a variable's value and
    /// something else, the range contains the use of the variable.
    pub(crate) fn range(&self, range: Range) -> Range {
        match self.touched(range) {
            _ if self.pieces.is_empty() => Range {
                start: self.start + range.start,
                end: self.start + range.end,
            },
            [piece] => piece.place(range),
            pieces => {
                let places = pieces
                    .iter()
                    .map(|piece| piece.through.unwrap_or_else(|| piece.place(range)));
                places
                    .reduce(|all, place| Range {
                        start: all.start.min(place.start),
                        end: all.end.max(place.end),
                    })
                    .unwrap_or(range)
            }
        }
    }

    /// From where the text, which has this length, begins in the file to where it ends: variables count where they are
    /// used.
    pub(crate) fn extent(&self, length: usize) -> Range {
        let places = self.pieces.first().zip(self.pieces.last());
        places.map_or_else(
            || self.range(Range::new(0, length)),
            |(first, last)| Range {
                start: first.through.unwrap_or(first.source).start,
                end: last.through.unwrap_or(last.source).end,
            },
        )
    }

    /// The range in the file, if its bytes are those of the text and not the value of a variable: an edit there edits
    /// the text in the same way.
    pub(crate) fn editable(&self, range: Range) -> Option<Range> {
        if self.pieces.is_empty() {
            return Some(self.range(range));
        }
        let first = self.pieces.partition_point(|piece| piece.here.end < range.start);
        let pieces = self.pieces.get(first..)?.iter();
        let piece = pieces
            .take_while(|piece| piece.here.start <= range.start)
            .find(|piece| piece.here.end >= range.end && piece.is_verbatim() && piece.through.is_none())?;
        Some(piece.place(range))
    }

    /// The pieces that a range contains a part of; for an empty range, the one that it stands in.
    fn touched(&self, range: Range) -> &[Piece] {
        let first = self.pieces.partition_point(|piece| piece.here.end <= range.start);
        let first = first.min(self.pieces.len().saturating_sub(1));
        let count = self
            .pieces
            .get(first..)
            .unwrap_or_default()
            .partition_point(|piece| piece.here.start < range.end);
        let end = (first + count.max(1)).min(self.pieces.len());
        &self.pieces[first..end]
    }
}

impl Piece {
    const fn is_verbatim(&self) -> bool {
        self.source.end - self.source.start == self.here.end - self.here.start
    }

    /// The part of a range in this piece.
    fn clamped(&self, range: Range) -> Range {
        let clamp = |at: u32| at.clamp(self.here.start, self.here.end);
        Range {
            start: clamp(range.start),
            end: clamp(range.end),
        }
    }

    /// The place in the file of the part of a range in this piece.
    fn place(&self, range: Range) -> Range {
        let part = self.clamped(range);
        if self.is_verbatim() {
            let to = |at: u32| self.source.start + (at - self.here.start);
            return Range {
                start: to(part.start),
                end: to(part.end),
            };
        }
        let (start, end) = (self.source.start, self.source.end);
        match part.start == part.end {
            false => self.source,
            true if part.start == self.here.start => Range { start, end: start },
            true => Range { start: end, end },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ab{{v}}cd` with `v` = `xyz`, which stands at 20 in the file: `abxyzcd`.
    fn map() -> SourceMap {
        let mut map = SourceMap::default();
        map.push(Range::new(0, 2), Range::new(0, 2), None);
        map.push(Range::new(2, 5), Range::new(20, 23), Some(Range::new(2, 7)));
        map.push(Range::new(5, 7), Range::new(7, 9), None);
        map
    }

    #[test]
    fn a_range_stands_in_the_definition_or_contains_the_use() {
        for (here, source) in [
            ((0, 2), (0, 2)),
            ((3, 4), (21, 22)),
            ((2, 5), (20, 23)),
            ((1, 3), (1, 7)),
            ((4, 6), (2, 8)),
            ((0, 7), (0, 9)),
            ((1, 1), (1, 1)),
            ((7, 7), (9, 9)),
        ] {
            let found = map().range(Range::new(here.0, here.1));
            assert_eq!(found, Range::new(source.0, source.1), "{here:?}");
        }
    }

    #[test]
    fn only_what_stands_in_the_text_itself_is_edited() {
        let editable = |start, end| map().editable(Range::new(start, end));
        assert_eq!(editable(0, 2), Some(Range::new(0, 2)));
        assert_eq!(editable(6, 7), Some(Range::new(8, 9)));
        assert_eq!(editable(5, 5), Some(Range::new(7, 7)));
        for (start, end) in [(2, 3), (1, 3), (0, 7), (4, 6)] {
            assert_eq!(editable(start, end), None);
        }
        assert_eq!(map().extent(7), Range::new(0, 9));
        let mut variable = SourceMap::default();
        variable.push(Range::new(0, 3), Range::new(20, 23), Some(Range::new(2, 7)));
        assert_eq!(variable.extent(3), Range::new(2, 7));
    }

    #[test]
    fn a_character_that_stands_for_several_is_one() {
        let mut map = SourceMap::default();
        map.push(Range::new(0, 1), Range::new(10, 11), None);
        map.push(Range::new(1, 2), Range::new(11, 15), None);
        assert_eq!(map.range(Range::new(1, 2)), Range::new(11, 15));
        assert_eq!(map.range(Range::new(0, 2)), Range::new(10, 15));
        assert_eq!(map.editable(Range::new(1, 2)), None);
        assert_eq!(SourceMap::from(5).range(Range::new(1, 2)), Range::new(6, 7));
    }
}
