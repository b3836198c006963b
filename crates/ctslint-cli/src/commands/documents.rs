//! `ctslint documents`: what can be checked.

use ctslint::{Document, DocumentKind, Provider, Text, Version};
use serde::Serialize;

use crate::arguments::ListFormat;
use crate::failure::Failure;
use crate::output::Sink;
use crate::status::Status;
use crate::terminal::{columns_of, padded};

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
    documents: Vec<Entry>,
}

/// A document, with its title in words.
#[derive(Serialize)]
struct Entry {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short: Option<&'static str>,
    title: Text,
    kind: DocumentKind,
    version: Option<Version>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<Provider>,
    page: &'static str,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let documents = ctslint::documents();
    let language = args.format.language();
    let mut sink = Sink::stdout();
    sink.write(|out| match args.format {
        ListFormat::Json => {
            let entry = |document: &&'static Document| Entry {
                name: document.name(),
                short: document.short_name(),
                title: document.title(language),
                kind: document.kind(),
                version: document.version(),
                provider: document.provider(),
                page: document.page(),
            };
            let documents = documents.iter().map(entry).collect();
            serde_json::to_writer_pretty(&mut *out, &Listed { version: 1, documents })?;
            writeln!(out)
        }
        ListFormat::Human => {
            let width =
                |text: fn(&Document) -> usize| documents.iter().map(|document| text(document)).max().unwrap_or(0);
            let name_width = width(|document| document.name().len());
            let short_width = width(|document| document.short_name().unwrap_or_default().len());
            let titles = documents.iter().map(|document| columns_of(&document.title(language)));
            let title_width = titles.max().unwrap_or(0);
            for document in documents {
                writeln!(
                    out,
                    "{:name_width$}  {:short_width$}  {}  ({})",
                    document.name(),
                    document.short_name().unwrap_or_default(),
                    padded(&document.title(language), title_width),
                    document.page(),
                )?;
            }
            Ok(())
        }
    });
    sink.finish()?;
    Ok(Status::Clean)
}
