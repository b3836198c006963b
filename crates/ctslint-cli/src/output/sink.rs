//! Where output goes: standard output, standard error or a file, buffered. A closed pipe is no error.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::AutoStream;

use crate::failure::Failure;
use crate::terminal;

/// A buffered destination.
pub(crate) struct Sink {
    out: BufWriter<Box<dyn Write>>,
    /// Its name in an error message.
    name: String,
    /// Whether it is a terminal, which shows each part at once.
    watched: bool,
    state: State,
}

enum State {
    Open,
    /// The reader has closed the pipe; the rest is dropped.
    Closed,
    Failed(io::Error),
}

impl Sink {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        let stdout = io::stdout();
        let watched = stdout.is_terminal();
        // Translates colours for consoles without escape sequences; elsewhere, everything passes unchanged.
        let out = AutoStream::always(stdout.lock());
        Self::new(Box::new(out), "to standard output".to_owned(), watched)
    }

    /// Standard error, for when standard output is used for something else.
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

    /// Flushes the buffer; fails if any part could not be written.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        if matches!(self.state, State::Open) {
            let result = self.out.flush();
            self.note(result);
        }
        // Dropping the buffer would try once more to write what could not be written.
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
