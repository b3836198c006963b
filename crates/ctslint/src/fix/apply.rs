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
    let mut edits = EditSet::default();
    for fix in report.findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        if fix.safety <= safety {
            edits.try_insert(&fix.edits, text);
        }
    }
    edits.write(text)
}

/// The result of [`fix_all`](crate::fix_all).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fixed<R = Report> {
    /// The fixed text; `None` if nothing was changed.
    pub text: Option<String>,
    /// The number of fixes applied.
    pub fixed: usize,
    /// The report on the fixed text.
    pub remaining: R,
    /// The number of times that fixes were applied and the text was checked again.
    pub rounds: usize,
}

/// Works like [`fix_all`](crate::fix_all) with a check of the caller's, which can omit findings that should not be
/// fixed.
///
/// `check` must report on exactly the text it is given, and must be deterministic.
#[must_use]
pub fn fix_all_with(text: impl AsRef<[u8]>, safety: Safety, mut check: impl FnMut(&[u8]) -> Report) -> Fixed {
    fix_all_by_finding(text, safety, |text, each| {
        let report = check(text);
        report.findings.iter().for_each(each);
        report
    })
}

/// Works like [`fix_all_with`] with a check that passes on one finding after the other, so that they need not be held. What
/// it returns for the fixed text remains.
#[must_use]
pub fn fix_all_by_finding<R>(
    text: impl AsRef<[u8]>,
    safety: Safety,
    mut check: impl FnMut(&[u8], &mut dyn FnMut(&Finding)) -> R,
) -> Fixed<R> {
    in_rounds(text.as_ref(), safety, None, &mut check)
}

/// Passes each finding on a text to a function, and tells what else is known of the text.
type Check<'c, R> = &'c mut dyn FnMut(&[u8], &mut dyn FnMut(&Finding)) -> R;

/// Applies fixes and checks again, at most `most` times. While a text is checked, the one before it is not held.
pub(crate) fn in_rounds<R>(original: &[u8], safety: Safety, most: Option<usize>, check: Check<'_, R>) -> Fixed<R> {
    let (mut survey, remaining) = Survey::of(original, safety, check);
    let most = most.unwrap_or(MAX_ROUNDS + 2 * survey.remaining.1 / MAX_ERRORS);
    let mut fixed = Fixed {
        text: None,
        fixed: 0,
        remaining,
        rounds: 0,
    };
    while fixed.rounds < most {
        let current = fixed.text.as_deref().map_or(original, str::as_bytes);
        let Some((next, count)) = std::str::from_utf8(current).ok().and_then(|text| survey.write(text)) else {
            break;
        };
        fixed.text = None;
        let before = survey.remaining;
        let remaining;
        (survey, remaining) = Survey::of(next.as_bytes(), safety, check);
        let after = &survey.remaining;
        if after.0 >= before.0 && after.1 >= before.1 {
            // Without this round, the outcome is that of the rounds before it.
            return in_rounds(original, safety, Some(fixed.rounds), check);
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

/// What a round needs to know of the findings on a text.
struct Survey {
    /// What is left, and the number of findings.
    remaining: (Remaining, usize),
    /// The edits of the fixes, and the number of fixes.
    edits: EditSet,
    fixes: usize,
}

impl Survey {
    /// Checks a text.
    fn of<R>(text: &[u8], safety: Safety, check: Check<'_, R>) -> (Self, R) {
        let mut survey = Self {
            remaining: Default::default(),
            edits: EditSet::default(),
            fixes: 0,
        };
        let utf8 = std::str::from_utf8(text).unwrap_or_default();
        let result = check(text, &mut |finding| {
            survey.remaining.0.add(finding, text.len(), safety);
            survey.remaining.1 += finding.unlisted().max(1);
            let fix = finding.fix.as_ref().filter(|fix| fix.safety <= safety);
            survey.fixes += usize::from(fix.is_some_and(|fix| survey.edits.try_insert(&fix.edits, utf8)));
        });
        (survey, result)
    }

    /// Applies the fixes to the text; returns the new text and their number. `None` if there is nothing to apply.
    fn write(&mut self, text: &str) -> Option<(String, usize)> {
        let edits = std::mem::take(&mut self.edits);
        (self.fixes > 0).then(|| (edits.write(text), self.fixes))
    }
}

/// What is left to fix. Every round decreases it in lexicographic order, the order of the fields.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Remaining {
    /// The bytes after the last listed error, if there are too many errors to list.
    unlisted: usize,
    syntax_errors: usize,
    duplicates: usize,
    keys: usize,
    inner_duplicates: usize,
    inner_keys: usize,
    values: usize,
    relations: usize,
}

impl Remaining {
    /// Adds a finding on a text of this length.
    pub(crate) fn add(&mut self, finding: &Finding, length: usize, safety: Safety) {
        let is_syntax = matches!(finding.rule, Rule::InvalidJson | Rule::ByteOrderMark);
        if is_syntax && finding.unlisted() > 0 {
            let start = finding.span.map_or(0, |span| span.start.offset as usize);
            self.unlisted = length.saturating_sub(start) + 1;
        }
        self.syntax_errors += usize::from(is_syntax);
        // Another fix may make it certain that a `null` can be removed.
        if is_null(finding) {
            self.values += 1;
            return;
        }
        // A rename may make the document certain enough for the rename of another key to become safe, a move may make the object
        // that another member belongs in, and where one of several names goes, what another meant becomes clear.
        let is_key = matches!(finding.rule, Rule::UnknownField | Rule::MisplacedField);
        let is_applied = finding.fix.as_ref().is_some_and(|fix| fix.safety <= safety);
        if is_syntax || !is_key && !is_applied {
            return;
        }
        let depth = finding.path.as_deref().unwrap_or_default().matches('/').count();
        *match finding.rule {
            Rule::DuplicateField if depth == 1 => &mut self.duplicates,
            Rule::DuplicateField => &mut self.inner_duplicates,
            _ if is_key && depth == 1 => &mut self.keys,
            _ if is_key => &mut self.inner_keys,
            Rule::TrackerNameNotSystem => &mut self.relations,
            _ => &mut self.values,
        } += 1;
    }
}

/// Whether the finding is on a field that is `null`.
fn is_null(finding: &Finding) -> bool {
    finding.rule == Rule::WrongType && finding.params.get("got") == Some(&Param::Message(MessageId::KindNull))
}

/// Whether the edits of a fix are within the text, on character boundaries, in order and without overlap.
fn are_valid(edits: &[Edit], text: &str) -> bool {
    let inside = |edit: &Edit| text.get(edit.start as usize..edit.end as usize).is_some();
    let apart = |pair: &[Edit]| pair[0].end <= pair[1].start && pair[0].start < pair[1].end;
    !edits.is_empty() && edits.iter().all(inside) && edits.windows(2).all(apart)
}

/// Edits of several fixes that do not overlap.
#[derive(Default)]
struct EditSet {
    /// Where each starts and ends, and where its text ends in `texts`.
    edits: Vec<(u32, u32, usize)>,
    /// The new texts, one behind the other.
    texts: String,
    /// What is replaced: start and end of each range, sorted.
    replaced: Vec<(u32, u32)>,
    /// Where something is inserted, sorted, and whether that is closers alone.
    inserted: Vec<(u32, bool)>,
}

impl EditSet {
    /// Adds the edits of a fix of the text unless they overlap those of another; returns whether it did.
    fn try_insert(&mut self, edits: &[Edit], text: &str) -> bool {
        if !are_valid(edits, text) {
            return false;
        }
        let follows = matches!(edits, [edit] if self.follows(edit));
        if !follows && edits.iter().any(|edit| self.overlaps(edit)) {
            return false;
        }
        for edit in edits {
            // Findings are sorted, so that most belong at the end.
            if edit.start < edit.end {
                let at = self.replaced.partition_point(|&(start, _)| start < edit.start);
                self.replaced.insert(at, (edit.start, edit.end));
            } else {
                match self.insertion(edit.start) {
                    Ok(at) => self.inserted[at].1 |= are_closers(edit),
                    Err(at) => self.inserted.insert(at, (edit.start, are_closers(edit))),
                }
            }
            self.texts.push_str(&edit.text);
            self.edits.push((edit.start, edit.end, self.texts.len()));
        }
        true
    }

    /// Whether an edit conflicts with an edit of another fix. An insertion must not even touch one.
    fn overlaps(&self, edit: &Edit) -> bool {
        let (Ok(first) | Err(first)) = self.insertion(edit.start);
        let inserts = self.inserted.get(first).is_some_and(|&(at, _)| at <= edit.end);
        let touches = edit.start == edit.end;
        let is_before = |&(start, _): &(u32, u32)| start < edit.end || touches && start == edit.end;
        let count = self.replaced.partition_point(is_before);
        let last = count.checked_sub(1).and_then(|last| self.replaced.get(last));
        inserts || last.is_some_and(|&(_, end)| end > edit.start || touches && end == edit.start)
    }

    /// Whether the edit inserts a closer after other closers at the same place: errors are listed from the inside out.
    fn follows(&self, edit: &Edit) -> bool {
        let is_behind_closers = self.insertion(edit.start).is_ok_and(|at| self.inserted[at].1);
        edit.start == edit.end && is_behind_closers && are_closers(edit)
    }

    /// The index of the insertion at a place, or where it would be.
    fn insertion(&self, place: u32) -> Result<usize, usize> {
        self.inserted.binary_search_by_key(&place, |&(at, _)| at)
    }

    fn write(self, text: &str) -> String {
        let mut written = String::with_capacity(text.len() + self.texts.len());
        let mut at = 0;
        // Insertions at the same place keep their order.
        for index in order(self.edits.iter().map(|&(start, end, _)| (start, end, 0))) {
            let (start, end, text_end) = self.edits[index];
            let text_start = index.checked_sub(1).map_or(0, |before| self.edits[before].2);
            written.push_str(text.get(at..start as usize).unwrap_or_default());
            written.push_str(&self.texts[text_start..text_end]);
            at = end as usize;
        }
        written.push_str(text.get(at..).unwrap_or_default());
        written
    }
}

/// Whether an edit inserts only closers and blanks.
fn are_closers(edit: &Edit) -> bool {
    let is_closer = |byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b']' | b'}');
    edit.text.bytes().all(is_closer)
}
