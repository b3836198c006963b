//! The reference as Markdown: one function for a rule, a field, an error code and a document; pages are rows of them.

use std::fmt::{Display, Write};

use super::cases::CaseFile;
use crate::api::statuses::HttpStatus;
use crate::api::{ApiError, ForeseenIn, api_error, documents};
use crate::describe::{GAPS, SCHEMA_BLIND_SPOTS, capitalised, limits};
use crate::diagnostics::{Message, Param, ParamName, Safety, Text};
use crate::messages::{Language, MessageId};
use crate::model::{
    At, Condition, Document, DocumentKind, Field, FieldRef, FixAvailability, KnownForeignField, Object, Provenance,
    Relation, Row, Rule, Scalar, Severity, Type,
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
pub(super) fn sentence(text: &str, language: Language) -> Text {
    Message::new(MessageId::SchemaSentence, [(ParamName::What, capitalised(text))]).worded(language)
}

fn fix(fix: FixAvailability) -> Text {
    match fix {
        FixAvailability::None => "–".into(),
        FixAvailability::Safe => Safety::Safe.text(Language::En),
        FixAvailability::Unsafe => Safety::Unsafe.text(Language::En),
    }
}

/// What is to be said of a rule: its whole case file, with what the rule is in a line.
pub(crate) fn rule(rule: Rule, language: Language) -> String {
    summarised(rule, &CaseFile::read(rule, language).text(), language)
}

/// A case file, or the beginning of one, with what its rule is in a line below the title.
fn summarised(rule: Rule, text: &str, language: Language) -> String {
    let info = rule.info();
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

/// The beginning of what is to be said of a rule: why it is there, a case that it reports, and one that is right. `None` where that
/// is all, and where there are no such cases.
pub(super) fn rule_in_short(rule: Rule, language: Language) -> Option<String> {
    let file = CaseFile::read(rule, language);
    let bad = file.scenarios.iter().find(|case| case.outcome.reports(rule))?;
    // What stands after the fixes is right, where there are any.
    let good = match bad.outcome.mended() {
        Some(_) => None,
        // One where other rules say as little as possible.
        None => {
            let good = file.scenarios.iter().filter(|case| !case.outcome.reports(rule));
            good.min_by_key(|case| [Severity::Error, Severity::Warning].map(|severity| case.outcome.has(severity)))
        }
    };
    let cases = [bad].into_iter().chain(good);
    let parts = [&file.introduction].into_iter().chain(cases.map(|case| &case.text));
    let parts: Vec<&str> = parts.map(|part| part.trim_end()).collect();
    let short = parts.join("\n\n") + "\n";
    (short.len() < file.text().len()).then(|| summarised(rule, &short, language))
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
    page.push_str(&gaps());
    page
}

/// What a schema does not see.
fn blind_spots() -> String {
    let mut text =
        "## What a schema can't see\n\nThe schemas of all profiles but `codegen` and `llm` accept a body exactly when \
                    `ctslint check` finds no error in it, but for this:\n\n"
            .to_owned();
    for spot in SCHEMA_BLIND_SPOTS {
        let _ = writeln!(text, "- **{}**: {} {}", spot.name, spot.about, spot.effect);
    }
    text
}

/// How far each profile of the schemas is from the checker.
fn gaps() -> String {
    let bodies: usize = GAPS.iter().map(|gap| gap.bodies).sum();
    let mut text = format!(
        "\n## How far the profiles are from the checker\n\n`ctslint schema v3 --profile NAME` prints them. The tests derive \
         {bodies} bodies from the tables, right ones and each fact broken alone and in pairs, and count where a profile and \
         `ctslint check` differ: how many bodies a profile accepts that are wrong, and how many it refuses that are right. For \
         `llm`, what is missing in a body is `null` in the schema's eyes, and what is `null` is missing in the checker's. \
         Whatever `codegen` and `llm` accept wrongly breaks rules that their descriptions name, or those of the list above.\n\n\
         | document | bodies | `default`, `editor`, `forms` | `codegen` | `llm` |\n| --- | --- | --- | --- | --- |\n"
    );
    for gap in GAPS {
        let pair = |(accepted, refused)| format!("{accepted} and {refused}");
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} |",
            gap.document,
            gap.bodies,
            pair(gap.exact),
            pair(gap.codegen),
            pair(gap.llm)
        );
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
        .map(|source| Message::new(MessageId::ExplainRetired, [(ParamName::What, source.cited())]).worded(language));
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

fn relation_line(relation: &Relation) -> String {
    let code = relation
        .api_error
        .map(|code| format!(" (`{code}`)"))
        .unwrap_or_default();
    format!("`{}`{code}: {}", relation.rule.name(), relation.source.cited())
}

fn stranger_line(foreign_field: &KnownForeignField, language: Language) -> Text {
    let within = foreign_field
        .within
        .map(|object| format!("{object}."))
        .unwrap_or_default();
    let meaning = [
        (ParamName::Value, format!("{within}{}", foreign_field.name)),
        (ParamName::What, provenance(foreign_field, language)),
    ];
    Message::new(MessageId::ValueMeans, meaning).worded(language)
}

/// Where a foreign field comes from, and what is to be noted of it.
pub(super) fn provenance(foreign_field: &KnownForeignField, language: Language) -> String {
    let provenance = match foreign_field.provenance {
        Provenance::Retired => MessageId::ExplainRetiredField,
        Provenance::OtherProvider => MessageId::ExplainForeignField,
        Provenance::Response => MessageId::ExplainAnswersField,
    };
    let what = [Some(provenance), foreign_field.note];
    let what: Vec<Text> = what.into_iter().flatten().map(|id| id.text(language)).collect();
    what.join(&MessageId::ListLimits.text(language))
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
    format!(
        "# {}\n\n{}\n\n{}\n> {}\n>\n> — {}\n",
        place(document, id),
        doc(field, language),
        list(&field_lines(document, id, language)),
        field.sentence,
        object.page
    )
}

/// The name of a field with that of its document: `v3:/obs_info/bucket_name`.
pub(super) fn place(document: &Document, id: FieldRef) -> String {
    format!("{}:{}", short(document), id.pointer())
}

/// The name by which fields name their document.
pub(super) fn short(document: &Document) -> &'static str {
    document.short.unwrap_or(document.name)
}

/// Everything that is to be said of a field, each thing in a line.
fn field_lines(document: &'static Document, id: FieldRef, language: Language) -> Vec<Text> {
    let mut lines = facts(document, id, language);
    for relation in conditions(document, id) {
        let rule = line(MessageId::ExplainRule, relation_line(relation), language);
        // Two rules may say the same of a field.
        if !lines.contains(&rule) {
            lines.push(rule);
        }
    }
    lines
}

/// What a field takes, and what the API answers otherwise, each thing in a line.
pub(super) fn facts(document: &'static Document, id: FieldRef, language: Language) -> Vec<Text> {
    let Row { field, .. } = id.row();
    let is_of_request = document.kind == DocumentKind::Request;
    let mut lines = vec![line(MessageId::ExplainType, kind(field.ty), language)];
    if field.required || is_of_request {
        lines.push(line(MessageId::ExplainRequired, yes_or_no(field.required), language));
    }
    let limits = field_limits(field, language);
    lines.extend(limits.iter().map(|limit| capitalised(limit).into()));
    let worded = |id: MessageId, name: ParamName, param: Param| Message::new(id, [(name, param)]).worded(language);
    if let Some(default) = field.default {
        let default = scalar(default).into();
        lines.push(worded(MessageId::ExplainDefault, ParamName::Value, default));
    }
    if let Some(example) = field.example {
        lines.push(worded(MessageId::ExplainExample, ParamName::Example, example.into()));
    }
    if let Type::Object(inner) = field.ty {
        let members = names(inner.fields.iter().map(|field| field.name), language);
        lines.push(line(MessageId::ExplainMembers, members, language));
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
    lines
}

/// A line that begins with what it tells: `Type: string`.
pub(super) fn line(id: MessageId, what: impl Into<Param>, language: Language) -> Text {
    Message::new(id, [(ParamName::What, what.into())]).worded(language)
}

/// Names in backticks.
pub(super) fn names(names: impl Iterator<Item = impl Display>, language: Language) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.join(&MessageId::ListComma.text(language))
}

/// Lines as the items of a list.
pub(super) fn list(lines: &[Text]) -> String {
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

/// What is to be said of a status code: what it means, what to do, and what the pages say.
pub(super) fn status(status: &HttpStatus, language: Language) -> String {
    let mut text = format!(
        "# {}\n\n{}\n",
        status.name,
        sentence(&status.meaning.text(language), language)
    );
    if let Some(advice) = status.advice {
        let advice = Message::new(MessageId::ExplainWhatToDo, [(ParamName::Advice, advice)]).worded(language);
        let lines = [advice, MessageId::ExplainErrorBody.text(language)];
        let _ = write!(text, "\n{}", list(&lines));
    }
    for said_alike in status.sentences.chunk_by(|one, other| one.quote == other.quote) {
        let pages: Vec<&str> = said_alike.iter().map(|source| source.page).collect();
        let sentence = said_alike.iter().find_map(|source| source.quote).unwrap_or_default();
        let _ = write!(text, "\n> {sentence}\n>\n> — {}\n", pages.join("; "));
    }
    text
}
