//! The schemas against the checker, with an independent validator as the judge.

mod bodies;
mod editors;
mod models;
mod one_row;
mod random;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::fast_path::same_in_one_pass;
use crate::api::{DOCUMENTS, ForeseenIn, api_errors};
use crate::describe::{GAPS, Gap};
use crate::diagnostics::{Param, Report};
use crate::model::{Condition, Document, DocumentKind};
use crate::model::{Rule, Severity};
use crate::{Draft, Options, SCHEMA_BLIND_SPOTS, SchemaOptions, SchemaProfile, check, json_schema_with};
pub(super) use bodies::bodies;

/// The validators of a document: one for each profile that is to give the checker's verdict, and those of the others.
struct Judges {
    document: &'static Document,
    exact: Vec<Validator>,
    codegen: Validator,
    llm: Validator,
}

impl Judges {
    fn new(document: &'static Document) -> Self {
        let validator = |options: &SchemaOptions| {
            let schema = json_schema_with(document, options);
            jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{document:?}: {error}"));
            jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{document:?}: {error}"))
        };
        let of = |profile| SchemaOptions {
            profile,
            ..SchemaOptions::default()
        };
        let exact = [
            SchemaOptions::default(),
            plain_draft_7(),
            of(SchemaProfile::Editor),
            of(SchemaProfile::Forms),
        ];
        Self {
            document,
            exact: exact.iter().map(validator).collect(),
            codegen: validator(&of(SchemaProfile::Codegen)),
            llm: validator(&of(SchemaProfile::Llm)),
        }
    }

    /// What all profiles but `codegen` and `llm` say of a body.
    fn accept(&self, body: &str) -> bool {
        let value: Value = serde_json::from_str(body).unwrap_or_else(|error| panic!("{body}: {error}"));
        let verdicts: Vec<bool> = self.exact.iter().map(|judge| judge.is_valid(&value)).collect();
        assert!(
            verdicts.iter().all(|verdict| *verdict == verdicts[0]),
            "the profiles of {:?} differ on {body}: {verdicts:?}",
            self.document
        );
        verdicts[0]
    }

    /// Holds both against each other; tells the verdict and the blind spot that excuses a difference.
    #[track_caller]
    fn hold(&self, body: &str) -> (bool, Option<&'static str>) {
        let options = Options {
            document: Some(self.document),
            ..Options::default()
        };
        let report = check(body, &options);
        same_in_one_pass(body, &options);
        same_in_one_pass(body, &Options::default());
        let ours = errors(&report).next().is_none();
        let theirs = self.accept(body);
        if ours == theirs {
            return (ours, None);
        }
        let excuse = excuse(self.document, &report, ours);
        assert!(
            excuse.is_some(),
            "{:?}: the checker {} it, the schema does not: {body}\n{:#?}",
            self.document,
            if ours { "accepts" } else { "refuses" },
            report.findings
        );
        (ours, excuse)
    }
}

/// The rules of the errors.
fn errors(report: &Report) -> impl Iterator<Item = Rule> {
    let errors = report.findings.iter().filter(|it| it.severity == Severity::Error);
    errors.map(|finding| finding.rule)
}

/// The edition for validators that do not read the current draft.
fn plain_draft_7() -> SchemaOptions {
    SchemaOptions {
        draft: Some(Draft::Draft7),
        ..SchemaOptions::default()
    }
}

/// The blind spot that explains why a schema refuses what the checker accepts.
fn excuse(document: &'static Document, report: &Report, accepted: bool) -> Option<&'static str> {
    let stands_for = |name: &str| {
        report.findings.iter().any(|finding| {
            finding.rule == Rule::UnknownField
                && match finding.params.get("suggestion") {
                    Some(Param::Text(suggestion)) => suggestion == name,
                    _ => false,
                }
        })
    };
    if !accepted && errors(report).all(|rule| rule == Rule::SameBucket) {
        return Some("equal-values");
    }
    if !accepted && report.findings.iter().any(|it| it.rule == Rule::UnreplacedPlaceholder) {
        return Some("placeholders");
    }
    let demanded = document.all_relations().filter_map(|relation| match relation.then {
        Condition::Present(id) | Condition::Given(id) => Some(id.row().field.name),
        _ => None,
    });
    (accepted && document.kind == DocumentKind::Response && demanded.into_iter().any(stands_for))
        .then_some("misspelt-members-of-answers")
}

/// Writes a file for validators in other languages.
fn write(name: &str, lines: &[String]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/agreement");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let file = fs::File::create(folder.join(name)).expect("the file can be made");
    let mut file = BufWriter::new(file);
    for line in lines {
        writeln!(file, "{line}").expect("the file can be written");
    }
}

/// What a profile leaves out is said in its description.
#[track_caller]
fn foretold(document: &'static Document, profile: SchemaProfile, report: &Report) {
    let options = SchemaOptions {
        profile,
        ..SchemaOptions::default()
    };
    let schema = json_schema_with(document, &options);
    let description = schema["description"].as_str().expect("a description");
    let is_blind = |rule| [Rule::SameBucket, Rule::UnreplacedPlaceholder].contains(&rule);
    for rule in errors(report) {
        assert!(
            is_blind(rule) || description.contains(&format!("`{}`", rule.name())),
            "{} of {document:?} does not say that it leaves out `{}`: {description}",
            profile.name(),
            rule.name()
        );
    }
}

/// Every fact broken once and in pairs. Also writes `target/agreement/bodies.jsonl`: a line a body, with `document`,
/// `text`, `accepted`, `codegen` and `llm` (the verdicts of those profiles) and, where all others are blind, `blind`; and the
/// plain draft-07 schemas, which are not checked in, to `target/agreement/plain-draft-07.json`.
#[test]
fn checker_and_schemas_agree_on_enumerated_bodies() {
    let mut lines = Vec::new();
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut excuses: HashMap<&str, usize> = HashMap::new();
    let mut gaps = Vec::new();
    let mut plain = Vec::new();
    // How many are wrongly accepted and wrongly refused.
    let add = |gap: &mut (usize, usize), by_schema: bool, by_checker: bool| {
        gap.0 += usize::from(by_schema && !by_checker);
        gap.1 += usize::from(!by_schema && by_checker);
    };
    for document in DOCUMENTS {
        let judges = Judges::new(document);
        let options = Options {
            document: Some(document),
            ..Options::default()
        };
        plain.push(json!([document.name(), json_schema_with(document, &plain_draft_7())]));
        let mut gap = Gap {
            document: document.name(),
            bodies: 0,
            exact: (0, 0),
            codegen: (0, 0),
            llm: (0, 0),
        };
        for body in bodies(document) {
            let (accepted, excuse) = judges.hold(&body);
            let value: Value = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{body}: {error}"));
            gap.bodies += 1;
            add(&mut gap.exact, accepted ^ excuse.is_some(), accepted);
            let codegen = judges.codegen.is_valid(&value);
            add(&mut gap.codegen, codegen, accepted);
            if codegen && !accepted {
                foretold(document, SchemaProfile::Codegen, &check(&body, &options));
            }
            let (llm, sent) = models::verdicts(&judges, &value, accepted);
            add(&mut gap.llm, llm, sent);
            let count = counts.entry(document.name()).or_default();
            *(if accepted { &mut count.0 } else { &mut count.1 }) += 1;
            let mut line = json!({
                "document": document.name(), "text": body, "accepted": accepted, "codegen": codegen, "llm": llm,
            });
            if let Some(excuse) = excuse {
                *excuses.entry(excuse).or_default() += 1;
                line["blind"] = excuse.into();
            }
            lines.push(line.to_string());
        }
        gaps.push(gap);
    }
    println!(
        "{} bodies; accepted and refused: {counts:?}; blind: {excuses:?}",
        lines.len()
    );
    assert!(lines.len() >= 10_000, "only {} bodies", lines.len());
    for (document, (accepted, refused)) in &counts {
        assert!(*accepted > 50 && *refused > 50, "{document}: {accepted}, {refused}");
    }
    let excuses: BTreeSet<&str> = excuses.into_keys().collect();
    assert_eq!(excuses, BTreeSet::from(["equal-values", "misspelt-members-of-answers"]));
    write("bodies.jsonl", &lines);
    write("plain-draft-07.json", &[Value::from(plain).to_string()]);
    assert!(gaps == GAPS, "`GAPS` is to be this: {gaps:#?}");
}

/// Writes `target/agreement/examples.json`: a list with `document`, `text` and `accepted` for each example that is JSON, as
/// each request of Open Telekom Cloud. That a key occurs twice, no value tells.
#[test]
fn schemas_agree_on_the_examples() {
    let mut examples = Vec::new();
    for folder in ["good", "bad"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../examples")
            .join(folder);
        for entry in fs::read_dir(folder).expect("a folder") {
            let text = fs::read_to_string(entry.expect("a file").path()).expect("a text");
            if serde_json::from_str::<Value>(&text).is_ok() {
                examples.push(text);
            }
        }
    }
    examples.sort();
    let mut lines = Vec::new();
    for name in ["v1", "v1-update", "v3", "v3-update"] {
        let judges = Judges::new(Document::from_name(name).expect("a document"));
        for text in &examples {
            let options = Options {
                document: Some(judges.document),
                ..Options::default()
            };
            let findings = check(text, &options).findings;
            let accepted = !findings
                .iter()
                .any(|finding| finding.severity == Severity::Error && finding.rule != Rule::DuplicateField);
            assert_eq!(judges.accept(text), accepted, "{name}: {text}");
            lines.push(json!({"document": judges.document.name(), "text": text, "accepted": accepted}));
        }
    }
    assert!(lines.iter().filter(|line| line["accepted"] == true).count() > 3);
    write("examples.json", &[Value::from(lines).to_string()]);
}

/// The list of error codes names the rules that foresee each: exactly those whose findings carry the code.
#[test]
fn error_codes_name_the_rules_that_foresee_them() {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for document in DOCUMENTS {
        let options = Options {
            document: Some(document),
            ..Options::default()
        };
        let broken = [
            "{'error_msg': 1}",
            "{\"bucket_name\": ${x}, \"tracker_name\": ${x}}",
            "<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n",
        ];
        for body in bodies(document).iter().map(String::as_str).chain(broken) {
            for finding in check(body, &options).findings {
                if let Some(code) = finding.api_error {
                    found.entry(code).or_default().insert(finding.rule.name());
                }
            }
        }
    }
    for error in api_errors() {
        let told: BTreeSet<&str> = error.rules.iter().map(|rule| rule.name()).collect();
        // What only bodies of Huawei Cloud's own v3 tell has no rule where that API has no table.
        let is_told = !told.is_empty() || error.foreseen_in == ForeseenIn::BodyOfHuawei;
        assert_eq!(error.foreseeable, is_told, "{}", error.code);
        if let Some(found) = found.get(error.code) {
            assert_eq!(*found, told, "{}", error.code);
        }
    }
}

/// What the list of blind spots says is so.
#[test]
fn blind_spots_are_blind() {
    let verdict = |document: &str, body: &str| {
        let document = Document::from_name(document).expect("a document");
        let options = Options {
            document: Some(document),
            ..Options::default()
        };
        let errors = check(body, &options).findings;
        let errors = errors.iter().filter(|finding| finding.severity == Severity::Error);
        (errors.map(|finding| finding.rule).next(), Judges::new(document))
    };
    for spot in SCHEMA_BLIND_SPOTS {
        match spot.name {
            "text" => {
                let (rule, judges) = verdict("error-response", "{\"error_msg\": 'x'}");
                assert_eq!(rule, Some(Rule::InvalidJson));
                assert!(judges.accept("{\"error_msg\": \"x\"}"));
            }
            "duplicate-keys" => {
                let body = r#"{"error_msg": "x", "error_msg": "y"}"#;
                let (rule, judges) = verdict("error-response", body);
                assert_eq!(rule, Some(Rule::DuplicateField));
                assert!(judges.accept(body));
            }
            "huge-numbers" => {
                let body = r#"{"create_time": 1e400}"#;
                let (rule, _) = verdict("v3-create-response", body);
                assert_eq!(rule, None);
                assert_eq!("1e400".parse(), Ok(f64::INFINITY));
            }
            "misspelt-members-of-answers" => {
                let body = r#"{"status": "error", "detial": "noBucket"}"#;
                let (rule, judges) = verdict("v3-create-response", body);
                assert_eq!(rule, None);
                assert!(!judges.accept(body));
            }
            "placeholders" => {
                let body = r#"{"bucket_name": "audit", "kms_id": "${key}", "is_support_trace_files_encryption": true}"#;
                let (rule, judges) = verdict("v1", body);
                assert_eq!(rule, Some(Rule::UnreplacedPlaceholder));
                assert!(judges.accept(body));
            }
            "equal-values" => {
                let body = r#"{"tracker_type": "data", "tracker_name": "reads", "obs_info": {"bucket_name": "audit"},
                    "data_bucket": {"data_bucket_name": "audit", "data_event": ["READ"]}}"#;
                let (rule, judges) = verdict("huawei-v3", body);
                assert_eq!(rule, Some(Rule::SameBucket));
                assert!(judges.accept(body));
            }
            "document" => {
                let findings = check("{}", &Options::default()).findings;
                assert_eq!(findings[0].rule, Rule::UnknownApi);
            }
            "advice" => {
                let body = r#"{"tracker_type": "system", "tracker_name": "system", "is_support_validate": true}"#;
                let (rule, judges) = verdict("v3", body);
                assert_eq!(rule, None);
                assert!(judges.accept(body));
            }
            other => panic!("nothing shows that `{other}` is a blind spot"),
        }
    }
}
