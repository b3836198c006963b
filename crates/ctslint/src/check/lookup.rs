//! Looks up single values of a body, for callers with rules of their own.

use std::borrow::Cow;
use std::ops::Range;

use super::conflict::conflict_markers;
use super::outline::{Node, outline};
use super::template::has_variable;
use crate::diagnostics::{Finding, SourceMap, Span, places};
use crate::json::{Encoding, Kind, Tree, Value, find_placeholder, quote};
use crate::model::{Document, DocumentKind};

/// The values in a checked text: those of one body, or of the bodies in a `.http` file
/// ([`Options::requests`](crate::Options::requests)).
///
/// If a key occurs twice, the last one counts, as it does for the API. After a syntax error, the values that could
/// still be read are available. A body with conflict markers of `git` has no values: which ones are meant is not known.
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
    /// Where the body stands in the whole text.
    map: &'t SourceMap,
    document: Option<&'static Document>,
    /// Whether an editor replaces variables in the body before sending it.
    template: bool,
}

impl<'t> Values<'t> {
    /// The values of a text that consists of one body.
    pub(crate) fn of(tree: &'t Tree<'t>, encoding: Encoding, document: Option<&'static Document>) -> Self {
        let body = BodyValues {
            tree,
            map: SourceMap::IDENTITY,
            document,
            template: false,
        };
        Self {
            text: tree.text(),
            encoding,
            bodies: if conflict_markers(tree).is_empty() {
                vec![body]
            } else {
                Vec::new()
            },
        }
    }

    /// The values of a text with several bodies, in the order of the text: each with its places and its document.
    pub(crate) fn of_bodies(
        text: &'t str,
        encoding: Encoding,
        bodies: impl IntoIterator<Item = (&'t Tree<'t>, &'t SourceMap, Option<&'static Document>)>,
    ) -> Self {
        let bodies = bodies
            .into_iter()
            .filter(|(tree, ..)| conflict_markers(tree).is_empty());
        let bodies = bodies.map(|(tree, map, document)| BodyValues {
            tree,
            map,
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

    /// The value at the path of each finding, as JSON without white space; `None` if there is none. The path refers to
    /// the body that contains the finding. Texts that differ only in layout, comments or escapes yield equal values.
    pub fn at_findings<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Option<String>> {
        let edges = |body: &BodyValues<'_>| {
            let range = body.map.extent(body.tree.text().len());
            [range.start, range.end]
        };
        let edges: Vec<u32> = self.bodies.iter().flat_map(edges).collect();
        let edges = places(self.text, self.encoding, &edges);
        let edges = edges.as_chunks::<2>().0;
        let value = |finding: &Finding| {
            let path = finding.path.as_deref()?;
            let offset = finding.span.map_or(0, |span| span.start.offset);
            let index = edges.partition_point(|[_, end]| end.offset < offset);
            let is_inside = edges.get(index).is_some_and(|[start, _]| start.offset <= offset);
            let found = match self.bodies.get(index).filter(|_| is_inside) {
                Some(body) => body.at(path),
                // It stands in the definition of a variable that a body uses.
                None => self.bodies.iter().find_map(|body| {
                    let value = body.at(path)?;
                    let place = body.map.range(value.range());
                    (body.map.start().is_none() && (place.start..=place.end).contains(&offset)).then_some(value)
                }),
            };
            Some(json_of(found?))
        };
        findings.into_iter().map(value).collect()
    }

    /// Converts byte ranges from [`BodyValues::range`] to spans with lines and columns, in one pass over the text.
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
    /// The document of the body; `None` if it could not be detected.
    #[must_use]
    pub const fn document(&self) -> Option<&'static Document> {
        self.document
    }

    /// The scalar at a JSON Pointer (RFC 6901): the decoded content of a string, or a number, `true` or `false` as
    /// written. `None` if there is no value, if it is `null`, an array or an object, and if it contains a variable.
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
        // As in the check: in a template of requests, any variable, and in a request that is to be sent, a placeholder of a template.
        let is_open = match self.template {
            true => has_variable(&text),
            false => self.document.is_some_and(is_request) && find_placeholder(&text).is_some(),
        };
        (!is_open).then_some(text)
    }

    /// The byte range of the value at a JSON Pointer, in the decoded text.
    #[must_use]
    pub fn range(&self, pointer: &str) -> Option<Range<u32>> {
        let range = self.map.range(self.at(pointer)?.range());
        Some(range.start..range.end)
    }

    /// The byte range of the whole body, in the decoded text.
    #[must_use]
    pub fn extent(&self) -> Range<u32> {
        let range = self.map.extent(self.tree.text().len());
        range.start..range.end
    }

    /// Every value that could be read, in the order of the text, a container before what is in it.
    #[must_use]
    pub fn outline(&self) -> Vec<Node> {
        outline(self.tree, |range| {
            let range = self.map.range(range);
            range.start..range.end
        })
    }

    fn at(&self, pointer: &str) -> Option<Value<'_, '_>> {
        self.tree.root().and_then(|root| value_at(root, pointer))
    }
}

fn is_request(document: &Document) -> bool {
    document.kind == DocumentKind::Request
}

/// The value at a JSON Pointer.
pub(crate) fn value_at<'a, 't>(root: Value<'a, 't>, pointer: &str) -> Option<Value<'a, 't>> {
    if pointer.is_empty() {
        return Some(root);
    }
    let steps = pointer.strip_prefix('/')?.split('/');
    steps.into_iter().try_fold(root, |value, step| match value.kind() {
        Kind::Array => value.items().nth(step.parse().ok()?),
        _ if step.contains('~') => member_of(value, &step.replace("~1", "/").replace("~0", "~")),
        _ => member_of(value, step),
    })
}

pub(crate) fn member_of<'a, 't>(object: Value<'a, 't>, name: &str) -> Option<Value<'a, 't>> {
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

/// A container that is written: its members or items to come, each with its key in an object.
struct Open<'a, 't> {
    rest: Box<dyn Iterator<Item = (Option<Value<'a, 't>>, Value<'a, 't>)> + 'a>,
    is_first: bool,
    closer: char,
}

/// A value as JSON without white space. Does not recurse, because values may be nested deeply.
pub(crate) fn json_of<'a, 't: 'a>(value: Value<'a, 't>) -> String {
    let mut json = String::new();
    let mut containers: Vec<Open<'a, 't>> = Vec::new();
    let mut next = Some(value);
    loop {
        match next.take() {
            Some(value) if value.kind() == Kind::Array => {
                json.push('[');
                containers.push(Open {
                    rest: Box::new(value.items().map(|item| (None, item))),
                    is_first: true,
                    closer: ']',
                });
            }
            Some(value) if value.kind() == Kind::Object => {
                json.push('{');
                containers.push(Open {
                    rest: Box::new(value.members().map(|member| (Some(member.key), member.value))),
                    is_first: true,
                    closer: '}',
                });
            }
            Some(value) => json += &scalar(value),
            None => {}
        }
        let Some(container) = containers.last_mut() else {
            return json;
        };
        let Some((key, value)) = container.rest.next() else {
            json.push(container.closer);
            containers.pop();
            continue;
        };
        if !std::mem::take(&mut container.is_first) {
            json.push(',');
        }
        if let Some(key) = key {
            json += &scalar(key);
            json.push(':');
        }
        next = Some(value);
    }
}

/// A value that is no container, as JSON.
fn scalar<'t>(value: Value<'_, 't>) -> Cow<'t, str> {
    match value.kind() {
        Kind::String => quote(&value.text()).into(),
        // They may be misspelt.
        Kind::Null => "null".into(),
        Kind::True => "true".into(),
        Kind::False => "false".into(),
        _ => value.raw().into(),
    }
}
