//! Fixes of syntax errors, derived from the kind and range of the error and from the text.

use super::edits::edit;
use crate::diagnostics::Edit;
use crate::json::{Range, SyntaxError, SyntaxErrorKind, scan};
use crate::text::{hexadecimal, shown};

/// The largest number of characters of the text that a message quotes.
const SHOWN: usize = 40;

/// How much of the text around a place is searched, in bytes.
const AROUND: usize = 256;

/// How many characters of one string or word a fix changes. Where more would have to be, nobody wrote them, and the fixes of a text
/// would take many times its memory.
const MOST_CHANGED: usize = 256;

/// The fix of a syntax error.
pub(crate) struct SyntaxFix {
    /// None where too much would have to be changed.
    pub(crate) edits: Vec<Edit>,
    /// The correct text for the message; `None` if the message does not need it.
    pub(crate) want: Option<String>,
}

impl SyntaxError {
    /// The fix of the error, if there is an obvious one. `is_text` is whether the field takes a string: then a number
    /// in another notation is quoted and not converted.
    pub(crate) fn fix(&self, text: &str, is_text: bool) -> Option<SyntaxFix> {
        let Range { start, end } = self.range;
        let found = self.range.of(text);
        let mut new = String::new();
        if self.kind == SyntaxErrorKind::Control && found.len() > MOST_CHANGED {
            escape(found.get(..SHOWN).unwrap_or_default(), &mut new);
            let want = Some(shown(&new).into_owned());
            let edits = Vec::new();
            return Some(SyntaxFix { edits, want });
        }
        let is_name = is_text && self.kind == SyntaxErrorKind::BadNumber;
        if !is_name && let Some(is_worth_showing) = self.replace(text, &mut new) {
            let want = match self.kind {
                SyntaxErrorKind::MissingCloser => Some(self.closer(text).to_owned()),
                _ => is_worth_showing.then(|| shown(&new).into_owned()),
            };
            let edits = vec![edit(self.range, new)];
            return Some(SyntaxFix { edits, want });
        }
        new.clear();
        let mut edits = Vec::new();
        match self.kind {
            SyntaxErrorKind::ByteOrderMark => {
                // Further marks are removed too: if the text has nothing else, no other error reports them.
                let mut rest = text;
                while let Some(after) = rest.strip_prefix('\u{feff}') {
                    rest = after;
                }
                let end = (text.len() - rest.len()) as u32;
                edits.push(edit(Range { start, end }, ""));
            }
            SyntaxErrorKind::MissingBraces => {
                insert(start, "{", &mut edits);
                if let Some(last) = self.related {
                    insert(last.start, "}", &mut edits);
                }
            }
            SyntaxErrorKind::Comment => self.remove_comment(text, &mut edits),
            SyntaxErrorKind::Quotes
            | SyntaxErrorKind::UnclosedString
            | SyntaxErrorKind::UnopenedString
            | SyntaxErrorKind::InnerQuote => {
                self.requote(text, &mut edits);
                self.requoted(text, &mut new);
            }
            SyntaxErrorKind::BadNumber if !is_name => {}
            SyntaxErrorKind::BareKey | SyntaxErrorKind::BareWord | SyntaxErrorKind::BadNumber => {
                quote_word(start, end, found, &mut edits);
                quoted(found, &mut new);
            }
            _ => {}
        }
        let want = (!new.is_empty()).then(|| shown(&new).into_owned());
        let is_known = !edits.is_empty();
        if edits.len() > MOST_CHANGED {
            edits.clear();
        }
        is_known.then_some(SyntaxFix { edits, want })
    }

    /// Appends the replacement of the whole range to `new`, if the fix is one. Returns whether a message should show
    /// it.
    fn replace(&self, text: &str, new: &mut String) -> Option<bool> {
        let found = self.range.of(text);
        let is_worth_showing = match self.kind {
            SyntaxErrorKind::TrailingComma | SyntaxErrorKind::ExtraComma | SyntaxErrorKind::ExtraColon => false,
            SyntaxErrorKind::TextAfter if leftover(found) => false,
            SyntaxErrorKind::TextBefore if is_fence(found) => false,
            SyntaxErrorKind::OddSpace => {
                for found in found.chars() {
                    new.push(if scan::is_odd_space(found) { ' ' } else { found });
                }
                false
            }
            SyntaxErrorKind::MissingCloser => {
                self.write_closer(text, new);
                false
            }
            kind => {
                match kind {
                    SyntaxErrorKind::Control => escape(found, new),
                    SyntaxErrorKind::BadEscape => fixed_escape(found, new)?,
                    SyntaxErrorKind::BadNumber => fixed_number(found, new)?,
                    SyntaxErrorKind::Literal => new.push_str(literal(found)),
                    SyntaxErrorKind::MissingComma | SyntaxErrorKind::WrongComma => new.push(','),
                    SyntaxErrorKind::MissingColon | SyntaxErrorKind::WrongColon => new.push(':'),
                    SyntaxErrorKind::WrongCloser => new.push_str(self.closer(text)),
                    _ => return None,
                }
                true
            }
        };
        Some(is_worth_showing)
    }

    pub(crate) fn related_text<'t>(&self, text: &'t str) -> &'t str {
        self.related.map_or("", |range| range.of(text))
    }

    /// The closer that fits the opener.
    fn closer(&self, text: &str) -> &'static str {
        if self.related_text(text) == "[" { "]" } else { "}" }
    }

    /// Appends the closer, formatted like the opener: if a line break follows the opener, on a new line with the same
    /// indentation; otherwise after the same blanks.
    fn write_closer(&self, text: &str, new: &mut String) {
        let bytes = text.as_bytes();
        let here = self.range.start as usize;
        let inside = self.related.map_or(here, |opener| opener.end as usize);
        let blank = scan::inline_blank_end(bytes.get(..here.min(inside + AROUND)).unwrap_or_default(), inside);
        if inside < here && blank < here {
            let line_break = match bytes.get(blank..) {
                Some([b'\r', b'\n', ..]) => "\r\n",
                Some([b'\n', ..]) => "\n",
                Some([b'\r', ..]) => "\r",
                _ => "",
            };
            let mut start = inside;
            let mut end = blank;
            if !line_break.is_empty() {
                new.push_str(line_break);
                let least = (inside - 1).saturating_sub(AROUND);
                start = inside - 1;
                while start > least && !bytes.get(start - 1).copied().is_some_and(scan::is_break) {
                    start -= 1;
                }
                end = scan::inline_blank_end(bytes.get(..inside - 1).unwrap_or_default(), start);
            }
            new.push_str(text.get(start..end).unwrap_or_default());
        }
        new.push_str(self.closer(text));
    }

    /// Whether the comment may in fact be part of an unquoted value and the fields after it: it directly follows a
    /// word, or contains a member after a comma.
    pub(crate) fn may_hide_a_field(&self, text: &str) -> bool {
        if self.kind != SyntaxErrorKind::Comment {
            return false;
        }
        let start = self.range.start as usize;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let follows_word = before.is_some_and(|before| before.is_alphanumeric() || "_-.:/\\".contains(before));
        let is_member = |part: &str| part.trim_ascii_start().starts_with('"') && part.contains(':');
        let line_start = scan::inline_blank_start(text.as_bytes(), start);
        let has_own_line = line_start == 0 || text.as_bytes().get(line_start - 1).copied().is_some_and(scan::is_break);
        follows_word || (!has_own_line && self.range.of(text).split(',').skip(1).any(is_member))
    }

    /// Removes a comment: with its line if nothing else is on it, and with the blanks before it at the end of a line.
    fn remove_comment(&self, text: &str, edits: &mut Vec<Edit>) {
        let bytes = text.as_bytes();
        let (start, end) = (self.range.start as usize, self.range.end as usize);
        let before = scan::inline_blank_start(bytes, start);
        let after = scan::inline_blank_end(bytes, end);
        let at_start = before == 0 || bytes.get(before - 1).copied().is_some_and(scan::is_break);
        let at_end = bytes.get(after).copied().is_none_or(scan::is_break);
        let (start, end, new) = match (at_start, at_end) {
            (true, true) => {
                let line_break = match bytes.get(after..) {
                    Some([b'\r', b'\n', ..]) => 2,
                    Some([_, ..]) => 1,
                    _ => 0,
                };
                (before, after + line_break, "")
            }
            (false, true) => (before, after, ""),
            (true, false) => (start, after, ""),
            (false, false) if before < start => (start, after, ""),
            (false, false) if after > end => (start, end, ""),
            (false, false) => (start, end, " "),
        };
        edits.push(edit(Range::new(start, end), new));
    }

    /// Whether the string has an opening quotation mark, and whether it has a closing one.
    const fn marks(&self) -> (bool, bool) {
        (
            !matches!(self.kind, SyntaxErrorKind::UnopenedString),
            !matches!(self.kind, SyntaxErrorKind::UnclosedString),
        )
    }

    /// The string without its quotation marks, and the offset where it starts.
    fn content<'t>(&self, text: &'t str) -> (usize, &'t str) {
        let token = self.range.of(text);
        let (opened, closed) = self.marks();
        let open = if opened {
            token.chars().next().map_or(0, char::len_utf8)
        } else {
            0
        };
        let close = if closed {
            token.chars().next_back().map_or(0, char::len_utf8)
        } else {
            0
        };
        (
            self.range.start as usize + open,
            token.get(open..token.len() - close).unwrap_or_default(),
        )
    }

    /// Adds the edits that put the string in double quotes.
    fn requote(&self, text: &str, edits: &mut Vec<Edit>) {
        let (start, content) = self.content(text);
        let end = (start + content.len()) as u32;
        let start = start as u32;
        let put = |edits: &mut Vec<Edit>, start: u32, end: u32, mark: &'static str| {
            let range = Range { start, end };
            if range.of(text) != mark {
                edits.push(edit(range, mark));
            }
        };
        put(edits, self.range.start, start, "\"");
        let mut escape = false;
        for (at, found) in content.char_indices() {
            let at = start + at as u32;
            if edits.len() > MOST_CHANGED {
                return;
            }
            match found {
                '\'' | '`' if escape && self.kind != SyntaxErrorKind::InnerQuote => put(edits, at - 1, at, ""),
                '"' if !escape => put(edits, at, at, "\\"),
                _ => {}
            }
            escape = found == '\\' && !escape;
        }
        // A backslash at the end would escape the closing mark, so it is escaped itself.
        put(edits, end, self.range.end, if escape { "\\\"" } else { "\"" });
    }

    /// Appends the string in double quotes, or as much of it as a message shows.
    fn requoted(&self, text: &str, new: &mut String) {
        let (_, content) = self.content(text);
        new.push('"');
        let mut escape = false;
        for found in content.chars().take(2 * SHOWN) {
            match found {
                '\'' | '`' if escape && self.kind != SyntaxErrorKind::InnerQuote => {
                    new.pop();
                }
                '"' if !escape => new.push('\\'),
                _ => {}
            }
            new.push(found);
            escape = found == '\\' && !escape;
        }
        new.push('"');
    }
}

fn insert(at: u32, new: &'static str, edits: &mut Vec<Edit>) {
    edits.push(edit(Range { start: at, end: at }, new));
}

/// Adds the edits that quote a word.
fn quote_word(start: u32, end: u32, word: &str, edits: &mut Vec<Edit>) {
    // A backslash at the start of the word is escaped in the same edit, because two at one place would overlap.
    let opener = if word.starts_with('\\') { "\"\\" } else { "\"" };
    insert(start, opener, edits);
    for (at, found) in word.char_indices() {
        let at = start + at as u32;
        if edits.len() > MOST_CHANGED {
            return;
        }
        match found {
            '\\' if at > start => insert(at, "\\", edits),
            '\0'..='\x1f' => {
                let mut escaped = String::new();
                escape(found.encode_utf8(&mut [0; 4]), &mut escaped);
                edits.push(edit(Range { start: at, end: at + 1 }, escaped));
            }
            _ => {}
        }
    }
    insert(end, "\"", edits);
}

/// Appends a word in double quotes, or as much of it as a message shows.
fn quoted(word: &str, quoted: &mut String) {
    quoted.push('"');
    for found in word.chars().take(2 * SHOWN) {
        if found == '\\' {
            quoted.push(found);
        }
        quoted.push(found);
    }
    quoted.push('"');
}

/// Appends control characters as JSON escapes.
fn escape(controls: &str, escaped: &mut String) {
    for found in controls.chars() {
        match found {
            '\u{8}' => escaped.push_str("\\b"),
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\u{c}' => escaped.push_str("\\f"),
            '\r' => escaped.push_str("\\r"),
            _ => {
                escaped.push_str("\\u");
                hexadecimal(u32::from(found)).for_each(|digit| escaped.push(digit));
            }
        }
    }
}

/// Appends the JSON equivalent of an escape of another language; `None` if there is none.
fn fixed_escape(escape: &str, new: &mut String) -> Option<()> {
    match escape {
        "\\'" | "\\`" => new.push_str(escape.get(1..)?),
        _ => {
            let digits = escape.strip_prefix("\\x").filter(|digits| digits.len() == 2)?;
            new.push_str("\\u00");
            new.push_str(digits);
        }
    }
    Some(())
}

/// The JSON literal for a literal in another spelling.
fn literal(word: &str) -> &'static str {
    match word.bytes().next() {
        Some(b't' | b'T') => "true",
        Some(b'f' | b'F') => "false",
        _ => "null",
    }
}

/// A number without a leading sign.
pub(crate) fn unsigned(number: &[u8]) -> &[u8] {
    match number {
        [b'+' | b'-', rest @ ..] => rest,
        _ => number,
    }
}

/// Appends a number in JSON notation; `None` if its value is ambiguous, such as `010`, which is 8 in some languages.
pub(crate) fn fixed_number(number: &str, new: &mut String) -> Option<()> {
    if number.len() > AROUND {
        return None;
    }
    let mut digits = String::new();
    for &digit in unsigned(number.as_bytes()) {
        if digit != b'_' {
            digits.push(char::from(digit));
        }
    }
    if number.starts_with('-') {
        new.push('-');
    }
    let radix = match *digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        let mut value = 0_u64;
        for digit in digits.get(2..).filter(|digits| !digits.is_empty())?.chars() {
            let digit = digit.to_digit(radix)?;
            // Each radix is a power of two: a digit takes `bits` bits, which must be free.
            let bits = radix.trailing_zeros();
            if value.leading_zeros() < bits {
                return None;
            }
            value = value << bits | u64::from(digit);
        }
        new.push_str(&value.to_string());
        return Some(());
    }
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    let zeros = digits.bytes().take_while(|&digit| digit == b'0').count();
    let (significant, rest) = (digits.get(zeros..end)?, digits.get(end..)?);
    let is_octal =
        zeros > 0 && significant.len() > 1 && rest.is_empty() && significant.bytes().all(|digit| digit < b'8');
    if is_octal {
        return None;
    }
    new.push_str(if significant.is_empty() { "0" } else { significant });
    match rest.as_bytes() {
        [b'.', b'0'..=b'9', ..] => new.push_str(rest),
        [b'.', ..] => {
            new.push_str(".0");
            new.push_str(rest.get(1..)?);
        }
        _ => new.push_str(rest),
    }
    (scan::number_end(new.as_bytes(), 0) == Some(new.len())).then_some(())
}

/// Whether the text contains a line break.
pub(crate) fn has_break(found: &str) -> bool {
    found.bytes().any(scan::is_break)
}

/// Whether the text after the body is only closers, separators and blanks, or the end of a code block.
pub(crate) fn leftover(found: &str) -> bool {
    found == "```"
        || found
            .chars()
            .all(|found| matches!(found, ']' | '}' | ',' | ';') || found.is_ascii_whitespace())
}

/// Whether this is the first line of a code block in Markdown.
fn is_fence(found: &str) -> bool {
    matches!(found, "```" | "```json" | "```jsonc" | "```JSON")
}
