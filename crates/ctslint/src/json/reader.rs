//! The reader: a strict loop for what is JSON, and steps of recovery for what is not.
//!
//! [`Reader::strict`] reads as long as it meets what RFC 8259 allows. At anything else it stops and says what it had
//! expected; [`Reader::recover`] deals with that one thing and says where to go on, and with what expectation. Every step
//! of recovery either consumes something or leaves an expectation that the next step consumes something under.

use super::scan::{
    AHEAD, Flaw, blank_end, char_at, colon_length, comma_length, escape, inline_blank_end, inline_blank_start,
    is_break, is_closer, is_comment, is_letter, is_odd_space, is_quote, is_word, junk_end, line_end, number_end,
    plain_end, quote_length, trimmed, word_end,
};
use super::{
    DAMAGED, ESCAPES, Encoding, Fault, FaultKind, Kind, MAX_DEPTH, MAX_FAULTS, MEMBER_SEEN, NO_BRACES, NO_CLOSER,
    NO_OPENER, Node, ODD_QUOTES, Range, Syntax, Tree, is_bad,
};
use crate::order::order;

/// The parent of the root.
const NONE: u32 = u32::MAX;

/// What is to come.
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
    /// Nothing more in the value of the text.
    End,
}

struct Reader<'t> {
    text: &'t str,
    syntax: Syntax,
    damaged: Option<&'t [u8]>,
    nodes: Vec<Node>,
    /// The index of the innermost open container.
    open: u32,
    /// How many containers are open, and how many of them are objects.
    depth: u32,
    objects: usize,
    /// The place of the last comma, and the end of the last thing that was read.
    comma: usize,
    last: usize,
    faults: Vec<Fault>,
    /// The first fault that is not listed.
    unlisted: Option<Range>,
    /// Nothing that is missing from here on is worth a word: the rest of the text has been swallowed.
    swallowed: bool,
    /// The nesting went beyond the limit.
    too_deep: bool,
    /// Up to here, on its line, no quotation mark closes anything.
    unquoted: usize,
    /// No quotation mark that could close a string follows in the text.
    no_quotes: bool,
}

/// Reads a text. `damaged` are its bytes where some are no UTF-8.
pub(super) fn read<'t>(text: &'t str, syntax: Syntax, encoding: Encoding, damaged: Option<&'t [u8]>) -> Tree<'t> {
    if u32::try_from(text.len()).is_err() {
        let fault = Fault {
            range: Range { start: 0, end: 0 },
            related: None,
            kind: FaultKind::TooLarge,
        };
        return Tree {
            text,
            damaged,
            nodes: Vec::new(),
            faults: vec![fault],
        };
    }
    let mut reader = Reader {
        text,
        syntax,
        damaged,
        nodes: Vec::with_capacity(text.len() / 8 + 4),
        open: NONE,
        depth: 0,
        objects: 0,
        comma: 0,
        last: 0,
        faults: Vec::new(),
        unlisted: None,
        swallowed: false,
        too_deep: false,
        unquoted: 0,
        no_quotes: false,
    };
    let start = Range { start: 0, end: 0 };
    match encoding {
        Encoding::Utf8 => reader.run(),
        Encoding::Utf16 { .. } => {
            reader.fault(FaultKind::Utf16, start);
            reader.run();
        }
        Encoding::Utf32 => reader.fault(FaultKind::Utf32, start),
    }
    if !reader.faults.is_empty() || damaged.is_some() {
        reader.finish();
    }
    Tree {
        text,
        damaged,
        nodes: reader.nodes,
        faults: reader.faults,
    }
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

    /// Reads what is JSON, in the container that is open, and stops at the first thing that is not.
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

    /// Reads a string that opens with `"` at `at`.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn quoted(&mut self, bytes: &[u8], at: usize, key: bool) -> usize {
        let end = plain_end(bytes, at + 1);
        if bytes.get(end) == Some(&b'"') {
            self.push(at, end + 1, Kind::String, 0);
            end + 1
        } else {
            self.string(at, end, key)
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
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

    /// Makes room for more nodes, but not for more than can come: a node takes two bytes of valid text at least.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, at: usize) {
        let nodes = self.nodes.len();
        self.nodes
            .reserve_exact(nodes.min(self.text.len().saturating_sub(at) / 2 + 4).max(8));
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn open(&mut self, at: usize, kind: Kind) -> Expect {
        if self.depth == MAX_DEPTH {
            self.fault(FaultKind::TooDeep, Range::new(at, at + 1));
            // Whoever wrote this did not count brackets: that some are missing too would be said a thousand times.
            self.too_deep = true;
        }
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

    /// Closes the innermost container; whether another one is open around it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
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

    /// Where the white space starts, of whatever kind, with which this stretch ends.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        start + trimmed(self.text.get(start..end).unwrap_or_default()).len()
    }

    // What follows does the same for the steps of recovery, once in the code.

    /// Where the white space of JSON ends that starts at `at`.
    #[inline(never)]
    fn blank(&self, at: usize) -> usize {
        blank_end(self.text.as_bytes(), at)
    }

    /// Adds a node.
    #[inline(never)]
    fn add(&mut self, start: usize, end: usize, kind: Kind, flags: u8) {
        self.push(start, end, kind, flags);
    }

    /// Reads a value that opens with `"` at `at`.
    #[inline(never)]
    fn value_string(&mut self, at: usize) -> usize {
        self.quoted(self.text.as_bytes(), at, false)
    }

    /// Opens the container whose bracket stands at `at`.
    #[inline(never)]
    fn container(&mut self, at: usize) -> (usize, Expect) {
        let is_object = self.text.as_bytes().get(at) == Some(&b'{');
        (
            at + 1,
            self.open(at, if is_object { Kind::Object } else { Kind::Array }),
        )
    }

    /// Closes the innermost container.
    #[inline(never)]
    fn closed(&mut self, end: usize) -> (usize, Expect) {
        let more = self.close(end);
        (end, if more { Expect::After } else { Expect::End })
    }

    #[cold]
    #[inline(never)]
    fn fault(&mut self, kind: FaultKind, range: Range) {
        self.fault_with(kind, range, None);
    }

    #[cold]
    #[inline(never)]
    fn fault_with(&mut self, kind: FaultKind, range: Range, related: Option<Range>) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault { range, related, kind });
        } else if self.unlisted.is_none() {
            self.unlisted = Some(range);
        }
    }

    fn fault_at(&mut self, kind: FaultKind, start: usize, end: usize) {
        self.fault(kind, Range::new(start, end));
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

    /// Adds the value of a member whose value is missing.
    fn no_value(&mut self) {
        let key = self.nodes.last().map(|key| Range {
            start: key.start,
            end: key.end,
        });
        let end = self.last;
        if !self.swallowed {
            self.fault_with(FaultKind::MissingValue, Range::new(end, end), key);
        }
        self.add(end, end, Kind::Unknown, 0);
    }

    /// Goes on from something that is not JSON, or not what was expected.
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

    /// Passes over white space, what is taken for it, and comments.
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
            self.fault_at(FaultKind::OddSpace, at, end);
            at = end;
        }
    }

    /// Where the odd white space ends that starts at `at`; spaces and tabs within belong to it.
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

    /// Passes over a comment, or over whole lines of them.
    fn comment(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        if bytes.get(start) == Some(&b'/') && bytes.get(start + 1) == Some(&b'*') {
            let rest = bytes.get(start + 2..).unwrap_or_default();
            return if let Some(length) = rest.windows(2).position(|pair| pair == b"*/") {
                let end = start + 2 + length + 2;
                if !self.syntax.comments {
                    self.fault_at(FaultKind::Comment, start, end);
                }
                end
            } else {
                self.swallowed = true;
                self.fault_at(FaultKind::UnclosedComment, start, start + 2);
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
            self.fault_at(FaultKind::Comment, start, end);
        }
        end
    }

    /// The text ends while something is to come.
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

    /// Closes the innermost container without its closer.
    fn close_missing(&mut self) {
        let last = self.last;
        if let Some(node) = self.nodes.get(self.open as usize) {
            if node.flags & NO_BRACES != 0 {
                if let Some(fault) = self
                    .faults
                    .iter_mut()
                    .find(|fault| fault.kind == FaultKind::MissingBraces)
                {
                    fault.related = Some(Range::new(last, last));
                }
            } else if !self.swallowed && !self.too_deep {
                let opener = Range {
                    start: node.start,
                    end: node.start + 1,
                };
                self.fault_with(FaultKind::MissingCloser, Range::new(last, last), Some(opener));
            }
        }
        self.closed(last);
    }

    fn trailing_comma(&mut self, end: usize) {
        self.fault_at(FaultKind::TrailingComma, self.comma, end);
    }

    /// Commas where a value or a member is to come.
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
        self.fault_at(FaultKind::ExtraComma, at, end);
        (end, expect)
    }

    /// Something else than a quoted key where a key is to come.
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
            && found == '{'
            && let Some(end) = self.placeholder_end(at + 1, "}}")
        {
            return self.replace_object(end);
        }
        if colon_length(self.text, at) > 0 || matches!(found, '{' | '[') {
            let length = if matches!(found, '{' | '[') {
                1
            } else {
                colon_length(self.text, at)
            };
            if self.unlisted.is_some() {
                return (at + length, expect);
            }
            self.fault_at(FaultKind::MissingKey, at, at + length);
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

    /// Where the unquoted key ends that starts at `at`; it may be of several words where a colon follows them.
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

    /// Adds a key without quotation marks, or only with a closing one of the length `quote`.
    fn bare_key(&mut self, at: usize, end: usize, quote: usize) -> (usize, Expect) {
        if quote > 0 {
            self.unopened(at, end, quote);
        } else {
            self.fault_at(FaultKind::BareKey, at, end);
            self.add(at, end, Kind::String, NO_OPENER | NO_CLOSER);
        }
        (end + quote, Expect::Colon)
    }

    /// Adds a string without an opening quotation mark.
    fn unopened(&mut self, at: usize, end: usize, quote: usize) {
        self.fault_at(FaultKind::UnopenedString, at, end + quote);
        let odd = if char_at(self.text, end) == Some('"') {
            0
        } else {
            ODD_QUOTES
        };
        let flags = self.content(at, end, true) | NO_OPENER | odd;
        self.add(at, end + quote, Kind::String, flags);
    }

    /// The object that was opened last is no object, but a placeholder that ends at `end`.
    fn replace_object(&mut self, end: usize) -> (usize, Expect) {
        let start = self
            .nodes
            .get(self.open as usize)
            .map_or(end, |node| node.start as usize);
        let step = self.closed(end);
        if let Some(node) = self.nodes.last_mut() {
            node.kind = Kind::Unknown;
        }
        self.fault_at(FaultKind::Placeholder, start, end);
        step
    }

    /// Where the placeholder ends whose content starts at `at`: after `closer`, on the same line and not far away.
    fn placeholder_end(&self, at: usize, closer: &str) -> Option<usize> {
        let ahead = self.text.as_bytes().get(at..self.text.len().min(at + AHEAD))?;
        let foreign = |&byte: &u8| is_break(byte) || matches!(byte, b'"' | b',' | b'{' | b'}' | b'<' | b'>');
        let length = ahead.iter().position(foreign)?;
        ahead
            .get(length..)?
            .starts_with(closer.as_bytes())
            .then_some(at + length + closer.len())
    }

    /// No colon where one is to come.
    fn colon(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let semicolon = bytes.get(at) == Some(&b';') && {
            let next = inline_blank_end(bytes, at + 1);
            starts_value(self.text, next) && !self.member_ahead(next)
        };
        let length = if semicolon { 1 } else { colon_length(self.text, at) };
        if length > 0 {
            self.fault_at(FaultKind::WrongColon, at, at + length);
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
            self.fault_at(FaultKind::MissingColon, end, end);
            return (at, Expect::MemberValue);
        }
        let end = at + char_at(self.text, at).map_or(1, char::len_utf8);
        if !self.is_bad(at) {
            self.fault_at(FaultKind::Junk, at, end);
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

    /// Corrects the end of a key that reached too far or not far enough, because a quotation mark is missing or stands in
    /// it: `"a: "b"` and `"a"b": 1`.
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
        self.fault_at(FaultKind::InnerQuote, start, quote + length);
        let flags = self.content(start + 1, quote, false);
        // The content holds a bare `"`, so it is no plain one.
        self.add(start, quote + length, Kind::String, flags | ODD_QUOTES);
        Some(quote + length)
    }

    /// Takes back the last node, and what was said about it.
    fn forget(&mut self, start: usize) {
        self.nodes.pop();
        while self
            .faults
            .last()
            .is_some_and(|fault| fault.range.start as usize > start)
        {
            self.faults.pop();
        }
    }

    /// Something else than a value of JSON where a value is to come.
    fn value(&mut self, at: usize, expect: Expect) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
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
        let placeholder = match found {
            '<' => self.placeholder_end(at + 1, ">"),
            '$' | '#' | '%' if bytes.get(at + 1) == Some(&b'{') => self.placeholder_end(at + 2, "}"),
            _ => None,
        };
        if let Some(end) = placeholder {
            self.fault_at(FaultKind::Placeholder, at, end);
            return self.scalar(at, end, Kind::Unknown, 0);
        }
        if is_word(found) && !self.is_bad(at) {
            return self.word(at, expect);
        }
        self.unknown(at)
    }

    /// Adds what cannot be read as a value of kind unknown.
    fn unknown(&mut self, at: usize) -> (usize, Expect) {
        self.junk(at);
        self.scalar(at, self.last, Kind::Unknown, 0)
    }

    /// Reports junk, and that it has been read; bytes that are no UTF-8 are reported elsewhere.
    fn junk(&mut self, at: usize) {
        let length = char_at(self.text, at).map_or(1, char::len_utf8);
        let end = junk_end(self.text.as_bytes(), at).max(at + length);
        if !self.is_bad(at) {
            let ellipsis = matches!(Range::new(at, end).of(self.text), "..." | "\u{2026}");
            self.fault_at(
                if ellipsis {
                    FaultKind::Placeholder
                } else {
                    FaultKind::Junk
                },
                at,
                end,
            );
        }
        self.last = end;
    }

    /// Colons where a value is to come.
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
            self.fault_at(FaultKind::ExtraColon, at, end);
            self.last = end;
        } else {
            self.member_in_array(at, end);
        }
        (end, expect)
    }

    /// Reports, once for each array, that it holds members.
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
            self.fault_with(FaultKind::MemberInArray, Range::new(at, end), Some(opener));
        }
    }

    /// A word where a value is to come.
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
        match bytes.get(end) {
            Some(b'{')
                if token
                    .as_bytes()
                    .last()
                    .is_some_and(|last| matches!(last, b'$' | b'#' | b'%')) =>
            {
                if let Some(end) = self.placeholder_end(end + 1, "}") {
                    let end = word_end(self.text, end, bytes.len(), true);
                    self.fault_at(FaultKind::Placeholder, at, end);
                    return self.scalar(at, end, Kind::Unknown, 0);
                }
            }
            Some(_) => {
                let quote = quote_length(self.text, end);
                if quote > 0 && token.ends_with('(') {
                    return self.unknown(at);
                }
                if quote > 0 && self.closes(end + quote, false) {
                    self.unopened(at, end, quote);
                    self.last = end + quote;
                    return (self.last, Expect::After);
                }
            }
            None => {}
        }
        if let Some(kind) = literal(token) {
            self.fault_at(FaultKind::Literal, at, end);
            return self.scalar(at, end, kind, 0);
        }
        if is_no_value(token) {
            self.fault_at(FaultKind::NoValue, at, end);
            return self.scalar(at, end, Kind::Unknown, 0);
        }
        if is_number(token) {
            self.fault_at(FaultKind::BadNumber, at, end);
            return self.scalar(at, end, Kind::Number, 0);
        }
        if matches!(token, "..." | "\u{2026}") {
            self.fault_at(FaultKind::Placeholder, at, end);
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
        self.fault_at(FaultKind::BareWord, at, end);
        self.scalar(at, end, Kind::String, NO_OPENER | NO_CLOSER)
    }

    /// Where the last of several words on a line ends, the first of which ends at `end`; a word before a colon is a key.
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

    /// Neither a comma nor the closer of the container after a value.
    fn after(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let Some(found) = char_at(self.text, at) else {
            return (at, Expect::After);
        };
        if matches!(found, ']' | '}') {
            return self.closer(at);
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
                self.fault_at(FaultKind::WrongComma, at, end);
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
            self.fault_at(FaultKind::MissingComma, self.last, self.last);
            return (at, Expect::Item);
        }
        if object && self.member_ahead(at) {
            self.fault_at(FaultKind::MissingComma, self.last, self.last);
            return (at, Expect::Key);
        }
        if object && matches!(found, '{' | '[') {
            return self.key(at, Expect::Key);
        }
        self.junk(at);
        (self.last, Expect::After)
    }

    /// A colon after a value.
    fn colon_after(&mut self, at: usize, object: bool) -> (usize, Expect) {
        let end = at + colon_length(self.text, at);
        if !object {
            self.member_in_array(at, end);
            return (end, Expect::FirstItem);
        }
        // What was taken for the value is the key of the next member.
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

    /// Corrects the end of a value that something directly follows: `truex`, `01`, `"a, "b": 1`, `"a"b"`.
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
                    FaultKind::InnerQuote
                } else {
                    FaultKind::Quotes
                };
                self.fault_at(kind, start, quote + length);
                let flags = self.content(start + 1, quote, kind == FaultKind::Quotes) | ODD_QUOTES;
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
                Some(self.word(start, expect))
            }
            _ => None,
        }
    }

    /// A closer that does not close the innermost container.
    fn closer(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let object = bytes.get(at) == Some(&b'}');
        let arrays = self.depth as usize - self.objects;
        let fitting = if object { self.objects } else { arrays };
        let root = self
            .nodes
            .first()
            .is_some_and(|node| (node.kind == Kind::Object) == object);
        // Where it fits the outermost container only, and more follows, that container is not to be closed here.
        let early = fitting == 1 && root && self.blank(at + 1) < bytes.len();
        if self.in_object() == object {
            // After an odd thing before it, a closer fits after all.
            return self.closed(at + 1);
        }
        if fitting == 0 || early {
            let opener = self.nodes.get(self.open as usize).map(|node| Range {
                start: node.start,
                end: node.start + 1,
            });
            self.fault_with(FaultKind::WrongCloser, Range::new(at, at + 1), opener);
            return self.closed(at + 1);
        }
        while self.in_object() != object {
            self.close_missing();
        }
        (at, Expect::After)
    }

    /// Whether what stands at `at` makes one word with what ends there.
    fn joins(&self, at: usize) -> bool {
        char_at(self.text, at).is_some_and(is_word) && !is_comment(self.text.as_bytes(), at) && !self.is_bad(at)
    }

    /// Whether a key and a colon seem to stand at `at`.
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

    /// Whether what follows a quotation mark lets it close a string.
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

    /// The place and length of the first quotation mark of any kind that closes the string, on the same line, whose
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

    /// Reads a string that opens with another quotation mark than `"`.
    fn odd_string(&mut self, start: usize, key: bool) -> usize {
        let open = quote_length(self.text, start);
        let content = start + open;
        if let Some((quote, length)) = self.closing_quote(content, true) {
            // In a value, a quotation mark before a colon belongs to the next key.
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

    /// Where the content of a string ends that no quotation mark closes on its line.
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

    /// Adds a string that opens at `start` and whose content ends at `end` without a quotation mark.
    fn unclosed(&mut self, start: usize, end: usize) -> usize {
        self.fault_at(FaultKind::UnclosedString, start, end);
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

    /// Looks through the content of a string between two positions, reports what is wrong in it, and returns its flags.
    /// Where the string is to be `requoted`, escaped quotation marks of other kinds are mended with it.
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

    /// Passes over an escape.
    fn escape(&mut self, at: usize, limit: usize, flags: &mut u8) -> usize {
        let escape = escape(self.text, at, limit);
        *flags |= ESCAPES;
        if escape.meaning.is_none() {
            *flags |= DAMAGED;
        }
        if let Some(flaw) = escape.flaw {
            let kind = match flaw {
                Flaw::Unknown => FaultKind::BadEscape,
                Flaw::Surrogate => FaultKind::LoneSurrogate,
            };
            self.fault_at(kind, at, escape.end);
        }
        escape.end
    }

    /// Passes over control characters, or over bytes that are no UTF-8, which are reported elsewhere.
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
        self.fault_at(FaultKind::Control, at, end);
        end
    }

    /// Reads a string that opens with `"` at `start` and holds more than plain characters, the first of them at `at`.
    #[cold]
    #[inline(never)]
    fn string(&mut self, start: usize, mut at: usize, key: bool) -> usize {
        let bytes = self.text.as_bytes();
        let mark = self.faults.len();
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
                            // What has been reported is reported again, as far as it belongs to the string.
                            self.faults.truncate(mark);
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

    /// Adds a string that opens with `"` and ends on its line, at another quotation mark or without any.
    fn ended(&mut self, start: usize, line: usize, odd: Option<(usize, usize)>, key: bool) -> usize {
        if let Some((quote, length)) = odd {
            self.mismatched(start, quote, length);
            return quote + length;
        }
        let end = self.unclosed_end(start + 1, line, key);
        self.unclosed(start, end)
    }

    /// Adds a string that opens at `start` and closes with the quotation mark at `quote`, which are not both `"`.
    fn mismatched(&mut self, start: usize, quote: usize, length: usize) {
        self.fault_at(FaultKind::Quotes, start, quote + length);
        let flags = self.content(start + quote_length(self.text, start), quote, true) | ODD_QUOTES;
        self.add(start, quote + length, Kind::String, flags);
    }

    /// Whether the line after the break at `at` shows that the string was to end before it.
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

    /// Whether a whole string seems to stand at `at`.
    fn item_ahead(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        if bytes.get(at) != Some(&b'"') {
            return false;
        }
        let ahead = bytes.get(at + 1..bytes.len().min(at + AHEAD)).unwrap_or_default();
        let length = ahead.iter().position(|&byte| byte == b'"' || is_break(byte));
        length.is_some_and(|length| ahead.get(length) == Some(&b'"') && self.closes(at + 1 + length + 1, false))
    }

    /// Reads a text that does not start with a container.
    #[cold]
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn start(&mut self, at: usize) -> (usize, Expect) {
        let bytes = self.text.as_bytes();
        let mut at = at;
        let mut start = 0;
        if self.text.starts_with('\u{feff}') {
            start = 3;
            self.fault_at(FaultKind::ByteOrderMark, 0, start);
            at = self.blank(start);
        }
        let mark = self.faults.len();
        let first = at;
        at = self.trivia(at);
        match char_at(self.text, at) {
            None => {
                if !self.swallowed {
                    self.faults.truncate(mark);
                    self.fault_at(FaultKind::Empty, start, bytes.len());
                }
                return (bytes.len(), Expect::End);
            }
            Some('{' | '[') => return self.container(at),
            Some(_) => {}
        }
        if let Some(step) = self.root_scalar(at) {
            return step;
        }
        self.faults.truncate(mark);
        self.unlisted = None;
        self.nodes.clear();
        self.swallowed = false;
        if let Some(body) = self.body(first) {
            self.fault_at(FaultKind::TextBefore, first, self.trimmed(first, body));
            return self.container(body);
        }
        // Nothing else is worth a word then.
        self.damaged = None;
        self.fault_at(FaultKind::NotJson, first, self.trimmed(first, line_end(bytes, first)));
        (bytes.len(), Expect::End)
    }

    /// Reads a scalar that is the whole text, or the members of an object without braces.
    fn root_scalar(&mut self, at: usize) -> Option<(usize, Expect)> {
        let bytes = self.text.as_bytes();
        let found = char_at(self.text, at)?;
        if found == '"' {
            let mark = self.faults.len();
            let end = self.value_string(at);
            if self.faults.len() == mark && colon_length(self.text, inline_blank_end(bytes, end)) == 0 {
                return Some((end, Expect::End));
            }
            self.nodes.clear();
            self.faults.truncate(mark);
            self.unlisted = None;
        }
        if is_quote(found) && self.member_ahead(at) {
            self.add(at, at, Kind::Object, NO_BRACES);
            if let Some(node) = self.nodes.last_mut() {
                node.next = NONE;
            }
            (self.open, self.depth, self.objects, self.last) = (0, 1, 1, at);
            self.fault_at(FaultKind::MissingBraces, at, at);
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
        // A word alone may be a value; a word before others is prose.
        if found == '"' {
            self.last = self.value_string(at);
        } else {
            self.value(at, Expect::Item);
        }
        let node = self.nodes.first()?;
        let end = node.end as usize;
        (self.blank(end) == bytes.len() && node.kind != Kind::Unknown).then_some((end, Expect::End))
    }

    /// Where the body starts in a text that starts with something else: at the first line that starts like one.
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
            // Control characters tell a binary file.
            let control = |&byte: &u8| byte < 0x20 && byte != b'\t';
            if bytes.get(line..end).unwrap_or_default().iter().any(control) {
                return None;
            }
            line = end + 1;
        }
        None
    }

    /// Deals with what stands after the value.
    #[cold]
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn end(&mut self, at: usize) {
        let mut at = self.trivia(at);
        while self.is_bad(at) {
            at = self.trivia(at + 1);
        }
        if at < self.text.len() {
            let end = self.trimmed(at, self.text.len());
            self.fault_at(FaultKind::TextAfter, at, end);
        }
    }

    /// Adds the faults of the encoding, and puts all in order.
    #[cold]
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn finish(&mut self) {
        let end = if self.damaged.is_some() { self.text.len() } else { 0 };
        let mut at = 0;
        while at < end {
            let start = at;
            while self.is_bad(at) {
                at += 1;
            }
            if at > start {
                self.fault_bad(start, at);
                if self.unlisted.is_some() && self.faults.len() >= 2 * MAX_FAULTS {
                    break;
                }
            }
            at += 1;
        }
        if !self.faults.is_sorted_by_key(|fault| fault.range.start) {
            let order = order(self.faults.len(), &|index| self.faults[index].range.start.into());
            let faults = std::mem::take(&mut self.faults);
            for index in order {
                self.faults.push(faults[index]);
            }
        }
        if self.faults.len() > MAX_FAULTS {
            self.unlisted = self.faults.get(MAX_FAULTS).map(|fault| fault.range);
            self.faults.truncate(MAX_FAULTS);
        }
        if let Some(range) = self.unlisted {
            let range = range.max(self.faults.last().map_or(range, |fault| fault.range));
            self.faults.push(Fault {
                range: Range {
                    start: range.start,
                    end: range.start,
                },
                related: None,
                kind: FaultKind::TooMany,
            });
        }
    }

    /// Lists bytes that are no UTF-8, beside the other faults.
    fn fault_bad(&mut self, start: usize, end: usize) {
        if self.faults.len() < 2 * MAX_FAULTS {
            self.faults.push(Fault {
                range: Range::new(start, end),
                related: None,
                kind: FaultKind::BadUtf8,
            });
        } else if self.unlisted.is_none() {
            self.unlisted = Some(Range::new(start, end));
        }
    }
}

/// What was expected where a value was.
#[cold]
fn value_expected(object: bool, first: bool) -> Expect {
    match (object, first) {
        (true, _) => Expect::MemberValue,
        (false, true) => Expect::FirstItem,
        (false, false) => Expect::Item,
    }
}

/// Whether a value, or what is meant as one, seems to start at `at`.
fn starts_value(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|found| {
        is_quote(found)
            || matches!(found, '{' | '[' | '-' | '+' | '.' | '_' | '$' | '<' | '0'..='9' | 'A'..='Z' | 'a'..='z')
            || (!found.is_ascii() && is_word(found))
    })
}

fn has_letter(token: &str) -> bool {
    token.bytes().any(is_letter)
}

/// The value that a word stands for in another spelling.
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

/// Whether a word stands for a value that JSON does not have: `NaN`, `Date()`.
fn is_no_value(token: &str) -> bool {
    if let [name @ .., b'(', b')'] = token.as_bytes() {
        return !name.is_empty() && name.iter().all(u8::is_ascii_alphanumeric);
    }
    let word = unsigned(token.as_bytes());
    ["nan", "infinity", "inf", "undefined"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name.as_bytes()))
}

/// Whether a word is a number in another notation than that of JSON: `+1`, `.5`, `1.`, `01`, `0x1F`, `1_000`.
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

/// A word without the sign before it.
fn unsigned(word: &[u8]) -> &[u8] {
    match word {
        [b'+' | b'-', rest @ ..] => rest,
        _ => word,
    }
}
