//! The variables that a `.http` file defines: `@name = value`, used as `{{name}}`.
//!
//! As in the REST Client of Visual Studio Code, a definition holds in the whole file, may use variables itself, and the
//! last one of a name counts. Variables of environments, prompts and responses have no known value.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;

use super::mapped::Mapped;
use crate::json::Range;

/// How deep definitions may use each other.
const MAX_DEPTH: usize = 10;

/// How many bytes may be put in beyond four times the length of the file.
const SPARE: usize = 65_536;

/// The variables of a file.
#[derive(Debug)]
pub(crate) struct Variables<'t> {
    file: &'t str,
    /// Where the values stand.
    values: HashMap<&'t str, Range>,
    /// How many bytes may still be put in; variables beyond that stay unknown. It keeps the time linear in the file.
    budget: Cell<usize>,
}

impl<'t> Variables<'t> {
    /// Variables of a file with these lines; each line comes with the byte where it starts.
    pub(crate) fn new(file: &'t str, lines: impl Iterator<Item = (&'t str, usize)>) -> Self {
        let values = lines.filter_map(|(line, start)| {
            let (name, value) = line.trim().strip_prefix('@')?.split_once('=')?;
            let name = name.trim();
            if name.is_empty() || name.contains(char::is_whitespace) || value.contains('\\') {
                return None;
            }
            let value = value.trim();
            let start = start + (value.as_ptr() as usize - line.as_ptr() as usize);
            Some((name, Range::new(start, start + value.len())))
        });
        Self {
            file,
            values: values.collect(),
            budget: Cell::new(4 * file.len() + SPARE),
        }
    }

    /// A text with the values of the known variables in it.
    pub(crate) fn put_in<'m>(&self, text: Mapped<'m>) -> Mapped<'m> {
        if self.values.is_empty() || !text.text.contains("{{") {
            return text;
        }
        let mut made = Mapped::default();
        let mut done = 0;
        for (range, name) in uses(&text.text) {
            let Some(value) = self.value(name) else { continue };
            let before = Range {
                start: done,
                end: range.start,
            };
            made.append(&text, before);
            let place = text.map.range(range);
            self.push(&mut made, value, place, 1);
            done = range.end;
        }
        if done == 0 {
            return text;
        }
        made.append(&text, Range::new(done as usize, text.text.len()));
        Mapped {
            text: Cow::Owned(made.text.into_owned()),
            map: made.map,
        }
    }

    /// Where the value of a variable stands, if it is known.
    fn value(&self, name: &str) -> Option<Range> {
        let value = *self.values.get(name)?;
        let left = self.budget.get().checked_sub(1 + (value.end - value.start) as usize)?;
        self.budget.set(left);
        Some(value)
    }

    /// Appends the value of a variable that is used at `through`.
    fn push(&self, made: &mut Mapped<'_>, value: Range, through: Range, depth: usize) {
        let text = value.of(self.file);
        let at = |offset: u32| value.start + offset;
        let mut done = 0;
        for (range, name) in uses(text) {
            let inner = if depth < MAX_DEPTH { self.value(name) } else { None };
            let Some(inner) = inner else { continue };
            let before = Range::new(done as usize, range.start as usize);
            made.push(
                before.of(text),
                Range {
                    start: at(done),
                    end: at(range.start),
                },
                Some(through),
            );
            self.push(made, inner, through, depth + 1);
            done = range.end;
        }
        let rest = Range::new(done as usize, text.len());
        made.push(
            rest.of(text),
            Range {
                start: at(done),
                end: value.end,
            },
            Some(through),
        );
    }
}

/// The uses of variables in a text, and their names.
fn uses(text: &str) -> impl Iterator<Item = (Range, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find("{{")?;
            let inner = text.get(start + 2..)?;
            let length = inner.find(['{', '}', '\n', '\r', '"']).unwrap_or(inner.len());
            from = start + 1;
            if inner.get(length..).is_some_and(|end| end.starts_with("}}")) {
                from = start + 2 + length + 2;
                return Some((Range::new(start, from), inner[..length].trim()));
            }
        }
    })
}
