//! What a finding is to an editor.

use std::borrow::Cow;

use ctslint::{Finding, Message, MessageId, ParamName, Report, Severity};
use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Message as Shown,
    Uri,
};

use super::document::{Document, LARGEST_SHOWN, State};
use super::options::Client;
use super::text::Text;

/// Who says it.
const SOURCE: &str = "ctslint";

/// The page about the rules; each has an anchor of its name.
const RULES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules.md#");

/// The diagnostics of a document.
pub(super) fn of(document: &mut Document, client: &Client) -> Vec<Diagnostic> {
    let found = match document.state() {
        State::Ignored => Vec::new(),
        State::TooLarge => {
            let params = [(ParamName::Max, LARGEST_SHOWN)].into();
            let id = MessageId::EditorTooLarge;
            let text = Message { id, params }.worded(client.language);
            return vec![about_all(DiagnosticSeverity::Information, text)];
        }
        State::Unusable(problem) => {
            return vec![about_all(DiagnosticSeverity::Error, Cow::Owned(problem.to_owned()))];
        }
        State::Checked(Report { findings, .. }) => findings.clone(),
    };
    let diagnostic = |finding| self::diagnostic(finding, &document.uri, &document.text, client);
    found.iter().map(diagnostic).collect()
}

/// The diagnostic of a finding.
pub(super) fn diagnostic(finding: &Finding, uri: &str, text: &Text, client: &Client) -> Diagnostic {
    let worded = finding.worded(client.language);
    // What is said beside the place in an excerpt mostly repeats the note or the help, for want of room there.
    let label = worded
        .label
        .as_ref()
        .filter(|_| worded.note.is_none() && worded.help.is_none());
    let lines = [Some(&worded.message), label, worded.note.as_ref(), worded.help.as_ref()];
    let lines: Vec<&str> = lines.into_iter().flatten().map(AsRef::as_ref).collect();
    let related = worded.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location {
            uri: uri.into(),
            range: text.range_of(related.span),
        },
        message: related.message.clone().into_owned(),
    });
    let related: Vec<_> = related.collect();
    let rule = finding.rule.name();
    Diagnostic {
        range: text.range_of(finding.span),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Info => DiagnosticSeverity::Information,
        }),
        code: Some(Code::String(rule.to_owned())),
        code_description: Some(CodeDescription {
            href: Uri(format!("{RULES}{rule}")),
        }),
        source: Some(SOURCE.to_owned()),
        message: Shown::String(lines.join("\n")),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// A diagnostic that is not about a place.
fn about_all(severity: DiagnosticSeverity, message: Cow<'_, str>) -> Diagnostic {
    Diagnostic {
        severity: Some(severity),
        source: Some(SOURCE.to_owned()),
        message: Shown::String(message.into_owned()),
        ..Diagnostic::default()
    }
}
