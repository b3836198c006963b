//! What can be wrong, and everything that is said about it.
//!
//! A problem is a value that holds what was found and what is wanted. One exhaustive match turns it into words: the
//! message says what is wrong, the note why, the help what to do. What is wrong with the text itself is worded in `fault`.

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
use crate::text::{Text, fill};
use crate::words::{argument, character, count, either, place, shown};

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
pub(crate) struct Words<'f>(pub(crate) &'f mut Finding);

impl Words<'_> {
    pub(crate) fn message(self, message: impl Into<Text>) -> Self {
        set(&mut self.0.message, message);
        self
    }

    pub(crate) fn label(self, label: impl Into<Text>) -> Self {
        put(&mut self.0.label, label);
        self
    }

    pub(crate) fn note(self, note: impl Into<Text>) -> Self {
        put(&mut self.0.note, note);
        self
    }

    pub(crate) fn help(self, help: impl Into<Text>) -> Self {
        put(&mut self.0.help, help);
        self
    }

    pub(crate) fn related(self, message: impl Into<Text>, range: Range) -> Self {
        let message = message.into();
        let span = Some(span_of(range));
        self.0.related.push(Related { message, span });
        self
    }

    fn related_all(self, message: &'static str, ranges: &[Range]) -> Self {
        self.0.related.reserve(ranges.len());
        ranges.iter().fold(self, |words, range| words.related(message, *range))
    }

    pub(crate) fn fix(self, fix: Option<Fix>) -> Self {
        self.0.fix = fix;
        self
    }

    pub(crate) fn param(self, name: &'static str, value: Param) -> Self {
        self.0.params.0.push((name, value));
        self
    }

    pub(crate) fn text(self, name: &'static str, value: impl Into<Text>) -> Self {
        note_down(&mut self.0.params, name, value);
        self
    }

    pub(crate) fn number(self, name: &'static str, value: usize) -> Self {
        self.param(name, Param::Number(value as u64))
    }

    pub(crate) fn list(self, name: &'static str, values: impl IntoIterator<Item = &'static str>) -> Self {
        self.param(name, Param::List(values.into_iter().map(Text::from).collect()))
    }

    pub(crate) fn source(self, page: &'static str, quote: Option<&'static str>) -> Self {
        self.cite(Source { page, quote })
    }

    pub(crate) fn cite(self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    pub(crate) fn api_error(self, api_error: Option<&'static str>) -> Self {
        self.0.api_error = api_error;
        self
    }
}

// These are once in the code, not at each of the many places that say something.

#[inline(never)]
fn set(place: &mut Text, text: impl Into<Text>) {
    *place = text.into();
}

#[inline(never)]
fn put(place: &mut Option<Text>, text: impl Into<Text>) {
    *place = Some(text.into());
}

#[inline(never)]
fn note_down(params: &mut Params, name: &'static str, value: impl Into<Text>) {
    params.0.push((name, Param::Text(value.into())));
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
        let places = faults.iter().map(|fault| (fault.range, fault.rule()));
        let places = places.chain(found.iter().map(|found| (found.range, found.problem.rule())));
        let keys = places.map(|(range, rule)| sort_key(range.start, range.end, rule));
        let order = order(keys);
        let mut findings = Vec::with_capacity(faults.len() + found.len());
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
        }
        findings
    }

    /// Says what is wrong with the text, and whether it can be mended.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn fault(&self, fault: &Fault, path: Option<String>, findings: &mut Vec<Finding>) -> bool {
        let text = self.tree.text();
        let rule = fault.rule();
        let want = fault.want(text);
        let help = fault.help(text, want.as_ref());
        let fix = fault.fix(text, help.as_ref());
        let can_be_mended = fix.is_some();
        let Some(severity) = self.options.severities.get(rule, rule.info().severity) else {
            return can_be_mended;
        };
        let related = fault.related_message(text).zip(fault.related);
        findings.push(Finding {
            path: path.map(Text::from),
            span: Some(span_of(fault.range)),
            label: fault.label(text).map(Text::from),
            note: fault.note(text).map(Text::from),
            help,
            related: related
                .into_iter()
                .map(|(message, range)| Related {
                    message,
                    span: Some(span_of(range)),
                })
                .collect(),
            fix,
            params: fault.params(text, want.as_ref()),
            source: fault.source(),
            api_error: if rule == Rule::InvalidJson {
                self.document.and_then(|document| document.not_json)
            } else {
                None
            },
            ..Finding::new(rule, severity, fault.message(text))
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
                .message(fill!("`{}` occurs twice in this object", shown(name)))
                .label("again here")
                .note("of several, the API takes the last")
                .help("keep one of them")
                .related("it is here first", first)
                .text("field", Text::copy(name)),
            Problem::NoObject { value } => words
                .message(fill!("the body must be an object, not {}", kind(value)))
                .help("put the fields between `{` and `}`")
                .text("got", kind(value))
                .text("want", "an object"),
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
                let words = words
                    .message(fill!("unknown field `{}`", shown(name)))
                    .text("field", Text::copy(name))
                    .source(object.page, None);
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
                .message(fill!(
                    "`{}` is a value of Huawei Cloud's v3, not of Open Telekom Cloud's",
                    foreign
                ))
                .help(fill!(
                    "write {}, or send the body to Huawei Cloud",
                    either(allowed(field))
                ))
                .text("field", field.name)
                .text("got", foreign)
                .list("allowed", allowed(field))
                .source(object.page, Some(field.sentence))
                .api_error(field.api_error),
            Problem::UnknownValue { row, rule, value } => unknown_value(row, rule, value, words),
            Problem::Length {
                row: Row { object, field },
                length,
                got,
            } => {
                let (min, max) = (length.min.to_string(), length.max.to_string());
                let wanted = match length.min {
                    0 => fill!("{} characters at most", max),
                    _ => fill!("{} to {} characters", min, max),
                };
                words
                    .message(fill!("`{}` takes {}, this has {}", field.name, wanted, got.to_string()))
                    .label(count(got, "character"))
                    .help(if got > length.max {
                        fill!("take {} away", count(got - length.max, "character"))
                    } else {
                        fill!("add {} at least", count(length.min - got, "character"))
                    })
                    .text("field", field.name)
                    .number("got", got)
                    .number("min", length.min)
                    .number("max", length.max)
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
                let (set, place) = match characters.first {
                    Some(first) if misplaced => (first, "as the first character of"),
                    _ => (characters, "in"),
                };
                let fix = fix::respell(field, characters, value);
                let start = if misplaced { "start with" } else { "use only" };
                let words = words
                    .message(fill!("{} is not allowed {} `{}`", character(got), place, field.name))
                    .help(match &fix {
                        Some(fix) => fill!("{} {}: {}", start, set.words, fix.title),
                        None => fill!("{} {}", start, set.words),
                    })
                    .fix(fix)
                    .text("field", field.name)
                    .text("got", Text::copy(got.encode_utf8(&mut [0; 4])))
                    .text("allowed", set.list)
                    .source(object.page, Some(set.quote))
                    .api_error(field.api_error);
                words.related_all("not allowed either", others)
            }
            Problem::Form {
                row: Row { field, .. },
                form,
                ref breach,
                value,
            } => {
                let example = field.example.unwrap_or_default().trim_matches('"');
                words
                    .message(fill!("`{}` {}", field.name, breach.what))
                    .text("field", field.name)
                    .text("got", Text::copy(&value.text()))
                    .cite(breach.source.unwrap_or(form.source))
                    .help(match form.rule {
                        Rule::UnusualKmsId => {
                            fill!("copy the ID of the key, not its name; it looks like `{}`", example)
                        }
                        Rule::UnusualLtsName => fill!("name it as CTS does: `{}`", example),
                        Rule::UnusualProjectId => {
                            "copy the project ID from the console; it has 32 letters and digits".into()
                        }
                        _ => "choose a name that OBS takes".into(),
                    })
            }
            Problem::Relation {
                relation,
                value,
                ref related,
            } => contradiction(relation, value, related, words),
            Problem::Deprecated { source } => words
                .message("this is a v1 body; v1 is being retired")
                .help(match self.options.file {
                    Some(file) => fill!("`ctslint translate {}` writes the v3 body", argument(file)),
                    None => "translate it to v3".into(),
                })
                .cite(source),
            Problem::Unlisted { count: more, .. } => words
                .message(fill!(
                    "from here on, {} {} not listed",
                    count(more, "finding"),
                    if more == 1 { "is" } else { "are" }
                ))
                .help("mend the others first")
                .number("count", more),
            Problem::UnknownApi { reason, root } => match (reason, root.kind()) {
                (Reason::List, _) => words
                    .message("this is a list of trackers, as an API answers it; no CTS document is one")
                    .help("check one tracker at a time, as `v3-create-response`"),
                (_, Kind::Object) => words
                    .message("no field tells which CTS document this is")
                    .help("name it: `--as v3` for a v3 request, `--as v1` for a v1 request"),
                _ => words
                    .message(fill!("this is {}, not the body of a CTS request or answer", kind(root)))
                    .help("a body is an object: `{ … }`"),
            },
        };
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
        let optional = within.filter(|within| {
            let root = self.document.map_or(&[][..], |document| document.root.fields);
            root.iter().any(|outer| outer.name == *within && !outer.required)
        });
        let value = match only {
            Some(only) => fill!("\"{}\"", only),
            None => field.example.unwrap_or("…").into(),
        };
        let words = match within {
            Some(within) => words
                .message(fill!("`{}` is missing from `{}`", field.name, within))
                .label("required in this object"),
            None => words
                .message(fill!("`{}` is missing", field.name))
                .label("required in this body"),
        };
        let words = match (only, optional) {
            (Some(_), _) => words
                .help(fill!("add `\"{}\": {}`", field.name, value))
                .fix(fix::insert(self.tree, holder, field.name, &value)),
            (None, Some(within)) => words.help(fill!(
                "add `\"{}\": {}` with your own value, or leave `{}` out",
                field.name,
                value,
                within
            )),
            (None, None) => words.help(fill!("add `\"{}\": {}` with your own value", field.name, value)),
        };
        let words = match within {
            Some("lts") => words.note("all members of `lts` are required, even when `is_lts_enabled` is `false`"),
            _ => words,
        };
        words
            .text("field", field.name)
            .source(object.page, Some("Mandatory: Yes"))
            .api_error(field.missing_error)
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn unknown<'f>(&self, key: Value<'_, 't>, suggestion: &Suggestion, words: Words<'f>) -> Words<'f> {
        let is_request = self
            .document
            .is_none_or(|document| document.kind == DocumentKind::Request);
        if !is_request {
            let words = words.note("the reference has no such field; an answer may have more than it tells");
            return match *suggestion {
                Suggestion::Rename { field, .. } => words
                    .label(fill!("like `{}`", field.name))
                    .text("suggestion", field.name),
                _ => words,
            };
        }
        let words = words.note("the API ignores fields it does not know");
        let from_terraform = |yes: bool| if yes { "that is Terraform's name for it; " } else { "" };
        match *suggestion {
            Suggestion::None => words.help("remove it"),
            Suggestion::Rename {
                field,
                unique,
                terraform,
                ..
            } => {
                let (name, start) = (field.name, from_terraform(terraform));
                let words = if field.required {
                    words
                        .label(fill!("{}did you mean `{}`? It is required and missing", start, name))
                        .note(fill!(
                            "the API ignores fields it does not know, so the tracker would be refused for the missing `{}`",
                            name
                        ))
                } else {
                    words.label(fill!("{}did you mean `{}`?", start, name))
                };
                words
                    .help(fill!("rename it to `{}`", name))
                    .text("suggestion", name)
                    .fix(unique.then(|| fix::rename(key, name)))
            }
            Suggestion::Several(ref names) => {
                let three = names.iter().copied().take(3);
                words
                    .label(fill!("did you mean {}?", either(three.clone())))
                    .help("rename it, or remove it")
                    .list("suggestions", three)
            }
            Suggestion::Present(field) => words
                .label(fill!("like `{}`, which is there already", field.name))
                .help("remove it"),
            Suggestion::Stranger { stranger, terraform } => words
                .label(fill!(
                    "{}did you mean `{}`? {}",
                    from_terraform(terraform),
                    stranger.name,
                    match stranger.origin {
                        Origin::Retired => "That was withdrawn",
                        Origin::OtherProvider => "That is a field of Huawei Cloud's v3",
                        Origin::Response => "That is a field of the answer",
                    }
                ))
                .help("remove it")
                .text("suggestion", stranger.name),
            Suggestion::Elsewhere(ref place) => {
                let pointer = place.id.path(place.document.root);
                words
                    .label(match self.is_this(place.document) {
                        true => fill!("did you mean `{}` {}?", place.name, in_place(&pointer)),
                        false => fill!(
                            "did you mean `{}`? That is a field of {}",
                            place.name,
                            version(place.document)
                        ),
                    })
                    .help(self.put_it(place.here))
                    .text("suggestion", pointer)
            }
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn misplaced<'f>(&self, name: &str, place: &Place, words: Words<'f>) -> Words<'f> {
        let pointer = place.id.path(place.document.root);
        words
            .message(match self.is_this(place.document) {
                true => fill!("`{}` belongs {}", name, in_place(&pointer)),
                false => fill!(
                    "`{}` is a field of {}, not of {}",
                    name,
                    version(place.document),
                    self.document.map_or("", version)
                ),
            })
            .note("where it stands, the API ignores it")
            .help(self.put_it(place.here))
            .text("field", Text::copy(name))
            .text("belongs", pointer)
            .source(place.id.row(place.document.root).0.page, None)
    }

    /// What to do with a value that belongs to this field, or nowhere.
    fn put_it(&self, here: Option<FieldId>) -> Text {
        let (Some(id), Some(document)) = (here, self.document) else {
            return "remove it".into();
        };
        let (_, field) = id.row(document.root);
        match (id.inner, field.ty) {
            (_, Type::Object(_)) => {
                let pointer = id.path(document.root);
                fill!("write the object `{}` {}", field.name, in_place(&pointer))
            }
            (Some(_), _) => fill!(
                "put it into `{}`, as `{}`",
                document.root.fields[id.top].name,
                field.name
            ),
            (None, _) => fill!("put it at the top level, as `{}`", field.name),
        }
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
        let name = stranger.name;
        let page = self.document.map_or("", Document::page);
        match stranger.origin {
            Origin::Retired => words
                .message(fill!(
                    "`{}` was withdrawn: notifications have a request of their own",
                    name
                ))
                .note("the API ignores it here")
                .help("send it as `POST /v3/{project_id}/notifications`, and remove it here")
                .source("CTS API Reference (2020), Creating a Tracker", None),
            Origin::OtherProvider => words
                .message(fill!(
                    "`{}` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's",
                    name
                ))
                .help(match stranger.note {
                    Some(advice) => fill!("remove it; {}", advice),
                    None => "remove it".into(),
                })
                .source(page, None),
            Origin::Response => {
                words.0.note = stranger.note.map(Text::from);
                words
                    .message(fill!("`{}` is a field of the answer, not of the request", name))
                    .help("remove it")
                    .fix(Some(fix::remove(holder, member)))
                    .source(page, None)
            }
        }
        .text("field", name)
    }
}

fn wrong_type<'f>(Row { object, field }: Row, value: Value<'_, '_>, item: bool, words: Words<'f>) -> Words<'f> {
    let (wanted_type, wanted, cell) = match field.ty {
        Type::Texts(rule) if item => (Type::Text(rule), "a string", "Type: Array of strings"),
        Type::Boolean => (field.ty, "`true` or `false`", "Type: Boolean"),
        Type::Long => (field.ty, "a whole number", "Type: Long"),
        Type::Text(_) => (field.ty, "a string", "Type: String"),
        Type::Texts(_) => (field.ty, "an array of strings", "Type: Array of strings"),
        Type::Object(_) => (field.ty, "an object", "Type: Object"),
    };
    let got = match (field.ty, value.kind()) {
        (Type::Long, Kind::Number) => "a number with a fraction",
        _ => kind(value),
    };
    let what = if item { "an item of " } else { "" };
    let words = words
        .message(fill!("{}`{}` must be {}, not {}", what, field.name, wanted, got))
        .text("field", field.name)
        .text("got", got)
        .text("want", wanted)
        .source(object.page, Some(cell));
    match (fix::convert(wanted_type, value), value.kind()) {
        (Some(fix), _) => words.help(fix.title.clone()).fix(Some(fix)),
        (None, Kind::Null) => words
            .note("`null` is a value, not the absence of one")
            .help(if field.required {
                "give it a value"
            } else {
                "leave the field out, or give it a value"
            }),
        (None, _) => words.help(fill!("write {}", wanted)),
    }
}

fn unknown_value<'f>(
    Row { object, field }: Row,
    rule: &'static TextRule,
    value: Value<'_, '_>,
    words: Words<'f>,
) -> Words<'f> {
    let got = value.text();
    let near = nearest(&got, rule.values.iter().map(|allowed| (allowed.value, allowed.value)));
    let words = words
        .message(fill!("`{}` is not a value of `{}`", shown(&got), field.name))
        .text("field", field.name)
        .text("got", Text::copy(&got))
        .list("allowed", allowed(field))
        .source(object.page, Some(field.sentence))
        .api_error(field.api_error);
    let [meant] = near[..] else {
        return words.help(fill!("write {}", either(allowed(field))));
    };
    let words = words
        .label(fill!("did you mean `{}`?", meant))
        .text("suggestion", meant)
        .help(fill!("write `{}`", meant));
    if meant.eq_ignore_ascii_case(&got) {
        let fix = fix::replace(value, fill!("\"{}\"", meant), fill!("write `{}`", meant), Safety::Safe);
        words.note("upper and lower case are different values").fix(Some(fix))
    } else {
        words
    }
}

/// What is said where fields contradict each other.
struct Contradiction {
    rule: Rule,
    message: &'static str,
    help: &'static str,
    /// Nothing for a rule that speaks of no single field.
    field: &'static str,
    label: &'static str,
    /// What is to be seen at the other fields.
    related: &'static str,
}

const CONTRADICTIONS: &[Contradiction] = &[
    Contradiction {
        rule: Rule::EncryptionWithoutKmsId,
        message: "`kms_id` is required while encryption is on",
        help: "add the ID of a key of the same project, or switch encryption off",
        field: "kms_id",
        label: "`kms_id` is missing from this body",
        related: "encryption is switched on here",
    },
    Contradiction {
        rule: Rule::KmsIdWithoutEncryption,
        message: "`kms_id` has no effect while encryption is off",
        help: "set `is_support_trace_files_encryption` to `true`, or remove the key",
        field: "kms_id",
        label: "",
        related: "encryption is switched off here",
    },
    Contradiction {
        rule: Rule::TrackerNameNotSystem,
        message: "the management tracker can only be called `system`",
        help: "write `system`",
        field: "tracker_name",
        label: "",
        related: "this makes it the management tracker",
    },
    Contradiction {
        rule: Rule::ObsOptionWithoutBucket,
        message: "this option has no effect without `bucket_name`",
        help: "add `bucket_name` to `obs_info`, or remove the option",
        field: "",
        label: "nothing is transferred",
        related: "this has no effect either",
    },
    Contradiction {
        rule: Rule::ShortRetention,
        message: "without a bucket and without LTS, traces are kept for 7 days only",
        help: "add `obs_info` with a `bucket_name`, or set `is_lts_enabled` to `true`",
        field: "",
        label: "",
        related: "",
    },
    Contradiction {
        rule: Rule::CtsKmsEncryptedCheck,
        message: "trace files are not encrypted",
        help: "set `is_support_trace_files_encryption` to `true`, and `kms_id` to the ID of a key",
        field: "is_support_trace_files_encryption",
        label: "",
        related: "",
    },
    Contradiction {
        rule: Rule::CtsLtsEnable,
        message: "traces are not sent to LTS",
        help: "set `is_lts_enabled` to `true`",
        field: "is_lts_enabled",
        label: "",
        related: "",
    },
    Contradiction {
        rule: Rule::CtsSupportValidateCheck,
        message: "trace files can't be verified",
        help: "set `is_support_validate` to `true`",
        field: "is_support_validate",
        label: "",
        related: "",
    },
    Contradiction {
        rule: Rule::CtsTrackerBucketConfigured,
        message: "traces are not transferred to a bucket",
        help: "add `obs_info` with a `bucket_name`",
        field: "bucket_name",
        label: "",
        related: "",
    },
    // The one relation without a rule of its own: a field that another one makes required.
    Contradiction {
        rule: Rule::MissingField,
        message: "`detail` is missing: it says why the status is `error`",
        help: "add `detail`, as the API answered it",
        field: "detail",
        label: "required in this body",
        related: "the status is `error`",
    },
];

fn contradiction<'f>(
    relation: &'static Relation,
    value: Option<Value<'_, '_>>,
    related: &[Range],
    words: Words<'f>,
) -> Words<'f> {
    let Some(said) = CONTRADICTIONS.iter().find(|said| said.rule == relation.rule) else {
        return words;
    };
    let mut words = words.message(said.message).help(said.help);
    if relation.rule == Rule::EncryptionWithoutKmsId && value.is_some() {
        words = words.label("an empty ID names no key");
    } else if !said.label.is_empty() {
        words = words.label(said.label);
    }
    if !said.field.is_empty() {
        words = words.text("field", said.field);
    }
    if relation.rule == Rule::TrackerNameNotSystem {
        words = words.text("want", "system");
    }
    words
        .related_all(said.related, related)
        .fix(value.and_then(|value| fix::obey(relation, value)))
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

/// Where a field stands: "in `obs_info`", "at the top level".
fn in_place(pointer: &str) -> Text {
    match pointer.rsplit_once('/') {
        Some((holder, _)) if !holder.is_empty() => fill!("in {}", place(holder)),
        _ => "at the top level".into(),
    }
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
