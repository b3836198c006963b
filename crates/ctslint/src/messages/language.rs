//! Languages, and the templates of messages in them.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::id::MessageId;
use super::template::plain;
use super::{de, en, zh};

/// A language that messages are worded in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// Chinese, in simplified characters.
    Zh,
}

impl Language {
    /// Every language.
    pub const ALL: &[Self] = &[Self::En, Self::De, Self::Zh];

    /// The name, as in ISO 639-1: `en`, `de` or `zh`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Zh => "zh",
        }
    }

    /// The language of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.name() == name)
    }
}

impl MessageId {
    /// The text with its gaps: `{field}` stands for that param, `{{` and `}}` for single braces.
    #[must_use]
    pub const fn template(self, language: Language) -> &'static str {
        match language {
            Language::En => en::template(self),
            Language::De => de::template(self),
            Language::Zh => zh::template(self),
        }
    }

    /// The text of a message without gaps.
    #[must_use]
    pub fn text(self, language: Language) -> Cow<'static, str> {
        plain(self.template(language))
    }
}

/// Serialises a message without gaps as its English text.
pub(crate) fn english<S: Serializer>(id: &MessageId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&id.text(Language::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_serde() {
        for &id in MessageId::ALL {
            assert_eq!(serde_json::to_value(id).expect("it is a name"), id.name());
        }
        for &language in Language::ALL {
            assert_eq!(serde_json::to_value(language).expect("it is a name"), language.name());
            assert_eq!(Language::from_name(language.name()), Some(language));
        }
    }
}
