//! Sorts findings, and computes their lines and columns.

use super::finding::Finding;
use super::position::{Places, Position, PositionIndex};
use crate::json::{Encoding, order};
use crate::model::Rule;

/// Sorts findings by span, then by rule.
pub(crate) fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| {
        let span = finding.span.unwrap_or_default();
        sort_key(span.start.offset, span.end.offset, finding.rule)
    });
}

/// The sort key of a finding; `start` and `end` are offsets in bytes.
pub(crate) const fn sort_key(start: u32, end: u32, rule: Rule) -> (u32, u32, u8) {
    (start, end, rule as u8)
}

/// Computes line and column for every span of the findings, and the UTF-16 offsets of their edits, in one pass over the text.
pub(crate) fn locate_findings(text: &str, encoding: Encoding, findings: &mut [Finding]) {
    let mut places = Vec::with_capacity(3 * findings.len());
    for finding in findings {
        let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
        for span in finding.span.iter_mut().chain(related) {
            places.extend([Place::Position(&mut span.start), Place::Position(&mut span.end)]);
        }
        for edit in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            places.extend([
                Place::Units(edit.start, &mut edit.utf16_start),
                Place::Units(edit.end, &mut edit.utf16_end),
            ]);
        }
    }
    let mut pass = Places::new(text, encoding);
    for index in order(places.iter().map(|place| (place.offset(), 0, 0))) {
        match &mut places[index] {
            Place::Position(position) => **position = pass.at(position.offset),
            Place::Units(offset, units) => **units = pass.at(*offset).utf16_offset,
        }
    }
}

/// What is computed of an offset in bytes.
enum Place<'f> {
    /// All of it.
    Position(&'f mut Position),
    /// The number of UTF-16 code units before the offset.
    Units(u32, &'f mut u32),
}

impl Place<'_> {
    const fn offset(&self) -> u32 {
        match self {
            Self::Position(position) => position.offset,
            Self::Units(offset, _) => *offset,
        }
    }
}

/// Computes line and column for every span of a finding, and the UTF-16 offsets of its edits.
pub(crate) fn locate_finding(index: &PositionIndex<'_>, finding: &mut Finding) {
    let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
    for span in finding.span.iter_mut().chain(related) {
        span.start = index.at(span.start.offset);
        span.end = index.at(span.end.offset);
    }
    for edit in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.utf16_start = index.at(edit.start).utf16_offset;
        edit.utf16_end = index.at(edit.end).utf16_offset;
    }
}
