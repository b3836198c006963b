//! The text of a settings file, and mistakes in it.

use std::ops::Range;

use annotate_snippets::Level;
use ctslint::{Position, Severity, Span};

use crate::failure::Failure;
use crate::language;
use crate::messages::Message;
use crate::terminal::excerpt::{Excerpt, Mark, Text};
use crate::terminal::visible;
use crate::wording;

/// How many mistakes are shown.
const MOST_SHOWN: usize = 10;

/// How many characters of a message are shown, which may hold a name from the file.
const LONGEST: usize = 200;

/// The text of a settings file.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path, relative to the working directory where that is short.
    shown: String,
    text: String,
    /// Where each line starts, in bytes and in UTF-16 code units.
    lines: Vec<(usize, u32)>,
}

impl Source {
    pub(super) fn new(shown: String, text: String) -> Self {
        let mut lines = vec![(0, 0)];
        let (mut start, mut units) = (0, 0);
        for line in text.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
            start += line.len();
            units += line.encode_utf16().count() as u32;
            lines.push((start, units));
        }
        Self { shown, text, lines }
    }

    /// Its path, as it is shown.
    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The number of the line that holds a byte.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        self.lines.partition_point(|&(start, _)| start <= offset) as u32
    }

    fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let offset = (0..=offset)
            .rev()
            .find(|&offset| self.text.is_char_boundary(offset))
            .unwrap_or(0);
        let line = self.line(offset);
        let (start, units) = self.lines[line as usize - 1];
        let before = &self.text[start..offset];
        let here = before.encode_utf16().count() as u32;
        Position {
            offset: offset as u32,
            utf16_offset: units + here,
            line,
            column: before.chars().count() as u32 + 1,
            utf16: here + 1,
        }
    }

    /// A stretch of the text with its lines and columns.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span {
            start: self.position(range.start),
            end: self.position(range.end.max(range.start)),
        }
    }
}

/// Something wrong with a settings file.
#[derive(Debug)]
pub(crate) struct Mistake {
    range: Range<usize>,
    message: String,
    label: String,
    help: Option<String>,
}

/// What is wrong with a settings file.
#[derive(Debug, Default)]
pub(crate) struct Mistakes {
    /// The first ones.
    list: Vec<Mistake>,
    total: usize,
}

impl Mistakes {
    pub(crate) fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Notes a mistake: what is wrong, a few words beside the place, and what to do.
    pub(crate) fn add(&mut self, range: Range<usize>, message: Message<'_>, label: &str, help: Option<Message<'_>>) {
        self.note(range, message.text(), label, help.map(|help| help.text()));
    }

    fn note(&mut self, range: Range<usize>, message: String, label: &str, help: Option<String>) {
        self.total += 1;
        let message = match message.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &message[..end]),
            None => message,
        };
        // Mistakes come as the tables are read, which is not quite the order of the text.
        if self.list.len() < 100 * MOST_SHOWN {
            self.list.push(Mistake {
                range,
                message,
                label: label.into(),
                help,
            });
        }
    }

    /// Notes that the text is not TOML.
    pub(super) fn syntax(&mut self, error: &toml::de::Error) {
        let message = error.message().lines().next().unwrap_or("not TOML").to_owned();
        self.note(error.span().unwrap_or(0..0), message, "", None);
    }

    /// The failure that shows them.
    pub(super) fn failure(mut self, source: &Source) -> Failure {
        self.list.sort_by_key(|mistake| mistake.range.start);
        let text = Text::new(source.text.as_bytes());
        let error = Level::ERROR.with_name(wording::severity(Severity::Error, language::for_people()));
        let help = Level::HELP.with_name(Message::Help.text());
        let mut out = String::new();
        for mistake in self.list.iter().take(MOST_SHOWN) {
            let help = mistake.help.iter().map(|text| (help.clone(), text.clone()));
            let excerpt = Excerpt {
                level: error.clone(),
                id: None,
                links: None,
                title: &mistake.message,
                path: &source.shown,
                marks: &[Mark {
                    span: source.span(mistake.range.clone()),
                    label: &mistake.label,
                    primary: true,
                }],
                at: None,
                remarks: &help.collect::<Vec<_>>(),
                fix: None,
            };
            out.push('\n');
            out += &excerpt.draw(&text, false);
        }
        let mut shown = out.trim_end().to_owned();
        if self.total > MOST_SHOWN {
            let count = self.total - MOST_SHOWN;
            shown += &format!("\n\n{}", Message::MoreMistakes { count }.text());
        }
        Failure::Settings {
            path: visible(&source.shown).into_owned(),
            count: self.total,
            shown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_counted_in_characters() {
        let source = Source::new("x".into(), "a\nb😀c\n".into());
        let at = |offset| source.position(offset);
        assert_eq!((at(0).line, at(0).column), (1, 1));
        assert_eq!((at(7).line, at(7).column, at(7).utf16), (2, 3, 4));
        assert_eq!((at(9).line, at(9).column), (3, 1));
    }
}
