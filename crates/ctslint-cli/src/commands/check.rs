//! `ctslint check`: the main job.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ctslint::{Document, FileReport, RunReport, Safety, Severity};

use crate::cli::document_parser;
use crate::failure::Failure;
use crate::files::{self, STDIN};
use crate::mend::{Action, Mend};
use crate::output::{Format, Tally, View};
use crate::progress::Progress;
use crate::run::{self, Outcome, Plan};
use crate::sink::Sink;
use crate::terminal::{self, Color, Target};
use crate::{Status, files::Inputs};

const EXAMPLES: &str = "\
Examples:
  ctslint check                                 every *.json and *.jsonc below the current folder
  ctslint check tracker.json trackers/          a file and a folder
  ctslint check --as v3 body.json               as the body of a v3 request
  make body | ctslint check -                   standard input
  ctslint check --format json trackers/ > report.json
  ctslint check --fix trackers/                 mend what can be mended without changing what it means
  ctslint check --diff tracker.json             show what --fix would change
  ctslint check --fail-on warning --quiet .     for a pipeline: silent unless it fails

Exit status: 0 nothing at or above --fail-on, 1 findings at or above it (with --diff: something would change), 2 the run itself failed
(a mistyped option, a file that can't be read, no file that matches).";

/// Lint files, folders or standard input.
///
/// A file that is named is always checked, whatever its name. A folder is walked for *.json and *.jsonc (where comments
/// are allowed); hidden files and those that .gitignore or .ignore name are left out, links in it are not followed, and
/// files that are no CTS document are skipped and counted.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES, args_override_self = true)]
pub(crate) struct Args {
    /// Files and folders to check; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// What the files are [default: told from the content of each]
    #[arg(long = "as", value_name = "DOCUMENT", value_parser = document_parser())]
    document: Option<&'static Document>,

    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Mend the files: apply the fixes that keep the meaning, then report what remains
    ///
    /// Files are replaced at once, or not at all. Standard input is mended to standard output, and the report goes to
    /// standard error.
    #[arg(long)]
    fix: bool,

    /// Mend the files, and apply fixes that may change the meaning, too; look at the result
    #[arg(long)]
    unsafe_fixes: bool,

    /// Print what --fix would change as a unified diff, and write nothing; exit status 1 if there is something
    ///
    /// Together with --unsafe-fixes, what that would change. A diff stands for itself: findings are not printed.
    #[arg(long, conflicts_with = "format")]
    diff: bool,

    /// Write the report to FILE instead of standard output
    #[arg(long, value_name = "FILE")]
    output_file: Option<PathBuf>,

    /// From which severity on findings fail the run (exit status 1)
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    fail_on: FailOn,

    /// What standard input is called in the report; *.jsonc allows comments
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,

    /// The configuration file; there is nothing to configure yet, but it must exist
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Take no configuration file into account; without effect as long as there is nothing to configure
    #[arg(long)]
    isolated: bool,

    /// Skip named files that are no CTS document, as those in folders are
    #[arg(long)]
    skip_unknown: bool,

    /// Print only findings that fail the run, and no closing line
    ///
    /// That is, those at or above --fail-on. Machine formats stay complete.
    #[arg(long, short)]
    quiet: bool,

    /// Print how often each rule speaks, too
    ///
    /// With another format than human, or with --output-file, on standard error.
    #[arg(long)]
    statistics: bool,

    /// When to use colours; NO_COLOR and CLICOLOR_FORCE are honoured
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    color: Color,

    /// How many files to check at the same time [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,
}

/// From which severity on findings fail the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    if let Some(config) = &args.config {
        fs::read(config).map_err(|source| Failure::Read {
            path: terminal::path(config),
            source,
        })?;
    }
    let Inputs { files, failures } = find(args)?;
    let mut failed = failures.len();
    for failure in &failures {
        terminal::tell(failure);
    }
    if files.is_empty() && failed > 0 {
        return Ok(Status::Failed);
    }

    let mend = mend(args);
    let mends_stdin = mend.is_some_and(|mend| mend.action == Action::Write) && files.iter().any(|file| file.stdin);
    let target = match &args.output_file {
        Some(_) => Target::File,
        None if mends_stdin => Target::Stderr,
        None => Target::Stdout,
    };
    let mut sink = match &args.output_file {
        Some(path) => Sink::file(path)?,
        None if mends_stdin => Sink::stderr(),
        None => Sink::stdout(),
    };
    let threshold = args.fail_on.severity();
    let plan = Plan {
        document: args.document,
        skip_unknown: args.skip_unknown,
        format: args.format,
        view: View {
            color: args.color.applies(target),
            only: args.quiet.then_some(threshold),
        },
        mend,
    };
    let mut tally = Tally::default();
    let mut reports = Vec::new();
    let mut progress = Progress::new(files.len());
    run::run(&files, &plan, args.jobs, |file, outcome| {
        progress.step(|| match outcome {
            Outcome::Skipped { text } => {
                tally.skip();
                failed += pass_on(text);
            }
            Outcome::Failed(failure) => {
                failed += 1;
                terminal::tell(&failure);
            }
            Outcome::Checked {
                report,
                rendered,
                fixed,
                text,
            } => {
                tally.add(&report);
                tally.add_fixed(fixed);
                failed += pass_on(text);
                if !rendered.is_empty() {
                    sink.write(|out| out.write_all(&rendered));
                }
                if args.format.takes_all() {
                    reports.push(FileReport {
                        path: file.name().into_owned(),
                        report,
                    });
                }
            }
        });
    });
    progress.finish();

    tally.failed = failed;
    let run = RunReport {
        version: 1,
        files: reports,
        summary: tally.summary,
    };
    let reached = if args.diff {
        tally.has_changed()
    } else {
        sink.write(|out| args.format.run(&run, out));
        threshold.is_some_and(|threshold| tally.worst() >= Some(threshold))
    };
    close(args, &tally, &mut sink);
    sink.finish()?;
    Ok(match (failed, reached) {
        (0, false) => Status::Clean,
        (0, true) => Status::Findings,
        _ => Status::Failed,
    })
}

/// Whether and how the files are to be mended.
fn mend(args: &Args) -> Option<Mend> {
    let action = if args.diff { Action::Diff } else { Action::Write };
    let safety = if args.unsafe_fixes {
        Safety::Unsafe
    } else {
        Safety::Safe
    };
    (args.fix || args.unsafe_fixes || args.diff).then_some(Mend { safety, action })
}

/// Passes standard input on to standard output; the number of failures.
fn pass_on(text: Option<Vec<u8>>) -> usize {
    let Some(text) = text else { return 0 };
    let mut sink = Sink::stdout();
    sink.write(|out| out.write_all(&text));
    match sink.finish() {
        Ok(()) => 0,
        Err(failure) => {
            terminal::tell(&failure);
            1
        }
    }
}

/// The files that the arguments mean.
fn find(args: &Args) -> Result<Inputs, Failure> {
    if args.stdin_filename.is_some() && !args.paths.iter().any(|path| path.as_os_str() == STDIN) {
        return Err(Failure::StdinNotRead);
    }
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here[..] } else { &args.paths };
    let mut inputs = files::find(paths, args.stdin_filename.as_deref());
    if let Some(output) = &args.output_file {
        files::exclude(output, &mut inputs.files)?;
    }
    if inputs.files.is_empty() && inputs.failures.is_empty() {
        return Err(no_match(paths));
    }
    Ok(inputs)
}

fn no_match(paths: &[PathBuf]) -> Failure {
    let shown = |path: &PathBuf| {
        if path.as_path() == Path::new(".") {
            "the current folder".to_owned()
        } else {
            format!("`{}`", terminal::path(path))
        }
    };
    Failure::NoMatch {
        paths: paths.iter().map(shown).collect::<Vec<_>>().join(", "),
    }
}

/// The statistics and the closing line: in the report where it is for people, beside it otherwise.
fn close(args: &Args, tally: &Tally, sink: &mut Sink) {
    let mut closing = String::new();
    if args.statistics {
        closing += &tally.statistics();
    }
    // The reader of a machine format has the counts in it, if it is not in a file that nobody sees.
    let wants_line = matches!(args.format, Format::Human | Format::Concise) || args.output_file.is_some();
    if wants_line && !args.quiet {
        closing += &if args.diff {
            tally.diff_line()
        } else {
            tally.closing_line()
        };
        closing.push('\n');
    }
    if args.format == Format::Human && args.output_file.is_none() && !args.diff {
        sink.write(|out| out.write_all(closing.as_bytes()));
    } else if !closing.is_empty() {
        terminal::print_aside(&closing);
    }
}
