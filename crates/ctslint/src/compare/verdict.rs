//! Decides what becomes of each setting.

use super::difference::{CompareError, Comparison, Difference, DifferenceKind};
use super::settings::place_in_v3;
use super::settings::{Setting, of_answer, of_request};
use crate::api::answers::{DATA_ONLY, SYSTEM_ONLY};
use crate::api::{huawei_v3_update, v1_update, v3_update};
use crate::diagnostics::{Options, Param, ParamName as P, Params, Report};
use crate::json::{Syntax, decode};
use crate::lint::check_body;
use crate::messages::MessageId as M;
use crate::model::{Document, DocumentKind, Provider, Rule, Scalar, Severity, Type, Version};
use crate::translate::{NoTracker, is_empty_list, name_of, tracker_of};

/// How a request and an answer are compared. By default both are of Open Telekom Cloud, without comments.
#[derive(Clone, Debug, Default)]
pub struct CompareOptions<'a> {
    /// What the request is. If `None`, it is taken for an update, because the answer says that the tracker is there.
    pub request: Option<&'static Document>,
    /// Whose v3 the request means.
    pub provider: Provider,
    /// Whether comments are allowed in both texts, as in `.jsonc` files.
    pub comments: bool,
    /// The name of the tracker, where the answer lists several; if `None`, the request's `tracker_name` tells.
    pub name: Option<&'a str>,
}

/// What a request would change of the tracker that a saved answer is about.
///
/// The update of Open Telekom Cloud's v3 replaces the whole configuration: what it leaves out is reset
/// (terraform-provider-opentelekomcloud, issue 3505). Whether others keep it is not documented, and they are told apart.
///
/// # Errors
///
/// If one of the texts is not what it must be, or has errors, or if the answer does not have the tracker.
///
/// ```
/// use ctslint::{CompareOptions, DifferenceKind, compare};
///
/// let request = r#"{"tracker_type": "system", "tracker_name": "system", "status": "enabled",
///     "obs_info": {"bucket_name": "new-bucket", "is_obs_created": false}}"#;
/// let answer = r#"{"id": "1", "create_time": 1, "tracker_name": "system", "status": "enabled",
///     "obs_info": {"bucket_name": "old-bucket"}, "is_support_validate": true}"#;
/// let comparison = compare(request, answer, &CompareOptions::default())?;
/// let changes: Vec<_> = comparison.differences.iter().filter(|it| it.kind.is_change()).collect();
/// assert_eq!((&*changes[0].path, changes[0].kind), ("/obs_info/bucket_name", DifferenceKind::Changed));
/// assert_eq!((&*changes[1].path, changes[1].kind), ("/is_support_validate", DifferenceKind::Reset));
/// # Ok::<(), ctslint::CompareError>(())
/// ```
pub fn compare(
    request: impl AsRef<[u8]>,
    answer: impl AsRef<[u8]>,
    options: &CompareOptions<'_>,
) -> Result<Comparison, CompareError> {
    let (request, answer) = (decode(request.as_ref()), decode(answer.as_ref()));
    let syntax = Syntax {
        comments: options.comments,
    };
    let (request_tree, answer_tree) = (request.tree(syntax), answer.tree(syntax));
    let report = checked_request(&request.text, options);
    let request_document = match report.document {
        Some(document) if document.kind() != DocumentKind::Request => {
            let reason = report.reason;
            return Err(CompareError::NoRequest { document, reason });
        }
        Some(document) if !has_errors(&report) => document,
        _ => {
            let report = Box::new(report);
            return Err(CompareError::InvalidRequest { report });
        }
    };
    if answer_tree.errors().is_empty() && answer_tree.root().is_some_and(is_empty_list) {
        return Err(CompareError::NoTracker(NoTracker::Empty));
    }
    let report = checked(&answer.text, None, options);
    let answer_document = match report.document {
        Some(document) if document.kind() != DocumentKind::Response => {
            let reason = report.reason;
            return Err(CompareError::NoAnswer { document, reason });
        }
        Some(document) if !has_errors(&report) => document,
        _ => {
            let report = Box::new(report);
            return Err(CompareError::InvalidAnswer { report });
        }
    };
    let (Some(request), Some(answer)) = (request_tree.root(), answer_tree.root()) else {
        let report = Box::new(report);
        return Err(CompareError::InvalidAnswer { report });
    };
    let wanted = name_of(request);
    // Of a list, the tracker of the request is meant; a single answer is about one tracker.
    let tracker = match (options.name, tracker_of(answer, None)) {
        (None, Ok(tracker)) => tracker,
        (name, _) => tracker_of(answer, name.or(Some(&wanted))).map_err(CompareError::NoTracker)?,
    };
    let name = name_of(tracker);
    if name != wanted {
        return Err(CompareError::OtherTracker {
            request: wanted,
            answer: name,
        });
    }
    Ok(Comparison {
        request: request_document,
        answer: answer_document,
        tracker: name,
        differences: differences(request_document, &of_request(request), &of_answer(tracker)),
    })
}

/// Checks the request as what it was named, or as an update of the version that it has.
fn checked_request(text: &str, options: &CompareOptions<'_>) -> Report {
    let report = checked(text, options.request, options);
    let update = match report.document {
        Some(document) if options.request.is_none() && document.kind() == DocumentKind::Request => {
            Some(match document.version() {
                Some(Version::V1) => &v1_update::UPDATE_REQUEST,
                _ => v3_update::UPDATE_REQUEST.of_provider(options.provider),
            })
        }
        _ => None,
    };
    match update {
        Some(update) if report.document != Some(update) => checked(text, Some(update), options),
        _ => report,
    }
}

fn checked(text: &str, document: Option<&'static Document>, options: &CompareOptions<'_>) -> Report {
    let mut check = Options {
        document,
        provider: Some(options.provider),
        comments: options.comments,
        ..Options::default()
    };
    // Older v1 bodies have it, and it is no part of the tracker.
    check.severities.set(Rule::RetiredField, None);
    check_body(text, &check)
}

fn has_errors(report: &Report) -> bool {
    let mut findings = report.findings.iter();
    findings.any(|finding| finding.severity == Severity::Error)
}

/// What a request does not leave out by not having it: a v1 body names no tracker, a create sets no status, and how a bucket came
/// about is no setting.
const NOT_LEFT_OUT: &[&str] = &["/tracker_type", "/tracker_name", "/status", "/obs_info/is_obs_created"];

/// What becomes of each setting: of those that the request has or can have, in the order of its page, then of others.
fn differences(document: &'static Document, request: &[Setting], answer: &[Setting]) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    let is_data = |setting: &Setting| setting.place == "/tracker_type" && setting.value == "\"data\"";
    let of_other_type = if answer.iter().any(is_data) {
        SYSTEM_ONLY
    } else {
        DATA_ONLY
    };
    for field in document.fields() {
        if matches!(field.row().field.ty, Type::Object(_)) {
            continue;
        }
        let path = field.pointer();
        let place = place_in_v3(&path);
        let new = request.iter().find(|setting| setting.path == path);
        let old = answer.iter().find(|setting| setting.place == place);
        let (new, old) = (new.map(|it| &*it.value), old.map(|it| &*it.value));
        // Requests about this type of trackers cannot have it.
        let is_told_only = new.is_none() && of_other_type.contains(&&*place);
        if let Some((kind, message)) = verdict(document, &place, new, old).filter(|_| !is_told_only) {
            found.push(difference(kind, message, path, field.name(), new, old));
        }
        seen.push(place);
    }
    // What this request cannot have, but the tracker has.
    for Setting { place, path, value } in answer {
        let is_setting = huawei_v3_update::UPDATE_REQUEST.field_ref(place).is_some();
        let is_told_only = of_other_type.contains(&&**place) || NOT_LEFT_OUT.contains(&&**place);
        if is_setting && !is_told_only && !seen.contains(place) && !is_default(place, value) {
            let name = path.rsplit('/').next().unwrap_or_default().to_owned();
            let (kind, message) = (DifferenceKind::Open, M::CompareIsOpen);
            found.push(difference(kind, message, path.clone(), name, None, Some(value)));
        }
    }
    found
}

fn difference(
    kind: DifferenceKind,
    message: M,
    path: String,
    name: impl Into<Param>,
    new: Option<&str>,
    old: Option<&str>,
) -> Difference {
    let mut params = Params::from([(P::Name, name.into())]);
    for (name, value) in [(P::New, new), (P::Found, old.or(new))] {
        if let Some(value) = value {
            params.push(name, value.to_owned().into());
        }
    }
    Difference {
        kind,
        path,
        old: old.map(str::to_owned),
        new: new.map(str::to_owned),
        message,
        params,
    }
}

/// Whether a tracker is like this without being asked for it.
fn is_default(place: &str, value: &str) -> bool {
    let default = huawei_v3_update::UPDATE_REQUEST
        .field_ref(place)
        .and_then(|field| field.row().field.default);
    match default {
        Some(Scalar::Text(text)) => value.trim_matches('"') == text,
        Some(Scalar::Boolean(is)) => value == if is { "true" } else { "false" },
        None => matches!(value, "false" | "\"\"" | "[]" | "0") || (place == "/status" && value == "\"enabled\""),
    }
}

/// What becomes of a setting; `None` if neither text has it, or if it is none.
fn verdict(document: &Document, place: &str, new: Option<&str>, old: Option<&str>) -> Option<(DifferenceKind, M)> {
    use DifferenceKind::{Changed, Open, Reset, Set, Unchanged};
    // In a request it asks for a bucket; in an answer it tells how the bucket came about.
    if place == "/obs_info/is_obs_created" {
        return (new? == "true").then_some((Set, M::CompareAsksForBucket));
    }
    let is_default = |value: &str| is_default(place, value);
    Some(match (new, old) {
        (None, None) => return None,
        (Some(new), Some(old)) if new == old => (Unchanged, M::CompareStays),
        (Some(_), Some(_)) => (Changed, M::CompareChanges),
        (Some(new), None) if is_default(new) => (Unchanged, M::CompareStays),
        // Answers of v1 do not tell the type.
        (Some(_), None) if matches!(place, "/tracker_type" | "/tracker_name") => (Unchanged, M::CompareStays),
        (Some(_), None) => (Set, M::CompareSet),
        // A body of v1 has neither, and the path of the request names the tracker.
        (None, Some(_)) if matches!(place, "/tracker_type" | "/tracker_name") => return None,
        (None, Some(old)) if is_default(old) => (Unchanged, M::CompareIsDefault),
        (None, Some(_)) if !document.is_update() => (Reset, M::CompareIsNotTaken),
        // That the whole configuration is replaced is known of the update of Open Telekom Cloud's v3, but not of the status.
        (None, Some(_)) if document.provider() == Some(Provider::Otc) && place != "/status" => {
            (Reset, M::CompareIsReset)
        }
        (None, Some(_)) => (Open, M::CompareIsOpen),
    })
}
