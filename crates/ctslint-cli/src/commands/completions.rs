//! `ctslint completions`: what a shell needs to complete the command line.

use clap_complete::{Shell, generate};

use crate::failure::Failure;
use crate::output::Sink;
use crate::status::Status;

const EXAMPLES: &str = "\
Examples:
  bash:        ctslint completions bash > ~/.local/share/bash-completion/completions/ctslint
  zsh:         ctslint completions zsh > ~/.zfunc/_ctslint    (with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc)
  fish:        ctslint completions fish > ~/.config/fish/completions/ctslint.fish
  PowerShell:  ctslint completions powershell | Out-String | Invoke-Expression    (in $PROFILE)";

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(args: &Args, mut definition: clap::Command) -> Result<Status, Failure> {
    let mut script = Vec::new();
    generate(args.shell, &mut definition, "ctslint", &mut script);
    let mut sink = Sink::stdout();
    sink.write(|out| out.write_all(&script));
    sink.finish()?;
    Ok(Status::Clean)
}
