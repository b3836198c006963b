//! The syntax tree of a text: a flat tape of nodes, and the values in it.

use std::borrow::Cow;

use super::quote::pointer_step;
use super::scan::{blank_end, char_at, escape, line_end, trimmed};
use super::syntax::{Kind, Range, SyntaxError, SyntaxErrorKind};

/// The largest number of reference tokens in a pointer from [`Walk::pointer`].
const MAX_POINTER_DEPTH: usize = 128;

/// The longest pointer from [`Walk::pointer`], in bytes.
const MAX_POINTER_LENGTH: usize = 4096;

/// Whether the byte at `at` of the text replaces one that is not valid UTF-8. `damaged` is the original bytes.
pub(super) fn is_bad(text: &str, damaged: Option<&[u8]>, at: usize) -> bool {
    damaged
        .is_some_and(|bytes| text.as_bytes().get(at) == Some(&0x1a) && bytes.get(at).is_some_and(|&byte| byte != 0x1a))
}

/// A token or a container. There can be half as many as bytes in the text, so they are packed: that saves two bytes each.
#[derive(Clone, Copy, Debug)]
#[repr(Rust, packed(2))]
pub(super) struct Node {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The index after the subtree; for an open container, the index of its parent.
    pub(super) next: u32,
    pub(super) kind: Kind,
    pub(super) flags: u8,
}

/// The string contains escapes.
pub(super) const ESCAPES: u8 = 1;

/// The string contains something unreadable.
pub(super) const DAMAGED: u8 = 2;

/// The string has no opening quotation mark.
pub(super) const NO_OPENER: u8 = 4;

/// The string has no closing quotation mark.
pub(super) const NO_CLOSER: u8 = 8;

/// A quotation mark of the string is not `"`.
pub(super) const ODD_QUOTES: u8 = 16;

/// The object has no opening brace.
pub(super) const NO_BRACES: u8 = 32;

/// The array has a member, which has been reported.
pub(super) const MEMBER_SEEN: u8 = 64;

/// The values that could be read from a text, and its syntax errors.
#[derive(Debug)]
pub(crate) struct Tree<'t> {
    pub(super) text: &'t str,
    pub(super) damaged: Option<&'t [u8]>,
    pub(super) nodes: Vec<Node>,
    pub(super) errors: Vec<SyntaxError>,
}

impl<'t> Tree<'t> {
    /// The parsed text.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The top-level value; `None` if nothing could be read.
    #[inline]
    pub(crate) fn root(&self) -> Option<Value<'_, 't>> {
        if self.nodes.is_empty() {
            None
        } else {
            Some(Value { tree: self, index: 0 })
        }
    }

    /// The syntax errors, sorted by position.
    #[inline]
    pub(crate) fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// Allows placeholders that are filled in later: removes their errors.
    pub(crate) fn accept_placeholders(&mut self) {
        let text = self.text;
        self.errors.retain(|error| {
            error.kind != SyntaxErrorKind::Placeholder || !error.range.of(text).contains(['{', '$', '<'])
        });
    }

    /// The error that says of the whole text that it is not JSON, at its first line.
    pub(crate) fn not_json(&self) -> SyntaxError {
        let bytes = self.text.as_bytes();
        let start = blank_end(bytes, 0);
        let line = self.text.get(start..line_end(bytes, start)).unwrap_or_default();
        SyntaxError {
            range: Range::new(start, start + trimmed(line).len()),
            related: None,
            kind: SyntaxErrorKind::NotJson,
        }
    }

    /// Starts a pass that finds the pointers of errors in the order of the text.
    pub(crate) fn walk(&self) -> Walk<'_, 't> {
        Walk {
            tree: self,
            steps: Vec::new(),
            index: 0,
        }
    }

    /// The pointer with these steps; `None` if it is too long.
    fn pointer(&self, steps: &[Step]) -> Option<String> {
        let mut pointer = String::new();
        for step in steps {
            pointer.push('/');
            if step.object {
                let key = Value {
                    tree: self,
                    index: step.at as u32,
                };
                if key.raw().len() > MAX_POINTER_LENGTH || key.is_placeholder() {
                    return None;
                }
                pointer.push_str(&pointer_step(&key.text()));
            } else {
                pointer.push_str(&step.at.to_string());
            }
            if pointer.len() > MAX_POINTER_LENGTH {
                return None;
            }
        }
        Some(pointer)
    }
}

/// A single pass through a tree.
pub(crate) struct Walk<'a, 't> {
    tree: &'a Tree<'t>,
    /// The containers that enclose the next node.
    steps: Vec<Step>,
    index: usize,
}

impl Walk<'_, '_> {
    /// The JSON Pointer of the member or item whose key or scalar value contains `range`. Ranges must be passed in
    /// ascending order. `None` if there is no such member or item, or if the pointer would have more than 128 steps or
    /// 4096 bytes.
    pub(crate) fn pointer(&mut self, range: Range) -> Option<String> {
        let steps = &mut self.steps;
        while let Some(node) = self.tree.nodes.get(self.index) {
            while steps.last().is_some_and(|step| step.next == self.index) {
                steps.pop();
                steps.last_mut().map(Step::advance);
            }
            let after = if node.kind.is_container() {
                node.next as usize
            } else {
                self.index + 1
            };
            if let Some(step) = steps.last_mut().filter(|step| step.object && !step.value) {
                step.at = self.index;
            }
            let empty = node.start == node.end;
            if node.end < range.start || (node.end == range.start && !empty) {
                steps.last_mut().map(Step::advance);
                self.index = after;
            } else if node.start > range.start || node.end < range.end {
                return None;
            } else if !node.kind.is_container() {
                return self.tree.pointer(steps);
            } else if steps.len() < MAX_POINTER_DEPTH {
                steps.push(Step {
                    next: after,
                    object: node.kind == Kind::Object,
                    value: false,
                    at: 0,
                });
                self.index += 1;
            } else {
                return None;
            }
        }
        None
    }
}

/// A container on the path to an error.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The index after the container.
    next: usize,
    object: bool,
    /// Whether the next node is the value of a member, not its key.
    value: bool,
    /// In an object the index of the key's node, in an array the index of the item.
    at: usize,
}

impl Step {
    /// Skips one key, value or item.
    const fn advance(&mut self) {
        if self.object {
            self.value = !self.value;
        } else {
            self.at += 1;
        }
    }
}

/// A value or a key in a tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a, 't> {
    tree: &'a Tree<'t>,
    index: u32,
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'a, 't> {
    /// The key: a string, or of kind [`Kind::Unknown`] if it is missing.
    pub key: Value<'a, 't>,
    /// The value.
    pub value: Value<'a, 't>,
}

/// The node of a value whose index is out of bounds, which does not occur.
const NOWHERE: Node = Node {
    start: 0,
    end: 0,
    next: u32::MAX,
    kind: Kind::Unknown,
    flags: 0,
};

impl<'a, 't> Value<'a, 't> {
    #[inline]
    fn node(self) -> &'a Node {
        self.tree.nodes.get(self.index as usize).unwrap_or(&NOWHERE)
    }

    /// The kind of the value.
    #[inline]
    pub(crate) fn kind(self) -> Kind {
        self.node().kind
    }

    /// The range of the token with its quotation marks, or of a container from opener to closer or to the end of its
    /// content.
    #[inline]
    pub(crate) fn range(self) -> Range {
        let node = self.node();
        Range {
            start: node.start,
            end: node.end,
        }
    }

    /// Whether a placeholder stands in its place: as a key, it may be any number of members.
    pub(crate) fn is_placeholder(self) -> bool {
        self.kind() == Kind::Unknown && !self.raw().is_empty()
    }

    /// The text of the range.
    #[inline]
    pub(crate) fn raw(self) -> &'t str {
        self.range().of(self.tree.text)
    }

    /// Whether it is complete: a container has its closer. `false` for an unknown value.
    pub(crate) fn is_closed(self) -> bool {
        let closer = match self.kind() {
            Kind::Unknown => return false,
            Kind::Object => b'}',
            Kind::Array => b']',
            _ => return true,
        };
        let raw = self.raw().as_bytes();
        raw.len() > 1 && raw.last() == Some(&closer)
    }

    /// The content of a string that is valid JSON and has no escapes.
    #[inline(always)]
    pub(crate) fn plain(self) -> Option<&'t str> {
        let node = self.node();
        if node.kind == Kind::String && node.flags == 0 {
            self.tree.text.get(node.start as usize + 1..node.end as usize - 1)
        } else {
            None
        }
    }

    /// The decoded content of a string; for other values, the text of the range.
    pub(crate) fn text(self) -> Cow<'t, str> {
        if let Some(plain) = self.plain() {
            return Cow::Borrowed(plain);
        }
        if self.node().flags & (ESCAPES | DAMAGED) == 0 {
            return Cow::Borrowed(self.content().of(self.tree.text));
        }
        let mut text = String::new();
        self.chars().for_each(|(found, _)| text.push(found));
        Cow::Owned(text)
    }

    /// The characters of [`text`](Self::text), each with its range, which is that of the escape if it is escaped.
    pub(crate) fn chars(self) -> Chars<'t> {
        let content = self.content();
        Chars {
            text: self.tree.text,
            damaged: self.tree.damaged,
            at: content.start as usize,
            end: content.end as usize,
            escapes: self.node().flags & ESCAPES != 0,
        }
    }

    /// Whether something in it was unreadable; [`text`](Self::text) has U+FFFD there.
    #[inline]
    pub(crate) fn is_damaged(self) -> bool {
        self.node().flags & DAMAGED != 0
    }

    /// Where the value or key behind it starts; the end of the text behind the last one.
    pub(crate) fn behind(self) -> u32 {
        let next = self.tree.nodes.get(self.node().next as usize);
        next.map_or(self.tree.text.len() as u32, |next| next.start)
    }

    /// The members of an object; empty for other values.
    #[inline]
    pub(crate) fn members(self) -> impl Iterator<Item = Member<'a, 't>> {
        let node = self.node();
        let mut index = self.index + 1;
        let end = if node.kind == Kind::Object { node.next } else { index };
        std::iter::from_fn(move || {
            if index >= end {
                return None;
            }
            let member = Member {
                key: Value { tree: self.tree, index },
                value: Value {
                    tree: self.tree,
                    index: index + 1,
                },
            };
            index = member.value.node().next;
            Some(member)
        })
    }

    /// The items of an array; empty for other values.
    #[inline]
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let node = self.node();
        let mut index = self.index + 1;
        let end = if node.kind == Kind::Array { node.next } else { index };
        std::iter::from_fn(move || {
            if index >= end {
                return None;
            }
            let item = Self { tree: self.tree, index };
            index = item.node().next;
            Some(item)
        })
    }

    /// The range of the token without its quotation marks.
    fn content(self) -> Range {
        let node = self.node();
        if node.kind != Kind::String {
            return self.range();
        }
        let token = self.raw();
        let opener = if node.flags & NO_OPENER == 0 {
            token.chars().next()
        } else {
            None
        };
        let closer = if node.flags & NO_CLOSER == 0 {
            token.chars().next_back()
        } else {
            None
        };
        Range {
            start: node.start + opener.map_or(0, char::len_utf8) as u32,
            end: node.end - closer.map_or(0, char::len_utf8) as u32,
        }
    }
}

/// The characters of a value with their ranges; see [`Value::chars`].
#[derive(Clone, Debug)]
pub(crate) struct Chars<'t> {
    text: &'t str,
    damaged: Option<&'t [u8]>,
    at: usize,
    end: usize,
    escapes: bool,
}

impl Iterator for Chars<'_> {
    type Item = (char, Range);

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let mut found = char_at(self.text, start)?;
        self.at += found.len_utf8();
        if found == '\\' && self.escapes {
            let escape = escape(self.text, start, self.end);
            self.at = escape.end;
            found = escape.meaning.unwrap_or(char::REPLACEMENT_CHARACTER);
        } else if is_bad(self.text, self.damaged, start) {
            // A run of unreadable bytes counts as one character.
            while self.at < self.end && is_bad(self.text, self.damaged, self.at) {
                self.at += 1;
            }
            found = char::REPLACEMENT_CHARACTER;
        }
        Some((found, Range::new(start, self.at)))
    }
}
