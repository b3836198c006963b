//! JSON Schema: accepts a body exactly when the checker finds no error in it, but for [`SCHEMA_BLIND_SPOTS`].
//!
//! Patterns mean the same in ECMA-262 (flag `u`) and in the regex crate and need no lookaround. In Python `$` also matches
//! before a line feed at the end; therefore the characters of a text are ruled a second time, by a pattern of a forbidden
//! one. Lengths count Unicode characters.

use serde_json::Value;

use super::node::{Members, Node};
use crate::diagnostics::{Message, Param, ParamName, Text};
use crate::messages::{Language, MessageId};
use crate::model::{
    Characters, Condition, Document, DocumentKind, Field, FieldRef, Length, Object, Relation, Row, Scalar, Severity,
    TextRule, Type,
};

/// An edition of JSON Schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Draft {
    /// The edition of 2019 that editors read, with the annotations that they show: `markdownDescription`,
    /// `enumDescriptions`, `errorMessage`, `defaultSnippets`.
    Draft7,
    /// The current edition.
    #[default]
    Draft202012,
}

impl Draft {
    /// Both editions.
    pub const ALL: &[Self] = &[Self::Draft202012, Self::Draft7];

    /// The name by which users choose it: `2020-12` or `7`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft7 => "7",
            Self::Draft202012 => "2020-12",
        }
    }

    const fn meta_schema(self) -> &'static str {
        match self {
            Self::Draft7 => "http://json-schema.org/draft-07/schema#",
            Self::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    const fn folder(self) -> &'static str {
        match self {
            Self::Draft7 => "draft-07/",
            Self::Draft202012 => "",
        }
    }
}

/// What a schema is to be like. The default is the current edition, in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaOptions {
    /// The edition of JSON Schema.
    pub draft: Draft,
    /// The language of the titles, descriptions and messages. What is quoted from the reference stays English.
    pub language: Language,
}

/// Something that the checker sees and a schema does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlindSpot {
    /// A name, in kebab case.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// What becomes of it.
    pub effect: &'static str,
}

/// What the checker sees and a schema does not. On everything else both give the same verdict.
pub const SCHEMA_BLIND_SPOTS: &[BlindSpot] = &[
    BlindSpot {
        name: "text",
        about: "The text itself: whether it is JSON, its encoding, lone surrogates, nesting over the limit. A validator \
                gets a value that some parser has read, and parsers differ.",
        effect: "`invalid-json` and `byte-order-mark` are not in the schema.",
    },
    BlindSpot {
        name: "duplicate-keys",
        about: "A key that occurs twice. Parsers keep one of the two, mostly the last.",
        effect: "`duplicate-field` is not in the schema.",
    },
    BlindSpot {
        name: "equal-values",
        about: "Two fields with the same value. No keyword of JSON Schema compares values of a body with each other.",
        effect: "`same-bucket` is not in the schema.",
    },
    BlindSpot {
        name: "huge-numbers",
        about: "A number beyond the range of a double, such as `1e400`. To the checker it is a whole number; many parsers \
                refuse it or read it as infinite.",
        effect: "Validators may refuse it where a Long is wanted.",
    },
    BlindSpot {
        name: "misspelt-members-of-answers",
        about: "A member of an answer whose name is nearly that of a missing field. The checker takes it for that field \
                and warns; to a schema it is one more unknown member.",
        effect: "`{\"status\": \"error\", \"detial\": \"noBucket\"}` has no error, but the schema misses `detail`.",
    },
    BlindSpot {
        name: "placeholders",
        about: "A value with a placeholder, such as `${key}`, in a field that may be any text. The checker says that it was \
                not replaced; to a schema it is a text.",
        effect: "`unreplaced-placeholder` is in the schema only where the field has rules for its characters.",
    },
    BlindSpot {
        name: "document",
        about: "Which document a body is. A schema is that of one document.",
        effect: "`unknown-api` is not in the schema.",
    },
    BlindSpot {
        name: "advice",
        about: "Warnings and infos: what the API accepts although it is pointless or risky.",
        effect: "They decide nothing; where a text should have a certain form, the description says so.",
    },
];

/// The JSON Schema of a document, in edition 2020-12 and in English.
///
/// It accepts a body exactly when [`check`](crate::check) finds no error in it, but for [`SCHEMA_BLIND_SPOTS`].
///
/// ```
/// let document = ctslint::Document::from_name("v3").unwrap();
/// let schema = ctslint::json_schema(document);
/// assert_eq!(schema["properties"]["obs_info"]["properties"]["bucket_name"]["maxLength"], 63);
/// ```
#[must_use]
pub fn json_schema(document: &'static Document) -> Value {
    json_schema_with(document, &SchemaOptions::default())
}

/// The JSON Schema of a document in the edition and the language that are asked for.
///
/// ```
/// use ctslint::{Document, Language, SchemaOptions, json_schema_with};
///
/// let options = SchemaOptions { language: Language::De, ..SchemaOptions::default() };
/// let schema = json_schema_with(Document::from_name("v3").unwrap(), &options);
/// assert_eq!(schema["properties"]["obs_info"]["title"], "Übertragung nach OBS");
/// ```
#[must_use]
pub fn json_schema_with(document: &'static Document, options: &SchemaOptions) -> Value {
    schema(document, options).into()
}

/// The JSON Schema of a document as text: indented, in the order of the page, with a line feed at the end.
#[must_use]
pub fn json_schema_text(document: &'static Document, options: &SchemaOptions) -> String {
    let mut text = serde_json::to_string_pretty(&schema(document, options)).unwrap_or_default();
    text.push('\n');
    text
}

/// The file name of a schema below the folder of schemas, such as `draft-07/v3-create-request.schema.json`.
#[must_use]
pub fn json_schema_path(document: &'static Document, draft: Draft) -> String {
    format!("{}{}.schema.json", draft.folder(), document.name)
}

fn schema(document: &'static Document, options: &SchemaOptions) -> Node {
    let &SchemaOptions { draft, language } = options;
    let emitter = Emitter {
        document,
        draft,
        language,
    };
    let title = capitalised(&document.title(language));
    let description = Message::new(
        MessageId::SchemaTitle,
        [
            (ParamName::What, Param::from(title)),
            (ParamName::Name, document.page.into()),
        ],
    );
    let body = emitter.body();
    let body = if document.or_list {
        let list = Members::new().with("type", "array").with("items", body.clone());
        Members::new().with("anyOf", Node::List(vec![body.into(), list.into()]))
    } else {
        body
    };
    let members = Members::new()
        .with("$schema", draft.meta_schema())
        .with(
            "$id",
            format!(
                "{}/schemas/{}",
                env!("CARGO_PKG_REPOSITORY"),
                json_schema_path(document, draft)
            ),
        )
        .with("title", document.name)
        .with("description", description.worded(language))
        .with_some("deprecated", document.deprecated.map(|_| true))
        .and(body);
    members.into()
}

struct Emitter {
    document: &'static Document,
    draft: Draft,
    language: Language,
}

impl Emitter {
    fn for_editors(&self) -> bool {
        self.draft == Draft::Draft7
    }

    /// The members of the document, and its rules about several fields.
    fn body(&self) -> Members {
        let relations: Vec<Node> = self
            .document
            .all_relations()
            .filter(|relation| relation.rule.info().severity == Severity::Error && is_expressible(&relation.then))
            .map(|relation| self.relation(relation).into())
            .collect();
        self.object(self.document.name, self.document.root)
            .with_some("allOf", (!relations.is_empty()).then_some(Node::List(relations)))
    }

    fn object(&self, name: &'static str, object: &'static Object) -> Members {
        let properties = object.fields.iter().fold(Members::new(), |members, field| {
            members.with(field.name, self.field(object, field))
        });
        let required: Vec<Node> = object
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.name.into())
            .collect();
        Members::new()
            .with("type", "object")
            .with("properties", properties)
            .with_some("required", (!required.is_empty()).then_some(Node::List(required)))
            .with_some(
                "additionalProperties",
                (self.document.kind == DocumentKind::Request).then_some(false),
            )
            .with_some("defaultSnippets", self.snippets(name, object))
    }

    /// What editors offer to write: the object with what it must have, and with everything.
    fn snippets(&self, name: &'static str, object: &'static Object) -> Option<Node> {
        if !self.for_editors() || self.document.kind != DocumentKind::Request {
            return None;
        }
        let all = body(object, false);
        let required = body(object, true);
        let snippet = |label: MessageId, body: Members| {
            let label = Message::new(label, [(ParamName::Name, name)]).worded(self.language);
            Members::new().with("label", label).with("body", body)
        };
        let mut snippets = Vec::new();
        if !required.is_empty() && required != all {
            snippets.push(snippet(MessageId::SchemaRequiredFields, required));
        }
        snippets.push(snippet(MessageId::SchemaAllFields, all));
        Some(snippets.into_iter().collect())
    }

    fn field(&self, object: &'static Object, field: &'static Field) -> Members {
        let example = field.example.and_then(parse);
        let described = Members::new()
            .with("title", field.label.text(self.language))
            .with("description", describe(field, self.language))
            .with_some(
                "markdownDescription",
                self.for_editors()
                    .then(|| describe_in_markdown(object, field, self.language)),
            );
        described
            .and(self.value(field))
            .with_some("default", field.default)
            .with_some("examples", example.map(|example| Node::List(vec![Node::Json(example)])))
            .with_some(
                "errorMessage",
                if self.for_editors() {
                    error_message(field, self.language)
                } else {
                    None
                },
            )
    }

    fn value(&self, field: &'static Field) -> Members {
        match field.ty {
            Type::Boolean => Members::new().with("type", "boolean"),
            Type::Long(_) => Members::new().with("type", "integer"),
            Type::Text(rule) => self.text(rule),
            Type::Texts(rule) => Members::new()
                .with("type", "array")
                .with("items", self.text(rule))
                .with_some("minItems", field.empty_error.map(|_| 1_usize)),
            Type::Object(object) => self.object(field.name, object),
            Type::List => {
                let item = self.document.items.map(|document| Self { document, ..*self }.body());
                Members::new().with("type", "array").with_some("items", item)
            }
        }
    }

    fn text(&self, rule: &'static TextRule) -> Members {
        let string = Members::new().with("type", "string");
        if rule.or_empty {
            let empty = Members::new().with("const", Scalar::Text(""));
            let given = self.constraints(Members::new(), rule);
            return string.with("anyOf", Node::List(vec![empty.into(), given.into()]));
        }
        self.constraints(string, rule)
    }

    fn constraints(&self, mut members: Members, rule: &'static TextRule) -> Members {
        if !rule.values.is_empty() {
            members = members.with("enum", rule.values.iter().map(|value| value.value).collect::<Node>());
            if self.for_editors() {
                let docs = rule.values.iter().map(|value| value.doc.text(self.language));
                members = members.with("enumDescriptions", docs.collect::<Node>());
            }
        }
        if let Some(length) = &rule.length {
            let least = (length.min > 0).then_some(length.min);
            members = members.with_some("minLength", least).with("maxLength", length.max);
        }
        let format = rule
            .format
            .filter(|format| format.rule.info().severity == Severity::Error);
        let mut patterns: Vec<String> = format
            .map_or(&[][..], |format| format.patterns)
            .iter()
            .map(|&it| it.into())
            .collect();
        // The pattern of a format says more than that of the characters, which are ruled by `not` in any case.
        if let (Some(characters), []) = (&rule.characters, &patterns[..]) {
            patterns.push(pattern(characters));
        }
        let mut forbidden: Vec<String> = rule.characters.as_ref().map(forbidden).unwrap_or_default();
        forbidden.extend(
            format
                .iter()
                .flat_map(|format| format.not_patterns)
                .map(|&it| it.into()),
        );
        let one = |pattern: String| Members::new().with("pattern", pattern);
        members = match patterns.len() {
            0 => members,
            1 => members.with("pattern", patterns.remove(0)),
            _ => members.with("allOf", patterns.into_iter().map(one).collect::<Node>()),
        };
        match forbidden.len() {
            0 => members,
            1 => members.with("not", one(forbidden.remove(0))),
            _ => members.with(
                "not",
                Members::new().with("anyOf", forbidden.into_iter().map(one).collect::<Node>()),
            ),
        }
    }

    /// A rule about several fields. A field with a wrong value is an error by itself, so that it does not matter here that
    /// the checker then keeps silent.
    fn relation(&self, relation: &'static Relation) -> Members {
        let quote = relation.source.quote;
        let message = self.for_editors().then_some(quote).flatten();
        let then = self.condition(&relation.then, message);
        match relation.when {
            Condition::Always => then,
            _ => Members::new()
                .with("if", self.condition(&relation.when, None))
                .with("then", then),
        }
    }

    /// Bodies of which a condition holds; editors show the message at values for which it does not.
    fn condition(&self, condition: &Condition, message: Option<&'static str>) -> Members {
        let each = |conditions: &[Condition]| {
            let each = conditions.iter().map(|one| self.condition(one, message));
            each.collect::<Node>()
        };
        let value = |members: Members| Some(members.with_some("errorMessage", message));
        match condition {
            Condition::Always => Members::new(),
            Condition::Is(id, scalar) => self.at(*id, value(Members::new().with("const", *scalar))),
            Condition::Present(id) => self.at(*id, None),
            Condition::Given(id) => {
                let empty = Members::new().with("const", Scalar::Text(""));
                self.at(*id, value(Members::new().with("not", empty)))
            }
            Condition::Fits(id, rule) => self.at(*id, Some(self.text(rule))),
            Condition::Not(Condition::Present(id)) => self.if_there(*id, Node::Boolean(false)),
            Condition::Not(Condition::Given(id)) => {
                let empty = Members::new().with("const", Scalar::Text(""));
                self.if_there(*id, empty.with_some("errorMessage", message).into())
            }
            Condition::Not(Condition::Is(id, scalar)) => {
                let other = Members::new().with("not", Members::new().with("const", *scalar));
                self.if_there(*id, other.with_some("errorMessage", message).into())
            }
            Condition::Not(condition) => Members::new().with("not", self.condition(condition, None)),
            // No keyword compares two values; see `is_expressible`.
            Condition::Same(..) => Members::new(),
            Condition::All(all) => Members::new().with("allOf", each(all)),
            Condition::Any(any) => Members::new().with("anyOf", each(any)),
        }
    }

    /// A body in which a field has such a value, or is not there. Editors then mark the field, and not the body.
    fn if_there(&self, id: FieldRef, value: Node) -> Members {
        let of = |name: &'static str, value: Node| {
            let properties = Members::new().with(name, value);
            Members::new().with("type", "object").with("properties", properties)
        };
        let inner = of(id.row().field.name, value);
        match id.inner() {
            Some(_) => of(self.document.root.fields[id.top()].name, inner.into()),
            None => inner,
        }
    }

    /// A body in which a field is there, with such a value or with any.
    fn at(&self, id: FieldRef, value: Option<Members>) -> Members {
        let has = |name: &'static str, value: Node| {
            Members::new()
                .with("type", "object")
                .with("properties", Members::new().with(name, value))
                .with("required", [name].into_iter().collect::<Node>())
        };
        let Row { field, .. } = id.row();
        let inner = has(field.name, value.map_or(Node::Boolean(true), Node::from));
        match id.inner() {
            Some(_) => has(self.document.root.fields[id.top()].name, inner.into()),
            None => inner,
        }
    }
}

/// Whether a schema can express a condition.
fn is_expressible(condition: &Condition) -> bool {
    match condition {
        Condition::Same(..) => false,
        Condition::Not(condition) => is_expressible(condition),
        Condition::All(all) | Condition::Any(all) => all.iter().all(is_expressible),
        Condition::Always | Condition::Is(..) | Condition::Present(_) | Condition::Given(_) | Condition::Fits(..) => {
            true
        }
    }
}

/// A text that consists of these characters.
fn pattern(characters: &Characters) -> String {
    match characters.first {
        Some(first) => format!("^([{}][{}]*)?$", first.class, characters.class),
        None => format!("^[{}]*$", characters.class),
    }
}

/// A text that has another character.
fn forbidden(characters: &Characters) -> Vec<String> {
    let first = characters.first.map(|first| format!("^[^{}]", first.class));
    first.into_iter().chain([format!("[^{}]", characters.class)]).collect()
}

/// An object as it could be written, from the examples of its fields.
fn body(object: &'static Object, only_required: bool) -> Members {
    let fields = object.fields.iter().filter(|field| field.required || !only_required);
    fields.fold(Members::new(), |members, field| match field.ty {
        Type::Object(inner) => members.with_some(field.name, body(inner, only_required).if_any()),
        _ => members.with_some(field.name, field.example.and_then(parse).map(Node::Json)),
    })
}

fn parse(json: &'static str) -> Option<Value> {
    serde_json::from_str(json).ok()
}

/// What a value must be, in words; nothing where its type says all.
pub(crate) fn limits(rule: &TextRule, language: Language) -> Vec<Text> {
    let mut limits = Vec::new();
    if let Some(Length { min, max, .. }) = rule.length {
        limits.push(match min {
            0 => Message::new(MessageId::LimitAtMost, [(ParamName::Max, max)]),
            _ => Message::new(MessageId::LimitBetween, [(ParamName::Min, min), (ParamName::Max, max)]),
        });
    }
    if let Some(characters) = &rule.characters {
        let of = |id: MessageId, words: MessageId| Message::new(id, [(ParamName::What, words)]);
        limits.push(of(MessageId::LimitOnly, characters.words));
        limits.extend(characters.first.map(|first| of(MessageId::LimitFirst, first.words)));
    }
    if let Some(format) = rule.format {
        limits.push(Message::plain(format.words));
    }
    limits.into_iter().map(|limit| limit.worded(language)).collect()
}

fn rule_of(field: &Field) -> Option<&'static TextRule> {
    match field.ty {
        Type::Text(rule) | Type::Texts(rule) => Some(rule),
        _ => None,
    }
}

/// The limits as a sentence.
fn limits_sentence(field: &'static Field, language: Language) -> Option<Text> {
    let limits = limits(rule_of(field)?, language);
    if limits.is_empty() {
        return None;
    }
    let limits = limits.join(&MessageId::ListLimits.text(language));
    let sentence = Message::new(MessageId::SchemaSentence, [(ParamName::What, capitalised(&limits))]);
    Some(sentence.worded(language))
}

/// A text with a capital at its start.
pub(crate) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters.as_str().chars()).collect()
}

fn describe(field: &'static Field, language: Language) -> String {
    let doc = field.doc.map_or_else(Text::default, |doc| doc.text(language));
    let values = rule_of(field).map_or(&[][..], |rule| rule.values);
    let values = values.iter().map(|value| {
        let value = [
            (ParamName::Value, Param::from(value.value)),
            (ParamName::What, value.doc.into()),
        ];
        Message::new(MessageId::SchemaValue, value).worded(language)
    });
    let sentences: Vec<Text> = [doc]
        .into_iter()
        .chain(limits_sentence(field, language))
        .chain(values)
        .collect();
    sentences.join(&MessageId::ListSentences.text(language))
}

fn describe_in_markdown(object: &'static Object, field: &'static Field, language: Language) -> String {
    let default = field.default.map(|default| {
        let default = match default {
            Scalar::Boolean(value) => value.to_string(),
            Scalar::Text(value) => value.to_owned(),
        };
        Message::new(MessageId::SchemaDefault, [(ParamName::Value, default)])
    });
    let quote = format!("> {}\n>\n> — {}", field.sentence, object.page);
    let otherwise = field
        .api_error
        .map(|code| Message::new(MessageId::SchemaOtherwise, [(ParamName::ApiError, code)]));
    let worded = |message: Message| message.worded(language).into_owned();
    let paragraphs: Vec<String> = [describe(field, language)]
        .into_iter()
        .chain(default.map(worded))
        .chain([quote])
        .chain(otherwise.map(worded))
        .collect();
    paragraphs.join("\n\n")
}

/// What editors say of a wrong value.
fn error_message(field: &'static Field, language: Language) -> Option<Text> {
    let rule = rule_of(field)?;
    let (id, what) = if rule.values.is_empty() {
        let decides = rule.length.is_some() || rule.characters.is_some();
        let limits = limits_sentence(field, language).filter(|_| decides)?;
        (MessageId::SchemaWrong, limits)
    } else {
        let values: Vec<String> = rule.values.iter().map(|value| format!("\"{}\"", value.value)).collect();
        let values = values.join(&MessageId::ListOr.text(language));
        (MessageId::SchemaTakes, values.into())
    };
    let params = [
        (ParamName::Field, Param::from(field.name)),
        (ParamName::What, what.into()),
    ];
    Some(Message::new(id, params).worded(language))
}
