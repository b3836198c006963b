//! Translates a text: what it is, which request it becomes, and whether the result is valid.

use super::allowed::allowed;
use super::answer;
use super::change::{Change, TranslateError};
use super::comments;
use super::layout::{Comments, Style};
use super::mover::Mover;
use super::request;
use super::tracker::{NoTracker, is_empty_list, tracker_of};
use crate::api::{v1, v3, v3_update};
use crate::diagnostics::{Options, Report};
use crate::json::{Syntax, decode};
use crate::lint::check_body;
use crate::model::{Document, DocumentKind, Provider, Rule, Severity, Version};

/// The request of v3 that a text becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TranslateTo {
    /// The one that creates a tracker: `POST /v3/{project_id}/tracker`.
    Create,
    /// The one that changes a tracker: `PUT /v3/{project_id}/tracker`.
    Update,
}

impl TranslateTo {
    /// Both requests.
    pub const ALL: &[Self] = &[Self::Create, Self::Update];

    /// The name by which users choose it, which is the short one of its document: `v3` or `v3-update`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "v3",
            Self::Update => "v3-update",
        }
    }

    /// The request with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|to| to.name() == name)
    }

    const fn document(self) -> &'static Document {
        match self {
            Self::Create => &v3::CREATE_REQUEST,
            Self::Update => &v3_update::UPDATE_REQUEST,
        }
    }
}

/// Options of a translation. By default it is one to the v3 of Open Telekom Cloud, and neither losses nor comments are allowed.
#[derive(Clone, Debug, Default)]
pub struct TranslateOptions<'a> {
    /// Whose v3 the body becomes. Huawei Cloud's has encryption, so that nothing of it is lost.
    pub provider: Provider,
    /// Whether comments are allowed, as in `.jsonc` files. Those of a member go with it to its new place; those of a
    /// dropped one are among the changes.
    pub comments: bool,
    /// The fields whose loss is accepted, such as `kms_id` or `smn`. A field of an object may be given with or
    /// without the object: `lts.log_group_name`, `log_group_name`.
    pub allow_loss: &'a [String],
    /// The request that the body becomes. If `None`, a create becomes a create and an update an update, and an answer is refused.
    pub to: Option<TranslateTo>,
    /// The name of the tracker, where an answer lists several.
    pub name: Option<&'a str>,
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

/// Translates the body of a v1 request, or an answer of either version, to a v3 request, as the provider of the options documents it.
///
/// Every field keeps its value in its new place, or is dropped with a reason. A feature that v3 does not have is lost,
/// and the loss must be allowed by the name of the field. The v3 body is checked before it is returned. Time is linear
/// in the length of the text.
///
/// # Errors
///
/// If the text is neither a valid v1 body nor a valid answer, if a loss was not allowed, or if the options name a field that v1 does
/// not have or a tracker that the answer does not have.
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
    let allowed = allowed(options.allow_loss)?;
    let bytes = text.as_ref();
    let decoded = decode(bytes);
    let tree = decoded.tree(Syntax {
        comments: options.comments,
    });
    let root = tree.root();
    if options.to.is_some() && tree.errors().is_empty() && root.is_some_and(is_empty_list) {
        return Err(TranslateError::NoTracker(NoTracker::Empty));
    }
    let source = must_be_valid(bytes, options)?;
    let Some(root) = root else {
        let report = Box::new(check_body(bytes, &Options::default()));
        return Err(TranslateError::Invalid { report });
    };
    let to = options.to.unwrap_or(match source.is_update() {
        true => TranslateTo::Update,
        false => TranslateTo::Create,
    });
    let target = to.document().of_provider(options.provider);
    let mut mover = Mover::new(target, &allowed);
    let mut style = Style::of(tree.text(), root);
    let mut part = root;
    if source.kind() == DocumentKind::Response {
        let tracker = tracker_of(root, options.name).map_err(TranslateError::NoTracker)?;
        if options.provider == Provider::Otc && answer::is_data_tracker(tracker) {
            return Err(TranslateError::DataTracker);
        }
        style = Style::of(tree.text(), tracker).at_margin();
        part = tracker;
        answer::translate(&mut mover, tracker);
    } else {
        request::translate(&mut mover, source, root);
    }
    let Mover {
        written,
        mut changes,
        needed,
        ..
    } = mover;
    let comments = match options.comments {
        true => comments::place(
            tree.text(),
            part,
            part.range() != root.range(),
            target,
            &written,
            &mut changes,
        ),
        false => Comments::default(),
    };
    if !needed.is_empty() {
        return Err(TranslateError::Refused { changes, needed });
    }
    let body = style.write(target.root, &written, &comments);
    let result = Options {
        document: Some(target),
        comments: options.comments,
        ..Options::default()
    };
    let report = check_body(body.as_bytes(), &result);
    if has_errors(&report) {
        return Err(TranslateError::Unsound {
            report: Box::new(report),
            body,
        });
    }
    Ok(Translation { body, changes })
}

pub(super) fn has_errors(report: &Report) -> bool {
    report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

/// Rejects everything but a v1 body or an answer without errors. Retired members are allowed here.
fn must_be_valid(bytes: &[u8], translation: &TranslateOptions<'_>) -> Result<&'static Document, TranslateError> {
    let mut options = Options {
        comments: translation.comments,
        ..Options::default()
    };
    options.severities.set(Rule::RetiredField, None);
    options.severities.set(Rule::DeprecatedApi, None);
    let mut report = check_body(bytes, &options);
    let reason = report.reason;
    match report.document {
        Some(document) if document.kind() == DocumentKind::Error => {
            return Err(TranslateError::NoRequest { document, reason });
        }
        Some(document) if document.kind() == DocumentKind::Response => {
            if translation.to.is_none() {
                return Err(TranslateError::NoTarget { document, reason });
            }
        }
        Some(document) if document.version() != Some(Version::V1) => return Err(TranslateError::AlreadyV3 { reason }),
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
