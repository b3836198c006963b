//! What a finding must not depend on.

use proptest::prelude::*;
use serde_json::Value;

use super::body;
use crate::Language;
use crate::api::DOCUMENTS;
use crate::model::Rule;

/// A body as text, with its members in another order and other white space between them.
fn written(value: &Value, picks: &mut impl Iterator<Item = u32>) -> String {
    let mut blank = || ["", " ", "\n  ", "\t", "\r\n"][picks.next().unwrap_or(0) as usize % 5];
    match value {
        Value::Object(map) => {
            let mut members: Vec<_> = map.iter().collect();
            let (before, after) = (blank(), blank());
            for index in (1..members.len()).rev() {
                let other = picks.next().unwrap_or(0) as usize % (index + 1);
                members.swap(index, other);
            }
            let members: Vec<_> = members
                .into_iter()
                .map(|(name, value)| {
                    format!(
                        "{before}{}{after}:{}",
                        Value::from(name.as_str()),
                        written(value, picks)
                    )
                })
                .collect();
            format!("{{{}{before}}}", members.join(","))
        }
        plain => plain.to_string(),
    }
}

/// Names and values that people write, right and wrong.
fn member() -> impl Strategy<Value = (String, Value)> {
    let names = prop::sample::select(vec![
        "tracker_type",
        "tracker_name",
        "traker_name",
        "bucket_name",
        "obs_info",
        "lts",
        "kms_id",
        "smn",
        "status",
        "id",
        "is_lts_enabled",
        "is_support_validate",
        "file_prefix_name",
        "compress_type",
        "lts_enabled",
        "zzz",
        "log_group_name",
        "is_support_trace_files_encryption",
        "log_file_validate",
    ]);
    let plain = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "system",
            "data",
            "GZIP",
            "My_Bucket",
            "a..b",
            " x ",
            "true",
            "CTS"
        ])
        .prop_map(Value::from),
    ];
    let object = prop::collection::btree_map(names.clone().prop_map(String::from), plain.clone(), 0..5)
        .prop_map(|members| Value::Object(members.into_iter().collect()));
    (names.prop_map(String::from), prop_oneof![3 => plain, 1 => object])
}

fn found(text: &str, document: Option<&'static crate::Document>) -> Vec<(String, Option<String>, String)> {
    let options = crate::Options {
        document,
        ..Default::default()
    };
    let mut found: Vec<_> = crate::check(text, &options)
        .findings
        .into_iter()
        .map(|finding| {
            let message = finding.message(Language::En).into_owned();
            if matches!(finding.rule, Rule::OtherProviderField | Rule::UnknownApi) {
                // It speaks of the first of several fields, or of the first of several bodies in another document.
                return (finding.rule.name().to_owned(), None, String::new());
            }
            (finding.rule.name().to_owned(), finding.path, message)
        })
        .collect();
    found.sort();
    found
}

proptest! {
    #[test]
    fn findings_depend_neither_on_the_order_of_members_nor_on_white_space(
        which in 0..DOCUMENTS.len(),
        whole in any::<bool>(),
        changes in prop::collection::vec(member(), 0..6),
        named in any::<bool>(),
        picks in prop::collection::vec(any::<u32>(), 0..60),
    ) {
        let document = DOCUMENTS[which];
        let mut body = body(document, whole);
        for (name, value) in changes {
            body[name] = value;
        }
        let named = named.then_some(document);
        let shuffled = written(&body, &mut picks.into_iter());
        prop_assert_eq!(found(&body.to_string(), named), found(&shuffled, named), "{}", shuffled);
    }
}
