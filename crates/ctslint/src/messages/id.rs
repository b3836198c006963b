//! The names of the messages.

use serde::{Serialize, Serializer};

macro_rules! messages {
    ($($(#[$doc:meta])+ $id:ident)*) => {
        /// What a message says. Its template has gaps for the same params in every language.
        ///
        /// In reports it goes by its name in kebab case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum MessageId {
            $($(#[$doc])+ $id,)*
        }

        const NAMES: &[&str] = &[$({
            const NAME: [u8; kebab_length(stringify!($id))] = kebab(stringify!($id));
            match str::from_utf8(&NAME) {
                Ok(name) => name,
                Err(_) => "",
            }
        },)*];

        impl MessageId {
            /// Every message.
            pub const ALL: &[Self] = &[$(Self::$id,)*];
        }
    };
}

impl MessageId {
    /// The name in kebab case, such as `remove-it`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        NAMES[self as usize]
    }
}

/// As its name. What serde derives is a branch for each, a tenth of the WebAssembly module.
impl Serialize for MessageId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("MessageId", *self as u32, self.name())
    }
}

/// How long the name of a variant is in kebab case.
const fn kebab_length(variant: &str) -> usize {
    let variant = variant.as_bytes();
    let (mut length, mut at) = (variant.len(), 1);
    while at < variant.len() {
        length += variant[at].is_ascii_uppercase() as usize;
        at += 1;
    }
    length
}

/// The name of a variant in kebab case.
const fn kebab<const LENGTH: usize>(variant: &str) -> [u8; LENGTH] {
    let variant = variant.as_bytes();
    let (mut name, mut length, mut at) = ([0; LENGTH], 0, 0);
    while at < variant.len() {
        if at > 0 && variant[at].is_ascii_uppercase() {
            name[length] = b'-';
            length += 1;
        }
        name[length] = variant[at].to_ascii_lowercase();
        length += 1;
        at += 1;
    }
    name
}

messages! {
    // Of any problem.
    /// remove it
    RemoveIt
    /// remove `{shown}`
    Remove
    /// write `{new}`
    WriteNew
    /// write `{suggestion}`
    WriteSuggestion
    /// write {allowed}
    WriteAllowed
    /// {advice}
    Advice

    // A field occurs again.
    /// `{shown}` occurs twice in this object
    OccursTwice
    /// again here
    AgainHere
    /// of several, the API takes the last
    LastIsTaken
    /// remove the earlier one
    RemoveEarlier
    /// it is here first
    HereFirst

    // Types.
    /// the body must be {want}, not {got}
    BodyMustBeObject
    /// put the fields between `{{` and `}}`
    PutFieldsInBraces
    /// `{field}` must be {want}, not {got}
    MustBe
    /// an item of `{field}` must be {want}, not {got}
    ItemMustBe
    /// `null` is a value, not the absence of one
    NullIsValue
    /// give it a value
    GiveValue
    /// leave the field out, or give it a value
    LeaveOutOrGiveValue
    /// write {want}
    WriteWanted

    // Missing fields.
    /// `{field}` is missing
    IsMissing
    /// `{field}` is missing from `{holder}`
    IsMissingFrom
    /// required in this body
    RequiredInBody
    /// required in this object
    RequiredInObject
    /// add `"{field}": {value}`
    Add
    /// add `"{field}": {value}` with your own value
    AddYours
    /// add `"{field}": {value}` with your own value, or leave `{holder}` out
    AddYoursOrLeaveOut
    /// all members of `lts` are required, even when `is_lts_enabled` is `false`
    LtsNeedsAll
    /// add `"{field}": {value}`, the name that CTS itself uses
    LtsAddName
    /// add `"{field}": {value}` and `"{name}": {example}`, the names that CTS itself uses
    LtsAddNames
    /// leave `{holder}` out
    LeaveOut
    /// `{name}` is missing too
    MissingToo

    // Unknown fields.
    /// unknown field `{shown}`
    UnknownField
    /// the reference has no such field; an answer may have more than it tells
    NotInReference
    /// the API ignores fields it does not know
    UnknownIsIgnored
    /// the API ignores fields it does not know, so the tracker would be refused for the missing `{suggestion}`
    UnknownIsIgnoredAndMissed
    /// like `{suggestion}`
    Like
    /// like `{name}`, which is there already
    LikePresent
    /// did you mean `{suggestion}`?
    DidYouMean
    /// {start}did you mean `{suggestion}`?
    DidYouMeanThat
    /// {start}did you mean `{suggestion}`? It is required and missing
    DidYouMeanRequired
    /// did you mean {suggestions}?
    DidYouMeanOneOf
    /// {start}did you mean `{suggestion}`? That was withdrawn
    DidYouMeanRetired
    /// {start}did you mean `{suggestion}`? That is a field of Huawei Cloud's v3
    DidYouMeanForeign
    /// {start}did you mean `{suggestion}`? That is a field of the answer
    DidYouMeanAnswers
    /// did you mean `{name}` in `{holder}`?
    DidYouMeanInObject
    /// did you mean `{name}` at the top level?
    DidYouMeanAtTop
    /// did you mean `{name}`? That is a field of {version}
    DidYouMeanElsewhere
    /// `that is Terraform's name for it; `
    FromTerraform
    /// rename it to `{suggestion}`
    RenameTo
    /// rename it, or remove it
    RenameOrRemove

    // Fields of other places.
    /// `{field}` belongs in `{holder}`
    BelongsInObject
    /// `{field}` belongs at the top level
    BelongsAtTop
    /// `{field}` is a field of {version}, not of {here}
    BelongsElsewhere
    /// `{field}` belongs in the update (`PUT`)
    BelongsInUpdate
    /// the answer
    TheAnswer
    /// where it stands, the reference has no such field
    NotDocumentedThere
    /// write the object `{what}` at the top level
    WriteObject
    /// put it into `{value}`, as `{what}`
    PutIntoObject
    /// put it at the top level, as `{what}`
    PutAtTop

    // Fields and values from elsewhere.
    /// `{field}` was withdrawn: notifications have a request of their own
    Withdrawn
    /// the reference no longer has it; what the API does with it is not documented
    NoLongerDocumented
    /// send it as `POST /v3/{{project_id}}/notifications`, and remove it here
    SendNotifications
    /// `{field}` is a field of Huawei Cloud's v3, not of Open Telekom Cloud's
    ForeignField
    /// `{field}` is a field of the answer, not of the request
    AnswersField
    /// `{got}` is a value of Huawei Cloud's v3, not of Open Telekom Cloud's
    ForeignValue
    /// of Huawei Cloud's v3, too
    AlsoOfHuawei
    /// if the body is sent to Huawei Cloud, choose that provider; otherwise remove it
    ChooseProviderOrRemoveIt
    /// if the body is sent to Huawei Cloud, choose that provider; otherwise remove them
    ChooseProviderOrRemoveThem
    /// if the body is sent to Huawei Cloud, choose that provider; otherwise write {allowed}
    ChooseProviderOrWrite
    /// if the body is sent to Huawei Cloud, choose that provider; otherwise write {allowed} and remove the others
    ChooseProviderOrWriteAndRemove

    // Notes on fields from elsewhere.
    /// on Open Telekom Cloud, encrypt the bucket itself
    NoteEncryptBucket
    /// how long files are kept is a matter of the bucket's own life cycle rules
    NoteLifecycle
    /// a tracker is switched on and off with `PUT`, never when it is created
    NoteStatusByPut
    /// a v3 request says it at the top level, with `is_lts_enabled`
    NoteLtsAtTop
    /// v1 takes the bucket at the top level, as `bucket_name`
    NoteBucketAtTop

    // Values.
    /// `{shown}` is not a value of `{field}`
    NoValueOf
    /// upper and lower case are different values
    CaseMatters
    /// `{field}` takes {max} characters at most, this has {got}
    TakesAtMost
    /// `{field}` takes {min} to {max} characters, this has {got}
    TakesBetween
    /// {got} character
    OneCharacter
    /// {got} characters
    Characters
    /// take {by} character away
    TakeOneAway
    /// take {by} characters away
    TakeAway
    /// add {by} character at least
    AddOneCharacter
    /// add {by} characters at least
    AddCharacters
    /// {shown} is not allowed in `{field}`
    NotAllowed
    /// {shown} is not allowed as the first character of `{field}`
    NotAllowedFirst
    /// not allowed either
    NotAllowedEither
    /// use only {what}
    UseOnly
    /// use only {what}: write `{new}`
    UseOnlyOrWrite
    /// start with {what}
    StartWith
    /// start with {what}: write `{new}`
    StartWithOrWrite
    /// `{field}` {what}
    Breaks
    /// copy the ID of the key, not its name; it looks like `{example}`
    CopyKeyId
    /// name it as CTS does: `{example}`
    NameAsCtsDoes
    /// copy the project ID from the console; it has 32 letters and digits
    CopyProjectId
    /// choose a name that OBS takes
    ChooseBucketName

    // Kinds of values.
    /// `null`
    KindNull
    /// `true`
    KindTrue
    /// `false`
    KindFalse
    /// a number
    KindNumber
    /// a string
    KindString
    /// an array
    KindArray
    /// an object
    KindObject
    /// unreadable
    KindUnreadable
    /// `true` or `false`
    KindBoolean
    /// a whole number
    KindWholeNumber
    /// a number with a fraction
    KindFraction
    /// an array of strings
    KindStrings

    // Characters that have names.
    /// a space
    CharacterSpace
    /// a tab
    CharacterTab
    /// a line break
    CharacterLineBreak
    /// a backtick
    CharacterBacktick

    // Sets of characters, in words.
    /// lowercase letters, digits, hyphens and periods
    CharactersBucket
    /// a lowercase letter or a digit
    CharactersBucketStart
    /// letters, digits, hyphens, underscores and periods
    CharactersPrefix

    // Formats of strings, in words.
    /// no `..`, `.-` or `-.`, a letter or digit at the end, and no IPv4 address
    FormBucketName
    /// does not start with `_` or `-`
    FormTrackerName
    /// as a rule five groups of 8, 4, 4, 4 and 12 lowercase letters and digits, joined by hyphens
    FormKmsId
    /// as a rule 1 to 64 letters, digits, hyphens, underscores and periods (CTS may refuse exactly 64), without a period at
    /// either end and without an underscore at the start
    FormLtsGroup
    /// as a rule 1 to 64 letters, digits, hyphens, underscores and periods (CTS may refuse exactly 64), without a period at
    /// either end
    FormLtsStream
    /// as a rule 32 letters and digits
    FormProjectId

    // How strings break their formats. Each follows the name of a field.
    /// must not contain `..`
    BreachTwoPeriods
    /// must not start with `_` or `-`
    BreachTrackerNameStart
    /// must not contain `.-`
    BreachPeriodHyphen
    /// must not contain `-.`
    BreachHyphenPeriod
    /// must end with a lowercase letter or a digit
    BreachWrongEnd
    /// must not be an IP address
    BreachIpAddress
    /// is not like a KMS key ID
    BreachNoKeyId
    /// starts with `_`, which LTS allows in no name of a log group
    BreachUnderscoreFirst
    /// has a character that LTS does not allow in names
    BreachForeignCharacter
    /// is empty; LTS names have 1 to 64 characters
    BreachEmpty
    /// is longer than LTS allows, which is 64 characters
    BreachTooLong
    /// has a `.` at one end, which LTS does not allow
    BreachPeriodAtEnd
    /// has 64 characters: LTS allows that, CTS may refuse it
    BreachLengthInDoubt
    /// has a character that is neither letter nor digit
    BreachNoLetterOrDigit
    /// does not have 32 characters
    BreachNot32

    // Fields that contradict each other.
    /// `kms_id` is required while encryption is on
    KmsIdRequired
    /// add the ID of a key of the same project, or switch encryption off
    AddKmsId
    /// `kms_id` is missing from this body
    KmsIdMissing
    /// an empty ID names no key
    EmptyKmsId
    /// encryption is switched on here
    EncryptionOnHere
    /// `kms_id` has no effect while encryption is off
    KmsIdWithoutEffect
    /// set `is_support_trace_files_encryption` to `true`, or remove the key
    EncryptOrRemoveKey
    /// encryption is switched off here
    EncryptionOffHere
    /// the management tracker can only be called `system`
    OnlySystem
    /// write `system`
    WriteSystem
    /// write `system`; on Huawei Cloud, `data` makes it a data tracker
    WriteSystemOrData
    /// this makes it the management tracker
    ManagementHere
    /// a data tracker needs `data_bucket`, the bucket that it tracks
    DataBucketRequired
    /// add `data_bucket` with `data_bucket_name` and `data_event`
    AddDataBucket
    /// this makes it a data tracker
    DataTrackerHere
    /// `{field}` is for data trackers only
    ForDataTrackers
    /// `{field}` is for the management tracker only
    ForManagementTracker
    /// remove it, or write `{want}` as `tracker_type`
    RemoveOrChangeType
    /// the type of the tracker is chosen here
    ChosenTypeHere
    /// a data tracker cannot transfer traces to the bucket that it tracks
    TracksItsTarget
    /// choose another bucket for the traces
    ChooseOtherBucket
    /// this bucket is tracked
    TrackedHere
    /// a data tracker cannot be called `system`
    SystemIsReserved
    /// `system` is the name of the management tracker
    SystemIsManagement
    /// choose another name
    ChooseOtherName
    /// `{field}` takes {min} to {max}, this is {got}
    NumberOutOfRange
    /// write a number from {min} to {max}
    WriteNumberInRange
    /// `{field}` must have at least one item
    MustNotBeEmpty
    /// this option has no effect without `bucket_name`
    OptionWithoutBucket
    /// `obs_info` has no effect without `bucket_name`
    ObsInfoWithoutBucket
    /// add `bucket_name` to `obs_info`, or remove the option
    AddBucketOrRemove
    /// add `bucket_name`, or leave `obs_info` out
    AddBucketOrRemoveObject
    /// nothing is transferred
    NothingTransferred
    /// this has no effect either
    NoEffectEither
    /// without a bucket and without LTS, traces are kept for 7 days only
    KeptSevenDays
    /// name a bucket in `obs_info`, as `bucket_name`, or set `is_lts_enabled` to `true`
    AddBucketOrLts
    /// this update switches the transfer to the bucket off: `obs_info` is left out
    TransferSwitchedOff
    /// an update replaces the whole configuration: what is left out is reset
    UpdateReplaces
    /// add `obs_info` as it is now
    AddObsInfo
    /// add `obs_info` as it is now, and look whether {missing} should stay as well
    AddObsInfoAndOthers
    /// trace files are not encrypted
    NotEncrypted
    /// set `is_support_trace_files_encryption` to `true`, and `kms_id` to the ID of a key
    EncryptWithKey
    /// traces are not sent to LTS
    NotSentToLts
    /// set `is_lts_enabled` to `true`
    EnableLts
    /// trace files can't be verified
    NotVerifiable
    /// set `is_support_validate` to `true`
    EnableValidation
    /// traces are not transferred to a bucket
    NotTransferred
    /// add `obs_info` with a `bucket_name`
    AddBucket
    /// `detail` is missing: it says why the status is `error`
    DetailMissing
    /// add `detail`, as the API answered it
    AddDetail
    /// the status is `error`
    StatusIsError

    // The body as a whole.
    /// this is a v1 body; v1 is being retired on Open Telekom Cloud and Huawei Cloud
    V1Retired
    /// translate it to v3
    TranslateIt
    /// from here on, {count} finding is not listed
    OneNotListed
    /// from here on, {count} findings are not listed
    NotListed
    /// mend the others first
    MendOthers
    /// no field tells which CTS document this is
    NoFieldTells
    /// too few of its names are those of a CTS document
    TooFewTell
    /// this is an empty list, and nothing tells of what
    EmptyList
    /// name the document: `v3-list-response` or `v1-query-response`
    NameListDocument
    /// name the document
    NameDocument
    /// this is {shown}, not the body of a CTS request or answer
    NoBody
    /// the placeholder `{shown}` of `{field}` was not replaced
    IsPlaceholder
    /// replace it before the body is sent; in a template that is checked as it is, turn this rule off
    ReplacePlaceholder
    /// this is {what}, not the body of a tracker request or answer
    IsOfRelatedService
    /// leave it out of what is checked
    CheckTrackersOnly
    /// a CTS trace
    CtsTrace
    /// a trigger or an event of FunctionGraph
    FunctionGraphTrigger
    /// a key event notification of CTS
    CtsNotification
    /// a description of another resource
    OtherResource
    /// {name} stands at `{path}`, not at the top
    HoldsBody
    /// this is {what}; {name} stands at `{path}`
    RelatedHoldsBody
    /// this is a string; {name} stands in it
    StringHoldsBody
    /// check that part alone
    CheckThatPart
    /// check what stands in the string
    CheckContent
    /// another one stands here
    AnotherBody
    /// a body is an object: `{{ … }}`
    BodyIsObject

    // Requests: method, path and headers.
    /// the body is one of {body}, but the path is one of {path}
    BodyOfOtherVersion
    /// the path of {path}
    PathOfVersion
    /// a field of {body} alone
    FieldOfVersionAlone
    /// v1 is being retired on Open Telekom Cloud and Huawei Cloud
    V1BeingRetired
    /// translate the body to v3
    TranslateBody
    /// send it as {what}
    SendAs
    /// send it as `{name}`
    SendAsEndpoint
    /// write `v3`
    WriteV3
    /// `{name}` has no body
    HasNoBody
    /// the body stands in `{shown}`, which is not read
    BodyInFile
    /// check `{file}` as `{name}`
    CheckFileAs
    /// the project ID {what}
    ProjectIdBreaks
    /// the API has no `{shown}`
    NoSuchEndpoint
    /// a request line without a method is a `GET`
    NoMethodIsGet
    /// `{name}` takes {what}
    PathTakes
    /// write `POST` before it
    WritePostBefore
    /// a tracker is created with {what}
    CreatedWith
    /// no request in this file is one on CTS trackers
    NoTrackerRequest
    /// write the method and the path before the body: {what}
    WriteMethodAndPath
    /// the content type of the body is empty
    ContentTypeEmpty
    /// the body is sent as `{shown}`, but JSON is UTF-8
    SentNotUtf8
    /// the body is sent as `{shown}`, not as JSON
    SentNotJson
    /// write `application/json`
    WriteJsonContentType
    /// curl sends data as `application/x-www-form-urlencoded` unless it is told the type
    SentAsForm
    /// add `-H 'Content-Type: application/json'`
    AddJsonHeader
    /// the body is the variable `{shown}`, whose value is not known here
    BodyIsVariable
    /// check the body where it is made
    CheckWhereMade
    /// `{shown}` is not about trackers: its body is not checked
    NotAboutTrackers
    /// no blank line stands before the body, so editors send none
    NoBlankLine
    /// add a blank line before it
    AddBlankLine
    /// this file is UTF-16: how an editor sends the body is not known
    FileIsUtf16
    /// unknown query parameter `{shown}`
    UnknownParameter
    /// without `tracker_name`, this request deletes all trackers
    DeletesAllTrackers
    /// without `tracker_name`, this request deletes all data trackers
    DeletesAllDataTrackers
    /// on Huawei Cloud, `tracker_type` is `data` unless it is given
    TypeIsDataByDefault
    /// name the tracker: add `?tracker_name=system`
    NameTracker
    /// name the tracker with `tracker_name`; the management tracker has the `tracker_type` `system`
    NameDataTracker

    // Faults of the text as a whole.
    /// the text starts with a byte order mark
    HasByteOrderMark
    /// the body is escaped, as it would stand inside a JSON string
    BodyIsEscaped
    /// remove the backslashes
    RemoveEscapes
    /// this file has unresolved conflict markers
    HasConflictMarkers
    /// keep one of the versions, and remove the lines with the markers
    ResolveConflict
    /// the conflict goes on here
    AnotherMarker
    /// save the text as UTF-8 without a byte order mark
    SaveWithoutMark
    /// remove the byte order mark
    RemoveMark
    /// this text is UTF-16
    IsUtf16
    /// this text is UTF-32
    IsUtf32
    /// bad UTF-8: this byte belongs to no character
    BadByte
    /// bad UTF-8: these {count} bytes belong to no character
    BadBytes
    /// save the text as UTF-8
    SaveAsUtf8
    /// the text has 4 GiB or more
    TooLarge
    /// split it
    SplitIt
    /// the text is empty
    IsEmpty
    /// the text is blank
    IsBlank
    /// put a body there
    PutBody
    /// this is HTML or XML, not JSON
    IsMarkup
    /// this is a binary file, not JSON
    IsBinary
    /// this text is not JSON
    IsNoJson
    /// a body starts with `{{`
    BodyStartsWithBrace
    /// text stands before the body
    TextBefore
    /// JSON is the body alone
    JsonIsBodyAlone
    /// remove what is not part of the body
    RemoveForeignText
    /// `{found}` stands after the end of the value
    LeftOver
    /// text stands after the end of the value
    TextAfter
    /// a text holds one JSON value
    OneValue
    /// these members stand in no object
    NoBraces
    /// a body is one object, in `{{` and `}}`
    BodyInBraces
    /// put `{{` before them and `}}` after them
    PutBraces
    /// put `{{` before them
    PutBrace
    /// `}}` is missing here
    BraceMissingHere
    /// this is nested more than {max} levels deep
    TooDeep

    // Faults of white space, strings and words.
    /// this is a comment
    IsComment
    /// these lines are comments
    AreComments
    /// JSON has no comments
    NoComments
    /// this comment is never closed
    CommentNotClosed
    /// all that follows was taken for the comment
    AllIsComment
    /// remove it, or close it with `*/`
    RemoveOrClose
    /// {shown} is no white space of JSON
    OddSpace
    /// write a space
    WriteSpace
    /// this string stands in single quotes
    SingleQuotes
    /// this string stands in back-ticks
    BackTicks
    /// this string stands in typographic quotes
    TypographicQuotes
    /// this string opens with {what} and closes with {name}
    MixedQuotes
    /// a back-tick
    QuoteBackTick
    /// the closing quotation mark of this string is missing
    StringNotClosed
    /// the opening quotation mark of this string is missing
    StringNotOpened
    /// JSON strings stand in double quotes
    DoubleQuotes
    /// a `"` inside this string is not escaped
    InnerQuote
    /// a line break stands inside this string
    LineBreakInside
    /// the control character {shown} stands inside a string
    ControlInside
    /// {by} control characters stand inside a string
    ControlsInside
    /// control characters are escaped in JSON
    ControlsAreEscaped
    /// `{found}` is no escape of JSON
    NoEscape
    /// write four hexadecimal digits after `\u`
    WriteFourDigits
    /// write `\\` for a backslash
    WriteBackslash
    /// `{found}` is one half of a surrogate pair
    HalfSurrogate
    /// the other half is missing
    OtherHalfMissing
    /// write both halves, or the character itself
    WriteBothHalves
    /// the key `{found}` stands without quotation marks
    BareKey
    /// JSON keys stand in double quotes
    KeysInDoubleQuotes
    /// `{found}` stands without quotation marks
    BareWord
    /// JSON writes `{want}`, not `{found}`
    OtherLiteral
    /// JSON has no `{found}`
    NoSuchValue
    /// write a value of JSON, or remove the field
    WriteJsonValue
    /// something was left out here
    LeftOut
    /// write what belongs here, or remove it
    WriteWhatBelongs
    /// the placeholder `{shown}` was not replaced
    Placeholder
    /// JSON writes no number as `{found}`
    BadNumber
    /// write it in decimal digits
    WriteDecimal
    /// JSON numbers are decimal
    NumbersAreDecimal
    /// JSON numbers hold no `_`
    NoUnderscores
    /// JSON numbers have no `+` before them
    NoPlus
    /// a digit is missing before the point
    DigitMissingBefore
    /// JSON numbers have no leading zeros
    NoLeadingZeros
    /// a digit is missing after the point
    DigitMissingAfter

    // Faults of commas, colons and brackets.
    /// write `{want}`
    WriteIt
    /// insert `{want}`
    InsertIt
    /// remove `{found}`
    RemoveFound
    /// a comma stands after the last element
    CommaAfterLast
    /// `{found}` stands after the last element
    FoundAfterLast
    /// nothing follows
    NothingFollows
    /// nothing stands before this `{found}`
    NothingBefore
    /// a comma is missing here
    CommaMissing
    /// `{found}` stands where a comma belongs
    NoComma
    /// a colon is missing here
    ColonMissing
    /// `{found}` stands where a colon belongs
    NoColon
    /// `{found}` is one too many
    OneTooMany
    /// {shown} has no value
    KeyWithoutValue
    /// a value belongs here
    ValueBelongsHere
    /// write a value, or remove the key
    WriteValueOrRemoveKey
    /// this key
    ThisKey
    /// the key of this value is missing
    KeyMissing
    /// in an object each value has a key
    ValuesHaveKeys
    /// write a key before it
    WriteKey
    /// `{want}` is missing here
    CloserMissing
    /// `{found}` closes what `{name}` opened
    WrongCloser
    /// `{name}` is opened here
    OpenedHere
    /// a key stands in an array
    KeyInArray
    /// the items of an array have no keys
    ItemsHaveNoKeys
    /// the array is opened here
    ArrayOpenedHere
    /// put the members in `{{` and `}}`
    PutMembersInBraces
    /// `{found}` has no place here
    NoPlaceHere
    /// remove it, or write it as JSON
    RemoveOrWriteJson

    // Why a text was taken for what it was taken for.
    /// the document was named
    WasNamed
    /// it has `{field}`
    HasField
    /// it has `{field}` and `{name}`
    HasFields
    /// it has a field like `{field}`
    ResemblesField
    /// it is sent as `{field}`
    SentAs
    /// it is sent to an address like those of CTS
    SentToLikeCts
    /// the requests have several bodies
    SeveralBodies
    /// it is a list of trackers
    IsListOfTrackers
    /// it has `{field}`, but {count} of its {max} names are in no tracker document
    Outweighed
    /// no field tells
    NothingTells
    /// it holds settings of ctslint
    HoldsSettings

    // Of a translation.
    /// `{name}` moves from {start} to {what}
    Moves
    /// `{name}` stays in {start}
    Stays
    /// the top level
    TopLevel
    /// `{value}` is added: {advice}
    IsAdded
    /// `{name}` is dropped: {advice}
    IsDropped
    /// `{name}` `{shown}` is dropped: {advice}
    IsDroppedWithValue
    /// `{name}` is lost: {advice}; {what}
    IsLost
    /// v1 has no field `{shown}`
    V1HasNoField
    /// v1 has no field `{shown}`; did you mean `{suggestion}`?
    V1HasNoFieldButLike
    /// `this is a v3 body already: `
    AlreadyV3
    /// `only requests and answers about trackers can be translated, and this is a `{name}`: `
    OnlyRequests
    /// the v1 body is not valid
    V1NotValid
    /// {losses} would be lost; allow the loss of {missing} to accept that
    WouldBeLost
    /// the v3 body would not be valid
    V3NotValid
    /// `choose the request that this answer becomes; it is a `{name}`: `
    ChooseRequest
    /// the answer is not valid
    AnswerNotValid
    /// the list has no tracker
    ListHasNoTracker
    /// no tracker in it is called `{shown}`; there is {missing}
    NoSuchTracker
    /// the list has several trackers: {missing}; choose one by its name
    SeveralTrackers
    /// this is a data tracker, which only Huawei Cloud has; choose that provider
    DataTrackerElsewhere
    /// the comment `{shown}` is dropped with `{name}`
    CommentDropped
    /// the update of v3 replaces the whole configuration, and this body has no `obs_info`: the transfer to the bucket is switched off
    UpdateSwitchesTransferOff
    /// `{found}` becomes `{new}`
    RequestBecomes
    /// `{found}` is left as it is: only creates and updates are translated
    RequestIsLeft
    /// `{found}` is left as it is: curl commands are not rewritten
    CommandIsLeft
    /// `{found}` is left as it is: the version in its address comes from a variable
    AddressIsLeft
    /// the body is in `{file}`: translate that file as well
    BodyIsInFile
    /// no request in it creates or changes a tracker with v1
    NoV1Request
    /// `{name}` becomes `{value}` in the notification
    NotificationField
    /// the notification needs `notification_name`, which v1 does not have: choose one
    NotificationName
    /// `{name}` has no equivalent: the notification names `service_type`, `resource_type` and `trace_names` of each operation
    NotificationOperations
    /// `{name}` becomes `notify_user_list` in the notification: `user_list` takes the names, `user_group` the group of these users
    NotificationUsers
    /// `{name}` is not needed in the notification: with `complete` it is sent for every operation
    NotificationNotNeeded
    /// `{name}` has no equivalent in the notification
    NotificationNothing

    // Why something becomes of a field in a translation, and what to do about it.
    /// v1's default; v3 documents none
    ReasonDefaultOfV1
    /// v3 always writes to the log group `CTS`
    ReasonLogGroup
    /// v3 always writes to the log stream `system-trace`
    ReasonLogStream
    /// encryption was not switched on
    ReasonEncryptionOff
    /// v3 of Open Telekom Cloud documents no encryption of trace files
    ReasonNoEncryption
    /// encrypt the bucket itself
    AdviceEncryptBucket
    /// in v3, notifications are a request of their own
    ReasonNotifications
    /// send `POST /v3/{{project_id}}/notifications`
    AdviceSendNotifications
    /// v3 requires it; v1 creates the management tracker only
    ReasonTypeRequired
    /// v3 requires it; the management tracker has no other name
    ReasonNameRequired
    /// LTS is off
    ReasonLtsOff
    /// it asks for no notification
    ReasonNoNotification
    /// only answers have it
    ReasonOnlyAnswers
    /// no request has it
    ReasonNoRequest
    /// it asks for nothing
    ReasonSaysNothing
    /// requests about trackers of this type do not have it
    ReasonOtherType
    /// a new tracker is enabled
    ReasonNewIsEnabled
    /// only answers tell `error`
    ReasonStatusIsTold
    /// a create has no status
    ReasonNoStatusInCreate
    /// switch the tracker off with an update afterwards
    AdviceUpdateAfterwards
    /// in an answer it tells that CTS created the bucket
    ReasonCtsMadeBucket
    /// the bucket is there already
    ReasonBucketIsThere
    /// nothing is transferred without a bucket
    ReasonNoTransfer
    /// nothing is transferred, and in an update the empty name says so
    ReasonTransferIsOff
    /// v3 of Open Telekom Cloud does not document it
    ReasonHuaweiOnly
    /// choose Huawei Cloud as the provider if the tracker is there
    AdviceChooseHuawei
    /// another field says the same
    ReasonWrittenAlready

    // Of a comparison of a request with an answer.
    /// `{name}` is set to `{new}`
    CompareSet
    /// `{name}` changes from `{found}` to `{new}`
    CompareChanges
    /// `{name}` stays `{found}`
    CompareStays
    /// `{name}` is left out, and the update replaces the whole configuration: `{found}` is reset
    CompareIsReset
    /// `{name}` is left out: a new tracker does not have `{found}`
    CompareIsNotTaken
    /// `{name}` is left out; whether `{found}` stays is not documented
    CompareIsOpen
    /// `{name}` is left out, and `{found}` is what holds without it
    CompareIsDefault
    /// `{name}` asks for a new bucket
    CompareAsksForBucket
    /// `the first text must be a request, and this is a `{name}`: `
    CompareNeedsRequest
    /// `the second text must be an answer about a tracker, and this is a `{name}`: `
    CompareNeedsAnswer
    /// the request is not valid
    RequestNotValid
    /// the request is about the tracker `{new}`, and the answer about `{found}`
    CompareOtherTracker

    // Lists, and pieces that are put together.
    /// `, `
    ListComma
    /// ` or `
    ListOr
    /// ` and `
    ListAnd
    /// `; `
    ListLimits
    /// ` `, between sentences
    ListSentences

    // Labels of fields.
    /// Project ID
    LabelProjectId
    /// OBS bucket
    LabelObsBucket
    /// File prefix
    LabelFilePrefix
    /// Create the bucket
    LabelCreateBucket
    /// Encrypt trace files
    LabelEncryptTraceFiles
    /// KMS key ID
    LabelKmsKeyId
    /// Trace analysis
    LabelTraceAnalysis
    /// File verification
    LabelFileVerification
    /// Send traces to LTS
    LabelSendToLts
    /// Log group
    LabelLogGroup
    /// Log stream
    LabelLogStream
    /// Verify trace files
    LabelVerifyTraceFiles
    /// Tracker ID
    LabelTrackerId
    /// Created
    LabelCreated
    /// Account ID
    LabelAccountId
    /// Transfer to OBS
    LabelTransferToObs
    /// Status
    LabelStatus
    /// Trackers
    LabelTrackers
    /// Tracker name
    LabelTrackerName
    /// Tracker type
    LabelTrackerType
    /// Log group ID
    LabelLogGroupId
    /// Log stream ID
    LabelLogStreamId
    /// Access granted
    LabelAccessGranted
    /// Retention
    LabelRetention
    /// Compression
    LabelCompression
    /// Sort by service
    LabelSortByService
    /// Cause of the error
    LabelErrorCause
    /// Event selection
    LabelEventSelection
    /// Excluded services
    LabelExcludedServices
    /// Agency
    LabelAgency
    /// Whole organization
    LabelOrganization
    /// Tracked bucket
    LabelTrackedBucket
    /// Name of the tracked bucket
    LabelTrackedBucketName
    /// Operations
    LabelOperations
    /// Region
    LabelRegion
    /// Error code
    LabelErrorCode
    /// Error message
    LabelErrorMessage

    // Sentences on fields.
    /// The project in whose name the request is made; 32 lower-case hexadecimal digits in life.
    DocProjectInPath
    /// The OBS bucket to which traces are transferred.
    DocBucketName
    /// What the names of the trace files start with. It is no folder.
    DocFilePrefix
    /// Whether CTS creates the bucket; otherwise it must exist.
    DocCreatesBucket
    /// Whether trace files are encrypted with the key of `kms_id`.
    DocEncryption
    /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
    DocKmsIdOfRequest
    /// Whether and how traces are sent to LTS. When it is there, all its members are required.
    DocLtsOfRequest
    /// Whether trace files can be verified.
    DocFileVerification
    /// Whether traces are sent to LTS for analysis.
    DocLtsEnabledOfRequest
    /// The name of the log group that CTS creates in LTS; CTS itself uses `CTS`.
    DocLogGroupOfRequest
    /// The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`.
    DocLogStreamOfRequest
    /// Whether CTS signs trace files, so that tampering can be found out.
    DocSignsFiles
    /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
    DocSignsFilesInBucket
    /// The type of the tracker; there is only the management tracker, `system`.
    DocTrackerTypeOfRequest
    /// The name of the tracker; the management tracker is always called `system`.
    DocTrackerNameOfRequest
    /// The bucket to which traces are transferred, and how.
    DocTransferOfRequest
    /// How the trace files are stored.
    DocCompression
    /// Whether the path of a trace file holds the name of the cloud service.
    DocSortByService
    /// The ID of the tracker.
    DocTrackerId
    /// When the tracker was created, in milliseconds since 1970-01-01 UTC.
    DocCreated
    /// The account that owns the tracker.
    DocAccountId
    /// The project that owns the tracker.
    DocProjectId
    /// The ID of the KMS key that encrypts trace files.
    DocKmsId
    /// The bucket to which traces are transferred.
    DocTransfer
    /// Whether the tracker works.
    DocStatus
    /// Whether the tracker records operations; `disabled` stops it.
    DocStatusOfUpdate
    /// The trackers, each as the answer to a create has it.
    DocTrackers
    /// The name of the tracker.
    DocTrackerName
    /// The type of the tracker.
    DocTrackerType
    /// The ID of the log group in LTS.
    DocLogGroupId
    /// The ID of the log stream in LTS.
    DocLogStreamId
    /// Whether and where traces are sent to LTS.
    DocLts
    /// The OBS bucket; empty while nothing is transferred.
    DocBucketNameOfAnswer
    /// What the names of the trace files start with.
    DocFilePrefixOfAnswer
    /// Whether CTS created the bucket.
    DocCreatedBucket
    /// Whether CTS may write to the bucket.
    DocAccessGranted
    /// How many days traces are kept in the bucket.
    DocRetention
    /// Whether traces are sent to LTS.
    DocLtsEnabled
    /// The name of the log group in LTS.
    DocLogGroup
    /// The name of the log stream in LTS.
    DocLogStream
    /// Why the transfer fails; required while the status is `error`.
    DocErrorCause
    /// Which management events are not transferred.
    DocEventSelection
    /// The cloud services whose traces are not transferred.
    DocExcludedServices
    /// The type of the tracker: the management tracker, `system`, or a data tracker, `data`.
    DocTrackerTypeOfHuawei
    /// The name of the tracker; the management tracker is always called `system`, a data tracker never is.
    DocTrackerNameOfHuawei
    /// The agency that lets CTS use other services; the cloud creates it if needed.
    DocAgency
    /// Whether the management tracker collects the traces of all members of the organization.
    DocOrganization
    /// Which management traces are not transferred; for the management tracker only.
    DocEventSelectionOfRequest
    /// Whether trace files are encrypted with the key of `kms_id`; for the management tracker only.
    DocEncryptionOfHuawei
    /// The bucket whose operations a data tracker records; for data trackers only.
    DocTrackedBucket
    /// The name of the tracked bucket; it cannot be the bucket to which traces are transferred.
    DocTrackedBucketName
    /// The operations that are recorded.
    DocOperations
    /// How many days traces are kept in the bucket; for data trackers only.
    DocRetentionOfRequest
    /// The region of the bucket.
    DocRegion
    /// The code of the error: `CTS.` and digits; v1 and gateways answer codes of their own.
    DocErrorCode
    /// What went wrong, in words.
    DocErrorMessage

    // Meanings of values.
    /// the management tracker
    ValueSystem
    /// a data tracker, of Huawei Cloud only
    ValueData
    /// the tracker records operations
    ValueEnabled
    /// the tracker records nothing
    ValueDisabled
    /// the transfer fails; `detail` says why
    ValueError
    /// trace files are compressed
    ValueGzip
    /// trace files are not compressed
    ValueJson
    /// CTS may not write to the bucket
    ValueBucketPolicyError
    /// the bucket does not exist
    ValueNoBucket
    /// the account is in arrears
    ValueArrears
    /// createDatakey traces of KMS are not transferred
    ValueKms
    /// a data tracker
    ValueDataTracker
    /// operations that read
    ValueRead
    /// operations that write
    ValueWrite
    /// the agency that CTS creates
    ValueAgency

    // Titles of documents.
    /// the body of POST /v1.0/{{project_id}}/tracker
    TitleV1CreateRequest
    /// the answer to POST /v1.0/{{project_id}}/tracker
    TitleV1CreateResponse
    /// the body of PUT /v1.0/{{project_id}}/tracker/{{tracker_name}}
    TitleV1UpdateRequest
    /// the answer to GET /v1.0/{{project_id}}/tracker
    TitleV1QueryResponse
    /// the body of POST /v3/{{project_id}}/tracker
    TitleV3CreateRequest
    /// the answer to POST /v3/{{project_id}}/tracker
    TitleV3CreateResponse
    /// the body of PUT /v3/{{project_id}}/tracker
    TitleV3UpdateRequest
    /// the answer to GET /v3/{{project_id}}/trackers
    TitleV3ListResponse
    /// the body of POST /v3/{{project_id}}/tracker, on Huawei Cloud
    TitleHuaweiV3CreateRequest
    /// the body of PUT /v3/{{project_id}}/tracker, on Huawei Cloud
    TitleHuaweiV3UpdateRequest
    /// the answer when something went wrong
    TitleErrorResponse

    // Summaries of rules.
    /// the text is not JSON (RFC 8259)
    SummaryInvalidJson
    /// the text starts with a byte order mark
    SummaryByteOrderMark
    /// the text has lines with which git marks a conflict
    SummaryConflictMarkers
    /// a field occurs twice in one object; only the last one counts
    SummaryDuplicateField
    /// a value is of another type than the field
    SummaryWrongType
    /// a required field is absent
    SummaryMissingField
    /// the API knows no such field and would ignore it
    SummaryUnknownField
    /// the field exists, but in another place or in the other version
    SummaryMisplacedField
    /// a field of an answer stands in a request
    SummaryResponseOnlyField
    /// the field was withdrawn from the API
    SummaryRetiredField
    /// only Huawei Cloud's own v3 has the field or value
    SummaryOtherProviderField
    /// the value is none of those that are allowed
    SummaryUnknownValue
    /// a placeholder of a template was not replaced
    SummaryUnreplacedPlaceholder
    /// a text is shorter or longer than allowed
    SummaryLengthOutOfRange
    /// a text holds a character that is not allowed there
    SummaryInvalidCharacter
    /// OBS takes no bucket of this name
    SummaryInvalidBucketName
    /// the management tracker has another name than `system`
    SummaryTrackerNameNotSystem
    /// encryption is on, but no key is named
    SummaryEncryptionWithoutKmsId
    /// a key is named, but encryption is not on
    SummaryKmsIdWithoutEncryption
    /// the key ID has not the form of KMS key IDs
    SummaryUnusualKmsId
    /// LTS takes no log group or stream of this name
    SummaryUnusualLtsName
    /// an option of the transfer is set, but no bucket
    SummaryObsOptionWithoutBucket
    /// neither bucket nor LTS: traces are kept for seven days
    SummaryShortRetention
    /// an update leaves `obs_info` out, which switches the transfer off
    SummaryPartialUpdate
    /// a data tracker names no bucket to track
    SummaryDataTrackerWithoutBucket
    /// the field belongs to trackers of the other type
    SummaryFieldOfOtherTrackerType
    /// a data tracker transfers traces to the bucket that it tracks
    SummarySameBucket
    /// a data tracker has the name of the management tracker
    SummaryReservedTrackerName
    /// a number is smaller or larger than the documented range
    SummaryNumberOutOfRange
    /// the request deletes all trackers, because it names none
    SummaryDeletesAllTrackers
    /// the body is one of v1, which is being retired
    SummaryDeprecatedApi
    /// the body is none of a CTS document
    SummaryUnknownApi
    /// the project ID has not the form of project IDs
    SummaryUnusualProjectId
    /// path and body of a request are of different versions of the API
    SummaryMismatchedApiVersion
    /// the API has no request of this method and path
    SummaryUnknownEndpoint
    /// the body of a request was not checked, or may not be sent as it stands
    SummaryUncheckedBody
    /// a body is not sent as JSON
    SummaryUnusualContentType
    /// trace files are not encrypted (v1 only)
    SummaryCtsKmsEncryptedCheck
    /// traces are not sent to LTS
    SummaryCtsLtsEnable
    /// trace files can't be verified
    SummaryCtsSupportValidateCheck
    /// traces are not transferred to a bucket
    SummaryCtsTrackerBucketConfigured
    /// a value breaks a policy of the configuration
    SummaryPolicy
    /// a suppression has nothing to suppress
    SummaryUnusedSuppression
    /// a suppression has passed its date
    SummaryExpiredSuppression

    // Severities, and how far fixes can be trusted.
    /// error
    SeverityError
    /// warning
    SeverityWarning
    /// info
    SeverityInfo
    /// safe
    SafetySafe
    /// unsafe
    SafetyUnsafe

    // What schemas say of fields.
    /// {max} characters at most
    LimitAtMost
    /// {min} to {max} characters
    LimitBetween
    /// only {what}
    LimitOnly
    /// the first is {what}
    LimitFirst
    /// `{value}`: {what}
    ValueMeans
    /// {what}.
    SchemaSentence
    /// {what} ({name}).
    SchemaTitle
    /// This edition is for code generators and has neither conditions nor forbidden texts; what only `ctslint check` sees in full: {what}.
    SchemaLeavesOut
    /// A field that is `null` is to be left out of what is sent.
    SchemaNulls
    /// What only `ctslint check` sees in full: {what}.
    SchemaUnseen
    /// `{value}`: {what}.
    SchemaValue
    /// Default: `{value}`.
    SchemaDefault
    /// Otherwise the API answers `{api_error}`.
    SchemaOtherwise
    /// Wrong `{field}`: {what}
    SchemaWrong
    /// `{field}` takes {what}.
    SchemaTakes
    /// {name}: required fields
    SchemaRequiredFields
    /// {name}: all fields
    SchemaAllFields

    // Errors of the API: what they mean.
    /// IAM or OBS is abnormal
    ErrorIamOrObs
    /// authentication failed, or the account has no permission
    ErrorAuthentication
    /// the message body is empty or invalid
    ErrorBodyInvalid
    /// writing data failed
    ErrorWriting
    /// reading data failed
    ErrorReading
    /// no permission for this operation
    ErrorPermission
    /// this version cannot be queried
    ErrorVersionQuery
    /// the quota of trackers is used up
    ErrorQuota
    /// a management tracker exists already
    ErrorManagementExists
    /// the value of tracker_type is not allowed
    ErrorTrackerType
    /// the format of tracker_name is wrong
    ErrorTrackerNameForm
    /// the name of the management tracker can only be system
    ErrorOnlySystem
    /// the status can only be enabled or disabled
    ErrorStatus
    /// the tracker exists already
    ErrorTrackerExists
    /// a management tracker cannot have data_bucket
    ErrorDataBucketOfSystem
    /// a data tracker cannot be called system
    ErrorDataTrackerCalledSystem
    /// an operation type of a bucket can have one tracker only
    ErrorOneTrackerPerType
    /// the bucket to track cannot be empty
    ErrorTrackedBucketEmpty
    /// the bucket to track does not exist
    ErrorTrackedBucketMissing
    /// the bucket to track cannot be changed
    ErrorTrackedBucketFixed
    /// the bucket to track cannot be the one that traces are transferred to
    ErrorTrackedBucketIsTarget
    /// the tracker does not exist
    ErrorNoTracker
    /// the name of the OBS bucket is taken
    ErrorBucketNameTaken
    /// creating the OBS bucket failed
    ErrorBucketCreation
    /// setting the life cycle of the OBS bucket failed
    ErrorBucketLifecycle
    /// the format of file_prefix_name is wrong
    ErrorFilePrefix
    /// the operation type is empty
    ErrorOperationTypeEmpty
    /// KMS is not supported in this region
    ErrorNoKms
    /// the KMS ID is empty
    ErrorKmsIdEmpty
    /// the check of the KMS key failed
    ErrorKmsCheck
    /// the operation type can only be READ or WRITE
    ErrorOperationType
    /// CTS is no trusted service of the organization
    ErrorNotTrusted
    /// an organization tracker exists already
    ErrorOrganizationExists
    /// the bucket name is invalid
    ErrorBucketName
    /// the query failed
    ErrorQuery
    /// the name of the notification exists already
    ErrorNotificationExists
    /// the request parameters are incorrect, or the body is not JSON
    ErrorParameters
    /// the path names no version of the API
    ErrorNoVersion
    /// the path names no version that the API has
    ErrorWrongVersion
    /// the path has no project ID
    ErrorNoProjectId
    /// the project ID is invalid
    ErrorProjectId
    /// the query parameters are incorrect
    ErrorQueryParameters
    /// the URL of the request does not exist
    ErrorNoUrl
    /// the token is not found
    ErrorNoToken
    /// the token does not exist or is invalid
    ErrorToken
    /// an internal error of the service
    ErrorInternal
    /// the authentication at OBS failed; the bucket may have been deleted
    ErrorBucketAccess
    /// the OBS bucket does not exist; it may have been deleted
    ErrorBucketDeleted
    /// CTS is not authorized to use the OBS bucket
    ErrorBucketNotAuthorized
    /// creating the policy of the OBS bucket failed
    ErrorBucketPolicy
    /// the OBS bucket does not belong to the user
    ErrorBucketOfOthers
    /// the KMS key does not exist
    ErrorNoKey
    /// the keys could not be obtained from KMS
    ErrorKeyList
    /// creating the log group or topic in LTS failed
    ErrorLtsCreation
    /// enabling the trace analysis in LTS failed
    ErrorTraceAnalysis
    /// querying the OBS bucket failed
    ErrorBucketQuery
    /// the SMN topic does not exist
    ErrorNoTopic
    /// the API does not exist in this region
    ErrorNoApi

    // Errors of the API: what to do about them.
    /// repeat the request later; if the error stays, ask the provider's support
    AdviceServer
    /// let the user act as CTS administrator of the project, and send the token of that project
    AdvicePermission
    /// mend the text of the body: it is empty or no JSON
    AdviceMendBody
    /// send the request to the path of a version that the region has
    AdviceOtherVersion
    /// delete a tracker, or ask for a higher quota
    AdviceQuota
    /// change it with `PUT /v3/{{project_id}}/tracker`, and send its whole configuration: what is left out is reset
    AdviceChangeManagement
    /// call the management tracker `system`
    AdviceCallItSystem
    /// call the management tracker `system`; on Huawei Cloud, a data tracker takes 1 to 32 characters, the first neither `_` nor `-`
    AdviceTrackerName
    /// remove `data_bucket`, or create a data tracker
    AdviceRemoveDataBucket
    /// write `enabled` or `disabled`; only an update sets the status
    AdviceWriteStatus
    /// change it with `PUT`, or delete it first
    AdviceChangeOrDelete
    /// choose another `tracker_name` than `system`
    AdviceOtherTrackerName
    /// change the data tracker that the bucket has
    AdviceChangeDataTracker
    /// choose another bucket to track, or put something into it; where `data_bucket_name` is empty, name the bucket
    AdviceNameTrackedBucket
    /// create the bucket, or correct its name
    AdviceCreateTrackedBucket
    /// delete the data tracker and create another
    AdviceReplaceDataTracker
    /// transfer traces to another bucket
    AdviceOtherTarget
    /// create it with `POST`
    AdviceCreateTracker
    /// look whether the name of the tracker is right, and whether CTS is enabled
    AdviceLookAtName
    /// choose another name, or set `is_obs_created` to `false` if the bucket is yours; names are shared by all users of OBS
    AdviceOtherBucketName
    /// create the bucket in OBS yourself, and set `is_obs_created` to `false`
    AdviceCreateBucket
    /// set the life cycle in OBS
    AdviceLifecycle
    /// use 64 letters, digits, `-`, `_` and `.` at most; a prefix is no folder
    AdviceFilePrefix
    /// name the operations that the data tracker is to record
    AdviceOperations
    /// switch encryption off, and encrypt the bucket itself
    AdviceNoKms
    /// take the ID of a key that is enabled and belongs to the same project
    AdviceEnabledKey
    /// write `READ` or `WRITE`
    AdviceReadOrWrite
    /// let the organization's administrator trust CTS
    AdviceTrustCts
    /// change the organization tracker that exists
    AdviceChangeOrganization
    /// use 3 to 63 lowercase letters, digits, `-` and `.`, and start with a letter or digit
    AdviceBucketName
    /// choose another name for the notification
    AdviceNotificationName
    /// check the body; when `lts` is there, all three of its members must be: of a missing one the API says that the length of
    /// `log_topic_name` must be less than 64
    AdviceCheckBody
    /// send the request to `/v1.0/{{project_id}}/tracker` or `/v3/{{project_id}}/tracker`
    AdvicePath
    /// put the ID of the project into the path, as the console shows it
    AdviceProjectId
    /// look whether the query parameters are spelt right
    AdviceQueryParameters
    /// get a new token for the project, and send it in `X-Auth-Token`
    AdviceToken
    /// look whether the bucket still exists
    AdviceLookAtBucket
    /// authorize CTS to use the bucket
    AdviceAuthorizeCts
    /// name a bucket of your own; if it is yours, repeat the request after 15 minutes
    AdviceOwnBucket
    /// look whether the topic of SMN exists
    AdviceTopic
    /// take the ID of a key of the same project and region
    AdviceKeyOfRegion
    /// look whether LTS is open to the project, and whether its quota is used up
    AdviceLts
    /// send a v3 body to `/v3/{{project_id}}/tracker`: some regions have no v1 any more
    AdviceSendV3

    // What is explained of rules, documents, fields and errors.
    /// {name}: {what}.
    ExplainSummary
    /// no fix
    ExplainNoFix
    /// safe fix where the meaning is plain
    ExplainSafeFix
    /// unsafe fix where there is a plain one
    ExplainUnsafeFix
    /// `{name}` for short
    ExplainShort
    /// Page: {name}.
    ExplainPage
    /// It is being retired ({what}).
    ExplainRetired
    /// The top level
    ExplainTopLevel
    /// | field | type | required | what it does | limits | default | the page says |
    ExplainColumns
    /// Rules about several fields
    ExplainRelations
    /// Known, but no fields of this document
    ExplainStrangers
    /// yes
    ExplainYes
    /// no
    ExplainNo
    /// withdrawn from the API
    ExplainRetiredField
    /// a field of Huawei Cloud's own v3, which Open Telekom Cloud does not document
    ExplainForeignField
    /// a field of the answer
    ExplainAnswersField
    /// Type: {what}
    ExplainType
    /// Required: {what}
    ExplainRequired
    /// Default: `{value}`
    ExplainDefault
    /// Example: `{example}`
    ExplainExample
    /// Members: {what}
    ExplainMembers
    /// A wrong value: the API answers `{api_error}`, {what}
    ExplainWrongValue
    /// A missing field: the API answers `{api_error}`, {what}
    ExplainMissingField
    /// Rule {what}
    ExplainRule
    /// Not a field: {what}
    ExplainNotIn
    /// Answers of the API have it, and no page describes it
    ExplainUndocumented
    /// no field of this body at this place; it belongs elsewhere
    ExplainElsewhere
    /// It belongs at: {what}
    ExplainBelongs
    /// What does the same here: {what}
    ExplainCounterpart
    /// remove it, or send the body to Huawei Cloud
    ExplainRemoveOrSendThere
    /// A look at the body can tell. Foreseen by: {what}
    ExplainForeseen
    /// A look at a body of Huawei Cloud's own v3 can tell
    ExplainForeseenOfHuawei
    /// A look at a body of Huawei Cloud's own v3 can tell. Foreseen by: {what}
    ExplainForeseenBy
    /// The pages leave open whether it is about the body: an empty name of the bucket, or a bucket with nothing in it
    ExplainUnclear
    /// No look at the body can tell: a body without mistakes can still be refused with it
    ExplainUnforeseen
    /// The answer has an `error_code` that says more; it can be explained too
    ExplainErrorBody
    /// the request succeeded
    ExplainStatus200
    /// the tracker was created
    ExplainStatus201
    /// the API could not process the request
    ExplainStatus400
    /// check the body first; if it is right, the error code of the answer says what else is in the way
    ExplainAdvice400
    /// authentication failed
    ExplainStatus401
    /// the API understood the request, but does not permit it
    ExplainStatus403
    /// what the request names does not exist: for v1 the OBS bucket, for v3 a resource
    ExplainStatus404
    /// look whether the bucket exists, and whether the path and the project ID are right; with `is_obs_created`, CTS creates the
    /// bucket
    ExplainAdvice404
    /// the requested service is invalid; only the pages of v3 have this status
    ExplainStatus503
    /// do not repeat the request as it is; look at its host, its path and the region first
    ExplainAdvice503
    /// What to do: {advice}
    ExplainWhatToDo
    /// Case matters: `CTS.…` and `cts.…` give the same numbers other meanings
    ExplainCaseMatters
    /// {name}: {what}
    ExplainTitled
    /// at {what}
    ExplainAt
    /// the body
    ExplainTheBody
    /// the text
    ExplainTheText
    /// see {what}
    ExplainSee
    /// note
    ExplainNote
    /// help
    ExplainHelp
    /// fix ({what})
    ExplainFix
    /// source
    ExplainSource
    /// the API would answer {api_error}
    ExplainWouldAnswer
    /// nothing found
    ExplainNothingFound
    /// After the safe fixes:
    ExplainAfterSafe
    /// After the unsafe fixes:
    ExplainAfterUnsafe
    /// boolean
    TypeBoolean
    /// whole number
    TypeWholeNumber
    /// string
    TypeString
    /// array of strings
    TypeStrings
    /// object
    TypeObject
    /// array of objects
    TypeObjects

    // Findings of the command line's own rules.
    /// this suppression ended on {what}
    SuppressionEnded
    /// this suppression is for another value than the one that stands there now
    SuppressionChanged
    /// this suppression has nothing to suppress: `{name}` is silent there
    SuppressionUnused
    /// this suppression is for a file that is not there
    SuppressionFileGone
    /// in {shown}
    SuppressionInFile
    /// mend what it was for, and remove it, or give it a later date
    SuppressionMendOrExtend
    /// {what}
    PolicyMessage
    /// the pattern is {shown} ({value})
    PolicyPattern

    // What a language server offers.
    /// fix everything that can be fixed safely
    EditorFixAll
    /// accept `{name}` here, in `{file}`
    EditorAccept
    /// accepted in the editor
    EditorReason
    /// translate to v3, into `{file}`
    EditorTranslate
    /// translate to v3, into `{file}`, and lose {losses}
    EditorTranslateLosing
    /// not checked: it is larger than {max} MB
    EditorTooLarge
}
