//! Whole requests around bodies with known findings: whatever an editor lets stand around a body, and however the body
//! is quoted, its findings are those of the body alone, and each marks the same text.
//!
//! The files are made from the grammars of the REST Client of Visual Studio Code and of the HTTP client of JetBrains.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]

use ctslint::{Document, Options, Report, Rule, check};

/// Bodies, the version of their path, their method, and the document that those two tell.
const BODIES: &[(&str, &str, &str, &str)] = &[
    (
        r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#,
        "v3",
        "POST",
        "v3-create-request",
    ),
    (
        "{\n  \"tracker_type\": \"system\",\n  \"tracker_nmae\": \"system\",\n  \"obs_info\": { \"bucket_name\": \"Audit_Logs\", \"compress_type\": \"GZIP\" }\n}",
        "v3",
        "POST",
        "v3-create-request",
    ),
    (
        r#"{"tracker_type": "system", "tracker_name": "audit", "is_lts_enabled": "true", "bucket_name": "ab"}"#,
        "v3",
        "POST",
        "v3-create-request",
    ),
    (
        "{\n\t\"tracker_type\": \"system\",\n\t\"tracker_name\": \"system\",\n\t\"status\": \"on\", \"agency_name\": \"größer 😀\"\n}",
        "v3",
        "PUT",
        "v3-update-request",
    ),
    (
        "{\n  \"bucket_name\": \"obs-f1da\",\n  \"is_support_trace_files_encryption\": true,\n  \"lts\": {\"is_lts_enabled\": false},\n}",
        "v1.0",
        "POST",
        "v1-create-request",
    ),
    (
        r#"{"bucket_name": "a..b", "file_prefix_name": "cts/", "kms_id": 7, "status": null}"#,
        "v1.0",
        "PUT",
        "v1-update-request",
    ),
    ("{}", "v3", "POST", "v3-create-request"),
];

/// A finding without its place: the rule, the message, the path and the texts that are marked.
type Shown = (Rule, String, Option<String>, Vec<String>);

/// The findings of a report, each with the text that it marks, unquoted by `plain`.
fn shown(text: &str, report: &Report, plain: fn(&str) -> String) -> Vec<Shown> {
    let marked = |span: ctslint::Span| {
        let part = text.get(span.start.offset as usize..span.end.offset as usize);
        plain(part.expect("spans stand in the file"))
    };
    let findings = report.findings.iter().map(|finding| {
        let spans = finding.related.iter().map(|related| related.span);
        let spans = [finding.span].into_iter().chain(spans).flatten();
        (
            finding.rule,
            finding.message(ctslint::Language::En).into_owned(),
            finding.path.clone(),
            spans.map(marked).collect(),
        )
    });
    findings.collect()
}

/// The path of a request.
fn path(version: &str, method: &str) -> &'static str {
    match (version, method) {
        ("v3", _) => "/v3/{{project_id}}/tracker",
        (_, "PUT") => "/v1.0/{{project_id}}/tracker/system",
        _ => "/v1.0/{{project_id}}/tracker",
    }
}

/// Request lines for a method and a path, with what must stand before them in the file.
fn request_lines(method: &str, path: &str) -> Vec<String> {
    let (first, rest) = path.split_at(path.rfind('/').expect("a path"));
    vec![
        format!("{method} https://cts.eu-de.otc.t-systems.com{path}"),
        format!("{method} https://cts.eu-de.otc.t-systems.com{path} HTTP/1.1"),
        format!("{method} {{{{host}}}}{path}"),
        format!("{method} {path} HTTP/2"),
        format!(
            "@host = https://cts.eu-de.otc.t-systems.com\n@base={{{{host}}}}{first}\n\n{method} {{{{base}}}}{rest}"
        ),
        format!("# @name create\n# @prompt token\n// @no-log\n{method} {{{{host}}}}\n    {first}\n    {rest}"),
        format!("< {{%\n  request.variables.set(\"a\", \"POST /x\");\n%}}\n{method} {{{{host}}}}{path}"),
        format!("< {{% x(); %}}\n\n{method} {{{{ host }}}}{path}"),
    ]
}

/// What may stand between the request line and the blank line before the body.
const HEADERS: &[&str] = &[
    "",
    "Content-Type: application/json\n",
    "X-Auth-Token: {{token}}\n# a comment\ncontent-type: application/json;charset=utf8\n// another\n",
];

/// What may stand behind a body.
const ENDS: &[&str] = &[
    "",
    "\n\n\n",
    "\n\n> {% client.test(\"x\", function () {\n  client.assert(true);\n}); %}\n",
    "\n\n<> 2026-01-01T000000.200.json\n",
    "\n\n>> answer.json\n",
    "\n\n> ./handler.js\n\n###\n\nGET {{host}}/v3/{{project_id}}/trackers\n",
    "\n\n### next\n# nothing\n\n###\nPOST https://example.com/\n\n{\"a\": 'b'}\n",
];

#[track_caller]
fn assert_same(file: &str, body: &str, document: &'static Document, plain: fn(&str) -> String) {
    let named = Options {
        document: Some(document),
        ..Options::default()
    };
    let sent = Options {
        requests: true,
        ..Options::default()
    };
    let alone = check(body, &named);
    let report = check(file, &sent);
    assert_eq!(
        shown(file, &report, plain),
        shown(body, &alone, str::to_owned),
        "{file}"
    );
    // With a query beside it, the file has no single document.
    if !file.contains("/trackers") {
        assert_eq!(report.document.map(Document::name), Some(document.name()), "{file}");
    }
}

#[test]
fn what_stands_around_a_body_changes_nothing() {
    let mut files = 0;
    for &(body, version, method, document) in BODIES {
        let document = Document::from_name(document).expect("a document");
        for (index, line) in request_lines(method, path(version, method)).iter().enumerate() {
            for (number, end) in ENDS.iter().enumerate() {
                let headers = HEADERS[(index + number) % HEADERS.len()];
                let file = format!("{line}\n{headers}\n{body}{end}");
                assert_same(&file, body, document, str::to_owned);
                for line_end in ["\r\n", "\r"] {
                    let with = |text: &str| text.replace('\n', line_end);
                    assert_same(&with(&file), &with(body), document, str::to_owned);
                }
                files += 3;
            }
        }
    }
    assert!(files >= 1000, "{files}");
}

/// How a body is quoted for a shell, and how what is marked is unquoted again.
type Quoting = (fn(&str) -> String, fn(&str) -> String);

const QUOTINGS: &[Quoting] = &[
    (|body| format!("'{body}'"), str::to_owned),
    (
        |body| format!("\"{}\"", body.replace('"', "\\\"")),
        |marked| marked.replace("\\\"", "\""),
    ),
    (
        |body| format!("$'{}'", body.replace('\n', "\\n").replace('\t', "\\t")),
        |marked| marked.replace("\\n", "\n").replace("\\t", "\t"),
    ),
    (
        |body| format!("'{}'", body.replace("system", "sys'\\\n'tem")),
        |marked| marked.replace("sys'\\\n'tem", "system"),
    ),
];

#[test]
fn a_body_in_a_curl_command_has_the_findings_of_the_body() {
    let mut files = 0;
    for &(body, version, method, document) in BODIES {
        let document = Document::from_name(document).expect("a document");
        let url = format!("https://cts.eu-de.otc.t-systems.com{}", path(version, method));
        let type_value = "'Content-Type: application/json'";
        let type_header = format!("-H {type_value}");
        for (quote, plain) in QUOTINGS {
            let body_word = quote(body);
            for command in [
                format!("curl -X {method} '{url}' {type_header} -d {body_word}"),
                format!("curl -sS -X{method} \\\n  {type_header} \\\n  --data-raw {body_word} \\\n  \"{url}\"\n"),
                format!("$ curl --request {method} --url {url} --json {body_word} | jq .\n"),
                format!(
                    "# a comment\ncurl --request={method} --header {type_value} --data={body_word} {url} -k\n\n###\n"
                ),
                format!("@url = {url}\n\ncurl {{{{url}}}} {type_header} --data-binary {body_word} -X {method}\n"),
            ] {
                assert_same(&command, body, document, *plain);
                let sent = Options {
                    requests: true,
                    ..Options::default()
                };
                let report = check(&command, &sent);
                assert!(report.findings.iter().all(|finding| finding.fix.is_none()), "{command}");
                files += 1;
            }
        }
    }
    assert!(files >= 100, "{files}");
}

#[test]
fn a_value_from_a_variable_is_judged_as_the_value() {
    let mut values = 0;
    for &(body, version, method, document) in BODIES {
        let document = Document::from_name(document).expect("a document");
        let named = Options {
            document: Some(document),
            ..Options::default()
        };
        let sent = Options {
            requests: true,
            ..Options::default()
        };
        let alone = shown(body, &check(body, &named), str::to_owned);
        for value in [
            "Audit_Logs",
            "GZIP",
            "\"audit\"",
            "a..b",
            "cts/",
            "on\"",
            "größer 😀",
            "7",
            "true",
            "null",
        ] {
            let Some(at) = body.find(value) else { continue };
            let used = format!("{}{{{{ v }}}}{}", &body[..at], &body[at + value.len()..]);
            let line = format!("{method} https://cts.eu-de.otc.t-systems.com{}", path(version, method));
            let definitions = format!("@w = {value}\n@v = {{{{w}}}}\n");
            for file in [
                format!("{definitions}\n{line}\n\n{used}\n"),
                format!("{line}\n\n{used}\n\n###\n{definitions}"),
            ] {
                let report = check(&file, &sent);
                let mut found = shown(&file, &report, str::to_owned);
                let mut expected = alone.clone();
                // They are sorted by where they stand, which differs.
                found.sort_by(|left, right| (left.0, &left.2).cmp(&(right.0, &right.2)));
                expected.sort_by(|left, right| (left.0, &left.2).cmp(&(right.0, &right.2)));
                assert_eq!(found.len(), expected.len(), "{file}");
                for (found, expected) in found.iter().zip(&expected) {
                    assert_eq!(
                        (found.0, &found.1, &found.2),
                        (expected.0, &expected.1, &expected.2),
                        "{file}"
                    );
                    for (marked, alone) in found.3.iter().zip(&expected.3) {
                        // The same text, or what it is composed of.
                        assert!(
                            marked == alone || marked.contains("{{ v }}"),
                            "{file}: {marked} {alone}"
                        );
                    }
                }
                // No fix edits a variable or its definition.
                for edit in report
                    .findings
                    .iter()
                    .filter_map(|finding| finding.fix.as_ref())
                    .flat_map(|fix| &fix.edits)
                {
                    let range = edit.start as usize..edit.end as usize;
                    let edited = file.get(range).expect("edits stand in the file");
                    assert!(!edited.contains("{{ v }}") && !edited.contains('@'), "{file}: {edited}");
                }
                values += 1;
            }
        }
    }
    assert!(values >= 20, "{values}");
}
