//! Whole requests: method and path choose the document, and have mistakes of their own.
//!
//! Where path and body disagree on the version, the body is checked as what it is, and one finding says so: judged as the
//! other version, every field of it would be a finding.

use std::borrow::Cow;

use crate::api::endpoint::{ENDPOINTS, Endpoint};
use crate::check::{check_and, is_doubtful, judge, opener};
use crate::detect::{Detection, Reason, detect_value, told};
use crate::form::PROJECT_ID;
use crate::http::{Address, Body, requests, without_comments};
use crate::json::{Kind, Range, Syntax, Tree, Value, decode};
use crate::locate::{locate_findings, sort, span_of};
use crate::options::Options;
use crate::problem::{Cast, Found, Path, Problem};
use crate::report::{Edit, Finding, Fix, Param, Related, Report, Safety, Source};
use crate::rule::Rule;
use crate::similar::nearest;
use crate::spec::{Document, DocumentKind, Version};
use crate::text::Text;
use crate::values::Values;
use crate::words::{Fact, code, either};

/// What else the API of CTS has besides trackers; its requests are none of ours.
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

/// The start of the text, for what stands in none.
const NOWHERE: Range = Range { start: 0, end: 0 };

const UNTOLD: Detection = Detection {
    document: None,
    reason: Reason::Nothing,
};

/// Checks a request: its method, its path and its body.
///
/// `path` may be a whole URL. Method and path tell what the body is, unless the options name a document. Findings on method
/// and path have neither spans nor fixes; those on the body are as [`check`](crate::check()) has them. Of a request whose
/// body has no document only the text is checked; one without a body, such as a `GET`, needs none.
///
/// ```
/// use ctslint::{Options, check_request};
///
/// let body = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
/// let report = check_request("POST", "/v1.0/{project_id}/tracker", body, &Options::default());
/// assert_eq!(report.findings[0].message, "the body is one of v3, but the path is one of v1");
/// ```
#[must_use]
pub fn check_request(method: &str, path: &str, body: impl AsRef<[u8]>, options: &Options<'_>) -> Report {
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
        is_ours: true,
    };
    let mut judge = Judge {
        options,
        template: false,
        mendable: matches!(decoded.text, Cow::Borrowed(_)),
        findings: Vec::new(),
    };
    let content = if bytes.iter().all(u8::is_ascii_whitespace) {
        Content::Empty
    } else {
        Content::Here
    };
    let detection = judge.request(&head, content, &tree, 0).unwrap_or(UNTOLD);
    let mut findings = judge.findings;
    sort(&mut findings);
    locate_findings(tree.text(), decoded.encoding, &mut findings);
    for finding in findings.iter_mut().filter(|finding| is_on_head(finding.rule)) {
        finding.span = None;
        finding.fix = None;
    }
    Report {
        document: detection.document,
        reason: detection.reason,
        findings,
    }
}

/// Checks the requests of a `.http` or `.rest` file, as [`check`](crate::check()) does with [`Options::requests`].
///
/// Requests of other APIs are passed over. A file without a request on trackers has one finding that says so, and its
/// report the reason [`Reason::Nothing`]. Variables such as `{{bucket}}` stand for what will be there: they are no
/// mistakes. All findings are sorted, and their spans and fixes are those of the file.
///
/// ```
/// use ctslint::{Options, check_http};
///
/// let file = "POST https://{endpoint}/v3/{project_id}/tracker\n\n\
///             {\"tracker_type\": 'system', \"tracker_name\": \"system\", \"is_lts_enabled\": true}\n";
/// let report = check_http(file, &Options::default());
/// assert_eq!(report.findings[0].message, "this string stands in single quotes");
/// assert_eq!(report.findings[0].span.unwrap().start.line, 3);
/// ```
#[must_use]
pub fn check_http(text: impl AsRef<[u8]>, options: &Options<'_>) -> Report {
    check_http_and(text.as_ref(), options, |_, _| ()).0
}

/// Checks the requests of a file, then hands the values of their bodies and the report on.
pub(crate) fn check_http_and<R>(
    bytes: &[u8],
    options: &Options<'_>,
    then: impl FnOnce(&mut Report, &Values<'_>) -> R,
) -> (Report, R) {
    if u32::try_from(bytes.len()).is_err() {
        // No position in it could be told, which is what this says.
        let options = Options {
            #[cfg(feature = "requests")]
            requests: false,
            ..options.clone()
        };
        return check_and(bytes, &options, then);
    }
    let decoded = decode(bytes);
    let text: &str = &decoded.text;
    let options = Options {
        // No command takes a body out of such a file.
        file: None,
        ..options.clone()
    };
    let mut judge = Judge {
        options: &options,
        template: true,
        mendable: matches!(decoded.text, Cow::Borrowed(_)),
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
        let found = judge.request(&head, content, tree, *start);
        documents.push(found.and_then(|found| found.document));
        seen = match (seen, found) {
            (None, found) => found,
            (seen, None) => seen,
            (Some(seen), Some(found)) if seen.document == found.document => Some(seen),
            _ => Some(Detection {
                document: None,
                reason: Reason::Several,
            }),
        };
    }
    if seen.is_none() {
        let line = requests
            .first()
            .and_then(|request| request.method.or(request.target.first().copied()));
        let mut finding = said(Rule::UnknownEndpoint, "no request in this file is one on CTS trackers");
        Words(&mut finding).help(format!("write the method and the path before the body: {}", creators()));
        judge.push(finding, line.unwrap_or(NOWHERE));
    }
    let mut findings = judge.findings;
    sort(&mut findings);
    locate_findings(text, decoded.encoding, &mut findings);
    let detection = seen.unwrap_or(UNTOLD);
    let mut report = Report {
        document: detection.document,
        reason: detection.reason,
        findings,
    };
    let starts = bodies.iter().map(|(_, start)| *start);
    let bodies = trees.iter().zip(starts).zip(documents);
    let bodies = bodies
        .filter(|((tree, _), _)| !tree.text().is_empty())
        .map(|((tree, start), document)| (tree, start, document));
    let result = then(&mut report, &Values::of_bodies(text, decoded.encoding, bodies));
    (report, result)
}

/// Whether a text holds a variable that is filled in before it is sent: `{{bucket}}`, `{bucket_name}`, `${BUCKET}`.
pub(crate) fn has_variable(text: &str) -> bool {
    text.split('{').skip(1).any(|after| {
        let name = after.split('}').next().filter(|name| name.len() < after.len());
        name.is_some_and(|name| !name.trim().is_empty())
    })
}

/// Whether a step of a path stands for one that will be filled in.
fn is_variable(step: &str) -> bool {
    has_variable(step) || step.starts_with(['$', ':', '<'])
}

/// Whether a rule speaks of method, path and headers.
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

/// What stands before the body.
struct Head<'t> {
    /// The method as it is written; without one a request is a `GET`.
    method: Option<(&'t str, Range)>,
    address: Address<'t>,
    /// The first line, up to the end of the address.
    line: Range,
    content_type: Option<(&'t str, Range)>,
    /// Whether it is known to be a request of CTS, whatever its address is.
    is_ours: bool,
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
            is_ours: false,
        }
    }

    fn method(&self) -> Cow<'t, str> {
        match self.method {
            Some((method, _)) if method.bytes().all(|byte| byte.is_ascii_uppercase()) => method.into(),
            Some((method, _)) => method.to_ascii_uppercase().into(),
            None => "GET".into(),
        }
    }

    /// The steps that take the places of those of an endpoint's path; other steps may stand before them.
    fn steps(&self, endpoint: &Endpoint) -> Option<&[(&'t str, Range)]> {
        let start = self.address.steps.len().checked_sub(endpoint.steps().count())?;
        self.address.steps.get(start..)
    }

    /// Whether the path is that of an endpoint: at least one step is the same, and the others may be.
    fn is_at(&self, endpoint: &Endpoint) -> bool {
        let Some(steps) = self.steps(endpoint) else {
            return false;
        };
        let mut sure = false;
        steps.iter().zip(endpoint.steps()).all(|((here, _), wanted)| {
            sure |= *here == wanted;
            wanted.starts_with('{') || *here == wanted || is_variable(here)
        }) && sure
    }

    /// Whether the path is like that of an endpoint.
    fn is_near(&self, endpoint: &Endpoint) -> bool {
        self.steps(endpoint).is_some_and(|steps| {
            steps
                .iter()
                .zip(endpoint.steps())
                .all(|((here, _), wanted)| wanted.starts_with('{') || is_variable(here) || is_like(here, wanted))
        })
    }

    /// Whether nothing in the path can be told before its variables are filled in.
    fn is_untold(&self) -> bool {
        let is_open = self.address.host.is_none_or(is_variable);
        is_open && self.address.steps.iter().all(|(step, _)| is_variable(step))
    }

    /// Whether the address is plainly meant for trackers of CTS.
    fn is_on_trackers(&self) -> bool {
        let any = |test: fn(&str) -> bool| self.address.steps.iter().any(|(step, _)| test(step));
        if any(|step| OTHER_RESOURCES.contains(&step)) {
            return false;
        }
        let host = self.address.host;
        let of_cts = host.is_some_and(|host| host.split(['.', '-']).any(|label| label.eq_ignore_ascii_case("cts")));
        let open = host.is_none_or(is_variable);
        any(|step| is_like(step, "tracker") || is_like(step, "trackers")) && (of_cts || open || any(is_version))
    }

    /// Method and path as they are shown, without IDs.
    fn shown(&self) -> String {
        let steps = self.address.steps.iter().map(|(step, _)| {
            let is_id = step.len() == 32 && (PROJECT_ID.judge)(step).is_none();
            if is_id { "{project_id}" } else { step }
        });
        steps.fold(self.method().into_owned() + " ", |shown, step| shown + "/" + step)
    }
}

/// Whether a step of a path is a version: `v3`, `v1.0`.
fn is_version(step: &str) -> bool {
    step.strip_prefix(['v', 'V']).is_some_and(|number| {
        number.starts_with(|first: char| first.is_ascii_digit())
            && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    })
}

/// Whether a step of a path is a misspelling of another.
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
    /// There is none.
    Empty,
    /// It is what was read.
    Here,
    /// It stands in this file, which is named at this place.
    Elsewhere(&'t str, Range),
}

/// Judges requests.
struct Judge<'o> {
    options: &'o Options<'o>,
    /// Whether variables are filled in before the body is sent.
    template: bool,
    mendable: bool,
    findings: Vec<Finding>,
}

impl Judge<'_> {
    /// Judges a request, whose body starts at byte `start`. Tells what the body is, or nothing when it is no request of
    /// CTS.
    fn request(&mut self, head: &Head<'_>, content: Content<'_>, tree: &Tree<'_>, start: u32) -> Option<Detection> {
        let body = matches!(content, Content::Here).then_some(tree);
        let at_path = ENDPOINTS.iter().filter(|endpoint| head.is_at(endpoint));
        let method = head.method();
        let endpoints: Vec<_> = at_path.filter(|endpoint| endpoint.method() == method).collect();
        let detection = match endpoints[..] {
            [] if head.is_ours || head.is_on_trackers() => {
                self.unknown_endpoint(head, body.is_some());
                let detection = self.named(body.map(detect).unwrap_or(UNTOLD));
                self.body(tree, start, detection, &[]);
                Detection {
                    // There is something to say, so it is not passed over.
                    reason: match detection.reason {
                        Reason::Nothing => Reason::Addressed,
                        reason => reason,
                    },
                    ..detection
                }
            }
            [] if head.is_untold() && body.is_some() => {
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
                        let mut finding = said(Rule::UncheckedBody, "");
                        let words = Words(&mut finding);
                        if first.has_body {
                            words
                                .message(format!("the fields of a body of `{}` can't be checked yet", first.name))
                                .note("only its text was checked");
                        } else {
                            words.message(format!("`{}` has no body", first.name)).help("remove it");
                        }
                        self.push(finding, head.line);
                        self.body(tree, start, UNTOLD, &[first]);
                        sent(first, None)
                    }
                    ([], _) => sent(first, None),
                    ([document, ..], Content::Elsewhere(file, range)) => {
                        let document_name = document.short_name().unwrap_or(document.name());
                        let message = format!("the body stands in {}, which is not read", code(file));
                        let mut finding = said(Rule::UncheckedBody, message);
                        Words(&mut finding)
                            .help(format!("check it: `ctslint check --as {document_name} {file}`"))
                            .fact(Fact::File, file.to_owned());
                        self.push(finding, range);
                        sent(first, Some(document))
                    }
                    ([document], _) => {
                        let detection = self.at(head, first, document, tree, start);
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
        Some(detection)
    }

    /// What a body is, unless the caller named it.
    fn named(&self, detection: Detection) -> Detection {
        match self.options.document {
            Some(document) => Detection {
                document: Some(document),
                reason: Reason::Named,
            },
            None => detection,
        }
    }

    /// What the body of an endpoint with this document is. Reports when it is of another version than the path.
    fn at(
        &mut self,
        head: &Head<'_>,
        endpoint: &'static Endpoint,
        document: &'static Document,
        tree: &Tree<'_>,
        start: u32,
    ) -> Detection {
        let found = match (self.options.document, tree.root()) {
            (Some(_), _) => self.named(UNTOLD),
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
        let sign = match (found.reason, tree.root()) {
            (Reason::Has(sign), Some(root)) => root.members().find(|member| member.key.text() == sign),
            _ => None,
        };
        let message = format!(
            "the body is one of {}, but the path is one of {}",
            there.name(),
            here.name()
        );
        let mut finding = said(Rule::MismatchedApiVersion, message);
        let mut words = Words(&mut finding)
            .label(format!("the path of {}", here.name()))
            .fact(Fact::Path, here.name())
            .fact(Fact::Body, there.name());
        if let Some(member) = sign {
            let range = member.key.range();
            words = words.related(
                format!("a field of {} alone", there.name()),
                Range {
                    start: range.start + start,
                    end: range.end + start,
                },
            );
        }
        words = match there {
            Version::V3 => {
                let fix = step.map(|step| replace(step, "v3", "write `v3`"));
                words
                    .help(format!("send it as {}", creators_of(Version::V3)))
                    .fix(fix.filter(|_| self.mendable))
            }
            Version::V1 => words
                .note("v1 is being retired")
                .help("translate the body to v3: `ctslint translate` does that"),
        };
        words.cite(endpoint.source());
        self.push(finding, step.unwrap_or(head.line));
        found
    }

    /// Judges the body, and reports what is wrong with its text. `endpoints` are those that the path may be of.
    fn body(&mut self, tree: &Tree<'_>, start: u32, detection: Detection, endpoints: &[&Endpoint]) {
        let found = match (detection.document, tree.root()) {
            (Some(document), Some(root)) => {
                let is_told = matches!(
                    detection.reason,
                    Reason::Has(_) | Reason::HasBoth(..) | Reason::Resembles(_)
                );
                let judgement = is_told.then(|| told(root));
                let mut found = judge(document, root, self.options, self.template, judgement);
                // Where the path is of v3 already, the finding on that says it all.
                if endpoints
                    .iter()
                    .any(|endpoint| Some(endpoint.version) != document.version())
                {
                    found.retain(|found| !matches!(found.problem, Problem::Deprecated { .. }));
                }
                found
            }
            (None, Some(root)) if endpoints.len() > 1 && root.kind() != Kind::Unknown => vec![Found {
                problem: Problem::UnknownApi {
                    reason: detection.reason,
                    root,
                },
                path: Path::Body,
                range: opener(root),
            }],
            _ => Vec::new(),
        };
        let is_sent = detection.document.is_some() || tree.root().is_some();
        if !is_sent || (found.is_empty() && tree.faults().is_empty()) {
            return;
        }
        let cast = Cast {
            tree,
            mendable: self.mendable && (detection.document.is_some() || !endpoints.is_empty()) && !is_doubtful(tree),
            is_text: true,
            document: detection.document,
            options: self.options,
        };
        let mut findings = cast.findings(&found);
        findings.iter_mut().for_each(|finding| finding.shift(start));
        self.findings.append(&mut findings);
    }

    /// Judges the project ID in the path.
    fn project_id(&mut self, head: &Head<'_>, endpoint: &Endpoint) {
        let Some(steps) = head.steps(endpoint) else { return };
        let place = steps
            .iter()
            .zip(endpoint.steps())
            .find(|(_, wanted)| *wanted == "{project_id}");
        let Some(((id, range), _)) = place.filter(|((id, _), _)| !is_variable(id)) else {
            return;
        };
        if let Some(breach) = (PROJECT_ID.judge)(id) {
            let (from, to) = breach.bytes;
            let mut finding = said(Rule::UnusualProjectId, format!("the project ID {}", breach.what));
            Words(&mut finding)
                .help("copy the project ID from the console; it has 32 letters and digits")
                .fact(Fact::Got, (*id).to_owned())
                .cite(PROJECT_ID.source);
            let range = Range {
                start: range.start + from as u32,
                end: range.start + to as u32,
            };
            self.push(finding, range);
        }
    }

    /// Reports that the API has no such request.
    fn unknown_endpoint(&mut self, head: &Head<'_>, has_body: bool) {
        let method = head.method();
        let near: Vec<_> = ENDPOINTS
            .iter()
            .filter(|endpoint| endpoint.method() == method && head.is_near(endpoint))
            .collect();
        let methods: Vec<_> = ENDPOINTS.iter().filter(|endpoint| head.is_at(endpoint)).collect();
        let mut finding = said(Rule::UnknownEndpoint, format!("the API has no {}", code(&head.shown())));
        let words = Words(&mut finding)
            .fact(Fact::Got, head.shown())
            .api_error(Some("APIGW.0101"));
        let words = if head.method.is_none() {
            words.note("a request line without a method is a `GET`")
        } else {
            words
        };
        let range = match (&near[..], &methods[..]) {
            ([near], _) if head.method.is_some() => {
                let steps = head.steps(near).unwrap_or_default().iter().zip(near.steps());
                let wrong = steps
                    .filter(|((here, _), wanted)| !wanted.starts_with('{') && here != wanted && !is_variable(here));
                let edits: Vec<Edit> = wrong.map(|((_, range), wanted)| edit(*range, wanted)).collect();
                let range = edits.first().map(|edit| Range {
                    start: edit.start,
                    end: edit.end,
                });
                let fix = Fix {
                    title: format!("send it as `{}`", near.name).into(),
                    safety: Safety::Unsafe,
                    edits,
                };
                words.help(fix.title.clone()).fix(Some(fix).filter(|_| self.mendable));
                range
            }
            (_, [first, ..]) => {
                let known = either(methods.iter().map(|endpoint| endpoint.method()));
                let words = words.help(format!("`{}` takes {known}", first.path()));
                // With a body and without a method it is one that creates.
                let creates = methods.iter().any(|endpoint| endpoint.document.is_some());
                let fix = (head.method.is_none() && has_body && creates && self.mendable).then(|| {
                    let start = Range {
                        end: head.line.start,
                        ..head.line
                    };
                    replace(start, "POST ", "write `POST` before it")
                });
                words.fix(fix);
                head.method.map(|(_, range)| range)
            }
            _ => {
                words.help(format!("a tracker is created with {}", creators()));
                None
            }
        };
        self.push(finding, range.unwrap_or(head.line));
    }

    /// Judges the header that says what the body is.
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
        let message = match (value, is_json) {
            ("", _) => "the content type of the body is empty".to_owned(),
            (_, true) => format!("the body is sent as {}, but JSON is UTF-8", code(value)),
            (_, false) => format!("the body is sent as {}, not as JSON", code(value)),
        };
        let fix = Some(Fix {
            safety: Safety::Safe,
            ..replace(range, "application/json", "write `application/json`")
        });
        let mut finding = said(Rule::UnusualContentType, message);
        Words(&mut finding)
            .help("write `application/json`")
            .fix(fix.filter(|_| self.mendable))
            .fact(Fact::Got, value.to_owned());
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

/// A finding to which one thing after the other is added. What is said of requests is said as text.
struct Words<'f>(&'f mut Finding);

impl Words<'_> {
    fn message(self, message: impl Into<Text>) -> Self {
        self.0.message = message.into();
        self
    }

    fn label(self, label: impl Into<Text>) -> Self {
        self.0.label = Some(label.into());
        self
    }

    fn note(self, note: impl Into<Text>) -> Self {
        self.0.note = Some(note.into());
        self
    }

    fn help(self, help: impl Into<Text>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    fn related(self, message: impl Into<Text>, range: Range) -> Self {
        self.0.related.push(Related {
            message: message.into(),
            span: Some(span_of(range)),
        });
        self
    }

    fn fix(self, fix: Option<Fix>) -> Self {
        self.0.fix = fix;
        self
    }

    fn fact(self, fact: Fact, text: impl Into<Text>) -> Self {
        self.0.params.0.push((fact, Param::Text(text.into())));
        self
    }

    fn cite(self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    fn api_error(self, api_error: Option<&'static str>) -> Self {
        self.0.api_error = api_error;
        self
    }
}

/// A finding that says no more than this, of the severity that the catalogue gives it.
fn said(rule: Rule, message: impl Into<Text>) -> Finding {
    Finding::new(rule, rule.info().severity, message)
}

/// What a body is because of where it is sent.
const fn sent(endpoint: &'static Endpoint, document: Option<&'static Document>) -> Detection {
    Detection {
        document,
        reason: Reason::Sent(endpoint.name),
    }
}

fn detect(tree: &Tree<'_>) -> Detection {
    tree.root().map_or(UNTOLD, detect_value)
}

/// Whether a body is plainly the request of the other version: it has a field that tells, and none that only this
/// version has.
fn is_of_other_version(document: &'static Document, root: Value<'_, '_>) -> bool {
    let Detection {
        document: Some(other),
        reason: Reason::Has(_),
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

/// How a tracker is created, for help.
fn creators() -> String {
    let names = ENDPOINTS.iter().filter(|endpoint| endpoint.document.is_some());
    either(names.map(|endpoint| endpoint.name))
}

/// How a tracker of a version is created, for help.
fn creators_of(version: Version) -> String {
    let names = ENDPOINTS
        .iter()
        .filter(|endpoint| endpoint.document.is_some() && endpoint.version == version);
    either(names.map(|endpoint| endpoint.name))
}

fn edit(range: Range, text: &'static str) -> Edit {
    Edit {
        start: range.start,
        end: range.end,
        text: text.into(),
    }
}

fn replace(range: Range, text: &'static str, title: &'static str) -> Fix {
    Fix {
        title: title.into(),
        safety: Safety::Unsafe,
        edits: vec![edit(range, text)],
    }
}

impl Finding {
    /// Moves it to where its text stands in a larger one; lines and columns are not yet counted out.
    fn shift(&mut self, by: u32) {
        let related = self.related.iter_mut().map(|related| &mut related.span);
        for span in std::iter::once(&mut self.span).chain(related).flatten() {
            span.start.offset += by;
            span.end.offset += by;
        }
        for edit in self.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.start += by;
            edit.end += by;
        }
    }
}

#[cfg(test)]
mod tests;
