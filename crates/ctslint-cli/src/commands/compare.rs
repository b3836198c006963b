//! `ctslint compare`: what a request would change of a tracker, against a saved answer.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ctslint::{
    CompareError, CompareOptions, Comparison, DifferenceKind, Found, MessageId, Provider, Report, Rule,
    WordedDifference, WordedReport,
};
use serde::Serialize;

use crate::arguments::{DocumentName, ListFormat, document_parser, provider_parser};
use crate::failure::Failure;
use crate::input::files::{Input, STDIN, STDIN_NAME};
use crate::input::read::Reader;
use crate::language;
use crate::messages::Message;
use crate::output::{Base, Checked, Sink, View, write_human};
use crate::status::Status;
use crate::terminal::{self, Color, Hyperlinks, Target, columns_of, padded};
use crate::wording;

const EXAMPLES: &str = "\
Examples:
  ctslint compare update.json trackers.json        against the saved answer to `GET /v3/{project_id}/trackers`
  make update | ctslint compare - trackers.json    the request from standard input
  ctslint compare --name audit update.json trackers.json
  ctslint compare --format json update.json answer.json

Exit status: 0 nothing would change, 1 something would or may change, 2 the run itself failed (a text that is not what it must
be or has errors, a tracker that is not there, a file that can't be read).";

/// Tell what a request would change, against a saved answer.
///
/// Nothing is sent. The update of Open Telekom Cloud's v3 replaces the whole configuration, so that what is left out is reset; of
/// other updates that is not documented, and it is said so. `ctslint translate --to v3-update` makes of an answer the update that
/// changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The file with the body of the request; `-` is standard input
    request: PathBuf,

    /// The file with the answer: that to a create or a query, or a list of trackers; `-` is standard input
    answer: PathBuf,

    /// The tracker to compare with [default: the one that the request names]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// What the request is [default: an update of the version that it has]
    #[arg(long = "as", value_name = "DOCUMENT", value_parser = document_parser())]
    document: Option<DocumentName>,

    /// Whose v3 is meant
    #[arg(long, value_name = "PROVIDER", default_value = "otc", value_parser = provider_parser())]
    provider: Provider,

    /// How the differences are printed
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,
}

/// A comparison as JSON.
#[derive(Serialize)]
struct Published<'a> {
    version: u32,
    request: Option<&'a str>,
    answer: Option<&'a str>,
    tracker: Option<&'a str>,
    changes: Option<bool>,
    differences: Vec<WordedDifference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    #[serde(flatten)]
    report: Option<WordedReport>,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    if args.request.as_os_str() == STDIN && args.answer.as_os_str() == STDIN {
        return Err(Failure::StdinTwice);
    }
    let mut reader = Reader::new();
    let request = read(&mut reader, &args.request)?;
    let answer = read(&mut reader, &args.answer)?;
    let options = CompareOptions {
        request: args.document.map(|document| document.of(args.provider)),
        provider: args.provider,
        comments: [&args.request, &args.answer]
            .into_iter()
            .any(|file| Input::takes_comments(file)),
        name: args.name.as_deref(),
    };
    match ctslint::compare(&request, &answer, &options) {
        Ok(comparison) => {
            print(args, &comparison)?;
            Ok(match comparison.has_changes() {
                true => Status::Findings,
                false => Status::Clean,
            })
        }
        Err(error) => {
            fail(args, &error, &request, &answer)?;
            Ok(Status::Failed)
        }
    }
}

fn read(reader: &mut Reader, file: &Path) -> Result<Vec<u8>, Failure> {
    let text = if file.as_os_str() == STDIN {
        reader.stdin()
    } else {
        reader.file(file)
    };
    text.map(<[u8]>::to_vec).map_err(|source| Failure::Read {
        path: terminal::path(file),
        source,
    })
}

fn print(args: &Args, comparison: &Comparison) -> Result<(), Failure> {
    let differences: Vec<WordedDifference> = comparison
        .differences
        .iter()
        .map(|difference| difference.worded(args.format.language()))
        .collect();
    let mut sink = Sink::stdout();
    match args.format {
        ListFormat::Human => {
            let text = list(args, comparison, &differences);
            sink.write(|out| out.write_all(text.as_bytes()));
        }
        ListFormat::Json => sink.write(|out| {
            let published = Published {
                version: 1,
                request: Some(comparison.request.name()),
                answer: Some(comparison.answer.name()),
                tracker: Some(&comparison.tracker),
                changes: Some(comparison.has_changes()),
                differences,
                error: None,
                report: None,
            };
            serde_json::to_writer_pretty(&mut *out, &published)?;
            writeln!(out)
        }),
    }
    sink.finish()
}

/// What becomes of each setting, a line each, and how many change.
fn list(args: &Args, comparison: &Comparison, differences: &[WordedDifference]) -> String {
    let head = Message::Compared {
        request: &shown(&args.request),
        answer: &shown(&args.answer),
        tracker: &terminal::visible(&comparison.tracker),
    };
    let mut text = head.text() + "\n";
    let field = |difference: &WordedDifference| difference.path.trim_start_matches('/').replace('/', ".");
    let width = differences
        .iter()
        .map(|difference| field(difference).len())
        .max()
        .unwrap_or(0);
    let kind = |difference: &WordedDifference| Message::Difference { kind: difference.kind }.text();
    let kinds = differences.iter().map(|difference| columns_of(&kind(difference)));
    let kind_width = kinds.max().unwrap_or(0).max(9);
    for difference in differences {
        let what = match (&difference.old, &difference.new, difference.kind) {
            (_, Some(new), DifferenceKind::Unchanged | DifferenceKind::Set) => new.clone(),
            (Some(old), Some(new), _) => format!("{old} -> {new}"),
            // The name of the field stands before it.
            (Some(_), None, _) => difference.message.clone().into_owned(),
            _ => String::new(),
        };
        // Writing to a string can't fail.
        let _ = writeln!(
            text,
            "  {}  {:width$}  {}",
            padded(&kind(difference), kind_width),
            field(difference),
            terminal::visible(&what)
        );
    }
    let count = |kinds: &[DifferenceKind]| differences.iter().filter(|it| kinds.contains(&it.kind)).count();
    let set = count(&[DifferenceKind::Set, DifferenceKind::Changed]);
    let [reset, open, unchanged] =
        [DifferenceKind::Reset, DifferenceKind::Open, DifferenceKind::Unchanged].map(|kind| count(&[kind]));
    let counts = [
        (set, Message::SetOrChanged { count: set }),
        (reset, Message::Reset { count: reset }),
        (open, Message::Open { count: open }),
        (unchanged, Message::Unchanged { count: unchanged }),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(_, message)| message.text()).collect();
    text += &match comparison.has_changes() {
        true => counts.join(&MessageId::ListComma.text(language::for_people())) + &Message::Stop.text(),
        false => Message::NothingWouldChange.text(),
    };
    text + "\n"
}

fn fail(args: &Args, error: &CompareError, request: &[u8], answer: &[u8]) -> Result<(), Failure> {
    let language = args.format.language();
    let message = wording::incomparable(error, language);
    let found: Option<(&Report, &Path, &[u8])> = match error {
        CompareError::InvalidRequest { report } => Some((report, &args.request, request)),
        CompareError::InvalidAnswer { report } => Some((report, &args.answer, answer)),
        _ => None,
    };
    let mut report = found.map(|(report, ..)| report.clone());
    if let (Some(report), CompareError::InvalidAnswer { .. }) = (&mut report, error) {
        // What an unknown text could be named as is a request.
        let unknown = report
            .findings
            .iter_mut()
            .filter(|finding| finding.rule == Rule::UnknownApi);
        unknown.for_each(|finding| finding.help = None);
    }
    if args.format == ListFormat::Json {
        let mut sink = Sink::stdout();
        sink.write(|out| {
            let published = Published {
                version: 1,
                request: None,
                answer: None,
                tracker: None,
                changes: None,
                differences: Vec::new(),
                error: Some(&message),
                report: report.as_ref().map(|report| wording::worded(report, None, language)),
            };
            serde_json::to_writer_pretty(&mut *out, &published)?;
            writeln!(out)
        });
        return sink.finish();
    }
    if let (Some(report), Some((_, file, text))) = (&report, found) {
        let name = name_of(file);
        let checked = Checked {
            base: &Base::current(),
            file: Path::new(&name),
            path: &name,
            text,
            found: &Found::of(report),
            argument: None,
            has_errors: wording::has_errors(report),
            threshold: None,
        };
        let view = View {
            language,
            color: Color::Auto.applies(Target::Stderr),
            links: Hyperlinks::Auto.apply(Color::Auto, Target::Stderr),
            only: None,
        };
        let mut said = Vec::new();
        write_human(&checked, &view, &mut said);
        terminal::print_aside(&String::from_utf8_lossy(&said));
    }
    let failed = Message::CantCompare {
        request: &shown(&args.request),
        answer: &shown(&args.answer),
        why: &message,
    };
    terminal::tell(&failed.text());
    Ok(())
}

fn name_of(file: &Path) -> String {
    match file.as_os_str() == STDIN {
        true => STDIN_NAME.to_owned(),
        false => file.to_string_lossy().into_owned(),
    }
}

fn shown(file: &Path) -> String {
    format!("`{}`", terminal::visible(&name_of(file)))
}
