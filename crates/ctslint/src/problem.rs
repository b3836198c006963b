//! What can be wrong, and everything that is said about it.
//!
//! A problem is a value that holds what was found and what is wanted. One exhaustive match turns it into words: the
//! message says what is wrong, the note why, the help what to do. What is wrong with the text itself is worded in `fault`.

use std::borrow::Cow;

use crate::check::Row;
use crate::detect::Reason;
use crate::fix;
use crate::json::{Encoding, Kind, Member, Range, Tree, Value};
use crate::locate::locate;
use crate::options::Options;
use crate::report::{Finding, Fix, Param, Params, Related, Safety, Source, Text};
use crate::rule::{Rule, Severity};
use crate::similar::nearest;
use crate::spec::{
    Breach, Characters, Document, DocumentKind, Field, FieldId, Form, Length, Object, Origin, Relation, Stranger,
    TextRule, Type, Version,
};
use crate::words::{argument, character, code, count, either, place};

/// A problem, and where it is.
pub(crate) struct Found<'a, 't> {
    pub(crate) problem: Problem<'a, 't>,
    /// The JSON Pointer of the field at fault.
    pub(crate) path: String,
    pub(crate) range: Range,
}

/// What is wrong with a field.
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
    Misplaced { name: Cow<'t, str>, place: Place },
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
        breach: Breach,
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
    Elsewhere(Place),
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

/// The parts of a finding that its problem tells; the rest is the same for all.
#[derive(Default)]
struct Said {
    message: Text,
    label: Option<Text>,
    note: Option<Text>,
    help: Option<Text>,
    related: Vec<(Text, Range)>,
    fix: Option<Fix>,
    params: Params,
    source: Option<Source>,
    api_error: Option<&'static str>,
}

/// What is said, while it is being put together.
///
/// It is boxed because moving all of it from step to step made up a third of the code of the WebAssembly module.
struct Words(Box<Said>);

impl Words {
    fn new(message: impl Into<Text>) -> Self {
        Self(Box::new(Said {
            message: message.into(),
            ..Said::default()
        }))
    }

    fn label(mut self, label: impl Into<Text>) -> Self {
        put(&mut self.0.label, label.into());
        self
    }

    fn note(mut self, note: impl Into<Text>) -> Self {
        put(&mut self.0.note, note.into());
        self
    }

    fn help(mut self, help: impl Into<Text>) -> Self {
        put(&mut self.0.help, help.into());
        self
    }

    fn related(mut self, message: impl Into<Text>, range: Range) -> Self {
        self.0.related.push((message.into(), range));
        self
    }

    fn fix(mut self, fix: Option<Fix>) -> Self {
        self.0.fix = fix;
        self
    }

    fn param(mut self, name: &'static str, value: Param) -> Self {
        self.0.params.0.push((name, value));
        self
    }

    fn text(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.param(name, Param::Text(value.into()))
    }

    fn number(self, name: &'static str, value: usize) -> Self {
        self.param(name, Param::Number(value as u64))
    }

    fn list(self, name: &'static str, values: impl IntoIterator<Item = &'static str>) -> Self {
        self.param(name, Param::List(values.into_iter().map(Text::from).collect()))
    }

    fn source(self, page: &'static str, quote: Option<&'static str>) -> Self {
        self.cite(Source { page, quote })
    }

    fn cite(mut self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    fn api_error(mut self, api_error: Option<&'static str>) -> Self {
        self.0.api_error = api_error;
        self
    }
}

/// Once in the code, not at each of the many places that say something.
#[inline(never)]
fn put(place: &mut Option<Text>, text: Text) {
    *place = Some(text);
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

/// A finding whose places are not yet counted out in lines and columns.
pub(crate) struct Draft {
    pub(crate) finding: Finding,
    pub(crate) range: Range,
    pub(crate) related: Vec<Range>,
}

impl<'t> Cast<'_, 't> {
    /// The findings for these problems and for those of the text, sorted by position.
    pub(crate) fn findings(&self, found: Vec<Found<'_, 't>>) -> Vec<Finding> {
        let faults = self.tree.faults();
        let mut drafts = Vec::with_capacity(found.len() + faults.len());
        // Members are put in and taken out only where it is certain what stands around them.
        let mut is_certain = true;
        for (fault, path) in faults.iter().zip(self.tree.pointers(faults)) {
            let rule = fault.rule();
            let fix = fault.fix(self.tree.text());
            is_certain &= fix.is_some();
            let Some(severity) = self.options.severities.get(rule, rule.info().severity) else {
                continue;
            };
            let text = self.tree.text();
            let related = fault.related_message(text).zip(fault.related);
            let words = Said {
                message: fault.message(text),
                label: fault.label(text),
                note: fault.note(text),
                help: fault.help(text),
                related: related.into_iter().collect(),
                fix,
                params: fault.params(text),
                source: fault.source(),
                api_error: if rule == Rule::InvalidJson {
                    self.document.and_then(|document| document.not_json)
                } else {
                    None
                },
            };
            drafts.push(draft(rule, severity, Words(Box::new(words)), path, fault.range));
        }
        for Found { problem, path, range } in found {
            let rule = problem.rule();
            let default = match (rule, self.document.map(Document::kind)) {
                (Rule::UnknownField, Some(DocumentKind::Response | DocumentKind::Error)) => Severity::Warning,
                _ => rule.info().severity,
            };
            let Some(severity) = self.options.severities.get(rule, default) else {
                continue;
            };
            let mut words = self.words(problem);
            if !is_certain && matches!(rule, Rule::MissingField | Rule::ResponseOnlyField) {
                words.0.fix = None;
            }
            drafts.push(draft(rule, severity, words, Some(path), range));
        }
        if !self.mendable {
            drafts.iter_mut().for_each(|draft| draft.finding.fix = None);
        }
        drafts.sort_by_key(|draft| (draft.range, draft.finding.rule));
        locate(self.tree.text(), self.encoding, drafts)
    }

    /// Everything that is said about a problem.
    fn words(&self, problem: Problem<'_, 't>) -> Words {
        let tree = self.tree;
        match problem {
            Problem::Duplicate { name, first } => Words::new(format!("{} occurs twice in this object", code(&name)))
                .label("again here")
                .note("of several, the API takes the last")
                .help("keep one of them")
                .related("it is here first", first)
                .text("field", name.into_owned()),
            Problem::NoObject { value } => Words::new(format!("the body must be an object, not {}", kind(value)))
                .help("put the fields between `{` and `}`")
                .text("got", kind(value))
                .text("want", "an object"),
            Problem::WrongType { row, value, item } => self.wrong_type(row, value, item),
            Problem::Missing {
                row: Row { object, field },
                holder,
                within,
                only,
            } => {
                let whole = within.map(|within| format!(" from `{within}`")).unwrap_or_default();
                let example = field.example.unwrap_or("…");
                let value = only.map_or_else(|| Cow::Borrowed(example), |only| Cow::Owned(format!("\"{only}\"")));
                let add = format!("add `\"{}\": {value}`", field.name);
                // An object that is itself optional can also be left out.
                let optional = within.filter(|within| {
                    let root = self.document.map_or(&[][..], |document| document.root.fields);
                    root.iter().any(|outer| outer.name == *within && !outer.required)
                });
                let words = Words::new(format!("`{}` is missing{whole}", field.name))
                    .label(if within.is_none() {
                        "required in this body"
                    } else {
                        "required in this object"
                    })
                    .help(match (only, optional) {
                        (Some(_), _) => add,
                        (None, Some(within)) => format!("{add} with your own value, or leave `{within}` out"),
                        (None, None) => format!("{add} with your own value"),
                    })
                    .fix(only.and_then(|only| fix::insert(tree, holder, field.name, &format!("\"{only}\""))))
                    .text("field", field.name)
                    .source(object.page, Some("Mandatory: Yes"))
                    .api_error(field.missing_error);
                match within {
                    Some("lts") => {
                        words.note("all members of `lts` are required, even when `is_lts_enabled` is `false`")
                    }
                    _ => words,
                }
            }
            Problem::Unknown {
                name,
                key,
                object,
                suggestion,
            } => self.unknown(&name, key, object, suggestion),
            Problem::Misplaced { name, place } => self.misplaced(&name, place),
            Problem::Stranger {
                stranger,
                holder,
                member,
            } => self.stranger(stranger, holder, member),
            Problem::ForeignValue {
                row: Row { object, field },
                foreign,
            } => Words::new(format!(
                "`{foreign}` is a value of Huawei Cloud's v3, not of Open Telekom Cloud's"
            ))
            .help(format!(
                "write {}, or send the body to Huawei Cloud",
                either(allowed(field))
            ))
            .text("field", field.name)
            .text("got", foreign)
            .list("allowed", allowed(field))
            .source(object.page, Some(field.sentence))
            .api_error(field.api_error),
            Problem::UnknownValue { row, rule, value } => self.unknown_value(row, rule, value),
            Problem::Length {
                row: Row { object, field },
                length,
                got,
            } => {
                let wanted = match (length.min, length.max) {
                    (0, max) => format!("{max} characters at most"),
                    (min, max) => format!("{min} to {max} characters"),
                };
                let help = if got > length.max {
                    format!("take {} away", count(got - length.max, "character"))
                } else {
                    format!("add {} at least", count(length.min - got, "character"))
                };
                Words::new(format!("`{}` takes {wanted}, this has {got}", field.name))
                    .label(count(got, "character"))
                    .help(help)
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
                others,
                value,
            } => {
                // A character that is allowed further on is only in the wrong place.
                let misplaced = is_first && characters.allows(got, false);
                let (set, place) = match characters.first {
                    Some(first) if misplaced => (first, "as the first character of"),
                    _ => (characters, "in"),
                };
                let shown = character(got);
                let fix = fix::respell(field, characters, value);
                let start = if misplaced { "start with" } else { "use only" };
                let mut words = Words::new(format!("{shown} is not allowed {place} `{}`", field.name))
                    .help(match &fix {
                        Some(fix) => format!("{start} {}: {}", set.words, fix.title),
                        None => format!("{start} {}", set.words),
                    })
                    .fix(fix)
                    .text("field", field.name)
                    .text("got", got.to_string())
                    .text("allowed", set.list)
                    .source(object.page, Some(set.quote))
                    .api_error(field.api_error);
                words.0.related = others
                    .into_iter()
                    .map(|range| ("not allowed either".into(), range))
                    .collect();
                words
            }
            Problem::Form {
                row: Row { field, .. },
                form,
                breach,
                value,
            } => {
                let example = field.example.unwrap_or_default();
                let words = Words::new(format!("`{}` {}", field.name, breach.what))
                    .text("field", field.name)
                    .text("got", value.text().into_owned());
                let source = breach.source.unwrap_or(form.source);
                let words = words.cite(source);
                match form.rule {
                    Rule::UnusualKmsId => words.help(format!(
                        "copy the ID of the key, not its name; it looks like `{}`",
                        example.trim_matches('"')
                    )),
                    Rule::UnusualLtsName => words.help(format!("name it as CTS does: `{}`", example.trim_matches('"'))),
                    Rule::UnusualProjectId => {
                        words.help("copy the project ID from the console; it has 32 letters and digits")
                    }
                    _ => words.help("choose a name that OBS takes"),
                }
            }
            Problem::Relation {
                relation,
                value,
                related,
            } => self
                .relation(relation, value.is_some(), related)
                .fix(value.and_then(|value| fix::obey(relation, value))),
            Problem::Deprecated { source } => {
                let words = Words::new("this is a v1 body; v1 is being retired");
                let words = match self.options.file {
                    Some(file) => words.help(format!("`ctslint translate {}` writes the v3 body", argument(file))),
                    None => words.help("translate it to v3"),
                };
                words.cite(source)
            }
            Problem::Unlisted { count: more, .. } => Words::new(format!(
                "from here on, {} not listed",
                count(more, "finding") + if more == 1 { " is" } else { " are" }
            ))
            .help("mend the others first")
            .number("count", more),
            Problem::UnknownApi { reason, root } => match (reason, root.kind()) {
                (Reason::List, _) => {
                    Words::new("this is a list of trackers, as an API answers it; no CTS document is one")
                        .help("check one tracker at a time, as `v3-create-response`")
                }
                (_, Kind::Object) => Words::new("no field tells which CTS document this is")
                    .help("name it: `--as v3` for a v3 request, `--as v1` for a v1 request"),
                _ => Words::new(format!(
                    "this is {}, not the body of a CTS request or answer",
                    kind(root)
                ))
                .help("a body is an object: `{ … }`"),
            },
        }
    }

    fn wrong_type(&self, Row { object, field }: Row, value: Value<'_, 't>, item: bool) -> Words {
        let (what, wanted, cell) = match field.ty {
            _ if item => (
                format!("an item of `{}`", field.name),
                "a string",
                "Type: Array of strings",
            ),
            Type::Boolean => (format!("`{}`", field.name), "`true` or `false`", "Type: Boolean"),
            Type::Long => (format!("`{}`", field.name), "a whole number", "Type: Long"),
            Type::Text(_) => (format!("`{}`", field.name), "a string", "Type: String"),
            Type::Texts(_) => (
                format!("`{}`", field.name),
                "an array of strings",
                "Type: Array of strings",
            ),
            Type::Object(_) => (format!("`{}`", field.name), "an object", "Type: Object"),
        };
        let wanted_type = match field.ty {
            Type::Texts(rule) if item => Type::Text(rule),
            ty => ty,
        };
        let fix = fix::convert(wanted_type, value);
        let got = match (field.ty, value.kind()) {
            (Type::Long, Kind::Number) => "a number with a fraction",
            _ => kind(value),
        };
        let words = Words::new(format!("{what} must be {wanted}, not {got}"))
            .text("field", field.name)
            .text("got", got)
            .text("want", wanted)
            .source(object.page, Some(cell));
        match (&fix, value.kind()) {
            (Some(fix), _) => words.help(fix.title.clone()),
            (None, Kind::Null) => words
                .note("`null` is a value, not the absence of one")
                .help(if field.required {
                    "give it a value"
                } else {
                    "leave the field out, or give it a value"
                }),
            (None, _) => words.help(format!("write {wanted}")),
        }
        .fix(fix)
    }

    fn unknown(&self, name: &str, key: Value<'_, 't>, object: &'static Object, suggestion: Suggestion) -> Words {
        let words = Words::new(format!("unknown field {}", code(name)))
            .text("field", name.to_owned())
            .source(object.page, None);
        let is_request = self
            .document
            .is_none_or(|document| document.kind == DocumentKind::Request);
        let ignored = "the API ignores fields it does not know";
        let from_terraform = |yes: bool| if yes { "that is Terraform's name for it; " } else { "" };
        match suggestion {
            _ if !is_request => {
                let words = words.note("the reference has no such field; an answer may have more than it tells");
                match suggestion {
                    Suggestion::Rename { field, .. } => words
                        .label(format!("like `{}`", field.name))
                        .text("suggestion", field.name),
                    _ => words,
                }
            }
            Suggestion::None => words.note(ignored).help("remove it"),
            Suggestion::Rename {
                field,
                unique,
                terraform,
                ..
            } => {
                let required = if field.required {
                    " It is required and missing"
                } else {
                    ""
                };
                let words = words
                    .label(format!(
                        "{}did you mean `{}`?{required}",
                        from_terraform(terraform),
                        field.name
                    ))
                    .note(match field.required {
                        true => format!(
                            "{ignored}, so the tracker would be refused for the missing `{}`",
                            field.name
                        ),
                        false => ignored.into(),
                    })
                    .help(format!("rename it to `{}`", field.name))
                    .text("suggestion", field.name);
                if unique {
                    words.fix(Some(fix::rename(key, field.name)))
                } else {
                    words
                }
            }
            Suggestion::Several(names) => {
                let three = names.iter().copied().take(3);
                words
                    .label(format!("did you mean {}?", either(three.clone())))
                    .note(ignored)
                    .help("rename it, or remove it")
                    .list("suggestions", three)
            }
            Suggestion::Present(field) => words
                .label(format!("like `{}`, which is there already", field.name))
                .note(ignored)
                .help("remove it"),
            Suggestion::Stranger { stranger, terraform } => words
                .label(format!(
                    "{}did you mean `{}`? {}",
                    from_terraform(terraform),
                    stranger.name,
                    match stranger.origin {
                        Origin::Retired => "That was withdrawn",
                        Origin::OtherProvider => "That is a field of Huawei Cloud's v3",
                        Origin::Response => "That is a field of the answer",
                    }
                ))
                .note(ignored)
                .help("remove it")
                .text("suggestion", stranger.name),
            Suggestion::Elsewhere(place) => {
                let pointer = place.id.pointer(place.document.root);
                words
                    .label(match self.is_this(place.document) {
                        true => format!("did you mean `{}` {}?", place.name, in_place(&pointer)),
                        false => format!(
                            "did you mean `{}`? That is a field of {}",
                            place.name,
                            version(place.document)
                        ),
                    })
                    .note(ignored)
                    .help(match place.here {
                        Some(id) => self.put_it(id),
                        None => "remove it".into(),
                    })
                    .text("suggestion", pointer)
            }
        }
    }

    fn misplaced(&self, name: &str, place: Place) -> Words {
        let pointer = place.id.pointer(place.document.root);
        let words = match self.is_this(place.document) {
            true => Words::new(format!("`{name}` belongs {}", in_place(&pointer))),
            false => {
                let these = self.document.map_or("", version);
                Words::new(format!(
                    "`{name}` is a field of {}, not of {these}",
                    version(place.document)
                ))
            }
        };
        let words = words
            .note("where it stands, the API ignores it")
            .text("field", name.to_owned())
            .text("belongs", pointer);
        match place.here {
            Some(id) => words.help(self.put_it(id)),
            None => words.help("remove it"),
        }
        .source(place.id.row(place.document.root).0.page, None)
    }

    /// What to do with a value that belongs to this field.
    fn put_it(&self, id: FieldId) -> String {
        let Some(document) = self.document else {
            return String::new();
        };
        let (_, field) = id.row(document.root);
        let pointer = id.pointer(document.root);
        match (id.inner, field.ty) {
            (_, Type::Object(_)) => format!("write the object `{}` {}", field.name, in_place(&pointer)),
            (Some(_), _) => format!(
                "put it into `{}`, as `{}`",
                document.root.fields[id.top].name, field.name
            ),
            (None, _) => {
                format!("put it at the top level, as `{}`", field.name)
            }
        }
    }

    fn is_this(&self, document: &'static Document) -> bool {
        self.document == Some(document)
    }

    fn stranger(&self, stranger: &'static Stranger, holder: Value<'_, 't>, member: Member<'_, 't>) -> Words {
        let name = stranger.name;
        let page = self.document.map_or("", Document::page);
        let words = match stranger.origin {
            Origin::Retired => Words::new(format!(
                "`{name}` was withdrawn: notifications have a request of their own"
            ))
            .note("the API ignores it here")
            .help("send it as `POST /v3/{project_id}/notifications`, and remove it here")
            .source("CTS API Reference (2020), Creating a Tracker", None),
            Origin::OtherProvider => Words::new(format!(
                "`{name}` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's"
            ))
            .help(
                stranger
                    .note
                    .map_or_else(|| "remove it".into(), |advice| format!("remove it; {advice}")),
            )
            .source(page, None),
            Origin::Response => {
                let words = Words::new(format!("`{name}` is a field of the answer, not of the request"));
                match stranger.note {
                    Some(note) => words.note(note),
                    None => words,
                }
                .help("remove it")
                .fix(Some(fix::remove(holder, member)))
                .source(page, None)
            }
        };
        words.text("field", name)
    }

    fn unknown_value(&self, Row { object, field }: Row, rule: &'static TextRule, value: Value<'_, 't>) -> Words {
        let got = value.text();
        let near = nearest(&got, rule.values.iter().map(|allowed| (allowed.value, allowed.value)));
        let values = || rule.values.iter().map(|allowed| allowed.value);
        let words = Words::new(format!("{} is not a value of `{}`", code(&got), field.name))
            .text("field", field.name)
            .text("got", got.clone().into_owned())
            .list("allowed", values())
            .api_error(field.api_error);
        let words = words.source(object.page, Some(field.sentence));
        match near[..] {
            [meant] => {
                let same = meant.eq_ignore_ascii_case(&got);
                let words = words
                    .label(format!("did you mean `{meant}`?"))
                    .text("suggestion", meant);
                if same {
                    words.note("upper and lower case are different values")
                } else {
                    words
                }
                .help(format!("write `{meant}`"))
                .fix(
                    same.then(|| {
                        fix::replace(value, &format!("\"{meant}\""), format!("write `{meant}`"), Safety::Safe)
                    }),
                )
            }
            _ => words.help(format!("write {}", either(values()))),
        }
    }

    fn relation(&self, relation: &'static Relation, is_there: bool, related: Vec<Range>) -> Words {
        let words = match relation.rule {
            Rule::EncryptionWithoutKmsId => Words::new("`kms_id` is required while encryption is on")
                .label(if is_there {
                    "an empty ID names no key"
                } else {
                    "`kms_id` is missing from this body"
                })
                .help("add the ID of a key of the same project, or switch encryption off")
                .text("field", "kms_id"),
            Rule::KmsIdWithoutEncryption => Words::new("`kms_id` has no effect while encryption is off")
                .help("set `is_support_trace_files_encryption` to `true`, or remove the key")
                .text("field", "kms_id"),
            Rule::TrackerNameNotSystem => Words::new("the management tracker can only be called `system`")
                .help("write `system`")
                .text("field", "tracker_name")
                .text("want", "system"),
            Rule::ObsOptionWithoutBucket => Words::new("this option has no effect without `bucket_name`")
                .label("nothing is transferred")
                .help("add `bucket_name` to `obs_info`, or remove the option"),
            Rule::ShortRetention => Words::new("without a bucket and without LTS, traces are kept for 7 days only")
                .help("add `obs_info` with a `bucket_name`, or set `is_lts_enabled` to `true`"),
            Rule::CtsKmsEncryptedCheck => Words::new("trace files are not encrypted")
                .help("set `is_support_trace_files_encryption` to `true`, and `kms_id` to the ID of a key")
                .text("field", "is_support_trace_files_encryption"),
            Rule::CtsLtsEnable => Words::new("traces are not sent to LTS")
                .help("set `is_lts_enabled` to `true`")
                .text("field", "is_lts_enabled"),
            Rule::CtsSupportValidateCheck => Words::new("trace files can't be verified")
                .help("set `is_support_validate` to `true`")
                .text("field", "is_support_validate"),
            Rule::CtsTrackerBucketConfigured => Words::new("traces are not transferred to a bucket")
                .help("add `obs_info` with a `bucket_name`")
                .text("field", "bucket_name"),
            // The one relation without a rule of its own: a field that another one makes required.
            _ => Words::new("`detail` is missing: it says why the status is `error`")
                .label("required in this body")
                .help("add `detail`, as the API answered it")
                .text("field", "detail"),
        };
        let place = match relation.rule {
            Rule::EncryptionWithoutKmsId => "encryption is switched on here",
            Rule::KmsIdWithoutEncryption => "encryption is switched off here",
            Rule::TrackerNameNotSystem => "this makes it the management tracker",
            Rule::ObsOptionWithoutBucket => "this has no effect either",
            _ => "the status is `error`",
        };
        let words = related
            .into_iter()
            .fold(words, |words, range| words.related(place, range));
        words.cite(relation.source).api_error(relation.api_error)
    }
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

fn draft(rule: Rule, severity: Severity, Words(words): Words, path: Option<String>, range: Range) -> Draft {
    let mut related = Vec::with_capacity(words.related.len());
    let mut places = Vec::with_capacity(words.related.len());
    for (message, range) in words.related {
        related.push(Related { message, span: None });
        places.push(range);
    }
    let finding = Finding {
        rule,
        severity,
        message: words.message,
        note: words.note,
        help: words.help,
        path,
        span: None,
        label: words.label,
        related,
        fix: words.fix,
        params: words.params,
        source: words.source,
        api_error: words.api_error,
    };
    Draft {
        finding,
        range,
        related: places,
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
fn in_place(pointer: &str) -> String {
    match pointer.rsplit_once('/') {
        Some((holder, _)) if !holder.is_empty() => format!("in {}", place(holder)),
        _ => "at the top level".into(),
    }
}

fn version(document: &'static Document) -> &'static str {
    document.version.map_or("the answer", Version::name)
}
