//! Writes messages to the editor.

use std::io::{self, Write};

use lsp_server::{ErrorCode, RequestId};
use serde::Serialize;
use serde_json::json;

/// The way to the editor.
pub(super) struct Outgoing<W> {
    out: W,
}

impl<W: Write> Outgoing<W> {
    pub(super) const fn new(out: W) -> Self {
        Self { out }
    }

    /// Answers a request.
    pub(super) fn answer(&mut self, id: &RequestId, result: impl Serialize) -> io::Result<()> {
        #[derive(Serialize)]
        struct Answer<'a, R> {
            jsonrpc: &'static str,
            id: &'a RequestId,
            result: R,
        }
        self.write(&Answer {
            jsonrpc: "2.0",
            id,
            result,
        })
    }

    /// Answers that a request, or what may have been one, can't be answered.
    pub(super) fn refuse(&mut self, id: Option<&RequestId>, code: ErrorCode, message: &str) -> io::Result<()> {
        let error = json!({"code": code as i32, "message": message});
        self.write(&json!({"jsonrpc": "2.0", "id": id, "error": error}))
    }

    /// Tells something.
    pub(super) fn notify(&mut self, method: &str, params: impl Serialize) -> io::Result<()> {
        #[derive(Serialize)]
        struct Notification<'a, P> {
            jsonrpc: &'static str,
            method: &'a str,
            params: P,
        }
        self.write(&Notification {
            jsonrpc: "2.0",
            method,
            params,
        })
    }

    /// Asks for something whose answer does not matter.
    pub(super) fn ask(&mut self, id: &str, method: &str, params: &serde_json::Value) -> io::Result<()> {
        self.write(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}))
    }

    fn write(&mut self, message: &impl Serialize) -> io::Result<()> {
        let body = serde_json::to_vec(message)?;
        write!(self.out, "Content-Length: {}\r\n\r\n", body.len())?;
        self.out.write_all(&body)?;
        self.out.flush()
    }
}
