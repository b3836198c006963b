//! Excerpts of a text with marks below its lines.
//!
//! Only the surroundings of the marks are looked at, so the cost of an excerpt does not depend on how long the text or
//! its lines are. What would disturb a terminal is made visible.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use ctslint::{Edit, Position, Span};

use super::escape::{disturbs, push_visible, visible};
use super::hyperlinks::linked;
use crate::messages::Message;

/// A line up to this many bytes is shown whole.
const SHORT_LINE: usize = 140;
/// Of a longer one this much is shown before each end of a mark …
const BEFORE: usize = 40;
/// … and this much behind it.
const BEHIND: usize = 60;
/// How many lines between two marks are shown rather than left out.
const SHOWN_GAP: u32 = 1;
/// The longest text that is shown before and after a fix, in bytes.
const LONGEST_PATCH: usize = 400;
/// No line that is shown is as wide, so that the library cuts none.
const WIDEST: usize = 10_000;

/// A text that excerpts are taken from.
pub(crate) struct Text<'a> {
    /// The text in UTF-8, as far as it is text at all.
    bytes: Cow<'a, [u8]>,
    /// Where the text was UTF-16: the length of its byte order mark, and where each unit stands in `bytes`.
    units: Option<(usize, Vec<u32>)>,
}

impl<'a> Text<'a> {
    /// The text of a file.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let (mark, unit): (usize, fn([u8; 2]) -> u16) = match *bytes {
            [0xff, 0xfe, 0, 0, ..] => return Self::utf8(bytes),
            [0xff, 0xfe, ..] => (2, u16::from_le_bytes),
            [0xfe, 0xff, ..] => (2, u16::from_be_bytes),
            [1..=0x7f, 0, 1..=0x7f, 0, ..] | [1..=0x7f, 0] => (0, u16::from_le_bytes),
            [0, 1..=0x7f, 0, 1..=0x7f, ..] | [0, 1..=0x7f] => (0, u16::from_be_bytes),
            _ => return Self::utf8(bytes),
        };
        let (pairs, rest) = bytes[mark..].as_chunks();
        let units = pairs.iter().copied().map(unit);
        let mut text = String::with_capacity(bytes.len() / 2);
        let mut offsets = Vec::with_capacity(pairs.len() + 1);
        for c in char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)) {
            offsets.extend(std::iter::repeat_n(text.len() as u32, c.len_utf16()));
            text.push(c);
        }
        if !rest.is_empty() {
            offsets.push(text.len() as u32);
            text.push(char::REPLACEMENT_CHARACTER);
        }
        Self {
            bytes: Cow::Owned(text.into_bytes()),
            units: Some((mark, offsets)),
        }
    }

    const fn utf8(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cow::Borrowed(bytes),
            units: None,
        }
    }

    /// Where a stretch of the file stands in `bytes`.
    fn place(&self, span: Span) -> Span {
        let Some((mark, offsets)) = &self.units else {
            return span;
        };
        let offset = |offset: u32| {
            let unit = (offset as usize).saturating_sub(*mark) / 2;
            offsets.get(unit).copied().unwrap_or(self.bytes.len() as u32)
        };
        let start = Position {
            offset: offset(span.start.offset),
            ..span.start
        };
        let end = Position {
            offset: offset(span.end.offset),
            ..span.end
        };
        Span { start, end }
    }
}

impl Text<'_> {
    /// The lines that an edit changes, where they are few, short and plain enough to be shown before and after. `None` also where
    /// nothing but the marked stretch changes, for what is said of that tells as much; and of several edits, for with those the
    /// library can panic.
    fn patched(&self, marked: Span, edits: &[Edit]) -> Option<Patched> {
        let [edit] = edits else { return None };
        let near = marked.start;
        let is_marked = edit.start >= near.offset && edit.end <= marked.end.offset;
        if is_marked && !edit.text.contains('\n') {
            return None;
        }
        let text = match self.units {
            None => &self.bytes[..],
            Some(_) => return None,
        };
        let start = line_start(text, edit.start as usize, SHORT_LINE)?;
        let end = line_end(text, edit.end as usize, SHORT_LINE)?;
        let near_offset = (near.offset as usize).min(text.len());
        let between = &text[start.min(near_offset)..start.max(near_offset)];
        if end.checked_sub(start)? > LONGEST_PATCH || between.len() > LONGEST_PATCH {
            return None;
        }
        let plain = |text: &str| {
            let text = text.replace("\r\n", "\n");
            let is_plain = text.len() <= LONGEST_PATCH && !text.contains(|c| disturbs(c) && !matches!(c, '\n' | '\t'));
            is_plain.then_some(text)
        };
        let breaks = |bytes: &[u8]| Some(plain(std::str::from_utf8(bytes).ok()?)?.matches('\n').count() as u32);
        let number = match start <= near_offset {
            true => near.line.checked_sub(breaks(between)?)?,
            false => near.line + breaks(between)?,
        };
        let lines = plain(std::str::from_utf8(&text[start..end]).ok()?)?;
        // A line break of two characters counts as one there.
        let at = |offset: u32| {
            let before = std::str::from_utf8(text.get(start..offset as usize)?).ok()?;
            Some(before.len() - before.matches("\r\n").count())
        };
        Some(Patched {
            number,
            lines,
            range: at(edit.start)?..at(edit.end)?,
            new: plain(&edit.text)?,
        })
    }
}

/// A stretch of the text, and what is to be said of it.
#[derive(Clone, Copy)]
pub(crate) struct Mark<'a> {
    pub(crate) span: Span,
    pub(crate) label: &'a str,
    /// Whether it is what the finding is about.
    pub(crate) primary: bool,
}

/// A message with the lines that it speaks of, and what else is said of it.
pub(crate) struct Excerpt<'a> {
    pub(crate) level: Level<'static>,
    /// The name of the rule.
    pub(crate) id: Option<&'a str>,
    /// Where the name of the rule and the path lead, where they do.
    pub(crate) links: Option<(String, String)>,
    pub(crate) title: &'a str,
    /// The path of the file, as it was given.
    pub(crate) path: &'a str,
    /// The marks, the first of which gives the location. Without any, no line is shown.
    pub(crate) marks: &'a [Mark<'a>],
    /// Where it is, where no line is shown.
    pub(crate) at: Option<Position>,
    /// Notes and helps.
    pub(crate) remarks: &'a [(Level<'static>, String)],
    /// What to do, and the edits that do it.
    pub(crate) fix: Option<(String, &'a [Edit])>,
}

/// Lines with an edit in them.
struct Patched {
    /// The number of the first line.
    number: u32,
    lines: String,
    range: Range<usize>,
    new: String,
}

/// One line as it is shown.
struct Line {
    number: u32,
    shown: String,
    underlines: Vec<Underline>,
    /// Whether each character before the first mark is shown as one.
    is_true: bool,
}

/// A mark in bytes of the line as it is shown.
struct Underline {
    range: Range<usize>,
    label: String,
    primary: bool,
}

impl Excerpt<'_> {
    /// Draws it, with a line break at its end.
    pub(crate) fn draw(&self, text: &Text<'_>, color: bool) -> String {
        let mut marks = self.marks.to_vec();
        for mark in &mut marks {
            mark.span = text.place(mark.span);
        }
        let lines = lines(&text.bytes, &marks);
        let runs: Vec<&[Line]> = lines.chunk_by(|line, next| line.number + 1 == next.number).collect();
        let (title, path) = (visible(self.title), visible(self.path));
        let mut title = self.level.clone().primary_title(&*title);
        if let Some(id) = self.id {
            title = title.id(id);
        }
        let at = marks.first().map(|mark| mark.span.start).or(self.at);
        // Where the place can be told from the first lines that are shown, the library tells it.
        let is_told = runs.first().is_some_and(|run| {
            let mut underlines = run.iter().flat_map(|line| &line.underlines);
            run.iter().all(|line| line.is_true) && underlines.any(|underline| underline.primary)
        });
        let mut group = Group::with_title(title);
        if !is_told {
            let mut origin = Origin::path(&*path);
            if let Some(at) = at {
                origin = origin.line(at.line as usize).char_column(at.column as usize);
            }
            group = group.element(origin);
        }
        for (index, run) in runs.into_iter().enumerate() {
            let mut source = String::new();
            let mut annotations = Vec::new();
            for line in run {
                for underline in &line.underlines {
                    let kind = match underline.primary {
                        true => AnnotationKind::Primary,
                        false => AnnotationKind::Context,
                    };
                    let (start, end) = (source.len() + underline.range.start, source.len() + underline.range.end);
                    let label = (!underline.label.is_empty()).then(|| underline.label.clone());
                    annotations.push(kind.span(start..end).label(label));
                }
                source += &line.shown;
                source.push('\n');
            }
            let first = run.first().map_or(1, |line| line.number as usize);
            let snippet = Snippet::source(source).line_start(first).annotations(annotations);
            group = group.element(match is_told && index == 0 {
                true => snippet.path(&*path),
                false => snippet,
            });
        }
        let remarks = self.remarks.iter();
        let mut group = group.elements(remarks.map(|(level, remark)| level.clone().message(visible(remark))));
        let mut patch = None;
        if let Some((title, edits)) = &self.fix {
            let help = Level::HELP.with_name(Message::Help.text());
            match marks.first().and_then(|mark| text.patched(mark.span, edits)) {
                Some(patched) => {
                    let edit = Patch::new(patched.range, patched.new);
                    let snippet = Snippet::source(patched.lines).line_start(patched.number as usize);
                    let title = help.secondary_title(visible(title));
                    patch = Some(Group::with_title(title).element(snippet.patch(edit)));
                }
                None => group = group.element(help.message(visible(title))),
            }
        }
        let groups: Vec<Group<'_>> = std::iter::once(group).chain(patch).collect();
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let mut drawn = renderer
            .decor_style(DecorStyle::Unicode)
            .term_width(WIDEST)
            .render(&groups);
        drawn.push('\n');
        let (Some(id), Some((rule, file))) = (self.id, &self.links) else {
            return drawn;
        };
        // The name of the rule stands in the title, behind the severity, and the path at the start of the line below it. The library
        // links the first alone, and not without colours.
        let (title, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
        let (title, rest) = (
            title.replacen(id, &linked(id, rule), 1),
            rest.replacen(&*path, &linked(&path, file), 1),
        );
        format!("{title}\n{rest}")
    }
}

/// The lines that the marks are on, and short gaps between them.
fn lines(text: &[u8], marks: &[Mark<'_>]) -> Vec<Line> {
    let mut marks: Vec<&Mark<'_>> = marks.iter().collect();
    marks.sort_by_key(|mark| mark.span.start);
    let mut lines: Vec<Line> = Vec::new();
    for group in marks.chunk_by(|left, right| left.span.start.line == right.span.start.line) {
        let first = group[0].span.start;
        if let Some(previous) = lines.last().map(|line| line.number) {
            let gap = first.line.saturating_sub(previous + 1);
            if (1..=SHOWN_GAP).contains(&gap) {
                lines.extend(gap_before(text, first, gap));
            }
        }
        lines.push(line(text, first.line, group));
    }
    lines
}

/// The lines just before that of a position, as far as they are near.
fn gap_before(text: &[u8], position: Position, count: u32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = line_start(text, position.offset as usize, SHORT_LINE);
    for back in 1..=count {
        let Some(end) = at.and_then(|start| before_line_end(text, start)) else {
            break;
        };
        let start = line_start(text, end, SHORT_LINE);
        let mut shown = String::new();
        let from = start.unwrap_or_else(|| char_start(text, end.saturating_sub(SHORT_LINE)));
        if start.is_none() {
            shown.push('…');
        }
        show(&text[from..end], from, &mut shown, &mut |_, _| {});
        lines.push(Line {
            number: position.line - back,
            shown,
            underlines: Vec::new(),
            is_true: true,
        });
        at = start;
    }
    lines.reverse();
    lines
}

/// A line with the marks that start on it.
fn line(text: &[u8], number: u32, marks: &[&Mark<'_>]) -> Line {
    let pieces = pieces(text, marks);
    let mut shown = String::new();
    // Where each mark starts and ends, once it was passed.
    let mut found: Vec<(Option<usize>, Option<usize>)> = vec![(None, None); marks.len()];
    let mut shown_to = None;
    for &(start, end) in &pieces {
        let cut = match shown_to {
            None => !is_line_start(text, start),
            Some(_) => true,
        };
        if cut {
            shown.push('…');
        }
        show(&text[start..end], start, &mut shown, &mut |offset, at| {
            for (mark, (from, to)) in marks.iter().zip(&mut found) {
                if from.is_none() && offset >= mark.span.start.offset as usize {
                    *from = Some(at);
                }
                if to.is_none() && offset >= mark.span.end.offset as usize {
                    *to = Some(at);
                }
            }
        });
        shown_to = Some(end);
    }
    let total = shown.len();
    if shown_to.is_some_and(|end| !is_line_end(text, end)) {
        shown.push('…');
    }
    let mut underlines: Vec<Underline> = Vec::with_capacity(marks.len());
    for (mark, (from, to)) in marks.iter().zip(found) {
        let start = from.unwrap_or(total);
        let underline = Underline {
            range: start..to.unwrap_or(total).max(start),
            label: visible(mark.label).into_owned(),
            primary: mark.primary,
        };
        // Of several equal labels on a line one says it all.
        if let Some(last) = underlines.last_mut()
            && (&last.label, last.primary) == (&underline.label, underline.primary)
        {
            last.label.clear();
        }
        underlines.push(underline);
    }
    let is_true = marks.iter().zip(&underlines).all(|(mark, underline)| {
        let before = shown.get(..underline.range.start).unwrap_or_default();
        before.chars().count() + 1 == mark.span.start.column as usize
    });
    Line {
        number,
        shown,
        underlines,
        is_true,
    }
}

/// The stretches of a line that are shown: all of it if it is short, otherwise what is around the ends of its marks.
fn pieces(text: &[u8], marks: &[&Mark<'_>]) -> Vec<(usize, usize)> {
    let offset = |position: Position| (position.offset as usize).min(text.len());
    let first = marks.iter().map(|mark| offset(mark.span.start)).min().unwrap_or(0);
    if let Some(start) = line_start(text, first, SHORT_LINE)
        && let Some(end) = line_end(text, start, SHORT_LINE)
    {
        return vec![(start, end)];
    }
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for mark in marks {
        // Of a mark over several lines the part on the first is shown.
        let one_line = mark.span.end.line == mark.span.start.line;
        let ends = [Some(mark.span.start), one_line.then_some(mark.span.end)];
        for at in ends.into_iter().flatten().map(offset) {
            let start = line_start(text, at, BEFORE).unwrap_or_else(|| char_start(text, at - BEFORE.min(at)));
            let end = line_end(text, at, BEHIND).unwrap_or_else(|| char_start(text, (at + BEHIND).min(text.len())));
            pieces.push((start, end.max(start)));
        }
    }
    pieces.sort_unstable();
    pieces.dedup_by(|second, first| {
        // A cut that saves nothing is none.
        let joined = second.0 <= first.1 + 1;
        if joined {
            first.1 = first.1.max(second.1);
        }
        joined
    });
    pieces
}

/// Shows a stretch, and tells where in what is shown each character, and the end, stands.
fn show(bytes: &[u8], base: usize, shown: &mut String, at: &mut dyn FnMut(usize, usize)) {
    let mut offset = base;
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            at(offset, shown.len());
            match c {
                // The library shows it, and counts it as one character.
                '\t' => shown.push(c),
                c => _ = push_visible(c, shown),
            }
            offset += c.len_utf8();
        }
        for byte in chunk.invalid() {
            at(offset, shown.len());
            // Writing to a string can't fail.
            let _ = std::fmt::Write::write_fmt(shown, format_args!("<{byte:02X}>"));
            offset += 1;
        }
    }
    at(offset, shown.len());
}

const fn breaks_line(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The start of the line of `at`, if it is at most `reach` bytes away.
fn line_start(text: &[u8], at: usize, reach: usize) -> Option<usize> {
    let at = at.min(text.len());
    let from = at.saturating_sub(reach);
    match text[from..at].iter().rposition(|&byte| breaks_line(byte)) {
        Some(index) => Some(from + index + 1),
        None => (from == 0 || breaks_line(text[from - 1])).then_some(from),
    }
}

/// The end of the line of `at`, without what breaks it, if it is at most `reach` bytes away.
fn line_end(text: &[u8], at: usize, reach: usize) -> Option<usize> {
    let at = at.min(text.len());
    let to = (at + reach).min(text.len());
    match text[at..to].iter().position(|&byte| breaks_line(byte)) {
        Some(index) => Some(at + index),
        None => is_line_end(text, to).then_some(to),
    }
}

/// The end of the line before one that starts there.
fn before_line_end(text: &[u8], start: usize) -> Option<usize> {
    let end = start.checked_sub(1)?;
    let crlf = text[end] == b'\n' && end > 0 && text[end - 1] == b'\r';
    Some(end - usize::from(crlf))
}

fn is_line_start(text: &[u8], at: usize) -> bool {
    at == 0 || breaks_line(text[at - 1])
}

fn is_line_end(text: &[u8], at: usize) -> bool {
    text.get(at).is_none_or(|&byte| breaks_line(byte))
}

/// The first character that starts there or behind it.
fn char_start(text: &[u8], at: usize) -> usize {
    (at..text.len().min(at + 3))
        .find(|&index| !matches!(text[index], 0x80..=0xbf))
        .unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;

    /// The position of a byte in a text of UTF-8.
    fn position(text: &str, offset: usize) -> Position {
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |index| index + 1);
        Position {
            offset: offset as u32,
            utf16_offset: before.encode_utf16().count() as u32,
            line: before.matches('\n').count() as u32 + 1,
            column: text[line_start..offset].chars().count() as u32 + 1,
            utf16: text[line_start..offset].encode_utf16().count() as u32 + 1,
        }
    }

    fn mark<'a>(text: &str, at: &str, label: &'a str, primary: bool) -> Mark<'a> {
        let start = text.find(at).expect("the text holds it");
        Mark {
            span: Span {
                start: position(text, start),
                end: position(text, start + at.len()),
            },
            label,
            primary,
        }
    }

    /// The excerpt without its title.
    fn draw(text: &[u8], marks: &[Mark<'_>]) -> String {
        let excerpt = Excerpt {
            links: None,
            level: Level::ERROR,
            id: None,
            title: "title",
            path: "a.json",
            marks,
            at: None,
            remarks: &[],
            fix: None,
        };
        let drawn = excerpt.draw(&Text::new(text), false);
        drawn.strip_prefix("error: title\n").expect("the title").to_owned()
    }

    #[track_caller]
    fn assert_drawn(text: &str, marks: &[Mark<'_>], expected: &[&str]) {
        assert_eq!(draw(text.as_bytes(), marks).lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn one_mark() {
        let text = "{\n  \"a\": 'b',\n}\n";
        assert_drawn(
            text,
            &[mark(text, "'b'", "use double quotes", true)],
            &[
                "  ╭▸ a.json:2:8",
                "  │",
                "2 │   \"a\": 'b',",
                "  ╰╴       ━━━ use double quotes",
            ],
        );
    }

    #[test]
    fn marks_on_several_lines() {
        let text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
        assert_drawn(
            text,
            &[
                mark(text, "ten", "here", true),
                mark(text, "one", "first", false),
                mark(text, "three", "third", false),
            ],
            &[
                "   ╭▸ a.json:10:1",
                "   │",
                "   ⸬  ",
                " 1 │ one",
                "   │ ─── first",
                " 2 │ two",
                " 3 │ three",
                "   │ ───── third",
                "   │",
                "   ⸬  ",
                "10 │ ten",
                "   ╰╴━━━ here",
            ],
        );
    }

    #[test]
    fn marks_on_one_line_hang_their_labels_below() {
        let text = "alpha beta gamma";
        assert_drawn(
            text,
            &[
                mark(text, "alpha", "first", false),
                mark(text, "beta", "second", true),
                mark(text, "gamma", "third", false),
            ],
            &[
                "  ╭▸ a.json:1:7",
                "  │",
                "1 │ alpha beta gamma",
                "  │ ┬──── ┯━━━ ───── third",
                "  │ │     │",
                "  │ │     second",
                "  ╰╴first",
            ],
        );
    }

    #[test]
    fn marks_that_overlap_are_both_seen() {
        let text = "{ \"name\": 1 }";
        assert_drawn(
            text,
            &[mark(text, "name", "this", true), mark(text, text, "in this", false)],
            &[
                "  ╭▸ a.json:1:4",
                "  │",
                "1 │ { \"name\": 1 }",
                "  │ ┬──┯━━━──────",
                "  │ │  │",
                "  │ │  this",
                "  ╰╴in this",
            ],
        );
    }

    #[test]
    fn one_of_several_equal_labels_is_enough() {
        let text = "a_b_c";
        let mut marks = vec![mark(text, "a", "", true), mark(text, "b", "no", false)];
        marks.push(mark(text, "c", "no", false));
        assert_drawn(text, &marks, &["  ╭▸ a.json:1:1", "  │", "1 │ a_b_c", "  ╰╴━ ─ ─ no"]);
    }

    #[test]
    fn tabs_wide_and_bad_characters_keep_the_alignment() {
        let text = "\t漢字\x1b\u{202e}'x'";
        assert_drawn(
            text,
            &[mark(text, "'x'", "here", true)],
            &[
                "  ╭▸ a.json:1:6",
                "  │",
                "  ⸬  ",
                "1 │     漢字␛<U+202E>'x'",
                "  ╰╴                 ━━━ here",
            ],
        );
        let place = |offset: u32| Position {
            offset,
            utf16_offset: offset,
            line: 1,
            column: offset + 1,
            utf16: offset + 1,
        };
        let marks = [Mark {
            span: Span {
                start: place(1),
                end: place(2),
            },
            label: "bad",
            primary: true,
        }];
        assert!(draw(b"a\xffb", &marks).ends_with("1 │ a<FF>b\n  ╰╴ ━━━━ bad\n"));
    }

    #[test]
    fn marks_may_be_empty_and_at_the_end() {
        let place = |line, offset| Position {
            offset,
            line,
            column: 1,
            utf16: 1,
            ..Position::default()
        };
        let at = |line, offset| Mark {
            span: Span {
                start: place(line, offset),
                end: place(line, offset),
            },
            label: "here",
            primary: true,
        };
        assert!(draw(b"", &[at(1, 0)]).ends_with("1 │\n  ╰╴━ here\n"));
        assert!(draw(b"ab", &[at(1, 2)]).ends_with("1 │ ab\n  ╰╴  ━ here\n"));
        assert!(draw(b"ab\n", &[at(2, 3)]).ends_with("2 │\n  ╰╴━ here\n"));
        assert!(draw(b"ab", &[at(1, 99)]).ends_with("1 │ ab\n  ╰╴  ━ here\n"));
    }

    #[test]
    fn lines_end_as_they_like() {
        let text = "one\r\n\"two\"\rthree";
        let mut it = mark(text, "\"two\"", "here", true);
        it.span.start.line = 2;
        assert!(draw(text.as_bytes(), &[it]).ends_with("2 │ \"two\"\n  ╰╴━━━━━ here\n"));
    }

    #[test]
    fn a_mark_over_several_lines_is_shown_on_its_first() {
        let text = "{\n  \"a\": [\n    1\n  ]\n}";
        assert_drawn(
            text,
            &[mark(text, "[\n    1\n  ]", "this list", true)],
            &["  ╭▸ a.json:2:8", "  │", "2 │   \"a\": [", "  ╰╴       ━ this list"],
        );
    }

    #[test]
    fn of_a_long_line_only_the_surroundings_are_shown() {
        let text = format!(
            "{}'x'{}'y'{}",
            "a".repeat(100_000),
            "é".repeat(50_000),
            "b".repeat(100_000)
        );
        let drawn = draw(
            text.as_bytes(),
            &[mark(&text, "'x'", "first", true), mark(&text, "'y'", "second", false)],
        );
        let rows: Vec<&str> = drawn.lines().skip(3).collect();
        assert_eq!(
            rows[0],
            format!(
                "1 │ …{}'x'{}…{}'y'{}…",
                "a".repeat(40),
                "é".repeat(30),
                "é".repeat(20),
                "b".repeat(60)
            )
        );
        assert_eq!(
            rows[1],
            format!("  ╰╴ {}━━━ first{}─── second", " ".repeat(40), " ".repeat(45))
        );
    }

    #[test]
    fn a_long_mark_shows_both_its_ends() {
        let text = format!("\"{}\"", "a".repeat(1_000));
        let drawn = draw(text.as_bytes(), &[mark(&text, &text, "too long", true)]);
        let row = drawn.lines().nth(2).expect("three lines");
        assert_eq!(row, format!("1 │ \"{}…{}\"", "a".repeat(59), "a".repeat(39)));
        assert!(drawn.ends_with(&format!("  ╰╴{} too long\n", "━".repeat(101))));
    }

    /// The excerpt with a fix, from its help on.
    fn draw_fix(text: &str, mark: Mark<'_>, range: Range<usize>, new: &'static str) -> String {
        let edit = Edit {
            start: range.start as u32,
            end: range.end as u32,
            utf16_start: text[..range.start].encode_utf16().count() as u32,
            utf16_end: text[..range.end].encode_utf16().count() as u32,
            text: new.into(),
        };
        let excerpt = Excerpt {
            links: None,
            level: Level::ERROR,
            id: None,
            title: "title",
            path: "a.json",
            marks: &[mark],
            at: None,
            remarks: &[],
            fix: Some(("do it".to_owned(), &[edit])),
        };
        let drawn = excerpt.draw(&Text::new(text.as_bytes()), false);
        drawn[drawn.find("help: ").expect("there is help")..].to_owned()
    }

    #[test]
    fn a_fix_beside_the_mark_is_shown_as_a_patch() {
        let text = "{\n  \"a\": 1,\n  \"b\": 2\n}\n";
        let (start, end) = (text.find(",\n").expect("there"), text.find("\n}").expect("there"));
        assert_eq!(
            draw_fix(text, mark(text, "\"b\"", "", true), start..end, ""),
            "help: do it\n  ╭╴\n2 -   \"a\": 1,\n3 -   \"b\": 2\n2 +   \"a\": 1\n  ╰╴\n"
        );
        // Other line ends count as one character there.
        let crlf = text.replace('\n', "\r\n");
        let at = crlf.find("\"b\"").expect("there");
        let mut b = mark(&crlf, "\"b\"", "", true);
        b.span.start.line = 3;
        assert_eq!(
            draw_fix(&crlf, b, at..at, "\"c\": 3,\r\n  "),
            "help: do it\n  ╭╴\n3 ±   \"c\": 3,\n4 ±   \"b\": 2\n  ╰╴\n"
        );
    }

    #[test]
    fn a_fix_of_the_mark_or_of_much_is_not() {
        let text = "{\n  \"a\": 1\n}\n";
        assert_eq!(draw_fix(text, mark(text, "1", "", true), 9..10, "2"), "help: do it\n");
        let long = format!("{{\"a\": 1, \"b\": \"{}\"}}", "x".repeat(300));
        assert_eq!(draw_fix(&long, mark(&long, "1", "", true), 0..0, "2"), "help: do it\n");
        let odd = "{\"a\": 1, \"\u{202e}\": 1}";
        assert_eq!(draw_fix(odd, mark(odd, "1", "", true), 0..0, "2"), "help: do it\n");
    }

    proptest! {
        #[test]
        fn any_bytes_with_any_marks_are_drawn(
            bytes in prop_oneof![
                vec(any::<u8>(), 0..600),
                "[ab\\r\\n\\t'漢é\u{202e}\x1b]{0,600}".prop_map(String::into_bytes),
            ],
            places in vec((any::<Index>(), any::<Index>()), 1..5),
        ) {
            let at = |index: &Index| {
                let offset = index.index(bytes.len() + 1);
                let line = bytes[..offset].iter().filter(|&&byte| byte == b'\n').count() as u32 + 1;
                Position { offset: offset as u32, line, column: 1, utf16: 1, ..Position::default() }
            };
            let marks: Vec<Mark<'_>> = places
                .iter()
                .map(|(one, other)| {
                    let (one, other) = (at(one), at(other));
                    let span = Span { start: one.min(other), end: one.max(other) };
                    Mark { span, label: "here", primary: true }
                })
                .collect();
            let drawn = draw(&bytes, &marks);
            prop_assert!(!drawn.chars().any(|c| c.is_control() && c != '\n'));
            prop_assert!(drawn.contains("here"));
            prop_assert!(drawn.len() < 20_000);
        }
    }

    proptest! {
        #[test]
        fn any_edit_of_any_text_is_drawn(
            text in "[ab\\n\\t'漢é]{0,40}(\\r\\n[ab\\n ]{0,20}){0,4}",
            place in (any::<Index>(), any::<Index>()),
            new in prop_oneof![Just(""), Just("x"), Just("x\r\n  y"), Just("\n"), Just(" "), Just("漢\n")],
        ) {
            let boundaries: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            let (one, other) = place;
            let [one, other] = [one, other].map(|index| boundaries[index.index(boundaries.len())]);
            let range = one.min(other)..one.max(other);
            let start = position(&text, range.start);
            let mark = Mark { span: Span { start, end: start }, label: "here", primary: true };
            let drawn = draw_fix(&text, mark, range, new);
            prop_assert!(drawn.starts_with("help: do it"));
            prop_assert!(!drawn.chars().any(|c| c.is_control() && c != '\n'), "{drawn:?}");
        }
    }

    #[test]
    fn utf_16_is_shown_as_text() {
        let text = "{\n  \"😀\": 'b'\n}";
        let mut mark = mark(text, "'b'", "here", true);
        let bytes = |order: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(order).collect() };
        let units = |offset: u32| 2 * text[..offset as usize].encode_utf16().count() as u32;
        mark.span.start.offset = units(mark.span.start.offset);
        mark.span.end.offset = units(mark.span.end.offset);
        let expected = "2 │   \"😀\": 'b'\n  ╰╴        ━━━ here\n";
        assert!(draw(&bytes(u16::to_le_bytes), &[mark]).ends_with(expected));
        assert!(draw(&bytes(u16::to_be_bytes), &[mark]).ends_with(expected));
        mark.span.start.offset += 2;
        mark.span.end.offset += 2;
        let marked = [&[0xff, 0xfe][..], &bytes(u16::to_le_bytes)].concat();
        assert!(draw(&marked, &[mark]).ends_with(expected));
    }
}
