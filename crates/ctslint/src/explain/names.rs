//! What is to be said of names: of all fields of a name, and of names where there is no such field.

use std::fmt::Write;

use super::markdown::{doc, facts, line, list, names, place, provenance, sentence, short};
use crate::api::{documents, elsewhere};
use crate::check::DocumentField;
use crate::diagnostics::{Message, ParamName, Text};
use crate::messages::{Language, MessageId};
use crate::model::{Document, DocumentKind, FieldRef, KnownForeignField, Provenance, Rule};

/// Every name of a field, of any document, each once.
pub(super) fn all_names() -> Vec<&'static str> {
    let mut all = Vec::new();
    for document in documents() {
        let foreign = document.foreign_fields.iter().map(|foreign_field| foreign_field.name);
        let others = foreign.chain(document.undocumented.iter().copied());
        for name in document.fields().map(FieldRef::name).chain(others) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}

/// The names that a request does not have at its top level, but that are fields elsewhere in it, or in the requests where such a
/// field may belong.
pub(super) fn names_of_elsewhere(document: &'static Document) -> Vec<&'static str> {
    let mut all = Vec::new();
    if document.kind != DocumentKind::Request {
        return all;
    }
    let is_known = |name: &str| {
        let mut foreign = document.foreign_fields.iter();
        document.root.index(name).is_some() || foreign.any(|other| other.within.is_none() && other.name == name)
    };
    let requests = [document].into_iter().chain(elsewhere(document).iter().copied());
    for name in requests.flat_map(|request| request.fields().map(FieldRef::name)) {
        if !is_known(name) && !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// The fields that a name may be meant to be that a request does not have at its top level.
fn targets(document: &'static Document, name: &str) -> Vec<DocumentField> {
    let fields_of = |request: &'static Document| {
        let fields = request.fields().filter(|id| id.name() == name);
        fields.map(move |field| DocumentField {
            document: request,
            field,
        })
    };
    let own: Vec<DocumentField> = fields_of(document).collect();
    match own.is_empty() {
        true => elsewhere(document)
            .iter()
            .flat_map(|request| fields_of(request))
            .collect(),
        false => own,
    }
}

/// Where a name belongs that a request does not have at its top level.
pub(super) fn belongs(document: &'static Document, name: &str, language: Language) -> Text {
    let targets = targets(document, name);
    let places = targets.iter().map(|target| place(target.document, target.field));
    line(MessageId::ExplainBelongs, names(places, language), language)
}

/// What is to be said of a name that a request does not have at its top level.
pub(super) fn name_of_elsewhere(document: &'static Document, name: &str, language: Language) -> String {
    let targets = targets(document, name);
    let mut lines = vec![belongs(document, name, language)];
    let is_of_other = |target: &&DocumentField| target.document != document;
    let counterpart = targets
        .iter()
        .filter(is_of_other)
        .find_map(|target| target.counterpart_in(document));
    if let Some(counterpart) = counterpart {
        let counterpart = names([place(document, counterpart)].iter(), language);
        lines.push(line(MessageId::ExplainCounterpart, counterpart, language));
    }
    if name == "status" {
        let why = MessageId::NoteStatusByPut.text(language);
        lines.push(sentence(&why, language));
    }
    lines.push(rule(Rule::MisplacedField, language));
    let title = format!("{}:/{name}", short(document));
    let summary = sentence(&MessageId::ExplainElsewhere.text(language), language);
    format!("# {title}\n\n{summary}\n\n{}", list(&lines))
}

/// The name of a foreign field with that of the document that does not have it.
pub(super) fn place_of_foreign_field(document: &Document, foreign_field: &KnownForeignField) -> String {
    match foreign_field.within {
        Some(object) => format!("{}:/{object}/{}", short(document), foreign_field.name),
        None => format!("{}:/{}", short(document), foreign_field.name),
    }
}

/// What is to be said of a foreign field.
pub(super) fn foreign_field(
    document: &'static Document,
    foreign_field: &'static KnownForeignField,
    language: Language,
) -> String {
    let is_same = |id: &FieldRef| id.name() == foreign_field.name;
    let fields = documents()
        .iter()
        .flat_map(|other| other.fields().filter(is_same).map(|id| place(other, id)));
    let mut lines = foreign_lines(foreign_field, language);
    let places = names(fields, language);
    if !places.is_empty() {
        lines.insert(0, line(MessageId::ExplainBelongs, places, language));
    }
    format!(
        "# {}\n\n{}\n\n{}",
        place_of_foreign_field(document, foreign_field),
        sentence(&provenance(foreign_field, language), language),
        list(&lines)
    )
}

/// What to do about a foreign field, and the rule that reports it.
fn foreign_lines(foreign_field: &KnownForeignField, language: Language) -> Vec<Text> {
    let (advice, reported_by) = match foreign_field.provenance {
        Provenance::Retired => (MessageId::SendNotifications, Rule::RetiredField),
        Provenance::OtherProvider => (MessageId::ExplainRemoveOrSendThere, Rule::OtherProviderField),
        Provenance::Response => (MessageId::RemoveIt, Rule::ResponseOnlyField),
    };
    vec![
        Message::new(MessageId::ExplainWhatToDo, [(ParamName::Advice, advice)]).worded(language),
        rule(reported_by, language),
    ]
}

fn rule(rule: Rule, language: Language) -> Text {
    line(MessageId::ExplainRule, format!("`{}`", rule.name()), language)
}

/// Places of which the same is to be said.
struct Section {
    title: Vec<String>,
    is_of_request: bool,
    doc: Text,
    lines: Vec<Text>,
}

/// Adds a place to the section that says the same, or to a new one.
fn add(sections: &mut Vec<Section>, place: String, is_of_request: bool, doc: Text, lines: Vec<Text>) {
    let is_same = |section: &&mut Section| section.doc == doc && section.lines == lines;
    match sections.iter_mut().find(is_same) {
        Some(section) => section.title.push(place),
        None => sections.push(Section {
            title: vec![place],
            is_of_request,
            doc,
            lines,
        }),
    }
}

/// One line about a name: what the first field of that name does, or why there is none.
pub(super) fn summary(name: &str, language: Language) -> Text {
    let fields = documents().iter().flat_map(|document| document.fields());
    if let Some(id) = fields.into_iter().find(|id| id.name() == name) {
        return doc(id.row().field, language);
    }
    let mut foreign = documents().iter().flat_map(|document| document.foreign_fields);
    match foreign.find(|foreign_field| foreign_field.name == name) {
        Some(foreign_field) => sentence(&provenance(foreign_field, language), language),
        None => sentence(&MessageId::ExplainUndocumented.text(language), language),
    }
}

/// What is to be said of all fields of a name: what all requests share first, then the rest by document, each thing once. The rules
/// about several fields are left to each field.
pub(super) fn fields_of_name(name: &str, language: Language) -> String {
    let mut sections = Vec::new();
    let (mut foreign, mut undocumented) = (Vec::new(), Vec::new());
    for document in documents() {
        let is_of_request = document.kind == DocumentKind::Request;
        for id in document.fields().filter(|id| id.name() == name) {
            let lines = facts(document, id, language);
            add(
                &mut sections,
                place(document, id),
                is_of_request,
                doc(id.row().field, language),
                lines,
            );
        }
        for other in document.foreign_fields.iter().filter(|other| other.name == name) {
            let what = sentence(&provenance(other, language), language);
            let place = place_of_foreign_field(document, other);
            add(&mut foreign, place, is_of_request, what, foreign_lines(other, language));
        }
        if document.undocumented.contains(&name) {
            undocumented.push(short(document).to_owned());
        }
    }
    // Those of requests first; the order of the documents stays otherwise.
    sections.sort_by_key(|section| !section.is_of_request);

    let mut text = format!("# {name}\n");
    share(&mut sections, &mut text);
    for section in &sections {
        let _ = write!(text, "\n## {}\n\n", section.title.join(", "));
        write_body(&section.doc, &section.lines, &mut text);
    }
    for section in &foreign {
        let what = names(section.title.iter(), language);
        let _ = write!(text, "\n## {}\n\n", line(MessageId::ExplainNotIn, what, language));
        write_body(&section.doc, &section.lines, &mut text);
    }
    if !undocumented.is_empty() {
        let why = sentence(&MessageId::ExplainUndocumented.text(language), language);
        let _ = write!(text, "\n## {}\n\n{why}\n", undocumented.join(", "));
    }
    text
}

/// Writes what all requests share, and takes it out of their sections.
fn share(sections: &mut [Section], text: &mut String) {
    let mut requests: Vec<&mut Section> = sections.iter_mut().filter(|section| section.is_of_request).collect();
    let Some((first, others)) = requests.split_first_mut() else {
        return;
    };
    if others.is_empty() {
        return;
    }
    let is_in_all = |line: &Text| others.iter().all(|other| other.lines.contains(line));
    let shared: Vec<Text> = first.lines.iter().filter(|line| is_in_all(line)).cloned().collect();
    let doc = first.doc.clone();
    let is_doc_shared = others.iter().all(|other| other.doc == doc);
    text.push('\n');
    write_body(if is_doc_shared { &doc } else { "" }, &shared, text);
    for section in requests {
        section.lines.retain(|line| !shared.contains(line));
        if is_doc_shared {
            section.doc = Text::default();
        }
    }
}

fn write_body(doc: &str, lines: &[Text], text: &mut String) {
    if !doc.is_empty() {
        let _ = writeln!(text, "{doc}");
    }
    if !doc.is_empty() && !lines.is_empty() {
        text.push('\n');
    }
    text.push_str(&list(lines));
}
