//! The `ctslint` command: arguments, files, rendering and exit status around the rules of the `ctslint` library.

mod arguments;
mod cli;
mod commands;
mod failure;
mod input;
mod language;
mod limits;
mod lsp;
mod messages;
mod output;
mod project;
mod run;
mod settings;
mod status;
mod terminal;
mod wording;

use std::process::ExitCode;

use clap::CommandFactory;

use cli::Cli;
use status::Status;

fn main() -> ExitCode {
    let status = match cli::parse() {
        Ok(cli) => {
            language::choose(cli.lang);
            cli.command.run(Cli::command).unwrap_or_else(|failure| {
                terminal::tell(&failure);
                Status::Failed
            })
        }
        Err(status) => status,
    };
    ExitCode::from(status as u8)
}
