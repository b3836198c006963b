//! Pipes among the files: one that nobody writes to is not waited for without end.

use std::fs::File;
use std::io;
use std::path::Path;

/// Opens a file without waiting for a writer, if it is a pipe.
#[cfg(unix)]
pub(super) fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let flags = OFlags::NONBLOCK.bits() as i32;
    match File::options().read(true).custom_flags(flags).open(path) {
        // Somebody has a lease on the file and gives it up at this.
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => File::open(path),
        result => result,
    }
}

/// Waits for a writer where a file seems to be empty because it is a pipe that has none yet.
#[cfg(unix)]
pub(super) fn wait_for_writer(file: &File) -> io::Result<()> {
    use std::os::unix::fs::FileTypeExt;

    use crate::failure::Cause;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    /// A writer that is started with the command is there in milliseconds.
    const PATIENCE: Timespec = Timespec { tv_sec: 3, tv_nsec: 0 };
    if !file.metadata()?.file_type().is_fifo() {
        return Ok(());
    }
    match rustix::io::retry_on_intr(|| poll(&mut [PollFd::new(file, PollFlags::IN)], Some(&PATIENCE)))? {
        0 => Err(Cause::NoWriter.into()),
        _ => wait_for_data(file),
    }
}

/// Lets all further reading wait for data.
#[cfg(unix)]
pub(super) fn wait_for_data(file: &File) -> io::Result<()> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};

    let flags = fcntl_getfl(file)?;
    Ok(fcntl_setfl(file, flags - OFlags::NONBLOCK)?)
}

#[cfg(not(unix))]
pub(super) fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(not(unix))]
pub(super) fn wait_for_writer(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn wait_for_data(_file: &File) -> io::Result<()> {
    Ok(())
}
