//! Which file a path leads to, whatever the path is called.

use std::fs::Metadata;
use std::path::Path;

/// The same for all names of a file, and for no other file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Identity(Key);

/// The device and the number of the file on it.
#[cfg(unix)]
type Key = (u64, u64);

/// The path that all names lead to.
#[cfg(not(unix))]
type Key = std::path::PathBuf;

impl Identity {
    /// That of a file; `None` if it can't be told. `metadata` is that of the file, not of a link to it.
    #[cfg(unix)]
    pub(crate) fn of(_path: &Path, metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self((metadata.dev(), metadata.ino())))
    }

    /// That of a file; `None` if it can't be told.
    #[cfg(not(unix))]
    pub(crate) fn of(path: &Path, _metadata: &Metadata) -> Option<Self> {
        std::fs::canonicalize(path).ok().map(Self)
    }
}
