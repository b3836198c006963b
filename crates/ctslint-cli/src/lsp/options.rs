//! What an editor tells of itself and wishes when it starts the server.

use std::path::PathBuf;

use ctslint::Language;
use serde_json::Value;

use super::text::Encoding;
use super::uri;

/// What the editor can do, and what it wishes.
#[derive(Clone, Debug, Default)]
pub(super) struct Client {
    /// What its columns count.
    pub(super) encoding: Encoding,
    /// The language of all texts.
    pub(super) language: Language,
    /// Whether edits can name the version of the document that they are for.
    pub(super) document_changes: bool,
    /// Whether edits can create files.
    pub(super) creates_files: bool,
    /// Whether a completion can have places to fill in.
    pub(super) snippets: bool,
    /// Whether symbols can stand in each other.
    pub(super) nested_symbols: bool,
    /// Whether it can be asked to tell when files change.
    pub(super) watches_files: bool,
    /// The folders that are open.
    pub(super) folders: Vec<PathBuf>,
}

impl Client {
    /// Reads the params of `initialize`. What is missing or strange there is something that the editor can't do.
    pub(super) fn new(params: &Value) -> Self {
        let can = |pointer: &str| params.pointer(&format!("/capabilities/{pointer}")) == Some(&Value::Bool(true));
        let lists = |pointer: &str, name: &str| {
            let list = params
                .pointer(&format!("/capabilities/{pointer}"))
                .and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|entry| entry == name))
        };
        let text = |pointer: &str| params.pointer(pointer).and_then(Value::as_str);
        let folders = params.get("workspaceFolders").and_then(Value::as_array);
        let folders = folders
            .into_iter()
            .flatten()
            .filter_map(|folder| folder["uri"].as_str());
        let mut client = Self {
            encoding: match lists("general/positionEncodings", "utf-8") {
                true => Encoding::Utf8,
                false => Encoding::Utf16,
            },
            language: text("/locale").and_then(language).unwrap_or_default(),
            document_changes: can("workspace/workspaceEdit/documentChanges"),
            creates_files: lists("workspace/workspaceEdit/resourceOperations", "create"),
            snippets: can("textDocument/completion/completionItem/snippetSupport"),
            nested_symbols: can("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            watches_files: can("workspace/didChangeWatchedFiles/dynamicRegistration"),
            folders: folders.chain(text("/rootUri")).filter_map(uri::path_of).collect(),
        };
        client.set(params.get("initializationOptions").unwrap_or(&Value::Null));
        client
    }

    /// Takes wishes: those of the start, or changed ones.
    pub(super) fn set(&mut self, wishes: &Value) {
        if let Some(language) = wishes.get("language").and_then(Value::as_str).and_then(language) {
            self.language = language;
        }
    }
}

/// The language of a name such as `de`, `de-AT` or `zh_CN`.
fn language(name: &str) -> Option<Language> {
    Language::from_name(name.split(['-', '_']).next()?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_editor_that_tells_nothing_can_do_nothing() {
        let client = Client::new(&json!({"capabilities": {"general": 7}, "locale": "xx"}));
        assert!(!client.document_changes && !client.creates_files && !client.snippets);
        assert_eq!((client.encoding, client.language), (Encoding::Utf16, Language::En));
    }

    #[test]
    fn a_wish_stands_above_the_language_of_the_editor() {
        let mut client = Client::new(&json!({"locale": "de-AT", "capabilities": {}}));
        assert_eq!(client.language, Language::De);
        client.set(&json!({"language": "zh_CN"}));
        assert_eq!(client.language, Language::Zh);
    }
}
