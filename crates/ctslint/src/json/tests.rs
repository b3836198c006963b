use std::borrow::Cow;

use proptest::prelude::*;

use super::*;
use crate::diagnostics::{Edit, WordedFinding as Finding};
use crate::messages::Language;
use crate::model::Severity;

/// The pointers of all errors, in the order of the text.
fn pointers_of(tree: &Tree<'_>) -> Vec<Option<String>> {
    let mut ranges: Vec<_> = tree.errors().iter().map(|error| error.range).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut walk = tree.walk();
    ranges.into_iter().map(|range| walk.pointer(range)).collect()
}

/// The finding for an error, as text.
fn worded(error: &SyntaxError, text: &str) -> Finding {
    error.finding(text, Severity::Error, false).worded(Language::En)
}

fn errors_of(text: &str) -> Vec<SyntaxError> {
    parse(text, Syntax::default()).errors().to_vec()
}

fn touches(one: &Edit, other: &Edit) -> bool {
    one.start == other.start || (one.start < other.end && other.start < one.end)
}

/// Applies the fixes that do not touch each other; `None` if there is none.
fn fix_once(text: &str, syntax: Syntax) -> Option<String> {
    let tree = parse(text, syntax);
    let mut edits: Vec<Edit> = Vec::new();
    for more in tree.errors().iter().filter_map(|error| worded(error, text).fix) {
        let more = more.edits;
        assert!(
            more.is_sorted_by_key(|edit| (edit.start, edit.end)),
            "{text:?} {more:?}"
        );
        assert!(
            more.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "{text:?} {more:?}"
        );
        if edits.iter().all(|edit| more.iter().all(|other| !touches(edit, other))) {
            edits.extend(more);
        }
    }
    edits.sort_by_key(|edit| edit.start);
    let mut fixed = text.to_owned();
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.start as usize..edit.end as usize, &edit.text);
    }
    (!edits.is_empty()).then_some(fixed)
}

/// Applies fixes in rounds until nothing is left to fix.
fn fix_all(text: &str, syntax: Syntax) -> String {
    let mut text = text.to_owned();
    for _ in 0..200 {
        let Some(fixed) = fix_once(&text, syntax) else {
            return text;
        };
        text = fixed;
    }
    panic!("fixes go on for ever: {text:?}");
}

fn listed(text: &str) -> String {
    let mut listed = errors_of(text)
        .iter()
        .map(|error| format!("{:?} @ {}..{}", error.kind, error.range.start, error.range.end))
        .collect::<Vec<_>>()
        .join(", ");
    if listed.is_empty() {
        listed.push('-');
    }
    listed
}

fn check(cases: &[(&str, &str, &str)]) {
    for &(text, errors, fixed) in cases {
        assert_eq!(listed(text), errors, "{text:?}");
        assert_eq!(fix_all(text, Syntax::default()), fixed, "{text:?}");
    }
}

#[test]
fn finds_nothing_in_json() {
    for text in [
        "{}",
        " [ ] ",
        "{\"a\": [1, -0.5e+3, true, false, null, \"\\u00e9\\\"\"]}\r\n",
        "1e400",
        "\"x\"",
        "null",
    ] {
        check(&[(text, "-", text)]);
    }
}

#[test]
fn fixes_quotes() {
    check(&[
        (
            "{\"a\": 'CTS\",\n \"b\": 'system-trace'}",
            "Quotes @ 6..11, Quotes @ 19..33",
            "{\"a\": \"CTS\",\n \"b\": \"system-trace\"}",
        ),
        ("{\"a\": 'it\"s'}", "Quotes @ 6..12", "{\"a\": \"it\\\"s\"}"),
        ("{\"a\": 'it\\'s'}", "Quotes @ 6..13", "{\"a\": \"it's\"}"),
        (
            "{\"a\": \"CTS',\n \"b\": 1}",
            "Quotes @ 6..11",
            "{\"a\": \"CTS\",\n \"b\": 1}",
        ),
        (
            "{\"a\": \"CTS', \"b\": 1}",
            "Quotes @ 6..11",
            "{\"a\": \"CTS\", \"b\": 1}",
        ),
        (
            "{\"a\": “CTS”, ‘b’: `x`}",
            "Quotes @ 6..15, Quotes @ 17..24, Quotes @ 26..29",
            "{\"a\": \"CTS\", \"b\": \"x\"}",
        ),
        ("{\"a\": “x\", \"b\": 1}", "Quotes @ 6..11", "{\"a\": \"x\", \"b\": 1}"),
        ("{'a': 1}", "Quotes @ 1..4", "{\"a\": 1}"),
        (
            "{\"a\": \"it's', \"b\": 1}",
            "Quotes @ 6..12",
            "{\"a\": \"it's\", \"b\": 1}",
        ),
        ("'abc'", "Quotes @ 0..5", "\"abc\""),
        ("['a\", 'b']", "Quotes @ 1..4, Quotes @ 6..9", "[\"a\", \"b\"]"),
    ]);
}

#[test]
fn fixes_missing_quotes() {
    check(&[
        (
            "{\"a\": \"x,\n \"b\": \"y\"}",
            "UnclosedString @ 6..8",
            "{\"a\": \"x\",\n \"b\": \"y\"}",
        ),
        (
            "{\"a\": \"x\n \"b\": \"y\"}",
            "UnclosedString @ 6..8, MissingComma @ 8..8",
            "{\"a\": \"x\",\n \"b\": \"y\"}",
        ),
        ("{\"a\": \"x}", "UnclosedString @ 6..8", "{\"a\": \"x\"}"),
        (
            "{\"a\": \"x, \"b\": \"y\"}",
            "UnclosedString @ 6..8",
            "{\"a\": \"x\", \"b\": \"y\"}",
        ),
        (
            "{\"a\": \"x // c\n}",
            "UnclosedString @ 6..8, Comment @ 9..13",
            "{\"a\": \"x\"\n}",
        ),
        (
            "{\"tracker_name: \"system\", \"b\": 1}",
            "UnclosedString @ 1..14",
            "{\"tracker_name\": \"system\", \"b\": 1}",
        ),
        (
            "{tracker_name\": \"system\"}",
            "UnopenedString @ 1..14",
            "{\"tracker_name\": \"system\"}",
        ),
        ("{\"a\": system\"}", "UnopenedString @ 6..13", "{\"a\": \"system\"}"),
        (
            "{\"a\": 'x, 'b': 'y'}",
            "UnclosedString @ 6..8, Quotes @ 10..13, Quotes @ 15..18",
            "{\"a\": \"x\", \"b\": \"y\"}",
        ),
        (
            "{'a: 1, 'b: 2}",
            "UnclosedString @ 1..3, UnclosedString @ 8..10",
            "{\"a\": 1, \"b\": 2}",
        ),
        (
            "{\"a: 1, \"b: 2}",
            "UnclosedString @ 1..3, UnclosedString @ 8..10",
            "{\"a\": 1, \"b\": 2}",
        ),
        ("[\"x,\n\"y\"]", "UnclosedString @ 1..3", "[\"x\",\n\"y\"]"),
        (
            "{\"a\": [\"x\n, \"y\"]}",
            "UnclosedString @ 7..9",
            "{\"a\": [\"x\"\n, \"y\"]}",
        ),
        (
            "{\"a\": \"x",
            "UnclosedString @ 6..8, MissingCloser @ 8..8",
            "{\"a\": \"x\"}",
        ),
        ("\"", "UnclosedString @ 0..1", "\"\""),
        ("{\"a\": \"x\"y\"}", "InnerQuote @ 6..11", "{\"a\": \"x\\\"y\"}"),
        (
            "{\"a\": \"say \"hi\" now\", \"b\": 1}",
            "InnerQuote @ 6..20",
            "{\"a\": \"say \\\"hi\\\" now\", \"b\": 1}",
        ),
        ("{\"a\"b\": 1}", "InnerQuote @ 1..6", "{\"a\\\"b\": 1}"),
        (
            "{\"a\": \"x\ny",
            "UnclosedString @ 6..8, Junk @ 9..10, MissingCloser @ 10..10",
            "{\"a\": \"x\"\ny}",
        ),
        (
            "{\"a\": \"x\n  ",
            "UnclosedString @ 6..8, MissingCloser @ 8..8",
            "{\"a\": \"x\"}\n  ",
        ),
    ]);
}

#[test]
fn fixes_strings() {
    check(&[
        ("{\"a\": \"x\ny\"}", "Control @ 8..9", "{\"a\": \"x\\ny\"}"),
        (
            "{\"a\": \"first\n\", \"b\": 1}",
            "Control @ 12..13",
            "{\"a\": \"first\\n\", \"b\": 1}",
        ),
        (
            "[\"\t\u{1}\u{2} \0\"]",
            "Control @ 2..5, Control @ 6..7",
            "[\"\\t\\u0001\\u0002 \\u0000\"]",
        ),
        (
            "[\"\\'\\x41\\q\\`\"]",
            "BadEscape @ 2..4, BadEscape @ 4..8, BadEscape @ 8..10, BadEscape @ 10..12",
            "[\"'\\u0041\\q`\"]",
        ),
        (
            "[\"\\u12\", \"\\ud800\", \"\\udc00\\ud83d\\ude00\"]",
            "BadEscape @ 2..6, LoneSurrogate @ 10..16, LoneSurrogate @ 20..26",
            "[\"\\u12\", \"\\ud800\", \"\\udc00\\ud83d\\ude00\"]",
        ),
        ("[\"\\\n\"]", "BadEscape @ 2..4", "[\"\\\n\"]"),
    ]);
}

#[test]
fn removes_comments() {
    check(&[
        (
            "{\"a\": 1 // c\n, \"b\": 2 /* d */ }",
            "Comment @ 8..12, Comment @ 22..29",
            "{\"a\": 1\n, \"b\": 2 }",
        ),
        (
            "{\n  // one\n  // two\n  \"a\": 1 # x\n}",
            "Comment @ 4..19, Comment @ 29..32",
            "{\n  \"a\": 1\n}",
        ),
        (
            "{\"a\": /* x */ 1, /* y */ \"b\"/**/: 2}",
            "Comment @ 6..13, Comment @ 17..24, Comment @ 28..32",
            "{\"a\": 1, \"b\" : 2}",
        ),
        ("{\"a\": 1 /* x }", "UnclosedComment @ 8..10", "{\"a\": 1 /* x }"),
        (
            "{\"a\":1, // c",
            "TrailingComma @ 6..7, MissingCloser @ 6..6, Comment @ 8..12",
            "{\"a\":1}",
        ),
        (
            "{\"a\": [1 // c",
            "MissingCloser @ 8..8, MissingCloser @ 8..8, Comment @ 9..13",
            "{\"a\": [1]}",
        ),
        (
            "# c\n{\"a\": 1}\n// end",
            "Comment @ 0..3, Comment @ 13..19",
            "{\"a\": 1}\n",
        ),
    ]);
}

#[test]
fn fixes_commas() {
    check(&[
        ("{\"a\": 1,}", "TrailingComma @ 7..8", "{\"a\": 1}"),
        ("{\"a\" : 1 , , , }", "TrailingComma @ 9..14", "{\"a\" : 1  }"),
        ("{,\"a\": 1}", "ExtraComma @ 1..2", "{\"a\": 1}"),
        ("{\"a\": 1,, \"b\": 2}", "ExtraComma @ 8..9", "{\"a\": 1, \"b\": 2}"),
        ("[,]", "ExtraComma @ 1..2", "[]"),
        ("[1,,]", "TrailingComma @ 2..4", "[1]"),
        ("{\"a\": 1 \"b\": 2}", "MissingComma @ 7..7", "{\"a\": 1, \"b\": 2}"),
        ("{\"a\": 1\n\"b\": 2}", "MissingComma @ 7..7", "{\"a\": 1,\n\"b\": 2}"),
        (
            "[1 2 \"x\"]",
            "MissingComma @ 2..2, MissingComma @ 4..4",
            "[1, 2, \"x\"]",
        ),
        (
            "{\"a\": 1; \"b\": 2;}",
            "WrongComma @ 7..8, TrailingComma @ 15..16",
            "{\"a\": 1, \"b\": 2}",
        ),
        ("[1，2]", "WrongComma @ 2..5", "[1,2]"),
        (
            "{\"a\": \"b\" \"c\": 1}",
            "MissingComma @ 9..9",
            "{\"a\": \"b\", \"c\": 1}",
        ),
    ]);
}

#[test]
fn fixes_colons_and_members() {
    check(&[
        (
            "{\"a\" = 1, \"b\" => 2, \"c\" 3, \"d\":: 4}",
            "WrongColon @ 5..6, WrongColon @ 14..16, MissingColon @ 23..23, ExtraColon @ 31..32",
            "{\"a\" : 1, \"b\" : 2, \"c\": 3, \"d\": 4}",
        ),
        ("{\"a\"： 1}", "WrongColon @ 4..7", "{\"a\": 1}"),
        ("{\"a\"; 1}", "WrongColon @ 4..5", "{\"a\": 1}"),
        (
            "{\"a\": , \"b\": }",
            "MissingValue @ 5..5, MissingValue @ 12..12",
            "{\"a\": , \"b\": }",
        ),
        ("{\"a\"}", "MissingValue @ 4..4", "{\"a\"}"),
        ("{\"a\", \"b\": 1}", "MissingValue @ 4..4", "{\"a\", \"b\": 1}"),
        ("{\"a\":\n \"b\": 1}", "MissingValue @ 5..5", "{\"a\":\n \"b\": 1}"),
        (
            "{\"a\": b: 1}",
            "MissingValue @ 5..5, BareKey @ 6..7",
            "{\"a\": \"b\": 1}",
        ),
        ("{\"a\" \"b\": 1}", "MissingValue @ 4..4", "{\"a\" \"b\": 1}"),
        ("{: 1}", "MissingKey @ 1..2", "{: 1}"),
        ("{\"a\": 1, {\"b\": 2}}", "MissingKey @ 9..10", "{\"a\": 1, {\"b\": 2}}"),
        ("{{\"a\": 1}}", "MissingKey @ 1..2", "{{\"a\": 1}}"),
        ("{\"a\": 1 : 2, \"b\": 3}", "Junk @ 8..11", "{\"a\": 1 : 2, \"b\": 3}"),
        ("[\"a\": 1, \"b\": 2]", "MemberInArray @ 4..5", "[\"a\": 1, \"b\": 2]"),
    ]);
}

#[test]
fn fixes_words() {
    check(&[
        (
            "{a-b: 1, 12: 2, c d: 3, $e: 4}",
            "BareKey @ 1..4, BareKey @ 9..11, BareKey @ 16..19, BareKey @ 24..26",
            "{\"a-b\": 1, \"12\": 2, \"c d\": 3, \"$e\": 4}",
        ),
        (
            "{\"a\": True, \"b\": FALSE, \"c\": None, \"d\": nil, \"e\": NULL}",
            "Literal @ 6..10, Literal @ 17..22, Literal @ 29..33, Literal @ 40..43, Literal @ 50..54",
            "{\"a\": true, \"b\": false, \"c\": null, \"d\": null, \"e\": null}",
        ),
        (
            "[NaN, -Infinity, undefined]",
            "NoValue @ 1..4, NoValue @ 6..15, NoValue @ 17..26",
            "[NaN, -Infinity, undefined]",
        ),
        (
            "{\"a\": system, \"b\": gzip file, \"c\": https://x.y/z?a=b}",
            "BareWord @ 6..12, BareWord @ 19..28, BareWord @ 35..52",
            "{\"a\": \"system\", \"b\": \"gzip file\", \"c\": \"https://x.y/z?a=b\"}",
        ),
        (
            "[2024-01-01, 1.2.3, truex, C:\\x]",
            "BareWord @ 1..11, BareWord @ 13..18, BareWord @ 20..25, BareWord @ 27..31",
            "[\"2024-01-01\", \"1.2.3\", \"truex\", \"C:\\\\x\"]",
        ),
        (
            "{\"a\": yes no: 1}",
            "BareWord @ 6..9, MissingComma @ 9..9, BareKey @ 10..12",
            "{\"a\": \"yes\", \"no\": 1}",
        ),
        (
            "{\"a\": ${x}, \"b\": {{x}}, \"c\": <y>, \"d\": {project_id}, \"e\": a-${x}-b}",
            "Placeholder @ 6..10, Placeholder @ 17..22, Placeholder @ 29..32, Placeholder @ 39..51, Placeholder @ 58..66",
            "{\"a\": ${x}, \"b\": {{x}}, \"c\": <y>, \"d\": {project_id}, \"e\": a-${x}-b}",
        ),
        (
            "{\"a\": ..., ...}",
            "Ellipsis @ 6..9, Ellipsis @ 11..14",
            "{\"a\": ..., ...}",
        ),
        ("[{1}]", "Junk @ 2..3", "[{1}]"),
    ]);
}

/// A placeholder is one error from its start to its end, whatever stands in it, and nothing is fixed in or around it.
#[test]
fn placeholders_are_whole() {
    for (text, placeholders) in [
        ("{\"a\": ~%(x)s~, \"b\": ~@@x@@~}", 2),
        ("{\"a\": ~${jsonencode({b = \"}\", c = [1, 2]})}~, \"d\": 1}", 1),
        (
            "{\"a\": ~${jsonencode({\n  b = 1\n})}~,\n\"d\": ~${x ? \"y\" : \"z\"}~}",
            2,
        ),
        ("{\"a\": ~{{ x | default(\"}\", y) }}~, \"b\": ~{{{x}}}~}", 2),
        (
            "{\"a\": ~a-{{x}}-${y}/b~, \"b\": ~{% x %}1{% y %}~, \"c\": ~<%= x[\"y\"] %>~}",
            3,
        ),
        (
            "{\"a\": ~\"x-${tags[\"y\"]}-${z(\"}\")}\"~, \"b\": ~\"{{ x \"y\" }}\"~}",
            2,
        ),
        ("{\"a\": 1, ~${x}~}", 1),
        ("{~{{#if x}}~ \"a\": 1, ~{{/if}}~ \"b\": 2}", 2),
        ("{\"a\": 1~%{ if x }~, \"b\": 2~%{ endif }~, ~{{k}}~: 3}", 3),
        ("[~${x}~, ~<y>~, 1 ~{{#z}}~ 2]", 3),
        ("{\"a\": ~$X~, \"b\": ~$(x)~, \"c\": ~$_y-z~}", 3),
    ] {
        let parts: Vec<&str> = text.split('~').collect();
        let text = parts.concat();
        let mut at = 0;
        let ends = parts.iter().map(|part| {
            at += part.len() as u32;
            at
        });
        let ends: Vec<u32> = ends.collect();
        let expected: Vec<_> = ends.chunks_exact(2).map(|ends| (ends[0], ends[1])).collect();
        let errors = errors_of(&text);
        assert!(
            errors.iter().all(|error| error.kind == SyntaxErrorKind::Placeholder),
            "{text} {errors:?}"
        );
        let found: Vec<_> = errors
            .iter()
            .map(|error| (error.range.start, error.range.end))
            .collect();
        assert_eq!((found, placeholders), (expected, errors.len()), "{text}");
        assert_eq!(fix_once(&text, Syntax::default()), None);
    }
}

/// Placeholders without an end are not searched again and again.
#[test]
fn placeholders_without_an_end_take_linear_time() {
    for start in ["${(", "${,", "{{", "<", "@@ ", "\"${\"x", "{{(\"\","] {
        assert!(!errors_of(&format!("[{}", start.repeat(200_000))).is_empty());
    }
}

#[test]
fn fixes_numbers() {
    check(&[
        (
            "[+1, .5, 1., 01, 0x1F, 1_000, -0x10, 00, 01.5, 1.e5]",
            "BadNumber @ 1..3, BadNumber @ 5..7, BadNumber @ 9..11, BadNumber @ 13..15, BadNumber @ 17..21, BadNumber @ 23..28, BadNumber @ 30..35, BadNumber @ 37..39, BadNumber @ 41..45, BadNumber @ 47..51",
            "[1, 0.5, 1.0, 1, 31, 1000, -16, 0, 1.5, 1.0e5]",
        ),
        (
            "[010, 1__, 0o7, 0b11, 08]",
            "BadNumber @ 1..4, BadNumber @ 6..9, BadNumber @ 11..14, BadNumber @ 16..20, BadNumber @ 22..24",
            "[010, 1, 7, 3, 8]",
        ),
        (
            "[-, +, 1e, .]",
            "Junk @ 1..2, Junk @ 4..5, BareWord @ 7..9, Junk @ 11..12",
            "[-, +, \"1e\", .]",
        ),
    ]);
}

#[test]
fn fixes_closers() {
    check(&[
        (
            "{\"trackers\": [ {\n    \"a\": 1\n  }\n}",
            "MissingCloser @ 31..31",
            "{\"trackers\": [ {\n    \"a\": 1\n  } ]\n}",
        ),
        (
            "{\n  \"a\": {\n    \"b\": 1",
            "MissingCloser @ 21..21, MissingCloser @ 21..21",
            "{\n  \"a\": {\n    \"b\": 1\n  }\n}",
        ),
        (
            "{\"a\": [1, 2}, \"b\": 3}",
            "WrongCloser @ 11..12",
            "{\"a\": [1, 2], \"b\": 3}",
        ),
        (
            "{\"a\": [1, 2",
            "MissingCloser @ 11..11, MissingCloser @ 11..11",
            "{\"a\": [1, 2]}",
        ),
        (
            "{ \"a\": [ 1",
            "MissingCloser @ 10..10, MissingCloser @ 10..10",
            "{ \"a\": [ 1 ] }",
        ),
        (
            "{\"a\": {\"b\":",
            "MissingValue @ 11..11, MissingCloser @ 11..11, MissingCloser @ 11..11",
            "{\"a\": {\"b\":}}",
        ),
        ("{\"a\": 1]", "WrongCloser @ 7..8", "{\"a\": 1}"),
        ("[}", "WrongCloser @ 1..2", "[]"),
        (
            "{\"a\": [{\"b\": 1], \"c\": 2}",
            "MissingCloser @ 14..14",
            "{\"a\": [{\"b\": 1}], \"c\": 2}",
        ),
        ("{\"a\": 1}}", "TextAfter @ 8..9", "{\"a\": 1}"),
        ("{\"a\": 1},", "TextAfter @ 8..9", "{\"a\": 1}"),
        ("\"a\": 1, \"b\": 2", "MissingBraces @ 0..0", "{\"a\": 1, \"b\": 2}"),
        ("\"a\": 1}", "MissingBraces @ 0..0", "{\"a\": 1}"),
        (
            "{\"a\": [\r\n1",
            "MissingCloser @ 10..10, MissingCloser @ 10..10",
            "{\"a\": [\r\n1\r\n]}",
        ),
    ]);
}

#[test]
fn reports_text_around_the_body() {
    check(&[
        ("{\"a\": 1} foo", "TextAfter @ 9..12", "{\"a\": 1} foo"),
        ("{\"a\": 1}\n{\"b\": 2}", "TextAfter @ 9..17", "{\"a\": 1}\n{\"b\": 2}"),
        (
            "POST https://{endpoint}/v1.0/{project_id}/tracker\n\n{\"a\": 1}",
            "TextBefore @ 0..49",
            "POST https://{endpoint}/v1.0/{project_id}/tracker\n\n{\"a\": 1}",
        ),
        (
            "```json\n{\"a\": 1}\n```",
            "TextBefore @ 0..7, TextAfter @ 17..20",
            "\n{\"a\": 1}\n",
        ),
        ("Hello world", "NotJson @ 0..11", "Hello world"),
        ("<html>", "NotJson @ 0..6", "<html>"),
        ("a: 1\nb: 2", "NotJson @ 0..4", "a: 1\nb: 2"),
        ("", "Empty @ 0..0", ""),
        (" \n", "Empty @ 0..2", " \n"),
        ("// c", "Empty @ 0..4", "// c"),
        ("# title\n\ntext", "Comment @ 0..7, BareWord @ 9..13", "\n\"text\""),
        ("\u{feff}{}", "ByteOrderMark @ 0..3", "{}"),
        ("\u{feff}", "ByteOrderMark @ 0..3, Empty @ 3..3", ""),
        ("true story", "TextAfter @ 5..10", "true story"),
        (")", "NotJson @ 0..1", ")"),
        ("True", "Literal @ 0..4", "true"),
        ("x\0y\n{\"a\": 1}", "NotJson @ 0..3", "x\0y\n{\"a\": 1}"),
    ]);
}

#[test]
fn fixes_white_space() {
    check(&[
        ("{\"a\":\u{a0}1}", "OddSpace @ 5..7", "{\"a\": 1}"),
        (
            "{\u{200b}\"a\"\u{3000}:\u{b}1\u{2028}}",
            "OddSpace @ 1..4, OddSpace @ 7..10, OddSpace @ 11..12, OddSpace @ 13..16",
            "{ \"a\" : 1 }",
        ),
        ("[1\0,\u{a0} \u{a0}2]", "OddSpace @ 2..3, OddSpace @ 4..9", "[1 ,   2]"),
        ("[\u{85}]", "OddSpace @ 1..3", "[ ]"),
    ]);
}

#[test]
fn reports_junk() {
    check(&[
        (
            "{\"a\": ObjectId(\"x\"), \"b\": 1}",
            "Junk @ 6..19",
            "{\"a\": ObjectId(\"x\"), \"b\": 1}",
        ),
        (
            "{\"a\": \"x\" + \"y\", \"b\": 1}",
            "Junk @ 10..15",
            "{\"a\": \"x\" + \"y\", \"b\": 1}",
        ),
        ("{\"a\": @#$}", "Junk @ 6..9", "{\"a\": @#$}"),
        ("{a, b}", "Junk @ 1..2, Junk @ 4..5", "{a, b}"),
        ("{\"a\": (1)}", "Junk @ 6..9", "{\"a\": (1)}"),
        ("{\"a\" @ : 1}", "Junk @ 5..6", "{\"a\" @ : 1}"),
        ("[\"a\" \\ ]", "Junk @ 5..6", "[\"a\" \\ ]"),
    ]);
}

#[test]
fn reads_the_published_bodies() {
    check(&[
        (
            "{\n \"bucket\": \"obs\", \n \"lts\": {\n  \"group\": 'CTS\",\n  \"topic\": 'trace'\n }, \n  \"validate\": {\n \"on\": true\n }\n}\n",
            "Quotes @ 42..47, Quotes @ 60..67",
            "{\n \"bucket\": \"obs\", \n \"lts\": {\n  \"group\": \"CTS\",\n  \"topic\": \"trace\"\n }, \n  \"validate\": {\n \"on\": true\n }\n}\n",
        ),
        (
            "{\n \"lts\": {\n  \"group\": \"CTS\",\n  \"topic\": 'trace'\n },\n \"status\" : \"off\"\n}\n",
            "Quotes @ 41..48",
            "{\n \"lts\": {\n  \"group\": \"CTS\",\n  \"topic\": \"trace\"\n },\n \"status\" : \"off\"\n}\n",
        ),
        (
            "{\n \"bucket\": \"obs\",  //Name of a bucket.\n  \"encrypted\": true,  //Whether, and how.\n  \"validate\": {\n \"on\": true  //Optional.\n }\n}\n",
            "Comment @ 21..40, Comment @ 63..82, Comment @ 112..123",
            "{\n \"bucket\": \"obs\",\n  \"encrypted\": true,\n  \"validate\": {\n \"on\": true\n }\n}\n",
        ),
        (
            "{\n\t\"trackers\": [\n\t\t{\n\t\t\t\"a\": 1\n\t\t}\n",
            "MissingCloser @ 34..34, MissingCloser @ 34..34",
            "{\n\t\"trackers\": [\n\t\t{\n\t\t\t\"a\": 1\n\t\t}\n\t]\n}\n",
        ),
    ]);
}

fn kinds(text: &str) -> Vec<Kind> {
    let tree = parse(text, Syntax::default());
    tree.root()
        .into_iter()
        .flat_map(Value::items)
        .map(Value::kind)
        .collect()
}

#[test]
fn reads_the_intended_values() {
    use Kind::{Array, False, Null, Number, Object, String, True, Unknown};
    assert_eq!(
        kinds("[True, FALSE, None, nil, NaN, undefined, x, 'y', +1, <z>]"),
        [
            True, False, Null, Null, Unknown, Unknown, String, String, Number, Unknown
        ]
    );
    assert_eq!(kinds("[[1}, {]]"), [Array, Object]);
    let tree = parse("{a: 'x', \"b\": , \"c\": {\"d\": “y”", Syntax::default());
    let root = tree.root().unwrap();
    let members = root.members().map(|member| {
        (
            member.key.text().into_owned(),
            member.value.kind(),
            member.value.text().into_owned(),
        )
    });
    let want = [("a", String, "x"), ("b", Unknown, ""), ("c", Object, "{\"d\": “y”")];
    assert!(members.eq(want.map(|(key, kind, text)| (key.to_owned(), kind, text.to_owned()))));
}

#[test]
fn strings_are_decoded_with_their_places() {
    let text = "[\"plain\", \"a\\u00e9\\ud83d\\ude00\\n\", \"\\ud800\\q\", 'it\\'s \"', word]";
    let tree = parse(text, Syntax::default());
    let items = tree.root().unwrap().items().collect::<Vec<_>>();
    assert_eq!(items[0].plain(), Some("plain"));
    assert!(matches!(items[0].text(), Cow::Borrowed("plain")));
    assert_eq!(items[1].plain(), None);
    let places = items[1]
        .chars()
        .map(|(found, range)| (found, range.of(text)))
        .collect::<Vec<_>>();
    assert_eq!(
        places,
        [('a', "a"), ('é', "\\u00e9"), ('😀', "\\ud83d\\ude00"), ('\n', "\\n")]
    );
    assert_eq!(items[1].text(), "aé😀\n");
    assert!(!items[1].is_damaged());
    assert_eq!(items[2].text(), "\u{fffd}\u{fffd}");
    assert!(items[2].is_damaged());
    assert_eq!(items[3].text(), "it's \"");
    assert_eq!(items[4].text(), "word");
    assert_eq!(items[4].plain(), None);
}

#[test]
fn bad_bytes_are_one_error_a_run_and_damage_the_string() {
    let bytes = b"{\"a\": \"x\xff\xfe\x1ay\", \xff\xff, \"c\": \xfe, \"d\": 1 \xff}";
    let decoded = decode(bytes);
    assert_eq!(decoded.text.len(), bytes.len());
    let tree = decoded.tree(Syntax::default());
    let errors = tree
        .errors()
        .iter()
        .map(|error| (error.kind, error.range.start, error.range.end))
        .collect::<Vec<_>>();
    use SyntaxErrorKind::{BadUtf8, Control};
    assert_eq!(
        errors,
        [
            (BadUtf8, 8, 10),
            (Control, 10, 11),
            (BadUtf8, 15, 17),
            (BadUtf8, 24, 25),
            (BadUtf8, 34, 35)
        ]
    );
    let value = tree.root().unwrap().members().next().unwrap().value;
    assert_eq!(value.text(), "x\u{fffd}\u{1a}y");
    assert!(value.is_damaged());
}

#[test]
fn utf16_is_reported_once_and_read() {
    let text = "{\"a\": 'é😀'}";
    let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    let marked = [&[0xff, 0xfe], &*little].concat();
    let marked_big = [&[0xfe, 0xff], &*big].concat();
    for (bytes, mark) in [(little, 0), (big, 0), (marked, 2), (marked_big, 2)] {
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, text);
        let length = bytes.len() as u32;
        assert_eq!(decoded.encoding, Encoding::Utf16 { mark, length });
        let tree = decoded.tree(Syntax::default());
        assert_eq!(
            tree.errors().iter().map(|error| error.kind).collect::<Vec<_>>(),
            [SyntaxErrorKind::Utf16, SyntaxErrorKind::Quotes]
        );
    }
}

#[test]
fn nesting_is_bounded_by_one_error() {
    let text = format!("{}{}", "[".repeat(128), "]".repeat(128));
    assert_eq!(listed(&text), "TooDeep @ 127..128");
    let deep = "{\"a\":[".repeat(100_000);
    assert_eq!(errors_of(&deep).len(), 1);
    let depth = std::iter::successors(parse(&text, Syntax::default()).root(), |value| value.items().next()).count();
    assert_eq!(depth, 128);
    assert_eq!(
        parse(&deep, Syntax::default()).nodes.len(),
        128 + 64,
        "what is deeper takes no memory"
    );
}

/// What is nested too deep is passed over up to its closer, whatever its strings and comments hold, and reading goes on behind.
#[test]
fn what_follows_deep_nesting_is_read() {
    for inner in [
        "[{}]",
        "{\"]\": \"[\\\"]\"}",
        "[ /* ] */ // ]\n]",
        "[\"open\n]",
        "[[[[[]]]]]",
        "[\"\\ü]\"]",
    ] {
        let text = format!("{}{inner}{}, 'x'", "[".repeat(127), "]".repeat(126));
        assert_eq!(
            listed(&text),
            format!("TooDeep @ 127..128, Quotes @ {}..{}", text.len() - 3, text.len()),
            "{inner}"
        );
    }
    let text = format!("{}[\"]", "[".repeat(127));
    assert_eq!(listed(&text), "TooDeep @ 127..128");
}

#[test]
fn errors_are_listed_up_to_a_limit() {
    let text = format!("[{}]", "+1,".repeat(MAX_ERRORS + 10));
    let errors = errors_of(&text);
    assert_eq!(errors.len(), MAX_ERRORS + 1);
    let last = errors.last().unwrap();
    assert_eq!(
        (last.kind, last.range.start as usize),
        (SyntaxErrorKind::Unlisted(11), 1 + 3 * MAX_ERRORS)
    );
    let bytes = [b"[\"", &*b"\xff ".repeat(MAX_ERRORS + 10), b"\"]"].concat();
    let decoded = decode(&bytes);
    let tree = decoded.tree(Syntax::default());
    assert_eq!(tree.errors().len(), MAX_ERRORS + 1);
    assert_eq!(tree.errors()[MAX_ERRORS].range.start as usize, 2 + 2 * MAX_ERRORS);
    assert_eq!(tree.errors()[MAX_ERRORS].kind, SyntaxErrorKind::Unlisted(10));
    // Each is counted once, whatever it is.
    let count = |errors: &[SyntaxError]| {
        let count = |error: &SyntaxError| match error.kind {
            SyntaxErrorKind::Unlisted(count) => count as usize,
            _ => 1,
        };
        errors.iter().map(count).sum::<usize>()
    };
    let bytes = [b"[", &*b"+1, \"\xff\", 'a\nb', \"\x01\", ".repeat(MAX_ERRORS), b"0]"].concat();
    let few = [b"[", &*b"+1, \"\xff\", 'a\nb', \"\x01\", ".repeat(10), b"0]"].concat();
    let of = |bytes: &[u8]| count(decode(bytes).tree(Syntax::default()).errors());
    assert_eq!(of(&bytes) - of(&few), of(&few) / 10 * (MAX_ERRORS - 10));
    assert_eq!(
        count(&errors_of(&format!("{{{}}}", ":1,".repeat(MAX_ERRORS * 3)))),
        MAX_ERRORS * 3 + 1
    );
}

#[test]
fn comments_are_accepted_if_allowed() {
    let syntax = Syntax { comments: true };
    for (text, count) in [
        ("// a\n{ /* b */ } // c", 0),
        ("{} # c", 1),
        ("{} /* c", 1),
        ("// c\n# d\n[]", 1),
    ] {
        assert_eq!(parse(text, syntax).errors().len(), count, "{text:?}");
    }
}

#[test]
fn pointers_name_the_member() {
    let text = "{\"a/b\": 'x', \"c\": [1, {\"d~\": \"\\q\"}, []  +2], 'e': 1 \"f\": , \"g\": {}, \"h\": True}";
    let tree = parse(text, Syntax::default());
    let pointers = pointers_of(&tree);
    let listed = tree
        .errors()
        .iter()
        .zip(&pointers)
        .map(|(error, pointer)| (error.kind, pointer.as_deref()))
        .collect::<Vec<_>>();
    assert_eq!(
        listed,
        [
            (SyntaxErrorKind::Quotes, Some("/a~1b")),
            (SyntaxErrorKind::BadEscape, Some("/c/1/d~0")),
            (SyntaxErrorKind::MissingComma, None),
            (SyntaxErrorKind::BadNumber, Some("/c/3")),
            (SyntaxErrorKind::Quotes, Some("/e")),
            (SyntaxErrorKind::MissingComma, None),
            (SyntaxErrorKind::MissingValue, Some("/f")),
            (SyntaxErrorKind::Literal, Some("/h")),
        ]
    );
    let deep = format!("{}+1", "[".repeat(200));
    let tree = parse(&deep, Syntax::default());
    assert!(pointers_of(&tree).iter().all(Option::is_none));
    let tree = parse("'x'", Syntax::default());
    assert_eq!(pointers_of(&tree), [Some(String::new())]);
}

/// Asserts the properties that hold for any text.
fn assert_properties(bytes: &[u8], comments: bool) {
    let syntax = Syntax { comments };
    let decoded = decode(bytes);
    let text = &*decoded.text;
    let tree = decoded.tree(syntax);
    assert!(tree.errors().is_sorted_by_key(|error| error.range.start), "{text:?}");
    for error in tree.errors() {
        for range in std::iter::once(error.range).chain(error.related) {
            assert!(
                text.get(range.start as usize..range.end as usize).is_some(),
                "{text:?} {error:?}"
            );
        }
        let finding = worded(error, text);
        let message = &finding.message;
        assert!(
            !message.is_empty() && !message.contains(|found: char| found.is_control()),
            "{message:?}"
        );
        let title = finding.fix.as_ref().map(|fix| &fix.title);
        let related = finding.related.first().map(|related| &related.message);
        let others = [
            finding.label.as_ref(),
            finding.note.as_ref(),
            finding.help.as_ref(),
            title,
            related,
        ];
        for other in others.into_iter().flatten() {
            assert!(!other.is_empty() && other != message, "{text:?} {other:?}");
        }
        assert!(finding.source.is_none_or(|source| source.page.starts_with("RFC 8259")));
    }
    pointers_of(&tree);
    let mut nodes = 0;
    let mut todo = tree.root().into_iter().collect::<Vec<_>>();
    while let Some(value) = todo.pop() {
        nodes += 1;
        let range = value.range();
        assert!(
            text.get(range.start as usize..range.end as usize).is_some(),
            "{text:?} {range:?}"
        );
        if value.kind() == Kind::String {
            assert_eq!(value.text(), value.chars().map(|(found, _)| found).collect::<String>());
        }
        todo.extend(value.items());
        todo.extend(value.members().flat_map(|member| [member.key, member.value]));
    }
    assert_eq!(nodes, tree.nodes.len(), "{text:?}");
    if matches!(decoded.encoding, Encoding::Utf8) {
        let fixed = fix_all(text, syntax);
        assert!(fix_once(&fixed, syntax).is_none());
    }
}

const JSON_LIKE: &str = "([\\[\\]{}:,;=\"'`\\\\ \n\r\t/a#u0-9eE.+é“\u{1}\u{a0}<>$(*-]|true|None|\"a\"|\"b\": |'c': |// |/\\*|\\*/|\\\\u[dD]800|x: |\n  \"d\": \"e\",){0,40}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80), comments in any::<bool>()) {
        assert_properties(&bytes, comments);
    }

    #[test]
    fn what_looks_like_json(text in JSON_LIKE, open in "[\\[{]{0,2}", comments in any::<bool>()) {
        assert_properties(format!("{open}{text}").as_bytes(), comments);
    }

    #[test]
    fn damaged_json(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3), 1..4)) {
        let mut bytes = b"{\n  \"tracker_type\": \"system\",\n  \"n\": [1, -2.5e3, {\"x\": null}],\n  \"obs\": { \"a\\u00e9\": false, \"b\": \"\\\"\" }\n}\n".to_vec();
        for (place, byte, how) in places {
            let at = place.index(bytes.len());
            match how {
                0 => { bytes.remove(at); }
                1 => bytes.insert(at, byte),
                _ => bytes[at] = byte,
            }
        }
        assert_properties(&bytes, false);
    }
}

proptest! {
    #[test]
    fn a_quoted_text_is_json(text: String) {
        prop_assert_eq!(quote(&text), serde_json::Value::from(text).to_string());
    }
}
