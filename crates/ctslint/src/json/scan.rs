//! Looking at bytes: where runs end, what a character is to JSON, what an escape means.
//!
//! All functions take positions in the bytes of a valid `str` and return such positions.

/// How far a look ahead may go where what it sees is not consumed afterwards.
pub(crate) const AHEAD: usize = 256;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Where the run of bytes ends that need no attention in a string: at a `"`, a `\`, a control character or the end.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..at + 8) {
        // A slice of eight bytes is always an array of eight.
        let word = word.try_into().map_or(0, u64::from_le_bytes);
        // A byte is marked in its highest bit where it is ASCII and the subtraction borrows: of all bytes only those of
        // control characters and `"` are 0x20 or less with the second bit flipped. A borrow may mark the next byte too,
        // but only above one that is rightly marked, and the lowest is taken.
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

/// Where the white space of JSON ends that starts at `at`. In most texts that is at once, after one space, or after a
/// line break and an even indentation; these are found first.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
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

/// Where the spaces and tabs end that start at `at`.
pub(crate) fn inline_blank_end(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t')) {
        at += 1;
    }
    at
}

/// Where the spaces and tabs start that end at `at`.
pub(crate) fn inline_blank_start(bytes: &[u8], mut at: usize) -> usize {
    while at > 0 && matches!(bytes.get(at - 1), Some(b' ' | b'\t')) {
        at -= 1;
    }
    at
}

/// Where the line ends: at its line break, or at the end of the text.
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

/// The character at a boundary.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

/// How many characters stand in UTF-8.
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

/// The length of the quotation mark at `at`; 0 where none stands.
pub(crate) fn quote_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b'"' | b'\'' | b'`') => 1,
        Some(0xc2 | 0xe2 | 0xef) => char_at(text, at)
            .filter(|&found| is_quote(found))
            .map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// The length of the character at `at` where it is one that is taken for a comma; 0 otherwise.
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

/// The length of what at `at` is taken for a colon; 0 otherwise.
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

/// Whether the character is blank to the eye or invisible, but no white space of JSON: white space of Unicode, a control
/// character, or one without width.
pub(crate) const fn is_odd_space(found: char) -> bool {
    match found {
        ' ' | '\t' | '\n' | '\r' => false,
        '\0'..=' ' | '\x7f'..='\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}' => true,
        '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}' => true,
        _ => false,
    }
}

/// Whether a byte of a word is one of a letter, `_` among them; all beyond ASCII that can stand in a word passes for a letter.
pub(crate) const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || !byte.is_ascii()
}

/// The text without the white space, of whatever kind, with which it ends.
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

/// Whether the character can stand in a word without quotation marks.
pub(crate) fn is_word(found: char) -> bool {
    match found {
        ',' | ':' | ';' | '{' | '}' | '[' | ']' | '=' | '<' | '>' | '#' | ' ' | '\t' | '\n' | '\r' => false,
        _ if found.is_ascii() => !found.is_ascii_control() && !is_quote(found),
        '\u{ff0c}' | '\u{3001}' | '\u{ff1b}' | '\u{ff1a}' => false,
        _ => !is_quote(found) && !is_odd_space(found),
    }
}

/// Where the word ends that starts at `at`, looking no further than `limit`. In a value (not in a key) it may hold `:`
/// and `=` between other characters, as addresses do, and `#`.
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

/// Where the junk ends that starts at `at`: before a comma, a closer, a line break or the end of the text.
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

/// Where the number of JSON ends that starts at `at`; `None` where none starts.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
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

/// What is wrong with an escape.
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
    /// The byte after it.
    pub(crate) end: usize,
    /// What it means; `None` where that cannot be told.
    pub(crate) meaning: Option<char>,
    /// What is wrong with it.
    pub(crate) flaw: Option<Flaw>,
}

/// Reads the escape whose `\` stands at `at`, in a string whose content ends at `limit`.
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

fn hex(bytes: &[u8], at: usize, length: usize, limit: usize) -> Option<u32> {
    if at + length > limit {
        return None;
    }
    bytes
        .get(at..at + length)?
        .iter()
        .try_fold(0, |value, &digit| Some(value * 16 + char::from(digit).to_digit(16)?))
}
