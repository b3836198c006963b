//! Laws of checking and fixing, held over bodies as people write them.

mod generate;

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::fast_path::same_in_one_pass;
use crate::diagnostics::{Finding, Fix, Param, Report, Safety};
use crate::fix::Remaining;
use crate::json::{Kind, Syntax, Value, parse};
use crate::model::{Rule, Severity};
use crate::{
    Change, ChangeKind, CompareOptions, Document, Language, Options, Provider, TranslateError, TranslateOptions,
    TranslateTo, check, check_by_finding, compare, detect, fix, fix_all, translate,
};
use generate::{answer, body, commented, mangled, slipped, valid_v1};

fn is_text(finding: &Finding) -> bool {
    matches!(finding.rule, Rule::InvalidJson | Rule::ByteOrderMark)
}

fn fixes(report: &Report, safety: Safety) -> impl Iterator<Item = (&Finding, &Fix)> {
    let fixes = report
        .findings
        .iter()
        .filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
    fixes.filter(move |(_, fix)| fix.safety <= safety)
}

/// How a text is checked: as what its content tells, and where that tells nothing, as a request of v3.
fn options(text: &str) -> Options {
    let document = match detect(text).document {
        Some(_) => None,
        None => Document::from_name("v3"),
    };
    Options {
        document,
        ..Options::default()
    }
}

/// Findings that are made one by one are those of the report, with all their places.
fn one_by_one_is_the_same(text: &str) {
    let options = options(text);
    let mut findings = Vec::new();
    check_by_finding(text, &options, |found| {
        found.each(|finding| findings.push(finding.clone()));
    });
    assert_eq!(findings, check(text, &options).findings);
}

/// Every edit lies in the text, and the title says what is done.
fn edits_lie_inside(text: &str) {
    for (finding, fix) in fixes(&check(text, &options(text)), Safety::Unsafe) {
        let mut at = 0;
        for edit in &fix.edits {
            assert!(edit.start >= at && edit.end >= edit.start, "{finding:#?}");
            assert!(
                text.get(edit.start as usize..edit.end as usize).is_some(),
                "{finding:#?}"
            );
            at = edit.end;
        }
        let title = finding
            .worded(Language::En)
            .fix
            .map(|fix| fix.title)
            .unwrap_or_default();
        let verb = title.split(' ').next().unwrap_or_default();
        let verbs = [
            "write", "insert", "rename", "add", "remove", "replace", "put", "close", "escape", "quote", "separate",
            "delete",
        ];
        assert!(verbs.contains(&verb), "no command: {title}");
        assert!(!title.ends_with('.'), "{title}");
    }
}

/// Every round leaves less to fix, and the last one leaves nothing.
fn every_round_lowers_what_is_left(text: &str, safety: Safety) {
    let options = options(text);
    let mut text = text.to_owned();
    let mut report = check(&text, &options);
    for _ in 0..100 {
        if fixes(&report, safety).next().is_none() {
            return;
        }
        let next = fix(&text, &report, safety);
        let after = check(&next, &options);
        let left = |report: &Report, text: &str| {
            let mut left = Remaining::default();
            let findings = report.findings.iter();
            findings.for_each(|finding| left.add(finding, text.len(), safety));
            left
        };
        let (was, is) = (left(&report, &text), left(&after, &next));
        assert!(is < was, "{text:?} {was:?}\n{next:?} {is:?}\n{report:#?}\n{after:#?}");
        (text, report) = (next, after);
    }
    panic!("no end: {text}");
}

/// The fields that rules about several fields look at.
const FIELDS_OF_RULES: &[(Rule, &[&str])] = &[
    (Rule::TrackerNameNotSystem, &["tracker_type", "tracker_name"]),
    (
        Rule::EncryptionWithoutKmsId,
        &["is_support_trace_files_encryption", "kms_id"],
    ),
    (
        Rule::KmsIdWithoutEncryption,
        &["is_support_trace_files_encryption", "kms_id"],
    ),
    (Rule::UnusualKmsId, &["is_support_trace_files_encryption", "kms_id"]),
    (
        Rule::ObsOptionWithoutBucket,
        &[
            "obs_info",
            "bucket_name",
            "file_prefix_name",
            "is_obs_created",
            "compress_type",
            "is_sort_by_service",
            "is_support_validate",
        ],
    ),
    (Rule::ShortRetention, &["obs_info", "bucket_name", "is_lts_enabled"]),
    (Rule::PartialUpdate, &["obs_info"]),
];

/// The fields that safe fixes mend: for a rename the field that the member is afterwards.
fn mended(report: &Report) -> Vec<String> {
    let mut mended = Vec::new();
    for (finding, fix) in fixes(report, Safety::Safe) {
        let Some(path) = &finding.path else { continue };
        if finding.rule == Rule::UnknownField {
            let (holder, _) = path.rsplit_once('/').unwrap_or_default();
            mended.push(format!("{holder}/{}", fix.edits[0].text.trim_matches('"')));
        }
        mended.push(path.to_string());
    }
    mended
}

/// What makes two findings the same: their rule and field; for errors of the text, which move, the message.
fn identity(finding: &Finding) -> String {
    let path = finding.path.as_deref().unwrap_or_default();
    let message = finding.message(Language::En);
    let place = if is_text(finding) { &message } else { path };
    format!("{} {place}", finding.rule.name())
}

/// The findings that one stands for: names that are missing together are one.
fn identities(finding: &Finding) -> Vec<String> {
    let other = match (finding.rule, finding.params.get("name"), &finding.path) {
        (Rule::MissingField, Some(Param::Text(other)), Some(path)) => path
            .rsplit_once('/')
            .map(|(holder, _)| format!("missing-field {holder}/{other}")),
        _ => None,
    };
    [identity(finding)].into_iter().chain(other).collect()
}

/// After all safe fixes, every finding that remains was reported before, or had been withheld only because of a value or
/// key that was mended.
fn nothing_new_remains(text: &str) {
    let options = options(text);
    let before = check(text, &options);
    let known: Vec<String> = before.findings.iter().flat_map(identities).collect();
    let document = before.document;
    let mut mended_fields = Vec::new();
    let (mut fixed, mut report) = (text.to_owned(), before);
    while fixes(&report, Safety::Safe).next().is_some() {
        mended_fields.extend(mended(&report));
        fixed = fix(&fixed, &report, Safety::Safe);
        report = check(&fixed, &options);
        assert_eq!(report.document, document, "{text:?} {fixed:?}");
    }
    for finding in &report.findings {
        let path = finding.path.as_deref().unwrap_or_default();
        let fields = FIELDS_OF_RULES
            .iter()
            .find(|(rule, _)| *rule == finding.rule)
            .map_or(&[][..], |(_, fields)| fields);
        let withheld = mended_fields.iter().any(|mended| {
            let name = mended.rsplit('/').next().unwrap_or_default();
            path == mended
                || path.starts_with(&format!("{mended}/"))
                || fields.contains(&name)
                // What stands in an object is read once its name is mended, and may be a field of the rule, misplaced.
                || (!fields.is_empty() && ["lts", "obs_info", "log_file_validate"].contains(&name))
        });
        assert!(
            known.contains(&identity(finding)) || withheld,
            "{text:?}\n{fixed:?}\n{finding:#?}\n{mended_fields:?}"
        );
    }
}

/// Fixing twice changes nothing, and a text whose errors are all mended is JSON, if no placeholder is left.
fn fixing_is_done_once(text: &str, safety: Safety) {
    let options = options(text);
    let first = fix_all(text, &options, safety);
    let fixed = first.text.as_deref().unwrap_or(text);
    assert_eq!(first.remaining, check(fixed, &options));
    let second = fix_all(fixed, &options, safety);
    assert_eq!(
        (second.text, second.fixed, second.rounds),
        (None, 0, 0),
        "{text:?} {fixed:?}"
    );
    if !first
        .remaining
        .findings
        .iter()
        .any(|finding| matches!(finding.rule, Rule::InvalidJson | Rule::UnreplacedPlaceholder))
    {
        let parsed: Result<serde_json::Value, _> = serde_json::from_str(fixed);
        let error = parsed
            .err()
            .map(|error| error.to_string())
            .filter(|error| !error.contains("out of range"));
        assert_eq!(error, None, "{text:?} {fixed:?}");
    }
}

/// What a tree means: kinds, keys and values in their order.
fn meaning(value: Value<'_, '_>, into: &mut Vec<String>) {
    match value.kind() {
        Kind::Object => {
            into.push("{".into());
            for member in value.members() {
                into.push(member.key.text().into_owned());
                meaning(member.value, into);
            }
            into.push("}".into());
        }
        Kind::Array => {
            into.push("[".into());
            value.items().for_each(|item| meaning(item, into));
            into.push("]".into());
        }
        Kind::String => into.push(format!("{:?}", value.text())),
        Kind::Number => into.push("a number".into()),
        kind => into.push(format!("{kind:?}")),
    }
}

fn meaning_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(root) = parse(text, Syntax::default()).root() {
        meaning(root, &mut found);
    }
    found
}

/// Mending the text alone gives what had been read before, where all of it could be mended.
fn mending_keeps_the_reading(text: &str) {
    let options = options(text);
    let mut current = text.to_owned();
    for _ in 0..100 {
        let mut report = check(&current, &options);
        report.findings.retain(is_text);
        if report.findings.is_empty() {
            assert_eq!(meaning_of(&current), meaning_of(text), "{text:?} {current:?}");
            return;
        }
        if report.findings.iter().any(|finding| finding.fix.is_none()) {
            return;
        }
        current = fix(&current, &report, Safety::Safe);
    }
    panic!("no end: {current}");
}

/// Every value, as text without its type and case.
fn values(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for word in meaning_of(text) {
        let is_value = word.starts_with('"') || word == "True" || word == "False";
        if is_value {
            *found.entry(word.trim_matches('"').to_lowercase()).or_default() += 1;
        }
    }
    found
}

/// The number of members and items, but for members that are `null`.
fn size(value: Value<'_, '_>) -> usize {
    let members = value.members().filter(|member| member.value.kind() != Kind::Null);
    let members: usize = members.map(|member| 1 + size(member.value)).sum();
    members + value.items().map(|item| 1 + size(item)).sum::<usize>()
}

fn size_of(text: &str) -> usize {
    parse(text, Syntax::default()).root().map_or(0, size)
}

/// Safe fixes lose no value, and no member but those that are `null`.
fn nothing_is_lost(text: &str) {
    let fixed = fix_all(text, &options(text), Safety::Safe);
    let Some(fixed) = fixed.text else { return };
    let after = values(&fixed);
    for (value, count) in values(text) {
        assert!(
            after.get(&value).is_some_and(|after| *after >= count),
            "{value}: {text:?} {fixed:?}"
        );
    }
    assert!(size_of(&fixed) >= size_of(text), "{text:?} {fixed:?}");
}

/// A valid v1 body gives a v3 body without errors, whose fields say what those of the v1 body said.
fn translation_keeps_the_meaning(text: &str) {
    let v1: serde_json::Value = serde_json::from_str(text).expect("the body is JSON");
    let allow_loss = ["kms_id".to_owned(), "smn".to_owned()];
    let options = TranslateOptions {
        allow_loss: &allow_loss,
        ..TranslateOptions::default()
    };
    let translation = translate(text, &options).expect("the body is valid");
    let report = check(&translation.body, &Options::default());
    let is_update = v1.pointer("/status").is_some();
    let document = if is_update {
        "v3-update-request"
    } else {
        "v3-create-request"
    };
    assert_eq!(report.document.map(|document| document.name()), Some(document));
    assert_every_member_has_a_line(&v1, &translation.changes);
    assert!(
        report.findings.iter().all(|finding| finding.severity < Severity::Error),
        "{report:#?}"
    );
    let v3: serde_json::Value = serde_json::from_str(&translation.body).expect("the body is JSON");
    let mut leaves = 0;
    for change in &translation.changes {
        let to = change
            .to
            .as_deref()
            .map(|to| v3.pointer(to).expect("what is written is there"));
        match change.kind {
            ChangeKind::Moved => assert_eq!(v1.pointer(change.from.as_deref().unwrap_or_default()), to),
            ChangeKind::Added => assert!(change.from.is_none() && to.is_some()),
            ChangeKind::Dropped | ChangeKind::Lost => assert!(change.from.is_some() && to.is_none()),
        }
        leaves += usize::from(to.is_some());
    }
    let count = |value: &serde_json::Value| value.as_object().map_or(1, serde_json::Map::len);
    assert_eq!(v3.as_object().map(|body| body.values().map(count).sum()), Some(leaves));
    for (from, to) in [
        ("/bucket_name", "/obs_info/bucket_name"),
        ("/file_prefix_name", "/obs_info/file_prefix_name"),
        ("/lts/is_lts_enabled", "/is_lts_enabled"),
        ("/log_file_validate/is_support_validate", "/is_support_validate"),
        ("/status", "/status"),
    ] {
        assert_eq!(v1.pointer(from), v3.pointer(to));
    }
    let created = v1
        .pointer("/is_obs_created")
        .and_then(serde_json::Value::as_bool)
        .unwrap_or(false);
    assert_eq!(v3.pointer("/obs_info/is_obs_created"), Some(&created.into()));
    let again = translate(&translation.body, &options).expect_err("v3 is not translated");
    assert!(matches!(again, TranslateError::AlreadyV3 { .. }));
}

/// Whatever becomes of a member, a line says it: its own, or that of the object that it stands in.
fn assert_every_member_has_a_line(text: &serde_json::Value, changes: &[Change]) {
    let has_line = |pointer: &str| changes.iter().any(|change| change.from.as_deref() == Some(pointer));
    for (name, value) in text.as_object().into_iter().flatten() {
        let pointer = format!("/{name}");
        let members = value.as_object().into_iter().flatten();
        let mut inner = members.map(|(name, _)| format!("{pointer}/{name}")).peekable();
        let has_lines = inner.peek().is_some() && inner.all(|pointer| has_line(&pointer));
        assert!(has_line(&pointer) || has_lines, "{pointer}: {changes:#?}");
    }
}

/// A right answer becomes a right request, in which every setting of the tracker stands, or has its line.
fn an_answer_becomes_a_right_request(text: &str, provider: Provider, to: TranslateTo) {
    let allow_loss = [
        "kms_id",
        "exclude_service",
        "agency_name",
        "is_organization_tracker",
        "status",
    ]
    .map(str::to_owned);
    let options = TranslateOptions {
        allow_loss: &allow_loss,
        provider,
        to: Some(to),
        ..TranslateOptions::default()
    };
    let translation = translate(text, &options).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    let named = Options {
        provider: Some(provider),
        document: Document::from_name(to.name()).map(|document| document.of_provider(provider)),
        ..Options::default()
    };
    let report = check(&translation.body, &named);
    assert!(
        report.findings.iter().all(|finding| finding.severity < Severity::Error),
        "{text}\n{}\n{report:#?}",
        translation.body
    );
    let answer: serde_json::Value = serde_json::from_str(text).expect("the answer is JSON");
    assert_every_member_has_a_line(answer.pointer("/trackers/0").unwrap_or(&answer), &translation.changes);
    let is_lost = translation.changes.iter().any(|change| change.kind == ChangeKind::Lost);
    if to == TranslateTo::Update && !is_lost {
        let options = CompareOptions {
            provider,
            ..CompareOptions::default()
        };
        let comparison = compare(&translation.body, text, &options).expect("both are right");
        assert!(
            !comparison.has_changes(),
            "{text}\n{}\n{comparison:#?}",
            translation.body
        );
    }
}

/// Every comment is in the body or in the report, and the body is right where comments are allowed.
fn every_comment_goes_somewhere((text, comments): &(String, Vec<String>), to: Option<TranslateTo>) {
    let allow_loss = [
        "kms_id",
        "smn",
        "exclude_service",
        "agency_name",
        "is_organization_tracker",
    ]
    .map(str::to_owned);
    let options = TranslateOptions {
        allow_loss: &allow_loss,
        comments: true,
        to,
        ..TranslateOptions::default()
    };
    let translation = match translate(text, &options) {
        Err(TranslateError::DataTracker) => return,
        result => result.unwrap_or_else(|error| panic!("{error:?}\n{text}")),
    };
    let document = match to {
        Some(to) => Document::from_name(to.name()),
        None => None,
    };
    let named = Options {
        document,
        comments: true,
        ..Options::default()
    };
    let report = check(&translation.body, &named);
    assert!(
        report.findings.iter().all(|finding| finding.severity < Severity::Error),
        "{text}\n{}\n{report:#?}",
        translation.body
    );
    for comment in comments {
        let is_told = |change: &Change| change.worded(Language::En).message.contains(comment);
        let is_there = translation.body.contains(comment) || translation.changes.iter().any(is_told);
        assert!(
            is_there,
            "{comment}\n{text}\n{}\n{:#?}",
            translation.body, translation.changes
        );
    }
}

proptest! {
    #[test]
    fn law_of_answers((text, is_of_huawei) in answer()) {
        let provider = if is_of_huawei { Provider::Huawei } else { Provider::Otc };
        for &to in TranslateTo::ALL {
            an_answer_becomes_a_right_request(&text, provider, to);
        }
    }

    #[test]
    fn law_of_comments(
        (members, layout) in valid_v1(),
        (answer, _) in answer(),
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 0..8),
    ) {
        for (text, to) in [(layout.write(&members), None), (answer, Some(TranslateTo::Update))] {
            every_comment_goes_somewhere(&commented(&text, &picks), to);
        }
    }

    #[test]
    fn law_of_translation((members, layout) in valid_v1()) {
        let text = layout.write(&members);
        translation_keeps_the_meaning(&text);
        let body = translate(&text, &TranslateOptions { allow_loss: &["kms_id".into(), "smn".into()], ..TranslateOptions::default() });
        let body = body.expect("the body is valid").body;
        prop_assert_eq!(body.ends_with(layout.line_break), layout.last_break);
        prop_assert_eq!(body.contains("\n\t"), layout.indent == Some("\t"));
        prop_assert_eq!(body.trim_end().contains('\n'), layout.indent.is_some());
        let key = format!("\"tracker_type\"{}\"system\"", layout.colon);
        prop_assert!(body.contains(&key));
    }

    #[test]
    fn laws_of_bodies(text in body()) {
        same_in_one_pass(&text, &Options::default());
        edits_lie_inside(&text);
        one_by_one_is_the_same(&text);
        every_round_lowers_what_is_left(&text, Safety::Safe);
        every_round_lowers_what_is_left(&text, Safety::Unsafe);
        nothing_new_remains(&text);
        fixing_is_done_once(&text, Safety::Safe);
        fixing_is_done_once(&text, Safety::Unsafe);
        nothing_is_lost(&text);
    }

    #[test]
    fn laws_of_bodies_with_slips(text in slipped()) {
        same_in_one_pass(&text, &Options::default());
        edits_lie_inside(&text);
        one_by_one_is_the_same(&text);
        every_round_lowers_what_is_left(&text, Safety::Safe);
        every_round_lowers_what_is_left(&text, Safety::Unsafe);
        nothing_new_remains(&text);
        fixing_is_done_once(&text, Safety::Safe);
        fixing_is_done_once(&text, Safety::Unsafe);
        mending_keeps_the_reading(&text);
        nothing_is_lost(&text);
    }

    #[test]
    fn laws_of_any_text(text in mangled()) {
        same_in_one_pass(&text, &Options::default());
        edits_lie_inside(&text);
        one_by_one_is_the_same(&text);
        fixing_is_done_once(&text, Safety::Safe);
        fixing_is_done_once(&text, Safety::Unsafe);
    }
}
