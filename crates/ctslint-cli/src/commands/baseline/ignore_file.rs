//! The text of `ctslint-ignore.toml`: entries are added to it and dropped from it, and what else stands in it stays to the byte.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use ctslint::Rule;
use toml::de::{DeTable, DeValue};
use toml_writer::{ToTomlValue, TomlStringBuilder};

use crate::failure::Failure;
use crate::output;
use crate::project::suppress::{ENTRIES, EntryKey};
use crate::settings::{parse_hash, show_hash};
use crate::terminal;

/// A file with suppressions that is about to change. Other runs wait until it is dropped.
pub(super) struct IgnoreFile {
    path: PathBuf,
    text: String,
    /// What holds the lock; `None` where the file system has no locks.
    _lock: Option<File>,
}

/// The entries of a text, and how they are written.
struct Entries {
    /// What each suppresses, and its bytes: a table with its head, or one in a list.
    items: Vec<(Option<EntryKey>, Range<usize>)>,
    /// The list, where they stand in one.
    list: Option<Range<usize>>,
}

impl IgnoreFile {
    /// Reads a file, which need not be there.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let lock = lock(path);
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => {
                return Err(Failure::Read {
                    path: terminal::path(path),
                    source,
                });
            }
        };
        Ok(Self {
            path: path.to_owned(),
            text,
            _lock: lock,
        })
    }

    /// Adds entries, but for those that stand there already, and says how many.
    pub(super) fn add(&mut self, keys: &[EntryKey], reason: &str) -> Result<usize, Failure> {
        let entries = self.entries()?;
        let mut known: HashSet<&EntryKey> = entries.items.iter().filter_map(|(key, _)| key.as_ref()).collect();
        let added: Vec<&EntryKey> = keys.iter().filter(|key| known.insert(key)).collect();
        if added.is_empty() {
            return Ok(0);
        }
        let line_end = match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
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
                if !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text += line_end;
                }
                for key in &added {
                    if !self.text.trim_start_matches('\u{feff}').is_empty() {
                        self.text += line_end;
                    }
                    self.text += &format!("[[{ENTRIES}]]{line_end}");
                    for pair in pairs(key, reason) {
                        self.text += &pair;
                        self.text += line_end;
                    }
                }
            }
        }
        self.save()?;
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
            && !followed_by_comma(&self.text[last.end..bracket])
        {
            self.text.insert(last.end, ',');
            bracket += 1;
        }
        // Before the line of the bracket where it has one.
        let line = self.text[..bracket].rfind('\n').map_or(0, |at| at + 1);
        let has_own_line = line > list.start && self.text[line..bracket].trim().is_empty();
        let mut new = String::new();
        if !has_own_line {
            new += line_end;
        }
        for key in added {
            let table = pairs(key, reason).collect::<Vec<_>>().join(", ");
            new += &format!("  {{ {table} }},{line_end}");
        }
        self.text.insert_str(if has_own_line { line } else { bracket }, &new);
    }

    /// Drops entries, and says how many.
    pub(super) fn drop_entries(&mut self, keys: &HashSet<EntryKey>) -> Result<usize, Failure> {
        let entries = self.entries()?;
        let is_dropped = |key: &Option<EntryKey>| key.as_ref().is_some_and(|key| keys.contains(key));
        let dropped: Vec<_> = entries.items.into_iter().filter(|(key, _)| is_dropped(key)).collect();
        for (_, range) in dropped.iter().rev() {
            let range = match &entries.list {
                Some(_) => self.item_with_comma(range),
                None => self.lines_of_table(range),
            };
            self.text.replace_range(range, "");
        }
        if !dropped.is_empty() {
            self.save()?;
        }
        Ok(dropped.len())
    }

    /// The lines of a table, with the blank ones that would be left over.
    fn lines_of_table(&self, range: &Range<usize>) -> Range<usize> {
        let mut start = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let mut end = self.text[range.end..]
            .find('\n')
            .map_or(self.text.len(), |at| range.end + at + 1);
        let before = self.text[..start].trim_start_matches('\u{feff}');
        let is_blank_before = before.is_empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n");
        while is_blank_before
            && let Some(length) = self.text[end..].find('\n').map(|at| at + 1)
            && self.text[end..end + length].trim().is_empty()
        {
            end += length;
        }
        if self.text[end..].trim().is_empty() {
            // The line before keeps the break that ends it.
            let kept = self.text[..start].trim_end().len();
            start = self.text[kept..start].find('\n').map_or(start, |at| kept + at + 1);
        }
        start..end
    }

    /// A table in a list with the comma behind it, and with its line where that has nothing else.
    fn item_with_comma(&self, range: &Range<usize>) -> Range<usize> {
        let rest = &self.text[range.end..];
        let blank = rest.len() - rest.trim_start().len();
        let end = match rest[blank..].starts_with(',') {
            true => range.end + blank + 1,
            false => range.end,
        };
        let line = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text[end..].find('\n').map(|at| end + at + 1);
        match line_end {
            Some(line_end)
                if self.text[line..range.start].trim().is_empty() && self.text[end..line_end].trim().is_empty() =>
            {
                line..line_end
            }
            _ => range.start..end,
        }
    }

    fn entries(&self) -> Result<Entries, Failure> {
        // A byte order mark is none of the text, but counts as bytes.
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(&self.text);
        let mark = self.text.len() - text.len();
        let table = DeTable::parse(text).map_err(|error| Failure::Read {
            path: terminal::path(&self.path),
            source: io::Error::other(error.message().to_owned()),
        })?;
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

    /// Replaces the file at once, so that nobody finds half of it.
    fn save(&self) -> Result<(), Failure> {
        output::create(&self.path, self.text.as_bytes()).map_err(|source| Failure::Write {
            path: format!("`{}`", terminal::path(&self.path)),
            source,
        })
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

/// Waits until no other run changes the file. The lock is on its folder: the file itself is replaced by another.
#[cfg(unix)]
fn lock(path: &Path) -> Option<File> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = File::open(target.parent()?).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// Waits until no other run changes the file. The lock is on a file beside it, for folders can't be opened here.
#[cfg(not(unix))]
fn lock(path: &Path) -> Option<File> {
    let file = File::create(path.with_extension("toml.lock")).ok()?;
    file.lock().ok().map(|()| file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> IgnoreFile {
        IgnoreFile {
            path: std::env::temp_dir().join("ctslint-never-written.toml"),
            text: text.to_owned(),
            _lock: None,
        }
    }

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
            let file = of(text);
            let entries = file.entries().unwrap_or_else(|failure| panic!("{failure}"));
            let found: Vec<&str> = entries
                .items
                .iter()
                .map(|(_, range)| &file.text[range.clone()])
                .collect();
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
