//! The entry points that check, detect and fix a text.

use std::borrow::Cow;

use crate::api::v1;
use crate::check::{
    Checker, Path, Problem, Reporter, Suggestion, Values, Violation, applies, check_body as violations_of,
    detect_if_valid, detect_value, identify, inner_bodies, is_ambiguous, is_like_json, opener,
};
use crate::diagnostics::{
    Detection, Finding, Fix, Found, Options, PositionIndex, Report, Safety, locate_finding, locate_findings, span_of,
};
use crate::fix::{Fixed, edit, fix_all_with};
use crate::http::{check_http, check_http_with};
use crate::json::{Decoded, Kind, Range, Syntax, Tree, decode, parse, quote};
use crate::messages::MessageId;
use crate::model::{Document, Row, Rule};

/// Checks a text and reports everything that is wrong with it.
///
/// The text may be anything: syntax errors are reported, and every field that can be read despite them is checked. Time
/// and memory are linear in the length of the text.
///
/// ```
/// use ctslint::{Language, Options, check};
///
/// let body = r#"{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}"#;
/// let report = check(body, &Options::default());
/// assert_eq!(report.findings[0].message(Language::En), "unknown field `tracker_nmae`");
/// assert_eq!(report.findings[0].path.as_deref(), Some("/tracker_nmae"));
/// ```
#[must_use]
pub fn check(text: impl AsRef<[u8]>, options: &Options) -> Report {
    let bytes = text.as_ref();
    match options.requests {
        true if is_short(bytes) => check_http(bytes, options),
        true => check_body_with(bytes, options, |_, _| ()).0,
        false => check_body(bytes, options),
    }
}

/// Whether all positions of a text fit into `u32`. Otherwise it is not parsed; `Decoded::tree` reports that.
fn is_short(bytes: &[u8]) -> bool {
    u32::try_from(bytes.len()).is_ok()
}

/// Checks a text as one body, even if the options say that it holds requests. Callers that never have requests save the code for
/// them: it is a seventh of the WebAssembly module.
#[must_use]
pub fn check_body(text: impl AsRef<[u8]>, options: &Options) -> Report {
    let text = text.as_ref();
    match detect_if_valid(text, options) {
        Some(detection) => Report::new(detection, Vec::new()),
        None => check_body_with(text, options, |_, _| ()).0,
    }
}

/// Checks a text, then passes the report and the values to `then`, which may add and remove findings of its own rules.
/// The text is parsed only once.
///
/// ```
/// use ctslint::{Options, check_with};
///
/// let body = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
/// let (_, name) = check_with(body, &Options::default(), |_, values| {
///     let body = values.bodies().next()?;
///     Some(body.text("/tracker_name")?.into_owned())
/// });
/// assert_eq!(name.as_deref(), Some("system"));
/// ```
pub fn check_with<R>(
    text: impl AsRef<[u8]>,
    options: &Options,
    then: impl FnOnce(&mut Report, &Values<'_>) -> R,
) -> (Report, R) {
    let bytes = text.as_ref();
    if options.requests && is_short(bytes) {
        return check_http_with(bytes, options, then);
    }
    check_body_with(bytes, options, then)
}

/// Checks a text, then passes on what was found: each finding is made when it is asked for, and not held.
///
/// A text of a megabyte can have ten thousand findings, which take ten times its size when they are held.
///
/// ```
/// use ctslint::{Language, Options, check_by_finding};
///
/// let messages = check_by_finding(r#"{"tracker_type": 'system'}"#, &Options::default(), |found| {
///     let mut messages = Vec::new();
///     found.each(|finding| messages.push(finding.message(Language::En)));
///     messages
/// });
/// assert!(messages.iter().any(|message| message == "this string stands in single quotes"));
/// ```
pub fn check_by_finding<R>(text: impl AsRef<[u8]>, options: &Options, then: impl FnOnce(&Found<'_>) -> R) -> R {
    let bytes = text.as_ref();
    if options.requests {
        return then(&Found::of(&check(bytes, options)));
    }
    if let Some(detection) = detect_if_valid(bytes, options) {
        return then(&Found::made(detection, &|_| ()));
    }
    check_by_finding_with(bytes, options, |found, _| then(found))
}

/// Works like [`check_by_finding`], and passes on the values as well, as [`check_with`] does.
pub fn check_by_finding_with<R>(
    text: impl AsRef<[u8]>,
    options: &Options,
    then: impl FnOnce(&Found<'_>, &Values<'_>) -> R,
) -> R {
    let bytes = text.as_ref();
    if options.requests {
        return check_with(bytes, options, |report, values| then(&Found::of(report), values)).1;
    }
    let decoded = decode(bytes);
    let tree = decoded.tree(options.syntax());
    if escaped(&tree, options).is_some() {
        return check_body_with(bytes, options, |report, values| then(&Found::of(report), values)).1;
    }
    let (detection, violations) = examine(&tree, options);
    let reporter = reporter(&decoded, &tree, detection.document, options);
    let listed = reporter.list(&violations);
    let index = PositionIndex::of(Cow::Borrowed(tree.text()), decoded.encoding);
    let is_utf8 = matches!(decoded.text, Cow::Borrowed(_));
    let values = Values::of(&tree, decoded.encoding, detection.document);
    let pass = |then: &mut dyn FnMut(&Finding)| {
        for mut finding in listed.findings() {
            finding.fix = finding.fix.filter(|_| is_utf8);
            locate_finding(&index, &mut finding);
            then(&finding);
        }
    };
    then(&Found::made(detection, &pass), &values)
}

fn check_body_with<R>(
    bytes: &[u8],
    options: &Options,
    then: impl FnOnce(&mut Report, &Values<'_>) -> R,
) -> (Report, R) {
    let decoded = decode(bytes);
    let tree = decoded.tree(options.syntax());
    let (detection, mut findings) = match escaped(&tree, options) {
        Some((detection, finding)) => (detection, finding.into_iter().collect()),
        None => {
            let (detection, violations) = examine(&tree, options);
            let reporter = reporter(&decoded, &tree, detection.document, options);
            (detection, reporter.findings(&violations))
        }
    };
    if !matches!(decoded.text, Cow::Borrowed(_)) {
        findings.iter_mut().for_each(|finding| finding.fix = None);
    }
    locate_findings(tree.text(), decoded.encoding, &mut findings);
    let mut report = Report::new(detection, findings);
    let result = then(&mut report, &Values::of(&tree, decoded.encoding, detection.document));
    (report, result)
}

/// What a text is that holds a body as it stands inside a JSON string, with a backslash before each quotation mark: `None` if it
/// is another text. The finding is missing if its rule is off.
fn escaped(tree: &Tree<'_>, options: &Options) -> Option<(Detection, Option<Finding>)> {
    let text = tree.text().trim();
    // Behind the brace there may be line ends and indents, escaped or not.
    let blank = ["\\n", "\\r", "\\t", " ", "\n", "\r", "\t"];
    let mut start = text.strip_prefix('{')?;
    while let Some(rest) = blank.iter().find_map(|blank| start.strip_prefix(blank)) {
        start = rest;
    }
    if tree.errors().is_empty() || !start.starts_with("\\\"") {
        return None;
    }
    let text_of_string = text.replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
    let string = format!("\"{text_of_string}\"");
    let string = parse(&string, Syntax::default());
    let body = string
        .root()
        .filter(|_| string.errors().is_empty())?
        .text()
        .into_owned();
    let inner = parse(&body, options.syntax());
    let (detection, _) = inner.errors().is_empty().then(|| examine(&inner, options))?;
    let document = detection.document?;
    let rule = Rule::InvalidJson;
    let finding = options.severities.get(rule, rule.info().severity).map(|severity| {
        let start = tree.text().len() - tree.text().trim_start().len();
        let range = Range::new(start, start + text.len());
        let mut finding = Finding::new(rule, severity, MessageId::BodyIsEscaped);
        finding.help(MessageId::RemoveEscapes).answered_with(document.not_json);
        // Its first quotation mark shows what is meant.
        finding.span = Some(span_of(Range::new(start + 1, start + 3)));
        finding.fix = Some(Fix {
            title: MessageId::RemoveEscapes,
            safety: Safety::Safe,
            edits: vec![edit(range, body)],
        });
        finding
    });
    Some((detection, finding))
}

fn reporter<'c, 't>(
    decoded: &Decoded<'_>,
    tree: &'c Tree<'t>,
    document: Option<&'static Document>,
    options: &'c Options,
) -> Reporter<'c, 't> {
    Reporter {
        tree,
        fixable: matches!(decoded.text, Cow::Borrowed(_)) && document.is_some() && !is_ambiguous(tree),
        has_positions: true,
        document,
        options,
    }
}

/// Detects the document of a parsed body, and checks the body as that document.
fn examine<'a, 't>(tree: &'a Tree<'t>, options: &Options) -> (Detection, Vec<Violation<'a, 't>>) {
    let root = tree.root();
    let is_applicable = |document| !options.assumed || root.is_some_and(|root| applies(document, root));
    let detected = match options.document {
        None => root.map(identify),
        Some(_) => None,
    };
    let detection = match (options.document, &detected) {
        (Some(document), _) if is_applicable(document) => Detection::named(document),
        (None, Some(detected)) => detected.detection().for_provider(options.provider_of(None)),
        _ => Detection::UNKNOWN,
    };
    let mut violations = Vec::new();
    if let Some(root) = root {
        match detection.document {
            Some(document) => {
                violations = violations_of(document, root, options, false, detected);
            }
            None => {
                let bodies = inner_bodies(root);
                // A text with syntax errors whose root is not an object is not a body; its syntax errors are enough.
                let is_object = root.kind() == Kind::Object && is_like_json(tree);
                if is_object || tree.errors().is_empty() || !bodies.is_empty() {
                    violations.push(Violation {
                        path: Path::Body,
                        range: bodies.first().map_or_else(|| opener(root), |body| body.range),
                        problem: Problem::UnknownApi {
                            root,
                            reason: detection.reason,
                            bodies,
                        },
                        item: None,
                    });
                }
            }
        }
    }
    (detection, violations)
}

/// Checks a value. The findings have neither spans nor fixes, because there is no text.
#[must_use]
pub fn check_value(value: &serde_json::Value, options: &Options) -> Report {
    check_value_text(value.to_string(), options)
}

/// Checks a value the caller holds in memory, given here as JSON. A value that JSON does not have, such as `NaN`, may
/// be written as a bare word. The findings have neither spans nor fixes.
#[must_use]
pub fn check_value_text(text: impl AsRef<[u8]>, options: &Options) -> Report {
    let decoded = decode(text.as_ref());
    let tree = decoded.tree(options.syntax());
    let (detection, violations) = examine(&tree, options);
    let mut reporter = reporter(&decoded, &tree, detection.document, options);
    reporter.has_positions = false;
    Report::new(detection, reporter.findings(&violations))
}

/// Checks the value of one field, such as one input of a form. Rules about several fields are not applied.
///
/// `pointer` is the JSON Pointer of the field in its document, such as `/obs_info/bucket_name`; if there is no such
/// field, the result is an `unknown-field`. The findings have neither spans nor fixes.
#[must_use]
pub fn check_field(document: &'static Document, pointer: &str, value: &serde_json::Value) -> Vec<Finding> {
    check_field_text(document, pointer, &value.to_string())
}

/// Checks the value of one field like [`check_field`]; the value is given as in [`check_value_text`].
#[must_use]
pub fn check_field_text(document: &'static Document, pointer: &str, text: &str) -> Vec<Finding> {
    findings_on_field(Some(document), pointer, text)
}

/// Checks the value of a field; without a document, the project ID in the path of a request.
fn findings_on_field(document: Option<&'static Document>, pointer: &str, text: &str) -> Vec<Finding> {
    let tree = parse(text, Syntax::default());
    let mut checker = Checker::new(document.unwrap_or(&v1::CREATE_REQUEST));
    if let Some(root) = tree.root() {
        match document.map(|document| (document, document.field_ref(pointer))) {
            None => {
                let row = Row {
                    object: &v1::PATH,
                    field: &v1::PATH.fields[0],
                };
                checker.check_value(row, root, None);
            }
            Some((_, Some(id))) => checker.check_field(id, root),
            Some((document, None)) => {
                let problem = Problem::Unknown {
                    key: root,
                    object: document.root,
                    suggestion: Suggestion::None,
                };
                checker.violations.push(Violation {
                    problem,
                    path: Path::At(pointer),
                    range: root.range(),
                    item: None,
                });
            }
        }
    }
    let reporter = Reporter {
        tree: &tree,
        fixable: false,
        has_positions: false,
        document,
        options: &Options::default(),
    };
    reporter.findings(&checker.violations)
}

/// Checks the project ID in the path of a request, without slashes: 32 letters and digits.
///
/// Placeholders such as `{project_id}` and masked IDs such as `bb1xxxxxxxxe4f498cbxxxxxxxx35634` are accepted.
///
/// ```
/// assert!(ctslint::check_project_id("{project_id}").is_empty());
/// assert_eq!(ctslint::check_project_id("42")[0].rule, ctslint::Rule::UnusualProjectId);
/// ```
#[must_use]
pub fn check_project_id(id: &str) -> Vec<Finding> {
    findings_on_field(None, "", &quote(id))
}

/// Detects which document a text is.
///
/// Syntax errors do not matter as long as the fields can be read.
///
/// ```
/// use ctslint::Language;
///
/// let detection = ctslint::detect(r#"{"tracker_type": "system"}"#);
/// assert_eq!(detection.document.unwrap().name(), "v3-create-request");
/// assert_eq!(detection.reason.worded(Language::En), "it has `tracker_type`");
/// ```
#[must_use]
pub fn detect(text: impl AsRef<[u8]>) -> Detection {
    let decoded = decode(text.as_ref());
    let tree = parse(&decoded.text, Syntax { comments: true });
    tree.root().map_or(Detection::UNKNOWN, detect_value)
}

/// Checks a text, applies the fixes up to the given safety, and repeats this until nothing is left to fix.
///
/// The result is stable: fixing it again changes nothing. A round fixes no more than a report lists, which are 10,000
/// findings; so the time grows with the number of findings, too, where there are more. A round that makes no progress is
/// undone. A text that is not UTF-8 has no fixes.
///
/// # Why it terminates
///
/// A fix may uncover another problem, so the number of findings with a fix can stay the same. Instead, every round
/// decreases this tuple in lexicographic order:
///
/// 1. the bytes after the last listed syntax error, if there are too many errors to list; if a body has more findings
///    than are listed, their number may decrease instead;
/// 2. the syntax errors, with or without a fix: fixing one can uncover a problem in the value around it, and can make
///    the fix of another one clear;
/// 3. the misspelt keys of the body that have a fix, safe or not: renaming one uncovers the problems inside its value;
/// 4. the misspelt keys of its objects that have a fix, safe or not, for the same reason;
/// 5. the values and missing fields that have a fix: fixing one can uncover a contradiction between fields;
/// 6. the contradictions between fields that have a fix.
///
/// ```
/// use ctslint::{Options, Safety, fix_all};
///
/// let fixed = fix_all("{tracker_type: 'system',}", &Options::default(), Safety::Safe);
/// assert_eq!(fixed.text.as_deref(), Some(r#"{"tracker_type": "system", "tracker_name": "system"}"#));
/// ```
#[must_use]
pub fn fix_all(text: impl AsRef<[u8]>, options: &Options, safety: Safety) -> Fixed {
    fix_all_with(text, safety, |text| check(text, options))
}
