//! Looking up single values of a body, for those who have rules of their own.

use std::borrow::Cow;

use crate::json::{Encoding, Kind, Syntax, Tree, Value, decode};
use crate::locate::positions;
use crate::options::Options;
use crate::report::Span;

/// A value of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldValue {
    /// The content of a string, decoded; of all else the same as `json`.
    pub text: String,
    /// The value as JSON without white space. Texts that differ only in layout, in comments or in how characters are
    /// escaped give the same.
    pub json: String,
    /// Where it stands.
    pub span: Span,
}

/// Looks up the values at these JSON Pointers (RFC 6901), in their order; `None` where nothing stands.
///
/// Of duplicate keys the last counts, as it does for the API. A text that is not JSON is read as well as possible.
///
/// ```
/// use ctslint::{Options, values};
///
/// let body = r#"{"obs_info": {"bucket_name": "audit"}}"#;
/// let found = values(body, &Options::default(), ["/obs_info/bucket_name", "/tracker_name"]);
/// let bucket = found[0].as_ref().expect("it is there");
/// assert_eq!((bucket.text.as_str(), bucket.span.start.column), ("audit", 30));
/// assert_eq!(found[1], None);
/// ```
#[must_use]
pub fn values<'p>(
    text: impl AsRef<[u8]>,
    options: &Options<'_>,
    pointers: impl IntoIterator<Item = &'p str>,
) -> Vec<Option<FieldValue>> {
    let decoded = decode(text.as_ref());
    let tree = decoded.tree(Syntax {
        comments: options.comments,
    });
    Values::new(&tree, decoded.encoding).get(pointers)
}

/// The values of a text that was read.
#[derive(Debug)]
pub struct Values<'t> {
    tree: &'t Tree<'t>,
    encoding: Encoding,
}

impl<'t> Values<'t> {
    pub(crate) const fn new(tree: &'t Tree<'t>, encoding: Encoding) -> Self {
        Self { tree, encoding }
    }

    /// Looks up the values at these JSON Pointers, as [`values`] does.
    #[must_use]
    pub fn get<'p>(&self, pointers: impl IntoIterator<Item = &'p str>) -> Vec<Option<FieldValue>> {
        let found: Vec<Option<Value<'_, '_>>> = pointers.into_iter().map(|pointer| self.at(pointer)).collect();
        let spans = spans(self.tree, self.encoding, &found);
        let value = |(value, span): (Option<Value<'_, '_>>, Span)| {
            let value = value?;
            let json = json(value);
            let text = match value.kind() {
                Kind::String => value.text().into_owned(),
                _ => json.clone(),
            };
            Some(FieldValue { text, json, span })
        };
        found.into_iter().zip(spans).map(value).collect()
    }

    /// The plain value at a JSON Pointer: the content of a string, decoded, or a number, `true` or `false` as it is written.
    /// `None` where nothing, `null`, an array or an object stands.
    #[must_use]
    pub fn text(&self, pointer: &str) -> Option<Cow<'_, str>> {
        let value = self.at(pointer)?;
        match value.kind() {
            Kind::String => Some(value.text()),
            Kind::Number => Some(Cow::Borrowed(value.raw())),
            Kind::True => Some(Cow::Borrowed("true")),
            Kind::False => Some(Cow::Borrowed("false")),
            Kind::Null | Kind::Array | Kind::Object | Kind::Unknown => None,
        }
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

/// The places of the values; of no meaning where there is none.
fn spans(tree: &Tree<'_>, encoding: Encoding, found: &[Option<Value<'_, '_>>]) -> Vec<Span> {
    let ends = |value: &Option<Value<'_, '_>>| value.map(|value| [value.range().start, value.range().end]);
    let mut offsets: Vec<u32> = found.iter().filter_map(ends).flatten().collect();
    offsets.sort_unstable();
    offsets.dedup();
    let positions = positions(tree.text(), encoding, &offsets);
    let position = |offset: u32| {
        offsets
            .binary_search(&offset)
            .map(|index| positions[index])
            .unwrap_or_default()
    };
    let span = |value: &Option<Value<'_, '_>>| {
        ends(value).map_or_else(Span::default, |[start, end]| Span {
            start: position(start),
            end: position(end),
        })
    };
    found.iter().map(span).collect()
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
            Kind::String => json += &serde_json::Value::from(value.text()).to_string(),
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

    fn value(text: &str, pointer: &str) -> Option<FieldValue> {
        let options = Options {
            comments: true,
            ..Options::default()
        };
        values(text, &options, [pointer]).remove(0)
    }

    #[test]
    fn pointers_are_followed() {
        let text = r#"{"a/b": [1, {"~": "x"}], "a": 1, "a": "\u0032"}"#;
        assert_eq!(value(text, "/a~1b/1/~0").unwrap().text, "x");
        assert_eq!(value(text, "/a~1b/0").unwrap().json, "1");
        let last = value(text, "/a").unwrap();
        assert_eq!((last.text.as_str(), last.json.as_str()), ("2", "\"2\""));
        assert_eq!((last.span.start.offset, last.span.end.offset), (38, 46));
        for absent in ["/b", "/a/0", "/a~1b/2", "/a~1b/x", "a"] {
            assert_eq!(value(text, absent), None, "{absent}");
        }
    }

    #[test]
    fn layout_does_not_count() {
        let loose = value(
            "{ \"a\" : [ 1 , true,\n{}, [ ], null ] /* x */, \"b\": \"\\u00e9\" }",
            "",
        )
        .unwrap();
        assert_eq!(loose.json, r#"{"a":[1,true,{},[],null],"b":"é"}"#);
    }

    #[test]
    fn any_text_is_read() {
        assert_eq!(value("", ""), None);
        assert!(!value("{'a': tru", "/a").unwrap().json.is_empty());
        let deep = "[".repeat(100_000);
        assert!(value(&deep, "").is_some());
    }
}
