//! The reference as Markdown: one function for a rule, a field, an error code and a document; pages are rows of them.

use std::fmt::Write;

use super::json_schema::{SCHEMA_BLIND_SPOTS, capitalised, limits};
use crate::api::{ApiError, api_error, documents};
use crate::explain::text_of;
use crate::rule::{FixAvailability, Rule};
use crate::spec::{
    At, Condition, Document, DocumentKind, Field, FieldId, Object, Origin, Relation, Scalar, Stranger, Type,
};

const GENERATED: &str = "<!-- Generated from the tables and the cases by `cargo xtask generate`. -->\n\n";

/// The page about the rules.
#[must_use]
pub fn rules_page() -> String {
    let mut page = format!(
        "{GENERATED}# The rules\n\nError: the API refuses the body, or ignores what its author meant. Warning: accepted, but \
         pointless or risky. Info: worth knowing. A safe fix keeps the meaning, an unsafe one may change it.\n\n\
         The examples are run: what stands below them is what `ctslint` says.\n\n"
    );
    page.push_str(&rules_table(""));
    for rule in Rule::ALL {
        page.push('\n');
        page.push_str(&demoted(&self::rule(*rule)));
    }
    page
}

/// The rules as a table; each links to its section of a page.
#[must_use]
pub fn rules_table(page: &str) -> String {
    let mut table = "| rule | severity | fix | when |\n| --- | --- | --- | --- |\n".to_owned();
    for rule in Rule::ALL {
        let info = rule.info();
        let line = format!(
            "| [`{0}`]({page}#{0}) | {1}{2} | {3} | {4} |\n",
            info.name,
            info.severity.name(),
            if info.opt_in { ", off by default" } else { "" },
            fix(info.fix),
            info.summary
        );
        table.push_str(&line);
    }
    table
}

const fn fix(fix: FixAvailability) -> &'static str {
    match fix {
        FixAvailability::None => "–",
        FixAvailability::Safe => "safe",
        FixAvailability::Unsafe => "unsafe",
    }
}

/// What is to be said of a rule.
pub(crate) fn rule(rule: Rule) -> String {
    let info = rule.info();
    let text = text_of(rule);
    let (title, text) = text.split_once('\n').unwrap_or((text, ""));
    let fix = match info.fix {
        FixAvailability::None => "no fix",
        FixAvailability::Safe => "safe fix where the meaning is plain",
        FixAvailability::Unsafe => "unsafe fix where there is a plain one",
    };
    format!(
        "{title}\n\n{}: {}; {fix}.\n{text}",
        capitalised(info.severity.name()),
        info.summary
    )
}

/// Headings one level deeper; fenced blocks stay as they are.
fn demoted(text: &str) -> String {
    let mut fenced = false;
    let mut demoted = String::with_capacity(text.len());
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        if !fenced && line.starts_with('#') {
            demoted.push('#');
        }
        demoted.push_str(line);
        demoted.push('\n');
    }
    demoted
}

/// The page about the documents.
#[must_use]
pub fn documents_page() -> String {
    let mut page = format!(
        "{GENERATED}# The documents\n\nEvery field, and the sentence of the API reference that its row encodes. In answers no \
         field is required, unknown members are warnings, and texts are checked for their type and for the values that \
         are listed.\n\n"
    );
    for document in documents() {
        page.push_str(&demoted(&self::document(document)));
        page.push('\n');
    }
    page.push_str(&blind_spots());
    page
}

/// What a schema does not see.
fn blind_spots() -> String {
    let mut text =
        "## What a schema can't see\n\nThe schemas accept a body exactly when `ctslint check` finds no error in \
                    it, but for this:\n\n"
            .to_owned();
    for spot in SCHEMA_BLIND_SPOTS {
        let _ = writeln!(text, "- **{}**: {} {}", spot.name, spot.about, spot.effect);
    }
    text
}

/// What is to be said of a document.
pub(crate) fn document(document: &'static Document) -> String {
    let mut text = format!("# {}\n\n{}", document.name, capitalised(document.title));
    if let Some(short) = document.short {
        let _ = write!(text, "; `{short}` for short");
    }
    let _ = write!(text, ". Page: {}.", document.page);
    if let Some(source) = document.deprecated {
        let quote = source.quote.map(|quote| format!(": \"{quote}\"")).unwrap_or_default();
        let _ = write!(text, " It is being retired ({}{quote}).", source.page);
    }
    text.push_str("\n\n");
    text.push_str(&table("", document.root));
    for field in document.root.fields {
        if let Type::Object(object) = field.ty {
            text.push('\n');
            text.push_str(&table(field.name, object));
        }
    }
    if !document.relations.is_empty() {
        text.push_str("\n## Rules about several fields\n\n");
        for relation in document.relations {
            let _ = writeln!(text, "- {}", relation_line(relation));
        }
    }
    if !document.strangers.is_empty() {
        text.push_str("\n## Known, but no fields of this document\n\n");
        for stranger in document.strangers {
            let _ = writeln!(text, "- {}", stranger_line(stranger));
        }
    }
    text
}

fn relation_line(relation: &Relation) -> String {
    let code = relation
        .api_error
        .map(|code| format!(" (`{code}`)"))
        .unwrap_or_default();
    let quote = relation
        .source
        .quote
        .map(|quote| format!(": \"{quote}\""))
        .unwrap_or_default();
    format!("`{}`{code}: {}{quote}", relation.rule.name(), relation.source.page)
}

fn stranger_line(stranger: &Stranger) -> String {
    let within = stranger.within.map(|object| format!("{object}.")).unwrap_or_default();
    let origin = match stranger.origin {
        Origin::Retired => "withdrawn from the API",
        Origin::OtherProvider => "a field of Huawei Cloud's own v3",
        Origin::Response => "a field of the answer",
    };
    let note = stranger.note.map(|note| format!("; {note}")).unwrap_or_default();
    format!("`{within}{}`: {origin}{note}", stranger.name)
}

fn table(name: &str, object: &'static Object) -> String {
    let title = if name.is_empty() {
        "The top level".to_owned()
    } else {
        format!("`{name}`")
    };
    let mut text = format!(
        "## {title} ({}: {})\n\n| field | type | required | what it does | limits | default | the page says |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n",
        object.page, object.name
    );
    for field in object.fields {
        let required = if field.required { "yes" } else { "no" };
        let default = field
            .default
            .map(|default| format!("`{}`", scalar(default)))
            .unwrap_or_default();
        let cells = [
            format!("`{}`", field.name),
            kind(field.ty).to_owned(),
            required.to_owned(),
            field.doc.to_owned(),
            field_limits(field).join("; "),
            default,
            field.sentence.text().to_owned(),
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

fn scalar(scalar: Scalar) -> String {
    match scalar {
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Text(value) => value.to_owned(),
    }
}

const fn kind(ty: Type) -> &'static str {
    match ty {
        Type::Boolean => "boolean",
        Type::Long => "whole number",
        Type::Text(_) => "string",
        Type::Texts(_) => "array of strings",
        Type::Object(_) => "object",
    }
}

fn field_limits(field: &'static Field) -> Vec<String> {
    let (Type::Text(rule) | Type::Texts(rule)) = field.ty else {
        return Vec::new();
    };
    let values = rule
        .values
        .iter()
        .map(|value| format!("`{}`: {}", value.value, value.doc));
    limits(rule).into_iter().chain(values).collect()
}

/// What is to be said of a field.
pub(crate) fn field(document: &'static Document, id: FieldId) -> String {
    let (object, field) = id.row(document.root);
    let mut text = format!(
        "# {}:{}\n\n{}\n\n",
        document.short.unwrap_or(document.name),
        id.pointer(document.root),
        field.doc
    );
    let _ = writeln!(text, "- Type: {}", kind(field.ty));
    let when = conditions(document, id);
    match (field.required, document.kind) {
        (true, _) => text.push_str("- Required: yes\n"),
        (false, DocumentKind::Request) => text.push_str("- Required: no\n"),
        (false, _) => {}
    }
    for limit in field_limits(field) {
        let _ = writeln!(text, "- {}", capitalised(&limit));
    }
    if let Some(default) = field.default {
        let _ = writeln!(text, "- Default: `{}`", scalar(default));
    }
    if let Some(example) = field.example {
        let _ = writeln!(text, "- Example: `{example}`");
    }
    if let Type::Object(inner) = field.ty {
        let members: Vec<String> = inner.fields.iter().map(|field| format!("`{}`", field.name)).collect();
        let _ = writeln!(text, "- Members: {}", members.join(", "));
    }
    let codes = [
        (field.api_error, "A wrong value"),
        (field.missing_error, "A missing field"),
    ];
    for (code, what) in codes {
        if let Some(error) = code.and_then(api_error) {
            let _ = writeln!(text, "- {what}: the API answers `{}`, {}", error.code, error.meaning);
        }
    }
    for relation in when {
        let _ = writeln!(text, "- Rule {}", relation_line(relation));
    }
    let _ = writeln!(text, "\n> {}\n>\n> — {}", field.sentence, object.page);
    text
}

/// The rules that speak of a field and of others.
fn conditions(document: &'static Document, id: FieldId) -> Vec<&'static Relation> {
    fn speaks(condition: &Condition, of: FieldId) -> bool {
        match condition {
            Condition::Always => false,
            Condition::Is(id, _) | Condition::Present(id) | Condition::Given(id) => *id == of,
            Condition::All(all) | Condition::Any(all) => all.iter().any(|one| speaks(one, of)),
        }
    }
    let relations = document.relations.iter();
    relations
        .filter(|relation| {
            let at = matches!(relation.at, At::Field(field) if field == id);
            at || speaks(&relation.when, id) || speaks(&relation.then, id)
        })
        .collect()
}

/// What is to be said of an error code.
pub(crate) fn error(error: &ApiError) -> String {
    let mut text = format!("# {}\n\n{}.\n\n", error.code, capitalised(error.meaning));
    if error.foreseeable {
        let rules: Vec<String> = error.rules.iter().map(|rule| format!("`{}`", rule.name())).collect();
        let _ = writeln!(text, "- A look at the body can tell. Foreseen by: {}", rules.join(", "));
    } else {
        text.push_str("- No look at the body can tell: a body without mistakes can still be refused with it\n");
    }
    let _ = writeln!(text, "- What to do: {}", error.advice);
    text.push_str("- Case matters: `CTS.…` and `cts.…` give the same numbers other meanings\n");
    text
}
