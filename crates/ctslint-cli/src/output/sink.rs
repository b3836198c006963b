//! Where output goes: standard output, standard error or a file, buffered. A closed pipe is no error. A file is written whole or
//! not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use tempfile::TempPath;

use super::place::Place;
use crate::failure::Failure;
use crate::messages::Message;
use crate::terminal;

/// A buffered destination.
pub(crate) struct Sink {
    out: BufWriter<Box<dyn Write>>,
    /// Its name in an error message.
    name: String,
    /// Whether it is a terminal, which shows each part at once.
    watched: bool,
    state: State,
    /// What becomes a file once all of it is written.
    draft: Option<Draft>,
}

/// A file that is still to be put in its place.
struct Draft {
    path: TempPath,
    target: PathBuf,
    /// Whether there is a file already that another name leads to as well, or that belongs to somebody else.
    is_shared: bool,
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
        Self::new(Box::new(out), Message::ToStandardOutput.text(), watched)
    }

    /// Standard error, for when standard output is used for something else.
    pub(crate) fn stderr() -> Self {
        let stderr = io::stderr();
        let watched = stderr.is_terminal();
        let out = AutoStream::always(stderr.lock());
        Self::new(Box::new(out), Message::ToStandardError.text(), watched)
    }

    /// A file, which is created or replaced when everything was written. What is no regular file, or one of the streams, is
    /// written to as it comes.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let name = format!("`{}`", terminal::path(path));
        let failed = |source| Failure::Write {
            path: name.clone(),
            source,
        };
        let place = path.exists().then(|| Place::of(path)).flatten();
        if place.is_some() && place == Place::stdout() {
            return Ok(Self { name, ..Self::stdout() });
        }
        if place.is_some() && place == Place::stderr() {
            return Ok(Self { name, ..Self::stderr() });
        }
        let is_special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
        if is_special {
            let file = OpenOptions::new().write(true).open(path).map_err(failed)?;
            return Ok(Self::new(Box::new(file), name, false));
        }
        let (file, draft) = Draft::of(path).map_err(failed)?;
        let sink = Self::new(Box::new(file), name, false);
        Ok(Self {
            draft: Some(draft),
            ..sink
        })
    }

    fn new(out: Box<dyn Write>, name: String, watched: bool) -> Self {
        Self {
            out: BufWriter::with_capacity(64 * 1024, out),
            name,
            watched,
            state: State::Open,
            draft: None,
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
        let (file, _) = self.out.into_parts();
        drop(file);
        if let (State::Open, Some(draft)) = (&self.state, self.draft)
            && let Err(error) = draft.put()
        {
            self.state = State::Failed(error);
        }
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

impl Draft {
    /// A draft for a file, beside it where that is possible. Says at once where the file can't be written.
    fn of(path: &Path) -> io::Result<(File, Self)> {
        let existing = match fs::canonicalize(path) {
            Ok(target) => {
                OpenOptions::new().write(true).open(&target)?;
                Some((fs::metadata(&target)?, target))
            }
            Err(_) => None,
        };
        let target = existing.as_ref().map_or(path, |(_, target)| target).to_path_buf();
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ctslint-");
        #[cfg(unix)]
        builder.permissions(new_permissions());
        let draft = match builder.tempfile_in(folder.unwrap_or(Path::new("."))) {
            // A file can be there to be written to in a folder that can't.
            Err(_) if existing.is_some() => builder.tempfile()?,
            draft => draft?,
        };
        let (file, path) = draft.into_parts();
        let mut is_shared = false;
        if let Some((existing, _)) = &existing {
            file.set_permissions(existing.permissions())?;
            is_shared = self::is_shared(existing, &file.metadata()?);
        }
        let draft = Self {
            path,
            target,
            is_shared,
        };
        Ok((file, draft))
    }

    /// Puts it in its place.
    fn put(self) -> io::Result<()> {
        if self.is_shared {
            return copy(&self.path, &self.target);
        }
        match self.path.persist(&self.target) {
            // What is mounted by itself, or stands on another device, can't be replaced, but written to.
            Err(error) if self.target.exists() => copy(&error.path, &self.target),
            put => Ok(put?),
        }
    }
}

/// Writes the content of one file into another.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    io::copy(&mut File::open(from)?, &mut File::create(to)?).map(drop)
}

/// The permissions of a new file, before the umask.
#[cfg(unix)]
fn new_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o666)
}

#[cfg(unix)]
fn is_shared(existing: &fs::Metadata, own: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let of = |metadata: &fs::Metadata| (metadata.uid(), metadata.gid());
    existing.nlink() > 1 || of(existing) != of(own)
}

#[cfg(not(unix))]
fn is_shared(_existing: &fs::Metadata, _own: &fs::Metadata) -> bool {
    false
}
