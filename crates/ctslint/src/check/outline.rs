//! The values of a body with their places, for callers that show or complete what stands in a text.

use std::ops::Range;

use crate::json::{Kind, Range as Bytes, Tree, Value, pointer_step};

/// A value in a body. Ranges are in bytes of the decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The index of the object or array that it stands in; `None` for the body itself.
    pub parent: Option<usize>,
    /// The key, if it stands in an object.
    pub key: Option<NodeKey>,
    /// The JSON Pointer (RFC 6901) of the value.
    pub pointer: String,
    /// Where it stands, with its quotation marks or brackets; empty where a value is missing.
    pub range: Range<u32>,
    /// What it is.
    pub kind: NodeKind,
    /// Whether it is complete: an object or array has its closing bracket.
    pub is_closed: bool,
}

/// The key of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeKey {
    /// The name without quotation marks and escapes.
    pub name: String,
    /// Where it stands, with its quotation marks.
    pub range: Range<u32>,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// An object.
    Object,
    /// An array.
    Array,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
    /// Nothing, something that can't be read, or a placeholder.
    Unknown,
}

/// The values of a tree, in the order of the text. Does not recurse, because values may be nested deeply.
pub(super) fn outline(tree: &Tree<'_>, place: impl Fn(Bytes) -> Range<u32>) -> Vec<Node> {
    struct Pending<'a, 't> {
        value: Value<'a, 't>,
        key: Option<Value<'a, 't>>,
        parent: Option<usize>,
        pointer: String,
    }
    let mut nodes: Vec<Node> = Vec::new();
    let root = tree.root().map(|value| Pending {
        value,
        key: None,
        parent: None,
        pointer: String::new(),
    });
    let mut pending: Vec<Pending<'_, '_>> = root.into_iter().collect();
    while let Some(next) = pending.pop() {
        let index = nodes.len();
        let before = pending.len();
        for member in next.value.members() {
            pending.push(Pending {
                value: member.value,
                key: Some(member.key),
                parent: Some(index),
                pointer: format!("{}/{}", next.pointer, pointer_step(&member.key.text())),
            });
        }
        for (number, value) in next.value.items().enumerate() {
            pending.push(Pending {
                value,
                key: None,
                parent: Some(index),
                pointer: format!("{}/{number}", next.pointer),
            });
        }
        pending[before..].reverse();
        nodes.push(Node {
            parent: next.parent,
            key: next.key.map(|key| NodeKey {
                name: key.text().into_owned(),
                range: place(key.range()),
            }),
            pointer: next.pointer,
            range: place(next.value.range()),
            kind: kind(next.value.kind()),
            is_closed: next.value.is_closed(),
        });
    }
    nodes
}

const fn kind(kind: Kind) -> NodeKind {
    match kind {
        Kind::Object => NodeKind::Object,
        Kind::Array => NodeKind::Array,
        Kind::String => NodeKind::String,
        Kind::Number => NodeKind::Number,
        Kind::True | Kind::False => NodeKind::Boolean,
        Kind::Null => NodeKind::Null,
        Kind::Unknown => NodeKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Syntax, parse};

    /// An outline with each value as pointer, text and whether it is complete.
    fn shown(text: &str) -> Vec<(String, &str, bool)> {
        let tree = parse(text, Syntax::default());
        let nodes = outline(&tree, |range| range.start..range.end);
        let nodes = nodes.into_iter().map(|node| {
            let range = node.range.start as usize..node.range.end as usize;
            (node.pointer, &text[range], node.is_closed)
        });
        nodes.collect()
    }

    /// What completion and hover find at a place rests on it, also while a body is being written.
    #[test]
    fn values_are_listed_with_their_places() {
        let listed = |text| -> Vec<(String, &str, bool)> { shown(text) };
        assert_eq!(
            listed(r#"{"a/b": [1, {"c": null}], "d": "x"}"#),
            [
                (String::new(), r#"{"a/b": [1, {"c": null}], "d": "x"}"#, true),
                ("/a~1b".into(), r#"[1, {"c": null}]"#, true),
                ("/a~1b/0".into(), "1", true),
                ("/a~1b/1".into(), r#"{"c": null}"#, true),
                ("/a~1b/1/c".into(), "null", true),
                ("/d".into(), r#""x""#, true),
            ]
        );
        assert_eq!(
            listed(r#"{"a": {"b": "#),
            [
                (String::new(), r#"{"a": {"b":"#, false),
                ("/a".into(), r#"{"b":"#, false),
                ("/a/b".into(), "", false)
            ]
        );
        assert_eq!(listed("  "), []);
    }
}
