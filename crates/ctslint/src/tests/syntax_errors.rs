//! What is said of syntax errors.

use crate::fix::fixed_number;
use crate::model::Rule;
use crate::{Edit, Language, Options, Param, ParamName, Text, WordedFinding as Finding, check};

/// What is said of the first error.
fn first(text: &str) -> Finding {
    let findings = check(text, &Options::default()).worded(Language::En).findings;
    let is_error = |finding: &Finding| finding.rule == Rule::InvalidJson;
    findings.into_iter().find(is_error).expect("there is one")
}

/// Message, label and help of the first error.
fn said(text: &str) -> [String; 3] {
    let finding = first(text);
    let text_of = |said: Option<Text>| said.unwrap_or_default().into_owned();
    [
        finding.message.into_owned(),
        text_of(finding.label),
        text_of(finding.help),
    ]
}

#[test]
fn speaks_of_quotes_as_they_are() {
    let label = "JSON strings stand in double quotes";
    for (text, message, help) in [
        (
            "['CTS\"]",
            "this string opens with `'` and closes with `\"`",
            "write `\"CTS\"`",
        ),
        (
            "['system-trace']",
            "this string stands in single quotes",
            "write `\"system-trace\"`",
        ),
        ("[`a`]", "this string stands in back-ticks", "write `\"a\"`"),
        ("[“a”]", "this string stands in typographic quotes", "write `\"a\"`"),
        (
            "[“a\"]",
            "this string opens with `“` and closes with `\"`",
            "write `\"a\"`",
        ),
    ] {
        assert_eq!(said(text), [message, label, help], "{text}");
    }
}

#[test]
fn shortens_and_escapes_what_it_repeats() {
    let text = format!("[{}]", "x".repeat(100));
    assert_eq!(
        said(&text)[0],
        format!("`{}…` stands without quotation marks", "x".repeat(40))
    );
    assert_eq!(
        said("[\"\u{7}\"]"),
        [
            "the control character U+0007 stands inside a string",
            "control characters are escaped in JSON",
            "write `\\u0007`",
        ]
    );
    assert_eq!(said("[1\u{a0}]")[0], "U+00A0 is no white space of JSON");
}

#[test]
fn tells_facts_and_sources() {
    let finding = first("{\"is_lts_enabled\": True}");
    let facts: Vec<_> = finding.params.iter().collect();
    let text = |text: &'static str| Param::Text(text.into());
    assert_eq!(
        facts,
        [(ParamName::Found, &text("True")), (ParamName::Want, &text("true"))]
    );
    assert_eq!(
        finding.source.and_then(|source| source.quote),
        Some("The literal names MUST be lowercase.")
    );
    let fix = finding.fix.unwrap();
    let edit = Edit {
        start: 19,
        end: 23,
        utf16_start: 19,
        utf16_end: 23,
        text: "true".into(),
    };
    assert_eq!((fix.title, fix.edits), ("write `true`".into(), vec![edit]));
}

#[test]
fn literals_with_backticks_get_more_of_them() {
    assert_eq!(said("['a`b']")[2], "write `` \"a`b\" ``");
    assert_eq!(said("['ab']")[2], "write `\"ab\"`");
}

/// Digits of another radix become decimal ones as long as 64 bits have room for them.
#[test]
fn numbers_of_another_radix() {
    let mended = |number: &str| {
        let mut text = String::new();
        fixed_number(number, &mut text).map(|()| text)
    };
    let most = Some(u64::MAX.to_string());
    for (number, expected) in [
        ("0x1f", Some("31".into())),
        ("-0b101", Some("-5".into())),
        ("0o17", Some("15".into())),
        ("0xffffffffffffffff", most.clone()),
        ("0x00000000000000001", Some("1".into())),
        ("0x10000000000000000", None),
        ("0o1777777777777777777777", most.clone()),
        ("0o2000000000000000000000", None),
        (&format!("0b{}", "1".repeat(64)), most),
        (&format!("0b1{}", "0".repeat(64)), None),
        ("0x", None),
    ] {
        assert_eq!(mended(number), expected, "{number}");
    }
}
