//! What is said about faults of the text, and how they are mended.
//!
//! A [`Fault`] is a kind and a place. Everything here is worked out from these and the text when it is asked for.

use std::borrow::Cow;
use std::fmt::Write;

use crate::json::{Fault, FaultKind, MAX_DEPTH, MAX_FAULTS, Range, scan};
use crate::report::{Edit, Fix, Param, Params, Safety, Source};
use crate::rule::Rule;
use crate::text::{Text, fill};
use crate::words::code_point;

/// How many characters of the text a message repeats at most.
const SHOWN: usize = 40;

/// How far the surroundings of a place are looked at, in bytes.
const AROUND: usize = 256;

impl Fault {
    /// The rule that speaks.
    pub(crate) const fn rule(&self) -> Rule {
        match self.kind {
            FaultKind::ByteOrderMark => Rule::ByteOrderMark,
            _ => Rule::InvalidJson,
        }
    }

    /// What is wrong.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn message(&self, text: &str) -> Text {
        let found = self.range.of(text);
        let template = match self.kind {
            FaultKind::ByteOrderMark => "the text starts with a byte order mark",
            FaultKind::Utf16 => "this text is UTF-16",
            FaultKind::BadUtf8 => match found.len() {
                1 => "bad UTF-8: this byte belongs to no character",
                count => return fill!("bad UTF-8: these {} bytes belong to no character", count.to_string()),
            },
            FaultKind::TooLarge => "the text has 4 GiB or more",
            FaultKind::TooMany => {
                return fill!(
                    "the text has more than {} faults; those from here on are not listed",
                    MAX_FAULTS.to_string()
                );
            }
            FaultKind::Empty if text.is_empty() => "the text is empty",
            FaultKind::Empty => "the text is blank",
            FaultKind::NotJson => match nature(text, found) {
                Nature::Markup => "this is HTML or XML, not JSON",
                Nature::Binary => "this is a binary file, not JSON",
                Nature::Other => "this text is not JSON",
            },
            FaultKind::TextBefore => "text stands before the body",
            FaultKind::TextAfter if leftover(found) => "{} stands after the end of the value",
            FaultKind::TextAfter => "text stands after the end of the value",
            FaultKind::MissingBraces => "these members stand in no object",
            FaultKind::TooDeep => return fill!("this is nested more than {} levels deep", MAX_DEPTH.to_string()),
            FaultKind::Comment if found.contains(['\n', '\r']) && !found.starts_with("/*") => {
                "these lines are comments"
            }
            FaultKind::Comment => "this is a comment",
            FaultKind::UnclosedComment => "this comment is never closed",
            FaultKind::OddSpace => return fill!("{} is no white space of JSON", code_points(found)),
            FaultKind::Quotes => match (style(found.chars().next()), style(found.chars().next_back())) {
                (Style::Single, Style::Single) => "this string stands in single quotes",
                (Style::Back, Style::Back) => "this string stands in back-ticks",
                (Style::Typographic, Style::Typographic) => "this string stands in typographic quotes",
                (open, close) => {
                    return fill!(
                        "this string opens with {} and closes with {}",
                        mark(open, found.chars().next()),
                        mark(close, found.chars().next_back())
                    );
                }
            },
            FaultKind::UnclosedString => "the closing quotation mark of this string is missing",
            FaultKind::UnopenedString => "the opening quotation mark of this string is missing",
            FaultKind::InnerQuote => "a `\"` inside this string is not escaped",
            FaultKind::Control if found.chars().any(|found| matches!(found, '\n' | '\r')) => {
                "a line break stands inside this string"
            }
            FaultKind::Control => match found.chars().count() {
                1 => return fill!("the control character {} stands inside a string", code_points(found)),
                count => return fill!("{} control characters stand inside a string", count.to_string()),
            },
            FaultKind::BadEscape => "{} is no escape of JSON",
            FaultKind::LoneSurrogate => "{} is one half of a surrogate pair",
            FaultKind::TrailingComma if found.starts_with(',') => "a comma stands after the last element",
            FaultKind::TrailingComma => "{} stands after the last element",
            FaultKind::ExtraComma => "nothing stands before this {}",
            FaultKind::MissingComma => "a comma is missing here",
            FaultKind::WrongComma => "{} stands where a comma belongs",
            FaultKind::MissingColon => "a colon is missing here",
            FaultKind::WrongColon => "{} stands where a colon belongs",
            FaultKind::ExtraColon => "{} is one too many",
            FaultKind::MissingValue => return fill!("{} has no value", self.shown_key(text)),
            FaultKind::MissingKey => "the key of this value is missing",
            FaultKind::BareKey => "the key {} stands without quotation marks",
            FaultKind::Literal => return fill!("JSON writes {}, not {}", show(literal(found)), show(found)),
            FaultKind::NoValue => "JSON has no {}",
            FaultKind::BareWord => "{} stands without quotation marks",
            FaultKind::Placeholder if is_ellipsis(found) => "something was left out here",
            FaultKind::Placeholder => "the placeholder {} has not been replaced",
            FaultKind::BadNumber => "JSON writes no number as {}",
            FaultKind::MissingCloser => return fill!("{} is missing here", show(self.closer(text))),
            FaultKind::WrongCloser => {
                return fill!("{} closes what {} opened", show(found), show(self.related_text(text)));
            }
            FaultKind::MemberInArray => "a key stands in an array",
            FaultKind::Junk => "{} has no place here",
        };
        worded(template, found)
    }

    /// A few words beside the place.
    pub(crate) fn label(&self, text: &str) -> Option<&'static str> {
        let found = self.range.of(text);
        Some(match self.kind {
            FaultKind::Comment => "JSON has no comments",
            FaultKind::Quotes | FaultKind::BareWord | FaultKind::UnopenedString | FaultKind::UnclosedString => {
                "JSON strings stand in double quotes"
            }
            FaultKind::BareKey => "JSON keys stand in double quotes",
            FaultKind::BadNumber => number_flaw(found),
            FaultKind::TrailingComma => "nothing follows",
            FaultKind::MissingKey => "in an object each value has a key",
            FaultKind::MissingValue => "a value belongs here",
            FaultKind::MemberInArray => "the items of an array have no keys",
            FaultKind::TextBefore => "JSON is the body alone",
            FaultKind::NotJson => "a body starts with `{`",
            FaultKind::Control => "control characters are escaped in JSON",
            FaultKind::LoneSurrogate => "the other half is missing",
            FaultKind::ByteOrderMark
            | FaultKind::Utf16
            | FaultKind::BadUtf8
            | FaultKind::TooLarge
            | FaultKind::TooMany
            | FaultKind::Empty
            | FaultKind::TextAfter
            | FaultKind::MissingBraces
            | FaultKind::TooDeep
            | FaultKind::UnclosedComment
            | FaultKind::OddSpace
            | FaultKind::InnerQuote
            | FaultKind::BadEscape
            | FaultKind::ExtraComma
            | FaultKind::MissingComma
            | FaultKind::WrongComma
            | FaultKind::MissingColon
            | FaultKind::WrongColon
            | FaultKind::ExtraColon
            | FaultKind::Literal
            | FaultKind::NoValue
            | FaultKind::Placeholder
            | FaultKind::MissingCloser
            | FaultKind::WrongCloser
            | FaultKind::Junk => return None,
        })
    }

    /// Why it is wrong, where the source does not say it.
    pub(crate) fn note(&self, text: &str) -> Option<&'static str> {
        match self.kind {
            FaultKind::MissingBraces => Some("a body is one object, in `{` and `}`"),
            FaultKind::TextAfter if !leftover(self.range.of(text)) => Some("a text holds one JSON value"),
            FaultKind::UnclosedComment => Some("all that follows was taken for the comment"),
            _ => None,
        }
    }

    /// What to do now, where this is wanted.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn help(&self, text: &str, want: Option<&Text>) -> Option<Text> {
        if let Some(want) = want {
            return Some(match self.kind {
                FaultKind::MissingCloser | FaultKind::MissingComma | FaultKind::MissingColon => {
                    fill!("insert {}", show(want))
                }
                _ => fill!("write {}", show(want)),
            });
        }
        let found = self.range.of(text);
        let template = match self.kind {
            FaultKind::ByteOrderMark => "save the text as UTF-8 without a byte order mark",
            FaultKind::Utf16 | FaultKind::BadUtf8 => "save the text as UTF-8",
            FaultKind::TooLarge => "split it",
            FaultKind::TooMany => "mend those that are listed first",
            FaultKind::Empty => "put a body there",
            FaultKind::NotJson | FaultKind::TextAfter if leftover(found) => "remove {}",
            FaultKind::NotJson | FaultKind::TooDeep => return None,
            FaultKind::TextBefore | FaultKind::TextAfter => "remove it",
            FaultKind::MissingBraces if self.related.is_some() => "put `{` before them and `}` after them",
            FaultKind::MissingBraces => "put `{` before them",
            FaultKind::Comment | FaultKind::ExtraColon => "remove it",
            FaultKind::UnclosedComment => "remove it, or close it with `*/`",
            FaultKind::OddSpace => "write a space",
            FaultKind::BadEscape if found.starts_with("\\u") => "write four hexadecimal digits after `\\u`",
            FaultKind::BadEscape => "write `\\\\` for a backslash",
            FaultKind::LoneSurrogate => "write both halves, or the character itself",
            FaultKind::TrailingComma | FaultKind::ExtraComma => "remove {}",
            FaultKind::MissingValue => "write a value, or remove the key",
            FaultKind::MissingKey => "write a key before it",
            FaultKind::NoValue => "write a value of JSON, or remove the field",
            FaultKind::Placeholder if is_ellipsis(found) => "write what belongs here, or remove it",
            FaultKind::Placeholder => "put the value in its place",
            FaultKind::BadNumber => "write it in decimal digits",
            FaultKind::MemberInArray => "put the members in `{` and `}`",
            FaultKind::Junk => "remove it, or write it as JSON",
            FaultKind::Quotes
            | FaultKind::UnclosedString
            | FaultKind::UnopenedString
            | FaultKind::InnerQuote
            | FaultKind::BareKey
            | FaultKind::BareWord
            | FaultKind::Control
            | FaultKind::WrongComma
            | FaultKind::WrongColon
            | FaultKind::Literal
            | FaultKind::MissingComma
            | FaultKind::MissingColon
            | FaultKind::MissingCloser
            | FaultKind::WrongCloser => return None,
        };
        Some(worded(template, found))
    }

    /// What is to be seen at the related place.
    pub(crate) fn related_message(&self, text: &str) -> Option<Text> {
        self.related?;
        match self.kind {
            FaultKind::MissingCloser | FaultKind::WrongCloser => {
                Some(fill!("{} is opened here", show(self.related_text(text))))
            }
            FaultKind::MemberInArray => Some("the array is opened here".into()),
            FaultKind::MissingBraces => Some("`}` is missing here".into()),
            FaultKind::MissingValue => Some("this key".into()),
            _ => None,
        }
    }

    /// The remedy, where there is a plain one. It is called what the help says, but where that says more.
    pub(crate) fn fix(&self, text: &str, help: Option<&Text>) -> Option<Fix> {
        let edits = self.edits(text)?;
        let title = match self.kind {
            FaultKind::ByteOrderMark => "remove the byte order mark".into(),
            FaultKind::TextBefore | FaultKind::TextAfter => "remove what is not part of the body".into(),
            _ => help?.clone(),
        };
        Some(Fix {
            title,
            safety: Safety::Safe,
            edits,
        })
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn edits(&self, text: &str) -> Option<Vec<Edit>> {
        let Range { start, end } = self.range;
        let found = self.range.of(text);
        // Most write something else in place of what was found.
        let new: Text = match self.kind {
            FaultKind::TrailingComma | FaultKind::ExtraComma | FaultKind::ExtraColon => "".into(),
            FaultKind::TextAfter if leftover(found) => "".into(),
            FaultKind::TextBefore if is_fence(found) => "".into(),
            FaultKind::OddSpace => {
                let spaces = found
                    .chars()
                    .map(|found| if scan::is_odd_space(found) { ' ' } else { found });
                spaces.collect::<String>().into()
            }
            FaultKind::Control => escaped(found).into(),
            FaultKind::BadEscape => mended_escape(found)?,
            FaultKind::MissingComma | FaultKind::WrongComma => ",".into(),
            FaultKind::MissingColon | FaultKind::WrongColon => ":".into(),
            FaultKind::Literal => literal(found).into(),
            FaultKind::BadNumber => mended_number(found)?,
            FaultKind::MissingCloser => self.placed_closer(text),
            FaultKind::WrongCloser => self.closer(text).into(),
            FaultKind::ByteOrderMark => {
                // Where nothing else stands in the text, no other fault speaks of further marks.
                let rest = text.trim_start_matches('\u{feff}');
                return Some(vec![replace(start, (text.len() - rest.len()) as u32, "")]);
            }
            FaultKind::MissingBraces => {
                let mut edits = vec![replace(start, start, "{")];
                edits.extend(self.related.map(|last| replace(last.start, last.start, "}")));
                return Some(edits);
            }
            FaultKind::Comment => return Some(vec![self.comment_edit(text)]),
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::InnerQuote => {
                return self.quote_edits(text);
            }
            FaultKind::BareKey | FaultKind::BareWord => return Some(bare_edits(start, end, found)),
            FaultKind::Utf16
            | FaultKind::BadUtf8
            | FaultKind::TooLarge
            | FaultKind::TooMany
            | FaultKind::Empty
            | FaultKind::NotJson
            | FaultKind::TextBefore
            | FaultKind::TextAfter
            | FaultKind::TooDeep
            | FaultKind::UnclosedComment
            | FaultKind::LoneSurrogate
            | FaultKind::MissingValue
            | FaultKind::MissingKey
            | FaultKind::NoValue
            | FaultKind::Placeholder
            | FaultKind::MemberInArray
            | FaultKind::Junk => return None,
        };
        Some(vec![replace(start, end, new)])
    }

    /// The facts of the message.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn params(&self, text: &str, want: Option<&Text>) -> Params {
        let mut params = Vec::new();
        let found = self.range.of(text);
        if !matches!(
            self.kind,
            FaultKind::NotJson | FaultKind::Empty | FaultKind::ByteOrderMark | FaultKind::BadUtf8
        ) && !found.is_empty()
        {
            params.push(("found", Param::Text(Text::copy(&shorten(found)))));
        }
        if let Some(want) = want {
            params.push(("want", Param::Text(Text::copy(&shorten(want)))));
        }
        match self.kind {
            FaultKind::TooDeep => params.push(("max", Param::Number(u64::from(MAX_DEPTH)))),
            FaultKind::TooMany => params.push(("max", Param::Number(MAX_FAULTS as u64))),
            FaultKind::BadUtf8 => params.push(("count", Param::Number(found.len() as u64))),
            FaultKind::MissingValue => {
                params.push(("field", Param::Text(Text::copy(&shorten(self.related_text(text))))))
            }
            _ => {}
        }
        Params(params)
    }

    /// What is to stand there, where that is plain; of a long text only as much as is shown.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn want(&self, text: &str) -> Option<Text> {
        let found = self.range.of(text);
        Some(match self.kind {
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::InnerQuote => {
                self.requoted(text).into()
            }
            FaultKind::BareKey | FaultKind::BareWord => quoted(found),
            FaultKind::Control => escaped(found).into(),
            FaultKind::BadEscape => mended_escape(found)?,
            FaultKind::BadNumber => mended_number(found)?,
            FaultKind::Literal => literal(found).into(),
            FaultKind::MissingCloser | FaultKind::WrongCloser => self.closer(text).into(),
            FaultKind::MissingComma | FaultKind::WrongComma => ",".into(),
            FaultKind::MissingColon | FaultKind::WrongColon => ":".into(),
            _ => return None,
        })
    }

    /// The authority for the rule.
    pub(crate) const fn source(&self) -> Option<Source> {
        let (page, quote) = match self.kind {
            FaultKind::ByteOrderMark => (
                "RFC 8259, section 8.1",
                Some(
                    "Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text.",
                ),
            ),
            FaultKind::Utf16 | FaultKind::BadUtf8 => ("RFC 8259, section 8.1", None),
            FaultKind::Empty | FaultKind::NotJson | FaultKind::TextBefore | FaultKind::TextAfter => {
                ("RFC 8259, section 2", Some("A JSON text is a serialized value."))
            }
            FaultKind::TooDeep => (
                "RFC 8259, section 9",
                Some("An implementation may set limits on the maximum depth of nesting."),
            ),
            FaultKind::Comment | FaultKind::UnclosedComment | FaultKind::OddSpace => ("RFC 8259, section 2", None),
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::BareWord => (
                "RFC 8259, section 7",
                Some("A string begins and ends with quotation marks."),
            ),
            FaultKind::InnerQuote | FaultKind::Control | FaultKind::BadEscape => ("RFC 8259, section 7", None),
            FaultKind::LoneSurrogate => ("RFC 8259, section 8.2", None),
            FaultKind::BareKey => ("RFC 8259, section 4", Some("A name is a string.")),
            FaultKind::MissingColon
            | FaultKind::WrongColon
            | FaultKind::ExtraColon
            | FaultKind::MissingValue
            | FaultKind::MissingKey => (
                "RFC 8259, section 4",
                Some("A single colon comes after each name, separating the name from the value."),
            ),
            FaultKind::Literal => ("RFC 8259, section 3", Some("The literal names MUST be lowercase.")),
            FaultKind::NoValue | FaultKind::BadNumber => ("RFC 8259, section 6", None),
            FaultKind::MemberInArray => ("RFC 8259, section 5", None),
            FaultKind::TrailingComma | FaultKind::ExtraComma | FaultKind::MissingComma | FaultKind::WrongComma => {
                ("RFC 8259, sections 4 and 5", None)
            }
            FaultKind::TooLarge
            | FaultKind::TooMany
            | FaultKind::MissingBraces
            | FaultKind::Placeholder
            | FaultKind::MissingCloser
            | FaultKind::WrongCloser
            | FaultKind::Junk => return None,
        };
        Some(Source { page, quote })
    }

    fn related_text<'t>(&self, text: &'t str) -> &'t str {
        self.related.map_or("", |range| range.of(text))
    }

    /// The key without a value, to be named.
    fn shown_key(&self, text: &str) -> Text {
        let key = self.related_text(text);
        let key = key.trim_matches(scan::is_quote);
        if key.is_empty() { "this key".into() } else { show(key) }
    }

    /// The closer that fits the opener.
    fn closer(&self, text: &str) -> &'static str {
        if self.related_text(text) == "[" { "]" } else { "}" }
    }

    /// The closer with what is to stand before it: a line break and the indentation of the opener where a line break
    /// follows the opener, else the blanks that follow the opener.
    fn placed_closer(&self, text: &str) -> Text {
        let closer = self.closer(text);
        let Some(opener) = self.related else {
            return closer.into();
        };
        let (inside, here) = (opener.end as usize, self.range.start as usize);
        let bytes = text.as_bytes();
        let blank = scan::inline_blank_end(bytes.get(..here.min(inside + AROUND)).unwrap_or_default(), inside);
        if inside >= here || blank >= here {
            return closer.into();
        }
        let rest = text.get(blank..).unwrap_or_default();
        let line_break = ["\r\n", "\n", "\r"]
            .into_iter()
            .find(|line_break| rest.starts_with(line_break));
        let Some(line_break) = line_break else {
            return fill!("{}{}", text.get(inside..blank).unwrap_or_default(), closer);
        };
        let before = bytes
            .get((inside - 1).saturating_sub(AROUND)..inside - 1)
            .unwrap_or_default();
        let line = before
            .iter()
            .rposition(|&byte| scan::is_break(byte))
            .map_or(before, |at| before.get(at + 1..).unwrap_or_default());
        let indent = line
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .map(|&byte| char::from(byte))
            .collect::<String>();
        fill!("{}{}{}", line_break, indent, closer)
    }

    /// A comment goes with its line where it has one for itself, else with the blanks before it at the end of a line.
    fn comment_edit(&self, text: &str) -> Edit {
        let bytes = text.as_bytes();
        let (start, end) = (self.range.start as usize, self.range.end as usize);
        let before = scan::inline_blank_start(bytes, start);
        let after = scan::inline_blank_end(bytes, end);
        let at_start = before == 0 || bytes.get(before - 1).copied().is_some_and(scan::is_break);
        let at_end = bytes.get(after).copied().is_none_or(scan::is_break);
        let edit = |start: usize, end: usize, text: &'static str| replace(start as u32, end as u32, text);
        match (at_start, at_end) {
            (true, true) => {
                let line_break = match bytes.get(after..) {
                    Some([b'\r', b'\n', ..]) => 2,
                    Some([_, ..]) => 1,
                    _ => 0,
                };
                edit(before, after + line_break, "")
            }
            (false, true) => edit(before, after, ""),
            (true, false) => edit(start, after, ""),
            (false, false) if before < start => edit(start, after, ""),
            (false, false) if after > end => edit(start, end, ""),
            (false, false) => edit(start, end, " "),
        }
    }

    /// Whether the string of the fault has an opening and a closing quotation mark.
    const fn marks(&self) -> (bool, bool) {
        (
            !matches!(self.kind, FaultKind::UnopenedString),
            !matches!(self.kind, FaultKind::UnclosedString),
        )
    }

    /// The content of the string without its quotation marks.
    fn content<'t>(&self, text: &'t str) -> (usize, &'t str) {
        let token = self.range.of(text);
        let (opened, closed) = self.marks();
        let open = if opened {
            token.chars().next().map_or(0, char::len_utf8)
        } else {
            0
        };
        let close = if closed {
            token.chars().next_back().map_or(0, char::len_utf8)
        } else {
            0
        };
        (
            self.range.start as usize + open,
            token.get(open..token.len() - close).unwrap_or_default(),
        )
    }

    /// The edits that put a string into double quotes, if it takes any.
    fn quote_edits(&self, text: &str) -> Option<Vec<Edit>> {
        let (start, content) = self.content(text);
        let end = (start + content.len()) as u32;
        let start = start as u32;
        let mut edits = Vec::new();
        let mut put = |from: u32, to: u32, mark: &'static str| {
            if text.get(from as usize..to as usize) != Some(mark) {
                edits.push(replace(from, to, mark));
            }
        };
        put(self.range.start, start, "\"");
        let mut escape = false;
        for (at, found) in content.char_indices() {
            let at = start + at as u32;
            match found {
                '\'' | '`' if escape && self.kind != FaultKind::InnerQuote => put(at - 1, at, ""),
                '"' if !escape => put(at, at, "\\"),
                _ => {}
            }
            escape = found == '\\' && !escape;
        }
        // A backslash at the end would escape the closing mark; it can only be meant as itself.
        put(end, self.range.end, if escape { "\\\"" } else { "\"" });
        (!edits.is_empty()).then_some(edits)
    }

    /// The string in double quotes, or as much of it as is shown.
    fn requoted(&self, text: &str) -> String {
        let (_, content) = self.content(text);
        let mut mended = String::from("\"");
        let mut escape = false;
        for found in content.chars().take(2 * SHOWN) {
            match found {
                '\'' | '`' if escape && self.kind != FaultKind::InnerQuote => {
                    mended.pop();
                }
                '"' if !escape => mended.push('\\'),
                _ => {}
            }
            mended.push(found);
            escape = found == '\\' && !escape;
        }
        mended.push('"');
        mended
    }
}

/// A template with what was found in its gap, if it has one.
fn worded(template: &'static str, found: &str) -> Text {
    match template.find("{}") {
        Some(gap) => fill!("{}{}{}", template[..gap], show(found), template[gap + 2..]),
        None => template.into(),
    }
}

/// What a text is that is not JSON.
enum Nature {
    Markup,
    Binary,
    Other,
}

fn nature(text: &str, line: &str) -> Nature {
    let start = text.chars().take(AROUND);
    if start
        .clone()
        .any(|found| found.is_control() && !matches!(found, '\n' | '\r' | '\t'))
    {
        Nature::Binary
    } else if line.starts_with('<') {
        Nature::Markup
    } else {
        Nature::Other
    }
}

/// How a string is quoted.
#[derive(PartialEq)]
enum Style {
    Double,
    Single,
    Back,
    Typographic,
}

const fn style(mark: Option<char>) -> Style {
    match mark {
        Some('"') => Style::Double,
        Some('\'') => Style::Single,
        Some('`') => Style::Back,
        _ => Style::Typographic,
    }
}

fn mark(style: Style, mark: Option<char>) -> Text {
    match mark {
        Some(mark) if style != Style::Back => fill!("`{}`", *mark.encode_utf8(&mut [0; 4])),
        _ => "a back-tick".into(),
    }
}

fn replace(start: u32, end: u32, text: impl Into<Text>) -> Edit {
    Edit {
        start,
        end,
        text: text.into(),
    }
}

/// The edits that quote a word.
fn bare_edits(start: u32, end: u32, word: &str) -> Vec<Edit> {
    let mut edits = vec![replace(start, start, "\"")];
    for (at, found) in word.char_indices() {
        let at = start + at as u32;
        match found {
            // A backslash at the start of the word and the quotation mark before it are one edit.
            '\\' if at == start => edits = vec![replace(start, start, "\"\\")],
            '\\' => edits.push(replace(at, at, "\\")),
            '\0'..='\x1f' => edits.push(replace(at, at + 1, escaped(found.encode_utf8(&mut [0; 4])))),
            _ => {}
        }
    }
    edits.push(replace(end, end, "\""));
    edits
}

fn quoted(word: &str) -> Text {
    let end = word.char_indices().nth(2 * SHOWN).map_or(word.len(), |(end, _)| end);
    fill!("\"{}\"", word[..end].replace('\\', "\\\\"))
}

/// Control characters as JSON writes them.
fn escaped(controls: &str) -> String {
    let mut escaped = String::new();
    for found in controls.chars() {
        match found {
            '\u{8}' => escaped.push_str("\\b"),
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\u{c}' => escaped.push_str("\\f"),
            '\r' => escaped.push_str("\\r"),
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(escaped, "\\u{:04x}", u32::from(found));
            }
        }
    }
    escaped
}

/// An escape of another language as JSON writes it.
fn mended_escape(escape: &str) -> Option<Text> {
    match escape {
        "\\'" => Some("'".into()),
        "\\`" => Some("`".into()),
        _ => escape
            .strip_prefix("\\x")
            .filter(|digits| digits.len() == 2)
            .map(|digits| fill!("\\u00{}", digits)),
    }
}

/// The literal that a word in another spelling stands for.
fn literal(word: &str) -> &'static str {
    match word.bytes().next() {
        Some(b't' | b'T') => "true",
        Some(b'f' | b'F') => "false",
        _ => "null",
    }
}

/// What keeps a number from being one of JSON.
fn number_flaw(number: &str) -> &'static str {
    let digits = number.trim_start_matches(['+', '-']);
    if digits.len() > 1
        && digits.starts_with('0')
        && digits.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic)
        && !digits.starts_with("0e")
        && !digits.starts_with("0E")
    {
        "JSON numbers are decimal"
    } else if number.contains('_') {
        "JSON numbers hold no `_`"
    } else if number.starts_with('+') {
        "JSON numbers have no `+` before them"
    } else if digits.starts_with('.') {
        "a digit is missing before the point"
    } else if digits.starts_with('0') && digits.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
        "JSON numbers have no leading zeros"
    } else {
        "a digit is missing after the point"
    }
}

/// The number as JSON writes it; `None` where its value is in doubt, as `010` is 8 to some.
fn mended_number(number: &str) -> Option<Text> {
    if number.len() > AROUND {
        return None;
    }
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number.strip_prefix('+').unwrap_or(number)),
    };
    let digits = digits.replace('_', "");
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = digits.to_ascii_lowercase().strip_prefix(prefix) {
            let value = u64::from_str_radix(rest, radix).ok()?;
            return Some(fill!("{}{}", sign, value.to_string()));
        }
    }
    let whole = digits.find(['.', 'e', 'E']).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(whole);
    let significant = whole.trim_start_matches('0');
    let octal = whole.len() > 1
        && whole.starts_with('0')
        && significant.len() > 1
        && rest.is_empty()
        && !whole.contains(['8', '9']);
    if octal {
        return None;
    }
    let whole = if significant.is_empty() { "0" } else { significant };
    let mended = match rest.strip_prefix('.') {
        Some(fraction) if !fraction.starts_with(|first: char| first.is_ascii_digit()) => {
            fill!("{}{}.0{}", sign, whole, fraction)
        }
        _ => fill!("{}{}{}", sign, whole, rest),
    };
    (scan::number_end(mended.as_bytes(), 0) == Some(mended.len())).then_some(mended)
}

fn is_ellipsis(found: &str) -> bool {
    matches!(found, "..." | "\u{2026}")
}

/// Whether only closers and separators are left over, or the end of a block of code.
fn leftover(found: &str) -> bool {
    found == "```"
        || found
            .chars()
            .all(|found| matches!(found, ']' | '}' | ',' | ';') || found.is_ascii_whitespace())
}

/// Whether this is the line before a block of code.
fn is_fence(found: &str) -> bool {
    matches!(found, "```" | "```json" | "```jsonc" | "```JSON")
}

/// Characters by their numbers, each once.
fn code_points(found: &str) -> String {
    let mut named: Vec<String> = Vec::new();
    for found in found
        .chars()
        .filter(|&found| scan::is_odd_space(found) || found.is_control())
    {
        let mut name = String::new();
        code_point(&mut name, found);
        if !named.contains(&name) {
            if named.len() == 3 {
                break;
            }
            named.push(name);
        }
    }
    named.join(", ")
}

/// A piece of the text in back-ticks, shortened and without control characters.
fn show(found: &str) -> Text {
    let shown = shorten(found);
    if shown.contains('`') {
        fill!("`` {} ``", shown)
    } else {
        fill!("`{}`", shown)
    }
}

/// At most 40 characters of a text, with control and invisible characters by their numbers.
fn shorten(found: &str) -> Cow<'_, str> {
    if found.len() <= SHOWN && found.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return found.into();
    }
    let mut shown = String::with_capacity(2 * SHOWN);
    for (count, found) in found.chars().enumerate() {
        if count == SHOWN {
            shown.push('…');
            break;
        }
        if scan::is_odd_space(found) || found.is_control() {
            code_point(&mut shown, found);
        } else {
            shown.push(found);
        }
    }
    shown.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Syntax, Tree};

    /// Message, label and help of the first fault.
    fn said(text: &str) -> [String; 3] {
        let tree = Tree::parse(text, Syntax::default());
        let fault = tree.faults().first().unwrap();
        let text_of = |said: Option<Text>| said.unwrap_or_default().into_owned();
        [
            fault.message(text).into_owned(),
            text_of(fault.label(text).map(Text::from)),
            text_of(fault.help(text, fault.want(text).as_ref())),
        ]
    }

    #[test]
    fn speaks_of_quotes_as_they_are() {
        let label = "JSON strings stand in double quotes";
        for (text, message, help) in [
            (
                "['CTS\"]",
                "this string opens with `'` and closes with `\"`",
                "write `\"CTS\"`",
            ),
            (
                "['system-trace']",
                "this string stands in single quotes",
                "write `\"system-trace\"`",
            ),
            ("[`a`]", "this string stands in back-ticks", "write `\"a\"`"),
            ("[“a”]", "this string stands in typographic quotes", "write `\"a\"`"),
            (
                "[“a\"]",
                "this string opens with `“` and closes with `\"`",
                "write `\"a\"`",
            ),
        ] {
            assert_eq!(said(text), [message, label, help], "{text}");
        }
    }

    #[test]
    fn shortens_and_escapes_what_it_repeats() {
        let text = format!("[{}]", "x".repeat(100));
        assert_eq!(
            said(&text)[0],
            format!("`{}…` stands without quotation marks", "x".repeat(40))
        );
        assert_eq!(
            said("[\"\u{7}\"]"),
            [
                "the control character U+0007 stands inside a string",
                "control characters are escaped in JSON",
                "write `\\u0007`",
            ]
        );
        assert_eq!(said("[1\u{a0}]")[0], "U+00A0 is no white space of JSON");
    }

    #[test]
    fn tells_facts_and_sources() {
        let text = "{\"a\": True}";
        let tree = Tree::parse(text, Syntax::default());
        let fault = tree.faults().first().unwrap();
        assert_eq!(fault.rule(), Rule::InvalidJson);
        let want = fault.want(text);
        let params = fault.params(text, want.as_ref());
        assert_eq!(params.get("found"), Some(&Param::Text("True".into())));
        assert_eq!(params.get("want"), Some(&Param::Text("true".into())));
        assert_eq!(
            fault.source().and_then(|source| source.quote),
            Some("The literal names MUST be lowercase.")
        );
        let fix = fault.fix(text, fault.help(text, want.as_ref()).as_ref()).unwrap();
        assert_eq!(
            (fix.title, fix.edits),
            ("write `true`".into(), vec![replace(6, 10, "true")])
        );
    }
}
