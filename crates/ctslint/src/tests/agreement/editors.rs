//! Bad bodies for the test of editors, with the fields that the checker finds at fault.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::write;
use crate::diagnostics::{Finding, Param};
use crate::model::{Document, Provenance, Provider, Rule, Severity};
use crate::{Options, check, documents};

const BODIES: &[&str] = &[
    r#"{"tracker_type": "system", "tracker_nmae": "system"}"#,
    r#"{"tracker_type": "data", "tracker_name": "system"}"#,
    r#"{"tracker_type": "system", "tracker_name": "audit"}"#,
    r#"{"tracker_type": "system"}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "bucket_name": "audit"}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": "true"}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": null, "status": "enabled"}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "My_Bucket"}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "my..bucket"}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "10.0.0.1"}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "a", "compress_type": "GZIP"}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"file_prefix": "x", "bucket_lifecycle": 30}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": []}"#,
    r#"{"bucket_name": "audit", "lts": {"is_lts_enabled": false}}"#,
    r#"{"bucket_name": "audit", "is_support_trace_files_encryption": true}"#,
    r#"{"bucket_name": "audit", "is_support_trace_files_encryption": true, "kms_id": ""}"#,
    r#"{"bucket_name": "audit", "file_prefix_name": "logs/2024"}"#,
    r#"{"bucket_name": "audit", "smn": {}, "log_file_validate": {}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "status": "paused", "obs_info": {"bucket_name": "A"}}"#,
    r#"{"bucket_name": "audit", "status": "off", "lts": 1}"#,
    r#"{"tracker_name": "system", "status": 1, "bucket_name": "audit", "file_prefix_name": true}"#,
    r#"{"trackers": [{"id": "1", "create_time": 1.5, "tracker_type": "system", "status": "error"}]}"#,
    r#"{"id": "1", "create_time": "now", "tracker_type": "other", "obs_info": {}}"#,
    r#"{"id": "1", "create_time": 1.5, "status": "error", "obs_info": {}}"#,
    r#"{"id": "1", "create_time": 1, "management_event_selector": {"exclude_service": ["KMS", "OBS"]}}"#,
    r#"{"error_code": "CTS.0231", "error_msg": 231}"#,
];

/// Bodies for Huawei Cloud.
const OF_HUAWEI: &[&str] = &[
    r#"{"tracker_type": "data", "tracker_name": "system", "obs_info": {"bucket_name": "audit"}}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "data_bucket": {"data_bucket_name": "A", "data_event": []}}"#,
    r#"{"tracker_type": "data", "tracker_name": "-a", "status": "off", "kms_id": "x", "is_organization_tracker": true}"#,
    r#"{"tracker_type": "system", "tracker_name": "system", "agency_name": "x", "obs_info": {"bucket_lifecycle": 1.5}}"#,
];

/// The fields that only another provider has: the finding speaks of the first alone.
fn of_other_provider(document: &'static Document, finding: &Finding, text: &str) -> Vec<Option<String>> {
    let body: Value = serde_json::from_str(text).expect("a bad body is JSON");
    let foreign = document
        .foreign_fields
        .iter()
        .filter(|field| finding.rule == Rule::OtherProviderField && field.provenance == Provenance::OtherProvider);
    let pointers = foreign.map(|field| match field.within {
        Some(object) => format!("/{object}/{}", field.name),
        None => format!("/{}", field.name),
    });
    pointers
        .filter(|pointer| body.pointer(pointer).is_some())
        .map(Some)
        .collect()
}

/// The names of LTS that are missing: the finding stands at the first, and speaks of both.
fn missing_names(finding: &Finding, text: &str) -> Vec<Option<String>> {
    let names = ["/lts/log_group_name", "/lts/log_topic_name"];
    let is_of_names =
        finding.rule == Rule::MissingField && names.contains(&finding.path.as_deref().unwrap_or_default());
    let body: Value = serde_json::from_str(text).expect("a bad body is JSON");
    let missing = names.iter().filter(|name| is_of_names && body.pointer(name).is_none());
    missing.map(|name| Some((*name).to_owned())).collect()
}

/// The field that a misspelt or misplaced member supplies: to the checker it is not missing as well.
fn stands_for(finding: &Finding) -> Option<String> {
    let (holder, _) = finding.path.as_deref()?.rsplit_once('/')?;
    let param = |name| match finding.params.get(name) {
        Some(Param::Text(text)) => Some(text.to_string()),
        _ => None,
    };
    param("belongs").or_else(|| param("suggestion").map(|name| format!("{holder}/{name}")))
}

/// The bad examples that are JSON.
fn examples() -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/bad");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let texts = files.into_iter().map(|file| fs::read_to_string(file).expect("a text"));
    texts.filter(|text| serde_json::from_str::<Value>(text).is_ok())
}

/// Writes `target/agreement/editors.json`: a list with `document`, `text`, and as JSON Pointers the `errors` and what is
/// `supplied` by them.
#[test]
fn editors_get_bad_bodies() {
    let mut bodies: Vec<String> = BODIES.iter().map(|&text| text.into()).collect();
    bodies.extend(examples());
    let of_otc = bodies.iter().map(|text| (text.as_str(), Provider::Otc));
    let cases = of_otc
        .chain(OF_HUAWEI.iter().map(|text| (*text, Provider::Huawei)))
        .map(|(text, provider)| {
            let report = check(
                text,
                &Options {
                    provider: Some(provider),
                    ..Options::default()
                },
            );
            let document = report.document.expect("the body tells");
            let errors = || {
                report
                    .findings
                    .iter()
                    .filter(|finding| finding.severity == Severity::Error)
            };
            let spoken_of = errors().flat_map(|finding| {
                let foreign = of_other_provider(document, finding, text);
                foreign.into_iter().chain(missing_names(finding, text))
            });
            let paths: BTreeSet<_> = errors().map(|finding| finding.path.clone()).chain(spoken_of).collect();
            let supplied: BTreeSet<_> = errors().filter_map(stands_for).collect();
            assert!(!paths.is_empty(), "{text} is no bad body");
            json!({"document": document.name(), "text": text, "errors": paths, "supplied": supplied})
        });
    let cases: Vec<Value> = cases.collect();
    for document in documents() {
        let named = cases.iter().any(|case| case["document"] == document.name());
        assert!(
            named || document.name() == "v1-create-response",
            "{document:?} has no bad body"
        );
    }
    write("editors.json", &[Value::from(cases).to_string()]);
}
