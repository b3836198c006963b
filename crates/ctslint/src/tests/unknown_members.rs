//! Members that no table has.

use crate::{Document, Options, Rule, check};

/// Of members of one name each but the first is a duplicate of the first, in the same object and however it is written.
#[test]
fn unknown_members_that_occur_again() {
    let text =
        r#"{"tracker_type": "system", "x": 1, "y": 1, "obs_info": {"y": 1, "x": 1}, "\u0078": 2, "y": 2, "x": 3}"#;
    let options = Options {
        document: Document::from_name("v3"),
        ..Options::default()
    };
    let report = check(text, &options);
    let on_unknown = |rule| {
        let findings = report.findings.iter().filter(move |finding| finding.rule == rule);
        findings.map(|finding| {
            let first = finding.related.first().and_then(|related| related.span);
            let offset = |span: crate::Span| span.start.offset;
            (finding.path.as_deref(), finding.span.map(offset), first.map(offset))
        })
    };
    let unknown: Vec<_> = on_unknown(Rule::UnknownField).map(|(path, at, _)| (path, at)).collect();
    let expected = [("/x", 27), ("/y", 35), ("/obs_info/y", 56), ("/obs_info/x", 64)];
    assert_eq!(unknown, expected.map(|(path, at)| (Some(path), Some(at))));
    let again: Vec<_> = on_unknown(Rule::DuplicateField).collect();
    let expected = [("/x", 73, 27), ("/y", 86, 35), ("/x", 94, 27)];
    assert_eq!(
        again,
        expected.map(|(path, at, first)| (Some(path), Some(at), Some(first)))
    );
}
