//! `ctslint man`: the manual pages, from the definition of the command line.

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;

use crate::failure::Failure;
use crate::output::Sink;
use crate::status::Status;
use crate::terminal::visible;

const EXAMPLES: &str = "\
Examples:
  ctslint man | man -l -                                             read the page
  ctslint man check > ~/.local/share/man/man1/ctslint-check.1        install that of a command";

/// Print a manual page: that of ctslint, or that of one of its commands.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The command whose page is wanted [default: that of ctslint itself]
    command: Option<String>,
}

pub(crate) fn run(args: &Args, mut definition: Command) -> Result<Status, Failure> {
    // Gives each command the name of its page: `ctslint-check`.
    definition.build();
    let command = match &args.command {
        None => definition,
        Some(name) => match definition.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                let known: Vec<_> = definition.get_subcommands().map(|command| command.get_name()).collect();
                return Err(Failure::NoCommand {
                    name: visible(name).into_owned(),
                    known: known.join(", "),
                });
            }
        },
    };
    let mut sink = Sink::stdout();
    sink.write(|out| page(command, out));
    sink.finish()?;
    Ok(Status::Clean)
}

/// Writes the page of a command: what its help says, with the examples as they are.
fn page(command: Command, mut out: &mut dyn Write) -> io::Result<()> {
    let examples = command
        .get_after_long_help()
        .map(ToString::to_string)
        .unwrap_or_default();
    let has_commands = command.has_subcommands();
    let man = Man::new(command).source(concat!("ctslint ", env!("CARGO_PKG_VERSION")));
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    if has_commands {
        man.render_subcommands_section(&mut out)?;
    }
    // The first line of the examples is their title.
    let examples = examples.trim_start_matches("Examples:").trim_start_matches('\n');
    if !examples.is_empty() {
        writeln!(out, ".SH EXAMPLES\n.nf")?;
        for line in examples.lines() {
            // A `.` or `'` at the start would be taken for a request.
            writeln!(out, "\\&{}", line.replace('\\', "\\e").replace('-', "\\-"))?;
        }
        writeln!(out, ".fi")?;
    }
    Ok(())
}
