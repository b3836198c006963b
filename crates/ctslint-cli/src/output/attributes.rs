//! What belongs to a file beside its content: owner, permissions, extended attributes, access control lists.

use std::fs::{File, Metadata};
use std::io;

/// Whether the file has another name, which would keep the old content if this one got a new file.
pub(super) fn has_other_name(metadata: &Metadata) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::nlink(metadata) > 1;
    #[cfg(not(unix))]
    return {
        let _ = metadata;
        false
    };
}

/// Gives a file what another has beside its content. Fails where something can't be kept.
pub(super) fn copy(from: &File, metadata: &Metadata, to: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        keep_owner(metadata, to)?;
        keep_extended(from, to)?;
    }
    #[cfg(not(unix))]
    let _ = from;
    // Last, because changes of the owner and of access control lists change them too.
    to.set_permissions(metadata.permissions())
}

#[cfg(unix)]
fn keep_owner(metadata: &Metadata, to: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = to.metadata()?;
    if (own.uid(), own.gid()) == (metadata.uid(), metadata.gid()) {
        return Ok(());
    }
    fchown(to, Some(metadata.uid()), Some(metadata.gid())).map_err(|_| io::Error::other("its owner can't be kept"))
}

/// Attributes that the system itself gives a file and that nobody can copy, or that hold for the old content alone.
#[cfg(unix)]
const OF_THE_SYSTEM: [&str; 3] = ["com.apple.provenance", "security.evm", "security.ima"];

/// Makes the extended attributes those of the other file. Access control lists are among them on Linux; a new file may have
/// got one from its folder.
#[cfg(unix)]
fn keep_extended(from: &File, to: &File) -> io::Result<()> {
    use xattr::FileExt;

    let names = |file: &File| match file.list_xattr() {
        Ok(names) => Ok(names
            .filter(|name| OF_THE_SYSTEM.iter().all(|its| name != its))
            .collect::<Vec<_>>()),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    let wanted = names(from)?;
    let lost =
        |name: &std::ffi::OsStr| io::Error::other(format!("its extended attribute `{}` can't be kept", name.display()));
    for name in names(to)?.iter().filter(|name| !wanted.contains(name)) {
        to.remove_xattr(name).map_err(|_| lost(name))?;
    }
    for name in &wanted {
        let value = from.get_xattr(name).map_err(|_| lost(name))?;
        if value != to.get_xattr(name).unwrap_or_default() {
            to.set_xattr(name, &value.unwrap_or_default()).map_err(|_| lost(name))?;
        }
    }
    Ok(())
}
