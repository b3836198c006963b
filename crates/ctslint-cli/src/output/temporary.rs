//! Files that are there only while they are written. A signal that ends the process takes them away.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempPath;

/// The temporary files of this process. While it is locked, none is made and none gets its final name.
static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn open_files() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file that vanishes unless it gets its final name.
pub(super) struct Temporary {
    file: File,
    /// Always there, until the file has its final name.
    path: Option<TempPath>,
}

/// Who may read a file while it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// Its owner.
    Owner,
    /// Whoever may read new files.
    Usual,
}

impl Temporary {
    /// Makes an empty file in a folder.
    pub(super) fn new(folder: &Path, readers: Readers) -> io::Result<Self> {
        #[cfg(unix)]
        signals::watch();
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ctslint-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = if readers == Readers::Owner { 0o600 } else { 0o666 };
            builder.permissions(std::fs::Permissions::from_mode(mode));
        }
        #[cfg(not(unix))]
        let _ = readers;
        let mut open = open_files();
        let (file, path) = builder.tempfile_in(folder)?.into_parts();
        open.insert(path.to_path_buf());
        Ok(Self { file, path: Some(path) })
    }

    pub(super) fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Gives the file its final name, which another file may have had.
    pub(super) fn persist(mut self, target: &Path) -> io::Result<()> {
        let mut open = open_files();
        let Some(path) = self.path.take() else { return Ok(()) };
        let name = path.to_path_buf();
        // If that fails, the file is removed.
        let result = path.persist(target).map_err(|error| error.error);
        open.remove(&name);
        result
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some(path) = self.path.take() {
            let mut open = open_files();
            open.remove(path.as_ref() as &Path);
            drop(path);
        }
    }
}

#[cfg(unix)]
mod signals {
    //! Waits for signals in a thread of its own.

    use std::fs;
    use std::sync::{Once, mpsc};
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use crate::limits;

    /// The signals that end a process and that come from people and limits.
    const SIGNALS: [i32; 6] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGXFSZ];

    /// From now on, a signal that ends the process first removes its temporary files. Where no thread can be had for that,
    /// signals do what they always do.
    pub(super) fn watch() {
        static WATCH: Once = Once::new();
        WATCH.call_once(|| {
            let (ready, is_ready) = mpsc::channel();
            let wait = move || {
                let is_awaited = |signal: &i32| !is_ignored(*signal);
                let Ok(mut signals) = Signals::new(SIGNALS.iter().filter(|signal| is_awaited(signal))) else {
                    return;
                };
                let _ = ready.send(());
                for signal in signals.forever() {
                    // Locked to the end of the process.
                    let open = super::open_files();
                    for path in open.iter() {
                        let _ = fs::remove_file(path);
                    }
                    let _ = emulate_default_handler(signal);
                }
            };
            if limits::has_memory_for_a_thread() && thread::Builder::new().spawn(wait).is_ok() {
                let _ = is_ready.recv();
            }
        });
    }

    /// Whether the process was started with the signal ignored, as `nohup` does it: that is to stay so.
    #[cfg(target_os = "linux")]
    fn is_ignored(signal: i32) -> bool {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
    }

    /// Elsewhere it can't be told; the signals that are ignored now and then are left alone.
    #[cfg(not(target_os = "linux"))]
    fn is_ignored(signal: i32) -> bool {
        !matches!(signal, SIGINT | SIGTERM)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_without_a_final_name_vanishes() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let count = || fs::read_dir(folder.path()).expect("it is there").count();
        let first = Temporary::new(folder.path(), Readers::Owner).expect("a file can be made");
        let second = Temporary::new(folder.path(), Readers::Usual).expect("a file can be made");
        let name = |file: &Temporary| file.path.as_ref().map(|path| path.to_path_buf()).expect("it has one");
        let names = [name(&first), name(&second)];
        let known = || names.iter().filter(|name| open_files().contains(*name)).count();
        assert_eq!((count(), known()), (2, 2));
        drop(first);
        assert_eq!((count(), known()), (1, 1));
        second
            .persist(&folder.path().join("a.json"))
            .expect("it can be renamed");
        assert_eq!((count(), known()), (1, 0));
        let third = Temporary::new(folder.path(), Readers::Owner).expect("a file can be made");
        third
            .persist(Path::new("/none/a.json"))
            .expect_err("there is no such folder");
        assert_eq!(count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_what_replaces_a_file() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = Temporary::new(folder.path(), Readers::Owner).expect("a file can be made");
        let mode = file.file.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
