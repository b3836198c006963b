//! Explains unknown members and suggests what the author may have meant.

use std::collections::HashMap;

use super::checker::{Checker, Level, Unknown};
use super::problem::{DocumentField, Move, OfOtherProvider, Path, Problem, Removal, Suggestion};
use crate::api::{elsewhere, terraform};
use crate::diagnostics::Safety;
use crate::json::{Kind, Value};
use crate::model::{Document, DocumentKind, FieldRef, KnownForeignField, Provenance, Type};
use crate::text::{Name, Search};

impl<'a, 't> Checker<'a, 't> {
    /// Reports each unknown member, and marks the field that it was meant to be as uncertain.
    pub(super) fn explain_unknown(&mut self) {
        if self.unknown.is_empty() {
            return;
        }
        self.withhold_removals();
        let unknown = std::mem::take(&mut self.unknown);
        // Bit sets of fields that at least one, and at least two, members were meant to be. A fix needs a unique
        // member.
        let (mut claimed, mut disputed) = (0_u64, 0_u64);
        let mut suggestions = Vec::with_capacity(unknown.len());
        for unknown in &unknown {
            let resolution = self.resolve(unknown);
            if let Resolution::Suggestions(Suggestion::Rename { index, base, .. }) = resolution {
                let field = 1 << (base + index);
                disputed |= claimed & field;
                claimed |= field;
            }
            suggestions.push(resolution);
        }
        let others = others_of_the_name(&unknown);
        // The fields that a member is moved to, and the objects that are made for it.
        let mut made = 0_u64;
        for (index, resolution) in suggestions.into_iter().enumerate() {
            let Unknown { level, member } = unknown[index];
            let range = member.key.range();
            let others = &others[index];
            if let Some((first, earlier)) = others.before {
                self.report_duplicate(
                    level,
                    unknown[first].member.key.range(),
                    unknown[earlier].member,
                    member,
                );
                continue;
            }
            let path = Path::Member(level.name, member.key);
            let problem = match resolution {
                Resolution::ForeignField(foreign_field) => {
                    foreign_field
                        .stands_for
                        .iter()
                        .filter_map(|pointer| self.document.field_ref(pointer))
                        .for_each(|field| self.mark_uncertain(field.number()));
                    if foreign_field.provenance == Provenance::OtherProvider {
                        let foreign = OfOtherProvider::Field(foreign_field);
                        self.of_other_provider.push((foreign, path, range));
                        continue;
                    }
                    Problem::ForeignField {
                        foreign_field,
                        parent: level.value,
                        member,
                    }
                }
                Resolution::Elsewhere(target) => {
                    let mut place = None;
                    if let Some(id) = target.counterpart_in(self.document) {
                        self.mark_uncertain(id.number());
                        self.mark_uncertain(id.top());
                        let fields = 1 << id.number() | u64::from(self.values[id.top()].is_none()) << id.top();
                        if !others.is_followed && self.takes(id, member.value) && (claimed | made) & fields == 0 {
                            made |= fields;
                            place = Some(Move {
                                parent: level.value,
                                within: level.name,
                                member,
                                to: id,
                            });
                        }
                    }
                    Problem::Misplaced { target, place }
                }
                Resolution::Suggestions(mut suggestion) => {
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
                            if let Some(detected) = self.detected.filter(|_| *unique && is_top)
                                && !detected.is_same_after_rename(level.value, range, field.name)
                            {
                                *safety = Safety::Unsafe;
                            }
                            self.mark_uncertain(*base + *index);
                        }
                        Suggestion::Elsewhere(target) => {
                            if let Some(id) = target.counterpart_in(self.document) {
                                self.mark_uncertain(id.number());
                                self.mark_uncertain(id.top());
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

    /// Whether a value can be moved to a field: it is of that type, nothing is there, and where it belongs is an object or nothing.
    fn takes(&self, field: FieldRef, value: Value<'_, '_>) -> bool {
        let is_of_type = match field.row().field.ty {
            Type::Boolean => matches!(value.kind(), Kind::True | Kind::False),
            Type::Text(_) => value.kind() == Kind::String,
            Type::Long(_) => value.kind() == Kind::Number,
            Type::Texts(_) => value.kind() == Kind::Array,
            Type::Object(_) | Type::List => false,
        };
        let holder = field.object().and(self.values[field.top()]);
        is_of_type
            && self.values[field.number()].is_none()
            && holder.is_none_or(|holder| holder.kind() == Kind::Object && holder.is_closed())
    }

    /// Takes back the removal of fields that are `null` if an unknown member of the same object may have been meant to be them:
    /// that member may have the value.
    fn withhold_removals(&mut self) {
        for violation in &mut self.violations {
            if let Problem::WrongType { row, removal, .. } = &mut violation.problem
                && let Some(Removal { number, .. }) = *removal
            {
                let may_be_it = |Unknown { level, member }: &Unknown<'_, '_>| {
                    let fields = level.base..level.base + level.object.fields.len();
                    fields.contains(&number) && may_mean(&member.key.text(), row.field.name)
                };
                if self.unknown.iter().any(may_be_it) {
                    *removal = None;
                }
            }
        }
    }

    /// Explains an unknown member by the first rule that applies.
    fn resolve(&self, unknown: &Unknown<'a, 't>) -> Resolution {
        let name = unknown.member.key.text();
        let level = &unknown.level;
        if self.document.kind == DocumentKind::Request {
            let is_same =
                |foreign_field: &&KnownForeignField| foreign_field.name == name && foreign_field.within == level.name;
            if let Some(foreign_field) = self.document.foreign_fields.iter().find(is_same) {
                return Resolution::ForeignField(foreign_field);
            }
            for document in self.requests() {
                if let Some(field) = first_field_named(document, &name) {
                    return Resolution::Elsewhere(DocumentField { document, field });
                }
            }
        }
        Resolution::Suggestions(self.did_you_mean(&name, level))
    }

    /// This request, and those where a field that it does not have may belong.
    fn requests(&self) -> impl Iterator<Item = &'static Document> {
        std::iter::once(self.document).chain(elsewhere(self.document).iter().copied())
    }

    /// Finds known names that are similar: first the fields of this object, then all others.
    fn did_you_mean(&self, name: &str, level: &Level<'a, 't>) -> Suggestion {
        let fields = level.object.fields;
        let is_request = self.document.kind == DocumentKind::Request;
        let argument = terraform::ARGUMENTS
            .iter()
            .find(|(terraform_name, _)| is_request && *terraform_name == name);
        let wanted = argument.map_or(name, |(_, field)| field);
        let Some(wanted) = Name::new(wanted) else {
            return Suggestion::None;
        };
        let (mut absent, mut present) = (Search::new(&wanted), Search::new(&wanted));
        for (index, field) in fields.iter().enumerate() {
            match self.values[level.base + index] {
                None => absent.consider(index, field.name),
                Some(_) => present.consider(index, field.name),
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
                terraform: argument.is_some(),
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
        let foreign_fields = self.document.foreign_fields;
        let mut search = Search::new(&wanted);
        for (index, foreign_field) in foreign_fields.iter().enumerate() {
            if foreign_field.within == level.name {
                search.consider(index, foreign_field.name);
            }
        }
        if let Some(index) = search.near.first() {
            return Suggestion::ForeignField {
                foreign_field: &foreign_fields[index],
                terraform: argument.is_some(),
            };
        }
        let mut search = Search::new(&wanted);
        // In the order of the page, as `Document::field_at` has it.
        let places: Vec<DocumentField> = self
            .requests()
            .flat_map(|document| document.fields().map(move |field| DocumentField { document, field }))
            .collect();
        for (index, place) in places.iter().enumerate() {
            search.consider(index, place.field.name());
        }
        search
            .near
            .first()
            .map_or(Suggestion::None, |index| Suggestion::Elsewhere(places[index]))
    }
}

/// Whether a member with this name may have been meant to be this field.
fn may_mean(name: &str, field: &str) -> bool {
    let argument = terraform::ARGUMENTS
        .iter()
        .find(|(terraform_name, _)| *terraform_name == name);
    Name::new(argument.map_or(name, |(_, field)| field)).is_some_and(|wanted| {
        let mut search = Search::new(&wanted);
        search.consider(0, field);
        search.near.first().is_some()
    })
}

/// The explanation of an unknown member.
#[derive(Clone, Copy)]
enum Resolution {
    ForeignField(&'static KnownForeignField),
    Elsewhere(DocumentField),
    Suggestions(Suggestion),
}

/// The first field with this name, in the order of the page.
fn first_field_named(document: &'static Document, name: &str) -> Option<FieldRef> {
    let top = document.root.index(name);
    document.root.fields.iter().enumerate().find_map(|(index, field)| {
        let inner = match field.ty {
            _ if top == Some(index) => None,
            Type::Object(object) => Some(object.index(name)?),
            _ => return None,
        };
        Some(document.field(index, inner))
    })
}

/// The unknown members that have the name of one of them, in the same object.
struct OthersOfTheName {
    /// The first, and the last before it.
    before: Option<(usize, usize)>,
    /// Whether one comes after it.
    is_followed: bool,
}

fn others_of_the_name(unknown: &[Unknown<'_, '_>]) -> Vec<OthersOfTheName> {
    // The first and the latest of each name.
    let mut seen: HashMap<_, (usize, usize)> = HashMap::with_capacity(unknown.len());
    let mut others: Vec<OthersOfTheName> = Vec::with_capacity(unknown.len());
    for (index, Unknown { level, member }) in unknown.iter().enumerate() {
        let mut before = None;
        seen.entry((level.base, member.key.text()))
            .and_modify(|(first, latest)| {
                before = Some((*first, *latest));
                others[*latest].is_followed = true;
                *latest = index;
            })
            .or_insert((index, index));
        others.push(OthersOfTheName {
            before,
            is_followed: false,
        });
    }
    others
}
