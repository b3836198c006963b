//! Which settings apply to which file: the nearest `ctslint.toml` and the nearest `ctslint-ignore.toml` from its folder
//! upwards.
//!
//! Each folder is looked at once. Where there are no settings, nothing is left to do for a file.

pub(crate) mod accept;
pub(crate) mod config;
mod ignore_text;
pub(crate) mod suppress;

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ctslint::{Finding, Found, MessageId, Options, ParamName, Provider, Report, Rule, Severity, Values};

use crate::arguments::Named;
use crate::failure::{Cause, Failure};
use crate::terminal;

use config::{Applied, Config, FailOn};
pub(crate) use ignore_text::IgnoreText;
use suppress::Suppressions;

/// Where settings are looked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Lookup {
    /// The configuration file for all files [default: for each the nearest ctslint.toml, from its folder upwards]
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Look for no ctslint.toml and no ctslint-ignore.toml
    #[arg(long, overrides_with = "isolated")]
    pub(crate) isolated: bool,
}

/// The settings of all files of a run.
#[derive(Debug, Default)]
pub(crate) struct Project {
    /// Those of each folder, as it is named; of those that have any. The name is plain text, for paths are slow to hash.
    folders: HashMap<OsString, Folder>,
    suppressions: Vec<Arc<Suppressions>>,
    /// The files with settings that were read.
    files: Vec<PathBuf>,
}

/// What applies in a folder.
#[derive(Clone, Debug)]
struct Folder {
    found: Nearest,
    /// The way to it from the configuration, with a `/` at its end where it is not empty.
    from_config: String,
    /// The same from the suppressions.
    from_suppressions: String,
}

impl Folder {
    fn new(absolute: &Path, found: Nearest) -> Self {
        let way = |root: Option<&PathBuf>| match root.map(|root| relative(absolute, root)) {
            Some(mut way) if !way.is_empty() => {
                way.push('/');
                way
            }
            _ => String::new(),
        };
        Self {
            from_config: way(found.config.as_ref().map(|config| &config.root)),
            from_suppressions: way(found.suppressions.as_ref().map(|suppressions| &suppressions.root)),
            found,
        }
    }
}

/// The nearest settings.
#[derive(Clone, Debug, Default)]
struct Nearest {
    config: Option<Arc<Config>>,
    suppressions: Option<Arc<Suppressions>>,
}

impl Project {
    /// Looks for the settings of these files.
    pub(crate) fn find<'f>(
        lookup: &Lookup,
        with_suppressions: bool,
        files: impl Iterator<Item = &'f Path>,
    ) -> Result<Self, Failure> {
        let mut search = Search::new(lookup, with_suppressions)?;
        let mut folders = HashMap::new();
        let mut previous = None;
        for file in files {
            // Files come sorted, so that those of a folder stand together.
            let folder = folder_of(file);
            if previous == Some(folder) {
                continue;
            }
            previous = Some(folder);
            if folders.contains_key(folder.as_os_str()) {
                continue;
            }
            let absolute = absolute(folder);
            let found = search.upwards(&absolute)?;
            folders.insert(folder.as_os_str().to_owned(), Folder::new(&absolute, found));
        }
        folders.retain(|_, folder| folder.found.config.is_some() || folder.found.suppressions.is_some());
        Ok(Self {
            folders,
            suppressions: search.suppressions,
            files: search.files,
        })
    }

    /// What applies to a file; `None` where it has no settings.
    pub(crate) fn settings(&self, file: &Path) -> Option<Settings<'_>> {
        if self.folders.is_empty() {
            return None;
        }
        let folder = self.folders.get(folder_of(file).as_os_str())?;
        let name = file.file_name()?.to_string_lossy();
        let config = folder.found.config.as_ref();
        let suppressions = folder.found.suppressions.as_ref();
        Some(Settings {
            applied: config.map(|config| config.at(&(folder.from_config.clone() + &name))),
            suppressions: suppressions.map(|its| (&**its, folder.from_suppressions.clone() + &name)),
        })
    }

    /// Whether a file that was found in a folder is to be checked.
    pub(crate) fn wants(&self, file: &Path) -> bool {
        let Some(folder) = self.folders.get(folder_of(file).as_os_str()) else {
            return true;
        };
        let Some(config) = &folder.found.config else {
            return true;
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        config.wants(&(folder.from_config.clone() + &name))
    }

    /// Whether no file has settings.
    pub(crate) fn is_empty(&self) -> bool {
        self.folders.is_empty()
    }

    /// The files with settings that were read.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(PathBuf::as_path)
    }

    /// The files with suppressions.
    pub(crate) fn suppressions(&self) -> impl Iterator<Item = &Suppressions> {
        self.suppressions.iter().map(|suppressions| &**suppressions)
    }

    /// What is to be said of a file with suppressions after a run, and from which severity on it fails the run.
    /// `walked` are the folders whose files were all looked at.
    pub(crate) fn stale(&self, suppressions: &Suppressions, walked: &[PathBuf]) -> (Report, Option<FailOn>) {
        let folder = self.folders.values().find(|folder| {
            let its = folder.found.suppressions.as_deref();
            its.is_some_and(|its| std::ptr::eq(its, suppressions))
        });
        let config = folder.and_then(|folder| folder.found.config.as_deref());
        let applied =
            config.map(|config| config.at(&relative(&suppressions.root.join(suppress::FILE_NAME), &config.root)));
        let severity = |rule: Rule| {
            let default = rule.info().severity;
            applied
                .as_ref()
                .map_or(Some(default), |applied| applied.severity(rule, None, default))
        };
        let report = suppressions.report(gone(walked), severity);
        (report, config.and_then(|config| Some(config.fail_on?.value)))
    }
}

/// Tells of files that were not checked whether they are there no more, where that is known: in folders that were walked.
pub(crate) fn gone(walked: &[PathBuf]) -> impl Fn(&Path) -> bool {
    let walked: Vec<PathBuf> = walked.iter().map(|folder| absolute(folder)).collect();
    move |file| walked.iter().any(|folder| file.starts_with(folder)) && !file.exists()
}

/// What a file is, and whose v3 it means: by the command line, or else by the settings of the file.
pub(crate) fn options(named: Named, settings: Option<&Settings<'_>>) -> Options {
    let applied = settings.and_then(|settings| settings.applied.as_ref());
    let chosen = || Some(applied?.provider_of_override()?.value);
    let assumed = applied.and_then(|applied| Some(applied.config.provider?.value));
    let options = Options {
        provider: named.provider.or_else(chosen),
        assumed_provider: assumed.unwrap_or_default(),
        ..Options::default()
    };
    Options {
        document: named.document.map(|document| document.of(provider_of(&options))),
        ..options
    }
}

/// Whose v3 a short name means.
fn provider_of(options: &Options) -> Provider {
    options.provider.unwrap_or(options.assumed_provider)
}

/// What applies to one file.
#[derive(Debug)]
pub(crate) struct Settings<'p> {
    pub(crate) applied: Option<Applied<'p>>,
    /// The suppressions, and the path of the file by which they go.
    pub(crate) suppressions: Option<(&'p Suppressions, String)>,
}

impl Settings<'_> {
    /// From which severity on findings fail the run.
    pub(crate) fn fail_on(&self) -> Option<FailOn> {
        Some(self.applied.as_ref()?.config.fail_on?.value)
    }

    /// Checks a text: with the severities of the configuration, its policies, and without what is accepted. Passes on what was
    /// found, and how many findings are accepted.
    pub(crate) fn check<R>(&self, text: &[u8], options: &Options, then: impl FnOnce(&Found<'_>, usize) -> R) -> R {
        let has_policies = |applied: &Applied<'_>| applied.by_field() || !applied.config.policies.is_empty();
        let suppresses = |(suppressions, file): &(&Suppressions, String)| suppressions.has(file);
        let is_plain =
            !self.applied.as_ref().is_some_and(has_policies) && !self.suppressions.as_ref().is_some_and(suppresses);
        let options = self.options(options);
        if is_plain {
            return ctslint::check_by_finding(text, &options, |found| then(found, 0));
        }
        ctslint::check_by_finding_with(text, &options, |found, values| {
            let broken = self.applied.as_ref().map(|applied| broken_policies(applied, values));
            let broken = broken.unwrap_or_default();
            let judged = |each: &mut dyn FnMut(&Finding)| self.judged(found, &broken, each);
            let found = found.with(&judged);
            let accepted = match &self.suppressions {
                Some((suppressions, file)) => suppressions.accepted(file, values, &found),
                None => Vec::new(),
            };
            let remaining = |each: &mut dyn FnMut(&Finding)| {
                let mut accepted = accepted.iter();
                found.each(|finding| {
                    if accepted.next() != Some(&true) {
                        each(finding);
                    }
                });
            };
            let suppressed = accepted.iter().filter(|&&accepted| accepted).count();
            then(&found.with(&remaining), suppressed)
        })
    }

    /// Checks a text in the same way, and holds all findings.
    pub(crate) fn report(&self, text: &[u8], options: &Options) -> Report {
        self.check(text, options, |found, _| {
            let mut findings = Vec::new();
            found.each(|finding| findings.push(finding.clone()));
            Report {
                document: found.document,
                reason: found.reason,
                detection: found.detection,
                findings,
            }
        })
    }

    /// Passes on the findings with the severities that are set for their fields, and those of policies among them.
    fn judged(&self, found: &Found<'_>, broken: &[Finding], each: &mut dyn FnMut(&Finding)) {
        let by_field = self.applied.as_ref().filter(|applied| applied.by_field());
        let mut broken = broken.iter().peekable();
        found.each(|finding| {
            while let Some(earlier) = broken.next_if(|broken| order(broken) < order(finding)) {
                each(earlier);
            }
            match by_field {
                None => each(finding),
                Some(applied) => {
                    let severity = severity(applied, finding);
                    severity.into_iter().for_each(|severity| {
                        each(&Finding {
                            severity,
                            ..finding.clone()
                        });
                    });
                }
            }
        });
        broken.for_each(each);
    }

    /// The options with what the configuration adds to them: the severities, and the document where none was named.
    pub(crate) fn options(&self, options: &Options) -> Options {
        let mut options = options.clone();
        let Some(applied) = &self.applied else {
            return options;
        };
        options.severities = applied.severities();
        if options.document.is_none() {
            let document = applied.document();
            options.document = document.map(|document| document.value.of(provider_of(&options)));
            // An override names files; what stands at the top is meant for the trackers among all of them.
            options.assumed = !applied.is_document_of_override();
        }
        options
    }
}

/// The severity of a finding, where one is set for its field; `None` if it is not to be shown at all.
fn severity(applied: &Applied<'_>, finding: &Finding) -> Option<Severity> {
    match applied.stated(finding.rule, finding.path.as_deref()) {
        Some(stated) => stated.value,
        // Set for other fields alone, but off here.
        None if finding.rule.info().opt_in => None,
        None => Some(finding.severity),
    }
}

/// What findings are sorted by.
fn order(finding: &Finding) -> (Option<(u32, u32)>, Rule) {
    let place = finding.span.map(|span| (span.start.offset, span.end.offset));
    (place, finding.rule)
}

/// What the policies say of a text, sorted.
fn broken_policies(applied: &Applied<'_>, values: &Values<'_>) -> Vec<Finding> {
    let mut broken = Vec::new();
    for body in values.bodies() {
        let Some(document) = body.document() else { continue };
        let policies = applied.config.policies.iter();
        let places = policies.flat_map(|policy| policy.places(document).map(move |place| (policy, place)));
        for (policy, place) in places {
            if body.text(place).is_none_or(|text| policy.pattern.is_match(&text)) {
                continue;
            }
            let range = body.range(place).unwrap_or_default();
            if let Some(severity) = applied.policy_severity(policy, place) {
                broken.push((policy, place, severity, range));
            }
        }
    }
    let ranges: Vec<_> = broken.iter().map(|(.., range)| range.clone()).collect();
    let spans = values.spans(&ranges);
    let findings = broken
        .into_iter()
        .zip(spans)
        .map(|((policy, place, severity, _), span)| {
            let mut finding = Finding::new(Rule::Policy, severity, MessageId::PolicyMessage);
            finding
                .note(MessageId::PolicyPattern)
                .with(ParamName::What, policy.message.clone())
                .with(ParamName::Shown, format!("`{}`", policy.pattern))
                .with(ParamName::Value, format!("{}:{}", applied.config.shown, policy.line));
            finding.path = Some(place.to_owned());
            finding.span = Some(span);
            finding
        });
    let mut findings: Vec<Finding> = findings.collect();
    findings.sort_by_key(order);
    findings
}

/// Looks for settings from a folder upwards.
struct Search {
    /// The configuration for all files, where one was named.
    config: Option<Arc<Config>>,
    looks_for_config: bool,
    looks_for_suppressions: bool,
    /// The working directory.
    here: PathBuf,
    /// What was found, for each folder by its absolute path.
    found: HashMap<PathBuf, Nearest>,
    suppressions: Vec<Arc<Suppressions>>,
    /// The files that were read.
    files: Vec<PathBuf>,
}

impl Search {
    fn new(lookup: &Lookup, with_suppressions: bool) -> Result<Self, Failure> {
        let mut search = Self {
            config: None,
            looks_for_config: !lookup.isolated && lookup.config.is_none(),
            looks_for_suppressions: !lookup.isolated && with_suppressions,
            here: absolute(Path::new(".")),
            found: HashMap::new(),
            suppressions: Vec::new(),
            files: Vec::new(),
        };
        if let Some(path) = &lookup.config {
            let root = absolute(folder_of(path));
            let config = Config::read(path, path.to_string_lossy().into_owned(), root, true)?;
            search.config = Some(Arc::new(config));
            search.files.push(path.clone());
        }
        Ok(search)
    }

    fn upwards(&mut self, folder: &Path) -> Result<Nearest, Failure> {
        let mut found = Nearest {
            config: self.config.clone(),
            suppressions: None,
        };
        let mut passed: Vec<&Path> = Vec::new();
        // From the outermost folder that was not yet looked at back to this one.
        for folder in folder.ancestors() {
            if let Some(known) = self.found.get(folder) {
                found = known.clone();
                break;
            }
            passed.push(folder);
        }
        for folder in passed.into_iter().rev() {
            if self.looks_for_config
                && let Some(path) = self.file_in(folder, config::FILE_NAME)?
            {
                let config = Config::read(&path, self.shown(&path), folder.to_path_buf(), false)?;
                found.config = Some(Arc::new(config));
                self.files.push(path);
            }
            if self.looks_for_suppressions
                && let Some(path) = self.file_in(folder, suppress::FILE_NAME)?
            {
                let suppressions = Suppressions::read(&path, self.shown(&path), folder.to_path_buf())?;
                let suppressions = Arc::new(suppressions);
                self.suppressions.push(Arc::clone(&suppressions));
                found.suppressions = Some(suppressions);
                self.files.push(path);
            }
            self.found.insert(folder.to_path_buf(), found.clone());
        }
        Ok(found)
    }

    /// The file of that name in a folder, where there is one. Anything else of that name is a mistake, for it may be meant.
    fn file_in(&self, folder: &Path, name: &str) -> Result<Option<PathBuf>, Failure> {
        let path = folder.join(name);
        let odd = match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => return Ok(Some(path)),
            Ok(metadata) if metadata.is_dir() => Cause::SettingsAreFolder,
            Ok(_) => Cause::SettingsAreNoFile,
            Err(_) if path.is_symlink() => Cause::SettingsAreBrokenLink,
            Err(_) => return Ok(None),
        };
        Err(Failure::Read {
            path: terminal::visible(&self.shown(&path)).into_owned(),
            source: odd.into(),
        })
    }

    /// A path as it is shown: from the working directory where it stands in or above it.
    fn shown(&self, path: &Path) -> String {
        if self.here.starts_with(folder_of(path)) || path.starts_with(&self.here) {
            relative(path, &self.here)
        } else {
            path.to_string_lossy().into_owned()
        }
    }
}

/// The folder of a file, as it is named: empty for the working directory.
fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(file)
}

/// A folder from the root of the file system.
pub(crate) fn absolute(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    // What `..` leads to, only the file system knows.
    if folder.components().any(|part| part == Component::ParentDir)
        && let Ok(canonical) = fs::canonicalize(folder)
    {
        return canonical;
    }
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf())
}

/// The way from a folder to a file, with `/` between its steps.
pub(crate) fn relative(path: &Path, folder: &Path) -> String {
    let mut way = String::new();
    for base in folder.ancestors() {
        if let Ok(rest) = path.strip_prefix(base) {
            for (index, part) in rest.components().enumerate() {
                if index > 0 {
                    way.push('/');
                }
                way.push_str(&part.as_os_str().to_string_lossy());
            }
            return way;
        }
        way.push_str("../");
    }
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_down_and_up() {
        let way = |path, folder| relative(Path::new(path), Path::new(folder));
        assert_eq!(way("/a/b/c.json", "/a"), "b/c.json");
        assert_eq!(way("/a/c.json", "/a"), "c.json");
        assert_eq!(way("/a/c.json", "/a/b/d"), "../../c.json");
        assert_eq!(way("/c.json", "/"), "c.json");
    }
}
