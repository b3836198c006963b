//! Checks whole requests: method and path determine the document, and can be wrong themselves.
//!
//! If path and body disagree on the version, the body is checked as its own version and one finding reports the
//! mismatch. Checked as the version of the path, every field would be a finding.

use std::borrow::Cow;
use std::collections::HashSet;

use super::address::{Address, Part};
use super::mapped::Mapped;
use super::parse::each_request;
use super::request::{Body, Request};
use crate::api::endpoint::{ENDPOINTS, Endpoint};
use crate::api::formats::PROJECT_ID;
use crate::check::{
    Path, Problem, Reporter, Values, Violation, check_body, detect_value, has_variable, identify, is_ambiguous, opener,
};
use crate::diagnostics::{
    Detection, DetectionReason, Edit, FieldNames, Finding, Fix, Options, Param, ParamName as P, Report, Safety,
    SourceMap, locate_findings, sort, sort_key, span_of,
};
use crate::fix::edit;
use crate::json::{Decoded, Encoding, Kind, MAX_ERRORS, Range, Syntax, Tree, Value, decode, parse};
use crate::messages::MessageId as M;
use crate::model::{Document, DocumentKind, Provider, Rule, Source, Version};
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
    let target = Mapped::part(path, Range::new(0, path.len()));
    let head = Head {
        method: Some((method, NOWHERE)),
        address: Address::new(&target),
        line: NOWHERE,
        content_type: None,
        sends_form: None,
        host: None,
        is_cts: true,
    };
    let mut checker = RequestChecker::new(options, matches!(decoded.text, Cow::Borrowed(_)));
    checker.has_positions = false;
    let content = if bytes.iter().all(u8::is_ascii_whitespace) {
        Content::Empty
    } else {
        Content::Here
    };
    let map = SourceMap::IDENTITY;
    let detection = checker
        .request(&head, content, &tree, map)
        .unwrap_or(Detection::UNKNOWN);
    let mut findings = checker.findings.listed();
    locate_findings(tree.text(), decoded.encoding, &mut findings);
    Report::new(detection, findings)
}

/// Checks the requests of a file.
pub(crate) fn check_http(bytes: &[u8], options: &Options) -> Report {
    check_requests(&decode(bytes), options, |_| ())
}

/// Checks the requests of a file, then passes the report and the values of their bodies to `then`.
pub(crate) fn check_http_with<R>(
    bytes: &[u8],
    options: &Options,
    then: impl FnOnce(&mut Report, &Values<'_>) -> R,
) -> (Report, R) {
    let decoded = decode(bytes);
    let mut documents = Vec::new();
    let mut report = check_requests(&decoded, options, |document| documents.push(document));
    let mut bodies = Vec::with_capacity(documents.len());
    each_request(&decoded.text, |request| {
        if let Body::Here(body) = request.body
            && !body.text.is_empty()
        {
            bodies.push(body);
        }
    });
    let trees: Vec<Tree<'_>> = bodies.iter().map(|body| read(&decoded, body)).collect();
    let values = trees.iter().zip(&bodies).zip(documents);
    let values = values.map(|((tree, body), document)| (tree, &body.map, document));
    let result = then(&mut report, &Values::of_bodies(&decoded.text, decoded.encoding, values));
    (report, result)
}

/// The tree of a body, which may have variables in it.
fn read<'b>(decoded: &'b Decoded<'_>, body: &'b Mapped<'_>) -> Tree<'b> {
    let mut tree = match body.map.start() {
        Some(start) => decoded.part(&body.text, start as usize, Syntax::default()),
        None => parse(&body.text, Syntax::default()),
    };
    tree.accept_placeholders();
    tree
}

/// Checks the requests of a file one after the other, and passes on the document of each that has a body in the file.
fn check_requests(decoded: &Decoded<'_>, options: &Options, mut then: impl FnMut(Option<&'static Document>)) -> Report {
    let text: &str = &decoded.text;
    let is_utf8 = matches!(decoded.text, Cow::Borrowed(_));
    let mut checker = RequestChecker::new(options, is_utf8);
    checker.template = true;
    checker.findings.most = MAX_ERRORS;
    let mut seen: Option<Detection> = None;
    let mut first = None;
    let nothing = Mapped::default();
    each_request(text, |request| {
        first.get_or_insert_with(|| request.method.as_ref().map_or(request.line, |(_, range)| *range));
        let (body, content) = match &request.body {
            Body::Here(body) if body.text.is_empty() => (body, Content::Empty),
            Body::Here(body) => (body, Content::Here),
            Body::Elsewhere(file) => (&nothing, Content::Elsewhere(&file.text, file.range())),
        };
        let tree = read(decoded, body);
        checker.fixable = is_utf8 && !request.is_command;
        let found = checker.request(&Head::new(&request), content, &tree, &body.map);
        if found.is_some() && !matches!(content, Content::Empty) {
            checker.whether_sent(&request, &decoded.encoding);
        }
        checker.findings.end_request();
        if matches!(content, Content::Here) {
            then(found.and_then(|found| found.document));
        }
        seen = match (seen, found) {
            (None, found) => found,
            (seen, None) => seen,
            (Some(seen), Some(found)) if seen.document == found.document => Some(seen),
            _ => Some(Detection::new(None, DetectionReason::Several, FieldNames::NONE)),
        };
    });
    if decoded.encoding == Encoding::Utf32 {
        checker.push(unsaved(M::IsUtf32), NOWHERE);
    } else if seen.is_none() && !checker.has_possible {
        let mut finding = new(Rule::UnknownEndpoint, M::NoTrackerRequest);
        finding.help(M::WriteMethodAndPath).with(P::What, creators());
        checker.push(finding, first.unwrap_or(NOWHERE));
    }
    let mut findings = checker.findings.listed();
    locate_findings(text, decoded.encoding, &mut findings);
    Report::new(seen.unwrap_or(Detection::UNKNOWN), findings)
}

/// The findings on all requests of a file, of which no more are held than are listed.
struct Findings {
    held: Vec<Finding>,
    /// How many are listed.
    most: usize,
    /// The first of those that are too many, and how many they are.
    rest: Option<(Finding, usize)>,
    /// What tells the findings on earlier requests, and those on the present one. What stands in the definition of a variable is
    /// reported once, however many requests use it.
    earlier: HashSet<(u32, u32, u8)>,
    present: Vec<(u32, u32, u8)>,
}

impl Findings {
    fn push(&mut self, finding: Finding) {
        let key = key(&finding);
        if self.earlier.contains(&key) {
            return;
        }
        self.present.push(key);
        self.held.push(finding);
        // Now and then, for it takes time.
        if self.held.len() > self.most.saturating_add(self.most / 8) {
            self.limit();
        }
    }

    /// Ends the findings on a request.
    fn end_request(&mut self) {
        self.earlier.extend(self.present.drain(..));
    }

    /// Sorts the findings, and counts those that are too many for a list.
    fn limit(&mut self) {
        sort(&mut self.held);
        for finding in self.held.drain(self.most.min(self.held.len())..) {
            let count = finding.unlisted().max(1);
            self.rest = Some(match self.rest.take() {
                None => (finding, count),
                Some((first, before)) if key(&first) <= key(&finding) => (first, before + count),
                Some((_, before)) => (finding, before + count),
            });
        }
    }

    /// The findings, sorted. Those that are too many are replaced by one that counts them.
    fn listed(mut self) -> Vec<Finding> {
        self.limit();
        if let Some((first, count)) = self.rest {
            let message = if count == 1 { M::OneNotListed } else { M::NotListed };
            let mut finding = Finding::new(first.rule, first.severity, message);
            finding.help(M::MendOthers).with(P::Count, count);
            finding.span = first.span;
            self.held.push(finding);
        }
        self.held
    }
}

/// What tells a finding from those of other requests that use the same variable.
fn key(finding: &Finding) -> (u32, u32, u8) {
    let span = finding.span.unwrap_or_default();
    sort_key(span.start.offset, span.end.offset, finding.rule)
}

/// Whether a path segment is a variable that is filled in later.
fn is_variable(step: &str) -> bool {
    has_variable(step) || step.starts_with(['$', ':', '<'])
}

/// The part of a request before the body.
struct Head<'r> {
    /// The method as written; a request without one is a `GET`.
    method: Option<(&'r str, Range)>,
    address: Address<'r>,
    /// The first line, up to the end of the address.
    line: Range,
    content_type: Option<&'r Mapped<'r>>,
    sends_form: Option<Range>,
    /// The value of the header `Host`.
    host: Option<&'r str>,
    /// Whether the request is known to be one of CTS, whatever its address is.
    is_cts: bool,
}

impl<'r> Head<'r> {
    fn new(request: &'r Request<'_>) -> Self {
        Self {
            method: request.method.as_ref().map(|(method, range)| (&**method, *range)),
            address: Address::new(&request.target),
            line: request.line,
            content_type: request.content_type.as_ref(),
            sends_form: request.sends_form,
            host: request.host.as_deref(),
            is_cts: false,
        }
    }

    fn method(&self) -> Cow<'r, str> {
        match self.method {
            Some((method, _)) if method.bytes().all(|byte| byte.is_ascii_uppercase()) => method.into(),
            Some((method, _)) => method.to_ascii_uppercase().into(),
            None => "GET".into(),
        }
    }

    /// The last segments of the path and those of an endpoint; `None` if there are fewer. Behind a variable whose value
    /// is not known, there may be fewer: the variable may contain the others.
    fn steps(&self, endpoint: &Endpoint) -> Option<impl Iterator<Item = (&Part<'r>, &'static str)>> {
        let here = self.address.steps.len();
        let wanted = endpoint.steps().count();
        let is_enough = here >= wanted || self.address.host.is_some_and(is_variable);
        let steps = self.address.steps.iter().skip(here.saturating_sub(wanted));
        is_enough.then(|| steps.zip(endpoint.steps().skip(wanted.saturating_sub(here))))
    }

    /// Whether the path matches an endpoint: at least one segment is equal, and the others are equal or variables.
    fn is_at(&self, endpoint: &Endpoint) -> bool {
        let Some(mut steps) = self.steps(endpoint) else {
            return false;
        };
        let mut has_equal = false;
        steps.all(|(here, wanted)| {
            has_equal |= here.text == wanted;
            wanted.starts_with('{') || here.text == wanted || is_variable(here.text)
        }) && has_equal
    }

    /// Whether the path resembles that of an endpoint.
    fn resembles(&self, endpoint: &Endpoint) -> bool {
        self.steps(endpoint).is_some_and(|mut steps| {
            steps.all(|(here, wanted)| wanted.starts_with('{') || is_variable(here.text) || is_like(here.text, wanted))
        })
    }

    /// Whether the address consists of variables only.
    fn is_open(&self) -> bool {
        let is_open = self.address.host.is_none_or(is_variable);
        is_open && self.address.steps.iter().all(|step| is_variable(step.text))
    }

    /// Whether a segment of the path is like those of trackers.
    fn has_tracker(&self) -> bool {
        self.address.steps.iter().any(is_like_tracker)
    }

    /// Whether the address is clearly intended for trackers of CTS. Where it alone does not tell, the body must be one of
    /// CTS.
    fn is_for_trackers(&self, is_body_of_cts: bool) -> bool {
        let steps = &self.address.steps;
        let is_open = self.address.host.is_none_or(is_variable);
        let has_version = || {
            let mut steps = steps.windows(3);
            steps.any(|steps| is_version(steps[0].text) && is_like_tracker(&steps[2]))
        };
        match self.has_tracker() {
            _ if steps.iter().any(is_other_resource) => false,
            true => self.is_at_cts() || has_version() || (is_open && is_body_of_cts),
            false => self.is_at_cts() && is_body_of_cts,
        }
    }

    /// Whether the path is that of an endpoint only if the value of a variable has its beginning.
    fn is_partial(&self, endpoint: &Endpoint) -> bool {
        self.address.steps.len() < endpoint.steps().count()
    }

    /// Whether the host is one of CTS.
    fn is_at_cts(&self) -> bool {
        let host = self.address.host;
        host.is_some_and(|host| host.split(['.', '-']).any(|label| label.eq_ignore_ascii_case("cts")))
    }

    /// Whether it is a call of CTS that is not about trackers: at its host, or at a host that is not known and a path of
    /// a version, a project and the resource.
    fn is_other_call(&self) -> bool {
        let steps = &self.address.steps;
        let is_open = self.is_cts || self.address.host.is_none_or(is_variable);
        let mut three = steps.windows(3);
        (self.is_at_cts() && (steps.iter().any(is_other_resource) || !self.has_tracker()))
            || (is_open && three.any(|steps| is_version(steps[0].text) && is_other_resource(&steps[2])))
    }

    /// Method and path for messages, with the project ID replaced.
    fn shown(&self) -> String {
        let steps = self.address.steps.iter().map(|step| step.text);
        steps.fold(self.method().into_owned() + " ", |shown, step| {
            shown + "/" + without_id(step)
        })
    }

    /// Method and path as they are written, with the project ID replaced.
    fn shown_as_written(&self) -> String {
        let mut shown = self.method().into_owned() + " ";
        for (index, step) in self.address.path.split('/').enumerate() {
            if index > 0 {
                shown.push('/');
            }
            shown.push_str(without_id(step));
        }
        shown
    }
}

fn is_other_resource(step: &Part<'_>) -> bool {
    OTHER_RESOURCES.contains(&step.text)
}

fn is_like_tracker(step: &Part<'_>) -> bool {
    is_like(step.text, "tracker") || is_like(step.text, "trackers")
}

/// A segment of a path, or the name of the parameter for a project ID.
fn without_id(step: &str) -> &str {
    let is_id = step.len() == 32 && (PROJECT_ID.check)(step).is_none();
    if is_id { "{project_id}" } else { step }
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
    /// Whether method, path and headers have positions in the text.
    has_positions: bool,
    /// Whose v3 the request means that is being checked.
    provider: Provider,
    /// Whether there was a request that may be one of CTS, but does not tell it alone.
    has_possible: bool,
    findings: Findings,
}

impl<'o> RequestChecker<'o> {
    fn new(options: &'o Options, fixable: bool) -> Self {
        Self {
            options,
            template: false,
            fixable,
            has_positions: true,
            provider: options.provider_of(None),
            has_possible: false,
            findings: Findings {
                held: Vec::new(),
                most: usize::MAX,
                rest: None,
                earlier: HashSet::new(),
                present: Vec::new(),
            },
        }
    }

    /// Checks a request; `map` says where its body stands. Returns the detection, or `None` if it is not a request on
    /// trackers.
    fn request(
        &mut self,
        head: &Head<'_>,
        content: Content<'_>,
        tree: &Tree<'_>,
        map: &SourceMap,
    ) -> Option<Detection> {
        let body = matches!(content, Content::Here).then_some(tree);
        self.provider = self
            .options
            .provider_of(head.address.host.or(head.host).and_then(Provider::with_host));
        let at_path = ENDPOINTS.iter().filter(|endpoint| head.is_at(endpoint));
        let method = head.method();
        let endpoints: Vec<_> = at_path.filter(|endpoint| endpoint.method() == method).collect();
        let is_body_of_cts = endpoints.is_empty() && body.is_some_and(|body| detect(body).document.is_some());
        let is_for_trackers = head.is_for_trackers(is_body_of_cts);
        let detection = match endpoints[..] {
            [] if !is_for_trackers && head.is_other_call() => {
                self.has_possible = true;
                if !matches!(content, Content::Empty) {
                    let mut finding = new(Rule::UncheckedBody, M::NotAboutTrackers);
                    finding.with(P::Shown, shown(&head.shown()).into_owned());
                    self.push(finding, head.line);
                }
                return None;
            }
            [] if head.is_cts || is_for_trackers => {
                let detection = self.named(body.map(detect).unwrap_or(Detection::UNKNOWN));
                self.unknown_endpoint(head, body.is_some(), detection.document.and_then(Document::version));
                self.body(tree, map, detection, &[]);
                // The address is a reason even if the body is not.
                match detection.reason.is_foreign() {
                    true => Detection::new(None, DetectionReason::Addressed, FieldNames::NONE),
                    false => detection,
                }
            }
            [] if head.is_open() && body.is_some() => {
                let detection = detect(tree);
                detection.document?;
                let detection = self.named(by_method(detection, &method));
                self.body(tree, map, detection, &[]);
                detection
            }
            [] => return None,
            [first, ..] => {
                self.slashes(head, first);
                self.project_id(head, first);
                self.tracker_name(head, first);
                if first.document.is_none() {
                    self.parameters(head, first);
                }
                let documents: Vec<_> = endpoints.iter().filter_map(|endpoint| endpoint.document).collect();
                match (&documents[..], content) {
                    ([], Content::Here) => {
                        let mut finding = new(Rule::UncheckedBody, M::HasNoBody);
                        finding.help(M::RemoveIt).with(P::Name, first.name);
                        self.push(finding, head.line);
                        self.body(tree, map, Detection::UNKNOWN, &[first]);
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
                        sent(first, Some(document).filter(|_| documents.len() == 1))
                    }
                    (_, Content::Here) if self.template && is_one_variable(tree.text()) => {
                        let mut finding = new(Rule::UncheckedBody, M::BodyIsVariable);
                        finding
                            .help(M::CheckWhereMade)
                            .with(P::Shown, shown(tree.text().trim()).into_owned());
                        self.push(finding, map.range(trimmed(tree.text())));
                        match documents[..] {
                            [document] => sent(first, Some(document)),
                            _ => self.named(Detection::UNKNOWN),
                        }
                    }
                    ([document], _) => {
                        let detection = self.detect_at(head, first, document, tree, map);
                        self.body(tree, map, detection, &[first]);
                        detection
                    }
                    _ => {
                        let detection = self.named(by_method(detect(tree), &method));
                        self.body(tree, map, detection, &endpoints);
                        detection
                    }
                }
            }
        };
        if !matches!(content, Content::Empty) {
            self.content_type(head);
        }
        // The trackers of others have such an address as well, so the body must tell, or another request of the file.
        let is_partial = endpoints.first().is_some_and(|first| head.is_partial(first));
        if is_partial && self.named(body.map_or(Detection::UNKNOWN, detect)).document.is_none() {
            self.has_possible = true;
            return None;
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
        map: &SourceMap,
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
            .and_then(|mut steps| steps.find(|(_, wanted)| is_version(wanted)))
            .map(|(step, _)| step);
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
            finding.see(M::FieldOfVersionAlone, [span_of(map.range(member.key.range()))]);
        }
        match there {
            Version::V3 => {
                finding.help(M::SendAs).with(P::What, creators_of(Version::V3));
                finding.fix = step
                    .and_then(|step| step.editable)
                    .map(|step| replace(step, "v3", M::WriteV3, Safety::Unsafe))
                    .filter(|_| self.fixable);
            }
            Version::V1 => {
                finding.note(M::V1BeingRetired).help(M::TranslateBody);
            }
        }
        finding.source = Some(endpoint.source());
        self.push(finding, step.map_or(head.line, |step| step.range));
        found
    }

    /// Checks the body and its syntax. `endpoints` are the endpoints that the path may match.
    fn body(&mut self, tree: &Tree<'_>, map: &SourceMap, detection: Detection, endpoints: &[&Endpoint]) {
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
        for finding in reporter.list(&found).findings() {
            self.findings.push(moved(finding, map));
        }
    }

    /// Reports slashes in the path that are too many.
    fn slashes(&mut self, head: &Head<'_>, endpoint: &Endpoint) {
        let Some(first) = head.address.slashes.first() else {
            return;
        };
        let mut finding = new(Rule::UnknownEndpoint, M::NoSuchEndpoint);
        let got = head.shown_as_written();
        finding
            .help(M::SendAsEndpoint)
            .with(P::Shown, shown(&got).into_owned())
            .with(P::Got, got)
            .with(P::Name, endpoint.name)
            .answered_with(Some("APIGW.0101"));
        let edits = head.address.slashes.iter().map(|slash| Some(edit(slash.editable?, "")));
        finding.fix = self.fix(M::SendAsEndpoint, Safety::Unsafe, edits.collect());
        self.push(finding, first.range);
    }

    /// A fix of these edits, if all of them are possible.
    fn fix(&self, title: M, safety: Safety, edits: Option<Vec<Edit>>) -> Option<Fix> {
        edits
            .filter(|edits| self.fixable && !edits.is_empty())
            .map(|edits| Fix { title, safety, edits })
    }

    /// Checks the name of the tracker in the path.
    fn tracker_name(&mut self, head: &Head<'_>, endpoint: &Endpoint) {
        let named = head
            .steps(endpoint)
            .and_then(|mut steps| steps.find(|(_, wanted)| *wanted == "{tracker_name}"));
        let Some((name, _)) = named.filter(|(name, _)| name.text != "system" && !is_variable(name.text)) else {
            return;
        };
        let mut finding = new(Rule::TrackerNameNotSystem, M::OnlySystem);
        finding
            .help(M::WriteSystem)
            .with(P::Got, name.text.to_owned())
            .with(P::Want, "system");
        let edits = name.editable.map(|range| vec![edit(range, "system")]);
        finding.fix = self.fix(M::WriteSystem, Safety::Unsafe, edits);
        finding.source = Some(endpoint.source());
        self.push(finding, name.range);
    }

    /// Checks the parameters of the query.
    fn parameters(&mut self, head: &Head<'_>, endpoint: &Endpoint) {
        let known = endpoint.parameters;
        // Whether it may be given by a name that is not understood.
        let mut is_open = head.address.steps.last().is_some_and(|step| is_variable(step.text));
        let query = &head.address.query;
        let has = |name: &str| query.iter().find(|(given, _)| given.text == name);
        let mut meant = false;
        for (name, _) in query {
            if known.contains(&name.text) {
                continue;
            }
            if is_variable(name.text) || name.text.contains('%') {
                is_open = true;
                continue;
            }
            let near = nearest(name.text, known.len(), &|index| known[index]);
            let suggestion = near.only().map(|index| known[index]).filter(|name| has(name).is_none());
            meant |= suggestion == Some("tracker_name");
            let mut finding = new(Rule::UnknownField, M::UnknownParameter);
            finding
                .with(P::Got, name.text.to_owned())
                .with(P::Shown, shown(name.text).into_owned());
            match suggestion {
                Some(suggestion) => {
                    finding
                        .label(M::DidYouMean)
                        .help(M::RenameTo)
                        .with(P::Suggestion, suggestion);
                    let edits = name.editable.map(|range| vec![edit(range, suggestion)]);
                    finding.fix = self.fix(M::RenameTo, Safety::Safe, edits);
                }
                None => {
                    finding
                        .help(M::PathTakes)
                        .with(P::Name, endpoint.name)
                        .with(P::What, known.iter().copied().collect::<Param>());
                }
            }
            self.push(finding, name.range);
        }
        let is_named = has("tracker_name").is_some_and(|(_, name)| !name.is_empty());
        if head.method() != "DELETE" || is_named || meant || is_open {
            return;
        }
        let is_huawei = self.provider == Provider::Huawei && endpoint.version == Version::V3;
        if is_huawei && has("tracker_type").is_some_and(|(_, kind)| *kind != "data") {
            return;
        }
        let mut finding = new(
            Rule::DeletesAllTrackers,
            match is_huawei {
                true => M::DeletesAllDataTrackers,
                false => M::DeletesAllTrackers,
            },
        );
        match is_huawei {
            true => finding.note(M::TypeIsDataByDefault).help(M::NameDataTracker),
            false => finding.help(M::NameTracker),
        };
        finding.source = match is_huawei {
            true => Some(Source::page("huaweicloud-sdk-go-v3, DeleteTrackerRequest")),
            false => endpoint.deletes_all,
        };
        self.push(finding, head.line);
    }

    /// Reports why an editor may not send the body of a request.
    fn whether_sent(&mut self, request: &Request<'_>, encoding: &Encoding) {
        if request.is_attached {
            let mut finding = new(Rule::UncheckedBody, M::NoBlankLine);
            finding.help(M::AddBlankLine);
            let range = match &request.body {
                Body::Here(body) => {
                    let start = trimmed(&body.text).start;
                    body.map.range(Range { start, end: start + 1 })
                }
                Body::Elsewhere(file) => file.range(),
            };
            self.push(finding, range);
        }
        if matches!(encoding, Encoding::Utf16 { .. }) {
            self.push(unsaved(M::FileIsUtf16), request.line);
        }
    }

    /// Checks the project ID in the path.
    fn project_id(&mut self, head: &Head<'_>, endpoint: &Endpoint) {
        let place = head
            .steps(endpoint)
            .and_then(|mut steps| steps.find(|(_, wanted)| *wanted == "{project_id}"));
        let Some((step, _)) = place.filter(|(step, _)| !is_variable(step.text)) else {
            return;
        };
        let id = step.text;
        if let Some(violation) = (PROJECT_ID.check)(id) {
            let mut finding = new(Rule::UnusualProjectId, M::ProjectIdBreaks);
            finding
                .help(M::CopyProjectId)
                .with(P::Got, id.to_owned())
                .with(P::Reason, violation.reason)
                .with(P::What, violation.what);
            finding.source = Some(PROJECT_ID.source);
            self.push(finding, step.within(violation.bytes));
        }
    }

    /// Reports that the API has no such endpoint; `version` is that of the body.
    fn unknown_endpoint(&mut self, head: &Head<'_>, has_body: bool, version: Option<Version>) {
        let method = head.method();
        let mut near: Vec<_> = ENDPOINTS
            .iter()
            .filter(|endpoint| endpoint.method() == method && head.resembles(endpoint))
            .collect();
        if near.len() > 1 {
            near.retain(|endpoint| Some(endpoint.version) == version);
        }
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
                let wrong = head.steps(near).into_iter().flatten().filter(|(here, wanted)| {
                    !wanted.starts_with('{') && here.text != *wanted && !is_variable(here.text)
                });
                let wrong: Vec<_> = wrong.collect();
                let edits = wrong.iter().map(|(here, wanted)| Some(edit(here.editable?, *wanted)));
                let slashes = head.address.slashes.iter().map(|slash| Some(edit(slash.editable?, "")));
                let edits: Option<Vec<Edit>> = edits.chain(slashes).collect();
                let edits = edits.map(|mut edits| {
                    edits.sort_by_key(|edit| edit.start);
                    edits
                });
                finding.help(M::SendAsEndpoint).with(P::Name, near.name);
                finding.fix = self.fix(M::SendAsEndpoint, Safety::Unsafe, edits);
                wrong.first().map(|(here, _)| here.range)
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
        if let Some(command) = head.sends_form {
            let mut finding = new(Rule::UnusualContentType, M::SentAsForm);
            finding.help(M::AddJsonHeader);
            return self.push(finding, command);
        }
        let Some(content_type) = head.content_type.filter(|value| !is_variable(&value.text)) else {
            return;
        };
        let (value, range): (&str, _) = (&content_type.text, content_type.range());
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
        let edits = content_type.map.editable(content_type.whole());
        let edits = edits.map(|range| vec![edit(range, "application/json")]);
        finding.fix = self.fix(M::WriteJsonContentType, Safety::Safe, edits);
        self.push(finding, range);
    }

    fn push(&mut self, mut finding: Finding, range: Range) {
        let rule = finding.rule;
        if let Some(severity) = self.options.severities.get(rule, rule.info().severity) {
            finding.severity = severity;
            if self.has_positions {
                finding.span = Some(span_of(range));
            } else {
                finding.fix = None;
            }
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

/// A finding on a file that is not UTF-8.
fn unsaved(message: M) -> Finding {
    let mut finding = new(Rule::UncheckedBody, message);
    finding.help(M::SaveAsUtf8);
    finding
}

/// The range of a text without white space at its ends.
fn trimmed(text: &str) -> Range {
    let start = text.len() - text.trim_start().len();
    Range::new(start, start + text.trim().len())
}

/// Whether a text is nothing but one variable.
fn is_one_variable(text: &str) -> bool {
    let text = text.trim();
    let inner = |start, end| text.strip_prefix(start).and_then(|text| text.strip_suffix(end));
    let inner = inner("{{", "}}").or_else(|| inner("${", "}"));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(['{', '}', '"']))
}

/// The document that a method accepts of the version that was detected from the content.
fn by_method(detection: Detection, method: &str) -> Detection {
    let sent = ENDPOINTS.iter().find(|endpoint| {
        let version = detection.document.and_then(Document::version);
        endpoint.document.is_some() && endpoint.method() == method && Some(endpoint.version) == version
    });
    let is_request = detection
        .document
        .is_some_and(|document| document.kind() == DocumentKind::Request);
    Detection {
        document: match sent {
            Some(endpoint) if is_request => endpoint.document,
            _ => detection.document,
        },
        ..detection
    }
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

/// Moves the spans and edits of a finding to where they stand in the file. A fix that would edit the value of a variable
/// is dropped.
fn moved(mut finding: Finding, map: &SourceMap) -> Finding {
    let related = finding.related.iter_mut().filter_map(|related| related.span.as_mut());
    for span in finding.span.iter_mut().chain(related) {
        *span = span_of(map.range(Range {
            start: span.start.offset,
            end: span.end.offset,
        }));
    }
    finding.fix = finding.fix.take().and_then(|mut fix| {
        for edit in &mut fix.edits {
            let range = map.editable(Range {
                start: edit.start,
                end: edit.end,
            })?;
            (edit.start, edit.end) = (range.start, range.end);
        }
        Some(fix)
    });
    finding
}

#[cfg(test)]
mod tests;
