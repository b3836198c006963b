//! Chooses the tracker that an answer is about: the answer itself, or an item of its list.

use crate::check::{member_of, value_at};
use crate::diagnostics::{Message, Param, ParamName as P};
use crate::json::{Kind, Value};
use crate::messages::MessageId as M;
use crate::text::shown;

/// Why no tracker of an answer was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoTracker {
    /// The list is empty.
    Empty,
    /// None has that name.
    NotCalled {
        /// The name that was asked for.
        name: String,
        /// The names of the trackers.
        known: Vec<String>,
    },
    /// The list has several, and none was named.
    Several {
        /// The names of the trackers.
        known: Vec<String>,
    },
}

impl NoTracker {
    /// The message for the reason.
    #[must_use]
    pub fn message(&self) -> Message {
        let list = |known: &[String]| -> Param { Param::List(known.iter().map(|name| name.clone().into()).collect()) };
        match self {
            Self::Empty => Message::plain(M::ListHasNoTracker),
            Self::NotCalled { name, known } => Message::new(
                M::NoSuchTracker,
                [(P::Shown, shown(name).into_owned().into()), (P::Missing, list(known))],
            ),
            Self::Several { known } => Message::new(M::SeveralTrackers, [(P::Missing, list(known))]),
        }
    }
}

/// The tracker with this name; without a name, the only one.
pub(crate) fn tracker_of<'a, 't>(root: Value<'a, 't>, name: Option<&str>) -> Result<Value<'a, 't>, NoTracker> {
    let trackers: Vec<_> = match list_of(root) {
        Some(list) => list.items().collect(),
        None => vec![root],
    };
    let known = || -> Vec<String> { trackers.iter().map(|tracker| name_of(*tracker)).collect() };
    match (name, &trackers[..]) {
        (_, []) => Err(NoTracker::Empty),
        (Some(name), _) => {
            let found = trackers.iter().find(|tracker| name_of(**tracker) == name);
            found.copied().ok_or_else(|| NoTracker::NotCalled {
                name: name.to_owned(),
                known: known(),
            })
        }
        (None, [tracker]) => Ok(*tracker),
        (None, _) => Err(NoTracker::Several { known: known() }),
    }
}

/// The list of trackers that a value is or holds.
fn list_of<'a, 't>(root: Value<'a, 't>) -> Option<Value<'a, 't>> {
    match root.kind() {
        Kind::Array => Some(root),
        _ => value_at(root, "/trackers").filter(|list| list.kind() == Kind::Array),
    }
}

/// Whether a text is a list without trackers, which nothing tells from other empty lists.
pub(crate) fn is_empty_list(root: Value<'_, '_>) -> bool {
    let is_alone = root.kind() == Kind::Array || root.members().count() == 1;
    is_alone && list_of(root).is_some_and(|list| list.items().next().is_none())
}

/// The name of a tracker. What an answer leaves out is what the management tracker has.
pub(crate) fn name_of(tracker: Value<'_, '_>) -> String {
    member_of(tracker, "tracker_name").map_or_else(|| "system".to_owned(), |name| name.text().into_owned())
}
