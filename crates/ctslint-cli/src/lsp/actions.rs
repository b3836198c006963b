//! What can be done about findings, and with a document: fixes, accepting a finding, and the translation to v3.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use ctslint::{
    Document as Kind, DocumentKind, Finding, Fix, Message, MessageId, Param, ParamName, Params, Safety, TranslateError,
    TranslateOptions, Version,
};
use gen_lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionParams, CodeActionTriggerKind, CreateFile, DocumentChange,
    Edit, OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextDocumentIdentifier, TextEdit,
    WorkspaceEdit,
};

use super::diagnostics;
use super::document::{Document, State};
use super::options::Client;
use super::text::Text;
use super::uri;
use crate::project::IgnoreText;
use crate::project::suppress::FILE_NAME;

/// The kind of the action that applies all safe fixes.
pub(super) const FIX_ALL: &str = "source.fixAll.ctslint";

/// The kind of the action that translates.
pub(super) const TRANSLATE: &str = "refactor.rewrite.ctslint";

/// The kind of what is done about one finding.
pub(super) const QUICK_FIX: &str = "quickfix";

/// What can be done at a place. `others` are the texts of the open documents, by address.
pub(super) fn of(
    document: &mut Document,
    params: &CodeActionParams,
    client: &Client,
    others: &dyn Fn(&str) -> Option<String>,
) -> Vec<CodeAction> {
    let State::Checked(report) = document.state() else {
        return Vec::new();
    };
    let (kind, findings) = (report.document, report.findings.clone());
    let context = &params.context;
    let mut actions = Vec::new();
    if is_wanted(context, QUICK_FIX) {
        let meets = |finding: &&Finding| {
            let range = document.text.range_of(finding.span);
            range.start <= params.range.end && params.range.start <= range.end
        };
        let here: Vec<&Finding> = findings.iter().filter(meets).collect();
        actions.extend(here.iter().filter_map(|finding| fix(document, finding, client)));
        actions.extend(
            here.iter()
                .filter_map(|finding| accept(document, finding, client, others)),
        );
    }
    // While the cursor moves, an editor asks for what is beside it, not for the rest.
    let is_invoked = context.trigger_kind != Some(CodeActionTriggerKind::Automatic) || context.only.is_some();
    let is_safe = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.safety == Safety::Safe);
    if is_invoked && is_wanted(context, FIX_ALL) && findings.iter().any(is_safe) {
        actions.extend(fix_all(document, client));
    }
    if is_invoked && is_wanted(context, TRANSLATE) {
        actions.extend(translate(document, kind, client));
    }
    actions
}

/// Whether an editor wants actions of a kind: without a wish it takes all, and a wish stands for those whose kinds begin with it.
fn is_wanted(context: &CodeActionContext, kind: &str) -> bool {
    let is_in = |only: &CodeActionKind| {
        let only = String::from(only.clone());
        only.is_empty()
            || kind
                .strip_prefix(&*only)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context.only.as_ref().is_none_or(|only| only.iter().any(is_in))
}

/// Applies the fix of a finding.
fn fix(document: &Document, finding: &Finding, client: &Client) -> Option<CodeAction> {
    let Fix { safety, edits, .. } = finding.fix.as_ref()?;
    let title = finding.worded(client.language).fix?.title;
    let offsets: Vec<u32> = edits.iter().flat_map(|edit| [edit.start, edit.end]).collect();
    let places = document.text.positions(&offsets);
    let edits = edits
        .iter()
        .zip(places.as_chunks::<2>().0)
        .map(|(edit, &[start, end])| TextEdit {
            range: Range { start, end },
            new_text: edit.text.clone().into_owned(),
        });
    Some(CodeAction {
        title: title.into_owned(),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![diagnostics::diagnostic(
            finding,
            &document.uri,
            &document.text,
            client,
        )]),
        is_preferred: (*safety == Safety::Safe).then_some(true),
        edit: Some(edit_of(document, edits.collect(), client)),
        ..CodeAction::default()
    })
}

/// Applies all safe fixes.
fn fix_all(document: &Document, client: &Client) -> Option<CodeAction> {
    let fixed = document.fixed()?;
    Some(CodeAction {
        title: MessageId::EditorFixAll.text(client.language).into_owned(),
        kind: Some(CodeActionKind::Custom(FIX_ALL.into())),
        edit: Some(edit_of(document, vec![change(&document.text, &fixed)], client)),
        ..CodeAction::default()
    })
}

/// Adds an entry to `ctslint-ignore.toml`.
fn accept(
    document: &Document,
    finding: &Finding,
    client: &Client,
    others: &dyn Fn(&str) -> Option<String>,
) -> Option<CodeAction> {
    let path = document.path.as_deref()?;
    let here = client
        .folders
        .iter()
        .find(|folder| path.starts_with(folder))
        .map(AsRef::as_ref);
    let (target, entries) = document.acceptance(finding, here)?;
    let address = uri::beside(&document.uri, path, &target)?;
    let (old, is_new) = match others(&address) {
        Some(text) => (text, false),
        None => read(&target)?,
    };
    let mut text = IgnoreText::new(old.clone());
    text.add(&entries, &MessageId::EditorReason.text(client.language))
        .ok()?;
    let old = Text::new(old, client.encoding);
    let edit = change(&old, text.as_str());
    let params = [(ParamName::Name, finding.rule.name()), (ParamName::File, FILE_NAME)];
    Some(CodeAction {
        title: worded(MessageId::EditorAccept, params.into(), client),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(vec![diagnostics::diagnostic(
            finding,
            &document.uri,
            &document.text,
            client,
        )]),
        edit: Some(edit_elsewhere(&address, is_new, edit, client)?),
        ..CodeAction::default()
    })
}

/// The text of a file, and whether there is none yet; `None` where it can't be read.
fn read(path: &Path) -> Option<(String, bool)> {
    match fs::read_to_string(path) {
        Ok(text) => Some((text, false)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some((String::new(), true)),
        Err(_) => None,
    }
}

/// Writes the v3 body, or the requests of v3, into a file beside the document.
fn translate(document: &Document, kind: Option<&'static Kind>, client: &Client) -> Option<CodeAction> {
    let is_v1 = kind.is_some_and(|kind| kind.kind() == DocumentKind::Request && kind.version() == Some(Version::V1));
    if !is_v1 && !document.requests() {
        return None;
    }
    let translation = |losses: &[String]| {
        let options = TranslateOptions {
            comments: document.comments(),
            allow_loss: losses,
            ..TranslateOptions::default()
        };
        match document.requests() {
            true => ctslint::translate_requests(document.text.as_str(), &options),
            false => ctslint::translate(document.text.as_str(), &options),
        }
    };
    let (translated, losses) = match translation(&[]) {
        Ok(translated) => (translated, Vec::new()),
        Err(error @ TranslateError::Refused { .. }) => {
            let TranslateError::Refused { needed, .. } = &error else {
                return None;
            };
            let needed: Vec<String> = needed.iter().map(|&name| name.to_owned()).collect();
            (translation(&needed).ok()?, error.losses())
        }
        Err(_) => return None,
    };
    let is_free = |address: &String| uri::path_of(address).is_none_or(|path| !path.exists());
    let marks = ["v3", "v3-2", "v3-3", "v3-4", "v3-5"];
    let mut addresses = marks.iter().map(|mark| uri::marked(&document.uri, mark));
    let address = addresses.find(is_free)?;
    let file = (ParamName::File, Param::from(uri::name_of(&address)));
    let title = match losses.is_empty() {
        true => worded(MessageId::EditorTranslate, [file].into(), client),
        false => {
            let losses = Param::List(losses.into_iter().map(Cow::Owned).collect());
            worded(
                MessageId::EditorTranslateLosing,
                [file, (ParamName::Losses, losses)].into(),
                client,
            )
        }
    };
    let edit = TextEdit {
        range: Range::default(),
        new_text: translated.body,
    };
    Some(CodeAction {
        title,
        kind: Some(CodeActionKind::Custom(TRANSLATE.into())),
        edit: Some(edit_elsewhere(&address, true, edit, client)?),
        ..CodeAction::default()
    })
}

fn worded(id: MessageId, params: Params, client: &Client) -> String {
    Message { id, params }.worded(client.language).into_owned()
}

/// The one edit that makes a text of another: what is the same at both ends stays.
fn change(old: &Text, new: &str) -> TextEdit {
    let text = old.as_str();
    let common = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs
            .take_while(|(old, new)| old == new)
            .map(|(old, _)| old.len_utf8())
            .sum()
    };
    let start = common(&mut text.chars().zip(new.chars()));
    let end = common(&mut text[start..].chars().rev().zip(new[start..].chars().rev()));
    TextEdit {
        range: old.range(start as u32, (text.len() - end) as u32),
        new_text: new[start..new.len() - end].to_owned(),
    }
}

/// An edit of a document.
fn edit_of(document: &Document, edits: Vec<TextEdit>, client: &Client) -> WorkspaceEdit {
    if !client.document_changes {
        return WorkspaceEdit {
            changes: Some(HashMap::from([(document.uri.as_str().into(), edits)])),
            ..WorkspaceEdit::default()
        };
    }
    let change = edits_at(&document.uri, Some(document.version), edits);
    WorkspaceEdit {
        document_changes: Some(vec![change]),
        ..WorkspaceEdit::default()
    }
}

/// An edit of another file, which is made first where it is new; `None` where the editor can't do that.
fn edit_elsewhere(uri: &str, is_new: bool, edit: TextEdit, client: &Client) -> Option<WorkspaceEdit> {
    if !client.document_changes || (is_new && !client.creates_files) {
        return None;
    }
    let creation = is_new.then(|| DocumentChange::CreateFile(CreateFile::new(uri.into(), None, None)));
    let change = edits_at(uri, None, vec![edit]);
    Some(WorkspaceEdit {
        document_changes: Some(creation.into_iter().chain([change]).collect()),
        ..WorkspaceEdit::default()
    })
}

fn edits_at(uri: &str, version: Option<i32>, edits: Vec<TextEdit>) -> DocumentChange {
    DocumentChange::TextDocumentEdit(TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri: uri.into() },
        },
        edits: edits.into_iter().map(Edit::TextEdit).collect(),
    })
}
