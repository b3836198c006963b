//! Cuts a stream into messages. Whatever is none is told as such, and reading goes on at the next header, for an editor that loses its
//! server has no diagnostics until it is started anew.

use std::io::{self, BufRead, Read};

use lsp_server::{ErrorCode, Message, RequestId};
use serde_json::Value;

/// What came.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Something else, and why.
    Broken {
        /// The request that it may have been.
        id: Option<RequestId>,
        code: ErrorCode,
        message: String,
    },
}

/// The name of the header that tells the length of a message, in lower case.
const LENGTH: &[u8] = b"content-length:";

/// The longest message, in bytes. More is a mistake in the header.
const LONGEST: usize = 512 << 20;

/// The longest line of a header that is kept, in bytes.
const LONGEST_LINE: usize = 1 << 10;

/// Reads messages one after the other.
pub(super) struct Reader<R> {
    input: R,
    /// What was read, but belongs to the next message.
    back: Vec<u8>,
}

impl<R: BufRead> Reader<R> {
    pub(super) const fn new(input: R) -> Self {
        Self {
            input,
            back: Vec::new(),
        }
    }

    /// The next message; `None` at the end of the stream.
    pub(super) fn next(&mut self) -> Option<Incoming> {
        let length = match self.header()? {
            Ok(length) => length,
            Err(message) => return Some(broken(ErrorCode::InvalidRequest, message)),
        };
        let mut body = Vec::new();
        let mut stream = io::Read::chain(&self.back[..], &mut self.input);
        // What was promised may never come, so no room is made for it in advance.
        let is_read = stream.by_ref().take(length as u64).read_to_end(&mut body).is_ok();
        let used = body.len().min(self.back.len());
        self.back.drain(..used);
        if !is_read || body.len() < length {
            return (!body.is_empty()).then(|| {
                let message = format!("the stream ends {} bytes before the message does", length - body.len());
                broken(ErrorCode::ParseError, message)
            });
        }
        let value: Value = match serde_json::from_slice(&body) {
            Ok(value) => value,
            Err(error) => {
                // With a wrong length, the next message has begun in this one.
                if let Some(at) = find(&body, LENGTH) {
                    body.drain(..at);
                    body.append(&mut self.back);
                    self.back = body;
                }
                return Some(broken(ErrorCode::ParseError, error.to_string()));
            }
        };
        let id = value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok());
        Some(match serde_json::from_value(value) {
            Ok(message) => Incoming::Message(message),
            Err(_) => Incoming::Broken {
                id,
                code: ErrorCode::InvalidRequest,
                message: "neither a request nor a notification nor an answer".to_owned(),
            },
        })
    }

    /// The length that a header tells, or what is wrong with it.
    fn header(&mut self) -> Option<Result<usize, String>> {
        let mut length = None;
        let mut other: Option<Vec<u8>> = None;
        let mut is_strange = false;
        loop {
            let line = self.line()?;
            let text = line.trim_ascii();
            if text.is_empty() {
                match (length, other) {
                    (Some(length), _) => return Some(Ok(length)),
                    (None, Some(other)) => return Some(Err(format!("no Content-Length in {}", shown(&other)))),
                    (None, None) => other = None,
                }
            } else if let Some(at) = find(text, LENGTH) {
                if at > 0 || is_strange {
                    // The next message begins here.
                    let mut rest = text[at..].to_vec();
                    rest.extend_from_slice(b"\r\n");
                    rest.append(&mut self.back);
                    self.back = rest;
                    let strange = other.unwrap_or_else(|| text[..at].to_vec());
                    return Some(Err(format!("{} stands between two messages", shown(&strange))));
                }
                let digits = String::from_utf8_lossy(text[LENGTH.len()..].trim_ascii()).into_owned();
                match digits.parse() {
                    Ok(told) if told <= LONGEST => length = Some(told),
                    _ => {
                        return Some(Err(format!(
                            "the Content-Length `{digits}` is no number up to {LONGEST}"
                        )));
                    }
                }
            } else {
                is_strange |= !is_header(text);
                other.get_or_insert_with(|| text.to_vec());
            }
        }
    }

    /// A line, cut where it is too long for a header; `None` at the end of the stream.
    fn line(&mut self) -> Option<Vec<u8>> {
        let mut line = Vec::new();
        let mut stream = io::Read::chain(&self.back[..], &mut self.input);
        let read = stream.by_ref().take(LONGEST_LINE as u64).read_until(b'\n', &mut line);
        let used = line.len().min(self.back.len());
        self.back.drain(..used);
        read.is_ok_and(|count| count > 0).then_some(line)
    }
}

fn broken(code: ErrorCode, message: String) -> Incoming {
    Incoming::Broken {
        id: None,
        code,
        message,
    }
}

/// Whether a line is one of a header, such as `Content-Type: text/plain`.
fn is_header(line: &[u8]) -> bool {
    let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    name.len() < line.len() && !name.is_empty() && name.iter().all(is_name)
}

fn shown(line: &[u8]) -> String {
    format!("`{}`", String::from_utf8_lossy(line))
}

/// Where the word begins, whatever the case of its letters.
fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len())
        .position(|part| part.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The methods of the messages, and the codes of what was broken.
    fn read(stream: &str) -> Vec<String> {
        let mut reader = Reader::new(stream.as_bytes());
        let incoming = std::iter::from_fn(|| reader.next());
        let shown = incoming.map(|incoming| match incoming {
            Incoming::Message(Message::Notification(notification)) => notification.method,
            Incoming::Message(message) => format!("{message:?}"),
            Incoming::Broken { code, .. } => format!("{code:?}"),
        });
        shown.collect()
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    /// An editor whose server gave up on one broken message would be without it from then on.
    #[test]
    fn after_something_broken_the_next_message_is_read() {
        let good = framed(r#"{"jsonrpc":"2.0","method":"good"}"#);
        for (bad, code) in [
            ("Content-Length: 5\r\n\r\n{\"a\":".to_owned(), "ParseError"),
            ("Content-Length: 900\r\n\r\n{\"a\": 1}".to_owned(), "ParseError"),
            ("Content-Length: 3\r\n\r\n{\"a\": 1}".to_owned(), "ParseError"),
            ("Content-Length: x\r\n\r\n".to_owned(), "InvalidRequest"),
            (
                "Content-Length: 99999999999999999999\r\n\r\n".to_owned(),
                "InvalidRequest",
            ),
            ("Content-Len\r\n\r\n".to_owned(), "InvalidRequest"),
            ("what is this\n".to_owned(), "InvalidRequest"),
            (framed("[]"), "InvalidRequest"),
            (framed("nonsense"), "ParseError"),
        ] {
            let read = read(&format!("{bad}{}", good.repeat(30)));
            assert_eq!(read.first().map(String::as_str), Some(code), "{bad}");
            assert_eq!(read.last().map(String::as_str), Some("good"), "{bad}");
            assert!(
                read.iter().filter(|method| *method == "good").count() >= 28,
                "{bad}: {read:?}"
            );
        }
    }

    #[test]
    fn other_headers_and_line_ends_are_taken() {
        let body = r#"{"jsonrpc":"2.0","method":"good"}"#;
        let header = format!(
            "content-length:{}\nContent-Type: application/vscode-jsonrpc; charset=utf-8\n\n",
            body.len()
        );
        assert_eq!(read(&format!("{header}{body}")), ["good"]);
        assert_eq!(read(""), [""; 0]);
        assert_eq!(read(&framed(body)[..30]), ["ParseError"]);
    }
}
