//! Moves the fields of a v1 body into a v3 body, according to the mappings of the table.

use std::borrow::Cow;

use super::change::{Change, ChangeKind, TranslateError};
use super::layout::{Style, Written};
use crate::api::{v1, v1_update, v3, v3_update};
use crate::check::equals_scalar;
use crate::diagnostics::{Options, Param, ParamName as P, Params, Report};
use crate::json::{Member, Syntax, Value, decode};
use crate::lint::check_body;
use crate::messages::MessageId as M;
use crate::model::{
    Document, DocumentKind, FieldMapping, FieldRef, Loss, Mapping, Provider, Rule, Scalar, Severity, Type, Version,
};
use crate::text::{nearest, shown};

/// Options of a translation. By default it is one to the v3 of Open Telekom Cloud, and neither losses nor comments are allowed.
#[derive(Clone, Debug, Default)]
pub struct TranslateOptions<'a> {
    /// Whose v3 the body becomes. Huawei Cloud's has encryption, so that nothing of it is lost.
    pub provider: Provider,
    /// Whether comments are allowed, as in `.jsonc` files. They are not carried over.
    pub comments: bool,
    /// The v1 fields whose loss is accepted, such as `kms_id` or `smn`. A field of an object may be given with or
    /// without the object: `lts.log_group_name`, `log_group_name`.
    pub allow_loss: &'a [String],
}

/// A v3 body, and the changes that produced it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translation {
    /// The v3 body. It is valid, and keeps the order, indentation, line ends and final line break of the v1 body.
    pub body: String,
    /// What happened to each field: first the fields that v3 always needs, then the fields of the v1 body in its order,
    /// then those that replace fields it omits.
    pub changes: Vec<Change>,
}

/// Translates the body of a v1 request to v3, as the provider of the options documents it.
///
/// Every field keeps its value in its new place, or is dropped with a reason. A feature that v3 does not have is lost,
/// and the loss must be allowed by the name of the field. The v3 body is checked before it is returned. Time is linear
/// in the length of the text.
///
/// # Errors
///
/// If the text is not a valid v1 body, if a loss was not allowed, or if the options name a field that v1 does not have.
///
/// ```
/// use ctslint::{TranslateOptions, translate};
///
/// let translation = translate(r#"{"bucket_name": "obs-f1da"}"#, &TranslateOptions::default())?;
/// assert_eq!(
///     translation.body,
///     r#"{"tracker_type": "system", "tracker_name": "system", "obs_info": {"bucket_name": "obs-f1da", "is_obs_created": false}}"#
/// );
/// # Ok::<(), ctslint::TranslateError>(())
/// ```
pub fn translate(text: impl AsRef<[u8]>, options: &TranslateOptions<'_>) -> Result<Translation, TranslateError> {
    let mut allowed = Vec::new();
    for name in options.allow_loss {
        match v1_field(name) {
            Ok(field) => allowed.push(field),
            Err(suggestion) => {
                return Err(TranslateError::UnknownField {
                    name: name.clone(),
                    suggestion,
                });
            }
        }
    }
    let bytes = text.as_ref();
    let (source, target) = match must_be_valid(bytes, options.comments)?.is_update {
        true => (&v1_update::UPDATE_REQUEST, &v3_update::UPDATE_REQUEST),
        false => (&v1::CREATE_REQUEST, &v3::CREATE_REQUEST),
    };
    let target = target.of_provider(options.provider);
    let decoded = decode(bytes);
    let tree = decoded.tree(Syntax {
        comments: options.comments,
    });
    let mut mover = Mover {
        source,
        target,
        allowed: &allowed,
        changes: Vec::new(),
        written: Vec::new(),
    };
    let Some(root) = tree.root() else {
        let report = Box::new(check_body(bytes, &Options::default()));
        return Err(TranslateError::Invalid { report });
    };
    mover.run(root);
    let Mover { written, changes, .. } = mover;
    if changes.iter().any(|change| change.severity == Severity::Error) {
        return Err(TranslateError::Refused { changes });
    }
    let body = Style::of(tree.text(), root).write(target.root, &written);
    let result = Options {
        document: Some(target),
        ..Options::default()
    };
    let report = check_body(body.as_bytes(), &result);
    if has_errors(&report) {
        return Err(TranslateError::Unsound {
            report: Box::new(report),
        });
    }
    Ok(Translation { body, changes })
}

fn has_errors(report: &Report) -> bool {
    report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

/// Rejects everything but a v1 body without errors. Retired members are allowed here.
fn must_be_valid(bytes: &[u8], comments: bool) -> Result<&'static Document, TranslateError> {
    let mut options = Options {
        comments,
        ..Options::default()
    };
    options.severities.set(Rule::RetiredField, None);
    options.severities.set(Rule::DeprecatedApi, None);
    let mut report = check_body(bytes, &options);
    match report.document {
        Some(document) if document.kind() != DocumentKind::Request => {
            let reason = report.reason;
            return Err(TranslateError::NoRequest { document, reason });
        }
        Some(document) if document.version() != Some(Version::V1) => {
            return Err(TranslateError::AlreadyV3 { reason: report.reason });
        }
        Some(_) => {}
        None => {
            options.document = Some(&v1::CREATE_REQUEST);
            report = check_body(bytes, &options);
        }
    }
    let document = report.document.unwrap_or(&v1::CREATE_REQUEST);
    if has_errors(&report) {
        return Err(TranslateError::Invalid {
            report: Box::new(report),
        });
    }
    Ok(document)
}

/// The v1 field with this name, which may be one of an object: `log_group_name`, `lts.log_group_name`,
/// `/lts/log_group_name`. On failure, the most similar one.
fn v1_field(name: &str) -> Result<&'static str, Option<&'static str>> {
    let document = &v1::CREATE_REQUEST;
    let mut bare = name;
    while let Some(rest) = bare.strip_prefix('/') {
        bare = rest;
    }
    let inner = |holder: &str| {
        let rest = bare.strip_prefix(holder)?;
        rest.strip_prefix('/').or(rest.strip_prefix('.'))
    };
    // First the fields of the page, then the retired ones.
    let field = |number: usize| match number.checked_sub(document.count()) {
        None => {
            let id = document.field_at(number);
            (id.object(), id.name())
        }
        Some(number) => (None, v1::RETIRED[number].name),
    };
    let count = document.count() + v1::RETIRED.len();
    for number in 0..count {
        let (holder, field) = field(number);
        if field == bare || holder.is_some_and(|holder| inner(holder) == Some(field)) {
            return Ok(field);
        }
    }
    let near = nearest(name, count, &|number| field(number).1);
    Err(near.first().map(|number| field(number).1))
}

/// Moves the fields of a v1 body and records the changes.
struct Mover<'o, 't> {
    source: &'static Document,
    /// The v3 document that the body becomes.
    target: &'static Document,
    allowed: &'o [&'static str],
    /// The fields of the v3 body in their order.
    written: Vec<Written<'t>>,
    changes: Vec<Change>,
}

impl<'t> Mover<'_, 't> {
    fn run(&mut self, root: Value<'_, 't>) {
        for added in v1::ADDED {
            self.add(added.to, added.value, added.reason);
        }
        let table = self.source.root;
        // The mappings whose field is present, as a bit set.
        let mut seen = 0_u64;
        for Member { key, value } in root.members() {
            let name = key.text();
            let Some(top) = table.index(&name) else {
                if let Some(retired) = v1::RETIRED.iter().find(|retired| retired.name == name) {
                    self.lose(format!("/{}", retired.name), retired.name, retired.loss, root);
                }
                continue;
            };
            match table.fields[top].ty {
                Type::Object(object) => {
                    for Member { key, value } in value.members() {
                        if let Some(inner) = object.index(&key.text()) {
                            seen |= self.follow(self.source.field(top, Some(inner)), value, root);
                        }
                    }
                }
                _ => seen |= self.follow(self.source.field(top, None), value, root),
            }
        }
        for (row, mapping) in v1::MAPPINGS.iter().enumerate() {
            if let FieldMapping::Move {
                to,
                absent: Some((value, reason)),
            } = mapping.to
                && seen & (1 << row) == 0
                // An update may have no bucket, and then no options of one.
                && self.in_target(to).is_some_and(|to| self.written.iter().any(|(field, _)| field.top() == to.top()))
            {
                self.add(to, value, reason);
            }
        }
    }

    /// Applies the mapping of a field. Returns the bit of the mapping, or 0 if there is none.
    fn follow(&mut self, from: FieldRef, value: Value<'_, 't>, root: Value<'_, 't>) -> u64 {
        let pointer = from.pointer();
        let row = v1::MAPPINGS
            .iter()
            .position(|mapping: &Mapping| mapping.from.pointer() == pointer);
        let Some(row) = row else {
            // What only an update has is the same in v3.
            if let Some(to) = self.target.field_ref(&pointer) {
                self.moves(from, to, value);
            }
            return 0;
        };
        let name = from.name();
        match v1::MAPPINGS[row].to {
            FieldMapping::Move { to, .. } => {
                if let Some(to) = self.in_target(to) {
                    self.moves(from, to, value);
                }
            }
            FieldMapping::Drop { usual, reason } => {
                if !equals_scalar(value, usual) {
                    let params: [(P, Param); 3] = [
                        (P::Name, name.into()),
                        (P::Shown, shown(&value.text()).into_owned().into()),
                        (P::Advice, reason.into()),
                    ];
                    let message = M::IsDroppedWithValue;
                    let from = Some(from.pointer());
                    self.change(ChangeKind::Dropped, from, None, Severity::Warning, message, params);
                }
            }
            FieldMapping::Lose(loss) => match self.target.field_ref(&pointer) {
                // Another provider's v3 may have it.
                Some(to) => self.moves(from, to, value),
                None => self.lose(from.pointer(), name, loss, root),
            },
        }
        1 << row
    }

    /// The field of the target that a field of a v3 create is there.
    fn in_target(&self, to: FieldRef) -> Option<FieldRef> {
        self.target.field_ref(&to.pointer())
    }

    fn moves(&mut self, from: FieldRef, to: FieldRef, value: Value<'_, 't>) {
        self.written.push((to, Cow::Borrowed(value.raw())));
        let params: [(P, Param); 3] = [
            (P::Name, from.name().into()),
            (P::Start, place(from)),
            (P::What, place(to)),
        ];
        self.change(
            ChangeKind::Moved,
            Some(from.pointer()),
            Some(to),
            Severity::Info,
            M::Moves,
            params,
        );
    }

    fn add(&mut self, to: FieldRef, value: Scalar, reason: M) {
        let Some(to) = self.in_target(to) else {
            return;
        };
        let text = match value {
            Scalar::Boolean(value) => value.to_string(),
            Scalar::Text(value) => format!("\"{value}\""),
        };
        let params: [(P, Param); 2] = [(P::Value, text.clone().into()), (P::Advice, reason.into())];
        self.written.push((to, Cow::Owned(text)));
        self.change(ChangeKind::Added, None, Some(to), Severity::Info, M::IsAdded, params);
    }

    fn lose(&mut self, from: String, name: &'static str, loss: &Loss, root: Value<'_, 't>) {
        if let Some((field, wanted, otherwise)) = loss.requested_by
            && !value_of(root, field).is_some_and(|value| equals_scalar(value, wanted))
        {
            let params: [(P, Param); 2] = [(P::Name, name.into()), (P::Advice, otherwise.into())];
            return self.change(
                ChangeKind::Dropped,
                Some(from),
                None,
                Severity::Info,
                M::IsDropped,
                params,
            );
        }
        let is_allowed = loss.fields.iter().any(|field| self.allowed.contains(field));
        let severity = if is_allowed { Severity::Warning } else { Severity::Error };
        let params: [(P, Param); 3] = [
            (P::Name, name.into()),
            (P::Advice, loss.reason.into()),
            (P::What, loss.advice.into()),
        ];
        self.change(ChangeKind::Lost, Some(from), None, severity, M::IsLost, params);
    }

    fn change(
        &mut self,
        kind: ChangeKind,
        from: Option<String>,
        to: Option<FieldRef>,
        severity: Severity,
        message: M,
        params: impl Into<Params>,
    ) {
        self.changes.push(Change {
            kind,
            from,
            to: to.map(FieldRef::pointer),
            severity,
            message,
            params: params.into(),
        });
    }
}

/// The object that contains a field, for messages.
fn place(field: FieldRef) -> Param {
    match field.object() {
        Some(object) => format!("`{object}`").into(),
        None => M::TopLevel.into(),
    }
}

/// The value of a field of the v1 body's top level.
fn value_of<'a, 't>(root: Value<'a, 't>, field: FieldRef) -> Option<Value<'a, 't>> {
    let name = field.name();
    root.members()
        .find(|member| member.key.text() == name)
        .map(|member| member.value)
}
