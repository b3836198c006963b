//! The text of `ctslint-ignore.toml`: entries are added to it and dropped from it, and what else stands in it stays to the byte.

use std::collections::HashSet;
use std::ops::Range;

use ctslint::Rule;
use toml::de::{DeTable, DeValue};
use toml_writer::{ToTomlValue, TomlStringBuilder};

use super::suppress::{ENTRIES, EntryKey};
use crate::settings::{parse_hash, show_hash};

/// The text of a file with suppressions that is about to change. Its functions fail where it is no TOML, and say why.
pub(crate) struct IgnoreText(String);

/// The entries of a text, and how they are written.
struct Entries {
    /// What each suppresses, and its bytes: a table with its head, or one in a list.
    items: Vec<(Option<EntryKey>, Range<usize>)>,
    /// The list, where they stand in one.
    list: Option<Range<usize>>,
}

impl IgnoreText {
    pub(crate) const fn new(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Adds entries, but for those that stand there already, and says how many.
    pub(crate) fn add(&mut self, keys: &[EntryKey], reason: &str) -> Result<usize, String> {
        let entries = self.entries()?;
        let mut known: HashSet<&EntryKey> = entries.items.iter().filter_map(|(key, _)| key.as_ref()).collect();
        let added: Vec<&EntryKey> = keys.iter().filter(|key| known.insert(key)).collect();
        if added.is_empty() {
            return Ok(0);
        }
        let line_end = match self.0.find('\n') {
            Some(at) if self.0[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        };
        match &entries.list {
            Some(list) => self.add_to_list(
                list,
                entries.items.last().map(|(_, range)| range),
                &added,
                reason,
                line_end,
            ),
            None => {
                if !self.0.is_empty() && !self.0.ends_with('\n') {
                    self.0 += line_end;
                }
                for key in &added {
                    if !self.0.trim_start_matches('\u{feff}').is_empty() {
                        self.0 += line_end;
                    }
                    self.0 += &format!("[[{ENTRIES}]]{line_end}");
                    for pair in pairs(key, reason) {
                        self.0 += &pair;
                        self.0 += line_end;
                    }
                }
            }
        }
        Ok(added.len())
    }

    fn add_to_list(
        &mut self,
        list: &Range<usize>,
        last: Option<&Range<usize>>,
        added: &[&EntryKey],
        reason: &str,
        line_end: &str,
    ) {
        let mut bracket = list.end - 1;
        if let Some(last) = last
            && !followed_by_comma(&self.0[last.end..bracket])
        {
            self.0.insert(last.end, ',');
            bracket += 1;
        }
        // Before the line of the bracket where it has one.
        let line = self.0[..bracket].rfind('\n').map_or(0, |at| at + 1);
        let has_own_line = line > list.start && self.0[line..bracket].trim().is_empty();
        let mut new = String::new();
        if !has_own_line {
            new += line_end;
        }
        for key in added {
            let table = pairs(key, reason).collect::<Vec<_>>().join(", ");
            new += &format!("  {{ {table} }},{line_end}");
        }
        self.0.insert_str(if has_own_line { line } else { bracket }, &new);
    }

    /// Drops entries, and says how many.
    pub(crate) fn drop_entries(&mut self, keys: &HashSet<EntryKey>) -> Result<usize, String> {
        let entries = self.entries()?;
        let is_dropped = |key: &Option<EntryKey>| key.as_ref().is_some_and(|key| keys.contains(key));
        let dropped: Vec<_> = entries.items.into_iter().filter(|(key, _)| is_dropped(key)).collect();
        for (_, range) in dropped.iter().rev() {
            let range = match &entries.list {
                Some(_) => self.item_with_comma(range),
                None => self.lines_of_table(range),
            };
            self.0.replace_range(range, "");
        }
        Ok(dropped.len())
    }

    /// The lines of a table, with the blank ones that would be left over.
    fn lines_of_table(&self, range: &Range<usize>) -> Range<usize> {
        let mut start = self.0[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let mut end = self.0[range.end..]
            .find('\n')
            .map_or(self.0.len(), |at| range.end + at + 1);
        let before = self.0[..start].trim_start_matches('\u{feff}');
        let is_blank_before = before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n");
        while is_blank_before
            && let Some(length) = self.0[end..].find('\n').map(|at| at + 1)
            && self.0[end..end + length].trim().is_empty()
        {
            end += length;
        }
        if self.0[end..].trim().is_empty() {
            // The line before keeps the break that ends it.
            let kept = self.0[..start].trim_end().len();
            start = self.0[kept..start].find('\n').map_or(start, |at| kept + at + 1);
        }
        start..end
    }

    /// A table in a list with the comma behind it, and with its line where that has nothing else.
    fn item_with_comma(&self, range: &Range<usize>) -> Range<usize> {
        let rest = &self.0[range.end..];
        let blank = rest.len() - rest.trim_start().len();
        let end = match rest[blank..].starts_with(',') {
            true => range.end + blank + 1,
            false => range.end,
        };
        let line = self.0[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.0[end..].find('\n').map(|at| end + at + 1);
        match line_end {
            Some(line_end)
                if self.0[line..range.start].trim().is_empty() && self.0[end..line_end].trim().is_empty() =>
            {
                line..line_end
            }
            _ => range.start..end,
        }
    }

    fn entries(&self) -> Result<Entries, String> {
        // A byte order mark is none of the text, but counts as bytes.
        let text = self.0.strip_prefix('\u{feff}').unwrap_or(&self.0);
        let mark = self.0.len() - text.len();
        let table = DeTable::parse(text).map_err(|error| error.message().to_owned())?;
        let mut entries = Entries {
            items: Vec::new(),
            list: None,
        };
        let Some((name, value)) = table.get_ref().get_key_value(ENTRIES) else {
            return Ok(entries);
        };
        let shift = |range: Range<usize>| range.start + mark..range.end + mark;
        if text[name.span().end..]
            .trim_start_matches(['"', '\'', ' ', '\t'])
            .starts_with('=')
        {
            entries.list = Some(shift(value.span()));
        }
        for item in value.get_ref().as_array().into_iter().flatten() {
            let Some(table) = item.get_ref().as_table() else {
                continue;
            };
            let mut range = item.span();
            if entries.list.is_none() {
                let ends = table.iter().map(|(_, value)| value.span().end);
                range.end = ends.fold(range.end, usize::max);
            }
            entries.items.push((key(table), shift(range)));
        }
        Ok(entries)
    }
}

/// Whether a comma comes next, but for blanks and comments.
fn followed_by_comma(text: &str) -> bool {
    let lines = text
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.into_iter().any(|line| line.starts_with(','))
}

/// What an entry suppresses.
fn key(table: &DeTable<'_>) -> Option<EntryKey> {
    let text = |name: &str| table.get(name).and_then(|value| DeValue::as_str(value.get_ref()));
    Some(EntryKey {
        file: text("file")?.to_owned(),
        rule: Rule::from_name(text("rule")?)?,
        pointer: text("pointer").map(str::to_owned),
        hash: text("value").and_then(parse_hash),
    })
}

/// The keys of an entry with their values.
fn pairs(key: &EntryKey, reason: &str) -> impl Iterator<Item = String> {
    let pair =
        |name: &str, value: &str| format!("{name} = {}", TomlStringBuilder::new(value).as_basic().to_toml_value());
    [
        Some(pair("file", &key.file)),
        Some(pair("rule", key.rule.name())),
        key.pointer.as_deref().map(|pointer| pair("pointer", pointer)),
        key.hash.map(|hash| pair("value", &show_hash(hash))),
        Some(pair("reason", reason)),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_however_they_are_written() {
        for (text, expected) in [
            ("", &[][..]),
            (
                "[[ignore]]\nfile = 'a'\nrule = 'wrong-type' # x\n\n# y\n",
                &["[[ignore]]\nfile = 'a'\nrule = 'wrong-type'"],
            ),
            ("\u{feff}[[ignore]]\nfile = 'a'\n", &["[[ignore]]\nfile = 'a'"]),
            (
                "ignore = [\n { file = 'a' }, # x\n {file='b'}]",
                &["{ file = 'a' }", "{file='b'}"],
            ),
        ] {
            let file = IgnoreText::new(text.to_owned());
            let entries = file.entries().unwrap_or_else(|failure| panic!("{failure}"));
            let found: Vec<&str> = entries.items.iter().map(|(_, range)| &file.0[range.clone()]).collect();
            assert_eq!(found, expected);
            assert_eq!(entries.list.is_some(), text.starts_with("ignore ="));
        }
    }

    #[test]
    fn commas_in_comments_are_none() {
        assert!(followed_by_comma(" # a, b\n , "));
        assert!(!followed_by_comma(" # a, b\n "));
    }
}
