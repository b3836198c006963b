//! Looking values up.

use std::borrow::Cow;
use std::ops::Range;

use crate::{Document, Finding, MessageId, Options, Rule, Severity, Values, check_with};

/// The text and the JSON of the value at a pointer, and where it stands.
fn value(text: &str, pointer: &str) -> (Option<String>, Option<String>, Option<Range<u32>>) {
    let options = Options {
        comments: true,
        ..Options::default()
    };
    let finding = Finding {
        path: Some(pointer.to_owned()),
        ..Finding::new(Rule::Policy, Severity::Error, MessageId::RemoveIt)
    };
    let look = |values: &Values<'_>| {
        let body = values.bodies().next()?;
        let json = values.at_findings([&finding]).remove(0);
        Some((body.text(pointer).map(Cow::into_owned), json, body.range(pointer)))
    };
    check_with(text, &options, |_, values| look(values))
        .1
        .expect("there is a body")
}

#[test]
fn pointers_are_followed() {
    let text = r#"{"a/b": [1, {"~": "x"}], "a": 1, "a": "\u0032"}"#;
    assert_eq!(value(text, "/a~1b/1/~0").0.as_deref(), Some("x"));
    assert_eq!(value(text, "/a~1b/0").1.as_deref(), Some("1"));
    let last = (Some("2".into()), Some("\"2\"".into()), Some(38..46));
    assert_eq!(value(text, "/a"), last);
    for absent in ["/b", "/a/0", "/a~1b/2", "/a~1b/x", "a"] {
        assert_eq!(value(text, absent), (None, None, None), "{absent}");
    }
}

#[test]
fn layout_does_not_count() {
    let loose = "{ \"a\" : [ 1 , true,\n{}, [ ], null ] /* x */, \"b\": \"\\u00e9\" }";
    assert_eq!(
        value(loose, "").1.as_deref(),
        Some(r#"{"a":[1,true,{},[],null],"b":"é"}"#)
    );
}

#[test]
fn any_text_is_read() {
    assert_eq!(value("", "").1, None);
    assert!(value("{'a': tru", "/a").1.is_some());
    let deep = "[".repeat(100_000);
    assert!(value(&deep, "").1.is_some());
}

#[test]
fn each_body_of_a_file_of_requests_has_its_values() {
    let text = "POST /v3/{project_id}/tracker\n\n{\"tracker_type\": \"ü\"}\n###\nGET /v3/{project_id}/trackers\n###\n\
                POST /v1.0/{project_id}/tracker\n\n{\"bucket_name\": \"A\", \"file_prefix_name\": \"{{prefix}}\"}\n";
    let options = Options {
        requests: true,
        ..Options::default()
    };
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for text in [text.as_bytes(), &utf16] {
        let (report, ()) = check_with(text, &options, |report, values| {
            let bodies: Vec<_> = values.bodies().collect();
            let names = bodies.iter().map(|body| body.document().map(Document::name));
            assert_eq!(
                names.collect::<Vec<_>>(),
                [Some("v3-create-request"), Some("v1-create-request")]
            );
            assert_eq!(bodies[0].text("/tracker_type").as_deref(), Some("ü"));
            assert_eq!(bodies[1].text("/tracker_type"), None);
            assert_eq!(bodies[1].text("/bucket_name").as_deref(), Some("A"));
            assert_eq!(bodies[1].text("/file_prefix_name"), None);
            // Each finding is on the value of its own body, and stands where that says.
            for (path, rule, json) in [
                ("/tracker_type", Rule::UnknownValue, "\"ü\""),
                ("/bucket_name", Rule::InvalidCharacter, "\"A\""),
            ] {
                let on_field = |finding: &&Finding| finding.path.as_deref() == Some(path) && finding.rule == rule;
                let finding = report.findings.iter().find(on_field).expect("it is found");
                assert_eq!(values.at_findings([finding]), [Some(json.to_owned())]);
                let body = bodies
                    .iter()
                    .find(|body| body.text(path).is_some())
                    .expect("it is there");
                let span = values.spans(&[body.range(path).expect("it is there")])[0];
                let found = finding.span.expect("it has a place");
                assert_eq!(span.start.line, found.start.line);
                assert!(span.start.offset <= found.start.offset && found.end.offset <= span.end.offset);
            }
        });
        assert_eq!(report.document, None);
    }
}
