//! TypeScript: the types of the documents and the names that programs use.

use std::borrow::Cow;
use std::fmt::Write;

use super::variants::{Fact, Must, Switch, Variant};
use crate::api::{DOCUMENTS, elsewhere};
use crate::messages::Language;
use crate::model::{Document, DocumentKind, Field, FieldRef, Object, Provenance, Scalar, TextRule, Type, rules};

/// The declarations: the types of each document and of its objects, and the names of documents and rules.
///
/// A request is a union where its rules about several fields ask for it, and refuses the fields of other documents. Values that
/// an answer may have beyond those of the reference are allowed in the types of answers.
#[must_use]
pub fn typescript() -> String {
    let mut file = String::from("// Generated from the tables by `cargo xtask generate`. Do not edit.\n");
    for document in DOCUMENTS {
        let name = pascal(document.name());
        let title = capital(&document.title(Language::En));
        match document.kind() {
            DocumentKind::Request => request(&mut file, document, &name, &title),
            DocumentKind::Response | DocumentKind::Error => {
                line(&mut file, format_args!("\n/** {title} */\nexport interface {name} {{"));
                for field in top_level(document) {
                    member(&mut file, document, &name, field, None);
                }
                line(&mut file, format_args!("}}"));
            }
        }
        for field in document.fields() {
            if let Type::Object(object) = field.row().field.ty {
                object_type(&mut file, document, &name, field, object);
            }
        }
    }
    line(
        &mut file,
        format_args!("\n/** The documents by name. */\nexport interface Documents {{"),
    );
    for document in DOCUMENTS {
        let name = pascal(document.name());
        let list = if document.or_list {
            format!(" | {name}[]")
        } else {
            String::new()
        };
        line(&mut file, format_args!("  '{}': {name}{list};", document.name()));
    }
    line(
        &mut file,
        format_args!("}}\n\n/** The short names of documents. */\nexport interface ShortNames {{"),
    );
    for document in DOCUMENTS {
        if let Some(short) = document.short_name() {
            line(&mut file, format_args!("  '{short}': '{}';", document.name()));
        }
    }
    line(
        &mut file,
        format_args!("}}\n\n/** The names of the rules. */\nexport type RuleName ="),
    );
    for rule in rules() {
        line(&mut file, format_args!("  | '{}'", rule.name));
    }
    file.truncate(file.trim_end().len());
    file.push_str(";\n");
    file
}

/// A request: an interface, or the union of its variants.
fn request(file: &mut String, document: &'static Document, name: &str, title: &str) {
    match Variant::of(document).as_slice() {
        [only] => {
            line(file, format_args!("\n/** {title} */\nexport interface {name} {{"));
            for field in top_level(document) {
                member(file, document, name, field, Some(only));
            }
            foreign(file, document, None);
            line(file, format_args!("}}"));
        }
        variants => union(file, document, name, title, variants),
    }
}

/// A union: what its variants share, what each has of its own, the objects that differ, and all together.
fn union(file: &mut String, document: &'static Document, name: &str, title: &str, variants: &[Variant]) {
    let differs = |field: FieldRef| {
        let in_one =
            |it: &Variant| it.switch(field).is_some() || it.facts.iter().any(|it| it.field.top() == field.top());
        variants.iter().any(in_one)
    };
    let common = format!("{name}Common");
    line(
        file,
        format_args!("\n/** What every {{@link {name}}} may have. */\nexport interface {common} {{"),
    );
    for field in top_level(document).filter(|field| !differs(*field)) {
        member(file, document, name, field, None);
    }
    foreign(file, document, None);
    line(file, format_args!("}}"));
    let own_name = |variant| format!("{name}{}", suffix(variant, |_| true));
    let names: Vec<String> = variants.iter().map(own_name).collect();
    for (own, variant) in names.iter().zip(variants) {
        line(
            file,
            format_args!("\n/** {title}, where {}. */", positions(variant, |_| true)),
        );
        line(file, format_args!("export interface {own} extends {common} {{"));
        for field in top_level(document).filter(|field| differs(*field)) {
            member(file, document, name, field, Some(variant));
        }
        line(file, format_args!("}}"));
    }
    special_objects(file, document, name, variants);
    line(
        file,
        format_args!("\n/** {title} */\nexport type {name} =\n  | {};", names.join("\n  | ")),
    );
}

/// The objects of which a variant says more than that they are there.
fn special_objects(file: &mut String, document: &'static Document, name: &str, variants: &[Variant]) {
    let mut made = Vec::new();
    for variant in variants {
        for fact in variant.facts.iter().filter(|fact| fact.field.inner().is_some()) {
            let special = special_name(name, variant, fact);
            if !made.contains(&special) {
                let object = document.field(fact.field.top(), None);
                let why = positions(variant, |switch| fact.relation.asks(switch.field));
                line(file, format_args!("\n/** `{}`, where {why}. */", object.name()));
                line(
                    file,
                    format_args!("export interface {special} extends {} {{", object_name(name, object)),
                );
                member(file, document, name, fact.field, Some(variant));
                line(file, format_args!("}}"));
                made.push(special);
            }
        }
    }
}

fn top_level(document: &'static Document) -> impl Iterator<Item = FieldRef> {
    document.fields().filter(|field| field.inner().is_none())
}

/// An object of a document.
fn object_type(file: &mut String, document: &'static Document, name: &str, field: FieldRef, object: &Object) {
    let what = format!("`{}` of {}. {}", object.name, object.page, doc(field.row().field));
    line(
        file,
        format_args!("\n/** {what} */\nexport interface {} {{", object_name(name, field)),
    );
    for inner in 0..object.fields.len() {
        member(file, document, name, document.field(field.top(), Some(inner)), None);
    }
    foreign(file, document, Some(field.name()));
    line(file, format_args!("}}"));
}

/// The end of a variant's name: `SystemWithEncryption`.
fn suffix(variant: &Variant, is_named: impl Fn(&Switch) -> bool) -> String {
    let of = |switch: &Switch| {
        let topic = || pascal(switch.field.name().rsplit('_').next().unwrap_or_default());
        match (switch.value, variant.fact(switch.field)) {
            (Some(Scalar::Text(value)), _) => pascal(value),
            (Some(Scalar::Boolean(_)), _) => format!("With{}", topic()),
            (None, None) => format!("Without{}", topic()),
            // It can't be otherwise.
            (None, Some(_)) => String::new(),
        }
    };
    let switches = variant.switches.iter();
    switches.filter(|switch| is_named(switch)).map(of).collect()
}

/// The positions of switches in words, without those that others decide.
pub(super) fn positions(variant: &Variant, is_named: impl Fn(&Switch) -> bool) -> String {
    let of = |switch: &Switch| {
        let name = switch.field.name();
        match switch.value {
            Some(Scalar::Text(value)) => Some(format!("`{name}` is `{value}`")),
            Some(Scalar::Boolean(value)) => Some(format!("`{name}` is `{value}`")),
            None if variant.fact(switch.field).is_some() => None,
            None => Some(format!("`{name}` is not `true`")),
        }
    };
    let switches = variant.switches.iter();
    let positions: Vec<String> = switches.filter(|switch| is_named(switch)).filter_map(of).collect();
    positions.join(" and ")
}

/// The name of an object of which a variant says more: `HuaweiV3CreateRequestSystemObsInfo`.
fn special_name(name: &str, variant: &Variant, fact: &Fact) -> String {
    let suffix = suffix(variant, |switch| fact.relation.asks(switch.field));
    format!("{name}{suffix}{}", pascal(fact.field.object().unwrap_or_default()))
}

/// A field of a document, in a variant of it.
fn member(file: &mut String, document: &'static Document, name: &str, field: FieldRef, variant: Option<&Variant>) {
    let row = field.row().field;
    let fact = variant.and_then(|it| it.fact(field));
    let must = fact.map(|fact| fact.must);
    let is_required = row.required || must == Some(Must::BePresent);
    let (is_required, ty) = match (must, variant.and_then(|it| it.switch(field))) {
        (Some(Must::BeAbsent), _) => (false, "never".into()),
        (Some(Must::BeEmpty), _) => (false, "''".into()),
        (Some(Must::Be(value)), _) | (_, Some(Switch { value: Some(value), .. })) => (true, literal(value)),
        (_, Some(Switch { value: None, .. })) => (false, "false".into()),
        _ => (is_required, field_type(document, name, field, variant)),
    };
    let why = fact.map_or_else(String::new, |Fact { relation, .. }| {
        let quote = relation
            .source
            .quote
            .map_or_else(String::new, |quote| format!(" \"{quote}\""));
        format!("{quote} ({})", relation.source.page)
    });
    line(file, format_args!("  /** {}{why} */", doc(row)));
    let optional = if is_required { "" } else { "?" };
    line(file, format_args!("  {}{optional}: {ty};", row.name));
}

/// The fields that a request, or an object of it, does not have, so that a variable that has them is refused like a literal.
fn foreign(file: &mut String, document: &'static Document, within: Option<&str>) {
    if document.kind() != DocumentKind::Request {
        return;
    }
    let known: Vec<_> = document
        .foreign_fields
        .iter()
        .filter(|field| field.within == within)
        .collect();
    for field in &known {
        let mut what = String::from(match field.provenance {
            Provenance::Retired => "Withdrawn from the API",
            Provenance::OtherProvider => "A field of Huawei Cloud's v3 only",
            Provenance::Response => "A field of the answer",
        });
        if let Some(other) = elsewhere(document)
            .iter()
            .find(|it| within.is_none() && has(it, field.name))
        {
            what += &format!(" and of `{}`", other.name());
        }
        if let Some(note) = field.note {
            what += &format!("; {}", note.text(Language::En));
        }
        line(file, format_args!("  /** {what}. */\n  {}?: never;", field.name));
    }
    let mut names: Vec<&str> = known.iter().map(|field| field.name).collect();
    for other in elsewhere(document).iter().filter(|_| within.is_none()) {
        for field in other.root.fields {
            if !has(document, field.name) && !names.contains(&field.name) {
                names.push(field.name);
                line(
                    file,
                    format_args!("  /** A field of `{}`. */\n  {}?: never;", other.name(), field.name),
                );
            }
        }
    }
}

/// Whether the top level of a document has this field.
fn has(document: &Document, name: &str) -> bool {
    document.root.index(name).is_some()
}

fn object_name(name: &str, field: FieldRef) -> String {
    format!("{name}{}", pascal(field.name()))
}

fn literal(value: Scalar) -> String {
    match value {
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Text(value) => format!("'{value}'"),
    }
}

/// What a field does, in a sentence.
pub(super) fn doc(field: &Field) -> Cow<'static, str> {
    field.doc.map_or_else(Cow::default, |doc| doc.text(Language::En))
}

fn field_type(document: &'static Document, name: &str, field: FieldRef, variant: Option<&Variant>) -> String {
    match field.row().field.ty {
        Type::Boolean => "boolean".into(),
        Type::Long(_) => "number".into(),
        Type::Text(rule) => text(document, rule),
        Type::Texts(rule) => format!("({})[]", text(document, rule)),
        Type::Object(_) => {
            let of_member = |fact: &&Fact| fact.field.top() == field.top() && fact.field != field;
            let special = variant.and_then(|variant| Some((variant, variant.facts.iter().find(of_member)?)));
            special.map_or_else(
                || object_name(name, field),
                |(variant, fact)| special_name(name, variant, fact),
            )
        }
        Type::List => document
            .items
            .map_or_else(String::new, |items| format!("{}[]", pascal(items.name()))),
    }
}

fn text(document: &Document, rule: &TextRule) -> String {
    if rule.values.is_empty() {
        return "string".into();
    }
    let values: Vec<String> = rule.values.iter().map(|value| format!("'{}'", value.value)).collect();
    match document.kind() {
        DocumentKind::Request => values.join(" | "),
        DocumentKind::Response | DocumentKind::Error => format!("{} | (string & {{}})", values.join(" | ")),
    }
}

fn line(file: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(file, "{arguments}");
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(text.len().min(1));
    first.to_ascii_uppercase() + rest
}

/// `V3CreateRequest` of `v3-create-request`, `ObsInfo` of `obs_info`.
pub(super) fn pascal(name: &str) -> String {
    name.split(['-', '_']).map(capital).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_declarations_of_the_package_are_fresh() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/package/types/requests.d.ts");
        let found = std::fs::read_to_string(file).unwrap_or_default();
        assert!(
            found == super::typescript(),
            "{file} is stale; run `cargo xtask generate`"
        );
    }
}
