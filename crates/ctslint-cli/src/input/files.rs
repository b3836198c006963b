//! Which files are to be checked, and in which order.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::failure::Failure;
use crate::terminal;

/// Something to check.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// The path, or the name that stands for standard input.
    path: PathBuf,
    /// Whether standard input is meant.
    pub(crate) stdin: bool,
    /// Whether it was named on the command line, as opposed to found in a folder.
    pub(crate) named: bool,
}

impl Input {
    /// Where to read.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The path as it was given.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        self.path.to_string_lossy()
    }

    /// Whether it is meant to be checked, whatever is in it: it was named, or its name says that it is a tracker's.
    pub(crate) fn is_meant(&self) -> bool {
        self.named || self.is_of_cts()
    }

    /// Whether its name says that it is a tracker's.
    pub(crate) fn is_of_cts(&self) -> bool {
        const ENDING: &[u8] = b".cts.json";
        let name = self.path.file_name().unwrap_or_default().as_encoded_bytes();
        let ending = name.len().checked_sub(ENDING.len()).and_then(|at| name.get(at..));
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
    }

    /// Whether comments are allowed in it.
    pub(crate) fn comments(&self) -> bool {
        Self::takes_comments(&self.path)
    }

    /// Whether comments are allowed in a file of that name.
    pub(crate) fn takes_comments(path: &Path) -> bool {
        has_extension(path, "jsonc")
    }

    /// Whether whole requests stand in it.
    pub(crate) fn requests(&self) -> bool {
        has_extension(&self.path, "http") || has_extension(&self.path, "rest")
    }
}

/// What there is to check, and what could not be looked at.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// Sorted by path, none twice.
    pub(crate) files: Vec<Input>,
    /// Paths that could not be read.
    pub(crate) failures: Vec<Failure>,
}

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";

/// What standard input is called in a report when it has no other name.
const STDIN_NAME: &str = "<stdin>";

/// Finds the files. Folders are walked; files are taken as they are, whatever their names.
pub(crate) fn find(paths: &[PathBuf], stdin_name: Option<&str>) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == STDIN {
            inputs.files.push(Input {
                path: PathBuf::from(stdin_name.unwrap_or(STDIN_NAME)),
                stdin: true,
                named: true,
            });
        } else {
            match fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => walk(path, &mut inputs),
                Ok(_) => inputs.files.push(Input {
                    path: path.clone(),
                    stdin: false,
                    named: true,
                }),
                Err(source) => inputs.failures.push(Failure::Read {
                    path: terminal::path(path),
                    source,
                }),
            }
        }
    }
    sort(&mut inputs.files);
    inputs
}

/// Sorts by path. A file that was both named and found counts as named.
fn sort(files: &mut Vec<Input>) {
    fn key(input: &Input) -> (&Path, bool, bool) {
        let path = input.path.strip_prefix(".").unwrap_or(&input.path);
        (path, input.stdin, !input.named)
    }
    if !files.is_sorted_by(|left, right| key(left) < key(right)) {
        files.sort_by(|left, right| key(left).cmp(&key(right)));
        files.dedup_by(|second, first| first.path == second.path && first.stdin == second.stdin);
    }
}

/// What is looked at in a folder.
const EXTENSIONS: [&str; 4] = ["json", "jsonc", "http", "rest"];

/// Adds the files of a folder and its folders. Links inside are not followed, so there is no endless walk.
fn walk(folder: &Path, inputs: &mut Inputs) {
    for entry in WalkBuilder::new(folder).build() {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file
                    && EXTENSIONS
                        .iter()
                        .any(|extension| has_extension(entry.path(), extension))
                {
                    inputs.files.push(Input {
                        path: as_called(folder, entry.path()).to_path_buf(),
                        stdin: false,
                        named: false,
                    });
                }
            }
            Err(error) => inputs.failures.extend(walk_failure(folder, &error)),
        }
    }
}

/// What is found in the current folder is called as one would call it there.
fn as_called<'a>(folder: &Path, path: &'a Path) -> &'a Path {
    if folder.as_os_str() == "." {
        path.strip_prefix(".").unwrap_or(path)
    } else {
        path
    }
}

/// A folder that can't be read. A fault in an ignore file is none of ours.
fn walk_failure(folder: &Path, error: &ignore::Error) -> Option<Failure> {
    let path = failed_path(error).unwrap_or(folder);
    let path = terminal::path(as_called(folder, path));
    let source = error.io_error()?.kind().into();
    Some(Failure::Read { path, source })
}

fn failed_path(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => failed_path(err),
        _ => None,
    }
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension()
        .is_some_and(|its| its.as_encoded_bytes().eq_ignore_ascii_case(extension.as_bytes()))
}

/// Takes the file that the report is written to out of what was found; that it was named is a mistake.
pub(crate) fn exclude(output: &Path, files: &mut Vec<Input>) -> Result<(), Failure> {
    let Ok(canonical) = fs::canonicalize(output) else {
        return Ok(());
    };
    let same = |input: &Input| {
        !input.stdin
            && input.path.file_name() == canonical.file_name()
            && fs::canonicalize(&input.path).is_ok_and(|path| path == canonical)
    };
    if files.iter().any(|input| input.named && same(input)) {
        return Err(Failure::WriteToInput {
            path: terminal::path(output),
        });
    }
    files.retain(|input| !same(input));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(path: &str, named: bool) -> Input {
        Input {
            path: PathBuf::from(path),
            stdin: false,
            named,
        }
    }

    #[test]
    fn files_are_sorted_and_none_is_there_twice() {
        let mut files = vec![
            input("b.json", true),
            input("a/b.json", false),
            input("a.json", true),
            input("b.json", false),
            input("a-b.json", false),
        ];
        sort(&mut files);
        assert_eq!(
            files,
            [
                input("a/b.json", false),
                input("a-b.json", false),
                input("a.json", true),
                input("b.json", true)
            ]
        );
    }

    #[test]
    fn extensions_are_compared_without_case() {
        assert!(has_extension(Path::new("x/TRACKER.JSON"), "json"));
        assert!(!has_extension(Path::new("x/tracker.jsonl"), "json"));
        assert!(input("a.jsonc", true).comments());
    }
}
