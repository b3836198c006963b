//! The subcommands: one file each, with its arguments and what it does.

mod baseline;
mod check;
mod compare;
mod completions;
mod config;
mod documents;
mod explain;
mod lsp;
mod man;
mod rules;
mod schema;
mod translate;

use clap::Subcommand;

use crate::failure::Failure;
use crate::status::Status;

/// What `ctslint` can be asked to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Box<check::Args>),
    Baseline(baseline::Args),
    Config(config::Args),
    Translate(translate::Args),
    Compare(compare::Args),
    Schema(schema::Args),
    Lsp(lsp::Args),
    Rules(rules::Args),
    Explain(explain::Args),
    Documents(documents::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// Runs the subcommand. `definition` returns the whole command line, for completions and manual pages.
    pub(crate) fn run(&self, definition: fn() -> clap::Command) -> Result<Status, Failure> {
        match self {
            Self::Check(args) => check::run(args),
            Self::Baseline(args) => baseline::run(args),
            Self::Config(args) => config::run(args),
            Self::Translate(args) => translate::run(args),
            Self::Compare(args) => compare::run(args),
            Self::Schema(args) => schema::run(args),
            Self::Lsp(args) => lsp::run(args),
            Self::Rules(args) => rules::run(args),
            Self::Explain(args) => explain::run(args),
            Self::Documents(args) => documents::run(args),
            Self::Completions(args) => completions::run(args, definition()),
            Self::Man(args) => man::run(args, definition()),
        }
    }
}
