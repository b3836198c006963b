//! Which files are to be checked, and in which order.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder};

use super::identity::Identity;
use crate::failure::{Cause, Failure};
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
    /// A file that nobody named.
    pub(crate) const fn found(path: PathBuf) -> Self {
        Self {
            path,
            stdin: false,
            named: false,
        }
    }

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

    /// Whether a file of that name would be looked at in a folder.
    pub(crate) fn has_known_ending(path: &Path) -> bool {
        EXTENSIONS.iter().any(|extension| has_extension(path, extension))
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
pub(crate) const STDIN_NAME: &str = "<stdin>";

/// Finds the files. Folders are walked; files are taken as they are, whatever their names. A file with several names is
/// one file. It has the name by which it is named first, or else found first.
pub(crate) fn find(paths: &[PathBuf], stdin_name: Option<&str>) -> Inputs {
    let mut inputs = Inputs::default();
    let mut seen = HashSet::new();
    let mut folders = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN {
            if !inputs.files.iter().any(|input| input.stdin) {
                inputs.files.push(Input {
                    path: PathBuf::from(stdin_name.unwrap_or(STDIN_NAME)),
                    stdin: true,
                    named: true,
                });
            }
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => folders.push(path),
            Ok(metadata) => {
                if is_new(path, &metadata, &mut seen) {
                    inputs.files.push(Input {
                        path: path.clone(),
                        stdin: false,
                        named: true,
                    });
                }
            }
            Err(source) => inputs.failures.push(Failure::Read {
                path: terminal::path(path),
                source,
            }),
        }
    }
    let is_alone = folders.len() == 1 && inputs.files.is_empty();
    for folder in folders {
        let mut walk = walk(folder, &mut inputs.failures);
        walk.files.sort_by(|left, right| key(left).cmp(&key(right)));
        if !is_alone || walk.has_links {
            let mut is_new = |input: &Input| {
                fs::metadata(&input.path).map_or(true, |metadata| is_new(&input.path, &metadata, &mut seen))
            };
            walk.files.retain(&mut is_new);
        }
        inputs.files.append(&mut walk.files);
    }
    if !is_alone {
        inputs.files.sort_by(|left, right| key(left).cmp(&key(right)));
    }
    inputs
}

/// The paths without those that are further names of a file before. Standard input is one, too.
pub(crate) fn distinct(paths: &[PathBuf]) -> Vec<&Path> {
    let mut seen = HashSet::new();
    let mut has_stdin = false;
    let mut is_first = |path: &Path| match fs::metadata(path) {
        _ if path.as_os_str() == STDIN => !std::mem::replace(&mut has_stdin, true),
        Ok(metadata) => is_new(path, &metadata, &mut seen),
        // That it can't be read is told later.
        Err(_) => true,
    };
    paths
        .iter()
        .map(PathBuf::as_path)
        .filter(|path| is_first(path))
        .collect()
}

/// Whether the file was not seen before, under whatever name.
fn is_new(path: &Path, metadata: &Metadata, seen: &mut HashSet<Identity>) -> bool {
    Identity::of(path, metadata).is_none_or(|identity| seen.insert(identity))
}

/// By what files are sorted: their paths.
fn key(input: &Input) -> (&Path, bool) {
    let path = input.path.strip_prefix(".").unwrap_or(&input.path);
    (path, input.stdin)
}

/// What is looked at in a folder.
const EXTENSIONS: [&str; 4] = ["json", "jsonc", "http", "rest"];

/// What was found in a folder.
#[derive(Default)]
struct Walk {
    files: Vec<Input>,
    /// Whether two of them may be one file with two names (hard links).
    has_links: bool,
}

/// Finds the files of a folder and its folders. Links inside are not followed, so there is no endless walk.
fn walk(folder: &Path, failures: &mut Vec<Failure>) -> Walk {
    let mut walk = Walk::default();
    if let Some(failure) = unfit_above(folder) {
        failures.push(failure);
        return walk;
    }
    let unfit = Arc::new(Mutex::new(Vec::new()));
    let mut builder = WalkBuilder::new(folder);
    builder.filter_entry({
        let unfit = Arc::clone(&unfit);
        move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            match is_folder.then(|| unfit_in(entry.path())).flatten() {
                None => true,
                Some(found) => {
                    unfit.lock().unwrap_or_else(PoisonError::into_inner).push(found);
                    false
                }
            }
        }
    });
    let mut numbers = HashSet::new();
    for entry in builder.build() {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file
                    && EXTENSIONS
                        .iter()
                        .any(|extension| has_extension(entry.path(), extension))
                {
                    walk.has_links |= number(&entry).is_some_and(|number| !numbers.insert(number));
                    walk.files.push(Input {
                        path: as_called(folder, entry.path()).to_path_buf(),
                        stdin: false,
                        named: false,
                    });
                }
            }
            Err(error) => failures.extend(walk_failure(folder, &error)),
        }
    }
    let mut unfit = unfit.lock().unwrap_or_else(PoisonError::into_inner);
    failures.extend(unfit.drain(..).map(|(path, source)| Failure::Read {
        path: terminal::path(as_called(folder, &path)),
        source,
    }));
    walk
}

/// The number of a file on its device, which costs nothing to know: the folder lists it.
#[cfg(unix)]
fn number(entry: &DirEntry) -> Option<u64> {
    entry.ino()
}

#[cfg(not(unix))]
fn number(_entry: &DirEntry) -> Option<u64> {
    None
}

/// Files in a folder that say which others are left out.
const IGNORE_FILES: [&str; 3] = [".ignore", ".gitignore", ".git/info/exclude"];

/// The largest of them that is read, in bytes.
const LARGEST_IGNORE_FILE: u64 = 16 << 20;

/// An ignore file in a folder or above it that must not be read.
fn unfit_above(folder: &Path) -> Option<Failure> {
    let whole = fs::canonicalize(folder).ok()?;
    let failure = |(path, source): (PathBuf, io::Error)| Failure::Read {
        path: terminal::path(&path),
        source,
    };
    let above = || whole.ancestors().skip(1).find_map(unfit_in).map(failure);
    let here = unfit_in(folder).map(|(path, source)| failure((as_called(folder, &path).to_path_buf(), source)));
    here.or_else(above)
}

/// An ignore file in a folder that must not be read: it has no end, or the walk would wait for it.
fn unfit_in(folder: &Path) -> Option<(PathBuf, io::Error)> {
    IGNORE_FILES.iter().find_map(|name| {
        let path = folder.join(name);
        let metadata = fs::metadata(&path).ok()?;
        let problem = match metadata.is_file() {
            true if metadata.len() > LARGEST_IGNORE_FILE => Cause::LargerThan("16 MiB"),
            true => return None,
            false if metadata.is_dir() => return None,
            false => Cause::NoRegularFile,
        };
        Some((path, problem.into()))
    })
}

/// What is found in the current folder is called as one would call it there.
fn as_called<'a>(folder: &Path, path: &'a Path) -> &'a Path {
    if folder.as_os_str() == "." {
        let inner = path
            .strip_prefix(".")
            .ok()
            .filter(|inner| !inner.as_os_str().is_empty());
        inner.unwrap_or(path)
    } else {
        path
    }
}

/// A folder that can't be read. A fault in an ignore file is none of ours.
fn walk_failure(folder: &Path, error: &ignore::Error) -> Option<Failure> {
    let path = failed_path(error).unwrap_or(folder);
    let path = terminal::path(as_called(folder, path));
    let error = error.io_error()?;
    // The error of the system stands inside of that of the walk.
    let within = error
        .get_ref()
        .and_then(|walk| walk.source()?.downcast_ref::<io::Error>());
    let code = within.unwrap_or(error).raw_os_error();
    let source = code.map_or_else(|| error.kind().into(), io::Error::from_raw_os_error);
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
    let identity = |path: &Path| {
        fs::metadata(path)
            .ok()
            .and_then(|metadata| Identity::of(path, &metadata))
    };
    let Some(written) = identity(output) else {
        return Ok(());
    };
    let same = |input: &Input| !input.stdin && identity(&input.path).as_ref() == Some(&written);
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
    fn extensions_are_compared_without_case() {
        assert!(has_extension(Path::new("x/TRACKER.JSON"), "json"));
        assert!(!has_extension(Path::new("x/tracker.jsonl"), "json"));
        assert!(input("a.jsonc", true).comments());
    }
}
