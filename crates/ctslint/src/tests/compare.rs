//! Comparisons of requests with answers.

use crate::{
    CompareError, CompareOptions, Comparison, Difference, DifferenceKind, Document, Language, Provider, compare,
};

const ANSWER: &str = r#"{"trackers": [{"id": "1", "create_time": 1, "tracker_name": "system", "tracker_type": "system",
    "status": "enabled", "is_support_validate": true, "lts": {"is_lts_enabled": true},
    "obs_info": {"bucket_name": "old", "file_prefix_name": "a", "is_obs_created": true, "bucket_lifecycle": 30,
    "compress_type": "gzip", "is_sort_by_service": false}}]}"#;

fn compared(request: &str, answer: &str, provider: Provider) -> Result<Comparison, CompareError> {
    let options = CompareOptions {
        provider,
        ..CompareOptions::default()
    };
    compare(request, answer, &options)
}

/// The kinds, places and messages of what a request would change.
fn lines_with(request: &str, answer: &str, options: &CompareOptions<'_>) -> Vec<String> {
    let comparison = compare(request, answer, options).expect("they can be compared");
    let line = |difference: &Difference| {
        let message = difference.worded(Language::En).message;
        format!("{} {}: {message}", difference.kind.name(), difference.path)
    };
    comparison.differences.iter().map(line).collect()
}

fn lines(request: &str, answer: &str, provider: Provider) -> Vec<String> {
    let options = CompareOptions {
        provider,
        ..CompareOptions::default()
    };
    lines_with(request, answer, &options)
}

const UPDATE: &str = r#"{"tracker_type": "system", "tracker_name": "system",
    "obs_info": {"bucket_name": "new-bucket", "compress_type": "g\u007aip", "is_obs_created": false}}"#;

#[test]
fn an_update_replaces_what_it_leaves_out() {
    assert_eq!(
        lines(UPDATE, ANSWER, Provider::Otc),
        [
            "unchanged /tracker_type: `tracker_type` stays `\"system\"`",
            "unchanged /tracker_name: `tracker_name` stays `\"system\"`",
            "unchanged /status: `status` is left out, and `\"enabled\"` is what holds without it",
            "reset /is_lts_enabled: `is_lts_enabled` is left out, and the update replaces the whole configuration: `true` is reset",
            "changed /obs_info/bucket_name: `bucket_name` changes from `\"old\"` to `\"new-bucket\"`",
            "reset /obs_info/file_prefix_name: `file_prefix_name` is left out, and the update replaces the whole configuration: \
             `\"a\"` is reset",
            "unchanged /obs_info/compress_type: `compress_type` stays `\"gzip\"`",
            "reset /obs_info/is_sort_by_service: `is_sort_by_service` is left out, and the update replaces the whole \
             configuration: `false` is reset",
            "reset /is_support_validate: `is_support_validate` is left out, and the update replaces the whole configuration: \
             `true` is reset",
        ]
    );
}

/// Nobody documents what Huawei Cloud's update does with what is left out, nor what becomes of a status.
#[test]
fn what_is_not_documented_is_open() {
    let of_huawei = lines(UPDATE, ANSWER, Provider::Huawei);
    let line = "open /is_support_validate: `is_support_validate` is left out; whether `true` stays is not documented";
    assert!(of_huawei.contains(&line.to_owned()), "{of_huawei:#?}");
    assert!(
        !of_huawei.iter().any(|line| line.starts_with("reset")),
        "{of_huawei:#?}"
    );
    let disabled = ANSWER
        .replace("enabled\", \"is_s", "disabled\", \"is_s")
        .replace("\"enabled\"", "\"disabled\"");
    let line = "open /status: `status` is left out; whether `\"disabled\"` stays is not documented";
    assert!(lines(UPDATE, &disabled, Provider::Otc).contains(&line.to_owned()));
    let encrypted = ANSWER.replace(
        r#""id": "1""#,
        r#""id": "1", "kms_id": "k", "is_support_trace_files_encryption": true"#,
    );
    let line = "open /kms_id: `kms_id` is left out; whether `\"k\"` stays is not documented";
    assert!(lines(UPDATE, &encrypted, Provider::Otc).contains(&line.to_owned()));
}

#[test]
fn creates_and_v1_are_compared_too() {
    let create = r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "old", "is_obs_created": true}}"#;
    let options = CompareOptions {
        request: Document::from_name("v3"),
        ..CompareOptions::default()
    };
    let found = lines_with(create, ANSWER, &options);
    for line in [
        "set /obs_info/is_obs_created: `is_obs_created` asks for a new bucket",
        "reset /is_support_validate: `is_support_validate` is left out: a new tracker does not have `true`",
    ] {
        assert!(found.contains(&line.to_owned()), "{found:#?}");
    }
    let v1 = r#"{"bucket_name": "old", "file_prefix_name": "b", "status": "enabled",
        "lts": {"is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "system-trace"}}"#;
    let answer = r#"{"bucket_name": "old", "tracker_name": "system", "status": "enabled", "file_prefix_name": "a",
        "lts": {"is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "tracker"}}"#;
    assert_eq!(
        lines(v1, answer, Provider::Otc),
        [
            "unchanged /bucket_name: `bucket_name` stays `\"old\"`",
            "changed /file_prefix_name: `file_prefix_name` changes from `\"a\"` to `\"b\"`",
            "unchanged /status: `status` stays `\"enabled\"`",
            "unchanged /lts/is_lts_enabled: `is_lts_enabled` stays `true`",
            "unchanged /lts/log_group_name: `log_group_name` stays `\"CTS\"`",
            "changed /lts/log_topic_name: `log_topic_name` changes from `\"tracker\"` to `\"system-trace\"`",
        ]
    );
}

/// Lists of values are sets, and numbers are numbers however v1 writes them.
#[test]
fn values_are_compared_by_what_they_mean() {
    let request = r#"{"tracker_type": "data", "tracker_name": "mine", "status": "enabled",
        "obs_info": {"bucket_name": "audit", "bucket_lifecycle": 30},
        "data_bucket": {"data_bucket_name": "tracked", "data_event": ["READ", "WRITE"]}}"#;
    let answer = r#"[]"#;
    let error = compared(request, answer, Provider::Huawei).expect_err("it is empty");
    assert_eq!(error.to_string(), "the list has no tracker");
    let answer = r#"{"trackers": [{"id": "1", "create_time": 1, "tracker_name": "system"},
        {"id": "2", "create_time": 1, "tracker_name": "mine", "tracker_type": "data", "status": "enabled",
        "obs_info": {"bucket_name": "audit", "bucket_lifecycle": 30},
        "data_bucket": {"data_bucket_name": "tracked", "data_event": ["WRITE", "READ"]}}]}"#;
    let comparison = compared(request, answer, Provider::Huawei).expect("it is in the list");
    assert_eq!((&*comparison.tracker, comparison.has_changes()), ("mine", false));
    let kinds = comparison.differences.iter().map(|difference| difference.kind);
    assert!(kinds.clone().all(|kind| kind == DifferenceKind::Unchanged));
    assert_eq!(kinds.count(), 7);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let system = r#"{"id": "1", "create_time": 1, "tracker_name": "other", "obs_info": {}}"#;
    for (request, answer, message) in [
        (
            ANSWER,
            ANSWER,
            "the first text must be a request, and this is a `v3-list-response`: it is a list of trackers",
        ),
        (
            UPDATE,
            UPDATE,
            "the second text must be an answer about a tracker, and this is a `v3-create-request`: it has `tracker_type`",
        ),
        ("{", ANSWER, "the request is not valid"),
        (UPDATE, "{}", "the answer is not valid"),
        (
            UPDATE,
            system,
            "the request is about the tracker `system`, and the answer about `other`",
        ),
    ] {
        let error = compared(request, answer, Provider::Otc).expect_err(message);
        assert_eq!(error.to_string(), message);
    }
}
