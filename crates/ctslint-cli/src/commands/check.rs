//! `ctslint check`: the main job.

use std::io::{self, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use ctslint::{Found, Safety};

use crate::arguments::Named;
use crate::failure::Failure;
use crate::input::files::{self, Inputs, STDIN};
use crate::input::read::Reader;
use crate::messages::Message;
use crate::output::{Base, Checked, Counts, Destination, Format, Sink, Tally, View, Writer};
use crate::project::config::FailOn;
use crate::project::{Lookup, Project};
use crate::run::{self, Action, Mend, Outcome, Plan};
use crate::status::Status;
use crate::terminal::{self, Color, Hyperlinks, Progress, Target};

const EXAMPLES: &str = "\
Examples:
  ctslint check                                 every file below the current folder that can be one
  ctslint check tracker.json trackers/          a file and a folder
  ctslint check --as v3 body.json               as the body of a v3 request
  make body | ctslint check -                   standard input
  ctslint check --format json trackers/ > report.json
  ctslint check --fix trackers/                 mend what can be mended without changing what it means
  ctslint check --diff tracker.json             show what --fix would change
  ctslint check --format human --format sarif=report.sarif .
  ctslint check --fail-on warning --quiet .     for a pipeline: silent unless it fails
  ctslint check --skip-unknown --force-exclude $FILES    for a hook, which names all files

Exit status: 0 nothing at or above --fail-on, 1 findings at or above it (with --diff: something would change), 2 the run itself failed
(a mistyped option, a file that can't be read, no file that matches).";

/// Lint files, folders or standard input.
///
/// A file that is named is always checked, whatever its name, and so is *.cts.json. A folder is walked for *.json, *.jsonc (where comments are
/// allowed), and *.http and *.rest (whole requests); hidden files and those that .gitignore or .ignore name are left out, links in it are not followed, and
/// files that are no CTS document are skipped and counted.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// Files and folders to check; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    named: Named,

    /// How findings are printed, or written to a file; may be repeated [default: human]
    ///
    /// As in `--format human --format sarif=report.sarif`. One format at most goes to standard output.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = Destination::parser())]
    format: Vec<Destination>,

    /// Mend the files: apply the fixes that keep the meaning, then report what remains
    ///
    /// Files are replaced at once, or not at all. Standard input is mended to standard output, and the report goes to
    /// standard error.
    #[arg(long, overrides_with = "fix")]
    fix: bool,

    /// Mend the files, and apply fixes that may change the meaning, too; look at the result
    #[arg(long, overrides_with = "unsafe_fixes")]
    unsafe_fixes: bool,

    /// Print what --fix would change as a unified diff, and write nothing; exit status 1 if there is something
    ///
    /// Together with --unsafe-fixes, what that would change. `git apply` takes it, and so does `patch -p1`. A diff stands
    /// for itself: findings are not printed.
    #[arg(long, conflicts_with = "format", overrides_with = "diff")]
    diff: bool,

    /// Write the report to FILE instead of standard output
    ///
    /// Of several, the one whose format has no file of its own.
    #[arg(long, value_name = "FILE")]
    output_file: Option<PathBuf>,

    /// From which severity on findings fail the run (exit status 1) [default: error, or what the configuration says]
    #[arg(long, value_name = "SEVERITY", value_enum, overrides_with = "fail_on")]
    fail_on: Option<FailOn>,

    /// What standard input is called in the report; *.jsonc allows comments, *.http holds requests
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,

    #[command(flatten)]
    lookup: Lookup,

    /// Show also the findings that ctslint-ignore.toml accepts
    #[arg(long, overrides_with = "no_ignore")]
    no_ignore: bool,

    /// Skip named files that are no CTS document, as those in folders are
    #[arg(long, overrides_with = "skip_unknown")]
    skip_unknown: bool,

    /// Leave out what ctslint.toml excludes even if it is named, as hooks name every file that was changed
    ///
    /// That is true for standard input with --stdin-filename, too. If nothing is left to check, the exit status is 0.
    #[arg(long)]
    force_exclude: bool,

    /// Print only findings that fail the run, and no closing line
    ///
    /// That is, those at or above --fail-on. Machine formats stay complete.
    #[arg(long, short, overrides_with = "quiet")]
    quiet: bool,

    /// Print how often each rule speaks, too
    ///
    /// With another format than human, or with --output-file, on standard error.
    #[arg(long, overrides_with = "statistics")]
    statistics: bool,

    /// When to use colours; NO_COLOR and CLICOLOR_FORCE are honoured
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto, overrides_with = "color")]
    color: Color,

    /// When names of rules and files are links [default: auto, on a terminal that shows them and has colours]
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Hyperlinks::Auto, hide_default_value = true, overrides_with = "hyperlinks")]
    hyperlinks: Hyperlinks,

    /// How many files to check at the same time [default: one a processor]
    #[arg(long, value_name = "N", overrides_with = "jobs")]
    jobs: Option<NonZero<usize>>,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let destinations = Destination::all(&args.format, args.output_file.as_deref())?;
    let Inputs { mut files, failures } = find(args, &destinations)?;
    let paths = files.iter().map(files::Input::path);
    let project = Project::find(&args.lookup, !args.no_ignore, paths)?;
    Destination::spare_settings(&destinations, project.files())?;
    let mend = mend(args);
    let mends_stdin = mend.is_some_and(|mend| mend.action == Action::Write) && files.iter().any(|file| file.stdin);
    let mut tally = Tally::default();
    let mut unwritten = 0;
    if args.force_exclude {
        let excluded = exclude(args, &project, &mut files);
        tally.excluded = excluded.len();
        if excluded.iter().any(|file| file.stdin) {
            unwritten += take_stdin(mends_stdin);
        }
    } else {
        leave_out(&project, &mut files)?;
    }
    let mut failed = failures.len();
    for failure in &failures {
        terminal::tell(failure);
    }
    if files.is_empty() && failed > 0 {
        return Ok(Status::Failed);
    }

    let target = |destination: &Destination| match destination.file {
        Some(_) => Target::File,
        None if mends_stdin => Target::Stderr,
        None => Target::Stdout,
    };
    let mut writers = destinations
        .iter()
        .map(|destination| Writer::open(destination, target(destination)))
        .collect::<Result<Vec<_>, _>>()?;
    let view = |destination: &Destination| View {
        language: destination.format.language(),
        color: args.color.applies(target(destination)),
        links: args.hyperlinks.apply(args.color, target(destination)),
        only: None,
    };
    let plan = Plan {
        project,
        fail_on: args.fail_on,
        quiet: args.quiet,
        named: args.named,
        skip_unknown: args.skip_unknown,
        base: Base::current(),
        forms: destinations
            .iter()
            .map(|destination| (destination.format, view(destination)))
            .collect(),
        mend,
    };
    let mut reached = false;
    let mut progress = Progress::new(files.len());
    run::run(&files, &plan, args.jobs, |file, outcome| {
        progress.step(|| match outcome {
            Outcome::Skipped { near, text } => {
                tally.skip();
                if let Some(near) = near.filter(|_| !args.quiet) {
                    let (path, reason) = (&terminal::path(file.path()), &near);
                    terminal::tell(&Message::SkippedNear { path, reason }.text());
                }
                unwritten += pass_on(text);
            }
            Outcome::Failed(failure) => {
                match failure {
                    Failure::Write { .. } => unwritten += 1,
                    _ => failed += 1,
                }
                terminal::tell(&failure);
            }
            Outcome::Checked {
                document,
                counts,
                suppressed,
                reached: its,
                parts,
                fixed,
                text,
            } => {
                reached |= its;
                tally.add(document, &counts, suppressed);
                tally.add_fixed(fixed);
                unwritten += pass_on(text);
                for (writer, part) in writers.iter_mut().zip(parts) {
                    writer.add(part);
                }
            }
        });
    });
    progress.finish();
    // A diff is of the files that were checked, and of nothing else.
    for suppressions in plan.project.suppressions().filter(|_| !args.diff) {
        let (report, fail_on) = plan.project.stale(suppressions, &walked(args));
        if report.findings.is_empty() {
            continue;
        }
        let mut counts = Counts::default();
        report.findings.iter().for_each(|finding| counts.add(finding));
        let threshold = plan.threshold(fail_on);
        let checked = Checked {
            base: &plan.base,
            file: Path::new(suppressions.shown()),
            path: suppressions.shown(),
            text: suppressions.text().as_bytes(),
            found: &Found::of(&report),
            argument: None,
            has_errors: counts.has_errors(),
            threshold,
        };
        reached |= counts.reach(threshold);
        for (writer, part) in writers.iter_mut().zip(plan.parts(&checked, false)) {
            writer.add(part);
        }
        tally.count(&counts);
    }

    tally.failed = failed;
    tally.unwritten = unwritten;
    let reached = if args.diff {
        tally.has_changed()
    } else {
        for writer in &mut writers {
            writer.end(&tally.summary, failed);
        }
        reached
    };
    close(args, &tally, &destinations, &mut writers);
    writers.into_iter().try_for_each(Writer::finish)?;
    Ok(match (failed + unwritten, reached) {
        (0, false) => Status::Clean,
        (0, true) => Status::Findings,
        _ => Status::Failed,
    })
}

/// Whether and how the files are to be mended.
fn mend(args: &Args) -> Option<Mend> {
    let for_terminal = args.output_file.is_none() && io::stdout().is_terminal();
    let action = if args.diff {
        Action::Diff { for_terminal }
    } else {
        Action::Write
    };
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

/// Reads standard input without checking it, because its writer wants it read, and passes it on as it is where it was to be
/// mended; the number of failures.
fn take_stdin(mends: bool) -> usize {
    match Reader::new().stdin() {
        Ok(text) => pass_on(mends.then(|| text.to_vec())),
        Err(source) => {
            let path = Message::StandardInput.text();
            terminal::tell(&Failure::Read { path, source });
            1
        }
    }
}

/// The files that the arguments mean.
fn find(args: &Args, destinations: &[Destination]) -> Result<Inputs, Failure> {
    if args.stdin_filename.is_some() && !args.paths.iter().any(|path| path.as_os_str() == STDIN) {
        return Err(Failure::StdinNotRead);
    }
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here[..] } else { &args.paths };
    let mut inputs = files::find(paths, args.stdin_filename.as_deref());
    Destination::spare_inputs(destinations, &inputs.files)?;
    for output in destinations
        .iter()
        .filter_map(|destination| destination.file.as_deref())
    {
        files::exclude(output, &mut inputs.files)?;
    }
    if inputs.files.is_empty() && inputs.failures.is_empty() {
        return Err(no_match(paths));
    }
    Ok(inputs)
}

/// Takes out what the configuration does not want checked.
pub(super) fn leave_out(project: &Project, files: &mut Vec<files::Input>) -> Result<(), Failure> {
    if project.is_empty() {
        return Ok(());
    }
    let count = files.len();
    files.retain(|file| file.named || project.wants(file.path()));
    if files.is_empty() && count > 0 {
        return Err(Failure::LeftOut { count });
    }
    Ok(())
}

/// Takes out what the configuration does not want checked, even if it was named.
fn exclude(args: &Args, project: &Project, files: &mut Vec<files::Input>) -> Vec<files::Input> {
    let has_name = |file: &files::Input| !file.stdin || args.stdin_filename.is_some();
    files
        .extract_if(.., |file| has_name(file) && !project.wants(file.path()))
        .collect()
}

/// The folders all of whose files are looked at.
fn walked(args: &Args) -> Vec<PathBuf> {
    if args.paths.is_empty() {
        return vec![PathBuf::from(".")];
    }
    args.paths.iter().filter(|path| path.is_dir()).cloned().collect()
}

pub(super) fn no_match(paths: &[PathBuf]) -> Failure {
    let shown = |path: &PathBuf| {
        if path.as_path() == Path::new(".") {
            Message::CurrentFolder.text()
        } else {
            format!("`{}`", terminal::path(path))
        }
    };
    Failure::NoMatch {
        paths: paths.iter().map(shown).collect::<Vec<_>>().join(", "),
    }
}

/// The statistics and the closing line: in the report where it is for people, beside it otherwise.
fn close(args: &Args, tally: &Tally, destinations: &[Destination], writers: &mut [Writer]) {
    let mut closing = String::new();
    if args.statistics {
        closing += &tally.statistics();
    }
    let printed = destinations.iter().position(|destination| destination.file.is_none());
    // The reader of a machine format has the counts in it, if it is not in a file that nobody sees.
    let wants_line = printed.is_none_or(|index| destinations[index].format.is_for_people());
    if wants_line && !args.quiet {
        closing += &if args.diff {
            tally.diff_line()
        } else {
            tally.closing_line()
        };
        closing.push('\n');
    }
    match printed.filter(|&index| destinations[index].format == Format::Human && !args.diff) {
        Some(index) => writers[index].close(&closing),
        None if !closing.is_empty() => terminal::print_aside(&closing),
        None => {}
    }
}
