//! `ctslint translate`: v1 bodies and answers to v3 requests.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ctslint::{
    ChangeKind, Document, DocumentKind, Finding, Found, Language, Provider, Safety, Severity, TranslateError,
    TranslateOptions, TranslateTo, Translation, Version, WordedChange, WordedReport,
};
use serde::Serialize;
use serde_json::value::RawValue;

use super::check::{leave_out, no_match};
use crate::arguments::{provider_parser, to_parser};
use crate::failure::Failure;
use crate::input::files::{self, Input, STDIN, STDIN_NAME};
use crate::input::read::Reader;
use crate::language;
use crate::messages::Message;
use crate::output::{self, Base, Checked, Sink, View, write_human, write_pretty};
use crate::project::{Lookup, Project};
use crate::status::Status;
use crate::terminal::{self, Color, Hyperlinks, Target, padded};
use crate::wording;

const EXAMPLES: &str = "\
Examples:
  ctslint translate tracker.json                    the v3 body on standard output, what changes on standard error
  ctslint translate tracker.json -o tracker-v3.json
  ctslint translate trackers/*.json --out-dir v3/   many files at once
  ctslint translate trackers/ --out-dir v3/         a folder: what is no request of v1 is skipped
  ctslint translate requests.http -o v3.http        whole requests: method, path and body
  ctslint translate --allow-loss kms_id tracker.json
  make body | ctslint translate -                   standard input
  ctslint translate --to v3-update trackers.json    an answer of the API as the update that changes nothing

Exit status: 0 translated, 1 refused (a body that is not valid, or a loss that was not allowed), 2 the run itself failed
(a mistyped option or field, a file that can't be read, a file that exists already).";

/// Translate v1 bodies, and answers of the API, to v3 requests.
///
/// Every field is moved, or dropped with a reason. What v3 can't do is lost: encryption, and notifications. That is
/// refused unless it is allowed by the name of the field. A body that is not valid is not translated; `ctslint check
/// --fix` mends most of them. Comments (*.jsonc) go with their fields. Of *.http and *.rest, the requests that create or change a
/// tracker with v1 are translated, and everything else stays as it is.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The files with v1 bodies or answers, and folders with v1 bodies, walked as `check` does; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    files: Vec<PathBuf>,

    /// Write the v3 body to OUT instead of standard output
    #[arg(long, short, value_name = "OUT", conflicts_with = "out_dir")]
    output: Option<PathBuf>,

    /// Write each v3 body to a file of the same name in DIR, which is made if it is not there; folders in folders are kept
    #[arg(long, value_name = "DIR")]
    out_dir: Option<PathBuf>,

    /// Overwrite files that exist
    #[arg(long)]
    force: bool,

    /// Whose v3 the body becomes; Huawei Cloud's keeps encryption
    #[arg(long, value_name = "PROVIDER", default_value = "otc", value_parser = provider_parser())]
    provider: Provider,

    /// The request that the body becomes [default: that of the v1 body, a create or an update]
    ///
    /// An answer of the API becomes a request too; which one must be said.
    #[arg(long, value_name = "REQUEST", value_parser = to_parser())]
    to: Option<TranslateTo>,

    /// The tracker to take from an answer that lists several
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// Accept that what this field asks for is lost; can be given several times
    #[arg(long, value_name = "FIELD")]
    allow_loss: Vec<String>,

    #[command(flatten)]
    lookup: Lookup,

    /// How body and changes are printed
    ///
    /// In JSON, a body with comments and a file of requests are a string.
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

impl Format {
    /// The language of its texts.
    fn language(self) -> Language {
        match self {
            Self::Human => language::for_people(),
            Self::Json => language::for_machines(),
        }
    }
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
    let (sources, failures) = sources(args, &files)?;
    let several = files.len() > 1 || files.iter().any(|path| path.is_dir());
    if several && (args.output.is_some() || (args.out_dir.is_none() && args.format == Format::Human)) {
        return Err(Failure::ManyBodies);
    }
    let mut run = Run {
        args,
        several,
        status: Status::Clean,
        translated: 0,
        skipped: 0,
        taken: BTreeSet::new(),
        entries: Vec::new(),
    };
    for failure in &failures {
        run.status = Status::Failed;
        terminal::tell(failure);
    }
    let mut reader = Reader::new();
    for source in &sources {
        run.file(source, &mut reader);
    }
    run.finish(sources.len())
}

/// How many columns what happens to a field takes.
const KIND_WIDTH: usize = 7;

/// What a body is called that was made and is not valid.
const MADE: &str = "<v3 body>";

/// A file to translate.
struct Source {
    input: Input,
    /// How it is called.
    name: String,
    /// Where it goes in the folder of the results.
    target: PathBuf,
}

/// The files that the arguments mean, in their order, and what could not be looked at.
fn sources(args: &Args, paths: &[&Path]) -> Result<(Vec<Source>, Vec<Failure>), Failure> {
    let mut sources = Vec::new();
    let mut failures = Vec::new();
    for &path in paths {
        let is_folder = path.is_dir();
        if let Some(out) = args.out_dir.as_deref().filter(|out| is_folder && is_inside(out, path)) {
            return Err(Failure::WriteIntoSource {
                path: terminal::path(out),
            });
        }
        let mut inputs = files::find(&[path.to_owned()], None);
        let project = Project::find(&args.lookup, false, inputs.files.iter().map(Input::path))?;
        leave_out(&project, &mut inputs.files)?;
        if inputs.files.is_empty() && inputs.failures.is_empty() {
            return Err(no_match(&[path.to_owned()]));
        }
        failures.extend(inputs.failures);
        sources.extend(inputs.files.into_iter().map(|input| {
            let file = input.path();
            let target = match file.strip_prefix(path) {
                Ok(below) if is_folder => below,
                _ if is_folder => file,
                _ => Path::new(file.file_name().unwrap_or(file.as_os_str())),
            };
            Source {
                name: input.name().into_owned(),
                target: target.to_owned(),
                input,
            }
        }));
    }
    Ok((sources, failures))
}

/// Whether a folder, which may not be there yet, is in another one.
fn is_inside(folder: &Path, other: &Path) -> bool {
    let Ok(other) = fs::canonicalize(other) else {
        return false;
    };
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let existing = absolute
        .ancestors()
        .find_map(|it| Some((fs::canonicalize(it).ok()?, it)));
    existing.is_some_and(|(canonical, existing)| {
        let rest = absolute.strip_prefix(existing).unwrap_or(Path::new(""));
        let folder = if rest.as_os_str().is_empty() {
            canonical
        } else {
            canonical.join(rest)
        };
        folder != other && folder.starts_with(&other)
    })
}

/// A run over files.
struct Run<'a> {
    args: &'a Args,
    several: bool,
    status: Status,
    translated: usize,
    /// The files in folders that hold no request of v1.
    skipped: usize,
    /// The files that were written.
    taken: BTreeSet<PathBuf>,
    entries: Vec<Entry<'a>>,
}

impl<'a> Run<'a> {
    fn file(&mut self, source: &'a Source, reader: &mut Reader) {
        let (name, file) = (&*source.name, source.input.path());
        let text = if source.input.stdin {
            reader.stdin()
        } else {
            reader.file(file)
        };
        let text = match text {
            Ok(text) => text,
            Err(source) => {
                let path = terminal::path(file);
                return self.fail(name, &Failure::Read { path, source });
            }
        };
        let options = TranslateOptions {
            provider: self.args.provider,
            comments: source.input.comments(),
            allow_loss: &self.args.allow_loss,
            to: self.args.to,
            name: self.args.name.as_deref(),
        };
        let is_v1_request =
            |document: &Document| document.kind() == DocumentKind::Request && document.version() == Some(Version::V1);
        let result = match source.input.requests() {
            true => ctslint::translate_requests(text, &options),
            false if source.input.named || ctslint::detect(text).document.is_some_and(is_v1_request) => {
                ctslint::translate(text, &options)
            }
            false => Err(TranslateError::NoV1Request),
        };
        match result {
            Ok(translation) => self.translated(source, translation),
            Err(TranslateError::NoV1Request) if !source.input.named => self.skipped += 1,
            Err(error) => self.refused(name, text, error),
        }
    }

    fn translated(&mut self, source: &'a Source, Translation { body, changes, .. }: Translation) {
        let name = &*source.name;
        let target = match (&self.args.output, &self.args.out_dir) {
            (Some(output), _) if output.as_os_str() != STDIN => Some(output.clone()),
            (_, Some(folder)) => Some(folder.join(&source.target)),
            _ => None,
        };
        if let Some(target) = &target
            && let Err(failure) = self.write(target, &body)
        {
            return self.fail(name, &failure);
        }
        self.translated += 1;
        let changes = wording::changes(&changes, self.args.format.language());
        if self.args.format == Format::Json {
            // With comments, and among requests, it is no JSON.
            let body = RawValue::from_string(body.trim().to_owned()).ok().or_else(|| {
                let text = serde_json::to_string(&body).ok()?;
                RawValue::from_string(text).ok()
            });
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
        if let Some(folder) = target.parent().filter(|_| self.args.out_dir.is_some()) {
            fs::create_dir_all(folder).map_err(write)?;
        }
        output::create(target, body.as_bytes()).map_err(write)
    }

    fn refused(&mut self, name: &'a str, text: &[u8], error: TranslateError) {
        let language = self.args.format.language();
        let message = wording::refusal(&error, language);
        if matches!(error, TranslateError::UnknownField { .. }) {
            self.status = Status::Failed;
        } else {
            self.status = self.status.max(Status::Findings);
        }
        let mut unsound = String::new();
        let (changes, report) = match error {
            TranslateError::Refused { changes, .. } => (wording::changes(&changes, language), None),
            TranslateError::Invalid { report } => (Vec::new(), Some(report)),
            TranslateError::Unsound { report, body } => {
                unsound = body;
                (Vec::new(), Some(report))
            }
            _ => (Vec::new(), None),
        };
        // What is wrong with a body that was made is shown in it.
        let is_unsound = !unsound.is_empty();
        let (shown, argument, text) = match is_unsound {
            true => (MADE, None, unsound.as_bytes()),
            false => (name, Some(name), text),
        };
        if self.args.format == Format::Json {
            let report = report.map(|report| wording::worded(&report, argument, language));
            return self.note(name, None, changes, report, Some(message));
        }
        let mut said = Vec::new();
        if let Some(report) = &report {
            let view = View {
                language,
                color: Color::Auto.applies(Target::Stderr),
                links: Hyperlinks::Auto.apply(Color::Auto, Target::Stderr),
                only: None,
            };
            write_human(
                &Checked {
                    base: &Base::current(),
                    file: Path::new(shown),
                    path: shown,
                    text,
                    found: &Found::of(report),
                    argument,
                    has_errors: wording::has_errors(report),
                    threshold: None,
                },
                &view,
                &mut said,
            );
        }
        terminal::print_aside(&String::from_utf8_lossy(&said));
        if !changes.is_empty() {
            terminal::print_aside(&list(name, None, &changes));
        }
        let failed = Message::CantTranslate {
            name: &terminal::visible(name),
            why: &message,
        };
        terminal::tell(&failed.text());
        let is_safe = |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Safe);
        let count = report
            .iter()
            .flat_map(|report| &report.findings)
            .filter(is_safe)
            .count();
        if count > 0 && name != STDIN_NAME && !is_unsound {
            let name = &terminal::visible(name);
            terminal::print_aside(&(Message::FixMends { name, count }.text() + "\n"));
        }
    }

    fn fail(&mut self, name: &'a str, failure: &Failure) {
        self.status = Status::Failed;
        terminal::tell(failure);
        if self.args.format == Format::Json {
            self.note(
                name,
                None,
                Vec::new(),
                None,
                Some(failure.worded(language::for_machines())),
            );
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

    fn finish(mut self, count: usize) -> Result<Status, Failure> {
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
            let place = self.args.out_dir.as_deref().map(terminal::path);
            let told = Message::FilesTranslated {
                done: self.translated,
                all: count - self.skipped,
                place: place.as_deref(),
                skipped: self.skipped,
            };
            terminal::print_aside(&(told.text() + "\n"));
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
        let message = match change.severity {
            Severity::Info => change.message.to_string(),
            severity => {
                let title = &wording::severity(severity, language::for_people());
                let text = &change.message;
                Message::Titled { title, text }.text()
            }
        };
        let message = terminal::visible(&message);
        let is_kept = change.kind == ChangeKind::Moved && change.from == change.to;
        let kind = match is_kept {
            true => Message::Kept,
            false => Message::Change { kind: change.kind },
        };
        let kind = padded(&kind.text(), KIND_WIDTH);
        // Writing to a string can't fail.
        let _ = match change.kind {
            _ if change.from.is_none() && change.to.is_none() => {
                writeln!(lines, "  {message}")
            }
            ChangeKind::Moved if is_kept => {
                writeln!(lines, "  {kind}  {}", field(&change.to).unwrap_or_default())
            }
            ChangeKind::Moved => writeln!(lines, "  {kind}  {}", fields(change)),
            _ => writeln!(
                lines,
                "  {kind}  {:width$}  {message}",
                fields(change),
                width = width.unwrap_or(0)
            ),
        };
    }
    lines
}
