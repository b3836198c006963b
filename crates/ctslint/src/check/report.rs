//! Turns problems into findings: the message says what is wrong, the note why it matters, and the help what to do.

use std::borrow::Cow;

use crate::api::related_services;
use crate::diagnostics::{DetectionReason, Finding, Fix, Options, Param, ParamName as P, Safety, sort_key, span_of};
use crate::fix::{converted, enclose, insert, quoted, remove, remove_earlier, remove_one, replace, respelt};
use crate::json::{Kind, Member, Range, SyntaxError, Tree, Value, Walk, order};
use crate::messages::MessageId as M;
use crate::model::{
    At, Condition, Document, DocumentKind, Field, FieldRef, KnownForeignField, Provenance, Relation, Row, Rule, Scalar,
    Severity, TextRule, Type, Version,
};
use crate::text::{code_point, is_unseen, nearest, shown};

use super::conflict::conflict_markers;
use super::lookup::value_at;
use super::problem::{
    DocumentField, InnerBody, Missing, Move, OfOtherProvider, Path, Problem, Removal, Suggestion, Violation,
};
use super::syntax_errors::is_like_json;

/// The largest number of other markers that a finding shows.
const MAX_MARKERS: usize = 100;

const MANDATORY: &str = "Mandatory: Yes";
const OLD_PAGE: &str = "CTS API Reference (2020), Creating a Tracker";

/// Turns problems and syntax errors into findings.
pub(crate) struct Reporter<'c, 't> {
    pub(crate) tree: &'c Tree<'t>,
    /// Whether fixes can be offered: offsets in the tree are offsets in the input, and it is clear what the text is
    /// meant to be.
    pub(crate) fixable: bool,
    /// Whether the caller has the checked text. If not, findings have no positions and no fixes.
    pub(crate) has_positions: bool,
    pub(crate) document: Option<&'static Document>,
    pub(crate) options: &'c Options,
}

/// Problems and syntax errors in the order of their findings.
pub(crate) struct Listed<'r, 'v, 't> {
    reporter: &'r Reporter<'r, 't>,
    violations: &'r [Violation<'v, 't>],
    errors: Cow<'r, [SyntaxError]>,
    /// Indices of syntax errors, and behind those of problems.
    order: Vec<usize>,
    /// Conflict markers. If there are any, there is nothing else.
    markers: Vec<Range>,
    can_edit_members: bool,
}

impl Listed<'_, '_, '_> {
    /// Makes the findings, one at a time. Positions have only their offsets set.
    pub(crate) fn findings(&self) -> impl Iterator<Item = Finding> {
        let reporter = self.reporter;
        let markers = self.markers.split_first();
        let conflict = markers.and_then(|(first, others)| reporter.conflict_finding(*first, others));
        let mut walk = reporter.tree.walk();
        let others = self
            .order
            .iter()
            .filter_map(move |&index| match self.errors.get(index) {
                Some(error) => reporter.syntax_finding(error, &mut walk),
                None => reporter.problem_finding(&self.violations[index - self.errors.len()], self.can_edit_members),
            });
        conflict.into_iter().chain(others)
    }
}

impl<'t> Reporter<'_, 't> {
    /// The findings for these problems and for the syntax errors of the text, sorted by position. Positions have only
    /// their offsets set.
    pub(crate) fn findings(&self, violations: &[Violation<'_, 't>]) -> Vec<Finding> {
        let listed = self.list(violations);
        let mut findings = Vec::with_capacity(listed.order.len());
        findings.extend(listed.findings());
        findings
    }

    /// Puts these problems and the syntax errors of the text into the order of their findings.
    pub(crate) fn list<'r, 'v>(&'r self, violations: &'r [Violation<'v, 't>]) -> Listed<'r, 'v, 't> {
        let markers = conflict_markers(self.tree);
        let (errors, violations) = match markers[..] {
            [] => (self.syntax_errors(violations), violations),
            // Which version is meant is not known, so nothing else is judged.
            _ => (Cow::default(), &[][..]),
        };
        // Members are inserted and removed only if every syntax error has a fix, because then the text around them is
        // clear.
        let has_fix = |error: &SyntaxError| {
            let fix = error.fix(self.tree.text(), false);
            fix.is_some_and(|fix| !fix.edits.is_empty())
        };
        let can_edit_members = errors.iter().all(has_fix);
        // Keys are sorted instead of findings, because findings are large.
        let keys = errors
            .iter()
            .map(|error| sort_key(error.range.start, error.range.end, error.rule()))
            .chain(violations.iter().map(|violation| {
                let Range { start, end } = violation.range;
                sort_key(start, end, violation.problem.rule())
            }));
        Listed {
            reporter: self,
            order: order(keys),
            violations,
            errors,
            markers,
            can_edit_members,
        }
    }

    /// The syntax errors that are reported. In a text that is not from CTS, they would be of no use.
    fn syntax_errors(&self, violations: &[Violation<'_, 't>]) -> Cow<'_, [SyntaxError]> {
        let errors = self.tree.errors();
        let is_known = |found: &Violation<'_, '_>| match &found.problem {
            Problem::UnknownApi { root, bodies, .. } => !bodies.is_empty() || related_document(*root).is_some(),
            _ => false,
        };
        if errors.is_empty() || self.document.is_some() {
            errors.into()
        } else if violations.iter().any(is_known) {
            Cow::Borrowed(&[])
        } else if is_like_json(self.tree) {
            errors.into()
        } else {
            vec![self.tree.not_json()].into()
        }
    }

    /// The finding for conflict markers; `None` if their rule is off.
    fn conflict_finding(&self, first: Range, others: &[Range]) -> Option<Finding> {
        let rule = Rule::ConflictMarkers;
        let severity = self.options.severities.get(rule, rule.info().severity)?;
        let mut finding = Finding::new(rule, severity, M::HasConflictMarkers);
        finding
            .help(M::ResolveConflict)
            .see(M::AnotherMarker, others.iter().copied().take(MAX_MARKERS).map(span_of))
            .answered_with(self.document.and_then(|document| document.not_json));
        finding.span = Some(span_of(first));
        Some(self.without_unusable_parts(finding))
    }

    /// The finding for a syntax error; `None` if its rule is off.
    fn syntax_finding(&self, error: &SyntaxError, walk: &mut Walk<'_, '_>) -> Option<Finding> {
        let rule = error.rule();
        let path = walk.pointer(error.range);
        let severity = self.options.severities.get(rule, rule.info().severity)?;
        let field = self.document.zip(path.as_deref());
        let field = field.and_then(|(document, path)| document.field_ref(path));
        let is_text = field.is_some_and(|field| matches!(field.row().field.ty, Type::Text(_)));
        let mut finding = error.finding(self.tree.text(), severity, is_text);
        if let Some(field) = field.filter(|_| rule == Rule::UnreplacedPlaceholder) {
            finding.message = M::IsPlaceholder;
            finding.with(P::Field, field.name());
        }
        finding.path = path;
        if rule != Rule::ByteOrderMark {
            finding.answered_with(self.document.and_then(|document| document.not_json));
        }
        Some(self.without_unusable_parts(finding))
    }

    fn problem_finding(&self, violation: &Violation<'_, 't>, can_edit_members: bool) -> Option<Finding> {
        let rule = violation.problem.rule();
        let default = match (rule, self.document.map(Document::kind)) {
            (Rule::UnknownField, Some(DocumentKind::Response | DocumentKind::Error)) => Severity::Warning,
            _ => rule.info().severity,
        };
        let severity = self.options.severities.get(rule, default)?;
        let mut finding = self.describe(violation, severity, can_edit_members);
        finding.path = Some(violation.pointer());
        finding.span = Some(span_of(violation.range));
        Some(self.without_unusable_parts(finding))
    }

    /// Removes positions and fixes that the caller cannot use.
    fn without_unusable_parts(&self, mut finding: Finding) -> Finding {
        if !self.has_positions {
            finding.span = None;
            finding.related.clear();
        }
        if !self.has_positions || !self.fixable {
            finding.fix = None;
        }
        finding
    }

    /// The finding for a problem, except its path and span.
    fn describe(&self, violation: &Violation<'_, 't>, severity: Severity, can_edit_members: bool) -> Finding {
        let new = |message| Finding::new(violation.problem.rule(), severity, message);
        match violation.problem {
            Problem::Duplicate { first, earlier } => {
                let mut finding = new(M::OccursTwice);
                finding
                    .label(M::AgainHere)
                    .note(M::LastIsTaken)
                    .help(M::RemoveEarlier)
                    .see(M::HereFirst, [span_of(first)]);
                add_member_name(&violation.path.name(), &mut finding);
                if can_edit_members {
                    finding.fix = Some(remove_earlier(M::RemoveEarlier, self.tree, earlier));
                }
                finding
            }
            Problem::Placeholder { row, ref placeholder } => {
                let mut finding = new(M::IsPlaceholder);
                finding
                    .help(M::ReplacePlaceholder)
                    .with(P::Found, shown(placeholder).into_owned())
                    .with(P::Field, row.field.name)
                    .with(P::Shown, shown(placeholder).into_owned());
                finding
            }
            Problem::NotAnObject { value } => {
                let mut finding = new(M::BodyMustBeObject);
                finding
                    .help(M::PutFieldsInBraces)
                    .with(P::Got, kind_message(value))
                    .with(P::Want, M::KindObject);
                finding
            }
            Problem::WrongType {
                row,
                value,
                is_item,
                removal,
            } => {
                let finding = wrong_type(
                    new(if is_item { M::ItemMustBe } else { M::MustBe }),
                    row,
                    value,
                    is_item,
                );
                self.offer_removal(finding, removal, can_edit_members)
            }
            Problem::Missing(ref missing) => {
                let finding = new(if missing.within.is_some() {
                    M::IsMissingFrom
                } else {
                    M::IsMissing
                });
                self.describe_missing(finding, missing, violation.range, can_edit_members)
            }
            Problem::Unknown {
                key,
                object,
                suggestion,
            } => {
                let mut finding = new(M::UnknownField);
                finding.cite(object.page, None);
                add_member_name(&violation.path.name(), &mut finding);
                self.describe_unknown(&mut finding, key, suggestion);
                finding
            }
            Problem::Misplaced { target, place } => {
                let message = match (self.is_own_document(target.document), target.field.object()) {
                    (true, Some(_)) => M::BelongsInObject,
                    (true, None) => M::BelongsAtTop,
                    (false, _) if self.is_of_update(target) => M::BelongsInUpdate,
                    (false, _) => M::BelongsElsewhere,
                };
                let mut finding = self.describe_misplaced(new(message), &violation.path.name(), target);
                if let (Some(place), Some(help), true) = (place, finding.help, can_edit_members) {
                    finding.fix = self.moved(help, place);
                }
                finding
            }
            Problem::ForeignField {
                foreign_field,
                parent,
                member,
            } => {
                let message = match foreign_field.provenance {
                    Provenance::Retired => M::Withdrawn,
                    Provenance::OtherProvider | Provenance::Response => M::AnswersField,
                };
                self.describe_foreign_field(new(message), foreign_field, parent, member, can_edit_members)
            }
            Problem::OfOtherProvider {
                foreign,
                ref others,
                advice,
            } => self.other_provider(severity, foreign, others, advice),
            Problem::Empty {
                row: Row { object, field },
            } => {
                let mut finding = new(M::MustNotBeEmpty);
                finding
                    .help(M::WriteAllowed)
                    .with(P::Field, field.name)
                    .with(P::Allowed, allowed(field).collect::<Param>())
                    .cite(object.page, Some(field.sentence))
                    .answered_with(field.empty_error);
                finding
            }
            Problem::Number {
                row: Row { field, .. },
                min,
                max,
                source,
                value,
            } => {
                let mut finding = new(M::NumberOutOfRange);
                finding
                    .help(M::WriteNumberInRange)
                    .with(P::Field, field.name)
                    .with(P::Got, value.raw().to_owned())
                    .with(P::Min, min as usize)
                    .with(P::Max, max as usize)
                    .cite(source.page, source.quote)
                    .answered_with(field.api_error);
                finding
            }
            Problem::UnknownValue { row, rule, value } => unknown_value(new(M::NoValueOf), row, rule, value),
            Problem::Length {
                row: Row { object, field },
                length,
                got,
            } => {
                let mut finding = new(match length.min {
                    0 => M::TakesAtMost,
                    _ => M::TakesBetween,
                });
                let (by, one, more) = match got > length.max {
                    true => (got - length.max, M::TakeOneAway, M::TakeAway),
                    false => (length.min - got, M::AddOneCharacter, M::AddCharacters),
                };
                finding
                    .label(match got {
                        1 => M::OneCharacter,
                        _ => M::Characters,
                    })
                    .help(if by == 1 { one } else { more })
                    .with(P::Field, field.name)
                    .with(P::Got, got)
                    .with(P::Min, length.min)
                    .with(P::Max, length.max)
                    .with(P::By, by)
                    .cite(length.page.unwrap_or(object.page), Some(length.quote))
                    .answered_with(field.api_error);
                finding
            }
            Problem::Character {
                row: Row { object, field },
                characters,
                character: got,
                is_first,
                ref others,
                value,
            } => {
                // The character is allowed, but not as the first one.
                let misplaced = is_first && characters.allows(got, false);
                let (set, message) = match characters.first {
                    Some(first) if misplaced => (first, M::NotAllowedFirst),
                    _ => (characters, M::NotAllowed),
                };
                let respelt = respelt(field, characters, value);
                let mut finding = new(message);
                finding
                    .help(match (misplaced, &respelt) {
                        (true, Some(_)) => M::StartWithOrWrite,
                        (true, None) => M::StartWith,
                        (false, Some(_)) => M::UseOnlyOrWrite,
                        (false, None) => M::UseOnly,
                    })
                    .see(M::NotAllowedEither, others.iter().copied().map(span_of))
                    .with(P::Field, field.name)
                    .with(P::Got, got.to_string())
                    .with(P::Allowed, set.list)
                    .with(P::Shown, visible_character(got))
                    .with(P::What, set.words)
                    .cite(object.page, Some(set.quote))
                    .answered_with(field.api_error);
                if let Some(respelt) = respelt {
                    finding.fix = Some(replace(M::WriteNew, value, quoted(&respelt), Safety::Unsafe));
                    finding.with(P::New, respelt);
                }
                finding
            }
            Problem::Format {
                row: Row { field, .. },
                format,
                violation,
                value,
            } => {
                let mut finding = new(M::Breaks);
                let source = violation.source.unwrap_or(&format.source);
                finding
                    .help(match format.rule {
                        Rule::UnusualKmsId => M::CopyKeyId,
                        Rule::UnusualLtsName => M::NameAsCtsDoes,
                        Rule::UnusualProjectId => M::CopyProjectId,
                        Rule::InvalidCharacter => M::ChooseOtherName,
                        _ => M::ChooseBucketName,
                    })
                    .with(P::Field, field.name)
                    .with(P::Got, value.text().into_owned())
                    .with(P::Reason, violation.reason)
                    .with(P::What, violation.what)
                    .with(P::Example, field.bare_example())
                    .cite(source.page, source.quote)
                    .answered_with(field.api_error.filter(|_| format.rule == Rule::InvalidCharacter));
                finding
            }
            Problem::Relation {
                relation,
                value,
                ref related,
                ref missing,
            } => relation_finding(severity, relation, value, related, missing),
            Problem::Deprecated { source } => {
                let mut finding = new(M::V1Retired);
                finding.help(M::TranslateIt).cite(source.page, source.quote);
                finding
            }
            Problem::Unlisted { count, .. } => {
                let mut finding = new(match count {
                    1 => M::OneNotListed,
                    _ => M::NotListed,
                });
                finding.help(M::MendOthers).with(P::Count, count);
                finding
            }
            Problem::UnknownApi {
                root,
                reason,
                ref bodies,
            } => unknown_document(new, root, reason, bodies),
        }
    }

    /// The finding for what only another provider has.
    fn other_provider(
        &self,
        severity: Severity,
        foreign: OfOtherProvider,
        others: &[Range],
        advice: Option<M>,
    ) -> Finding {
        let rule = Rule::OtherProviderField;
        let mut finding = match foreign {
            OfOtherProvider::Field(field) => {
                let mut finding = Finding::new(rule, severity, M::ForeignField);
                add_member_name(field.name, &mut finding);
                finding
                    .help(M::ChooseProviderOrRemoveIt)
                    .cite(self.document.map_or(OLD_PAGE, Document::page), None);
                finding
            }
            OfOtherProvider::Value {
                row: Row { object, field },
                foreign,
            } => {
                let mut finding = Finding::new(rule, severity, M::ForeignValue);
                finding
                    .help(M::ChooseProviderOrWrite)
                    .with(P::Field, field.name)
                    .with(P::Got, foreign)
                    .with(P::Allowed, allowed(field).collect::<Param>())
                    .cite(object.page, Some(field.sentence))
                    .answered_with(field.api_error);
                finding
            }
        };
        if !others.is_empty() {
            finding.help(match foreign {
                OfOtherProvider::Field(_) => M::ChooseProviderOrRemoveThem,
                OfOtherProvider::Value { .. } => M::ChooseProviderOrWriteAndRemove,
            });
        }
        if let Some(advice) = advice {
            finding.note(M::Advice).with(P::Advice, advice);
        }
        finding.see(M::AlsoOfHuawei, others.iter().copied().map(span_of));
        finding
    }

    /// What to do about an optional field that is `null`.
    fn offer_removal(&self, mut finding: Finding, removal: Option<Removal<'_, 't>>, can_edit_members: bool) -> Finding {
        let Some(removal) = removal else { return finding };
        if removal.is_required {
            finding.help(M::GiveValue);
            return finding;
        }
        finding
            .help(M::RemoveIt)
            .with(P::Shown, removal.member.key.text().into_owned());
        if removal.is_certain && can_edit_members {
            finding.fix = Some(remove_one(M::Remove, self.tree, removal.parent, removal.member));
        }
        finding
    }

    fn describe_missing(
        &self,
        mut finding: Finding,
        missing: &Missing<'_, 't>,
        range: Range,
        can_edit_members: bool,
    ) -> Finding {
        let Row { object, field } = missing.row;
        // An optional object can also be left out, unless a rule asks for it.
        let is_optional = missing.within.zip(self.document).is_some_and(|(within, document)| {
            let is_asked = |relation: &Relation| match relation.then {
                Condition::Present(field) => field.object().is_none() && field.name() == within,
                _ => false,
            };
            let is_required = |outer: &Field| outer.name == within && outer.required;
            !document.root.fields.iter().any(is_required) && !document.all_relations().any(is_asked)
        });
        finding
            .label(match missing.within {
                Some(_) => M::RequiredInObject,
                None => M::RequiredInBody,
            })
            .help(match (missing.only, field.used_while, is_optional) {
                (Some(_), ..) => M::Add,
                (None, Some(_), true) if missing.is_used == Some(false) => M::LeaveOut,
                (None, Some(_), _) if missing.also.is_some() => M::LtsAddNames,
                (None, Some(_), _) => M::LtsAddName,
                (None, None, true) => M::AddYoursOrLeaveOut,
                (None, None, false) => M::AddYours,
            })
            .with(P::Field, field.name)
            .with(P::Holder, missing.within.unwrap_or_default())
            .cite(object.page, Some(MANDATORY))
            .answered_with(field.missing_error);
        match missing.only {
            Some(only) => {
                finding.with(P::Value, quoted(only));
                if can_edit_members {
                    finding.fix = insert(
                        M::Add,
                        self.tree,
                        missing.parent,
                        &quoted(field.name),
                        &quoted(only),
                        missing.safety,
                    );
                }
            }
            None => {
                finding.with(
                    P::Value,
                    field
                        .only
                        .and_then(|only| only.otherwise)
                        .or(field.example)
                        .unwrap_or("…"),
                );
            }
        }
        if let Some(also) = missing.also {
            finding
                .with(P::Name, also.name)
                .with(P::Example, also.example.unwrap_or("…"))
                .see(M::MissingToo, [span_of(range)]);
        }
        if missing.within == Some("lts") {
            finding.note(M::LtsNeedsAll);
        }
        finding
    }

    fn describe_unknown(&self, finding: &mut Finding, key: Value<'_, 't>, suggestion: Suggestion) {
        let is_request = self
            .document
            .is_none_or(|document| document.kind == DocumentKind::Request);
        if !is_request {
            finding.note(M::NotInReference);
            if let Suggestion::Rename { field, .. } = suggestion {
                finding.label(M::Like).with(P::Suggestion, field.name);
            }
            return;
        }
        finding.note(M::UnknownIsIgnored).help(M::RemoveIt);
        let start = |from_terraform: bool| match from_terraform {
            true => Param::Message(M::FromTerraform),
            false => "".into(),
        };
        match suggestion {
            Suggestion::None => {}
            Suggestion::Rename {
                field,
                unique,
                safety,
                terraform,
                ..
            } => {
                match field.required {
                    true => finding.label(M::DidYouMeanRequired).note(M::UnknownIsIgnoredAndMissed),
                    false => finding.label(M::DidYouMeanThat),
                }
                .help(M::RenameTo)
                .with(P::Start, start(terraform))
                .with(P::Suggestion, field.name);
                if unique {
                    finding.fix = Some(replace(M::RenameTo, key, quoted(field.name), safety));
                }
            }
            Suggestion::Several { near, fields } => {
                let names = near.numbers().iter().map(|&index| fields[index].name);
                finding
                    .label(M::DidYouMeanOneOf)
                    .help(M::RenameOrRemove)
                    .with(P::Suggestions, names.collect::<Param>());
            }
            Suggestion::Present(field) => {
                finding.label(M::LikePresent).with(P::Name, field.name);
            }
            Suggestion::ForeignField {
                foreign_field,
                terraform,
            } => {
                finding
                    .label(match foreign_field.provenance {
                        Provenance::Retired => M::DidYouMeanRetired,
                        Provenance::OtherProvider => M::DidYouMeanForeign,
                        Provenance::Response => M::DidYouMeanAnswers,
                    })
                    .with(P::Start, start(terraform))
                    .with(P::Suggestion, foreign_field.name);
            }
            Suggestion::Elsewhere(target) => {
                self.suggest_move(finding, target);
                finding
                    .label(match (self.is_own_document(target.document), target.field.object()) {
                        (true, Some(_)) => M::DidYouMeanInObject,
                        (true, None) => M::DidYouMeanAtTop,
                        (false, _) => M::DidYouMeanElsewhere,
                    })
                    .with(P::Suggestion, Path::of(target.field).pointer());
                add_target(finding, target);
            }
        }
    }

    fn describe_misplaced(&self, mut finding: Finding, name: &str, target: DocumentField) -> Finding {
        self.suggest_move(&mut finding, target);
        let is_of_update = self.is_of_update(target);
        finding
            .note(if is_of_update {
                M::NoteStatusByPut
            } else {
                M::NotDocumentedThere
            })
            .with(P::Field, name.to_owned())
            .with(P::Here, self.document.map_or("".into(), version_name))
            .with(P::Belongs, Path::of(target.field).pointer())
            .cite(target.field.row().object.page, None);
        add_target(&mut finding, target);
        finding
    }

    /// Sets the help for a misplaced value: move it to the corresponding field of this document, or remove it if there
    /// is none.
    fn suggest_move(&self, finding: &mut Finding, target: DocumentField) {
        finding.help(M::RemoveIt);
        let Some(document) = self.document else { return };
        let Some(counterpart) = target.counterpart_in(document).filter(|field| !self.is_there(*field)) else {
            return;
        };
        let field = counterpart.row().field;
        match (counterpart.object(), field.ty) {
            (_, Type::Object(_)) => finding.help(M::WriteObject),
            (Some(object), _) => finding.help(M::PutIntoObject).with(P::Value, object),
            (None, _) => finding.help(M::PutAtTop),
        }
        .with(P::What, field.name);
    }

    /// Moves a member to where it belongs: under another name, into an object that is there, or into one that is made for it.
    fn moved(&self, title: M, place: Move<'_, 't>) -> Option<Fix> {
        let Move { parent, member, to, .. } = place;
        let root = self.tree.root()?;
        let (key, value) = (member.key, member.value);
        if place.within == to.object() {
            return Some(replace(title, key, quoted(to.name()), Safety::Unsafe));
        }
        let name = quoted(to.name());
        // Braces have blanks where colons have one.
        let text = self.tree.text();
        let colon = text.get(key.range().end as usize..value.range().start as usize)?;
        let blank = if colon.ends_with(' ') { " " } else { "" };
        let holder = to.object().map(|name| (name, value_at(root, &["/", name].concat())));
        let (object, name, value) = match holder {
            None => (root, name, value.raw().to_owned()),
            Some((_, Some(object))) => (object, name, value.raw().to_owned()),
            Some((holder, None)) if place.within.is_none() => {
                let opening = [&quoted(holder), ":", blank, "{", blank, &name].concat();
                return Some(enclose(title, member, opening, [blank, "}"].concat()));
            }
            Some((holder, None)) => (
                root,
                quoted(holder),
                ["{", blank, &name, colon, value.raw(), blank, "}"].concat(),
            ),
        };
        let insertion = insert(title, self.tree, object, &name, &value, Safety::Unsafe)?;
        let mut fix = remove_one(title, self.tree, parent, member);
        fix.safety = Safety::Unsafe;
        fix.edits.extend(insertion.edits);
        fix.edits.sort_by_key(|edit| edit.start);
        Some(fix)
    }

    /// Whether the body has a field already.
    fn is_there(&self, field: FieldRef) -> bool {
        let root = self.tree.root();
        root.is_some_and(|root| value_at(root, &field.pointer()).is_some())
    }

    /// Whether a field is one of the request that changes what this one creates.
    fn is_of_update(&self, target: DocumentField) -> bool {
        let is_own = |document: &Document| document.version == target.document.version && !document.is_update;
        target.document.is_update && self.document.is_some_and(is_own)
    }

    fn is_own_document(&self, document: &'static Document) -> bool {
        self.document == Some(document)
    }

    fn describe_foreign_field(
        &self,
        mut finding: Finding,
        foreign_field: &'static KnownForeignField,
        parent: Value<'_, 't>,
        member: Member<'_, 't>,
        can_edit_members: bool,
    ) -> Finding {
        add_member_name(foreign_field.name, &mut finding);
        if let Some(advice) = foreign_field.note {
            finding.with(P::Advice, advice);
        }
        let has_advice = foreign_field.note.is_some();
        let own_page = self.document.map_or(OLD_PAGE, Document::page);
        match foreign_field.provenance {
            Provenance::Retired => finding
                .note(M::NoLongerDocumented)
                .help(M::SendNotifications)
                .cite(OLD_PAGE, None),
            Provenance::OtherProvider | Provenance::Response => {
                if has_advice {
                    finding.note(M::Advice);
                }
                if can_edit_members {
                    finding.fix = Some(remove(M::Remove, parent, member));
                }
                finding.help(M::RemoveIt).cite(own_page, None)
            }
        };
        finding
    }
}

/// The finding on a text whose document cannot be told.
/// Whether a text is an empty list, alone or as an answer has it.
fn is_empty_list(root: Value<'_, '_>) -> bool {
    let is_empty = |value: Value<'_, '_>| value.kind() == Kind::Array && value.items().next().is_none();
    let mut members = root.members().filter(|member| member.key.text() != "$schema");
    is_empty(root)
        || members
            .next()
            .is_some_and(|member| member.key.text() == "trackers" && is_empty(member.value) && members.next().is_none())
}

fn unknown_document(
    new: impl Fn(M) -> Finding,
    root: Value<'_, '_>,
    reason: DetectionReason,
    bodies: &[InnerBody],
) -> Finding {
    let related = related_document(root);
    if let [first, others @ ..] = bodies {
        let (message, help) = match related {
            Some(_) => (M::RelatedHoldsBody, M::CheckThatPart),
            None if first.pointer.is_empty() => (M::StringHoldsBody, M::CheckContent),
            None => (M::HoldsBody, M::CheckThatPart),
        };
        let mut finding = new(message);
        finding
            .help(help)
            .see(M::AnotherBody, others.iter().map(|other| span_of(other.range)))
            .with(P::Path, first.pointer.clone())
            .with(P::Name, first.document.title);
        if let Some(related) = related {
            finding.with(P::What, related);
        }
        return finding;
    }
    if let Some(document) = related {
        let mut finding = new(M::IsOfRelatedService);
        finding.help(M::CheckTrackersOnly).with(P::What, document);
        return finding;
    }
    let (message, help) = match (root.kind(), reason) {
        _ if is_empty_list(root) => (M::EmptyList, M::NameListDocument),
        (Kind::Object, DetectionReason::Outweighed { .. }) => (M::TooFewTell, M::NameDocument),
        (Kind::Object, _) => (M::NoFieldTells, M::NameDocument),
        _ => (M::NoBody, M::BodyIsObject),
    };
    let mut finding = new(message);
    finding.help(help).with(P::Shown, kind_message(root));
    if let DetectionReason::Outweighed { field, unknown, names } = reason {
        finding
            .note(M::Outweighed)
            .with(P::Field, field)
            .with(P::Count, unknown)
            .with(P::Max, names);
    }
    finding
}

/// Adds the name of a member, in full and as it is displayed.
fn add_member_name(name: &str, finding: &mut Finding) {
    finding
        .with(P::Field, name.to_owned())
        .with(P::Shown, shown(name).into_owned());
}

/// Adds the name, the object and the version of the field that a member should be.
fn add_target(finding: &mut Finding, target: DocumentField) {
    let parent = target.document.root.fields[target.field.top()].name;
    finding
        .with(P::Name, target.field.name())
        .with(P::Holder, parent)
        .with(P::Version, version_name(target.document));
}

fn wrong_type(mut finding: Finding, Row { object, field }: Row, value: Value<'_, '_>, is_item: bool) -> Finding {
    let (wanted_type, wanted, cell) = match field.ty {
        Type::Texts(rule) if is_item => (Type::Text(rule), M::KindString, "Type: Array of strings"),
        Type::Boolean => (field.ty, M::KindBoolean, "Type: Boolean"),
        Type::Long(_) => (field.ty, M::KindWholeNumber, "Type: Long"),
        Type::Text(_) => (field.ty, M::KindString, "Type: String"),
        Type::Texts(_) => (field.ty, M::KindStrings, "Type: Array of strings"),
        Type::Object(_) => (field.ty, M::KindObject, "Type: Object"),
        Type::List => (field.ty, M::KindArray, "Type: Array"),
    };
    let got = match (field.ty, value.kind()) {
        (Type::Long(_), Kind::Number) => M::KindFraction,
        _ => kind_message(value),
    };
    finding
        .with(P::Field, field.name)
        .with(P::Got, got)
        .with(P::Want, wanted)
        .cite(object.page, Some(cell));
    match (converted(wanted_type, value), value.kind()) {
        (Some((new, safety)), _) => {
            finding.fix = Some(replace(M::WriteNew, value, new.clone(), safety));
            finding.help(M::WriteNew).with(P::New, new);
        }
        (None, Kind::Null) => {
            finding.note(M::NullIsValue).help(match field.required {
                true => M::GiveValue,
                false => M::LeaveOutOrGiveValue,
            });
        }
        (None, _) => {
            finding.help(M::WriteWanted);
        }
    }
    finding
}

fn unknown_value(
    mut finding: Finding,
    Row { object, field }: Row,
    rule: &'static TextRule,
    value: Value<'_, '_>,
) -> Finding {
    let got = value.text();
    let near = nearest(&got, rule.values.len(), &|index| rule.values[index].value);
    finding
        .help(M::WriteAllowed)
        .with(P::Field, field.name)
        .with(P::Got, got.clone().into_owned())
        .with(P::Shown, shown(&got).into_owned())
        .with(P::Allowed, allowed(field).collect::<Param>())
        .cite(object.page, Some(field.sentence))
        .answered_with(field.api_error);
    let Some(index) = near.only() else { return finding };
    let meant = rule.values[index].value;
    finding
        .label(M::DidYouMean)
        .help(M::WriteSuggestion)
        .with(P::Suggestion, meant);
    if meant.eq_ignore_ascii_case(&got) {
        finding.note(M::CaseMatters);
        finding.fix = Some(replace(M::WriteSuggestion, value, quoted(meant), Safety::Safe));
    }
    finding
}

/// The messages of a rule about several fields.
struct RelationMessages {
    rule: Rule,
    message: M,
    help: M,
    /// The field that the messages mention, if any.
    field: Option<&'static str>,
    label: Option<M>,
    /// The message at the related ranges.
    related: Option<M>,
}

const RELATION_MESSAGES: &[RelationMessages] = &[
    RelationMessages {
        rule: Rule::EncryptionWithoutKmsId,
        message: M::KmsIdRequired,
        help: M::AddKmsId,
        field: Some("kms_id"),
        label: Some(M::KmsIdMissing),
        related: Some(M::EncryptionOnHere),
    },
    RelationMessages {
        rule: Rule::KmsIdWithoutEncryption,
        message: M::KmsIdWithoutEffect,
        help: M::EncryptOrRemoveKey,
        field: Some("kms_id"),
        label: None,
        related: Some(M::EncryptionOffHere),
    },
    RelationMessages {
        rule: Rule::TrackerNameNotSystem,
        message: M::OnlySystem,
        help: M::WriteSystem,
        field: Some("tracker_name"),
        label: None,
        related: Some(M::ManagementHere),
    },
    RelationMessages {
        rule: Rule::ObsOptionWithoutBucket,
        message: M::OptionWithoutBucket,
        help: M::AddBucketOrRemove,
        field: None,
        label: Some(M::NothingTransferred),
        related: Some(M::NoEffectEither),
    },
    RelationMessages {
        rule: Rule::DataTrackerWithoutBucket,
        message: M::DataBucketRequired,
        help: M::AddDataBucket,
        field: Some("data_bucket"),
        label: Some(M::RequiredInBody),
        related: Some(M::DataTrackerHere),
    },
    RelationMessages {
        rule: Rule::FieldOfOtherTrackerType,
        message: M::ForDataTrackers,
        help: M::RemoveOrChangeType,
        field: None,
        label: None,
        related: Some(M::ChosenTypeHere),
    },
    RelationMessages {
        rule: Rule::SameBucket,
        message: M::TracksItsTarget,
        help: M::ChooseOtherBucket,
        field: Some("bucket_name"),
        label: None,
        related: Some(M::TrackedHere),
    },
    RelationMessages {
        rule: Rule::ReservedTrackerName,
        message: M::SystemIsReserved,
        help: M::ChooseOtherName,
        field: Some("tracker_name"),
        label: None,
        related: Some(M::DataTrackerHere),
    },
    RelationMessages {
        rule: Rule::PartialUpdate,
        message: M::TransferSwitchedOff,
        help: M::AddObsInfo,
        field: None,
        label: None,
        related: None,
    },
    RelationMessages {
        rule: Rule::ShortRetention,
        message: M::KeptSevenDays,
        help: M::AddBucketOrLts,
        field: None,
        label: None,
        related: None,
    },
    RelationMessages {
        rule: Rule::CtsKmsEncryptedCheck,
        message: M::NotEncrypted,
        help: M::EncryptWithKey,
        field: Some("is_support_trace_files_encryption"),
        label: None,
        related: None,
    },
    RelationMessages {
        rule: Rule::CtsLtsEnable,
        message: M::NotSentToLts,
        help: M::EnableLts,
        field: Some("is_lts_enabled"),
        label: None,
        related: None,
    },
    RelationMessages {
        rule: Rule::CtsSupportValidateCheck,
        message: M::NotVerifiable,
        help: M::EnableValidation,
        field: Some("is_support_validate"),
        label: None,
        related: None,
    },
    RelationMessages {
        rule: Rule::CtsTrackerBucketConfigured,
        message: M::NotTransferred,
        help: M::AddBucket,
        field: Some("bucket_name"),
        label: None,
        related: None,
    },
    // The only relation without a rule of its own: another field makes this one required.
    RelationMessages {
        rule: Rule::MissingField,
        message: M::DetailMissing,
        help: M::AddDetail,
        field: Some("detail"),
        label: Some(M::RequiredInBody),
        related: Some(M::StatusIsError),
    },
];

fn relation_finding(
    severity: Severity,
    relation: &'static Relation,
    value: Option<Value<'_, '_>>,
    related: &[Range],
    missing: &[&'static str],
) -> Finding {
    let messages = RELATION_MESSAGES.iter().find(|messages| messages.rule == relation.rule);
    // A test ensures that every relation has messages.
    let Some(messages) = messages else {
        return Finding::new(relation.rule, severity, relation.rule.info().summary);
    };
    let is_object = relation.rule == Rule::ObsOptionWithoutBucket && matches!(relation.at, At::Field(_));
    let (message, help) = match is_object {
        true => (M::ObsInfoWithoutBucket, M::AddBucketOrRemoveObject),
        false => (messages.message, messages.help),
    };
    let mut finding = Finding::new(relation.rule, severity, message);
    finding
        .help(help)
        .cite(relation.source.page, relation.source.quote)
        .answered_with(relation.api_error);
    finding.label = messages.label;
    if let Some(message) = messages.related {
        finding.see(message, related.iter().copied().map(span_of));
    }
    if let Some(field) = messages.field {
        finding.with(P::Field, field);
    }
    if let (Rule::FieldOfOtherTrackerType, At::Field(field), Condition::Is(_, Scalar::Text(kind))) =
        (relation.rule, &relation.at, &relation.when)
    {
        let is_of_data_tracker = *kind == "data";
        if is_of_data_tracker {
            finding.message = M::ForManagementTracker;
        }
        finding
            .with(P::Field, field.name())
            .with(P::Want, if is_of_data_tracker { "system" } else { "data" });
    }
    if relation.rule == Rule::ReservedTrackerName {
        finding.note(M::SystemIsManagement);
    }
    if relation.rule == Rule::PartialUpdate {
        finding.note(M::UpdateReplaces);
        if !missing.is_empty() {
            finding
                .help(M::AddObsInfoAndOthers)
                .with(P::Missing, missing.iter().copied().collect::<Param>());
        }
    }
    if relation.rule == Rule::TrackerNameNotSystem {
        finding.with(P::Want, "system");
    }
    if let Some(value) = value {
        if relation.rule == Rule::EncryptionWithoutKmsId {
            finding.label(M::EmptyKmsId);
        }
        if let Condition::Is(_, Scalar::Text(wanted)) = relation.then {
            finding.fix = Some(replace(M::WriteIt, value, quoted(wanted), Safety::Unsafe));
        }
    }
    finding
}

/// The kind of a value, with its article.
fn kind_message(value: Value<'_, '_>) -> M {
    match value.kind() {
        Kind::Null => M::KindNull,
        Kind::True => M::KindTrue,
        Kind::False => M::KindFalse,
        Kind::Number => M::KindNumber,
        Kind::String => M::KindString,
        Kind::Array => M::KindArray,
        Kind::Object => M::KindObject,
        Kind::Unknown => M::KindUnreadable,
    }
}

/// Makes a character visible in a message.
fn visible_character(character: char) -> Param {
    let named = match character {
        ' ' => M::CharacterSpace,
        '\t' => M::CharacterTab,
        '\n' | '\r' => M::CharacterLineBreak,
        '`' => M::CharacterBacktick,
        _ => return quoted_or_code_point(character).into(),
    };
    named.into()
}

fn quoted_or_code_point(character: char) -> String {
    let mut shown = String::new();
    if is_unseen(character) {
        code_point(&mut shown, character);
        return shown;
    }
    shown.extend(['`', character, '`']);
    if !character.is_ascii() {
        shown.push_str(" (");
        code_point(&mut shown, character);
        shown.push(')');
    }
    shown
}

/// The values of an enumerated field.
fn allowed(field: &'static Field) -> impl Iterator<Item = &'static str> {
    let values = match field.ty {
        Type::Text(rule) | Type::Texts(rule) => rule.values,
        _ => &[],
    };
    values.iter().map(|allowed| allowed.value)
}

fn version_name(document: &'static Document) -> Param {
    match document.version.map(Version::name) {
        Some(name) => name.into(),
        None => M::TheAnswer.into(),
    }
}

/// The document of a related service that a value is, or that the first item of a list is.
fn related_document(root: Value<'_, '_>) -> Option<M> {
    let first = match root.kind() {
        Kind::Array => root.items().next().filter(|item| item.kind() == Kind::Object)?,
        Kind::Object => root,
        _ => return None,
    };
    let of = |value: Value<'_, '_>| related_services::document_of(value.members().map(|member| member.key.text()));
    // Events of FunctionGraph hold a trace as their one member.
    let inner = || {
        let mut members = first.members();
        let only = members.next().filter(|_| members.next().is_none())?.value;
        (only.kind() == Kind::Object).then(|| of(only))?
    };
    of(first).or_else(inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::documents;

    #[test]
    fn every_relation_has_messages() {
        for document in documents() {
            // What is wrong with a text has the messages of texts.
            let of_texts = |relation: &&Relation| matches!(relation.then, Condition::Fits(..));
            for relation in document
                .all_relations()
                .chain(document.opt_in)
                .filter(|relation| !of_texts(relation))
            {
                assert!(RELATION_MESSAGES.iter().any(|messages| messages.rule == relation.rule));
            }
        }
    }
}
