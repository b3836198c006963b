//! Serialising texts that are known at compile time.
//!
//! They are serialised as names of variants. In JSON that makes no difference, but `serde-wasm-bindgen` makes a string of
//! JavaScript of each such name only once, and of any other text every time.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// Serialises a static text, if there is one.
pub(crate) fn fixed<S: Serializer>(
    text: &(impl Copy + Into<Option<&'static str>>),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match (*text).into() {
        Some(text) => serializer.serialize_unit_variant("Text", 0, text),
        None => serializer.serialize_none(),
    }
}

/// Serialises a text that may be static.
#[expect(clippy::ptr_arg, reason = "serde passes the field")]
pub(crate) fn text<S: Serializer>(text: &Cow<'static, str>, serializer: S) -> Result<S::Ok, S::Error> {
    match text {
        Cow::Borrowed(text) => fixed(text, serializer),
        Cow::Owned(text) => serializer.serialize_str(text),
    }
}

/// Serialises a list of such texts.
pub(crate) fn texts<S: Serializer>(texts: &[Cow<'static, str>], serializer: S) -> Result<S::Ok, S::Error> {
    struct Text<'t>(&'t Cow<'static, str>);

    impl Serialize for Text<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            text(self.0, serializer)
        }
    }

    serializer.collect_seq(texts.iter().map(Text))
}
