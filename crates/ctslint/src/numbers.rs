//! Answers as numbers, for bindings that no text should cross unless it must.
//!
//! An answer is laid down field by field; who reads it knows the order. Phrases, rules and facts go by their numbers in
//! [`Words`], texts of the tables by their addresses, which stay the same. Other texts stand one behind the other.

#[cfg(feature = "words")]
use std::collections::HashSet;
#[cfg(feature = "words")]
use std::iter;

#[cfg(feature = "words")]
use serde::Serialize;

#[cfg(feature = "words")]
use crate::api::{documents, v1};

use crate::detect::Reason;
use crate::report::{Edit, Finding, Param, Position, Report, Source, Span};
#[cfg(feature = "words")]
use crate::rule::Rule;
use crate::spec::Document;
#[cfg(feature = "words")]
use crate::spec::Type;
use crate::text::Text;
use crate::translate::{Change, TranslateError, Translation};
#[cfg(feature = "words")]
use crate::words::PHRASES;
use crate::words::{Fact, Passage};
#[cfg(feature = "words")]
use crate::{fault, form, problem};

/// Stands for what is absent. No text has this address, and no list this length.
const ABSENT: u32 = u32::MAX;

/// The numbers of an answer, and the texts that were made for it, one behind the other.
#[derive(Debug, Default)]
pub struct Answer {
    numbers: Vec<u32>,
    texts: String,
}

impl Answer {
    /// Lays an answer down in place of the last one: the address of its texts and how many bytes they have, then all that
    /// it consists of. Gives its own address.
    pub fn lay(&mut self, what: &dyn Write) -> *const u32 {
        self.texts.clear();
        self.numbers.clear();
        self.numbers.extend_from_slice(&[0, 0]);
        what.write(self);
        self.numbers[..2].copy_from_slice(&[self.texts.as_ptr() as u32, self.texts.len() as u32]);
        self.numbers.as_ptr()
    }

    /// A text that was made has no address. Its length is in UTF-16 units: JavaScript cuts it out of the decoded texts.
    fn made(&mut self, text: &str) {
        let units = match text.is_ascii() {
            true => text.len(),
            false => text.chars().map(char::len_utf16).sum(),
        };
        self.numbers.extend_from_slice(&[0, units as u32]);
        self.texts.push_str(text);
    }
}

/// What can be part of an answer.
pub trait Write {
    /// Lays it down.
    fn write(&self, answer: &mut Answer);
}

/// `Type { field … }` lays down those fields, and `Type => steps` takes those steps; parameters of a type stand before it.
macro_rules! lay_down {
    ($($whole:ty { $($field:tt)* })*; $this:ident, $answer:ident: $([$($of:ident)*] $type:ty => $write:expr,)*) => {
        $(impl Write for $whole {
            fn write(&self, answer: &mut Answer) {
                $(self.$field.write(answer);)*
            }
        })*
        $(impl<$($of: Write),*> Write for $type {
            fn write(&self, $answer: &mut Answer) {
                let $this = self;
                $write;
            }
        })*
    };
}

lay_down! {
    Report { document reason findings }
    Span { start end }
    Position { offset line column utf16 }
    Edit { start end text }
    Source { page quote };

    this, answer:
    [] u32 => answer.numbers.push(*this),
    [T] Option<T> => match this {
        Some(item) => item.write(answer),
        None => ABSENT.write(answer),
    },
    [T] Vec<T> => {
        (this.len() as u32).write(answer);
        this.iter().for_each(|item| item.write(answer));
    },
    [A B] (A, B) => {
        this.0.write(answer);
        this.1.write(answer);
    },
    // A text of the tables is decoded once: JavaScript knows it by its address from then on.
    [] &'static str => answer.numbers.extend_from_slice(&[this.as_ptr() as u32, this.len() as u32]),
    [] String => answer.made(this),
    [] Text => match this.fixed() {
        Some(text) => text.write(answer),
        None => answer.made(this),
    },
    // The facts come before what is said with them.
    [] Finding => {
        let phrases = this.phrases;
        answer.numbers.extend_from_slice(&[
            u32::from_le_bytes([this.rule as u8, this.severity as u8, phrases.title as u8, phrases.related as u8]),
            u32::from_le_bytes([
                phrases.message as u8,
                phrases.label as u8,
                phrases.note as u8,
                phrases.help as u8,
            ]),
        ]);
        this.params.0.write(answer);
        this.path.write(answer);
        this.span.write(answer);
        (this.related.len() as u32).write(answer);
        this.related.iter().for_each(|related| related.span.write(answer));
        match &this.fix {
            Some(fix) => {
                (fix.safety as u32).write(answer);
                fix.edits.write(answer);
            }
            None => ABSENT.write(answer),
        }
        this.source.write(answer);
        this.api_error.write(answer);
    },
    // The kind comes with the number of the fact.
    [] (Fact, Param) => {
        let (fact, value) = this;
        let fact = u32::from(*fact as u8) << 2;
        match value {
            Param::List(list) => {
                fact.write(answer);
                list.write(answer);
            }
            Param::Text(text) => {
                (fact | 1).write(answer);
                text.write(answer);
            }
            Param::Number(number) => answer
                .numbers
                .extend_from_slice(&[fact | 2, *number as u32, (number >> 32) as u32]),
        }
    },
    [] Reason => {
        let (phrase, field, name) = this.said();
        (phrase as u32).write(answer);
        field.write(answer);
        name.write(answer);
    },
    [] Change => {
        (this.kind as u32).write(answer);
        this.from.write(answer);
        this.to.write(answer);
        (this.severity as u32).write(answer);
        this.message.write(answer);
    },
    [] Passage => this.number().write(answer),
    [] Result<Translation, TranslateError> => match this {
        Ok(translation) => {
            translation.body.write(answer);
            translation.changes.write(answer);
        }
        Err(error) => {
            ABSENT.write(answer);
            error.said().write(answer);
            match error {
                TranslateError::Refused { changes } => changes.write(answer),
                _ => 0.write(answer),
            }
            match error {
                TranslateError::Invalid { report } => report.findings.write(answer),
                _ => 0.write(answer),
            }
        }
    },
    [] &'static Document => this.name().write(answer),
}

/// What the numbers of answers stand for.
#[cfg(feature = "words")]
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Words {
    /// The names of the rules.
    pub rules: Vec<&'static str>,
    /// The names of the facts.
    pub facts: &'static [&'static str],
    /// How many of the facts reports tell; the others serve phrases only.
    pub published: usize,
    /// The phrases. In place of a gap stands the character whose number is that of the fact, from 1.
    pub phrases: &'static [&'static str],
    /// The passages that findings cite. They are known by their FNV-1a hashes, of 32 bits.
    pub passages: Vec<&'static str>,
}

/// What the numbers of answers stand for.
#[cfg(feature = "words")]
#[must_use]
pub fn words() -> Words {
    Words {
        rules: Rule::ALL.iter().map(|rule| rule.name()).collect(),
        facts: Fact::NAMES,
        published: Fact::PUBLISHED,
        phrases: PHRASES,
        passages: passages().into_iter().map(Passage::text).collect(),
    }
}

/// The passages that findings can cite, each once.
#[cfg(feature = "words")]
fn passages() -> Vec<Passage> {
    let mut passages = [fault::PASSAGES, form::PASSAGES, problem::PASSAGES].concat();
    for document in documents() {
        passages.push(document.page);
        let relations = document.relations.iter().chain(document.opt_in);
        let sources = relations.map(|relation| relation.source).chain(document.deprecated);
        passages.extend(sources.flat_map(cited));
    }
    let roots = documents().iter().map(|document| document.root).chain([&v1::PATH]);
    for root in roots {
        let inner = root.fields.iter().filter_map(|field| match field.ty {
            Type::Object(object) => Some(object),
            _ => None,
        });
        for object in iter::once(root).chain(inner) {
            passages.push(object.page);
            for field in object.fields {
                let (Type::Text(rule) | Type::Texts(rule)) = field.ty else {
                    continue;
                };
                // What else a sentence says is cited from its parts.
                passages.extend(Some(field.sentence).filter(|_| !rule.values.is_empty()));
                let sets = rule.characters.iter().flat_map(|set| iter::once(set).chain(set.first));
                passages.extend(sets.map(|set| set.quote));
                passages.extend(rule.length.iter().map(|length| length.quote));
                passages.extend(rule.form.into_iter().flat_map(|form| cited(form.source)));
            }
        }
    }
    let mut known = HashSet::new();
    passages.retain(|passage| known.insert(passage.text()));
    passages
}

#[cfg(feature = "words")]
fn cited(source: Source) -> impl Iterator<Item = Passage> {
    iter::once(source.page).chain(source.quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_have_numbers_of_their_own_and_each_byte_is_a_character() {
        let passages = passages();
        let numbers: HashSet<_> = passages.iter().map(|passage| passage.number()).collect();
        assert!(passages.len() > 50 && numbers.len() == passages.len());
        assert!(passages.iter().all(|passage| passage.is_ascii()));
    }
}
