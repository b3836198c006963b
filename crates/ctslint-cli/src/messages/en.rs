//! English.

use ctslint::{ChangeKind, DifferenceKind, FixAvailability, Severity, TopicKind};

use super::cause::cause as cause_of;
use super::id::{Choice, Meaning, Message, Toml};
use crate::failure::{Cause, Failure};

/// A number with its noun.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn files(count: usize) -> String {
    counted(count, "file", "files")
}

pub(super) fn text(message: &Message<'_>) -> String {
    use Message as M;
    match *message {
        // Around a finding.
        M::MorePlaces { count } => format!("and {}", counted(count, "more place", "more places")),
        M::TakenFor { document, reason } => format!("{document}, because {reason}"),
        M::Document => "document".into(),
        M::Note => "note".into(),
        M::Help => "help".into(),
        M::HelpTitle => "Help".into(),
        M::FixIs { safety } => format!("fix: {safety}"),
        M::See { page } => format!("see {page}"),
        M::WouldAnswer { code, meaning: None } => format!("the API would answer {code}"),
        M::WouldAnswer { code, meaning: Some(meaning) } => format!("the API would answer {code}: {meaning}"),
        M::SkippedNear { path, reason } => {
            format!("{path}: skipped: {reason}; name the document with --as to check it")
        }

        // The closing line, in pieces.
        M::FilesChecked { count, document: None } => format!("{} checked", files(count)),
        M::FilesChecked { count, document: Some(document) } => format!("{} checked as {document}", files(count)),
        M::Skipped { count } => format!(", {count} skipped"),
        M::Excluded { count } => format!(", {count} excluded"),
        M::NotRead { count } => format!(", {count} could not be read"),
        M::NotWritten { count } => format!(", {count} could not be written"),
        M::NoDocument => ": no CTS document; to check a file anyway, name it and its document with --as".into(),
        M::AllClean => ": all clean".into(),
        M::NothingRemains { fixed } => format!(": {fixed} fixed, nothing remains"),
        M::Remaining { fixed, found, count: 1 } => format!(": {fixed} fixed; {found} remains"),
        M::Remaining { fixed, found, count: _ } => format!(": {fixed} fixed; {found} remain"),
        M::Found { found } => format!(": {found}"),
        M::Errors { count } => counted(count, "error", "errors"),
        M::Warnings { count } => counted(count, "warning", "warnings"),
        M::Infos { count } => counted(count, "info", "infos"),
        M::InFiles { count } => format!(" in {}", files(count)),
        M::Suppressed { count } => format!("; {count} suppressed"),
        M::Stop => ".".into(),
        M::CanBeFixed { safe, others: 0 } => format!(" {safe} can be fixed with --fix."),
        M::CanBeFixed { safe: 0, others } => format!(" {others} can be fixed with --unsafe-fixes."),
        M::CanBeFixed { safe, others } => {
            format!(" {safe} can be fixed with --fix, {others} more with --unsafe-fixes.")
        }
        M::NothingToFix => ": nothing to fix".into(),
        M::Fixes { count } => format!(": {}", counted(count, "fix", "fixes")),

        // The table in Markdown.
        M::ColumnTitles => "severity | place | rule | what is wrong".into(),
        M::MoreFindings { count } => format!("and {count} more"),
        M::RunCounts { files, errors, warnings, infos } => {
            format!("Files checked: {files}, errors: {errors}, warnings: {warnings}, infos: {infos}.")
        }

        // The rules and fixes in SARIF.
        M::Meaning { meaning } => match meaning {
            Meaning::Settings => "It is about the settings of the project, not about the API.",
            Meaning::Of(Severity::Error) => "The API refuses such a body, or ignores what its author meant.",
            Meaning::Of(Severity::Warning) => "The API accepts it, but it is pointless or risky.",
            Meaning::Of(Severity::Info) => "Worth knowing; nothing is wrong with the body.",
        }
        .into(),
        M::FixOf { fix } => match fix {
            FixAvailability::None => "Its author has to decide what to do: there is no automatic fix.",
            FixAvailability::Safe => "Where the remedy is plain, a finding carries a fix that keeps the meaning.",
            FixAvailability::Unsafe => "A finding can carry a fix that may change the meaning: look at it first.",
        }
        .into(),
        M::ShowsExamples { name } => format!("`ctslint explain {name}` shows examples."),
        M::MayChange { title } => format!("{title} (may change the meaning)"),
        M::WorkingDirectory => "the working directory of the run".into(),

        // Titles.
        M::Titled { title, text } => format!("{title}: {text}"),

        // What only the command line can offer.
        M::MendOrAccept => {
            "mend what is found there, or accept it anew with `ctslint baseline`; `--prune` drops this entry".into()
        }
        M::RemoveOrPrune => "remove it, or let `ctslint baseline --prune` do so".into(),
        M::NameIt => "name it: `--as v3` for a v3 request, `--as v1` for a v1 request".into(),
        M::NameList => "name it: `--as v3-list-response`, or `--as v1-query-response` for an answer of v1".into(),
        M::WritesRequests { file } => format!("`ctslint translate {file}` writes the requests of v3"),
        M::TranslateDoes => "translate the body to v3: `ctslint translate` does that".into(),
        M::SayHuaweiOrRemoveIt => {
            "if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise remove it".into()
        }
        M::SayHuaweiOrRemoveThem => {
            "if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise remove them".into()
        }
        M::SayHuaweiOrWrite => {
            "if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise write `system`".into()
        }
        M::SayHuaweiOrWriteAndRemove => {
            "if the body is sent to Huawei Cloud, say so: `--provider huawei`; otherwise write `system` and remove the others"
                .into()
        }
        M::WritesBody { file, has_errors } => {
            let when = if has_errors { "once its errors are mended, " } else { "" };
            format!("{when}`ctslint translate {file}` writes the v3 body")
        }
        M::WithJq { advice, filter, file } => format!("{advice}: `jq -r {filter} {file} | ctslint check -`"),
        M::CheckFile { name, file } => format!("check it: `ctslint check --as {name} {file}`"),

        // Translating.
        M::WouldBeLost { losses, options } => format!("{losses} would be lost; `{options}` accepts that"),
        M::AnswerNeedsTarget { reason } => {
            format!("this is an answer; `--to v3-update` or `--to v3` makes a request of it ({reason})")
        }
        M::DataTracker => "this is a data tracker, which only Huawei Cloud has: `--provider huawei` keeps it".into(),
        M::ChooseTracker { list } => format!("{list}; `--name NAME` chooses one"),
        M::CantTranslate { name, why } => format!("can't translate `{name}`: {why}"),
        M::FixMends { name, count } => format!("`ctslint check --fix {name}` mends {count} of these faults."),
        M::FilesTranslated { done, all, place, skipped } => {
            let count = match done == all {
                true => files(all),
                false => format!("{done} of {}", files(all)),
            };
            let place = place.map_or(String::new(), |place| format!(" to `{place}`"));
            let skipped = match skipped {
                0 => String::new(),
                skipped => format!(", {skipped} skipped"),
            };
            format!("{count} translated{place}{skipped}.")
        }
        M::Kept => "kept".into(),
        M::Change { kind } => ChangeKind::name(kind).into(),

        // Comparing.
        M::Compared { request, answer, tracker } => format!("{request} against {answer}, tracker `{tracker}`"),
        M::Difference { kind } => DifferenceKind::name(kind).into(),
        M::SetOrChanged { count } => format!("{count} set or changed"),
        M::Reset { count } => format!("{count} reset"),
        M::Open { count } => format!("{count} open"),
        M::Unchanged { count } => format!("{count} unchanged"),
        M::NothingWouldChange => "Nothing would change.".into(),
        M::CantCompare { request, answer, why } => format!("can't compare {request} with {answer}: {why}"),

        // Explaining and listing.
        M::Topics { kind } => match kind {
            TopicKind::Rule => "Rules",
            TopicKind::Document => "Documents",
            TopicKind::Name => "Names of fields",
            TopicKind::Field => "Fields",
            TopicKind::ForeignField => "No fields where they stand",
            TopicKind::ApiError => "Error codes of the API",
            TopicKind::HttpStatus => "Status codes of the API",
            _ => "Others",
        }
        .into(),
        M::MoreCases { name } => format!("More cases: `ctslint explain {name} --all`"),
        M::ExplainLists => "`ctslint explain` lists what can be explained".into(),
        M::DidYouMean { names } => format!("did you mean {names}?"),
        M::NoFix => "no fix".into(),
        M::SafeFix => "safe fix".into(),
        M::UnsafeFix => "unsafe fix".into(),
        M::OffUnlessConfigured => "; off unless configured".into(),

        // What applies to a file.
        M::Configuration => "configuration".into(),
        M::Suppressions => "suppressions".into(),
        M::Policy { field } => format!("policy {field}"),
        M::At { pointer } => format!("at {pointer}"),
        M::None => "none".into(),
        M::EntriesForFile { path, count } => {
            format!("{path}, {} for this file", counted(count, "entry", "entries"))
        }
        M::ToldFromContent => "told from the content".into(),

        // The baseline.
        M::EntriesAdded { count, path } => format!("{} added to `{path}`.", counted(count, "entry", "entries")),
        M::EntriesDropped { count, path } => format!("{} dropped from `{path}`.", counted(count, "entry", "entries")),
        M::NothingToAccept => "nothing to accept.".into(),
        M::NothingToDrop => "nothing to drop.".into(),
        M::CantBeSuppressed { count } => format!(
            "{} can't be suppressed; `ctslint check` shows what must be mended.",
            counted(count, "finding", "findings")
        ),

        // Names of places.
        M::CurrentFolder => "the current folder".into(),
        M::StandardInput => "standard input".into(),
        M::StandardOutput => "standard output".into(),
        M::ToStandardOutput => "to standard output".into(),
        M::ToStandardError => "to standard error".into(),

        // Mistakes in settings.
        M::NoKey { name } => format!("there is no key `{name}`"),
        M::NoRule { name } => format!("there is no rule `{name}`"),
        M::RulesListsThem => "`ctslint rules` lists them".into(),
        M::Write { text } => format!("write {text}"),
        M::ItemOf { name } => format!("an item of {name}"),
        M::MustBe { name, want, got } => format!("{name} must be {}, not {}", toml(want), toml(got)),
        M::MissingFrom { key, name } => format!("`{key}` is missing from {name}"),
        M::AddKey { key } => format!("add `{key} = …`"),
        M::WriteDate => "write it without quotes: `2027-01-31`".into(),
        M::TooManyEntries { name, most, count } => format!("{name} takes {most} entries at most, this has {count}"),
        M::TooManyBytes { name, most, count } => format!("{name} takes {most} bytes at most, this has {count}"),
        M::IsNone { text, of } => format!("`{text}` is not {}", choice(of)),
        M::LeadsOut => "this leads out of the folder of the file, and matches nothing".into(),
        M::PutFurtherUp => "put it into a file further up".into(),
        M::PutFurtherUpOrName => "put it into a file further up, or name this one with `--config`".into(),
        M::NoHash { text } => format!("`{text}` is no hash of a value"),
        M::HashLooks => "`fnv1a:` and 16 hexadecimal digits".into(),
        M::LeaveOutOrBaseline => "leave it out, or let `ctslint baseline` write it".into(),
        M::MustNotBeEmpty { name } => format!("{name} must not be empty"),
        M::NoPointer { text } => format!("`{text}` is no JSON Pointer"),
        M::TildeIs => "a `~` in a name is `~0`, a `/` is `~1`".into(),
        M::NoGlob { text } => format!("`{text}` is no glob"),
        M::NoPlainField { text } => format!("no document has a plain field `{text}`"),
        M::NameField => "name a field that holds a string, a number or a boolean: `bucket_name`, or `/obs_info/bucket_name`".into(),
        M::NoPattern => "this pattern is no regular expression".into(),
        M::EmptyPath => "an empty path matches nothing".into(),
        M::WriteEverything => "write `**` for everything".into(),
        M::PathStart { start } => format!("a path does not start with `{start}`"),
        M::PathsAreRelative => "paths are relative to the folder of this file".into(),
        M::OneSlash => "a path has one `/` between two names".into(),
        M::NoDot => "a path has no `.` among its names".into(),
        M::NoDotDot => "a path has no `..` behind a name".into(),
        M::NameFolder => "name the folder itself".into(),
        M::PathEnd => "a path does not end with `/`".into(),
        M::AllInFolder { folder } => format!("for all that is in it, write `{folder}/**`"),
        M::ForWholeFiles { key } => format!("`{key}` is for whole files, and this override is for some fields"),
        M::WithoutPointers => "put it into an override without `pointers`".into(),
        M::SetsNothing => "this override sets nothing".into(),
        M::AddRules => "add `rules`, `as` or `provider`".into(),
        M::NoPlainFieldOf { text, document } => format!("`{text}` is no plain field of {document}"),
        M::PatternTakesMuch => "this pattern would take more than 4 MiB of memory".into(),
        M::RepeatLess => "repeat less, and smaller classes: `[a-z]` is far smaller than `\\w`".into(),
        M::GlobsTooLarge => "these globs are too large together".into(),
        M::FirstOfThem => "the first of them".into(),
        M::NameFolders => "name folders with `folder/**`, and use fewer wildcards".into(),
        M::TwiceHere => "this entry stands here twice".into(),
        M::FirstInLine { line } => format!("the first one is in line {line}"),
        M::KeepOne => "keep one of them".into(),
        M::NotSuppressible { rule } => format!("`{rule}` can't be suppressed"),
        M::MendIt => "mend what it speaks of".into(),
        M::ValueNeedsPointer => "a value belongs to the `pointer` of a field".into(),
        M::AddPointer => "add the pointer, or leave `value` out".into(),
        M::MoreMistakes { count } => format!("and {count} more"),
    }
}

fn toml(value: Toml) -> &'static str {
    match value {
        Toml::String => "a string",
        Toml::Number => "a number",
        Toml::Boolean => "a boolean",
        Toml::DateOrTime => "a date or time",
        Toml::Date => "a date",
        Toml::List => "a list",
        Toml::Table => "a table",
        Toml::Tables => "tables",
        Toml::ListOfTables => "a list of tables",
        Toml::Severities => "a table of rules and severities",
    }
}

fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Threshold => "a threshold",
        Choice::Document => "a document",
        Choice::Provider => "a provider",
        Choice::Pack => "a pack of rules",
        Choice::Severity => "a severity",
        Choice::Rule => "a rule",
    }
}

pub(super) fn failure(failure: &Failure) -> String {
    use Failure as F;
    match failure {
        F::Read { path, source } => format!("can't read `{path}`: {}", cause_of(source, cause)),
        F::Settings { path, count: 1, shown } => format!("`{path}` has a mistake\n{shown}"),
        F::Settings { path, count, shown } => format!("`{path}` has {count} mistakes\n{shown}"),
        F::LeftOut { count } => {
            let were = if *count == 1 { "was" } else { "were" };
            format!("no file to check: the configuration leaves out {count} that {were} found")
        }
        F::Write { path, source } => format!("can't write {path}: {}", cause_of(source, cause)),
        F::WriteToInput { path } => format!("can't write `{path}`: it is one of the files to check"),
        F::WriteToSettings { path } => {
            format!("can't write `{path}`: it holds settings; write the report to another file")
        }
        F::WriteTwice { path } => format!("can't write two reports to {path}"),
        F::NoCommand { name, known } => format!("there is no command `{name}`; there are {known}"),
        F::NoMatch { paths } => format!("no file that matches: {paths} holds no *.json, *.jsonc, *.http or *.rest"),
        F::Exists { path } => format!("{path} exists already; --force overwrites it"),
        F::SameName { path } => format!("{path} was written by another of the files"),
        F::WriteIntoSource { path } => format!("can't write into `{path}`: it is in the folder that is translated"),
        F::ManyBodies => {
            "several files can't be translated to one place; write them into a folder with --out-dir".into()
        }
        F::StdinTwice => "only one of the texts can come from standard input".into(),
        F::NothingToExplain { name, hint } => format!("nothing is called `{name}`; {hint}"),
        F::StdinNotRead => "--stdin-filename names what comes from standard input; to read that, add `-`".into(),
    }
}

pub(super) fn cause(cause: &Cause) -> String {
    let settings = |what: &str| format!("it is {what}; remove it, or leave settings out with --isolated");
    match cause {
        Cause::NoSuchFile => "no such file".into(),
        Cause::Folder => "it is a folder".into(),
        Cause::NotPermitted => "permission denied".into(),
        Cause::Device => "it is a device".into(),
        Cause::NoWriter => "it is a pipe that nobody writes to".into(),
        Cause::NoRegularFile => "it is no regular file".into(),
        Cause::BrokenLink => "it is a link that leads nowhere".into(),
        Cause::LargerThan(limit) => format!("it is larger than {limit}"),
        Cause::NotUtf8 => "it is not UTF-8".into(),
        Cause::ReadOnly => "it is read-only".into(),
        Cause::HardLink => "it has another name (a hard link), which would keep the old content".into(),
        Cause::Changed => "it has changed since it was read".into(),
        Cause::SettingsAreFolder => settings("a folder"),
        Cause::SettingsAreNoFile => settings("no regular file"),
        Cause::SettingsAreBrokenLink => settings("a link that leads nowhere"),
    }
}
