//! Looking up single values of a body, for those who have rules of their own.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::{Encoding, Kind, Tree, Value, quote};
use crate::locate::places;
use crate::report::{Finding, Span};
use crate::request::has_variable;
use crate::spec::Document;

/// The values of a text that was read: of one body, or of the bodies of a `.http` file
/// ([`Options::requests`](crate::Options::requests)).
///
/// Of duplicate keys the last counts, as it does for the API. What is not JSON was read as well as possible.
#[derive(Debug)]
pub struct Values<'t> {
    text: &'t str,
    encoding: Encoding,
    bodies: Vec<BodyValues<'t>>,
}

/// The values of one body.
#[derive(Debug)]
pub struct BodyValues<'t> {
    tree: &'t Tree<'t>,
    /// Where the tree's text starts in the whole text, in bytes.
    start: u32,
    document: Option<&'static Document>,
    /// Whether an editor fills in its variables before it is sent.
    template: bool,
}

impl<'t> Values<'t> {
    /// The values of a text that is one body.
    pub(crate) fn of(tree: &'t Tree<'t>, encoding: Encoding, document: Option<&'static Document>) -> Self {
        let body = BodyValues {
            tree,
            start: 0,
            document,
            template: false,
        };
        Self {
            text: tree.text(),
            encoding,
            bodies: vec![body],
        }
    }

    /// The values of a text with several bodies: each with its place, in the order of the text, and its document.
    pub(crate) fn of_bodies(
        text: &'t str,
        encoding: Encoding,
        bodies: impl IntoIterator<Item = (&'t Tree<'t>, u32, Option<&'static Document>)>,
    ) -> Self {
        let bodies = bodies.into_iter().map(|(tree, start, document)| BodyValues {
            tree,
            start,
            document,
            template: true,
        });
        Self {
            text,
            encoding,
            bodies: bodies.collect(),
        }
    }

    /// The bodies, in the order of the text.
    pub fn bodies(&self) -> impl Iterator<Item = &BodyValues<'t>> {
        self.bodies.iter()
    }

    /// What stands at the path of each finding, as JSON without white space, in the body that the finding is on. `None`
    /// where nothing stands. Texts that differ only in layout, in comments or in how characters are escaped give the same.
    pub fn at_findings<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Option<String>> {
        let edges = |body: &BodyValues<'_>| [body.start, body.start + body.tree.text().len() as u32];
        let edges: Vec<u32> = self.bodies.iter().flat_map(edges).collect();
        let edges = places(self.text, self.encoding, &edges);
        let edges = edges.as_chunks::<2>().0;
        let value = |finding: &Finding| {
            let offset = finding.span.map_or(0, |span| span.start.offset);
            let index = edges.partition_point(|[_, end]| end.offset < offset);
            let body = self.bodies.get(index)?;
            let is_on_it = edges.get(index)?[0].offset <= offset;
            Some(json(body.at(finding.path.as_deref().filter(|_| is_on_it)?)?))
        };
        findings.into_iter().map(value).collect()
    }

    /// Where these ranges of bytes stand, in one pass over the text. They are ranges as [`BodyValues::range`] tells them.
    #[must_use]
    pub fn spans(&self, ranges: &[Range<u32>]) -> Vec<Span> {
        let mut offsets: Vec<u32> = ranges.iter().flat_map(|range| [range.start, range.end]).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let positions = places(self.text, self.encoding, &offsets);
        let position = |offset: u32| {
            offsets
                .binary_search(&offset)
                .map(|index| positions[index])
                .unwrap_or_default()
        };
        let span = |range: &Range<u32>| Span {
            start: position(range.start),
            end: position(range.end),
        };
        ranges.iter().map(span).collect()
    }
}

impl BodyValues<'_> {
    /// What the body is; `None` where that could not be told.
    #[must_use]
    pub const fn document(&self) -> Option<&'static Document> {
        self.document
    }

    /// The plain value at a JSON Pointer (RFC 6901): the content of a string, decoded, or a number, `true` or `false` as it
    /// is written. `None` where nothing, `null`, an array or an object stands, and where a variable stands for what will be
    /// there.
    #[must_use]
    pub fn text(&self, pointer: &str) -> Option<Cow<'_, str>> {
        let value = self.at(pointer)?;
        let text = match value.kind() {
            Kind::String => value.text(),
            Kind::Number => Cow::Borrowed(value.raw()),
            Kind::True => Cow::Borrowed("true"),
            Kind::False => Cow::Borrowed("false"),
            Kind::Null | Kind::Array | Kind::Object | Kind::Unknown => return None,
        };
        (!self.template || !has_variable(&text)).then_some(text)
    }

    /// Where the value at a JSON Pointer stands, in bytes of the text as it was decoded.
    #[must_use]
    pub fn range(&self, pointer: &str) -> Option<Range<u32>> {
        let range = self.at(pointer)?.range();
        Some(self.start + range.start..self.start + range.end)
    }

    fn at(&self, pointer: &str) -> Option<Value<'_, '_>> {
        self.tree.root().and_then(|root| at(root, pointer))
    }
}

/// The value at a JSON Pointer.
fn at<'a, 't>(root: Value<'a, 't>, pointer: &str) -> Option<Value<'a, 't>> {
    if pointer.is_empty() {
        return Some(root);
    }
    let steps = pointer.strip_prefix('/')?.split('/');
    steps.into_iter().try_fold(root, |value, step| match value.kind() {
        Kind::Array => value.items().nth(step.parse().ok()?),
        _ if step.contains('~') => member(value, &step.replace("~1", "/").replace("~0", "~")),
        _ => member(value, step),
    })
}

fn member<'a, 't>(object: Value<'a, 't>, name: &str) -> Option<Value<'a, 't>> {
    let named = |key: Value<'_, '_>| match key.plain() {
        Some(plain) => plain == name,
        None => key.kind() == Kind::String && key.text() == name,
    };
    object
        .members()
        .filter(|member| named(member.key))
        .last()
        .map(|member| member.value)
}

/// What is still to be written of a value.
enum Part<'a, 't> {
    Value(Value<'a, 't>),
    Sign(char),
}

/// A value as JSON without white space. Without recursion, for the text may be deep.
fn json(value: Value<'_, '_>) -> String {
    let mut json = String::new();
    let mut parts = vec![Part::Value(value)];
    while let Some(part) = parts.pop() {
        let value = match part {
            Part::Sign(sign) => {
                json.push(sign);
                continue;
            }
            Part::Value(value) => value,
        };
        let before = parts.len();
        match value.kind() {
            Kind::String => json += &quote(&value.text()),
            Kind::Null => json += "null",
            Kind::True => json += "true",
            Kind::False => json += "false",
            Kind::Number | Kind::Unknown => json += value.raw(),
            Kind::Array => {
                json.push('[');
                for (index, item) in value.items().enumerate() {
                    if index > 0 {
                        parts.push(Part::Sign(','));
                    }
                    parts.push(Part::Value(item));
                }
                parts.push(Part::Sign(']'));
            }
            Kind::Object => {
                json.push('{');
                for (index, member) in value.members().enumerate() {
                    if index > 0 {
                        parts.push(Part::Sign(','));
                    }
                    parts.extend([Part::Value(member.key), Part::Sign(':'), Part::Value(member.value)]);
                }
                parts.push(Part::Sign('}'));
            }
        }
        parts[before..].reverse();
    }
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Rule, Severity, check_and};

    /// The text and the JSON of the value at a pointer, and where it stands.
    fn value(text: &str, pointer: &str) -> (Option<String>, Option<String>, Option<Range<u32>>) {
        let options = Options {
            comments: true,
            ..Options::default()
        };
        let finding = Finding {
            path: Some(pointer.to_owned().into()),
            ..Finding::new(Rule::Policy, Severity::Error, "")
        };
        let look = |values: &Values<'_>| {
            let body = values.bodies().next()?;
            let json = values.at_findings([&finding]).remove(0);
            Some((body.text(pointer).map(Cow::into_owned), json, body.range(pointer)))
        };
        check_and(text, &options, |_, values| look(values))
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
            let (report, ()) = check_and(text, &options, |report, values| {
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
}
