//! The functions of the core, for the npm package.
//!
//! What is found goes out as plain objects: messages are ids and params there, and JavaScript puts them into words. Arguments
//! come in one by one: JavaScript has read the options of the caller by then, and knows that their names are right. To read
//! options as objects would take a sixth of the module.

use std::cell::RefCell;

use ctslint::{
    Change, CompareError, CompareOptions, Detection, DetectionReason, Difference, Document, Finding, Message, Options,
    Provider, Report, Rule, Safety, Severities, Severity, TranslateError, TranslateOptions, TranslateTo,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

type Answer = Result<JsValue, JsError>;

thread_local! {
    /// What was given for reports without findings: most bodies are right, and to make the object takes as long as to check the
    /// body. There are as many as there are reasons. JavaScript does not change them.
    static CLEAN: RefCell<Vec<(Detection, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Checks a text. `severities` are names of rules, each followed by its severity: `error`, `warning`, `info` or `off`.
#[wasm_bindgen]
pub fn check(
    text: &[u8],
    document: Option<String>,
    is_of_huawei: bool,
    comments: bool,
    severities: Vec<String>,
) -> Answer {
    report(ctslint::check_body(
        text,
        &options(document, is_of_huawei, comments, &severities)?,
    ))
}

/// Checks a value that is no text to its owner, written as JSON, or with words such as `NaN` for what JSON cannot say.
#[wasm_bindgen(js_name = checkValue)]
pub fn check_value(text: &str, document: Option<String>, is_of_huawei: bool, severities: Vec<String>) -> Answer {
    report(ctslint::check_value_text(
        text,
        &options(document, is_of_huawei, false, &severities)?,
    ))
}

/// Checks the value of a field, written as in [`check_value`].
#[wasm_bindgen(js_name = checkField)]
pub fn check_field(document: &str, pointer: &str, value: &str) -> Answer {
    answer(&ctslint::check_field_text(named(document)?, pointer, value))
}

/// Checks the project ID in the path of a request.
#[wasm_bindgen(js_name = checkProjectId)]
pub fn check_project_id(id: &str) -> Answer {
    answer(&ctslint::check_project_id(id))
}

/// Tells which document a text is, and why.
#[wasm_bindgen]
pub fn detect(text: &[u8], is_of_huawei: bool) -> Answer {
    answer(&ctslint::detect(text).for_provider(provider(is_of_huawei)))
}

/// Applies the safe fixes of a text, or all of them. `severities` are those of [`check`].
#[wasm_bindgen]
pub fn fix(
    text: &[u8],
    document: Option<String>,
    is_of_huawei: bool,
    comments: bool,
    severities: Vec<String>,
    is_unsafe: bool,
) -> Answer {
    let safety = if is_unsafe { Safety::Unsafe } else { Safety::Safe };
    let options = options(document, is_of_huawei, comments, &severities)?;
    let fixed = ctslint::fix_all_with(text, safety, |text| ctslint::check_body(text, &options));
    answer(&Fixed {
        text: fixed.text.as_deref(),
        fixed: fixed.fixed,
        remaining: &fixed.remaining,
    })
}

/// Translates a v1 body or an answer to a request of v3; the loss of these fields is allowed. `to` is `v3`, `v3-update` or missing, and
/// `name` that of a tracker in a list.
#[wasm_bindgen]
pub fn translate(
    text: &[u8],
    is_for_huawei: bool,
    comments: bool,
    allow_loss: Vec<String>,
    to: Option<String>,
    name: Option<String>,
) -> Answer {
    let options = TranslateOptions {
        provider: provider(is_for_huawei),
        comments,
        allow_loss: &allow_loss,
        to: to.as_deref().and_then(TranslateTo::from_name),
        name: name.as_deref(),
    };
    match ctslint::translate(text, &options) {
        Ok(translation) => answer(&Translation {
            body: Some(&translation.body),
            changes: &translation.changes,
            ..Translation::default()
        }),
        Err(error) => {
            let mut refused = Translation::default();
            match &error {
                TranslateError::Refused { changes, .. } => refused.changes = changes,
                TranslateError::Invalid { report } | TranslateError::Unsound { report, .. } => {
                    refused.findings = &report.findings;
                }
                _ => {}
            }
            refused.error = Some(error.message());
            refused.reason = error.reason().map(DetectionReason::message);
            answer(&refused)
        }
    }
}

/// Tells what a request would change of the tracker in an answer; `name` is that of a tracker in a list.
#[wasm_bindgen]
pub fn compare(
    request: &[u8],
    other: &[u8],
    document: Option<String>,
    is_of_huawei: bool,
    comments: bool,
    name: Option<String>,
) -> Answer {
    let options = CompareOptions {
        request: document.map(|name| named(&name)).transpose()?,
        provider: provider(is_of_huawei),
        comments,
        name: name.as_deref(),
    };
    match ctslint::compare(request, other, &options) {
        Ok(found) => answer(&Comparison {
            request: Some(found.request.name()),
            answer: Some(found.answer.name()),
            tracker: Some(&found.tracker),
            changes: found.has_changes(),
            differences: &found.differences,
            ..Comparison::default()
        }),
        Err(error) => {
            let mut refused = Comparison {
                error: Some(error.message()),
                reason: error.reason().map(DetectionReason::message),
                ..Comparison::default()
            };
            if let CompareError::InvalidRequest { report } | CompareError::InvalidAnswer { report } = &error {
                refused.findings = &report.findings;
            }
            answer(&refused)
        }
    }
}

/// What fixing did.
#[derive(Serialize)]
struct Fixed<'r> {
    text: Option<&'r str>,
    fixed: usize,
    remaining: &'r Report,
}

/// A v3 body, or why there is none.
#[derive(Default, Serialize)]
struct Translation<'r> {
    body: Option<&'r str>,
    error: Option<Message>,
    /// What stands behind the message, where it ends in a reason.
    reason: Option<Message>,
    changes: &'r [Change],
    findings: &'r [Finding],
}

/// What a request would change, or why that can't be told.
#[derive(Default, Serialize)]
struct Comparison<'r> {
    request: Option<&'static str>,
    answer: Option<&'static str>,
    tracker: Option<&'r str>,
    changes: bool,
    differences: &'r [Difference],
    error: Option<Message>,
    /// What stands behind the message, where it ends in a reason.
    reason: Option<Message>,
    findings: &'r [Finding],
}

fn options(
    document: Option<String>,
    is_of_huawei: bool,
    comments: bool,
    severities: &[String],
) -> Result<Options, JsError> {
    Ok(Options {
        document: document.map(|name| named(&name)).transpose()?,
        provider: Some(provider(is_of_huawei)),
        comments,
        severities: settings(severities)?,
        ..Options::default()
    })
}

const fn provider(is_huawei: bool) -> Provider {
    match is_huawei {
        true => Provider::Huawei,
        false => Provider::Otc,
    }
}

fn named(document: &str) -> Result<&'static Document, JsError> {
    Document::from_name(document).ok_or_else(|| JsError::new("there is no such document"))
}

fn settings(pairs: &[String]) -> Result<Severities, JsError> {
    let mut severities = Severities::default();
    for pair in pairs.chunks_exact(2) {
        let rule = Rule::from_name(&pair[0]).ok_or_else(|| JsError::new("there is no such rule"))?;
        let severity = match pair[1].as_str() {
            "error" => Some(Severity::Error),
            "warning" => Some(Severity::Warning),
            "info" => Some(Severity::Info),
            "off" => None,
            _ => return Err(JsError::new("there is no such severity")),
        };
        severities.set(rule, severity);
    }
    Ok(severities)
}

fn answer(found: &impl Serialize) -> Answer {
    Ok(found.serialize(&Serializer::json_compatible())?)
}

fn report(report: Report) -> Answer {
    if !report.findings.is_empty() {
        return answer(&report);
    }
    let detection = Detection {
        document: report.document,
        reason: report.reason,
        by: report.detection,
    };
    let is_same = |(known, _): &&(Detection, JsValue)| *known == detection;
    if let Some(given) = CLEAN.with_borrow(|clean| Some(clean.iter().find(is_same)?.1.clone())) {
        return Ok(given);
    }
    let given = answer(&report)?;
    CLEAN.with_borrow_mut(|clean| clean.push((detection, given.clone())));
    Ok(given)
}
