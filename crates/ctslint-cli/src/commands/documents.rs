//! `ctslint documents`: what can be checked.

use ctslint::{Document, Language};
use serde::Serialize;

use crate::arguments::ListFormat;
use crate::failure::Failure;
use crate::output::Sink;
use crate::status::Status;

/// List the documents that can be checked, with their short names.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How to print the list
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,
}

/// The list as JSON.
#[derive(Serialize)]
struct Listed {
    version: u32,
    documents: &'static [&'static Document],
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let documents = ctslint::documents();
    let mut sink = Sink::stdout();
    sink.write(|out| match args.format {
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &Listed { version: 1, documents })?;
            writeln!(out)
        }
        ListFormat::Human => {
            let width =
                |text: fn(&Document) -> usize| documents.iter().map(|document| text(document)).max().unwrap_or(0);
            let name_width = width(|document| document.name().len());
            let short_width = width(|document| document.short_name().unwrap_or_default().len());
            let title_width = width(|document| document.title(Language::En).len());
            for document in documents {
                writeln!(
                    out,
                    "{:name_width$}  {:short_width$}  {:title_width$}  ({})",
                    document.name(),
                    document.short_name().unwrap_or_default(),
                    document.title(Language::En),
                    document.page(),
                )?;
            }
            Ok(())
        }
    });
    sink.finish()?;
    Ok(Status::Clean)
}
