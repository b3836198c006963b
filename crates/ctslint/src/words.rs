//! What findings say: phrases with gaps, the facts that fill them, and small pieces of wording that they share.
//!
//! The notes on a finding name its phrases and hold the facts, each once. They become texts where texts are wanted: here, or,
//! with the feature `words` off, by whoever has the phrases from elsewhere.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::json::scan::is_odd_space;
#[cfg(feature = "words")]
use crate::text::Text;

/// How many characters of a text are shown at most.
const SHOWN: usize = 40;

macro_rules! facts {
    ($($name:ident $text:literal)* ; $($inner:ident $inner_text:literal)*) => {
        /// What a gap of a phrase stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Fact {
            $($name,)*
            $($inner,)*
        }

        impl Fact {
            /// How many facts are published; those after them serve phrases only.
            pub(crate) const PUBLISHED: usize = [$($text),*].len();

            /// The names of all of them, in their order.
            pub(crate) const NAMES: &[&'static str] = &[$($text,)* $($inner_text,)*];
        }
    };
}

facts! {
    Field "field"
    Got "got"
    Want "want"
    Min "min"
    Max "max"
    Allowed "allowed"
    Suggestion "suggestion"
    Suggestions "suggestions"
    Found "found"
    Count "count"
    Belongs "belongs"
    Path "path"
    Body "body"
    File "file"
    ;
    Shown "shown"
    New "new"
    Name "name"
    Holder "holder"
    Value "value"
    Start "start"
    Version "version"
    Here "here"
    Advice "advice"
    By "by"
    What "what"
    Example "example"
    Pointer "pointer"
    To "to"
    ApiError "api_error"
}

impl Fact {
    /// The name used in reports.
    pub(crate) const fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Whether reports tell it.
    #[cfg(feature = "words")]
    pub(crate) const fn is_published(self) -> bool {
        (self as usize) < Self::PUBLISHED
    }
}

/// The phrases of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub(crate) struct Phrases {
    pub(crate) message: Phrase,
    pub(crate) label: Phrase,
    pub(crate) note: Phrase,
    pub(crate) help: Phrase,
    /// The title of the fix.
    pub(crate) title: Phrase,
    /// What is to be seen at the other places.
    pub(crate) related: Phrase,
}

impl Phrases {
    pub(crate) const NONE: Self = Self {
        message: Phrase::Nothing,
        label: Phrase::Nothing,
        note: Phrase::Nothing,
        help: Phrase::Nothing,
        title: Phrase::Nothing,
        related: Phrase::Nothing,
    };
}

macro_rules! phrases {
    ($($name:ident $text:literal)*) => {
        /// A text that may have gaps: `{field}` stands for that fact. A list is written as "`a`, `b` or `c`".
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Phrase {
            Nothing,
            $(#[doc = $text] $name,)*
        }

        /// The phrases as they are kept.
        #[cfg(feature = "words")]
        pub(crate) const PHRASES: &[Coded] = &[
            Coded { text: "", gaps: &[] },
            $({
                const CODED: [u8; coded::length($text)] = coded::coded($text);
                const GAPS: [u8; coded::count(&CODED)] = coded::gaps(&CODED);
                Coded {
                    text: coded::text(&CODED),
                    gaps: &GAPS,
                }
            },)*
        ];
    };
}

phrases! {
    // Of any problem.
    RemoveIt "remove it"
    RemoveItAdvice "remove it; {advice}"
    Remove "remove `{shown}`"
    WriteNew "write `{new}`"
    WriteSuggestion "write `{suggestion}`"
    WriteAllowed "write {allowed}"
    Advice "{advice}"

    // A field occurs again.
    OccursTwice "`{shown}` occurs twice in this object"
    AgainHere "again here"
    LastIsTaken "of several, the API takes the last"
    KeepOne "keep one of them"
    HereFirst "it is here first"

    // Types.
    BodyMustBeObject "the body must be {want}, not {got}"
    PutFieldsInBraces "put the fields between `{{` and `}}`"
    MustBe "`{field}` must be {want}, not {got}"
    ItemMustBe "an item of `{field}` must be {want}, not {got}"
    NullIsValue "`null` is a value, not the absence of one"
    GiveValue "give it a value"
    LeaveOutOrGiveValue "leave the field out, or give it a value"
    WriteWanted "write {want}"

    // Missing fields.
    IsMissing "`{field}` is missing"
    IsMissingFrom "`{field}` is missing from `{holder}`"
    RequiredInBody "required in this body"
    RequiredInObject "required in this object"
    Add "add `\"{field}\": {value}`"
    AddYours "add `\"{field}\": {value}` with your own value"
    AddYoursOrLeaveOut "add `\"{field}\": {value}` with your own value, or leave `{holder}` out"
    LtsNeedsAll "all members of `lts` are required, even when `is_lts_enabled` is `false`"

    // Unknown fields.
    UnknownField "unknown field `{shown}`"
    NotInReference "the reference has no such field; an answer may have more than it tells"
    UnknownIsIgnored "the API ignores fields it does not know"
    UnknownIsIgnoredAndMissed "the API ignores fields it does not know, so the tracker would be refused for the missing `{suggestion}`"
    Like "like `{suggestion}`"
    LikePresent "like `{name}`, which is there already"
    DidYouMean "did you mean `{suggestion}`?"
    DidYouMeanThat "{start}did you mean `{suggestion}`?"
    DidYouMeanRequired "{start}did you mean `{suggestion}`? It is required and missing"
    DidYouMeanOneOf "did you mean {suggestions}?"
    DidYouMeanRetired "{start}did you mean `{suggestion}`? That was withdrawn"
    DidYouMeanForeign "{start}did you mean `{suggestion}`? That is a field of Huawei Cloud's v3"
    DidYouMeanAnswers "{start}did you mean `{suggestion}`? That is a field of the answer"
    DidYouMeanInObject "did you mean `{name}` in `{holder}`?"
    DidYouMeanAtTop "did you mean `{name}` at the top level?"
    DidYouMeanElsewhere "did you mean `{name}`? That is a field of {version}"
    RenameTo "rename it to `{suggestion}`"
    RenameOrRemove "rename it, or remove it"

    // Fields of other places.
    BelongsInObject "`{field}` belongs in `{holder}`"
    BelongsAtTop "`{field}` belongs at the top level"
    BelongsElsewhere "`{field}` is a field of {version}, not of {here}"
    IgnoredThere "where it stands, the API ignores it"
    WriteObject "write the object `{what}` at the top level"
    PutIntoObject "put it into `{value}`, as `{what}`"
    PutAtTop "put it at the top level, as `{what}`"

    // Fields and values from elsewhere.
    Withdrawn "`{field}` was withdrawn: notifications have a request of their own"
    IgnoredHere "the API ignores it here"
    SendNotifications "send it as `POST /v3/{{project_id}}/notifications`, and remove it here"
    ForeignField "`{field}` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's"
    AnswersField "`{field}` is a field of the answer, not of the request"
    ForeignValue "`{got}` is a value of Huawei Cloud's v3, not of Open Telekom Cloud's"
    WriteAllowedOrSendThere "write {allowed}, or send the body to Huawei Cloud"

    // Values.
    NoValueOf "`{shown}` is not a value of `{field}`"
    CaseMatters "upper and lower case are different values"
    TakesAtMost "`{field}` takes {max} characters at most, this has {got}"
    TakesBetween "`{field}` takes {min} to {max} characters, this has {got}"
    OneCharacter "{got} character"
    Characters "{got} characters"
    TakeOneAway "take {by} character away"
    TakeAway "take {by} characters away"
    AddOneCharacter "add {by} character at least"
    AddCharacters "add {by} characters at least"
    NotAllowed "{shown} is not allowed in `{field}`"
    NotAllowedFirst "{shown} is not allowed as the first character of `{field}`"
    NotAllowedEither "not allowed either"
    UseOnly "use only {what}"
    UseOnlyOrWrite "use only {what}: write `{new}`"
    StartWith "start with {what}"
    StartWithOrWrite "start with {what}: write `{new}`"
    Breaks "`{field}` {what}"
    CopyKeyId "copy the ID of the key, not its name; it looks like `{example}`"
    NameAsCtsDoes "name it as CTS does: `{example}`"
    CopyProjectId "copy the project ID from the console; it has 32 letters and digits"
    ChooseBucketName "choose a name that OBS takes"

    // Fields that contradict each other.
    KmsIdRequired "`kms_id` is required while encryption is on"
    AddKmsId "add the ID of a key of the same project, or switch encryption off"
    KmsIdMissing "`kms_id` is missing from this body"
    EmptyKmsId "an empty ID names no key"
    EncryptionOnHere "encryption is switched on here"
    KmsIdWithoutEffect "`kms_id` has no effect while encryption is off"
    EncryptOrRemoveKey "set `is_support_trace_files_encryption` to `true`, or remove the key"
    EncryptionOffHere "encryption is switched off here"
    OnlySystem "the management tracker can only be called `system`"
    WriteSystem "write `system`"
    ManagementHere "this makes it the management tracker"
    OptionWithoutBucket "this option has no effect without `bucket_name`"
    AddBucketOrRemove "add `bucket_name` to `obs_info`, or remove the option"
    NothingTransferred "nothing is transferred"
    NoEffectEither "this has no effect either"
    KeptSevenDays "without a bucket and without LTS, traces are kept for 7 days only"
    AddBucketOrLts "add `obs_info` with a `bucket_name`, or set `is_lts_enabled` to `true`"
    NotEncrypted "trace files are not encrypted"
    EncryptWithKey "set `is_support_trace_files_encryption` to `true`, and `kms_id` to the ID of a key"
    NotSentToLts "traces are not sent to LTS"
    EnableLts "set `is_lts_enabled` to `true`"
    NotVerifiable "trace files can't be verified"
    EnableValidation "set `is_support_validate` to `true`"
    NotTransferred "traces are not transferred to a bucket"
    AddBucket "add `obs_info` with a `bucket_name`"
    DetailMissing "`detail` is missing: it says why the status is `error`"
    AddDetail "add `detail`, as the API answered it"
    StatusIsError "the status is `error`"

    // The body as a whole.
    V1Retired "this is a v1 body; v1 is being retired"
    TranslateFile "`ctslint translate {name}` writes the v3 body"
    TranslateIt "translate it to v3"
    OneNotListed "from here on, {count} finding is not listed"
    NotListed "from here on, {count} findings are not listed"
    MendOthers "mend the others first"
    ListOfTrackers "this is a list of trackers, as an API answers it; no CTS document is one"
    CheckOneByOne "check one tracker at a time, as `v3-create-response`"
    NoFieldTells "no field tells which CTS document this is"
    NameDocument "name it: `--as v3` for a v3 request, `--as v1` for a v1 request"
    NoBody "this is {shown}, not the body of a CTS request or answer"
    BodyIsObject "a body is an object: `{{ … }}`"

    // Faults of the text as a whole.
    HasByteOrderMark "the text starts with a byte order mark"
    SaveWithoutMark "save the text as UTF-8 without a byte order mark"
    RemoveMark "remove the byte order mark"
    IsUtf16 "this text is UTF-16"
    IsUtf32 "this text is UTF-32"
    BadByte "bad UTF-8: this byte belongs to no character"
    BadBytes "bad UTF-8: these {count} bytes belong to no character"
    SaveAsUtf8 "save the text as UTF-8"
    TooLarge "the text has 4 GiB or more"
    SplitIt "split it"
    TooMany "the text has more than {max} faults; those from here on are not listed"
    MendListed "mend those that are listed first"
    IsEmpty "the text is empty"
    IsBlank "the text is blank"
    PutBody "put a body there"
    IsMarkup "this is HTML or XML, not JSON"
    IsBinary "this is a binary file, not JSON"
    IsNoJson "this text is not JSON"
    BodyStartsWithBrace "a body starts with `{{`"
    TextBefore "text stands before the body"
    JsonIsBodyAlone "JSON is the body alone"
    RemoveForeignText "remove what is not part of the body"
    LeftOver "`{found}` stands after the end of the value"
    TextAfter "text stands after the end of the value"
    OneValue "a text holds one JSON value"
    NoBraces "these members stand in no object"
    BodyInBraces "a body is one object, in `{{` and `}}`"
    PutBraces "put `{{` before them and `}}` after them"
    PutBrace "put `{{` before them"
    BraceMissingHere "`}}` is missing here"
    TooDeep "this is nested more than {max} levels deep"

    // Faults of white space, strings and words.
    IsComment "this is a comment"
    AreComments "these lines are comments"
    NoComments "JSON has no comments"
    CommentNotClosed "this comment is never closed"
    AllIsComment "all that follows was taken for the comment"
    RemoveOrClose "remove it, or close it with `*/`"
    OddSpace "{shown} is no white space of JSON"
    WriteSpace "write a space"
    SingleQuotes "this string stands in single quotes"
    BackTicks "this string stands in back-ticks"
    TypographicQuotes "this string stands in typographic quotes"
    MixedQuotes "this string opens with {what} and closes with {name}"
    StringNotClosed "the closing quotation mark of this string is missing"
    StringNotOpened "the opening quotation mark of this string is missing"
    DoubleQuotes "JSON strings stand in double quotes"
    InnerQuote "a `\"` inside this string is not escaped"
    LineBreakInside "a line break stands inside this string"
    ControlInside "the control character {shown} stands inside a string"
    ControlsInside "{by} control characters stand inside a string"
    ControlsAreEscaped "control characters are escaped in JSON"
    NoEscape "`{found}` is no escape of JSON"
    WriteFourDigits "write four hexadecimal digits after `\\u`"
    WriteBackslash "write `\\\\` for a backslash"
    HalfSurrogate "`{found}` is one half of a surrogate pair"
    OtherHalfMissing "the other half is missing"
    WriteBothHalves "write both halves, or the character itself"
    BareKey "the key `{found}` stands without quotation marks"
    KeysInDoubleQuotes "JSON keys stand in double quotes"
    BareWord "`{found}` stands without quotation marks"
    OtherLiteral "JSON writes `{want}`, not `{found}`"
    NoSuchValue "JSON has no `{found}`"
    WriteJsonValue "write a value of JSON, or remove the field"
    LeftOut "something was left out here"
    WriteWhatBelongs "write what belongs here, or remove it"
    Placeholder "the placeholder `{found}` has not been replaced"
    PutValueInPlace "put the value in its place"
    BadNumber "JSON writes no number as `{found}`"
    WriteDecimal "write it in decimal digits"
    NumbersAreDecimal "JSON numbers are decimal"
    NoUnderscores "JSON numbers hold no `_`"
    NoPlus "JSON numbers have no `+` before them"
    DigitMissingBefore "a digit is missing before the point"
    NoLeadingZeros "JSON numbers have no leading zeros"
    DigitMissingAfter "a digit is missing after the point"

    // Faults of commas, colons and brackets.
    WriteIt "write `{want}`"
    InsertIt "insert `{want}`"
    RemoveFound "remove `{found}`"
    CommaAfterLast "a comma stands after the last element"
    FoundAfterLast "`{found}` stands after the last element"
    NothingFollows "nothing follows"
    NothingBefore "nothing stands before this `{found}`"
    CommaMissing "a comma is missing here"
    NoComma "`{found}` stands where a comma belongs"
    ColonMissing "a colon is missing here"
    NoColon "`{found}` stands where a colon belongs"
    OneTooMany "`{found}` is one too many"
    KeyWithoutValue "{shown} has no value"
    ValueBelongsHere "a value belongs here"
    WriteValueOrRemoveKey "write a value, or remove the key"
    ThisKey "this key"
    KeyMissing "the key of this value is missing"
    ValuesHaveKeys "in an object each value has a key"
    WriteKey "write a key before it"
    CloserMissing "`{want}` is missing here"
    WrongCloser "`{found}` closes what `{name}` opened"
    OpenedHere "`{name}` is opened here"
    KeyInArray "a key stands in an array"
    ItemsHaveNoKeys "the items of an array have no keys"
    ArrayOpenedHere "the array is opened here"
    PutMembersInBraces "put the members in `{{` and `}}`"
    NoPlaceHere "`{found}` has no place here"
    RemoveOrWriteJson "remove it, or write it as JSON"

    // Why a text was taken for what it was taken for.
    WasNamed "the document was named"
    HasField "it has `{field}`"
    HasFields "it has `{field}` and `{name}`"
    ResemblesField "it has a field like `{field}`"
    SentAs "it is sent as `{field}`"
    SentToLikeCts "it is sent to an address like those of CTS"
    SeveralBodies "the requests have several bodies"
    IsListOfTrackers "it is a list of trackers"
    NothingTells "no field tells"
    HoldsSettings "it holds settings of ctslint"

    // Of a translation.
    Moves "`{name}` moves from {start} to {what}"
    IsAdded "`{value}` is added: {advice}"
    IsDropped "`{name}` is dropped: {advice}"
    IsDroppedWithValue "`{name}` `{shown}` is dropped: {advice}"
    IsLost "`{name}` is lost: {advice}; {what}"
    V1HasNoField "v1 has no field `{shown}`"
    V1HasNoFieldButLike "v1 has no field `{shown}`; did you mean `{suggestion}`?"
    AlreadyV3 "this is a v3 body already: "
    OnlyRequests "only requests can be translated, and this is a `{name}`: "
    V1NotValid "the v1 body is not valid"
    WouldBeLost "{what} would be lost; `--allow-loss {name}` accepts that"
    V3NotValid "the v3 body would not be valid"
}

/// A text from the documents that the tables are made of: a sentence, or the name of a page. It is read as a `str`.
///
/// Without the feature `words` there is only its number, by which it is known elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    #[cfg(feature = "words")]
    text: &'static str,
    #[cfg(not(feature = "words"))]
    number: u32,
}

impl Passage {
    /// No passage.
    pub(crate) const NONE: Self = Self::new("");

    #[cfg(feature = "words")]
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text }
    }

    #[cfg(not(feature = "words"))]
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { number: hash(text) }
    }

    /// The text.
    #[cfg(feature = "words")]
    #[must_use]
    pub const fn text(self) -> &'static str {
        self.text
    }
}

/// With what the numbers of passages start.
const OFFSET: u32 = 0x811c_9dc5;

/// FNV-1a, of which 12 bits are kept: small numbers are shorter. A test sees to it that no two passages have the same one; the
/// offset is chosen so that this is so.
pub(crate) const fn hash(text: &str) -> u32 {
    let (mut hash, mut at) = (OFFSET, 0);
    while at < text.len() {
        hash = (hash ^ text.as_bytes()[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash & 0xfff
}

#[cfg(feature = "words")]
impl std::ops::Deref for Passage {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

#[cfg(feature = "words")]
impl std::fmt::Display for Passage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.text)
    }
}

impl Serialize for Passage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "words")]
        return serializer.serialize_str(self.text);
        #[cfg(not(feature = "words"))]
        serializer.serialize_u32(self.number)
    }
}

/// Passages that no table has, and the list of them.
macro_rules! passages {
    ($($name:ident $text:literal)*) => {
        $(const $name: $crate::words::Passage = $crate::words::Passage::new($text);)*

        /// The passages that are named here.
        #[cfg(feature = "words")]
        pub(crate) const PASSAGES: &[$crate::words::Passage] = &[$($name),*];
    };
}
pub(crate) use passages;

/// A phrase as it is kept.
#[cfg(feature = "words")]
pub(crate) struct Coded {
    /// The text, with the number of a fact, from 1, as a character in place of each gap.
    pub(crate) text: &'static str,
    /// Where these are.
    gaps: &'static [u8],
}

/// Puts phrases into the form in which they are kept; the compiler does it.
#[cfg(feature = "words")]
mod coded {
    use super::Fact;

    /// What stands at a place of a phrase: a byte of its text and the bytes it is written with.
    const fn step(text: &[u8], at: usize) -> (u8, usize) {
        let first = text[at];
        if first != b'{' && first != b'}' {
            return (first, 1);
        }
        if at + 1 < text.len() && text[at + 1] == first {
            return (first, 2);
        }
        assert!(first == b'{', "a brace that belongs to no gap is written twice");
        let mut end = at + 1;
        while text[end] != b'}' {
            end += 1;
        }
        (fact(text, at + 1, end) as u8 + 1, end + 1 - at)
    }

    /// The number of the fact whose name stands here.
    const fn fact(text: &[u8], start: usize, end: usize) -> usize {
        let mut index = 0;
        while index < Fact::NAMES.len() {
            let name = Fact::NAMES[index].as_bytes();
            let mut same = name.len() == end - start;
            let mut at = 0;
            while same && at < name.len() {
                same = name[at] == text[start + at];
                at += 1;
            }
            if same {
                return index;
            }
            index += 1;
        }
        assert!(index < Fact::NAMES.len(), "there is no such fact");
        index
    }

    pub(super) const fn length(text: &str) -> usize {
        let (mut length, mut at) = (0, 0);
        while at < text.len() {
            at += step(text.as_bytes(), at).1;
            length += 1;
        }
        length
    }

    pub(super) const fn coded<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
        let mut coded = [0; LENGTH];
        let (mut length, mut at) = (0, 0);
        while at < text.len() {
            let (byte, width) = step(text.as_bytes(), at);
            coded[length] = byte;
            at += width;
            length += 1;
        }
        coded
    }

    pub(super) const fn count(coded: &[u8]) -> usize {
        let (mut count, mut at) = (0, 0);
        while at < coded.len() {
            count += (coded[at] < b' ') as usize;
            at += 1;
        }
        count
    }

    pub(super) const fn gaps<const COUNT: usize>(coded: &[u8]) -> [u8; COUNT] {
        assert!(coded.len() <= u8::MAX as usize, "a phrase is shorter");
        let mut gaps = [0; COUNT];
        let (mut count, mut at) = (0, 0);
        while at < coded.len() {
            if coded[at] < b' ' {
                gaps[count] = at as u8;
                count += 1;
            }
            at += 1;
        }
        gaps
    }

    pub(super) const fn text(coded: &'static [u8]) -> &'static str {
        match str::from_utf8(coded) {
            Ok(text) => text,
            // Gaps are numbers below 32, and all else is as it was.
            Err(_) => "",
        }
    }
}

#[cfg(feature = "words")]
impl Phrase {
    /// The phrase, with what `put` writes for the number of a fact in each gap; a gap between backticks makes it a literal.
    /// `scratch` is memory to do that in.
    pub(crate) fn text(self, scratch: &mut String, put: &mut dyn FnMut(&mut String, usize, bool)) -> Text {
        let Coded { text, gaps } = PHRASES[self as usize];
        if gaps.is_empty() {
            return text.into();
        }
        scratch.clear();
        let mut at = 0;
        for &gap in gaps {
            let gap = usize::from(gap);
            let before = &text[at..gap];
            scratch.push_str(before);
            put(scratch, usize::from(text.as_bytes()[gap]) - 1, before.ends_with('`'));
            at = gap + 1;
        }
        scratch.push_str(&text[at..]);
        Text::copy(scratch)
    }
}

/// Writes a text into the gap of a phrase. A literal with backticks gets more of them.
#[cfg(feature = "words")]
pub(crate) fn put_text(target: &mut String, text: &str, is_literal: bool) {
    let parts = match is_literal && text.contains('`') {
        true => ["` ", text, " `"],
        false => ["", text, ""],
    };
    for part in parts {
        target.push_str(part);
    }
}

/// Text of the author between backticks: shortened, and with control characters spelt out.
#[cfg(feature = "words")]
pub(crate) fn code(text: &str) -> String {
    format!("`{}`", shown(text))
}

/// The same without the backticks. A name as most are is shown as it stands.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if text.len() <= SHOWN && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let mut shown = String::with_capacity(2 * SHOWN);
    for (count, character) in text.chars().enumerate() {
        if count == SHOWN {
            shown.push('…');
            break;
        }
        if is_unseen(character) {
            code_point(&mut shown, character);
        } else {
            shown.push(character);
        }
    }
    shown.into()
}

/// One character of the author, so that it can be seen.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn character(character: char) -> Cow<'static, str> {
    let named = match character {
        ' ' => "a space",
        '\t' => "a tab",
        '\n' | '\r' => "a line break",
        '`' => "a backtick",
        _ => "",
    };
    if !named.is_empty() {
        return named.into();
    }
    let mut shown = String::new();
    if is_unseen(character) {
        code_point(&mut shown, character);
        return shown.into();
    }
    shown.push('`');
    shown.push(character);
    shown.push('`');
    if !character.is_ascii() {
        shown.push_str(" (");
        code_point(&mut shown, character);
        shown.push(')');
    }
    shown.into()
}

/// Writes the number of a character: "U+00E9".
pub(crate) fn code_point(target: &mut String, character: char) {
    target.push_str("U+");
    for digit in hexadecimal(u32::from(character)) {
        target.push(digit.to_ascii_uppercase());
    }
}

/// The hexadecimal digits of a number, four at least.
pub(crate) fn hexadecimal(number: u32) -> impl Iterator<Item = char> {
    let count = number.checked_ilog2().map_or(4, |bits| 4.max(bits / 4 + 1));
    (0..count)
        .rev()
        .filter_map(move |place| char::from_digit(number >> (4 * place) & 0xf, 16))
}

/// Control characters, and characters that are blank, take no room, or turn the direction of the text around them.
fn is_unseen(character: char) -> bool {
    is_odd_space(character)
        || matches!(character, '\t' | '\n' | '\r' | '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{206f}')
}

/// The name of a file as an argument on a command line: between quotation marks where a shell would read it otherwise.
#[cfg(feature = "words")]
pub(crate) fn argument(file: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:@+,%=".contains(c);
    if file.chars().all(is_plain) && !file.is_empty() {
        file.into()
    } else {
        format!("'{}'", file.replace('\'', r"'\''")).into()
    }
}

/// "`a`", "`a` or `b`", "`a`, `b` or `c`".
pub(crate) fn either<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    listed(&mut list, &mut names.into_iter(), " or ");
    list
}

/// Writes a list of literals, with another word before the last one.
pub(crate) fn listed(target: &mut String, names: &mut dyn Iterator<Item = &str>, last: &str) {
    let mut names = names.peekable();
    let mut is_first = true;
    while let Some(name) = names.next() {
        let between = match (is_first, names.peek()) {
            (true, _) => "",
            (_, None) => last,
            _ => ", ",
        };
        is_first = false;
        for part in [between, "`", name, "`"] {
            target.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_quoted_where_they_must_be() {
        assert_eq!(argument("trackers/prod-1.json"), "trackers/prod-1.json");
        assert_eq!(argument("my tracker's.json"), r"'my tracker'\''s.json'");
    }

    #[test]
    fn shows_what_can_not_be_seen() {
        assert_eq!(code("a\u{7}b"), "`aU+0007b`");
        assert_eq!(*code(&"x".repeat(50)), format!("`{}…`", "x".repeat(40)));
        assert_eq!(*code(&"é".repeat(40)), format!("`{}`", "é".repeat(40)));
        assert_eq!(character('_'), "`_`");
        assert_eq!(character(' '), "a space");
        assert_eq!(character('é'), "`é` (U+00E9)");
        assert_eq!(character('\u{200b}'), "U+200B");
        assert_eq!(character('\u{10ffff}'), "`\u{10ffff}` (U+10FFFF)");
        for number in [0, 9, 0xa, 0xfff, 0x1000, 0xffff, 0x1_0000, 0x10_ffff] {
            assert_eq!(hexadecimal(number).collect::<String>(), format!("{number:04x}"));
        }
    }
}
