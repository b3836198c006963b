//! `ctslint schema`: the JSON Schema of a document.

use std::path::PathBuf;

use clap::ValueEnum;
use ctslint::{Provider, SchemaOptions};

use crate::arguments::{DocumentName, document_parser, provider_parser};
use crate::failure::Failure;
use crate::output::Sink;
use crate::status::Status;

/// Print the JSON Schema of a document.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The document, such as `v3`
    #[arg(value_name = "DOCUMENT", value_parser = document_parser())]
    document: DocumentName,
    /// Whose v3 a short name means
    #[arg(long, value_name = "PROVIDER", default_value = "otc", value_parser = provider_parser())]
    provider: Provider,
    /// The edition of JSON Schema
    #[arg(long, value_enum, default_value_t = Draft::Draft202012)]
    draft: Draft,
    /// Write the schema to this file
    #[arg(short, long, value_name = "FILE")]
    output_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Draft {
    /// The current edition.
    #[value(name = "2020-12")]
    Draft202012,
    /// The edition for editors, with the annotations that they show.
    #[value(name = "7")]
    Draft7,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let draft = match args.draft {
        Draft::Draft202012 => ctslint::Draft::Draft202012,
        Draft::Draft7 => ctslint::Draft::Draft7,
    };
    let options = SchemaOptions {
        draft,
        ..SchemaOptions::default()
    };
    let text = ctslint::json_schema_text(args.document.of(args.provider), &options);
    let mut sink = match &args.output_file {
        Some(path) => Sink::file(path)?,
        None => Sink::stdout(),
    };
    sink.write(|out| out.write_all(text.as_bytes()));
    sink.finish()?;
    Ok(Status::Clean)
}
