//! Writes files atomically, so that no file is ever left half written.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::attributes;
use super::temporary::{Readers, Temporary};
use crate::failure::Cause;

/// Replaces the content of a file atomically: a reader finds the old content or the new one.
///
/// The new content is written to a file in the same folder, which is then renamed. Links are followed: the file that a
/// link points to is replaced. What belongs to the file beside its content stays; where that can't be, and where it has no
/// longer the content that was `read`, the file is left alone.
pub(crate) fn replace(path: &Path, read: &[u8], content: &[u8]) -> io::Result<()> {
    replace_if(path, Some(read), content)
}

/// Writes a new file, or replaces one whatever is in it, atomically.
pub(crate) fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    if path.exists() {
        return replace_if(path, None, content);
    }
    let folder = folder_of(path);
    let mut new = Temporary::new(folder, Readers::Usual)?;
    new.file().write_all(content)?;
    new.file().sync_all()?;
    new.persist(path)?;
    synchronise(folder);
    Ok(())
}

/// Replaces the content of a file, if it still is what was read.
fn replace_if(path: &Path, read: Option<&[u8]>, content: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let metadata = fs::metadata(&target)?;
    if !metadata.is_file() {
        return Err(Cause::NoRegularFile.into());
    }
    if metadata.permissions().readonly() {
        return Err(Cause::ReadOnly.into());
    }
    // What can't be written to is not replaced either.
    let old = OpenOptions::new().read(true).write(true).open(&target)?;
    let metadata = old.metadata()?;
    if attributes::has_other_name(&metadata) {
        return Err(Cause::HardLink.into());
    }
    let folder = folder_of(&target);
    let mut new = Temporary::new(folder, Readers::Owner)?;
    new.file().write_all(content)?;
    attributes::copy(&old, &metadata, new.file())?;
    new.file().sync_all()?;
    // Windows replaces no file that is open.
    drop(old);
    if let Some(read) = read
        && !is_as_read(path, &metadata, read)?
    {
        // Another run may have done the same.
        return match has_content(path, content)? {
            true => Ok(()),
            false => Err(Cause::Changed.into()),
        };
    }
    new.persist(&target)?;
    synchronise(folder);
    Ok(())
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes sure that a renaming lasts; where folders can't be synchronised, that is not needed.
fn synchronise(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Whether a path still leads to the same file, and that is as it was.
fn is_as_read(path: &Path, then: &Metadata, read: &[u8]) -> io::Result<bool> {
    let now = fs::metadata(path)?;
    #[cfg(unix)]
    let is_same = {
        use std::os::unix::fs::MetadataExt;
        let state = |of: &Metadata| (of.dev(), of.ino(), of.ctime(), of.ctime_nsec());
        state(&now) == state(then)
    };
    #[cfg(not(unix))]
    let is_same = now.modified().ok() == then.modified().ok();
    Ok(is_same && has_content(path, read)?)
}

/// Whether a file has this content.
fn has_content(path: &Path, content: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut rest = content;
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part) {
            Ok(0) => return Ok(rest.is_empty()),
            Ok(count) => match rest.strip_prefix(&part[..count]) {
                Some(after) => rest = after,
                None => return Ok(false),
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_has_changed_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("a.json");
        for (now, read, result) in [
            ("old", "old", true),
            ("mine", "old", false),
            ("ol", "old", false),
            ("new", "old", true),
        ] {
            fs::write(&file, now).expect("a file can be written");
            let replaced = replace(&file, read.as_bytes(), b"new");
            assert_eq!(replaced.is_ok(), result, "{now}: {replaced:?}");
            let expected = if result { "new" } else { now };
            assert_eq!(fs::read_to_string(&file).expect("it is there"), expected);
            assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
        }
    }

    #[test]
    fn nothing_is_left_beside_a_file_that_could_not_be_replaced() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("a.json");
        fs::write(&file, "old").expect("a file can be written");
        let mut permissions = fs::metadata(&file).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).expect("it is ours");
        assert!(replace(&file, b"old", b"new").is_err());
        assert_eq!(fs::read(&file).expect("it is there"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
    }
}
