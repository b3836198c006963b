//! What was found, noted down without words: facts, places and remedies, one behind the other.
//!
//! A note is a few numbers, so that noting something costs neither memory of its own nor code at each place that knows it.
//! The library makes findings of notes; bindings read them as they lie in memory.

use std::borrow::Cow;

use crate::detect::Reason;
use crate::fix::{Cut, Judged, Remedy};
use crate::json::{Encoding, Range};
use crate::locate::Locator;
use crate::report::{Position, Safety, Source};
use crate::rule::{Rule, Severity};
use crate::spec::Document;
use crate::translate::ChangeKind;
use crate::words::{Fact, Passage, Phrase, Phrases, shown};

#[cfg(feature = "words")]
use crate::locate::span_of;
#[cfg(feature = "words")]
use crate::report::{Edit, Finding, Fix, Param, Related, Report, Span};
#[cfg(feature = "words")]
use crate::text::{Text, decimal};
#[cfg(feature = "words")]
use crate::translate::Change;
#[cfg(feature = "words")]
use crate::words::{listed, put_text};

/// One thing about a finding. The last one of each finding is [`Note::End`].
///
/// Bindings know how a note lies in memory: the number of its variant, then its fields in their order.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, u8)]
pub(crate) enum Note {
    /// A fact that is a text of the tables.
    Fixed { text: &'static str, fact: Fact },
    /// A fact that is a text made for this: those bytes of the texts. It may also be what is shown.
    Made {
        start: u32,
        end: u32,
        fact: Fact,
        is_shown: bool,
    },
    /// A fact that is a list, of which this is one more text of the tables.
    Item { text: &'static str, fact: Fact },
    /// A fact that is a JSON Pointer, of which this name from the tables is the first or one more step. It may also be the field
    /// that is spoken of.
    Step {
        text: &'static str,
        fact: Fact,
        is_first: bool,
        is_field: bool,
    },
    /// A fact that is a text kept elsewhere.
    Cited { passage: Passage, fact: Fact },
    /// A fact that is a count.
    Number { number: u32, fact: Fact },
    /// How many other places it speaks of. They stand behind its own in the list of places.
    Related { count: u32 },
    /// An edit of the remedy. What stands there afterwards are the bytes of the texts from those that were noted before to `cut`.
    Edit { start: u32, end: u32, cut: u32 },
    /// The page that is the authority, and the sentence on it or [`Passage::NONE`].
    Source { page: Passage, quote: Passage },
    /// All was told of what became of a field in a translation.
    Change {
        kind: ChangeKind,
        severity: Severity,
        message: Phrase,
    },
    /// All was told of this finding.
    End {
        rule: Rule,
        severity: Severity,
        phrases: Phrases,
        /// How far the remedy can be trusted, if there is one.
        safety: Option<Safety>,
    },
}

/// The notes on the findings of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Notes {
    pub(crate) list: Vec<Note>,
    /// The texts that were made, one behind the other.
    pub(crate) texts: String,
    /// The place of each finding and the others that it speaks of, and whether it is its own; nothing where none are noted.
    pub(crate) places: Vec<(Range, bool)>,
    /// Where each place starts and ends, once the lines were counted out.
    pub(crate) positions: Vec<Position>,
    /// The phrases of the finding that is being noted down.
    pub(crate) phrases: Phrases,
    /// How far its remedy can be trusted, if there is one.
    pub(crate) safety: Option<Safety>,
    /// Whether places are noted.
    pub(crate) has_places: bool,
    /// Whether remedies are noted.
    pub(crate) has_fixes: bool,
    /// Whether what stands around a member is certain; otherwise none is taken out or put in.
    pub(crate) is_certain: bool,
}

/// How many notes most findings have, and how many bytes of texts.
const NOTES: usize = 16;
const BYTES: usize = 64;

// What takes notes is once in the code, not at each of the many places that know something.
impl Notes {
    /// No notes.
    pub(crate) const fn new() -> Self {
        Self {
            list: Vec::new(),
            texts: String::new(),
            places: Vec::new(),
            positions: Vec::new(),
            phrases: Phrases::NONE,
            safety: None,
            has_places: true,
            has_fixes: true,
            is_certain: true,
        }
    }

    /// Makes room for the notes on so many findings.
    pub(crate) fn reserve(&mut self, findings: usize) {
        self.list.reserve(findings * NOTES);
        self.texts.reserve(findings * BYTES);
    }

    #[inline(always)]
    fn push(&mut self, note: Note) -> &mut Self {
        self.list.push(note);
        self
    }

    pub(crate) fn message(&mut self, phrase: Phrase) -> &mut Self {
        self.phrases.message = phrase;
        self
    }

    pub(crate) fn label(&mut self, phrase: Phrase) -> &mut Self {
        self.phrases.label = phrase;
        self
    }

    pub(crate) fn note(&mut self, phrase: Phrase) -> &mut Self {
        self.phrases.note = phrase;
        self
    }

    pub(crate) fn help(&mut self, phrase: Phrase) -> &mut Self {
        self.phrases.help = phrase;
        self
    }

    /// Forgets what was noted down.
    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.texts.clear();
        self.places.clear();
        self.positions.clear();
    }

    /// A fact that is a text of the tables.
    #[inline(never)]
    pub(crate) fn fact(&mut self, fact: Fact, text: &'static str) -> &mut Self {
        self.push(Note::Fixed { text, fact })
    }

    /// The field that is spoken of.
    #[inline(never)]
    pub(crate) fn field(&mut self, name: &'static str) -> &mut Self {
        match self.list.last_mut() {
            // Mostly its pointer was noted just now.
            Some(Note::Step { text, is_field, .. }) if std::ptr::eq(*text, name) => {
                *is_field = true;
                self
            }
            _ => self.fact(Fact::Field, name),
        }
    }

    /// A fact that is a text made of these parts.
    #[inline(never)]
    pub(crate) fn made(&mut self, fact: Fact, parts: &[&str]) -> &mut Self {
        let (start, end) = self.put(parts);
        let is_shown = false;
        self.push(Note::Made {
            start,
            end,
            fact,
            is_shown,
        })
    }

    /// A fact that is a text of the author's, and how it is shown.
    #[inline(never)]
    pub(crate) fn own(&mut self, fact: Fact, text: &str) -> &mut Self {
        let (start, end) = self.put(&[text]);
        let shown = shown(text);
        let is_shown = matches!(shown, Cow::Borrowed(_));
        self.push(Note::Made {
            start,
            end,
            fact,
            is_shown,
        });
        match is_shown {
            true => self,
            false => self.made(Fact::Shown, &[&shown]),
        }
    }

    /// Adds a text that is made of these parts; tells where it stands.
    fn put(&mut self, parts: &[&str]) -> (u32, u32) {
        let start = self.texts.len() as u32;
        for part in parts {
            self.texts.push_str(part);
        }
        (start, self.texts.len() as u32)
    }

    /// A fact that is a text kept elsewhere.
    #[inline(never)]
    pub(crate) fn cited(&mut self, fact: Fact, passage: Passage) -> &mut Self {
        self.push(Note::Cited { passage, fact })
    }

    #[inline(never)]
    pub(crate) fn number(&mut self, fact: Fact, number: usize) -> &mut Self {
        // Nothing is counted that a text of 4 GiB would not have room for.
        let number = number as u32;
        self.push(Note::Number { number, fact })
    }

    pub(crate) fn list(&mut self, fact: Fact, texts: &mut dyn Iterator<Item = &'static str>) -> &mut Self {
        for text in texts {
            self.push(Note::Item { text, fact });
        }
        self
    }

    /// A fact that is a JSON Pointer to a field, or to one of an object.
    #[inline(never)]
    pub(crate) fn steps(&mut self, fact: Fact, holder: Option<&'static str>, text: &'static str) -> &mut Self {
        if let Some(text) = holder {
            self.step(fact, text, true);
        }
        self.step(fact, text, holder.is_none())
    }

    fn step(&mut self, fact: Fact, text: &'static str, is_first: bool) -> &mut Self {
        let is_field = false;
        self.push(Note::Step {
            text,
            fact,
            is_first,
            is_field,
        })
    }

    /// Where the finding is; told once of each.
    pub(crate) fn place(&mut self, range: Range) {
        if self.has_places {
            self.places.push((range, true));
        }
    }

    /// What is to be seen at other places.
    #[inline(never)]
    pub(crate) fn related(&mut self, phrase: Phrase, ranges: &[Range]) -> &mut Self {
        self.phrases.related = phrase;
        if self.has_places && !ranges.is_empty() {
            for &range in ranges {
                self.places.push((range, false));
            }
            let count = ranges.len() as u32;
            self.push(Note::Related { count });
        }
        self
    }

    /// A remedy, and what it is called; its edits follow.
    #[inline(never)]
    pub(crate) fn fix(&mut self, title: Phrase, safety: Safety) -> &mut Self {
        self.phrases.title = title;
        self.safety = self.has_fixes.then_some(safety);
        self
    }

    /// An edit of the remedy that was noted last, if it was: what stands there afterwards is made of these parts.
    #[inline(never)]
    pub(crate) fn edit(&mut self, Range { start, end }: Range, parts: &[&str]) -> &mut Self {
        if self.has_fixes {
            let (_, cut) = self.put(parts);
            self.push(Note::Edit { start, end, cut });
        }
        self
    }

    #[inline(never)]
    pub(crate) fn source(&mut self, page: Passage, quote: Option<Passage>) -> &mut Self {
        let quote = quote.unwrap_or(Passage::NONE);
        self.push(Note::Source { page, quote })
    }

    pub(crate) fn cite(&mut self, Source { page, quote }: Source) -> &mut Self {
        self.source(page, quote)
    }

    #[inline(never)]
    pub(crate) fn api_error(&mut self, code: Option<&'static str>) -> &mut Self {
        match code {
            Some(code) => self.fact(Fact::ApiError, code),
            None => self,
        }
    }

    /// Ends the notes on a finding.
    #[inline(never)]
    pub(crate) fn end(&mut self, rule: Rule, severity: Severity) {
        let phrases = std::mem::replace(&mut self.phrases, Phrases::NONE);
        let safety = self.safety.take();
        self.push(Note::End {
            rule,
            severity,
            phrases,
            safety,
        });
    }

    /// Ends the notes on what became of a field.
    pub(crate) fn change(&mut self, kind: ChangeKind, severity: Severity, message: Phrase) {
        self.push(Note::Change {
            kind,
            severity,
            message,
        });
    }

    fn text(&self, start: u32, end: u32) -> &str {
        Range { start, end }.of(&self.texts)
    }

    /// Counts out the lines and columns of all places.
    pub(crate) fn locate(&mut self, text: &str, encoding: Encoding) {
        let mut locator = Locator::new(text, encoding, &mut self.positions);
        for &(range, is_main) in &self.places {
            match is_main {
                true => locator.main(range),
                false => locator.other(range),
            }
        }
        locator.finish();
    }

    /// Shows what fixing needs to know of each finding.
    fn remedies<'n>(&'n self, show: &mut dyn FnMut(&Remedy, &[Cut<'n>])) {
        let mut remedy = Remedy::default();
        let mut edits = Vec::new();
        let mut noted = 0;
        let mut places = self.places.iter().filter(|(_, is_main)| *is_main);
        for note in &self.list {
            match *note {
                Note::Step {
                    fact: Fact::Pointer, ..
                } => remedy.depth += 1,
                Note::Made { start, end, fact, .. } => {
                    noted = end;
                    if fact == Fact::Pointer {
                        remedy.depth = Remedy::depth_of(self.text(start, end));
                    }
                }
                Note::Number { number, fact } => match fact {
                    Fact::Count => remedy.count = u64::from(number),
                    Fact::Max => remedy.max = u64::from(number),
                    _ => {}
                },
                Note::Edit { start, end, cut } => {
                    edits.push((start as usize, end as usize, self.text(noted, cut)));
                    noted = cut;
                }
                Note::End { rule, safety, .. } => {
                    (remedy.rule, remedy.safety) = (rule, safety);
                    remedy.start = places.next().map_or(0, |(range, _)| range.start as usize);
                    show(&remedy, &edits);
                    remedy = Remedy::default();
                    edits.clear();
                }
                _ => {}
            }
        }
    }
}

/// What a text was checked as, and the notes on it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Noted {
    pub(crate) document: Option<&'static Document>,
    pub(crate) reason: Reason,
    pub(crate) notes: Notes,
}

impl Judged for Noted {
    fn document(&self) -> Option<&'static Document> {
        self.document
    }

    fn remedies<'n>(&'n self, show: &mut dyn FnMut(&Remedy, &[Cut<'n>])) {
        self.notes.remedies(show);
    }

    fn has_errors(&self) -> bool {
        let is_error = |note: &Note| {
            matches!(
                note,
                Note::End {
                    severity: Severity::Error,
                    ..
                }
            )
        };
        self.notes.list.iter().any(is_error)
    }
}

#[cfg(feature = "words")]
impl Noted {
    /// The report, in words.
    pub(crate) fn report(&self) -> Report {
        Report {
            document: self.document,
            reason: self.reason,
            findings: self.notes.findings(),
        }
    }
}

/// The notes on one finding, as they are read.
#[cfg(feature = "words")]
struct Reader<'n> {
    notes: &'n Notes,
    /// Where the note of each fact is; of a list, the first.
    facts: [Option<u32>; Fact::NAMES.len()],
    scratch: String,
}

#[cfg(feature = "words")]
impl Notes {
    /// The findings, in words.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.word(&mut findings);
        findings
    }

    /// Adds the findings, in words.
    pub(crate) fn word(&self, findings: &mut Vec<Finding>) {
        let mut reader = Reader::new(self);
        let mut positions = self.positions.chunks_exact(2);
        let mut spans = self.places.iter().map(|&(range, _)| match positions.next() {
            Some(&[start, end]) => Span { start, end },
            _ => span_of(range),
        });
        let mut draft = Finding::new(Rule::InvalidJson, Severity::Error, "");
        let mut edits = Vec::new();
        let mut others = 0;
        let mut noted = 0;
        for (index, note) in self.list.iter().enumerate() {
            match *note {
                Note::Fixed { fact, .. } | Note::Cited { fact, .. } | Note::Number { fact, .. } => {
                    reader.learn(fact, index, &mut draft);
                }
                Note::Made {
                    end, fact, is_shown, ..
                } => {
                    noted = end;
                    reader.learn(fact, index, &mut draft);
                    if is_shown {
                        reader.learn(Fact::Shown, index, &mut draft);
                    }
                }
                Note::Step {
                    fact,
                    is_first,
                    is_field,
                    ..
                } => {
                    if is_first {
                        reader.learn(fact, index, &mut draft);
                    }
                    if is_field {
                        reader.learn(Fact::Field, index, &mut draft);
                    }
                }
                Note::Item { fact, .. } => {
                    if reader.facts[fact as usize].is_none() {
                        reader.learn(fact, index, &mut draft);
                    }
                }
                Note::Related { count } => others = count as usize,
                Note::Edit { start, end, cut } => {
                    let text = Text::copy(self.text(noted, cut));
                    edits.push(Edit { start, end, text });
                    noted = cut;
                }
                Note::Source { page, quote } => {
                    let quote = Some(quote).filter(|quote| *quote != Passage::NONE);
                    draft.source = Some(Source { page, quote });
                }
                Note::End {
                    rule,
                    severity,
                    phrases,
                    safety,
                } => {
                    (draft.rule, draft.severity) = (rule, severity);
                    draft.span = spans.next();
                    let related = spans.by_ref().take(std::mem::take(&mut others));
                    draft.related.extend(related.map(|span| Related {
                        message: Text::default(),
                        span: Some(span),
                    }));
                    let edits = std::mem::take(&mut edits);
                    draft.fix = safety.map(|safety| Fix {
                        title: Text::default(),
                        safety,
                        edits,
                    });
                    reader.word(&mut draft, phrases);
                    findings.push(draft);
                    draft = Finding::new(Rule::InvalidJson, Severity::Error, "");
                    reader.facts = [None; _];
                }
                Note::Change { .. } => {}
            }
        }
    }

    /// What became of fields in a translation, in words.
    pub(crate) fn changes(&self) -> Vec<Change> {
        let mut reader = Reader::new(self);
        let mut changes = Vec::new();
        for (index, note) in self.list.iter().enumerate() {
            match *note {
                Note::Change {
                    kind,
                    severity,
                    message,
                } => {
                    let pointer = |fact: Fact| {
                        let index = reader.facts[fact as usize]?;
                        Some(reader.whole(index as usize).into_owned())
                    };
                    changes.push(Change {
                        kind,
                        from: pointer(Fact::Pointer),
                        to: pointer(Fact::To),
                        severity,
                        message: reader.said(message),
                    });
                    reader.facts = [None; _];
                }
                Note::Fixed { fact, .. }
                | Note::Made { fact, .. }
                | Note::Cited { fact, .. }
                | Note::Step {
                    fact, is_first: true, ..
                } => reader.facts[fact as usize] = Some(index as u32),
                _ => {}
            }
        }
        changes
    }

    /// A phrase with the facts that were noted down.
    pub(crate) fn said(&self, phrase: Phrase) -> Text {
        let mut reader = Reader::new(self);
        for (index, note) in self.list.iter().enumerate() {
            if let Note::Fixed { fact, .. } | Note::Made { fact, .. } = *note {
                reader.facts[fact as usize] = Some(index as u32);
            }
        }
        reader.said(phrase)
    }
}

#[cfg(feature = "words")]
impl<'n> Reader<'n> {
    fn new(notes: &'n Notes) -> Self {
        Self {
            notes,
            facts: [None; _],
            scratch: String::new(),
        }
    }

    /// Learns where a fact is noted, and tells the finding what is told of it.
    fn learn(&mut self, fact: Fact, index: usize, finding: &mut Finding) {
        self.facts[fact as usize] = Some(index as u32);
        match fact {
            Fact::Pointer => finding.path = Some(self.whole(index)),
            Fact::ApiError => finding.api_error = self.fixed(index),
            _ if fact.is_published() => finding.params.0.push((fact, self.param(fact, index))),
            _ => {}
        }
    }

    /// Makes texts of the phrases.
    fn word(&mut self, finding: &mut Finding, phrases: Phrases) {
        finding.message = self.said(phrases.message);
        let optional = [
            (phrases.label, &mut finding.label),
            (phrases.note, &mut finding.note),
            (phrases.help, &mut finding.help),
        ];
        for (phrase, place) in optional {
            if phrase != Phrase::Nothing {
                *place = Some(self.said(phrase));
            }
        }
        if let Some(fix) = &mut finding.fix {
            fix.title = match phrases.title {
                title if title == phrases.help => finding.help.clone().unwrap_or_default(),
                title => self.said(title),
            };
        }
        if !finding.related.is_empty() {
            let message = self.said(phrases.related);
            for related in &mut finding.related {
                related.message = message.clone();
            }
        }
    }

    fn said(&mut self, phrase: Phrase) -> Text {
        let Self { notes, facts, scratch } = self;
        phrase.text(scratch, &mut |target, fact, is_literal| {
            let Some(index) = facts[fact] else {
                return debug_assert!(false, "{phrase:?} lacks {}", Fact::NAMES[fact]);
            };
            match notes.list[index as usize] {
                Note::Fixed { text, .. } => put_text(target, text, is_literal),
                Note::Made { start, end, .. } => put_text(target, notes.text(start, end), is_literal),
                Note::Cited { passage, .. } => target.push_str(passage.text()),
                Note::Number { number, .. } => target.push_str(&decimal(u64::from(number))),
                Note::Step { text, .. } if fact == Fact::Field as usize => put_text(target, text, is_literal),
                Note::Step { .. } => notes.put_pointer(target, index as usize),
                _ => listed(target, &mut notes.items(index as usize), " or "),
            }
        })
    }

    /// The text that was noted there.
    fn whole(&self, index: usize) -> Text {
        match self.notes.list[index] {
            Note::Fixed { text, .. } => text.into(),
            Note::Made { start, end, .. } => Text::copy(self.notes.text(start, end)),
            Note::Cited { passage, .. } => passage.text().into(),
            Note::Step { .. } => {
                let mut pointer = String::new();
                self.notes.put_pointer(&mut pointer, index);
                pointer.into()
            }
            _ => Text::default(),
        }
    }

    fn fixed(&self, index: usize) -> Option<&'static str> {
        match self.notes.list[index] {
            Note::Fixed { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The fact that was noted there.
    fn param(&self, fact: Fact, index: usize) -> Param {
        match self.notes.list[index] {
            Note::Step { text, .. } if fact == Fact::Field => Param::Text(text.into()),
            Note::Number { number, .. } => Param::Number(u64::from(number)),
            Note::Item { .. } => Param::List(self.notes.items(index).map(Text::from).collect()),
            _ => Param::Text(self.whole(index)),
        }
    }
}

#[cfg(feature = "words")]
impl Notes {
    /// Adds the JSON Pointer that starts there.
    fn put_pointer(&self, target: &mut String, index: usize) {
        for (place, note) in self.list[index..].iter().enumerate() {
            match *note {
                Note::Step { text, is_first, .. } if is_first == (place == 0) => {
                    target.push('/');
                    target.push_str(text);
                }
                _ => break,
            }
        }
    }

    /// The texts of the list that starts there.
    fn items(&self, index: usize) -> impl Iterator<Item = &'static str> {
        let of = |note: &Note| match *note {
            Note::Item { text, fact } => Some((text, fact)),
            _ => None,
        };
        let list = self.list[index..].iter().map_while(of);
        let fact = of(&self.list[index]).map(|(_, fact)| fact);
        list.take_while(move |item| Some(item.1) == fact).map(|(text, _)| text)
    }
}
