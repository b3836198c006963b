//! The kinds of JSON values, and the kinds of syntax errors.

/// The deepest nesting that is read without an error. The limit of `serde_json`.
pub(crate) const MAX_DEPTH: u32 = 127;

/// The largest number of errors to list. One more error then reports that there are others.
pub(crate) const MAX_ERRORS: usize = 10_000;

/// A range of the text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Range {
    /// The offset of the first byte.
    pub start: u32,
    /// The offset of the end, which is exclusive.
    pub end: u32,
}

impl Range {
    /// The range between two offsets. They fit into `u32`, because the reader rejects longer texts.
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The text in the range; empty if the range is not within `text`.
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
    /// The value is missing or unreadable.
    Unknown,
}

impl Kind {
    pub(super) const fn is_container(self) -> bool {
        matches!(self, Self::Array | Self::Object)
    }
}

/// The allowed extensions of RFC 8259.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Syntax {
    /// Comments: `//` to the end of the line and `/* */`.
    pub comments: bool,
}

/// A syntax error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// Where the error is; empty if something is missing.
    pub range: Range,
    /// Another place that belongs to the error; see [`SyntaxErrorKind`].
    pub related: Option<Range>,
    /// The kind of error.
    pub kind: SyntaxErrorKind,
}

/// The kinds of syntax errors. Unless it is described otherwise, the range is the wrong text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SyntaxErrorKind {
    /// A byte order mark before the text.
    ByteOrderMark,
    /// The text is encoded in UTF-16.
    Utf16,
    /// The text is encoded in UTF-32.
    Utf32,
    /// Bytes that are not valid UTF-8.
    BadUtf8,
    /// The text is longer than the offsets of a [`Range`] allow.
    TooLarge,
    /// So many errors are not listed, from the range on.
    Unlisted(u32),
    /// The text is empty, apart from white space and comments.
    Empty,
    /// The text is not JSON at all.
    NotJson,
    /// Text before the body.
    TextBefore,
    /// Text after the value.
    TextAfter,
    /// Members without braces around them; related is the place for the closing brace, if it is missing too.
    MissingBraces,
    /// An opener deeper than [`MAX_DEPTH`].
    TooDeep,
    /// A comment, or several whole lines of them.
    Comment,
    /// A comment whose end is missing.
    UnclosedComment,
    /// White space between tokens that JSON does not allow, invisible characters and control characters.
    OddSpace,
    /// A string in quotation marks other than `"`.
    Quotes,
    /// A string whose closing quotation mark is missing.
    UnclosedString,
    /// A string whose opening quotation mark is missing.
    UnopenedString,
    /// A string that contains its own kind of quotation mark; the range is the string.
    InnerQuote,
    /// Control characters in a string.
    Control,
    /// An escape that JSON does not have.
    BadEscape,
    /// An escape of one half of a surrogate pair.
    LoneSurrogate,
    /// Commas before a closer.
    TrailingComma,
    /// Commas without a value or member before them.
    ExtraComma,
    /// No comma between two values or members.
    MissingComma,
    /// Another character in place of a comma.
    WrongComma,
    /// No colon between key and value.
    MissingColon,
    /// Other characters in place of a colon.
    WrongColon,
    /// More than one colon.
    ExtraColon,
    /// A key without a value; related is the key.
    MissingValue,
    /// A value in an object without a key.
    MissingKey,
    /// A key without quotation marks.
    BareKey,
    /// `true`, `false` or `null` in another spelling.
    Literal,
    /// `NaN`, `Infinity` or `undefined`.
    NoValue,
    /// A word without quotation marks.
    BareWord,
    /// A placeholder of a template engine that was not replaced, or a string with one that has quotation marks of its own.
    Placeholder,
    /// Dots in place of something that was left out.
    Ellipsis,
    /// A number in a notation that JSON does not have.
    BadNumber,
    /// A container that is not closed; related is its opener.
    MissingCloser,
    /// A closer that does not match the container; related is the opener.
    WrongCloser,
    /// A key and a colon in an array; related is the opener of the array.
    MemberInArray,
    /// Anything else that JSON does not allow.
    Junk,
}

/// The encoding of a text, and how offsets in the decoded text map to the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8: offsets in the text are offsets in the bytes.
    Utf8,
    /// UTF-16: an offset in the bytes is the length of the byte order mark plus two bytes per code unit.
    Utf16 {
        /// The length of the byte order mark in bytes: 0 or 2.
        mark: u32,
        /// The number of bytes. If it is odd, the last code unit is incomplete.
        length: u32,
    },
    /// UTF-32, which is not parsed.
    Utf32,
}
