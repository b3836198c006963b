//! Scanning primitives: the ends of runs, the classes of characters, and the values of escapes.
//!
//! All functions take and return offsets in bytes that are character boundaries of a valid `str`.

/// The limit of lookahead that is not consumed afterwards, in bytes; it keeps the time linear.
pub(crate) const AHEAD: usize = 256;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The end of the run of plain string content at `at`: the next `"`, `\`, control character or the end of the text.
#[inline(always)]
pub(crate) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..at + 8) {
        // The conversion cannot fail: the slice has eight bytes.
        let word = word.try_into().map_or(0, u64::from_le_bytes);
        // The highest bit of a byte is set if it is ASCII and the subtraction borrows: with the second bit flipped,
        // only control characters and `"` are 0x20 or less. A borrow may set the bit of the next byte too, but only
        // above a byte where it is rightly set, and the lowest one counts.
        let quote_or_control = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
        let slash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
        let hits = (quote_or_control | slash) & !word & HIGHS;
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' || byte == b'\\' || byte < 0x20 {
            break;
        }
        at += 1;
    }
    at
}

/// The end of the JSON white space at `at`. The common cases come first: none, one space, or a line break and an even
/// indentation.
#[inline(always)]
pub(crate) fn blank_end(bytes: &[u8], mut at: usize) -> usize {
    match bytes.get(at) {
        Some(b' ') => {
            at += 1;
            if bytes.get(at).is_none_or(|&byte| byte > b' ') {
                return at;
            }
        }
        Some(b'\n') => {
            at += 1;
            while bytes.get(at..at + 2) == Some(b"  ") {
                at += 2;
            }
            if bytes.get(at).is_none_or(|&byte| byte > b' ') {
                return at;
            }
        }
        Some(&byte) if byte > b' ' => return at,
        _ => {}
    }
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(at) {
        at += 1;
    }
    at
}

/// The end of the spaces and tabs at `at`.
pub(crate) fn inline_blank_end(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// The start of the spaces and tabs before `at`.
pub(crate) fn inline_blank_start(bytes: &[u8], mut at: usize) -> usize {
    while at > 0 && matches!(bytes.get(at - 1), Some(b' ' | b'\t')) {
        at -= 1;
    }
    at
}

/// The end of the line: its line break, or the end of the text.
pub(crate) fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|&byte| is_break(byte)))
        .map_or(bytes.len(), |length| at + length)
}

/// Whether the byte ends a line.
pub(crate) const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether the byte closes a container.
pub(crate) const fn is_closer(byte: u8) -> bool {
    matches!(byte, b']' | b'}')
}

/// The character at `at`.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// The number of characters in UTF-8 bytes.
pub(crate) fn character_count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// Whether the character is a quotation mark of any kind.
pub(crate) const fn is_quote(found: char) -> bool {
    matches!(
        found,
        '"' | '\'' | '`' | '\u{b4}' | '\u{ab}' | '\u{bb}' | '\u{2018}'
            ..='\u{201f}' | '\u{2032}' | '\u{2033}' | '\u{ff02}' | '\u{ff07}'
    )
}

/// The length of the quotation mark at `at` in bytes; 0 if there is none.
pub(crate) fn quote_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b'"' | b'\'' | b'`') => 1,
        Some(0xc2 | 0xe2 | 0xef) => char_at(text, at)
            .filter(|&found| is_quote(found))
            .map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// The length of the comma at `at`, or of a character taken for one, in bytes; 0 if there is none.
pub(crate) fn comma_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b',' | b';') => 1,
        Some(0xe3 | 0xef) => match char_at(text, at) {
            Some(found @ ('\u{ff0c}' | '\u{3001}' | '\u{ff1b}')) => found.len_utf8(),
            _ => 0,
        },
        _ => 0,
    }
}

/// The length of the colon at `at`, or of what is taken for one, in bytes; 0 if there is none.
pub(crate) fn colon_length(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    match rest {
        [b'=', b'>', ..] | [b':', b'=', ..] | [b'-', b'>', ..] => 2,
        [b':' | b'=', ..] => 1,
        [0xef, ..] if char_at(text, at) == Some('\u{ff1a}') => 3,
        _ => 0,
    }
}

/// Whether a comment starts at `at`.
pub(crate) fn is_comment(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'#') => true,
        Some(b'/') => matches!(bytes.get(at + 1), Some(b'/' | b'*')),
        _ => false,
    }
}

/// Whether the character looks blank or is invisible, but is not JSON white space: Unicode white space, a control
/// character or a zero-width character.
pub(crate) const fn is_odd_space(found: char) -> bool {
    match found {
        ' ' | '\t' | '\n' | '\r' => false,
        '\0'..=' ' | '\x7f'..='\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}' => true,
        '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}' => true,
        _ => false,
    }
}

/// Whether a byte of a word belongs to a letter. `_` counts as a letter, and so does everything outside ASCII.
pub(crate) const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || !byte.is_ascii()
}

/// The text without trailing white space of any kind.
pub(crate) fn trimmed(text: &str) -> &str {
    let mut end = text.len();
    for found in text.chars().rev() {
        if found > ' ' && !is_odd_space(found) {
            break;
        }
        end -= found.len_utf8();
    }
    text.get(..end).unwrap_or_default()
}

/// Whether the character can be part of an unquoted word.
pub(crate) fn is_word(found: char) -> bool {
    match found {
        ',' | ':' | ';' | '{' | '}' | '[' | ']' | '=' | '<' | '>' | '#' | ' ' | '\t' | '\n' | '\r' => false,
        _ if found.is_ascii() => !found.is_ascii_control() && !is_quote(found),
        '\u{ff0c}' | '\u{3001}' | '\u{ff1b}' | '\u{ff1a}' => false,
        _ => !is_quote(found) && !is_odd_space(found),
    }
}

/// The end of the unquoted word at `at`, at most `limit`. A value, unlike a key, may contain `:` and `=` between other
/// characters, as URLs do.
pub(crate) fn word_end(text: &str, at: usize, limit: usize, value: bool) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < limit {
        let Some(found) = char_at(text, end) else { break };
        let length = found.len_utf8();
        let goes_on = match found {
            '/' => !is_comment(bytes, end) || (end > at && bytes.get(end - 1) == Some(&b':')),
            ':' => value && end > at && char_at(text, end + 1).is_some_and(|next| is_word(next) && next != '{'),
            '=' => value && end > at,
            '#' => end > at,
            _ => is_word(found),
        };
        if !goes_on {
            break;
        }
        end += length;
        if found == '/' && bytes.get(end) == Some(&b'/') {
            end += 1;
        }
    }
    end
}

/// The end of the junk at `at`: before a comma, a closer, a line break or the end of the text, without trailing blanks.
pub(crate) fn junk_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let length = rest
        .iter()
        .position(|&byte| byte == b',' || is_closer(byte) || is_break(byte))
        .unwrap_or(rest.len());
    let mut end = at + length;
    while end > at && matches!(bytes.get(end - 1), Some(b' ' | b'\t')) {
        end -= 1;
    }
    end
}

/// The end of the JSON number at `at`; `None` if there is none.
#[inline(always)]
pub(crate) fn number_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    match bytes.get(at) {
        Some(b'0') => at += 1,
        Some(b'1'..=b'9') => at = digits_end(bytes, at + 1),
        _ => return None,
    }
    if matches!(bytes.get(at), Some(b'.' | b'e' | b'E')) {
        fraction_end(bytes, at)
    } else {
        Some(at)
    }
}

fn fraction_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b'.') {
        let end = digits_end(bytes, at + 1);
        if end == at + 1 {
            return None;
        }
        at = end;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        let end = digits_end(bytes, at);
        if end == at {
            return None;
        }
        at = end;
    }
    Some(at)
}

#[inline(always)]
fn digits_end(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b'0'..=b'9')) {
        at += 1;
    }
    at
}

/// The error in an escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// JSON has no such escape.
    Unknown,
    /// Half of a surrogate pair.
    Surrogate,
}

/// An escape in a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Escape {
    /// The offset after the escape.
    pub(crate) end: usize,
    /// The character it stands for; `None` if that is unknown.
    pub(crate) meaning: Option<char>,
    /// The error, if there is one.
    pub(crate) flaw: Option<Flaw>,
}

/// Parses the escape that starts with the `\` at `at`, in a string whose content ends at `limit`.
pub(crate) fn escape(text: &str, at: usize, limit: usize) -> Escape {
    let bytes = text.as_bytes();
    let good = |meaning| Escape {
        end: at + 2,
        meaning: Some(meaning),
        flaw: None,
    };
    let bad = |end, meaning| Escape {
        end,
        meaning,
        flaw: Some(Flaw::Unknown),
    };
    let next = text.get(at + 1..limit).and_then(|rest| rest.chars().next());
    match next {
        None => bad((at + 1).min(limit), None),
        Some(found @ ('"' | '\\' | '/')) => good(found),
        Some('b') => good('\u{8}'),
        Some('f') => good('\u{c}'),
        Some('n') => good('\n'),
        Some('r') => good('\r'),
        Some('t') => good('\t'),
        Some('u') => {
            let Some(unit) = hex(bytes, at + 2, 4, limit) else {
                let digits = bytes.get(at + 2..limit.min(at + 6)).unwrap_or_default();
                return bad(
                    at + 2 + digits.iter().take_while(|digit| digit.is_ascii_hexdigit()).count(),
                    None,
                );
            };
            if let Some(meaning) = char::from_u32(unit) {
                return Escape {
                    end: at + 6,
                    meaning: Some(meaning),
                    flaw: None,
                };
            }
            if unit < 0xdc00
                && bytes.get(at + 6..at + 8) == Some(b"\\u")
                && let Some(low @ 0xdc00..0xe000) = hex(bytes, at + 8, 4, limit)
            {
                let meaning = char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
                return Escape {
                    end: at + 12,
                    meaning,
                    flaw: None,
                };
            }
            Escape {
                end: at + 6,
                meaning: None,
                flaw: Some(Flaw::Surrogate),
            }
        }
        Some('x') => match hex(bytes, at + 2, 2, limit) {
            Some(value) => bad(at + 4, char::from_u32(value)),
            None => bad(at + 2, None),
        },
        Some(found @ ('\'' | '`')) => bad(at + 2, Some(found)),
        Some('\r') if limit > at + 2 && bytes.get(at + 2) == Some(&b'\n') => bad(at + 3, None),
        Some(found) => bad(at + 1 + found.len_utf8(), None),
    }
}

/// The value of `length` hexadecimal digits at `at`, which must end by `limit`.
fn hex(bytes: &[u8], at: usize, length: usize, limit: usize) -> Option<u32> {
    if at + length > limit {
        return None;
    }
    bytes
        .get(at..at + length)?
        .iter()
        .try_fold(0, |value, &digit| Some(value * 16 + char::from(digit).to_digit(16)?))
}
