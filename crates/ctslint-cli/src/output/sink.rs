//! Where a report goes: standard output or a file, buffered, and indifferent to a reader who has left.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::AutoStream;

use crate::failure::Failure;
use crate::terminal;

/// Takes a report.
pub(crate) struct Sink {
    out: BufWriter<Box<dyn Write>>,
    /// What it is called when writing fails.
    name: String,
    /// Whether somebody watches the report grow.
    watched: bool,
    state: State,
}

enum State {
    Open,
    /// The reader has left, which is no error; what is still to be said is dropped.
    Closed,
    Failed(io::Error),
}

impl Sink {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        let stdout = io::stdout();
        let watched = stdout.is_terminal();
        // Translates colours for consoles that know no escape sequences; elsewhere everything passes as it is.
        let out = AutoStream::always(stdout.lock());
        Self::new(Box::new(out), "to standard output".to_owned(), watched)
    }

    /// Standard error, when standard output is taken.
    pub(crate) fn stderr() -> Self {
        let stderr = io::stderr();
        let watched = stderr.is_terminal();
        let out = AutoStream::always(stderr.lock());
        Self::new(Box::new(out), "to standard error".to_owned(), watched)
    }

    /// A file, which is created or replaced.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let name = format!("`{}`", terminal::path(path));
        match File::create(path) {
            Ok(file) => Ok(Self::new(Box::new(file), name, false)),
            Err(source) => Err(Failure::Write { path: name, source }),
        }
    }

    fn new(out: Box<dyn Write>, name: String, watched: bool) -> Self {
        Self {
            out: BufWriter::with_capacity(64 * 1024, out),
            name,
            watched,
            state: State::Open,
        }
    }

    /// Adds to the report.
    pub(crate) fn write(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        if !matches!(self.state, State::Open) {
            return;
        }
        let mut result = write(&mut self.out);
        if self.watched && result.is_ok() {
            result = self.out.flush();
        }
        self.note(result);
    }

    /// Writes out what is buffered, and says whether all of it could be written.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        if matches!(self.state, State::Open) {
            let result = self.out.flush();
            self.note(result);
        }
        // What is left in the buffer could not be written before either.
        let (_, _) = self.out.into_parts();
        match self.state {
            State::Failed(source) => Err(Failure::Write {
                path: self.name,
                source,
            }),
            State::Open | State::Closed => Ok(()),
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        if let Err(error) = result {
            self.state = match error.kind() {
                io::ErrorKind::BrokenPipe => State::Closed,
                _ => State::Failed(error),
            };
        }
    }
}
