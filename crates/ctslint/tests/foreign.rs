//! Files of others: none is taken for a tracker's, and none is changed.
//!
//! `FOREIGN=DIR cargo test -p ctslint --test foreign` holds every JSON file below a folder against the same: of those that have no
//! name of a tracker nothing may be told, and no fix may be offered. What is taken for a tracker's is listed.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use ctslint::{DetectionKind, Language, Options, Rule, Safety, check, check_request, detect, fix_all};

/// Templates of files that stand beside trackers: translations, packages, clouds' own settings, functions and their triggers,
/// traces, metrics, policies. `%` is a key that is put in.
const TEMPLATES: &[&str] = &[
    r#"{"en": {"hello": "Hello"}, "%": {"hello": "Labas"}, "lv": {"hello": "Sveiki"}}"#,
    r#"{"name": "x", "version": "1.0.0", "%": {"node": ">=20"}, "scripts": {"build": "tsc"}}"#,
    r#"{"ec2": {"endpoint": "x"}, "%": {"endpoint": "y"}, "sts": {"endpoint": "z"}}"#,
    r#"{"email": true, "%": true, "push": false}"#,
    r#"{"bucketName": "assets", "%": {"domain": "example.com"}, "cacheTtl": 3600}"#,
    r#"{"trigger_type": "TIMER", "trigger_name": "t", "%": "x"}"#,
    r#"{"%": "x", "region": "us-east-1", "acl": "private"}"#,
    r#"{"id": 3, "project_id": 4, "%": "u", "web_url": "v"}"#,
    r#"{"status": "enabled", "%": 1, "detail": "none"}"#,
    r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "%": "*"}]}"#,
    r#"{"compilerOptions": {"strict": true, "%": "es2022"}, "include": ["src"]}"#,
    r#"{"trace_id": "1", "trace_name": "login", "tracker_name": "system", "%": 0}"#,
    r#"{"cts": {"time": 1, "user": {"name": "x"}, "%": {}, "resource_type": "ecs"}}"#,
    r#"{"lts": {"data": "eyJ9", "%": "x"}}"#,
    r#"[{"%": 1, "name": "a"}, {"name": "b"}]"#,
    r#"{"trackers": [{"name": "gps", "%": 4}], "count": 1}"#,
    r#"{"error_code": "%", "error_msg": "not ours", "code": 4}"#,
    "{\n  // settings\n  \"%\": true,\n  \"editor.tabSize\": 2,\n}\n",
    "[workspace]\nmembers = [\"%\"]\n",
    "# Notes\n\n- `%`: {\"a\": 1,}\n",
    "export const x = { %: 'y', };\n",
    "%: value\nother:\n  - item\n",
];

/// Keys as they stand in the files of others, and near misses of a tracker's names.
const KEYS: &[&str] = &[
    "lt",
    "sms",
    "cdn",
    "user_event",
    "bucket_name",
    "s3",
    "lts",
    "ots",
    "smn",
    "id",
    "kms",
    "kms_id",
    "data_bucket",
    "tag",
    "status",
    "detail",
    "track_type",
    "trackerType",
    "traker_name",
    "file_prefix",
    "filePrefix",
    "bucket",
    "buckets_name",
    "domain_id",
    "create_time",
    "group_id",
    "stream_id",
    "agency_name",
    "compress_type",
    "obsInfo",
    "obs_infos",
    "name",
    "type",
    "events",
    "resource",
    "is_enabled",
    "enabled",
    "its",
    "prefix",
];

/// Whether nothing is told of a text, nothing in it is fixed, and nothing in it is said to be but that.
fn is_foreign(text: &[u8]) -> Result<(), String> {
    let report = check(text, &Options::default());
    if let Some(document) = report.document {
        return Err(format!(
            "taken for a {}: {}",
            document.name(),
            report.reason.worded(Language::En)
        ));
    }
    let known = [Rule::UnknownApi, Rule::InvalidJson, Rule::ByteOrderMark];
    match report
        .findings
        .iter()
        .find(|finding| finding.fix.is_some() || !known.contains(&finding.rule))
    {
        Some(finding) => Err(format!("{finding:?}")),
        None => match fix_all(text, &Options::default(), Safety::Unsafe).text {
            Some(fixed) => Err(format!("changed to {fixed}")),
            None => Ok(()),
        },
    }
}

#[test]
fn generated_files_of_others_are_left_alone() {
    let mut count = 0;
    for template in TEMPLATES {
        for key in KEYS {
            let text = template.replace('%', key);
            for text in [text.clone(), text.replace("\": ", "\":") + "\n", text.replace('"', "'")] {
                is_foreign(text.as_bytes()).unwrap_or_else(|problem| panic!("{text}\n{problem}"));
                count += 1;
            }
        }
    }
    assert!(count >= 1_000, "{count}");
}

/// What a tracker's body is told by, one change away from a file of somebody else.
#[test]
fn what_tells_and_what_does_not() {
    for (text, document) in [
        (r#"{"tracker_type": "system"}"#, Some("v3-create-request")),
        (r#"{"tracker_type": "SYSTEM"}"#, Some("v3-create-request")),
        (r#"{"tracker_type": "gps"}"#, None),
        (r#"{"tracker_type": "gps", "obs_info": {}}"#, Some("v3-create-request")),
        (
            r#"{"tracker_type": "data", "tracker_name": "a", "data_bucket": {}}"#,
            Some("v3-create-request"),
        ),
        (r#"{"bucket_name": "abc"}"#, Some("v1-create-request")),
        (r#"{"bucket_name": "abc", "region": "x"}"#, None),
        (
            r#"{"bucket_name": "abc", "is_obs_created": true, "region": "x"}"#,
            Some("v1-create-request"),
        ),
        (r#"{"obs_info": {}, "a": 1, "b": 2}"#, None),
        (r#"{"obs_info": {}, "a": 1}"#, Some("v3-create-request")),
        (r#"{"lts": {"node": "20"}}"#, None),
        (r#"{"lts": {"is_lts_enabled": true}}"#, Some("v1-create-request")),
        (r#"{"lts": true, "bucket_name": "abc"}"#, Some("v1-create-request")),
        (r#"{"trackerType": "system"}"#, None),
        (
            r#"{"trackerType": "system", "trackerName": "system"}"#,
            Some("v3-create-request"),
        ),
        (r#"{"trackerType": "gps", "trackerName": "a"}"#, None),
        (r#"{"obsInfo": {}, "isLtsEnabled": true}"#, Some("v3-create-request")),
        (r#"{"obsInfo": {}, "isLtsEnabled": true, "x": 1}"#, None),
        // Most names are misspelt, and one beyond recognition.
        (
            r#"{"bucket_nmae": "abc", "file_prefix_nam": "x", "is_obs_craeted": false, "lst": {}}"#,
            Some("v1-create-request"),
        ),
        (
            r#"{"obsInfo": {}, "isLtsEnabled": true, "isSupportValidate": true, "x": 1, "y": 2}"#,
            None,
        ),
        // Outputs of Terraform, schemas, texts of a page: the name stands for something else than its value.
        (
            r#"{"bucket_name": {"sensitive": false, "type": "string", "value": "b"}}"#,
            None,
        ),
        (
            r#"{"tracker_name": {"type": "string"}, "is_lts_enabled": {"type": "boolean"}}"#,
            None,
        ),
        (r#"{"file_prefix_name": {"message": "Prefix"}}"#, None),
        (
            r#"{"file_prefix_name": {"message": "Prefix"}, "is_obs_created": true}"#,
            Some("v1-create-request"),
        ),
        (r#"{"obs_info": "Bucket", "lts": "Log stream", "smn": "Topic"}"#, None),
        (
            r#"{"obs_info": "abc", "tracker_type": "system"}"#,
            Some("v3-create-request"),
        ),
        (r#"{"tracker_type": "system", "trace_id": "1"}"#, None),
        (
            r#"{"$schema": "x", "tracker_type": "system"}"#,
            Some("v3-create-request"),
        ),
        (r#"{"error_code": "CTS.0231"}"#, Some("error-response")),
        (r#"{"error_code": "cts.0007"}"#, Some("error-response")),
        (r#"{"error_code": "APIGW.0101"}"#, Some("error-response")),
        (r#"{"error_code": "ECS.0101"}"#, None),
        (r#"{"error_code": 231}"#, None),
        (r#"{"id": "1", "create_time": 1}"#, None),
        (
            r#"{"id": "1", "create_time": 1, "obs_info": {}}"#,
            Some("v3-create-response"),
        ),
        (
            r#"{"id": "1", "obs_info": {"is_authorized_bucket": true}}"#,
            Some("v3-create-response"),
        ),
        (
            r#"{"id": "1", "create_time": 1, "log_file_validate": {}}"#,
            Some("v1-create-response"),
        ),
        (
            r#"{"id": "1", "create_time": 1, "obs_info": {"bucket_lifecycle": "30"}}"#,
            Some("v1-create-response"),
        ),
        (
            r#"{"id": "1", "create_time": 1, "obs_info": {"bucket_lifecycle": 0}, "kms_id": ""}"#,
            Some("v3-create-response"),
        ),
        (
            r#"{"tracker_name": "system", "status": "enabled", "bucket_name": "abc"}"#,
            Some("v1-query-response"),
        ),
        (
            r#"{"tracker_name": "system", "tracker_type": "system", "status": "enabled"}"#,
            Some("v3-update-request"),
        ),
        ("[]", None),
        (r#"{"trackers": []}"#, None),
        (r#"{"trackers": [{"tracker_name": "gps"}]}"#, None),
        (
            r#"{"trackers": [{"id": "1", "create_time": 1, "obs_info": {}}]}"#,
            Some("v3-list-response"),
        ),
        (
            r#"[{"tracker_name": "system", "status": "enabled", "bucket_name": "abc"}]"#,
            Some("v1-query-response"),
        ),
        (
            r#"{"bucket_name": "abc", "status": "disabled"}"#,
            Some("v1-update-request"),
        ),
    ] {
        assert_eq!(
            detect(text).document.map(|document| document.name()),
            document,
            "{text}"
        );
    }
}

/// A body inside of something else is not checked, but is said to be there: at its place, and not where only a part of one is.
#[test]
fn bodies_in_other_documents_are_pointed_at() {
    let v3 = r#"{"tracker_type": "system", "tracker_name": "system"}"#;
    let string = format!("{v3:?}");
    for (text, place) in [
        (r#"{"body": %}"#, Some("/body")),
        (r#"{"path": {"project_id": "1"}, "body": %}"#, Some("/body")),
        (r#"{"body": {"bucket_name": "audit"}}"#, Some("/body")),
        (r#"{"config": {"bucket_name": "audit"}}"#, None),
        (
            r#"{"item": [{"item": [{"request": {"body": {"raw": @}}}]}]}"#,
            Some("/item/0/item/0/request/body/raw"),
        ),
        (
            r#"{"trace_id": "1", "trace_name": "x", "request": @}"#,
            Some("/request"),
        ),
        (
            r#"{"trace_id": "1", "trace_name": "x", "request": %}"#,
            Some("/request"),
        ),
        (r#"{"trace_id": "1", "trace_name": "x", "request": ""}"#, None),
        (
            r#"[{"time": 1, "trace_name": "x", "response": {"id": "1", "create_time": 1, "obs_info": {}}}]"#,
            Some("/0/response"),
        ),
        (r#"{"a/b": {"c~d": %}}"#, Some("/a~1b/c~0d")),
        (r#"{"data": "{\n  \"is_lts_enabled\": true\n}"}"#, Some("/data")),
        (
            r#"{"log": [1, {"response": {"error_code": "CTS.0003"}}]}"#,
            Some("/log/1/response"),
        ),
        ("@", Some("")),
        (
            r#"{"obs_info": {"bucket_name": "abc", "is_obs_created": true}, "a": 1, "b": 2, "c": 3}"#,
            None,
        ),
        (
            r#"{"x": {"lts": {"is_lts_enabled": true, "log_group_name": "a"}, "a": 1, "b": 2}}"#,
            None,
        ),
        (r#"{"text": "{ not a body }", "list": ["{", "{}"]}"#, None),
    ] {
        let text = text.replace('%', v3).replace('@', &string);
        for text in [text.clone(), text.replace(": ", ":") + "\n"] {
            let report = check(&text, &Options::default());
            assert_eq!((report.document, report.findings.len()), (None, 1), "{text}");
            let finding = &report.findings[0];
            assert_eq!(finding.rule, Rule::UnknownApi);
            let found = finding
                .params
                .get("path")
                .is_some()
                .then_some(finding.path.as_deref())
                .flatten();
            assert_eq!(found, place, "{text}");
            is_foreign(text.as_bytes()).unwrap_or_else(|problem| panic!("{text}\n{problem}"));
        }
    }
}

/// A text that is no JSON is said to be none once, but errors in JSON are told one by one.
#[test]
fn other_formats_are_one_finding() {
    for text in [
        "[workspace]\nmembers = [\"a\"]\n\n[package]\nname = 'x'\n",
        "[[bin]]\nname = \"x\"\n",
        "# Title\n\nText with `{\"a\": 1,}`.\n\n```json\n{'a': 1}\n```\n",
        "[![Build](x)](y)\n\nText\n",
        "export default {\n  a: 'b',\n};\n",
        "name: x\nitems:\n  - {a: 1}\n",
        "{{ define \"x\" }}\n{ \"a\": 1 }\n{{ end }}\n",
        "<html>\n<body>{'a': 1}</body>\n",
    ] {
        let findings = check(text, &Options::default()).findings;
        assert_eq!(
            findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(),
            [Rule::InvalidJson],
            "{text}"
        );
        is_foreign(text.as_bytes()).unwrap_or_else(|problem| panic!("{text}\n{problem}"));
    }
    for text in ["{'a': 1, b: 2}", "{\"a\": 1,, \"b\" 2}", "[{'a': 1}, {'b': 2}]"] {
        assert!(check(text, &Options::default()).findings.len() >= 2, "{text}");
    }
}

/// A text that comes near says so, and what counts against it.
#[test]
fn near_misses_say_what_outweighs() {
    for (text, reason) in [
        (
            r#"{"obs_info": {}, "a": 1, "b": 2}"#,
            "it has `obs_info`, but 2 of its 3 names are in no tracker document",
        ),
        (
            r#"{"$schema": "x", "tracker_type": "system", "is_lts_enabled": true, "a": 1, "b": 2, "c": 3}"#,
            "it has `tracker_type`, but 3 of its 5 names are in no tracker document",
        ),
        (r#"{"tracker_type": "gps", "a": 1, "b": 2}"#, "no field tells"),
        (r#"{"obs_info": {}, "a": 1, "b": 2, "trace_id": "x"}"#, "no field tells"),
        (r#"{"bucket_name": "abc", "region": "x"}"#, "no field tells"),
    ] {
        let detection = detect(text);
        assert_eq!(detection.reason.worded(Language::En), reason, "{text}");
        assert!(detection.reason.is_foreign());
    }
}

/// What told a document is told with it.
#[test]
fn detections_name_their_fields() {
    for (text, fields) in [
        (
            r#"{"tracker_name": "system", "obs_info": {}, "tracker_type": "system"}"#,
            &["tracker_type", "obs_info"][..],
        ),
        (
            r#"{"tracker_name": "system", "tracker_type": "system"}"#,
            &["tracker_type"],
        ),
        (
            r#"{"status": "enabled", "bucket_name": "abc", "lts": {"is_lts_enabled": true}}"#,
            &["bucket_name", "lts", "status"],
        ),
        (
            r#"{"id": "1", "create_time": 1, "obs_info": {}}"#,
            &["id", "create_time"],
        ),
        (r#"{"obsInfo": {}, "isLtsEnabled": true}"#, &["obs_info"]),
        (r#"{"trackers": [{"tracker_type": "system"}]}"#, &["trackers"]),
        (r#"{"error_code": "CTS.0231"}"#, &["error_code"]),
        (r#"{"a": 1}"#, &[]),
    ] {
        let detection = detect(text).by;
        assert_eq!(detection.kind, DetectionKind::Content);
        assert_eq!(detection.fields.iter().collect::<Vec<_>>(), fields, "{text}");
    }
    let options = Options {
        document: detect(r#"{"tracker_type": "system"}"#).document,
        ..Options::default()
    };
    let report = check(r#"{"tracker_type": "system"}"#, &options);
    assert_eq!(
        (report.detection.kind, report.detection.fields.iter().count()),
        (DetectionKind::Named, 0)
    );
    let report = check_request(
        "POST",
        "/v3/{project_id}/tracker",
        r#"{"tracker_type": "system"}"#,
        &Options::default(),
    );
    assert_eq!(report.detection.kind, DetectionKind::Request);
}

/// A rename or an addition on which the document itself rests is not safe.
#[test]
fn no_safe_fix_rests_on_a_guess() {
    for (text, expected) in [
        (
            r#"{"tracker_type": "system", "tracker_nmae": "system"}"#,
            Some(r#"{"tracker_type": "system", "tracker_name": "system"}"#),
        ),
        (
            r#"{"tracker_type": "system"}"#,
            Some(r#"{"tracker_type": "system", "tracker_name": "system"}"#),
        ),
        (r#"{"tracker_type": "system", "x": 1}"#, None),
        (
            r#"{"tracker_type": "system", "obs_info": {}, "x": 1}"#,
            Some(r#"{"tracker_type": "system", "obs_info": {}, "x": 1, "tracker_name": "system"}"#),
        ),
        (r#"{"trackerType": "system", "trackerName": "system"}"#, None),
        // With the name of a tracker it would be an answer.
        (
            r#"{"is_lts_enabled": true, "is_support_validate": true, "status": "error", "detail": "noBucket"}"#,
            None,
        ),
        // What looks like a comment is the rest of the value and the fields behind it.
        (r#"{"bucket_name": my//bucket, "is_obs_created": true}"#, None),
        (
            r#"{"bucket_name": "my-bucket", "is_obs_created": true, "file_prefix_name": a#b}"#,
            None,
        ),
        (
            "{\n<<<<<<< HEAD\n  \"tracker_type\": \"system\",\n=======\n  \"tracker_type\": 'system'\n>>>>>>> other\n}",
            None,
        ),
    ] {
        let fixed = fix_all(text, &Options::default(), Safety::Safe).text;
        match expected {
            Some(expected) => assert_eq!(fixed.as_deref(), Some(expected)),
            // Other errors may be mended, as far as nothing is lost.
            None => {
                let fixed = fixed.unwrap_or_else(|| text.to_owned());
                let names = |text: &str| text.matches("_name").count() + text.matches("is_").count();
                assert_eq!(
                    (names(&fixed), fixed.contains("tracker_name")),
                    (names(text), text.contains("tracker_name")),
                    "{text} {fixed}"
                );
            }
        }
    }
}

/// Digits that are to be a name stay as they are written.
#[test]
fn numbers_that_are_names_keep_their_digits() {
    for number in ["007", "0b101", "12_34_", "0x1F", "+5", "1.", "00"] {
        let text = format!("{{\"bucket_name\": \"abc\", \"file_prefix_name\": {number}}}");
        let fixed = fix_all(&text, &Options::default(), Safety::Safe);
        assert_eq!(fixed.text, Some(text.replace(number, &format!("\"{number}\""))));
        let report = check(&text, &Options::default());
        let errors = report
            .findings
            .iter()
            .filter(|finding| finding.path.as_deref() == Some("/file_prefix_name"));
        assert!(errors.clone().count() == 1 || number == "+5", "{number}: {report:#?}");
    }
}

/// A text in another encoding is one finding, whatever else is in it.
#[test]
fn utf_32_is_named_and_left_alone() {
    let text = r#"{"tracker_type": 'system'}"#;
    let little: Vec<u8> = text.chars().flat_map(|found| u32::from(found).to_le_bytes()).collect();
    let big: Vec<u8> = text.chars().flat_map(|found| u32::from(found).to_be_bytes()).collect();
    for bytes in [
        little.clone(),
        big.clone(),
        [&[0xff, 0xfe, 0, 0], &little[..]].concat(),
        [&[0, 0, 0xfe, 0xff], &big[..]].concat(),
    ] {
        let findings = check(&bytes, &Options::default()).findings;
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!(findings[0].message(Language::En), "this text is UTF-32");
        assert_eq!(findings[0].fix, None);
    }
}

/// What live answers carry beside the fields of the page is no finding.
#[test]
fn a_live_answer_is_clean() {
    let text = r#"{"id": "1", "create_time": 1, "tracker_name": "system", "tracker_type": "system", "status": "enabled",
        "group_id": "a", "stream_id": "b", "kms_id": "c", "is_support_trace_files_encryption": true, "enterprise_project_id": "0",
        "tag": {"a": "b"}, "agency_name": "x", "is_organization_tracker": false, "data_bucket": {"data_event": ["READ"]},
        "obs_info": {"bucket_name": "", "bucket_lifecycle": 0}}"#;
    let report = check(text, &Options::default());
    assert_eq!(
        (report.document.map(|document| document.name()), report.findings),
        (Some("v3-create-response"), vec![])
    );
    let gateway = r#"{"error_code": "APIGW.0101", "error_msg": "no such API", "request_id": "1"}"#;
    assert_eq!(check(gateway, &Options::default()).findings, []);
}

/// Every JSON file below a folder, where one is named.
#[test]
fn the_files_of_a_folder_are_left_alone() {
    let Some(folder) = std::env::var_os("FOREIGN") else {
        return;
    };
    let (mut count, mut taken) = (0, Vec::new());
    visit(Path::new(&folder), &mut |path| {
        let Ok(text) = fs::read(path) else { return };
        count += 1;
        if let Err(problem) = is_foreign(&text) {
            taken.push(format!("{}: {problem}", path.display()));
        }
    });
    println!("{count} files");
    assert!(taken.is_empty(), "{} of {count}:\n{}", taken.len(), taken.join("\n"));
}

fn visit(folder: &Path, each: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path: PathBuf = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => visit(&path, each),
            Ok(kind) if kind.is_file() && path.extension().is_some_and(|extension| extension == "json") => each(&path),
            _ => {}
        }
    }
}
