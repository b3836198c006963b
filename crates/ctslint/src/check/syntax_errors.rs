//! Findings for syntax errors: their messages, and the section of RFC 8259 that each cites.

use crate::diagnostics::{Finding, Fix, Param, ParamName as P, Safety, span_of};
use crate::fix::{has_break, leftover, unsigned};
use crate::json::{Kind, MAX_DEPTH, SyntaxError, SyntaxErrorKind as K, Tree, find_placeholder, scan};
use crate::messages::MessageId as M;
use crate::model::{Rule, Severity, Source};
use crate::text::{code_point, shown};

/// The number of characters that are inspected to recognize the format of a text that is not JSON.
const INSPECTED: usize = 256;

/// The messages for a kind of error, unless [`SyntaxError::refine`] replaces them.
struct Messages {
    message: M,
    label: Option<M>,
    note: Option<M>,
    help: Option<M>,
    /// The source of the rule.
    source: Option<Source>,
}

const fn row(message: M, label: Option<M>, note: Option<M>, help: Option<M>, source: Option<Source>) -> Messages {
    Messages {
        message,
        label,
        note,
        help,
        source,
    }
}

const RFC_TEXT: Option<Source> = Some(Source::new("RFC 8259, section 2", "A JSON text is a serialized value."));
const RFC_TOKENS: Option<Source> = Some(Source::page("RFC 8259, section 2"));
const RFC_LITERALS: Option<Source> = Some(Source::new(
    "RFC 8259, section 3",
    "The literal names MUST be lowercase.",
));
const RFC_NAMES: Option<Source> = Some(Source::new("RFC 8259, section 4", "A name is a string."));
const RFC_COLONS: Option<Source> = Some(Source::new(
    "RFC 8259, section 4",
    "A single colon comes after each name, separating the name from the value.",
));
const RFC_COMMAS: Option<Source> = Some(Source::page("RFC 8259, sections 4 and 5"));
const RFC_ARRAYS: Option<Source> = Some(Source::page("RFC 8259, section 5"));
const RFC_NUMBERS: Option<Source> = Some(Source::page("RFC 8259, section 6"));
const RFC_STRINGS: Option<Source> = Some(Source::page("RFC 8259, section 7"));
const RFC_QUOTES: Option<Source> = Some(Source::new(
    "RFC 8259, section 7",
    "A string begins and ends with quotation marks.",
));
const RFC_ENCODING: Option<Source> = Some(Source::page("RFC 8259, section 8.1"));
const RFC_MARKS: Option<Source> = Some(Source::new(
    "RFC 8259, section 8.1",
    "Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text.",
));
const RFC_UNICODE: Option<Source> = Some(Source::page("RFC 8259, section 8.2"));
const RFC_PARSERS: Option<Source> = Some(Source::new(
    "RFC 8259, section 9",
    "An implementation may set limits on the maximum depth of nesting.",
));

#[rustfmt::skip]
const fn messages(kind: K) -> Messages {
    match kind {
        K::ByteOrderMark => row(M::HasByteOrderMark, None, None, Some(M::SaveWithoutMark), RFC_MARKS),
        K::Utf16 => row(M::IsUtf16, None, None, Some(M::SaveAsUtf8), RFC_ENCODING),
        K::Utf32 => row(M::IsUtf32, None, None, Some(M::SaveAsUtf8), RFC_ENCODING),
        K::BadUtf8 => row(M::BadBytes, None, None, Some(M::SaveAsUtf8), RFC_ENCODING),
        K::TooLarge => row(M::TooLarge, None, None, Some(M::SplitIt), None),
        K::Unlisted(1) => row(M::OneNotListed, None, None, Some(M::MendOthers), None),
        K::Unlisted(_) => row(M::NotListed, None, None, Some(M::MendOthers), None),
        K::Empty => row(M::IsBlank, None, None, Some(M::PutBody), RFC_TEXT),
        K::NotJson => row(M::IsNoJson, Some(M::BodyStartsWithBrace), None, None, RFC_TEXT),
        K::TextBefore => row(M::TextBefore, Some(M::JsonIsBodyAlone), None, Some(M::RemoveIt), RFC_TEXT),
        K::TextAfter => row(M::TextAfter, None, Some(M::OneValue), Some(M::RemoveIt), RFC_TEXT),
        K::MissingBraces => row(M::NoBraces, None, Some(M::BodyInBraces), Some(M::PutBrace), None),
        K::TooDeep => row(M::TooDeep, None, None, None, RFC_PARSERS),
        K::Comment => row(M::IsComment, Some(M::NoComments), None, Some(M::RemoveIt), RFC_TOKENS),
        K::UnclosedComment => row(M::CommentNotClosed, None, Some(M::AllIsComment), Some(M::RemoveOrClose), RFC_TOKENS),
        K::OddSpace => row(M::OddSpace, None, None, Some(M::WriteSpace), RFC_TOKENS),
        K::Quotes => row(M::MixedQuotes, Some(M::DoubleQuotes), None, Some(M::WriteIt), RFC_QUOTES),
        K::UnclosedString => row(M::StringNotClosed, Some(M::DoubleQuotes), None, Some(M::WriteIt), RFC_QUOTES),
        K::UnopenedString => row(M::StringNotOpened, Some(M::DoubleQuotes), None, Some(M::WriteIt), RFC_QUOTES),
        K::InnerQuote => row(M::InnerQuote, None, None, Some(M::WriteIt), RFC_STRINGS),
        K::Control => row(M::ControlsInside, Some(M::ControlsAreEscaped), None, Some(M::WriteIt), RFC_STRINGS),
        K::BadEscape => row(M::NoEscape, None, None, Some(M::WriteBackslash), RFC_STRINGS),
        K::LoneSurrogate => {
            row(M::HalfSurrogate, Some(M::OtherHalfMissing), None, Some(M::WriteBothHalves), RFC_UNICODE)
        }
        K::TrailingComma => row(M::CommaAfterLast, Some(M::NothingFollows), None, Some(M::RemoveFound), RFC_COMMAS),
        K::ExtraComma => row(M::NothingBefore, None, None, Some(M::RemoveFound), RFC_COMMAS),
        K::MissingComma => row(M::CommaMissing, None, None, Some(M::InsertIt), RFC_COMMAS),
        K::WrongComma => row(M::NoComma, None, None, Some(M::WriteIt), RFC_COMMAS),
        K::MissingColon => row(M::ColonMissing, None, None, Some(M::InsertIt), RFC_COLONS),
        K::WrongColon => row(M::NoColon, None, None, Some(M::WriteIt), RFC_COLONS),
        K::ExtraColon => row(M::OneTooMany, None, None, Some(M::RemoveIt), RFC_COLONS),
        K::MissingValue => {
            row(M::KeyWithoutValue, Some(M::ValueBelongsHere), None, Some(M::WriteValueOrRemoveKey), RFC_COLONS)
        }
        K::MissingKey => row(M::KeyMissing, Some(M::ValuesHaveKeys), None, Some(M::WriteKey), RFC_COLONS),
        K::BareKey => row(M::BareKey, Some(M::KeysInDoubleQuotes), None, Some(M::WriteIt), RFC_NAMES),
        K::Literal => row(M::OtherLiteral, None, None, Some(M::WriteIt), RFC_LITERALS),
        K::NoValue => row(M::NoSuchValue, None, None, Some(M::WriteJsonValue), RFC_NUMBERS),
        K::BareWord => row(M::BareWord, Some(M::DoubleQuotes), None, Some(M::WriteIt), RFC_QUOTES),
        K::Placeholder => row(M::Placeholder, None, None, Some(M::ReplacePlaceholder), None),
        K::Ellipsis => row(M::LeftOut, None, None, Some(M::WriteWhatBelongs), None),
        K::BadNumber => row(M::BadNumber, None, None, Some(M::WriteDecimal), RFC_NUMBERS),
        K::MissingCloser => row(M::CloserMissing, None, None, Some(M::InsertIt), None),
        K::WrongCloser => row(M::WrongCloser, None, None, Some(M::WriteIt), None),
        K::MemberInArray => row(M::KeyInArray, Some(M::ItemsHaveNoKeys), None, Some(M::PutMembersInBraces), RFC_ARRAYS),
        K::Junk => row(M::NoPlaceHere, None, None, Some(M::RemoveOrWriteJson), None),
    }
}

impl SyntaxError {
    /// The rule that reports the error.
    pub(crate) const fn rule(&self) -> Rule {
        match self.kind {
            K::ByteOrderMark => Rule::ByteOrderMark,
            K::Placeholder => Rule::UnreplacedPlaceholder,
            _ => Rule::InvalidJson,
        }
    }

    /// The finding for the error. `is_text` means that the value here should be a string.
    pub(crate) fn finding(&self, text: &str, severity: Severity, is_text: bool) -> Finding {
        let found = self.range.of(text);
        let messages = messages(self.kind);
        let mut finding = Finding::new(self.rule(), severity, messages.message);
        finding.span = Some(span_of(self.range));
        (finding.label, finding.note, finding.help) = (messages.label, messages.note, messages.help);
        finding.source = messages.source;
        if !found.is_empty() && !matches!(self.kind, K::NotJson | K::Empty | K::ByteOrderMark | K::BadUtf8) {
            finding.with(P::Found, shown(found).into_owned());
        }
        let fix = self.fix(text, is_text);
        if let Some(want) = fix.as_ref().and_then(|fix| fix.want.clone()) {
            finding.with(P::Want, want);
        }
        self.refine(text, found, fix.is_some(), &mut finding);
        let title = match self.kind {
            K::ByteOrderMark => M::RemoveMark,
            K::Comment => M::RemoveIt,
            K::TextBefore | K::TextAfter => M::RemoveForeignText,
            _ => finding.help.unwrap_or(M::WriteIt),
        };
        finding.fix = fix.filter(|fix| !fix.edits.is_empty()).map(|fix| Fix {
            title,
            safety: Safety::Safe,
            edits: fix.edits,
        });
        self.add_related(text, &mut finding);
        finding
    }

    /// Adapts the messages to the wrong text, and adds the parameters that they need.
    fn refine(&self, text: &str, found: &str, can_be_fixed: bool, finding: &mut Finding) {
        match self.kind {
            K::BadUtf8 => {
                finding.with(P::Count, found.len());
                if found.len() == 1 {
                    finding.message = M::BadByte;
                }
            }
            K::Unlisted(count) => _ = finding.with(P::Count, count as usize),
            K::TooDeep => _ = finding.with(P::Max, MAX_DEPTH as usize),
            K::Empty if text.is_empty() => finding.message = M::IsEmpty,
            K::NotJson => {
                match foreign_format(text, found) {
                    ForeignFormat::Markup => finding.message = M::IsMarkup,
                    ForeignFormat::Binary => finding.message = M::IsBinary,
                    ForeignFormat::Other => {}
                }
                if leftover(found) {
                    finding.help(M::Remove).with(P::Shown, shown(found).into_owned());
                }
            }
            K::TextAfter if leftover(found) => {
                finding.message = M::LeftOver;
                finding.note = None;
                finding.help(M::RemoveFound);
            }
            K::MissingBraces if self.related.is_some() => _ = finding.help(M::PutBraces),
            K::Comment if self.may_hide_a_field(text) => finding.help = None,
            K::Comment if has_break(found) && !found.starts_with("/*") => finding.message = M::AreComments,
            K::OddSpace => _ = finding.with(P::Shown, code_points(found)),
            K::Quotes => {
                let (first, last) = (found.chars().next(), found.chars().next_back());
                match (quote_style(first), quote_style(last)) {
                    (QuoteStyle::Single, QuoteStyle::Single) => finding.message = M::SingleQuotes,
                    (QuoteStyle::Back, QuoteStyle::Back) => finding.message = M::BackTicks,
                    (QuoteStyle::Typographic, QuoteStyle::Typographic) => finding.message = M::TypographicQuotes,
                    (open, close) => {
                        let (open, close) = (quote_name(open, first), quote_name(close, last));
                        finding.with(P::What, open).with(P::Name, close);
                    }
                }
            }
            K::Control => {
                let count = scan::character_count(found.as_bytes());
                if has_break(found) {
                    finding.message = M::LineBreakInside;
                } else if count == 1 {
                    finding.message = M::ControlInside;
                    finding.with(P::Shown, code_points(found));
                } else {
                    finding.with(P::By, count);
                }
            }
            K::BadEscape if can_be_fixed => _ = finding.help(M::WriteIt),
            K::BadEscape if found.starts_with("\\u") => _ = finding.help(M::WriteFourDigits),
            K::TrailingComma if !found.starts_with(',') => finding.message = M::FoundAfterLast,
            K::MissingValue => {
                let key = self.related_text(text);
                finding
                    .with(P::Field, shown(key).into_owned())
                    .with(P::Shown, key_name(key));
            }
            K::Placeholder => {
                let placeholder = find_placeholder(found).unwrap_or(found);
                finding.with(P::Shown, shown(placeholder).into_owned());
            }
            K::BadNumber => {
                finding.label(number_flaw(found));
                if can_be_fixed {
                    finding.help(M::WriteIt);
                }
            }
            _ => {}
        }
    }

    /// Adds the related range and its message.
    fn add_related(&self, text: &str, finding: &mut Finding) {
        let Some(related) = self.related else { return };
        let message = match self.kind {
            K::MissingCloser | K::WrongCloser => {
                finding.with(P::Name, shown(related.of(text)).into_owned());
                M::OpenedHere
            }
            K::MemberInArray => M::ArrayOpenedHere,
            K::MissingBraces => M::BraceMissingHere,
            K::MissingValue => M::ThisKey,
            _ => return,
        };
        finding.see(message, [span_of(related)]);
    }
}

/// Whether a text with syntax errors seems to be meant as JSON: it is an object, an array of JSON values, or one value. Other formats
/// start with words, have a word in brackets at the top, or an object further below.
pub(crate) fn is_like_json(tree: &Tree<'_>) -> bool {
    let has = |wanted: &[K]| tree.errors().iter().any(|error| wanted.contains(&error.kind));
    let Some(mut first) = tree.root() else {
        return true;
    };
    while first.kind() == Kind::Array
        && let Some(item) = first.items().next()
    {
        first = item;
    }
    let is_word = match first.kind() {
        Kind::Unknown => true,
        Kind::String => !first.raw().starts_with(scan::is_quote),
        _ => false,
    };
    let is_other = has(&[K::TextBefore]) || is_word && has(&[K::TextAfter, K::Junk]);
    !is_other
}

/// The format of a text that is not JSON.
enum ForeignFormat {
    Markup,
    Binary,
    Other,
}

fn foreign_format(text: &str, line: &str) -> ForeignFormat {
    let start = text.chars().take(INSPECTED);
    if start
        .clone()
        .any(|found| found.is_control() && !matches!(found, '\n' | '\r' | '\t'))
    {
        ForeignFormat::Binary
    } else if line.starts_with('<') {
        ForeignFormat::Markup
    } else {
        ForeignFormat::Other
    }
}

/// The kind of quotation mark.
#[derive(PartialEq)]
enum QuoteStyle {
    Double,
    Single,
    Back,
    Typographic,
}

const fn quote_style(mark: Option<char>) -> QuoteStyle {
    match mark {
        Some('"') => QuoteStyle::Double,
        Some('\'') => QuoteStyle::Single,
        Some('`') => QuoteStyle::Back,
        _ => QuoteStyle::Typographic,
    }
}

/// The name of a quotation mark in a message.
fn quote_name(quote_style: QuoteStyle, mark: Option<char>) -> Param {
    match mark {
        Some(mark) if quote_style != QuoteStyle::Back => format!("`{mark}`").into(),
        _ => M::QuoteBackTick.into(),
    }
}

/// The name of a key without a value in a message.
fn key_name(key: &str) -> Param {
    let mut key = key;
    while let Some(rest) = key.strip_prefix(scan::is_quote).or(key.strip_suffix(scan::is_quote)) {
        key = rest;
    }
    match &*shown(key) {
        "" => M::ThisKey.into(),
        shown if shown.contains('`') => format!("`` {shown} ``").into(),
        shown => format!("`{shown}`").into(),
    }
}

/// Why a number is not valid in JSON.
fn number_flaw(number: &str) -> M {
    let digits = unsigned(number.as_bytes());
    match digits {
        [b'0', b'e' | b'E', ..] => {}
        [b'0', second, ..] if second.is_ascii_alphabetic() => return M::NumbersAreDecimal,
        _ => {}
    }
    match (number.as_bytes(), digits) {
        _ if number.bytes().any(|byte| byte == b'_') => M::NoUnderscores,
        ([b'+', ..], _) => M::NoPlus,
        (_, [b'.', ..]) => M::DigitMissingBefore,
        (_, [b'0', b'0'..=b'9', ..]) => M::NoLeadingZeros,
        _ => M::DigitMissingAfter,
    }
}

/// The code points of the first three different invisible characters.
fn code_points(found: &str) -> String {
    let is_shown = |found: &char| scan::is_odd_space(*found) || found.is_control();
    let mut named = Vec::new();
    let mut points = String::new();
    for found in found.chars().filter(is_shown) {
        if named.iter().copied().any(|earlier: char| earlier == found) {
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
