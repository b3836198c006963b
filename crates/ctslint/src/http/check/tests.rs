//! The requests in `.http` files, their findings and fixes.

use super::*;
use crate::fix::fix;
use crate::lint::{check, fix_all};
use crate::messages::Language;

const V3: &str = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
const V1: &str = r#"{"bucket_name": "obs-f1da", "is_obs_created": true}"#;

fn http(text: &str) -> Report {
    check_http(text, &Options::default())
}

fn check_http(text: impl AsRef<[u8]>, options: &Options) -> Report {
    let options = Options {
        requests: true,
        ..options.clone()
    };
    check(text, &options)
}

/// The findings in short: line, column, rule.
fn short(report: &Report) -> Vec<String> {
    let shown = |finding: &Finding| match finding.span {
        Some(span) => format!("{}:{} {}", span.start.line, span.start.column, finding.rule.name()),
        None => finding.rule.name().to_owned(),
    };
    report.findings.iter().map(shown).collect()
}

#[track_caller]
fn assert_found(text: &str, document: Option<&str>, expected: &[&str]) {
    let report = http(text);
    assert_eq!(short(&report), expected, "{text}\n{:#?}", report.findings);
    assert_eq!(report.document.map(Document::name), document, "{text}");
}

const CREATE_V1: Option<&str> = Some("v1-create-request");
const CREATE_V3: Option<&str> = Some("v3-create-request");

#[test]
fn the_published_examples_as_they_are() {
    let v1 = "POST https://{endpoint}/v1.0/{project_id}/tracker\n\n{\n \"bucket_name\": \"obs-f1da\", \n \"is_support_trace_files_encryption\": true, \n \"kms_id\": \"13a4207c-7abe-4b68-8510-16b84c3b5504\",\n \"is_obs_created\": true,\n \"file_prefix_name\": \"yO8Q\",  \n \"lts\": {\n  \"is_lts_enabled\": true,\n  \"log_group_name\": 'CTS\",\n  \"log_topic_name\": 'system-trace'\n }, \n  \"log_file_validate\": {\n \"is_support_validate\": true\n }\n}\n";
    assert_found(
        v1,
        CREATE_V1,
        &["3:1 deprecated-api", "11:21 invalid-json", "12:21 invalid-json"],
    );
    let v3 = "POST https://{endpoint}/v3/{project_id}/tracker\n\n{\n  \"tracker_type\" : \"system\",\n  \"tracker_name\" : \"system\",\n  \"obs_info\" : {\n    \"is_obs_created\" : false,\n    \"bucket_name\" : \"test-bucket\",\n    \"file_prefix_name\" : \"11\"\n  },\n  \"is_lts_enabled\" : true,\n  \"is_support_validate\" : true\n}\n";
    assert_found(v3, CREATE_V3, &[]);
    // As the page of v3 indents them.
    let indented: String = v3.lines().map(|line| format!("      {line}\n")).collect();
    assert_found(&indented, CREATE_V3, &[]);
}

#[test]
fn path_chooses_the_document() {
    for target in [
        "https://cts.eu-de.otc.t-systems.com/v3/{{project}}/tracker",
        "{{host}}/v3/0123456789abcdef0123456789abcdef/tracker?x=1",
        "/v3/{project_id}/tracker HTTP/1.1",
        "http://localhost:8080/gateway/v3/$PROJECT/tracker",
        "cts.example.com/v3/bb1xxxxxxxxe4f498cbxxxxxxxx35634/tracker",
        "/{{version}}/{{project}}/tracker",
        "{{url}}",
    ] {
        assert_found(&format!("POST {target}\n\n{V3}"), CREATE_V3, &[]);
    }
    // Nothing in the body tells, but the path does.
    assert_found(
        "POST /v3/{p}/tracker\n\n{}",
        CREATE_V3,
        &["3:1 short-retention", "3:2 missing-field", "3:2 missing-field"],
    );
    assert_found("POST /{{v}}/{p}/tracker\n\n{}", None, &["3:1 unknown-api"]);
    assert_found("POST /{{v}}/{p}/tracker\n\n{{body}}", None, &["3:1 unchecked-body"]);
    assert_found("POST /v3/{p}/tracker\n", CREATE_V3, &["1:21 invalid-json"]);
}

#[test]
fn versions_that_differ_are_one_finding() {
    let text = format!("POST /v1.0/{{p}}/tracker\n\n{V3}");
    assert_found(&text, CREATE_V3, &["1:7 mismatched-api-version"]);
    let finding = &http(&text).findings[0];
    let related = &finding.worded(Language::En).related[0];
    assert_eq!(related.message, "a field of v3 alone");
    assert_eq!(
        finding.related[0].span.map(|span| (span.start.line, span.start.column)),
        Some((3, 2))
    );
    let fixed = fix(&text, &http(&text), Safety::Unsafe);
    assert_eq!(fixed, format!("POST /v3/{{p}}/tracker\n\n{V3}"));
    assert_found(
        &format!("POST /v3/{{p}}/tracker\n\n{V1}"),
        CREATE_V1,
        &["1:7 mismatched-api-version"],
    );
    // Other mistakes are told as well, of the version that the body is.
    let text = format!("POST /v1.0/{{p}}/tracker\n\n{}", V3.replace("true", "1"));
    assert_found(&text, CREATE_V3, &["1:7 mismatched-api-version", "3:72 wrong-type"]);
    // A field in the wrong place is no other version.
    assert_found(
        "POST /v3/{p}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"bucket_name\": \"abc\"}",
        CREATE_V3,
        &["3:54 misplaced-field"],
    );
    assert_found(
        "POST /v3/{p}/tracker\n\n{\"tracker_name\": \"system\", \"bucket_name\": \"abc\"}",
        CREATE_V3,
        &["3:28 misplaced-field", "3:48 missing-field"],
    );
}

#[test]
fn addresses_that_no_request_has() {
    for (line, column, help) in [
        (
            "POST /v3/{p}/trackers",
            "14",
            "send it as `POST /v3/{project_id}/tracker`",
        ),
        (
            "POST /v1/{p}/tracker",
            "7",
            "send it as `POST /v1.0/{project_id}/tracker`",
        ),
        (
            "POST /v3/{p}/traker",
            "14",
            "send it as `POST /v3/{project_id}/tracker`",
        ),
        (
            "POST /v2/{p}/tracker",
            "1",
            "a tracker is created with `POST /v3/{project_id}/tracker` or `POST /v1.0/{project_id}/tracker`",
        ),
        (
            "PATCH /v3/{p}/tracker",
            "1",
            "`/v3/{project_id}/tracker` takes `POST` or `PUT`",
        ),
        (
            "/v3/{p}/tracker",
            "1",
            "`/v3/{project_id}/tracker` takes `POST` or `PUT`",
        ),
        (
            "GET /v3/{p}/tracker",
            "13",
            "send it as `GET /v3/{project_id}/trackers`",
        ),
        (
            "PSOT /v3/{p}/tracker",
            "1",
            "`/v3/{project_id}/tracker` takes `POST` or `PUT`",
        ),
    ] {
        let text = format!("{line}\n\n{V3}");
        assert_found(&text, CREATE_V3, &[&format!("1:{column} unknown-endpoint")]);
        assert_eq!(
            http(&text).findings[0].worded(Language::En).help.as_deref(),
            Some(help),
            "{line}"
        );
    }
    let text = format!("/v3/{{p}}/tracker\n\n{V3}");
    assert_eq!(fix(&text, &http(&text), Safety::Unsafe), format!("POST {text}"));
    let text = format!("POST /v3/0123456789abcdef0123456789abcdef/trackers\n\n{V3}");
    assert_eq!(
        http(&text).findings[0].message(Language::En),
        "the API has no `POST /v3/{project_id}/trackers`"
    );
    assert_eq!(
        fix_all(
            &text,
            &Options {
                requests: true,
                ..Options::default()
            },
            Safety::Unsafe
        )
        .text,
        Some(text.replace("trackers", "tracker"))
    );
}

#[test]
fn requests_without_a_document() {
    assert_found(
        "GET /v3/{p}/trackers\n\n###\nDELETE /v1.0/{p}/tracker?tracker_name=a\n",
        None,
        &[],
    );
    assert_found(
        "PUT /v3/{p}/tracker\n\n{\"status\": \"disabled\"}",
        Some("v3-update-request"),
        &["3:1 partial-update", "3:22 missing-field", "3:22 missing-field"],
    );
    assert_found(
        "PUT /v1.0/{p}/tracker/x\n\n{\"status\": 'disabled'}",
        Some("v1-update-request"),
        &[
            "1:23 tracker-name-not-system",
            "3:1 deprecated-api",
            "3:12 invalid-json",
        ],
    );
    assert_found("GET /v3/{p}/trackers\n\n{}", None, &["1:1 unchecked-body"]);
    let text = "POST /v3/{p}/tracker\n\n< ./my body.json\n";
    assert_found(text, CREATE_V3, &["3:3 unchecked-body"]);
    let finding = &http(text).findings[0];
    assert_eq!(
        finding.message(Language::En),
        "the body stands in `./my body.json`, which is not read"
    );
}

#[test]
fn other_requests_are_passed_over() {
    for text in [
        "",
        "no request",
        "GET https://example.com/",
        "POST https://obs.example.com/v1/buckets\n\n{\"bucket_name\": \"B\"}",
        "POST https://api.example.com/tracker\n\n{\"a\": 1}",
        "POST https://smn.eu-de.otc.t-systems.com/v2/{p}/notifications\n\n{}",
        "curl https://example.com/ -d '{}'",
        "POST {{url}}\n\n{\"a\": 1}",
        "{\"tracker_type\": \"system\"}",
    ] {
        let report = http(text);
        assert_eq!(report.reason, DetectionReason::Nothing, "{text}");
        assert_eq!(report.findings.len(), 1, "{text}");
        assert_eq!(report.findings[0].rule, Rule::UnknownEndpoint, "{text}");
    }
    let text = format!("POST https://example.com/\n\nx=y\n\n### \nPOST /v3/{{p}}/tracker\n\n{V3}");
    assert_found(&text, CREATE_V3, &[]);
}

#[test]
fn other_calls_of_cts_are_never_errors() {
    let host = "https://cts.eu-de.otc.t-systems.com";
    for (text, found) in [
        (format!("GET {host}/v3/{{p}}/traces?limit=1"), &[][..]),
        ("GET {{host}}/v3/{p}/quotas".to_owned(), &[]),
        (format!("GET {host}/"), &[]),
        (format!("GET {host}/v3"), &[]),
        ("GET /v3/{p}/quotas\n\n###\nGET https://example.com/".to_owned(), &[]),
        (
            format!("POST {host}/v3/{{p}}/notifications\n\n{{}}"),
            &["1:1 unchecked-body"],
        ),
        (
            format!("PUT {host}/v3/{{p}}/notifications\n\n< n.json"),
            &["1:1 unchecked-body"],
        ),
        (
            "POST /v3/{p}/cts-tracker/{id}/tags/create\n\n{}".to_owned(),
            &["1:1 unchecked-body"],
        ),
        (
            format!("curl {host}/v3/x/notifications -d '{{}}'"),
            &["1:6 unchecked-body"],
        ),
    ] {
        assert_found(&text, None, found);
        assert_eq!(http(&text).reason, DetectionReason::Nothing, "{text}");
    }
    // The body of a tracker is no other call.
    assert_found(
        &format!("POST {host}/v3/{{p}}/audit\n\n{V3}"),
        CREATE_V3,
        &["1:1 unknown-endpoint"],
    );
    let report = http(&format!("POST {host}/v3/{{p}}/notifications\n\n{{}}"));
    assert_eq!(
        report.findings[0].message(Language::En),
        "`POST /v3/{p}/notifications` is not about trackers: its body is not checked"
    );
    assert_eq!(
        short(&check_request(
            "POST",
            "/v3/{p}/notifications",
            "{}",
            &Options::default()
        )),
        ["unchecked-body"]
    );
}

/// The text at each finding.
fn marked<'t>(text: &'t str, report: &Report) -> Vec<&'t str> {
    let spans = report.findings.iter().filter_map(|finding| finding.span);
    spans
        .map(|span| &text[span.start.offset as usize..span.end.offset as usize])
        .collect()
}

#[test]
fn variables_of_the_file_are_put_in() {
    let file = |definitions: &str, request: &str| format!("{definitions}\n\n{request}\n");
    let base = "@base = https://cts.eu-de.otc.t-systems.com/v3/{{project_id}}";
    assert_found(
        &file(base, &format!("POST {{{{base}}}}/tracker\n\n{V3}")),
        CREATE_V3,
        &[],
    );
    // Behind the use too.
    let text = format!("POST {{{{ base }}}}/tracker\n\n{V3}\n\n###\n{base}\n");
    assert_found(&text, CREATE_V3, &[]);
    // The mistake stands in the definition: it is marked there, and nothing is fixed.
    let text = file(
        "@base = https://h/v1.0/{{p}}",
        &format!("POST {{{{base}}}}/tracker\n\n{V3}"),
    );
    assert_found(&text, CREATE_V3, &["1:19 mismatched-api-version"]);
    assert_eq!(http(&text).findings[0].fix, None);
    let text = file(
        "@bucket = Audit_Logs",
        "POST /v3/{p}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": \"{{bucket}}\"}}",
    );
    assert_found(&text, CREATE_V3, &["1:11 invalid-character"]);
    assert_eq!(marked(&text, &http(&text)), ["A"]);
    assert_eq!(http(&text).findings[0].fix, None);
    // Where it stands in both, the use is marked; what stands behind it is fixed in its place.
    let text = file(
        "@n = sys",
        "POST /v3/{p}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"{{n}}x\", \"is_lts_enabled\": \"true\"}",
    );
    assert_eq!(marked(&text, &http(&text)), ["\"{{n}}x\"", "\"true\""]);
    assert_eq!(
        fix(&text, &http(&text), Safety::Unsafe),
        text.replace("\"true\"", "true")
    );
    // A whole body.
    let text = file(
        &format!("@body = {}", V3.replace("true", "1")),
        "POST /v3/{p}/tracker\n\n{{body}}",
    );
    assert_eq!(short(&http(&text)), ["1:80 wrong-type"]);
    // Used several times, it is told once; its value is that of the body.
    let request = "POST /v3/{p}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": {{bucket}}}}";
    let text = file("@bucket = \"Audit\"", &format!("{request}\n###\n{request}"));
    let options = Options {
        requests: true,
        ..Options::default()
    };
    let (report, values) = crate::check_with(&text, &options, |report, values| values.at_findings(&report.findings));
    assert_eq!(short(&report), ["1:12 invalid-character"]);
    assert_eq!(values, [Some("\"Audit\"".to_owned())]);
    // The last definition counts.
    let text = file("@v = v1.0\n@v = v3", &format!("POST /{{{{v}}}}/{{p}}/tracker\n\n{V3}"));
    assert_found(&text, CREATE_V3, &[]);
}

#[test]
fn an_unknown_variable_leaves_the_version_open() {
    for (body, document) in [(V3, CREATE_V3), (V1, CREATE_V1)] {
        let report = http(&format!("POST {{{{base}}}}/tracker\n\n{body}"));
        assert_eq!(report.document.map(Document::name), document);
    }
    // Trackers of others have such an address as well: in a folder, such a file is passed over.
    for (text, found) in [
        ("PATCH {{base}}/trackers/1\n\n{\"name\": \"a\"}", "1:1 unknown-endpoint"),
        (
            "POST https://api.example.com/v1/tracker\n\n{\"name\": \"a\"}",
            "1:1 unknown-endpoint",
        ),
        ("POST {{base}}/tracker\n\n{\"name\": \"a\"}", "3:1 unknown-api"),
        (
            "PUT {{base}}/tracker/system\n\n{\"status\": \"on\"}",
            "3:1 deprecated-api",
        ),
    ] {
        let report = http(text);
        assert_eq!(short(&report)[0], found, "{text}");
        assert_eq!(report.reason, DetectionReason::Nothing, "{text}");
    }
    for text in ["GET {{base}}/trackers", "POST {{base}}/tracker\n\n< t.json"] {
        assert_eq!(http(text).reason, DetectionReason::Nothing, "{text}");
    }
    // The version of the body tells what is meant.
    let text = format!("POST {{{{base}}}}/trackers\n\n{V3}");
    assert_found(&text, CREATE_V3, &["1:15 unknown-endpoint"]);
    assert_eq!(
        fix(&text, &http(&text), Safety::Unsafe),
        text.replace("trackers", "tracker")
    );
    // The method tells what the content does not.
    assert_found(
        "POST {{base}}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"is_lts_enabled\": true, \"status\": \"enabled\"}",
        CREATE_V3,
        &["3:78 misplaced-field"],
    );
    assert_found(
        "PUT {{base}}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"is_lts_enabled\": 1}",
        Some("v3-update-request"),
        &["3:1 partial-update", "3:72 wrong-type"],
    );
    assert_found("DELETE {{base}}/trackers", None, &["1:1 deletes-all-trackers"]);
    assert_found("DELETE {{base}}/trackers?tracker_name=system", None, &[]);
    assert_found(
        "PUT {{base}}/tracker/system\n\n{\"bucket_name\": \"audit\", \"status\": \"on\"}",
        Some("v1-update-request"),
        &["3:1 deprecated-api", "3:36 unknown-value"],
    );
}

#[test]
fn bodies_that_may_not_be_sent_as_they_stand() {
    for body in ["{{body}}", "{{ $body }}"] {
        let text = format!("POST /v3/{{p}}/tracker\n\n{body}\n");
        assert_found(&text, CREATE_V3, &["3:1 unchecked-body"]);
        assert_eq!(marked(&text, &http(&text)), [body]);
    }
    let text = format!("POST /v3/{{p}}/tracker\nX: y\n{}", V3.replace("true", "1"));
    assert_found(&text, CREATE_V3, &["3:1 unchecked-body", "3:72 wrong-type"]);
    assert_found(
        "POST /v3/{p}/tracker\n< ./b.json",
        CREATE_V3,
        &["2:3 unchecked-body", "2:3 unchecked-body"],
    );
    let text = format!(
        "POST /v3/{{p}}/tracker\n\n{}\n\n###\nGET /v3/{{p}}/trackers",
        V3.replace("true", "1")
    );
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        short(&check_http(utf16, &Options::default())),
        ["1:1 unchecked-body", "3:72 wrong-type"]
    );
    let utf32: Vec<u8> = text.chars().flat_map(|char| u32::from(char).to_le_bytes()).collect();
    assert_eq!(short(&check_http(utf32, &Options::default())), ["1:1 unchecked-body"]);
}

#[test]
fn slashes_that_are_too_many() {
    for (path, column) in [
        ("/v3/{p}/tracker/", 21),
        ("//v3/{p}/tracker", 7),
        ("https://h//v3/{p}/tracker", 16),
        ("/v3/{p}//tracker//", 14),
    ] {
        let text = format!("POST {path}\n\n{V3}");
        assert_found(&text, CREATE_V3, &[&format!("1:{column} unknown-endpoint")]);
        let fixed = fix(&text, &http(&text), Safety::Unsafe);
        assert_found(&fixed, CREATE_V3, &[]);
        assert_eq!(fix(&text, &http(&text), Safety::Safe), text);
    }
    // A slash that ends the value of a variable, and one behind it.
    let text = format!("@h = https://h/\nPOST {{{{h}}}}/v3/{{p}}/tracker\n\n{V3}");
    assert_found(&text, CREATE_V3, &["2:11 unknown-endpoint"]);
    assert_found(&fix(&text, &http(&text), Safety::Unsafe), CREATE_V3, &[]);
    // With another mistake it is one finding.
    let text = format!("POST /v3//{{p}}/trackers/\n\n{V3}");
    assert_found(&text, CREATE_V3, &["1:15 unknown-endpoint"]);
    assert_found(&fix(&text, &http(&text), Safety::Unsafe), CREATE_V3, &[]);
    assert_found("GET /v3/{p}/trackers/?tracker_name=a", None, &["1:21 unknown-endpoint"]);
}

#[test]
fn parameters_of_queries() {
    for (text, found, mark) in [
        (
            "GET /v3/{p}/trackers?tracker_name=a&tracker_type=system",
            &[][..],
            &[][..],
        ),
        (
            "GET /v3/{p}/trackers?tracker_nmae=a",
            &["1:22 unknown-field"],
            &["tracker_nmae"],
        ),
        (
            "DELETE /v3/{p}/trackers?tracker_nmae=a",
            &["1:25 unknown-field"],
            &["tracker_nmae"],
        ),
        (
            "GET /v1.0/{p}/tracker?tracker_type=system",
            &["1:23 unknown-field"],
            &["tracker_type"],
        ),
        (
            "GET /v3/{p}/trackers\n  ?tracker_name=a\n  &limit=3",
            &["3:4 unknown-field"],
            &["limit"],
        ),
        ("GET /v3/{p}/trackers?{{query}}", &[], &[]),
        ("DELETE /v3/{p}/trackers?{{query}}", &[], &[]),
        ("DELETE /v3/{p}/{{what}}", &[], &[]),
        (
            "@q = tracker_nmae\nGET /v3/{p}/trackers?{{q}}=a",
            &["1:6 unknown-field"],
            &["tracker_nmae"],
        ),
        (
            "DELETE /v3/{p}/trackers?tracker_name=",
            &["1:1 deletes-all-trackers"],
            &["DELETE /v3/{p}/trackers?tracker_name="],
        ),
        ("DELETE /v3/{p}/trackers\n  ?tracker_name=a", &[], &[]),
        (
            "DELETE /v1.0/{p}/tracker",
            &["1:1 deletes-all-trackers"],
            &["DELETE /v1.0/{p}/tracker"],
        ),
        (
            "curl -X DELETE 'https://h/v3/{p}/trackers'",
            &["1:17 deletes-all-trackers"],
            &["https://h/v3/{p}/trackers"],
        ),
    ] {
        assert_found(text, None, found);
        assert_eq!(marked(text, &http(text)), mark);
        assert!(http(text).findings.iter().all(|finding| finding.path.is_none()));
    }
    let text = "GET /v3/{p}/trackers?tracker_nmae=a";
    assert_eq!(
        fix(text, &http(text), Safety::Safe),
        "GET /v3/{p}/trackers?tracker_name=a"
    );
    let finding = &http(text).findings[0].worded(Language::En);
    assert_eq!(finding.label.as_deref(), Some("did you mean `tracker_name`?"));
    let text = "@q = tracker_nmae\nGET /v3/{p}/trackers?{{q}}=a";
    assert_eq!(http(text).findings[0].fix, None);
}

#[test]
fn deleting_all_is_deleting_all_data_trackers_on_huawei_cloud() {
    let huawei = |query: &str| {
        let report = http(&format!(
            "DELETE https://cts.cn-north-4.myhuaweicloud.com/v3/{{p}}/trackers{query}"
        ));
        report
            .findings
            .iter()
            .map(|it| it.message(Language::En))
            .collect::<Vec<_>>()
    };
    let all = "without `tracker_name`, this request deletes all data trackers";
    assert_eq!(huawei(""), [all]);
    assert_eq!(huawei("?tracker_type=data"), [all]);
    assert_eq!(huawei("?tracker_type=system"), [""; 0]);
    assert_eq!(huawei("?tracker_name=reads"), [""; 0]);
}

#[test]
fn the_tracker_of_a_v1_update_is_in_the_path() {
    let text = "PUT /v1.0/{p}/tracker/audit\n\n{\"status\": \"enabled\"}";
    assert_eq!(
        short(&http(text)),
        ["1:23 tracker-name-not-system", "3:1 deprecated-api"]
    );
    assert_eq!(fix(text, &http(text), Safety::Unsafe), text.replace("audit", "system"));
    for name in ["system", "{{name}}", "{tracker_name}"] {
        assert_eq!(
            short(&http(&text.replace("audit", name))),
            ["3:1 deprecated-api"],
            "{name}"
        );
    }
}

#[test]
fn curl_commands_are_requests() {
    let text = "curl -X POST 'https://cts.eu-de.otc.t-systems.com/v3/{{project_id}}/tracker' \\\n  -H 'X-Auth-Token: {{token}}' -H 'Content-Type: application/json;charset=utf8' \\\n  -d '{\"tracker_type\":\"system\",\"tracker_name\":\"system\",\"is_lts_enabled\":true}'\n";
    assert_found(text, CREATE_V3, &[]);
    let wrong = text
        .replace("true", "\"true\"")
        .replace("json;", "xml;")
        .replace("tracker'", "trackers'");
    let report = http(&wrong);
    assert_eq!(
        marked(&wrong, &report),
        ["trackers", "application/xml;charset=utf8", "\"true\""]
    );
    assert!(report.findings.iter().all(|finding| finding.fix.is_none()));
    // In double quotes, and with an escape in the middle of what is marked.
    let text = "curl -XPUT \"https://h/v3/$PROJECT/tracker\" --json \"{\\\"tracker_type\\\": \\\"sys\\\\u0074em\\\", \\\"tracker_name\\\": \\\"x\\\"}\"";
    assert_eq!(marked(text, &http(text)), ["{", "\\\"x\\\""]);
    let text = "curl 'https://h/v3/{p}/tracker' --json @body.json";
    assert_found(text, CREATE_V3, &["1:41 unchecked-body"]);
    for body in ["\"$BODY\"", "\"${BODY}\"", "\"$(cat b.json)\""] {
        let text = format!("curl https://h/v3/{{p}}/tracker --json {body}");
        assert_found(&text, CREATE_V3, &["1:39 unchecked-body"]);
    }
    let text = format!(
        "@v = v3\ncurl https://h/{{{{v}}}}/{{p}}/tracker --json '{V3}'\n\ncurl -X DELETE 'https://h/v3/{{p}}/trackers?tracker_nmae=a'"
    );
    assert_eq!(short(&http(&text)), ["4:43 unknown-field"]);
}

#[test]
fn several_requests_are_one_report() {
    let text = format!("### a\nPOST /v1.0/{{p}}/tracker\n\n{V1}\n\n### b\nPOST /v3/{{p}}/tracker\n\n{{'a': 1}}\n");
    let report = http(&text);
    assert_eq!(report.reason, DetectionReason::Several);
    assert!(report.findings.is_sorted_by_key(|finding| finding.span));
    assert_eq!(short(&report)[..2], ["4:1 deprecated-api", "9:1 short-retention"]);
}

#[test]
fn variables_are_no_mistakes() {
    let text = "POST {{host}}/v3/{{project}}/tracker\n\n{\n  \"tracker_type\": \"{{type}}\",\n  \"tracker_name\": {{ name }},\n  \"obs_info\": {\"bucket_name\": \"{{env}}-Audit\", \"is_obs_created\": {flag}, \"file_prefix_name\": \"${A B}\"}\n}\n";
    assert_found(text, CREATE_V3, &[]);
    // Elsewhere they are.
    assert!(
        !check(text.split_once("\n\n").expect("a body").1, &Options::default())
            .findings
            .is_empty()
    );
    // And what is none of them stays one.
    assert_found(
        "POST /v3/{p}/tracker\n\n{\"tracker_type\": \"{}\", \"tracker_name\": ...}",
        CREATE_V3,
        &["3:1 short-retention", "3:18 unknown-value", "3:40 invalid-json"],
    );
}

#[test]
fn comments_beside_bytes_that_are_no_utf_8_are_no_mistakes() {
    let body = V3.replacen('{', "{\n// it's \u{ff}\n", 1);
    let text = format!("POST https://{{endpoint}}/v3/{{project_id}}/tracker\n\n{body}");
    let latin_1: Vec<u8> = text.chars().map(|character| character as u8).collect();
    assert_eq!(check_http(latin_1, &Options::default()).findings, []);
}

#[test]
fn content_types() {
    for (value, good) in [
        ("application/json", true),
        ("Application/JSON; charset=utf8", true),
        ("application/json;charset=\"UTF-8\"", true),
        ("{{type}}", true),
        ("text/plain", false),
        ("application/json; charset=latin1", false),
        ("", false),
    ] {
        let text = format!("POST /v3/{{p}}/tracker\nContent-Type: {value}\nX: y\n\n{V3}");
        let expected: &[&str] = if good { &[] } else { &["2:15 unusual-content-type"] };
        let column = if value.is_empty() {
            "2:14 unusual-content-type"
        } else {
            ""
        };
        let report = http(&text);
        assert!(
            short(&report) == expected || short(&report) == [column],
            "{value}: {:?}",
            short(&report)
        );
        if !good {
            let fixed = fix(&text, &report, Safety::Safe);
            assert_eq!(short(&http(&fixed)), [""; 0], "{fixed}");
        }
    }
    assert_found("GET /v3/{p}/trackers\nContent-Type: text/plain\n", None, &[]);
}

#[test]
fn project_ids() {
    assert_found(
        &format!("POST /v3/42/tracker\n\n{V3}"),
        CREATE_V3,
        &["1:10 unusual-project-id"],
    );
    let text = format!("POST /v3/0123456789abcdef-123456789abcdef/tracker\n\n{V3}");
    assert_found(&text, CREATE_V3, &["1:26 unusual-project-id"]);
    assert_found("GET /v3/42/trackers", None, &["1:9 unusual-project-id"]);
}

#[test]
fn fixes_stand_where_the_file_has_the_mistakes() {
    let options = Options {
        requests: true,
        ..Options::default()
    };
    let text = "# ü😀\nPOST /v3/{p}/tracker\n\n{\n  // the type\n  \"tracker_type\": 'system',\n  \"tracker_nmae\": \"system\", \"is_lts_enabled\": \"true\",\n}\n\n###\nPOST /v3/{p}/tracker\n\n{tracker_type: \"system\", tracker_name: \"system\", is_lts_enabled: true}\n";
    let fixed = fix_all(text, &options, Safety::Safe);
    assert_eq!(
        fixed.text.as_deref(),
        Some(
            "# ü😀\nPOST /v3/{p}/tracker\n\n{\n  // the type\n  \"tracker_type\": \"system\",\n  \"tracker_name\": \"system\", \"is_lts_enabled\": true\n}\n\n###\nPOST /v3/{p}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"is_lts_enabled\": true}\n"
        )
    );
    assert_eq!(fixed.remaining.findings, []);
}

#[test]
fn the_library_takes_the_parts() {
    let options = Options::default();
    let request = |method: &str, path: &str, body: &str| short(&check_request(method, path, body, &options));
    assert_eq!(request("POST", "/v3/{project_id}/tracker", V3), [""; 0]);
    assert_eq!(request("post", "https://h/v3/42/tracker", V3), ["unusual-project-id"]);
    assert_eq!(request("POST", "/v1.0/{p}/tracker", V3), ["mismatched-api-version"]);
    assert_eq!(request("POST", "/v4/x", V3), ["unknown-endpoint"]);
    assert_eq!(request("POST", "/v4/x", "{}"), ["unknown-endpoint"]);
    assert_eq!(
        request("PUT", "/v3/{p}/tracker", "{}"),
        ["1:1 partial-update", "1:2 missing-field", "1:2 missing-field"]
    );
    assert_eq!(request("GET", "/v3/{p}/trackers", ""), [""; 0]);
    assert_eq!(request("POST", "/v3/{p}/tracker", ""), ["1:1 invalid-json"]);
    // A body that is sent has no variables any more.
    assert_eq!(
        request("POST", "/v3/{p}/tracker", &V3.replace("true", "{{x}}")),
        ["1:72 unreplaced-placeholder"]
    );
    let named = Options {
        document: Document::from_name("v1"),
        ..Options::default()
    };
    let report = check_request("POST", "/v3/{p}/tracker", V1, &named);
    assert_eq!(
        (short(&report), report.reason),
        (vec!["mismatched-api-version".to_owned()], DetectionReason::Named)
    );
    let mut report = check_request("POST", "/v1.0/{p}/tracker", V3, &options);
    let finding = report.findings.remove(0);
    assert_eq!((finding.span, finding.fix), (None, None));
    assert!(finding.related[0].span.is_some());
}

#[test]
fn severities_are_those_of_the_caller() {
    let mut options = Options::default();
    options.severities.set(Rule::UnusualProjectId, None);
    assert_eq!(check_request("GET", "/v3/42/trackers", "", &options).findings, []);
}

#[test]
fn documents_know_their_requests() {
    let endpoint = |name: &str| Document::from_name(name).and_then(Document::endpoint);
    assert_eq!(endpoint("v1"), Some("POST /v1.0/{project_id}/tracker"));
    assert_eq!(endpoint("v3"), Some("POST /v3/{project_id}/tracker"));
    assert_eq!(endpoint("error-response"), None);
    for endpoint in ENDPOINTS {
        let path = endpoint.path();
        assert!(path.starts_with(if endpoint.version == Version::V3 {
            "/v3/"
        } else {
            "/v1.0/"
        }));
        assert!(endpoint.steps().any(|step| step == "{project_id}"));
    }
}

mod laws {
    use proptest::prelude::*;

    use super::*;

    /// Pieces of such files, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("POST /v3/{p}/tracker\n".to_owned()),
            Just("PUT https://{{h}}/v1.0/x/tracker HTTP/1.1\r\n".to_owned()),
            Just("\n".to_owned()),
            Just("### x\n".to_owned()),
            Just("Content-Type: text/plain\r".to_owned()),
            Just(format!("{V3}\n")),
            Just("{\"bucket_name\": 'ü_', \n# c\n".to_owned()),
            Just("> {% x %}\n".to_owned()),
            Just("curl -X PUT https://h/v3/{{a}}/tracker \\\n -d ".to_owned()),
            Just("DELETE {{a}}/v3/x//trackers/\n ?tracker_nmae=ü&{{a}}\n".to_owned()),
            Just("\"{\\\"tracker_type\\\": \\\"ü\\\", \\\"a$B\\\": ".to_owned()),
            Just("$'{\\u00fc\\x".to_owned()),
            Just("\n@a = {{b}}ü{{a}}\n".to_owned()),
            Just("\n@b = https://h/v3/\n".to_owned()),
            Just("{{a}}{{ b }}".to_owned()),
            Just("< {%".to_owned()),
            Just("%}".to_owned()),
            Just("< file".to_owned()),
            Just("\u{feff}".to_owned()),
            ".{0,12}",
            "[{}/?#:\"'<>@a-z\n]{0,12}",
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn any_file_has_a_report_with_places_in_it(text in pieces()) {
            let report = http(&text);
            for finding in &report.findings {
                let span = finding.span.expect("a place");
                prop_assert!(span.start <= span.end);
                prop_assert!(text.get(span.start.offset as usize..span.end.offset as usize).is_some());
                for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
                    prop_assert!(text.get(edit.start as usize..edit.end as usize).is_some());
                }
            }
            prop_assert!(report.findings.is_sorted_by_key(|finding| finding.span.map(|span| span.start)));
        }

        #[test]
        fn any_bytes_have_a_report(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = http(&String::from_utf8_lossy(&bytes));
            let mut request = b"POST /v3/{p}/tracker\n\n{\"a\": \"".to_vec();
            request.extend(bytes);
            let _ = check_http(request, &Options::default());
        }

        #[test]
        fn a_body_alone_has_the_same_findings(body in "[{}\\[\\]:,\"'a-z_0-9 \n]{0,40}") {
            // Where nothing in it is a comment, a variable or the end of a request.
            prop_assume!(!body.trim().is_empty() && !body.contains('{'));
            let body = format!("{{\"tracker_type\": \"system\", {body}");
            let document = Document::from_name("v3");
            let alone = check(&body, &Options { document, ..Options::default() });
            let head = "POST /v3/{p}/tracker\n\n";
            let sent = check_http(format!("{head}{body}"), &Options { document, ..Options::default() });
            let rules = |report: &Report| report.findings.iter().map(|it| it.rule).collect::<Vec<_>>();
            // White space at the end belongs to no body.
            if body.trim_end() == body {
                prop_assert_eq!(rules(&alone), rules(&sent));
            }
        }
    }
}

#[test]
fn the_host_tells_the_provider_unless_the_caller_does() {
    const DATA: &str = r#"{"tracker_type": "data", "tracker_name": "reads", "is_lts_enabled": true,
        "data_bucket": {"data_bucket_name": "invoices", "data_event": ["READ"]}}"#;
    let rules = |host: &str, provider, assumed_provider| {
        let options = Options {
            requests: true,
            provider,
            assumed_provider,
            ..Options::default()
        };
        let text =
            format!("POST https://{host}/v3/{{{{project_id}}}}/tracker\nContent-Type: application/json\n\n{DATA}\n");
        let report = crate::check(text, &options);
        (report.document.map(Document::name), short(&report).len())
    };
    let (otc, huawei) = ((Some("v3-create-request"), 1), (Some("huawei-v3-create-request"), 0));
    let text = "POST /v3/{{project_id}}/tracker\nHost: cts.cn-north-4.myhuaweicloud.com\n\n";
    let options = Options {
        requests: true,
        ..Options::default()
    };
    let report = crate::check(format!("{text}{DATA}"), &options);
    assert_eq!(report.document.map(Document::name), Some("huawei-v3-create-request"));
    for (host, provider) in [
        ("cts.eu-de.otc.t-systems.com", Some(Provider::Otc)),
        ("cts.eu-nl.otc.t-systems.com:443", Some(Provider::Otc)),
        ("cts.eu-ch2.sc.otc-tsi.de", Some(Provider::Otc)),
        ("cts.ap-southeast-1.myhuaweicloud.com", Some(Provider::Huawei)),
        ("CTS.eu-west-101.myhuaweicloud.EU", Some(Provider::Huawei)),
        (
            "cts.eu-west-0.prod-cloud-ocb.orange-business.com.",
            Some(Provider::Huawei),
        ),
        ("{{endpoint}}", None),
        ("cts.example.com", None),
        ("myhuaweicloud.com.example.org", None),
        ("evilotc.t-systems.community", None),
    ] {
        assert_eq!(Provider::with_host(host), provider, "{host}");
        for assumed in [Provider::Otc, Provider::Huawei] {
            let expected = if provider.unwrap_or(assumed) == Provider::Otc {
                otc
            } else {
                huawei
            };
            assert_eq!(rules(host, None, assumed), expected, "{host}");
            assert_eq!(rules(host, Some(Provider::Otc), assumed), otc, "{host}");
            assert_eq!(rules(host, Some(Provider::Huawei), assumed), huawei, "{host}");
        }
    }
}
