//! What is said about faults of the text, and how they are mended.
//!
//! A [`Fault`] is a kind and a place. Everything here is worked out from these and the text when it is asked for.

use crate::json::{Fault, FaultKind, MAX_DEPTH, MAX_FAULTS, Range, scan};
use crate::notes::Notes;
use crate::report::{Safety, Source};
use crate::rule::Rule;
use crate::text::decimal;
use crate::words::{Fact, Passage, Phrase, code_point, hexadecimal, passages, shown};

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

/// What is said of a kind of fault, where nothing about it says more.
struct Said {
    kind: FaultKind,
    message: Phrase,
    label: Phrase,
    note: Phrase,
    help: Phrase,
    /// The authority for the rule.
    source: Option<&'static Source>,
}

/// A section of RFC 8259, and a sentence of it.
const fn rfc(page: Passage, quote: Option<Passage>) -> Source {
    Source { page, quote }
}

const OF_TEXT: Option<&Source> = Some(&rfc(SECTION_2, Some(TEXT_IS_VALUE)));
const OF_TOKENS: Option<&Source> = Some(&rfc(SECTION_2, None));
const OF_LITERALS: Option<&Source> = Some(&rfc(SECTION_3, Some(LOWERCASE_LITERALS)));
const OF_NAMES: Option<&Source> = Some(&rfc(SECTION_4, Some(NAME_IS_STRING)));
const OF_COLONS: Option<&Source> = Some(&rfc(SECTION_4, Some(COLON_AFTER_NAME)));
const OF_COMMAS: Option<&Source> = Some(&rfc(SECTIONS_4_AND_5, None));
const OF_ARRAYS: Option<&Source> = Some(&rfc(SECTION_5, None));
const OF_NUMBERS: Option<&Source> = Some(&rfc(SECTION_6, None));
const OF_STRINGS: Option<&Source> = Some(&rfc(SECTION_7, None));
const OF_QUOTES: Option<&Source> = Some(&rfc(SECTION_7, Some(STRING_IN_MARKS)));
const OF_ENCODING: Option<&Source> = Some(&rfc(SECTION_8_1, None));
const OF_MARKS: Option<&Source> = Some(&rfc(SECTION_8_1, Some(NO_MARK)));
const OF_UNICODE: Option<&Source> = Some(&rfc(SECTION_8_2, None));
const OF_PARSERS: Option<&Source> = Some(&rfc(SECTION_9, Some(DEPTH_IS_LIMITED)));

macro_rules! said {
    ($($kind:ident: $message:ident, $label:ident, $note:ident, $help:ident, $source:expr;)*) => {
        static SAID: &[Said] = &[$(Said {
            kind: FaultKind::$kind,
            message: Phrase::$message,
            label: Phrase::$label,
            note: Phrase::$note,
            help: Phrase::$help,
            source: $source,
        }),*];

        // Does not compile where a kind has no row.
        const _: fn(FaultKind) = |kind| match kind {
            $(FaultKind::$kind => {})*
        };
    };
}

said! {
    ByteOrderMark: HasByteOrderMark, Nothing, Nothing, SaveWithoutMark, OF_MARKS;
    Utf16: IsUtf16, Nothing, Nothing, SaveAsUtf8, OF_ENCODING;
    Utf32: IsUtf32, Nothing, Nothing, SaveAsUtf8, OF_ENCODING;
    BadUtf8: BadBytes, Nothing, Nothing, SaveAsUtf8, OF_ENCODING;
    TooLarge: TooLarge, Nothing, Nothing, SplitIt, None;
    TooMany: TooMany, Nothing, Nothing, MendListed, None;
    Empty: IsBlank, Nothing, Nothing, PutBody, OF_TEXT;
    NotJson: IsNoJson, BodyStartsWithBrace, Nothing, Nothing, OF_TEXT;
    TextBefore: TextBefore, JsonIsBodyAlone, Nothing, RemoveIt, OF_TEXT;
    TextAfter: TextAfter, Nothing, OneValue, RemoveIt, OF_TEXT;
    MissingBraces: NoBraces, Nothing, BodyInBraces, PutBrace, None;
    TooDeep: TooDeep, Nothing, Nothing, Nothing, OF_PARSERS;
    Comment: IsComment, NoComments, Nothing, RemoveIt, OF_TOKENS;
    UnclosedComment: CommentNotClosed, Nothing, AllIsComment, RemoveOrClose, OF_TOKENS;
    OddSpace: OddSpace, Nothing, Nothing, WriteSpace, OF_TOKENS;
    Quotes: MixedQuotes, DoubleQuotes, Nothing, WriteIt, OF_QUOTES;
    UnclosedString: StringNotClosed, DoubleQuotes, Nothing, WriteIt, OF_QUOTES;
    UnopenedString: StringNotOpened, DoubleQuotes, Nothing, WriteIt, OF_QUOTES;
    InnerQuote: InnerQuote, Nothing, Nothing, WriteIt, OF_STRINGS;
    Control: ControlsInside, ControlsAreEscaped, Nothing, WriteIt, OF_STRINGS;
    BadEscape: NoEscape, Nothing, Nothing, WriteBackslash, OF_STRINGS;
    LoneSurrogate: HalfSurrogate, OtherHalfMissing, Nothing, WriteBothHalves, OF_UNICODE;
    TrailingComma: CommaAfterLast, NothingFollows, Nothing, RemoveFound, OF_COMMAS;
    ExtraComma: NothingBefore, Nothing, Nothing, RemoveFound, OF_COMMAS;
    MissingComma: CommaMissing, Nothing, Nothing, InsertIt, OF_COMMAS;
    WrongComma: NoComma, Nothing, Nothing, WriteIt, OF_COMMAS;
    MissingColon: ColonMissing, Nothing, Nothing, InsertIt, OF_COLONS;
    WrongColon: NoColon, Nothing, Nothing, WriteIt, OF_COLONS;
    ExtraColon: OneTooMany, Nothing, Nothing, RemoveIt, OF_COLONS;
    MissingValue: KeyWithoutValue, ValueBelongsHere, Nothing, WriteValueOrRemoveKey, OF_COLONS;
    MissingKey: KeyMissing, ValuesHaveKeys, Nothing, WriteKey, OF_COLONS;
    BareKey: BareKey, KeysInDoubleQuotes, Nothing, WriteIt, OF_NAMES;
    Literal: OtherLiteral, Nothing, Nothing, WriteIt, OF_LITERALS;
    NoValue: NoSuchValue, Nothing, Nothing, WriteJsonValue, OF_NUMBERS;
    BareWord: BareWord, DoubleQuotes, Nothing, WriteIt, OF_QUOTES;
    Placeholder: Placeholder, Nothing, Nothing, PutValueInPlace, None;
    BadNumber: BadNumber, Nothing, Nothing, WriteDecimal, OF_NUMBERS;
    MissingCloser: CloserMissing, Nothing, Nothing, InsertIt, None;
    WrongCloser: WrongCloser, Nothing, Nothing, WriteIt, None;
    MemberInArray: KeyInArray, ItemsHaveNoKeys, Nothing, PutMembersInBraces, OF_ARRAYS;
    Junk: NoPlaceHere, Nothing, Nothing, RemoveOrWriteJson, None;
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
        if let Some(said) = SAID.iter().find(|said| said.kind == self.kind) {
            notes
                .message(said.message)
                .label(said.label)
                .note(said.note)
                .help(said.help);
            if let Some(source) = said.source {
                notes.cite(*source);
            }
        }
        self.adapt(text, found, can_be_mended, notes);
        notes.phrases.title = match self.kind {
            FaultKind::ByteOrderMark => Phrase::RemoveMark,
            FaultKind::Comment => Phrase::RemoveIt,
            FaultKind::TextBefore | FaultKind::TextAfter => Phrase::RemoveForeignText,
            _ => notes.phrases.help,
        };
        self.relate(text, notes);
    }

    /// What depends on more than its kind, and the facts that the phrases need.
    fn adapt(&self, text: &str, found: &str, can_be_mended: bool, notes: &mut Notes) {
        use Phrase as P;
        match self.kind {
            FaultKind::BadUtf8 => {
                notes.number(Fact::Count, found.len());
                if found.len() == 1 {
                    notes.message(P::BadByte);
                }
            }
            FaultKind::TooMany => _ = notes.number(Fact::Max, MAX_FAULTS),
            FaultKind::TooDeep => _ = notes.number(Fact::Max, MAX_DEPTH as usize),
            FaultKind::Empty if text.is_empty() => _ = notes.message(P::IsEmpty),
            FaultKind::NotJson => {
                match nature(text, found) {
                    Nature::Markup => _ = notes.message(P::IsMarkup),
                    Nature::Binary => _ = notes.message(P::IsBinary),
                    Nature::Other => {}
                }
                if leftover(found) {
                    notes.help(P::Remove).made(Fact::Shown, &[&shown(found)]);
                }
            }
            FaultKind::TextAfter if leftover(found) => {
                notes.message(P::LeftOver).note(P::Nothing).help(P::RemoveFound);
            }
            FaultKind::MissingBraces if self.related.is_some() => _ = notes.help(P::PutBraces),
            FaultKind::Comment if self.may_hide_a_field(text) => _ = notes.help(P::Nothing),
            FaultKind::Comment if has_break(found) && !found.starts_with("/*") => _ = notes.message(P::AreComments),
            FaultKind::OddSpace => _ = notes.made(Fact::Shown, &[&code_points(found)]),
            FaultKind::Quotes => {
                let (first, last) = (found.chars().next(), found.chars().next_back());
                match (style(first), style(last)) {
                    (Style::Single, Style::Single) => _ = notes.message(P::SingleQuotes),
                    (Style::Back, Style::Back) => _ = notes.message(P::BackTicks),
                    (Style::Typographic, Style::Typographic) => _ = notes.message(P::TypographicQuotes),
                    (open, close) => {
                        note_mark(Fact::What, open, first, notes);
                        note_mark(Fact::Name, close, last, notes);
                    }
                }
            }
            FaultKind::Control => {
                let count = scan::character_count(found.as_bytes());
                if has_break(found) {
                    notes.message(P::LineBreakInside);
                } else if count == 1 {
                    notes
                        .message(P::ControlInside)
                        .made(Fact::Shown, &[&code_points(found)]);
                } else {
                    notes.number(Fact::By, count);
                }
            }
            FaultKind::BadEscape if can_be_mended => _ = notes.help(P::WriteIt),
            FaultKind::BadEscape if found.starts_with("\\u") => _ = notes.help(P::WriteFourDigits),
            FaultKind::TrailingComma if !found.starts_with(',') => _ = notes.message(P::FoundAfterLast),
            FaultKind::MissingValue => {
                notes.made(Fact::Field, &[&shown(self.related_text(text))]);
                note_key(self.related_text(text), notes);
            }
            FaultKind::Placeholder if is_ellipsis(found) => {
                notes.message(P::LeftOut).help(P::WriteWhatBelongs);
            }
            FaultKind::BadNumber => {
                notes.label(number_flaw(found));
                if can_be_mended {
                    notes.help(P::WriteIt);
                }
            }
            _ => {}
        }
    }

    /// What is to be seen at the related place.
    fn relate(&self, text: &str, notes: &mut Notes) {
        let Some(related) = self.related else { return };
        let phrase = match self.kind {
            FaultKind::MissingCloser | FaultKind::WrongCloser => {
                notes.made(Fact::Name, &[&shown(related.of(text))]);
                Phrase::OpenedHere
            }
            FaultKind::MemberInArray => Phrase::ArrayOpenedHere,
            FaultKind::MissingBraces => Phrase::BraceMissingHere,
            FaultKind::MissingValue => Phrase::ThisKey,
            _ => return,
        };
        notes.related(phrase, &[related]);
    }

    /// Notes down what stands there, the edits that mend it, where there is a plain remedy, and what is to stand there; tells
    /// whether there is a remedy. `is_text` is whether the value is to be a string.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn mend(&self, text: &str, is_text: bool, notes: &mut Notes) -> bool {
        let Range { start, end } = self.range;
        let found = self.range.of(text);
        if !found.is_empty()
            && !matches!(
                self.kind,
                FaultKind::NotJson | FaultKind::Empty | FaultKind::ByteOrderMark | FaultKind::BadUtf8
            )
        {
            notes.made(Fact::Found, &[&shown(found)]);
        }
        notes.fix(Phrase::Nothing, Safety::Safe);
        let mut new = String::new();
        let is_name = is_text && self.kind == FaultKind::BadNumber;
        if !is_name && let Some(is_told) = self.replace(text, &mut new) {
            notes.edit(self.range, &[&new]);
            match self.kind {
                FaultKind::MissingCloser => _ = notes.made(Fact::Want, &[self.closer(text)]),
                _ if is_told => _ = notes.made(Fact::Want, &[&shown(&new)]),
                _ => {}
            }
            return true;
        }
        new.clear();
        let before = notes.list.len();
        match self.kind {
            FaultKind::ByteOrderMark => {
                // Where nothing else stands in the text, no other fault speaks of further marks.
                let mut rest = text;
                while let Some(after) = rest.strip_prefix('\u{feff}') {
                    rest = after;
                }
                let end = (text.len() - rest.len()) as u32;
                notes.edit(Range { start, end }, &[]);
            }
            FaultKind::MissingBraces => {
                insert(start, "{", notes);
                if let Some(last) = self.related {
                    insert(last.start, "}", notes);
                }
            }
            FaultKind::Comment => self.cut_comment(text, notes),
            FaultKind::Quotes | FaultKind::UnclosedString | FaultKind::UnopenedString | FaultKind::InnerQuote => {
                self.requote(text, notes);
                self.requoted(text, &mut new);
            }
            // What a number means that is to be a name, its digits tell as they are written.
            FaultKind::BadNumber if !is_name => {}
            FaultKind::BareKey | FaultKind::BareWord | FaultKind::BadNumber => {
                quote_word(start, end, found, notes);
                quoted(found, &mut new);
            }
            _ => {}
        }
        let has_edits = notes.list.len() > before;
        if !has_edits {
            notes.safety = None;
        }
        if !new.is_empty() {
            notes.made(Fact::Want, &[&shown(&new)]);
        }
        has_edits
    }

    /// Writes what takes the place of all that was found, where that is the remedy; tells whether it is to be told.
    fn replace(&self, text: &str, new: &mut String) -> Option<bool> {
        let found = self.range.of(text);
        let is_told = match self.kind {
            FaultKind::TrailingComma | FaultKind::ExtraComma | FaultKind::ExtraColon => false,
            FaultKind::TextAfter if leftover(found) => false,
            FaultKind::TextBefore if is_fence(found) => false,
            FaultKind::OddSpace => {
                for found in found.chars() {
                    new.push(if scan::is_odd_space(found) { ' ' } else { found });
                }
                false
            }
            FaultKind::MissingCloser => {
                self.place_closer(text, new);
                false
            }
            kind => {
                match kind {
                    FaultKind::Control => escape(found, new),
                    FaultKind::BadEscape => mend_escape(found, new)?,
                    FaultKind::BadNumber => mend_number(found, new)?,
                    FaultKind::Literal => new.push_str(literal(found)),
                    FaultKind::MissingComma | FaultKind::WrongComma => new.push(','),
                    FaultKind::MissingColon | FaultKind::WrongColon => new.push(':'),
                    FaultKind::WrongCloser => new.push_str(self.closer(text)),
                    _ => return None,
                }
                true
            }
        };
        Some(is_told)
    }

    fn related_text<'t>(&self, text: &'t str) -> &'t str {
        self.related.map_or("", |range| range.of(text))
    }

    /// The closer that fits the opener.
    fn closer(&self, text: &str) -> &'static str {
        if self.related_text(text) == "[" { "]" } else { "}" }
    }

    /// Writes the closer with what is to stand before it: a line break and the indentation of the opener where a line break
    /// follows the opener, else the blanks that follow the opener.
    fn place_closer(&self, text: &str, new: &mut String) {
        let bytes = text.as_bytes();
        let here = self.range.start as usize;
        let inside = self.related.map_or(here, |opener| opener.end as usize);
        let blank = scan::inline_blank_end(bytes.get(..here.min(inside + AROUND)).unwrap_or_default(), inside);
        if inside < here && blank < here {
            let line_break = match bytes.get(blank..) {
                Some([b'\r', b'\n', ..]) => "\r\n",
                Some([b'\n', ..]) => "\n",
                Some([b'\r', ..]) => "\r",
                _ => "",
            };
            let mut start = inside;
            let mut end = blank;
            if !line_break.is_empty() {
                new.push_str(line_break);
                let least = (inside - 1).saturating_sub(AROUND);
                start = inside - 1;
                while start > least && !bytes.get(start - 1).copied().is_some_and(scan::is_break) {
                    start -= 1;
                }
                end = scan::inline_blank_end(bytes.get(..inside - 1).unwrap_or_default(), start);
            }
            new.push_str(text.get(start..end).unwrap_or_default());
        }
        new.push_str(self.closer(text));
    }

    /// Whether it is a comment that may be part of a value without quotation marks and of the fields after it: it follows a word
    /// without a blank, or holds a member behind a comma.
    pub(crate) fn may_hide_a_field(&self, text: &str) -> bool {
        if self.kind != FaultKind::Comment {
            return false;
        }
        let start = self.range.start as usize;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let follows_word = before.is_some_and(|before| before.is_alphanumeric() || "_-.:/\\".contains(before));
        let is_member = |part: &str| part.trim_ascii_start().starts_with('"') && part.contains(':');
        let line_start = scan::inline_blank_start(text.as_bytes(), start);
        let has_own_line = line_start == 0 || text.as_bytes().get(line_start - 1).copied().is_some_and(scan::is_break);
        follows_word || (!has_own_line && self.range.of(text).split(',').skip(1).any(is_member))
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

    /// Notes down the edits that put a string into double quotes, if it takes any.
    fn requote(&self, text: &str, notes: &mut Notes) {
        let (start, content) = self.content(text);
        let end = (start + content.len()) as u32;
        let start = start as u32;
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
    }

    /// Writes the string in double quotes, or as much of it as is shown.
    fn requoted(&self, text: &str, mended: &mut String) {
        let (_, content) = self.content(text);
        mended.push('"');
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
    let name = shown(key);
    match &*name {
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
                let mut escaped = String::new();
                escape(found.encode_utf8(&mut [0; 4]), &mut escaped);
                notes.edit(Range { start: at, end: at + 1 }, &[&escaped]);
            }
            _ => {}
        }
    }
    insert(end, "\"", notes);
}

fn quoted(word: &str, quoted: &mut String) {
    quoted.push('"');
    for found in word.chars().take(2 * SHOWN) {
        if found == '\\' {
            quoted.push(found);
        }
        quoted.push(found);
    }
    quoted.push('"');
}

/// Writes control characters as JSON does.
fn escape(controls: &str, escaped: &mut String) {
    for found in controls.chars() {
        match found {
            '\u{8}' => escaped.push_str("\\b"),
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\u{c}' => escaped.push_str("\\f"),
            '\r' => escaped.push_str("\\r"),
            _ => {
                escaped.push_str("\\u");
                hexadecimal(u32::from(found)).for_each(|digit| escaped.push(digit));
            }
        }
    }
}

/// Writes an escape of another language as JSON does.
fn mend_escape(escape: &str, new: &mut String) -> Option<()> {
    match escape {
        "\\'" | "\\`" => new.push_str(escape.get(1..)?),
        _ => {
            let digits = escape.strip_prefix("\\x").filter(|digits| digits.len() == 2)?;
            new.push_str("\\u00");
            new.push_str(digits);
        }
    }
    Some(())
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
        _ if number.bytes().any(|byte| byte == b'_') => Phrase::NoUnderscores,
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

/// Writes a number as JSON does; `None` where its value is in doubt, as `010` is 8 to some.
fn mend_number(number: &str, mended: &mut String) -> Option<()> {
    if number.len() > AROUND {
        return None;
    }
    let mut digits = String::new();
    for &digit in unsigned(number.as_bytes()) {
        if digit != b'_' {
            digits.push(char::from(digit));
        }
    }
    if number.starts_with('-') {
        mended.push('-');
    }
    let radix = match *digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        let mut value = 0_u64;
        for digit in digits.get(2..).filter(|digits| !digits.is_empty())?.chars() {
            let digit = digit.to_digit(radix)?;
            // Each radix is a power of two: a digit is so many bits, for which there must be room.
            let bits = radix.trailing_zeros();
            if value.leading_zeros() < bits {
                return None;
            }
            value = value << bits | u64::from(digit);
        }
        mended.push_str(&decimal(value));
        return Some(());
    }
    let end = digits.bytes().take_while(u8::is_ascii_digit).count();
    let zeros = digits.bytes().take_while(|&digit| digit == b'0').count();
    let (significant, rest) = (digits.get(zeros..end)?, digits.get(end..)?);
    let is_octal =
        zeros > 0 && significant.len() > 1 && rest.is_empty() && significant.bytes().all(|digit| digit < b'8');
    if is_octal {
        return None;
    }
    mended.push_str(if significant.is_empty() { "0" } else { significant });
    match rest.as_bytes() {
        [b'.', b'0'..=b'9', ..] => mended.push_str(rest),
        [b'.', ..] => {
            mended.push_str(".0");
            mended.push_str(rest.get(1..)?);
        }
        _ => mended.push_str(rest),
    }
    (scan::number_end(mended.as_bytes(), 0) == Some(mended.len())).then_some(())
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
        if named.iter().copied().any(|known: char| known == found) {
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
        let finding = first("{\"is_lts_enabled\": True}");
        let facts: Vec<_> = finding.params.iter().collect();
        let text = |text: &'static str| Param::Text(text.into());
        assert_eq!(facts, [("found", &text("True")), ("want", &text("true"))]);
        assert_eq!(finding.source.and_then(|source| source.quote), Some(LOWERCASE_LITERALS));
        let fix = finding.fix.unwrap();
        let edit = Edit {
            start: 19,
            end: 23,
            text: "true".into(),
        };
        assert_eq!((fix.title, fix.edits), ("write `true`".into(), vec![edit]));
    }

    #[test]
    fn literals_with_backticks_get_more_of_them() {
        assert_eq!(said("['a`b']")[2], "write `` \"a`b\" ``");
        assert_eq!(said("['ab']")[2], "write `\"ab\"`");
    }

    /// Digits of another radix become decimal ones as long as 64 bits have room for them.
    #[test]
    fn numbers_of_another_radix() {
        let mended = |number: &str| {
            let mut text = String::new();
            super::mend_number(number, &mut text).map(|()| text)
        };
        let most = Some(u64::MAX.to_string());
        for (number, expected) in [
            ("0x1f", Some("31".into())),
            ("-0b101", Some("-5".into())),
            ("0o17", Some("15".into())),
            ("0xffffffffffffffff", most.clone()),
            ("0x00000000000000001", Some("1".into())),
            ("0x10000000000000000", None),
            ("0o1777777777777777777777", most.clone()),
            ("0o2000000000000000000000", None),
            (&format!("0b{}", "1".repeat(64)), most),
            (&format!("0b1{}", "0".repeat(64)), None),
            ("0x", None),
        ] {
            assert_eq!(mended(number), expected, "{number}");
        }
    }
}
