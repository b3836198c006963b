//! Translations.

use crate::api::{v1, v3};
use crate::model::{FieldMapping, FieldRef, Provenance, Type};
use crate::{
    Change, ChangeKind, Language, Options, Provider, Severity, TranslateError, TranslateOptions, Translation, translate,
};

fn translated(text: &str, allow: &[&str]) -> Result<Translation, TranslateError> {
    let allow_loss: Vec<String> = allow.iter().map(|&name| name.to_owned()).collect();
    translate(
        text,
        &TranslateOptions {
            allow_loss: &allow_loss,
            ..TranslateOptions::default()
        },
    )
}

fn lines(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| {
        let [from, to] = [&change.from, &change.to].map(|path| path.as_deref().unwrap_or("-"));
        format!(
            "{} {} {from} {to}: {}",
            change.severity.name(),
            change.kind.name(),
            change.worded(Language::En).message
        )
    };
    changes.iter().map(line).collect()
}

#[test]
fn every_field_of_v1_has_one_mapping() {
    let document = &v1::CREATE_REQUEST;
    for id in document.fields() {
        let is_object = matches!(id.row().field.ty, Type::Object(_));
        let mappings = v1::MAPPINGS.iter().filter(|step| step.from == id).count();
        assert_eq!(mappings, usize::from(!is_object), "{}", id.pointer());
    }
    for step in v1::MAPPINGS {
        let reason = match step.to {
            FieldMapping::Move { .. } => continue,
            FieldMapping::Drop { reason, .. } => reason,
            FieldMapping::Lose(loss) => loss.reason,
        };
        assert!(!reason.text(Language::En).is_empty());
    }
    for foreign_field in document
        .foreign_fields
        .iter()
        .filter(|foreign_field| foreign_field.provenance == Provenance::Retired)
    {
        assert!(
            v1::RETIRED.iter().any(|retired| retired.name == foreign_field.name),
            "{}",
            foreign_field.name
        );
    }
}

#[test]
fn a_loss_is_named_by_its_own_fields() {
    let losses = v1::MAPPINGS.iter().filter_map(|step| match step.to {
        FieldMapping::Lose(loss) => Some((step.from.name(), loss)),
        _ => None,
    });
    for (name, loss) in losses.chain(v1::RETIRED.iter().map(|retired| (retired.name, retired.loss))) {
        assert!(loss.fields.contains(&name), "{name}");
    }
}

#[test]
fn what_v3_requires_comes_from_somewhere() {
    let document = &v3::CREATE_REQUEST;
    let is_required = |id: &FieldRef| id.row().field.required;
    for id in document.fields().filter(is_required) {
        assert!(v1::ADDED.iter().any(|added| added.to == id), "{}", id.pointer());
    }
    let targets = v1::MAPPINGS.iter().filter_map(|step| match step.to {
        FieldMapping::Move { to, .. } => Some((step.from, to)),
        _ => None,
    });
    for (from, to) in targets {
        let (from, to) = (from.row().field, to.row().field);
        assert_eq!(
            std::mem::discriminant(&from.ty),
            std::mem::discriminant(&to.ty),
            "{}",
            from.name
        );
    }
}

#[test]
fn order_and_escapes_are_the_authors() {
    let text = "{\n\t\"lts\" : {\n\t\t\"is_lts_enabled\" : true,\n\t\t\"log_group_name\" : \"CTS\",\n\t\t\"log_topic_name\" : \
                \"mine\"\n\t},\n\t\"file_prefix_name\" : \"\\u0041\",\n\t\"bucket_name\" : \"obs-f1da\"\n}\n";
    let translation = translated(text, &[]).expect("it is valid");
    assert_eq!(
        translation.body,
        "{\n\t\"tracker_type\" : \"system\",\n\t\"tracker_name\" : \"system\",\n\t\"is_lts_enabled\" : true,\n\t\"obs_info\" : \
         {\n\t\t\"file_prefix_name\" : \"\\u0041\",\n\t\t\"bucket_name\" : \"obs-f1da\",\n\t\t\"is_obs_created\" : \
         false\n\t}\n}\n"
    );
    assert_eq!(
        lines(&translation.changes),
        [
            "info added - /tracker_type: `\"system\"` is added: v3 requires it; v1 creates the management tracker only",
            "info added - /tracker_name: `\"system\"` is added: v3 requires it; the management tracker has no other name",
            "info moved /lts/is_lts_enabled /is_lts_enabled: `is_lts_enabled` moves from `lts` to the top level",
            "warning dropped /lts/log_topic_name -: `log_topic_name` `mine` is dropped: v3 always writes to the log \
             stream `system-trace`",
            "info moved /file_prefix_name /obs_info/file_prefix_name: `file_prefix_name` moves from the top level to \
             `obs_info`",
            "info moved /bucket_name /obs_info/bucket_name: `bucket_name` moves from the top level to `obs_info`",
            "info added - /obs_info/is_obs_created: `false` is added: v1's default; v3 documents none",
        ]
    );
}

#[test]
fn a_body_on_one_line_stays_on_one() {
    for (text, body) in [
        (
            r#"{"bucket_name":"abc","is_obs_created":true}"#,
            r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"abc","is_obs_created":true}}"#,
        ),
        (
            r#"{ "is_obs_created": true, "bucket_name": "abc" }"#,
            r#"{ "tracker_type": "system", "tracker_name": "system", "obs_info": { "is_obs_created": true, "bucket_name": "abc" } }"#,
        ),
    ] {
        assert_eq!(translated(text, &[]).expect("it is valid").body, body);
    }
}

#[test]
fn line_ends_and_margin_stay() {
    let text = "  {\r\n    \"bucket_name\": \"abc\", // why\r\n    \"is_obs_created\": true\r\n  }";
    let options = TranslateOptions {
        comments: true,
        ..TranslateOptions::default()
    };
    assert_eq!(
        translate(text, &options).expect("it is valid").body,
        "  {\r\n    \"tracker_type\": \"system\",\r\n    \"tracker_name\": \"system\",\r\n    \"obs_info\": {\r\n      \
         \"bucket_name\": \"abc\",\r\n      \"is_obs_created\": true\r\n    }\r\n  }"
    );
}

#[test]
fn a_loss_must_be_allowed_by_name() {
    let text = r#"{"bucket_name": "abc", "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504",
        "is_support_trace_files_encryption": true, "smn": {"is_support_smn": true}}"#;
    let refused = translated(text, &["smn", "bucket_name"]).expect_err("encryption is lost");
    assert_eq!(
        refused.to_string(),
        "`kms_id` and `is_support_trace_files_encryption` would be lost; allow the loss of `kms_id` to accept that"
    );
    for name in ["kms_id", "is_support_trace_files_encryption", "/kms_id"] {
        let translation = translated(text, &["smn", name]).expect("both losses are allowed");
        let lost = translation
            .changes
            .iter()
            .filter(|change| change.kind == ChangeKind::Lost);
        assert!(lost.clone().all(|change| change.severity == Severity::Warning));
        assert_eq!(lost.count(), 3);
    }
    let refused = translated(text, &["kms_id"]).expect_err("notifications are lost");
    assert_eq!(
        refused.to_string(),
        "`smn` would be lost; allow the loss of `smn` to accept that"
    );
}

#[test]
fn encryption_that_is_off_is_no_loss() {
    for text in [
        r#"{"bucket_name": "abc", "is_support_trace_files_encryption": false}"#,
        r#"{"bucket_name": "abc", "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"}"#,
    ] {
        let translation = translated(text, &[]).expect("nothing is lost");
        let dropped: Vec<_> = translation
            .changes
            .iter()
            .filter(|change| change.kind == ChangeKind::Dropped)
            .collect();
        assert!(
            matches!(
                dropped[..],
                [Change {
                    severity: Severity::Info,
                    ..
                }]
            ),
            "{dropped:?}"
        );
    }
}

#[test]
fn only_fields_of_v1_can_be_allowed() {
    let text = r#"{"bucket_name": "abc"}"#;
    for name in [
        "lts",
        "log_group_name",
        "lts.log_group_name",
        "/lts/log_group_name",
        "smn",
        "kms_id",
    ] {
        assert!(translated(text, &[name]).is_ok(), "{name}");
    }
    for (name, message) in [
        ("kmsid", "v1 has no field `kmsid`; did you mean `kms_id`?"),
        ("tracker_type", "v1 has no field `tracker_type`"),
        ("", "v1 has no field ``"),
    ] {
        assert_eq!(
            translated(text, &[name]).expect_err("no such field").to_string(),
            message
        );
    }
}

#[test]
fn other_texts_are_refused() {
    for (text, message) in [
        (
            r#"{"tracker_type": "system"}"#,
            "this is a v3 body already: it has `tracker_type`",
        ),
        (
            r#"{"id": "1", "domain_id": "2", "obs_info": {}}"#,
            "only requests can be translated, and this is a `v3-create-response`: it has `id` and `domain_id`",
        ),
        (r#"{"bucket_name": "abc",}"#, "the v1 body is not valid"),
        (r#"{"is_obs_created": true}"#, "the v1 body is not valid"),
        ("", "the v1 body is not valid"),
        ("[]", "the v1 body is not valid"),
    ] {
        assert_eq!(translated(text, &[]).expect_err(text).to_string(), message);
    }
}

#[test]
fn huawei_cloud_keeps_encryption() {
    let text = r#"{"bucket_name": "audit", "is_support_trace_files_encryption": true, "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504"}"#;
    let options = TranslateOptions {
        provider: Provider::Huawei,
        ..TranslateOptions::default()
    };
    let translation = translate(text, &options).expect("nothing is lost");
    assert!(
        translation
            .body
            .contains(r#""is_support_trace_files_encryption": true, "kms_id": "13a4207c"#),
        "{}",
        translation.body
    );
    assert!(
        translation
            .body
            .contains(r#""bucket_name": "audit", "is_obs_created": false"#),
        "{}",
        translation.body
    );
    let kept = translation
        .changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Moved);
    assert_eq!(kept.count(), 3);
    let report = crate::check(
        &translation.body,
        &Options {
            provider: Some(Provider::Huawei),
            ..Options::default()
        },
    );
    assert_eq!(
        report.document.map(crate::Document::name),
        Some("huawei-v3-create-request")
    );
    assert_eq!(report.findings, []);
}
