//! What can go wrong with a run, as opposed to what can be wrong with a file.

use std::io;

use thiserror::Error;

/// Why a run, or a part of it, failed. Each is one line, but for mistakes in settings, which are shown.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// A file or folder that can't be read.
    #[error("can't read `{path}`: {}", cause(.source))]
    Read {
        /// The path, fit for a terminal.
        path: String,
        source: io::Error,
    },
    /// A settings file that can't be used.
    #[error("`{path}` has {count}\n{shown}")]
    Settings {
        /// The path, fit for a terminal.
        path: String,
        /// How many mistakes.
        count: String,
        /// The mistakes where they are.
        shown: String,
    },
    /// Files, but none that the configuration wants.
    #[error("no file to check: the configuration leaves out {count} that {}", if *.count == 1 { "was found" } else { "were found" })]
    LeftOut {
        /// How many files were found.
        count: usize,
    },
    /// A report that can't be written.
    #[error("can't write {path}: {}", cause(.source))]
    Write {
        /// The file in backticks, or the stream in words.
        path: String,
        source: io::Error,
    },
    /// The report would replace a file that is to be checked.
    #[error("can't write `{path}`: it is one of the files to check")]
    WriteToInput {
        /// The path, fit for a terminal.
        path: String,
    },
    /// The report would replace what says which files are checked, and how.
    #[error("can't write `{path}`: it holds settings; write the report to another file")]
    WriteToSettings {
        /// The path, fit for a terminal.
        path: String,
    },
    /// Two reports for one file.
    #[error("can't write two reports to {path}")]
    WriteTwice {
        /// The file in backticks, or the stream in words.
        path: String,
    },
    /// A command that there is not.
    #[error("there is no command `{name}`; there are {known}")]
    NoCommand {
        /// What was asked for, fit for a terminal.
        name: String,
        /// The commands.
        known: String,
    },
    /// Nothing that could have been checked.
    #[error("no file that matches: {paths} holds no *.json, *.jsonc, *.http or *.rest")]
    NoMatch {
        /// The paths in backticks.
        paths: String,
    },
    /// A file that was not to be overwritten.
    #[error("{path} exists already; --force overwrites it")]
    Exists {
        /// The path in backticks, fit for a terminal.
        path: String,
    },
    /// Two files of one name, which would be written to the same place.
    #[error("{path} was written by another of the files")]
    SameName {
        /// The path in backticks, fit for a terminal.
        path: String,
    },
    /// Results among their sources.
    #[error("can't write into `{path}`: it is in the folder that is translated")]
    WriteIntoSource {
        /// The path, fit for a terminal.
        path: String,
    },
    /// Several bodies, and one place for them.
    #[error("several files can't be translated to one place; write them into a folder with --out-dir")]
    ManyBodies,
    /// Standard input for two texts.
    #[error("only one of the texts can come from standard input")]
    StdinTwice,
    /// A name that nothing has which could be explained.
    #[error("nothing is called `{name}`; {hint}")]
    NothingToExplain {
        /// The name, fit for a terminal.
        name: String,
        /// What may have been meant.
        hint: String,
    },
    /// A name for standard input, which is not read.
    #[error("--stdin-filename names what comes from standard input; to read that, add `-`")]
    StdinNotRead,
}

/// The reason in a few words, without the number of the operating system's error.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => {
            let text = error.to_string();
            let text = text.split(" (os error ").next().unwrap_or_default();
            let mut chars = text.chars();
            chars
                .next()
                .map(|first| first.to_lowercase().chain(chars).collect())
                .unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_short_and_lower_case() {
        assert_eq!(cause(&io::Error::from_raw_os_error(13)), "permission denied");
        assert_eq!(cause(&io::Error::from_raw_os_error(2)), "no such file");
        assert_eq!(cause(&io::Error::other("It is a device")), "it is a device");
    }
}
