//! `ctslint translate`: v1 bodies to v3.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ctslint::{
    ChangeKind, Provider, Safety, Severity, TranslateError, TranslateOptions, Translation, WordedChange, WordedFinding,
    WordedReport,
};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::arguments::provider_parser;
use crate::failure::Failure;
use crate::input::files::{self, Input, STDIN};
use crate::input::read::Reader;
use crate::output::{self, Base, Checked, Format as Findings, Sink, View, write_pretty};
use crate::status::Status;
use crate::terminal::{self, Color, Target};
use crate::wording;

const EXAMPLES: &str = "\
Examples:
  ctslint translate tracker.json                    the v3 body on standard output, what changes on standard error
  ctslint translate tracker.json -o tracker-v3.json
  ctslint translate trackers/*.json --out-dir v3/   many files at once
  ctslint translate --allow-loss kms_id tracker.json
  make body | ctslint translate -                   standard input

Exit status: 0 translated, 1 refused (a body that is not valid, or a loss that was not allowed), 2 the run itself failed
(a mistyped option or field, a file that can't be read, a file that exists already).";

/// Translate v1 bodies to v3.
///
/// Every field is moved, or dropped with a reason. What v3 can't do is lost: encryption, and notifications. That is
/// refused unless it is allowed by the name of the field. A body that is not valid is not translated; `ctslint check
/// --fix` mends most of them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The files with v1 bodies; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Write the v3 body to OUT instead of standard output
    #[arg(long, short, value_name = "OUT", conflicts_with = "out_dir")]
    output: Option<PathBuf>,

    /// Write each v3 body to a file of the same name in DIR, which is made if it is not there
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,

    /// Overwrite files that exist
    #[arg(long)]
    force: bool,

    /// Whose v3 the body becomes; Huawei Cloud's keeps encryption
    #[arg(long, value_name = "PROVIDER", default_value = "otc", value_parser = provider_parser())]
    provider: Provider,

    /// Accept that what this v1 field asks for is lost; can be given several times
    #[arg(long, value_name = "FIELD")]
    allow_loss: Vec<String>,

    /// How body and changes are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How body and changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The body on standard output, the changes as a list on standard error.
    Human,
    /// One JSON document with both.
    Json,
}

/// What came of one file, as JSON.
#[derive(Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    body: Option<Box<RawValue>>,
    changes: Vec<WordedChange>,
    #[serde(flatten)]
    report: Option<WordedReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// What came of several files, as JSON.
#[derive(Serialize)]
struct Entries<'a> {
    version: u32,
    files: Vec<Entry<'a>>,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let files = files::distinct(&args.files);
    let several = files.len() > 1;
    if several && args.out_dir.is_none() && args.format == Format::Human {
        return Err(Failure::ManyBodies);
    }
    if several && args.output.is_some() {
        return Err(Failure::ManyBodies);
    }
    let mut run = Run {
        args,
        count: files.len(),
        several,
        status: Status::Clean,
        translated: 0,
        taken: BTreeSet::new(),
        entries: Vec::new(),
    };
    let mut reader = Reader::new();
    let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
    for (file, name) in files.iter().zip(&names) {
        run.file(file, name, &mut reader);
    }
    run.finish()
}

/// A run over files.
struct Run<'a> {
    args: &'a Args,
    /// How many files there are.
    count: usize,
    several: bool,
    status: Status,
    translated: usize,
    /// The files that were written.
    taken: BTreeSet<PathBuf>,
    entries: Vec<Entry<'a>>,
}

impl<'a> Run<'a> {
    fn file(&mut self, file: &Path, name: &'a str, reader: &mut Reader) {
        let is_stdin = file.as_os_str() == STDIN;
        let text = if is_stdin { reader.stdin() } else { reader.file(file) };
        let text = match text {
            Ok(text) => text,
            Err(source) => {
                let path = terminal::path(file);
                return self.fail(name, &Failure::Read { path, source });
            }
        };
        let options = TranslateOptions {
            provider: self.args.provider,
            comments: Input::takes_comments(file),
            allow_loss: &self.args.allow_loss,
        };
        match ctslint::translate(text, &options) {
            Ok(translation) => self.translated(name, file, translation),
            Err(error) => self.refused(name, text, error),
        }
    }

    fn translated(&mut self, name: &'a str, file: &Path, Translation { body, changes, .. }: Translation) {
        let target = match (&self.args.output, &self.args.out_dir) {
            (Some(output), _) if output.as_os_str() != STDIN => Some(output.clone()),
            (_, Some(folder)) => Some(folder.join(file.file_name().unwrap_or(file.as_os_str()))),
            _ => None,
        };
        if let Some(target) = &target
            && let Err(failure) = self.write(target, &body)
        {
            return self.fail(name, &failure);
        }
        self.translated += 1;
        let changes = wording::changes(&changes);
        if self.args.format == Format::Json {
            // What was translated is JSON.
            let body = RawValue::from_string(body.trim().to_owned()).ok();
            self.note(name, body, changes, None, None);
            return;
        }
        terminal::print_aside(&list(name, target.as_deref(), &changes));
        if target.is_none() {
            let mut sink = Sink::stdout();
            sink.write(|out| {
                out.write_all(body.as_bytes())?;
                if body.ends_with(['\n', '\r']) {
                    Ok(())
                } else {
                    out.write_all(b"\n")
                }
            });
            if let Err(failure) = sink.finish() {
                self.fail(name, &failure);
            }
        }
    }

    /// Writes a body to a file that must not be there yet, unless that was forced.
    fn write(&mut self, target: &Path, body: &str) -> Result<(), Failure> {
        let path = || format!("`{}`", terminal::path(target));
        let write = |source| Failure::Write { path: path(), source };
        let is_taken = !self.taken.insert(target.to_owned());
        if is_taken || (target.exists() && !self.args.force) {
            return Err(if is_taken {
                Failure::SameName { path: path() }
            } else {
                Failure::Exists { path: path() }
            });
        }
        if let Some(folder) = &self.args.out_dir {
            fs::create_dir_all(folder).map_err(write)?;
        }
        output::create(target, body.as_bytes()).map_err(write)
    }

    fn refused(&mut self, name: &'a str, text: &[u8], error: TranslateError) {
        let message = wording::refusal(&error);
        if matches!(error, TranslateError::UnknownField { .. }) {
            self.status = Status::Failed;
        } else {
            self.status = self.status.max(Status::Findings);
        }
        let (changes, report) = match error {
            TranslateError::Refused { changes } => (wording::changes(&changes), None),
            TranslateError::Invalid { report } | TranslateError::Unsound { report } => {
                (Vec::new(), Some(wording::worded(&report, Some(name))))
            }
            _ => (Vec::new(), None),
        };
        if self.args.format == Format::Json {
            return self.note(name, None, changes, report, Some(message));
        }
        let mut said = Vec::new();
        if let Some(report) = &report {
            let view = View {
                color: Color::Auto.applies(Target::Stderr),
                only: None,
            };
            Findings::Human.file(
                &Checked {
                    base: &Base::current(),
                    file: Path::new(name),
                    path: name,
                    text,
                    report,
                },
                &view,
                &mut said,
            );
        }
        terminal::print_aside(&String::from_utf8_lossy(&said));
        if !changes.is_empty() {
            terminal::print_aside(&list(name, None, &changes));
        }
        terminal::tell(&format_args!(
            "can't translate `{}`: {message}",
            terminal::visible(name)
        ));
        let is_safe = |finding: &&WordedFinding| finding.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Safe);
        let fixable = report
            .iter()
            .flat_map(|report| &report.findings)
            .filter(is_safe)
            .count();
        if fixable > 0 && name != STDIN {
            let name = terminal::visible(name);
            terminal::print_aside(&format!(
                "`ctslint check --fix {name}` mends {fixable} of these faults.\n"
            ));
        }
    }

    fn fail(&mut self, name: &'a str, failure: &Failure) {
        self.status = Status::Failed;
        terminal::tell(failure);
        if self.args.format == Format::Json {
            self.note(name, None, Vec::new(), None, Some(failure.to_string()));
        }
    }

    fn note(
        &mut self,
        name: &'a str,
        body: Option<Box<RawValue>>,
        changes: Vec<WordedChange>,
        report: Option<WordedReport>,
        error: Option<String>,
    ) {
        let version = (!self.several).then_some(1);
        let path = self.several.then_some(name);
        self.entries.push(Entry {
            version,
            path,
            body,
            changes,
            report,
            error,
        });
    }

    fn finish(mut self) -> Result<Status, Failure> {
        if self.args.format == Format::Json {
            let mut sink = Sink::stdout();
            let entries = std::mem::take(&mut self.entries);
            sink.write(|out| match &entries[..] {
                [entry] if !self.several => write_pretty(entry, out),
                _ => write_pretty(
                    &Entries {
                        version: 1,
                        files: entries,
                    },
                    out,
                ),
            });
            sink.finish()?;
        }
        if self.several {
            let files = self.count;
            let place = match &self.args.out_dir {
                Some(folder) => format!(" to `{}`", terminal::path(folder)),
                None => String::new(),
            };
            let count = match self.translated {
                all if all == files => files.to_string(),
                some => format!("{some} of {files}"),
            };
            terminal::print_aside(&format!("{count} files translated{place}.\n"));
        }
        Ok(self.status)
    }
}

/// What becomes of each field, a line each.
fn list(name: &str, target: Option<&Path>, changes: &[WordedChange]) -> String {
    let mut lines = terminal::visible(name).into_owned();
    if let Some(target) = target {
        lines += " -> ";
        lines += &terminal::path(target);
    }
    lines.push('\n');
    let field = |pointer: &Option<String>| {
        pointer
            .as_deref()
            .map(|it| it.trim_start_matches('/').replace('/', "."))
    };
    let fields = |change: &WordedChange| {
        [field(&change.from), field(&change.to)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" -> ")
    };
    let width = changes
        .iter()
        .filter(|change| change.kind != ChangeKind::Moved)
        .map(|change| fields(change).len())
        .max();
    for change in changes {
        let severity = match change.severity {
            Severity::Info => String::new(),
            severity => format!("{}: ", severity.name()),
        };
        // Writing to a string can't fail.
        let _ = match change.kind {
            ChangeKind::Moved => writeln!(lines, "  {:7}  {}", change.kind.name(), fields(change)),
            kind => writeln!(
                lines,
                "  {:7}  {:width$}  {severity}{}",
                kind.name(),
                fields(change),
                terminal::visible(&change.message),
                width = width.unwrap_or(0)
            ),
        };
    }
    lines
}
