//! Files with settings of ctslint's own: TOML, held against a table of its keys, with mistakes shown where they are.

mod hash;
mod keys;
mod schema;
mod source;
mod validate;

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::failure::{Cause, Failure};
use crate::input::read::Reader;
use crate::terminal;

pub(crate) use hash::{hash, parse_hash, show_hash};
pub(crate) use keys::{Key, Shape, documents, known_fields, providers, rules, severities};
pub(crate) use schema::schema;
pub(crate) use source::{Mistakes, Source};
pub(crate) use validate::{names_field, pattern_mistake};

/// What a settings file may hold.
pub(crate) struct Kind {
    /// Its keys.
    pub(crate) keys: &'static [Key],
    /// How large it may be, in bytes: more is a mistake of whoever made it, and would only keep everybody waiting.
    pub(crate) largest: usize,
    /// The same for people.
    pub(crate) largest_shown: &'static str,
}

/// Reads a settings file and makes something of it. `build` is called only where the file is right so far, and can find
/// mistakes of its own.
pub(crate) fn read<T>(
    path: &Path,
    shown: String,
    kind: &Kind,
    build: impl FnOnce(&Source, &Table<'_>, &mut Mistakes) -> T,
) -> Result<(Source, T), Failure> {
    let failed = |source| Failure::Read {
        path: terminal::visible(&shown).into_owned(),
        source,
    };
    let mut reader = Reader::new();
    let bytes = reader.file(path).map_err(failed)?;
    if bytes.len() > kind.largest {
        return Err(failed(Cause::LargerThan(kind.largest_shown).into()));
    }
    let text = match str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
        Err(_) => return Err(failed(Cause::NotUtf8.into())),
    };
    let source = Source::new(shown, text);
    let mut mistakes = Mistakes::default();
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in &errors {
        mistakes.syntax(error);
    }
    if errors.is_empty() {
        validate::table(table.get_ref(), kind.keys, &source, &mut mistakes);
    }
    if !mistakes.is_empty() {
        return Err(mistakes.failure(&source));
    }
    let built = build(&source, &Table(table.get_ref()), &mut mistakes);
    if !mistakes.is_empty() {
        return Err(mistakes.failure(&source));
    }
    Ok((source, built))
}

/// A table that was found right: each getter gives what the table of keys promises.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a>(&'a DeTable<'a>);

/// A value with the bytes that it takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    /// The first byte.
    pub(crate) start: usize,
    /// The byte after the last one.
    pub(crate) end: usize,
}

fn at<T>(value: T, spanned: &Spanned<DeValue<'_>>) -> At<T> {
    let span = spanned.span();
    At {
        value,
        start: span.start,
        end: span.end,
    }
}

impl<'a> Table<'a> {
    /// A string.
    pub(crate) fn text(self, key: &str) -> Option<At<&'a str>> {
        let value = self.0.get(key)?;
        value.get_ref().as_str().map(|text| at(text, value))
    }

    /// A date as year, month and day.
    pub(crate) fn date(self, key: &str) -> Option<(u16, u8, u8)> {
        let date = self.0.get(key)?.get_ref().as_datetime()?.date?;
        Some((date.year, date.month, date.day))
    }

    /// The strings of a list, or of the list that one string stands for.
    pub(crate) fn texts(self, key: &str) -> Vec<At<&'a str>> {
        let Some(value) = self.0.get(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| item.get_ref().as_str().map(|text| at(text, item)))
                .collect(),
            DeValue::String(text) => vec![at(text, value)],
            _ => Vec::new(),
        }
    }

    /// A table, empty where there is none, as names and strings; in the order of the file.
    pub(crate) fn pairs(self, key: &str) -> Vec<(&'a str, At<&'a str>)> {
        let table = self.0.get(key).and_then(|value| value.get_ref().as_table());
        let pairs = table.into_iter().flat_map(|table| table.iter());
        pairs
            .filter_map(|(name, value)| Some((name.get_ref().as_ref(), at(value.get_ref().as_str()?, value))))
            .collect()
    }

    /// A table.
    pub(crate) fn table(self, key: &str) -> Option<Self> {
        self.0.get(key).and_then(|value| value.get_ref().as_table()).map(Self)
    }

    /// The tables of a list, each with its place.
    pub(crate) fn tables(self, key: &str) -> Vec<At<Self>> {
        let Some(value) = self.0.get(key) else {
            return Vec::new();
        };
        let items = value.get_ref().as_array().into_iter().flatten();
        items
            .filter_map(|item| item.get_ref().as_table().map(|table| at(Self(table), item)))
            .collect()
    }
}
