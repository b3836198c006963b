//! Remedies as edits of the text: making them, and applying them.

use std::borrow::Cow;

#[cfg(feature = "words")]
use crate::check::check;
use crate::json::{Kind, MAX_FAULTS, Member, Range, Tree, Value};
use crate::notes::Notes;
#[cfg(feature = "words")]
use crate::options::Options;
use crate::order::order;
#[cfg(feature = "words")]
use crate::report::Param;
use crate::report::{Report, Safety};
use crate::rule::Rule;
#[cfg(feature = "words")]
use crate::rule::Severity;
use crate::spec::{Characters, Condition, Document, Field, Relation, Scalar, Type};
use crate::words::Phrase;

/// How often [`fix_all`] applies fixes and checks again, at most. A round mends every fault that a report lists, which is
/// up to 10,000, so that only a text with more than a hundred thousand faults is left unfinished; and the time stays in
/// proportion to the text.
const MAX_ROUNDS: usize = 16;

impl Safety {
    /// The name used in reports: `safe` or `unsafe`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// Applies the fixes of a report to the text it was made of, once.
///
/// Fixes up to the given safety are applied, each with all its edits or not at all. Of fixes whose edits overlap, the one
/// whose finding comes first is applied; what is left can be fixed after checking again, as [`fix_all`] does. Bytes that
/// no edit touches stay as they are. A fix with an edit that does not lie in the text is passed over.
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
#[cfg(feature = "words")]
#[must_use]
pub fn fix(text: &str, report: &Report, safety: Safety) -> String {
    apply(text, report, safety).map_or_else(|| text.to_owned(), |(fixed, _)| fixed)
}

/// What [`fix_all`] did.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fixed<Found = Report> {
    /// The text as it is now; `None` when nothing was changed.
    pub text: Option<String>,
    /// How many fixes were applied.
    pub fixed: usize,
    /// What is wrong with the text as it is now.
    pub remaining: Found,
    /// How often fixes were applied and the text was checked again.
    pub rounds: usize,
}

/// Checks a text, applies the fixes up to the given safety, and goes on until nothing is left to fix.
///
/// Fixing again changes nothing, but for a text with more than a hundred thousand faults: the number of rounds is
/// limited, so that the time is in proportion to the text. A round after which there is no less to fix than before is
/// taken back. A text that is not UTF-8 has no fixes.
///
/// # What every round lowers
///
/// Fixing one thing may bring another to light, so the number of findings with a fix can stay the same. What falls in
/// every round, compared item by item from the first to the last, is:
///
/// 1. how much of the text lies behind the last fault listed, where there are too many to list; of a body with more
///    findings than are listed, it may be their number instead that falls;
/// 2. faults of the text, with or without a fix: mending one can bring to light what is wrong with the value it stood in,
///    and make plain what another one was to be;
/// 3. misspelt keys of the body with a fix, safe or not: renaming one brings to light what is wrong inside its value;
/// 4. misspelt keys of its objects with a fix, safe or not: likewise;
/// 5. values and missing fields with a fix: mending one can bring to light that fields contradict each other;
/// 6. contradictions between fields with a fix.
///
/// ```
/// use ctslint::{Options, Safety, fix_all};
///
/// let fixed = fix_all("{tracker_type: 'system',}", &Options::default(), Safety::Safe);
/// assert_eq!(fixed.text.as_deref(), Some(r#"{"tracker_type": "system", "tracker_name": "system"}"#));
/// ```
#[cfg(feature = "words")]
#[must_use]
pub fn fix_all(text: impl AsRef<[u8]>, options: &Options<'_>, safety: Safety) -> Fixed {
    fix_all_with(text, safety, |text| check(text, options))
}

/// Does what [`fix_all`] does, with another way to check: for those who leave out findings that are not to be fixed.
///
/// `check` must give findings for that very text, and the same each time.
#[cfg(feature = "words")]
#[must_use]
pub fn fix_all_with(text: impl AsRef<[u8]>, safety: Safety, mut check: impl FnMut(&[u8]) -> Report) -> Fixed {
    fix_noted(text.as_ref(), safety, &mut check)
}

/// What fixing and translating need to know of what was found in a text.
pub(crate) trait Judged {
    /// What the text was checked as.
    fn document(&self) -> Option<&'static Document>;

    /// Shows each finding.
    fn remedies<'r>(&'r self, show: &mut dyn FnMut(&Remedy, &[Cut<'r>]));

    /// Whether something is an error.
    fn has_errors(&self) -> bool;
}

/// What fixing needs to know of a finding.
#[derive(Clone, Copy)]
pub(crate) struct Remedy {
    pub(crate) rule: Rule,
    /// The first byte that is wrong.
    pub(crate) start: usize,
    /// How deep the field at fault is.
    pub(crate) depth: usize,
    /// What it counts, and how much there may be at most; 0 where it tells nothing of that.
    pub(crate) count: u64,
    pub(crate) max: u64,
    /// How far the fix can be trusted, if there is one.
    pub(crate) safety: Option<Safety>,
}

/// An edit of a fix: from where to where something else is to stand, and what.
pub(crate) type Cut<'r> = (usize, usize, &'r str);

impl Default for Remedy {
    fn default() -> Self {
        Self {
            rule: Rule::InvalidJson,
            start: 0,
            depth: 0,
            count: 0,
            max: 0,
            safety: None,
        }
    }
}

impl Remedy {
    /// How deep the field of a JSON Pointer is.
    pub(crate) fn depth_of(pointer: &str) -> usize {
        pointer.bytes().filter(|&byte| byte == b'/').count()
    }

    /// Whether the finding says that there are more faults than are listed.
    fn is_end_of_list(&self) -> bool {
        self.rule == Rule::InvalidJson && self.max == MAX_FAULTS as u64
    }
}

#[cfg(feature = "words")]
impl Judged for Report {
    fn document(&self) -> Option<&'static Document> {
        self.document
    }

    fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    fn remedies<'r>(&'r self, show: &mut dyn FnMut(&Remedy, &[Cut<'r>])) {
        for finding in &self.findings {
            let number = |name: &str| match finding.params.get(name) {
                Some(Param::Number(number)) => *number,
                _ => 0,
            };
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
            let edits: Vec<_> = edits
                .map(|edit| (edit.start as usize, edit.end as usize, &*edit.text))
                .collect();
            let remedy = Remedy {
                rule: finding.rule,
                start: finding.span.map_or(0, |span| span.start.offset as usize),
                depth: Remedy::depth_of(finding.path.as_deref().unwrap_or_default()),
                count: number("count"),
                max: number("max"),
                safety: finding.fix.as_ref().map(|fix| fix.safety),
            };
            show(&remedy, &edits);
        }
    }
}

/// Does what [`fix_all_with`] does, for whatever a check gives.
pub(crate) fn fix_noted<Found: Judged>(
    text: &[u8],
    safety: Safety,
    check: &mut dyn FnMut(&[u8]) -> Found,
) -> Fixed<Found> {
    in_rounds(text, safety, MAX_ROUNDS, check)
}

fn in_rounds<Found: Judged>(
    original: &[u8],
    safety: Safety,
    most: usize,
    check: &mut dyn FnMut(&[u8]) -> Found,
) -> Fixed<Found> {
    let mut fixed = Fixed {
        text: None,
        fixed: 0,
        remaining: check(original),
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
        let Some((next, count)) = apply(current, &fixed.remaining, safety) else {
            break;
        };
        let remaining = check(next.as_bytes());
        let before = Left::of(&fixed.remaining, current.len(), safety);
        let after = Left::of(&remaining, next.len(), safety);
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

/// What is left to fix: what every round lowers, the most important first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Left {
    /// The bytes after the last fault that is listed, where there are too many to list.
    unlisted: usize,
    faults: usize,
    keys: usize,
    inner_keys: usize,
    values: usize,
    relations: usize,
}

impl Left {
    /// What is left, and the number of findings, with those that are only counted.
    pub(crate) fn of(found: &impl Judged, length: usize, safety: Safety) -> (Self, u64) {
        let mut left = Self::default();
        let mut findings = 0;
        found.remedies(&mut |remedy, _| {
            findings += 1;
            if remedy.rule != Rule::InvalidJson {
                findings += remedy.count;
            }
            if remedy.is_end_of_list() {
                left.unlisted = length.saturating_sub(remedy.start) + 1;
            }
            let is_fault = matches!(remedy.rule, Rule::InvalidJson | Rule::ByteOrderMark);
            left.faults += usize::from(is_fault);
            let Some(fix) = remedy.safety.filter(|_| !is_fault) else {
                return;
            };
            let is_key = remedy.rule == Rule::UnknownField;
            // Once one key is renamed, what the body is may be certain enough to rename another.
            if fix > safety && !is_key {
                return;
            }
            *match remedy.rule {
                Rule::UnknownField if remedy.depth == 1 => &mut left.keys,
                Rule::UnknownField => &mut left.inner_keys,
                Rule::TrackerNameNotSystem => &mut left.relations,
                _ => &mut left.values,
            } += 1;
        });
        (left, findings)
    }
}

/// Applies what can be applied together; the text then, and the number of fixes. `None` when there is nothing to apply.
fn apply(text: &str, found: &impl Judged, safety: Safety) -> Option<(String, usize)> {
    let mut chosen = Chosen {
        text,
        edits: Vec::new(),
        marks: Vec::new(),
    };
    let mut count = 0;
    found.remedies(&mut |remedy, edits| {
        let is_wanted = remedy.safety.is_some_and(|fix| fix <= safety);
        if is_wanted && chosen.takes(edits) {
            count += 1;
        }
    });
    (count > 0).then(|| (chosen.write(), count))
}

/// Whether the edits of a fix lie in the text, on the boundaries of characters, in order and without overlap.
fn fit(edits: &[Cut<'_>], text: &str) -> bool {
    let inside = |&(start, end, _): &Cut<'_>| text.get(start..end).is_some();
    let apart = |pair: &[Cut<'_>]| pair[0].1 <= pair[1].0 && pair[0].0 < pair[1].1;
    !edits.is_empty() && edits.iter().all(inside) && edits.windows(2).all(apart)
}

/// Edits of several fixes.
struct Chosen<'r> {
    text: &'r str,
    edits: Vec<Cut<'r>>,
    /// What the edits do at each byte of the text, and at its end.
    marks: Vec<u8>,
}

/// The byte is replaced.
const REPLACED: u8 = 1;
/// A stretch that is replaced starts, goes on or ends before the byte.
const TOUCHED: u8 = 2;
/// Something is inserted before the byte.
const INSERTED: u8 = 4;
/// Nothing but closers is inserted before the byte.
const CLOSERS: u8 = 8;

impl<'r> Chosen<'r> {
    /// Adds the edits of a fix where none of those of another fix is in the way; tells whether that is so.
    fn takes(&mut self, edits: &[Cut<'r>]) -> bool {
        if !fit(edits, self.text) {
            return false;
        }
        self.marks.resize(self.text.len() + 1, 0);
        let follows = matches!(edits, [edit] if self.follows(edit));
        if !follows && edits.iter().any(|edit| self.overlaps(edit)) {
            return false;
        }
        for edit in edits {
            let &(start, end, _) = edit;
            if start == end {
                self.marks[start] |= INSERTED | if are_closers(edit) { CLOSERS } else { 0 };
            } else {
                self.marks[start..end]
                    .iter_mut()
                    .for_each(|mark| *mark |= REPLACED | TOUCHED);
                self.marks[end] |= TOUCHED;
            }
            self.edits.push(*edit);
        }
        true
    }

    /// Whether an edit of another fix is in the way: an insertion must not even touch it.
    fn overlaps(&self, &(start, end, _): &Cut<'_>) -> bool {
        if start == end {
            self.marks[start] & (TOUCHED | INSERTED) != 0
        } else {
            let inside = |mark: &u8| mark & (REPLACED | INSERTED) != 0;
            self.marks[start..end].iter().any(inside) || self.marks[end] & INSERTED != 0
        }
    }

    /// Whether it is a closer behind those that are inserted at the same place: they are found from the innermost outwards.
    fn follows(&self, edit: &Cut<'_>) -> bool {
        edit.0 == edit.1 && self.marks[edit.0] & CLOSERS != 0 && are_closers(edit)
    }

    fn write(&self) -> String {
        let added: usize = self.edits.iter().map(|edit| edit.2.len()).sum();
        let mut written = String::with_capacity(self.text.len() + added);
        let mut at = 0;
        // What is inserted at one place stays in the order in which it was chosen.
        let place = |&(start, end, _): &Cut<'_>| (start as u128) << 32 | end as u128;
        for index in order(self.edits.len(), &|index| place(&self.edits[index])) {
            let (start, end, text) = self.edits[index];
            written.push_str(self.text.get(at..start).unwrap_or_default());
            written.push_str(text);
            at = end;
        }
        written.push_str(self.text.get(at..).unwrap_or_default());
        written
    }
}

/// Whether an edit writes closers and blanks only.
fn are_closers((_, _, text): &Cut<'_>) -> bool {
    let is_closer = |byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b']' | b'}');
    text.bytes().all(is_closer)
}

// What a fix is called is said by whoever makes it.

/// Writes another value, made of these parts.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn replace(notes: &mut Notes, title: Phrase, value: Value<'_, '_>, parts: &[&str], safety: Safety) {
    notes.fix(title, safety).edit(value.range(), parts);
}

/// A value as it is to be written.
pub(crate) struct Written<'t> {
    /// What stands before and after it.
    pub(crate) mark: &'static str,
    pub(crate) text: Cow<'t, str>,
}

impl Written<'_> {
    pub(crate) fn parts(&self) -> [&str; 3] {
        [self.mark, &self.text, self.mark]
    }
}

/// A value written as the type that its field wants, where its meaning is plain.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn converted<'t>(wanted: Type, value: Value<'_, 't>) -> Option<(Written<'t>, Safety)> {
    let raw = value.raw();
    let (text, mark, safety) = match (wanted, value.kind()) {
        (Type::Boolean, Kind::Number) if raw == "1" => ("true".into(), "", Safety::Unsafe),
        (Type::Boolean, Kind::Number) if raw == "0" => ("false".into(), "", Safety::Unsafe),
        (Type::Text(rule), Kind::Number) if rule.values.is_empty() && is_plain_number(raw) => {
            (raw.into(), "\"", Safety::Safe)
        }
        (_, Kind::String) => {
            let text = value.text();
            let text = match wanted {
                Type::Boolean if text.eq_ignore_ascii_case("true") => "true".into(),
                Type::Boolean if text.eq_ignore_ascii_case("false") => "false".into(),
                Type::Long if is_plain_number(&text) => text,
                _ => return None,
            };
            (text, "", Safety::Safe)
        }
        _ => return None,
    };
    Some((Written { mark, text }, safety))
}

/// Digits that mean the same as a number and as a text.
fn is_plain_number(text: &str) -> bool {
    text == "0"
        || (text.len() < 19 && !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()))
}

/// The name with the nearest characters that are allowed.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn respelt(field: &'static Field, characters: &'static Characters, value: Value<'_, '_>) -> Option<String> {
    let lower = !characters.allows('A', false);
    let text = value.text();
    let mut new = String::with_capacity(text.len());
    for character in text.chars() {
        let character = if lower {
            character.to_ascii_lowercase()
        } else {
            character
        };
        if characters.allows(character, new.is_empty()) {
            new.push(character);
        } else if !new.is_empty() && !new.ends_with('-') {
            new.push('-');
        }
    }
    while new.ends_with('-') {
        new.pop();
    }
    let Type::Text(rule) = field.ty else { return None };
    let length = rule.length.as_ref();
    let fits = length.is_none_or(|length| new.len() >= length.min && new.len() <= length.max);
    let in_form = rule.form.is_none_or(|form| (form.judge)(&new).is_none());
    (fits && in_form && !new.is_empty()).then_some(new)
}

/// Adds a member at the end of an object, in the style of the last one; of an object whose end can be told.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn insert(
    notes: &mut Notes,
    tree: &Tree<'_>,
    holder: Value<'_, '_>,
    name: &str,
    value: &str,
    safety: Safety,
) {
    let text = tree.text();
    let last = holder.members().last();
    let is_certain = last.is_none_or(|last| last.value.range().end < holder.range().end && last.value.is_closed());
    if !is_certain || !holder.is_closed() {
        return;
    }
    let (at, comma, blanks, colon) = match last {
        None => (holder.range().start + 1, "", "", ": "),
        Some(Member { key, value: last }) => {
            let before = text
                .get(holder.range().start as usize..key.range().start as usize)
                .unwrap_or_default();
            let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
            let length = before.bytes().rev().take_while(|byte| is_blank(byte)).count();
            let blanks = before.get(before.len() - length..).unwrap_or_default();
            let between = text
                .get(key.range().end as usize..last.range().start as usize)
                .unwrap_or_default();
            let mut signs = between.bytes().filter(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
            let is_plain = signs.next() == Some(b':') && signs.next().is_none();
            let colon = if is_plain { between } else { ": " };
            // The first member of a line shows nothing of what is to stand after a comma.
            let blanks = match blanks {
                "" if colon.ends_with(' ') && before.len() == 1 => " ",
                _ => blanks,
            };
            (last.range().end, ",", blanks, colon)
        }
    };
    let parts = [comma, blanks, "\"", name, "\"", colon, "\"", value, "\""];
    notes
        .fix(Phrase::Add, safety)
        .edit(Range { start: at, end: at }, &parts);
}

/// Writes the one text that a relation wants a field to be.
pub(crate) fn obey(notes: &mut Notes, relation: &Relation, value: Value<'_, '_>) {
    if let Condition::Is(_, Scalar::Text(wanted)) = relation.then {
        replace(notes, Phrase::WriteIt, value, &["\"", wanted, "\""], Safety::Unsafe);
    }
}

/// Takes a member out, and any other of its name, with the commas and the blanks that set them apart.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn remove(notes: &mut Notes, holder: Value<'_, '_>, member: Member<'_, '_>) {
    let name = member.key.text();
    notes.fix(Phrase::Remove, Safety::Unsafe);
    // Where the members to take out start that were met last, and where the last one ends that stays.
    let (mut run, mut kept, mut last) = (None, None, 0);
    for other in holder.members() {
        let start = other.key.range().start;
        last = other.value.range().end;
        if other.key.text() == name {
            run = run.or(Some(start));
        } else {
            if let Some(first) = run.take() {
                notes.edit(
                    Range {
                        start: first,
                        end: start,
                    },
                    &[],
                );
            }
            kept = Some(last);
        }
    }
    if let Some(first) = run {
        let start = kept.unwrap_or(first);
        notes.edit(Range { start, end: last }, &[]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(text: &str, safety: Safety) -> String {
        fix_all(text, &Options::default(), safety)
            .text
            .unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn closers_are_inserted_together() {
        let text = format!("{{\"tracker_type\": \"system\", \"a\": {}", "[".repeat(40));
        let fixed = fix_all(&text, &Options::default(), Safety::Safe);
        let mended = fixed.text.expect("something is mended");
        assert!(mended.contains(&"]".repeat(40)), "{mended}");
        assert_eq!(fix_all(&mended, &Options::default(), Safety::Safe).text, None);
    }

    #[test]
    fn the_catalogue_of_safe_fixes() {
        for (before, after) in [
            ("\u{feff}{\"error_code\": \"CTS.1\"}", "{\"error_code\": \"CTS.1\"}"),
            (
                r#"{"tracker_type": "SYSTEM", "tracker_name": "system"}"#,
                r#"{"tracker_type": "system", "tracker_name": "system"}"#,
            ),
            (
                r#"{"bucket_name": "abc", "is_obs_created": "True"}"#,
                r#"{"bucket_name": "abc", "is_obs_created": true}"#,
            ),
            (
                r#"{"tracker_type": "system"}"#,
                r#"{"tracker_type": "system", "tracker_name": "system"}"#,
            ),
            (
                r#"{"tracker_type":"system"}"#,
                r#"{"tracker_type":"system","tracker_name":"system"}"#,
            ),
            (
                r#"{"tracker_type": "system", "trackername": "system", "obsinfo": {"compres_type": "GZIP"}}"#,
                r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"compress_type": "gzip"}}"#,
            ),
        ] {
            assert_eq!(fixed(before, Safety::Safe), after);
        }
    }

    #[test]
    fn what_the_author_has_to_decide_is_left_alone() {
        for text in [
            // Two members that may be meant, and a field that is there already.
            r#"{"tracker_type": "system", "tracker_nam": "system", "tracker_nme": "system"}"#,
            r#"{"tracker_type": "system", "tracker_name": "system", "tracker_nmae": "system"}"#,
            // Another value of the type says that another name may be wanted.
            r#"{"tracker_type": "data"}"#,
            r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": 1}"#,
            r#"{"tracker_type": "system", "tracker_name": "system", "status": "enabled"}"#,
        ] {
            assert_eq!(fix_all(text, &Options::default(), Safety::Safe).text, None, "{text}");
        }
    }

    #[test]
    fn a_member_is_removed_with_all_of_its_name() {
        let options = Options {
            document: Document::from_name("v1"),
            ..Options::default()
        };
        for (before, after) in [
            (r#"{"id": 1, "bucket_name": "abc"}"#, r#"{"bucket_name": "abc"}"#),
            (r#"{"bucket_name": "abc", "id": 1 }"#, r#"{"bucket_name": "abc" }"#),
            (
                r#"{"id": 1, "bucket_name": "abc", "id": 2, "status": 1, "id": 3}"#,
                r#"{"bucket_name": "abc"}"#,
            ),
            (
                "{\n  \"status\": 1,\n  \"bucket_name\": \"abc\",\n  \"detail\": 2\n}",
                "{\n  \"bucket_name\": \"abc\"\n}",
            ),
        ] {
            assert_eq!(fix_all(before, &options, Safety::Unsafe).text.as_deref(), Some(after));
        }
    }

    #[test]
    fn a_text_that_is_not_utf_8_has_no_fixes() {
        let utf_16: Vec<u8> = "{'a': 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for text in [&utf_16[..], b"{'a': 1, \"b\": \"\xff\"}", b"\xff\xfe{\0'\0}\0"] {
            let report = check(text, &Options::default());
            assert!(!report.findings.is_empty());
            assert!(
                report.findings.iter().all(|finding| finding.fix.is_none()),
                "{report:#?}"
            );
            assert_eq!(fix_all(text, &Options::default(), Safety::Unsafe).text, None);
        }
    }

    #[test]
    fn a_report_of_another_text_does_no_harm() {
        let report = check("{'tracker_type': 'é', 'tracker_name': True,}", &Options::default());
        for text in ["", "é", "éééééééééééééééééééééééé", "{}"] {
            let _ = fix(text, &report, Safety::Unsafe);
        }
    }

    #[test]
    fn a_monster_is_mended_as_far_as_rounds_go_and_the_rest_is_told() {
        let text = format!("{{\"tracker_type\": \"system\", \"x\": [{}]}}", "'a',".repeat(40_000));
        let options = Options {
            document: Document::from_name("v3"),
            ..Options::default()
        };
        let first = in_rounds(text.as_bytes(), Safety::Safe, 3, &mut |text| check(text, &options));
        assert_eq!(first.rounds, 3);
        assert!(first.fixed >= 29_000, "{}", first.fixed);
        let mut is_told = false;
        first
            .remaining
            .remedies(&mut |remedy, _| is_told |= remedy.is_end_of_list());
        assert!(is_told);
        let second = fix_all(first.text.as_deref().unwrap_or_default(), &options, Safety::Safe);
        assert!(second.rounds > 0 && second.rounds < 3);
        assert!(!second.remaining.findings.iter().any(|finding| finding.fix.is_some()));
    }
}
