//! Sorts findings, and computes their lines and columns.

use super::finding::Finding;
use super::position::{Places, Position};
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

/// Computes line and column for every span of the findings, in one pass over the text.
pub(crate) fn locate_findings(text: &str, encoding: Encoding, findings: &mut [Finding]) {
    let mut positions: Vec<&mut Position> = Vec::with_capacity(3 * findings.len());
    for finding in findings {
        let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
        for span in finding.span.iter_mut().chain(related) {
            positions.extend([&mut span.start, &mut span.end]);
        }
    }
    let mut places = Places::new(text, encoding);
    for index in order(positions.iter().map(|position| (position.offset, 0, 0))) {
        *positions[index] = places.at(positions[index].offset);
    }
}
