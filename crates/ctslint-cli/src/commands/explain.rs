//! `ctslint explain`: a rule, a document, a field, an error code or a status code of the API, offline.

use std::io::{self, Write};

use ctslint::{MessageId, Topic};
use serde::Serialize;

use crate::arguments::ListFormat;
use crate::failure::Failure;
use crate::language;
use crate::messages::{Message, listed};
use crate::output::Sink;
use crate::status::Status;
use crate::terminal;

/// Explain a rule, a document, a field, an error code or a status code of the API; without a name, list them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "\
Examples:
  ctslint explain unknown-field
  ctslint explain unknown-field --all
  ctslint explain v3:/obs_info/bucket_name
  ctslint explain bucket_name
  ctslint explain CTS.0231
  ctslint explain 400")]
pub(crate) struct Args {
    /// What to explain; the case of error codes matters
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Print all cases of a rule, not only the first ones
    #[arg(long, requires = "name")]
    all: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,
}

/// The list as JSON.
#[derive(Serialize)]
struct Listed {
    version: u32,
    topics: Vec<Topic>,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let language = args.format.language();
    let mut sink = Sink::stdout();
    match &args.name {
        None => {
            let topics = ctslint::topics(language);
            sink.write(|out| match args.format {
                ListFormat::Json => json(&Listed { version: 1, topics }, out),
                ListFormat::Human => list(&topics, out),
            });
        }
        Some(name) => {
            let explanation = ctslint::explain(name, language).ok_or_else(|| unknown(name))?;
            sink.write(|out| match args.format {
                ListFormat::Json => json(&explanation, out),
                ListFormat::Human => match &explanation.short {
                    Some(short) if !args.all => writeln!(out, "{short}\n{}", Message::MoreCases { name }.text()),
                    _ => out.write_all(explanation.text.as_bytes()),
                },
            });
        }
    }
    sink.finish()?;
    Ok(Status::Clean)
}

fn json(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn list(topics: &[Topic], out: &mut dyn Write) -> io::Result<()> {
    let mut kind = None;
    for topic in topics {
        if kind != Some(topic.kind) {
            let start = if kind.is_some() { "\n" } else { "" };
            let title = &Message::Topics { kind: topic.kind }.text();
            let title = Message::Titled { title, text: "" }.text();
            writeln!(out, "{start}{}", title.trim_end())?;
            kind = Some(topic.kind);
        }
        let of_kind = topics.iter().filter(|other| other.kind == topic.kind);
        let width = of_kind.map(|other| other.name.len()).max().unwrap_or(0);
        writeln!(out, "  {:width$}  {}", topic.name, topic.summary)?;
    }
    Ok(())
}

fn unknown(name: &str) -> Failure {
    let similar = ctslint::similar_topics(name);
    let hint = match similar.as_slice() {
        [] => Message::ExplainLists.text(),
        names => {
            let names = &listed(names, MessageId::ListOr, language::for_people());
            Message::DidYouMean { names }.text()
        }
    };
    Failure::NothingToExplain {
        name: terminal::visible(name).into_owned(),
        hint,
    }
}
