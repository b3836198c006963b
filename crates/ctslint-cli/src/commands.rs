//! The subcommands: one file each, with its arguments and what it does.

mod baseline;
mod check;
mod config;
mod documents;
mod explain;
mod rules;
mod schema;
mod translate;

use clap::{Subcommand, ValueEnum};

use crate::Status;
use crate::failure::Failure;

/// What `ctslint` can be asked to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Box<check::Args>),
    Baseline(baseline::Args),
    Config(config::Args),
    Translate(translate::Args),
    Schema(schema::Args),
    Rules(rules::Args),
    Explain(explain::Args),
    Documents(documents::Args),
}

impl Command {
    /// Does it.
    pub(crate) fn run(&self) -> Result<Status, Failure> {
        match self {
            Self::Check(args) => check::run(args),
            Self::Baseline(args) => baseline::run(args),
            Self::Config(args) => config::run(args),
            Self::Translate(args) => translate::run(args),
            Self::Schema(args) => schema::run(args),
            Self::Rules(args) => rules::run(args),
            Self::Explain(args) => explain::run(args),
            Self::Documents(args) => documents::run(args),
        }
    }
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table for people.
    Human,
    /// One JSON document.
    Json,
}
