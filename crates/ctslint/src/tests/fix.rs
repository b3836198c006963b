//! Fixes, and applying them.

use crate::fix::in_rounds;
use crate::{Document, Finding, MessageId, Options, Safety, check, fix, fix_all};

fn fixed(text: &str, safety: Safety) -> String {
    fix_all(text, &Options::default(), safety)
        .text
        .unwrap_or_else(|| text.to_owned())
}

#[test]
fn closers_are_inserted_together() {
    let text = format!("{{\"tracker_type\": \"system\", \"a\": {}", "[".repeat(40));
    let fixed = fix_all(&text, &Options::default(), Safety::Safe);
    let mended = fixed.text.expect("something is mended");
    assert!(mended.contains(&"]".repeat(40)), "{mended}");
    assert_eq!(fix_all(&mended, &Options::default(), Safety::Safe).text, None);
}

#[test]
fn the_catalogue_of_safe_fixes() {
    for (before, after) in [
        ("\u{feff}{\"error_code\": \"CTS.1\"}", "{\"error_code\": \"CTS.1\"}"),
        (
            r#"{"tracker_type": "SYSTEM", "tracker_name": "system"}"#,
            r#"{"tracker_type": "system", "tracker_name": "system"}"#,
        ),
        (
            r#"{"bucket_name": "abc", "is_obs_created": "True"}"#,
            r#"{"bucket_name": "abc", "is_obs_created": true}"#,
        ),
        (
            r#"{"tracker_type": "system"}"#,
            r#"{"tracker_type": "system", "tracker_name": "system"}"#,
        ),
        (
            r#"{"tracker_type":"system"}"#,
            r#"{"tracker_type":"system","tracker_name":"system"}"#,
        ),
        (
            r#"{"tracker_type": "system", "trackername": "system", "obsinfo": {"compres_type": "GZIP"}}"#,
            r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"compress_type": "gzip"}}"#,
        ),
    ] {
        assert_eq!(fixed(before, Safety::Safe), after);
    }
}

#[test]
fn what_the_author_has_to_decide_is_left_alone() {
    for text in [
        // Two members that may be meant, and a field that is there already.
        r#"{"tracker_type": "system", "tracker_nam": "system", "tracker_nme": "system"}"#,
        r#"{"tracker_type": "system", "tracker_name": "system", "tracker_nmae": "system"}"#,
        // Another value of the type says that another name may be wanted.
        r#"{"tracker_type": "data"}"#,
        r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": 1}"#,
        r#"{"tracker_type": "system", "tracker_name": "system", "status": "enabled"}"#,
    ] {
        assert_eq!(fix_all(text, &Options::default(), Safety::Safe).text, None, "{text}");
    }
}

#[test]
fn a_member_is_removed_with_all_of_its_name() {
    let options = Options {
        document: Document::from_name("v1"),
        ..Options::default()
    };
    for (before, after) in [
        (r#"{"id": 1, "bucket_name": "abc"}"#, r#"{"bucket_name": "abc"}"#),
        (r#"{"bucket_name": "abc", "id": 1 }"#, r#"{"bucket_name": "abc" }"#),
        (
            r#"{"id": 1, "bucket_name": "abc", "id": 2, "create_time": 1, "id": 3}"#,
            r#"{"bucket_name": "abc"}"#,
        ),
        (
            "{\n  \"create_time\": 1,\n  \"bucket_name\": \"abc\",\n  \"detail\": 2\n}",
            "{\n  \"bucket_name\": \"abc\"\n}",
        ),
    ] {
        assert_eq!(fix_all(before, &options, Safety::Unsafe).text.as_deref(), Some(after));
    }
}

#[test]
fn a_text_that_is_not_utf_8_has_no_fixes() {
    let utf_16: Vec<u8> = "{'a': 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for text in [&utf_16[..], b"{'a': 1, \"b\": \"\xff\"}", b"\xff\xfe{\0'\0}\0"] {
        let report = check(text, &Options::default());
        assert!(!report.findings.is_empty());
        assert!(
            report.findings.iter().all(|finding| finding.fix.is_none()),
            "{report:#?}"
        );
        assert_eq!(fix_all(text, &Options::default(), Safety::Unsafe).text, None);
    }
}

#[test]
fn a_report_of_another_text_does_no_harm() {
    let report = check("{'tracker_type': 'é', 'tracker_name': True,}", &Options::default());
    for text in ["", "é", "éééééééééééééééééééééééé", "{}"] {
        let _ = fix(text, &report, Safety::Unsafe);
    }
}

#[test]
fn a_monster_is_mended_as_far_as_rounds_go_and_the_rest_is_told() {
    let text = format!("{{\"tracker_type\": \"system\", \"x\": [{}]}}", "'a',".repeat(40_000));
    let options = Options {
        document: Document::from_name("v3"),
        ..Options::default()
    };
    let first = in_rounds(text.as_bytes(), Safety::Safe, 3, &mut |text| check(text, &options));
    assert_eq!(first.rounds, 3);
    assert!(first.fixed >= 29_000, "{}", first.fixed);
    let is_end_of_list = |finding: &Finding| finding.message == MessageId::TooMany;
    assert!(first.remaining.findings.iter().any(is_end_of_list));
    let second = fix_all(first.text.as_deref().unwrap_or_default(), &options, Safety::Safe);
    assert!(second.rounds > 0 && second.rounds < 3);
    assert!(!second.remaining.findings.iter().any(|finding| finding.fix.is_some()));
}
