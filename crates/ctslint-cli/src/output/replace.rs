//! Writes files atomically, so that no file is ever left half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Replaces the content of a file atomically: a reader finds the old content or the new one.
///
/// The new content is written to a file in the same folder, which is then renamed. Links are followed: the file that a
/// link points to is replaced. A file that can't be written to is not replaced either.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let metadata = fs::metadata(&target)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    if metadata.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    OpenOptions::new().write(true).open(&target)?;
    write_beside(&target, content, Some(&metadata))
}

/// Writes a new file, or replaces one, atomically.
pub(crate) fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    if path.exists() {
        replace(path, content)
    } else {
        write_beside(path, content, None)
    }
}

fn write_beside(target: &Path, content: &[u8], like: Option<&fs::Metadata>) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ctslint-");
    #[cfg(unix)]
    builder.permissions(new_permissions());
    let mut new = builder.tempfile_in(folder)?;
    new.write_all(content)?;
    if let Some(metadata) = like {
        keep_owner(new.as_file(), metadata);
        new.as_file().set_permissions(metadata.permissions())?;
    }
    new.as_file().sync_all()?;
    new.persist(target)?;
    // The renaming must last too; where folders can't be synchronised, that is not needed.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// The permissions of a new file, before the umask.
#[cfg(unix)]
fn new_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::Permissions::from_mode(0o666)
}

/// Gives a file the owner and group of another, if the user may do that.
#[cfg(unix)]
fn keep_owner(file: &File, like: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    if let Ok(own) = file.metadata()
        && (own.uid(), own.gid()) != (like.uid(), like.gid())
    {
        // Without the right to change owners, the new file belongs to the user.
        let _ = fchown(file, Some(like.uid()), Some(like.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _like: &fs::Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_beside_a_file_that_could_not_be_replaced() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("a.json");
        fs::write(&file, "old").expect("a file can be written");
        let mut permissions = fs::metadata(&file).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).expect("it is ours");
        assert!(replace(&file, b"new").is_err());
        assert_eq!(fs::read(&file).expect("it is there"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }
}
