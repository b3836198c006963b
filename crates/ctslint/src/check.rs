//! Holds a text against the table of its document. With `accept` the only module that knows both.
//!
//! One walk over the tree notes which fields are there and judges each value; then the members that no table has are
//! explained, and what they were meant to supply counts as doubtful; then missing fields and the rules about several
//! fields are judged from the notes. So one mistake stays one finding.

use std::borrow::Cow;

#[cfg(feature = "words")]
use crate::accept::accept;
use crate::api::{terraform, v1, v3};
use crate::condition::{Known, holds};
use crate::detect::{Detection, Judgement, Reason, UNTOLD, applies, told};
#[cfg(feature = "words")]
use crate::json::quote;
use crate::json::scan::{character_count, number_end};
use crate::json::{Decoded, Kind, Member, Range, Syntax, Tree, Value, decode};
#[cfg(feature = "words")]
use crate::locate::locate_findings;
use crate::names::equal;
use crate::notes::{Noted, Notes};
use crate::options::Options;
use crate::order::order;
use crate::problem::{Cast, Found, Path, Place, Problem, Suggestion};
use crate::report::Safety;
#[cfg(feature = "words")]
use crate::report::{Finding, Report};
#[cfg(feature = "words")]
use crate::request::{check_http_and, has_variable};
use crate::rule::{Rule, Severity};
use crate::similar::{Name, Search};
use crate::spec::{
    At, Characters, Condition, Document, DocumentKind, Fate, Field, FieldId, MAX_FIELDS, Object, Only, Relation,
    Scalar, Stranger, TextRule, Type, Version,
};
#[cfg(feature = "words")]
use crate::values::Values;

/// Checks a text and reports everything that is wrong with it.
///
/// The text may be anything: what is not JSON is reported and read as well as possible, and the fields that can be read
/// are checked. It takes time and memory in proportion to the text.
///
/// ```
/// use ctslint::{Options, check};
///
/// let body = r#"{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}"#;
/// let report = check(body, &Options::default());
/// assert_eq!(report.findings[0].message, "unknown field `tracker_nmae`");
/// assert_eq!(report.findings[0].path.as_deref(), Some("/tracker_nmae"));
/// ```
#[cfg(feature = "words")]
#[must_use]
pub fn check(text: impl AsRef<[u8]>, options: &Options<'_>) -> Report {
    let text = text.as_ref();
    match accept(text, options) {
        Some(Detection { document, reason }) => Report {
            document,
            reason,
            findings: Vec::new(),
        },
        None => check_and(text, options, |_, _| ()).0,
    }
}

/// Checks a text, then hands its values and the report to somebody with rules of their own, who may add findings and take
/// some out. The text is read only once.
///
/// ```
/// use ctslint::{Options, check_and};
///
/// let body = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
/// let (_, name) = check_and(body, &Options::default(), |_, values| {
///     let body = values.bodies().next()?;
///     Some(body.text("/tracker_name")?.into_owned())
/// });
/// assert_eq!(name.as_deref(), Some("system"));
/// ```
#[cfg(feature = "words")]
pub fn check_and<R>(
    text: impl AsRef<[u8]>,
    options: &Options<'_>,
    then: impl FnOnce(&mut Report, &Values<'_>) -> R,
) -> (Report, R) {
    if options.are_requests() {
        return check_http_and(text.as_ref(), options, then);
    }
    let decoded = decode(text.as_ref());
    let tree = decoded.tree(options.syntax());
    let (Detection { document, reason }, found) = found_in(&tree, options);
    let mut findings = Vec::new();
    if !found.is_empty() || !tree.faults().is_empty() {
        findings = cast(&decoded, &tree, document, options).findings(&found);
        locate_findings(tree.text(), decoded.encoding, &mut findings);
    }
    let mut report = Report {
        document,
        reason,
        findings,
    };
    let result = then(&mut report, &Values::of(&tree, decoded.encoding, document));
    (report, result)
}

/// Checks a text without words. `is_text` is whether it is one to its owner, so that there are places and fixes to tell.
/// The notes are empty ones, of which only the room is used again.
pub(crate) fn check_noted(text: &[u8], options: &Options<'_>, is_text: bool, mut notes: Notes) -> Noted {
    let decoded = decode(text);
    let tree = decoded.tree(options.syntax());
    let (Detection { document, reason }, found) = found_in(&tree, options);
    let mut cast = cast(&decoded, &tree, document, options);
    cast.is_text = is_text;
    if !found.is_empty() || !tree.faults().is_empty() {
        cast.notes(&found, &mut notes);
        notes.locate(tree.text(), decoded.encoding);
    }
    Noted {
        document,
        reason,
        notes,
    }
}

fn cast<'c, 't>(
    decoded: &Decoded<'_>,
    tree: &'c Tree<'t>,
    document: Option<&'static Document>,
    options: &'c Options<'c>,
) -> Cast<'c, 't> {
    Cast {
        tree,
        mendable: matches!(decoded.text, Cow::Borrowed(_)) && document.is_some() && !is_doubtful(tree),
        is_text: true,
        document,
        options,
    }
}

/// Whether it is in doubt what a text with faults is meant to be: it has lines with which `git` marks a conflict, or a comment
/// that may hide fields. Nothing in it is mended then.
pub(crate) fn is_doubtful(tree: &Tree<'_>) -> bool {
    const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    let is_marker = |line: &str| {
        MARKERS.iter().any(|marker| {
            let rest = line.strip_prefix(marker);
            rest.is_some_and(|rest| rest.trim_ascii().is_empty() || rest.starts_with(' '))
        })
    };
    let faults = tree.faults();
    faults.iter().any(|fault| fault.may_hide_a_field(tree.text()))
        || (!faults.is_empty() && tree.text().split(['\n', '\r']).any(is_marker))
}

/// What is wrong with the body that was read of a text, and what it is.
fn found_in<'a, 't>(tree: &'a Tree<'t>, options: &Options<'_>) -> (Detection, Vec<Found<'a, 't>>) {
    let root = tree.root();
    let is_meant = |document| !options.assumed || root.is_some_and(|root| applies(document, root));
    let judgement = match options.document {
        None => root.map(told),
        Some(_) => None,
    };
    let detection = match (options.document, &judgement) {
        (Some(document), _) if is_meant(document) => Detection {
            document: Some(document),
            reason: Reason::Named,
        },
        (None, Some(judgement)) => judgement.detection(),
        _ => UNTOLD,
    };
    let mut found = Vec::new();
    if let Some(root) = root {
        match detection.document {
            Some(document) => {
                found = judge(document, root, options, false, judgement);
            }
            // A text with faults whose value is neither object nor list is no body that lost its braces.
            None if root.kind() != Kind::Object && detection.reason == Reason::Nothing && !tree.faults().is_empty() => {
            }
            None => {
                let problem = Problem::UnknownApi {
                    reason: detection.reason,
                    root,
                };
                found.push(Found {
                    problem,
                    path: Path::Body,
                    range: opener(root),
                });
            }
        }
    }
    (detection, found)
}

/// What is wrong with a body that is this document; `template` when an editor fills in its variables before it is sent.
/// `judgement` is how the document was told from the content, where it was.
pub(crate) fn judge<'a, 't>(
    document: &'static Document,
    root: Value<'a, 't>,
    options: &Options<'_>,
    template: bool,
    judgement: Option<Judgement<'a, 't>>,
) -> Vec<Found<'a, 't>> {
    let mut checker = Checker::new(document);
    checker.template = template;
    checker.judgement = judgement;
    checker.body(root);
    for relation in document.opt_in {
        if options.severities.is_on(relation.rule) {
            checker.relation(relation, root);
        }
    }
    checker.found
}

/// Checks a value that is no text. The findings have neither spans nor fixes.
#[cfg(feature = "words")]
#[must_use]
pub fn check_value(value: &serde_json::Value, options: &Options<'_>) -> Report {
    check_value_text(value.to_string(), options)
}

/// Checks a value that is no text to its owner, but is written as one: as JSON, or with words such as `NaN` for what
/// JSON can not say. The findings have neither spans nor fixes.
#[cfg(feature = "words")]
#[must_use]
pub fn check_value_text(text: impl AsRef<[u8]>, options: &Options<'_>) -> Report {
    check_noted(text.as_ref(), options, false, Notes::new()).report()
}

/// Checks the value of one field, as a form does for one of its inputs. Rules about several fields stay silent.
///
/// `pointer` is the JSON Pointer of the field in its document, such as `/obs_info/bucket_name`; a pointer to no field
/// gives an `unknown-field`. The findings have neither spans nor fixes.
#[cfg(feature = "words")]
#[must_use]
pub fn check_field(document: &'static Document, pointer: &str, value: &serde_json::Value) -> Vec<Finding> {
    check_field_text(document, pointer, &value.to_string())
}

/// Checks the value of one field as [`check_field`] does; the value is written as in [`check_value_text`].
#[cfg(feature = "words")]
#[must_use]
pub fn check_field_text(document: &'static Document, pointer: &str, text: &str) -> Vec<Finding> {
    check_field_noted(Some(document), pointer, text).findings()
}

/// Checks the value of a field; without a document, the project ID in the path of a request.
pub(crate) fn check_field_noted(document: Option<&'static Document>, pointer: &str, text: &str) -> Notes {
    let tree = Tree::parse(text, Syntax::default());
    let mut checker = Checker::new(document.unwrap_or(&v1::CREATE_REQUEST));
    if let Some(root) = tree.root() {
        match document.map(|document| (document, document.field_id(pointer))) {
            None => {
                let row = Row {
                    object: &v1::PATH,
                    field: &v1::PATH.fields[0],
                };
                checker.value(row, root, None);
            }
            Some((_, Some(id))) => checker.field(id, root),
            Some((document, None)) => {
                let problem = Problem::Unknown {
                    key: root,
                    object: document.root,
                    suggestion: Suggestion::None,
                };
                checker.found.push(Found {
                    problem,
                    path: Path::At(pointer),
                    range: root.range(),
                });
            }
        }
    }
    // There is nothing to count out: the value is no text to its owner.
    let options = Options::default();
    let cast = Cast {
        tree: &tree,
        mendable: false,
        is_text: false,
        document,
        options: &options,
    };
    let mut notes = Notes::new();
    cast.notes(&checker.found, &mut notes);
    notes
}

/// Checks the project ID in the path of a request, without slashes: 32 letters and digits.
///
/// Placeholders such as `{project_id}` and masked IDs such as `bb1xxxxxxxxe4f498cbxxxxxxxx35634` are no fault.
///
/// ```
/// assert!(ctslint::check_project_id("{project_id}").is_empty());
/// assert_eq!(ctslint::check_project_id("42")[0].rule, ctslint::Rule::UnusualProjectId);
/// ```
#[cfg(feature = "words")]
#[must_use]
pub fn check_project_id(id: &str) -> Vec<Finding> {
    check_field_noted(None, "", &quote(id)).findings()
}

/// The opening bracket of a body, which stands for the whole of it.
pub(crate) fn opener(root: Value<'_, '_>) -> Range {
    let range = root.range();
    match root.kind() {
        Kind::Object | Kind::Array => Range {
            start: range.start,
            end: range.start + 1,
        },
        _ => range,
    }
}

/// The closing brace of an object, or the place where it is missing.
fn closer(object: Value<'_, '_>) -> Range {
    let range = object.range();
    Range {
        start: range.end - u32::from(object.is_closed()),
        end: range.end,
    }
}

/// A row and the table it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) object: &'static Object,
    pub(crate) field: &'static Field,
}

/// An object of the body that has a table.
#[derive(Clone, Copy)]
struct Level<'a, 't> {
    object: &'static Object,
    value: Value<'a, 't>,
    /// The name of the object; `None` at the top level.
    name: Option<&'static str>,
    /// The number of its first field.
    base: usize,
}

/// For how many findings room is made at first.
const FINDINGS: usize = 16;
/// How many findings of a body are listed; the rest is counted. Bodies of this API have a dozen fields.
const MAX_FINDINGS: usize = 10_000;
/// How many places one finding names.
const MAX_RELATED: usize = 1_000;

/// A member that its table has not.
#[derive(Clone, Copy)]
struct Unknown<'a, 't> {
    level: Level<'a, 't>,
    member: Member<'a, 't>,
}

/// What was noted of a body. Fields go by their numbers in the document.
struct Checker<'a, 't> {
    document: &'static Document,
    /// The value of each field that is there; of several, the last.
    values: [Option<Value<'a, 't>>; MAX_FIELDS],
    /// The fields that are there.
    present: u64,
    /// The fields whose values are wrong.
    faulty: u64,
    /// The fields that a misspelt or misplaced member supplies.
    doubtful: u64,
    unknown: Vec<Unknown<'a, 't>>,
    /// Where each field that occurs twice is first.
    firsts: Vec<(usize, Range)>,
    found: Vec<Found<'a, 't>>,
    /// Whether the body is one to be sent by an editor, which fills in its variables: `{{name}}`.
    template: bool,
    /// How the document was told from the content, where it was.
    judgement: Option<Judgement<'a, 't>>,
    /// The first problem that is not listed, and how many there are.
    unlisted: Option<(Rule, Range, usize)>,
}

impl<'a, 't> Checker<'a, 't> {
    fn new(document: &'static Document) -> Self {
        Self {
            document,
            values: [None; MAX_FIELDS],
            present: 0,
            faulty: 0,
            doubtful: 0,
            unknown: Vec::new(),
            firsts: Vec::new(),
            found: Vec::new(),
            template: false,
            judgement: None,
            unlisted: None,
        }
    }

    /// Checks a whole body.
    fn body(&mut self, root: Value<'a, 't>) {
        match root.kind() {
            Kind::Object => {}
            Kind::Unknown => return,
            _ => return self.push(Problem::NoObject { value: root }, Path::Body, root.range()),
        }
        let level = Level {
            object: self.document.root,
            value: root,
            name: None,
            base: 0,
        };
        self.level(level);
        self.explain_unknown();
        self.missing(level);
        for (index, field) in level.object.fields.iter().enumerate() {
            if let (Type::Object(object), Some(value)) = (field.ty, self.values[index])
                && value.kind() == Kind::Object
            {
                self.missing(Level {
                    object,
                    value,
                    name: Some(field.name),
                    base: self.document.base(index),
                });
            }
        }
        for relation in self.document.relations {
            self.relation(relation, root);
        }
        if let Some(source) = self.document.deprecated {
            self.push(Problem::Deprecated { source }, Path::Body, opener(root));
        }
        if let Some((rule, range, count)) = self.unlisted {
            let problem = Problem::Unlisted { rule, count };
            self.found.push(Found {
                problem,
                path: Path::Body,
                range,
            });
        }
    }

    /// Checks one field by itself.
    fn field(&mut self, id: FieldId, value: Value<'a, 't>) {
        let (object, field) = id.row(self.document.root);
        let row = Row { object, field };
        match (field.ty, value.kind()) {
            (Type::Object(inner), Kind::Object) => {
                let level = Level {
                    object: inner,
                    value,
                    name: Some(field.name),
                    base: self.document.base(id.top()),
                };
                self.level(level);
                self.explain_unknown();
                self.missing(level);
            }
            _ => {
                self.value(row, value, id.holder(self.document));
            }
        }
    }

    #[cold]
    fn push(&mut self, problem: Problem<'a, 't>, path: Path<'a, 't>, range: Range) {
        if self.found.is_empty() {
            self.found.reserve(FINDINGS);
        }
        if self.found.len() < MAX_FINDINGS {
            self.found.push(Found { problem, path, range });
        } else {
            self.unlisted.get_or_insert((problem.rule(), range, 0)).2 += 1;
        }
    }

    /// Notes the members of an object, then judges them.
    fn level(&mut self, level: Level<'a, 't>) {
        let mut present = 0;
        for member in level.value.members() {
            let index = match member.key.plain() {
                Some(name) => level.object.index(name),
                None => level.object.index(&member.key.text()),
            };
            match index {
                Some(index) => {
                    if present & (1 << index) != 0 {
                        self.duplicate_field(level, index, member);
                    }
                    present |= 1 << index;
                    self.values[level.base + index] = Some(member.value);
                }
                None => self.unknown(level, member),
            }
        }
        self.present |= present << level.base;
        // Only what is there is judged, in the order of the table.
        while present != 0 {
            let index = present.trailing_zeros() as usize;
            present &= present - 1;
            let number = level.base + index;
            let (field, Some(value)) = (&level.object.fields[index], self.values[number]) else {
                continue;
            };
            match (field.ty, value.kind()) {
                (Type::Boolean, Kind::True | Kind::False) => {}
                (Type::Object(object), Kind::Object) => self.level(Level {
                    object,
                    value,
                    name: Some(field.name),
                    base: self.document.base(index),
                }),
                _ => {
                    let row = Row {
                        object: level.object,
                        field,
                    };
                    if !self.value(row, value, level.name) {
                        self.faulty |= 1 << number;
                    }
                }
            }
        }
    }

    /// The members of the top level that are not judged.
    fn unjudged(&self) -> &'static [&'static str] {
        self.judgement.as_ref().map_or(&[], Judgement::unjudged)
    }

    #[cold]
    fn unknown(&mut self, level: Level<'a, 't>, member: Member<'a, 't>) {
        let name = member.key.text();
        let is_accepted = |names: &[&str]| level.name.is_none() && names.iter().any(|accepted| *accepted == name);
        if is_accepted(self.document.undocumented) || is_accepted(self.unjudged()) {
            return;
        }
        if self.unknown.len() <= MAX_FINDINGS {
            self.unknown.push(Unknown { level, member });
        } else {
            let range = member.key.range();
            self.unlisted.get_or_insert((Rule::UnknownField, range, 0)).2 += 1;
        }
    }

    #[cold]
    fn duplicate_field(&mut self, level: Level<'a, 't>, index: usize, member: Member<'a, 't>) {
        let name = level.object.fields[index].name;
        let number = level.base + index;
        let first = match self.firsts.iter().find(|(other, _)| *other == number) {
            Some((_, first)) => *first,
            None => {
                let first = level.value.members().find(|other| other.key.text() == name);
                let first = first.unwrap_or(member).key.range();
                self.firsts.push((number, first));
                first
            }
        };
        self.duplicate(level, first, member);
    }

    fn duplicate(&mut self, level: Level<'a, 't>, first: Range, member: Member<'a, 't>) {
        let path = Path::Member(level.name, member.key);
        self.push(Problem::Duplicate { first }, path, member.key.range());
    }

    /// Judges a value that is no object with a table, of a field that stands in the object `holder`; tells whether it is
    /// right.
    fn value(&mut self, row: Row, value: Value<'a, 't>, holder: Option<&'static str>) -> bool {
        let name = row.field.name;
        let path = Path::Field(holder, name);
        match (row.field.ty, value.kind()) {
            (Type::Boolean, Kind::True | Kind::False) => true,
            (Type::Text(rule), Kind::String) => self.text(row, rule, value, path),
            (Type::Long, Kind::Number) if is_whole(value.raw()) => true,
            (Type::Texts(rule), Kind::Array) => {
                let mut right = true;
                for (index, item) in value.items().enumerate() {
                    let path = Path::Item(holder, name, index);
                    right &= match item.kind() {
                        Kind::String => self.text(row, rule, item, path),
                        Kind::Unknown => false,
                        _ => self.wrong_type(row, item, path),
                    };
                }
                right
            }
            (_, Kind::Unknown) => false,
            // That a name is written like a number of another notation is a fault of the text.
            (Type::Text(_), Kind::Number) if number_end(value.raw().as_bytes(), 0) != Some(value.raw().len()) => false,
            _ => self.wrong_type(row, value, path),
        }
    }

    fn wrong_type(&mut self, row: Row, value: Value<'a, 't>, path: Path<'a, 't>) -> bool {
        let item = matches!(path, Path::Item(..));
        self.push(Problem::WrongType { row, value, item }, path, value.range());
        false
    }

    /// Judges a string; tells whether no rule of severity `error` speaks.
    fn text(&mut self, row: Row, rule: &'static TextRule, value: Value<'a, 't>, path: Path<'a, 't>) -> bool {
        if value.is_damaged() {
            return false;
        }
        let text = match value.plain() {
            Some(text) => Cow::Borrowed(text),
            None => value.text(),
        };
        #[cfg(feature = "words")]
        if self.template && has_variable(&text) {
            return false;
        }
        // Where code must be small, that nothing is wrong comes out as well when it is told what is.
        #[cfg(feature = "words")]
        if rule.allows(&text) {
            return true;
        }
        // With a tracker's status, an empty name switches the transfer off.
        if text.is_empty() && row.field.name == "bucket_name" && self.unjudged().contains(&"status") {
            return false;
        }
        self.wrong_text(row, rule, value, &text, path)
    }

    /// Says what is wrong with a string; tells whether no rule of severity `error` speaks.
    #[cfg_attr(feature = "words", cold)]
    fn wrong_text(
        &mut self,
        row: Row,
        rule: &'static TextRule,
        value: Value<'a, 't>,
        text: &str,
        path: Path<'a, 't>,
    ) -> bool {
        if !rule.has_value(text) {
            let problem = match rule.foreign_values.iter().find(|&&foreign| foreign == text) {
                Some(foreign) => Problem::ForeignValue { row, foreign },
                None => Problem::UnknownValue { row, rule, value },
            };
            self.push(problem, path, value.range());
            return false;
        }
        let mut right = true;
        if let Some(characters) = &rule.characters
            && !characters.allow(text)
        {
            right = false;
            self.characters(row, characters, value, path);
        }
        if let Some(length) = &rule.length {
            let count = character_count(text.as_bytes());
            if !length.holds(count) {
                right = false;
                self.push(
                    Problem::Length {
                        row,
                        length,
                        got: count,
                    },
                    path,
                    value.range(),
                );
            }
        }
        if let Some(form) = rule.form
            && right
            && let Some(breach) = (form.judge)(text)
            // An empty key ID is no key ID; the rules on encryption judge it.
            && !(form.rule == Rule::UnusualKmsId && text.is_empty())
        {
            let range = part(value, breach.bytes);
            self.push(
                Problem::Form {
                    row,
                    form,
                    breach,
                    value,
                },
                path,
                range,
            );
            right = form.rule.info().severity != Severity::Error;
        }
        right
    }

    #[cold]
    fn characters(&mut self, row: Row, characters: &'static Characters, value: Value<'a, 't>, path: Path<'a, 't>) {
        let mut first = None;
        let mut others = Vec::new();
        for (index, (character, range)) in value.chars().enumerate() {
            if characters.allows(character, index == 0) {
                continue;
            }
            if first.is_none() {
                first = Some((character, index == 0, range));
            } else if others.len() < MAX_RELATED {
                others.push(range);
            } else {
                break;
            }
        }
        if let Some((character, is_first, range)) = first {
            let problem = Problem::Character {
                row,
                characters,
                character,
                is_first,
                others,
                value,
            };
            self.push(problem, path, range);
        }
    }

    /// Says of each unknown member what it is, and notes which fields it was meant to supply.
    fn explain_unknown(&mut self) {
        if self.unknown.is_empty() {
            return;
        }
        let unknown = std::mem::take(&mut self.unknown);
        // How many members were meant to be the same field: a rename is plain only when there is one.
        let (mut claimed, mut disputed) = (0_u64, 0_u64);
        let mut suggestions = Vec::with_capacity(unknown.len());
        for unknown in &unknown {
            let meant = self.meant(unknown);
            if let Meant::Near(Suggestion::Rename { index, base, .. }) = meant {
                let field = 1 << (base + index);
                disputed |= claimed & field;
                claimed |= field;
            }
            suggestions.push(meant);
        }
        let firsts = firsts(&unknown);
        for (index, meant) in suggestions.into_iter().enumerate() {
            let Unknown { level, member } = unknown[index];
            let first = firsts[index];
            let range = member.key.range();
            if first != range {
                self.duplicate(level, first, member);
                continue;
            }
            let path = Path::Member(level.name, member.key);
            let problem = match meant {
                Meant::Stranger(stranger) => {
                    stranger.supplies.iter().for_each(|id| self.doubt(id.number()));
                    Problem::Stranger {
                        stranger,
                        holder: level.value,
                        member,
                    }
                }
                Meant::Elsewhere(place) => {
                    if let Some(id) = place.within(self.document) {
                        self.doubt(id.number());
                    }
                    Problem::Misplaced { place }
                }
                Meant::Near(mut suggestion) => {
                    match &mut suggestion {
                        Suggestion::Rename {
                            field,
                            index,
                            base,
                            unique,
                            safety,
                            ..
                        } => {
                            *unique &= disputed & (1 << (*base + *index)) == 0;
                            let is_top = level.name.is_none();
                            if let Some(judgement) = self.judgement.filter(|_| *unique && is_top)
                                && !judgement.is_same_with(level.value, range, field.name)
                            {
                                *safety = Safety::Unsafe;
                            }
                            self.doubt(*base + *index);
                        }
                        Suggestion::Elsewhere(place) => {
                            if let Some(id) = place.within(self.document) {
                                self.doubt(id.number());
                            }
                        }
                        _ => {}
                    }
                    Problem::Unknown {
                        key: member.key,
                        object: level.object,
                        suggestion,
                    }
                }
            };
            self.push(problem, path, range);
        }
    }

    /// Notes that some member was meant to supply a field.
    fn doubt(&mut self, number: usize) {
        if self.values[number].is_none() {
            self.doubtful |= 1 << number;
        }
    }

    /// What an unknown member is, by the first rule that applies.
    fn meant(&self, unknown: &Unknown<'a, 't>) -> Meant {
        let name = unknown.member.key.text();
        let level = &unknown.level;
        if self.document.kind == DocumentKind::Request {
            let is_it = |stranger: &&Stranger| stranger.name == name && stranger.within == level.name;
            if let Some(stranger) = self.document.strangers.iter().find(is_it) {
                return Meant::Stranger(stranger);
            }
            for document in self.requests() {
                if let Some(id) = first_of_name(document, &name) {
                    return Meant::Elsewhere(Place { document, id });
                }
            }
        }
        Meant::Near(self.near(&name, level))
    }

    /// This request and the request of the other version.
    fn requests(&self) -> [&'static Document; 2] {
        let other = match self.document.version {
            Some(Version::V1) => &v3::CREATE_REQUEST,
            _ => &v1::CREATE_REQUEST,
        };
        [self.document, other]
    }

    /// What a name is nearly like: fields of this object first, then anything else that is known.
    fn near(&self, name: &str, level: &Level<'a, 't>) -> Suggestion {
        let fields = level.object.fields;
        let is_request = self.document.kind == DocumentKind::Request;
        let terraform = terraform::ARGUMENTS
            .iter()
            .find(|(argument, _)| is_request && *argument == name);
        let wanted = terraform.map_or(name, |(_, field)| field);
        let Some(wanted) = Name::new(wanted) else {
            return Suggestion::None;
        };
        let (mut absent, mut present) = (Search::new(&wanted), Search::new(&wanted));
        for (index, field) in fields.iter().enumerate() {
            match self.values[level.base + index] {
                None => absent.look_at(index, field.name),
                Some(_) => present.look_at(index, field.name),
            }
        }
        let near = absent.near;
        if let Some(index) = near.only() {
            let (base, field) = (level.base, &fields[index]);
            return Suggestion::Rename {
                field,
                index,
                base,
                unique: true,
                safety: Safety::Safe,
                terraform: terraform.is_some(),
            };
        }
        if near.count > 0 {
            return Suggestion::Several { near, fields };
        }
        if let Some(index) = present.near.first() {
            return Suggestion::Present(&fields[index]);
        }
        if !is_request {
            return Suggestion::None;
        }
        let strangers = self.document.strangers;
        let mut search = Search::new(&wanted);
        for (index, stranger) in strangers.iter().enumerate() {
            if stranger.within == level.name {
                search.look_at(index, stranger.name);
            }
        }
        if let Some(index) = search.near.first() {
            return Suggestion::Stranger {
                stranger: &strangers[index],
                terraform: terraform.is_some(),
            };
        }
        let mut search = Search::new(&wanted);
        // In the order of the page, as `Document::field_at` has it.
        let mut place = 0;
        for document in self.requests() {
            for field in document.root.fields {
                search.look_at(place, field.name);
                place += 1;
                if let Type::Object(object) = field.ty {
                    for field in object.fields {
                        search.look_at(place, field.name);
                        place += 1;
                    }
                }
            }
        }
        let Some(place) = search.near.first() else {
            return Suggestion::None;
        };
        let [this, other] = self.requests();
        Suggestion::Elsewhere(match place.checked_sub(this.count()) {
            None => Place {
                document: this,
                id: this.field_at(place),
            },
            Some(place) => Place {
                document: other,
                id: other.field_at(place),
            },
        })
    }

    /// Reports the required fields of an object that nothing supplies.
    fn missing(&mut self, level: Level<'a, 't>) {
        let mut lacking = level.object.required & !((self.present | self.doubtful) >> level.base);
        while lacking != 0 {
            let index = lacking.trailing_zeros() as usize;
            lacking &= lacking - 1;
            let field = &level.object.fields[index];
            let row = Row {
                object: level.object,
                field,
            };
            let only = field
                .only
                .as_ref()
                .filter(|only| !self.contradicts(level, only))
                .map(|only| only.value);
            let safety = match &self.judgement {
                Some(judgement) if !judgement.is_same_with_added(field.name) => Safety::Unsafe,
                _ => Safety::Safe,
            };
            let problem = Problem::Missing {
                row,
                holder: level.value,
                within: level.name,
                only,
                safety,
            };
            self.push(problem, Path::Field(level.name, field.name), closer(level.value));
        }
    }

    /// Whether the field beside a missing one says that its author wanted another value than the only one, or may say
    /// so: a misspelt key is not looked behind.
    fn contradicts(&self, level: Level<'a, 't>, only: &Only) -> bool {
        let Some(index) = level.object.index(only.beside) else {
            return false;
        };
        let number = level.base + index;
        let Some(value) = self.values[number].filter(|value| value.kind() == Kind::String) else {
            return self.doubtful & (1 << number) != 0;
        };
        let text = value.text();
        let foreign = match level.object.fields[index].ty {
            Type::Text(rule) => rule.foreign_values.iter().any(|foreign| *foreign == text),
            _ => false,
        };
        foreign || (self.faulty & (1 << number) == 0 && text != only.value)
    }

    /// Judges a rule about several fields.
    fn relation(&mut self, relation: &'static Relation, root: Value<'a, 't>) {
        // What must hold is mostly a matter of presence, and mostly holds: it is asked first.
        if holds(&relation.then, self) != Some(false) || holds(&relation.when, self) != Some(true) {
            return;
        }
        match relation.at {
            At::Body => self.push(
                Problem::Relation {
                    relation,
                    value: None,
                    related: Vec::new(),
                },
                Path::Body,
                opener(root),
            ),
            At::Field(id) => {
                let value = self.value_of(id);
                let range = value.map_or_else(|| closer(root), Value::range);
                let mut related = Vec::new();
                self.witnesses(&relation.when, id, &mut related);
                self.witnesses(&relation.then, id, &mut related);
                let problem = Problem::Relation {
                    relation,
                    value,
                    related,
                };
                // That there is a value at all comes before what is unusual about it.
                let is_form = |found: &Found<'_, '_>| match found.problem {
                    Problem::Form { row, .. } => std::ptr::eq(row.field, id.row(self.document.root).1),
                    _ => false,
                };
                if let Some(index) = self.found.iter().position(is_form) {
                    // They are sorted later.
                    self.found.swap_remove(index);
                }
                let path = Path::of(id, self.document);
                self.push(problem, path, range);
            }
            At::First(conditions) => {
                let mut first = None;
                let mut related = Vec::new();
                for condition in conditions {
                    if holds(condition, self) == Some(true)
                        && let Some((id, range)) = self.witness(condition)
                    {
                        match first {
                            None => first = Some((id, range)),
                            Some(_) => related.push(range),
                        }
                    }
                }
                if let Some((first, range)) = first {
                    let problem = Problem::Relation {
                        relation,
                        value: None,
                        related,
                    };
                    self.push(problem, Path::of(first, self.document), range);
                }
            }
        }
    }

    /// The values that a condition speaks of, but for that of `except`.
    fn witnesses(&self, condition: &Condition, except: FieldId, into: &mut Vec<Range>) {
        match condition {
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| self.witnesses(one, except, into)),
            one => {
                if let Some((id, range)) = self.witness(one)
                    && id != except
                {
                    into.push(range);
                }
            }
        }
    }

    fn witness(&self, condition: &Condition) -> Option<(FieldId, Range)> {
        match *condition {
            Condition::Is(id, _) | Condition::Present(id) | Condition::Given(id) => {
                self.value_of(id).map(|value| (id, value.range()))
            }
            Condition::Always | Condition::All(_) | Condition::Any(_) => None,
        }
    }

    fn value_of(&self, id: FieldId) -> Option<Value<'a, 't>> {
        self.values[id.number()]
    }

    /// The value of a field, if it is there; the outer `None` means that this cannot be told.
    fn lookup(&self, id: FieldId) -> Option<Option<Value<'a, 't>>> {
        // Of the members of an object that is itself in doubt, or no object, nothing is known.
        let holder_unsure = id.inner().is_some() && (self.doubtful | self.faulty) & (1 << id.top()) != 0;
        match self.values[id.number()] {
            Some(value) => Some(Some(value)),
            None if holder_unsure || self.doubtful & (1 << id.number()) != 0 => None,
            None => Some(None),
        }
    }

    /// The value of a field, if it is there and right.
    fn right(&self, id: FieldId) -> Option<Option<Value<'a, 't>>> {
        if self.faulty & (1 << id.number()) != 0 {
            None
        } else {
            self.lookup(id)
        }
    }
}

impl Known for Checker<'_, '_> {
    fn is_present(&self, id: FieldId) -> Option<bool> {
        self.lookup(id).map(|value| value.is_some())
    }

    fn is_right(&self, id: FieldId) -> Option<bool> {
        self.right(id).map(|value| value.is_some())
    }

    fn has(&self, id: FieldId, scalar: Scalar) -> Option<bool> {
        self.right(id).map(|value| value.is_some_and(|value| is(value, scalar)))
    }
}

/// For each of these members the key of the first one that has its name in its object.
fn firsts(unknown: &[Unknown<'_, '_>]) -> Vec<Range> {
    let mut firsts = Vec::with_capacity(unknown.len());
    let mut keys = Vec::with_capacity(unknown.len());
    // Mostly no two share a bit, and none occurs twice.
    let (mut bits, mut may_repeat) = (0_u64, false);
    for Unknown { level, member } in unknown {
        // FNV-1a (Fowler, Noll, Vo), 64 bits: members of one name are brought together by sorting numbers.
        let hash = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        let hash = member.key.text().bytes().fold(0xcbf2_9ce4_8422_2325, hash);
        keys.push(u128::from(hash) << 32 | level.base as u128);
        firsts.push(member.key.range());
        let bit = 1 << (hash >> 58);
        may_repeat |= bits & bit != 0;
        bits |= bit;
    }
    if !may_repeat {
        return firsts;
    }
    let mut sorted: Vec<usize> = Vec::with_capacity(keys.len());
    for index in order(keys.len(), &|index| keys[index]) {
        let name = unknown[index].member.key.text();
        for &other in sorted.iter().rev() {
            if keys[other] != keys[index] {
                break;
            }
            if unknown[other].member.key.text() == name {
                firsts[index] = firsts[other];
                break;
            }
        }
        sorted.push(index);
    }
    firsts
}

/// What an unknown member is.
#[derive(Clone, Copy)]
enum Meant {
    Stranger(&'static Stranger),
    Elsewhere(Place),
    Near(Suggestion),
}

/// The first field of that name, in the order of the page.
fn first_of_name(document: &'static Document, name: &str) -> Option<FieldId> {
    let top = document.root.index(name);
    document.root.fields.iter().enumerate().find_map(|(index, field)| {
        let inner = match field.ty {
            _ if top == Some(index) => None,
            Type::Object(object) => Some(object.index(name)?),
            _ => return None,
        };
        Some(document.id(index, inner))
    })
}

/// The field of the other version that takes the place of a field of `other`.
pub(crate) fn counterpart(other: &'static Document, id: FieldId) -> Option<FieldId> {
    let from_v1 = other.version == Some(Version::V1);
    v1::MOVES.iter().find_map(|step| {
        let Fate::Moved { to, .. } = step.fate else { return None };
        let (theirs, ours) = if from_v1 { (step.from, to) } else { (to, step.from) };
        // An object stands for its members.
        let is_it = theirs.number() == id.number();
        (is_it || (id.inner().is_none() && theirs.inner().is_some() && theirs.top() == id.top())).then_some(ours)
    })
}

/// The last step of a JSON Pointer, as it is written.
pub(crate) fn last_step(pointer: &str) -> &str {
    let start = pointer.bytes().rposition(|byte| byte == b'/').map_or(0, |at| at + 1);
    pointer.get(start..).unwrap_or_default()
}

/// Whether a value is this scalar.
pub(crate) fn is(value: Value<'_, '_>, scalar: Scalar) -> bool {
    match (scalar, value.kind()) {
        (Scalar::Boolean(wanted), Kind::True) => wanted,
        (Scalar::Boolean(wanted), Kind::False) => !wanted,
        (Scalar::Text(wanted), Kind::String) => match value.plain() {
            Some(text) => equal(text.as_bytes(), wanted.as_bytes()),
            None => value.text() == wanted,
        },
        _ => false,
    }
}

/// Whether a number has no fractional part: `1`, `1.0` and `1e3` have none.
fn is_whole(number: &str) -> bool {
    let number = number.as_bytes();
    let end = number.iter().position(|byte| matches!(byte, b'e' | b'E'));
    let (mantissa, exponent) = number.split_at(end.unwrap_or(number.len()));
    let end = mantissa.iter().position(|&byte| byte == b'.');
    let (whole, fraction) = mantissa.split_at(end.unwrap_or(mantissa.len()));
    let zeros = |digits: &[u8]| digits.iter().rev().take_while(|&&digit| digit == b'0').count();
    // The point is none of the digits.
    let significant = fraction.len().saturating_sub(1 + zeros(fraction));
    let is_zero = significant == 0 && whole.iter().all(|digit| matches!(digit, b'-' | b'0'));
    let (is_negative, exponent) = match exponent {
        [_, b'-', digits @ ..] => (true, digits),
        [_, digits @ ..] => (false, digits),
        [] => (false, exponent),
    };
    // An exponent that is cut off here is far larger than any text has digits.
    let shift = |shift: usize, digit: &u8| shift.saturating_mul(10).saturating_add(usize::from(digit & 0xf));
    let shift = match exponent {
        [b'+', digits @ ..] | digits => digits.iter().fold(0, shift),
    };
    match is_negative && shift > 0 {
        _ if is_zero => true,
        true => significant == 0 && shift <= zeros(whole),
        false => shift >= significant,
    }
}

/// The part of a string's token that holds these bytes of its content.
fn part(value: Value<'_, '_>, (start, end): (usize, usize)) -> Range {
    let mut at = 0;
    let mut range: Option<Range> = None;
    for (character, source) in value.chars() {
        if at >= start && at < end {
            range = Some(Range {
                start: range.map_or(source.start, |range| range.start),
                end: source.end,
            });
        }
        at += character.len_utf8();
    }
    if end - start == at {
        value.range()
    } else {
        range.unwrap_or_else(|| value.range())
    }
}

#[cfg(test)]
mod tests {
    use super::{check, is_whole};
    use crate::options::Options;
    use crate::rule::Rule;
    use crate::spec::Document;

    /// Of members of one name each but the first is a duplicate of the first, in the same object and however it is written.
    #[test]
    fn unknown_members_that_occur_again() {
        let text =
            r#"{"tracker_type": "system", "x": 1, "y": 1, "obs_info": {"y": 1, "x": 1}, "\u0078": 2, "y": 2, "x": 3}"#;
        let options = Options {
            document: Document::from_name("v3"),
            ..Options::default()
        };
        let report = check(text, &options);
        let on_unknown = |rule| {
            let findings = report.findings.iter().filter(move |finding| finding.rule == rule);
            findings.map(|finding| {
                let first = finding.related.first().and_then(|related| related.span);
                let offset = |span: crate::Span| span.start.offset;
                (finding.path.as_deref(), finding.span.map(offset), first.map(offset))
            })
        };
        let unknown: Vec<_> = on_unknown(Rule::UnknownField).map(|(path, at, _)| (path, at)).collect();
        let expected = [("/x", 27), ("/y", 35), ("/obs_info/y", 56), ("/obs_info/x", 64)];
        assert_eq!(unknown, expected.map(|(path, at)| (Some(path), Some(at))));
        let again: Vec<_> = on_unknown(Rule::DuplicateField).collect();
        let expected = [("/x", 73, 27), ("/y", 86, 35), ("/x", 94, 27)];
        assert_eq!(
            again,
            expected.map(|(path, at, first)| (Some(path), Some(at), Some(first)))
        );
    }

    #[test]
    fn whole_numbers() {
        for whole in [
            "0",
            "-0",
            "1",
            "1.0",
            "1e3",
            "1.5e1",
            "10e-1",
            "-0.0e-5",
            "1e400",
            "1200e-2",
            "0e-99999999999999999999",
        ] {
            assert!(is_whole(whole), "{whole}");
        }
        for broken in ["1.5", "1e-1", "1.25e1", "12e-2", "0.1", "1e-99999999999999999999"] {
            assert!(!is_whole(broken), "{broken}");
        }
    }
}
