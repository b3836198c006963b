//! JSON Schema: accepts a body exactly when the checker finds no error in it, but for [`SCHEMA_BLIND_SPOTS`].
//!
//! Profiles are editions of it for other tools ([`SchemaProfile`]); all but `codegen` and `llm` give the same verdicts.
//!
//! Patterns mean the same in ECMA-262 (flag `u`) and in the regex crate and need no lookaround, but for those of the
//! profile `forms`. In Python `$` also matches
//! before a line feed at the end; therefore the characters of a text are ruled a second time, by a pattern of a forbidden
//! one. Lengths count Unicode characters.

use serde_json::Value;

use super::node::{Members, Node};
use super::profile::{SchemaOptions, SchemaProfile};
use crate::diagnostics::{Message, Param, ParamName, Text};
use crate::messages::{Language, MessageId};
use crate::model::{
    Characters, Condition, Document, DocumentKind, Field, FieldRef, Length, Object, Relation, Row, Rule, Scalar,
    Severity, StringFormat, TextRule, Type,
};

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
pub fn json_schema_path(document: &'static Document, profile: SchemaProfile) -> String {
    format!("{}{}.schema.json", profile.folder(), document.name)
}

fn schema(document: &'static Document, options: &SchemaOptions) -> Node {
    let &SchemaOptions { profile, language, .. } = options;
    let emitter = Emitter {
        document,
        profile,
        language,
    };
    let title = capitalised(&document.title(language));
    let title = [
        (ParamName::What, Param::from(title)),
        (ParamName::Name, document.page.into()),
    ];
    let description = [Message::new(MessageId::SchemaTitle, title)]
        .into_iter()
        .chain(emitter.gap())
        .map(|sentence| sentence.worded(language));
    let body = emitter.body();
    // What a model writes is an object.
    let body = if document.or_list && !emitter.is_for_models() {
        let list = Members::new().with("type", "array").with("items", body.clone());
        Members::new().with("anyOf", Node::List(vec![body.into(), list.into()]))
    } else {
        body
    };
    // What is published has an address. Models know no edition of JSON Schema.
    let names_itself = !emitter.is_for_models();
    let id = (names_itself && options.draft() == profile.draft()).then(|| {
        format!(
            "{}/schemas/{}",
            env!("CARGO_PKG_REPOSITORY"),
            json_schema_path(document, profile)
        )
    });
    let members = Members::new()
        .with_some("$schema", names_itself.then(|| options.draft().meta_schema()))
        .with_some("$id", id)
        .with("title", document.name)
        .with(
            "description",
            description
                .collect::<Vec<_>>()
                .join(&MessageId::ListSentences.text(language)),
        )
        .with_some("deprecated", document.deprecated.filter(|_| names_itself).map(|_| true))
        .and(body);
    members.into()
}

struct Emitter {
    document: &'static Document,
    profile: SchemaProfile,
    language: Language,
}

impl Emitter {
    fn for_editors(&self) -> bool {
        self.profile == SchemaProfile::Editor
    }

    fn is_for_models(&self) -> bool {
        self.profile == SchemaProfile::Llm
    }

    /// Whether it has neither `not` nor `default`.
    fn is_for_generators(&self) -> bool {
        matches!(
            self.profile,
            SchemaProfile::Forms | SchemaProfile::Codegen | SchemaProfile::Llm
        )
    }

    /// The members of the document, and its rules about several fields.
    fn body(&self) -> Members {
        let members = self.object(self.document.name, self.document.root, true);
        if matches!(self.profile, SchemaProfile::Codegen | SchemaProfile::Llm) {
            return members;
        }
        let mut conditions: Vec<_> = self.conditions().map(|it| self.relation(it)).collect();
        if self.profile == SchemaProfile::Forms {
            conditions.extend(self.members_of_optional_objects());
        }
        match conditions.len() {
            0 => members,
            1 if conditions[0].has("if") => members.and(conditions.remove(0)),
            // Form generators show nothing of an object with `allOf`.
            _ if self.profile == SchemaProfile::Forms => {
                let all = conditions.into_iter().collect::<Node>();
                members.with("if", true).with("then", Members::new().with("allOf", all))
            }
            _ => members.with("allOf", conditions.into_iter().collect::<Node>()),
        }
    }

    /// What optional objects must have, where they are there. Form generators would fill in the rest of an object that says
    /// itself what it requires.
    fn members_of_optional_objects(&self) -> impl Iterator<Item = Members> {
        let fields = self.document.root.fields.iter().filter(|field| !field.required);
        fields.filter_map(|field| match field.ty {
            Type::Object(object) => {
                let names: Vec<Node> = required(object).map(|field| field.name.into()).collect();
                let held = object
                    .fields
                    .iter()
                    .filter(|field| field.required || field.empty_error.is_some());
                let held = held.fold(Members::new(), |members, field| members.with(field.name, least(field)));
                let complete = Members::new()
                    .with("type", "object")
                    .with("properties", held.if_any()?)
                    .with_some("required", (!names.is_empty()).then_some(Node::List(names)));
                let all = Members::new()
                    .with("type", "object")
                    .with("properties", Members::new().with(field.name, complete));
                let there = having(field.name, Members::new());
                Some(Members::new().with("if", there).with("then", all))
            }
            _ => None,
        })
    }

    /// The rules about several fields that become conditions.
    fn conditions(&self) -> impl Iterator<Item = &'static Relation> {
        self.document.all_relations().filter(|relation| {
            relation.rule.info().severity == Severity::Error
                && is_expressible(&relation.then)
                && constant(relation).is_none()
        })
    }

    /// What code generators and models get to read in place of the rules that are left out.
    fn gap(&self) -> Vec<Message> {
        let (nulls, left_out) = match self.profile {
            SchemaProfile::Codegen => (None, MessageId::SchemaLeavesOut),
            SchemaProfile::Llm => (Some(Message::plain(MessageId::SchemaNulls)), MessageId::SchemaUnseen),
            SchemaProfile::Default | SchemaProfile::Editor | SchemaProfile::Forms => return Vec::new(),
        };
        let mut rules = Vec::new();
        for document in [Some(self.document), self.document.items].into_iter().flatten() {
            let texts = document.fields().filter_map(|id| rule_of(id.row().field));
            rules.extend(texts.flat_map(|rule| self.left_out(rule)));
            for relation in (Self { document, ..*self }).conditions() {
                rules.push(relation.rule);
                if let Condition::Fits(_, rule) = relation.then {
                    rules.extend(rules_of(rule));
                }
            }
        }
        let mut names: Vec<String> = rules.iter().map(|rule| format!("`{}`", rule.name())).collect();
        names.sort();
        names.dedup();
        let names = names.join(&MessageId::ListLimits.text(self.language));
        let left_out = (!names.is_empty()).then(|| Message::new(left_out, [(ParamName::What, names)]));
        nulls.into_iter().chain(left_out).collect()
    }

    /// The rules about a text that the schema does not hold in full.
    fn left_out(&self, rule: &'static TextRule) -> Vec<Rule> {
        if self.is_for_models() {
            return rules_of(rule).collect();
        }
        let format = rule.format.filter(|_| !not_patterns(rule).is_empty());
        // The empty text is right, and so must be all short ones.
        let length = rule.length.as_ref().filter(|length| rule.or_empty && length.min > 0);
        let format = format.map(|format| format.rule);
        format
            .into_iter()
            .chain(length.map(|_| Rule::LengthOutOfRange))
            .collect()
    }

    /// An object; `holds_itself`: it says itself what it must have.
    fn object(&self, name: &'static str, object: &'static Object, holds_itself: bool) -> Members {
        let properties = object.fields.iter().fold(Members::new(), |members, field| {
            members.with(field.name, self.field(object, field, holds_itself))
        });
        let required = object
            .fields
            .iter()
            .filter(|field| field.required || self.is_for_models());
        let required: Vec<Node> = required.map(|field| field.name.into()).collect();
        let is_closed = self.document.kind == DocumentKind::Request || self.is_for_models();
        Members::new()
            .with("type", "object")
            .with("properties", properties)
            .with_some(
                "required",
                (holds_itself && !required.is_empty()).then_some(Node::List(required)),
            )
            .with_some("additionalProperties", is_closed.then_some(false))
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

    fn field(&self, object: &'static Object, field: &'static Field, holds_itself: bool) -> Members {
        let example = field.example.and_then(parse);
        let described = Members::new()
            .with("title", field.label.text(self.language))
            .with("description", describe(field, self.language))
            .with_some(
                "markdownDescription",
                self.for_editors()
                    .then(|| describe_in_markdown(object, field, self.language)),
            );
        let constant = self.constant(object, field);
        let message = || error_message(field, self.language).or_else(|| constant?.1.map(Text::from));
        // Form generators would write them into bodies, and code generators take a field with one for required.
        let default = field.default.filter(|_| !self.is_for_generators());
        let value = self
            .value(field, holds_itself)
            .with_some("enum", constant.map(|(value, _)| Node::List(vec![value.into()])));
        if self.is_for_models() {
            return described.and(if self.may_be_null(object, field) {
                or_null(value)
            } else {
                value
            });
        }
        described
            .and(value)
            .with_some("default", default)
            .with_some("examples", example.map(|example| Node::List(vec![Node::Json(example)])))
            .with_some("errorMessage", self.for_editors().then(message).flatten())
    }

    /// Whether a model may write `null` for a field. The number of such choices is limited, and an optional object with one
    /// member says nothing without it.
    fn may_be_null(&self, object: &'static Object, field: &Field) -> bool {
        !field.required && (object.fields.len() > 1 || std::ptr::eq(object, self.document.root))
    }

    /// The one value that a rule about several fields leaves to a field in every body, and the sentence that says so.
    fn constant(&self, object: &'static Object, field: &'static Field) -> Option<(Scalar, Option<&'static str>)> {
        let is_root = std::ptr::eq(object, self.document.root);
        let relations = self.document.all_relations().filter(|_| is_root);
        relations
            .filter(|relation| relation.rule.info().severity == Severity::Error)
            .find_map(|relation| {
                let (id, value) = constant(relation)?;
                (id.row().field.name == field.name).then_some((value, relation.source.quote))
            })
    }

    fn value(&self, field: &'static Field, holds_itself: bool) -> Members {
        match field.ty {
            Type::Boolean => Members::new().with("type", "boolean"),
            Type::Long(_) => Members::new().with("type", "integer"),
            Type::Text(rule) => self.text(rule),
            Type::Texts(rule) => Members::new()
                .with("type", "array")
                .with("items", self.text(rule))
                .with_some("minItems", field.empty_error.filter(|_| holds_itself).map(|_| 1_usize)),
            Type::Object(object) => {
                let is_optional = self.profile == SchemaProfile::Forms && !field.required;
                self.object(field.name, object, !is_optional)
            }
            Type::List => {
                let item = self.document.items.map(|document| Self { document, ..*self }.body());
                Members::new().with("type", "array").with_some("items", item)
            }
        }
    }

    fn text(&self, rule: &'static TextRule) -> Members {
        let string = Members::new().with("type", "string");
        // To a model, what is not said is `null` and not empty.
        if !rule.or_empty || self.is_for_models() {
            return self.constraints(string, rule);
        }
        let empty = Scalar::Text("");
        match self.profile {
            SchemaProfile::Default | SchemaProfile::Editor => {
                let empty = Members::new().with("const", empty);
                let given = self.constraints(Members::new(), rule);
                string.with("anyOf", Node::List(vec![empty.into(), given.into()]))
            }
            // A choice of two schemas would become a choice of two inputs or types.
            SchemaProfile::Forms | SchemaProfile::Codegen | SchemaProfile::Llm if !rule.values.is_empty() => {
                let values = rule.values.iter().map(|value| Scalar::Text(value.value));
                string.with("enum", [empty].into_iter().chain(values).collect::<Node>())
            }
            SchemaProfile::Forms | SchemaProfile::Codegen | SchemaProfile::Llm => {
                let length = rule.length.as_ref();
                let pattern = self.pattern(rule).map(|pattern| match (length, self.profile) {
                    (Some(Length { min, max, .. }), SchemaProfile::Forms) => {
                        let pattern = pattern.trim_start_matches('^');
                        format!(r"^$|^(?=[\s\S]{{{min},{max}}}$){pattern}")
                    }
                    _ => format!("^$|{pattern}"),
                });
                string
                    .with_some("maxLength", length.map(|length| length.max))
                    .with_some("pattern", pattern)
            }
        }
    }

    fn constraints(&self, mut members: Members, rule: &'static TextRule) -> Members {
        if !rule.values.is_empty() {
            members = members.with("enum", rule.values.iter().map(|value| value.value).collect::<Node>());
            if self.for_editors() {
                let docs = rule.values.iter().map(|value| value.doc.text(self.language));
                members = members.with("enumDescriptions", docs.collect::<Node>());
            }
        }
        // What structured output makes of lengths and patterns differs; the description says them.
        if self.is_for_models() {
            return members;
        }
        if let Some(length) = &rule.length {
            let least = (length.min > 0).then_some(length.min);
            members = members.with_some("minLength", least).with("maxLength", length.max);
        }
        members = members.with_some("pattern", self.pattern(rule));
        if self.is_for_generators() {
            return members;
        }
        let mut forbidden: Vec<String> = rule.characters.as_ref().map(forbidden).unwrap_or_default();
        forbidden.extend(not_patterns(rule).iter().map(|&it| it.into()));
        let one = |pattern: String| Members::new().with("type", "string").with("pattern", pattern);
        match forbidden.len() {
            0 => members,
            1 => members.with("not", one(forbidden.remove(0))),
            _ => members.with(
                "not",
                Members::new().with("anyOf", forbidden.into_iter().map(one).collect::<Node>()),
            ),
        }
    }

    /// The pattern of a text. That of a format says more than that of the characters.
    fn pattern(&self, rule: &'static TextRule) -> Option<String> {
        let of_format = rule
            .format
            .filter(|format| is_error(format))
            .and_then(|format| format.pattern);
        let pattern = of_format
            .map(str::to_owned)
            .or_else(|| rule.characters.as_ref().map(pattern));
        let forbidden = not_patterns(rule);
        if self.profile != SchemaProfile::Forms || forbidden.is_empty() {
            return pattern;
        }
        let ahead: String = forbidden
            .iter()
            .map(|it| format!("(?!{})", it.trim_start_matches('^')))
            .collect();
        let pattern = pattern.unwrap_or_default();
        Some(format!("^{ahead}{}", pattern.trim_start_matches('^')))
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
                let given = Members::new().with("type", "string").with("minLength", 1);
                self.at(*id, Some(given))
            }
            Condition::Fits(id, rule) => self.at(*id, Some(self.text(rule))),
            Condition::Not(Condition::Present(id)) => self.if_there(*id, Node::Boolean(false)),
            Condition::Not(Condition::Given(id)) => {
                let empty = Members::new().with("const", Scalar::Text(""));
                self.if_there(*id, empty.with_some("errorMessage", message).into())
            }
            Condition::Not(Condition::Is(id, scalar)) => {
                let other = match self.profile {
                    SchemaProfile::Forms => other_than(id.row().field, *scalar),
                    _ => Members::new().with("not", Members::new().with("const", *scalar)),
                };
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
        let Row { field, .. } = id.row();
        let inner = having(field.name, value.unwrap_or_default());
        match id.inner() {
            Some(_) => having(self.document.root.fields[id.top()].name, inner),
            None => inner,
        }
    }
}

/// The fields that an object must have.
fn required(object: &'static Object) -> impl Iterator<Item = &'static Field> {
    object.fields.iter().filter(|field| field.required)
}

/// Such a value or `null`.
fn or_null(value: Members) -> Members {
    let null = Members::new().with("type", "null");
    Members::new().with("anyOf", Node::List(vec![value.into(), null.into()]))
}

/// How many items a list must have at least.
fn least(field: &'static Field) -> Members {
    let least = field
        .empty_error
        .map(|_| Members::new().with("type", "array").with("minItems", 1));
    least.unwrap_or_default()
}

/// An object that has this member, with such a value. Form generators show no member that is `true`.
fn having(name: &'static str, value: impl Into<Node>) -> Members {
    Members::new()
        .with("type", "object")
        .with("properties", Members::new().with(name, value))
        .with("required", [name].into_iter().collect::<Node>())
}

/// A right value of the field that is another than this, without `not`.
fn other_than(field: &'static Field, value: Scalar) -> Members {
    match value {
        Scalar::Boolean(value) => Members::new().with("const", !value),
        Scalar::Text(text) => {
            let values = rule_of(field).map_or(&[][..], |rule| rule.values);
            let others = values.iter().map(|value| value.value).filter(|value| *value != text);
            if values.is_empty() {
                let pattern = format!("^(?!{text}$)");
                return Members::new().with("type", "string").with("pattern", pattern);
            }
            Members::new().with("enum", others.collect::<Node>())
        }
    }
}

/// The field that a rule about several fields makes a constant, because what it depends on holds in every right body.
fn constant(relation: &Relation) -> Option<(FieldRef, Scalar)> {
    match relation.then {
        Condition::Is(id, value) if id.inner().is_none() && always_holds(&relation.when, id) => Some((id, value)),
        _ => None,
    }
}

/// Whether a condition holds in every right body that has the field.
fn always_holds(condition: &Condition, field: FieldRef) -> bool {
    let is_required = |id: FieldRef| id.inner().is_none() && id.row().field.required;
    match condition {
        Condition::Always => true,
        Condition::Present(id) => *id == field || is_required(*id),
        Condition::Is(id, Scalar::Text(text)) => {
            let values = rule_of(id.row().field).map_or(&[][..], |rule| rule.values);
            is_required(*id) && values.iter().all(|value| value.value == *text) && !values.is_empty()
        }
        Condition::All(all) => all.iter().all(|condition| always_holds(condition, field)),
        _ => false,
    }
}

/// Whether a text of another format is refused, and not only warned of.
fn is_error(format: &StringFormat) -> bool {
    format.rule.info().severity == Severity::Error
}

/// The rules that refuse a text.
fn rules_of(rule: &TextRule) -> impl Iterator<Item = Rule> {
    let length = rule.length.as_ref().map(|_| Rule::LengthOutOfRange);
    let characters = rule.characters.as_ref().map(|_| Rule::InvalidCharacter);
    let format = rule.format.filter(|format| is_error(format));
    let format = format.map(|format| format.rule);
    [length, characters, format].into_iter().flatten()
}

/// The patterns of texts that are refused; each begins with `^`.
fn not_patterns(rule: &'static TextRule) -> &'static [&'static str] {
    let format = rule.format.filter(|format| is_error(format));
    format.map_or(&[], |format| format.not_patterns)
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
