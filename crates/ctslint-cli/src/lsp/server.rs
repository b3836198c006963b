//! Answers messages: the life of the server, the documents that are open, and which request goes where.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use gen_lsp_types::{
    CodeActionParams, DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, Position, PublishDiagnosticsParams,
};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::document::Document;
use super::framing::Incoming;
use super::options::Client;
use super::outgoing::Outgoing;
use super::text::Encoding;
use super::{actions, completion, diagnostics, hover, symbols};
use crate::project::{Lookup, config, suppress};

/// A server with one editor.
pub(super) struct Server<'l, W> {
    out: Outgoing<W>,
    lookup: &'l Lookup,
    life: Life,
    client: Client,
    /// The open documents, by their addresses.
    documents: HashMap<String, Document>,
}

/// How far the server is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    /// `initialize` did not come yet.
    New,
    Running,
    /// `shutdown` came.
    ShutDown,
    /// `exit` came; whether `shutdown` did before.
    Ended(bool),
}

/// A place in a document, which is what most requests are about.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    text_document: gen_lsp_types::TextDocumentIdentifier,
    #[serde(default)]
    position: Position,
}

/// Why a request has no answer.
type Refusal = (ErrorCode, String);

impl<'l, W: Write> Server<'l, W> {
    pub(super) fn new(out: W, lookup: &'l Lookup) -> Self {
        Self {
            out: Outgoing::new(out),
            lookup,
            life: Life::New,
            client: Client::default(),
            documents: HashMap::new(),
        }
    }

    /// Whether the editor said `shutdown`.
    pub(super) fn was_shut_down(&self) -> bool {
        matches!(self.life, Life::ShutDown | Life::Ended(true))
    }

    /// Takes the messages that are waiting, then tells what changed. `false` at the end of the server's life.
    pub(super) fn take(&mut self, waiting: Vec<Incoming>) -> io::Result<bool> {
        let cancelled: HashSet<RequestId> = waiting.iter().filter_map(cancelled).collect();
        for incoming in waiting {
            match incoming {
                Incoming::Message(Message::Request(request)) if cancelled.contains(&request.id) => {
                    self.out
                        .refuse(Some(&request.id), ErrorCode::RequestCanceled, "cancelled")?;
                }
                Incoming::Message(Message::Request(request)) => self.request(request)?,
                Incoming::Message(Message::Notification(notification)) => self.notification(notification)?,
                Incoming::Message(Message::Response(_)) => {}
                Incoming::Broken { id, code, message } => self.out.refuse(id.as_ref(), code, &message)?,
            }
            if matches!(self.life, Life::Ended(_)) {
                return Ok(false);
            }
        }
        self.publish()?;
        Ok(true)
    }

    fn request(&mut self, request: Request) -> io::Result<()> {
        let Request { id, method, params } = request;
        let result = match (self.life, &*method) {
            (Life::New, "initialize") => {
                self.client = Client::new(&params);
                self.life = Life::Running;
                Ok(capabilities(self.client.encoding))
            }
            (Life::New, _) => Err((ErrorCode::ServerNotInitialized, "`initialize` comes first".to_owned())),
            (Life::Running, "shutdown") => {
                self.life = Life::ShutDown;
                Ok(Value::Null)
            }
            (Life::Running, "initialize") => Err((ErrorCode::InvalidRequest, "`initialize` came before".to_owned())),
            (Life::Running, _) => self.ask(&method, params),
            _ => Err((
                ErrorCode::InvalidRequest,
                "nothing but `exit` comes after `shutdown`".to_owned(),
            )),
        };
        match result {
            Ok(result) => self.out.answer(&id, result),
            Err((code, message)) => self.out.refuse(Some(&id), code, &message),
        }
    }

    /// Answers a request about a document.
    fn ask(&mut self, method: &str, mut params: Value) -> Result<Value, Refusal> {
        let client = &self.client;
        let place = |params: Value| read::<Place>(params).map(|place| (place.text_document.uri.0, place.position));
        match method {
            "textDocument/hover" => {
                let (uri, position) = place(params)?;
                let document = self.documents.get_mut(&uri);
                written(document.and_then(|document| hover::of(document, position, client)))
            }
            "textDocument/completion" => {
                let (uri, position) = place(params)?;
                let document = self.documents.get_mut(&uri);
                written(document.map(|document| completion::of(document, position, client)))
            }
            "textDocument/documentSymbol" => {
                let (uri, _) = place(params)?;
                let document = self.documents.get_mut(&uri);
                written(document.map(|document| symbols::of(document, client)))
            }
            "textDocument/codeAction" => {
                // They may be those of other servers, and strange.
                if let Some(diagnostics) = params.pointer_mut("/context/diagnostics") {
                    *diagnostics = json!([]);
                }
                let params: CodeActionParams = read(params)?;
                let uri = &params.text_document.uri.0;
                let Some(mut document) = self.documents.remove(uri) else {
                    return Ok(Value::Null);
                };
                let others = |uri: &str| Some(self.documents.get(uri)?.text.as_str().to_owned());
                let found = actions::of(&mut document, &params, client, &others);
                self.documents.insert(uri.clone(), document);
                written(found)
            }
            _ => Err((ErrorCode::MethodNotFound, format!("there is no method `{method}`"))),
        }
    }

    fn notification(&mut self, notification: Notification) -> io::Result<()> {
        let Notification { method, params } = notification;
        if method == "exit" {
            self.life = Life::Ended(self.life == Life::ShutDown);
            return Ok(());
        }
        if self.life != Life::Running {
            return Ok(());
        }
        match &*method {
            "initialized" if self.client.watches_files => {
                let watchers =
                    [config::FILE_NAME, suppress::FILE_NAME].map(|name| json!({"globPattern": format!("**/{name}")}));
                let registration = json!({
                    "id": "settings",
                    "method": "workspace/didChangeWatchedFiles",
                    "registerOptions": {"watchers": watchers},
                });
                return self.out.ask(
                    "watch",
                    "client/registerCapability",
                    &json!({"registrations": [registration]}),
                );
            }
            "textDocument/didOpen" => {
                if let Ok(params) = read::<DidOpenTextDocumentParams>(params) {
                    let document = Document::open(params.text_document, self.client.encoding, self.lookup);
                    self.documents.insert(document.uri.clone(), document);
                }
            }
            "textDocument/didChange" => {
                if let Ok(params) = read::<DidChangeTextDocumentParams>(params)
                    && let Some(document) = self
                        .documents
                        .get_mut(&params.text_document.text_document_identifier.uri.0)
                {
                    document.change(
                        params.text_document.version,
                        params.content_changes,
                        self.client.encoding,
                    );
                }
            }
            "textDocument/didClose" => {
                if let Ok(params) = read::<DidCloseTextDocumentParams>(params) {
                    let uri = params.text_document.uri;
                    if self.documents.remove(&uri.0).is_some() {
                        return self.tell(PublishDiagnosticsParams {
                            uri,
                            version: None,
                            diagnostics: Vec::new(),
                        });
                    }
                }
            }
            // For editors that watch no files: whoever changes settings comes back to the document.
            "textDocument/didSave" if !self.client.watches_files => {
                if let Ok(params) = read::<DidSaveTextDocumentParams>(params)
                    && let Some(document) = self.documents.get_mut(&params.text_document.uri.0)
                {
                    document.look_up(self.lookup);
                }
            }
            "workspace/didChangeWatchedFiles" => self.look_up(),
            "workspace/didChangeConfiguration" => {
                self.client
                    .set(params.pointer("/settings/ctslint").unwrap_or(&Value::Null));
                self.look_up();
            }
            _ => {}
        }
        Ok(())
    }

    /// Reads the settings of all documents anew.
    fn look_up(&mut self) {
        for document in self.documents.values_mut() {
            document.look_up(self.lookup);
        }
    }

    /// Tells the diagnostics of what changed.
    fn publish(&mut self) -> io::Result<()> {
        let mut all = Vec::new();
        for document in self.documents.values_mut().filter(|document| !document.is_told) {
            document.is_told = true;
            all.push(PublishDiagnosticsParams {
                uri: document.uri.as_str().into(),
                version: Some(document.version),
                diagnostics: diagnostics::of(document, &self.client),
            });
        }
        all.into_iter().try_for_each(|params| self.tell(params))
    }

    fn tell(&mut self, params: PublishDiagnosticsParams) -> io::Result<()> {
        self.out.notify("textDocument/publishDiagnostics", params)
    }
}

/// The request that a message cancels.
fn cancelled(incoming: &Incoming) -> Option<RequestId> {
    match incoming {
        Incoming::Message(Message::Notification(Notification { method, params })) if method == "$/cancelRequest" => {
            serde_json::from_value(params.get("id")?.clone()).ok()
        }
        _ => None,
    }
}

fn read<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn written(result: impl serde::Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

/// What the server can do.
fn capabilities(encoding: Encoding) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": match encoding {
                Encoding::Utf8 => "utf-8",
                Encoding::Utf16 => "utf-16",
            },
            "textDocumentSync": {"openClose": true, "change": 2, "save": true},
            "hoverProvider": true,
            "completionProvider": {"triggerCharacters": ["\"", ":"]},
            "documentSymbolProvider": true,
            "codeActionProvider": {"codeActionKinds": [actions::QUICK_FIX, actions::FIX_ALL, actions::TRANSLATE]},
        },
        "serverInfo": {"name": "ctslint", "version": env!("CARGO_PKG_VERSION")},
    })
}
