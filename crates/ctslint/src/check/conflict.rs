//! Conflict markers: the lines with which git marks versions that it could not merge.

use crate::json::{Range, Tree};

/// Finds the marker lines of a text that is not JSON because of them; empty if it has no complete set.
pub(crate) fn conflict_markers(tree: &Tree<'_>) -> Vec<Range> {
    if tree.errors().is_empty() {
        return Vec::new();
    }
    let mut markers = Vec::new();
    let mut is_complete = false;
    for (kind, range) in marker_lines(tree.text()) {
        is_complete |= kind == '>' && !markers.is_empty();
        // What stands before the first start is no marker.
        if kind == '<' || !markers.is_empty() {
            markers.push(range);
        }
    }
    if is_complete { markers } else { Vec::new() }
}

/// Whether a text has a line that may be a conflict marker.
pub(super) fn has_marker(text: &str) -> bool {
    marker_lines(text).next().is_some()
}

/// The lines that may be markers, each with the character that it repeats.
fn marker_lines(text: &str) -> impl Iterator<Item = (char, Range)> {
    let mut start = 0;
    text.split(['\n', '\r']).filter_map(move |line| {
        let range = Range::new(start, start + line.len());
        start += line.len() + 1;
        let kind = line.chars().next().filter(|kind| "<|=>".contains(*kind))?;
        let rest = line.trim_start_matches(kind);
        let is_marker = line.len() - rest.len() == 7 && (rest.trim_ascii().is_empty() || rest.starts_with(' '));
        is_marker.then_some((kind, range))
    })
}
