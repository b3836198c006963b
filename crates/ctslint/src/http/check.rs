//! Checks whole requests: method and path determine the document, and can be wrong themselves.
//!
//! If path and body disagree on the version, the body is checked as its own version and one finding reports the
//! mismatch. Checked as the version of the path, every field would be a finding.

use std::borrow::Cow;

use super::parse::{Address, Body, requests, without_comments};
use crate::api::endpoint::{ENDPOINTS, Endpoint};
use crate::api::formats::PROJECT_ID;
use crate::check::{
    Path, Problem, Reporter, Values, Violation, check_body, detect_value, has_variable, identify, is_ambiguous, opener,
};
use crate::diagnostics::{
    Detection, DetectionReason, FieldNames, Finding, Fix, Options, Param, ParamName as P, Report, Safety,
    locate_findings, sort, span_of,
};
use crate::fix::edit;
use crate::json::{Kind, MAX_ERRORS, Range, Syntax, Tree, Value, decode};
use crate::messages::MessageId as M;
use crate::model::{Document, DocumentKind, Provider, Rule, Version};
use crate::text::{nearest, shown};

/// Path segments of other resources of CTS. Requests to these are not checked.
const OTHER_RESOURCES: &[&str] = &[
    "cts-tracker",
    "notifications",
    "operations",
    "quotas",
    "resources",
    "tags",
    "trace",
    "traces",
    "user-resources",
];

/// A placeholder for parts that are not in the text.
const NOWHERE: Range = Range { start: 0, end: 0 };

/// Checks a request: its method, its path and its body.
///
/// `path` may be a whole URL. Method and path determine the document, unless the options name one. Findings on method
/// and path have neither spans nor fixes; those on the body are the same as from [`check`](crate::check()). If the
/// endpoint takes a body that is not a known document, only its syntax is checked. `body` may be empty, as for a `GET`.
///
/// ```
/// use ctslint::{Language, Options, check_request};
///
/// let body = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
/// let report = check_request("POST", "/v1.0/{project_id}/tracker", body, &Options::default());
/// assert_eq!(report.findings[0].message(Language::En), "the body is one of v3, but the path is one of v1");
/// ```
#[must_use]
pub fn check_request(method: &str, path: &str, body: impl AsRef<[u8]>, options: &Options) -> Report {
    let bytes = body.as_ref();
    let decoded = decode(bytes);
    let tree = decoded.tree(Syntax {
        comments: options.comments,
    });
    let head = Head {
        method: Some((method, NOWHERE)),
        address: Address::new(path, &[Range::new(0, path.len())]),
        line: NOWHERE,
        content_type: None,
        is_cts: true,
    };
    let mut checker = RequestChecker {
        options,
        template: false,
        fixable: matches!(decoded.text, Cow::Borrowed(_)),
        provider: options.provider_of(None),
        findings: Vec::new(),
    };
    let content = if bytes.iter().all(u8::is_ascii_whitespace) {
        Content::Empty
    } else {
        Content::Here
    };
    let detection = checker.request(&head, content, &tree, 0).unwrap_or(Detection::UNKNOWN);
    let mut findings = checker.findings;
    sort(&mut findings);
    locate_findings(tree.text(), decoded.encoding, &mut findings);
    for finding in findings.iter_mut().filter(|finding| is_on_head(finding.rule)) {
        finding.span = None;
        finding.fix = None;
    }
    Report::new(detection, findings)
}

/// Replaces the findings that are too many for a list by one that counts them.
fn count_beyond_limit(findings: &mut Vec<Finding>) {
    let rest = findings.split_off(findings.len().min(MAX_ERRORS));
    let Some(first) = rest.first() else { return };
    let count: usize = rest.iter().map(|finding| finding.unlisted().max(1)).sum();
    let message = if count == 1 { M::OneNotListed } else { M::NotListed };
    let mut finding = Finding::new(first.rule, first.severity, message);
    finding.help(M::MendOthers).with(P::Count, count);
    finding.span = first.span;
    findings.push(finding);
}

/// Checks the requests of a file, then passes the report and the values of their bodies to `then`.
pub(crate) fn check_http_with<R>(
    bytes: &[u8],
    options: &Options,
    then: impl FnOnce(&mut Report, &Values<'_>) -> R,
) -> (Report, R) {
    let decoded = decode(bytes);
    let text: &str = &decoded.text;
    let mut checker = RequestChecker {
        options,
        template: true,
        fixable: matches!(decoded.text, Cow::Borrowed(_)),
        provider: options.provider_of(None),
        findings: Vec::new(),
    };
    let mut seen: Option<Detection> = None;
    let requests = requests(text);
    let places = requests.iter().map(|request| match request.body {
        Body::Here(range) => range,
        Body::Elsewhere(file) => Range {
            start: file.start,
            end: file.start,
        },
    });
    let bodies: Vec<(Cow<'_, str>, u32)> = places
        .map(|place| (without_comments(place.of(text)), place.start))
        .collect();
    let read = bodies.iter().map(|(body, start)| {
        let mut tree = decoded.part(body, *start as usize, Syntax::default());
        tree.accept_placeholders();
        tree
    });
    let trees: Vec<Tree<'_>> = read.collect();
    let mut documents = Vec::with_capacity(requests.len());
    for ((request, tree), (_, start)) in requests.iter().zip(&trees).zip(&bodies) {
        let head = Head::new(text, request.method, &request.target, request.content_type);
        let content = match request.body {
            Body::Here(range) if range.start == range.end => Content::Empty,
            Body::Here(_) => Content::Here,
            Body::Elsewhere(file) => Content::Elsewhere(file.of(text), file),
        };
        let found = checker.request(&head, content, tree, *start);
        documents.push(found.and_then(|found| found.document));
        seen = match (seen, found) {
            (None, found) => found,
            (seen, None) => seen,
            (Some(seen), Some(found)) if seen.document == found.document => Some(seen),
            _ => Some(Detection::new(None, DetectionReason::Several, FieldNames::NONE)),
        };
    }
    if seen.is_none() {
        let line = requests
            .first()
            .and_then(|request| request.method.or(request.target.first().copied()));
        let mut finding = new(Rule::UnknownEndpoint, M::NoTrackerRequest);
        finding.help(M::WriteMethodAndPath).with(P::What, creators());
        checker.push(finding, line.unwrap_or(NOWHERE));
    }
    let mut findings = checker.findings;
    sort(&mut findings);
    count_beyond_limit(&mut findings);
    locate_findings(text, decoded.encoding, &mut findings);
    let detection = seen.unwrap_or(Detection::UNKNOWN);
    let mut report = Report::new(detection, findings);
    let starts = bodies.iter().map(|(_, start)| *start);
    let bodies = trees.iter().zip(starts).zip(documents);
    let bodies = bodies
        .filter(|((tree, _), _)| !tree.text().is_empty())
        .map(|((tree, start), document)| (tree, start, document));
    let result = then(&mut report, &Values::of_bodies(text, decoded.encoding, bodies));
    (report, result)
}

/// Whether a path segment is a variable that is filled in later.
fn is_variable(step: &str) -> bool {
    has_variable(step) || step.starts_with(['$', ':', '<'])
}

/// Whether a rule is about method, path and headers.
const fn is_on_head(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::MismatchedApiVersion
            | Rule::UnknownEndpoint
            | Rule::UncheckedBody
            | Rule::UnusualContentType
            | Rule::UnusualProjectId
    )
}

/// The part of a request before the body.
struct Head<'t> {
    /// The method as written; a request without one is a `GET`.
    method: Option<(&'t str, Range)>,
    address: Address<'t>,
    /// The first line, up to the end of the address.
    line: Range,
    content_type: Option<(&'t str, Range)>,
    /// Whether the request is known to be one of CTS, whatever its address is.
    is_cts: bool,
}

impl<'t> Head<'t> {
    fn new(text: &'t str, method: Option<Range>, target: &[Range], content_type: Option<Range>) -> Self {
        let first = method.or(target.first().copied()).unwrap_or(NOWHERE);
        Self {
            method: method.map(|range| (range.of(text), range)),
            address: Address::new(text, target),
            line: Range {
                start: first.start,
                end: target.first().map_or(first.end, |target| target.end),
            },
            content_type: content_type.map(|range| (range.of(text), range)),
            is_cts: false,
        }
    }

    fn method(&self) -> Cow<'t, str> {
        match self.method {
            Some((method, _)) if method.bytes().all(|byte| byte.is_ascii_uppercase()) => method.into(),
            Some((method, _)) => method.to_ascii_uppercase().into(),
            None => "GET".into(),
        }
    }

    /// The last segments of the path, as many as the endpoint has; `None` if there are fewer.
    fn steps(&self, endpoint: &Endpoint) -> Option<&[(&'t str, Range)]> {
        let start = self.address.steps.len().checked_sub(endpoint.steps().count())?;
        self.address.steps.get(start..)
    }

    /// Whether the path matches an endpoint: at least one segment is equal, and the others are equal or variables.
    fn is_at(&self, endpoint: &Endpoint) -> bool {
        let Some(steps) = self.steps(endpoint) else {
            return false;
        };
        let mut has_equal = false;
        steps.iter().zip(endpoint.steps()).all(|((here, _), wanted)| {
            has_equal |= *here == wanted;
            wanted.starts_with('{') || *here == wanted || is_variable(here)
        }) && has_equal
    }

    /// Whether the path resembles that of an endpoint.
    fn resembles(&self, endpoint: &Endpoint) -> bool {
        self.steps(endpoint).is_some_and(|steps| {
            steps
                .iter()
                .zip(endpoint.steps())
                .all(|((here, _), wanted)| wanted.starts_with('{') || is_variable(here) || is_like(here, wanted))
        })
    }

    /// Whether the address consists of variables only.
    fn is_open(&self) -> bool {
        let is_open = self.address.host.is_none_or(is_variable);
        is_open && self.address.steps.iter().all(|(step, _)| is_variable(step))
    }

    /// Whether the address is clearly intended for trackers of CTS.
    fn is_for_trackers(&self) -> bool {
        let any = |test: fn(&str) -> bool| self.address.steps.iter().any(|(step, _)| test(step));
        if any(|step| OTHER_RESOURCES.contains(&step)) {
            return false;
        }
        let host = self.address.host;
        let is_cts_host =
            host.is_some_and(|host| host.split(['.', '-']).any(|label| label.eq_ignore_ascii_case("cts")));
        let open = host.is_none_or(is_variable);
        any(|step| is_like(step, "tracker") || is_like(step, "trackers")) && (is_cts_host || open || any(is_version))
    }

    /// Method and path for messages, with the project ID replaced.
    fn shown(&self) -> String {
        let steps = self.address.steps.iter().map(|(step, _)| {
            let is_id = step.len() == 32 && (PROJECT_ID.check)(step).is_none();
            if is_id { "{project_id}" } else { step }
        });
        steps.fold(self.method().into_owned() + " ", |shown, step| shown + "/" + step)
    }
}

/// Whether a path segment is a version: `v3`, `v1.0`.
fn is_version(step: &str) -> bool {
    step.strip_prefix(['v', 'V']).is_some_and(|number| {
        number.starts_with(|first: char| first.is_ascii_digit())
            && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// Whether a path segment is a misspelling of another.
fn is_like(step: &str, wanted: &'static str) -> bool {
    let major = |step: &str| step.split('.').next().map(str::to_ascii_lowercase);
    if is_version(wanted) {
        return is_version(step) && major(step) == major(wanted);
    }
    nearest(step, 1, &|_| wanted).count > 0
}

/// The body of a request.
#[derive(Clone, Copy)]
enum Content<'t> {
    /// There is no body.
    Empty,
    /// It is the parsed text.
    Here,
    /// It is in a file: the name, and its range in the text.
    Elsewhere(&'t str, Range),
}

/// Checks requests.
struct RequestChecker<'o> {
    options: &'o Options,
    /// Whether the bodies may contain variables that are filled in before sending.
    template: bool,
    fixable: bool,
    /// Whose v3 the request means that is being checked.
    provider: Provider,
    findings: Vec<Finding>,
}

impl RequestChecker<'_> {
    /// Checks a request whose body starts at byte `start`. Returns the detection, or `None` if it is not a request of
    /// CTS.
    fn request(&mut self, head: &Head<'_>, content: Content<'_>, tree: &Tree<'_>, start: u32) -> Option<Detection> {
        let body = matches!(content, Content::Here).then_some(tree);
        self.provider = self
            .options
            .provider_of(head.address.host.and_then(Provider::with_host));
        let at_path = ENDPOINTS.iter().filter(|endpoint| head.is_at(endpoint));
        let method = head.method();
        let endpoints: Vec<_> = at_path.filter(|endpoint| endpoint.method() == method).collect();
        let detection = match endpoints[..] {
            [] if head.is_cts || head.is_for_trackers() => {
                self.unknown_endpoint(head, body.is_some());
                let detection = self.named(body.map(detect).unwrap_or(Detection::UNKNOWN));
                self.body(tree, start, detection, &[]);
                // The address is a reason even if the body is not.
                match detection.reason.is_foreign() {
                    true => Detection::new(None, DetectionReason::Addressed, FieldNames::NONE),
                    false => detection,
                }
            }
            [] if head.is_open() && body.is_some() => {
                let detection = detect(tree);
                detection.document?;
                let detection = self.named(detection);
                self.body(tree, start, detection, &[]);
                detection
            }
            [] => return None,
            [first, ..] => {
                self.project_id(head, first);
                let documents: Vec<_> = endpoints.iter().filter_map(|endpoint| endpoint.document).collect();
                match (&documents[..], content) {
                    ([], Content::Here) => {
                        let mut finding = new(Rule::UncheckedBody, M::HasNoBody);
                        finding.help(M::RemoveIt).with(P::Name, first.name);
                        self.push(finding, head.line);
                        self.body(tree, start, Detection::UNKNOWN, &[first]);
                        sent(first, None)
                    }
                    ([], _) => sent(first, None),
                    ([document, ..], Content::Elsewhere(file, range)) => {
                        let mut finding = new(Rule::UncheckedBody, M::BodyInFile);
                        let document = document.of_provider(self.provider);
                        finding
                            .help(M::CheckFileAs)
                            .with(P::Shown, shown(file).into_owned())
                            .with(P::Name, document.short_name().unwrap_or(document.name()))
                            .with(P::File, file.to_owned());
                        self.push(finding, range);
                        sent(first, Some(document))
                    }
                    ([document], _) => {
                        let detection = self.detect_at(head, first, document, tree, start);
                        self.body(tree, start, detection, &[first]);
                        detection
                    }
                    _ => {
                        let detection = self.named(detect(tree));
                        self.body(tree, start, detection, &endpoints);
                        detection
                    }
                }
            }
        };
        if !matches!(content, Content::Empty) {
            self.content_type(head);
        }
        Some(detection.for_provider(self.provider))
    }

    /// The document that the caller named, or else `detection`.
    fn named(&self, detection: Detection) -> Detection {
        match self.options.document {
            Some(document) => Detection::named(document),
            None => detection,
        }
    }

    /// Detects the body of a request to `endpoint`, which takes `document`. Reports a body of another version.
    fn detect_at(
        &mut self,
        head: &Head<'_>,
        endpoint: &'static Endpoint,
        document: &'static Document,
        tree: &Tree<'_>,
        start: u32,
    ) -> Detection {
        let found = match (self.options.document, tree.root()) {
            (Some(_), _) => self.named(Detection::UNKNOWN),
            (None, Some(root)) if is_of_other_version(document, root) => detect_value(root),
            _ => return sent(endpoint, Some(document)),
        };
        let Some(other) = found.document.filter(|found| found.version() != document.version()) else {
            return found;
        };
        let (Some(here), Some(there)) = (document.version(), other.version()) else {
            return found;
        };
        let step = head
            .steps(endpoint)
            .and_then(|steps| steps.first())
            .map(|(_, range)| *range);
        let evidence = match (found.reason, tree.root()) {
            (DetectionReason::Has(name) | DetectionReason::HasBoth(name, _), Some(root)) => {
                root.members().find(|member| member.key.text() == name)
            }
            _ => None,
        };
        let mut finding = new(Rule::MismatchedApiVersion, M::BodyOfOtherVersion);
        finding
            .label(M::PathOfVersion)
            .with(P::Path, here.name())
            .with(P::Body, there.name());
        if let Some(member) = evidence {
            finding.see(M::FieldOfVersionAlone, [span_of(shifted(member.key.range(), start))]);
        }
        match there {
            Version::V3 => {
                finding.help(M::SendAs).with(P::What, creators_of(Version::V3));
                finding.fix = step
                    .map(|step| replace(step, "v3", M::WriteV3, Safety::Unsafe))
                    .filter(|_| self.fixable);
            }
            Version::V1 => {
                finding.note(M::V1BeingRetired).help(M::TranslateBody);
            }
        }
        finding.source = Some(endpoint.source());
        self.push(finding, step.unwrap_or(head.line));
        found
    }

    /// Checks the body and its syntax. `endpoints` are the endpoints that the path may match.
    fn body(&mut self, tree: &Tree<'_>, start: u32, detection: Detection, endpoints: &[&Endpoint]) {
        let detection = detection.for_provider(self.provider);
        let found = match (detection.document, tree.root()) {
            (Some(document), Some(root)) => {
                let is_from_content = matches!(
                    detection.reason,
                    DetectionReason::Has(_) | DetectionReason::HasBoth(..) | DetectionReason::Resembles(_)
                );
                let detected = is_from_content.then(|| identify(root));
                let mut found = check_body(document, root, self.options, self.template, detected);
                // A v1 body sent to a v3 path already has a finding for the mismatch.
                if endpoints
                    .iter()
                    .any(|endpoint| Some(endpoint.version) != document.version())
                {
                    found.retain(|found| !matches!(found.problem, Problem::Deprecated { .. }));
                }
                found
            }
            (None, Some(root)) if endpoints.len() > 1 && root.kind() != Kind::Unknown => vec![Violation {
                problem: Problem::UnknownApi {
                    root,
                    reason: detection.reason,
                    bodies: Vec::new(),
                },
                path: Path::Body,
                range: opener(root),
                item: None,
            }],
            _ => Vec::new(),
        };
        let is_sent = detection.document.is_some() || tree.root().is_some();
        if !is_sent || (found.is_empty() && tree.errors().is_empty()) {
            return;
        }
        let reporter = Reporter {
            tree,
            fixable: self.fixable && (detection.document.is_some() || !endpoints.is_empty()) && !is_ambiguous(tree),
            has_positions: true,
            document: detection.document,
            options: self.options,
        };
        let findings = reporter.findings(&found).into_iter();
        self.findings.extend(findings.map(|finding| moved(finding, start)));
    }

    /// Checks the project ID in the path.
    fn project_id(&mut self, head: &Head<'_>, endpoint: &Endpoint) {
        let Some(steps) = head.steps(endpoint) else { return };
        let place = steps
            .iter()
            .zip(endpoint.steps())
            .find(|(_, wanted)| *wanted == "{project_id}");
        let Some(((id, range), _)) = place.filter(|((id, _), _)| !is_variable(id)) else {
            return;
        };
        if let Some(violation) = (PROJECT_ID.check)(id) {
            let (from, to) = violation.bytes;
            let mut finding = new(Rule::UnusualProjectId, M::ProjectIdBreaks);
            finding
                .help(M::CopyProjectId)
                .with(P::Got, (*id).to_owned())
                .with(P::Reason, violation.reason)
                .with(P::What, violation.what);
            finding.source = Some(PROJECT_ID.source);
            let range = Range {
                start: range.start + from as u32,
                end: range.start + to as u32,
            };
            self.push(finding, range);
        }
    }

    /// Reports that the API has no such endpoint.
    fn unknown_endpoint(&mut self, head: &Head<'_>, has_body: bool) {
        let method = head.method();
        let near: Vec<_> = ENDPOINTS
            .iter()
            .filter(|endpoint| endpoint.method() == method && head.resembles(endpoint))
            .collect();
        let methods: Vec<_> = ENDPOINTS.iter().filter(|endpoint| head.is_at(endpoint)).collect();
        let mut finding = new(Rule::UnknownEndpoint, M::NoSuchEndpoint);
        finding
            .with(P::Got, head.shown())
            .with(P::Shown, shown(&head.shown()).into_owned())
            .answered_with(Some("APIGW.0101"));
        if head.method.is_none() {
            finding.note(M::NoMethodIsGet);
        }
        let range = match (&near[..], &methods[..]) {
            ([near], _) if head.method.is_some() => {
                let steps = head.steps(near).unwrap_or_default().iter().zip(near.steps());
                let wrong = steps
                    .filter(|((here, _), wanted)| !wanted.starts_with('{') && here != wanted && !is_variable(here));
                let edits: Vec<_> = wrong.map(|((_, range), wanted)| edit(*range, wanted)).collect();
                let range = edits.first().map(|edit| Range {
                    start: edit.start,
                    end: edit.end,
                });
                finding.help(M::SendAsEndpoint).with(P::Name, near.name);
                finding.fix = self.fixable.then_some(Fix {
                    title: M::SendAsEndpoint,
                    safety: Safety::Unsafe,
                    edits,
                });
                range
            }
            (_, [first, ..]) => {
                let known = methods.iter().map(|endpoint| endpoint.method());
                finding
                    .help(M::PathTakes)
                    .with(P::Name, first.path())
                    .with(P::What, known.collect::<Param>());
                // A request with a body but no method is meant to create.
                let creates = methods.iter().any(|endpoint| endpoint.creates());
                finding.fix = (head.method.is_none() && has_body && creates && self.fixable).then(|| {
                    let start = Range {
                        end: head.line.start,
                        ..head.line
                    };
                    replace(start, "POST ", M::WritePostBefore, Safety::Unsafe)
                });
                head.method.map(|(_, range)| range)
            }
            _ => {
                finding.help(M::CreatedWith).with(P::What, creators());
                None
            }
        };
        self.push(finding, range.unwrap_or(head.line));
    }

    /// Checks the header `Content-Type`.
    fn content_type(&mut self, head: &Head<'_>) {
        let Some((value, range)) = head.content_type.filter(|(value, _)| !is_variable(value)) else {
            return;
        };
        let mut parts = value.split(';').map(str::trim);
        let is_json = parts
            .next()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
        let is_utf8 = parts.all(|parameter| match parameter.split_once('=') {
            Some((name, charset)) if name.trim().eq_ignore_ascii_case("charset") => {
                let charset = charset.trim().trim_matches('"');
                charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
            }
            _ => true,
        });
        if is_json && is_utf8 {
            return;
        }
        let mut finding = new(
            Rule::UnusualContentType,
            match (value, is_json) {
                ("", _) => M::ContentTypeEmpty,
                (_, true) => M::SentNotUtf8,
                (_, false) => M::SentNotJson,
            },
        );
        finding
            .help(M::WriteJsonContentType)
            .with(P::Got, value.to_owned())
            .with(P::Shown, shown(value).into_owned());
        let fix = replace(range, "application/json", M::WriteJsonContentType, Safety::Safe);
        finding.fix = self.fixable.then_some(fix);
        self.push(finding, range);
    }

    fn push(&mut self, mut finding: Finding, range: Range) {
        let rule = finding.rule;
        if let Some(severity) = self.options.severities.get(rule, rule.info().severity) {
            finding.severity = severity;
            finding.span = Some(span_of(range));
            self.findings.push(finding);
        }
    }
}

/// A finding with the default severity of its rule.
fn new(rule: Rule, message: M) -> Finding {
    Finding::new(rule, rule.info().severity, message)
}

/// The detection of a body from the endpoint it is sent to.
const fn sent(endpoint: &'static Endpoint, document: Option<&'static Document>) -> Detection {
    Detection::new(document, DetectionReason::Sent(endpoint.name), FieldNames::NONE)
}

fn detect(tree: &Tree<'_>) -> Detection {
    tree.root().map_or(Detection::UNKNOWN, detect_value)
}

/// Whether a body is clearly a request of the other version: it has a field that only that version has, and none that
/// only this version has.
fn is_of_other_version(document: &'static Document, root: Value<'_, '_>) -> bool {
    let Detection {
        document: Some(other),
        reason: DetectionReason::Has(_) | DetectionReason::HasBoth(..),
        ..
    } = detect_value(root)
    else {
        return false;
    };
    other.kind() == DocumentKind::Request
        && other.version() != document.version()
        && !root.members().any(|member| {
            let name = member.key.text();
            document.root.index(&name).is_some() && other.root.index(&name).is_none()
        })
}

/// The endpoints that create a tracker, for messages.
fn creators() -> Param {
    ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.creates())
        .map(|endpoint| endpoint.name)
        .collect()
}

/// The endpoints of one version that create a tracker.
fn creators_of(version: Version) -> Param {
    ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.creates() && endpoint.version == version)
        .map(|endpoint| endpoint.name)
        .collect()
}

fn replace(range: Range, text: &'static str, title: M, safety: Safety) -> Fix {
    Fix {
        title,
        safety,
        edits: vec![edit(range, text)],
    }
}

/// Moves a range by an offset in bytes.
const fn shifted(range: Range, by: u32) -> Range {
    Range {
        start: range.start + by,
        end: range.end + by,
    }
}

/// Moves the spans and edits of a finding by an offset in bytes.
fn moved(mut finding: Finding, by: u32) -> Finding {
    let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
    for span in finding.span.iter_mut().chain(related) {
        span.start.offset += by;
        span.end.offset += by;
    }
    for edit in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.start += by;
        edit.end += by;
    }
    finding
}

#[cfg(test)]
mod tests;
