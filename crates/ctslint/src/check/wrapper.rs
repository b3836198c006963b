//! Finds bodies inside of other documents: what SDKs and command lines print, collections of API clients, traces, and strings.

use super::checker::opener;
use super::detect::{body_in, is_field};
use super::problem::InnerBody;
use crate::json::{Kind, Range, Syntax, Value, parse, pointer_step};
use crate::model::Document;

/// The largest number of bodies that are listed.
const MAX_BODIES: usize = 100;

/// The largest number of objects and arrays that are searched.
const MAX_CONTAINERS: usize = 10_000;

/// The longest string that is read, in bytes. Bodies of this API have a dozen fields.
const MAX_STRING: usize = 65_536;

/// The names under which tools keep a body.
const WRAPPERS: &[&str] = &["body", "raw", "request", "response"];

/// A container on the way to a body.
struct Visit<'a, 't> {
    value: Value<'a, 't>,
    /// The index of the container around it.
    parent: usize,
    step: Step<'a, 't>,
}

/// The place of a value in the container around it.
#[derive(Clone, Copy)]
enum Step<'a, 't> {
    /// It is the whole text.
    Root,
    /// The value of the member with this key.
    Member(Value<'a, 't>),
    Item(usize),
}

/// The bodies inside of a value that is none itself, the outer ones first searched, in the order of the text.
pub(crate) fn inner_bodies(root: Value<'_, '_>) -> Vec<InnerBody> {
    let mut search = Search {
        visits: Vec::new(),
        bodies: Vec::new(),
    };
    search.look_at(root, 0, Step::Root);
    let mut at = 0;
    while at < search.visits.len() && search.bodies.len() < MAX_BODIES {
        let value = search.visits[at].value;
        for member in value.members() {
            search.look_at(member.value, at, Step::Member(member.key));
        }
        for (index, item) in value.items().enumerate() {
            search.look_at(item, at, Step::Item(index));
        }
        at += 1;
    }
    search.bodies
}

struct Search<'a, 't> {
    /// The containers that are no bodies, the outer ones first.
    visits: Vec<Visit<'a, 't>>,
    bodies: Vec<InnerBody>,
}

impl<'a, 't> Search<'a, 't> {
    /// Notes a value if it is a body; otherwise, its content is searched later.
    fn look_at(&mut self, value: Value<'a, 't>, parent: usize, step: Step<'a, 't>) {
        let is_expected = match step {
            Step::Root => value.kind() == Kind::String,
            // An object of a tracker is a part of a body, and resembles one of the other version.
            Step::Member(key) if is_field(&key.text()) => return,
            Step::Member(key) => WRAPPERS.contains(&&*key.text()),
            Step::Item(_) => false,
        };
        let document = match value.kind() {
            Kind::Object if !matches!(step, Step::Root) => body_in(value, is_expected),
            Kind::String => body_in_string(value, is_expected),
            _ => None,
        };
        let range = opener(value);
        if let Some(document) = document
            && self.bodies.len() < MAX_BODIES
        {
            let body = InnerBody {
                pointer: self.pointer(parent, step),
                range: Range {
                    start: range.start,
                    end: range.start + 1,
                },
                document,
            };
            // There are few, so that it is not worth a sort.
            let after = self.bodies.iter().position(|other| other.range > body.range);
            self.bodies.insert(after.unwrap_or(self.bodies.len()), body);
        } else if matches!(value.kind(), Kind::Object | Kind::Array) && self.visits.len() < MAX_CONTAINERS {
            self.visits.push(Visit { value, parent, step });
        }
    }

    /// The JSON Pointer of a place.
    fn pointer(&self, mut parent: usize, mut step: Step<'a, 't>) -> String {
        let mut steps = Vec::new();
        loop {
            match step {
                Step::Root => break,
                Step::Member(key) => steps.push(pointer_step(&key.text()).into_owned()),
                Step::Item(index) => steps.push(index.to_string()),
            }
            let Some(visit) = self.visits.get(parent) else { break };
            (parent, step) = (visit.parent, visit.step);
        }
        steps
            .iter()
            .rev()
            .fold(String::new(), |pointer, step| pointer + "/" + step)
    }
}

/// The document of the body that a string holds.
fn body_in_string(string: Value<'_, '_>, is_expected: bool) -> Option<&'static Document> {
    let raw = string.raw().as_bytes();
    // White space, and the escapes of line breaks and tabs.
    let is_blank = |byte: &u8| matches!(byte, b'"' | b' ' | b'\t' | b'\\' | b'n' | b'r' | b't');
    if raw.iter().find(|byte| !is_blank(byte)) != Some(&b'{') || raw.len() > MAX_STRING {
        return None;
    }
    let text = string.text();
    let tree = parse(&text, Syntax { comments: true });
    tree.root()
        .filter(|root| root.kind() == Kind::Object)
        .and_then(|root| body_in(root, is_expected))
}
