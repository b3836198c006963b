//! The texts of a report.
//!
//! A finding is a dozen small texts. Most of them are fixed or shorter than an allocation is worth, so a [`Text`] holds
//! either without one; `fill!` makes the others in one piece of memory of the right size.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::str;

use serde::{Serialize, Serializer};

/// As many bytes are held in the text itself: nearly all names, paths and short remedies have fewer.
const SHORT: usize = 22;

/// A text that is either fixed or made for one finding. It is read as a `str`.
///
/// ```
/// let text = ctslint::Text::from("a value belongs here");
/// assert!(text.starts_with("a value"));
/// ```
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    Fixed(&'static str),
    Short { length: u8, bytes: [u8; SHORT] },
    Long(Box<str>),
}

impl Text {
    /// A copy of a text that somebody else owns.
    pub(crate) fn copy(text: &str) -> Self {
        join(&[text], &[])
    }

    /// The text, where it is a fixed one, which stays where it is.
    #[must_use]
    pub const fn fixed(&self) -> Option<&'static str> {
        match self.0 {
            Kept::Fixed(text) => Some(text),
            _ => None,
        }
    }

    /// The text as one that stands by itself.
    #[must_use]
    pub fn into_owned(self) -> String {
        match self.0 {
            Kept::Long(text) => text.into_string(),
            _ => self.as_ref().to_owned(),
        }
    }
}

/// Puts the values between the pieces, from the first to the last.
#[inline(never)]
pub(crate) fn join(pieces: &[&str], values: &[&str]) -> Text {
    let length = pieces.iter().chain(values).map(|part| part.len()).sum::<usize>();
    if length > SHORT {
        let mut text = String::with_capacity(length);
        for (index, piece) in pieces.iter().enumerate() {
            text.push_str(piece);
            text.push_str(values.get(index).copied().unwrap_or_default());
        }
        return Text(Kept::Long(text.into_boxed_str()));
    }
    let mut text = Text(Kept::Short {
        length: length as u8,
        bytes: [0; SHORT],
    });
    if let Kept::Short { bytes, .. } = &mut text.0 {
        let mut rest = &mut bytes[..];
        for (index, piece) in pieces.iter().enumerate() {
            for part in [piece, values.get(index).copied().unwrap_or_default()] {
                let (target, after) = rest.split_at_mut(part.len());
                copy(part.as_bytes(), target);
                rest = after;
            }
        }
    }
    text
}

/// A number in decimal digits.
pub(crate) fn decimal(mut number: u64) -> String {
    let mut digits = String::new();
    while number > 0 || digits.is_empty() {
        digits.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
    }
    digits
}

/// Most parts have a few bytes, for which a call costs more than the copying.
#[inline]
fn copy(part: &[u8], target: &mut [u8]) {
    match part {
        [] => {}
        [one] => target[0] = *one,
        [one, two] => target.copy_from_slice(&[*one, *two]),
        _ => target.copy_from_slice(part),
    }
}

/// What stands before, between and behind the `{}` of a template; the compiler works it out.
pub(crate) const fn pieces<const COUNT: usize>(template: &'static str) -> [&'static str; COUNT] {
    let mut pieces = [""; COUNT];
    let mut rest = template;
    let mut count = 0;
    let mut at = 0;
    while at + 1 < rest.len() {
        if rest.as_bytes()[at] == b'{' && rest.as_bytes()[at + 1] == b'}' {
            let (piece, after) = rest.split_at(at);
            pieces[count] = piece;
            count += 1;
            rest = after.split_at(2).1;
            at = 0;
        } else {
            at += 1;
        }
    }
    assert!(count + 1 == COUNT, "a template takes as many values as it has gaps");
    pieces[count] = rest;
    pieces
}

/// Makes a [`Text`] of a template and the texts for each `{}` in it, as `format!` would, but without its machinery.
macro_rules! fill {
    ($template:literal, $($value:expr),+ $(,)?) => {{
        const PIECES: &[&str] = &$crate::text::pieces::<{ [$(stringify!($value)),+].len() + 1 }>($template);
        $crate::text::join(PIECES, &[$(&$value),+])
    }};
}
pub(crate) use fill;

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Fixed(text) => text,
            // It was put together of whole texts, so that it is one.
            Kept::Short { length, bytes } => str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or_default(),
            Kept::Long(text) => text,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Kept::Fixed(""))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Kept::Fixed(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        match text.len() {
            0..=SHORT => Self::copy(&text),
            _ => Self(Kept::Long(text.into_boxed_str())),
        }
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.into_owned()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

impl Eq for Text {}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        **self == **other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(other)
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_like_those_of_the_standard_library() {
        for value in ["", "a", "é😀", &"x".repeat(SHORT - 2), &"x".repeat(100)] {
            assert_eq!(*fill!("{}", value), format!("{value}"));
            assert_eq!(*fill!("`{}`", value), format!("`{value}`"));
            assert_eq!(
                *fill!("{}{} in `{ … }` {}!", value, "b", value),
                format!("{value}b in `{{ … }}` {value}!")
            );
        }
    }

    #[test]
    fn a_text_is_the_same_however_it_is_kept() {
        for text in ["", "short", "long enough to have memory of its own"] {
            for made in [Text::from(text), Text::from(text.to_owned()), Text::copy(text)] {
                assert_eq!(made, text);
                assert_eq!(made, Text::from(text));
                assert_eq!(format!("{made:>40} {made:?}"), format!("{text:>40} {text:?}"));
                assert_eq!(made.into_owned(), text);
            }
        }
    }

    #[test]
    fn numbers_have_the_digits_that_they_have_elsewhere() {
        for number in [0, 9, 10, 10_000, u64::from(u32::MAX), u64::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }

    #[test]
    fn a_text_is_small() {
        assert_eq!(size_of::<Option<Text>>(), SHORT + 2);
    }
}
