//! Applies fixes: once, or in rounds until nothing is left to fix.

use crate::diagnostics::{Edit, Finding, Param, Report, Safety};
use crate::json::{MAX_ERRORS, order};
use crate::messages::MessageId;
use crate::model::Rule;

/// The largest number of rounds of [`fix_all`](crate::fix_all), beside two for each 10,000 findings: a round fixes no more
/// than a report lists.
const MAX_ROUNDS: usize = 16;

/// Applies the fixes of a report once. `text` must be the text that was checked.
///
/// Fixes up to the given safety are applied, each with all its edits or not at all. If the edits of two fixes overlap,
/// the fix of the first finding is applied; the other needs another check, which [`fix_all`](crate::fix_all) does.
/// Bytes outside of the edits do not change. A fix with an edit outside of the text is skipped.
///
/// ```
/// use ctslint::{Options, Safety, check, fix};
///
/// let body = r#"{"tracker_type": 'system', "tracker_nmae": "system", "is_lts_enabled": "true"}"#;
/// let report = check(body, &Options::default());
/// assert_eq!(
///     fix(body, &report, Safety::Safe),
///     r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#
/// );
/// ```
#[must_use]
pub fn fix(text: &str, report: &Report, safety: Safety) -> String {
    apply(text, &report.findings, safety).map_or_else(|| text.to_owned(), |(fixed, _)| fixed)
}

/// The result of [`fix_all`](crate::fix_all).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fixed {
    /// The fixed text; `None` if nothing was changed.
    pub text: Option<String>,
    /// The number of fixes applied.
    pub fixed: usize,
    /// The report on the fixed text.
    pub remaining: Report,
    /// The number of times that fixes were applied and the text was checked again.
    pub rounds: usize,
}

/// Works like [`fix_all`](crate::fix_all) with a check of the caller's, which can omit findings that should not be
/// fixed.
///
/// `check` must report on exactly the text it is given, and must be deterministic.
#[must_use]
pub fn fix_all_with(text: impl AsRef<[u8]>, safety: Safety, mut check: impl FnMut(&[u8]) -> Report) -> Fixed {
    let text = text.as_ref();
    let first = check(text);
    let count = first
        .findings
        .iter()
        .map(|finding| finding.unlisted().max(1))
        .sum::<usize>();
    in_rounds(text, first, safety, MAX_ROUNDS + 2 * count / MAX_ERRORS, &mut check)
}

/// Applies fixes and checks again, at most `most` times. `first` is the report on the original.
pub(crate) fn in_rounds(
    original: &[u8],
    first: Report,
    safety: Safety,
    most: usize,
    check: &mut dyn FnMut(&[u8]) -> Report,
) -> Fixed {
    let mut fixed = Fixed {
        text: None,
        fixed: 0,
        remaining: first,
        rounds: 0,
    };
    while fixed.rounds < most {
        let current = match &fixed.text {
            Some(text) => text.as_str(),
            None => match std::str::from_utf8(original) {
                Ok(text) => text,
                Err(_) => break,
            },
        };
        let Some((next, count)) = apply(current, &fixed.remaining.findings, safety) else {
            break;
        };
        let remaining = check(next.as_bytes());
        let before = Remaining::of(&fixed.remaining.findings, current.len(), safety);
        let after = Remaining::of(&remaining.findings, next.len(), safety);
        if after.0 >= before.0 && after.1 >= before.1 {
            break;
        }
        fixed = Fixed {
            text: Some(next),
            fixed: fixed.fixed + count,
            remaining,
            rounds: fixed.rounds + 1,
        };
    }
    fixed
}

/// What is left to fix. Every round decreases it in lexicographic order, the order of the fields.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Remaining {
    /// The bytes after the last listed error, if there are too many errors to list.
    unlisted: usize,
    syntax_errors: usize,
    keys: usize,
    inner_keys: usize,
    values: usize,
    relations: usize,
}

impl Remaining {
    /// What is left, and the number of findings, including those that are counted but not listed.
    pub(crate) fn of(findings: &[Finding], length: usize, safety: Safety) -> (Self, usize) {
        let mut remaining = Self::default();
        let mut count = 0;
        for finding in findings {
            let is_syntax = matches!(finding.rule, Rule::InvalidJson | Rule::ByteOrderMark);
            let unlisted = finding.unlisted();
            count += unlisted.max(1);
            if is_syntax && unlisted > 0 {
                let start = finding.span.map_or(0, |span| span.start.offset as usize);
                remaining.unlisted = length.saturating_sub(start) + 1;
            }
            remaining.syntax_errors += usize::from(is_syntax);
            // Another fix may make it certain that a `null` can be removed.
            if is_null(finding) {
                remaining.values += 1;
                continue;
            }
            let Some(fix) = finding.fix.as_ref().filter(|_| !is_syntax) else {
                continue;
            };
            let is_key = finding.rule == Rule::UnknownField;
            // A rename may make the document certain enough for the rename of another key to become safe.
            if fix.safety > safety && !is_key {
                continue;
            }
            let depth = finding.path.as_deref().unwrap_or_default().matches('/').count();
            *match finding.rule {
                Rule::UnknownField if depth == 1 => &mut remaining.keys,
                Rule::UnknownField => &mut remaining.inner_keys,
                Rule::TrackerNameNotSystem => &mut remaining.relations,
                _ => &mut remaining.values,
            } += 1;
        }
        (remaining, count)
    }
}

/// Whether the finding is on a field that is `null`.
fn is_null(finding: &Finding) -> bool {
    finding.rule == Rule::WrongType && finding.params.get("got") == Some(&Param::Message(MessageId::KindNull))
}

/// Applies all non-overlapping fixes; returns the new text and the count. `None` if there is nothing to apply.
fn apply(text: &str, findings: &[Finding], safety: Safety) -> Option<(String, usize)> {
    let mut edits = EditSet {
        text,
        edits: Vec::new(),
        marks: Vec::new(),
    };
    let mut count = 0;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        if fix.safety <= safety && edits.try_insert(&fix.edits) {
            count += 1;
        }
    }
    (count > 0).then(|| (edits.write(), count))
}

/// Whether the edits of a fix are within the text, on character boundaries, in order and without overlap.
fn are_valid(edits: &[Edit], text: &str) -> bool {
    let inside = |edit: &Edit| text.get(edit.start as usize..edit.end as usize).is_some();
    let apart = |pair: &[Edit]| pair[0].end <= pair[1].start && pair[0].start < pair[1].end;
    !edits.is_empty() && edits.iter().all(inside) && edits.windows(2).all(apart)
}

/// Edits of several fixes that do not overlap.
struct EditSet<'r> {
    text: &'r str,
    edits: Vec<&'r Edit>,
    /// For each byte of the text, and for its end, the flags below.
    marks: Vec<u8>,
}

/// The byte is replaced.
const REPLACED: u8 = 1;
/// A replaced range starts at, contains or ends before the byte.
const TOUCHED: u8 = 2;
/// Something is inserted before the byte.
const INSERTED: u8 = 4;
/// Only closers are inserted before the byte.
const CLOSERS: u8 = 8;

impl<'r> EditSet<'r> {
    /// Adds the edits of a fix unless they overlap those of another; returns whether it did.
    fn try_insert(&mut self, edits: &'r [Edit]) -> bool {
        if !are_valid(edits, self.text) {
            return false;
        }
        self.marks.resize(self.text.len() + 1, 0);
        let follows = matches!(edits, [edit] if self.follows(edit));
        if !follows && edits.iter().any(|edit| self.overlaps(edit)) {
            return false;
        }
        for edit in edits {
            let (start, end) = (edit.start as usize, edit.end as usize);
            if start == end {
                self.marks[start] |= INSERTED | if are_closers(edit) { CLOSERS } else { 0 };
            } else {
                self.marks[start..end]
                    .iter_mut()
                    .for_each(|mark| *mark |= REPLACED | TOUCHED);
                self.marks[end] |= TOUCHED;
            }
            self.edits.push(edit);
        }
        true
    }

    /// Whether an edit conflicts with an edit of another fix. An insertion must not even touch one.
    fn overlaps(&self, edit: &Edit) -> bool {
        let (start, end) = (edit.start as usize, edit.end as usize);
        if start == end {
            self.marks[start] & (TOUCHED | INSERTED) != 0
        } else {
            let inside = |mark: &u8| mark & (REPLACED | INSERTED) != 0;
            self.marks[start..end].iter().any(inside) || self.marks[end] & INSERTED != 0
        }
    }

    /// Whether the edit inserts a closer after other closers at the same place: errors are listed from the inside out.
    fn follows(&self, edit: &Edit) -> bool {
        edit.start == edit.end && self.marks[edit.start as usize] & CLOSERS != 0 && are_closers(edit)
    }

    fn write(self) -> String {
        let added: usize = self.edits.iter().map(|edit| edit.text.len()).sum();
        let mut written = String::with_capacity(self.text.len() + added);
        let mut at = 0;
        // Insertions at the same place keep their order.
        for index in order(self.edits.iter().map(|edit| (edit.start, edit.end, 0))) {
            let edit = &self.edits[index];
            written.push_str(self.text.get(at..edit.start as usize).unwrap_or_default());
            written.push_str(&edit.text);
            at = edit.end as usize;
        }
        written.push_str(self.text.get(at..).unwrap_or_default());
        written
    }
}

/// Whether an edit inserts only closers and blanks.
fn are_closers(edit: &Edit) -> bool {
    let is_closer = |byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b']' | b'}');
    edit.text.bytes().all(is_closer)
}
