//! An editor, as far as the protocol goes.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) struct Client {
    server: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    next: i32,
}

impl Client {
    /// Starts a server that waits for `initialize`.
    pub(crate) fn new() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ctslint"));
        command
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut server = command.spawn().expect("the server starts");
        let stdin = server.stdin.take();
        let mut stdout = BufReader::new(server.stdout.take().expect("it is piped"));
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self {
            server,
            stdin,
            messages,
            next: 0,
        }
    }

    /// Starts a server for an editor with these capabilities.
    pub(crate) fn with(capabilities: &Value) -> Self {
        let mut client = Self::new();
        client.initialize(&json!({ "capabilities": capabilities }));
        client
    }

    /// Starts a server for an editor that can do everything.
    pub(crate) fn able() -> Self {
        Self::with(&able())
    }

    /// Says `initialize` and `initialized`; what the server can do.
    pub(crate) fn initialize(&mut self, params: &Value) -> Value {
        let result = self.request("initialize", params);
        self.notify("initialized", &json!({}));
        result["capabilities"].clone()
    }

    /// Writes bytes as they are.
    pub(crate) fn write(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("it is open");
        stdin
            .write_all(bytes)
            .and_then(|()| stdin.flush())
            .expect("the server reads");
    }

    pub(crate) fn send(&mut self, message: &Value) {
        self.write(&framed(message));
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks, and waits for the result.
    #[track_caller]
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.ask(method, params);
        assert_eq!(answer["error"], Value::Null, "{method}");
        answer["result"].clone()
    }

    /// Asks, and waits for the answer: a result or an error.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        self.wait(|message| message["id"] == id && message.get("method").is_none())
    }

    /// The next message of a kind; others are passed over.
    #[track_caller]
    pub(crate) fn wait(&mut self, is_wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.messages.recv_timeout(PATIENCE).expect("the server answers");
            if is_wanted(&message) {
                return message;
            }
        }
    }

    /// Opens a document, and waits for its diagnostics.
    #[track_caller]
    pub(crate) fn open(&mut self, uri: &str, text: &str) -> Vec<Value> {
        self.open_as(uri, "json", text)
    }

    /// The same, in a language of the editor.
    #[track_caller]
    pub(crate) fn open_as(&mut self, uri: &str, language: &str, text: &str) -> Vec<Value> {
        let document = json!({"uri": uri, "languageId": language, "version": 1, "text": text});
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        self.diagnostics(uri)
    }

    /// Changes a document, and waits for its diagnostics.
    #[track_caller]
    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: &Value) -> Vec<Value> {
        let document = json!({"uri": uri, "version": version});
        self.notify(
            "textDocument/didChange",
            &json!({"textDocument": document, "contentChanges": changes}),
        );
        let told = self.wait(|message| is_told(message, uri) && message["params"]["version"] == version);
        list(&told["params"]["diagnostics"])
    }

    /// The next diagnostics of a document.
    #[track_caller]
    pub(crate) fn diagnostics(&mut self, uri: &str) -> Vec<Value> {
        let told = self.wait(|message| is_told(message, uri));
        list(&told["params"]["diagnostics"])
    }

    /// What can be done in a range of a document; `only` is the kind that is asked for.
    pub(crate) fn actions(&mut self, uri: &str, range: &Value, only: Option<&str>) -> Vec<Value> {
        let mut context = json!({"diagnostics": [], "triggerKind": 1});
        if let Some(only) = only {
            context["only"] = json!([only]);
        }
        let params = json!({"textDocument": {"uri": uri}, "range": range, "context": context});
        list(&self.request("textDocument/codeAction", &params))
    }

    /// Asks about a place of a document.
    pub(crate) fn at(&mut self, method: &str, uri: &str, line: u32, character: u32) -> Value {
        let params = json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}});
        self.request(&format!("textDocument/{method}"), &params)
    }

    /// The memory that the server has now, in kilobytes; `None` where the system does not tell.
    pub(crate) fn memory(&self) -> Option<u64> {
        let status =
            std::fs::read_to_string(Path::new("/proc").join(self.server.id().to_string()).join("status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// Closes standard input, and waits for the end.
    pub(crate) fn close(mut self) -> i32 {
        drop(self.stdin.take());
        self.server.wait().expect("it ends").code().expect("no signal ended it")
    }
}

/// What an editor says that can do everything.
pub(crate) fn able() -> Value {
    json!({
        "workspace": {
            "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]},
            "didChangeWatchedFiles": {"dynamicRegistration": true},
        },
        "textDocument": {
            "completion": {"completionItem": {"snippetSupport": true}},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
        },
    })
}

/// A message as bytes.
pub(crate) fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

pub(crate) fn range(start: (u32, u32), end: (u32, u32)) -> Value {
    let place = |(line, character)| json!({"line": line, "character": character});
    json!({"start": place(start), "end": place(end)})
}

fn is_told(message: &Value, uri: &str) -> bool {
    message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn read(stdout: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stdout.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().strip_prefix("Content-Length: ") {
            Some(digits) => length = digits.parse().ok()?,
            None if line.trim_end().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    stdout.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
