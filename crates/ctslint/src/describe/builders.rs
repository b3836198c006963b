//! Rust: the builders of requests, as invocations of the macros in `build.rs`.

use std::fmt::Write;

use super::json_schema::capitalised;
use super::typescript::{doc, pascal, positions};
use super::variants::{Must, Switch, Variant};
use crate::api::DOCUMENTS;
use crate::messages::Language;
use crate::model::{Condition, Document, DocumentKind, FieldRef, Scalar, TextRule, Type};

/// The source of the builders of requests: a module for each document, or for each type of tracker that a document knows.
#[doc(hidden)]
#[must_use]
pub fn builders() -> String {
    let mut file = String::from(
        "//! Generated from the tables by `cargo xtask generate`. Do not edit. If it no longer compiles, empty it first.\n",
    );
    for document in DOCUMENTS.iter().filter(|it| it.kind() == DocumentKind::Request) {
        let mut forms: Vec<Form> = Vec::new();
        for variant in Variant::of(document) {
            match forms.iter_mut().find(|form| form.kind() == texts(&variant)) {
                Some(form) => form.variants.push(variant),
                None => forms.push(Form {
                    document,
                    variants: vec![variant],
                }),
            }
        }
        forms.iter().for_each(|form| form.write(&mut file, forms.len() == 1));
    }
    file
}

/// The variants of a document with the same texts in their switches; they differ in what is on and off.
struct Form {
    document: &'static Document,
    variants: Vec<Variant>,
}

/// What becomes of a field.
#[derive(PartialEq)]
enum Part {
    Fixed(&'static str),
    Required,
    Optional,
    /// On or off; what it needs is a part of it.
    Switch,
    /// Optional, and must go with other fields.
    Checked,
    /// There is no such field, or it is a part of a switch.
    None,
}

/// The texts in the switches of a variant.
fn texts(variant: &Variant) -> Vec<&'static str> {
    let of = |switch: &Switch| match switch.value {
        Some(Scalar::Text(text)) => Some(text),
        _ => None,
    };
    variant.switches.iter().filter_map(of).collect()
}

impl Form {
    /// What all its variants have in common.
    fn kind(&self) -> Vec<&'static str> {
        self.variants.first().map(texts).unwrap_or_default()
    }

    fn write(&self, file: &mut String, is_only: bool) {
        let mut module = self.document.name().replace('-', "_");
        let mut about = capitalised(&self.document.title(Language::En));
        if let Some(variant) = self.variants.first().filter(|_| !is_only) {
            module += &format!("_{}", self.kind().join("_"));
            let is_text = |switch: &Switch| matches!(switch.value, Some(Scalar::Text(_)));
            about += &format!(", where {}", positions(variant, is_text));
        }
        line(file, 0, format_args!("\n/// {about}."));
        line(file, 0, format_args!("pub mod {module} {{"));
        let content = self.content(&about);
        let used: Vec<&str> = ["AtLeastOne", "choice", "object", "switch", "text"]
            .into_iter()
            .filter(|name| content.contains(&format!("{name}!")) || content.contains(&format!("{name}<")))
            .collect();
        line(file, 1, format_args!("use crate::build::{{{}}};", used.join(", ")));
        file.push_str(&content);
        line(file, 0, format_args!("}}"));
    }

    /// The types of the module: the body, its objects, and what their fields are made of.
    fn content(&self, about: &str) -> String {
        let mut content = String::new();
        let file = &mut content;
        self.object(file, "Body", about, None);
        for field in self.fields(None) {
            if let Type::Object(_) = field.row().field.ty {
                self.object(file, &pascal(field.name()), &doc(field.row().field), Some(field));
            }
        }
        for field in self.document.fields() {
            match (field.row().field.ty, self.part(field)) {
                (_, Part::Switch) => self.switch(file, field),
                (_, Part::Fixed(_)) => {}
                (Type::Text(rule) | Type::Texts(rule), part) if part != Part::None || self.owner(field).is_some() => {
                    match rule.values {
                        [] => self.text(file, field),
                        _ => choice(file, field, rule),
                    }
                }
                _ => {}
            }
        }
        content
    }

    /// The members of an object that the form has, or those of the body.
    fn fields(&self, object: Option<FieldRef>) -> impl Iterator<Item = FieldRef> {
        let is_member = move |field: &FieldRef| match object {
            Some(object) => field.top() == object.top() && field.inner().is_some(),
            None => field.inner().is_none(),
        };
        self.document
            .fields()
            .filter(is_member)
            .filter(|field| self.part(*field) != Part::None)
    }

    fn object(&self, file: &mut String, name: &str, about: &str, object: Option<FieldRef>) {
        line(file, 0, format_args!(""));
        line(file, 1, format_args!("object! {{"));
        line(file, 2, format_args!("/// {}.", about.trim_end_matches('.')));
        line(file, 2, format_args!("{name} of \"{}\"", self.document.name()));
        let fixed = self.fields(object).filter_map(|field| match self.part(field) {
            Part::Fixed(value) => Some(format!("{} = \"{value}\",", field.name())),
            _ => None,
        });
        section(file, "fixed", fixed);
        for (name, part) in [("required", Part::Required), ("optional", Part::Optional)] {
            section(
                file,
                name,
                self.fields(object).filter(|it| self.part(*it) == part).map(member),
            );
        }
        let switches = self.fields(object).filter(|it| self.part(*it) == Part::Switch);
        let switches = switches.map(|field| {
            let name = topic(field);
            format!("/// {}\n{name}: {},", doc(field.row().field), pascal(name))
        });
        section(file, "switches", switches);
        let checked = self.fields(object).filter(|it| self.part(*it) == Part::Checked);
        section(file, "checked", checked.map(member));
        line(file, 1, format_args!("}}"));
    }

    fn switch(&self, file: &mut String, field: FieldRef) {
        let name = topic(field);
        line(file, 0, format_args!(""));
        line(file, 1, format_args!("switch! {{"));
        line(file, 2, format_args!("/// {}", doc(field.row().field)));
        let owned = self.document.fields().filter(|it| self.owner(*it) == Some(field));
        section(
            file,
            &format!("{} on {}", pascal(name), field.name()),
            owned.map(member),
        );
        line(file, 1, format_args!("}}"));
    }

    /// A text: where it stands, and the smallest body that holds it.
    fn text(&self, file: &mut String, field: FieldRef) {
        let name = pascal(field.name());
        line(file, 0, format_args!(""));
        line(file, 1, format_args!("text! {{"));
        line(file, 2, format_args!("/// {}", doc(field.row().field)));
        let document = self.document.name();
        line(
            file,
            2,
            format_args!("{name} at \"{}\" of \"{document}\",", field.pointer()),
        );
        let mut members = Vec::new();
        for fixed in self.fields(None) {
            if let Part::Fixed(value) = self.part(fixed) {
                members.push(format!("\"{}\": \"{value}\"", fixed.name()));
            }
        }
        if let Some(owner) = self.owner(field) {
            members.push(format!("\"{}\": true", owner.name()));
        }
        members.push(match field.object() {
            Some(object) => format!("\"{object}\": {{ \"{}\": text }}", field.name()),
            None => format!("\"{}\": text", field.name()),
        });
        line(file, 2, format_args!("text in {{ {} }}", members.join(", ")));
        line(file, 1, format_args!("}}"));
    }

    /// What becomes of a field. One that a rule forbids, or empties, in every variant, is not there.
    fn part(&self, field: FieldRef) -> Part {
        let is_in_all = |must: Must| {
            self.variants
                .iter()
                .all(|it| it.fact(field).is_some_and(|it| it.must == must))
        };
        let fixed = self
            .variants
            .iter()
            .find_map(|variant| match variant.fact(field)?.must {
                Must::Be(Scalar::Text(text)) => Some(text),
                _ => None,
            });
        let switch = self.variants.iter().find_map(|variant| variant.switch(field)?.value);
        let holder = self.document.field(field.top(), None);
        match (switch, fixed) {
            _ if field != holder && self.part(holder) == Part::None => Part::None,
            (Some(Scalar::Text(text)), _) | (_, Some(text)) => Part::Fixed(text),
            (Some(Scalar::Boolean(_)), _) => Part::Switch,
            _ if is_in_all(Must::BeAbsent) || is_in_all(Must::BeEmpty) || self.owner(field).is_some() => Part::None,
            _ if field.row().field.required || is_in_all(Must::BePresent) || self.is_needed(field) => Part::Required,
            _ if self.is_checked(field) => Part::Checked,
            _ => Part::Optional,
        }
    }

    /// The switch that needs the field while it is on.
    fn owner(&self, field: FieldRef) -> Option<FieldRef> {
        let (on, off): (Vec<_>, Vec<_>) = self.variants.iter().partition(|variant| {
            let fact = variant.fact(field);
            fact.is_some_and(|fact| fact.must == Must::BePresent)
        });
        let is_on = |switch: &&Switch| switch.value == Some(Scalar::Boolean(true));
        let switch = on.first()?.switches.iter().find(is_on)?;
        off.first().map(|_| switch.field)
    }

    /// Whether a rule, be its breach only a warning, asks for a member of an object when others are there.
    fn is_needed(&self, field: FieldRef) -> bool {
        let asks = |then: &Condition| matches!(then, Condition::Present(it) if *it == field);
        field.inner().is_some() && self.document.all_relations().any(|relation| asks(&relation.then))
    }

    /// Whether a field of the body stands in a rule with others that types can't hold.
    fn is_checked(&self, field: FieldRef) -> bool {
        let is_bound = |variant: &Variant| {
            variant.unsaid().any(|relation| {
                let open = relation.fields().into_iter().filter(|it| variant.value(*it).is_none());
                let tops: Vec<usize> = open.map(FieldRef::top).collect();
                tops.contains(&field.top()) && tops.iter().any(|top| *top != field.top())
            })
        };
        field.inner().is_none() && self.variants.iter().any(is_bound)
    }
}

/// A member: its description, name and type.
fn member(field: FieldRef) -> String {
    let row = field.row().field;
    let name = pascal(row.name);
    let ty = match row.ty {
        Type::Boolean => "bool".into(),
        // No number of a request is negative.
        Type::Long(_) => "u32".into(),
        Type::Texts(_) if row.empty_error.is_some() => format!("AtLeastOne<{name}>"),
        Type::Texts(_) => format!("Vec<{name}>"),
        Type::Text(_) | Type::Object(_) | Type::List => name,
    };
    format!("/// {}\n{}: {ty},", doc(row), row.name)
}

fn section(file: &mut String, name: &str, members: impl Iterator<Item = String>) {
    let members: Vec<String> = members.collect();
    if members.is_empty() {
        return;
    }
    line(file, 2, format_args!("{name} {{"));
    for part in members.iter().flat_map(|member| member.lines()) {
        line(file, 3, format_args!("{part}"));
    }
    line(file, 2, format_args!("}}"));
}

fn choice(file: &mut String, field: FieldRef, rule: &TextRule) {
    line(file, 0, format_args!(""));
    line(file, 1, format_args!("choice! {{"));
    line(file, 2, format_args!("/// {}", doc(field.row().field)));
    let values = rule.values.iter().map(|value| {
        let about = capitalised(&value.doc.text(Language::En));
        let name = pascal(&value.value.to_ascii_lowercase());
        format!("/// {about}.\n{name} = \"{}\",", value.value)
    });
    section(file, &pascal(field.name()), values);
    line(file, 1, format_args!("}}"));
}

/// What a switch is about, the last word of its name: `encryption`.
fn topic(field: FieldRef) -> &'static str {
    field.name().rsplit('_').next().unwrap_or_default()
}

fn line(file: &mut String, depth: usize, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(file, "{:width$}{arguments}", "", width = 4 * depth);
}
