//! Unified diffs that `git apply` and `patch` take: lines end at line feeds alone, and names are quoted as git does.
//!
//! Two texts are compared window by window, so that the memory for it does not depend on how many lines they have.

use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffTag, capture_diff_slices_deadline};

use super::location::Base;
use crate::terminal::visible;

/// How long the shortest diff is looked for; one that is found after that is right too, but may be longer.
const DIFF_TIME: Duration = Duration::from_secs(2);

/// How many unchanged lines are shown around a change.
const CONTEXT: usize = 3;

/// How many lines of each text are compared at once, at first and where they have none in common.
const WINDOW: usize = 4096;
const LARGEST_WINDOW: usize = 8 * WINDOW;

/// The diff of a file, with the names that `git diff` would give it.
///
/// With `for_terminal` it is for eyes alone: what would disturb a terminal is made visible.
pub(crate) fn diff(base: &Base, file: &Path, before: &[u8], after: &[u8], for_terminal: bool) -> Vec<u8> {
    let name = base.told(file);
    let name = name.as_encoded_bytes();
    let mut out = Vec::new();
    for (sign, folder) in [("---", "a/"), ("+++", "b/")] {
        out.extend_from_slice(sign.as_bytes());
        out.push(b' ');
        out.extend_from_slice(&quoted(folder, name));
        out.push(b'\n');
    }
    let mut hunks = Hunks {
        old: before,
        new: after,
        for_terminal,
        out,
        head: 0,
        open: None,
    };
    changes(before, after, |change| hunks.add(change));
    hunks.close();
    hunks.out
}

/// A name as git writes it: between quotation marks where it holds anything but plain ASCII, and with a tab behind it
/// where a space in it could be taken for its end.
fn quoted(folder: &str, name: &[u8]) -> Vec<u8> {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    let mut quoted = Vec::with_capacity(name.len() + 8);
    if name.iter().all(is_plain) {
        quoted.extend_from_slice(folder.as_bytes());
        quoted.extend_from_slice(name);
    } else {
        quoted.push(b'"');
        quoted.extend_from_slice(folder.as_bytes());
        for byte in name {
            match byte {
                b'"' | b'\\' => quoted.extend_from_slice(&[b'\\', *byte]),
                byte if is_plain(byte) => quoted.push(*byte),
                0x07..=0x0d => quoted.extend_from_slice(&[b'\\', b"abtnvfr"[usize::from(byte - 0x07)]]),
                byte => quoted.extend_from_slice(format!("\\{byte:03o}").as_bytes()),
            }
        }
        quoted.push(b'"');
    }
    if name.contains(&b' ') {
        quoted.push(b'\t');
    }
    quoted
}

/// A place in a text: how many bytes and how many lines stand before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    byte: usize,
    line: usize,
}

/// Lines that are others in the new text, or are there in one of the texts alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Change {
    old: Range<Place>,
    new: Range<Place>,
}

/// Tells the changes from one text to the other, in their order; there are equal lines between two.
fn changes(old: &[u8], new: &[u8], mut tell: impl FnMut(&Change)) {
    let deadline = Instant::now() + DIFF_TIME;
    let (start, old_end, new_end) = middle(old, new);
    let lines_before = count_lines(&old[..start]);
    let place = Place {
        byte: start,
        line: lines_before,
    };
    let (mut at, mut other) = (place, place);
    let mut pending: Option<Change> = None;
    let mut size = WINDOW;
    while at.byte < old_end || other.byte < new_end {
        let left: Vec<&[u8]> = lines(&old[at.byte..old_end]).take(size).collect();
        let right: Vec<&[u8]> = lines(&new[other.byte..new_end]).take(size).collect();
        let is_rest = left.len() < size && right.len() < size;
        let ops = capture_diff_slices_deadline(Algorithm::Myers, &left, &right, Some(deadline));
        // What stands behind the last common line may have its like behind the window.
        let certain = match ops.iter().rposition(|op| op.tag() == DiffTag::Equal) {
            _ if is_rest => ops.len(),
            Some(last) => last + 1,
            None if size < LARGEST_WINDOW && Instant::now() < deadline => {
                size *= 2;
                continue;
            }
            None => ops.len(),
        };
        size = WINDOW;
        for op in &ops[..certain] {
            let old = at..after(at, &left[op.old_range()]);
            let new = other..after(other, &right[op.new_range()]);
            (at, other) = (old.end, new.end);
            if op.tag() == DiffTag::Equal {
                pending.take().iter().for_each(&mut tell);
            } else if let Some(pending) = &mut pending {
                pending.old.end = old.end;
                pending.new.end = new.end;
            } else {
                pending = Some(Change { old, new });
            }
        }
    }
    pending.iter().for_each(tell);
}

/// Where the first line that differs starts, and where in each text the lines start that both end with.
fn middle(old: &[u8], new: &[u8]) -> (usize, usize, usize) {
    let same = old.iter().zip(new).take_while(|(left, right)| left == right).count();
    let start = match same {
        all if all == old.len() && all == new.len() => all,
        same => old[..same]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1),
    };
    let ends = old[start..].iter().rev().zip(new[start..].iter().rev());
    let same = ends.take_while(|(left, right)| left == right).count();
    let starts_line = |text: &[u8], at: usize| at == start || text[at - 1] == b'\n';
    let (old_end, new_end) = (old.len() - same, new.len() - same);
    if starts_line(old, old_end) && starts_line(new, new_end) {
        return (start, old_end, new_end);
    }
    let partial = old[old_end..]
        .iter()
        .position(|&byte| byte == b'\n')
        .map_or(same, |at| at + 1);
    (start, old_end + partial, new_end + partial)
}

/// The lines of a text, each with the line feed that ends it.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split_inclusive(|&byte| byte == b'\n')
}

fn count_lines(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte == b'\n').count()
}

/// The place behind these lines.
fn after(place: Place, lines: &[&[u8]]) -> Place {
    Place {
        byte: place.byte + lines.iter().map(|line| line.len()).sum::<usize>(),
        line: place.line + lines.len(),
    }
}

/// Writes changes with the lines around them.
struct Hunks<'a> {
    old: &'a [u8],
    new: &'a [u8],
    for_terminal: bool,
    out: Vec<u8>,
    /// Where the head of the present hunk belongs, which is known at its end.
    head: usize,
    /// What the present hunk covers so far: without the unchanged lines behind its last change.
    open: Option<Change>,
}

impl Hunks<'_> {
    fn add(&mut self, change: &Change) {
        let is_near = |open: &Change| change.old.start.line - open.old.end.line <= 2 * CONTEXT;
        if !self.open.as_ref().is_some_and(is_near) {
            self.close();
        }
        let open = match self.open.take() {
            Some(mut open) => {
                self.context(open.old.end.byte..change.old.start.byte);
                open.old.end = change.old.end;
                open.new.end = change.new.end;
                open
            }
            None => {
                self.head = self.out.len();
                let before = back(self.old, change.old.start.byte, CONTEXT);
                self.context(before.byte..change.old.start.byte);
                let start = |place: Place| Place {
                    byte: place.byte - (change.old.start.byte - before.byte),
                    line: place.line - before.line,
                };
                Change {
                    old: start(change.old.start)..change.old.end,
                    new: start(change.new.start)..change.new.end,
                }
            }
        };
        for (sign, text, range) in [(b'-', self.old, &change.old), (b'+', self.new, &change.new)] {
            self.write(sign, &text[range.start.byte..range.end.byte]);
        }
        self.open = Some(open);
    }

    /// Ends the present hunk.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let rest = &self.old[open.old.end.byte..];
        let behind: usize = lines(rest).take(CONTEXT).map(<[u8]>::len).sum();
        let count = lines(rest).take(CONTEXT).count();
        self.context(open.old.end.byte..open.old.end.byte + behind);
        let range = |range: &Range<Place>| match range.end.line - range.start.line + count {
            // Of no lines, the line before them is named.
            0 => format!("{},0", range.start.line),
            1 => format!("{}", range.start.line + 1),
            lines => format!("{},{lines}", range.start.line + 1),
        };
        let head = format!("@@ -{} +{} @@\n", range(&open.old), range(&open.new));
        self.out.splice(self.head..self.head, head.bytes());
    }

    /// Writes lines that are the same in both texts.
    fn context(&mut self, range: Range<usize>) {
        let old = self.old;
        self.write(b' ', &old[range]);
    }

    fn write(&mut self, sign: u8, text: &[u8]) {
        for line in lines(text) {
            self.out.push(sign);
            let content = line.strip_suffix(b"\n");
            match content {
                _ if self.for_terminal => {
                    let shown = content.unwrap_or(line);
                    let shown = shown.strip_suffix(b"\r").unwrap_or(shown);
                    self.out
                        .extend_from_slice(visible(&String::from_utf8_lossy(shown)).as_bytes());
                }
                _ => self.out.extend_from_slice(content.unwrap_or(line)),
            }
            self.out.push(b'\n');
            if content.is_none() {
                self.out.extend_from_slice(b"\\ No newline at end of file\n");
            }
        }
    }
}

/// The start of the line so many lines before one that starts at `at`, and how many lines there are between.
fn back(text: &[u8], at: usize, most: usize) -> Place {
    let mut place = Place { byte: at, line: 0 };
    while place.line < most && place.byte > 0 {
        let before = &text[..place.byte - 1];
        place.byte = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        place.line += 1;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let base = Base::current();
        let diff = diff(&base, Path::new("a.json"), before.as_bytes(), after.as_bytes(), false);
        String::from_utf8(diff).expect("the texts are UTF-8")
    }

    #[test]
    fn a_diff_names_the_file_and_shows_the_lines() {
        assert_eq!(
            shown("{\n  'a': 1\n}", "{\n  \"a\": 1\n}"),
            "--- a/a.json\n+++ b/a.json\n@@ -1,3 +1,3 @@\n {\n-  'a': 1\n+  \"a\": 1\n }\n\\ No newline at end of file\n"
        );
    }

    #[test]
    fn names_are_quoted_as_git_does() {
        for (name, expected) in [
            (&b"a.json"[..], &b"a/a.json"[..]),
            (b"a b.json", b"a/a b.json\t"),
            (b"\"\\\t\n\x1b.json", br#""a/\"\\\t\n\033.json""#),
            ("ü x".as_bytes(), b"\"a/\\303\\274 x\"\t"),
            (b"\xff", br#""a/\377""#),
        ] {
            assert_eq!(quoted("a/", name), expected);
        }
    }

    #[test]
    fn changes_far_apart_are_hunks_of_their_own() {
        let lines: Vec<String> = (1..=30).map(|line| format!("{line}\n")).collect();
        let before = lines.concat();
        let after = before
            .replace("\n5\n", "\nfive\n")
            .replace("\n12\n", "\n")
            .replace("\n25\n", "\n25\n25.5\n");
        let diff = shown(&before, &after);
        let heads: Vec<&str> = diff.lines().filter(|line| line.starts_with("@@")).collect();
        assert_eq!(heads, ["@@ -2,14 +2,13 @@", "@@ -23,6 +22,7 @@"]);
    }

    #[test]
    fn more_lines_than_a_window_holds_are_compared_too() {
        let line = |index: usize| format!("{}\n", index % 97);
        let before: String = (0..3 * LARGEST_WINDOW).map(line).collect();
        let mut after: Vec<String> = (0..3 * LARGEST_WINDOW).map(line).collect();
        after[7] = "new\n".to_owned();
        after.drain(LARGEST_WINDOW..LARGEST_WINDOW + 10);
        after.insert(2 * LARGEST_WINDOW, "another\n".to_owned());
        let after = after.concat();
        let mut count = 0;
        let mut rebuilt = String::new();
        let mut at = 0;
        changes(before.as_bytes(), after.as_bytes(), |change| {
            count += 1;
            rebuilt += &before[at..change.old.start.byte];
            rebuilt += &after[change.new.start.byte..change.new.end.byte];
            at = change.old.end.byte;
        });
        rebuilt += &before[at..];
        assert!(rebuilt == after);
        assert!(count < 20, "{count} changes");
    }

    #[test]
    fn a_terminal_is_not_disturbed() {
        let base = Base::current();
        let (before, after) = (b"{\r\n'\x1b[31m\rx\xc2\x85'\r\n}", b"{\r\n\"\x1b[31m\rx\xc2\x85\"\r\n}");
        let shown = diff(&base, Path::new("a\n.json"), before, after, true);
        assert_eq!(
            String::from_utf8_lossy(&shown),
            "--- \"a/a\\n.json\"\n+++ \"b/a\\n.json\"\n@@ -1,3 +1,3 @@\n {\n-'␛[31m␍x<U+0085>'\n+\"␛[31m␍x<U+0085>\"\n }\n\
             \\ No newline at end of file\n"
        );
    }
}
