//! Reading JSON that may be broken.
//!
//! [`decode`] turns bytes into text, [`Decoded::tree`] text into a [`Tree`]: what could be read, with the place of every
//! token, and what is wrong with the text. Reading never fails. What RFC 8259 allows is read without a fault, up to a
//! depth of 127; from everything else the reader recovers and reports each cause once.
//!
//! A tree is a flat tape of nodes in the order of the text. In an object keys and values alternate. A node knows the
//! index after its subtree, so that passing over a value takes no look at what is in it. Nothing here recurses.

mod reader;
pub(crate) mod scan;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use scan::{char_at, escape};

use crate::text::decimal;

/// The deepest nesting that is read without a fault, as `serde_json` has it.
pub(crate) const MAX_DEPTH: u32 = 127;

/// The number of faults that are listed at most, before the one that says that there are more.
pub(crate) const MAX_FAULTS: usize = 10_000;

/// The deepest member that [`Tree::pointers`] names.
const MAX_POINTER_DEPTH: usize = 128;

/// The longest pointer that [`Tree::pointers`] makes, in bytes.
const MAX_POINTER_LENGTH: usize = 4096;

/// A stretch of the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Range {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Range {
    /// The range between two positions; the reader takes no text whose positions do not fit.
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// What stands there.
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// A text as JSON writes it.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\u{8}' => quoted.push_str("\\b"),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\u{c}' => quoted.push_str("\\f"),
            '\r' => quoted.push_str("\\r"),
            '\0'..' ' => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or_default();
                let code = u32::from(character);
                quoted.push_str("\\u00");
                quoted.extend([digit(code >> 4), digit(code & 0xf)]);
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// A name as a step of a JSON Pointer (RFC 6901, section 3).
#[inline]
pub(crate) fn pointer_step(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return name.into();
    }
    let mut step = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        match character {
            '~' => step.push_str("~0"),
            '/' => step.push_str("~1"),
            _ => step.push(character),
        }
    }
    step.into()
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
    /// Something stands here, or is missing here, whose value cannot be told.
    Unknown,
}

/// What is allowed beyond RFC 8259.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Syntax {
    /// Comments: `//` to the end of the line and `/* */`.
    pub comments: bool,
}

/// Something that is wrong with the text. What is said about it stands in [`crate::fault`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where it is wrong; empty where something is missing.
    pub range: Range,
    /// Another place that belongs to it.
    pub related: Option<Range>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum FaultKind {
    /// A byte order mark before the text.
    ByteOrderMark,
    /// The text is encoded in UTF-16.
    Utf16,
    /// The text is encoded in UTF-32.
    Utf32,
    /// Bytes that are no UTF-8.
    BadUtf8,
    /// The text is longer than positions can tell.
    TooLarge,
    /// More faults than are listed.
    TooMany,
    /// Nothing stands in the text.
    Empty,
    /// The text is something else than JSON.
    NotJson,
    /// Text before the body.
    TextBefore,
    /// Text after the value.
    TextAfter,
    /// Members without braces around them; related is where the closing one belongs, where it is missing too.
    MissingBraces,
    /// An opener deeper than [`MAX_DEPTH`].
    TooDeep,
    /// A comment, or several whole lines of them.
    Comment,
    /// A comment whose end is missing.
    UnclosedComment,
    /// White space between tokens that is none of JSON, invisible characters and control characters.
    OddSpace,
    /// A string in other quotation marks than double ones.
    Quotes,
    /// A string whose closing quotation mark is missing.
    UnclosedString,
    /// A string whose opening quotation mark is missing.
    UnopenedString,
    /// A string that holds quotation marks of its own kind; the range is the string.
    InnerQuote,
    /// Control characters in a string.
    Control,
    /// An escape that JSON does not have.
    BadEscape,
    /// An escape for one half of a surrogate pair.
    LoneSurrogate,
    /// Commas before a closer.
    TrailingComma,
    /// Commas where no value or member stands before them.
    ExtraComma,
    /// No comma between two values or members.
    MissingComma,
    /// Another sign in place of a comma.
    WrongComma,
    /// No colon between key and value.
    MissingColon,
    /// Another sign in place of a colon.
    WrongColon,
    /// More colons than one.
    ExtraColon,
    /// A key without a value; related is the key.
    MissingValue,
    /// A value, in an object, without a key.
    MissingKey,
    /// A key without quotation marks.
    BareKey,
    /// `true`, `false` or `null` in another spelling.
    Literal,
    /// `NaN`, `Infinity` or `undefined`.
    NoValue,
    /// A word without quotation marks.
    BareWord,
    /// A placeholder that was to be replaced.
    Placeholder,
    /// A number in a notation that JSON does not have.
    BadNumber,
    /// A container that is not closed; related is its opener.
    MissingCloser,
    /// A container closed by the closer of the other kind; related is its opener.
    WrongCloser,
    /// Key and value in an array; related is the opener of the array.
    MemberInArray,
    /// Something that has no place in JSON.
    Junk,
}

/// How the bytes of a text are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8: positions in the text are positions in the bytes.
    Utf8,
    /// UTF-16: a position in the bytes is the length of the byte order mark and two bytes for each unit before it.
    Utf16 {
        /// The length of the byte order mark: 0 or 2.
        mark: u32,
        /// The number of bytes; the last unit of an odd number is only half there.
        length: u32,
    },
    /// UTF-32, which is not read.
    Utf32,
}

/// Bytes as text.
#[derive(Clone, Debug)]
pub(crate) struct Decoded<'b> {
    /// The text. Bytes that are no UTF-8 stand in it as U+001A each.
    pub text: Cow<'b, str>,
    /// How it was encoded.
    pub encoding: Encoding,
    /// The bytes, where some are no UTF-8.
    damaged: Option<&'b [u8]>,
}

impl Decoded<'_> {
    /// Reads the text. What is wrong with its encoding is among the faults of the tree.
    pub(crate) fn tree(&self, syntax: Syntax) -> Tree<'_> {
        reader::read(&self.text, syntax, self.encoding, self.damaged)
    }

    /// Reads a part of the text, which starts at byte `start`.
    pub(crate) fn part<'s>(&'s self, part: &'s str, start: usize, syntax: Syntax) -> Tree<'s> {
        let damaged = self.damaged.and_then(|bytes| bytes.get(start..start + part.len()));
        reader::read(part, syntax, Encoding::Utf8, damaged)
    }
}

/// Finds out how the bytes are encoded and makes text of them.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if is_utf32(bytes) {
        return Decoded {
            text: Cow::Borrowed(""),
            encoding: Encoding::Utf32,
            damaged: None,
        };
    }
    if let Some((mark, little)) = utf16(bytes) {
        return from_utf16(bytes, mark, little);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: Cow::Borrowed(text),
            encoding: Encoding::Utf8,
            damaged: None,
        },
        Err(_) => without_bad_bytes(bytes),
    }
}

/// Whether the bytes are UTF-32: with a byte order mark, or with an ASCII character as the first one.
#[inline]
fn is_utf32(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [1..=0x7f, 0, 0, 0, ..] | [0, 0, 0, 1..=0x7f, ..]
    )
}

/// The length of the byte order mark, and whether the lower byte of each unit comes first, where the bytes are UTF-16.
/// Without a mark they are where one of the first two characters' bytes is zero in each unit.
#[inline]
fn utf16(bytes: &[u8]) -> Option<(usize, bool)> {
    match *bytes {
        [0xff, 0xfe, ..] => Some((2, true)),
        [0xfe, 0xff, ..] => Some((2, false)),
        [1..=0x7f, 0, 1..=0x7f, 0, ..] | [1..=0x7f, 0] => Some((0, true)),
        [0, 1..=0x7f, 0, 1..=0x7f, ..] | [0, 1..=0x7f] => Some((0, false)),
        _ => None,
    }
}

#[cold]
fn from_utf16(bytes: &[u8], mark: usize, little: bool) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    // The first half of a surrogate pair waits for the second.
    let mut high = 0;
    for unit in bytes.get(mark..).unwrap_or_default().chunks(2) {
        let unit = match *unit {
            [first, second] if little => u32::from(u16::from_le_bytes([first, second])),
            [first, second] => u32::from(u16::from_be_bytes([first, second])),
            _ => 0xfffd,
        };
        if let (0xd800..0xdc00, 0xdc00..0xe000) = (high, unit) {
            let pair = 0x1_0000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
            text.push(char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER));
            high = 0;
            continue;
        }
        if high != 0 {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        high = match unit {
            0xd800..0xdc00 => unit,
            _ => {
                text.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
                0
            }
        };
    }
    if high != 0 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded {
        text: Cow::Owned(text),
        encoding: Encoding::Utf16 {
            mark: mark as u32,
            length: bytes.len() as u32,
        },
        damaged: None,
    }
}

#[cold]
fn without_bad_bytes(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, others) = rest.split_at(error.valid_up_to());
        let (bad, after) = others.split_at(error.error_len().unwrap_or(others.len()));
        text.push_str(std::str::from_utf8(valid).unwrap_or_default());
        bad.iter().for_each(|_| text.push('\u{1a}'));
        rest = after;
    }
    text.push_str(std::str::from_utf8(rest).unwrap_or_default());
    Decoded {
        text: Cow::Owned(text),
        encoding: Encoding::Utf8,
        damaged: Some(bytes),
    }
}

/// Whether the byte at `at` of the text stands for one that is no UTF-8.
fn is_bad(text: &str, damaged: Option<&[u8]>, at: usize) -> bool {
    damaged
        .is_some_and(|bytes| text.as_bytes().get(at) == Some(&0x1a) && bytes.get(at).is_some_and(|&byte| byte != 0x1a))
}

/// One token, or one container.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    end: u32,
    /// The index after the subtree; while a container is open, the index of the one around it.
    next: u32,
    kind: Kind,
    flags: u8,
}

/// The string has escapes.
const ESCAPES: u8 = 1;
/// The string holds something unreadable.
const DAMAGED: u8 = 2;
/// No quotation mark opens the string.
const NO_OPENER: u8 = 4;
/// No quotation mark closes the string.
const NO_CLOSER: u8 = 8;
/// A quotation mark of the string is not `"`.
const ODD_QUOTES: u8 = 16;
/// The object has no opener in the text.
const NO_BRACES: u8 = 32;
/// A member in the array has been reported.
const MEMBER_SEEN: u8 = 64;

/// What could be read of a text, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Tree<'t> {
    text: &'t str,
    damaged: Option<&'t [u8]>,
    nodes: Vec<Node>,
    faults: Vec<Fault>,
}

impl<'t> Tree<'t> {
    /// Reads a text that is known to be UTF-8.
    pub(crate) fn parse(text: &'t str, syntax: Syntax) -> Self {
        reader::read(text, syntax, Encoding::Utf8, None)
    }

    /// The text that was read.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The value of the text; `None` where nothing readable stands in it.
    #[inline]
    pub(crate) fn root(&self) -> Option<Value<'_, 't>> {
        if self.nodes.is_empty() {
            None
        } else {
            Some(Value { tree: self, index: 0 })
        }
    }

    /// What is wrong with the text, sorted by position.
    #[inline]
    pub(crate) fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Takes placeholders for values that will be there: they are no faults any more.
    pub(crate) fn accept_placeholders(&mut self) {
        let text = self.text;
        self.faults
            .retain(|fault| fault.kind != FaultKind::Placeholder || !fault.range.of(text).contains(['{', '$', '<']));
    }

    /// A way through the tree from one fault to the next.
    pub(crate) fn walk(&self) -> Walk<'_, 't> {
        Walk {
            tree: self,
            steps: Vec::new(),
            index: 0,
        }
    }

    fn pointer(&self, steps: &[Step]) -> Option<String> {
        let mut pointer = String::new();
        for step in steps {
            pointer.push('/');
            if step.object {
                let key = Value {
                    tree: self,
                    index: step.at as u32,
                };
                if key.raw().len() > MAX_POINTER_LENGTH {
                    return None;
                }
                pointer.push_str(&pointer_step(&key.text()));
            } else {
                pointer.push_str(&decimal(step.at as u64));
            }
            if pointer.len() > MAX_POINTER_LENGTH {
                return None;
            }
        }
        Some(pointer)
    }
}

/// Goes through a tree.
pub(crate) struct Walk<'a, 't> {
    tree: &'a Tree<'t>,
    /// The containers around the next node.
    steps: Vec<Step>,
    index: usize,
}

impl Walk<'_, '_> {
    /// The JSON Pointer of the member or item whose key or scalar value holds a range, which does not lie before the one that
    /// was asked for last; `None` where none does, and where the pointer would have more than 128 steps or 4096 bytes.
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

/// A container on the way to a fault.
#[derive(Clone, Copy, Debug)]
struct Step {
    /// The index after the container.
    next: usize,
    object: bool,
    /// Whether the value of a member is next, and not its key.
    value: bool,
    /// The index of the key's node in an object, the number of the item in an array.
    at: usize,
}

impl Step {
    /// Passes over one key, value or item.
    const fn advance(&mut self) {
        if self.object {
            self.value = !self.value;
        } else {
            self.at += 1;
        }
    }
}

impl Kind {
    const fn is_container(self) -> bool {
        matches!(self, Self::Array | Self::Object)
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
    /// The key: a string, or of kind [`Kind::Unknown`] where it is missing.
    pub key: Value<'a, 't>,
    /// The value.
    pub value: Value<'a, 't>,
}

/// What stands for a value whose index is out of bounds; the tree hands out none.
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

    /// What it is.
    #[inline]
    pub(crate) fn kind(self) -> Kind {
        self.node().kind
    }

    /// The token, with its quotation marks; a container from its opener to its closer, or to the end of what was read.
    #[inline]
    pub(crate) fn range(self) -> Range {
        let node = self.node();
        Range {
            start: node.start,
            end: node.end,
        }
    }

    /// The text of the range.
    #[inline]
    pub(crate) fn raw(self) -> &'t str {
        self.range().of(self.tree.text)
    }

    /// Whether it was read to its end, or is nothing that has one.
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

    /// The content of a string that is written as JSON writes it and has no escapes.
    #[inline(always)]
    pub(crate) fn plain(self) -> Option<&'t str> {
        let node = self.node();
        if node.kind == Kind::String && node.flags == 0 {
            self.tree.text.get(node.start as usize + 1..node.end as usize - 1)
        } else {
            None
        }
    }

    /// The content of a string, decoded; of an unquoted word, and of all else, the text of the range.
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

    /// The decoded characters of [`text`](Self::text), each with its place: that of its escape where it is escaped.
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

    /// Whether something in it was unreadable, for which U+FFFD stands now.
    #[inline]
    pub(crate) fn is_damaged(self) -> bool {
        self.node().flags & DAMAGED != 0
    }

    /// The members of an object; none of anything else.
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

    /// The items of an array; none of anything else.
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

    /// The token without its quotation marks.
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

/// The characters of a value, with their places.
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
            // All bytes of a run are one unreadable character.
            while self.at < self.end && is_bad(self.text, self.damaged, self.at) {
                self.at += 1;
            }
            found = char::REPLACEMENT_CHARACTER;
        }
        Some((found, Range::new(start, self.at)))
    }
}
