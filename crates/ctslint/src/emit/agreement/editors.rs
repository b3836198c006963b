//! Bad bodies for the test of editors, with the fields that the checker finds at fault.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::write;
use crate::rule::Severity;
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
    r#"{"id": "1", "create_time": "now", "tracker_type": "other"}"#,
    r#"{"id": "1", "create_time": 1.5, "status": "error"}"#,
    r#"{"id": "1", "create_time": 1, "management_event_selector": {"exclude_service": ["KMS", "OBS"]}}"#,
    r#"{"error_code": 231}"#,
];

/// Writes `target/agreement/editors.json`: a list with `document`, `text` and `errors`, the pointers of the fields.
#[test]
fn editors_get_bad_bodies() {
    let cases = BODIES.iter().map(|text| {
        let report = check(text, &Options::default());
        let document = report.document.expect("the body tells");
        let errors = report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        let paths: BTreeSet<_> = errors.map(|finding| finding.path.clone()).collect();
        assert!(!paths.is_empty(), "{text} is no bad body");
        json!({"document": document.name(), "text": text, "errors": paths})
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
