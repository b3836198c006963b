//! The texts of a report.
//!
//! A finding is a dozen small texts. Most of them are fixed or shorter than an allocation is worth, so a [`Text`] holds
//! either without one.

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
        let length = text.len();
        if length > SHORT {
            return Self(Kept::Long(text.into()));
        }
        let mut bytes = [0; SHORT];
        copy(text.as_bytes(), &mut bytes[..length]);
        Self(Kept::Short {
            length: length as u8,
            bytes,
        })
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

impl Deref for Text {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Fixed(text) => text,
            // It is a copy of a text, so that it is one.
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
