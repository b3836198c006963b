//! What can be wrong, and everything that is said about it.
//!
//! A problem is a value that holds what was found and what is wanted. One exhaustive match tells the phrases and facts of
//! it: the message says what is wrong, the note why, the help what to do. What is wrong with the text itself is in `fault`.

use std::borrow::Cow;

use crate::check::Row;
use crate::detect::Reason;
use crate::fix;
use crate::json::{Encoding, Fault, Kind, Member, Range, Tree, Value};
use crate::locate::{locate, sort_key, span_of};
use crate::options::Options;
use crate::order::order;
use crate::report::{Finding, Fix, Param, Params, Related, Safety, Source};
use crate::rule::{Rule, Severity};
use crate::similar::nearest;
use crate::spec::{
    Breach, Characters, Document, DocumentKind, Field, FieldId, Form, Length, Object, Origin, Relation, Stranger,
    TextRule, Type, Version,
};
use crate::text::Text;
use crate::words::{Fact, Passage, Phrase, character, passages, shown};

passages! {
    MANDATORY "Mandatory: Yes"
    TYPE_BOOLEAN "Type: Boolean"
    TYPE_LONG "Type: Long"
    TYPE_STRING "Type: String"
    TYPE_TEXTS "Type: Array of strings"
    TYPE_OBJECT "Type: Object"
    OLD_PAGE "CTS API Reference (2020), Creating a Tracker"
}

/// A problem, and where it is.
pub(crate) struct Found<'a, 't> {
    pub(crate) problem: Problem<'a, 't>,
    /// The JSON Pointer of the field at fault.
    pub(crate) path: Text,
    pub(crate) range: Range,
}

/// What is wrong with a field. What is large and rare is boxed, because problems are moved and stored as they come.
pub(crate) enum Problem<'a, 't> {
    /// A field occurs again.
    Duplicate { name: Cow<'t, str>, first: Range },
    /// The body is no object.
    NoObject { value: Value<'a, 't> },
    /// A value is of another type than its field, or than the items of its field.
    WrongType { row: Row, value: Value<'a, 't>, item: bool },
    /// A required field is absent.
    Missing {
        row: Row,
        holder: Value<'a, 't>,
        within: Option<&'static str>,
        only: Option<&'static str>,
    },
    /// A member is known from nowhere.
    Unknown {
        name: Cow<'t, str>,
        key: Value<'a, 't>,
        object: &'static Object,
        suggestion: Suggestion,
    },
    /// A member is a field of another place.
    Misplaced { name: Cow<'t, str>, place: Box<Place> },
    /// A member is known from elsewhere.
    Stranger {
        stranger: &'static Stranger,
        holder: Value<'a, 't>,
        member: Member<'a, 't>,
    },
    /// A value is one of another provider.
    ForeignValue { row: Row, foreign: &'static str },
    /// A value is none of those that are allowed.
    UnknownValue {
        row: Row,
        rule: &'static TextRule,
        value: Value<'a, 't>,
    },
    /// A string is too short or too long.
    Length {
        row: Row,
        length: &'static Length,
        got: usize,
    },
    /// A string has characters that are not allowed; the first, and the places of the others.
    Character {
        row: Row,
        characters: &'static Characters,
        character: char,
        is_first: bool,
        others: Vec<Range>,
        value: Value<'a, 't>,
    },
    /// A string has not the form that it should have.
    Form {
        row: Row,
        form: &'static Form,
        breach: Box<Breach>,
        value: Value<'a, 't>,
    },
    /// Fields contradict each other.
    Relation {
        relation: &'static Relation,
        /// The value of the field it speaks of, where there is one.
        value: Option<Value<'a, 't>>,
        related: Vec<Range>,
    },
    /// The version is being retired.
    Deprecated { source: Source },
    /// More was found than is listed; the rule of the first that is not.
    Unlisted { rule: Rule, count: usize },
    /// The document cannot be told.
    UnknownApi { reason: Reason, root: Value<'a, 't> },
}

/// What an unknown member was meant to be.
pub(crate) enum Suggestion {
    /// Nothing comes near.
    None,
    /// A field of the same object that is absent; `unique` when no other member was meant to be it.
    Rename {
        field: &'static Field,
        index: usize,
        base: usize,
        unique: bool,
        terraform: bool,
    },
    /// One of several fields that are absent.
    Several(Vec<&'static str>),
    /// A field that is there already.
    Present(&'static Field),
    /// Something that this document has not either.
    Stranger {
        stranger: &'static Stranger,
        terraform: bool,
    },
    /// A field of another place.
    Elsewhere(Box<Place>),
}

/// A field of this document or of another version's.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) document: &'static Document,
    pub(crate) id: FieldId,
    pub(crate) name: &'static str,
    /// The field of this document that does the same.
    pub(crate) here: Option<FieldId>,
}

impl Place {
    pub(crate) fn new(document: &'static Document, id: FieldId, here: Option<FieldId>) -> Self {
        Self {
            document,
            id,
            name: id.row(document.root).1.name,
            here,
        }
    }
}

/// A finding to which one thing after the other is added.
struct Words<'f>(&'f mut Finding);

impl Words<'_> {
    fn message(self, phrase: Phrase) -> Self {
        self.0.phrases.message = phrase;
        self
    }

    fn label(self, phrase: Phrase) -> Self {
        self.0.phrases.label = phrase;
        self
    }

    fn note(self, phrase: Phrase) -> Self {
        self.0.phrases.note = phrase;
        self
    }

    fn help(self, phrase: Phrase) -> Self {
        self.0.phrases.help = phrase;
        self
    }

    /// What is to be seen at other places.
    fn related(self, phrase: Phrase, ranges: &[Range]) -> Self {
        self.0.phrases.related = phrase;
        self.0.related.extend(ranges.iter().copied().map(related_at));
        self
    }

    /// A remedy, and what it is called.
    fn fix(self, title: Phrase, fix: Option<Fix>) -> Self {
        self.0.phrases.title = title;
        self.0.fix = fix;
        self
    }

    fn fact(self, fact: Fact, value: impl Into<Param>) -> Self {
        note_down(&mut self.0.params, fact, value);
        self
    }

    fn list(self, fact: Fact, values: &mut dyn Iterator<Item = &'static str>) -> Self {
        let values = values.map(Text::from).collect();
        self.fact(fact, Param::List(values))
    }

    fn source(self, page: Passage, quote: Option<Passage>) -> Self {
        self.cite(Source { page, quote })
    }

    fn cite(self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    fn api_error(self, api_error: Option<&'static str>) -> Self {
        self.0.api_error = api_error;
        self
    }
}

// This is once in the code for a type, not at each of the many places that know a fact.
#[inline(never)]
fn note_down(params: &mut Params, fact: Fact, value: impl Into<Param>) {
    params.0.push((fact, value.into()));
}

/// Turns problems into findings.
pub(crate) struct Cast<'c, 't> {
    pub(crate) tree: &'c Tree<'t>,
    pub(crate) encoding: Encoding,
    /// Whether edits can be applied: positions in the tree are positions in the bytes, and all of these are text.
    pub(crate) mendable: bool,
    pub(crate) document: Option<&'static Document>,
    pub(crate) options: &'c Options<'c>,
}

// What words the findings stays in functions of its own: engines of WebAssembly compile one when it is called.
impl<'t> Cast<'_, 't> {
    /// The findings for these problems and for those of the text, sorted by position.
    pub(crate) fn findings(&self, found: Vec<Found<'_, 't>>) -> Vec<Finding> {
        let mut findings = self.without_lines(found);
        locate(self.tree.text(), self.encoding, &mut findings);
        findings
    }

    /// The sorted findings; of their places only the offsets are told.
    pub(crate) fn without_lines(&self, mut found: Vec<Found<'_, 't>>) -> Vec<Finding> {
        let faults = self.tree.faults();
        let mut pointers = self.tree.pointers(faults);
        // They are sorted before anything is said about them: what is said is large.
        let order = order(faults.len() + found.len(), &|index| {
            let (range, rule) = match faults.get(index) {
                Some(fault) => (fault.range, fault.rule()),
                None => {
                    let found = &found[index - faults.len()];
                    (found.range, found.problem.rule())
                }
            };
            sort_key(range.start, range.end, rule)
        });
        let mut findings = Vec::with_capacity(faults.len() + found.len());
        #[cfg(feature = "words")]
        let mut scratch = String::new();
        // Members are put in and taken out only where it is certain what stands around them.
        let mut is_certain = true;
        for index in order {
            if let Some(fault) = faults.get(index) {
                let path = pointers.get_mut(index).and_then(Option::take);
                is_certain &= self.fault(fault, path, &mut findings);
            } else if let Some(found) = found.get_mut(index - faults.len()) {
                self.problem(found, &mut findings);
            }
        }
        for finding in &mut findings {
            let needs_certainty = matches!(finding.rule, Rule::MissingField | Rule::ResponseOnlyField);
            if !self.mendable || (needs_certainty && !is_certain) {
                finding.fix = None;
            }
            #[cfg(feature = "words")]
            finding.put_into_words(&mut scratch);
        }
        findings
    }

    /// Says what is wrong with the text, and whether it can be mended.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn fault(&self, fault: &Fault, path: Option<String>, findings: &mut Vec<Finding>) -> bool {
        let text = self.tree.text();
        let rule = fault.rule();
        let want = fault.want(text);
        let edits = fault.edits(text);
        let can_be_mended = edits.is_some();
        let Some(severity) = self.options.severities.get(rule, rule.info().severity) else {
            return can_be_mended;
        };
        let (phrases, params, source) = fault.said(text, want);
        let related = fault.related.filter(|_| phrases.related != Phrase::Nothing);
        findings.push(Finding {
            path: path.map(Text::from),
            span: Some(span_of(fault.range)),
            related: related.map(related_at).into_iter().collect(),
            fix: edits.map(|edits| Fix {
                title: Text::default(),
                safety: Safety::Safe,
                edits,
            }),
            params,
            source,
            api_error: if rule == Rule::InvalidJson {
                self.document.and_then(|document| document.not_json)
            } else {
                None
            },
            phrases,
            ..Finding::new(rule, severity, "")
        });
        can_be_mended
    }

    fn problem(&self, found: &mut Found<'_, 't>, findings: &mut Vec<Finding>) {
        let rule = found.problem.rule();
        let default = match (rule, self.document.map(Document::kind)) {
            (Rule::UnknownField, Some(DocumentKind::Response | DocumentKind::Error)) => Severity::Warning,
            _ => rule.info().severity,
        };
        let Some(severity) = self.options.severities.get(rule, default) else {
            return;
        };
        findings.push(Finding {
            path: Some(std::mem::take(&mut found.path)),
            span: Some(span_of(found.range)),
            ..Finding::new(rule, severity, "")
        });
        if let Some(finding) = findings.last_mut() {
            self.words(&found.problem, Words(finding));
        }
    }

    /// Everything that is said about a problem.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn words(&self, problem: &Problem<'_, 't>, words: Words<'_>) {
        match *problem {
            Problem::Duplicate { ref name, first } => words
                .message(Phrase::OccursTwice)
                .label(Phrase::AgainHere)
                .note(Phrase::LastIsTaken)
                .help(Phrase::KeepOne)
                .related(Phrase::HereFirst, &[first])
                .name(name),
            Problem::NoObject { value } => words
                .message(Phrase::BodyMustBeObject)
                .help(Phrase::PutFieldsInBraces)
                .fact(Fact::Got, kind(value))
                .fact(Fact::Want, "an object"),
            Problem::WrongType { row, value, item } => wrong_type(row, value, item, words),
            Problem::Missing {
                row,
                holder,
                within,
                only,
            } => self.missing(row, holder, within, only, words),
            Problem::Unknown {
                ref name,
                key,
                object,
                ref suggestion,
            } => {
                let words = words.message(Phrase::UnknownField).name(name).source(object.page, None);
                self.unknown(key, suggestion, words)
            }
            Problem::Misplaced { ref name, ref place } => self.misplaced(name, place, words),
            Problem::Stranger {
                stranger,
                holder,
                member,
            } => self.stranger(stranger, holder, member, words),
            Problem::ForeignValue {
                row: Row { object, field },
                foreign,
            } => words
                .message(Phrase::ForeignValue)
                .help(Phrase::WriteAllowedOrSendThere)
                .fact(Fact::Field, field.name)
                .fact(Fact::Got, foreign)
                .list(Fact::Allowed, &mut allowed(field))
                .source(object.page, Some(field.sentence))
                .api_error(field.api_error),
            Problem::UnknownValue { row, rule, value } => unknown_value(row, rule, value, words),
            Problem::Length {
                row: Row { object, field },
                length,
                got,
            } => {
                let (by, one, more) = match got > length.max {
                    true => (got - length.max, Phrase::TakeOneAway, Phrase::TakeAway),
                    false => (length.min - got, Phrase::AddOneCharacter, Phrase::AddCharacters),
                };
                words
                    .message(match length.min {
                        0 => Phrase::TakesAtMost,
                        _ => Phrase::TakesBetween,
                    })
                    .label(match got {
                        1 => Phrase::OneCharacter,
                        _ => Phrase::Characters,
                    })
                    .help(if by == 1 { one } else { more })
                    .fact(Fact::Field, field.name)
                    .fact(Fact::Got, got)
                    .fact(Fact::Min, length.min)
                    .fact(Fact::Max, length.max)
                    .fact(Fact::By, by)
                    .source(object.page, Some(length.quote))
                    .api_error(field.api_error)
            }
            Problem::Character {
                row: Row { object, field },
                characters,
                character: got,
                is_first,
                ref others,
                value,
            } => {
                // A character that is allowed further on is only in the wrong place.
                let misplaced = is_first && characters.allows(got, false);
                let (set, message) = match characters.first {
                    Some(first) if misplaced => (first, Phrase::NotAllowedFirst),
                    _ => (characters, Phrase::NotAllowed),
                };
                let new = fix::respelt(field, characters, value);
                let words = words
                    .message(message)
                    .help(match (misplaced, &new) {
                        (true, Some(_)) => Phrase::StartWithOrWrite,
                        (true, None) => Phrase::StartWith,
                        (false, Some(_)) => Phrase::UseOnlyOrWrite,
                        (false, None) => Phrase::UseOnly,
                    })
                    .related(Phrase::NotAllowedEither, others)
                    .fact(Fact::Field, field.name)
                    .fact(Fact::Got, Text::copy(got.encode_utf8(&mut [0; 4])))
                    .fact(Fact::Allowed, set.list)
                    .fact(Fact::Shown, character(got))
                    .fact(Fact::What, set.words)
                    .source(object.page, Some(set.quote))
                    .api_error(field.api_error);
                match new {
                    Some(new) => {
                        let fix = fix::replace(value, fix::quoted(&new), Safety::Unsafe);
                        words.fix(Phrase::WriteNew, Some(fix)).fact(Fact::New, new)
                    }
                    None => words,
                }
            }
            Problem::Form {
                row: Row { field, .. },
                form,
                ref breach,
                value,
            } => words
                .message(Phrase::Breaks)
                .help(match form.rule {
                    Rule::UnusualKmsId => Phrase::CopyKeyId,
                    Rule::UnusualLtsName => Phrase::NameAsCtsDoes,
                    Rule::UnusualProjectId => Phrase::CopyProjectId,
                    _ => Phrase::ChooseBucketName,
                })
                .fact(Fact::Field, field.name)
                .fact(Fact::Got, Text::copy(&value.text()))
                .fact(Fact::What, breach.what)
                .fact(Fact::Example, field.example.unwrap_or_default().trim_matches('"'))
                .cite(*breach.source.unwrap_or(&form.source)),
            Problem::Relation {
                relation,
                value,
                ref related,
            } => contradiction(relation, value, related, words),
            Problem::Deprecated { source } => match self.file() {
                Some(file) => words.help(Phrase::TranslateFile).fact(Fact::Name, file),
                None => words.help(Phrase::TranslateIt),
            }
            .message(Phrase::V1Retired)
            .cite(source),
            Problem::Unlisted { count, .. } => words
                .message(match count {
                    1 => Phrase::OneNotListed,
                    _ => Phrase::NotListed,
                })
                .help(Phrase::MendOthers)
                .fact(Fact::Count, count),
            Problem::UnknownApi { reason, root } => match (reason, root.kind()) {
                (Reason::List, _) => words.message(Phrase::ListOfTrackers).help(Phrase::CheckOneByOne),
                (_, Kind::Object) => words.message(Phrase::NoFieldTells).help(Phrase::NameDocument),
                _ => words
                    .message(Phrase::NoBody)
                    .help(Phrase::BodyIsObject)
                    .fact(Fact::Shown, kind(root)),
            },
        };
    }

    /// The file, as an argument of a command.
    #[cfg(feature = "words")]
    fn file(&self) -> Option<Text> {
        self.options.file.map(|file| Text::copy(&crate::words::argument(file)))
    }

    /// Without words there is no command line.
    #[cfg(not(feature = "words"))]
    fn file(&self) -> Option<Text> {
        None
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn missing<'f>(
        &self,
        Row { object, field }: Row,
        holder: Value<'_, 't>,
        within: Option<&'static str>,
        only: Option<&'static str>,
        words: Words<'f>,
    ) -> Words<'f> {
        // An object that is itself optional can also be left out.
        let is_optional = within.is_some_and(|within| {
            let root = self.document.map_or(&[][..], |document| document.root.fields);
            root.iter().any(|outer| outer.name == within && !outer.required)
        });
        let value = match only {
            Some(only) => fix::quoted(only),
            None => field.example.unwrap_or("…").into(),
        };
        let words = match within {
            Some(_) => words.message(Phrase::IsMissingFrom).label(Phrase::RequiredInObject),
            None => words.message(Phrase::IsMissing).label(Phrase::RequiredInBody),
        };
        let words = match (only, is_optional) {
            (Some(_), _) => words
                .help(Phrase::Add)
                .fix(Phrase::Add, fix::insert(self.tree, holder, field.name, &value)),
            (None, true) => words.help(Phrase::AddYoursOrLeaveOut),
            (None, false) => words.help(Phrase::AddYours),
        };
        let words = match within {
            Some("lts") => words.note(Phrase::LtsNeedsAll),
            _ => words,
        };
        words
            .fact(Fact::Field, field.name)
            .fact(Fact::Value, value)
            .fact(Fact::Holder, within.unwrap_or_default())
            .source(object.page, Some(MANDATORY))
            .api_error(field.missing_error)
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn unknown<'f>(&self, key: Value<'_, 't>, suggestion: &Suggestion, words: Words<'f>) -> Words<'f> {
        let is_request = self
            .document
            .is_none_or(|document| document.kind == DocumentKind::Request);
        if !is_request {
            let words = words.note(Phrase::NotInReference);
            return match *suggestion {
                Suggestion::Rename { field, .. } => words.label(Phrase::Like).fact(Fact::Suggestion, field.name),
                _ => words,
            };
        }
        let words = words.note(Phrase::UnknownIsIgnored).help(Phrase::RemoveIt);
        let start = |from_terraform: bool| match from_terraform {
            true => "that is Terraform's name for it; ",
            false => "",
        };
        match *suggestion {
            Suggestion::None => words,
            Suggestion::Rename {
                field,
                unique,
                terraform,
                ..
            } => match field.required {
                true => words
                    .label(Phrase::DidYouMeanRequired)
                    .note(Phrase::UnknownIsIgnoredAndMissed),
                false => words.label(Phrase::DidYouMeanThat),
            }
            .help(Phrase::RenameTo)
            .fix(Phrase::RenameTo, unique.then(|| fix::rename(key, field.name)))
            .fact(Fact::Start, start(terraform))
            .fact(Fact::Suggestion, field.name),
            Suggestion::Several(ref names) => words
                .label(Phrase::DidYouMeanOneOf)
                .help(Phrase::RenameOrRemove)
                .list(Fact::Suggestions, &mut names.iter().copied().take(3)),
            Suggestion::Present(field) => words.label(Phrase::LikePresent).fact(Fact::Name, field.name),
            Suggestion::Stranger { stranger, terraform } => words
                .label(match stranger.origin {
                    Origin::Retired => Phrase::DidYouMeanRetired,
                    Origin::OtherProvider => Phrase::DidYouMeanForeign,
                    Origin::Response => Phrase::DidYouMeanAnswers,
                })
                .fact(Fact::Start, start(terraform))
                .fact(Fact::Suggestion, stranger.name),
            Suggestion::Elsewhere(ref place) => self
                .put_it(place.here, words)
                .label(match (self.is_this(place.document), place.id.inner) {
                    (true, Some(_)) => Phrase::DidYouMeanInObject,
                    (true, None) => Phrase::DidYouMeanAtTop,
                    (false, _) => Phrase::DidYouMeanElsewhere,
                })
                .fact(Fact::Suggestion, place.id.path(place.document.root))
                .place(place),
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn misplaced<'f>(&self, name: &str, place: &Place, words: Words<'f>) -> Words<'f> {
        self.put_it(place.here, words)
            .message(match (self.is_this(place.document), place.id.inner) {
                (true, Some(_)) => Phrase::BelongsInObject,
                (true, None) => Phrase::BelongsAtTop,
                (false, _) => Phrase::BelongsElsewhere,
            })
            .note(Phrase::IgnoredThere)
            .fact(Fact::Field, Text::copy(name))
            .fact(Fact::Belongs, place.id.path(place.document.root))
            .fact(Fact::Here, self.document.map_or("", version))
            .place(place)
            .source(place.id.row(place.document.root).0.page, None)
    }

    /// What to do with a value that belongs to this field, or nowhere.
    fn put_it<'f>(&self, here: Option<FieldId>, words: Words<'f>) -> Words<'f> {
        let (Some(id), Some(document)) = (here, self.document) else {
            return words.help(Phrase::RemoveIt);
        };
        let (_, field) = id.row(document.root);
        match (id.inner, field.ty) {
            (_, Type::Object(_)) => words.help(Phrase::WriteObject),
            (Some(_), _) => words
                .help(Phrase::PutIntoObject)
                .fact(Fact::Value, document.root.fields[id.top].name),
            (None, _) => words.help(Phrase::PutAtTop),
        }
        .fact(Fact::What, field.name)
    }

    fn is_this(&self, document: &'static Document) -> bool {
        self.document == Some(document)
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn stranger<'f>(
        &self,
        stranger: &'static Stranger,
        holder: Value<'_, 't>,
        member: Member<'_, 't>,
        words: Words<'f>,
    ) -> Words<'f> {
        let page = self.document.map_or(OLD_PAGE, Document::page);
        match stranger.origin {
            Origin::Retired => words
                .message(Phrase::Withdrawn)
                .note(Phrase::IgnoredHere)
                .help(Phrase::SendNotifications)
                .source(OLD_PAGE, None),
            Origin::OtherProvider => words
                .message(Phrase::ForeignField)
                .help(match stranger.note {
                    Some(_) => Phrase::RemoveItAdvice,
                    None => Phrase::RemoveIt,
                })
                .source(page, None),
            Origin::Response => match stranger.note {
                Some(_) => words.note(Phrase::Advice),
                None => words,
            }
            .message(Phrase::AnswersField)
            .help(Phrase::RemoveIt)
            .fix(Phrase::Remove, Some(fix::remove(holder, member)))
            .source(page, None),
        }
        .name(stranger.name)
        .fact(Fact::Advice, stranger.note.unwrap_or_default())
    }
}

impl<'f> Words<'f> {
    /// The name of a member, whole and as it is shown.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn name(self, name: &str) -> Self {
        self.fact(Fact::Field, Text::copy(name))
            .fact(Fact::Shown, Text::copy(&shown(name)))
    }

    /// Where a field belongs.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn place(self, place: &Place) -> Self {
        let holder = place.document.root.fields[place.id.top].name;
        self.fact(Fact::Name, place.name)
            .fact(Fact::Holder, holder)
            .fact(Fact::Version, version(place.document))
    }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn related_at(range: Range) -> Related {
    Related {
        message: Text::default(),
        span: Some(span_of(range)),
    }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn wrong_type<'f>(Row { object, field }: Row, value: Value<'_, '_>, item: bool, words: Words<'f>) -> Words<'f> {
    let (wanted_type, wanted, cell) = match field.ty {
        Type::Texts(rule) if item => (Type::Text(rule), "a string", TYPE_TEXTS),
        Type::Boolean => (field.ty, "`true` or `false`", TYPE_BOOLEAN),
        Type::Long => (field.ty, "a whole number", TYPE_LONG),
        Type::Text(_) => (field.ty, "a string", TYPE_STRING),
        Type::Texts(_) => (field.ty, "an array of strings", TYPE_TEXTS),
        Type::Object(_) => (field.ty, "an object", TYPE_OBJECT),
    };
    let got = match (field.ty, value.kind()) {
        (Type::Long, Kind::Number) => "a number with a fraction",
        _ => kind(value),
    };
    let words = words
        .message(if item { Phrase::ItemMustBe } else { Phrase::MustBe })
        .fact(Fact::Field, field.name)
        .fact(Fact::Got, got)
        .fact(Fact::Want, wanted)
        .source(object.page, Some(cell));
    match (fix::converted(wanted_type, value), value.kind()) {
        (Some((new, safety)), _) => words
            .help(Phrase::WriteNew)
            .fix(Phrase::WriteNew, Some(fix::replace(value, new.clone(), safety)))
            .fact(Fact::New, new),
        (None, Kind::Null) => words.note(Phrase::NullIsValue).help(if field.required {
            Phrase::GiveValue
        } else {
            Phrase::LeaveOutOrGiveValue
        }),
        (None, _) => words.help(Phrase::WriteWanted),
    }
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn unknown_value<'f>(
    Row { object, field }: Row,
    rule: &'static TextRule,
    value: Value<'_, '_>,
    words: Words<'f>,
) -> Words<'f> {
    let got = value.text();
    let near = nearest(&got, rule.values.len(), &|index| Some(rule.values[index].value));
    let words = words
        .message(Phrase::NoValueOf)
        .fact(Fact::Field, field.name)
        .fact(Fact::Got, Text::copy(&got))
        .list(Fact::Allowed, &mut allowed(field))
        .fact(Fact::Shown, Text::copy(&shown(&got)))
        .source(object.page, Some(field.sentence))
        .api_error(field.api_error);
    let [meant] = near[..] else {
        return words.help(Phrase::WriteAllowed);
    };
    let meant = rule.values[meant].value;
    let words = words
        .label(Phrase::DidYouMean)
        .help(Phrase::WriteSuggestion)
        .fact(Fact::Suggestion, meant);
    if meant.eq_ignore_ascii_case(&got) {
        let fix = fix::replace(value, fix::quoted(meant), Safety::Safe);
        words.note(Phrase::CaseMatters).fix(Phrase::WriteSuggestion, Some(fix))
    } else {
        words
    }
}

/// What is said where fields contradict each other.
struct Contradiction {
    rule: Rule,
    message: Phrase,
    help: Phrase,
    /// Nothing for a rule that speaks of no single field.
    field: &'static str,
    label: Phrase,
    /// What is to be seen at the other fields.
    related: Phrase,
}

const CONTRADICTIONS: &[Contradiction] = &[
    Contradiction {
        rule: Rule::EncryptionWithoutKmsId,
        message: Phrase::KmsIdRequired,
        help: Phrase::AddKmsId,
        field: "kms_id",
        label: Phrase::KmsIdMissing,
        related: Phrase::EncryptionOnHere,
    },
    Contradiction {
        rule: Rule::KmsIdWithoutEncryption,
        message: Phrase::KmsIdWithoutEffect,
        help: Phrase::EncryptOrRemoveKey,
        field: "kms_id",
        label: Phrase::Nothing,
        related: Phrase::EncryptionOffHere,
    },
    Contradiction {
        rule: Rule::TrackerNameNotSystem,
        message: Phrase::OnlySystem,
        help: Phrase::WriteSystem,
        field: "tracker_name",
        label: Phrase::Nothing,
        related: Phrase::ManagementHere,
    },
    Contradiction {
        rule: Rule::ObsOptionWithoutBucket,
        message: Phrase::OptionWithoutBucket,
        help: Phrase::AddBucketOrRemove,
        field: "",
        label: Phrase::NothingTransferred,
        related: Phrase::NoEffectEither,
    },
    Contradiction {
        rule: Rule::ShortRetention,
        message: Phrase::KeptSevenDays,
        help: Phrase::AddBucketOrLts,
        field: "",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsKmsEncryptedCheck,
        message: Phrase::NotEncrypted,
        help: Phrase::EncryptWithKey,
        field: "is_support_trace_files_encryption",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsLtsEnable,
        message: Phrase::NotSentToLts,
        help: Phrase::EnableLts,
        field: "is_lts_enabled",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsSupportValidateCheck,
        message: Phrase::NotVerifiable,
        help: Phrase::EnableValidation,
        field: "is_support_validate",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    Contradiction {
        rule: Rule::CtsTrackerBucketConfigured,
        message: Phrase::NotTransferred,
        help: Phrase::AddBucket,
        field: "bucket_name",
        label: Phrase::Nothing,
        related: Phrase::Nothing,
    },
    // The one relation without a rule of its own: a field that another one makes required.
    Contradiction {
        rule: Rule::MissingField,
        message: Phrase::DetailMissing,
        help: Phrase::AddDetail,
        field: "detail",
        label: Phrase::RequiredInBody,
        related: Phrase::StatusIsError,
    },
];

#[cfg_attr(target_family = "wasm", inline(never))]
fn contradiction<'f>(
    relation: &'static Relation,
    value: Option<Value<'_, '_>>,
    related: &[Range],
    words: Words<'f>,
) -> Words<'f> {
    let Some(said) = CONTRADICTIONS.iter().find(|said| said.rule == relation.rule) else {
        return words;
    };
    let mut words = words.message(said.message).help(said.help).label(said.label);
    if relation.rule == Rule::EncryptionWithoutKmsId && value.is_some() {
        words = words.label(Phrase::EmptyKmsId);
    }
    if !said.field.is_empty() {
        words = words.fact(Fact::Field, said.field);
    }
    if relation.rule == Rule::TrackerNameNotSystem {
        words = words.fact(Fact::Want, "system");
    }
    words
        .related(said.related, related)
        .fix(Phrase::WriteIt, value.and_then(|value| fix::obey(relation, value)))
        .cite(relation.source)
        .api_error(relation.api_error)
}

impl Problem<'_, '_> {
    /// The rule that speaks.
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::Duplicate { .. } => Rule::DuplicateField,
            Self::NoObject { .. } | Self::WrongType { .. } => Rule::WrongType,
            Self::Missing { .. } => Rule::MissingField,
            Self::Unknown { .. } => Rule::UnknownField,
            Self::Misplaced { .. } => Rule::MisplacedField,
            Self::Stranger { stranger, .. } => match stranger.origin {
                Origin::Retired => Rule::RetiredField,
                Origin::OtherProvider => Rule::OtherProviderField,
                Origin::Response => Rule::ResponseOnlyField,
            },
            Self::ForeignValue { .. } => Rule::OtherProviderField,
            Self::UnknownValue { .. } => Rule::UnknownValue,
            Self::Length { .. } => Rule::LengthOutOfRange,
            Self::Character { .. } => Rule::InvalidCharacter,
            Self::Form { form, .. } => form.rule,
            Self::Relation { relation, .. } => relation.rule,
            Self::Deprecated { .. } => Rule::DeprecatedApi,
            Self::Unlisted { rule, .. } => *rule,
            Self::UnknownApi { .. } => Rule::UnknownApi,
        }
    }
}

impl Finding {
    /// Takes away what only makes sense in a text: for values that were never one.
    pub(crate) fn without_text(&mut self) {
        self.span = None;
        self.fix = None;
        self.related.clear();
    }
}

/// What a value is, with its article.
fn kind(value: Value<'_, '_>) -> &'static str {
    match value.kind() {
        Kind::Null => "`null`",
        Kind::True => "`true`",
        Kind::False => "`false`",
        Kind::Number => "a number",
        Kind::String => "a string",
        Kind::Array => "an array",
        Kind::Object => "an object",
        Kind::Unknown => "unreadable",
    }
}

/// The values of an enumerated field.
fn allowed(field: &'static Field) -> impl Iterator<Item = &'static str> + Clone {
    let values = match field.ty {
        Type::Text(rule) | Type::Texts(rule) => rule.values,
        _ => &[],
    };
    values.iter().map(|allowed| allowed.value)
}

fn version(document: &'static Document) -> &'static str {
    document.version.map_or("the answer", Version::name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::documents;

    #[test]
    fn something_is_said_of_every_relation() {
        for document in documents() {
            for relation in document.relations.iter().chain(document.opt_in) {
                assert!(CONTRADICTIONS.iter().any(|said| said.rule == relation.rule));
            }
        }
    }
}
