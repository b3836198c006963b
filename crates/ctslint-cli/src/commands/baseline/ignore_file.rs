//! The file `ctslint-ignore.toml` on the disk: one run at a time changes it, and replaces it at once.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::output;
use crate::project::IgnoreText;
use crate::project::suppress::EntryKey;
use crate::terminal;

/// A file with suppressions that is about to change. Other runs wait until it is dropped.
pub(super) struct IgnoreFile {
    path: PathBuf,
    text: IgnoreText,
    /// What holds the lock; `None` where the file system has no locks.
    _lock: Option<File>,
}

impl IgnoreFile {
    /// Reads a file, which need not be there.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let lock = lock(path);
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => {
                return Err(Failure::Read {
                    path: terminal::path(path),
                    source,
                });
            }
        };
        Ok(Self {
            path: path.to_owned(),
            text: IgnoreText::new(text),
            _lock: lock,
        })
    }

    /// Adds entries, but for those that stand there already, and says how many.
    pub(super) fn add(&mut self, keys: &[EntryKey], reason: &str) -> Result<usize, Failure> {
        let count = self.text.add(keys, reason);
        self.save(count)
    }

    /// Drops entries, and says how many.
    pub(super) fn drop_entries(&mut self, keys: &HashSet<EntryKey>) -> Result<usize, Failure> {
        let count = self.text.drop_entries(keys);
        self.save(count)
    }

    /// Replaces the file at once, so that nobody finds half of it. `changes` is how many there are, or why none can be made.
    fn save(&self, changes: Result<usize, String>) -> Result<usize, Failure> {
        let count = changes.map_err(|message| Failure::Read {
            path: terminal::path(&self.path),
            source: io::Error::other(message),
        })?;
        if count > 0 {
            output::create(&self.path, self.text.as_str().as_bytes()).map_err(|source| Failure::Write {
                path: format!("`{}`", terminal::path(&self.path)),
                source,
            })?;
        }
        Ok(count)
    }
}

/// Waits until no other run changes the file. The lock is on its folder: the file itself is replaced by another.
#[cfg(unix)]
fn lock(path: &Path) -> Option<File> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = File::open(target.parent()?).ok()?;
    folder.lock().ok().map(|()| folder)
}

/// Waits until no other run changes the file. The lock is on a file beside it, for folders can't be opened here.
#[cfg(not(unix))]
fn lock(path: &Path) -> Option<File> {
    let file = File::create(path.with_extension("toml.lock")).ok()?;
    file.lock().ok().map(|()| file)
}
