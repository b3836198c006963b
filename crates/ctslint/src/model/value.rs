//! Constraints on the values of fields.

use std::fmt;

use super::names::equal;
use super::rule::Rule;
use super::source::Source;
use crate::json::can_start;
use crate::json::scan::character_count;
use crate::messages::MessageId;

/// The constraints on a string.
#[derive(Debug)]
pub(crate) struct TextRule {
    /// The allowed length.
    pub(crate) length: Option<Length>,
    /// The allowed characters.
    pub(crate) characters: Option<Characters>,
    /// The allowed values; empty means any.
    pub(crate) values: &'static [Value],
    /// Values that only another provider supports.
    pub(crate) foreign_values: &'static [&'static str],
    /// Whether the empty string is right, whatever else is said.
    pub(crate) or_empty: bool,
    /// A format beyond length and characters.
    pub(crate) format: Option<&'static StringFormat>,
}

impl TextRule {
    /// Any string.
    pub(crate) const ANY: Self = Self {
        length: None,
        characters: None,
        values: &[],
        foreign_values: &[],
        or_empty: false,
        format: None,
    };

    /// Whether any characters are right.
    #[inline]
    pub(crate) const fn is_open(&self) -> bool {
        self.values.is_empty() && self.characters.is_none() && self.format.is_none()
    }

    /// Whether the string satisfies every rule, of any severity, and is certainly no placeholder of a template.
    #[inline]
    pub(crate) fn allows(&self, text: &str) -> bool {
        if self.or_empty && text.is_empty() {
            return true;
        }
        let is_long_enough = |length: &Length| {
            // The characters have been checked, and every allowed one is ASCII.
            length.holds(match self.characters {
                Some(_) => text.len(),
                None => character_count(text.as_bytes()),
            })
        };
        self.has_value(text)
            && self.characters.as_ref().is_none_or(|characters| characters.allow(text))
            && self.length.as_ref().is_none_or(is_long_enough)
            && self.format.is_none_or(|format| (format.check)(text).is_none())
            // The others refuse these characters.
            && !(self.is_open() && text.bytes().any(can_start))
    }

    /// Whether this is one of the allowed values, or any value is allowed.
    #[inline]
    pub(crate) fn has_value(&self, text: &str) -> bool {
        let is_equal = |allowed: &Value| equal(allowed.value.as_bytes(), text.as_bytes());
        self.values.is_empty() || self.values.iter().any(is_equal)
    }

    /// The same rule, but the empty string is allowed too.
    pub(crate) const fn or_empty(self) -> Self {
        Self { or_empty: true, ..self }
    }

    /// An enumeration.
    pub(crate) const fn one_of(values: &'static [Value]) -> Self {
        Self { values, ..Self::ANY }
    }
}

/// The constraints on a whole number.
#[derive(Debug)]
pub(crate) struct LongRule {
    /// The smallest and the largest number that are documented, and where.
    pub(crate) range: Option<(u32, u32, Source)>,
}

impl LongRule {
    /// Any whole number.
    pub(crate) const ANY: Self = Self { range: None };
}

/// The allowed length of a string, in Unicode characters.
#[derive(Debug)]
pub(crate) struct Length {
    pub(crate) min: usize,
    pub(crate) max: usize,
    /// The part of the field's sentence that states it, or of `page`.
    pub(crate) quote: &'static str,
    /// The page that states it, if it is not that of the field.
    pub(crate) page: Option<&'static str>,
}

impl Length {
    /// Whether `count` characters are neither too few nor too many.
    #[inline]
    pub(crate) const fn holds(&self, count: usize) -> bool {
        self.min <= count && count <= self.max
    }
}

/// The characters that a string may contain. All of them are ASCII.
#[derive(Debug)]
pub(crate) struct Characters {
    /// The list for messages: `a-z 0-9 - .`.
    pub(crate) list: &'static str,
    /// The description in words.
    pub(crate) words: MessageId,
    /// The inside of a regex character class, valid both in ECMA-262 (`v` flag) and in Rust.
    pub(crate) class: &'static str,
    /// Whether each ASCII character is allowed.
    pub(crate) allowed: [bool; 128],
    /// The set for the first character, if it is smaller.
    pub(crate) first: Option<&'static Characters>,
    /// The part of the field's sentence that states it.
    pub(crate) quote: &'static str,
}

impl Characters {
    /// The set of the characters in `ranges` (both ends included) and in `others`.
    pub(crate) const fn allowed(ranges: &[(u8, u8)], others: &[u8]) -> [bool; 128] {
        let mut allowed = [false; 128];
        let mut index = 0;
        while index < ranges.len() {
            let mut byte = ranges[index].0;
            while byte <= ranges[index].1 {
                allowed[byte as usize] = true;
                byte += 1;
            }
            index += 1;
        }
        index = 0;
        while index < others.len() {
            allowed[others[index] as usize] = true;
            index += 1;
        }
        allowed
    }

    /// Whether a character is allowed; `is_first` is whether it is the first of its string.
    #[inline]
    pub(crate) fn allows(&self, character: char, is_first: bool) -> bool {
        let set = match self.first {
            Some(first) if is_first => first,
            _ => self,
        };
        set.allowed.get(character as usize).copied().unwrap_or(false)
    }

    /// Whether all characters are allowed.
    #[inline]
    pub(crate) fn allow(&self, text: &str) -> bool {
        let is_in = |set: &[bool; 128], byte: u8| set.get(usize::from(byte)).copied().unwrap_or(false);
        let first_is_allowed = match (self.first, text.as_bytes().first()) {
            (Some(first), Some(&byte)) => is_in(&first.allowed, byte),
            _ => true,
        };
        first_is_allowed && text.bytes().all(|byte| is_in(&self.allowed, byte))
    }
}

/// A value of an enumeration.
#[derive(Debug)]
pub(crate) struct Value {
    pub(crate) value: &'static str,
    /// What it means.
    pub(crate) doc: MessageId,
}

/// A string format that length and characters alone do not describe.
pub(crate) struct StringFormat {
    /// The rule that reports a violation. A format of severity `error` is checked only if length and characters are
    /// valid.
    pub(crate) rule: Rule,
    /// The description in words.
    pub(crate) words: MessageId,
    /// A regular expression that must match, valid both in ECMA-262 (`v` flag) and in Rust, without lookaround.
    pub(crate) pattern: Option<&'static str>,
    /// Regular expressions that must not match; each begins with `^`.
    pub(crate) not_patterns: &'static [&'static str],
    /// The source of the format, for a violation without one of its own.
    pub(crate) source: Source,
    /// Returns the first violation.
    pub(crate) check: fn(&str) -> Option<FormatViolation>,
}

impl fmt::Debug for StringFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StringFormat({})", self.rule.name())
    }
}

/// How a string violates its format.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FormatViolation {
    /// What is wrong, following the name of the field: "must not contain `..`".
    pub(crate) what: MessageId,
    /// The same for programs, in a word or two: `ends-with-hyphen`.
    pub(crate) reason: &'static str,
    /// The byte range of the string that is wrong; if empty, all of it.
    pub(crate) bytes: (usize, usize),
    /// The source, if it is not that of the format.
    pub(crate) source: Option<&'static Source>,
}

/// A scalar value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar {
    Boolean(bool),
    Text(&'static str),
}
