//! The reference as Markdown: one function for a rule, a field, an error code and a document; pages are rows of them.

use std::fmt::Write;

use super::cases::case;
use crate::api::{ApiError, ForeseenIn, api_error, documents};
use crate::describe::{SCHEMA_BLIND_SPOTS, capitalised, limits};
use crate::diagnostics::{Message, Param, ParamName, Safety, Text};
use crate::messages::{Language, MessageId};
use crate::model::{
    At, Condition, Document, DocumentKind, Field, FieldRef, FixAvailability, KnownForeignField, Object, Provenance,
    Relation, Row, Rule, Scalar, Source, Type,
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
        page.push_str(&demoted(&self::rule(*rule, Language::En)));
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
            info.severity.text(Language::En),
            if info.opt_in { ", off by default" } else { "" },
            fix(info.fix),
            info.summary.text(Language::En)
        );
        table.push_str(&line);
    }
    table
}

/// What a field does, in a sentence.
pub(super) fn doc(field: &Field, language: Language) -> Text {
    field.doc.map_or_else(Text::default, |doc| doc.text(language))
}

/// A text as a sentence.
fn sentence(text: &str, language: Language) -> Text {
    Message::new(MessageId::SchemaSentence, [(ParamName::What, capitalised(text))]).worded(language)
}

fn fix(fix: FixAvailability) -> Text {
    match fix {
        FixAvailability::None => "–".into(),
        FixAvailability::Safe => Safety::Safe.text(Language::En),
        FixAvailability::Unsafe => Safety::Unsafe.text(Language::En),
    }
}

/// What is to be said of a rule. Its case file is English in every language.
pub(crate) fn rule(rule: Rule, language: Language) -> String {
    let info = rule.info();
    let text = case(rule);
    let (title, text) = text.split_once('\n').unwrap_or((text, ""));
    let fix = match info.fix {
        FixAvailability::None => MessageId::ExplainNoFix,
        FixAvailability::Safe => MessageId::ExplainSafeFix,
        FixAvailability::Unsafe => MessageId::ExplainUnsafeFix,
    };
    let what = [info.summary.text(language), fix.text(language)].join(&MessageId::ListLimits.text(language));
    let summary = [
        (ParamName::Name, capitalised(&info.severity.text(language))),
        (ParamName::What, what),
    ];
    format!(
        "{title}\n\n{}\n{text}",
        Message::new(MessageId::ExplainSummary, summary).worded(language)
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
        page.push_str(&demoted(&self::document(document, Language::En)));
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
pub(crate) fn document(document: &'static Document, language: Language) -> String {
    let short = document
        .short
        .map(|short| Message::new(MessageId::ExplainShort, [(ParamName::Name, short)]).worded(language));
    let title: Vec<Text> = [document.title(language)].into_iter().chain(short).collect();
    let page = Message::new(MessageId::ExplainPage, [(ParamName::Name, document.page)]).worded(language);
    let retired = document
        .deprecated
        .map(|source| Message::new(MessageId::ExplainRetired, [(ParamName::What, cited(source))]).worded(language));
    let sentences: Vec<Text> = [
        sentence(&title.join(&MessageId::ListLimits.text(language)), language),
        page,
    ]
    .into_iter()
    .chain(retired)
    .collect();
    let mut text = format!(
        "# {}\n\n{}\n\n",
        document.name,
        sentences.join(&MessageId::ListSentences.text(language))
    );
    text.push_str(&table("", document.root, language));
    for field in document.root.fields {
        if let Type::Object(object) = field.ty {
            text.push('\n');
            text.push_str(&table(field.name, object, language));
        }
    }
    if !document.relations.is_empty() {
        let _ = writeln!(text, "\n## {}\n", MessageId::ExplainRelations.text(language));
        for relation in document.relations {
            let _ = writeln!(text, "- {}", relation_line(relation));
        }
    }
    if !document.foreign_fields.is_empty() {
        let _ = writeln!(text, "\n## {}\n", MessageId::ExplainStrangers.text(language));
        for foreign_field in document.foreign_fields {
            let _ = writeln!(text, "- {}", stranger_line(foreign_field, language));
        }
    }
    text
}

/// A page, and what it says. Both are English, as the vendor wrote them.
fn cited(source: Source) -> String {
    let quote = source.quote.map(|quote| format!(": \"{quote}\"")).unwrap_or_default();
    format!("{}{quote}", source.page)
}

fn relation_line(relation: &Relation) -> String {
    let code = relation
        .api_error
        .map(|code| format!(" (`{code}`)"))
        .unwrap_or_default();
    format!("`{}`{code}: {}", relation.rule.name(), cited(relation.source))
}

fn stranger_line(foreign_field: &KnownForeignField, language: Language) -> Text {
    let within = foreign_field
        .within
        .map(|object| format!("{object}."))
        .unwrap_or_default();
    let provenance = match foreign_field.provenance {
        Provenance::Retired => MessageId::ExplainRetiredField,
        Provenance::OtherProvider => MessageId::ExplainForeignField,
        Provenance::Response => MessageId::ExplainAnswersField,
    };
    let what: Vec<Text> = [provenance]
        .into_iter()
        .chain(foreign_field.note)
        .map(|id| id.text(language))
        .collect();
    let meaning = [
        (ParamName::Value, format!("{within}{}", foreign_field.name)),
        (ParamName::What, what.join(&MessageId::ListLimits.text(language))),
    ];
    Message::new(MessageId::ValueMeans, meaning).worded(language)
}

fn table(name: &str, object: &'static Object, language: Language) -> String {
    let title = if name.is_empty() {
        MessageId::ExplainTopLevel.text(language)
    } else {
        format!("`{name}`").into()
    };
    let mut text = format!(
        "## {title} ({}: {})\n\n{}\n| --- | --- | --- | --- | --- | --- | --- |\n",
        object.page,
        object.name,
        MessageId::ExplainColumns.text(language)
    );
    for field in object.fields {
        let default = field
            .default
            .map(|default| format!("`{}`", scalar(default)))
            .unwrap_or_default();
        let cells = [
            format!("`{}`", field.name).into(),
            kind(field.ty).text(language),
            yes_or_no(field.required).text(language),
            doc(field, language),
            field_limits(field, language)
                .join(&MessageId::ListLimits.text(language))
                .into(),
            default.into(),
            field.sentence.into(),
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

const fn kind(ty: Type) -> MessageId {
    match ty {
        Type::Boolean => MessageId::TypeBoolean,
        Type::Long(_) => MessageId::TypeWholeNumber,
        Type::Text(_) => MessageId::TypeString,
        Type::Texts(_) => MessageId::TypeStrings,
        Type::Object(_) => MessageId::TypeObject,
        Type::List => MessageId::TypeObjects,
    }
}

const fn yes_or_no(is_so: bool) -> MessageId {
    if is_so {
        MessageId::ExplainYes
    } else {
        MessageId::ExplainNo
    }
}

fn field_limits(field: &'static Field, language: Language) -> Vec<Text> {
    let (Type::Text(rule) | Type::Texts(rule)) = field.ty else {
        return Vec::new();
    };
    let values = rule.values.iter().map(|value| {
        let meaning = [
            (ParamName::Value, Param::from(value.value)),
            (ParamName::What, value.doc.into()),
        ];
        Message::new(MessageId::ValueMeans, meaning).worded(language)
    });
    limits(rule, language).into_iter().chain(values).collect()
}

/// What is to be said of a field.
pub(crate) fn field(document: &'static Document, id: FieldRef, language: Language) -> String {
    let Row { object, field } = id.row();
    let worded = |id: MessageId, name: ParamName, param: Param| Message::new(id, [(name, param)]).worded(language);
    let mut lines = vec![worded(MessageId::ExplainType, ParamName::What, kind(field.ty).into())];
    if field.required || document.kind == DocumentKind::Request {
        let required = yes_or_no(field.required).into();
        lines.push(worded(MessageId::ExplainRequired, ParamName::What, required));
    }
    let limits = field_limits(field, language);
    lines.extend(limits.iter().map(|limit| capitalised(limit).into()));
    if let Some(default) = field.default {
        let default = scalar(default).into();
        lines.push(worded(MessageId::ExplainDefault, ParamName::Value, default));
    }
    if let Some(example) = field.example {
        lines.push(worded(MessageId::ExplainExample, ParamName::Example, example.into()));
    }
    if let Type::Object(inner) = field.ty {
        let members = names(inner.fields.iter().map(|field| field.name), language);
        lines.push(worded(MessageId::ExplainMembers, ParamName::What, members.into()));
    }
    let codes = [
        (field.api_error, MessageId::ExplainWrongValue),
        (field.missing_error, MessageId::ExplainMissingField),
    ];
    for (code, id) in codes {
        if let Some(error) = code.and_then(api_error) {
            let answer = [
                (ParamName::ApiError, Param::from(error.code)),
                (ParamName::What, error.meaning.into()),
            ];
            lines.push(Message::new(id, answer).worded(language));
        }
    }
    for relation in conditions(document, id) {
        let line = relation_line(relation).into();
        lines.push(worded(MessageId::ExplainRule, ParamName::What, line));
    }
    format!(
        "# {}:{}\n\n{}\n\n{}\n> {}\n>\n> — {}\n",
        document.short.unwrap_or(document.name),
        id.pointer(),
        doc(field, language),
        list(&lines),
        field.sentence,
        object.page
    )
}

/// Names in backticks.
fn names(names: impl Iterator<Item = &'static str>, language: Language) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.join(&MessageId::ListComma.text(language))
}

/// Lines as the items of a list.
fn list(lines: &[Text]) -> String {
    let mut list = String::new();
    for line in lines {
        let _ = writeln!(list, "- {line}");
    }
    list
}

/// The rules that speak of a field and of others.
fn conditions(document: &'static Document, id: FieldRef) -> Vec<&'static Relation> {
    fn speaks(condition: &Condition, of: FieldRef) -> bool {
        match condition {
            Condition::Always => false,
            Condition::Is(id, _) | Condition::Present(id) | Condition::Given(id) | Condition::Fits(id, _) => *id == of,
            Condition::Same(left, right) => *left == of || *right == of,
            Condition::Not(condition) => speaks(condition, of),
            Condition::All(all) | Condition::Any(all) => all.iter().any(|one| speaks(one, of)),
        }
    }
    document
        .all_relations()
        .filter(|relation| {
            let at = matches!(relation.at, At::Field(field) if field == id);
            at || speaks(&relation.when, id) || speaks(&relation.then, id)
        })
        .collect()
}

/// What is to be said of an error code.
pub(crate) fn error(error: &ApiError, language: Language) -> String {
    let rules = names(error.rules.iter().map(|rule| rule.name()), language);
    let foreseen = match error.foreseen_in {
        ForeseenIn::AnyBody => Message::new(MessageId::ExplainForeseen, [(ParamName::What, rules)]).worded(language),
        ForeseenIn::BodyOfHuawei if rules.is_empty() => MessageId::ExplainForeseenOfHuawei.text(language),
        ForeseenIn::BodyOfHuawei => {
            Message::new(MessageId::ExplainForeseenBy, [(ParamName::What, rules)]).worded(language)
        }
        ForeseenIn::Unclear => MessageId::ExplainUnclear.text(language),
        ForeseenIn::NoBody => MessageId::ExplainUnforeseen.text(language),
    };
    let lines = [
        foreseen,
        Message::new(MessageId::ExplainWhatToDo, [(ParamName::Advice, error.advice)]).worded(language),
        MessageId::ExplainCaseMatters.text(language),
    ];
    format!(
        "# {}\n\n{}\n\n{}",
        error.code,
        sentence(&error.meaning.text(language), language),
        list(&lines)
    )
}
