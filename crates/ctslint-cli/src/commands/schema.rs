//! `ctslint schema`: the JSON Schema of a document.

use std::path::PathBuf;

use clap::ValueEnum;
use ctslint::{Provider, SchemaOptions, SchemaProfile};

use crate::arguments::{DocumentName, document_parser, provider_parser};
use crate::failure::Failure;
use crate::language;
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
    /// What the schema is for: without it `editor` for draft 7, else `default`
    #[arg(long, value_enum)]
    profile: Option<Profile>,
    /// The edition of JSON Schema; that of the profile by default
    #[arg(long, value_enum)]
    draft: Option<Draft>,
    /// Write the schema to this file
    #[arg(short, long, value_name = "FILE")]
    output_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Draft {
    /// The current edition.
    #[value(name = "2020-12")]
    Draft202012,
    /// The edition that most tools read.
    #[value(name = "7")]
    Draft7,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Profile {
    /// Validators: standard keywords alone (draft 2020-12).
    Default,
    /// Editors, with the annotations that they show (draft 7).
    Editor,
    /// Form generators: the same verdicts without `not` and `default` (draft 7).
    Forms,
    /// Code generators: no conditions, no `not` or `default`; says what is left out (draft 7).
    Codegen,
    /// Language models: the common subset of structured output; `null` stands for what is left out.
    Llm,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let draft = args.draft.map(|draft| match draft {
        Draft::Draft202012 => ctslint::Draft::Draft202012,
        Draft::Draft7 => ctslint::Draft::Draft7,
    });
    let profile = match (args.profile, args.draft) {
        (Some(Profile::Default), _) | (None, None | Some(Draft::Draft202012)) => SchemaProfile::Default,
        (Some(Profile::Editor), _) | (None, Some(Draft::Draft7)) => SchemaProfile::Editor,
        (Some(Profile::Forms), _) => SchemaProfile::Forms,
        (Some(Profile::Codegen), _) => SchemaProfile::Codegen,
        (Some(Profile::Llm), _) => SchemaProfile::Llm,
    };
    let options = SchemaOptions {
        profile,
        draft,
        language: language::for_machines(),
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
