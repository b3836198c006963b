//! `ctslint config`: what applies to a file, and what says so.

use std::path::{Path, PathBuf};

use ctslint::{Language, Provider, Rule, Severity};
use serde::Serialize;

use crate::arguments::{DocumentName, ListFormat};
use crate::failure::Failure;
use crate::messages::Message;
use crate::output::{Sink, write_pretty};
use crate::project::config::{self, Stated};
use crate::project::{Lookup, Project, Settings};
use crate::status::Status;
use crate::terminal::{columns_of, padded, visible};

const EXAMPLES: &str = "\
Examples:
  ctslint config                        what applies in the current folder
  ctslint config trackers/prod.json     what applies to a file, which need not be there
  ctslint config --schema > ctslint.schema.json";

/// Show what applies to a file, and which line says so.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Args {
    /// The file, which need not be there [default: any file of the current folder]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    #[command(flatten)]
    lookup: Lookup,

    /// How to print it
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,

    /// Print the JSON Schema of ctslint.toml instead
    #[arg(long, conflicts_with_all = ["file", "config", "isolated", "format"])]
    schema: bool,
}

/// A setting, and what says so: `path:line`, or `None` where nothing does.
#[derive(Clone, Serialize)]
struct Shown {
    value: String,
    from: Option<String>,
}

/// What a rule is set to.
#[derive(Serialize)]
struct RuleShown {
    rule: &'static str,
    /// The fields for which it holds; all when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(flatten)]
    setting: Shown,
}

#[derive(Serialize)]
struct PolicyShown {
    field: String,
    pattern: String,
    message: String,
    from: String,
}

/// All that applies to a file.
#[derive(Serialize)]
struct Listed {
    version: u32,
    file: Option<String>,
    configuration: Option<String>,
    suppressions: Option<String>,
    /// How many suppressions are for the file.
    suppressed: usize,
    #[serde(rename = "as")]
    document: Shown,
    provider: Shown,
    #[serde(rename = "fail-on")]
    fail_on: Shown,
    policies: Vec<PolicyShown>,
    rules: Vec<RuleShown>,
}

pub(crate) fn run(args: &Args) -> Result<Status, Failure> {
    let mut sink = Sink::stdout();
    if args.schema {
        sink.write(|out| write_pretty(&config::schema(), out));
        sink.finish()?;
        return Ok(Status::Clean);
    }
    // Any name will do for a file of the current folder; none is called so.
    let file = args.file.as_deref().unwrap_or(Path::new("*"));
    let project = Project::find(&args.lookup, true, std::iter::once(file))?;
    let mut listed = listed(project.settings(file).as_ref(), args.format.language());
    listed.file = args.file.as_ref().map(|file| file.to_string_lossy().into_owned());
    sink.write(|out| match args.format {
        ListFormat::Json => write_pretty(&listed, out),
        ListFormat::Human => out.write_all(human(&listed).as_bytes()),
    });
    sink.finish()?;
    Ok(Status::Clean)
}

fn listed(settings: Option<&Settings<'_>>, language: Language) -> Listed {
    let applied = settings.and_then(|settings| settings.applied.as_ref());
    let shown = applied.map(|applied| applied.config.shown.clone());
    let from = |line: u32| shown.as_ref().map(|shown| format!("{shown}:{line}"));
    fn setting<T>(stated: Option<Stated<T>>, show: impl Fn(T) -> String, default: &str) -> (String, Option<u32>) {
        match stated {
            Some(Stated { value, line }) => (show(value), Some(line)),
            None => (default.to_owned(), None),
        }
    }
    let say = |(value, line): (String, Option<u32>)| Shown {
        value,
        from: line.and_then(from),
    };
    let severity_name = |severity: Option<Severity>| severity.map_or("off", Severity::name).to_owned();
    let mut rules = Vec::new();
    for &rule in Rule::ALL {
        let info = rule.info();
        let default = severity_name((!info.opt_in).then_some(info.severity));
        let stated = applied.and_then(|applied| applied.stated(rule, None));
        rules.push(RuleShown {
            rule: info.name,
            pointer: None,
            setting: say(setting(stated, severity_name, &default)),
        });
        let for_fields = applied.into_iter().flat_map(|applied| applied.for_fields());
        rules.extend(
            for_fields
                .filter(|(_, its, _)| *its == rule)
                .map(|(pointer, _, stated)| RuleShown {
                    rule: info.name,
                    pointer: Some(pointer.to_owned()),
                    setting: say(setting(Some(stated), severity_name, "")),
                }),
        );
    }
    let policies = applied.into_iter().flat_map(|applied| &applied.config.policies);
    let policies = policies.map(|policy| PolicyShown {
        field: policy.field.clone(),
        pattern: policy.pattern.to_string(),
        message: policy.message.clone(),
        from: from(policy.line).unwrap_or_default(),
    });
    let policies = policies.collect();
    let provider = applied.and_then(|applied| applied.provider_of_override().or(applied.config.provider));
    let of = provider.map(|stated| stated.value).unwrap_or_default();
    let document_name = |document: DocumentName| document.of(of).name().to_owned();
    let suppressions = settings.and_then(|settings| settings.suppressions.as_ref());
    Listed {
        version: 1,
        file: None,
        suppressions: suppressions.map(|(suppressions, _)| suppressions.shown().to_owned()),
        suppressed: suppressions.map_or(0, |(suppressions, file)| suppressions.count(file)),
        document: say(setting(
            applied.and_then(|applied| applied.document()),
            document_name,
            &Message::ToldFromContent.worded(language),
        )),
        provider: say(setting(
            provider,
            |provider| provider.name().to_owned(),
            Provider::default().name(),
        )),
        fail_on: say(setting(
            applied.and_then(|applied| applied.config.fail_on),
            |threshold| threshold.name().to_owned(),
            "error",
        )),
        policies,
        rules,
        configuration: shown.clone(),
    }
}

/// A line a setting, with what says so behind it.
fn human(listed: &Listed) -> String {
    let plain = |value: &str| Shown {
        value: value.to_owned(),
        from: None,
    };
    let none = Message::None.text();
    let count = listed.suppressed;
    let suppressions = match &listed.suppressions {
        Some(path) => Message::EntriesForFile { path, count }.text(),
        None => none.clone(),
    };
    let mut lines = vec![
        (
            Message::Configuration.text(),
            plain(listed.configuration.as_deref().unwrap_or(&none)),
        ),
        (Message::Suppressions.text(), plain(&suppressions)),
        ("as".to_owned(), listed.document.clone()),
        ("provider".to_owned(), listed.provider.clone()),
        ("fail-on".to_owned(), listed.fail_on.clone()),
    ];
    lines.extend(listed.policies.iter().map(|policy| {
        let shown = Shown {
            value: policy.pattern.clone(),
            from: Some(policy.from.clone()),
        };
        (Message::Policy { field: &policy.field }.text(), shown)
    }));
    lines.extend(listed.rules.iter().map(|rule| match &rule.pointer {
        Some(pointer) => {
            let pointer = &visible(pointer);
            (format!("  {}", Message::At { pointer }.text()), rule.setting.clone())
        }
        None => (rule.rule.to_owned(), rule.setting.clone()),
    }));
    let width = lines.iter().map(|(name, _)| columns_of(name)).max().unwrap_or(0);
    lines.into_iter().fold(String::new(), |text, (name, shown)| {
        let value = visible(&shown.value);
        let from = shown.from.map(|from| format!("  ({})", visible(&from)));
        text + &format!("{}  {value}{}\n", padded(&name, width), from.unwrap_or_default())
    })
}
