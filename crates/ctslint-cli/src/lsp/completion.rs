//! What may be written at a place: fields that are not there yet, values, and whole objects.

use std::ops::Range as Bytes;

use ctslint::{FieldInfo, Node, NodeKind, Plain, form};
use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, Documentation, InsertTextFormat, MarkupContent,
    MarkupKind, Position, Range, TextEdit,
};

use super::document::{Body, Document};
use super::field::{explanation, field_at, fields_of, is_item};
use super::options::Client;

/// What stands at the cursor.
#[derive(Debug, PartialEq, Eq)]
enum Spot {
    /// A key of the object with this index, or the place for one.
    Key(usize, Bytes<u32>),
    /// The value at a JSON Pointer, or the place for it.
    Value(String, Bytes<u32>),
}

/// What may be written at a place.
pub(super) fn of(document: &mut Document, position: Position, client: &Client) -> Vec<CompletionItem> {
    let offset = document.text.offset(position);
    let Some(body) = document.body_at(offset) else {
        return Vec::new();
    };
    let text = document.text.as_str();
    let Some(spot) = spot(&body, text, offset as u32) else {
        return Vec::new();
    };
    let (suggestions, replaced) = match spot {
        Spot::Key(object, range) => (keys(&body, object, &range, text, client), range),
        Spot::Value(pointer, range) => (values(&body, &pointer, client), range),
    };
    // Where a variable is used, what is completed may stand elsewhere.
    let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let (start, end) = (replaced.start as usize, replaced.end as usize);
    let after = part(end, text.len()).trim_start();
    let comma = if after.starts_with('"') { "," } else { "" };
    // What is replaced begins behind the quotation mark that stands there, for editors compare what is typed with what they complete;
    // CodeMirror does so up to the closing one.
    let is_quoted = part(start, offset).starts_with('"');
    let inner = replaced.start + u32::from(is_quoted);
    let is_closed = is_quoted && part(offset, end).ends_with('"');
    let behind = if is_closed { "\"" } else { "" };
    let places = document.text.positions(&[replaced.start, inner, replaced.end]);
    let item = |(index, suggestion): (usize, Suggestion)| {
        let has_snippet = client.snippets && suggestion.text.contains('$');
        let mut new = suggestion.text + comma;
        if !has_snippet {
            new = new.replace("$1", "").replace("\\$", "$");
        }
        let unquoted = new.strip_prefix('"').filter(|_| is_quoted);
        let (start, new_text) = match unquoted {
            Some(unquoted) => (places[1], unquoted.to_owned()),
            None => (places[0], new),
        };
        CompletionItem {
            kind: Some(suggestion.kind),
            detail: suggestion.detail,
            documentation: suggestion.documentation.map(|value| {
                Documentation::MarkupContent(MarkupContent {
                    kind: MarkupKind::Markdown,
                    value,
                })
            }),
            sort_text: Some(format!("{index:03}")),
            filter_text: Some(format!("{}{behind}", suggestion.label.trim_matches('"'))),
            insert_text_format: has_snippet.then_some(InsertTextFormat::Snippet),
            text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit {
                range: Range { start, end: places[2] },
                new_text,
            })),
            label: suggestion.label,
            ..CompletionItem::default()
        }
    };
    suggestions.into_iter().enumerate().map(item).collect()
}

/// Something that may be written; `$1` in its text is the place to go on.
struct Suggestion {
    label: String,
    text: String,
    kind: CompletionItemKind,
    detail: Option<String>,
    documentation: Option<String>,
}

/// What stands at an offset.
fn spot(body: &Body, text: &str, offset: u32) -> Option<Spot> {
    let nodes = &body.nodes;
    let inside = |range: &Bytes<u32>| range.start < offset && offset < range.end;
    let within = |range: &Bytes<u32>| range.start < offset && offset <= range.end;
    let bytes = |range: &Bytes<u32>| text.get(range.start as usize..range.end as usize).unwrap_or_default();
    let is_closed = |range: &Bytes<u32>| range.end - range.start > 1 && bytes(range).ends_with('"');
    let is_token = |range: &Bytes<u32>| inside(range) || (within(range) && !is_closed(range));
    for node in nodes {
        if let (Some(key), Some(parent)) = (&node.key, node.parent)
            && is_token(&key.range)
        {
            return Some(Spot::Key(parent, key.range.clone()));
        }
        if !is_container(node) && is_token(&node.range) {
            return Some(Spot::Value(node.pointer.clone(), node.range.clone()));
        }
    }
    if nodes.is_empty() && text.trim().is_empty() {
        return Some(Spot::Value(String::new(), offset..offset));
    }
    let holds = |node: &Node| node.range.start < offset && (offset < node.range.end || !node.is_closed);
    let (index, container) = nodes
        .iter()
        .enumerate()
        .rfind(|(_, node)| is_container(node) && holds(node))?;
    let before = text.get(container.range.start as usize..offset as usize)?.trim_end();
    let members = || nodes.iter().filter(|node| node.parent == Some(index));
    match (container.kind, before.chars().next_back()?) {
        (NodeKind::Object, '{' | ',') => Some(Spot::Key(index, offset..offset)),
        (NodeKind::Object, ':') => {
            let is_before = |node: &&Node| node.key.as_ref().is_some_and(|key| key.range.end <= offset);
            let member = members().rfind(is_before)?;
            Some(Spot::Value(member.pointer.clone(), offset..offset))
        }
        (NodeKind::Array, '[' | ',') => Some(Spot::Value(format!("{}/0", container.pointer), offset..offset)),
        _ => None,
    }
}

const fn is_container(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Object | NodeKind::Array)
}

/// The fields that an object does not have yet, those first that it must have.
fn keys(body: &Body, object: usize, replaced: &Bytes<u32>, text: &str, client: &Client) -> Vec<Suggestion> {
    let members = || body.nodes.iter().filter(|node| node.parent == Some(object));
    let is_there = |name: &str| {
        let mut keys = members().filter_map(|node| node.key.as_ref());
        keys.any(|key| key.name == name && key.range != *replaced)
    };
    let Some(node) = body.nodes.get(object) else {
        return Vec::new();
    };
    let after = text.get(replaced.end as usize..).unwrap_or_default();
    let has_colon = after.trim_start().starts_with(':');
    let mut fields = fields_of(body.document, &node.pointer, client.language);
    fields.retain(|field| !is_there(field.name));
    fields.sort_by_key(|field| !field.required);
    let fields = fields.into_iter().map(|field| Suggestion {
        label: field.name.to_owned(),
        text: match has_colon {
            true => format!("\"{}\"", field.name),
            false => format!("\"{}\": {}", field.name, skeleton(&field, body, client)),
        },
        kind: CompletionItemKind::Property,
        detail: Some(field.label.clone().into_owned()),
        documentation: explanation(
            body.document,
            &format!("{}/{}", node.pointer, field.name),
            client.language,
        ),
    });
    fields.collect()
}

/// The values that a field can have.
fn values(body: &Body, pointer: &str, client: &Client) -> Vec<Suggestion> {
    let suggestion = |label: String, kind, detail: Option<String>| Suggestion {
        text: label.replace('$', "\\$"),
        label,
        kind,
        detail,
        documentation: None,
    };
    let Some(field) = field_at(body.document, pointer, client.language) else {
        let fields = fields_of(body.document, pointer, client.language);
        return match body.document.place(pointer).1 {
            "" => vec![whole(&fields, body, client)],
            _ => Vec::new(),
        };
    };
    let mut suggestions = Vec::new();
    match field.kind {
        "object" => {
            let fields = fields_of(body.document, pointer, client.language);
            suggestions.push(whole(&fields, body, client));
        }
        "array" if !is_item(pointer) => suggestions.push(Suggestion {
            text: "[$1]".to_owned(),
            ..suggestion("[]".to_owned(), CompletionItemKind::Value, None)
        }),
        "boolean" => {
            for value in ["true", "false"] {
                suggestions.push(suggestion(value.to_owned(), CompletionItemKind::Value, None));
            }
        }
        _ => {
            for choice in &field.values {
                let label = format!("\"{}\"", choice.value);
                suggestions.push(suggestion(
                    label,
                    CompletionItemKind::EnumMember,
                    Some(choice.text.clone().into_owned()),
                ));
            }
        }
    }
    let default = field.default.map(|default| match default {
        Plain::Boolean(value) => value.to_string(),
        Plain::Text(value) => format!("\"{value}\""),
    });
    let example = field
        .example
        .map(str::to_owned)
        .filter(|_| field.kind != "array" && field.kind != "object");
    for value in [default, example].into_iter().flatten() {
        if suggestions.iter().all(|other| other.label != value) {
            suggestions.push(suggestion(value, CompletionItemKind::Value, None));
        }
    }
    suggestions
}

/// An object with the fields that it must have.
fn whole(fields: &[FieldInfo], body: &Body, client: &Client) -> Suggestion {
    let required: Vec<&FieldInfo> = fields.iter().filter(|field| field.required).collect();
    let mut has_place = false;
    let members = required.iter().map(|field| {
        let value = skeleton(field, body, client);
        // Only the first place is one to go on.
        let value = if has_place { value.replace("$1", "") } else { value };
        has_place |= value.contains("$1");
        format!("\"{}\": {value}", field.name)
    });
    let members = members.collect::<Vec<_>>().join(", ");
    let names: Vec<&str> = required.iter().map(|field| field.name).collect();
    Suggestion {
        label: "{}".to_owned(),
        text: format!("{{{}}}", if members.is_empty() { "$1" } else { &members }),
        kind: CompletionItemKind::Struct,
        detail: (!names.is_empty()).then(|| names.join(", ")),
        documentation: None,
    }
}

/// The beginning of a value.
fn skeleton(field: &FieldInfo, body: &Body, client: &Client) -> String {
    match (field.kind, &field.values[..]) {
        ("string", [only]) => format!("\"{}\"", only.value),
        ("string", _) => match field.default {
            Some(Plain::Text(default)) => format!("\"{default}\""),
            _ => "\"$1\"".to_owned(),
        },
        ("object", _) => {
            let all = form(body.document, client.language);
            let prefix = format!("{}/", field.path);
            let inner: Vec<FieldInfo> = all
                .into_iter()
                .filter(|other| other.path.starts_with(&prefix))
                .collect();
            whole(&inner, body, client).text
        }
        ("array", _) => "[$1]".to_owned(),
        _ => "$1".to_owned(),
    }
}
