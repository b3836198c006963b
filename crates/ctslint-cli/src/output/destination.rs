//! Where a report goes: `--format FORMAT[=FILE]`.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command};
use ctslint::{DetectionReason, Options};

use super::format::Format;
use super::place::{self, Place};
use super::report::{End, Part, Tests};
use super::sink::Sink;
use super::spool::Spool;
use super::summary::Summary;
use crate::failure::{Cause, Failure};
use crate::input::files::Input;
use crate::input::read::Reader;
use crate::messages::Message;
use crate::project::{config, suppress};
use crate::terminal::{self, Target};

/// A format, and the file that a report in it is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Destination {
    pub(crate) format: Format,
    /// Standard output where there is none.
    pub(crate) file: Option<PathBuf>,
}

impl Destination {
    /// Reads `FORMAT[=FILE]`.
    pub(crate) fn parser() -> impl TypedValueParser<Value = Self> {
        DestinationParser
    }

    /// Where the reports go, each place once: one to standard output, or to the file of `--output-file`, and the others
    /// to files of their own. Of several formats without a file the last counts, as of any option.
    pub(crate) fn all(given: &[Self], output_file: Option<&Path>) -> Result<Vec<Self>, Failure> {
        let mut destinations: Vec<Self> = given
            .iter()
            .filter(|destination| destination.file.is_some())
            .cloned()
            .collect();
        // Of several, the last one counts, as for other options: hooks append theirs.
        let last = given.iter().rfind(|destination| destination.file.is_none());
        let format = match last {
            Some(destination) => Some(destination.format),
            None if destinations.is_empty() || output_file.is_some() => Some(Format::Human),
            None => None,
        };
        destinations.extend(format.map(|format| Self {
            format,
            file: output_file.map(Path::to_path_buf),
        }));
        let mut taken = Vec::new();
        for destination in &destinations {
            let place = match &destination.file {
                Some(file) if place::leads_nowhere(file) => {
                    return Err(Failure::Write {
                        path: format!("`{}`", terminal::path(file)),
                        source: Cause::BrokenLink.into(),
                    });
                }
                Some(file) => Place::of(file),
                None => Place::stdout(),
            };
            let Some(place) = place else { continue };
            if taken.contains(&place) {
                let path = match destination.file {
                    Some(_) => format!("`{}`", destination.shown()),
                    None => Message::StandardOutput.text(),
                };
                return Err(Failure::WriteTwice { path });
            }
            taken.push(place);
        }
        Ok(destinations)
    }

    /// Refuses to write over files that are to be checked. One that was only found in a folder may be the report of the last
    /// run.
    pub(crate) fn spare_inputs(all: &[Self], inputs: &[Input]) -> Result<(), Failure> {
        for destination in all {
            let Some(place) = destination
                .file
                .as_deref()
                .filter(|file| file.exists())
                .and_then(Place::of)
            else {
                continue;
            };
            let is_it = |input: &&Input| !input.stdin && Place::of(input.path()).as_ref() == Some(&place);
            if inputs
                .iter()
                .filter(is_it)
                .any(|input| input.is_meant() || is_document(input))
            {
                return Err(Failure::WriteToInput {
                    path: destination.shown(),
                });
            }
        }
        Ok(())
    }

    /// Refuses to write over what says which files are checked, and how. `used` are the files with settings that were read.
    pub(crate) fn spare_settings<'p>(all: &[Self], used: impl Iterator<Item = &'p Path>) -> Result<(), Failure> {
        let used: Vec<Place> = used.filter_map(Place::of).collect();
        for destination in all {
            let Some(file) = &destination.file else { continue };
            let has_name = place::names(file)
                .iter()
                .any(|name| SETTINGS.iter().any(|its| name.eq_ignore_ascii_case(its)));
            if has_name || Place::of(file).is_some_and(|place| used.contains(&place)) {
                return Err(Failure::WriteToSettings {
                    path: destination.shown(),
                });
            }
        }
        Ok(())
    }

    /// Its file as it is shown.
    fn shown(&self) -> String {
        self.file.as_deref().map(terminal::path).unwrap_or_default()
    }
}

/// The names of files that say what is checked, and how.
const SETTINGS: [&str; 4] = [config::FILE_NAME, suppress::FILE_NAME, ".gitignore", ".ignore"];

/// Whether a file is one to check by what is in it, and no report.
fn is_document(input: &Input) -> bool {
    let mut reader = Reader::new();
    let Ok(text) = reader.file(input.path()) else {
        return false;
    };
    let start = text.trim_ascii_start().first();
    let is_report = start.is_none_or(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'<' | b':'));
    let options = Options {
        comments: input.comments(),
        requests: input.requests(),
        ..Options::default()
    };
    (!is_report || input.requests()) && ctslint::check(text, &options).reason != DetectionReason::Nothing
}

#[derive(Clone)]
struct DestinationParser;

impl TypedValueParser for DestinationParser {
    type Value = Destination;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Destination, clap::Error> {
        let (format, file) = split(value);
        let format = EnumValueParser::<Format>::new().parse_ref(command, arg, format)?;
        if file.as_ref().is_some_and(|file| file.is_empty()) {
            let message = "no file after `=`: write it as in `--format sarif=report.sarif`\n";
            return Err(clap::Error::raw(ErrorKind::InvalidValue, message).with_cmd(command));
        }
        Ok(Destination {
            format,
            file: file.map(PathBuf::from),
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        // The values are listed by the parser of formats; it lives no longer than this call.
        let values: Vec<_> = EnumValueParser::<Format>::new().possible_values()?.collect();
        Some(Box::new(values.into_iter()))
    }
}

/// The parts before and after the first `=`.
fn split(value: &OsStr) -> (&OsStr, Option<OsString>) {
    let Some(text) = value.to_str() else {
        return split_lossily(value);
    };
    match text.split_once('=') {
        Some((format, file)) => (OsStr::new(format), Some(file.into())),
        None => (value, None),
    }
}

/// A file name that is no text stays as it is where the system's names are bytes.
#[cfg(unix)]
fn split_lossily(value: &OsStr) -> (&OsStr, Option<OsString>) {
    use std::os::unix::ffi::OsStrExt;

    let bytes = value.as_bytes();
    match bytes.iter().position(|&byte| byte == b'=') {
        Some(at) => {
            let file = OsStr::from_bytes(&bytes[at + 1..]);
            (OsStr::from_bytes(&bytes[..at]), Some(file.to_owned()))
        }
        None => (value, None),
    }
}

#[cfg(not(unix))]
fn split_lossily(value: &OsStr) -> (&OsStr, Option<OsString>) {
    (value, None)
}

/// Writes one report as it grows.
pub(crate) struct Writer {
    format: Format,
    sink: Sink,
    /// Whether a part of a list was written, so that the next one needs a comma.
    listed: bool,
    /// What waits for the end of the run, of all files.
    later: [Spool; 2],
    tests: Tests,
    rules: u64,
}

impl Writer {
    /// Opens the file, or else the stream, and writes what comes first.
    pub(crate) fn open(destination: &Destination, stream: Target) -> Result<Self, Failure> {
        let mut sink = match (&destination.file, stream) {
            (Some(path), _) => Sink::file(path)?,
            (None, Target::Stderr) => Sink::stderr(),
            (None, Target::Stdout | Target::File) => Sink::stdout(),
        };
        sink.write(|out| destination.format.head(out));
        Ok(Self {
            format: destination.format,
            sink,
            listed: false,
            later: Default::default(),
            tests: Tests::default(),
            rules: 0,
        })
    }

    /// Writes the part of one file, which may be empty.
    pub(crate) fn add(&mut self, part: Part) {
        self.tests.all += part.tests.all;
        self.tests.failures += part.tests.failures;
        self.rules |= part.rules;
        for (all, its) in self.later.iter_mut().zip(part.later) {
            self.sink.write(|_| its.copy_to(all));
        }
        if part.now.is_empty() {
            return;
        }
        if self.format.is_list() && self.listed {
            self.sink.write(|out| out.write_all(b","));
        }
        self.listed = true;
        self.sink.write(|out| part.now.copy_to(out));
    }

    /// Writes what comes last.
    pub(crate) fn end(&mut self, summary: &Summary, failed: usize) {
        let end = End {
            summary,
            failed,
            rules: self.rules,
        };
        let listed = self.listed || self.tests.all > 0;
        self.sink.write(|out| self.format.middle(self.tests, out));
        for later in std::mem::take(&mut self.later) {
            self.sink.write(|out| later.copy_to(out));
        }
        self.sink.write(|out| self.format.tail(&end, listed, out));
    }

    /// Writes text for people below the report.
    pub(crate) fn close(&mut self, text: &str) {
        self.sink.write(|out| out.write_all(text.as_bytes()));
    }

    /// Writes out what is buffered, and says whether all of it could be written.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        self.sink.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn destination(format: Format, file: Option<&str>) -> Destination {
        Destination {
            format,
            file: file.map(PathBuf::from),
        }
    }

    #[test]
    fn each_report_has_its_place() {
        use Format::{Human, Json, Sarif};

        let all = |given: &[Destination], file: Option<&str>| {
            Destination::all(given, file.map(Path::new)).expect("it is right")
        };
        assert_eq!(all(&[], None), [destination(Human, None)]);
        assert_eq!(all(&[], Some("a")), [destination(Human, Some("a"))]);
        assert_eq!(
            all(&[destination(Sarif, Some("a"))], None),
            [destination(Sarif, Some("a"))]
        );
        assert_eq!(
            all(&[destination(Sarif, Some("a")), destination(Json, None)], Some("b")),
            [destination(Sarif, Some("a")), destination(Json, Some("b"))]
        );
        assert_eq!(
            all(&[destination(Json, None), destination(Human, None)], None),
            [destination(Human, None)]
        );
        assert!(Destination::all(&[destination(Sarif, Some("a"))], Some(Path::new("a"))).is_err());
    }
}
