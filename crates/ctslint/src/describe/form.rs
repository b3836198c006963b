//! What a form needs to know of the fields of a document.

use std::borrow::Cow;

use serde::Serialize;

use crate::messages::{Language, MessageId};
use crate::model::{
    At, Characters, Condition, Document, Field, FieldRef, Relation, Row, Scalar, Severity, Source, TextRule, Type,
};

/// A field of a document, for an input of a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FieldInfo {
    /// The JSON Pointer of the field.
    pub path: String,
    /// The name in JSON.
    pub name: &'static str,
    /// The name for people.
    pub label: Cow<'static, str>,
    /// What the field does, in a sentence.
    pub hint: Cow<'static, str>,
    /// Its type in JSON Schema: `boolean`, `integer`, `string`, `array` or `object`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Whether the object that it stands in must have it.
    pub required: bool,
    /// The fields whose value makes it required, each one alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_when: Vec<Requirement>,
    /// How long a text may be, in Unicode characters; `maxlength` of HTML counts UTF-16 units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// What a text must match, for `pattern` of HTML and for `RegExp` with the flag `v`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// What a text usually matches; there is only a warning when it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usual_pattern: Option<String>,
    /// The allowed values.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Choice>,
    /// What the API takes when the field is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Plain>,
    /// A value as it occurs in life, as JSON text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<&'static str>,
    /// What the reference says of the field.
    pub source: Source,
}

/// A field whose value makes another one required.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// The JSON Pointer of that field.
    pub path: String,
    /// The value.
    pub is: Plain,
}

/// How long a text may be, in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Limits {
    /// The shortest.
    pub min: usize,
    /// The longest.
    pub max: usize,
}

/// A value that a field may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The value.
    pub value: &'static str,
    /// What it means.
    pub text: Cow<'static, str>,
}

/// A plain value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Plain {
    /// `true` or `false`.
    Boolean(bool),
    /// A string.
    Text(&'static str),
}

impl From<Scalar> for Plain {
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Boolean(value) => Self::Boolean(value),
            Scalar::Text(value) => Self::Text(value),
        }
    }
}

/// The fields of a document in the order of the page, an object before its members.
///
/// ```
/// let v3 = ctslint::documents().iter().find(|document| document.name() == "v3-create-request").unwrap();
/// let fields = ctslint::form(v3, ctslint::Language::En);
/// assert_eq!(fields[0].path, "/tracker_type");
/// assert!(fields[0].required);
/// ```
#[must_use]
pub fn form(document: &'static Document, language: Language) -> Vec<FieldInfo> {
    fields(document, |id| id.text(language))
}

/// The fields of a document as [`form`] gives them, with the ids of messages in place of the texts: for those who have the
/// catalogues of several languages.
#[must_use]
pub fn form_ids(document: &'static Document) -> Vec<FieldInfo> {
    fields(document, |id| id.name().into())
}

fn fields(document: &'static Document, text: impl Fn(MessageId) -> Cow<'static, str>) -> Vec<FieldInfo> {
    document.fields().map(|id| field_info(document, id, &text)).collect()
}

fn field_info(document: &'static Document, id: FieldRef, text: impl Fn(MessageId) -> Cow<'static, str>) -> FieldInfo {
    let Row { object, field } = id.row();
    let rule = match field.ty {
        Type::Text(rule) | Type::Texts(rule) => rule,
        Type::Boolean | Type::Long(_) | Type::Object(_) | Type::List => &TextRule::ANY,
    };
    FieldInfo {
        path: id.pointer(),
        name: field.name,
        label: text(field.label),
        hint: field.doc.map_or_else(Cow::default, &text),
        kind: kind(field),
        required: field.required,
        required_when: required_when(document, id),
        limits: rule.length.as_ref().map(|length| Limits {
            min: length.min,
            max: length.max,
        }),
        pattern: pattern(rule, true),
        usual_pattern: pattern(rule, false),
        values: rule
            .values
            .iter()
            .map(|value| Choice {
                value: value.value,
                text: text(value.doc),
            })
            .collect(),
        default: field.default.map(Plain::from),
        example: field.example,
        source: Source {
            page: object.page,
            quote: Some(field.sentence),
        },
    }
}

fn kind(field: &Field) -> &'static str {
    match field.ty {
        Type::Boolean => "boolean",
        Type::Long(_) => "integer",
        Type::Text(_) => "string",
        Type::Texts(_) | Type::List => "array",
        Type::Object(_) => "object",
    }
}

/// The conditions of the rules that ask for this field.
fn required_when(document: &'static Document, id: FieldRef) -> Vec<Requirement> {
    let asks = |relation: &&Relation| {
        matches!(relation.at, At::Field(at) if at == id)
            && matches!(relation.then, Condition::Given(then) | Condition::Present(then) if then == id)
    };
    document
        .all_relations()
        .filter(asks)
        .filter_map(|relation| match relation.when {
            Condition::All(all) => all.iter().find_map(requirement),
            ref when => requirement(when),
        })
        .collect()
}

fn requirement(condition: &Condition) -> Option<Requirement> {
    match *condition {
        Condition::Is(on, value) => Some(Requirement {
            path: on.pointer(),
            is: value.into(),
        }),
        _ => None,
    }
}

/// The one expression for what must hold (errors), or for what usually holds (warnings).
fn pattern(rule: &TextRule, errors: bool) -> Option<String> {
    let format = rule
        .format
        .filter(|format| (format.rule.info().severity == Severity::Error) == errors);
    let characters = rule.characters.as_ref().filter(|_| errors);
    if format.is_none() && characters.is_none() {
        return None;
    }
    let mut pattern = String::from("^");
    for (open, parts) in format
        .into_iter()
        .flat_map(|format| [("(?=", format.pattern.as_slice()), ("(?!", format.not_patterns)])
    {
        for part in parts {
            pattern.push_str(open);
            pattern.push_str(part);
            pattern.push(')');
        }
    }
    match characters {
        Some(Characters { class, first, .. }) => {
            if let Some(first) = first {
                pattern.push_str(&format!("(?=[{}])", first.class));
            }
            pattern.push_str(&format!("[{class}]*$"));
        }
        None => pattern.push_str(".*$"),
    }
    Some(pattern)
}
