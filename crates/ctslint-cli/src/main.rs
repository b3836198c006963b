//! The `ctslint` command: arguments, files, rendering and exit status around the rules of the `ctslint` library.

mod cli;
mod commands;
mod config;
mod excerpt;
mod failure;
mod files;
mod mend;
mod output;
mod progress;
mod project;
mod read;
mod run;
mod settings;
mod sink;
mod suppress;
mod terminal;

use std::process::ExitCode;

fn main() -> ExitCode {
    let status = match cli::parse() {
        Ok(cli) => cli.command.run().unwrap_or_else(|failure| {
            terminal::tell(&failure);
            Status::Failed
        }),
        Err(status) => status,
    };
    ExitCode::from(status as u8)
}

/// How a run ended, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Status {
    /// Nothing at or above the threshold.
    Clean = 0,
    /// Findings at or above the threshold.
    Findings = 1,
    /// The run itself failed.
    Failed = 2,
}
