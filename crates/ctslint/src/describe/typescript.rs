//! TypeScript: the types of the documents and the names that programs use.

use std::borrow::Cow;
use std::fmt::Write;

use crate::api::DOCUMENTS;
use crate::messages::Language;
use crate::model::{Document, DocumentKind, Field, Object, TextRule, Type, rules};

/// The declarations: an interface of each document and of its objects, and the names of documents and rules.
///
/// Values that an answer may have beyond those of the reference are allowed in the types of answers.
#[must_use]
pub fn typescript() -> String {
    let mut file = String::from("// Generated from the tables by `cargo xtask generate`. Do not edit.\n");
    for document in DOCUMENTS {
        let name = pascal(document.name());
        line(
            &mut file,
            format_args!("\n/** {} */", capital(&document.title(Language::En))),
        );
        interface(&mut file, document, &name, document.root);
        for field in document.root.fields {
            if let Type::Object(object) = field.ty {
                line(
                    &mut file,
                    format_args!("\n/** `{}` of {}. {} */", object.name, object.page, doc(field)),
                );
                interface(&mut file, document, &format!("{name}{}", pascal(field.name)), object);
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

/// What a field does, in a sentence.
fn doc(field: &Field) -> Cow<'static, str> {
    field.doc.map_or_else(Cow::default, |doc| doc.text(Language::En))
}

fn interface(file: &mut String, document: &Document, name: &str, object: &Object) {
    line(file, format_args!("export interface {name} {{"));
    for field in object.fields {
        let optional = if field.required { "" } else { "?" };
        line(file, format_args!("  /** {} */", doc(field)));
        let ty = field_type(document, name, field);
        line(file, format_args!("  {}{optional}: {ty};", field.name));
    }
    line(file, format_args!("}}"));
}

fn field_type(document: &Document, name: &str, field: &Field) -> String {
    match field.ty {
        Type::Boolean => "boolean".into(),
        Type::Long(_) => "number".into(),
        Type::Text(rule) => text(document, rule),
        Type::Texts(rule) => format!("({})[]", text(document, rule)),
        Type::Object(_) => format!("{}{}", name, pascal(field.name)),
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
fn pascal(name: &str) -> String {
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
