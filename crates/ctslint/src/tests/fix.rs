//! Fixes, and applying them.

use crate::fix::in_rounds;
use crate::{Document, Finding, MessageId, Options, Rule, Safety, check, fix, fix_all};

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

/// Commas, blanks and comments around a `null` that is removed: the rest of the text stays as it was.
#[test]
fn optional_fields_that_are_null_are_removed() {
    let options = Options {
        document: Document::from_name("v3"),
        comments: true,
        ..Options::default()
    };
    for (before, after) in [
        (
            r#"{"obs_info": null, "tracker_type": "system"}"#,
            r#"{"tracker_type": "system"}"#,
        ),
        (
            r#"{"tracker_type": "system", "obs_info": null }"#,
            r#"{"tracker_type": "system" }"#,
        ),
        (r#"{ "obs_info": null }"#, "{}"),
        ("{\n  \"obs_info\": null\n}\n", "{}\n"),
        (
            r#"{"is_lts_enabled":null,"obs_info":null,"is_support_validate":null,"tracker_type":"system"}"#,
            r#"{"tracker_type":"system"}"#,
        ),
        (
            r#"{"tracker_type":"system","is_lts_enabled":null,"obs_info":null,"is_support_validate":null}"#,
            r#"{"tracker_type":"system"}"#,
        ),
        (r#"{"obs_info": {"bucket_name": null}}"#, r#"{"obs_info": {}}"#),
        (
            "{\r\n  \"tracker_type\": \"system\", // kept, as it is\r\n  \"obs_info\": null\r\n}",
            "{\r\n  \"tracker_type\": \"system\" // kept, as it is\r\n}",
        ),
        (
            "{\"tracker_type\": \"system\" /* a, b */, \"obs_info\": null}",
            "{\"tracker_type\": \"system\" /* a, b */ }",
        ),
        (
            "{\"obs_info\": null /* a, b */, /* c */ \"tracker_type\": \"system\"}",
            "{ /* a, b *//* c */ \"tracker_type\": \"system\"}",
        ),
        ("{\n  // alone\n  \"obs_info\": null\n}", "{\n  // alone\n}"),
    ] {
        let report = check(before, &options);
        let removes = |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.title == MessageId::Remove);
        let mut removals = report.clone();
        removals.findings.retain(|finding| removes(&finding));
        assert!(!removals.findings.is_empty(), "{before}: {report:#?}");
        let mut fixed = before.to_owned();
        while !removals.findings.is_empty() {
            fixed = fix(&fixed, &removals, Safety::Safe);
            removals = check(&fixed, &options);
            removals.findings.retain(|finding| removes(&finding));
        }
        assert_eq!(fixed, after, "{before}");
    }
}

/// A `null` that is the value of a duplicate, that another field or the document requires, that a misspelt member may stand for, or
/// that is part of an answer stays.
#[test]
fn other_nulls_stay() {
    for (document, text) in [
        ("v3", r#"{"tracker_type": null}"#),
        ("v3", r#"{"obs_info": {}, "obs_info": null}"#),
        (
            "v1",
            r#"{"bucket_name": "abc", "is_support_trace_files_encryption": true, "kms_id": null}"#,
        ),
        (
            "v1",
            r#"{"bucket_name": "abc", "log_file_validate": {"is_support_validate": null}}"#,
        ),
        ("v3-create-response", r#"{"obs_info": null}"#),
        // The other member may have the value.
        ("v3", r#"{"lts_enabled": true, "is_lts_enabled": null}"#),
        ("v3", r#"{"obs_info": null, "obs_inf": {"bucket_name": "audit-logs"}}"#),
    ] {
        let options = Options {
            document: Document::from_name(document),
            ..Options::default()
        };
        let report = check(text, &options);
        let mut nulls = report.findings.iter().filter(|finding| finding.rule == Rule::WrongType);
        assert!(nulls.all(|finding| finding.fix.is_none()), "{text}: {report:#?}");
    }
}

/// What is wrong with a name is there for programs and for every language.
#[test]
fn a_name_of_a_bucket_that_obs_refuses_has_its_reason() {
    for (name, reason) in [
        ("a..b", "dots"),
        ("abc-", "ends-with-hyphen"),
        ("192.168.0.1", "ip-address"),
    ] {
        let report = check(format!(r#"{{"bucket_name": "{name}"}}"#), &Options::default());
        let finding = report
            .findings
            .iter()
            .find(|finding| finding.rule == Rule::InvalidBucketName);
        let params = finding
            .map(|finding| finding.worded(crate::Language::En).params)
            .unwrap_or_default();
        assert_eq!(serde_json::to_value(params).unwrap()["reason"], reason, "{name}");
    }
}

/// Otherwise the fixes of a text could take forty times its memory.
#[test]
fn a_string_that_would_be_written_anew_has_no_fix() {
    for (string, most) in [("'\"'", 254), ("\"\u{1}\"", 256)] {
        let text = |count: usize| {
            let inner = string[1..string.len() - 1].repeat(count);
            let mark = &string[..1];
            format!("{{\"tracker_type\": \"system\", \"is_lts_enabled\": true, \"x\": {mark}{inner}{mark}}}")
        };
        let report = |count: usize| check(text(count), &Options::default());
        let few = report(most);
        let many = report(most + 1);
        let syntax = |report: &crate::Report| {
            report
                .findings
                .iter()
                .find(|it| it.rule == crate::Rule::InvalidJson)
                .cloned()
        };
        let (few, many) = (syntax(&few).expect("it is wrong"), syntax(&many).expect("it is wrong"));
        assert!(few.fix.is_some() && many.fix.is_none(), "{string}");
        let help = |finding: &Finding| finding.worded(crate::Language::En).help.map(|help| help.into_owned());
        assert_eq!(help(&few), help(&many), "{string}");
    }
    // Nor is anything inserted or removed beside it.
    let text = |count: usize| {
        format!(
            "{{\"tracker_type\": \"system\", \"id\": \"\", \"x\": \"{}\"}}",
            "\u{1}".repeat(count)
        )
    };
    let removes = |count: usize| {
        let report = check(text(count), &Options::default());
        let found = report
            .findings
            .iter()
            .find(|it| it.path.as_deref() == Some("/id"))
            .cloned();
        found.expect("it does not belong there").fix.is_some()
    };
    assert!(removes(256) && !removes(257));
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

/// Callers whose strings are UTF-16 apply edits without counting.
#[test]
fn edits_count_utf16_units_beside_bytes() {
    let text = "\u{feff}{'é😀': 1,\r\n tracker_type: \"system\", \"tracker_nmae\": 'sys😀tem'}";
    let units: Vec<u16> = text.encode_utf16().collect();
    let report = check(text, &Options::default());
    let edits: Vec<_> = report
        .findings
        .iter()
        .filter_map(|it| it.fix.as_ref())
        .flat_map(|fix| &fix.edits)
        .collect();
    assert!(edits.len() > 5, "{report:#?}");
    for edit in edits {
        let bytes = &text[edit.start as usize..edit.end as usize];
        let same = String::from_utf16(&units[edit.utf16_start as usize..edit.utf16_end as usize]);
        assert_eq!(same.as_deref().ok(), Some(bytes), "{edit:?}");
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
    let first = in_rounds(text.as_bytes(), Safety::Safe, Some(3), &mut |text, each| {
        let report = check(text, &options);
        report.findings.iter().for_each(each);
        report
    });
    assert_eq!(first.rounds, 3);
    assert!(first.fixed >= 29_000, "{}", first.fixed);
    assert!(first.remaining.findings.iter().any(|finding| finding.unlisted() > 0));
    let second = fix_all(first.text.as_deref().unwrap_or_default(), &options, Safety::Safe);
    assert!(second.rounds > 0 && second.rounds < 3);
    assert!(!second.remaining.findings.iter().any(|finding| finding.fix.is_some()));
}

/// Each fix alone keeps the document, but both together would make an answer of the update.
#[test]
fn no_two_safe_fixes_change_the_document_together() {
    let text = r#"{"tracker_type": "system", "status": "enabled", "obs_inf": {"is_authorized_bucket": true}}"#;
    let fixed = crate::fix_all(text, &Options::default(), Safety::Safe);
    let document = |report: &crate::Report| report.document.map(Document::name);
    assert_eq!(
        document(&crate::check(text, &Options::default())),
        Some("v3-update-request")
    );
    assert_eq!(
        document(&fixed.remaining),
        Some("v3-update-request"),
        "{:?}",
        fixed.text
    );
}
