//! Formats the translation in the style of the original body.

use std::borrow::Cow;

use crate::json::scan::{is_break, line_end};
use crate::json::{Range, Value};
use crate::model::{FieldRef, Object};

/// A field of the new body, and its value as JSON text.
pub(super) struct Written<'t> {
    pub(super) to: FieldRef,
    pub(super) text: Cow<'t, str>,
}

/// The comments at a member, each with its marks.
#[derive(Debug, Default)]
pub(super) struct Beside<'t> {
    pub(super) before: Vec<&'t str>,
    pub(super) behind: Vec<&'t str>,
}

/// The comments of a body.
#[derive(Debug, Default)]
pub(super) struct Comments<'t> {
    /// Before and behind the whole body.
    pub(super) head: Vec<&'t str>,
    pub(super) tail: Vec<&'t str>,
    /// At fields.
    pub(super) fields: Vec<(FieldRef, Beside<'t>)>,
    /// At objects, by their index at the top level.
    pub(super) objects: Vec<(usize, Beside<'t>)>,
}

/// The largest number of members per object whose colons are counted.
const MAX_COUNTED: usize = 8;

/// The formatting of a body.
pub(super) struct Style<'t> {
    /// The indentation per level; `None` if the body is on one line.
    indent: Option<&'t str>,
    /// The indentation of the whole body.
    margin: &'t str,
    line_break: &'static str,
    /// The separator of key and value: the colon and the blanks around it.
    colon: &'t str,
    /// The blanks after a comma, if the body is on one line.
    gap: &'t str,
    /// The blanks inside the braces, if the body is on one line.
    padding: &'t str,
    ends_with_break: bool,
    /// Whether comments take lines of their own.
    whole_lines: bool,
}

impl<'t> Style<'t> {
    /// Detects the most frequent style of a body. It has few members, because it must be valid.
    pub(super) fn of(text: &'t str, root: Value<'_, 't>) -> Self {
        let is_blank = |text: &str| text.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        let start = root.range().start as usize;
        let before = text.get(..start).unwrap_or_default();
        let margin = last_line(before).unwrap_or(before);
        let margin = if is_blank(margin) { margin } else { "" };
        let mut leads = Votes::default();
        let mut gaps = Votes::default();
        let mut colons = Votes::default();
        let mut padding = "";
        let mut end = start + 1;
        for (index, member) in root.members().enumerate() {
            let key = member.key.range();
            let lead = text.get(end..key.start as usize).unwrap_or_default();
            leads.add(last_line(lead));
            match lead.strip_prefix(',') {
                Some(gap) if is_blank(gap) => gaps.add(Some(gap)),
                None if index == 0 && is_blank(lead) => padding = lead,
                _ => {}
            }
            for member in std::iter::once(member).chain(member.value.members().take(MAX_COUNTED)) {
                let colon = Range {
                    start: member.key.range().end,
                    end: member.value.range().start,
                }
                .of(text);
                if colon.bytes().all(|byte| matches!(byte, b':' | b' ' | b'\t')) {
                    colons.add(Some(colon));
                }
            }
            end = member.value.range().end as usize;
        }
        let bytes = text.as_bytes();
        let line_break = match bytes.get(line_end(bytes, 0)..) {
            Some([b'\r', b'\n', ..]) => "\r\n",
            Some([b'\r', ..]) => "\r",
            _ => "\n",
        };
        Self {
            indent: leads
                .most()
                .map(|lead| lead.strip_prefix(margin).unwrap_or(lead))
                .filter(|lead| is_blank(lead)),
            margin,
            line_break,
            colon: colons.most().unwrap_or(": "),
            gap: gaps.most().unwrap_or(" "),
            padding,
            ends_with_break: bytes.last().copied().is_some_and(is_break),
            whole_lines: false,
        }
    }

    /// The same style for a text that stands alone.
    pub(super) const fn at_margin(self) -> Self {
        Self { margin: "", ..self }
    }

    /// The same style with comments on lines of their own.
    pub(super) const fn with_whole_lines(self) -> Self {
        Self {
            whole_lines: true,
            ..self
        }
    }

    /// Writes the fields as a body with this table.
    pub(super) fn write(&self, table: &Object, written: &[Written<'_>], comments: &Comments<'_>) -> String {
        let mut groups: Vec<(usize, Vec<&Written<'_>>)> = Vec::new();
        for field in written {
            match groups.iter_mut().find(|(top, _)| *top == field.to.top()) {
                Some((_, members)) => members.push(field),
                None => groups.push((field.to.top(), vec![field])),
            }
        }
        let of_field = |to: FieldRef| comments.fields.iter().filter(move |(field, _)| *field == to);
        let mut text = String::from(self.margin);
        for comment in &comments.head {
            text.push_str(comment);
            text.push_str(self.line_break);
            text.push_str(self.margin);
        }
        let top_level = Members {
            count: groups.len(),
            write: &|text, group| {
                let (top, members) = &groups[group];
                self.key(text, table.fields[*top].name);
                match members[..] {
                    [field] if field.to.object().is_none() => text.push_str(&field.text),
                    _ => {
                        let object = Members {
                            count: members.len(),
                            write: &|text, member| {
                                let field = members[member];
                                self.key(text, field.to.name());
                                text.push_str(&field.text);
                            },
                            beside: &|member| of_field(members[member].to).map(|(_, beside)| beside).collect(),
                        };
                        self.object(text, 1, &object);
                    }
                }
            },
            beside: &|group| {
                let (top, members) = &groups[group];
                let of_object = comments.objects.iter().filter(|(object, _)| object == top);
                let of_object = of_object.map(|(_, beside)| beside);
                match members[..] {
                    [field] if field.to.object().is_none() => of_field(field.to).map(|(_, beside)| beside).collect(),
                    _ => of_object.collect(),
                }
            },
        };
        self.object(&mut text, 0, &top_level);
        for comment in &comments.tail {
            text.push_str(self.line_break);
            text.push_str(self.margin);
            text.push_str(comment);
        }
        if self.ends_with_break {
            text.push_str(self.line_break);
        }
        text
    }

    fn key(&self, text: &mut String, name: &str) {
        text.push('"');
        text.push_str(name);
        text.push('"');
        text.push_str(self.colon);
    }

    fn object(&self, text: &mut String, depth: usize, members: &Members<'_, '_>) {
        let lead = |text: &mut String, depth: usize, otherwise: &str| match self.indent {
            Some(indent) => {
                text.push_str(self.line_break);
                text.push_str(self.margin);
                (0..depth).for_each(|_| text.push_str(indent));
            }
            None => text.push_str(otherwise),
        };
        text.push('{');
        for member in 0..members.count {
            lead(text, depth + 1, if member > 0 { self.gap } else { self.padding });
            let beside = (members.beside)(member);
            for comment in beside.iter().flat_map(|beside| &beside.before) {
                self.start_comment(text);
                text.push_str(comment);
                self.end_comment(text, comment);
                lead(text, depth + 1, " ");
            }
            (members.write)(text, member);
            if member + 1 < members.count {
                text.push(',');
            }
            let mut is_first = true;
            for comment in beside.iter().flat_map(|beside| &beside.behind) {
                match is_first && !self.whole_lines {
                    true => text.push(' '),
                    false => lead(text, depth + 1, " "),
                }
                is_first = false;
                self.start_comment(text);
                text.push_str(comment);
                self.end_comment(text, comment);
            }
        }
        lead(text, depth, self.padding);
        text.push('}');
    }

    /// Starts a line for a comment, where nothing else would.
    fn start_comment(&self, text: &mut String) {
        if self.indent.is_none() && self.whole_lines {
            text.push_str(self.line_break);
        }
    }

    /// Ends the line behind a comment that reaches to its end, where nothing else would.
    fn end_comment(&self, text: &mut String, comment: &str) {
        if self.indent.is_none() && comment.starts_with(['/', '#']) && !comment.starts_with("/*") {
            text.push_str(self.line_break);
        }
    }
}

/// The members of an object that is written.
struct Members<'w, 't> {
    count: usize,
    /// Appends the member with an index.
    write: &'w dyn Fn(&mut String, usize),
    /// The comments at the member with an index.
    beside: &'w dyn Fn(usize) -> Vec<&'w Beside<'t>>,
}

/// The text after the last line break; `None` if there is none.
fn last_line(text: &str) -> Option<&str> {
    let end = text.bytes().rposition(is_break)?;
    text.get(end + 1..)
}

/// Counts how often each item occurs; `None` is an item too.
#[derive(Default)]
struct Votes<'t>(Vec<(Option<&'t str>, usize)>);

impl<'t> Votes<'t> {
    fn add(&mut self, item: Option<&'t str>) {
        match self.0.iter_mut().find(|(known, _)| *known == item) {
            Some((_, count)) => *count += 1,
            None => self.0.push((item, 1)),
        }
    }

    /// The most frequent item; of several, the first.
    fn most(&self) -> Option<&'t str> {
        let most = self.0.iter().rev().max_by_key(|(_, count)| *count);
        most.and_then(|(item, _)| *item)
    }
}
