//! The comments of a text, and where they go: with their member to its new place, or into the report.

use super::change::{Change, ChangeKind};
use super::layout::{Beside, Comments, Written};
use crate::diagnostics::{Param, ParamName as P, Params};
use crate::json::scan::{is_break, is_comment, line_end};
use crate::json::{Kind, Value};
use crate::messages::MessageId as M;
use crate::model::{Document, FieldRef, Severity};

/// The comments at one member.
struct Commented<'t> {
    /// The JSON Pointer of the member.
    pointer: String,
    beside: Beside<'t>,
    /// Those in its value, if it is no object whose members are looked at one by one.
    inside: Vec<&'t str>,
}

/// Places the comments of a text of which a value became the written fields: its root, or a tracker that it lists. Adds a change for
/// each comment of a member that was dropped.
pub(super) fn place<'t>(
    text: &'t str,
    value: Value<'_, 't>,
    is_listed: bool,
    target: &'static Document,
    written: &[Written<'t>],
    changes: &mut Vec<Change>,
) -> Comments<'t> {
    let range = value.range();
    let (start, end) = (range.start as usize, range.end as usize);
    let mut found = Vec::new();
    members(text, value, "", &mut found);
    let mut comments = Comments {
        head: comments_in(text, 0, start),
        tail: comments_in(text, end, text.len()),
        ..Comments::default()
    };
    // What stands around a tracker in a list is about the list.
    if is_listed {
        let around = std::mem::take(&mut comments.head)
            .into_iter()
            .chain(std::mem::take(&mut comments.tail));
        changes.extend(around.map(|comment| dropped("/trackers", comment)));
    }
    if value.members().next().is_none() {
        comments.tail.splice(0..0, comments_in(text, start, end));
    }
    // As many as the target has fields at most, however long the text is.
    let moved: Vec<(String, FieldRef)> = changes
        .iter()
        .filter_map(|change| Some((change.from.clone()?, target.field_ref(change.to.as_deref()?)?)))
        .collect();
    for commented in found {
        let Commented {
            pointer,
            beside,
            inside,
        } = commented;
        let moved_from = |is_it: &dyn Fn(&str) -> bool| moved.iter().find(|(from, _)| is_it(from)).map(|(_, to)| *to);
        let to = moved_from(&|from| from == pointer);
        if to.is_none() {
            changes.extend(inside.iter().map(|comment| dropped(&pointer, comment)));
        }
        let is_inside = |from: &str| from.strip_prefix(&*pointer).is_some_and(|rest| rest.starts_with('/'));
        let object = target.field_ref(&pointer).map(|field| field.top());
        match (to, object) {
            (Some(to), _) => comments.fields.push((to, beside)),
            (None, Some(top)) if written.iter().any(|written| written.to.top() == top) => {
                comments.objects.push((top, beside));
            }
            _ => match moved_from(&is_inside) {
                Some(to) => comments.fields.push((to, beside)),
                None => {
                    let all = beside.before.iter().chain(&beside.behind);
                    changes.extend(all.map(|comment| dropped(&pointer, comment)));
                }
            },
        }
    }
    comments
}

/// Notes that a comment is dropped with the member at a pointer.
fn dropped(from: &str, comment: &str) -> Change {
    let name = from.rsplit('/').next().unwrap_or_default();
    let params: [(P, Param); 2] = [(P::Shown, comment.to_owned().into()), (P::Name, name.to_owned().into())];
    Change {
        kind: ChangeKind::Dropped,
        from: Some(from.to_owned()),
        to: None,
        severity: Severity::Info,
        message: M::CommentDropped,
        params: Params::from(params),
    }
}

/// Collects the comments of the members of an object, and of those of the objects in it.
fn members<'t>(text: &'t str, object: Value<'_, 't>, holder: &str, into: &mut Vec<Commented<'t>>) {
    let mut end = object.range().start as usize + 1;
    let mut last: Option<usize> = None;
    for member in object.members() {
        let key = member.key.range();
        let mut before = Vec::new();
        for comment in comments_in(text, end, key.start as usize) {
            let at = comment.as_ptr() as usize - text.as_ptr() as usize;
            let is_on_line = !text.get(end..at).unwrap_or_default().bytes().any(is_break);
            match last {
                // On the line of the member before it.
                Some(last) if is_on_line => into[last].beside.behind.push(comment),
                _ => before.push(comment),
            }
        }
        let value = member.value.range();
        before.extend(comments_in(text, key.end as usize, value.start as usize));
        let pointer = format!("{holder}/{}", member.key.text());
        let has_members = holder.is_empty() && member.value.kind() == Kind::Object;
        let is_block = has_members && member.value.members().next().is_some();
        let inside = match is_block {
            true => Vec::new(),
            false => comments_in(text, value.start as usize, value.end as usize),
        };
        last = Some(into.len());
        into.push(Commented {
            pointer: pointer.clone(),
            beside: Beside {
                before,
                behind: Vec::new(),
            },
            inside,
        });
        if is_block {
            members(text, member.value, &pointer, into);
        }
        end = value.end as usize;
    }
    if let Some(last) = last {
        let close = (object.range().end as usize).saturating_sub(1);
        into[last].beside.behind.extend(comments_in(text, end, close));
    }
}

/// The comments in a part of a text that has no syntax errors.
fn comments_in(text: &str, start: usize, end: usize) -> Vec<&str> {
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = start;
    while at < end {
        if bytes[at] == b'"' {
            at += 1;
            while at < end && bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            at += 1;
        } else if is_comment(bytes, at) {
            let stop = match bytes.get(at + 1) {
                Some(b'*') => {
                    let rest = text.get(at + 2..end).unwrap_or_default();
                    rest.find("*/").map_or(end, |length| at + 2 + length + 2)
                }
                _ => line_end(bytes, at).min(end),
            };
            found.extend(text.get(at..stop));
            at = stop;
        } else {
            at += 1;
        }
    }
    found
}
