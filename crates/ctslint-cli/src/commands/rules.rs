//! `ctslint rules`: what is checked.

use ctslint::{FixAvailability, Language, RuleInfo};
use serde::Serialize;

use crate::arguments::ListFormat;
use crate::failure::Failure;
use crate::output::Sink;
use crate::status::Status;

/// List the rules: name, severity, fix, summary.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How to print the list
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,
}

/// The list as JSON.
#[derive(Serialize)]
struct Listed {
    version: u32,
    rules: &'static [RuleInfo],
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let rules = ctslint::rules();
    let mut sink = Sink::stdout();
    sink.write(|out| match args.format {
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &Listed { version: 1, rules })?;
            writeln!(out)
        }
        ListFormat::Human => {
            let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
            for rule in rules {
                let fix = match rule.fix {
                    FixAvailability::None => "no fix",
                    FixAvailability::Safe => "safe fix",
                    FixAvailability::Unsafe => "unsafe fix",
                };
                let severity = rule.severity.name();
                let summary = rule.summary.text(Language::En);
                let off = if rule.opt_in { "; off unless configured" } else { "" };
                writeln!(out, "{:width$}  {severity:7}  {fix:10}  {summary}{off}", rule.name)?;
            }
            Ok(())
        }
    });
    sink.finish()?;
    Ok(Status::Clean)
}
