//! Answers as numbers, for bindings that no text should cross unless it must, and the functions that give them.
//!
//! An answer is laid down field by field; who reads it knows the order. Phrases, rules and facts go by their numbers in
//! [`Words`], texts of the tables by their addresses, which stay the same. Other texts stand one behind the other. What was
//! found is read where it was noted down.

#[cfg(feature = "words")]
use std::collections::{BTreeMap, HashSet};
#[cfg(feature = "words")]
use std::iter;

#[cfg(feature = "words")]
use serde::Serialize;

#[cfg(feature = "words")]
use crate::api::{documents, v1};
use crate::check::{check_field_noted, check_noted};
use crate::detect::{Detection, Reason, detect};
use crate::fix::fix_noted;
use crate::notes::{Noted, Notes};
use crate::options::Options;
use crate::report::Safety;
#[cfg(feature = "words")]
use crate::report::Source;
#[cfg(feature = "words")]
use crate::rule::Rule;
use crate::spec::Document;
#[cfg(feature = "words")]
use crate::spec::{Fate, Loss, Type};
use crate::translate::{Refusal, translate_noted};
#[cfg(feature = "words")]
use crate::words::{Fact, PHRASES, Passage, hash};
#[cfg(feature = "words")]
use crate::{fault, form, problem};

/// Stands for what is absent. No text has this address, and no list this length.
const ABSENT: u32 = u32::MAX;

/// The numbers of an answer, and the texts that were made for it, one behind the other.
#[derive(Debug)]
pub struct Answer {
    numbers: Vec<u32>,
    texts: String,
    /// What was found stays here until the next answer, for its numbers are read where they are.
    notes: Notes,
}

impl Default for Answer {
    fn default() -> Self {
        Self::new()
    }
}

impl Answer {
    /// Room for answers.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            numbers: Vec::new(),
            texts: String::new(),
            notes: Notes::new(),
        }
    }

    /// Lays an answer down in place of the last one: the address of its texts and how many bytes they have, then all that
    /// `write` lays down. Gives its own address.
    pub fn lay(&mut self, write: &dyn Fn(&mut Self)) -> *const u32 {
        self.texts.clear();
        self.numbers.clear();
        self.number(0);
        self.number(0);
        write(self);
        self.numbers[0] = self.texts.as_ptr() as u32;
        self.numbers[1] = self.texts.len() as u32;
        self.numbers.as_ptr()
    }

    /// What [`check`](crate::check()) finds, or, in what is no text to its owner, [`check_value_text`](crate::check_value_text).
    pub fn check(&mut self, text: &[u8], options: &Options<'_>, is_text: bool) {
        let mut notes = std::mem::replace(&mut self.notes, Notes::new());
        notes.clear();
        self.noted(check_noted(text, options, is_text, notes));
    }

    /// What [`check_field_text`](crate::check_field_text) finds; without a document, what is wrong with a project ID, written
    /// as JSON.
    pub fn check_field(&mut self, document: Option<&'static Document>, pointer: &str, text: &str) {
        self.notes(check_field_noted(document, pointer, text));
    }

    /// What [`fix_all`](crate::fix_all) does: the text, absent where it is as it was, how many fixes were applied, and what
    /// remains.
    pub fn fix_all(&mut self, text: &[u8], options: &Options<'_>, safety: Safety) {
        let fixed = fix_noted(text, safety, &mut |text| check_noted(text, options, true, Notes::new()));
        match &fixed.text {
            Some(text) => self.made(text),
            None => self.number(ABSENT),
        }
        self.number(fixed.fixed as u32);
        self.noted(fixed.remaining);
    }

    /// What [`translate`](crate::translate()) does: the body or nothing, the changes or the findings, and what is said where
    /// there is no body.
    pub fn translate(&mut self, text: &[u8], comments: bool, allow_loss: &[&str]) {
        let check = |text: &[u8], options: &Options<'_>| check_noted(text, options, true, Notes::new());
        let outcome = translate_noted(text, comments, None, allow_loss, &check);
        let mut notes = outcome.changes;
        let Some((refusal, found)) = outcome.refusal else {
            self.made(&outcome.body);
            return self.notes(notes);
        };
        self.number(ABSENT);
        let phrase = refusal.say(&mut notes);
        let mut reason = found.as_ref().map(|found| found.reason);
        match (&refusal, found) {
            (Refusal::Invalid, Some(found)) => (notes, reason) = (found.notes, None),
            (Refusal::Unsound, _) => reason = None,
            _ => {}
        }
        self.notes(notes);
        self.number(phrase as u32);
        match reason {
            Some(reason) => self.reason(reason),
            None => self.number(ABSENT),
        }
    }

    /// What [`detect`](crate::detect()) tells.
    pub fn detect(&mut self, text: &[u8]) {
        self.detection(detect(text));
    }

    fn detection(&mut self, Detection { document, reason }: Detection) {
        match document {
            Some(document) => self.fixed(document.name()),
            None => self.number(ABSENT),
        }
        self.reason(reason);
    }

    fn noted(&mut self, noted: Noted) {
        self.detection(Detection {
            document: noted.document,
            reason: noted.reason,
        });
        self.notes(noted.notes);
    }

    /// Where the notes are and how many, where the positions of their places are and how many, and the texts.
    fn notes(&mut self, notes: Notes) {
        self.number(notes.list.as_ptr() as u32);
        self.number(notes.list.len() as u32);
        self.number(notes.positions.as_ptr() as u32);
        self.number(notes.positions.len() as u32);
        self.number(notes.texts.as_ptr() as u32);
        self.number(notes.texts.len() as u32);
        self.notes = notes;
    }

    #[inline(never)]
    fn number(&mut self, number: u32) {
        self.numbers.push(number);
    }

    /// A text of the tables is decoded once: JavaScript knows it by its address from then on.
    fn fixed(&mut self, text: &'static str) {
        self.number(text.as_ptr() as u32);
        self.number(text.len() as u32);
    }

    /// A text that was made has no address.
    fn made(&mut self, text: &str) {
        self.number(0);
        self.number(text.len() as u32);
        self.texts.push_str(text);
    }

    fn reason(&mut self, reason: Reason) {
        let (phrase, field, name) = reason.said();
        self.number(phrase as u32);
        self.fixed(field);
        self.fixed(name);
    }
}

/// What the numbers of answers stand for.
#[cfg(feature = "words")]
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Words {
    /// The names of the rules.
    pub rules: Vec<&'static str>,
    /// The names of the documents, and the short ones of those that have some.
    pub documents: Vec<(&'static str, Option<&'static str>)>,
    /// The names of the facts.
    pub facts: &'static [&'static str],
    /// How many of the facts reports tell as such.
    pub published: usize,
    /// The phrases. In place of a gap stands the character whose number is that of the fact, from 1.
    pub phrases: Vec<&'static str>,
    /// The passages that are cited, by their numbers, which have 12 bits.
    pub passages: BTreeMap<u32, &'static str>,
}

/// What the numbers of answers stand for.
#[cfg(feature = "words")]
#[must_use]
pub fn words() -> Words {
    Words {
        rules: Rule::ALL.iter().map(|rule| rule.name()).collect(),
        documents: documents()
            .iter()
            .map(|document| (document.name(), document.short_name()))
            .collect(),
        facts: Fact::NAMES,
        published: Fact::PUBLISHED,
        phrases: PHRASES.iter().map(|phrase| phrase.text).collect(),
        passages: passages().into_iter().map(|it| (hash(&it), it.text())).collect(),
    }
}

/// The passages that findings and changes can cite, each once.
#[cfg(feature = "words")]
fn passages() -> Vec<Passage> {
    let mut passages = [
        fault::PASSAGES,
        form::PASSAGES,
        problem::PASSAGES,
        crate::translate::PASSAGES,
    ]
    .concat();
    for step in v1::MOVES {
        match step.fate {
            Fate::Moved { absent, .. } => passages.extend(absent.map(|(_, reason)| reason)),
            Fate::Dropped { reason, .. } => passages.push(reason),
            Fate::Lost(loss) => passages.extend(said_of(loss)),
        }
    }
    passages.extend(v1::ADDED.iter().map(|added| added.reason));
    passages.extend(v1::RETIRED.iter().flat_map(|retired| said_of(retired.loss)));
    for document in documents() {
        passages.push(document.page);
        passages.extend(document.strangers.iter().filter_map(|stranger| stranger.note));
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
                passages.extend(sets.flat_map(|set| [set.list, set.words, set.quote]));
                passages.extend(rule.length.iter().map(|length| length.quote));
                passages.extend(rule.form.into_iter().flat_map(|form| cited(form.source)));
            }
        }
    }
    let mut known = HashSet::new();
    passages.retain(|passage| known.insert(passage.text()));
    passages
}

/// What is said of a loss.
#[cfg(feature = "words")]
fn said_of(loss: &Loss) -> impl Iterator<Item = Passage> {
    let otherwise = loss.asked_by.map(|(_, _, otherwise)| otherwise);
    [loss.reason, loss.advice].into_iter().chain(otherwise)
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
        let none = hash(&Passage::NONE);
        let numbers: HashSet<_> = passages
            .iter()
            .map(|passage| hash(passage))
            .filter(|&number| number != none)
            .collect();
        assert!(passages.len() > 50 && numbers.len() == passages.len());
        assert!(passages.iter().all(|passage| passage.is_ascii()));
    }
}
