//! `--format sarif`: SARIF 2.1.0, for code scanning. The log is written piece by piece, a result at a time.

use std::cell::OnceCell;
use std::io::{self, Write};

use ctslint::{Edit, Language, PositionIndex, Rule, Safety, Severity, Span, WordedFinding, WordedFix};
use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::json;
use super::links;
use super::location::Uri;
use super::report::{Checked, End, Part, told};
use crate::messages::{Meaning, Message as Said};
use crate::terminal::visible;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The name of the working directory in the addresses of files.
const HERE: &str = "%SRCROOT%";

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    information_uri: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Help,
    help_uri: String,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 2],
    precision: &'static str,
    #[serde(rename = "problem.severity")]
    severity: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    level: &'static str,
    message: Message,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
    partial_fingerprints: PartialFingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Remedy<'a>>,
}

#[derive(Serialize)]
struct PartialFingerprints {
    #[serde(rename = "ctslint/v1")]
    fingerprint: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Related<'a> {
    id: usize,
    physical_location: Physical<'a>,
    message: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'a> {
    artifact_location: Artifact<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact<'a> {
    uri: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'a> {
    fully_qualified_name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Remedy<'a> {
    description: Message,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact<'a>,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

/// What stands before the first result.
pub(super) fn head(language: Language, out: &mut dyn Write) -> io::Result<()> {
    let here = Said::WorkingDirectory.worded(language);
    write!(
        out,
        r#"{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"columnKind":"utf16CodeUnits","originalUriBaseIds":{{"{HERE}":{{"description":{{"text":"{here}"}}}}}},"results":["#
    )
}

/// The results of one file, with a comma between two.
pub(super) fn file(file: &Checked<'_>, language: Language, part: &mut Part) {
    const { assert!(Rule::ALL.len() <= 64, "a bit for each rule") };
    let Part { now: out, rules, .. } = part;
    let uri = file.base.uri(file.file);
    let places = Places {
        text: file.text,
        index: OnceCell::new(),
    };
    let path = file.base.relative(file.file);
    let mut fingerprints = Fingerprints::new(&path, file.text);
    let mut separator = "\n";
    file.each(language, |finding| {
        *rules |= 1 << finding.rule as u64;
        // Writing there can't fail, and nothing in it has a key that is not a string.
        let _ = out.write_all(separator.as_bytes());
        let outcome = outcome(finding, fingerprints.of(finding), language, &uri, &places);
        let _ = json::write(&outcome, out);
        separator = ",\n";
    });
}

/// What stands after the last result: the rules that spoke are known by then.
pub(super) fn tail(end: &End<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let successful = end.failed == 0;
    let spoke = |rule: &&Rule| end.rules & (1 << **rule as u64) != 0;
    let driver = Driver {
        name: "ctslint",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: links::REPOSITORY,
        rules: Rule::ALL
            .iter()
            .filter(spoke)
            .map(|&rule| descriptor(rule, language))
            .collect(),
    };
    let driver = serde_json::to_string(&driver)?;
    writeln!(
        out,
        r#"],"tool":{{"driver":{driver}}},"invocations":[{{"executionSuccessful":{successful}}}]}}]}}"#
    )
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn descriptor(rule: Rule, language: Language) -> Descriptor {
    let info = rule.info();
    let meaning = match rule {
        Rule::Policy | Rule::UnusedSuppression | Rule::ExpiredSuppression => Meaning::Settings,
        _ => Meaning::Of(info.severity),
    };
    let meaning = Said::Meaning { meaning }.worded(language);
    let fix = Said::FixOf { fix: info.fix }.worded(language);
    let what = sentence(&info.summary.text(language), language);
    let name = info.name;
    let explanation = explanation(rule, language);
    let help = Help {
        text: Said::ShowsExamples { name }.worded(language),
        markdown: format!("{explanation}\n\n{meaning} {fix}"),
    };
    Descriptor {
        id: name,
        short_description: Message { text: what },
        full_description: Message { text: meaning },
        help,
        help_uri: links::rule(rule),
        default_configuration: Configuration {
            level: level(info.severity),
        },
        properties: Properties {
            tags: ["cts", "json"],
            precision: "very-high",
            severity: match info.severity {
                Severity::Info => "recommendation",
                severity => severity.name(),
            },
        },
    }
}

/// What there is to say of a rule, without its examples.
fn explanation(rule: Rule, language: Language) -> String {
    let text = ctslint::explain(rule.name(), language).map_or_else(String::new, |explanation| explanation.text);
    let text = text.split("\n## ").next().unwrap_or_default();
    match text.split_once('\n') {
        Some((title, rest)) if title.starts_with('#') => rest.trim().to_owned(),
        _ => text.trim().to_owned(),
    }
}

/// A summary as a sentence.
fn sentence(summary: &str, language: Language) -> String {
    let mut chars = summary.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    let stop = Said::Stop.worded(language);
    first.chain(chars).chain(stop.chars()).collect()
}

fn outcome<'a>(
    finding: &'a WordedFinding,
    fingerprint: String,
    language: Language,
    uri: &'a Uri,
    places: &Places<'_>,
) -> Outcome<'a> {
    let artifact = Artifact {
        uri: &uri.text,
        uri_base_id: uri.relative.then_some(HERE),
    };
    let at = |span: Option<Span>| Physical {
        artifact_location: artifact,
        region: span.map(region),
    };
    let pointer = finding.path.as_deref().filter(|pointer| !pointer.is_empty());
    Outcome {
        rule_id: finding.rule.name(),
        level: level(finding.severity),
        message: Message {
            text: told(finding, language),
        },
        locations: [Location {
            physical_location: at(finding.span),
            logical_locations: pointer
                .map(|pointer| Logical {
                    fully_qualified_name: pointer,
                    kind: "member",
                })
                .into_iter()
                .collect(),
        }],
        related_locations: finding
            .related
            .iter()
            .enumerate()
            .map(|(index, related)| Related {
                id: index + 1,
                physical_location: at(related.span),
                message: Message {
                    text: visible(&related.message).into_owned(),
                },
            })
            .collect(),
        partial_fingerprints: PartialFingerprints { fingerprint },
        fixes: finding
            .fix
            .as_ref()
            .map(|fix| remedy(fix, language, artifact, places))
            .into_iter()
            .collect(),
    }
}

fn region(span: Span) -> Region {
    Region {
        start_line: span.start.line,
        start_column: span.start.utf16,
        end_line: span.end.line,
        end_column: span.end.utf16,
    }
}

fn remedy<'a>(fix: &'a WordedFix, language: Language, artifact: Artifact<'a>, places: &Places<'_>) -> Remedy<'a> {
    let replacements = fix
        .edits
        .iter()
        .map(|edit| Replacement {
            deleted_region: region(places.span(edit)),
            inserted_content: Content { text: &edit.text },
        })
        .collect();
    let title = match fix.safety {
        Safety::Safe => fix.title.to_string(),
        Safety::Unsafe => Said::MayChange { title: &fix.title }.worded(language),
    };
    Remedy {
        description: Message {
            text: visible(&title).into_owned(),
        },
        artifact_changes: [Change {
            artifact_location: artifact,
            replacements,
        }],
    }
}

/// Lines and columns of the edits of a file.
struct Places<'a> {
    text: &'a [u8],
    index: OnceCell<PositionIndex<'a>>,
}

impl Places<'_> {
    fn span(&self, edit: &Edit) -> Span {
        let index = self.index.get_or_init(|| PositionIndex::new(self.text));
        Span {
            start: index.at(edit.start),
            end: index.at(edit.end),
        }
    }
}
