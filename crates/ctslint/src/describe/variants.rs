//! The forms of a request that types can tell from each other, and what the rules about several fields say of each.

use crate::model::{Condition, Document, FieldRef, FieldState, Relation, Scalar, Severity, TextRule, Type};

/// One form of a request: a value for each of its switches, and what follows from them.
///
/// A switch is a field whose value decides what other fields must be: `tracker_type`, `is_support_trace_files_encryption`.
pub(super) struct Variant {
    document: &'static Document,
    pub(super) switches: Vec<Switch>,
    pub(super) facts: Vec<Fact>,
}

/// A switch and its position.
#[derive(Clone, Copy)]
pub(super) struct Switch {
    pub(super) field: FieldRef,
    /// The value; `None` is a switch that is absent or `false`.
    pub(super) value: Option<Scalar>,
}

/// What a rule says of a field in one variant.
#[derive(Clone, Copy)]
pub(super) struct Fact {
    pub(super) field: FieldRef,
    pub(super) must: Must,
    /// The rule that says it.
    pub(super) relation: &'static Relation,
}

/// What a field must be.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Must {
    BePresent,
    BeAbsent,
    /// Absent, or the empty text.
    BeEmpty,
    Be(Scalar),
}

impl Variant {
    /// The variants of a request, at least one.
    pub(super) fn of(document: &'static Document) -> Vec<Self> {
        let mut variants = vec![Vec::new()];
        for field in document.fields().filter(|field| is_switch(document, *field)) {
            let positions = positions(field);
            variants = variants
                .iter()
                .flat_map(|before: &Vec<Switch>| {
                    positions.iter().map(|&value| {
                        let mut switches = before.clone();
                        switches.push(Switch { field, value });
                        switches
                    })
                })
                .collect();
        }
        let variants = variants.into_iter().map(|switches| Self::new(document, switches));
        variants.filter(Self::is_possible).collect()
    }

    fn new(document: &'static Document, switches: Vec<Switch>) -> Self {
        let mut variant = Self {
            document,
            switches,
            facts: Vec::new(),
        };
        variant.facts = refusals(document)
            .filter(|relation| relation.when.eval(&variant) == Some(true))
            .filter_map(|relation| {
                let (field, must) = must(&relation.then)?;
                Some(Fact { field, must, relation })
            })
            .collect();
        variant
    }

    /// Whether no rule forbids a switch that is on.
    fn is_possible(&self) -> bool {
        let is_on = |field| self.switches.iter().any(|it| it.field == field && it.value.is_some());
        !self.facts.iter().any(|it| it.must == Must::BeAbsent && is_on(it.field))
    }

    /// The position of a switch; `None` if the field is none.
    pub(super) fn switch(&self, field: FieldRef) -> Option<Switch> {
        self.switches.iter().copied().find(|it| it.field == field)
    }

    /// What a rule says of a field.
    pub(super) fn fact(&self, field: FieldRef) -> Option<Fact> {
        self.facts.iter().copied().find(|it| it.field == field)
    }

    /// Whether the field has this value, if that can be told.
    pub(super) fn value(&self, field: FieldRef) -> Option<Scalar> {
        match (self.switch(field), self.fact(field)) {
            (Some(switch), _) => switch.value,
            (
                None,
                Some(Fact {
                    must: Must::Be(value), ..
                }),
            ) => Some(value),
            _ => None,
        }
    }

    /// The rules about several fields that may be broken by a body of this variant although its facts hold.
    pub(super) fn unsaid(&self) -> impl Iterator<Item = &'static Relation> {
        refusals(self.document).filter(|relation| {
            let is_fact = self.facts.iter().any(|fact| std::ptr::eq(fact.relation, *relation));
            !is_fact && relation.when.eval(self) != Some(false) && relation.then.eval(self) != Some(true)
        })
    }
}

/// What is known of a body of this variant.
impl FieldState for Variant {
    fn is_present(&self, id: FieldRef) -> Option<bool> {
        let holder = self.document.field(id.top(), None);
        let is_absent = |field| self.fact(field).is_some_and(|fact| fact.must == Must::BeAbsent);
        match self.fact(id).map(|fact| fact.must) {
            _ if is_absent(id) || is_absent(holder) => Some(false),
            Some(Must::BePresent | Must::Be(_)) => Some(true),
            _ if self.value(id).is_some() => Some(true),
            _ => (id == holder && id.row().field.required).then_some(true),
        }
    }

    fn is_right(&self, id: FieldRef) -> Option<bool> {
        self.is_present(id)
    }

    fn fits(&self, _: FieldRef, _: &TextRule) -> Option<bool> {
        None
    }

    fn are_same(&self, left: FieldRef, right: FieldRef) -> Option<bool> {
        let is_absent = |field| self.is_present(field) == Some(false);
        (is_absent(left) || is_absent(right)).then_some(false)
    }

    fn has(&self, id: FieldRef, value: Scalar) -> Option<bool> {
        match (self.value(id), self.switch(id)) {
            (Some(known), _) => Some(known == value),
            (None, Some(_)) if value == Scalar::Boolean(true) => Some(false),
            _ if self.is_present(id) == Some(false) => Some(false),
            _ => None,
        }
    }
}

/// The rules about several fields whose breach is an error. What is only unwise, types allow.
fn refusals(document: &'static Document) -> impl Iterator<Item = &'static Relation> {
    let is_error = |relation: &&Relation| relation.rule.info().severity == Severity::Error;
    document.all_relations().filter(is_error)
}

fn is_switch(document: &'static Document, field: FieldRef) -> bool {
    refusals(document).any(|relation| relation.asks(field))
}

impl Relation {
    /// Whether it holds for certain values of the field only.
    pub(super) fn asks(&self, field: FieldRef) -> bool {
        asks(&self.when, field)
    }

    /// Every field that it speaks of.
    pub(super) fn fields(&self) -> Vec<FieldRef> {
        let mut fields = Vec::new();
        each(&self.when, &mut fields);
        each(&self.then, &mut fields);
        fields
    }
}

fn each(condition: &Condition, fields: &mut Vec<FieldRef>) {
    match condition {
        Condition::Always => {}
        Condition::Is(field, _) | Condition::Present(field) | Condition::Given(field) | Condition::Fits(field, _) => {
            fields.push(*field);
        }
        Condition::Same(left, right) => fields.extend([*left, *right]),
        Condition::Not(condition) => each(condition, fields),
        Condition::All(conditions) | Condition::Any(conditions) => conditions.iter().for_each(|it| each(it, fields)),
    }
}

fn asks(condition: &Condition, field: FieldRef) -> bool {
    match condition {
        Condition::Is(of, _) => *of == field,
        Condition::Not(condition) => asks(condition, field),
        Condition::All(conditions) | Condition::Any(conditions) => conditions.iter().any(|it| asks(it, field)),
        _ => false,
    }
}

/// The positions of a switch: on and off, or each of the values.
fn positions(field: FieldRef) -> Vec<Option<Scalar>> {
    match field.row().field.ty {
        Type::Text(rule) => rule.values.iter().map(|it| Some(Scalar::Text(it.value))).collect(),
        _ => vec![Some(Scalar::Boolean(true)), None],
    }
}

/// What a condition says of one field; `None` if types can't say it.
fn must(condition: &Condition) -> Option<(FieldRef, Must)> {
    match condition {
        Condition::Present(field) | Condition::Given(field) => Some((*field, Must::BePresent)),
        Condition::Is(field, value) => Some((*field, Must::Be(*value))),
        Condition::Not(Condition::Present(field)) => Some((*field, Must::BeAbsent)),
        Condition::Not(Condition::Given(field)) => Some((*field, Must::BeEmpty)),
        _ => None,
    }
}
