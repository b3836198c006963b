//! The parser: a strict loop for valid JSON, and recovery steps for everything else.
//!
//! [`Reader::strict`] reads as long as the text is valid by RFC 8259. At anything else it returns the offset and what
//! it expected there; [`Reader::recover`] handles that one error and returns where and with what expectation to
//! continue. Every recovery step consumes something, or returns an expectation under which the next step does, so
//! parsing terminates.

use super::order::order;
use super::placeholder::{FAR, can_start, placeholder_end, template_string_end, unfinished_placeholder};
use super::scan::{
    AHEAD, Flaw, blank_end, char_at, colon_length, comma_length, escape, inline_blank_end, inline_blank_start,
    is_break, is_closer, is_comment, is_letter, is_odd_space, is_quote, is_word, junk_end, line_end, number_end,
    plain_end, quote_length, trimmed, word_end,
};
use super::syntax::{Encoding, Kind, MAX_DEPTH, MAX_ERRORS, Range, Syntax, SyntaxError, SyntaxErrorKind};
use super::tree::{DAMAGED, ESCAPES, MEMBER_SEEN, NO_BRACES, NO_CLOSER, NO_OPENER, Node, ODD_QUOTES, Tree, is_bad};

/// The parent of the root.
const NONE: u32 = u32::MAX;

/// What the parser expects next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    /// The first key of an object, or its closer.
    FirstKey,
    /// A key, after a comma.
    Key,
    /// A colon, after a key.
    Colon,
    /// The value of a member.
    MemberValue,
    /// The first item of an array, or its closer.
    FirstItem,
    /// An item, after a comma.
    Item,
    /// A comma or a closer.
    After,
    /// The end of the text.
    End,
}

struct Reader<'t> {
    text: &'t str,
    syntax: Syntax,
    damaged: Option<&'t [u8]>,
    nodes: Vec<Node>,
    /// The index of the innermost open container.
    open: u32,
    /// The number of open containers, and how many of them are objects.
    depth: u32,
    objects: usize,
    /// The offset of the last comma, and the end of the last token.
    comma: usize,
    last: usize,
    errors: Vec<SyntaxError>,
    /// The first error that is not listed, and the number of such errors.
    unlisted: Option<(Range, u32)>,
    /// An unclosed comment has swallowed the rest of the text: anything missing after it is not reported.
    swallowed: bool,
    /// The nesting went beyond the limit: missing closers are not reported.
    too_deep: bool,
    /// Up to this offset, the rest of the line has no closing quotation mark. Keeps repeated searches linear.
    unquoted: usize,
    /// The rest of the text has no `"` that closes a string. Keeps repeated searches linear.
    no_quotes: bool,
    /// Up to this offset, a placeholder without an end was searched far ahead. Keeps repeated searches linear.
    searched: usize,
}

/// Parses a text that is known to be UTF-8.
pub(crate) fn parse(text: &str, syntax: Syntax) -> Tree<'_> {
    read(text, syntax, Encoding::Utf8, None)
}

/// Parses a text. `damaged` is the original bytes, if some are not valid UTF-8.
pub(super) fn read<'t>(text: &'t str, syntax: Syntax, encoding: Encoding, damaged: Option<&'t [u8]>) -> Tree<'t> {
    if u32::try_from(text.len()).is_err() {
        let error = SyntaxError {
            range: Range { start: 0, end: 0 },
            related: None,
            kind: SyntaxErrorKind::TooLarge,
        };
        return Tree {
            text,
            damaged,
            nodes: Vec::new(),
            errors: vec![error],
        };
    }
    let mut reader = Reader {
        text,
        syntax,
        damaged,
        nodes: room_for_nodes(text.len()),
        open: NONE,
        depth: 0,
        objects: 0,
        comma: 0,
        last: 0,
        errors: Vec::new(),
        unlisted: None,
        swallowed: false,
        too_deep: false,
        unquoted: 0,
        no_quotes: false,
        searched: 0,
    };
    let start = Range { start: 0, end: 0 };
    match encoding {
        Encoding::Utf8 => reader.run(),
        Encoding::Utf16 { .. } => {
            reader.error(SyntaxErrorKind::Utf16, start);
            reader.run();
        }
        Encoding::Utf32 => reader.error(SyntaxErrorKind::Utf32, start),
    }
    if !reader.errors.is_empty() || damaged.is_some() {
        reader.finish();
    }
    Tree {
        text,
        damaged,
        nodes: reader.nodes,
        errors: reader.errors,
    }
}

/// Room for the nodes of a text of this length: in a short one for as many as most have, in a long one for all that there can be,
/// a node for two bytes. Memory that nothing is written to costs nothing, while growing in steps leaves holes behind.
fn room_for_nodes(length: usize) -> Vec<Node> {
    /// The length of a long text.
    const LONG: usize = 256 * 1024;
    let mut nodes = Vec::new();
    if length < LONG || nodes.try_reserve_exact(length / 2 + 4).is_err() {
        nodes.reserve_exact(length / 8 + 4);
    }
    nodes
}

impl<'t> Reader<'t> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let at = blank_end(bytes, 0);
        let (mut at, mut expect) = match bytes.get(at) {
            Some(b'{' | b'[') => self.container(at),
            _ => self.start(at),
        };
        while expect != Expect::End {
            (at, expect) = self.strict(at, expect);
            if expect == Expect::End {
                break;
            }
            (at, expect) = self.recover(at, expect);
        }
        let at = self.blank(at);
        if at < bytes.len() {
            self.end(at);
        }
    }

    /// Parses valid JSON inside the open container. Returns the offset of the first error and what was expected there.
    #[inline(never)]
    fn strict(&mut self, mut at: usize, expect: Expect) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let mut object = self.in_object();
        let mut first = matches!(expect, Expect::FirstKey | Expect::FirstItem);
        let mut key = matches!(expect, Expect::FirstKey | Expect::Key);
        let mut after = expect == Expect::After;
        if expect == Expect::Colon {
            at = blank_end(bytes, at);
            if bytes.get(at) != Some(&b':') {
                return (at, Expect::Colon);
            }
            at += 1;
        }
        loop {
            if !after {
                at = blank_end(bytes, at);
                if key {
                    if bytes.get(at) != Some(&b'"') {
                        if first && bytes.get(at) == Some(&b'}') {
                            at += 1;
                            after = true;
                            if !self.close(at) {
                                return (at, Expect::End);
                            }
                            object = self.in_object();
                            continue;
                        }
                        return (at, if first { Expect::FirstKey } else { Expect::Key });
                    }
                    at = self.quoted(bytes, at, true);
                    if bytes.get(at) != Some(&b':') {
                        at = blank_end(bytes, at);
                        if bytes.get(at) != Some(&b':') {
                            return (at, Expect::Colon);
                        }
                    }
                    at = blank_end(bytes, at + 1);
                }
                let start = at;
                let kind = match bytes.get(at) {
                    Some(b'"') => {
                        at = self.quoted(bytes, at, false);
                        Kind::String
                    }
                    Some(&opener @ (b'{' | b'[')) if self.depth == MAX_DEPTH => {
                        self.too_deep(at);
                        at = after_container(bytes, at);
                        match opener {
                            b'{' => Kind::Object,
                            _ => Kind::Array,
                        }
                    }
                    Some(b'{') => {
                        self.open(at, Kind::Object);
                        at += 1;
                        (object, first, key) = (true, true, true);
                        continue;
                    }
                    Some(b'[') => {
                        self.open(at, Kind::Array);
                        at += 1;
                        (object, first, key) = (false, true, false);
                        continue;
                    }
                    Some(b'-' | b'0'..=b'9') => match number_end(bytes, at) {
                        Some(end) => {
                            at = end;
                            Kind::Number
                        }
                        None => return (at, value_expected(object, first)),
                    },
                    Some(b't') if bytes.get(at..at + 4) == Some(b"true") => {
                        at += 4;
                        Kind::True
                    }
                    Some(b'f') if bytes.get(at..at + 5) == Some(b"false") => {
                        at += 5;
                        Kind::False
                    }
                    Some(b'n') if bytes.get(at..at + 4) == Some(b"null") => {
                        at += 4;
                        Kind::Null
                    }
                    Some(b']') if first && !object => {
                        at += 1;
                        after = true;
                        if !self.close(at) {
                            return (at, Expect::End);
                        }
                        object = self.in_object();
                        continue;
                    }
                    _ => return (at, value_expected(object, first)),
                };
                if kind != Kind::String {
                    self.push(start, at, kind, 0);
                }
                self.last = at;
            }
            loop {
                at = blank_end(bytes, at);
                match bytes.get(at) {
                    Some(b',') => {
                        self.comma = at;
                        at += 1;
                        (first, key, after) = (false, object, false);
                        break;
                    }
                    Some(b'}') if object => {}
                    Some(b']') if !object => {}
                    _ => return (at, Expect::After),
                }
                at += 1;
                if !self.close(at) {
                    return (at, Expect::End);
                }
                object = self.in_object();
            }
        }
    }

    /// Reads the string that opens with `"` at `at`; returns its end.
    #[inline(always)]
    fn quoted(&mut self, bytes: &[u8], at: usize, key: bool) -> usize {
        let end = plain_end(bytes, at + 1);
        if bytes.get(end) == Some(&b'"') {
            self.push(at, end + 1, Kind::String, 0);
            end + 1
        } else {
            self.string(at, end, key)
        }
    }

    /// Adds a node.
    #[inline(always)]
    fn push(&mut self, start: usize, end: usize, kind: Kind, flags: u8) {
        if self.nodes.len() == self.nodes.capacity() {
            self.grow(start);
        }
        let next = self.nodes.len() as u32 + 1;
        self.nodes.push(Node {
            start: start as u32,
            end: end as u32,
            next,
            kind,
            flags,
        });
    }

    /// Reserves room for more nodes, but not for more than the rest of the text can hold: a node takes at least two
    /// bytes.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, at: usize) {
        let nodes = self.nodes.len();
        self.nodes
            .reserve_exact(nodes.min(self.text.len().saturating_sub(at) / 2 + 4).max(8));
    }

    /// Opens the container whose opener is at `at`; returns what is expected in it.
    #[inline(always)]
    fn open(&mut self, at: usize, kind: Kind) -> Expect {
        self.push(at, at + 1, kind, 0);
        let index = self.nodes.len() as u32 - 1;
        if let Some(node) = self.nodes.last_mut() {
            node.next = self.open;
        }
        self.open = index;
        self.depth += 1;
        self.objects += usize::from(kind == Kind::Object);
        self.last = at + 1;
        if kind == Kind::Object {
            Expect::FirstKey
        } else {
            Expect::FirstItem
        }
    }

    /// Reports the container that opens at `at`, which is nested too deep to be read. It counts as an empty one, so that a text
    /// of nothing but openers takes no node for each.
    #[cold]
    fn too_deep(&mut self, at: usize) {
        self.error(SyntaxErrorKind::TooDeep, Range::new(at, at + 1));
        // Otherwise every missing closer of such a text would be reported, more than a hundred of them.
        self.too_deep = true;
    }

    /// Closes the innermost container; returns whether it has a parent.
    #[inline(always)]
    fn close(&mut self, end: usize) -> bool {
        let next = self.nodes.len() as u32;
        self.last = end;
        self.depth -= 1;
        if let Some(node) = self.nodes.get_mut(self.open as usize) {
            self.open = node.next;
            self.objects -= usize::from(node.kind == Kind::Object);
            node.next = next;
            node.end = end as u32;
        }
        self.open != NONE
    }

    #[inline(always)]
    fn in_object(&self) -> bool {
        self.nodes
            .get(self.open as usize)
            .is_some_and(|node| node.kind == Kind::Object)
    }

    /// The end of this range without trailing white space of any kind.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        start + trimmed(self.text.get(start..end).unwrap_or_default()).len()
    }

    // The recovery steps use these functions, which are not inlined, to keep the code small.

    /// The end of the JSON white space at `at`.
    #[inline(never)]
    fn blank(&self, at: usize) -> usize {
        blank_end(self.text.as_bytes(), at)
    }

    /// [`push`](Self::push), not inlined.
    #[inline(never)]
    fn add(&mut self, start: usize, end: usize, kind: Kind, flags: u8) {
        self.push(start, end, kind, flags);
    }

    /// Reads the value that opens with `"` at `at`; returns its end.
    #[inline(never)]
    fn value_string(&mut self, at: usize) -> usize {
        self.quoted(self.text.as_bytes(), at, false)
    }

    /// Opens the container whose opener is at `at`.
    #[inline(never)]
    fn container(&mut self, at: usize) -> (usize, Expect) {
        let is_object = self.text.as_bytes().get(at) == Some(&b'{');
        (
            at + 1,
            self.open(at, if is_object { Kind::Object } else { Kind::Array }),
        )
    }

    /// Closes the innermost container, which ends at `end`.
    #[inline(never)]
    fn closed(&mut self, end: usize) -> (usize, Expect) {
        let more = self.close(end);
        (end, if more { Expect::After } else { Expect::End })
    }

    #[cold]
    #[inline(never)]
    fn error(&mut self, kind: SyntaxErrorKind, range: Range) {
        self.error_with(kind, range, None);
    }

    #[cold]
    #[inline(never)]
    fn error_with(&mut self, kind: SyntaxErrorKind, range: Range, related: Option<Range>) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(SyntaxError { range, related, kind });
        } else {
            self.unlisted.get_or_insert((range, 0)).1 += 1;
        }
    }

    fn error_at(&mut self, kind: SyntaxErrorKind, start: usize, end: usize) {
        self.error(kind, Range::new(start, end));
    }

    fn is_bad(&self, at: usize) -> bool {
        is_bad(self.text, self.damaged, at)
    }

    /// What to expect after a comma.
    fn next(&self) -> Expect {
        if self.in_object() { Expect::Key } else { Expect::Item }
    }

    /// Adds a scalar value.
    fn scalar(&mut self, start: usize, end: usize, kind: Kind, flags: u8) -> (usize, Expect) {
        self.add(start, end, kind, flags);
        self.last = end;
        (end, if self.open == NONE { Expect::End } else { Expect::After })
    }

    /// Reports a missing value of a member, and adds an unknown one.
    fn no_value(&mut self) {
        let key = self.nodes.last().map(|key| Range {
            start: key.start,
            end: key.end,
        });
        let end = self.last;
        if !self.swallowed {
            self.error_with(SyntaxErrorKind::MissingValue, Range::new(end, end), key);
        }
        self.add(end, end, Kind::Unknown, 0);
    }

    /// Handles one error at `at`, where `expect` was expected.
    #[cold]
    #[inline(never)]
    fn recover(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        if matches!(expect, Expect::Colon) {
            self.last = self.nodes.last().map_or(at, |key| key.end as usize);
        }
        if expect == Expect::MemberValue {
            let before = self.text.as_bytes().get(..at).unwrap_or_default().trim_ascii_end();
            if before.ends_with(b":") {
                self.last = before.len();
            }
        }
        let start = at;
        let at = self.trivia(at);
        if at > start && at < self.text.len() {
            return (at, expect);
        }
        if at >= self.text.len() {
            return self.end_of_text(at, expect);
        }
        match expect {
            Expect::FirstKey | Expect::Key => self.key(at, expect),
            Expect::Colon => self.colon(at),
            Expect::MemberValue | Expect::FirstItem | Expect::Item => self.value(at, expect),
            Expect::After => self.after(at),
            Expect::End => (at, Expect::End),
        }
    }

    /// Skips white space of any kind and comments; reports those that JSON does not allow.
    fn trivia(&mut self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            at = self.blank(at);
            if is_comment(bytes, at) {
                at = self.comment(at);
                continue;
            }
            let end = self.odd_space_end(at);
            if end == at {
                return at;
            }
            self.error_at(SyntaxErrorKind::OddSpace, at, end);
            at = end;
        }
    }

    /// The end of the invalid white space at `at`, which may contain spaces and tabs.
    fn odd_space_end(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = at;
        loop {
            let next = if end == at { at } else { inline_blank_end(bytes, end) };
            match char_at(self.text, next) {
                Some(found) if is_odd_space(found) && !self.is_bad(next) => end = next + found.len_utf8(),
                _ => return end,
            }
        }
    }

    /// Skips a comment; consecutive comment lines are one.
    fn comment(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        if bytes.get(start) == Some(&b'/') && bytes.get(start + 1) == Some(&b'*') {
            let rest = bytes.get(start + 2..).unwrap_or_default();
            return if let Some(length) = rest.windows(2).position(|pair| pair == b"*/") {
                let end = start + 2 + length + 2;
                if !self.syntax.comments {
                    self.error_at(SyntaxErrorKind::Comment, start, end);
                }
                end
            } else {
                self.swallowed = true;
                self.error_at(SyntaxErrorKind::UnclosedComment, start, start + 2);
                bytes.len()
            };
        }
        let allowed = |at: usize| self.syntax.comments && bytes.get(at) == Some(&b'/');
        let silent = allowed(start);
        let mut end = line_end(bytes, start);
        let before = inline_blank_start(bytes, start);
        if before == 0 || bytes.get(before - 1).copied().is_some_and(is_break) {
            loop {
                let next = self.blank(end);
                let line = is_comment(bytes, next) && bytes.get(next + 1) != Some(&b'*') && allowed(next) == silent;
                if !line {
                    break;
                }
                end = line_end(bytes, next);
            }
        }
        if !silent {
            self.error_at(SyntaxErrorKind::Comment, start, end);
        }
        end
    }

    /// Handles the end of the text inside a container.
    fn end_of_text(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        match expect {
            Expect::Colon | Expect::MemberValue => self.no_value(),
            Expect::Key | Expect::Item if !self.swallowed => self.trailing_comma(self.comma + 1),
            _ => {}
        }
        while self.open != NONE {
            self.close_missing();
        }
        (at, Expect::End)
    }

    /// Closes the innermost container, whose closer is missing.
    fn close_missing(&mut self) {
        let last = self.last;
        if let Some(node) = self.nodes.get(self.open as usize) {
            if node.flags & NO_BRACES != 0 {
                if let Some(error) = self
                    .errors
                    .iter_mut()
                    .find(|error| error.kind == SyntaxErrorKind::MissingBraces)
                {
                    error.related = Some(Range::new(last, last));
                }
            } else if !self.swallowed && !self.too_deep {
                let opener = Range {
                    start: node.start,
                    end: node.start + 1,
                };
                self.error_with(SyntaxErrorKind::MissingCloser, Range::new(last, last), Some(opener));
            }
        }
        self.closed(last);
    }

    /// Reports the last comma, up to `end`, as a trailing one.
    fn trailing_comma(&mut self, end: usize) {
        self.error_at(SyntaxErrorKind::TrailingComma, self.comma, end);
    }

    /// Handles commas where a value or a member is expected.
    fn commas(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let mut end = at;
        let mut next = at;
        loop {
            let length = comma_length(self.text, next);
            if length == 0 {
                break;
            }
            end = next + length;
            next = self.blank(end);
        }
        let first = matches!(expect, Expect::FirstKey | Expect::FirstItem);
        if !first && bytes.get(next).is_none_or(|&byte| is_closer(byte)) {
            self.trailing_comma(end);
            return (end, Expect::After);
        }
        self.error_at(SyntaxErrorKind::ExtraComma, at, end);
        (end, expect)
    }

    /// Handles anything but a quoted key where a key is expected.
    fn key(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let Some(found) = char_at(self.text, at) else {
            return (at, expect);
        };
        if comma_length(self.text, at) > 0 {
            return self.commas(at, expect);
        }
        if is_closer(bytes.get(at).copied().unwrap_or_default()) {
            if expect == Expect::FirstKey {
                return self.closer(at);
            }
            self.trailing_comma(self.comma + 1);
            return (at, Expect::After);
        }
        let brace = expect == Expect::FirstKey && bytes.get(at.wrapping_sub(1)) == Some(&b'{');
        if brace
            && matches!(found, '{' | '%')
            && let Some(end) = self.placeholder_end(at - 1)
        {
            return self.replace_object(end);
        }
        if let Some(end) = self.placeholder_end(at) {
            return self.placeholder_member(at, end, expect);
        }
        if colon_length(self.text, at) > 0 || matches!(found, '{' | '[') {
            let length = if matches!(found, '{' | '[') {
                1
            } else {
                colon_length(self.text, at)
            };
            // What follows is counted as a key that has no value; a node for each would be much memory.
            if self.unlisted.is_some() {
                return (at + length, expect);
            }
            self.error_at(SyntaxErrorKind::MissingKey, at, at + length);
            self.add(at, at, Kind::Unknown, 0);
            return if matches!(found, '{' | '[') {
                (at, Expect::MemberValue)
            } else {
                (at + length, Expect::MemberValue)
            };
        }
        if quote_length(self.text, at) > 0 {
            let end = self.odd_string(at, true);
            return (end, Expect::Colon);
        }
        let end = self.key_word_end(at);
        if is_word(found) && !self.is_bad(at) && end > at {
            if brace && bytes.get(end) == Some(&b'}') && has_letter(Range::new(at, end).of(self.text)) {
                return self.replace_object(end + 1);
            }
            let quote = quote_length(self.text, end);
            let colon = self.blank(end + quote);
            if colon_length(self.text, colon) > 0 {
                return self.bare_key(at, end, quote);
            }
            if quote == 0 && starts_value(self.text, colon) && has_letter(Range::new(at, end).of(self.text)) {
                return self.bare_key(at, end, 0);
            }
        }
        self.junk(at);
        let end = self.last;
        let next = self.blank(end);
        if bytes.get(next).is_none_or(|&byte| byte == b',' || is_closer(byte)) {
            (end, Expect::After)
        } else {
            (end, expect)
        }
    }

    /// The end of the unquoted key at `at`, which may have several words if a colon follows.
    fn key_word_end(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let first = word_end(self.text, at, bytes.len(), false);
        let mut end = first;
        loop {
            let next = inline_blank_end(bytes, end);
            if next > at + AHEAD || next == end {
                return first;
            }
            let following = word_end(self.text, next, (at + AHEAD).min(bytes.len()), false);
            if following == next {
                return first;
            }
            end = following;
            if bytes.get(inline_blank_end(bytes, end)) == Some(&b':') {
                return end;
            }
        }
    }

    /// Adds a key without an opening quotation mark. `quote` is the length of the closing one, or 0.
    fn bare_key(&mut self, at: usize, end: usize, quote: usize) -> (usize, Expect) {
        if quote > 0 {
            self.unopened(at, end, quote);
        } else {
            self.error_at(SyntaxErrorKind::BareKey, at, end);
            self.add(at, end, Kind::String, NO_OPENER | NO_CLOSER);
        }
        (end + quote, Expect::Colon)
    }

    /// Adds a string that has no opening quotation mark and a closing one of length `quote` at `end`.
    fn unopened(&mut self, at: usize, end: usize, quote: usize) {
        self.error_at(SyntaxErrorKind::UnopenedString, at, end + quote);
        let odd = if char_at(self.text, end) == Some('"') {
            0
        } else {
            ODD_QUOTES
        };
        let flags = self.content(at, end, true) | NO_OPENER | odd;
        self.add(at, end + quote, Kind::String, flags);
    }

    /// Replaces the innermost object, which was just opened, by a placeholder that ends at `end`.
    fn replace_object(&mut self, end: usize) -> (usize, Expect) {
        let end = self
            .template_end(end)
            .unwrap_or_else(|| word_end(self.text, end, self.text.len(), true));
        let start = self
            .nodes
            .get(self.open as usize)
            .map_or(end, |node| node.start as usize);
        let step = self.closed(end);
        if let Some(node) = self.nodes.last_mut() {
            node.kind = Kind::Unknown;
        }
        self.error_at(SyntaxErrorKind::Placeholder, start, end);
        step
    }

    /// Handles a placeholder where a key is expected: the key alone, or any number of members.
    fn placeholder_member(&mut self, at: usize, end: usize, expect: Expect) -> (usize, Expect) {
        self.error_at(SyntaxErrorKind::Placeholder, at, end);
        self.last = end;
        let next = self.blank(end);
        if colon_length(self.text, next) > 0 {
            self.add(at, end, Kind::Unknown, 0);
            return (end, Expect::Colon);
        }
        self.add_template(at, end);
        let is_last = self.text.as_bytes().get(next);
        let is_last = is_last.is_none_or(|&byte| byte == b',' || is_closer(byte));
        (end, if is_last { Expect::After } else { expect })
    }

    /// Adds an unknown member for a placeholder that may stand for any members.
    fn add_template(&mut self, at: usize, end: usize) {
        self.add(at, end, Kind::Unknown, 0);
        self.add(end, end, Kind::Unknown, 0);
    }

    /// The end of the placeholder at `at`; `None` if there is none.
    fn placeholder_end(&mut self, at: usize) -> Option<usize> {
        let far = at + if at < self.searched { AHEAD } else { FAR };
        let end = placeholder_end(self.text, at, far);
        if end.is_none() && matches!(self.text.as_bytes().get(at), Some(b'$' | b'#' | b'%' | b'{')) {
            self.searched = self.searched.max(far);
        }
        end
    }

    /// The end of the placeholder that starts at `at` or in the word there, with everything that is joined to it: `a-${x}-{{y}}`.
    fn template_end(&mut self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut end, mut has_placeholder) = (at, false);
        loop {
            let word = word_end(self.text, end, bytes.len(), true);
            let found = (end..=word)
                .filter(|&at| bytes.get(at).copied().is_some_and(can_start))
                .find_map(|at| self.placeholder_end(at));
            match found {
                Some(placeholder) => (end, has_placeholder) = (placeholder, true),
                None => return has_placeholder.then_some(word),
            }
        }
    }

    /// Corrects the end of the last string, if it is that of a quotation mark in a placeholder: `"${tags["audit"]}"`.
    fn template_string(&mut self) -> Option<(usize, Expect)> {
        let string = *self.nodes.last()?;
        let (start, end) = (string.start as usize, string.end as usize);
        if string.kind != Kind::String || string.flags & (NO_OPENER | NO_CLOSER | ODD_QUOTES) != 0 {
            return None;
        }
        let content = self.text.get(start + 1..end - 1)?;
        let placeholder = start + 1 + unfinished_placeholder(content)?;
        let end = template_string_end(self.text, placeholder, placeholder + FAR)?;
        self.forget(start);
        self.error_at(SyntaxErrorKind::Placeholder, start, end);
        Some(self.scalar(start, end, Kind::Unknown, 0))
    }

    /// Handles anything but a colon after a key.
    fn colon(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let semicolon = bytes.get(at) == Some(&b';') && {
            let next = inline_blank_end(bytes, at + 1);
            starts_value(self.text, next) && !self.member_ahead(next)
        };
        let length = if semicolon { 1 } else { colon_length(self.text, at) };
        if length > 0 {
            self.error_at(SyntaxErrorKind::WrongColon, at, at + length);
            self.last = at + length;
            return (at + length, Expect::MemberValue);
        }
        if comma_length(self.text, at) > 0 || is_closer(bytes.get(at).copied().unwrap_or_default()) {
            self.no_value();
            return (self.last, Expect::After);
        }
        if let Some(end) = self.split_key(at) {
            return (end, Expect::Colon);
        }
        if starts_value(self.text, at) {
            let end = self.last;
            let line_break = bytes
                .get(end..at)
                .unwrap_or_default()
                .iter()
                .any(|&byte| is_break(byte));
            if self.member_ahead(at) || (line_break && !matches!(bytes.get(at), Some(b'{' | b'['))) {
                self.no_value();
                return (at, Expect::Key);
            }
            self.error_at(SyntaxErrorKind::MissingColon, end, end);
            return (at, Expect::MemberValue);
        }
        let end = at + char_at(self.text, at).map_or(1, char::len_utf8);
        if !self.is_bad(at) {
            self.error_at(SyntaxErrorKind::Junk, at, end);
        }
        let next = self.blank(end);
        (
            end,
            if bytes.get(next) == Some(&b':') {
                Expect::Colon
            } else {
                Expect::MemberValue
            },
        )
    }

    /// Corrects the end of the last key, if a quotation mark is missing from it or inside it: `"a: "b"` and `"a"b": 1`.
    /// Returns the new end.
    fn split_key(&mut self, at: usize) -> Option<usize> {
        let key = *self.nodes.last()?;
        let (start, end) = (key.start as usize, key.end as usize);
        if end != at
            || key.flags & (NO_OPENER | NO_CLOSER | ODD_QUOTES) != 0
            || !char_at(self.text, at).is_some_and(is_word)
        {
            return None;
        }
        let content = self.text.as_bytes().get(start + 1..end - 1)?;
        if let Some(length) = content.iter().position(|&byte| byte == b':') {
            self.forget(start);
            let end = self.trimmed(start + 1, start + 1 + length);
            return Some(self.unclosed(start, end));
        }
        let (quote, length) = self.closing_quote(start + 1, true)?;
        if char_at(self.text, quote) != Some('"') {
            return None;
        }
        self.forget(start);
        self.error_at(SyntaxErrorKind::InnerQuote, start, quote + length);
        let flags = self.content(start + 1, quote, false);
        // The content contains an unescaped `"`, so the flags must not be 0.
        self.add(start, quote + length, Kind::String, flags | ODD_QUOTES);
        Some(quote + length)
    }

    /// Removes the last node, which starts at `start`, and the errors inside it.
    fn forget(&mut self, start: usize) {
        self.nodes.pop();
        while self
            .errors
            .last()
            .is_some_and(|error| error.range.start as usize > start)
        {
            self.errors.pop();
        }
    }

    /// Handles anything but a JSON value where a value is expected.
    fn value(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        let Some(found) = char_at(self.text, at) else {
            return (at, expect);
        };
        let member = expect == Expect::MemberValue;
        if comma_length(self.text, at) > 0 {
            if member {
                self.no_value();
                return (at, Expect::After);
            }
            return self.commas(at, expect);
        }
        if matches!(found, ']' | '}') {
            if member {
                self.no_value();
            } else if expect == Expect::FirstItem {
                return self.closer(at);
            } else {
                self.trailing_comma(self.comma + 1);
            }
            return (at, Expect::After);
        }
        if colon_length(self.text, at) > 0 {
            return self.colons(at, expect);
        }
        if quote_length(self.text, at) > 0 {
            let end = self.odd_string(at, false);
            self.last = end;
            return (end, Expect::After);
        }
        if let Some(end) = self.template_end(at) {
            self.error_at(SyntaxErrorKind::Placeholder, at, end);
            return self.scalar(at, end, Kind::Unknown, 0);
        }
        if is_word(found) && !self.is_bad(at) {
            return self.word(at, expect);
        }
        self.unknown(at)
    }

    /// Reports junk, and adds it as an unknown value.
    fn unknown(&mut self, at: usize) -> (usize, Expect) {
        self.junk(at);
        self.scalar(at, self.last, Kind::Unknown, 0)
    }

    /// Reports and skips junk. Bytes that are not valid UTF-8 are reported in [`finish`](Self::finish).
    fn junk(&mut self, at: usize) {
        let length = char_at(self.text, at).map_or(1, char::len_utf8);
        let end = junk_end(self.text.as_bytes(), at).max(at + length);
        if !self.is_bad(at) {
            let ellipsis = matches!(Range::new(at, end).of(self.text), "..." | "\u{2026}");
            self.error_at(
                if ellipsis {
                    SyntaxErrorKind::Ellipsis
                } else {
                    SyntaxErrorKind::Junk
                },
                at,
                end,
            );
        }
        self.last = end;
    }

    /// Handles colons where a value is expected.
    fn colons(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        let mut end = at;
        loop {
            let length = colon_length(self.text, end);
            if length == 0 {
                break;
            }
            end += length;
        }
        if expect == Expect::MemberValue {
            self.error_at(SyntaxErrorKind::ExtraColon, at, end);
            self.last = end;
        } else {
            self.member_in_array(at, end);
        }
        (end, expect)
    }

    /// Reports a member in an array, once per array.
    fn member_in_array(&mut self, at: usize, end: usize) {
        let Some(node) = self.nodes.get_mut(self.open as usize) else {
            return;
        };
        let opener = Range {
            start: node.start,
            end: node.start + 1,
        };
        if node.flags & MEMBER_SEEN == 0 {
            node.flags |= MEMBER_SEEN;
            self.error_with(SyntaxErrorKind::MemberInArray, Range::new(at, end), Some(opener));
        }
    }

    /// Handles an unquoted word where a value is expected.
    fn word(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let end = word_end(self.text, at, bytes.len(), true);
        let token = Range::new(at, end).of(self.text);
        if expect == Expect::MemberValue && has_letter(token) {
            let next = inline_blank_end(bytes, end);
            if bytes.get(next) == Some(&b':') {
                self.no_value();
                return (at, Expect::Key);
            }
        }
        // `quote_length` is 0 at the end of the text.
        let quote = quote_length(self.text, end);
        if quote > 0 && token.ends_with('(') {
            return self.unknown(at);
        }
        if quote > 0 && self.closes(end + quote, false) {
            self.unopened(at, end, quote);
            self.last = end + quote;
            return (self.last, Expect::After);
        }
        if let Some(kind) = literal(token) {
            self.error_at(SyntaxErrorKind::Literal, at, end);
            return self.scalar(at, end, kind, 0);
        }
        if is_no_value(token) {
            self.error_at(SyntaxErrorKind::NoValue, at, end);
            return self.scalar(at, end, Kind::Unknown, 0);
        }
        if is_number(token) {
            self.error_at(SyntaxErrorKind::BadNumber, at, end);
            return self.scalar(at, end, Kind::Number, 0);
        }
        if matches!(token, "..." | "\u{2026}") {
            self.error_at(SyntaxErrorKind::Ellipsis, at, end);
            return self.scalar(at, end, Kind::Unknown, 0);
        }
        // A variable of a shell.
        if matches!(token.as_bytes(), [b'$', b'(' | b'_' | b'a'..=b'z' | b'A'..=b'Z', ..]) {
            self.error_at(SyntaxErrorKind::Placeholder, at, end);
            return self.scalar(at, end, Kind::Unknown, 0);
        }
        let is_readable = |byte: u8| byte.is_ascii_digit() || (is_letter(byte) && byte != b'_');
        if !token.bytes().any(is_readable) || token.bytes().any(|byte| byte == b'(') {
            return self.unknown(at);
        }
        let end = if self.in_object() { self.phrase_end(end) } else { end };
        let quote = quote_length(self.text, end);
        if quote > 0 && self.closes(end + quote, false) {
            self.unopened(at, end, quote);
            self.last = end + quote;
            return (self.last, Expect::After);
        }
        self.error_at(SyntaxErrorKind::BareWord, at, end);
        self.scalar(at, end, Kind::String, NO_OPENER | NO_CLOSER)
    }

    /// The end of a run of words on one line, whose first word ends at `end`. A word before a colon is a key, not part
    /// of it.
    fn phrase_end(&self, mut end: usize) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            let next = inline_blank_end(bytes, end);
            if next == end || is_comment(bytes, next) {
                return end;
            }
            let following = word_end(self.text, next, bytes.len(), true);
            if following == next || bytes.get(inline_blank_end(bytes, following)) == Some(&b':') {
                return end;
            }
            end = following;
        }
    }

    /// Handles anything but a comma or the right closer after a value.
    fn after(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let Some(found) = char_at(self.text, at) else {
            return (at, Expect::After);
        };
        if self.last == at
            && let Some(step) = self.template_string()
        {
            return step;
        }
        if matches!(found, ']' | '}') {
            return self.closer(at);
        }
        if let Some(end) = self.placeholder_end(at) {
            return self.placeholder_after(at, end);
        }
        let comma = comma_length(self.text, at);
        if comma > 0 {
            self.comma = at;
            let end = at + comma;
            if bytes.get(self.blank(end)).is_none_or(|&byte| is_closer(byte)) {
                self.trailing_comma(end);
                return (end, Expect::After);
            }
            if found != ',' {
                self.error_at(SyntaxErrorKind::WrongComma, at, end);
            }
            return (end, self.next());
        }
        let object = self.in_object();
        if colon_length(self.text, at) > 0 {
            return self.colon_after(at, object);
        }
        if self.last == at
            && let Some(step) = self.split_value(at)
        {
            return step;
        }
        if !object && starts_value(self.text, at) {
            self.error_at(SyntaxErrorKind::MissingComma, self.last, self.last);
            return (at, Expect::Item);
        }
        if object && self.member_ahead(at) {
            self.error_at(SyntaxErrorKind::MissingComma, self.last, self.last);
            return (at, Expect::Key);
        }
        if object && matches!(found, '{' | '[') {
            return self.key(at, Expect::Key);
        }
        self.junk(at);
        (self.last, Expect::After)
    }

    /// Handles a placeholder after a value; it may stand for the comma.
    fn placeholder_after(&mut self, at: usize, end: usize) -> (usize, Expect) {
        self.error_at(SyntaxErrorKind::Placeholder, at, end);
        self.last = end;
        if self.in_object() {
            self.add_template(at, end);
        }
        let next = self.blank(end);
        let is_end = self.text.as_bytes().get(next).is_none_or(|&byte| is_closer(byte));
        let expect = match is_end || comma_length(self.text, next) > 0 {
            true => Expect::After,
            false => self.next(),
        };
        (end, expect)
    }

    /// Handles a colon after a value.
    fn colon_after(&mut self, at: usize, object: bool) -> (usize, Expect) {
        let end = at + colon_length(self.text, at);
        if !object {
            self.member_in_array(at, end);
            return (end, Expect::FirstItem);
        }
        // The last string was not the value but the key of the next member.
        if let Some(key) = self
            .nodes
            .last()
            .copied()
            .filter(|node| node.kind == Kind::String && node.end as usize == self.last)
        {
            self.nodes.pop();
            self.last = self.trimmed(0, key.start as usize);
            self.no_value();
            self.add(key.start as usize, key.end as usize, key.kind, key.flags);
            return (at, Expect::Colon);
        }
        self.junk(at);
        (self.last, Expect::After)
    }

    /// Corrects the end of the last value, if a word directly follows it: `truex`, `01`, `"a, "b": 1`, `"a"b"`.
    fn split_value(&mut self, at: usize) -> Option<(usize, Expect)> {
        let value = *self.nodes.last()?;
        let (start, end) = (value.start as usize, value.end as usize);
        if end != at || start == end || value.flags & (NO_OPENER | NO_CLOSER) != 0 || !self.joins(at) {
            return None;
        }
        match value.kind {
            Kind::String if value.flags & ODD_QUOTES == 0 => {
                let bytes = self.text.as_bytes();
                let comma = inline_blank_start(bytes, end - 1) - 1;
                if bytes.get(comma) == Some(&b',') {
                    self.forget(start);
                    let mark = self.text.get(start + 1..comma)?.chars().next_back();
                    self.last = if let Some(mark) = mark.filter(|&mark| is_quote(mark)) {
                        self.mismatched(start, comma - mark.len_utf8(), mark.len_utf8());
                        comma
                    } else {
                        self.unclosed(start, comma)
                    };
                    return Some((self.last, Expect::After));
                }
                let (quote, length) = self.closing_quote(start + 1, false)?;
                self.forget(start);
                let kind = if length == 1 && char_at(self.text, quote) == Some('"') {
                    SyntaxErrorKind::InnerQuote
                } else {
                    SyntaxErrorKind::Quotes
                };
                self.error_at(kind, start, quote + length);
                let flags = self.content(start + 1, quote, kind == SyntaxErrorKind::Quotes) | ODD_QUOTES;
                self.add(start, quote + length, Kind::String, flags);
                self.last = quote + length;
                Some((self.last, Expect::After))
            }
            Kind::Null | Kind::True | Kind::False | Kind::Number => {
                self.nodes.pop();
                let expect = if self.in_object() {
                    Expect::MemberValue
                } else {
                    Expect::Item
                };
                Some(self.value(start, expect))
            }
            _ => None,
        }
    }

    /// Handles a closer, which may not match the innermost container.
    fn closer(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let object = bytes.get(at) == Some(&b'}');
        let arrays = self.depth as usize - self.objects;
        let fitting = if object { self.objects } else { arrays };
        let root = self
            .nodes
            .first()
            .is_some_and(|node| (node.kind == Kind::Object) == object);
        // If it only matches the outermost container and more text follows, that container is not closed here.
        let early = fitting == 1 && root && self.blank(at + 1) < bytes.len();
        if self.in_object() == object {
            // `strict` stopped at something before the closer, which does match.
            return self.closed(at + 1);
        }
        if fitting == 0 || early {
            let opener = self.nodes.get(self.open as usize).map(|node| Range {
                start: node.start,
                end: node.start + 1,
            });
            self.error_with(SyntaxErrorKind::WrongCloser, Range::new(at, at + 1), opener);
            return self.closed(at + 1);
        }
        while self.in_object() != object {
            self.close_missing();
        }
        (at, Expect::After)
    }

    /// Whether the character at `at` continues the word that ends there.
    fn joins(&self, at: usize) -> bool {
        char_at(self.text, at).is_some_and(is_word) && !is_comment(self.text.as_bytes(), at) && !self.is_bad(at)
    }

    /// Whether a key and a colon seem to start at `at`.
    fn member_ahead(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let limit = bytes.len().min(at + AHEAD);
        let open = quote_length(self.text, at);
        let mut end = at + open;
        if open > 0 {
            while end < limit && quote_length(self.text, end) == 0 && !bytes.get(end).copied().is_some_and(is_break) {
                end += char_at(self.text, end).map_or(1, char::len_utf8);
            }
            end += quote_length(self.text, end);
        } else {
            end = word_end(self.text, at, limit, false);
            end += quote_length(self.text, end);
        }
        let next = inline_blank_end(bytes, end.min(limit));
        end > at + open && colon_length(self.text, next) > 0
    }

    /// Whether a quotation mark that ends at `at` can close a string, judging by the text after it.
    fn closes(&self, at: usize, key: bool) -> bool {
        let bytes = self.text.as_bytes();
        let next = inline_blank_end(bytes, at);
        match bytes.get(next) {
            None => true,
            Some(&byte) if is_closer(byte) || is_break(byte) => true,
            Some(_) => {
                comma_length(self.text, next) > 0
                    || is_comment(bytes, next)
                    || (key && colon_length(self.text, next) > 0)
            }
        }
    }

    /// The offset and length of the first quotation mark of any kind on the line that can close the string whose
    /// content starts at `at`.
    fn closing_quote(&mut self, at: usize, key: bool) -> Option<(usize, usize)> {
        if at < self.unquoted {
            return None;
        }
        let bytes = self.text.as_bytes();
        let mut end = at;
        while let Some(&byte) = bytes.get(end) {
            if is_break(byte) {
                break;
            }
            if byte == b'\\' {
                end += 1;
                end += char_at(self.text, end)
                    .filter(|&next| next != '\n' && next != '\r')
                    .map_or(0, char::len_utf8);
                continue;
            }
            let length = quote_length(self.text, end);
            if length > 0 && self.closes(end + length, key) {
                return Some((end, length));
            }
            end += char_at(self.text, end).map_or(1, char::len_utf8);
        }
        self.unquoted = end;
        None
    }

    /// Reads a string that opens with a quotation mark other than `"`; returns its end.
    fn odd_string(&mut self, start: usize, key: bool) -> usize {
        let open = quote_length(self.text, start);
        let content = start + open;
        if let Some((quote, length)) = self.closing_quote(content, true) {
            // If a colon follows the mark, it closes the next key, not this value.
            let before = self.text.as_bytes().get(content..quote).unwrap_or_default();
            if !key
                && let Some(comma) = before.iter().rposition(|&byte| byte == b',')
                && self.in_object()
                && !self.closes(quote + length, false)
            {
                let end = self.trimmed(content, content + comma);
                return self.unclosed(start, end);
            }
            self.mismatched(start, quote, length);
            return quote + length;
        }
        let end = self.unclosed_end(content, self.unquoted, key);
        self.unclosed(start, end)
    }

    /// The end of the content of a string without a closing quotation mark on its line, which ends at `line`.
    fn unclosed_end(&self, start: usize, line: usize, key: bool) -> usize {
        let Some(line) = self.text.as_bytes().get(start..line) else {
            return line;
        };
        let ends = |at: usize| match line.get(at) {
            Some(b':' | b'=') => key,
            Some(b' ' | b'\t') => is_comment(line, at + 1),
            _ => false,
        };
        let has = |line: &[u8], wanted: u8| line.iter().copied().any(|byte| byte == wanted);
        let length = (0..line.len()).find(|&at| ends(at));
        let mut content = &line[..length.unwrap_or(line.len())];
        loop {
            content = match content {
                [rest @ .., b' ' | b'\t' | b',' | b';'] => rest,
                [rest @ .., b'}'] if !has(rest, b'{') => rest,
                [rest @ .., b']'] if !has(rest, b'[') => rest,
                _ => return start + content.len(),
            };
        }
    }

    /// Adds a string that opens at `start` and ends at `end` without a closing quotation mark; returns `end`.
    fn unclosed(&mut self, start: usize, end: usize) -> usize {
        self.error_at(SyntaxErrorKind::UnclosedString, start, end);
        let open = quote_length(self.text, start);
        let odd = if char_at(self.text, start) == Some('"') {
            0
        } else {
            ODD_QUOTES
        };
        let flags = self.content(start + open, end, true) | NO_CLOSER | odd;
        self.add(start, end, Kind::String, flags);
        end
    }

    /// Reports the errors in the content of a string; returns its flags. If the string will be `requoted`, that fix
    /// also removes the backslash of `\'` and `` \` ``, so these are not reported.
    fn content(&mut self, start: usize, end: usize, requoted: bool) -> u8 {
        let bytes = self.text.as_bytes().get(..end).unwrap_or_default();
        let mut flags = 0;
        let mut at = start;
        loop {
            at = plain_end(bytes, at);
            match bytes.get(at) {
                None => return flags,
                Some(b'\\') if requoted && matches!(bytes.get(at + 1), Some(b'\'' | b'`')) => {
                    flags |= ESCAPES;
                    at += 2;
                }
                Some(b'\\') => at = self.escape(at, end, &mut flags),
                Some(b'"') => at += 1,
                _ => at = self.control(at, end, &mut flags),
            }
        }
    }

    /// Skips an escape and reports the error in it; returns its end.
    fn escape(&mut self, at: usize, limit: usize, flags: &mut u8) -> usize {
        let escape = escape(self.text, at, limit);
        *flags |= ESCAPES;
        if escape.meaning.is_none() {
            *flags |= DAMAGED;
        }
        if let Some(flaw) = escape.flaw {
            let kind = match flaw {
                Flaw::Unknown => SyntaxErrorKind::BadEscape,
                Flaw::Surrogate => SyntaxErrorKind::LoneSurrogate,
            };
            self.error_at(kind, at, escape.end);
        }
        escape.end
    }

    /// Skips and reports control characters. Bytes that are not valid UTF-8 are reported in [`finish`](Self::finish).
    fn control(&mut self, at: usize, limit: usize, flags: &mut u8) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = at;
        if self.is_bad(at) {
            *flags |= DAMAGED;
            while end < limit && self.is_bad(end) {
                end += 1;
            }
            return end;
        }
        while end < limit && bytes.get(end).is_some_and(|&byte| byte < 0x20) && !self.is_bad(end) {
            end += 1;
        }
        self.error_at(SyntaxErrorKind::Control, at, end);
        end
    }

    /// Reads a string that opens with `"` at `start` and is plain only up to `at`; returns its end.
    #[cold]
    #[inline(never)]
    fn string(&mut self, start: usize, mut at: usize, key: bool) -> usize {
        let bytes = self.text.as_bytes();
        let mark = self.errors.len();
        let unlisted = self.unlisted;
        let mut first_break = None;
        let mut flags = 0;
        loop {
            match bytes.get(at) {
                Some(b'"') => {
                    self.add(start, at + 1, Kind::String, flags);
                    return at + 1;
                }
                Some(b'\\') => at = self.escape(at, bytes.len(), &mut flags),
                Some(&byte) if !is_break(byte) => {
                    let mut end = at;
                    while bytes.get(end).is_some_and(|&byte| byte < 0x20 && !is_break(byte)) {
                        end += 1;
                    }
                    at = self.control(at, end, &mut flags);
                }
                end => {
                    if end.is_none() && first_break.is_some() {
                        self.no_quotes = true;
                    }
                    let ends = end.is_none() || self.no_quotes || self.ends_at_break(at);
                    if ends || first_break.is_none() {
                        let line = first_break.unwrap_or(at);
                        let odd = if first_break.is_none() {
                            self.closing_quote(start + 1, true)
                        } else {
                            None
                        };
                        if ends || odd.is_some() {
                            // `ended` reports the errors again that are still inside the string.
                            self.errors.truncate(mark);
                            self.unlisted = unlisted;
                            return self.ended(start, line, odd, key);
                        }
                    }
                    first_break = first_break.or(Some(at));
                    let mut end = at;
                    while bytes.get(end).is_some_and(|&byte| is_break(byte)) {
                        end += 1;
                    }
                    at = self.control(at, end, &mut flags);
                }
            }
            at = plain_end(bytes, at);
        }
    }

    /// Adds a string that opens with `"` and ends on its line, either at the quotation mark `odd` or without one.
    fn ended(&mut self, start: usize, line: usize, odd: Option<(usize, usize)>, key: bool) -> usize {
        if let Some((quote, length)) = odd {
            self.mismatched(start, quote, length);
            return quote + length;
        }
        let end = self.unclosed_end(start + 1, line, key);
        self.unclosed(start, end)
    }

    /// Adds a string whose quotation marks, at `start` and at `quote`, are not both `"`.
    fn mismatched(&mut self, start: usize, quote: usize, length: usize) {
        self.error_at(SyntaxErrorKind::Quotes, start, quote + length);
        let flags = self.content(start + quote_length(self.text, start), quote, true) | ODD_QUOTES;
        self.add(start, quote + length, Kind::String, flags);
    }

    /// Whether the line after the break at `at` indicates that the string should have ended before it.
    fn ends_at_break(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let next = self.blank(at);
        match bytes.get(next) {
            None => true,
            Some(&byte) if is_closer(byte) || byte == b',' => true,
            Some(b'"') if self.closes(next + 1, false) => false,
            Some(_) => self.member_ahead(next) || self.item_ahead(next),
        }
    }

    /// Whether a complete string seems to start at `at`.
    fn item_ahead(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        if bytes.get(at) != Some(&b'"') {
            return false;
        }
        let ahead = bytes.get(at + 1..bytes.len().min(at + AHEAD)).unwrap_or_default();
        let length = ahead.iter().position(|&byte| byte == b'"' || is_break(byte));
        length.is_some_and(|length| ahead.get(length) == Some(&b'"') && self.closes(at + 1 + length + 1, false))
    }

    /// Handles a text that does not start with a container.
    #[cold]
    fn start(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let mut at = at;
        let mut start = 0;
        if self.text.starts_with('\u{feff}') {
            start = 3;
            self.error_at(SyntaxErrorKind::ByteOrderMark, 0, start);
            at = self.blank(start);
        }
        let mark = self.errors.len();
        let first = at;
        at = self.trivia(at);
        match char_at(self.text, at) {
            None => {
                if !self.swallowed {
                    self.errors.truncate(mark);
                    self.error_at(SyntaxErrorKind::Empty, start, bytes.len());
                }
                return (bytes.len(), Expect::End);
            }
            Some('{' | '[') => return self.container(at),
            Some(_) => {}
        }
        if let Some(step) = self.root_scalar(at) {
            return step;
        }
        self.errors.truncate(mark);
        self.unlisted = None;
        self.nodes.clear();
        self.swallowed = false;
        if let Some(body) = self.body(first) {
            self.error_at(SyntaxErrorKind::TextBefore, first, self.trimmed(first, body));
            return self.container(body);
        }
        // In a text that is not JSON at all, nothing else is reported.
        self.damaged = None;
        self.error_at(
            SyntaxErrorKind::NotJson,
            first,
            self.trimmed(first, line_end(bytes, first)),
        );
        (bytes.len(), Expect::End)
    }

    /// Reads a scalar that is the whole text, or opens an object whose braces are missing; `None` if it is neither.
    fn root_scalar(&mut self, at: usize) -> Option<(usize, Expect)> {
        let bytes = self.text.as_bytes();
        let found = char_at(self.text, at)?;
        if found == '"' {
            let mark = self.errors.len();
            let end = self.value_string(at);
            if self.errors.len() == mark && colon_length(self.text, inline_blank_end(bytes, end)) == 0 {
                return Some((end, Expect::End));
            }
            self.nodes.clear();
            self.errors.truncate(mark);
            self.unlisted = None;
        }
        if is_quote(found) && self.member_ahead(at) {
            self.add(at, at, Kind::Object, NO_BRACES);
            if let Some(node) = self.nodes.last_mut() {
                node.next = NONE;
            }
            (self.open, self.depth, self.objects, self.last) = (0, 1, 1, at);
            self.error_at(SyntaxErrorKind::MissingBraces, at, at);
            return Some((at, Expect::FirstKey));
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let (end, kind) = match found {
            '-' | '0'..='9' => (number_end(bytes, at), Kind::Number),
            _ if rest.starts_with(b"true") => (Some(at + 4), Kind::True),
            _ if rest.starts_with(b"false") => (Some(at + 5), Kind::False),
            _ if rest.starts_with(b"null") => (Some(at + 4), Kind::Null),
            _ => (None, Kind::Unknown),
        };
        if let Some(end) = end.filter(|&end| !self.joins(end)) {
            return Some(self.scalar(at, end, kind, 0));
        }
        if self.is_bad(at) || !is_word(found) && !is_quote(found) {
            return None;
        }
        // A single word may be a value; several words are prose.
        if found == '"' {
            self.last = self.value_string(at);
        } else {
            self.value(at, Expect::Item);
        }
        let node = self.nodes.first()?;
        let end = node.end as usize;
        (self.blank(end) == bytes.len() && node.kind != Kind::Unknown).then_some((end, Expect::End))
    }

    /// The start of the body in a text with something before it: the first line that starts like JSON.
    fn body(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut line = at;
        while line < bytes.len() {
            let start = inline_blank_end(bytes, line);
            let inside = bytes.get(self.blank(start + 1)).copied();
            let end = line_end(bytes, start);
            let body = match bytes.get(start) {
                Some(b'{') => {
                    matches!(inside, None | Some(b'"' | b'\'' | b'}' | b'/' | b'_' | b'a'..=b'z' | b'A'..=b'Z'))
                }
                Some(b'[') => matches!(inside, Some(b'"' | b'\'' | b'{' | b'[')),
                _ => false,
            };
            if body && start > at {
                return Some(start);
            }
            // Control characters indicate a binary file.
            let control = |&byte: &u8| byte < 0x20 && byte != b'\t';
            if bytes.get(line..end).unwrap_or_default().iter().any(control) {
                return None;
            }
            line = end + 1;
        }
        None
    }

    /// Reports text after the value.
    #[cold]
    fn end(&mut self, at: usize) {
        let mut at = self.trivia(at);
        while self.is_bad(at) {
            at = self.trivia(at + 1);
        }
        if at < self.text.len() {
            let end = self.trimmed(at, self.text.len());
            self.error_at(SyntaxErrorKind::TextAfter, at, end);
        }
    }

    /// Adds the errors of the encoding, sorts all errors and limits their number.
    #[cold]
    fn finish(&mut self) {
        let end = if self.damaged.is_some() { self.text.len() } else { 0 };
        let mut at = 0;
        while at < end {
            let start = at;
            while self.is_bad(at) {
                at += 1;
            }
            if at > start {
                self.bad_bytes(start, at);
            }
            at += 1;
        }
        if !self.errors.is_sorted_by_key(|error| error.range.start) {
            let order = order(self.errors.iter().map(|error| (error.range.start, 0, 0)));
            self.errors = order.into_iter().map(|index| self.errors[index]).collect();
        }
        if let Some(error) = self.errors.get(MAX_ERRORS) {
            let more = (self.errors.len() - MAX_ERRORS) as u32;
            let known = self.unlisted.map_or(0, |(_, count)| count);
            self.unlisted = Some((error.range, known + more));
            self.errors.truncate(MAX_ERRORS);
        }
        if let Some((range, count)) = self.unlisted {
            let range = range.max(self.errors.last().map_or(range, |error| error.range));
            self.errors.push(SyntaxError {
                range: Range {
                    start: range.start,
                    end: range.start,
                },
                related: None,
                kind: SyntaxErrorKind::Unlisted(count),
            });
        }
    }

    /// Reports bytes that are not valid UTF-8, even if the other errors have reached their limit; `finish` sorts first
    /// and then truncates.
    fn bad_bytes(&mut self, start: usize, end: usize) {
        if self.errors.len() < 2 * MAX_ERRORS {
            self.errors.push(SyntaxError {
                range: Range::new(start, end),
                related: None,
                kind: SyntaxErrorKind::BadUtf8,
            });
        } else {
            self.unlisted.get_or_insert((Range::new(start, end), 0)).1 += 1;
        }
    }
}

/// The end of the container that opens at `at`, which nobody reads. Strings and comments in it may hold anything.
fn after_container(bytes: &[u8], at: usize) -> usize {
    let find = |from: usize, end: &[u8]| {
        let rest = bytes.get(from..).unwrap_or_default();
        let found = rest.windows(end.len()).position(|window| window == end);
        found.map_or(bytes.len(), |found| from + found + end.len())
    };
    let mut depth = 0_usize;
    let mut at = at;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b'"' => at = after_string(bytes, at),
            b'/' if bytes.get(at) == Some(&b'/') => at = find(at, b"\n"),
            b'/' if bytes.get(at) == Some(&b'*') => at = find(at + 1, b"*/"),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The end of a string whose content starts at `at`, at the latest that of its line.
fn after_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'"' | b'\n' => break,
            _ => {}
        }
    }
    at.min(bytes.len())
}

/// The expectation at the start of a value.
#[cold]
fn value_expected(object: bool, first: bool) -> Expect {
    match (object, first) {
        (true, _) => Expect::MemberValue,
        (false, true) => Expect::FirstItem,
        (false, false) => Expect::Item,
    }
}

/// Whether a value, valid or not, seems to start at `at`.
fn starts_value(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|found| {
        is_quote(found)
            || matches!(found, '{' | '[' | '-' | '+' | '.' | '_' | '$' | '<' | '0'..='9' | 'A'..='Z' | 'a'..='z')
            || (!found.is_ascii() && is_word(found))
    })
}

/// Whether a word has a letter, by [`is_letter`].
fn has_letter(token: &str) -> bool {
    token.bytes().any(is_letter)
}

/// The literal that a word is another spelling of.
fn literal(token: &str) -> Option<Kind> {
    let is = |name: &str| token.eq_ignore_ascii_case(name);
    if is("true") {
        Some(Kind::True)
    } else if is("false") {
        Some(Kind::False)
    } else if is("null") || is("none") || is("nil") {
        Some(Kind::Null)
    } else {
        None
    }
}

/// Whether a word is a value that JSON does not have: `NaN`, `Date()`.
fn is_no_value(token: &str) -> bool {
    if let [name @ .., b'(', b')'] = token.as_bytes() {
        return !name.is_empty() && name.iter().all(u8::is_ascii_alphanumeric);
    }
    let word = unsigned(token.as_bytes());
    ["nan", "infinity", "inf", "undefined"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name.as_bytes()))
}

/// Whether a word is a number in a notation that JSON does not have: `+1`, `.5`, `1.`, `01`, `0x1F`, `1_000`.
pub(super) fn is_number(token: &str) -> bool {
    let digits = unsigned(token.as_bytes());
    let radix = match digits {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    if radix > 0 {
        let rest = &digits[2..];
        let is_digit = |&digit: &u8| digit == b'_' || char::from(digit).is_digit(radix);
        return !rest.is_empty() && rest.iter().all(is_digit);
    }
    let end = digits.iter().position(|digit| matches!(digit, b'e' | b'E'));
    let (mantissa, exponent) = digits.split_at(end.unwrap_or(digits.len()));
    let exponent = match exponent {
        [_, exponent @ ..] => unsigned(exponent),
        [] => b"0",
    };
    let points = mantissa.iter().filter(|&&digit| digit == b'.').count();
    matches!(mantissa, [b'0'..=b'9' | b'.', ..])
        && points <= 1
        && mantissa.iter().any(u8::is_ascii_digit)
        && mantissa.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'_' | b'.'))
        && !exponent.is_empty()
        && exponent.iter().all(u8::is_ascii_digit)
}

/// A word without a leading sign.
fn unsigned(word: &[u8]) -> &[u8] {
    match word {
        [b'+' | b'-', rest @ ..] => rest,
        _ => word,
    }
}
