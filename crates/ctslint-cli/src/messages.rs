//! What the command line says itself, beside the texts of the library: one variant a text, one file a language.
//!
//! A language is one file with exhaustive matches: what is forgotten does not compile, and neither does a text that leaves out
//! what it is given. The help of the options stays English.

mod cause;
mod de;
mod en;
mod id;
mod zh;

use std::fmt;

use ctslint::{Language, MessageId};

use crate::failure::Failure;
use crate::language;

pub(crate) use id::{Choice, Meaning, Message, Toml};

impl Message<'_> {
    /// The text for people.
    pub(crate) fn text(&self) -> String {
        self.worded(language::for_people())
    }

    pub(crate) fn worded(&self, language: Language) -> String {
        match language {
            Language::En => en::text(self),
            Language::De => de::text(self),
            Language::Zh => zh::text(self),
        }
    }
}

impl Failure {
    pub(crate) fn worded(&self, language: Language) -> String {
        match language {
            Language::En => en::failure(self),
            Language::De => de::failure(self),
            Language::Zh => zh::failure(self),
        }
    }
}

/// For people.
impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.worded(language::for_people()))
    }
}

/// Names as a list: "`a`", "`a` and `b`", "`a`, `b` and `c`". `last` stands before the last one.
pub(crate) fn listed(names: &[impl fmt::Display], last: MessageId, language: Language) -> String {
    names.iter().enumerate().fold(String::new(), |list, (index, name)| {
        let between = match index {
            0 => "".into(),
            _ if index + 1 == names.len() => last.text(language),
            _ => MessageId::ListComma.text(language),
        };
        format!("{list}{between}`{name}`")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// What a text says for every reader: its literals, its options and its numbers, each with how often it occurs.
    fn facts(text: &str) -> BTreeMap<String, usize> {
        let (literals, words): (Vec<_>, Vec<_>) = text.split('`').enumerate().partition(|(index, _)| index % 2 == 1);
        let words: String = words.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("`");
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let others = words.split(|c| !is_part(c)).filter(|word| {
            word.starts_with("--") || word.starts_with(|c: char| c.is_ascii_digit()) || word.contains('_')
        });
        let mut facts = BTreeMap::new();
        for fact in literals.into_iter().map(|(_, literal)| literal).chain(others) {
            *facts.entry(fact.to_owned()).or_default() += 1;
        }
        facts
    }

    /// Each message with several things to tell of, in a language.
    fn texts(language: Language) -> Vec<String> {
        let messages = (0..3)
            .flat_map(Message::samples)
            .map(|message| message.worded(language));
        let failures = Failure::samples().into_iter().map(|failure| failure.worded(language));
        messages.chain(failures).collect()
    }

    /// Whoever reads German or Chinese learns all that is said in English, and reads no English.
    #[test]
    fn texts_say_the_same_in_every_language() {
        let english = texts(Language::En);
        let words = [
            "the", "is", "are", "of", "with", "must", "and", "not", "this", "that", "to", "for", "has", "can", "be",
            "it",
        ];
        let mut differences = Vec::new();
        for language in [Language::De, Language::Zh] {
            for (text, english) in texts(language).iter().zip(&english) {
                let parts = text
                    .split('`')
                    .step_by(2)
                    .flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
                let foreign = parts.into_iter().any(|word| words.contains(&word));
                if facts(text) != facts(english) || foreign || text.is_empty() {
                    differences.push((text.clone(), english.clone()));
                }
            }
        }
        assert!(differences.is_empty(), "{differences:#?}");
    }
}
