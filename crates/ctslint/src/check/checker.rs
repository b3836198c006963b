//! Checks a body against the table of its document.
//!
//! One walk over the tree records which fields are present and checks each value. Then unknown members are explained,
//! and the fields that they were meant to be count as uncertain. Last come missing fields and the rules about several
//! fields. A field that is uncertain is not missing, and a rule whose outcome depends on it is not reported, so that
//! one mistake leads to one finding.

use std::borrow::Cow;

use super::conflict::has_marker;
use super::detect::Detected;
use super::problem::{Missing, OfOtherProvider, Path, Problem, Removal, Violation};
use super::template::has_variable;
use crate::diagnostics::{Options, Safety};
use crate::json::scan::{character_count, number_end};
use crate::json::{Kind, Member, Range, Tree, Value, find_placeholder};
use crate::model::{
    At, Characters, Condition, Document, DocumentKind, FieldRef, FieldState, MAX_FIELDS, Object, Only, Relation, Row,
    Rule, Scalar, Severity, TextRule, Type, equal,
};

/// Whether it is unclear what a text with syntax errors is meant to be, because it has conflict markers of `git` or a
/// comment that may hide fields. No fixes are offered for such a text.
pub(crate) fn is_ambiguous(tree: &Tree<'_>) -> bool {
    let errors = tree.errors();
    errors.iter().any(|error| error.may_hide_a_field(tree.text())) || (!errors.is_empty() && has_marker(tree.text()))
}

/// Checks a body as this document. `template` means that an editor replaces variables in the body before sending it.
/// `detected` is the evidence for the document; `None` if the caller named it.
pub(crate) fn check_body<'a, 't>(
    document: &'static Document,
    root: Value<'a, 't>,
    options: &Options,
    template: bool,
    detected: Option<Detected<'a, 't>>,
) -> Vec<Violation<'a, 't>> {
    let mut checker = Checker::new(document);
    checker.template = template;
    checker.detected = detected;
    checker.check_root(root);
    for relation in document.opt_in {
        if options.severities.is_on(relation.rule) {
            checker.check_relation(relation, root);
        }
    }
    checker.violations
}

/// The range for a finding on the whole body: its opening bracket, or the whole value if it has none.
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

/// The closing brace of an object, or the position where it is missing.
fn closer(object: Value<'_, '_>) -> Range {
    let range = object.range();
    Range {
        start: range.end - u32::from(object.is_closed()),
        end: range.end,
    }
}

/// An object of the body that has a table.
#[derive(Clone, Copy)]
pub(super) struct Level<'a, 't> {
    pub(super) object: &'static Object,
    pub(super) value: Value<'a, 't>,
    /// The name of the object; `None` at the top level.
    pub(super) name: Option<&'static str>,
    /// The number of its first field.
    pub(super) base: usize,
}

/// The initial capacity for findings.
const INITIAL_CAPACITY: usize = 16;

/// The largest number of findings on a body; further ones are only counted. Bodies of this API have a dozen fields.
pub(super) const MAX_FINDINGS: usize = 10_000;

/// The largest number of related ranges in one finding.
const MAX_RELATED: usize = 1_000;

/// A member that is not in the table of its object.
#[derive(Clone, Copy)]
pub(super) struct Unknown<'a, 't> {
    pub(super) level: Level<'a, 't>,
    pub(super) member: Member<'a, 't>,
}

/// A field that occurs twice.
struct Repeated<'a, 't> {
    number: usize,
    /// Its first key.
    first: Range,
    latest: Member<'a, 't>,
}

/// The state of a check. Fields are identified by their numbers in the document.
pub(crate) struct Checker<'a, 't> {
    pub(super) document: &'static Document,
    /// The value of each field that is present; if its key occurs twice, the last one.
    pub(super) values: [Option<Value<'a, 't>>; MAX_FIELDS],
    /// The fields that are present, as a bit set.
    present: u64,
    /// The fields with invalid values, as a bit set.
    invalid: u64,
    /// The absent fields that a misspelt or misplaced member was meant to be, as a bit set.
    uncertain: u64,
    pub(super) unknown: Vec<Unknown<'a, 't>>,
    /// The fields that occur twice.
    repeated: Vec<Repeated<'a, 't>>,
    pub(crate) violations: Vec<Violation<'a, 't>>,
    /// What only another provider has; all of it is one problem.
    pub(super) of_other_provider: Vec<(OfOtherProvider, Path<'a, 't>, Range)>,
    /// Whether an editor replaces variables such as `{{name}}` in the body before sending it.
    template: bool,
    /// The evidence for the document; `None` if the caller named it.
    pub(super) detected: Option<Detected<'a, 't>>,
    /// The rule and range of the first problem that is not listed, and the number of such problems.
    unlisted: Option<(Rule, Range, usize)>,
}

impl<'a, 't> Checker<'a, 't> {
    pub(crate) fn new(document: &'static Document) -> Self {
        Self {
            document,
            values: [None; MAX_FIELDS],
            present: 0,
            invalid: 0,
            uncertain: 0,
            unknown: Vec::new(),
            repeated: Vec::new(),
            violations: Vec::new(),
            of_other_provider: Vec::new(),
            template: false,
            detected: None,
            unlisted: None,
        }
    }

    /// Checks a whole body.
    fn check_root(&mut self, root: Value<'a, 't>) {
        match root.kind() {
            Kind::Array if self.document.or_list => self.check_list(self.document, root, None),
            _ => self.check_one(root),
        }
        if let Some((rule, range, count)) = self.unlisted {
            let problem = Problem::Unlisted { rule, count };
            self.violations.push(Violation {
                problem,
                path: Path::Body,
                range,
                item: None,
            });
        }
    }

    /// Checks a body that is no list.
    fn check_one(&mut self, root: Value<'a, 't>) {
        match root.kind() {
            Kind::Object => {}
            Kind::Unknown => return,
            _ => return self.push(Problem::NotAnObject { value: root }, Path::Body, root.range()),
        }
        let level = Level {
            object: self.document.root,
            value: root,
            name: None,
            base: 0,
        };
        self.check_object(level);
        self.explain_unknown();
        self.require_values();
        self.report_missing(level);
        for (index, field) in level.object.fields.iter().enumerate() {
            if let (Type::Object(object), Some(value)) = (field.ty, self.values[index])
                && value.kind() == Kind::Object
            {
                self.report_missing(Level {
                    object,
                    value,
                    name: Some(field.name),
                    base: self.document.base(index),
                });
            }
        }
        self.report_other_provider();
        for relation in self.document.all_relations() {
            self.check_relation(relation, root);
        }
        if let Some(source) = self.document.deprecated {
            self.push(Problem::Deprecated { source }, Path::Body, opener(root));
        }
    }

    /// Checks one field by itself.
    pub(crate) fn check_field(&mut self, id: FieldRef, value: Value<'a, 't>) {
        let row = id.row();
        let field = row.field;
        match (field.ty, value.kind()) {
            (Type::Object(inner), Kind::Object) => {
                let level = Level {
                    object: inner,
                    value,
                    name: Some(field.name),
                    base: self.document.base(id.top()),
                };
                self.check_object(level);
                self.explain_unknown();
                self.report_missing(level);
            }
            _ => {
                self.check_value(row, value, id.object());
            }
        }
        self.report_other_provider();
    }

    /// Reports the fields and values that only another provider has: at the first of them.
    fn report_other_provider(&mut self) {
        let mut all = std::mem::take(&mut self.of_other_provider);
        all.sort_by_key(|(_, _, range)| range.start);
        let Some(&(foreign, path, range)) = all.first() else {
            return;
        };
        // The table has first what matters most.
        let advice = self.document.foreign_fields.iter().find_map(|field| {
            let is_it =
                |one: &OfOtherProvider| matches!(one, OfOtherProvider::Field(found) if std::ptr::eq(*found, field));
            field.note.filter(|_| all.iter().any(|(one, ..)| is_it(one)))
        });
        let others = all.iter().skip(1).take(MAX_RELATED).map(|(_, _, range)| *range);
        let others = others.collect();
        self.push(
            Problem::OfOtherProvider {
                foreign,
                others,
                advice,
            },
            path,
            range,
        );
    }

    #[cold]
    pub(super) fn push(&mut self, problem: Problem<'a, 't>, path: Path<'a, 't>, range: Range) {
        if self.violations.is_empty() {
            self.violations.reserve(INITIAL_CAPACITY);
        }
        self.add(Violation {
            problem,
            path,
            range,
            item: None,
        });
    }

    fn add(&mut self, violation: Violation<'a, 't>) {
        if self.violations.len() < MAX_FINDINGS {
            self.violations.push(violation);
        } else {
            let first = (violation.problem.rule(), violation.range, 0);
            self.unlisted.get_or_insert(first).2 += 1;
        }
    }

    /// Checks the items of a list, each as a body of its own.
    fn check_list(&mut self, document: &'static Document, list: Value<'a, 't>, name: Option<&'static str>) {
        for (index, item) in list.items().enumerate() {
            let mut checker = Checker::new(document);
            checker.check_one(item);
            for violation in checker.violations {
                self.add(Violation {
                    item: Some((name, index)),
                    ..violation
                });
            }
            if let Some((rule, range, count)) = checker.unlisted {
                self.unlisted.get_or_insert((rule, range, 0)).2 += count;
            }
        }
    }

    /// Records the members of an object, then checks their values.
    fn check_object(&mut self, level: Level<'a, 't>) {
        let mut present = 0;
        for member in level.value.members() {
            let index = match member.key.plain() {
                Some(name) => level.object.index(name),
                None => level.object.index(&member.key.text()),
            };
            match index {
                Some(index) => {
                    if present & (1 << index) != 0 {
                        self.report_duplicate_field(level, index, member);
                    }
                    present |= 1 << index;
                    self.values[level.base + index] = Some(member.value);
                }
                None => self.record_unknown(level, member),
            }
        }
        self.present |= present << level.base;
        // Present fields only, in the order of the table.
        while present != 0 {
            let index = present.trailing_zeros() as usize;
            present &= present - 1;
            let number = level.base + index;
            let (field, Some(value)) = (&level.object.fields[index], self.values[number]) else {
                continue;
            };
            match (field.ty, value.kind()) {
                (Type::Boolean, Kind::True | Kind::False) => {}
                (Type::Object(object), Kind::Object) => self.check_object(Level {
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
                    if !self.check_value(row, value, level.name) {
                        self.invalid |= 1 << number;
                        if value.kind() == Kind::Null {
                            self.offer_removal(level, index, value);
                        }
                    }
                }
            }
        }
    }

    /// Notes that a field of a request that is `null` can be removed, if it is optional and occurs once.
    #[cold]
    fn offer_removal(&mut self, level: Level<'a, 't>, index: usize, value: Value<'a, 't>) {
        let field = &level.object.fields[index];
        if field.required || self.document.kind != DocumentKind::Request {
            return;
        }
        let mut members = level.value.members().filter(|member| member.key.text() == field.name);
        let (Some(member), None) = (members.next(), members.next()) else {
            return;
        };
        let is_certain = level.name.is_some()
            || self
                .detected
                .is_none_or(|detected| detected.is_same_without_null(level.value, member.key.range()));
        // It is not the last one if there are too many to list.
        if let Some(last) = self.violations.last_mut()
            && last.range == value.range()
            && let Problem::WrongType { removal, .. } = &mut last.problem
        {
            *removal = Some(Removal {
                number: level.base + index,
                parent: level.value,
                member,
                is_certain,
                is_required: false,
            });
        }
    }

    /// Notes which fields that are `null` must have a value, because another field requires them.
    fn require_values(&mut self) {
        for index in 0..self.violations.len() {
            let Problem::WrongType {
                removal: Some(Removal { number, .. }),
                ..
            } = self.violations[index].problem
            else {
                continue;
            };
            let requires = |relation: &Relation| {
                matches!(relation.then, Condition::Given(id) | Condition::Present(id) if id.number() == number)
                    && relation.rule.info().severity == Severity::Error
                    && relation.when.eval(self) != Some(false)
            };
            let is_needed = self.document.all_relations().any(requires);
            if let Problem::WrongType {
                removal: Some(removal), ..
            } = &mut self.violations[index].problem
            {
                removal.is_required = is_needed;
            }
        }
    }

    #[cold]
    fn record_unknown(&mut self, level: Level<'a, 't>, member: Member<'a, 't>) {
        if member.key.is_placeholder() {
            // It may be any of the fields.
            (0..level.object.fields.len()).for_each(|index| self.mark_uncertain(level.base + index));
            return;
        }
        let name = member.key.text();
        if level.name.is_none() && self.document.undocumented.iter().any(|known| *known == name) {
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
    fn report_duplicate_field(&mut self, level: Level<'a, 't>, index: usize, member: Member<'a, 't>) {
        let name = level.object.fields[index].name;
        let number = level.base + index;
        let index = match self.repeated.iter().position(|repeated| repeated.number == number) {
            Some(index) => index,
            None => {
                let first = level.value.members().find(|other| other.key.text() == name);
                let latest = first.unwrap_or(member);
                let first = latest.key.range();
                self.repeated.push(Repeated { number, first, latest });
                self.repeated.len() - 1
            }
        };
        let repeated = &mut self.repeated[index];
        let (first, earlier) = (repeated.first, std::mem::replace(&mut repeated.latest, member));
        self.report_duplicate(level, first, earlier, member);
    }

    /// Reports a member whose name others before it have: where the first is, and the one before this.
    pub(super) fn report_duplicate(
        &mut self,
        level: Level<'a, 't>,
        first: Range,
        earlier: Member<'a, 't>,
        member: Member<'a, 't>,
    ) {
        let path = Path::Member(level.name, member.key);
        self.push(Problem::Duplicate { first, earlier }, path, member.key.range());
    }

    /// Checks a value other than an object with a table; returns whether it is valid. `parent` is the name of the
    /// object that contains the field.
    pub(crate) fn check_value(&mut self, row: Row, value: Value<'a, 't>, parent: Option<&'static str>) -> bool {
        let name = row.field.name;
        let path = Path::Field(parent, name);
        match (row.field.ty, value.kind()) {
            (Type::Boolean, Kind::True | Kind::False) => true,
            (Type::Text(rule), Kind::String) => self.check_text(row, rule, value, path),
            (Type::Long(rule), Kind::Number) if is_whole(value.raw()) => {
                if let Some((min, max, source)) = rule.range
                    && !value
                        .raw()
                        .parse()
                        .is_ok_and(|number: f64| (f64::from(min)..=f64::from(max)).contains(&number))
                {
                    let problem = Problem::Number {
                        row,
                        min,
                        max,
                        source,
                        value,
                    };
                    self.push(problem, path, value.range());
                }
                true
            }
            (Type::Texts(_), Kind::Array) if row.field.empty_error.is_some() && value.items().next().is_none() => {
                self.push(Problem::Empty { row }, path, value.range());
                false
            }
            (Type::Texts(rule), Kind::Array) => {
                let mut valid = true;
                for (index, item) in value.items().enumerate() {
                    let path = Path::Item(parent, name, index);
                    valid &= match item.kind() {
                        Kind::String => self.check_text(row, rule, item, path),
                        Kind::Unknown => false,
                        _ => self.report_wrong_type(row, item, path),
                    };
                }
                valid
            }
            (Type::List, Kind::Array) => {
                if let Some(document) = self.document.items {
                    self.check_list(document, value, Some(name));
                }
                true
            }
            (_, Kind::Unknown) => false,
            // The parser already reported an invalid number, such as `0x1f`.
            (Type::Text(_), Kind::Number) if number_end(value.raw().as_bytes(), 0) != Some(value.raw().len()) => false,
            (_, Kind::String) if self.report_placeholder(row, &value.text(), value, path) => false,
            _ => self.report_wrong_type(row, value, path),
        }
    }

    /// Reports a value that contains a placeholder; returns whether it does.
    #[cold]
    fn report_placeholder(&mut self, row: Row, text: &str, value: Value<'a, 't>, path: Path<'a, 't>) -> bool {
        let placeholder = find_placeholder(text).filter(|_| !self.template);
        let Some(placeholder) = placeholder.map(str::to_owned) else {
            return false;
        };
        self.push(Problem::Placeholder { row, placeholder }, path, value.range());
        true
    }

    fn report_wrong_type(&mut self, row: Row, value: Value<'a, 't>, path: Path<'a, 't>) -> bool {
        let is_item = matches!(path, Path::Item(..));
        let problem = Problem::WrongType {
            row,
            value,
            is_item,
            removal: None,
        };
        self.push(problem, path, value.range());
        false
    }

    /// Checks a string; returns `false` if it violates a rule of severity `error`.
    fn check_text(&mut self, row: Row, rule: &'static TextRule, value: Value<'a, 't>, path: Path<'a, 't>) -> bool {
        if value.is_damaged() {
            return false;
        }
        let text = match value.plain() {
            Some(text) => Cow::Borrowed(text),
            None => value.text(),
        };
        if self.template && has_variable(&text) {
            return false;
        }
        if rule.allows(&text) {
            return true;
        }
        // The free texts of answers may quote anything.
        let is_written = self.document.kind == DocumentKind::Request || !rule.is_open();
        if is_written && self.report_placeholder(row, &text, value, path) {
            return false;
        }
        self.report_text(row, rule, value, &text, path)
    }

    /// Reports what is wrong with a string; returns `false` if it violates a rule of severity `error`.
    #[cold]
    fn report_text(
        &mut self,
        row: Row,
        rule: &'static TextRule,
        value: Value<'a, 't>,
        text: &str,
        path: Path<'a, 't>,
    ) -> bool {
        if !rule.has_value(text) {
            match rule.foreign_values.iter().find(|&&foreign| foreign == text) {
                Some(foreign) => {
                    let foreign = OfOtherProvider::Value { row, foreign };
                    self.of_other_provider.push((foreign, path, value.range()));
                }
                None => self.push(Problem::UnknownValue { row, rule, value }, path, value.range()),
            }
            return false;
        }
        let mut valid = true;
        if let Some(characters) = &rule.characters
            && !characters.allow(text)
        {
            valid = false;
            self.report_characters(row, characters, value, path);
        }
        if let Some(length) = &rule.length {
            let count = character_count(text.as_bytes());
            if !length.holds(count) {
                valid = false;
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
        if let Some(format) = rule.format
            && valid
            && let Some(violation) = (format.check)(text)
            // An empty key ID counts as absent; the rules about encryption report it.
            && !(format.rule == Rule::UnusualKmsId && text.is_empty())
        {
            let range = source_range(value, violation.bytes);
            self.push(
                Problem::Format {
                    row,
                    format,
                    violation,
                    value,
                },
                path,
                range,
            );
            valid = format.rule.info().severity != Severity::Error;
        }
        valid
    }

    #[cold]
    fn report_characters(
        &mut self,
        row: Row,
        characters: &'static Characters,
        value: Value<'a, 't>,
        path: Path<'a, 't>,
    ) {
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

    /// Records that an unknown member was meant to be this field.
    pub(super) fn mark_uncertain(&mut self, number: usize) {
        if self.values[number].is_none() {
            self.uncertain |= 1 << number;
        }
    }

    /// Reports the required fields of an object that are neither present nor uncertain.
    fn report_missing(&mut self, level: Level<'a, 't>) {
        let mut missing = level.object.required & !((self.present | self.uncertain) >> level.base);
        while missing != 0 {
            let index = missing.trailing_zeros() as usize;
            missing &= missing - 1;
            let field = &level.object.fields[index];
            let mut also = None;
            if let Some(switch) = field.used_while {
                // The other name that is used with this one is part of the same finding.
                let mut fields = level.object.fields.iter().enumerate();
                let other =
                    fields.find(|(other, field)| missing & (1 << other) != 0 && field.used_while == Some(switch));
                if let Some((other, field)) = other {
                    missing &= !(1 << other);
                    also = Some(field);
                }
            }
            let row = Row {
                object: level.object,
                field,
            };
            let only = field
                .only
                .as_ref()
                .filter(|only| !self.contradicts(level, only))
                .map(|only| only.value);
            let safety = match &self.detected {
                Some(detected) if !detected.is_same_with_added(field.name) => Safety::Unsafe,
                _ => Safety::Safe,
            };
            let problem = Problem::Missing(Missing {
                row,
                parent: level.value,
                within: level.name,
                only,
                also,
                is_used: field.used_while.and_then(|switch| self.is_switched_on(level, switch)),
                safety,
            });
            self.push(problem, Path::Field(level.name, field.name), closer(level.value));
        }
    }

    /// Whether a boolean field of the object is `true`; `None` if that is unknown.
    fn is_switched_on(&self, level: Level<'a, 't>, name: &str) -> Option<bool> {
        let value = self.values[level.base + level.object.index(name)?]?;
        match value.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            _ => None,
        }
    }

    /// Whether the field `only.beside` shows that the author wanted another value than the only possible one. If that
    /// field is uncertain, the author may have, so this is `true` as well.
    fn contradicts(&self, level: Level<'a, 't>, only: &Only) -> bool {
        let Some(index) = level.object.index(only.beside) else {
            return false;
        };
        let number = level.base + index;
        let Some(value) = self.values[number].filter(|value| value.kind() == Kind::String) else {
            return only.otherwise.is_some() || self.uncertain & (1 << number) != 0;
        };
        let text = value.text();
        let foreign = match level.object.fields[index].ty {
            Type::Text(rule) => rule.foreign_values.iter().any(|foreign| *foreign == text),
            _ => false,
        };
        foreign || (self.invalid & (1 << number) == 0 && text != only.value)
    }

    /// Checks a rule about several fields.
    fn check_relation(&mut self, relation: &'static Relation, root: Value<'a, 't>) {
        // `then` is evaluated first, because it is cheap and usually true.
        if relation.then.eval(self) != Some(false) || relation.when.eval(self) != Some(true) {
            return;
        }
        match relation.at {
            At::Body => self.push(
                Problem::Relation {
                    relation,
                    value: None,
                    related: Vec::new(),
                    missing: self.left_out(relation),
                },
                Path::Body,
                opener(root),
            ),
            At::Field(id) => {
                let value = self.value_of(id);
                if let (Condition::Fits(_, rule), Some(value)) = (&relation.then, value) {
                    self.report_text(id.row(), rule, value, &value.text(), Path::of(id));
                    return;
                }
                let range = value.map_or_else(|| closer(root), Value::range);
                let mut related = Vec::new();
                self.tested_values(&relation.when, id, &mut related);
                self.tested_values(&relation.then, id, &mut related);
                let problem = Problem::Relation {
                    relation,
                    value,
                    related,
                    missing: Vec::new(),
                };
                // This problem replaces one with the format of the same value.
                let is_format = |found: &Violation<'_, '_>| match found.problem {
                    Problem::Format { row, .. } => std::ptr::eq(row.field, id.row().field),
                    _ => false,
                };
                if let Some(index) = self.violations.iter().position(is_format) {
                    // The order does not matter: findings are sorted later.
                    self.violations.swap_remove(index);
                }
                let path = Path::of(id);
                self.push(problem, path, range);
            }
            At::First(conditions) => {
                let mut first = None;
                let mut related = Vec::new();
                for condition in conditions {
                    if condition.eval(self) == Some(true)
                        && let Some((id, range)) = self.tested_value(condition)
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
                        missing: Vec::new(),
                    };
                    self.push(problem, Path::of(first), range);
                }
            }
        }
    }

    /// The optional fields of the top level that nothing supplies, but for the one that a rule asks for.
    fn left_out(&self, relation: &Relation) -> Vec<&'static str> {
        let asked = match relation.then {
            Condition::Present(field) => Some(field.top()),
            _ => None,
        };
        let fields = self.document.root.fields.iter().enumerate();
        fields
            .filter(|(index, field)| {
                let is_there = (self.present | self.uncertain) & (1 << index) != 0;
                !is_there && !field.required && field.name != "status" && Some(*index) != asked
            })
            .map(|(_, field)| field.name)
            .collect()
    }

    /// The values that a condition speaks of, but for that of `except`.
    fn tested_values(&self, condition: &Condition, except: FieldRef, into: &mut Vec<Range>) {
        match condition {
            Condition::All(all) | Condition::Any(all) => {
                all.iter().for_each(|one| self.tested_values(one, except, into))
            }
            one => {
                if let Some((id, range)) = self.tested_value(one)
                    && id != except
                {
                    into.push(range);
                }
            }
        }
    }

    fn tested_value(&self, condition: &Condition) -> Option<(FieldRef, Range)> {
        match *condition {
            Condition::Is(id, _) | Condition::Present(id) | Condition::Given(id) => {
                self.value_of(id).map(|value| (id, value.range()))
            }
            // What does not hold has no value to show.
            Condition::Always
            | Condition::Fits(..)
            | Condition::Same(..)
            | Condition::Not(_)
            | Condition::All(_)
            | Condition::Any(_) => None,
        }
    }

    fn value_of(&self, id: FieldRef) -> Option<Value<'a, 't>> {
        self.values[id.number()]
    }

    /// The value of a field, if it is present; the outer `None` means that its presence is unknown.
    fn known_value(&self, id: FieldRef) -> Option<Option<Value<'a, 't>>> {
        // If an object is itself uncertain or invalid, nothing is known about its members.
        let is_parent_unknown = id.inner().is_some() && (self.uncertain | self.invalid) & (1 << id.top()) != 0;
        match self.values[id.number()] {
            Some(value) => Some(Some(value)),
            None if is_parent_unknown || self.uncertain & (1 << id.number()) != 0 => None,
            None => Some(None),
        }
    }

    /// The value of a field, if it is present; the outer `None` means that this is unknown, or that the value is
    /// invalid.
    fn valid_value(&self, id: FieldRef) -> Option<Option<Value<'a, 't>>> {
        if self.invalid & (1 << id.number()) != 0 {
            None
        } else {
            self.known_value(id)
        }
    }
}

impl FieldState for Checker<'_, '_> {
    fn is_present(&self, id: FieldRef) -> Option<bool> {
        self.known_value(id).map(|value| value.is_some())
    }

    fn is_right(&self, id: FieldRef) -> Option<bool> {
        self.valid_value(id).map(|value| value.is_some())
    }

    fn fits(&self, id: FieldRef, rule: &TextRule) -> Option<bool> {
        let value = self.valid_value(id)?;
        Some(value.is_none_or(|value| rule.allows(&value.text())))
    }

    fn are_same(&self, left: FieldRef, right: FieldRef) -> Option<bool> {
        let (left, right) = (self.valid_value(left)?, self.valid_value(right)?);
        let texts = left.zip(right).map(|(left, right)| (left.text(), right.text()));
        Some(texts.is_some_and(|(left, right)| left == right && !left.is_empty()))
    }

    fn has(&self, id: FieldRef, scalar: Scalar) -> Option<bool> {
        self.valid_value(id)
            .map(|value| value.is_some_and(|value| equals_scalar(value, scalar)))
    }
}

/// Whether a value is equal to this scalar.
pub(crate) fn equals_scalar(value: Value<'_, '_>, scalar: Scalar) -> bool {
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
    // `fraction` starts with the point, which is not a digit.
    let significant = fraction.len().saturating_sub(1 + zeros(fraction));
    let is_zero = significant == 0 && whole.iter().all(|digit| matches!(digit, b'-' | b'0'));
    let (is_negative, exponent) = match exponent {
        [_, b'-', digits @ ..] => (true, digits),
        [_, digits @ ..] => (false, digits),
        [] => (false, exponent),
    };
    // A saturated exponent is far larger than the number of digits in any text.
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

/// The source range of these bytes of a string's content; the whole token if they are all of it.
fn source_range(value: Value<'_, '_>, (start, end): (usize, usize)) -> Range {
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
    use super::is_whole;

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
