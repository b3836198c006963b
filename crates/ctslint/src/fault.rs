//! What is said about faults of the text, and how they are mended.
//!
//! A [`Fault`] is a kind and a place. Everything here is worked out from these and the text when it is asked for.

use std::borrow::Cow;

use crate::json::{Fault, FaultKind, MAX_DEPTH, MAX_FAULTS, Range, scan};
use crate::notes::Notes;
use crate::report::{Safety, Source};
use crate::rule::Rule;
use crate::text::decimal;
use crate::words::{Fact, Phrase, Phrases, code_point, hexadecimal, passages};

/// How many characters of the text a message repeats at most.
const SHOWN: usize = 40;

/// How far the surroundings of a place are looked at, in bytes.
const AROUND: usize = 256;

passages! {
    SECTION_2 "RFC 8259, section 2"
    SECTION_3 "RFC 8259, section 3"
    SECTION_4 "RFC 8259, section 4"
    SECTIONS_4_AND_5 "RFC 8259, sections 4 and 5"
    SECTION_5 "RFC 8259, section 5"
    SECTION_6 "RFC 8259, section 6"
    SECTION_7 "RFC 8259, section 7"
    SECTION_8_1 "RFC 8259, section 8.1"
    SECTION_8_2 "RFC 8259, section 8.2"
    SECTION_9 "RFC 8259, section 9"
    TEXT_IS_VALUE "A JSON text is a serialized value."
    LOWERCASE_LITERALS "The literal names MUST be lowercase."
    NAME_IS_STRING "A name is a string."
    COLON_AFTER_NAME "A single colon comes after each name, separating the name from the value."
    STRING_IN_MARKS "A string begins and ends with quotation marks."
    NO_MARK "Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text."
    DEPTH_IS_LIMITED "An implementation may set limits on the maximum depth of nesting."
}

impl Fault {
    /// The rule that speaks.
    pub(crate) const fn rule(&self) -> Rule {
        match self.kind {
            FaultKind::ByteOrderMark => Rule::ByteOrderMark,
            _ => Rule::InvalidJson,
        }
    }

    /// Notes down what is said of it, the facts that this needs, and the authority for the rule. Its remedy, if it has one,
    /// has been noted before.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn say(&self, text: &str, can_be_mended: bool, notes: &mut Notes) {
        let found = self.range.of(text);
        let want = self.want(text, can_be_mended, notes);
        if !found.is_empty()
            && !matches!(
                self.kind,
                FaultKind::NotJson | FaultKind::Empty | FaultKind::ByteOrderMark | FaultKind::BadUtf8
            )
        {
            notes.made(Fact::Found, &[&shorten(found)]);
        }
        let has_want = want.is_some();
        if let Some(want) = want {
            notes.made(Fact::Want, &[&shorten(&want)]);
        }
        let (message, label, note, help) = self.phrases(text, found, has_want, notes);
        notes.phrases = Phrases {
            message,
            label,
            note,
            help,
            title: match self.kind {
                FaultKind::ByteOrderMark => Phrase::RemoveMark,
                FaultKind::TextBefore | FaultKind::TextAfter => Phrase::RemoveForeignText,
                _ => help,
            },
            related: Phrase::Nothing,
        };
        self.relate(text, notes);
        if let Some(source) = self.source() {
            notes.cite(source);
        }
    }

    /// Message, label, note and help.
    fn phrases(&self, text: &str, found: &str, has_want: bool, facts: &mut Notes) -> (Phrase, Phrase, Phrase, Phrase) {
        use Phrase as P;
        const NONE: Phrase = Phrase::Nothing;
        match self.kind {
            FaultKind::ByteOrderMark => (P::HasByteOrderMark, NONE, NONE, P::SaveWithoutMark),
            FaultKind::Utf16 => (P::IsUtf16, NONE, NONE, P::SaveAsUtf8),
            FaultKind::BadUtf8 => {
                facts.number(Fact::Count, found.len());
                let message = if found.len() == 1 { P::BadByte } else { P::BadBytes };
                (message, NONE, NONE, P::SaveAsUtf8)
            }
            FaultKind::TooLarge => (P::TooLarge, NONE, NONE, P::SplitIt),
            FaultKind::TooMany => {
                facts.number(Fact::Max, MAX_FAULTS);
                (P::TooMany, NONE, NONE, P::MendListed)
            }
            FaultKind::Empty if text.is_empty() => (P::IsEmpty, NONE, NONE, P::PutBody),
            FaultKind::Empty => (P::IsBlank, NONE, NONE, P::PutBody),
            FaultKind::NotJson => {
                let message = match nature(text, found) {
                    Nature::Markup => P::IsMarkup,
                    Nature::Binary => P::IsBinary,
                    Nature::Other => P::IsNoJson,
                };
                let is_leftover = leftover(found);
                if is_leftover {
                    facts.made(Fact::Shown, &[&shorten(found)]);
                }
                let help = if is_leftover { P::Remove } else { NONE };
                (message, P::BodyStartsWithBrace, NONE, help)
            }
            FaultKind::TextBefore => (P::TextBefore, P::JsonIsBodyAlone, NONE, P::RemoveIt),
            FaultKind::TextAfter if leftover(found) => (P::LeftOver, NONE, NONE, P::RemoveFound),
            FaultKind::TextAfter => (P::TextAfter, NONE, P::OneValue, P::RemoveIt),
            FaultKind::MissingBraces => {
                let help = if self.related.is_some() {
                    P::PutBraces
                } else {
                    P::PutBrace
                };
                (P::NoBraces, NONE, P::BodyInBraces, help)
            }
            FaultKind::TooDeep => {
                facts.number(Fact::Max, MAX_DEPTH as usize);
                (P::TooDeep, NONE, NONE, NONE)
            }
            FaultKind::Comment => {
                let is_block = has_break(found) && !found.starts_with("/*");
                let message = if is_block { P::AreComments } else { P::IsComment };
                (message, P::NoComments, NONE, P::RemoveIt)
            }
            FaultKind::UnclosedComment => (P::CommentNotClosed, NONE, P::AllIsComment, P::RemoveOrClose),
            FaultKind::OddSpace => {
                facts.made(Fact::Shown, &[&code_points(found)]);
                (P::OddSpace, NONE, NONE, P::WriteSpace)
            }
            FaultKind::Quotes => {
                let (first, last) = (found.chars().next(), found.chars().next_back());
                let message = match (style(first), style(last)) {
                    (Style::Single, Style::Single) => P::SingleQuotes,
                    (Style::Back, Style::Back) => P::BackTicks,
                    (Style::Typographic, Style::Typographic) => P::TypographicQuotes,
                    (open, close) => {
                        note_mark(Fact::What, open, first, facts);
                        note_mark(Fact::Name, close, last, facts);
                        P::MixedQuotes
                    }
                };
                (message, P::DoubleQuotes, NONE, P::WriteIt)
            }
            FaultKind::UnclosedString => (P::StringNotClosed, P::DoubleQuotes, NONE, P::WriteIt),
            FaultKind::UnopenedString => (P::StringNotOpened, P::DoubleQuotes, NONE, P::WriteIt),
            FaultKind::InnerQuote => (P::InnerQuote, NONE, NONE, P::WriteIt),
            FaultKind::Control => {
                let count = found.chars().count();
                let message = if has_break(found) {
                    P::LineBreakInside
                } else if count == 1 {
                    facts.made(Fact::Shown, &[&code_points(found)]);
                    P::ControlInside
                } else {
                    facts.number(Fact::By, count);
                    P::ControlsInside
                };
                (message, P::ControlsAreEscaped, NONE, P::WriteIt)
            }
            FaultKind::BadEscape => {
                let help = match has_want {
                    true => P::WriteIt,
                    false if found.starts_with("\\u") => P::WriteFourDigits,
                    false => P::WriteBackslash,
                };
                (P::NoEscape, NONE, NONE, help)
            }
            FaultKind::LoneSurrogate => (P::HalfSurrogate, P::OtherHalfMissing, NONE, P::WriteBothHalves),
            FaultKind::TrailingComma => {
                let is_comma = found.starts_with(',');
                let message = if is_comma { P::CommaAfterLast } else { P::FoundAfterLast };
                (message, P::NothingFollows, NONE, P::RemoveFound)
            }
            FaultKind::ExtraComma => (P::NothingBefore, NONE, NONE, P::RemoveFound),
            FaultKind::MissingComma => (P::CommaMissing, NONE, NONE, P::InsertIt),
            FaultKind::WrongComma => (P::NoComma, NONE, NONE, P::WriteIt),
            FaultKind::MissingColon => (P::ColonMissing, NONE, NONE, P::InsertIt),
            FaultKind::WrongColon => (P::NoColon, NONE, NONE, P::WriteIt),
            FaultKind::ExtraColon => (P::OneTooMany, NONE, NONE, P::RemoveIt),
            FaultKind::MissingValue => {
                facts.made(Fact::Field, &[&shorten(self.related_text(text))]);
                note_key(self.related_text(text), facts);
                (P::KeyWithoutValue, P::ValueBelongsHere, NONE, P::WriteValueOrRemoveKey)
            }
            FaultKind::MissingKey => (P::KeyMissing, P::ValuesHaveKeys, NONE, P::WriteKey),
            FaultKind::BareKey => (P::BareKey, P::KeysInDoubleQuotes, NONE, P::WriteIt),
            FaultKind::Literal => (P::OtherLiteral, NONE, NONE, P::WriteIt),
            FaultKind::NoValue => (P::NoSuchValue, NONE, NONE, P::WriteJsonValue),
            FaultKind::BareWord => (P::BareWord, P::DoubleQuotes, NONE, P::WriteIt),
            FaultKind::Placeholder if is_ellipsis(found) => (P::LeftOut, NONE, NONE, P::WriteWhatBelongs),
            FaultKind::Placeholder => (P::Placeholder, NONE, NONE, P::PutValueInPlace),
            FaultKind::BadNumber => {
                let help = if has_want { P::WriteIt } else { P::WriteDecimal };
                (P::BadNumber, number_flaw(found), NONE, help)
            }
            FaultKind::MissingCloser => (P::CloserMissing, NONE, NONE, P::InsertIt),
            FaultKind::WrongCloser => (P::WrongCloser, NONE, NONE, P::WriteIt),
            FaultKind::MemberInArray => (P::KeyInArray, P::ItemsHaveNoKeys, NONE, P::PutMembersInBraces),
            FaultKind::Junk => (P::NoPlaceHere, NONE, NONE, P::RemoveOrWriteJson),
        }
    }

    /// What is to be seen at the related place.
    fn relate(&self, text: &str, notes: &mut Notes) {
        let Some(related) = self.related else { return };
        let phrase = match self.kind {
            FaultKind::MissingCloser | FaultKind::WrongCloser => {
                notes.made(Fact::Name, &[&shorten(related.of(text))]);
                Phrase::OpenedHere
            }
            FaultKind::MemberInArray => Phrase::ArrayOpenedHere,
            FaultKind::MissingBraces => Phrase::BraceMissingHere,
            FaultKind::MissingValue => Phrase::ThisKey,
            _ => return,
        };
        notes.related(phrase, &[related]);
    }

    /// Notes down the edits that mend it, where there is a plain remedy; tells whether there is.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn mend(&self, text: &str, notes: &mut Notes) -> bool {
        let Range { start, end } = self.range;
        let found = self.range.of(text);
        let mark = notes.list.len();
        notes.fix(Phrase::Nothing, Safety::Safe, false);
        // Most write something else in place of what was found.
        let new: Option<Cow<'_, str>> = match self.kind {
            FaultKind::TrailingComma | FaultKind::ExtraComma | FaultKind::ExtraColon => Some("".into()),
            FaultKind::TextAfter if leftover(found) => Some("".into()),
            FaultKind::TextBefore if is_fence(found) => Some("".into()),
            FaultKind::OddSpace => {
                let spaces = found
                    .chars()
                    .map(|found| if scan::is_odd_space(found) { ' ' } else { found });
                Some(spaces.collect::<String>().into())
            }
            FaultKind::Control => Some(escaped(found).into()),
            FaultKind::BadEscape => mended_escape(found),
            FaultKind::MissingComma | FaultKind::WrongComma => Some(",".into()),
            FaultKind::MissingColon | FaultKind::WrongColon => Some(":".into()),
            FaultKind::Literal => Some(literal(found).into()),
            FaultKind::BadNumber => mended_number(found).map(Cow::Owned),
            FaultKind::MissingCloser => Some(self.placed_closer(text).into()),
            FaultKind::WrongCloser => Some(self.closer(text).into()),
            FaultKind::ByteOrderMark => {
                // Where nothing else stands in the text, no other fault speaks of further marks.
                let mut rest = text;
                while let Some(after) = rest.strip_prefix('\u{feff}') {
                    rest = after;
                }
                let end = (text.len() - rest.len()) as u32;
                notes.edit(Range { start, end }, &[]);
                return true;
            }
            FaultKind::MissingBraces => {
                insert(start, "{", notes);
                if let Some(last) = self.related {
                    insert(last.start, "}", notes);
                }
                return true;
            }
            FaultKind::Comment => {
                self.cut_comment(text, notes);
                return true;
            }
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::InnerQuote => {
                let has_edits = self.requote(text, notes);
                if !has_edits {
                    notes.list.truncate(mark);
                }
                return has_edits;
            }
            FaultKind::BareKey | FaultKind::BareWord => {
                quote_word(start, end, found, notes);
                return true;
            }
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
            | FaultKind::Junk => None,
        };
        match &new {
            Some(new) => _ = notes.edit(self.range, &[new]),
            None => notes.list.truncate(mark),
        }
        new.is_some()
    }

    /// What is to stand there, where that is plain; of a long text only as much as is shown.
    fn want(&self, text: &str, can_be_mended: bool, notes: &Notes) -> Option<String> {
        let found = self.range.of(text);
        Some(match self.kind {
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::InnerQuote => {
                self.requoted(text)
            }
            FaultKind::BareKey | FaultKind::BareWord => quoted(found),
            FaultKind::MissingCloser => self.closer(text).to_owned(),
            FaultKind::Control
            | FaultKind::BadEscape
            | FaultKind::BadNumber
            | FaultKind::Literal
            | FaultKind::WrongCloser
            | FaultKind::MissingComma
            | FaultKind::WrongComma
            | FaultKind::MissingColon
            | FaultKind::WrongColon
                if can_be_mended =>
            {
                notes.last_made().to_owned()
            }
            _ => return None,
        })
    }

    /// The authority for the rule.
    const fn source(&self) -> Option<Source> {
        let (page, quote) = match self.kind {
            FaultKind::ByteOrderMark => (SECTION_8_1, Some(NO_MARK)),
            FaultKind::Utf16 | FaultKind::BadUtf8 => (SECTION_8_1, None),
            FaultKind::Empty | FaultKind::NotJson | FaultKind::TextBefore | FaultKind::TextAfter => {
                (SECTION_2, Some(TEXT_IS_VALUE))
            }
            FaultKind::TooDeep => (SECTION_9, Some(DEPTH_IS_LIMITED)),
            FaultKind::Comment | FaultKind::UnclosedComment | FaultKind::OddSpace => (SECTION_2, None),
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::BareWord => {
                (SECTION_7, Some(STRING_IN_MARKS))
            }
            FaultKind::InnerQuote | FaultKind::Control | FaultKind::BadEscape => (SECTION_7, None),
            FaultKind::LoneSurrogate => (SECTION_8_2, None),
            FaultKind::BareKey => (SECTION_4, Some(NAME_IS_STRING)),
            FaultKind::MissingColon
            | FaultKind::WrongColon
            | FaultKind::ExtraColon
            | FaultKind::MissingValue
            | FaultKind::MissingKey => (SECTION_4, Some(COLON_AFTER_NAME)),
            FaultKind::Literal => (SECTION_3, Some(LOWERCASE_LITERALS)),
            FaultKind::NoValue | FaultKind::BadNumber => (SECTION_6, None),
            FaultKind::MemberInArray => (SECTION_5, None),
            FaultKind::TrailingComma | FaultKind::ExtraComma | FaultKind::MissingComma | FaultKind::WrongComma => {
                (SECTIONS_4_AND_5, None)
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

    /// The closer that fits the opener.
    fn closer(&self, text: &str) -> &'static str {
        if self.related_text(text) == "[" { "]" } else { "}" }
    }

    /// The closer with what is to stand before it: a line break and the indentation of the opener where a line break
    /// follows the opener, else the blanks that follow the opener.
    fn placed_closer(&self, text: &str) -> String {
        let closer = self.closer(text);
        let Some(opener) = self.related else {
            return closer.to_owned();
        };
        let (inside, here) = (opener.end as usize, self.range.start as usize);
        let bytes = text.as_bytes();
        let blank = scan::inline_blank_end(bytes.get(..here.min(inside + AROUND)).unwrap_or_default(), inside);
        if inside >= here || blank >= here {
            return closer.to_owned();
        }
        let rest = text.get(blank..).unwrap_or_default();
        let line_break = ["\r\n", "\n", "\r"]
            .into_iter()
            .find(|line_break| rest.starts_with(line_break));
        let Some(line_break) = line_break else {
            return text.get(inside..blank).unwrap_or_default().to_owned() + closer;
        };
        let before = bytes
            .get((inside - 1).saturating_sub(AROUND)..inside - 1)
            .unwrap_or_default();
        let line = before
            .iter()
            .rposition(|&byte| scan::is_break(byte))
            .map_or(before, |at| before.get(at + 1..).unwrap_or_default());
        let indent = line.iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
        let mut placed = String::from(line_break);
        placed.extend(indent.map(|&byte| char::from(byte)));
        placed + closer
    }

    /// A comment goes with its line where it has one for itself, else with the blanks before it at the end of a line.
    fn cut_comment(&self, text: &str, notes: &mut Notes) {
        let bytes = text.as_bytes();
        let (start, end) = (self.range.start as usize, self.range.end as usize);
        let before = scan::inline_blank_start(bytes, start);
        let after = scan::inline_blank_end(bytes, end);
        let at_start = before == 0 || bytes.get(before - 1).copied().is_some_and(scan::is_break);
        let at_end = bytes.get(after).copied().is_none_or(scan::is_break);
        let (start, end, new) = match (at_start, at_end) {
            (true, true) => {
                let line_break = match bytes.get(after..) {
                    Some([b'\r', b'\n', ..]) => 2,
                    Some([_, ..]) => 1,
                    _ => 0,
                };
                (before, after + line_break, "")
            }
            (false, true) => (before, after, ""),
            (true, false) => (start, after, ""),
            (false, false) if before < start => (start, after, ""),
            (false, false) if after > end => (start, end, ""),
            (false, false) => (start, end, " "),
        };
        notes.edit(Range::new(start, end), &[new]);
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

    /// Notes down the edits that put a string into double quotes; tells whether it takes any.
    fn requote(&self, text: &str, notes: &mut Notes) -> bool {
        let (start, content) = self.content(text);
        let end = (start + content.len()) as u32;
        let start = start as u32;
        let before = notes.list.len();
        let mut put = |start: u32, end: u32, mark: &str| {
            let range = Range { start, end };
            if range.of(text) != mark {
                notes.edit(range, &[mark]);
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
        notes.list.len() > before
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

fn note_mark(fact: Fact, style: Style, mark: Option<char>, notes: &mut Notes) {
    match mark {
        Some(mark) if style != Style::Back => notes.made(fact, &["`", mark.encode_utf8(&mut [0; 4]), "`"]),
        _ => notes.fact(fact, "a back-tick"),
    };
}

/// The key without a value, to be named.
fn note_key(key: &str, notes: &mut Notes) {
    let mut key = key;
    while let Some(rest) = key.strip_prefix(scan::is_quote).or(key.strip_suffix(scan::is_quote)) {
        key = rest;
    }
    let shown = shorten(key);
    match &*shown {
        "" => notes.fact(Fact::Shown, "this key"),
        shown if shown.bytes().any(|byte| byte == b'`') => notes.made(Fact::Shown, &["`` ", shown, " ``"]),
        shown => notes.made(Fact::Shown, &["`", shown, "`"]),
    };
}

fn insert(at: u32, new: &str, notes: &mut Notes) {
    notes.edit(Range { start: at, end: at }, &[new]);
}

/// Notes down the edits that quote a word.
fn quote_word(start: u32, end: u32, word: &str, notes: &mut Notes) {
    // A backslash at the start of the word and the quotation mark before it are one edit.
    let opener = if word.starts_with('\\') { "\"\\" } else { "\"" };
    insert(start, opener, notes);
    for (at, found) in word.char_indices() {
        let at = start + at as u32;
        match found {
            '\\' if at > start => insert(at, "\\", notes),
            '\0'..='\x1f' => {
                let range = Range { start: at, end: at + 1 };
                notes.edit(range, &[&escaped(found.encode_utf8(&mut [0; 4]))]);
            }
            _ => {}
        }
    }
    insert(end, "\"", notes);
}

fn quoted(word: &str) -> String {
    let end = word.char_indices().nth(2 * SHOWN).map_or(word.len(), |(end, _)| end);
    let mut quoted = String::from("\"");
    for found in word[..end].chars() {
        if found == '\\' {
            quoted.push(found);
        }
        quoted.push(found);
    }
    quoted + "\""
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
                escaped.push_str("\\u");
                escaped.extend(hexadecimal(u32::from(found)));
            }
        }
    }
    escaped
}

/// An escape of another language as JSON writes it.
fn mended_escape(escape: &str) -> Option<Cow<'_, str>> {
    match escape {
        "\\'" => Some("'".into()),
        "\\`" => Some("`".into()),
        _ => escape
            .strip_prefix("\\x")
            .filter(|digits| digits.len() == 2)
            .map(|digits| ("\\u00".to_owned() + digits).into()),
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
fn number_flaw(number: &str) -> Phrase {
    let digits = unsigned(number.as_bytes());
    match digits {
        [b'0', b'e' | b'E', ..] => {}
        [b'0', second, ..] if second.is_ascii_alphabetic() => return Phrase::NumbersAreDecimal,
        _ => {}
    }
    match (number.as_bytes(), digits) {
        (number, _) if number.contains(&b'_') => Phrase::NoUnderscores,
        ([b'+', ..], _) => Phrase::NoPlus,
        (_, [b'.', ..]) => Phrase::DigitMissingBefore,
        (_, [b'0', b'0'..=b'9', ..]) => Phrase::NoLeadingZeros,
        _ => Phrase::DigitMissingAfter,
    }
}

/// A number without the sign before it.
fn unsigned(number: &[u8]) -> &[u8] {
    match number {
        [b'+' | b'-', rest @ ..] => rest,
        _ => number,
    }
}

/// The number as JSON writes it; `None` where its value is in doubt, as `010` is 8 to some.
fn mended_number(number: &str) -> Option<String> {
    if number.len() > AROUND {
        return None;
    }
    let mut digits = unsigned(number.as_bytes()).to_vec();
    digits.retain(|&digit| digit != b'_');
    let mut mended = String::new();
    if number.starts_with('-') {
        mended.push('-');
    }
    let radix = match digits[..] {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        let mut value = 0_u64;
        for &digit in digits.get(2..).filter(|digits| !digits.is_empty())? {
            let digit = char::from(digit).to_digit(radix)?;
            value = value.checked_mul(radix.into())?.checked_add(digit.into())?;
        }
        mended.push_str(&decimal(value));
        return Some(mended);
    }
    let whole = digits.iter().take_while(|digit| digit.is_ascii_digit()).count();
    let (whole, rest) = digits.split_at(whole);
    let zeros = whole.iter().take_while(|&&digit| digit == b'0').count();
    let significant = &whole[zeros..];
    let is_octal =
        zeros > 0 && significant.len() > 1 && rest.is_empty() && significant.iter().all(|&digit| digit < b'8');
    if is_octal {
        return None;
    }
    let mut push = |digits: &[u8]| digits.iter().for_each(|&digit| mended.push(char::from(digit)));
    push(if significant.is_empty() { b"0" } else { significant });
    match rest {
        [b'.', b'0'..=b'9', ..] => push(rest),
        [b'.', exponent @ ..] => {
            push(b".0");
            push(exponent);
        }
        _ => push(rest),
    }
    (scan::number_end(mended.as_bytes(), 0) == Some(mended.len())).then_some(mended)
}

fn has_break(found: &str) -> bool {
    found.bytes().any(scan::is_break)
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
    let is_shown = |found: &char| scan::is_odd_space(*found) || found.is_control();
    let mut named = Vec::new();
    let mut points = String::new();
    for found in found.chars().filter(is_shown) {
        if named.contains(&found) {
            continue;
        }
        match named.len() {
            0 => {}
            3 => break,
            _ => points.push_str(", "),
        }
        named.push(found);
        code_point(&mut points, found);
    }
    points
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
    use crate::report::{Edit, Finding, Param};
    use crate::{Options, Text, check};

    /// What is said of the first fault.
    fn first(text: &str) -> Finding {
        let findings = check(text, &Options::default()).findings;
        let is_fault = |finding: &Finding| finding.rule == Rule::InvalidJson;
        findings.into_iter().find(is_fault).expect("there is a fault")
    }

    /// Message, label and help of the first fault.
    fn said(text: &str) -> [String; 3] {
        let finding = first(text);
        let text_of = |said: Option<Text>| said.unwrap_or_default().into_owned();
        [
            finding.message.into_owned(),
            text_of(finding.label),
            text_of(finding.help),
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
        let finding = first("{\"a\": True}");
        let facts: Vec<_> = finding.params.iter().collect();
        let text = |text: &'static str| Param::Text(text.into());
        assert_eq!(facts, [("found", &text("True")), ("want", &text("true"))]);
        assert_eq!(finding.source.and_then(|source| source.quote), Some(LOWERCASE_LITERALS));
        let fix = finding.fix.unwrap();
        let edit = Edit {
            start: 6,
            end: 10,
            text: "true".into(),
        };
        assert_eq!((fix.title, fix.edits), ("write `true`".into(), vec![edit]));
    }

    #[test]
    fn literals_with_backticks_get_more_of_them() {
        assert_eq!(said("['a`b']")[2], "write `` \"a`b\" ``");
        assert_eq!(said("['ab']")[2], "write `\"ab\"`");
    }
}
