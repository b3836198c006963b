//! The fast path for right bodies.

use crate::check::detect_if_valid;
use crate::{Document, Options, Provider, Report, Rule, Severity, check_with, documents};

/// What is accepted in one pass is what the full check finds nothing wrong with, for the same reason.
pub(crate) fn same_in_one_pass(text: &str, options: &Options) {
    if let Some(detection) = detect_if_valid(text.as_bytes(), options) {
        let report = Report::new(detection, Vec::new());
        assert_eq!(report, check_with(text, options, |_, _| ()).0, "{text:?}");
    }
}

const RIGHT: &[&str] = &[
    r#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":true}"#,
    "\r\n{\r\n\t\"tracker_type\"\t:\r\n\"system\" ,\r\n\t\"tracker_name\": \"system\",\"is_lts_enabled\" : true\r\n}\r\n",
    r#"{"tracker_name":"system","obs_info":{"bucket_name":"acme-traces","file_prefix_name":"","is_obs_created":false,
        "compress_type":"gzip","is_sort_by_service":true},"is_support_validate":true,"tracker_type":"system"}"#,
];

#[test]
fn bodies_with_nothing_wrong_are_accepted_in_one_pass() {
    for text in RIGHT {
        for document in [None, Document::from_name("v3")] {
            let options = Options {
                document,
                ..Options::default()
            };
            assert!(detect_if_valid(text.as_bytes(), &options).is_some(), "{text}");
            same_in_one_pass(text, &options);
        }
    }
}

#[test]
fn the_rest_is_left_to_the_full_check() {
    // One thing is changed in a body that is accepted.
    for (from, to) in [
        ("system\",\"tracker_name", "\\u0073ystem\",\"tracker_name"),
        ("true}", "true,}"),
        ("true}", "true}}"),
        ("true}", "true} x"),
        ("true}", "truely}"),
        ("true}", "1}"),
        ("true}", "\"true\"}"),
        ("true}", "false}"),
        ("true}", "true,\"is_lts_enabled\":true}"),
        ("true}", "true,\"colour\":\"red\"}"),
        ("true}", "true,\"obs_info\":{\"compress_type\":\"gzip\"}}"),
        ("true}", "true,\"obs_info\":{\"bucket_name\":\"a..b\"}}"),
        ("true}", "true"),
        (":\"system\"", ":\"data\""),
        ("tracker_name", "tracker_nmae"),
        ("{", "\u{feff}{"),
        ("{", "/* */{"),
        ("{", "[{"),
    ] {
        let text = RIGHT[0].replacen(from, to, 1);
        assert_ne!(text, RIGHT[0], "{from}");
        assert_eq!(detect_if_valid(text.as_bytes(), &Options::default()), None, "{text}");
    }
    assert_eq!(
        detect_if_valid(b"{\"tracker_type\":\"\xff\"}", &Options::default()),
        None
    );
    for document in documents()
        .iter()
        .filter(|document| document.name() != "v3-create-request" && document.provider() != Some(Provider::Huawei))
    {
        let options = Options {
            document: Some(document),
            ..Options::default()
        };
        assert_eq!(detect_if_valid(RIGHT[0].as_bytes(), &options), None, "{document:?}");
    }
    let mut options = Options::default();
    options
        .severities
        .set(Rule::CtsTrackerBucketConfigured, Some(Severity::Error));
    assert_eq!(detect_if_valid(RIGHT[0].as_bytes(), &options), None);
}
