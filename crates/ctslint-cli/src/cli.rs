//! The command line: its definition, and help for mistakes in it.

use std::io::{self, Write};
use std::path::Path;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};
use ctslint::Language;

use crate::commands::Command;
use crate::failure::Failure;
use crate::language;
use crate::messages::Message;
use crate::status::Status;
use crate::terminal::{self, disturbs, visible};

const EXAMPLES: &str = "\
Examples:
  ctslint check                      every tracker body below the current folder
  ctslint check tracker.json         one file, whatever its name
  ctslint check --as v3 -            standard input, as the body of a v3 request
  ctslint check --fix tracker.json   mend what can be mended safely
  ctslint translate tracker.json     the v1 body in it as one of v3
  ctslint compare update.json trackers.json
                                     what an update would change, against a saved answer
  ctslint rules                      what is checked

Exit status: 0 nothing found, 1 findings, 2 the run itself failed.";

/// Checks the JSON bodies of CTS (Cloud Trace Service) trackers.
#[derive(Debug, Parser)]
#[command(name = "ctslint", version, after_long_help = EXAMPLES, max_term_width = 100, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The language of messages [default: that of the environment; English in machine formats]
    ///
    /// The environment says it with LC_ALL, LC_MESSAGES or LANG. Help and mistakes in options are always told in English.
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language::parser())]
    pub(crate) lang: Option<Language>,
}

/// Parses the command line. For help, version and mistakes, prints the answer and returns the exit status.
pub(crate) fn parse() -> Result<Cli, Status> {
    Cli::try_parse().map_err(|error| {
        let error = suggest_check(made_visible(error));
        let printed = error.print().and_then(|()| io::stdout().flush());
        match printed {
            // What standard error does not take can't be told anywhere.
            _ if error.use_stderr() => Status::Failed,
            Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
                let path = Message::ToStandardOutput.text();
                terminal::tell(&Failure::Write { path, source });
                Status::Failed
            }
            _ => Status::Clean,
        }
    })
}

/// Shows what was typed, which may be the name of a file, without what would disturb a terminal.
fn made_visible(mut error: clap::Error) -> clap::Error {
    let shown = |text: &String| visible(text).into_owned();
    let context: Vec<_> = error.context().map(|(kind, value)| (kind, value.clone())).collect();
    for (kind, value) in context {
        let value = match value {
            ContextValue::String(text) => ContextValue::String(shown(&text)),
            ContextValue::Strings(texts) => ContextValue::Strings(texts.iter().map(shown).collect()),
            ContextValue::StyledStrs(tips) => {
                // What is harmless keeps its colours.
                let shown = |tip: &StyledStr| match tip.to_string() {
                    plain if plain.contains(disturbs) => StyledStr::from(visible(&plain).into_owned()),
                    _ => tip.clone(),
                };
                ContextValue::StyledStrs(tips.iter().map(shown).collect())
            }
            _ => continue,
        };
        error.insert(kind, value);
    }
    error
}

/// When an unknown subcommand is the name of a file, suggests how to check that file.
fn suggest_check(mut error: clap::Error) -> clap::Error {
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand)
        && (name == "-" || Path::new(name).exists())
    {
        let tip = StyledStr::from(format!("to check it, use `ctslint check {name}`"));
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error.format(&mut Cli::command())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_consistent() {
        Cli::command().debug_assert();
    }
}
