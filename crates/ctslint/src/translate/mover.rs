//! Collects the fields of a v3 body, and what became of each field of the text that it is made of.

use std::borrow::Cow;

use super::change::{Change, ChangeKind};
use super::layout::Written;
use crate::diagnostics::{Param, ParamName as P, Params};
use crate::json::Value;
use crate::messages::MessageId as M;
use crate::model::{Added, Document, FieldRef, Loss, Scalar, Severity};

/// The fields that were moved so far, and the changes.
pub(super) struct Mover<'o, 't> {
    /// The v3 document that the body becomes.
    pub(super) target: &'static Document,
    /// The names of the fields whose loss is allowed.
    allowed: &'o [&'static str],
    /// The fields of the v3 body in their order.
    pub(super) written: Vec<Written<'t>>,
    pub(super) changes: Vec<Change>,
    /// For each loss that was not allowed, the first of its fields.
    pub(super) needed: Vec<&'static str>,
}

impl<'o, 't> Mover<'o, 't> {
    pub(super) const fn new(target: &'static Document, allowed: &'o [&'static str]) -> Self {
        Self {
            target,
            allowed,
            written: Vec::new(),
            changes: Vec::new(),
            needed: Vec::new(),
        }
    }

    /// The value of a field that was written, as JSON text.
    pub(super) fn written(&self, pointer: &str) -> Option<&str> {
        let to = self.target.field_ref(pointer)?;
        let written = self.written.iter().find(|written| written.to == to);
        written.map(|written| &*written.text)
    }

    /// Whether a field stands in the same object as one that was written.
    pub(super) fn has_sibling(&self, to: FieldRef) -> bool {
        self.written.iter().any(|written| written.to.top() == to.top())
    }

    /// Writes the value of the field at `from` to another place, or to the same.
    pub(super) fn moves(&mut self, from: &str, to: FieldRef, text: Cow<'t, str>) {
        self.written.push(Written { to, text });
        let mut params = Params::from([
            (P::Name, Param::from(name_of(from).to_owned())),
            (P::Start, place(from)),
        ]);
        let pointer = to.pointer();
        let message = match pointer == from {
            true => M::Stays,
            false => {
                params.push(P::What, place(&pointer));
                M::Moves
            }
        };
        self.change(ChangeKind::Moved, Some(from), Some(to), Severity::Info, message, params);
    }

    /// Writes a field that the text does not have, if the target has it.
    pub(super) fn add(&mut self, to: &str, value: Scalar, reason: M) {
        let Some(to) = self.target.field_ref(to) else {
            return;
        };
        let text = match value {
            Scalar::Boolean(value) => value.to_string(),
            Scalar::Text(value) => format!("\"{value}\""),
        };
        let params: [(P, Param); 2] = [(P::Value, text.clone().into()), (P::Advice, reason.into())];
        self.written.push(Written { to, text: text.into() });
        self.change(ChangeKind::Added, None, Some(to), Severity::Info, M::IsAdded, params);
    }

    /// Writes one of the fields that v3 always has.
    pub(super) fn add_required(&mut self, added: &Added) {
        self.add(&added.to.pointer(), added.value, added.reason);
    }

    /// Drops a field that has nothing to say.
    pub(super) fn drops(&mut self, from: &str, reason: M) {
        let params: [(P, Param); 2] = [(P::Name, name_of(from).to_owned().into()), (P::Advice, reason.into())];
        self.change(
            ChangeKind::Dropped,
            Some(from),
            None,
            Severity::Info,
            M::IsDropped,
            params,
        );
    }

    /// Drops a member that no page has. It may be a setting, so that is worth a warning.
    pub(super) fn drops_unknown(&mut self, from: &str) {
        let reason = M::ReasonNoRequest;
        let params: [(P, Param); 2] = [(P::Name, name_of(from).to_owned().into()), (P::Advice, reason.into())];
        self.change(
            ChangeKind::Dropped,
            Some(from),
            None,
            Severity::Warning,
            M::IsDropped,
            params,
        );
    }

    /// Notes what becomes of a field that is dropped, beyond that.
    pub(super) fn notes(&mut self, from: &str, severity: Severity, message: M, value: Option<String>) {
        let mut params = Params::from([(P::Name, name_of(from).to_owned())]);
        if let Some(value) = value {
            params.push(P::Value, value.into());
        }
        self.change(ChangeKind::Dropped, Some(from), None, severity, message, params);
    }

    /// Drops a field whose value v3 does not take over, although it is not the usual one.
    pub(super) fn drops_value(&mut self, from: &str, shown: String, reason: M) {
        let params: [(P, Param); 3] = [
            (P::Name, name_of(from).to_owned().into()),
            (P::Shown, shown.into()),
            (P::Advice, reason.into()),
        ];
        let message = M::IsDroppedWithValue;
        self.change(
            ChangeKind::Dropped,
            Some(from),
            None,
            Severity::Warning,
            message,
            params,
        );
    }

    /// Warns of what the body does as a whole.
    pub(super) fn warns(&mut self, message: M) {
        self.change(
            ChangeKind::Dropped,
            None,
            None,
            Severity::Warning,
            message,
            Params::default(),
        );
    }

    /// Loses what a field asks for; an error unless the loss is allowed by the name of one of its fields.
    pub(super) fn loses(&mut self, from: &str, loss: &Loss) {
        let is_allowed = loss.fields.iter().any(|field| self.allowed.contains(field));
        if !is_allowed && !loss.fields.iter().any(|field| self.needed.contains(field)) {
            let name = name_of(from);
            let own = loss.fields.iter().find(|field| **field == name).or(loss.fields.first());
            self.needed.extend(own);
        }
        let severity = if is_allowed { Severity::Warning } else { Severity::Error };
        let params: [(P, Param); 3] = [
            (P::Name, name_of(from).to_owned().into()),
            (P::Advice, loss.reason.into()),
            (P::What, loss.advice.into()),
        ];
        self.change(ChangeKind::Lost, Some(from), None, severity, M::IsLost, params);
    }

    /// Takes over the status of a tracker, which only updates set.
    pub(super) fn status(&mut self, value: Value<'_, 't>) {
        const FROM: &str = "/status";
        let status = value.text();
        match self.target.field_ref(FROM) {
            _ if status == "error" => self.drops(FROM, M::ReasonStatusIsTold),
            Some(to) => self.moves(FROM, to, Cow::Borrowed(value.raw())),
            None if status == "disabled" => self.loses(FROM, &STATUS_LOST),
            None => self.drops(FROM, M::ReasonNewIsEnabled),
        }
    }

    fn change(
        &mut self,
        kind: ChangeKind,
        from: Option<&str>,
        to: Option<FieldRef>,
        severity: Severity,
        message: M,
        params: impl Into<Params>,
    ) {
        self.changes.push(Change {
            kind,
            from: from.map(str::to_owned),
            to: to.map(FieldRef::pointer),
            severity,
            message,
            params: params.into(),
        });
    }
}

static STATUS_LOST: Loss = Loss {
    fields: &["status"],
    requested_by: None,
    reason: M::ReasonNoStatusInCreate,
    advice: M::AdviceUpdateAfterwards,
};

/// The name of the field at a pointer.
fn name_of(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

/// The object that contains the field at a pointer, for messages.
fn place(pointer: &str) -> Param {
    match pointer.rsplit_once('/') {
        Some((object, _)) if !object.is_empty() => format!("`{}`", object.trim_start_matches('/')).into(),
        _ => M::TopLevel.into(),
    }
}
