//! Texts that are made from parts of the file, and know where their parts stand there.

use std::borrow::Cow;

use crate::diagnostics::SourceMap;
use crate::json::Range;

/// A text and where it stands in the file.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Mapped<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) map: SourceMap,
}

impl<'t> Mapped<'t> {
    /// A part of the file.
    pub(crate) fn part(file: &'t str, range: Range) -> Self {
        Self {
            text: Cow::Borrowed(range.of(file)),
            map: SourceMap::from(range.start),
        }
    }

    /// The range of the whole text.
    pub(crate) fn whole(&self) -> Range {
        Range::new(0, self.text.len())
    }

    /// Where the whole text stands in the file.
    pub(crate) fn range(&self) -> Range {
        self.map.range(self.whole())
    }

    /// Appends a text that stands at `source` in the file, or is what stands there in other words. `through` is where a
    /// variable is used whose value it is.
    pub(crate) fn push(&mut self, text: &str, source: Range, through: Option<Range>) {
        self.divide();
        let start = self.text.len();
        self.text.to_mut().push_str(text);
        self.map.push(Range::new(start, self.text.len()), source, through);
    }

    /// Appends a range of another text.
    pub(crate) fn append(&mut self, other: &Mapped<'_>, range: Range) {
        if range.start < range.end {
            self.divide();
            let start = self.text.len() as u32;
            self.text.to_mut().push_str(range.of(&other.text));
            other.map.copy(range, &mut self.map, start);
        }
    }

    /// Makes a piece of a part of the file, so that others can follow.
    fn divide(&mut self) {
        if self.map.start().is_some() && !self.text.is_empty() {
            let range = self.range();
            self.map = SourceMap::default();
            self.map.push(self.whole(), range, None);
        }
    }

    /// A range of the text.
    pub(crate) fn slice(&self, range: Range) -> Mapped<'static> {
        let mut made = Mapped::default();
        made.append(self, range);
        if made.text.is_empty() {
            made.map = SourceMap::from(self.map.range(range).start);
        }
        made
    }

    /// The text without white space at its ends.
    pub(crate) fn trimmed(&self) -> Mapped<'static> {
        let start = self.text.len() - self.text.trim_start().len();
        self.slice(Range::new(start, start + self.text.trim().len()))
    }
}
