//! The language server: how long an editor waits for the first diagnostics, and for those after a keystroke.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use super::ratio::verdict;
use crate::shell::{self, Outcome, cargo};

/// How many servers are started.
const STARTS: usize = 50;

/// How many keys are typed in a round, and how many rounds there are: the machine may be busy with other things, so the least of each
/// percentile counts.
const KEYS: usize = 500;
const ROUNDS: usize = 10;

/// The sizes of the bodies in bytes, and the bars in milliseconds for the 99th percentile of a keystroke.
const SIZES: [(usize, f64); 2] = [(4_000, 1.0), (1_000_000, 30.0)];

pub(crate) fn run() -> Outcome {
    cargo(&["build", "--quiet", "--release", "--bin", "ctslint"]).run("ctslint doesn't build")?;
    println!("{:50} {:>6} {:>6}", "milliseconds", "got", "bar");
    let report = |what: &str, time: f64, bar: f64| println!("{what:50} {}", verdict(time, Some(bar)));
    let measure = || -> io::Result<()> {
        let mut starts = Vec::new();
        for _ in 0..STARTS {
            let start = Instant::now();
            Editor::open(&body(4_000))?;
            starts.push(start.elapsed().as_secs_f64() * 1e3);
        }
        report(
            "first diagnostics after spawn, 4 kB, median",
            percentile(&mut starts, 50),
            30.0,
        );
        for (size, bar) in SIZES {
            let mut editor = Editor::open(&body(size))?;
            let mut least = [f64::INFINITY; 2];
            for round in 0..ROUNDS {
                let mut keys = Vec::new();
                for key in round * KEYS..(round + 1) * KEYS {
                    let start = Instant::now();
                    editor.type_key(key)?;
                    keys.push(start.elapsed().as_secs_f64() * 1e3);
                }
                least = [
                    least[0].min(percentile(&mut keys, 50)),
                    least[1].min(percentile(&mut keys, 99)),
                ];
            }
            report(&format!("a keystroke, {} kB, median", size / 1000), least[0], bar);
            report(
                &format!("a keystroke, {} kB, 99th percentile", size / 1000),
                least[1],
                bar,
            );
        }
        Ok(())
    };
    measure().map_err(|error| format!("the server failed: {error}"))
}

/// A body with a wrong name and a long field that nobody knows.
fn body(size: usize) -> String {
    let items = "{\"a\": [1, \"two\", null]}, ".repeat(size / 26);
    format!("{{\r\n  \"tracker_type\": \"system\", \"tracker_nmae\": \"\",\r\n  \"extra\": [{items}0]\r\n}}")
}

fn percentile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() * percent / 100).copied().unwrap_or(f64::NAN)
}

/// A server with one open document.
struct Editor {
    server: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

impl Editor {
    /// Starts a server and waits for the first diagnostics.
    fn open(text: &str) -> io::Result<Self> {
        let binary = shell::target().join("release/ctslint");
        let mut server = Command::new(binary)
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (Some(stdin), Some(stdout)) = (server.stdin.take(), server.stdout.take()) else {
            return Err(io::Error::other("no pipes"));
        };
        let mut editor = Self {
            server,
            stdin,
            stdout: BufReader::new(stdout),
        };
        editor.send(&json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}))?;
        editor.send(&json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}))?;
        let document = json!({"uri": "file:///nowhere/tracker.json", "languageId": "json", "version": 0, "text": text});
        let params = json!({ "textDocument": document });
        editor.send(&json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": params}))?;
        editor.diagnostics()?;
        Ok(editor)
    }

    /// Types a letter into the empty name, or deletes it, and waits for the diagnostics.
    fn type_key(&mut self, key: usize) -> io::Result<()> {
        let place = |character: u32| json!({"line": 1, "character": character});
        let (end, text) = if key.is_multiple_of(2) { (45, "x") } else { (46, "") };
        let change = json!({"range": {"start": place(45), "end": place(end)}, "text": text});
        let document = json!({"uri": "file:///nowhere/tracker.json", "version": key + 1});
        let params = json!({"textDocument": document, "contentChanges": [change]});
        self.send(&json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": params}))?;
        self.diagnostics()
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        let body = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        self.stdin.flush()
    }

    /// Reads messages up to diagnostics, of which there must be some.
    fn diagnostics(&mut self) -> io::Result<()> {
        loop {
            let mut header = String::new();
            self.stdout.read_line(&mut header)?;
            let length = header
                .trim()
                .strip_prefix("Content-Length: ")
                .and_then(|digits| digits.parse().ok());
            let length: usize = length.ok_or_else(|| io::Error::other(format!("the header {header:?}")))?;
            let mut body = vec![0; length + 2];
            self.stdout.read_exact(&mut body)?;
            let message: Value = serde_json::from_slice(&body)?;
            match message["params"]["diagnostics"].as_array() {
                Some(found) if found.is_empty() => return Err(io::Error::other("nothing was found")),
                Some(_) => return Ok(()),
                None => {}
            }
        }
    }
}

/// Ends the server without a word.
impl Drop for Editor {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
