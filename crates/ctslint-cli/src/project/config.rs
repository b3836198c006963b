//! `ctslint.toml`: what a project asks of its bodies.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ctslint::{Document, Provider, Rule, Severities, Severity};
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use regex::{Regex, RegexBuilder};

use crate::arguments::DocumentName;
use crate::failure::Failure;
use crate::messages::{Choice, Message};
use crate::settings::{self, At, Key, Kind, Mistakes, Shape, Source, Table};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "ctslint.toml";

/// The most entries of a list. A configuration that needs more is made by a program, and slow for everybody.
const MOST_GLOBS: usize = 20_000;
const MOST_OVERRIDES: usize = 20_000;
const MOST_POLICIES: usize = 100;

/// How much memory a pattern may take, in bytes. A pattern that needs more has grown by accident.
const LARGEST_PATTERN: usize = 4 << 20;

/// What the file may hold.
static KIND: Kind = Kind {
    keys: KEYS,
    largest: 1 << 20,
    largest_shown: "1 MiB",
};

static KEYS: &[Key] = &[
    Key::new(
        "fail-on",
        Shape::Choice(Choice::Threshold, thresholds),
        "From which severity on findings fail the run. `--fail-on` wins over it.",
    ),
    Key::new(
        "as",
        Shape::Choice(Choice::Document, settings::documents),
        "What the bodies of trackers are checked as, instead of what their content tells; other files are skipped. `--as` wins over it.",
    ),
    Key::new(
        "provider",
        Shape::Choice(Choice::Provider, settings::providers),
        "Whose v3 is meant, by the content and by short names of documents: that of Open Telekom Cloud (`otc`) or of Huawei Cloud (`huawei`). \
         `--provider` wins over it, and so does the host of a request.",
    ),
    Key::new(
        "packs",
        Shape::List(&Shape::Choice(Choice::Pack, packs), 16),
        "Sets of rules that are off otherwise, each with its usual severity.",
    ),
    Key::new(
        "rules",
        Shape::Severities,
        "The severity of rules, by their names; `off` silences a rule.",
    ),
    Key::new("files", Shape::Table(FILES), "Which files of a folder are checked."),
    Key::new(
        "override",
        Shape::Tables(OVERRIDE, MOST_OVERRIDES),
        "Settings for some files or fields. Where several apply, the last one wins.",
    ),
    Key::new(
        "policy",
        Shape::Tables(POLICY, MOST_POLICIES),
        "Patterns that values must match, such as naming conventions.",
    ),
];

static FILES: &[Key] = &[
    Key::new(
        "include",
        Shape::List(&Shape::Glob, MOST_GLOBS),
        "Of the files found in folders, only those that match one of these globs are checked.",
    ),
    Key::new(
        "exclude",
        Shape::List(&Shape::Glob, MOST_GLOBS),
        "Of the files found in folders, those that match one of these globs are not checked.",
    ),
];

static OVERRIDE: &[Key] = &[
    Key::new(
        "files",
        Shape::List(&Shape::Glob, MOST_GLOBS),
        "The files that this is for; all when left out.",
    ),
    Key::new(
        "pointers",
        Shape::List(&Shape::Pointer, MOST_GLOBS),
        "The fields that this is for, as JSON Pointers, with all that is in them; all when left out.",
    ),
    Key::new("rules", Shape::Severities, "The severity of rules there."),
    Key::new(
        "as",
        Shape::Choice(Choice::Document, settings::documents),
        "What these files are checked as.",
    ),
    Key::new(
        "provider",
        Shape::Choice(Choice::Provider, settings::providers),
        "Whose v3 these files mean.",
    ),
];

static POLICY: &[Key] = &[
    Key::new(
        "field",
        Shape::Field,
        "The field: its name, for every place where it occurs, or its JSON Pointer.",
    )
    .required(),
    Key::new(
        "pattern",
        Shape::Pattern,
        "What its value must match: a regular expression, found anywhere in it unless anchored with `^` and `$`.",
    )
    .required(),
    Key::new("message", Shape::Text, "What is said of a value that does not match.").required(),
    Key::new(
        "severity",
        Shape::Choice(Choice::Severity, settings::severities),
        "How much that matters; `error` when left out.",
    ),
    Key::new(
        "document",
        Shape::Choice(Choice::Document, settings::documents),
        "The one document that this is for; all when left out.",
    ),
];

fn thresholds() -> Vec<&'static str> {
    FailOn::value_variants()
        .iter()
        .map(|threshold| threshold.name())
        .collect()
}

/// The sets of rules: only one so far, all of the conformance rules.
const CONFORMANCE: &str = "conformance";

fn packs() -> Vec<&'static str> {
    vec![CONFORMANCE]
}

/// The rules of that set.
pub(crate) fn conformance() -> impl Iterator<Item = Rule> {
    Rule::ALL.iter().copied().filter(|rule| rule.info().opt_in)
}

/// The JSON Schema of the file, for editors.
pub(crate) fn schema() -> serde_json::Value {
    settings::schema("The configuration of ctslint: ctslint.toml", KEYS)
}

/// From which severity on findings fail the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    pub(crate) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        self.severity().map_or("never", Severity::name)
    }
}

/// A setting, and the line that states it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stated<T> {
    pub(crate) value: T,
    pub(crate) line: u32,
}

/// What a rule is set to; `None` silences it.
type Setting = (Rule, Stated<Option<Severity>>);

/// A configuration.
#[derive(Debug)]
pub(crate) struct Config {
    /// Its path, as it is shown.
    pub(crate) shown: String,
    /// The folder that its paths are relative to.
    pub(crate) root: PathBuf,
    pub(crate) fail_on: Option<Stated<FailOn>>,
    pub(crate) provider: Option<Stated<Provider>>,
    document: Option<Stated<DocumentName>>,
    rules: Vec<Setting>,
    /// The same, to begin with.
    severities: Severities,
    include: Option<GlobSet>,
    exclude: Option<GlobSet>,
    overrides: Vec<Override>,
    /// The globs of all overrides, and the override of each.
    files: GlobSet,
    owners: Vec<usize>,
    pub(crate) policies: Vec<Policy>,
}

/// Settings for some files or fields.
#[derive(Debug)]
struct Override {
    everywhere: bool,
    pointers: Vec<String>,
    rules: Vec<Setting>,
    provider: Option<Stated<Provider>>,
    document: Option<Stated<DocumentName>>,
}

/// A pattern for the values of a field.
#[derive(Debug)]
pub(crate) struct Policy {
    /// The field, as it was named.
    pub(crate) field: String,
    /// Where it occurs.
    places: Vec<(&'static Document, String)>,
    pub(crate) pattern: Regex,
    pub(crate) message: String,
    /// `None` where the rule's own counts.
    severity: Option<Option<Severity>>,
    pub(crate) line: u32,
}

impl Config {
    /// Reads a configuration.
    ///
    /// One that was named on the command line can be for files outside of its folder, one that was found can't.
    pub(crate) fn read(path: &Path, shown: String, root: PathBuf, is_named: bool) -> Result<Self, Failure> {
        let (source, mut config) = settings::read(path, shown, &KIND, |source, table, mistakes| {
            if !is_named {
                globs_lead_down(table, mistakes);
            }
            build(source, table, mistakes)
        })?;
        config.shown = source.shown().to_owned();
        config.root = root;
        Ok(config)
    }

    /// Whether a file that was found in a folder is to be checked.
    pub(crate) fn wants(&self, path: &str) -> bool {
        self.include.as_ref().is_none_or(|globs| globs.is_match(path))
            && !self.exclude.as_ref().is_some_and(|globs| globs.is_match(path))
    }

    /// What applies to a file, by its path from the folder of the configuration.
    pub(crate) fn at(&self, path: &str) -> Applied<'_> {
        let mut applying: Vec<usize> = Vec::new();
        if !self.overrides.is_empty() {
            let matched = self.files.matches(path).into_iter().map(|glob| self.owners[glob]);
            let everywhere = self.overrides.iter().enumerate().filter(|(_, over)| over.everywhere);
            applying.extend(matched.chain(everywhere.map(|(index, _)| index)));
            applying.sort_unstable();
            applying.dedup();
        }
        let mut applied = Applied {
            config: self,
            overrides: applying.into_iter().map(|index| &self.overrides[index]).collect(),
            severities: self.severities.clone(),
        };
        for over in applied.overrides.iter().filter(|over| over.pointers.is_empty()) {
            set(&mut applied.severities, &over.rules);
        }
        applied
    }
}

fn set(severities: &mut Severities, rules: &[Setting]) {
    for (rule, stated) in rules {
        severities.set(*rule, stated.value);
    }
}

/// What a configuration says of a file.
#[derive(Debug)]
pub(crate) struct Applied<'c> {
    pub(crate) config: &'c Config,
    /// The overrides that apply to the file or to fields in it.
    overrides: Vec<&'c Override>,
    severities: Severities,
}

impl Applied<'_> {
    /// What the file is checked as.
    pub(crate) fn document(&self) -> Option<Stated<DocumentName>> {
        self.document_of_override().or(self.config.document)
    }

    /// Whether an override says so.
    pub(crate) fn is_document_of_override(&self) -> bool {
        self.document_of_override().is_some()
    }

    /// Whose v3 an override says that the file means.
    pub(crate) fn provider_of_override(&self) -> Option<Stated<Provider>> {
        self.overrides.iter().rev().find_map(|over| over.provider)
    }

    fn document_of_override(&self) -> Option<Stated<DocumentName>> {
        self.overrides.iter().rev().find_map(|over| over.document)
    }

    /// Whether the severities depend on the field.
    pub(crate) fn by_field(&self) -> bool {
        self.overrides.iter().any(|over| !over.pointers.is_empty())
    }

    /// The severities with which to check: also of rules that are on for some fields alone.
    pub(crate) fn severities(&self) -> Severities {
        let mut severities = self.severities.clone();
        for over in self.overrides.iter().filter(|over| !over.pointers.is_empty()) {
            for (rule, stated) in &over.rules {
                if severities.get(*rule, rule.info().severity).is_none() {
                    severities.set(*rule, stated.value);
                }
            }
        }
        severities
    }

    /// The severity of a rule at a field, where `default` is that by the catalogue.
    pub(crate) fn severity(&self, rule: Rule, path: Option<&str>, default: Severity) -> Option<Severity> {
        match self.stated(rule, path) {
            Some(stated) => stated.value,
            None => Severities::default().get(rule, default),
        }
    }

    /// The severity of a policy's findings at a field.
    pub(crate) fn policy_severity(&self, policy: &Policy, path: &str) -> Option<Severity> {
        let own = policy
            .severity
            .filter(|_| self.overridden(Rule::Policy, Some(path)).is_none());
        let of_rule = self.severity(Rule::Policy, Some(path), Rule::Policy.info().severity);
        own.map_or(of_rule, |own| of_rule.and(own))
    }

    /// What the configuration says of a rule at a field.
    pub(crate) fn stated(&self, rule: Rule, path: Option<&str>) -> Option<Stated<Option<Severity>>> {
        self.overridden(rule, path).or_else(|| last(&self.config.rules, rule))
    }

    fn overridden(&self, rule: Rule, path: Option<&str>) -> Option<Stated<Option<Severity>>> {
        let applying = self.overrides.iter().rev().filter(|over| over.covers(path));
        applying.into_iter().find_map(|over| last(&over.rules, rule))
    }

    /// The settings for some fields alone: the pointer, the rule and what it is set to there.
    pub(crate) fn for_fields(&self) -> impl Iterator<Item = (&str, Rule, Stated<Option<Severity>>)> {
        self.overrides.iter().flat_map(|over| {
            let rules = over.rules.iter();
            rules.flat_map(|&(rule, stated)| over.pointers.iter().map(move |at| (at.as_str(), rule, stated)))
        })
    }
}

fn last(rules: &[Setting], rule: Rule) -> Option<Stated<Option<Severity>>> {
    rules
        .iter()
        .rev()
        .find(|(its, _)| *its == rule)
        .map(|(_, stated)| *stated)
}

impl Override {
    /// Whether it is for this field: one of its own, or in one of its own.
    fn covers(&self, path: Option<&str>) -> bool {
        let within = |pointer: &String, path: &str| {
            let rest = path.strip_prefix(pointer.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.pointers.is_empty() || path.is_some_and(|path| self.pointers.iter().any(|pointer| within(pointer, path)))
    }
}

impl Policy {
    /// Where its field occurs in a document.
    pub(crate) fn places(&self, document: &'static Document) -> impl Iterator<Item = &str> {
        let places = self.places.iter().filter(move |(its, _)| *its == document);
        places.map(|(_, pointer)| pointer.as_str())
    }
}

/// Makes a configuration of a table that was found right.
fn build(source: &Source, table: &Table<'_>, mistakes: &mut Mistakes) -> Config {
    let of_pack = table.texts("packs");
    let mut rules: Vec<Setting> = of_pack.iter().flat_map(|pack| of_pack_at(source, pack)).collect();
    rules.extend(settings_of(source, *table));
    let mut severities = Severities::default();
    set(&mut severities, &rules);

    let files = table.table("files");
    let mut set_of = |key: &str| {
        let globs = files.map(|files| files.texts(key)).filter(|globs| !globs.is_empty())?;
        Some(globset(&globs, mistakes))
    };
    let include = set_of("include");
    let exclude = set_of("exclude");

    let mut overrides = Vec::new();
    let mut globs = Vec::new();
    let mut owners = Vec::new();
    for (
        index,
        At {
            value: over,
            start,
            end,
        },
    ) in table.tables("override").into_iter().enumerate()
    {
        let files = over.texts("files");
        let pointers = over.texts("pointers");
        let document = document_of(source, over, "as");
        let provider = provider_of(source, over);
        for key in ["as", "provider"] {
            if let (Some(at), false) = (over.text(key), pointers.is_empty()) {
                let message = Message::ForWholeFiles { key };
                mistakes.add(at.start..at.end, message, "", Some(Message::WithoutPointers));
            }
        }
        if over.pairs("rules").is_empty() && document.is_none() && provider.is_none() {
            mistakes.add(start..end, Message::SetsNothing, "", Some(Message::AddRules));
        }
        owners.extend(files.iter().map(|_| index));
        overrides.push(Override {
            everywhere: files.is_empty(),
            pointers: pointers.iter().map(|pointer| pointer.value.to_owned()).collect(),
            rules: settings_of(source, over),
            provider,
            document,
        });
        globs.extend(files);
    }
    let policies = table.tables("policy").into_iter();
    let provider = provider_of(source, *table)
        .map(|stated| stated.value)
        .unwrap_or_default();
    let policies = policies
        .filter_map(|policy| build_policy(source, policy.value, provider, mistakes))
        .collect();
    Config {
        shown: String::new(),
        root: PathBuf::new(),
        fail_on: table.text("fail-on").and_then(|at| {
            let value = FailOn::from_str(at.value, false).ok()?;
            Some(stated(source, &at, value))
        }),
        provider: provider_of(source, *table),
        document: document_of(source, *table, "as"),
        rules,
        severities,
        include,
        exclude,
        overrides,
        files: globset(&globs, mistakes),
        owners,
        policies,
    }
}

/// Notes globs that match nothing, because they lead out of the folder.
fn globs_lead_down(table: &Table<'_>, mistakes: &mut Mistakes) {
    let files = table.table("files").into_iter();
    let of_folder = files.flat_map(|files| [files.texts("include"), files.texts("exclude")].concat());
    let overrides = table.tables("override").into_iter();
    let of_overrides = overrides.flat_map(|over| over.value.texts("files"));
    for at in of_folder.chain(of_overrides).filter(|at| at.value.starts_with("../")) {
        mistakes.add(
            at.start..at.end,
            Message::LeadsOut,
            "",
            Some(Message::PutFurtherUpOrName),
        );
    }
}

fn stated<T, U>(source: &Source, at: &At<U>, value: T) -> Stated<T> {
    Stated {
        value,
        line: source.line(at.start),
    }
}

fn of_pack_at(source: &Source, pack: &At<&str>) -> Vec<Setting> {
    let rules = conformance().map(|rule| (rule, stated(source, pack, Some(rule.info().severity))));
    if pack.value == CONFORMANCE {
        rules.collect()
    } else {
        Vec::new()
    }
}

fn settings_of(source: &Source, table: Table<'_>) -> Vec<Setting> {
    let rules = table.pairs("rules").into_iter();
    rules
        .filter_map(|(name, at)| Some((Rule::from_name(name)?, stated(source, &at, severity(at.value)))))
        .collect()
}

/// The severity of that name; `None` for `off`.
fn severity(name: &str) -> Option<Severity> {
    let all = [Severity::Error, Severity::Warning, Severity::Info];
    all.into_iter().find(|severity| severity.name() == name)
}

fn document_of(source: &Source, table: Table<'_>, key: &str) -> Option<Stated<DocumentName>> {
    let at = table.text(key)?;
    Some(stated(source, &at, DocumentName::from_name(at.value)?))
}

fn provider_of(source: &Source, table: Table<'_>) -> Option<Stated<Provider>> {
    let at = table.text("provider")?;
    Some(stated(source, &at, Provider::from_name(at.value)?))
}

fn build_policy(source: &Source, table: Table<'_>, provider: Provider, mistakes: &mut Mistakes) -> Option<Policy> {
    let field = table.text("field")?;
    let pattern = table.text("pattern")?;
    let document = document_of(source, table, "document").map(|stated| stated.value.of(provider));
    let places: Vec<_> = settings::known_fields()
        .into_iter()
        .filter(|(its, pointer)| {
            document.is_none_or(|document| document == *its) && settings::names_field(field.value, pointer)
        })
        .collect();
    if let (Some(document), true) = (document, places.is_empty()) {
        let (text, document) = (field.value, document.name());
        let message = Message::NoPlainFieldOf { text, document };
        mistakes.add(field.start..field.end, message, "", None);
    }
    let regex = RegexBuilder::new(pattern.value).size_limit(LARGEST_PATTERN).build();
    let place = pattern.start..pattern.end;
    let regex = regex
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => {
                mistakes.add(place, Message::PatternTakesMuch, "", Some(Message::RepeatLess));
            }
            error => settings::pattern_mistake(mistakes, place, &error.to_string()),
        })
        .ok()?;
    Some(Policy {
        field: field.value.to_owned(),
        places,
        pattern: regex,
        message: table.text("message")?.value.to_owned(),
        severity: table.text("severity").map(|at| severity(at.value)),
        line: source.line(field.start),
    })
}

fn glob(text: &str) -> Result<Glob, globset::Error> {
    GlobBuilder::new(text).literal_separator(true).build()
}

/// All of the globs as one.
fn globset(globs: &[At<&str>], mistakes: &mut Mistakes) -> GlobSet {
    let mut builder = GlobSetBuilder::new();
    for at in globs {
        // Each was found right before.
        if let Ok(glob) = glob(at.value) {
            builder.add(glob);
        }
    }
    builder.build().unwrap_or_else(|_| {
        let place = globs.first().map_or(0..0, |at| at.start..at.end);
        let label = Message::FirstOfThem.text();
        mistakes.add(place, Message::GlobsTooLarge, &label, Some(Message::NameFolders));
        GlobSet::empty()
    })
}
