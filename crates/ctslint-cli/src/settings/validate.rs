//! Holds a TOML table against the list of its keys.

use std::ops::Range;

use ctslint::{MessageId, suggest};
use globset::GlobBuilder;
use regex_syntax::Parser;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::hash::parse_hash;
use super::keys::{Key, Shape, known_fields, rules, severities};
use super::source::{Mistakes, Source};
use crate::language;
use crate::messages::{Choice, Message, Toml, listed};

/// The longest text: longer ones are no globs, patterns or messages that anybody wrote.
const LONGEST: usize = 4096;

/// Notes what is wrong with a table.
pub(super) fn table(table: &DeTable<'_>, keys: &'static [Key], source: &Source, mistakes: &mut Mistakes) {
    for (name, value) in table {
        match keys.iter().find(|key| key.name == name.get_ref().as_ref()) {
            Some(key) => {
                let name = format!("`{}`", key.name);
                Judge { source, mistakes }.value(&name, &key.shape, value);
            }
            None => {
                let names = || keys.iter().map(|key| key.name);
                let (label, all) = did_you_mean(name.get_ref(), names().collect());
                let message = Message::NoKey { name: name.get_ref() };
                let help = all.as_deref().map(|text| Message::Write { text });
                mistakes.add(name.span(), message, &label, help);
            }
        }
    }
}

/// What to say beside a name that is none of these; where none is near, and they are few, all of them as a list.
fn did_you_mean(name: &str, names: Vec<&str>) -> (String, Option<String>) {
    let either = |names: &[&str]| listed(names, MessageId::ListOr, language::for_people());
    let near = suggest(name, names.iter().copied());
    if !near.is_empty() {
        let names = &either(&near[..near.len().min(3)]);
        return (Message::DidYouMean { names }.text(), None);
    }
    (String::new(), (names.len() <= 12).then(|| either(&names)))
}

/// What a value is.
fn kind(value: &DeValue<'_>) -> Toml {
    match value {
        DeValue::String(_) => Toml::String,
        DeValue::Integer(_) | DeValue::Float(_) => Toml::Number,
        DeValue::Boolean(_) => Toml::Boolean,
        DeValue::Datetime(_) => Toml::DateOrTime,
        DeValue::Array(_) => Toml::List,
        DeValue::Table(_) => Toml::Table,
    }
}

struct Judge<'a> {
    source: &'a Source,
    mistakes: &'a mut Mistakes,
}

impl Judge<'_> {
    fn add(&mut self, range: Range<usize>, message: Message<'_>, label: &str, help: Option<Message<'_>>) {
        self.mistakes.add(range, message, label, help);
    }

    fn wrong_type(&mut self, name: &str, value: &Spanned<DeValue<'_>>, want: Toml, help: Option<Message<'_>>) {
        let got = kind(value.get_ref());
        self.add(value.span(), Message::MustBe { name, want, got }, "", help);
    }

    fn value(&mut self, name: &str, shape: &'static Shape, value: &Spanned<DeValue<'_>>) {
        match shape {
            Shape::Table(keys) => match value.get_ref() {
                DeValue::Table(inner) => self.table(name, inner, keys, value.span()),
                _ => self.wrong_type(name, value, Toml::Table, None),
            },
            Shape::Tables(keys, most) => match value.get_ref() {
                DeValue::Array(items) => {
                    self.count(name, items.len(), *most, value.span());
                    for item in items {
                        match item.get_ref() {
                            DeValue::Table(inner) => self.table(name, inner, keys, item.span()),
                            _ => self.wrong_type(name, item, Toml::Tables, None),
                        }
                    }
                }
                _ => {
                    let text = &format!("`[[{}]]`", name.trim_matches('`'));
                    self.wrong_type(name, value, Toml::ListOfTables, Some(Message::Write { text }));
                }
            },
            Shape::List(shape, most) => match value.get_ref() {
                DeValue::Array(items) => {
                    self.count(name, items.len(), *most, value.span());
                    for item in items {
                        self.value(&Message::ItemOf { name }.text(), shape, item);
                    }
                }
                _ => self.value(name, shape, value),
            },
            Shape::Severities => match value.get_ref() {
                DeValue::Table(inner) => self.severities(inner),
                _ => self.wrong_type(name, value, Toml::Severities, None),
            },
            Shape::Date => match value.get_ref() {
                DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() && date.offset.is_none() => {}
                _ => self.wrong_type(name, value, Toml::Date, Some(Message::WriteDate)),
            },
            _ => match value.get_ref() {
                DeValue::String(text) => self.text(name, shape, text, value.span()),
                _ => self.wrong_type(name, value, Toml::String, None),
            },
        }
    }

    fn table(&mut self, name: &str, inner: &DeTable<'_>, keys: &'static [Key], span: Range<usize>) {
        table(inner, keys, self.source, self.mistakes);
        for key in keys.iter().filter(|key| key.required) {
            if !inner.contains_key(key.name) {
                let key = key.name;
                let message = Message::MissingFrom { key, name };
                self.add(span.clone(), message, "", Some(Message::AddKey { key }));
            }
        }
    }

    fn count(&mut self, name: &str, count: usize, most: usize, span: Range<usize>) {
        if count > most {
            self.add(span, Message::TooManyEntries { name, most, count }, "", None);
        }
    }

    fn severities(&mut self, table: &DeTable<'_>) {
        for (rule, value) in table {
            if ctslint::Rule::from_name(rule.get_ref()).is_none() {
                let (label, _) = did_you_mean(rule.get_ref(), rules());
                let message = Message::NoRule { name: rule.get_ref() };
                self.add(rule.span(), message, &label, Some(Message::RulesListsThem));
            }
            let name = format!("`{}`", rule.get_ref());
            self.value(&name, &Shape::Choice(Choice::Severity, severities), value);
        }
    }

    fn text(&mut self, name: &str, shape: &Shape, text: &str, span: Range<usize>) {
        if text.len() > LONGEST {
            let (most, count) = (LONGEST, text.len());
            let message = Message::TooManyBytes { name, most, count };
            return self.add(span.start..span.start, message, "", None);
        }
        match shape {
            Shape::Choice(of, names) => {
                let names = names();
                if !names.contains(&text) {
                    let (label, all) = did_you_mean(text, names);
                    let help = all.as_deref().map(|text| Message::Write { text });
                    self.add(span, Message::IsNone { text, of: *of }, &label, help);
                }
            }
            Shape::Glob => self.glob(text, span),
            Shape::Path => {
                if let Some((message, help)) = odd_path(text) {
                    help.add(self, span, message);
                } else if text.split('/').any(|step| step == "..") {
                    self.add(span, Message::LeadsOut, "", Some(Message::PutFurtherUp));
                }
            }
            Shape::Pointer => self.pointer(text, span),
            Shape::Field => self.field(text, span),
            Shape::Pattern => {
                if let Err(error) = Parser::new().parse(text) {
                    self.pattern(text, &error, span);
                }
            }
            Shape::Hash => {
                if parse_hash(text).is_none() {
                    let label = Message::HashLooks.text();
                    self.add(
                        span,
                        Message::NoHash { text },
                        &label,
                        Some(Message::LeaveOutOrBaseline),
                    );
                }
            }
            _ => {
                if text.trim().is_empty() {
                    self.add(span, Message::MustNotBeEmpty { name }, "", None);
                }
            }
        }
    }

    fn pointer(&mut self, text: &str, span: Range<usize>) {
        if !text.is_empty() && !text.starts_with('/') {
            let right = &format!("`/{text}`");
            let help = Message::Write { text: right };
            return self.add(span, Message::NoPointer { text }, "", Some(help));
        }
        let is_odd = |at: &usize| !text[at + 1..].starts_with(['0', '1']);
        if let Some(at) = text.match_indices('~').map(|(at, _)| at).find(is_odd) {
            let start = string_offset(self.source.text(), &span, at);
            let right = &format!("`{}~0{}`", &text[..at], &text[at + 1..]);
            let help = Message::Write { text: right };
            let label = Message::TildeIs.text();
            self.add(start..start + 1, Message::NoPointer { text }, &label, Some(help));
        }
    }

    fn glob(&mut self, text: &str, span: Range<usize>) {
        if let Some((message, help)) = odd_path(text) {
            return help.add(self, span, message);
        }
        if let Err(error) = GlobBuilder::new(text).literal_separator(true).build() {
            let reason = error.kind().to_string();
            self.add(span, Message::NoGlob { text }, reason.trim_end_matches('.'), None);
        }
    }

    fn field(&mut self, text: &str, span: Range<usize>) {
        let known = known_fields();
        let is_known = known.iter().any(|(_, pointer)| names_field(text, pointer));
        if is_known {
            return;
        }
        let mut names: Vec<&str> = match text.starts_with('/') {
            true => known.iter().map(|(_, pointer)| pointer.as_str()).collect(),
            false => known.iter().map(|(_, pointer)| last_step(pointer)).collect(),
        };
        names.sort_unstable();
        names.dedup();
        let (label, _) = did_you_mean(text, names);
        let help = label.is_empty().then_some(Message::NameField);
        self.add(span, Message::NoPlainField { text }, &label, help);
    }

    fn pattern(&mut self, text: &str, error: &regex_syntax::Error, span: Range<usize>) {
        let (message, inside) = match error {
            regex_syntax::Error::Parse(error) => (error.kind().to_string(), error.span()),
            regex_syntax::Error::Translate(error) => (error.kind().to_string(), error.span()),
            // The enum may grow; then the whole pattern is at fault.
            _ => (
                error.to_string(),
                &regex_syntax::ast::Span::splat(regex_syntax::ast::Position::new(0, 1, 1)),
            ),
        };
        let start = string_offset(self.source.text(), &span, inside.start.offset);
        let end = string_offset(self.source.text(), &span, inside.end.offset.min(text.len()));
        let end = end.max(start + usize::from(start + 1 < span.end));
        pattern_mistake(self.mistakes, start..end, &message);
    }
}

/// Notes that a pattern can't be used.
pub(crate) fn pattern_mistake(mistakes: &mut Mistakes, range: Range<usize>, reason: &str) {
    mistakes.add(range, Message::NoPattern, reason, None);
}

/// Whether a field is meant by a name or a JSON Pointer.
pub(crate) fn names_field(meant: &str, pointer: &str) -> bool {
    meant
        == if meant.starts_with('/') {
            pointer
        } else {
            last_step(pointer)
        }
}

fn last_step(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

/// What to do about a path.
enum Help {
    /// What the message says.
    Do(Message<'static>),
    /// Write this in its place.
    Write(String),
    /// Write what is in this folder.
    AllIn(String),
}

impl Help {
    /// Notes a mistake with this help.
    fn add(&self, judge: &mut Judge<'_>, span: Range<usize>, message: Message<'_>) {
        match self {
            Self::Do(help) => judge.add(span, message, "", Some(*help)),
            Self::Write(text) => judge.add(span, message, "", Some(Message::Write { text })),
            Self::AllIn(folder) => judge.add(span, message, "", Some(Message::AllInFolder { folder })),
        }
    }
}

/// What is wrong with a path or glob that can match nothing, and what to write.
fn odd_path(text: &str) -> Option<(Message<'static>, Help)> {
    if text.is_empty() {
        return Some((Message::EmptyPath, Help::Do(Message::WriteEverything)));
    }
    if let Some(rest) = text.strip_prefix("./") {
        return Some((Message::PathStart { start: "./" }, Help::Write(format!("`{rest}`"))));
    }
    if text.starts_with('/') {
        return Some((Message::PathStart { start: "/" }, Help::Do(Message::PathsAreRelative)));
    }
    let is_none = |step: &&str| matches!(*step, "" | ".");
    if let Some(odd) = text.split('/').find(is_none).filter(|_| !text.ends_with('/')) {
        let message = match odd {
            "" => Message::OneSlash,
            _ => Message::NoDot,
        };
        let kept: Vec<&str> = text.split('/').filter(|step| !is_none(step)).collect();
        let help = match &kept[..] {
            [] => Help::Do(Message::WriteEverything),
            kept => Help::Write(format!("`{}`", kept.join("/"))),
        };
        return Some((message, help));
    }
    let mut names = text.split('/').skip_while(|step| *step == "..");
    if names.any(|step| step == "..") {
        return Some((Message::NoDotDot, Help::Do(Message::NameFolder)));
    }
    let folder = text.strip_suffix('/')?;
    Some((Message::PathEnd, Help::AllIn(folder.to_owned())))
}

/// Where in the file a byte of a string's content stands: behind the quotes, and behind the escapes before it.
fn string_offset(text: &str, token: &Range<usize>, offset: usize) -> usize {
    let raw = text.get(token.clone()).unwrap_or_default();
    let quote = raw.chars().next().unwrap_or('"');
    let triple: String = [quote; 3].iter().collect();
    let is_triple = raw.len() >= 6 && raw.starts_with(&triple);
    let mut at = if is_triple { 3 } else { 1 };
    if is_triple {
        // A line break right behind the opening quotes is not part of the content.
        at += raw[at..].len()
            - raw[at..]
                .strip_prefix("\r\n")
                .or(raw[at..].strip_prefix('\n'))
                .unwrap_or(&raw[at..])
                .len();
    }
    let mut content = 0;
    while content < offset {
        let rest = &raw[at.min(raw.len())..];
        let Some(first) = rest.chars().next() else { break };
        let (raw_length, length) = if first == '\\' && quote == '"' {
            escape(rest)
        } else {
            (first.len_utf8(), first.len_utf8())
        };
        at += raw_length;
        content += length;
    }
    token.start + at.min(raw.len())
}

/// How many bytes an escape takes, and how many the character that it stands for.
fn escape(rest: &str) -> (usize, usize) {
    let digits = match rest.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        // A line break that does not count, with all white space after it.
        Some(b'\n' | b'\r' | b' ' | b'\t') => {
            return (rest.len() - rest[1..].trim_start().len(), 0);
        }
        _ => return (2, 1),
    };
    let code = rest
        .get(2..2 + digits)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    (2 + digits, code.and_then(char::from_u32).map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_into_the_string_as_it_is_written() {
        for (text, offset, expected) in [
            ("'ab['", 2, 3),
            (r#""a\\d[""#, 3, 5),
            (r#""\u00e9[""#, 2, 7),
            ("\"\"\"\nab[\"\"\"", 2, 6),
            ("'''ab['''", 2, 5),
            ("\"\"\"a\\\n   [\"\"\"", 1, 4),
            ("'ab'", 9, 4),
        ] {
            assert_eq!(string_offset(text, &(0..text.len()), offset), expected, "{text}");
        }
    }

    #[test]
    fn fields_go_by_name_or_pointer() {
        assert!(names_field("bucket_name", "/obs_info/bucket_name"));
        assert!(names_field("/bucket_name", "/bucket_name"));
        assert!(!names_field("/bucket_name", "/obs_info/bucket_name"));
    }
}
