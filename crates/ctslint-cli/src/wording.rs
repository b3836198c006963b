//! Reports in words. The messages of the library name no command and no option; what only the command line can offer is added
//! here.

use std::borrow::Cow;

use ctslint::{
    Change, CompareError, Finding, Language, MessageId, NoTracker, Param, ParamName, Report, Severity, Text,
    TranslateError, WordedChange, WordedFinding, WordedReport,
};

use crate::input::files::{Input, STDIN};
use crate::messages::{Message, listed};

/// The report on a text in words. `file` is the argument that names the text to `ctslint translate`, where that can read it.
pub(crate) fn worded(report: &Report, file: Option<&str>, language: Language) -> WordedReport {
    let has_errors = has_errors(report);
    let findings = report.findings.iter();
    WordedReport {
        document: report.document,
        reason: report.reason.worded(language),
        detection: report.detection,
        findings: findings
            .map(|finding| word(finding, file, has_errors, language))
            .collect(),
    }
}

/// Whether one of the findings is an error.
pub(crate) fn has_errors(report: &Report) -> bool {
    let mut findings = report.findings.iter();
    findings.any(|finding| finding.severity == Severity::Error)
}

/// A finding in words. `file` is as for [`worded`], and `has_errors` says whether one of the findings on the text is an error.
pub(crate) fn word(finding: &Finding, file: Option<&str>, has_errors: bool, language: Language) -> WordedFinding {
    let mut worded = finding.worded(language);
    if let Some(help) = help(finding, file, has_errors, language) {
        worded.help = Some(help);
    }
    worded
}

/// The name of a severity in words.
pub(crate) fn severity(severity: Severity, language: Language) -> Text {
    let name = match severity {
        Severity::Error => MessageId::SeverityError,
        Severity::Warning => MessageId::SeverityWarning,
        Severity::Info => MessageId::SeverityInfo,
    };
    name.text(language)
}

/// The argument that names a file to `ctslint translate`; `None` where whole requests come from standard input, where it expects a body.
pub(crate) fn translatable<'n>(file: &Input, name: &'n str) -> Option<&'n str> {
    match (file.stdin, file.requests()) {
        (true, true) => None,
        (true, false) => Some(STDIN),
        (false, _) => Some(name),
    }
}

/// The changes of a translation in words.
pub(crate) fn changes(changes: &[Change], language: Language) -> Vec<WordedChange> {
    changes.iter().map(|change| change.worded(language)).collect()
}

/// Why a body was not translated, and the options that help.
pub(crate) fn refusal(error: &TranslateError, language: Language) -> String {
    match error {
        TranslateError::Refused { needed, .. } => {
            let losses = &listed(&error.losses(), MessageId::ListAnd, language);
            let options: Vec<String> = needed.iter().map(|name| format!("--allow-loss {name}")).collect();
            let options = &options.join(" ");
            Message::WouldBeLost { losses, options }.worded(language)
        }
        TranslateError::NoTarget { .. } => {
            let is_answer = error.worded(language);
            let reason = divided(&is_answer, language).1;
            Message::AnswerNeedsTarget { reason }.worded(language)
        }
        TranslateError::NoTracker(reason @ NoTracker::Several { .. }) => several(reason, language),
        TranslateError::DataTracker => Message::DataTracker.worded(language),
        _ => error.worded(language),
    }
}

/// Why a request was not compared, and the option that helps.
pub(crate) fn incomparable(error: &CompareError, language: Language) -> String {
    match error {
        CompareError::NoTracker(reason @ NoTracker::Several { .. }) => several(reason, language),
        _ => error.worded(language),
    }
}

/// That a list has several trackers.
fn several(reason: &NoTracker, language: Language) -> String {
    let message = reason.message().worded(language);
    let list = divided(&message, language).0;
    Message::ChooseTracker { list }.worded(language)
}

/// The parts of a message before and behind its semicolon.
fn divided(message: &str, language: Language) -> (&str, &str) {
    let parts = message.split_once(&*MessageId::ListLimits.text(language));
    parts.unwrap_or((message, ""))
}

/// What to do, where the command line can say it better than the library.
fn help(finding: &Finding, file: Option<&str>, has_errors: bool, language: Language) -> Option<Text> {
    let help = match (finding.message, finding.help) {
        (MessageId::SuppressionChanged, _) => Message::MendOrAccept.worded(language),
        (MessageId::SuppressionUnused | MessageId::SuppressionFileGone, _) => Message::RemoveOrPrune.worded(language),
        (_, Some(MessageId::NameDocument)) => Message::NameIt.worded(language),
        (_, Some(MessageId::TranslateBody)) if file.is_some() => {
            let file = &argument(file?);
            Message::WritesRequests { file }.worded(language)
        }
        (_, Some(MessageId::NameListDocument)) => Message::NameList.worded(language),
        (_, Some(MessageId::TranslateBody)) => Message::TranslateDoes.worded(language),
        (_, Some(MessageId::ChooseProviderOrRemoveIt)) => Message::SayHuaweiOrRemoveIt.worded(language),
        (_, Some(MessageId::ChooseProviderOrRemoveThem)) => Message::SayHuaweiOrRemoveThem.worded(language),
        (_, Some(MessageId::ChooseProviderOrWrite)) => Message::SayHuaweiOrWrite.worded(language),
        (_, Some(MessageId::ChooseProviderOrWriteAndRemove)) => Message::SayHuaweiOrWriteAndRemove.worded(language),
        (_, Some(MessageId::TranslateIt)) => {
            let file = &argument(file?);
            Message::WritesBody { file, has_errors }.worded(language)
        }
        (_, Some(id @ (MessageId::CheckThatPart | MessageId::CheckContent))) => {
            let filter = &argument(&jq_filter(text(finding, ParamName::Path)?)).into_owned();
            let file = &argument(file.filter(|file| *file != STDIN)?);
            let advice = &id.text(language);
            Message::WithJq { advice, filter, file }.worded(language)
        }
        (_, Some(MessageId::CheckFileAs)) => {
            let (name, file) = (text(finding, ParamName::Name)?, text(finding, ParamName::File)?);
            Message::CheckFile { name, file }.worded(language)
        }
        _ => return None,
    };
    Some(help.into())
}

/// The filter of `jq` for what stands at a JSON Pointer.
fn jq_filter(pointer: &str) -> String {
    let mut filter = String::new();
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let is_name = |c: char| c.is_ascii_alphabetic() || c == '_';
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            filter += &format!("[{step}]");
        } else if step.starts_with(is_name) && step.chars().all(|c| is_name(c) || c.is_ascii_digit()) {
            filter += &format!(".{step}");
        } else {
            filter += &format!(".{}", serde_json::Value::from(step));
        }
    }
    match filter.starts_with('.') {
        true => filter,
        false => format!(".{filter}"),
    }
}

/// The param of that name, where it is a text.
fn text(finding: &Finding, name: ParamName) -> Option<&str> {
    match finding.params.get(name.name())? {
        Param::Text(text) => Some(text),
        _ => None,
    }
}

/// The name of a file as an argument on a command line: between quotation marks where a shell would read it otherwise.
fn argument(file: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:@+,%=".contains(c);
    if file.chars().all(is_plain) && !file.is_empty() {
        file.into()
    } else {
        format!("'{}'", file.replace('\'', r"'\''")).into()
    }
}

#[cfg(test)]
mod tests {
    use ctslint::{Options, TranslateOptions};

    use super::*;

    #[test]
    fn arguments_are_quoted_where_they_must_be() {
        assert_eq!(argument("trackers/prod-1.json"), "trackers/prod-1.json");
        assert_eq!(argument("my tracker's.json"), r"'my tracker'\''s.json'");
    }

    #[test]
    fn places_are_written_for_jq() {
        for (pointer, filter) in [
            ("", "."),
            ("/body", ".body"),
            ("/item/0/request/body/raw", ".item[0].request.body.raw"),
            ("/0/request", ".[0].request"),
            ("/a~1b/x y", ".\"a/b\".\"x y\""),
        ] {
            assert_eq!(jq_filter(pointer), filter);
        }
    }

    /// The help of the first finding on a text.
    fn first_help(text: &str, requests: bool, file: Option<&str>) -> String {
        let options = Options {
            requests,
            ..Options::default()
        };
        let report = worded(&ctslint::check(text, &options), file, Language::En);
        let help = report.findings.first().and_then(|finding| finding.help.clone());
        help.expect("it has a finding with help").into_owned()
    }

    #[test]
    fn what_only_the_command_line_can_offer_is_said() {
        let v1 = r#"{"bucket_name": "obs-f1da"}"#;
        let translated = "`ctslint translate 'a b.json'` writes the v3 body";
        assert_eq!(first_help(v1, false, Some("a b.json")), translated);
        assert_eq!(first_help(v1, false, None), "translate it to v3");
        assert_eq!(
            first_help(r#"{"a": 1}"#, false, Some("a.json")),
            "name it: `--as v3` for a v3 request, `--as v1` for a v1 request"
        );
        let request = "POST https://{endpoint}/v3/{project_id}/tracker\n\n";
        assert_eq!(
            first_help(&format!("{request}< ./body of v3.json\n"), true, None),
            "check it: `ctslint check --as v3 ./body of v3.json`"
        );
        assert_eq!(
            first_help(&format!("{request}{v1}\n"), true, None),
            "translate the body to v3: `ctslint translate` does that"
        );
    }

    #[test]
    fn losses_can_be_allowed() {
        let refusal = |text| {
            let error = ctslint::translate(text, &TranslateOptions::default()).expect_err("it is refused");
            refusal(&error, Language::En)
        };
        let key = r#""is_support_trace_files_encryption": true, "kms_id": "13a4207c-7abe-4b68-8510-16b84c3b5504""#;
        assert_eq!(
            refusal(format!("{{\"bucket_name\": \"obs-f1da\", {key}}}")),
            "`is_support_trace_files_encryption` and `kms_id` would be lost; \
             `--allow-loss is_support_trace_files_encryption` accepts that"
        );
        assert_eq!(refusal("{".to_owned()), "the v1 body is not valid");
    }
}
