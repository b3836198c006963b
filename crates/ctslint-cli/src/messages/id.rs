//! The messages of the command line.

use ctslint::{ChangeKind, DifferenceKind, FixAvailability, Severity, TopicKind};

/// What a value of TOML is, or must be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Toml {
    String,
    Number,
    Boolean,
    DateOrTime,
    Date,
    List,
    Table,
    Tables,
    ListOfTables,
    Severities,
}

/// What the findings of a rule mean.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meaning {
    /// They are about the settings of the project.
    Settings,
    /// They have this severity.
    Of(Severity),
}

/// What a setting is one of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Choice {
    Threshold,
    Document,
    Provider,
    Pack,
    Severity,
    Rule,
}

macro_rules! messages {
    ($($(#[$doc:meta])+ $name:ident $({ $($field:ident: $type:ty),+ })?)*) => {
        /// What the command line says, with what it tells of. The comments are the English texts.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum Message<'m> {
            $($(#[$doc])+ $name $({ $($field: $type),+ })?,)*
        }

        #[cfg(test)]
        impl Message<'static> {
            /// Every message, each with a sample of what it tells of.
            pub(super) fn samples(number: usize) -> Vec<Self> {
                vec![$(Self::$name $({ $($field: Sample::sample(number)),+ })?,)*]
            }
        }
    };
}

messages! {
    // Around a finding.
    /// and 3 more places
    MorePlaces { count: usize }
    /// v3-create-request, because it has `tracker_type`
    TakenFor { document: &'m str, reason: &'m str }
    /// document
    Document
    /// note
    Note
    /// help
    Help
    /// Help
    HelpTitle
    /// fix: safe
    FixIs { safety: &'m str }
    /// see Creating a Tracker v3, Table 2
    See { page: &'m str }
    /// the API would answer CTS.0221: the KMS ID is empty
    WouldAnswer { code: &'m str, meaning: Option<&'m str> }
    /// a.json: skipped: it has few of its names; name the document with --as to check it
    SkippedNear { path: &'m str, reason: &'m str }

    // The closing line, in pieces.
    /// 1 file checked as v1-create-request
    FilesChecked { count: usize, document: Option<&'m str> }
    /// , 3 skipped
    Skipped { count: usize }
    /// , 3 excluded
    Excluded { count: usize }
    /// , 3 could not be read
    NotRead { count: usize }
    /// , 3 could not be written
    NotWritten { count: usize }
    /// : no CTS document; to check a file anyway, name it and its document with --as
    NoDocument
    /// : all clean
    AllClean
    /// : 3 fixed, nothing remains
    NothingRemains { fixed: usize }
    /// : 3 fixed; 2 errors remain
    Remaining { fixed: usize, found: &'m str, count: usize }
    /// : 2 errors, 1 info
    Found { found: &'m str }
    /// 2 errors
    Errors { count: usize }
    /// 2 warnings
    Warnings { count: usize }
    /// 2 infos
    Infos { count: usize }
    /// in 2 files
    InFiles { count: usize }
    /// ; 3 suppressed
    Suppressed { count: usize }
    /// .
    Stop
    /// 2 can be fixed with --fix, 1 more with --unsafe-fixes.
    CanBeFixed { safe: usize, others: usize }
    /// : nothing to fix.
    NothingToFix
    /// : 2 fixes
    Fixes { count: usize }

    // The table in Markdown.
    /// severity | place | rule | what is wrong
    ColumnTitles
    /// and 3 more
    MoreFindings { count: usize }
    /// Files checked: 3, errors: 2, warnings: 0, infos: 1.
    RunCounts { files: usize, errors: usize, warnings: usize, infos: usize }

    // The rules and fixes in SARIF.
    /// The API refuses such a body, or ignores what its author meant.
    Meaning { meaning: Meaning }
    /// Its author has to decide what to do: there is no automatic fix.
    FixOf { fix: FixAvailability }
    /// `ctslint explain wrong-type` shows examples.
    ShowsExamples { name: &'m str }
    /// remove it (may change the meaning)
    MayChange { title: &'m str }
    /// the working directory of the run
    WorkingDirectory

    // Titles.
    /// warning: `status` is lost
    Titled { title: &'m str, text: &'m str }

    // What only the command line can offer.
    /// mend what is found there, or accept it anew with `ctslint baseline`; `--prune` drops this entry
    MendOrAccept
    /// remove it, or let `ctslint baseline --prune` do so
    RemoveOrPrune
    /// name it: `--as v3` for a v3 request, `--as v1` for a v1 request
    NameIt
    /// name it: `--as v3-list-response`, or `--as v1-query-response` for an answer of v1
    NameList
    /// `ctslint translate a.http` writes the requests of v3
    WritesRequests { file: &'m str }
    /// translate the body to v3: `ctslint translate` does that
    TranslateDoes
    /// if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise remove it
    SayHuaweiOrRemoveIt
    /// if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise remove them
    SayHuaweiOrRemoveThem
    /// if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise write `system`
    SayHuaweiOrWrite
    /// if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise write `system` and remove the others
    SayHuaweiOrWriteAndRemove
    /// once its errors are mended, `ctslint translate a.json` writes the v3 body
    WritesBody { file: &'m str, has_errors: bool }
    /// check that part alone: `jq -r .body a.json | ctslint check -`
    WithJq { advice: &'m str, filter: &'m str, file: &'m str }
    /// check it: `ctslint check --as v3 body.json`
    CheckFile { name: &'m str, file: &'m str }

    // Translating.
    /// `kms_id` would be lost; `--allow-loss kms_id` accepts that
    WouldBeLost { losses: &'m str, options: &'m str }
    /// this is an answer; `--to v3-update` or `--to v3` makes a request of it (it is a `v3-list-response`: no field tells)
    AnswerNeedsTarget { reason: &'m str }
    /// this is a data tracker, which only Huawei Cloud has: `--provider huawei` keeps it
    DataTracker
    /// the list has several trackers: `a` and `b`; `--name NAME` chooses one
    ChooseTracker { list: &'m str }
    /// can't translate `a.json`: the v1 body is not valid
    CantTranslate { name: &'m str, why: &'m str }
    /// `ctslint check --fix a.json` mends 2 of these faults.
    FixMends { name: &'m str, count: usize }
    /// 1 of 2 files translated to `v3`, 1 skipped.
    FilesTranslated { done: usize, all: usize, place: Option<&'m str>, skipped: usize }
    /// kept
    Kept
    /// moved
    Change { kind: ChangeKind }

    // Comparing.
    /// `a.json` against `b.json`, tracker `system`
    Compared { request: &'m str, answer: &'m str, tracker: &'m str }
    /// changed
    Difference { kind: DifferenceKind }
    /// 2 set or changed
    SetOrChanged { count: usize }
    /// 2 reset
    Reset { count: usize }
    /// 2 open
    Open { count: usize }
    /// 2 unchanged
    Unchanged { count: usize }
    /// Nothing would change.
    NothingWouldChange
    /// can't compare `a.json` with `b.json`: the request is not valid
    CantCompare { request: &'m str, answer: &'m str, why: &'m str }

    // Explaining and listing.
    /// Rules
    Topics { kind: TopicKind }
    /// More cases: `ctslint explain unknown-field --all`
    MoreCases { name: &'m str }
    /// `ctslint explain` lists what can be explained
    ExplainLists
    /// did you mean `a` or `b`?
    DidYouMean { names: &'m str }
    /// no fix
    NoFix
    /// safe fix
    SafeFix
    /// unsafe fix
    UnsafeFix
    /// ; off unless configured
    OffUnlessConfigured

    // What applies to a file.
    /// configuration
    Configuration
    /// suppressions
    Suppressions
    /// policy bucket_name
    Policy { field: &'m str }
    /// at /obs_info
    At { pointer: &'m str }
    /// none
    None
    /// a.toml, 2 entries for this file
    EntriesForFile { path: &'m str, count: usize }
    /// told from the content
    ToldFromContent

    // The baseline.
    /// 2 entries added to `ctslint-ignore.toml`.
    EntriesAdded { count: usize, path: &'m str }
    /// 2 entries dropped from `ctslint-ignore.toml`.
    EntriesDropped { count: usize, path: &'m str }
    /// nothing to accept.
    NothingToAccept
    /// nothing to drop.
    NothingToDrop
    /// 2 findings can't be suppressed; `ctslint check` shows what must be mended.
    CantBeSuppressed { count: usize }

    // Names of places.
    /// the current folder
    CurrentFolder
    /// standard input
    StandardInput
    /// standard output
    StandardOutput
    /// to standard output
    ToStandardOutput
    /// to standard error
    ToStandardError

    // Mistakes in settings.
    /// there is no key `{name}`
    NoKey { name: &'m str }
    /// there is no rule `{name}`
    NoRule { name: &'m str }
    /// `ctslint rules` lists them
    RulesListsThem
    /// write {text}
    Write { text: &'m str }
    /// an item of {name}
    ItemOf { name: &'m str }
    /// `rules` must be a table, not a string
    MustBe { name: &'m str, want: Toml, got: Toml }
    /// `{key}` is missing from {name}
    MissingFrom { key: &'m str, name: &'m str }
    /// add `{key} = …`
    AddKey { key: &'m str }
    /// write it without quotes: `2027-01-31`
    WriteDate
    /// {name} takes {most} entries at most, this has {count}
    TooManyEntries { name: &'m str, most: usize, count: usize }
    /// {name} takes {most} bytes at most, this has {count}
    TooManyBytes { name: &'m str, most: usize, count: usize }
    /// `none` is not a severity
    IsNone { text: &'m str, of: Choice }
    /// this leads out of the folder of the file, and matches nothing
    LeadsOut
    /// put it into a file further up
    PutFurtherUp
    /// put it into a file further up, or name this one with `--config`
    PutFurtherUpOrName
    /// `{text}` is no hash of a value
    NoHash { text: &'m str }
    /// `fnv1a:` and 16 hexadecimal digits
    HashLooks
    /// leave it out, or let `ctslint baseline` write it
    LeaveOutOrBaseline
    /// {name} must not be empty
    MustNotBeEmpty { name: &'m str }
    /// `{text}` is no JSON Pointer
    NoPointer { text: &'m str }
    /// a `~` in a name is `~0`, a `/` is `~1`
    TildeIs
    /// `{text}` is no glob
    NoGlob { text: &'m str }
    /// no document has a plain field `{text}`
    NoPlainField { text: &'m str }
    /// name a field that holds a string, a number or a boolean: `bucket_name`, or `/obs_info/bucket_name`
    NameField
    /// this pattern is no regular expression
    NoPattern
    /// an empty path matches nothing
    EmptyPath
    /// write `**` for everything
    WriteEverything
    /// a path does not start with `{start}`
    PathStart { start: &'m str }
    /// paths are relative to the folder of this file
    PathsAreRelative
    /// a path has one `/` between two names
    OneSlash
    /// a path has no `.` among its names
    NoDot
    /// a path has no `..` behind a name
    NoDotDot
    /// name the folder itself
    NameFolder
    /// a path does not end with `/`
    PathEnd
    /// for all that is in it, write `{folder}/**`
    AllInFolder { folder: &'m str }
    /// `{key}` is for whole files, and this override is for some fields
    ForWholeFiles { key: &'m str }
    /// put it into an override without `pointers`
    WithoutPointers
    /// this override sets nothing
    SetsNothing
    /// add `rules`, `as` or `provider`
    AddRules
    /// `{text}` is no plain field of {document}
    NoPlainFieldOf { text: &'m str, document: &'m str }
    /// this pattern would take more than 4 MiB of memory
    PatternTakesMuch
    /// repeat less, and smaller classes: `[a-z]` is far smaller than `\\w`
    RepeatLess
    /// these globs are too large together
    GlobsTooLarge
    /// the first of them
    FirstOfThem
    /// name folders with `folder/**`, and use fewer wildcards
    NameFolders
    /// this entry stands here twice
    TwiceHere
    /// the first one is in line {line}
    FirstInLine { line: usize }
    /// keep one of them
    KeepOne
    /// `{rule}` can't be suppressed
    NotSuppressible { rule: &'m str }
    /// mend what it speaks of
    MendIt
    /// a value belongs to the `pointer` of a field
    ValueNeedsPointer
    /// add the pointer, or leave `value` out
    AddPointer
    /// and 2 more
    MoreMistakes { count: usize }
}

#[cfg(test)]
trait Sample {
    fn sample(number: usize) -> Self;
}

#[cfg(test)]
impl Sample for usize {
    fn sample(number: usize) -> Self {
        number + 1
    }
}

#[cfg(test)]
impl Sample for bool {
    fn sample(number: usize) -> Self {
        number == 0
    }
}

#[cfg(test)]
impl Sample for &str {
    fn sample(number: usize) -> Self {
        ["a_b", "c_d", "e_f"][number]
    }
}

#[cfg(test)]
impl Sample for Option<&str> {
    fn sample(number: usize) -> Self {
        (number > 0).then(|| Sample::sample(number))
    }
}

#[cfg(test)]
impl Sample for ChangeKind {
    fn sample(number: usize) -> Self {
        [Self::Moved, Self::Added, Self::Dropped][number]
    }
}

#[cfg(test)]
impl Sample for DifferenceKind {
    fn sample(number: usize) -> Self {
        [Self::Set, Self::Changed, Self::Reset][number]
    }
}

#[cfg(test)]
impl Sample for TopicKind {
    fn sample(number: usize) -> Self {
        [Self::Rule, Self::Document, Self::ApiError][number]
    }
}

#[cfg(test)]
impl Sample for Meaning {
    fn sample(number: usize) -> Self {
        [Self::Settings, Self::Of(Severity::Error), Self::Of(Severity::Info)][number]
    }
}

#[cfg(test)]
impl Sample for FixAvailability {
    fn sample(number: usize) -> Self {
        [Self::None, Self::Safe, Self::Unsafe][number]
    }
}

#[cfg(test)]
impl Sample for Toml {
    fn sample(number: usize) -> Self {
        [Self::String, Self::DateOrTime, Self::Severities][number]
    }
}

#[cfg(test)]
impl Sample for Choice {
    fn sample(number: usize) -> Self {
        [Self::Threshold, Self::Pack, Self::Rule][number]
    }
}
