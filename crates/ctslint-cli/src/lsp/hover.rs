//! What is shown of a field when the mouse rests on it.

use std::ops::Range;

use ctslint::NodeKind;
use gen_lsp_types::{Contents, Hover, MarkupContent, MarkupKind, Position};

use super::document::Document;
use super::field::{explanation, field_at};
use super::options::Client;

/// What is to be said of the field at a place, or of its value.
pub(super) fn of(document: &mut Document, position: Position, client: &Client) -> Option<Hover> {
    let offset = document.text.offset(position);
    let body = document.body_at(offset)?;
    let holds = |range: &Range<u32>| (range.start as usize..range.end as usize).contains(&offset);
    let is_scalar = |kind| !matches!(kind, NodeKind::Object | NodeKind::Array);
    let (node, range, is_value) = body.nodes.iter().find_map(|node| match &node.key {
        Some(key) if holds(&key.range) => Some((node, &key.range, false)),
        _ if is_scalar(node.kind) && holds(&node.range) => Some((node, &node.range, true)),
        _ => None,
    })?;
    let mut text = explanation(body.document, &node.pointer, client.language)?;
    if is_value && let Some(field) = field_at(body.document, &node.pointer, client.language) {
        let text_of_value = document.text.as_str().get(range.start as usize..range.end as usize);
        let value = text_of_value.unwrap_or_default();
        let choice = field
            .values
            .iter()
            .find(|choice| value.trim_matches('"') == choice.value);
        if let Some(choice) = choice {
            text = format!("`{}`: {}\n\n{text}", choice.value, choice.text);
        }
    }
    Some(Hover {
        contents: Contents::MarkupContent(MarkupContent {
            kind: MarkupKind::Markdown,
            value: text,
        }),
        range: Some(document.text.range(range.start, range.end)),
    })
}
