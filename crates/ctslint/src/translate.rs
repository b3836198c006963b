//! Drives the moves of v1 into v3.

#[cfg(feature = "words")]
use std::fmt;

use serde::Serialize;
#[cfg(feature = "words")]
use thiserror::Error;

use crate::api::{v1, v3};
#[cfg(feature = "words")]
use crate::check::check;
use crate::check::is;
#[cfg(feature = "words")]
use crate::detect::Reason;
use crate::fix::Judged;
use crate::json::scan::{is_break, line_end};
use crate::json::{Member, Range, Syntax, Value, decode};
use crate::notes::Notes;
use crate::options::Options;
use crate::problem::Path;
#[cfg(feature = "words")]
use crate::report::Report;
use crate::rule::{Rule, Severity};
use crate::similar::nearest;
use crate::spec::{Document, DocumentKind, Fate, FieldId, Loss, Move, Scalar, Type, Version};
use crate::text::Text;
use crate::words::{Fact, Passage, Phrase, listed, passages, shown};

passages! {
    TOP_LEVEL "the top level"
}

/// How a body is to be translated. The default allows no loss and no comments.
#[derive(Clone, Debug, Default)]
pub struct TranslateOptions<'a> {
    /// Whether comments are allowed, as in `.jsonc` files. They are not carried over.
    pub comments: bool,
    /// The v1 fields whose loss is accepted, such as `kms_id` or `smn`. A field in an object is named with or without
    /// it: `log_group_name`, `lts.log_group_name`.
    pub allow_loss: &'a [String],
    /// The name of the file, for help that names a command.
    pub file: Option<&'a str>,
}

/// A v3 body, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translation {
    /// The v3 body: valid, in the author's order, indentation and line ends, and with a final line break where the v1
    /// body has one.
    pub body: String,
    /// What became of each field: first what v3 needs in any case, then the fields of the v1 body in its order, then what
    /// it left out.
    pub changes: Vec<Change>,
}

/// What became of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The JSON Pointer of the field in the v1 body; `None` when it was added.
    pub from: Option<String>,
    /// The JSON Pointer of the field in the v3 body; `None` when it is not there.
    pub to: Option<String>,
    /// How much it matters: an error is a loss that was not allowed.
    pub severity: Severity,
    /// What happened and why: lower case, no full stop, literals in backticks.
    pub message: Text,
}

/// What kind of change a field went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum ChangeKind {
    /// It keeps its value in another place.
    Moved,
    /// The v1 body does not have it.
    Added,
    /// It is not needed any more.
    Dropped,
    /// What it asked for is not done any more.
    Lost,
}

impl ChangeKind {
    /// The name used in reports: `moved`, `added`, `dropped` or `lost`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Lost => "lost",
        }
    }
}

/// Why a body was not translated.
#[cfg(feature = "words")]
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum TranslateError {
    /// A loss was allowed of something that is no v1 field.
    UnknownField {
        /// The name, as it was given.
        name: String,
        /// The field that it is like.
        suggestion: Option<&'static str>,
    },
    /// There is nothing to translate.
    AlreadyV3 {
        /// What tells.
        reason: Reason,
    },
    /// The text is an answer of the API.
    NoRequest {
        /// What the text is.
        document: &'static Document,
        /// What tells.
        reason: Reason,
    },
    /// The body is not a valid v1 body.
    Invalid {
        /// What is wrong with it.
        report: Box<Report>,
    },
    /// Something would be lost, and that was not allowed.
    Refused {
        /// What would become of each field; the losses that were not allowed have severity `error`.
        changes: Vec<Change>,
    },
    /// The v3 body that came out is not valid, so it is not handed over.
    Unsound {
        /// What would be wrong with it.
        report: Box<Report>,
    },
}

#[cfg(feature = "words")]
impl fmt::Display for TranslateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (refusal, reason) = match self {
            Self::UnknownField { name, suggestion } => (Refusal::UnknownField(name, *suggestion), None),
            Self::AlreadyV3 { reason } => (Refusal::AlreadyV3, Some(reason)),
            Self::NoRequest { document, reason } => (Refusal::NoRequest(document), Some(reason)),
            Self::Invalid { .. } => (Refusal::Invalid, None),
            Self::Refused { changes } => {
                let lost = changes.iter().filter(|change| change.severity == Severity::Error);
                let names = lost.filter_map(|change| change.from.as_deref()?.get(1..));
                (Refusal::Losses(names.collect()), None)
            }
            Self::Unsound { .. } => (Refusal::Unsound, None),
        };
        let mut notes = Notes::new();
        let phrase = refusal.say(&mut notes);
        formatter.write_str(&notes.said(phrase))?;
        reason.map_or(Ok(()), |reason| reason.fmt(formatter))
    }
}

/// Why a body was not translated, without what that says more.
pub(crate) enum Refusal<'o> {
    UnknownField(&'o str, Option<&'static str>),
    AlreadyV3,
    NoRequest(&'static Document),
    Invalid,
    /// The names of what would be lost.
    Losses(Vec<&'o str>),
    Unsound,
}

impl Refusal<'_> {
    /// What is said of it; the facts of that are noted down.
    pub(crate) fn say(&self, notes: &mut Notes) -> Phrase {
        match *self {
            Self::UnknownField(name, suggestion) => {
                notes.made(Fact::Shown, &[&shown(name)]);
                match suggestion {
                    Some(meant) => {
                        notes.fact(Fact::Suggestion, meant);
                        Phrase::V1HasNoFieldButLike
                    }
                    None => Phrase::V1HasNoField,
                }
            }
            Self::AlreadyV3 => Phrase::AlreadyV3,
            Self::NoRequest(document) => {
                notes.fact(Fact::Name, document.name());
                Phrase::OnlyRequests
            }
            Self::Invalid => Phrase::V1NotValid,
            Self::Losses(ref names) => {
                let mut list = String::new();
                listed(&mut list, &mut names.iter().copied(), " and ");
                notes.made(Fact::What, &[&list]);
                notes.made(Fact::Name, &[names.first().copied().unwrap_or_default()]);
                Phrase::WouldBeLost
            }
            Self::Unsound => Phrase::V3NotValid,
        }
    }
}

/// Translates the body of a v1 request to v3 as Open Telekom Cloud has it.
///
/// Every field keeps its value in its new place, or is dropped with a reason. What v3 cannot do is lost: that must be
/// allowed by the name of the field. The v3 body is checked before it is handed over. It takes time in proportion to the
/// text.
///
/// # Errors
///
/// When the text is no valid v1 body, when something would be lost that was not allowed, and when a field is named that
/// v1 does not have.
///
/// ```
/// use ctslint::{TranslateOptions, translate};
///
/// let translation = translate(r#"{"bucket_name": "obs-f1da"}"#, &TranslateOptions::default())?;
/// assert_eq!(
///     translation.body,
///     r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "obs-f1da", "is_obs_created": false}}"#
/// );
/// # Ok::<(), ctslint::TranslateError>(())
/// ```
#[cfg(feature = "words")]
pub fn translate(text: impl AsRef<[u8]>, options: &TranslateOptions<'_>) -> Result<Translation, TranslateError> {
    let names: Vec<&str> = options.allow_loss.iter().map(String::as_str).collect();
    let outcome = translate_noted(
        text.as_ref(),
        options.comments,
        options.file,
        &names,
        &|text, options| check(text, options),
    );
    let changes = outcome.changes.changes();
    let Some((refusal, report)) = outcome.refusal else {
        let body = outcome.body;
        return Ok(Translation { body, changes });
    };
    Err(match (refusal, report) {
        (Refusal::UnknownField(name, suggestion), _) => TranslateError::UnknownField {
            name: name.to_owned(),
            suggestion,
        },
        (Refusal::AlreadyV3, Some(Report { reason, .. })) => TranslateError::AlreadyV3 { reason },
        (Refusal::NoRequest(document), Some(Report { reason, .. })) => TranslateError::NoRequest { document, reason },
        (Refusal::Unsound, Some(report)) => TranslateError::Unsound {
            report: Box::new(report),
        },
        (_, Some(report)) => TranslateError::Invalid {
            report: Box::new(report),
        },
        (_, None) => TranslateError::Refused { changes },
    })
}

/// How a translation ended.
pub(crate) struct Outcome<'o, Found> {
    /// The v3 body.
    pub(crate) body: String,
    /// What became of each field.
    pub(crate) changes: Notes,
    /// Why there is no body, and the report that says so.
    pub(crate) refusal: Option<(Refusal<'o>, Option<Found>)>,
}

/// Does what [`translate`] does, for whatever a check gives.
pub(crate) fn translate_noted<'o, Found: Judged>(
    bytes: &[u8],
    comments: bool,
    file: Option<&str>,
    allow_loss: &[&'o str],
    check: &dyn Fn(&[u8], &Options<'_>) -> Found,
) -> Outcome<'o, Found> {
    let mut outcome = Outcome {
        body: String::new(),
        changes: Notes::new(),
        refusal: None,
    };
    let mut allowed = Vec::new();
    for &name in allow_loss {
        match v1_field(name) {
            Ok(field) => allowed.push(field),
            Err(suggestion) => {
                outcome.refusal = Some((Refusal::UnknownField(name, suggestion), None));
                return outcome;
            }
        }
    }
    if let Err((refusal, found)) = must_be_valid(bytes, comments, file, check) {
        outcome.refusal = Some((refusal, Some(found)));
        return outcome;
    }
    let decoded = decode(bytes);
    let tree = decoded.tree(Syntax { comments });
    let Some(root) = tree.root() else { return outcome };
    let mut mover = Mover {
        allowed: &allowed,
        lost: Vec::new(),
        changes: Notes::new(),
        written: Vec::new(),
    };
    mover.run(root);
    outcome.changes = mover.changes;
    if !mover.lost.is_empty() {
        outcome.refusal = Some((Refusal::Losses(mover.lost), None));
        return outcome;
    }
    outcome.body = Style::of(tree.text(), root).write(&mover.written);
    let result = Options {
        document: Some(&v3::CREATE_REQUEST),
        ..Options::default()
    };
    let found = check(outcome.body.as_bytes(), &result);
    if found.has_errors() {
        outcome.refusal = Some((Refusal::Unsound, Some(found)));
    }
    outcome
}

/// Refuses everything but a v1 body without errors. Members that were withdrawn are no error here.
fn must_be_valid<'o, Found: Judged>(
    bytes: &[u8],
    comments: bool,
    file: Option<&str>,
    check: &dyn Fn(&[u8], &Options<'_>) -> Found,
) -> Result<(), (Refusal<'o>, Found)> {
    let mut how = Options {
        comments,
        file,
        ..Options::default()
    };
    how.severities.set(Rule::RetiredField, None);
    how.severities.set(Rule::DeprecatedApi, None);
    let mut found = check(bytes, &how);
    match found.document() {
        Some(document) if document.kind() != DocumentKind::Request => {
            return Err((Refusal::NoRequest(document), found));
        }
        Some(document) if document.version() != Some(Version::V1) => return Err((Refusal::AlreadyV3, found)),
        Some(_) => {}
        None => {
            how.document = Some(&v1::CREATE_REQUEST);
            found = check(bytes, &how);
        }
    }
    if found.has_errors() {
        return Err((Refusal::Invalid, found));
    }
    Ok(())
}

/// The v1 field of that name, which may be one of an object: `log_group_name`, `lts.log_group_name`,
/// `/lts/log_group_name`; or the nearest there is.
fn v1_field(name: &str) -> Result<&'static str, Option<&'static str>> {
    let document = &v1::CREATE_REQUEST;
    let mut bare = name;
    while let Some(rest) = bare.strip_prefix('/') {
        bare = rest;
    }
    let inner = |holder: &str| {
        let rest = bare.strip_prefix(holder)?;
        rest.strip_prefix('/').or(rest.strip_prefix('.'))
    };
    // The fields of the page come first, then what bodies had before it.
    let field = |number: usize| match number.checked_sub(document.count()) {
        None => {
            let id = document.field_at(number);
            (id.holder(document), id.row(document.root).1.name)
        }
        Some(number) => (None, v1::RETIRED[number].name),
    };
    let count = document.count() + v1::RETIRED.len();
    for number in 0..count {
        let (holder, field) = field(number);
        if field == bare || holder.is_some_and(|holder| inner(holder) == Some(field)) {
            return Ok(field);
        }
    }
    let near = nearest(name, count, &|number| field(number).1);
    Err(near.first().map(|number| field(number).1))
}

/// A field of the v3 body, and its value as JSON text, with what stands before and after it.
type Written<'t> = (FieldId, &'static str, &'t str);

/// Goes through a v1 body and notes what becomes of each field.
struct Mover<'o, 't> {
    allowed: &'o [&'static str],
    /// The fields of the v3 body in their order.
    written: Vec<Written<'t>>,
    /// The fields whose loss is not allowed.
    lost: Vec<&'static str>,
    changes: Notes,
}

impl<'t> Mover<'_, 't> {
    fn run(&mut self, root: Value<'_, 't>) {
        for added in v1::ADDED {
            self.add(added.to, added.value, added.reason);
        }
        let table = v1::CREATE_REQUEST.root;
        // The rows of the fields that are there.
        let mut seen = 0_u64;
        for Member { key, value } in root.members() {
            let name = key.text();
            let Some(top) = table.index(&name) else {
                if let Some(retired) = v1::RETIRED.iter().find(|retired| retired.name == name) {
                    self.lose(Path::Field(None, retired.name), retired.name, retired.loss, root);
                }
                continue;
            };
            match table.fields[top].ty {
                Type::Object(object) => {
                    for Member { key, value } in value.members() {
                        if let Some(inner) = object.index(&key.text()) {
                            seen |= self.follow(top, Some(inner), value, root);
                        }
                    }
                }
                _ => seen |= self.follow(top, None, value, root),
            }
        }
        for (row, step) in v1::MOVES.iter().enumerate() {
            if let Fate::Moved {
                to,
                absent: Some((value, reason)),
            } = step.fate
                && seen & (1 << row) == 0
            {
                self.add(to, value, reason);
            }
        }
    }

    /// Does with a field what its row says; a bit for the row, where there is one.
    fn follow(&mut self, top: usize, inner: Option<usize>, value: Value<'_, 't>, root: Value<'_, 't>) -> u64 {
        let is_it = |step: &Move| step.from.top() == top && step.from.inner() == inner;
        let Some(row) = v1::MOVES.iter().position(is_it) else {
            return 0;
        };
        let step = &v1::MOVES[row];
        let path = Path::of(step.from, &v1::CREATE_REQUEST);
        let name = step.from.row(v1::CREATE_REQUEST.root).1.name;
        match step.fate {
            Fate::Moved { to, .. } => {
                self.changes.fact(Fact::Name, name);
                note_holder(Fact::Start, step.from.holder(&v1::CREATE_REQUEST), &mut self.changes);
                note_holder(Fact::What, to.holder(&v3::CREATE_REQUEST), &mut self.changes);
                self.written.push((to, "", value.raw()));
                self.change(ChangeKind::Moved, Some(path), Some(to), Severity::Info, Phrase::Moves);
            }
            Fate::Dropped { usual, reason } => {
                if !is(value, usual) {
                    self.changes
                        .fact(Fact::Name, name)
                        .made(Fact::Shown, &[&shown(&value.text())])
                        .cited(Fact::Advice, reason);
                    let phrase = Phrase::IsDroppedWithValue;
                    self.change(ChangeKind::Dropped, Some(path), None, Severity::Warning, phrase);
                }
            }
            Fate::Lost(loss) => self.lose(path, name, loss, root),
        }
        1 << row
    }

    fn add(&mut self, to: FieldId, value: Scalar, reason: Passage) {
        let (mark, text) = match value {
            Scalar::Boolean(true) => ("", "true"),
            Scalar::Boolean(false) => ("", "false"),
            Scalar::Text(value) => ("\"", value),
        };
        self.written.push((to, mark, text));
        self.changes
            .made(Fact::Value, &[mark, text, mark])
            .cited(Fact::Advice, reason);
        self.change(ChangeKind::Added, None, Some(to), Severity::Info, Phrase::IsAdded);
    }

    fn lose(&mut self, from: Path<'_, '_>, name: &'static str, loss: &Loss, root: Value<'_, 't>) {
        self.changes.fact(Fact::Name, name);
        if let Some((field, wanted, otherwise)) = loss.asked_by
            && !value_of(root, field).is_some_and(|value| is(value, wanted))
        {
            self.changes.cited(Fact::Advice, otherwise);
            return self.change(ChangeKind::Dropped, Some(from), None, Severity::Info, Phrase::IsDropped);
        }
        self.changes
            .cited(Fact::Advice, loss.reason)
            .cited(Fact::What, loss.advice);
        let severity = if loss.fields.iter().any(|field| self.allowed.contains(field)) {
            Severity::Warning
        } else {
            self.lost.push(name);
            Severity::Error
        };
        self.change(ChangeKind::Lost, Some(from), None, severity, Phrase::IsLost);
    }

    fn change(
        &mut self,
        kind: ChangeKind,
        from: Option<Path<'_, '_>>,
        to: Option<FieldId>,
        severity: Severity,
        phrase: Phrase,
    ) {
        if let Some(from) = from {
            from.note(Fact::Pointer, &mut self.changes);
        }
        if let Some(to) = to {
            Path::of(to, &v3::CREATE_REQUEST).note(Fact::To, &mut self.changes);
        }
        self.changes.change(kind, severity, phrase);
    }
}

/// Names the object that a field stands in.
fn note_holder(fact: Fact, holder: Option<&'static str>, notes: &mut Notes) {
    match holder {
        Some(holder) => notes.made(fact, &["`", holder, "`"]),
        None => notes.cited(fact, TOP_LEVEL),
    };
}

/// The value of a field of the v1 body's top level.
fn value_of<'a, 't>(root: Value<'a, 't>, field: FieldId) -> Option<Value<'a, 't>> {
    let name = v1::CREATE_REQUEST.root.fields[field.top()].name;
    root.members()
        .find(|member| member.key.text() == name)
        .map(|member| member.value)
}

/// How many members of an object are asked how they separate key and value.
const MOST_ASKED: usize = 8;

/// How a body is laid out.
struct Style<'t> {
    /// What stands before a member for each step that it is deep; `None` where all stands on one line.
    indent: Option<&'t str>,
    /// What stands before each line in any case.
    margin: &'t str,
    line_break: &'static str,
    /// What separates a key from its value, with the colon.
    colon: &'t str,
    /// What follows a comma, where all stands on one line.
    gap: &'t str,
    /// What stands inside of the braces, where all stands on one line.
    padding: &'t str,
    ends_with_break: bool,
}

impl<'t> Style<'t> {
    /// The style that most of the body has. A valid body has few members, however long it is.
    fn of(text: &'t str, root: Value<'_, 't>) -> Self {
        let is_blank = |text: &str| text.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        let start = root.range().start as usize;
        let before = text.get(..start).unwrap_or_default();
        let margin = last_line(before).unwrap_or(before);
        let margin = if is_blank(margin) { margin } else { "" };
        let mut leads = Votes::default();
        let mut gaps = Votes::default();
        let mut colons = Votes::default();
        let mut padding = "";
        let mut end = start + 1;
        for (index, member) in root.members().enumerate() {
            let key = member.key.range();
            let lead = text.get(end..key.start as usize).unwrap_or_default();
            leads.add(last_line(lead));
            match lead.strip_prefix(',') {
                Some(gap) if is_blank(gap) => gaps.add(Some(gap)),
                None if index == 0 && is_blank(lead) => padding = lead,
                _ => {}
            }
            for member in std::iter::once(member).chain(member.value.members().take(MOST_ASKED)) {
                let colon = Range {
                    start: member.key.range().end,
                    end: member.value.range().start,
                }
                .of(text);
                if colon.bytes().all(|byte| matches!(byte, b':' | b' ' | b'\t')) {
                    colons.add(Some(colon));
                }
            }
            end = member.value.range().end as usize;
        }
        let bytes = text.as_bytes();
        let line_break = match bytes.get(line_end(bytes, 0)..) {
            Some([b'\r', b'\n', ..]) => "\r\n",
            Some([b'\r', ..]) => "\r",
            _ => "\n",
        };
        Self {
            indent: leads
                .most()
                .map(|lead| lead.strip_prefix(margin).unwrap_or(lead))
                .filter(|lead| is_blank(lead)),
            margin,
            line_break,
            colon: colons.most().unwrap_or(": "),
            gap: gaps.most().unwrap_or(" "),
            padding,
            ends_with_break: bytes.last().copied().is_some_and(is_break),
        }
    }

    fn write(&self, written: &[Written<'_>]) -> String {
        let table = v3::CREATE_REQUEST.root;
        let mut groups: Vec<(usize, Vec<&Written<'_>>)> = Vec::new();
        for field in written {
            match groups.iter_mut().find(|(top, _)| *top == field.0.top()) {
                Some((_, members)) => members.push(field),
                None => groups.push((field.0.top(), vec![field])),
            }
        }
        let mut text = String::from(self.margin);
        self.object(&mut text, 0, groups.len(), &|text, group| {
            let (top, members) = &groups[group];
            self.key(text, table.fields[*top].name);
            let write = |text: &mut String, &(_, mark, value): &Written<'_>| {
                for part in [mark, value, mark] {
                    text.push_str(part);
                }
            };
            match members[..] {
                [field] if field.0.inner().is_none() => write(text, field),
                _ => self.object(text, 1, members.len(), &|text, member| {
                    let field = members[member];
                    self.key(text, field.0.row(table).1.name);
                    write(text, field);
                }),
            }
        });
        if self.ends_with_break {
            text.push_str(self.line_break);
        }
        text
    }

    fn key(&self, text: &mut String, name: &str) {
        text.push('"');
        text.push_str(name);
        text.push('"');
        text.push_str(self.colon);
    }

    /// An object of so many members, each written by its number.
    fn object(&self, text: &mut String, depth: usize, members: usize, write: &dyn Fn(&mut String, usize)) {
        let lead = |text: &mut String, depth: usize, otherwise: &str| match self.indent {
            Some(indent) => {
                text.push_str(self.line_break);
                text.push_str(self.margin);
                (0..depth).for_each(|_| text.push_str(indent));
            }
            None => text.push_str(otherwise),
        };
        text.push('{');
        for member in 0..members {
            if member > 0 {
                text.push(',');
            }
            lead(text, depth + 1, if member > 0 { self.gap } else { self.padding });
            write(text, member);
        }
        lead(text, depth, self.padding);
        text.push('}');
    }
}

/// What stands behind the last line break of a text that has one.
fn last_line(text: &str) -> Option<&str> {
    let end = text.bytes().rposition(is_break)?;
    text.get(end + 1..)
}

/// Counts what occurs how often; `None` can occur too.
#[derive(Default)]
struct Votes<'t>(Vec<(Option<&'t str>, usize)>);

impl<'t> Votes<'t> {
    fn add(&mut self, item: Option<&'t str>) {
        match self.0.iter_mut().find(|(known, _)| *known == item) {
            Some((_, count)) => *count += 1,
            None => self.0.push((item, 1)),
        }
    }

    /// What occurred most often, and first.
    fn most(&self) -> Option<&'t str> {
        let most = self.0.iter().rev().max_by_key(|(_, count)| *count);
        most.and_then(|(item, _)| *item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Origin;

    fn translated(text: &str, allow: &[&str]) -> Result<Translation, TranslateError> {
        let allow_loss: Vec<String> = allow.iter().map(|&name| name.to_owned()).collect();
        translate(
            text,
            &TranslateOptions {
                allow_loss: &allow_loss,
                ..TranslateOptions::default()
            },
        )
    }

    fn lines(changes: &[Change]) -> Vec<String> {
        let line = |change: &Change| {
            let [from, to] = [&change.from, &change.to].map(|path| path.as_deref().unwrap_or("-"));
            format!(
                "{} {} {from} {to}: {}",
                change.severity.name(),
                change.kind.name(),
                change.message
            )
        };
        changes.iter().map(line).collect()
    }

    #[test]
    fn every_field_of_v1_has_one_fate() {
        let document = &v1::CREATE_REQUEST;
        for id in document.field_ids() {
            let is_object = matches!(id.row(document.root).1.ty, Type::Object(_));
            let fates = v1::MOVES.iter().filter(|step| step.from == id).count();
            assert_eq!(fates, usize::from(!is_object), "{}", id.pointer(document.root));
        }
        for step in v1::MOVES {
            let reason = match step.fate {
                Fate::Moved { .. } => continue,
                Fate::Dropped { reason, .. } => reason,
                Fate::Lost(loss) => loss.reason,
            };
            assert!(!reason.is_empty());
        }
        for stranger in document
            .strangers
            .iter()
            .filter(|stranger| stranger.origin == Origin::Retired)
        {
            assert!(
                v1::RETIRED.iter().any(|retired| retired.name == stranger.name),
                "{}",
                stranger.name
            );
        }
    }

    #[test]
    fn a_loss_is_named_by_its_own_fields() {
        let losses = v1::MOVES.iter().filter_map(|step| match step.fate {
            Fate::Lost(loss) => Some((step.from.row(v1::CREATE_REQUEST.root).1.name, loss)),
            _ => None,
        });
        for (name, loss) in losses.chain(v1::RETIRED.iter().map(|retired| (retired.name, retired.loss))) {
            assert!(loss.fields.contains(&name), "{name}");
        }
    }

    #[test]
    fn what_v3_requires_comes_from_somewhere() {
        let document = &v3::CREATE_REQUEST;
        let is_required = |id: &FieldId| id.row(document.root).1.required;
        for id in document.field_ids().filter(is_required) {
            assert!(
                v1::ADDED.iter().any(|added| added.to == id),
                "{}",
                id.pointer(document.root)
            );
        }
        let targets = v1::MOVES.iter().filter_map(|step| match step.fate {
            Fate::Moved { to, .. } => Some((step.from, to)),
            _ => None,
        });
        for (from, to) in targets {
            let (from, to) = (from.row(v1::CREATE_REQUEST.root).1, to.row(document.root).1);
            assert_eq!(
                std::mem::discriminant(&from.ty),
                std::mem::discriminant(&to.ty),
                "{}",
                from.name
            );
        }
    }

    #[test]
    fn order_and_escapes_are_the_authors() {
        let text = "{\n\t\"lts\" : {\n\t\t\"is_lts_enabled\" : true,\n\t\t\"log_group_name\" : \"CTS\",\n\t\t\"log_topic_name\" : \
                    \"mine\"\n\t},\n\t\"file_prefix_name\" : \"\\u0041\",\n\t\"bucket_name\" : \"obs-f1da\"\n}\n";
        let translation = translated(text, &[]).expect("it is valid");
        assert_eq!(
            translation.body,
            "{\n\t\"tracker_type\" : \"system\",\n\t\"tracker_name\" : \"system\",\n\t\"is_lts_enabled\" : true,\n\t\"obs_info\" : \
             {\n\t\t\"file_prefix_name\" : \"\\u0041\",\n\t\t\"bucket_name\" : \"obs-f1da\",\n\t\t\"is_obs_created\" : \
             false\n\t}\n}\n"
        );
        assert_eq!(
            lines(&translation.changes),
            [
                "info added - /tracker_type: `\"system\"` is added: v3 requires it; v1 creates the management tracker only",
                "info added - /tracker_name: `\"system\"` is added: v3 requires it; the management tracker has no other name",
                "info moved /lts/is_lts_enabled /is_lts_enabled: `is_lts_enabled` moves from `lts` to the top level",
                "warning dropped /lts/log_topic_name -: `log_topic_name` `mine` is dropped: v3 always writes to the log \
                 stream `system-trace`",
                "info moved /file_prefix_name /obs_info/file_prefix_name: `file_prefix_name` moves from the top level to \
                 `obs_info`",
                "info moved /bucket_name /obs_info/bucket_name: `bucket_name` moves from the top level to `obs_info`",
                "info added - /obs_info/is_obs_created: `false` is added: v1's default; v3 documents none",
            ]
        );
    }

    #[test]
    fn a_body_on_one_line_stays_on_one() {
        for (text, body) in [
            (
                r#"{"bucket_name":"abc","is_obs_created":true}"#,
                r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"abc","is_obs_created":true}}"#,
            ),
            (
                r#"{ "is_obs_created": true, "bucket_name": "abc" }"#,
                r#"{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "is_obs_created": true, "bucket_name": "abc" } }"#,
            ),
        ] {
            assert_eq!(translated(text, &[]).expect("it is valid").body, body);
        }
    }

    #[test]
    fn line_ends_and_margin_stay() {
        let text = "  {\r\n    \"bucket_name\": \"abc\", // why\r\n    \"is_obs_created\": true\r\n  }";
        let options = TranslateOptions {
            comments: true,
            ..TranslateOptions::default()
        };
        assert_eq!(
            translate(text, &options).expect("it is valid").body,
            "  {\r\n    \"tracker_type\": \"system\",\r\n    \"tracker_name\": \"system\",\r\n    \"obs_info\": {\r\n      \
             \"bucket_name\": \"abc\",\r\n      \"is_obs_created\": true\r\n    }\r\n  }"
        );
    }

    #[test]
    fn a_loss_must_be_allowed_by_name() {
        let text = r#"{"bucket_name": "abc", "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504",
            "is_support_trace_files_encryption": true, "smn": {"is_support_smn": true}}"#;
        let refused = translated(text, &["smn", "bucket_name"]).expect_err("encryption is lost");
        assert_eq!(
            refused.to_string(),
            "`kms_id` and `is_support_trace_files_encryption` would be lost; `--allow-loss kms_id` accepts that"
        );
        for name in ["kms_id", "is_support_trace_files_encryption", "/kms_id"] {
            let translation = translated(text, &["smn", name]).expect("both losses are allowed");
            let lost = translation
                .changes
                .iter()
                .filter(|change| change.kind == ChangeKind::Lost);
            assert!(lost.clone().all(|change| change.severity == Severity::Warning));
            assert_eq!(lost.count(), 3);
        }
        let refused = translated(text, &["kms_id"]).expect_err("notifications are lost");
        assert_eq!(
            refused.to_string(),
            "`smn` would be lost; `--allow-loss smn` accepts that"
        );
    }

    #[test]
    fn encryption_that_is_off_is_no_loss() {
        for text in [
            r#"{"bucket_name": "abc", "is_support_trace_files_encryption": false}"#,
            r#"{"bucket_name": "abc", "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"}"#,
        ] {
            let translation = translated(text, &[]).expect("nothing is lost");
            let dropped: Vec<_> = translation
                .changes
                .iter()
                .filter(|change| change.kind == ChangeKind::Dropped)
                .collect();
            assert!(
                matches!(
                    dropped[..],
                    [Change {
                        severity: Severity::Info,
                        ..
                    }]
                ),
                "{dropped:?}"
            );
        }
    }

    #[test]
    fn only_fields_of_v1_can_be_allowed() {
        let text = r#"{"bucket_name": "abc"}"#;
        for name in [
            "lts",
            "log_group_name",
            "lts.log_group_name",
            "/lts/log_group_name",
            "smn",
            "kms_id",
        ] {
            assert!(translated(text, &[name]).is_ok(), "{name}");
        }
        for (name, message) in [
            ("kmsid", "v1 has no field `kmsid`; did you mean `kms_id`?"),
            ("tracker_type", "v1 has no field `tracker_type`"),
            ("", "v1 has no field ``"),
        ] {
            assert_eq!(
                translated(text, &[name]).expect_err("no such field").to_string(),
                message
            );
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for (text, message) in [
            (
                r#"{"tracker_type": "system"}"#,
                "this is a v3 body already: it has `tracker_type`",
            ),
            (
                r#"{"id": "1", "domain_id": "2", "obs_info": {}}"#,
                "only requests can be translated, and this is a `v3-create-response`: it has `id` and `domain_id`",
            ),
            (r#"{"bucket_name": "abc",}"#, "the v1 body is not valid"),
            (r#"{"is_obs_created": true}"#, "the v1 body is not valid"),
            ("", "the v1 body is not valid"),
            ("[]", "the v1 body is not valid"),
        ] {
            assert_eq!(translated(text, &[]).expect_err(text).to_string(), message);
        }
    }
}
