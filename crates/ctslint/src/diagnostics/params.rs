//! The parameters of messages.

use std::borrow::Cow;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::messages::MessageId;
use crate::text::serialize;

macro_rules! param_names {
    ($($name:ident $text:literal)* ; $($inner:ident $inner_text:literal)*) => {
        /// The name of a param, which is also the name of the gap in a template.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ParamName {
            $(#[doc = concat!("`", $text, "`")] $name,)*
            $(#[doc = concat!("`", $inner_text, "`")] $inner,)*
        }

        impl ParamName {
            /// The params in the public report; the others are only used to generate its texts.
            pub const PUBLIC: &[Self] = &[$(Self::$name,)*];

            /// The name, as in a template.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                    $(Self::$inner => $inner_text,)*
                }
            }

            /// Whether it is in the public report.
            #[must_use]
            pub const fn is_public(self) -> bool {
                matches!(self, $(Self::$name)|*)
            }
        }
    };
}

param_names! {
    Field "field"
    Got "got"
    Want "want"
    Min "min"
    Max "max"
    Allowed "allowed"
    Suggestion "suggestion"
    Suggestions "suggestions"
    Found "found"
    Count "count"
    Belongs "belongs"
    Path "path"
    Body "body"
    File "file"
    Reason "reason"
    ;
    Shown "shown"
    New "new"
    Name "name"
    Holder "holder"
    Value "value"
    Start "start"
    Version "version"
    Here "here"
    Advice "advice"
    By "by"
    What "what"
    Example "example"
    Losses "losses"
    ApiError "api_error"
    Missing "missing"
}

/// As its name.
impl Serialize for ParamName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("ParamName", *self as u32, self.name())
    }
}

/// The value for a gap of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A text or a name.
    Text(Cow<'static, str>),
    /// A count; lengths are in Unicode characters.
    Number(u64),
    /// Several names, such as the allowed values.
    List(Vec<Cow<'static, str>>),
    /// A message of the catalogue, inserted as text.
    Message(MessageId),
}

impl From<&'static str> for Param {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Cow<'static, str>> for Param {
    fn from(text: Cow<'static, str>) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<MessageId> for Param {
    fn from(id: MessageId) -> Self {
        Self::Message(id)
    }
}

impl FromIterator<&'static str> for Param {
    fn from_iter<I: IntoIterator<Item = &'static str>>(texts: I) -> Self {
        Self::List(texts.into_iter().map(Cow::Borrowed).collect())
    }
}

/// A message is serialised as an object, so that JavaScript can tell it from a text.
impl Serialize for Param {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serialize::text(text, serializer),
            // Counts are far below the limit of a number in JavaScript.
            Self::Number(number) => serializer.serialize_u32(u32::try_from(*number).unwrap_or(u32::MAX)),
            Self::List(texts) => serialize::texts(texts, serializer),
            Self::Message(id) => {
                let mut object = serializer.serialize_struct("Message", 1)?;
                object.serialize_field("id", id)?;
                object.end()
            }
        }
    }
}

/// The params of a finding, shared by all its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<(ParamName, Param)>);

impl Params {
    /// Adds a param.
    pub(crate) fn push(&mut self, name: ParamName, param: Param) {
        if self.0.is_empty() {
            // Most findings have at most six.
            self.0.reserve(6);
        }
        self.0.push((name, param));
    }

    /// Whether there are no params.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The param with this name; if there are several, the last one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Param> {
        let mut params = self.0.iter().rev();
        params.find(|(known, _)| known.name() == name).map(|(_, param)| param)
    }

    /// Iterates over the params and their names.
    pub fn iter(&self) -> impl Iterator<Item = (ParamName, &Param)> {
        self.0.iter().map(|(name, param)| (*name, param))
    }
}

impl<P: Into<Param>, const LENGTH: usize> From<[(ParamName, P); LENGTH]> for Params {
    fn from(params: [(ParamName, P); LENGTH]) -> Self {
        Self(params.map(|(name, param)| (name, param.into())).into())
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, param) in &self.0 {
            map.serialize_entry(name, param)?;
        }
        map.end()
    }
}

/// A message and its params, for texts that do not belong to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The message of the catalogue.
    pub id: MessageId,
    /// The values for its gaps.
    #[serde(skip_serializing_if = "Params::is_empty")]
    pub params: Params,
}

impl Message {
    /// A message with these params.
    pub(crate) fn new(id: MessageId, params: impl Into<Params>) -> Self {
        Self {
            id,
            params: params.into(),
        }
    }

    /// A message without gaps.
    pub(crate) fn plain(id: MessageId) -> Self {
        Self {
            id,
            params: Params::default(),
        }
    }
}
