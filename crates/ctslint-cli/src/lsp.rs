//! The language server: what `ctslint lsp` does with an editor over standard input and output.
//!
//! `framing` cuts the input into messages, `server` answers them, and `document` holds what is open. What a text is to an editor is told
//! by one file a request: `diagnostics`, `actions`, `hover`, `completion` and `symbols`.

mod actions;
mod completion;
mod diagnostics;
mod document;
mod field;
mod framing;
mod hover;
mod options;
mod outgoing;
mod server;
mod symbols;
mod text;
mod uri;

use std::io;
use std::sync::mpsc;
use std::thread;

use crate::failure::Failure;
use crate::project::Lookup;
use crate::status::Status;

use framing::Reader;
use server::Server;

/// Serves an editor until it says `exit` or closes standard input. The status is `Clean` if it said `shutdown` before.
pub(crate) fn serve(lookup: &Lookup) -> Result<Status, Failure> {
    let (sender, receiver) = mpsc::channel();
    // Whatever is in the pipe is taken at once, so that a request can be cancelled before its turn.
    thread::spawn(move || {
        let mut reader = Reader::new(io::stdin().lock());
        while let Some(message) = reader.next() {
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    let mut server = Server::new(io::stdout().lock(), lookup);
    while let Ok(first) = receiver.recv() {
        let waiting: Vec<_> = [first].into_iter().chain(receiver.try_iter()).collect();
        let goes_on = server.take(waiting).map_err(|source| Failure::Write {
            path: "to standard output".to_owned(),
            source,
        });
        match goes_on {
            Ok(true) => {}
            Ok(false) => break,
            // The editor is gone.
            Err(Failure::Write { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => break,
            Err(failure) => return Err(failure),
        }
    }
    Ok(match server.was_shut_down() {
        true => Status::Clean,
        false => Status::Findings,
    })
}
