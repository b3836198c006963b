//! What can go wrong with a run, as opposed to what can be wrong with a file.

use std::{error, fmt, io};

/// Why a run, or a part of it, failed. Each is one line, but for mistakes in settings, which are shown. Its text is in `messages`.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A file or folder that can't be read.
    Read {
        /// The path, fit for a terminal.
        path: String,
        source: io::Error,
    },
    /// A settings file that can't be used.
    Settings {
        /// The path, fit for a terminal.
        path: String,
        /// How many mistakes.
        count: usize,
        /// The mistakes where they are.
        shown: String,
    },
    /// Files, but none that the configuration wants.
    LeftOut {
        /// How many files were found.
        count: usize,
    },
    /// A report that can't be written.
    Write {
        /// The file in backticks, or the stream in words.
        path: String,
        source: io::Error,
    },
    /// The report would replace a file that is to be checked.
    WriteToInput {
        /// The path, fit for a terminal.
        path: String,
    },
    /// The report would replace what says which files are checked, and how.
    WriteToSettings {
        /// The path, fit for a terminal.
        path: String,
    },
    /// Two reports for one file.
    WriteTwice {
        /// The file in backticks, or the stream in words.
        path: String,
    },
    /// A command that there is not.
    NoCommand {
        /// What was asked for, fit for a terminal.
        name: String,
        /// The commands.
        known: String,
    },
    /// Nothing that could have been checked.
    NoMatch {
        /// The paths in backticks.
        paths: String,
    },
    /// A file that was not to be overwritten.
    Exists {
        /// The path in backticks, fit for a terminal.
        path: String,
    },
    /// Two files of one name, which would be written to the same place.
    SameName {
        /// The path in backticks, fit for a terminal.
        path: String,
    },
    /// Results among their sources.
    WriteIntoSource {
        /// The path, fit for a terminal.
        path: String,
    },
    /// Several bodies, and one place for them.
    ManyBodies,
    /// Standard input for two texts.
    StdinTwice,
    /// A name that nothing has which could be explained.
    NothingToExplain {
        /// The name, fit for a terminal.
        name: String,
        /// What may have been meant.
        hint: String,
    },
    /// A name for standard input, which is not read.
    StdinNotRead,
}

/// Why something failed that the operating system would do: the causes that are told in words of our own. Within errors of
/// `std::io`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// There is nothing of that name.
    NoSuchFile,
    /// It is a folder.
    Folder,
    /// The system does not permit it.
    NotPermitted,
    /// It is a device.
    Device,
    /// It is a pipe that nobody writes to.
    #[cfg_attr(not(unix), allow(dead_code, reason = "elsewhere a pipe has no name"))]
    NoWriter,
    /// It is neither a file nor what else can be read.
    NoRegularFile,
    /// It is a link to something that is not there.
    BrokenLink,
    /// It has more bytes than that; the limit for people.
    LargerThan(&'static str),
    /// It is text in another encoding.
    NotUtf8,
    /// Its permissions say so.
    ReadOnly,
    /// It has another name, which would keep the old content.
    HardLink,
    /// Somebody else wrote to it.
    Changed,
    /// Settings are looked for there, and it is a folder.
    SettingsAreFolder,
    /// Settings are looked for there, and it is no regular file.
    SettingsAreNoFile,
    /// Settings are looked for there, and it is a link to something that is not there.
    SettingsAreBrokenLink,
}

impl Cause {
    /// The cause of an error; `None` where only the operating system has words for it.
    pub(crate) fn of(error: &io::Error) -> Option<Self> {
        if let Some(cause) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
            return Some(*cause);
        }
        match error.kind() {
            io::ErrorKind::NotFound => Some(Self::NoSuchFile),
            io::ErrorKind::IsADirectory => Some(Self::Folder),
            // What has a text of its own keeps it.
            io::ErrorKind::PermissionDenied if error.raw_os_error().is_some() => Some(Self::NotPermitted),
            _ => None,
        }
    }
}

impl From<Cause> for io::Error {
    fn from(cause: Cause) -> Self {
        let kind = match cause {
            Cause::ReadOnly => io::ErrorKind::PermissionDenied,
            _ => io::ErrorKind::Other,
        };
        Self::new(kind, cause)
    }
}

/// For those who look for errors: the name.
impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

impl error::Error for Cause {}

#[cfg(test)]
impl Failure {
    /// Every failure, with every cause.
    pub(crate) fn samples() -> Vec<Self> {
        let path = || "a_b".to_owned();
        let causes = [
            Cause::NoSuchFile,
            Cause::Folder,
            Cause::NotPermitted,
            Cause::Device,
            Cause::NoWriter,
            Cause::NoRegularFile,
            Cause::BrokenLink,
            Cause::LargerThan("16 MiB"),
            Cause::NotUtf8,
            Cause::ReadOnly,
            Cause::HardLink,
            Cause::Changed,
            Cause::SettingsAreFolder,
            Cause::SettingsAreNoFile,
            Cause::SettingsAreBrokenLink,
        ];
        let read = causes.map(|cause| Self::Read {
            path: path(),
            source: cause.into(),
        });
        let others = vec![
            Self::Settings {
                path: path(),
                count: 1,
                shown: "c_d".to_owned(),
            },
            Self::Settings {
                path: path(),
                count: 2,
                shown: "c_d".to_owned(),
            },
            Self::LeftOut { count: 1 },
            Self::LeftOut { count: 2 },
            Self::Write {
                path: path(),
                source: Cause::Changed.into(),
            },
            Self::WriteToInput { path: path() },
            Self::WriteToSettings { path: path() },
            Self::WriteTwice { path: path() },
            Self::NoCommand {
                name: path(),
                known: "c_d".to_owned(),
            },
            Self::NoMatch { paths: path() },
            Self::Exists { path: path() },
            Self::SameName { path: path() },
            Self::WriteIntoSource { path: path() },
            Self::ManyBodies,
            Self::StdinTwice,
            Self::NothingToExplain {
                name: path(),
                hint: "c_d".to_owned(),
            },
            Self::StdinNotRead,
        ];
        read.into_iter().chain(others).collect()
    }
}
