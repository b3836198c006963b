//! Excerpts of a text with marks below its lines.
//!
//! Only the surroundings of the marks are looked at, so the cost of an excerpt does not depend on how long the text or
//! its lines are. What would disturb a terminal is made visible.

use std::borrow::Cow;
use std::io::Write;

use anstyle::Style;
use ctslint::{Position, Span};

use super::escape::{push_visible, visible};

/// A line up to this many bytes is shown whole.
const SHORT_LINE: usize = 140;
/// Of a longer one this much is shown before each end of a mark …
const BEFORE: usize = 40;
/// … and this much behind it.
const BEHIND: usize = 60;
/// How many lines between two marks are shown rather than left out.
const SHOWN_GAP: u32 = 1;

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

/// A stretch of the text, and what is to be said of it.
#[derive(Clone, Copy)]
pub(crate) struct Mark<'a> {
    pub(crate) span: Span,
    pub(crate) label: &'a str,
    /// Whether it is what the finding is about.
    pub(crate) primary: bool,
}

/// What an excerpt is drawn with.
pub(crate) struct Frame<'a> {
    /// The path of the file, as it was given.
    pub(crate) path: &'a str,
    /// The style of primary marks.
    pub(crate) primary: Style,
    /// The style of other marks and of the frame.
    pub(crate) secondary: Style,
}

/// One line as it is shown.
struct Line {
    number: u32,
    shown: String,
    underlines: Vec<Underline>,
}

/// A mark in columns of the line as it is shown, from 0.
struct Underline {
    start: usize,
    end: usize,
    label: String,
    primary: bool,
}

impl Frame<'_> {
    /// Draws the lines of the marks, the first of which gives the location. Says how wide the line numbers are.
    pub(crate) fn draw(&self, text: &Text<'_>, marks: &[Mark<'_>], out: &mut Vec<u8>) -> usize {
        let mut marks = marks.to_vec();
        for mark in &mut marks {
            mark.span = text.place(mark.span);
        }
        let lines = lines(&text.bytes, &marks);
        let width = lines.last().map_or(1, |line| digits(line.number));
        self.location(width, marks.first().map(|mark| mark.span.start), out);
        self.bar(width, out);
        let gutter = self.secondary;
        let mut previous: Option<u32> = None;
        for line in &lines {
            if previous.is_some_and(|previous| line.number > previous + 1) {
                // Writing to memory can't fail.
                let _ = writeln!(out, "{:width$} {gutter}·{gutter:#}", "");
            }
            previous = Some(line.number);
            let _ = writeln!(out, "{gutter}{:>width$} │{gutter:#} {}", line.number, line.shown);
            for row in rows(&line.underlines) {
                let _ = write!(out, "{:width$} {gutter}│{gutter:#} ", "");
                self.row(&row, out);
            }
        }
        width
    }

    /// Only where it is. Says how wide line numbers would be.
    pub(crate) fn head(&self, position: Option<Position>, out: &mut Vec<u8>) -> usize {
        let width = position.map_or(1, |position| digits(position.line));
        self.location(width, position, out);
        width
    }

    /// A line of the frame alone.
    pub(crate) fn bar(&self, width: usize, out: &mut Vec<u8>) {
        let gutter = self.secondary;
        let _ = writeln!(out, "{:width$} {gutter}│{gutter:#}", "");
    }

    fn location(&self, width: usize, position: Option<Position>, out: &mut Vec<u8>) {
        let gutter = self.secondary;
        let _ = write!(out, "{:width$} {gutter}┌─{gutter:#} {}", "", visible(self.path));
        if let Some(position) = position {
            let _ = write!(out, ":{}:{}", position.line, position.column);
        }
        out.push(b'\n');
    }

    /// Writes a row in runs of one style.
    fn row(&self, row: &[Cell], out: &mut Vec<u8>) {
        let end = row.iter().rposition(|cell| cell.c != ' ').map_or(0, |last| last + 1);
        for run in row[..end].chunk_by(|left, right| left.primary == right.primary) {
            let style = match run.first().and_then(|cell| cell.primary) {
                None => Style::new(),
                Some(true) => self.primary,
                Some(false) => self.secondary,
            };
            let shown: String = run.iter().map(|cell| cell.c).collect();
            let _ = write!(out, "{style}{shown}{style:#}");
        }
        out.push(b'\n');
    }
}

fn digits(number: u32) -> usize {
    number.checked_ilog10().unwrap_or(0) as usize + 1
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
        show(&text[from..end], from, &mut 0, &mut shown, &mut |_, _| {});
        lines.push(Line {
            number: position.line - back,
            shown,
            underlines: Vec::new(),
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
    let mut column = 0;
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
            column += 1;
        }
        show(
            &text[start..end],
            start,
            &mut column,
            &mut shown,
            &mut |offset, column| {
                for (mark, (from, to)) in marks.iter().zip(&mut found) {
                    if from.is_none() && offset >= mark.span.start.offset as usize {
                        *from = Some(column);
                    }
                    if to.is_none() && offset >= mark.span.end.offset as usize {
                        *to = Some(column);
                    }
                }
            },
        );
        shown_to = Some(end);
    }
    let total = column;
    if shown_to.is_some_and(|end| !is_line_end(text, end)) {
        shown.push('…');
    }
    let underlines = marks
        .iter()
        .zip(found)
        .map(|(mark, (from, to))| {
            let start = from.unwrap_or(total);
            Underline {
                start,
                end: to.unwrap_or(total).max(start + 1),
                label: visible(mark.label).into_owned(),
                primary: mark.primary,
            }
        })
        .collect();
    let shown = shown.trim_end().to_owned();
    Line {
        number,
        shown,
        underlines,
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

/// Shows a stretch, and tells the column at which each character, and the end, stands.
fn show(bytes: &[u8], base: usize, column: &mut usize, shown: &mut String, at: &mut dyn FnMut(usize, usize)) {
    let mut offset = base;
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            at(offset, *column);
            *column += push_visible(c, shown);
            offset += c.len_utf8();
        }
        for byte in chunk.invalid() {
            at(offset, *column);
            let before = shown.len();
            // Writing to a string can't fail.
            let _ = std::fmt::Write::write_fmt(shown, format_args!("<{byte:02X}>"));
            *column += shown.len() - before;
            offset += 1;
        }
    }
    at(offset, *column);
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

/// A character of a row, and the kind of mark it belongs to.
#[derive(Clone, Copy)]
struct Cell {
    c: char,
    primary: Option<bool>,
}

/// The rows below a line: the underlines with the label of the last one, then the other labels from right to left.
fn rows(underlines: &[Underline]) -> Vec<Vec<Cell>> {
    if underlines.is_empty() {
        return Vec::new();
    }
    let mut row = Vec::new();
    // Primary marks lie on top.
    for primary in [false, true] {
        for underline in underlines.iter().filter(|underline| underline.primary == primary) {
            let c = if primary { '^' } else { '-' };
            for column in underline.start..underline.end {
                put(&mut row, column, c, primary);
            }
        }
    }
    let mut labelled: Vec<&Underline> = Vec::new();
    for underline in underlines.iter().filter(|underline| !underline.label.is_empty()) {
        // Of several equal labels on a line one says it all.
        match labelled.last_mut() {
            Some(last) if last.label == underline.label && last.primary == underline.primary => *last = underline,
            _ => labelled.push(underline),
        }
    }
    labelled.sort_by_key(|underline| underline.start);
    let end = row.len();
    if let Some(&last) = labelled.last()
        && last.end == end
    {
        labelled.pop();
        put_label(&mut row, end + 1, last);
    }
    let mut rows = vec![row];
    if !labelled.is_empty() {
        rows.push(connectors(&labelled));
    }
    while let Some(underline) = labelled.pop() {
        labelled.retain(|other| !std::ptr::eq(*other, underline));
        let mut row = connectors(&labelled);
        row.truncate(underline.start);
        put_label(&mut row, underline.start, underline);
        rows.push(row);
    }
    rows
}

fn connectors(underlines: &[&Underline]) -> Vec<Cell> {
    let mut row = Vec::new();
    for underline in underlines {
        put(&mut row, underline.start, '│', underline.primary);
    }
    row
}

fn put_label(row: &mut Vec<Cell>, column: usize, underline: &Underline) {
    for (index, c) in underline.label.chars().enumerate() {
        put(row, column + index, c, underline.primary);
    }
}

fn put(row: &mut Vec<Cell>, column: usize, c: char, primary: bool) {
    let blank = Cell { c: ' ', primary: None };
    if row.len() <= column {
        row.resize(column + 1, blank);
    }
    row[column] = Cell {
        c,
        primary: Some(primary),
    };
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

    fn draw(text: &[u8], marks: &[Mark<'_>]) -> String {
        let frame = Frame {
            path: "a.json",
            primary: Style::new(),
            secondary: Style::new(),
        };
        let mut out = Vec::new();
        frame.draw(&Text::new(text), marks, &mut out);
        String::from_utf8(out).expect("excerpts are text")
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
                "  ┌─ a.json:2:8",
                "  │",
                "2 │   \"a\": 'b',",
                "  │        ^^^ use double quotes",
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
                "   ┌─ a.json:10:1",
                "   │",
                " 1 │ one",
                "   │ --- first",
                " 2 │ two",
                " 3 │ three",
                "   │ ----- third",
                "   ·",
                "10 │ ten",
                "   │ ^^^ here",
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
                "  ┌─ a.json:1:1",
                "  │",
                "1 │ alpha beta gamma",
                "  │ ----- ^^^^ ----- third",
                "  │ │     │",
                "  │ │     second",
                "  │ first",
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
                "  ┌─ a.json:1:4",
                "  │",
                "1 │ { \"name\": 1 }",
                "  │ ---^^^^------",
                "  │ │  │",
                "  │ │  this",
                "  │ in this",
            ],
        );
    }

    #[test]
    fn one_of_several_equal_labels_is_enough() {
        let text = "a_b_c";
        let mut marks = vec![mark(text, "a", "no", false), mark(text, "b", "no", false)];
        marks.push(mark(text, "c", "no", false));
        assert_drawn(text, &marks, &["  ┌─ a.json:1:1", "  │", "1 │ a_b_c", "  │ - - - no"]);
    }

    #[test]
    fn tabs_wide_and_bad_characters_keep_the_alignment() {
        let text = "\t漢字\x1b\u{202e}'x'";
        assert_drawn(
            text,
            &[mark(text, "'x'", "here", true)],
            &[
                "  ┌─ a.json:1:6",
                "  │",
                "1 │     漢字␛<U+202E>'x'",
                "  │                  ^^^ here",
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
        assert!(draw(b"a\xffb", &marks).ends_with("1 │ a<FF>b\n  │  ^^^^ bad\n"));
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
        assert!(draw(b"", &[at(1, 0)]).ends_with("1 │ \n  │ ^ here\n"));
        assert!(draw(b"ab", &[at(1, 2)]).ends_with("1 │ ab\n  │   ^ here\n"));
        assert!(draw(b"ab\n", &[at(2, 3)]).ends_with("2 │ \n  │ ^ here\n"));
        assert!(draw(b"ab", &[at(1, 99)]).ends_with("1 │ ab\n  │   ^ here\n"));
    }

    #[test]
    fn lines_end_as_they_like() {
        let text = "one\r\n\"two\"\rthree";
        let mut it = mark(text, "\"two\"", "here", true);
        it.span.start.line = 2;
        assert!(draw(text.as_bytes(), &[it]).ends_with("2 │ \"two\"\n  │ ^^^^^ here\n"));
    }

    #[test]
    fn a_mark_over_several_lines_is_shown_on_its_first() {
        let text = "{\n  \"a\": [\n    1\n  ]\n}";
        assert_drawn(
            text,
            &[mark(text, "[\n    1\n  ]", "this list", true)],
            &["  ┌─ a.json:2:8", "  │", "2 │   \"a\": [", "  │        ^ this list"],
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
        let rows: Vec<&str> = drawn.lines().skip(2).collect();
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
            format!("  │  {}^^^{}--- second", " ".repeat(40), " ".repeat(51))
        );
        assert_eq!(rows[3], format!("  │  {}first", " ".repeat(40)));
    }

    #[test]
    fn a_long_mark_shows_both_its_ends() {
        let text = format!("\"{}\"", "a".repeat(1_000));
        let drawn = draw(text.as_bytes(), &[mark(&text, &text, "too long", true)]);
        let row = drawn.lines().nth(2).expect("three lines");
        assert_eq!(row, format!("1 │ \"{}…{}\"", "a".repeat(59), "a".repeat(39)));
        assert!(drawn.ends_with(&format!("  │ {} too long\n", "^".repeat(101))));
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

    #[test]
    fn utf_16_is_shown_as_text() {
        let text = "{\n  \"😀\": 'b'\n}";
        let mut mark = mark(text, "'b'", "here", true);
        let bytes = |order: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(order).collect() };
        let units = |offset: u32| 2 * text[..offset as usize].encode_utf16().count() as u32;
        mark.span.start.offset = units(mark.span.start.offset);
        mark.span.end.offset = units(mark.span.end.offset);
        let expected = "2 │   \"😀\": 'b'\n  │         ^^^ here\n";
        assert!(draw(&bytes(u16::to_le_bytes), &[mark]).ends_with(expected));
        assert!(draw(&bytes(u16::to_be_bytes), &[mark]).ends_with(expected));
        mark.span.start.offset += 2;
        mark.span.end.offset += 2;
        let marked = [&[0xff, 0xfe][..], &bytes(u16::to_le_bytes)].concat();
        assert!(draw(&marked, &[mark]).ends_with(expected));
    }
}
