//! `ctslint baseline`: accept what is found now, so that only what is new fails.

mod ignore_file;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ctslint::Finding;

use super::check::leave_out;
use crate::arguments::Named;
use crate::failure::Failure;
use crate::input::files::{self, Input, Inputs};
use crate::input::read::Reader;
use crate::messages::Message;
use crate::project::suppress::{EntryKey, FILE_NAME, is_suppressible};
use crate::project::{self, Lookup, Project, absolute, accept, relative};
use crate::run;
use crate::status::Status;
use crate::terminal;

use ignore_file::IgnoreFile;

const EXAMPLES: &str = "\
Examples:
  ctslint baseline                                  accept every finding below the current folder
  ctslint baseline --reason \"OPS-42\" trackers/      those in a folder, and say why
  ctslint baseline --prune                          drop what is accepted for nothing any more

The entries go into the nearest ctslint-ignore.toml from the folder of each file upwards; where there is none, beside the
nearest ctslint.toml, or into the current folder. What stands there stays as it is.";

/// Accept all present findings: write them to ctslint-ignore.toml.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Files and folders to check [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Why these findings are accepted
    #[arg(long, value_name = "TEXT", default_value = "baseline", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    reason: String,

    /// Only drop entries that suppress nothing any more or have expired; accept nothing new
    #[arg(long, conflicts_with = "reason")]
    prune: bool,

    #[command(flatten)]
    named: Named,

    #[command(flatten)]
    lookup: Lookup,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here[..] } else { &args.paths };
    let Inputs { mut files, failures } = files::find(paths, None);
    if files.is_empty() && failures.is_empty() {
        return Err(super::check::no_match(paths));
    }
    for failure in &failures {
        terminal::tell(failure);
    }
    let project = Project::find(&args.lookup, true, files.iter().map(Input::path))?;
    leave_out(&project, &mut files)?;

    let mut found = Found {
        failed: failures.len(),
        ..Found::default()
    };
    let mut reader = Reader::new();
    for file in &files {
        found.check(args, &project, file, &mut reader);
    }
    let told = if args.prune {
        let walked: Vec<PathBuf> = paths.iter().filter(|path| path.is_dir()).cloned().collect();
        prune(&project, &walked)?
    } else {
        write(&found.accepted, &args.reason)?
    };
    let mut out = String::new();
    told.iter().for_each(|line| out += &format!("{line}\n"));
    if !args.prune && found.beyond > 0 {
        let count = found.beyond;
        out += &(Message::CantBeSuppressed { count }.text() + "\n");
    }
    terminal::print_aside(&out);
    Ok(if found.failed > 0 {
        Status::Failed
    } else {
        Status::Clean
    })
}

/// What was found.
#[derive(Default)]
struct Found {
    /// By the path of the file that they are to be written to.
    accepted: BTreeMap<PathBuf, Vec<EntryKey>>,
    /// How many findings can't be suppressed.
    beyond: usize,
    failed: usize,
}

impl Found {
    fn check(&mut self, args: &Args, project: &Project, file: &Input, reader: &mut Reader) {
        let text = if file.stdin {
            reader.stdin()
        } else {
            reader.file(file.path())
        };
        let text = match text {
            Ok(text) => text,
            Err(source) => {
                self.failed += 1;
                return terminal::tell(&Failure::Read {
                    path: terminal::path(file.path()),
                    source,
                });
            }
        };
        let settings = project.settings(file.path());
        let options = run::options(file, args.named, settings.as_ref());
        let report = match &settings {
            Some(settings) => settings.report(text, &options),
            None => ctslint::check(text, &options),
        };
        if report.reason.is_foreign() && !file.is_meant() {
            return;
        }
        let (accepted, beyond): (Vec<&Finding>, Vec<&Finding>) = report
            .findings
            .iter()
            .partition(|finding| is_suppressible(finding.rule));
        self.beyond += beyond.len();
        if accepted.is_empty() {
            return;
        }
        let target = accept::target(settings.as_ref(), file.path(), Path::new("."));
        let entries = accept::entries(&target, file.path(), text, &options, &accepted);
        self.accepted.entry(target).or_default().extend(entries);
    }
}

/// Adds the entries to their files, and says what was done.
fn write(accepted: &BTreeMap<PathBuf, Vec<EntryKey>>, reason: &str) -> Result<Vec<String>, Failure> {
    let mut told = Vec::new();
    for (path, keys) in accepted {
        let count = IgnoreFile::open(path)?.add(keys, reason)?;
        if count > 0 {
            let path = &terminal::path(Path::new(&relative(path, &absolute(Path::new(".")))));
            told.push(Message::EntriesAdded { count, path }.text());
        }
    }
    if told.is_empty() {
        told.push(Message::NothingToAccept.text());
    }
    Ok(told)
}

/// Drops the entries that are of no use any more, and says what was done.
fn prune(project: &Project, walked: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let mut told = Vec::new();
    for suppressions in project.suppressions() {
        let stale = suppressions.stale_entries(project::gone(walked));
        if stale.is_empty() {
            continue;
        }
        let count = IgnoreFile::open(&suppressions.root.join(FILE_NAME))?.drop_entries(&stale)?;
        if count > 0 {
            let path = &terminal::visible(suppressions.shown());
            told.push(Message::EntriesDropped { count, path }.text());
        }
    }
    if told.is_empty() {
        told.push(Message::NothingToDrop.text());
    }
    Ok(told)
}
