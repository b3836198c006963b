//! Translates files of whole requests: method, path and body of those that create or change a tracker with v1.

use super::allowed::allowed;
use super::change::{Change, ChangeKind, TranslateError};
use super::comments;
use super::layout::Style;
use super::mover::Mover;
use super::request;
use super::translation::{TranslateOptions, Translation, has_errors};
use crate::api::{v1, v1_update, v3, v3_update};
use crate::diagnostics::{Options, ParamName as P, Params, Report};
use crate::http::{Address, Body, Part, Request, requests, without_comments};
use crate::json::{Range, Syntax, decode};
use crate::lint::check;
use crate::messages::MessageId as M;
use crate::model::{Document, Provider, Rule, Severity};

/// Translates the requests in a text, such as a file for an editor's REST client, that create or change a tracker with v1. Everything
/// else in it stays byte for byte. A host of Huawei Cloud tells the provider where the options do not name it.
///
/// The `body` of the translation is the whole text. A change without a place in a body is about method and path.
///
/// # Errors
///
/// If no request is one of v1 for trackers, if the requests have errors, or if a loss was not allowed.
///
/// ```
/// use ctslint::{TranslateOptions, translate_requests};
///
/// let text = "PUT /v1.0/{project_id}/tracker/system\n\n{\"status\": \"enabled\"}\n";
/// let translation = translate_requests(text, &TranslateOptions::default())?;
/// assert_eq!(
///     translation.body,
///     "PUT /v3/{project_id}/tracker\n\n{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"status\": \"enabled\"}\n"
/// );
/// # Ok::<(), ctslint::TranslateError>(())
/// ```
pub fn translate_requests(
    text: impl AsRef<[u8]>,
    options: &TranslateOptions<'_>,
) -> Result<Translation, TranslateError> {
    let allowed = allowed(options.allow_loss)?;
    let bytes = text.as_ref();
    let decoded = decode(bytes);
    let text: &str = &decoded.text;
    let requests = requests(text);
    if !requests.iter().any(|request| Target::of(request).is_some()) {
        return Err(TranslateError::NoV1Request);
    }
    let report = checked(text, options.provider);
    if has_errors(&report) {
        return Err(TranslateError::Invalid {
            report: Box::new(report),
        });
    }
    let mut edits: Vec<(Range, String)> = Vec::new();
    let mut changes = Vec::new();
    let mut needed = Vec::new();
    for request in &requests {
        let Some(target) = Target::of(request) else {
            changes.extend(left(request));
            continue;
        };
        edits.push((target.version, "v3".to_owned()));
        edits.extend(target.name.map(|name| (name, String::new())));
        let becomes = [(P::Found, target.was.clone()), (P::New, target.becomes.clone())];
        changes.push(of_request(
            ChangeKind::Moved,
            Severity::Info,
            M::RequestBecomes,
            becomes,
        ));
        let range = match &request.body {
            Body::Here(body) => body.range(),
            Body::Elsewhere(file) => {
                let file = [(P::File, file.text.clone().into_owned())];
                changes.push(of_request(
                    ChangeKind::Dropped,
                    Severity::Warning,
                    M::BodyIsInFile,
                    file,
                ));
                continue;
            }
        };
        let original = range.of(text);
        let plain = without_comments(original);
        let tree = decoded.part(&plain, range.start as usize, Syntax::default());
        let Some(root) = tree.root() else {
            continue;
        };
        let provider = match options.provider {
            Provider::Otc => target.provider.unwrap_or_default(),
            named => named,
        };
        let document = target.document.of_provider(provider);
        let mut mover = Mover::new(document, &allowed);
        request::translate(&mut mover, target.source, root);
        let Mover {
            written,
            changes: mut of_body,
            needed: of_losses,
            ..
        } = mover;
        let comments = comments::place(original, root, false, document, &written, &mut of_body);
        let body = Style::of(&plain, root)
            .with_whole_lines()
            .write(document.root, &written, &comments);
        edits.push((range, body));
        changes.extend(of_body);
        needed.extend(of_losses);
    }
    if !needed.is_empty() {
        needed.sort_unstable();
        needed.dedup();
        return Err(TranslateError::Refused { changes, needed });
    }
    let body = edited(text, &edits);
    let report = checked(&body, options.provider);
    if has_errors(&report) {
        return Err(TranslateError::Unsound {
            report: Box::new(report),
            body,
        });
    }
    Ok(Translation { body, changes })
}

fn checked(text: &str, provider: Provider) -> Report {
    let mut options = Options {
        requests: true,
        // The host may tell it.
        provider: (provider != Provider::default()).then_some(provider),
        ..Options::default()
    };
    options.severities.set(Rule::RetiredField, None);
    options.severities.set(Rule::DeprecatedApi, None);
    check(text, &options)
}

/// The text after the edits, which are sorted and do not overlap.
fn edited(text: &str, edits: &[(Range, String)]) -> String {
    let mut result = String::with_capacity(2 * text.len());
    let mut at = 0;
    for (range, new) in edits {
        result.push_str(text.get(at..range.start as usize).unwrap_or_default());
        result.push_str(new);
        at = range.end as usize;
    }
    result.push_str(text.get(at..).unwrap_or_default());
    result
}

/// A change of a request beyond its body.
fn of_request<const COUNT: usize>(
    kind: ChangeKind,
    severity: Severity,
    message: M,
    params: [(P, String); COUNT],
) -> Change {
    Change {
        kind,
        from: None,
        to: None,
        severity,
        message,
        params: Params::from(params),
    }
}

/// A request that creates or changes a tracker with v1, and what becomes of it.
struct Target {
    source: &'static Document,
    document: &'static Document,
    /// Whose API the host is.
    provider: Option<Provider>,
    /// The version in the path.
    version: Range,
    /// The name of the tracker in the path, with the slash before it.
    name: Option<Range>,
    /// Method and path before and after.
    was: String,
    becomes: String,
}

impl Target {
    /// `None` if it is another request, or if its parts can't be edited.
    fn of(request: &Request<'_>) -> Option<Self> {
        let address = Address::new(&request.target);
        let method = method(request);
        let (version, project, name) = match (&*method, &address.steps[..]) {
            ("POST", [.., version, project, last]) if last.text == "tracker" => (version, project, None),
            ("PUT", [.., version, project, last, name]) if last.text == "tracker" => (version, project, Some(name)),
            _ => return None,
        };
        if version.text != VERSION || request.is_command {
            return None;
        }
        let (source, document) = match name {
            Some(_) => (&v1_update::UPDATE_REQUEST, &v3_update::UPDATE_REQUEST),
            None => (&v1::CREATE_REQUEST, &v3::CREATE_REQUEST),
        };
        let path = |version: &str| format!("{method} /{version}/{}/tracker", project.text);
        let place = match name {
            Some(name) => Some(name.editable?),
            None => None,
        };
        Some(Self {
            source,
            document,
            provider: address.host.and_then(Provider::with_host),
            version: version.editable?,
            name: place.map(|range| Range {
                start: range.start - 1,
                end: range.end,
            }),
            was: name.map_or_else(|| path(VERSION), |name| format!("{}/{}", path(VERSION), name.text)),
            becomes: path("v3"),
        })
    }
}

fn method(request: &Request<'_>) -> String {
    let method = request.method.as_ref().map_or("GET", |(method, _)| method);
    method.to_ascii_uppercase()
}

/// The version in the paths of v1.
const VERSION: &str = "v1.0";

/// Says of another request for trackers with v1 that it stays.
fn left(request: &Request<'_>) -> Option<Change> {
    let address = Address::new(&request.target);
    let is_one = |steps: &[Part<'_>]| matches!(steps, [version, _, last, ..] if version.text == VERSION && last.text == "tracker");
    let at = (0..address.steps.len()).find(|&at| address.steps.get(at..).is_some_and(is_one))?;
    let steps = address.steps.iter().skip(at);
    let path: String = steps.flat_map(|step| ["/", step.text]).collect();
    let method = method(request);
    let message = match &*method {
        _ if request.is_command => M::CommandIsLeft,
        "POST" | "PUT" => M::AddressIsLeft,
        _ => M::RequestIsLeft,
    };
    let found = [(P::Found, format!("{method} {path}"))];
    Some(of_request(ChangeKind::Dropped, Severity::Warning, message, found))
}
