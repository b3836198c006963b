//! Checking many files: in parallel, and told in the order of their names.

mod mend;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use ctslint::{DetectionReason, Document, Found, Options, Severity};

use crate::arguments::Named;
use crate::failure::Failure;
use crate::input::files::Input;
use crate::input::read::Reader;
use crate::language;
use crate::limits;
use crate::output::{self, Base, Checked, Counts, Format, Part, View};
use crate::project::config::FailOn;
use crate::project::{self, Project, Settings};
use crate::terminal;
use crate::wording;

pub(crate) use mend::{Action, Mend};

/// How files are checked and what is made of the findings.
pub(crate) struct Plan {
    /// The settings of the files.
    pub(crate) project: Project,
    /// From which severity on findings fail the run, where that was said on the command line.
    pub(crate) fail_on: Option<FailOn>,
    /// Whether only findings that fail the run are shown.
    pub(crate) quiet: bool,
    /// What the files are, where that was said on the command line.
    pub(crate) named: Named,
    /// Whether named files that are no CTS document are passed over too.
    pub(crate) skip_unknown: bool,
    /// From where paths are told.
    pub(crate) base: Base,
    /// How findings are written, and what is shown of them: one entry a report.
    pub(crate) forms: Vec<(Format, View)>,
    /// Whether and how files are mended first.
    pub(crate) mend: Option<Mend>,
}

/// What came of one file.
pub(crate) enum Outcome {
    /// It was checked.
    Checked {
        document: Option<&'static Document>,
        counts: Box<Counts>,
        /// How many findings are accepted.
        suppressed: usize,
        /// Whether a finding fails the run.
        reached: bool,
        /// Its part of each report.
        parts: Vec<Part>,
        /// How many fixes were applied, or would be.
        fixed: usize,
        /// What standard input is now, where it was to be mended.
        text: Option<Vec<u8>>,
    },
    /// It is no CTS document.
    Skipped {
        /// Why it is none, where it has a name that only trackers have.
        near: Option<String>,
        /// Standard input as it is, where it was to be mended.
        text: Option<Vec<u8>>,
    },
    /// It could not be read.
    Failed(Failure),
}

/// Checks the files and hands over what came of each, in their order.
pub(crate) fn run(files: &[Input], plan: &Plan, jobs: Option<NonZero<usize>>, mut each: impl FnMut(&Input, Outcome)) {
    let jobs = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZero::get);
    let jobs = jobs.min(files.len()).min(limits::threads_with_files());
    // Large enough to make handing over cheap, small enough to keep everybody busy to the end.
    let size = (files.len() / (jobs.max(1) * 16)).clamp(1, 32);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let work = |sender: Sender<(usize, Vec<Outcome>)>| {
        let mut reader = Reader::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(chunk) = files.chunks(size).nth(index) else {
                return;
            };
            let outcomes: Vec<Outcome> = chunk.iter().map(|file| check(file, plan, &mut reader)).collect();
            if sender.send((index, outcomes)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let mut threads = 0;
        while jobs > 1 && threads < jobs {
            let (work, sender) = (&work, sender.clone());
            // Where no further thread can be had, those that there are do the work.
            if !limits::has_memory_for_a_thread()
                || thread::Builder::new()
                    .spawn_scoped(scope, move || work(sender))
                    .is_err()
            {
                break;
            }
            threads += 1;
        }
        drop(sender);
        if threads == 0 {
            let mut reader = Reader::new();
            for file in files {
                each(file, check(file, plan, &mut reader));
            }
            return;
        }
        // What came early waits until those before it are told.
        let mut early = BTreeMap::new();
        let mut files = files.iter();
        let mut expected = 0;
        for (index, outcomes) in receiver {
            early.insert(index, outcomes);
            while let Some(outcomes) = early.remove(&expected) {
                expected += 1;
                for (outcome, file) in outcomes.into_iter().zip(files.by_ref()) {
                    each(file, outcome);
                }
            }
        }
    });
}

impl Plan {
    /// From which severity on findings fail the run. `fail_on` is what the configuration of the file says.
    pub(crate) fn threshold(&self, fail_on: Option<FailOn>) -> Option<Severity> {
        self.fail_on.or(fail_on).unwrap_or(FailOn::Error).severity()
    }

    /// Writes the findings of a file: its part of each report.
    pub(crate) fn parts(&self, checked: &Checked<'_>, is_clean: bool) -> Vec<Part> {
        let part = |(format, view): &(Format, View)| {
            let view = View {
                only: self.quiet.then_some(checked.threshold),
                ..*view
            };
            let mut part = Part::default();
            if !is_clean || format.tells_of_clean_files() {
                format.file(checked, &view, &mut part);
            }
            part
        };
        self.forms.iter().map(part).collect()
    }
}

/// How a file is checked: by its name, the command line and its settings.
pub(crate) fn options(file: &Input, named: Named, settings: Option<&Settings<'_>>) -> Options {
    Options {
        assumed: !file.is_meant(),
        comments: file.comments(),
        requests: file.requests(),
        ..project::options(named, settings)
    }
}

fn check(file: &Input, plan: &Plan, reader: &mut Reader) -> Outcome {
    let text = if file.stdin {
        reader.stdin()
    } else {
        reader.file(file.path())
    };
    let text = match text {
        Ok(text) => text,
        Err(source) => {
            return Outcome::Failed(Failure::Read {
                path: terminal::path(file.path()),
                source,
            });
        }
    };
    let settings = plan.project.settings(file.path());
    let options = options(file, plan.named, settings.as_ref());
    let subject = Subject {
        file,
        plan,
        settings,
        options,
    };
    let Some(mend) = plan.mend else {
        return subject.check(text, |found, suppressed| match subject.is_skipped(found.reason) {
            true => subject.skipped(found.reason, text),
            false => subject.checked(text, found, suppressed),
        });
    };
    let fixed = ctslint::fix_all_by_finding(text, mend.safety, |text, each| {
        subject.check(text, |found, _| {
            found.each(each);
            found.reason
        })
    });
    if subject.is_skipped(fixed.remaining) {
        return subject.skipped(fixed.remaining, text);
    }
    let mut diff = None;
    match (mend.action, &fixed.text) {
        (Action::Diff { for_terminal }, Some(mended)) => {
            let change = output::diff(&plan.base, file.path(), text, mended.as_bytes(), for_terminal);
            diff = Some(Part::of(change));
        }
        (Action::Write, Some(mended)) if !file.stdin => {
            if let Err(source) = output::replace(file.path(), text, mended.as_bytes()) {
                return Outcome::Failed(Failure::Write {
                    path: format!("`{}`", terminal::path(file.path())),
                    source,
                });
            }
        }
        _ => {}
    }
    let text = fixed.text.as_ref().map_or(text, |mended| mended.as_bytes());
    let mut outcome = subject.check(text, |found, suppressed| subject.checked(text, found, suppressed));
    if let Outcome::Checked {
        parts, fixed: count, ..
    } = &mut outcome
    {
        parts.extend(diff);
        *count = fixed.fixed;
    }
    outcome
}

/// A file, and how it is checked.
struct Subject<'a> {
    file: &'a Input,
    plan: &'a Plan,
    settings: Option<Settings<'a>>,
    options: Options,
}

impl Subject<'_> {
    /// Checks a text as that of the file, and passes on what was found and how many findings are accepted.
    fn check<R>(&self, text: &[u8], then: impl FnOnce(&Found<'_>, usize) -> R) -> R {
        match &self.settings {
            Some(settings) => settings.check(text, &self.options, then),
            None => ctslint::check_by_finding(text, &self.options, |found| then(found, 0)),
        }
    }

    /// Whether the file is passed over as no document of CTS.
    fn is_skipped(&self, reason: DetectionReason) -> bool {
        reason.is_foreign() && (self.plan.skip_unknown || !self.file.named) && !self.file.is_of_cts()
    }

    fn skipped(&self, reason: DetectionReason, text: &[u8]) -> Outcome {
        let is_near = matches!(reason, DetectionReason::Outweighed { .. });
        Outcome::Skipped {
            near: is_near.then(|| reason.worded(language::for_people()).into_owned()),
            text: self.passed_on(text),
        }
    }

    /// What was found in a text; its part of each report, unless what would change is shown instead.
    fn checked(&self, text: &[u8], found: &Found<'_>, suppressed: usize) -> Outcome {
        let mut counts = Box::new(Counts::default());
        found.each(|finding| counts.add(finding));
        let settings = self.settings.as_ref();
        let threshold = self.plan.threshold(settings.and_then(Settings::fail_on));
        let name = self.file.name();
        let checked = Checked {
            base: &self.plan.base,
            file: self.file.path(),
            path: &name,
            text,
            found,
            argument: wording::translatable(self.file, &name),
            has_errors: counts.has_errors(),
            threshold,
        };
        let reports = self.plan.mend.is_none_or(|mend| mend.action == Action::Write);
        Outcome::Checked {
            document: found.document,
            reached: counts.reach(threshold),
            suppressed,
            parts: match reports {
                true => self.plan.parts(&checked, counts.is_empty()),
                false => Vec::new(),
            },
            fixed: 0,
            text: self.passed_on(text),
            counts,
        }
    }

    /// What standard input becomes, where it is mended.
    fn passed_on(&self, text: &[u8]) -> Option<Vec<u8>> {
        let is_written = self.plan.mend.is_some_and(|mend| mend.action == Action::Write);
        (is_written && self.file.stdin).then(|| text.to_vec())
    }
}
