//! `ctslint lsp`: the language server.

use crate::failure::Failure;
use crate::lsp;
use crate::project::Lookup;
use crate::status::Status;

const EXAMPLES: &str = "\
An editor starts it as `ctslint lsp` and speaks with it over standard input and output; docs/editors.md has the settings of each. It
checks what is open as `ctslint check` checks files in folders: with the nearest ctslint.toml and ctslint-ignore.toml, and silent on what
is no CTS document.

Exit status: 0 after `shutdown`, 1 where the editor went away without it.";

/// Serve an editor: the language server, over standard input and output.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    lookup: Lookup,

    /// Standard input and output, which is the only way; many editors say so
    #[arg(long)]
    stdio: bool,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    lsp::serve(&args.lookup)
}
