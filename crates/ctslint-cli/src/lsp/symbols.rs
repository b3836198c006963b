//! The outline of a document: its members, one in the other.

use ctslint::{Node, NodeKind};
use gen_lsp_types::{
    BaseSymbolInformation, DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind,
};

use super::document::Document;
use super::options::Client;

/// The longest value that is shown beside its name, in characters.
const LONGEST: usize = 60;

/// The members of the bodies in a document.
pub(super) fn of(document: &mut Document, client: &Client) -> DocumentSymbolResponse {
    let bodies = document.bodies();
    let mut symbols = Vec::new();
    for body in &bodies {
        let all = nested(&body.nodes, document);
        match document.requests() {
            // Several bodies, each below what it is.
            true => symbols.extend(all.map(|root| DocumentSymbol {
                name: body.document.name().to_owned(),
                ..root
            })),
            false => symbols.extend(all.into_iter().flat_map(|root| root.children.unwrap_or_default())),
        }
    }
    match client.nested_symbols {
        true => DocumentSymbolResponse::DocumentSymbolList(symbols),
        false => DocumentSymbolResponse::SymbolInformationList(flat(symbols, &document.uri)),
    }
}

/// The symbol of the first node, with those of all others in it.
fn nested(nodes: &[Node], document: &Document) -> Option<DocumentSymbol> {
    let ranges = nodes.iter().flat_map(|node| {
        let key = node.key.as_ref().map_or(&node.range, |key| &key.range);
        [key.start.min(node.range.start), key.end, node.range.end.max(key.end)]
    });
    let offsets: Vec<u32> = ranges.collect();
    let places = document.text.positions(&offsets);
    let mut symbols: Vec<Option<DocumentSymbol>> = Vec::with_capacity(nodes.len());
    for (node, places) in nodes.iter().zip(places.as_chunks::<3>().0) {
        let [start, end_of_key, end] = *places;
        let name = node.key.as_ref().map_or_else(
            || node.pointer.rsplit('/').next().unwrap_or_default().to_owned(),
            |key| key.name.clone(),
        );
        let value = || {
            let value = document
                .text
                .as_str()
                .get(node.range.start as usize..node.range.end as usize);
            value.map(|value| value.chars().take(LONGEST).collect())
        };
        let is_container = matches!(node.kind, NodeKind::Object | NodeKind::Array);
        symbols.push(Some(DocumentSymbol::new(
            // A name must not be empty.
            if name.is_empty() { "\"\"".to_owned() } else { name },
            if is_container { None } else { value() },
            kind(node.kind),
            None,
            None,
            gen_lsp_types::Range { start, end },
            gen_lsp_types::Range { start, end: end_of_key },
            None,
        )));
    }
    // From the last to the first, so that each is complete before it goes into another.
    for index in (1..nodes.len()).rev() {
        let symbol = symbols[index].take();
        let parent = nodes[index].parent.and_then(|parent| symbols[parent].as_mut());
        if let (Some(symbol), Some(parent)) = (symbol, parent) {
            parent.children.get_or_insert_default().push(symbol);
        }
    }
    let mut root = symbols.into_iter().next().flatten();
    let mut pending: Vec<&mut DocumentSymbol> = root.iter_mut().collect();
    while let Some(symbol) = pending.pop() {
        if let Some(children) = &mut symbol.children {
            children.reverse();
            pending.extend(children);
        }
    }
    root
}

/// The same in a list, for editors that know no other.
fn flat(symbols: Vec<DocumentSymbol>, uri: &str) -> Vec<SymbolInformation> {
    let mut list = Vec::new();
    let mut pending: Vec<(DocumentSymbol, Option<String>)> =
        symbols.into_iter().rev().map(|symbol| (symbol, None)).collect();
    while let Some((symbol, container_name)) = pending.pop() {
        let children = symbol.children.into_iter().flatten().rev();
        pending.extend(children.map(|child| (child, Some(symbol.name.clone()))));
        let location = Location {
            uri: uri.into(),
            range: symbol.range,
        };
        let base = BaseSymbolInformation {
            name: symbol.name,
            kind: symbol.kind,
            tags: None,
            container_name,
        };
        list.push(SymbolInformation::new(None, location, base));
    }
    list
}

const fn kind(kind: NodeKind) -> SymbolKind {
    match kind {
        NodeKind::Object => SymbolKind::Object,
        NodeKind::Array => SymbolKind::Array,
        NodeKind::String => SymbolKind::String,
        NodeKind::Number => SymbolKind::Number,
        NodeKind::Boolean => SymbolKind::Boolean,
        NodeKind::Null | NodeKind::Unknown => SymbolKind::Null,
    }
}
