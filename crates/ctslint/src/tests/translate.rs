//! Translations.

use crate::api::{answers, huawei_v3_update, v1, v1_query, v3};
use crate::model::{FieldMapping, FieldRef, FromAnswer, Provenance, Type};
use crate::{
    Change, ChangeKind, Language, Options, Provider, Severity, TranslateError, TranslateOptions, TranslateTo,
    Translation, translate, translate_requests,
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
            "info dropped /lts/log_group_name -: `log_group_name` is dropped: v3 always writes to the log group `CTS`",
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
         \"bucket_name\": \"abc\", // why\r\n      \"is_obs_created\": true\r\n    }\r\n  }"
    );
}

/// A comment goes with its member; with a member that is dropped it goes into the report.
#[test]
fn comments_go_with_their_members() {
    let text = r#"// for the auditors
{
  // where they look
  "bucket_name": "abc", // not "bucket"
  /* LTS */
  "lts": {
    "is_lts_enabled" /* on */: true,
    // the usual ones
    "log_group_name": "CTS",
    "log_topic_name": "system-trace" // since 2022
  }, /* and */ // more
  "smn": {
    "is_support_smn": false // never
  },
  "file_prefix_name": "a"
  // the end
}
// after all
"#;
    let options = TranslateOptions {
        comments: true,
        ..TranslateOptions::default()
    };
    let translation = translate(text, &options).expect("it is valid");
    assert_eq!(
        translation.body,
        r#"// for the auditors
{
  "tracker_type": "system",
  "tracker_name": "system",
  "obs_info": {
    // where they look
    "bucket_name": "abc", // not "bucket"
    "file_prefix_name": "a", // the end
    "is_obs_created": false
  },
  /* LTS */
  /* on */
  "is_lts_enabled": true /* and */
  // more
}
// after all
"#
    );
    let dropped: Vec<String> = lines(&translation.changes)
        .into_iter()
        .filter(|line| line.contains("comment"))
        .collect();
    assert_eq!(
        dropped,
        [
            "info dropped /lts/log_group_name -: the comment `// the usual ones` is dropped with `log_group_name`",
            "info dropped /lts/log_topic_name -: the comment `// since 2022` is dropped with `log_topic_name`",
            "info dropped /smn/is_support_smn -: the comment `// never` is dropped with `is_support_smn`",
        ]
    );
    let one_line = "{\"bucket_name\": \"abc\", // why\n \"is_obs_created\": /* no */ false}";
    assert_eq!(
        translate(one_line, &options).expect("it is valid").body,
        "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"obs_info\": {\"bucket_name\": \"abc\", // why\n /* no */ \
         \"is_obs_created\": false}}"
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
    let refused = translated(text, &[]).expect_err("both are lost");
    assert_eq!(
        refused.to_string(),
        "`kms_id`, `is_support_trace_files_encryption` and `smn` would be lost; allow the loss of `kms_id` and `smn` to \
         accept that"
    );
}

/// What the API of 2020 took as a block is a request of its own now: each member is told as what it becomes there.
#[test]
fn notifications_are_told_as_the_request_that_replaces_them() {
    let text = r#"{"bucket_name": "abc", "smn": {"is_support_smn": true, "topic_id": "urn:smn:eu-de:626c:topic",
        "is_send_all_key_operation": false, "operations": ["login"], "need_notify_user_list": ["user1"], "x": 1}}"#;
    let translation = translated(text, &["smn"]).expect("the loss is allowed");
    let told = |translation: &Translation| {
        let lines = lines(&translation.changes);
        let of_smn = |line: &String| line.contains(" /smn");
        lines.into_iter().filter(of_smn).collect::<Vec<_>>()
    };
    assert_eq!(
        told(&translation),
        [
            "warning lost /smn -: `smn` is lost: in v3, notifications are a request of their own; send `POST \
             /v3/{project_id}/notifications`",
            "info dropped /smn -: the notification needs `notification_name`, which v1 does not have: choose one",
            "info dropped /smn/topic_id -: `topic_id` becomes `\"topic_id\": \"urn:smn:eu-de:626c:topic\"` in the notification",
            "info dropped /smn/is_send_all_key_operation -: `is_send_all_key_operation` becomes `\"operation_type\": \
             \"customized\"` in the notification",
            "warning dropped /smn/operations -: `operations` has no equivalent: the notification names `service_type`, \
             `resource_type` and `trace_names` of each operation",
            "warning dropped /smn/need_notify_user_list -: `need_notify_user_list` becomes `notify_user_list` in the notification: \
             `user_list` takes the names, `user_group` the group of these users",
            "warning dropped /smn/x -: `x` has no equivalent in the notification",
        ]
    );
    let text = r#"{"bucket_name": "abc", "smn": {"is_send_all_key_operation": true, "operations": ["login"]}}"#;
    let translation = translated(text, &["smn"]).expect("the loss is allowed");
    assert_eq!(
        told(&translation)[2..],
        [
            "info dropped /smn/is_send_all_key_operation -: `is_send_all_key_operation` becomes `\"operation_type\": \
             \"complete\"` in the notification",
            "info dropped /smn/operations -: `operations` is not needed in the notification: with `complete` it is sent for \
             every operation",
        ]
    );
}

/// Libraries write these blocks whether or not anybody asked for them.
#[test]
fn what_asks_for_nothing_is_no_loss() {
    for smn in [
        r#"{"is_support_smn": false, "topic_id": "x", "operations": ["login"]}"#,
        r#"{"enable": false}"#,
        r#"{"operations": [], "topic_id": ""}"#,
        "{}",
        "null",
    ] {
        let text = format!(r#"{{"bucket_name": "abc", "smn": {smn}}}"#);
        let translation = translated(&text, &[]).expect(smn);
        assert!(
            translation
                .changes
                .iter()
                .all(|change| change.severity == Severity::Info)
        );
        let line = "info dropped /smn -: `smn` is dropped: it asks for no notification".to_owned();
        assert!(lines(&translation.changes).contains(&line), "{smn}");
    }
    let text = r#"{"bucket_name": "abc",
        "lts": {"is_lts_enabled": false, "log_group_name": "mine", "log_topic_name": "system-trace"}}"#;
    let translation = translated(text, &[]).expect("nothing is lost");
    assert_eq!(
        lines(&translation.changes)[4..6],
        [
            "info dropped /lts/log_group_name -: `log_group_name` is dropped: LTS is off",
            "info dropped /lts/log_topic_name -: `log_topic_name` is dropped: LTS is off",
        ]
    );
}

#[test]
fn every_member_of_an_answer_has_one_mapping() {
    let update = &huawei_v3_update::UPDATE_REQUEST;
    for document in [&v3::CREATE_RESPONSE, &v1::CREATE_RESPONSE, &v1_query::QUERY_RESPONSE] {
        let fields = document
            .fields()
            .filter(|id| !matches!(id.row().field.ty, Type::Object(_)));
        let names = document.undocumented.iter().filter(|name| **name != "data_bucket");
        let undocumented = names.map(|name| format!("/{name}"));
        for from in fields.map(FieldRef::pointer).chain(undocumented) {
            let rows = answers::MAPPINGS.iter().filter(|row| row.from == from);
            assert_eq!(rows.count(), 1, "{from}");
        }
    }
    for row in answers::MAPPINGS {
        if let FromAnswer::Field(to) = row.to {
            assert!(update.field_ref(to).is_some(), "{to}");
        }
    }
    for pointer in [answers::SYSTEM_ONLY, answers::DATA_ONLY].concat() {
        assert!(update.field_ref(pointer).is_some(), "{pointer}");
    }
}

fn from_answer(
    text: &str,
    to: TranslateTo,
    provider: Provider,
    name: Option<&str>,
) -> Result<Translation, TranslateError> {
    let options = TranslateOptions {
        to: Some(to),
        provider,
        name,
        ..TranslateOptions::default()
    };
    translate(text, &options)
}

/// An answer as the API gives it, with every member that a request does not have.
const ANSWER: &str = r#"{"trackers": [{"id": "1", "create_time": 1, "domain_id": "d", "project_id": "p", "tracker_name": "system",
    "tracker_type": "system", "status": "error", "detail": "noBucket", "group_id": "g", "stream_id": "s", "agency_name": "",
    "is_support_validate": true, "is_organization_tracker": false, "kms_id": "", "is_support_trace_files_encryption": false,
    "management_event_selector": {"exclude_service": []}, "data_bucket": {}, "tag": null, "new": 1,
    "lts": {"is_lts_enabled": true, "log_group_name": "CTS", "log_topic_name": "system-trace"},
    "obs_info": {"bucket_name": "audit", "file_prefix_name": "a", "is_obs_created": true, "is_authorized_bucket": true,
    "bucket_lifecycle": 30, "compress_type": "json", "is_sort_by_service": false, "bucket_location": "eu-de"}}]}"#;

#[test]
fn an_answer_becomes_a_request() {
    let translation = from_answer(ANSWER, TranslateTo::Update, Provider::Otc, None).expect("it is right");
    assert_eq!(
        translation.body,
        r#"{"tracker_name": "system", "tracker_type": "system", "is_support_validate": true, "is_lts_enabled": true, "obs_info": {"bucket_name": "audit", "file_prefix_name": "a", "compress_type": "json", "is_sort_by_service": false, "is_obs_created": false}}"#
    );
    let lines = lines(&translation.changes);
    for line in [
        "info dropped /id -: `id` is dropped: only answers have it",
        "info moved /tracker_name /tracker_name: `tracker_name` stays in the top level",
        "info dropped /status -: `status` is dropped: only answers tell `error`",
        "info dropped /agency_name -: `agency_name` is dropped: it asks for nothing",
        "info dropped /kms_id -: `kms_id` is dropped: encryption was not switched on",
        "info dropped /data_bucket -: `data_bucket` is dropped: it asks for nothing",
        "warning dropped /new -: `new` is dropped: no request has it",
        "info moved /lts/is_lts_enabled /is_lts_enabled: `is_lts_enabled` moves from `lts` to the top level",
        "info moved /obs_info/bucket_name /obs_info/bucket_name: `bucket_name` stays in `obs_info`",
        "info dropped /obs_info/is_obs_created -: `is_obs_created` is dropped: in an answer it tells that CTS created the bucket",
        "info dropped /obs_info/bucket_lifecycle -: `bucket_lifecycle` is dropped: requests about trackers of this type do not \
         have it",
        "info added - /obs_info/is_obs_created: `false` is added: the bucket is there already",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line}\n{lines:#?}");
    }
}

#[test]
fn an_empty_bucket_is_no_transfer() {
    let answer = |bucket: &str| {
        let rest = r#""tracker_type": "system", "tracker_name": "system", "status": "disabled""#;
        format!(r#"{{"id": "1", "create_time": 1, {rest}, "obs_info": {{{bucket}}}}}"#)
    };
    let body = |text: &str, to| from_answer(text, to, Provider::Otc, None).map(|translation| translation.body);
    for bucket in [
        r#""bucket_name": "", "file_prefix_name": "a""#,
        r#""file_prefix_name": "a""#,
    ] {
        let text = answer(bucket);
        let update = body(&text, TranslateTo::Update).expect("it is right");
        assert!(
            update.contains(r#""bucket_name": """#) && update.contains("prefix"),
            "{update}"
        );
        assert!(update.contains(r#""status": "disabled""#), "{update}");
        let refused = body(&text, TranslateTo::Create).expect_err("a create can't switch off");
        assert!(refused.to_string().contains("`status` would be lost"), "{refused}");
        let create = body(&text.replace("disabled", "enabled"), TranslateTo::Create).expect("it is right");
        assert_eq!(create, r#"{"tracker_type": "system", "tracker_name": "system"}"#);
    }
}

#[test]
fn what_only_huawei_cloud_has_stays_there_and_is_lost_elsewhere() {
    let text = r#"{"id": "1", "create_time": 1, "tracker_name": "system", "tracker_type": "system", "agency_name": "cts_admin_trust",
        "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504", "is_support_trace_files_encryption": true,
        "is_organization_tracker": true, "management_event_selector": {"exclude_service": ["KMS"]},
        "obs_info": {"bucket_name": "audit", "is_obs_created": false}}"#;
    let refused = from_answer(text, TranslateTo::Update, Provider::Otc, None).expect_err("much is lost");
    assert_eq!(
        refused.to_string(),
        "`agency_name`, `kms_id`, `is_support_trace_files_encryption`, `is_organization_tracker` and \
         `management_event_selector.exclude_service` would be lost; allow the loss of `agency_name`, `kms_id`, \
         `is_organization_tracker` and `exclude_service` to accept that"
    );
    let kept = from_answer(text, TranslateTo::Update, Provider::Huawei, None).expect("nothing is lost");
    let moved = kept
        .changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Moved)
        .count();
    assert_eq!(moved, 9, "{:#?}", lines(&kept.changes));
    let data = r#"{"id": "1", "create_time": 1, "tracker_name": "mine", "tracker_type": "data", "status": "enabled",
        "obs_info": {"bucket_name": "audit", "bucket_lifecycle": 30}, "kms_id": "x",
        "data_bucket": {"data_bucket_name": "tracked", "data_event": ["READ"], "search_enabled": true}}"#;
    let refused = from_answer(data, TranslateTo::Create, Provider::Otc, None).expect_err("there are none");
    assert!(matches!(refused, TranslateError::DataTracker));
    let kept = from_answer(data, TranslateTo::Create, Provider::Huawei, None).expect("nothing is lost");
    assert_eq!(
        kept.body,
        r#"{"tracker_name": "mine", "tracker_type": "data", "obs_info": {"bucket_name": "audit", "bucket_lifecycle": 30, "is_obs_created": false}, "data_bucket": {"data_bucket_name": "tracked", "data_event": ["READ"]}}"#
    );
}

#[test]
fn one_tracker_of_a_list_is_chosen_by_its_name() {
    let tracker =
        |name: &str| format!(r#"{{"id": "1", "create_time": 1, "tracker_name": "{name}", "obs_info": {{}}}}"#);
    let list = |trackers: &[String]| format!(r#"{{"trackers": [{}]}}"#, trackers.join(", "));
    let two = list(&[tracker("system"), tracker("audit")]);
    let error = |text: &str, name| {
        let result = from_answer(text, TranslateTo::Update, Provider::Otc, name);
        result.map(|it| it.body).expect_err("no tracker").to_string()
    };
    assert_eq!(
        error(&two, None),
        "the list has several trackers: `system` and `audit`; choose one by its name"
    );
    assert_eq!(
        error(&two, Some("mine")),
        "no tracker in it is called `mine`; there is `system` and `audit`"
    );
    assert_eq!(error(&list(&[]), None), "the list has no tracker");
    assert!(from_answer(&two, TranslateTo::Update, Provider::Otc, Some("system")).is_ok());
    assert!(from_answer(&list(&[tracker("system")]), TranslateTo::Update, Provider::Otc, None).is_ok());
}

/// A value that the API has but takes from nobody is not passed on.
#[test]
fn a_request_that_would_be_wrong_is_not_given() {
    let text = r#"{"id": "1", "create_time": 1, "tracker_name": "system", "obs_info": {"bucket_name": "My_Bucket"}}"#;
    let error = from_answer(text, TranslateTo::Update, Provider::Otc, None).expect_err("the name is wrong");
    let TranslateError::Unsound { report, body } = error else {
        panic!("{error}");
    };
    assert!(body.contains("My_Bucket"));
    assert_eq!(report.findings[0].path.as_deref(), Some("/obs_info/bucket_name"));
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
            "choose the request that this answer becomes; it is a `v3-create-response`: it has `id` and `domain_id`",
        ),
        (
            r#"{"error_code": "CTS.0200", "error_msg": "too many"}"#,
            "only requests and answers about trackers can be translated, and this is a `error-response`: it has `error_code`",
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

/// In v1 an update may leave the bucket out; in v3 that switches the transfer off.
#[test]
fn an_update_that_switches_the_transfer_off_says_so() {
    let warned = |text: &str, provider| {
        let options = TranslateOptions {
            provider,
            to: Some(TranslateTo::Update),
            ..TranslateOptions::default()
        };
        let translation = translate(text, &options).expect("it is valid");
        let line = "warning dropped - -: the update of v3 replaces the whole configuration, and this body has no `obs_info`: the \
                    transfer to the bucket is switched off";
        lines(&translation.changes).contains(&line.to_owned())
    };
    let status = r#"{"status": "enabled", "log_file_validate": {"is_support_validate": true}}"#;
    assert!(warned(status, Provider::Otc));
    assert!(!warned(status, Provider::Huawei));
    assert!(!warned(r#"{"status": "enabled", "bucket_name": "abc"}"#, Provider::Otc));
}

/// In files of requests, method, path and body are translated, and everything else stays byte for byte.
#[test]
fn whole_requests_are_translated() {
    let text = "@host = https://cts.eu-de.otc.t-systems.com\r\n\r\n### create\r\nPOST {{host}}/v1.0/{{project}}/tracker HTTP/1.1\r\n\
                X-Auth-Token: {{token}}\r\n\r\n{\r\n  # the archive\r\n  \"bucket_name\": \"{{bucket}}\",\r\n  \"is_obs_created\": \
                true\r\n  // the end\r\n}\r\n\r\n> {% x() %}\r\n\r\n### change\r\nput {{host}}/v1.0/{{project}}/tracker/system?a=b\r\n\r\n\
                {\"status\": \"disabled\", \"bucket_name\": \"abc\"}\r\n\r\n### look\r\nGET {{host}}/v1.0/{{project}}/tracker\r\n\r\n###\r\nPOST \
                {{host}}/v1.0/{{project}}/tracker\r\n\r\n< ./body.json\r\n";
    let translation = translate_requests(text, &TranslateOptions::default()).expect("it is right");
    let expected = text
        .replace("/v1.0/{{project}}/tracker HTTP", "/v3/{{project}}/tracker HTTP")
        .replace("/v1.0/{{project}}/tracker/system?a=b", "/v3/{{project}}/tracker?a=b")
        .replace("/v1.0/{{project}}/tracker\r\n\r\n< ", "/v3/{{project}}/tracker\r\n\r\n< ")
        .replace(
            "{\r\n  # the archive\r\n  \"bucket_name\": \"{{bucket}}\",\r\n  \"is_obs_created\": true\r\n  // the end\r\n}",
            "{\r\n  \"tracker_type\": \"system\",\r\n  \"tracker_name\": \"system\",\r\n  \"obs_info\": {\r\n    # the archive\r\n    \
             \"bucket_name\": \"{{bucket}}\",\r\n    \"is_obs_created\": true\r\n    // the end\r\n  }\r\n}",
        )
        .replace(
            "{\"status\": \"disabled\", \"bucket_name\": \"abc\"}",
            "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"status\": \"disabled\", \"obs_info\": {\"bucket_name\": \"abc\", \
             \"is_obs_created\": false}}",
        );
    assert_eq!(translation.body, expected);
    let told = lines(&translation.changes);
    for line in [
        "info moved - -: `POST /v1.0/{{project}}/tracker` becomes `POST /v3/{{project}}/tracker`",
        "info moved - -: `PUT /v1.0/{{project}}/tracker/system` becomes `PUT /v3/{{project}}/tracker`",
        "warning dropped - -: `GET /v1.0/{{project}}/tracker` is left as it is: only creates and updates are translated",
        "warning dropped - -: the body is in `./body.json`: translate that file as well",
    ] {
        assert!(told.contains(&line.to_owned()), "{line}\n{told:#?}");
    }
    for (text, message) in [
        (
            "GET /v3/x/trackers\n",
            "no request in it creates or changes a tracker with v1",
        ),
        (
            "POST /v1.0/{project_id}/tracker\n\n{\"bucket_name\": \"a\"}\n",
            "the v1 body is not valid",
        ),
        (
            "POST /v1.0/{project_id}/tracker\n\n{\"bucket_name\": \"abc\", \"smn\": {\"is_support_smn\": true}}\n",
            "`smn` would be lost; allow the loss of `smn` to accept that",
        ),
    ] {
        let error = translate_requests(text, &TranslateOptions::default()).expect_err(text);
        assert_eq!(error.to_string(), message);
    }
}
