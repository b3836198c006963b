//! `ctslint rules`: what is checked.

use ctslint::{FixAvailability, RuleInfo, Severity, Text};
use serde::Serialize;

use crate::arguments::ListFormat;
use crate::failure::Failure;
use crate::messages::Message;
use crate::output::Sink;
use crate::status::Status;
use crate::terminal::{columns_of, padded};
use crate::wording;

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
    rules: Vec<Entry>,
}

/// A rule, with its summary in words.
#[derive(Serialize)]
struct Entry {
    name: &'static str,
    severity: Severity,
    fix: FixAvailability,
    opt_in: bool,
    summary: Text,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let rules = ctslint::rules();
    let language = args.format.language();
    let mut sink = Sink::stdout();
    sink.write(|out| match args.format {
        ListFormat::Json => {
            let entry = |rule: &RuleInfo| Entry {
                name: rule.name,
                severity: rule.severity,
                fix: rule.fix,
                opt_in: rule.opt_in,
                summary: rule.summary.text(language),
            };
            let rules = rules.iter().map(entry).collect();
            serde_json::to_writer_pretty(&mut *out, &Listed { version: 1, rules })?;
            writeln!(out)
        }
        ListFormat::Human => {
            let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
            let severity = |rule: &RuleInfo| wording::severity(rule.severity, language);
            let severity_width = rules.iter().map(|rule| columns_of(&severity(rule))).max().unwrap_or(0);
            let fixes = [Message::NoFix, Message::SafeFix, Message::UnsafeFix];
            let fix_width = fixes.iter().map(|fix| columns_of(&fix.text())).max().unwrap_or(0);
            for rule in rules {
                let fix = match rule.fix {
                    FixAvailability::None => Message::NoFix,
                    FixAvailability::Safe => Message::SafeFix,
                    FixAvailability::Unsafe => Message::UnsafeFix,
                };
                let fix = padded(&fix.text(), fix_width);
                let severity = padded(&severity(rule), severity_width);
                let summary = rule.summary.text(language);
                let off = match rule.opt_in {
                    true => Message::OffUnlessConfigured.text(),
                    false => String::new(),
                };
                writeln!(out, "{:width$}  {severity}  {fix}  {summary}{off}", rule.name)?;
            }
            Ok(())
        }
    });
    sink.finish()?;
    Ok(Status::Clean)
}
