//! Which file a path leads to, so that one file is known by all of its names.

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// A file, whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// One that is there: its device and its number on that.
    #[cfg(unix)]
    Node(u64, u64),
    /// One that is not there yet, or one on a system that has no such numbers: the way to it, without links.
    Path(PathBuf),
}

impl Place {
    /// The file that a path leads to. `None` where it leads to something that takes any number of reports, such as a terminal,
    /// or to nothing that can be written.
    pub(super) fn of(path: &Path) -> Option<Self> {
        match fs::metadata(path) {
            Ok(metadata) => Self::of_metadata(&metadata, path),
            Err(_) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?;
                Some(Self::Path(folder.join(path.file_name()?)))
            }
        }
    }

    #[cfg(unix)]
    fn of_metadata(metadata: &Metadata, _path: &Path) -> Option<Self> {
        use std::os::unix::fs::{FileTypeExt, MetadataExt};
        let is_device = metadata.file_type().is_char_device() || metadata.file_type().is_block_device();
        (!is_device).then(|| Self::Node(metadata.dev(), metadata.ino()))
    }

    #[cfg(not(unix))]
    fn of_metadata(_metadata: &Metadata, path: &Path) -> Option<Self> {
        fs::canonicalize(path).ok().map(Self::Path)
    }

    /// What standard output goes to.
    pub(super) fn stdout() -> Option<Self> {
        Self::of_stream(&io::stdout())
    }

    /// What standard error goes to.
    pub(super) fn stderr() -> Option<Self> {
        Self::of_stream(&io::stderr())
    }

    #[cfg(unix)]
    fn of_stream(stream: &impl std::os::fd::AsFd) -> Option<Self> {
        let file = fs::File::from(stream.as_fd().try_clone_to_owned().ok()?);
        Self::of_metadata(&file.metadata().ok()?, Path::new(""))
    }

    #[cfg(not(unix))]
    fn of_stream<T>(_stream: &T) -> Option<Self> {
        None
    }
}

/// The names of the file that a path leads to: as it is given, and that behind all links.
pub(super) fn names(path: &Path) -> Vec<Box<OsStr>> {
    let behind = fs::canonicalize(path).ok();
    let paths = [Some(path), behind.as_deref()].into_iter().flatten();
    paths.filter_map(|path| path.file_name().map(Box::from)).collect()
}

/// Whether a path is a link to something that is not there.
pub(super) fn leads_nowhere(path: &Path) -> bool {
    path.is_symlink() && fs::metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}
