//! Checking many files: in parallel, and told in the order of their names.

mod mend;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use ctslint::{DetectionReason, Language, Options, Report, Severity, WordedReport};

use crate::arguments::Named;
use crate::failure::Failure;
use crate::input::files::Input;
use crate::input::read::Reader;
use crate::language;
use crate::limits;
use crate::output::{self, Base, Checked, Format, View};
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

/// A report in words, in each language that is written.
pub(crate) struct Words {
    /// The one that machines read, if any does.
    first: (Language, WordedReport),
    others: Vec<(Language, WordedReport)>,
}

impl Words {
    /// The report that machines read, if any does.
    pub(crate) fn report(&self) -> &WordedReport {
        &self.first.1
    }

    /// The same for keeps.
    pub(crate) fn into_report(self) -> WordedReport {
        self.first.1
    }

    /// The report in a language.
    fn of(&self, language: Language) -> &WordedReport {
        let other = self.others.iter().find(|(its, _)| *its == language);
        other.map_or(self.report(), |(_, report)| report)
    }
}

/// What came of one file.
pub(crate) enum Outcome {
    /// It was checked.
    Checked {
        report: WordedReport,
        /// How many findings are accepted.
        suppressed: usize,
        /// From which severity on findings fail the run.
        threshold: Option<Severity>,
        /// Its part of each report, where each file has one; nothing where there is nothing to tell.
        rendered: Vec<Vec<u8>>,
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

/// Whether a finding fails the run.
pub(crate) fn reaches(report: &WordedReport, threshold: Option<Severity>) -> bool {
    let mut findings = report.findings.iter();
    threshold.is_some_and(|threshold| findings.any(|finding| finding.severity >= threshold))
}

impl Plan {
    /// From which severity on findings fail the run. `fail_on` is what the configuration of the file says.
    pub(crate) fn threshold(&self, fail_on: Option<FailOn>) -> Option<Severity> {
        self.fail_on.or(fail_on).unwrap_or(FailOn::Error).severity()
    }

    /// A report in words, in each language that is written. `file` is as for [`wording::worded`].
    pub(crate) fn words(&self, report: &Report, file: Option<&str>) -> Words {
        let mut others: Vec<Language> = self.forms.iter().map(|(_, view)| view.language).collect();
        others.sort_by_key(|language| *language != language::for_machines());
        others.dedup();
        let worded = |language| (language, wording::worded(report, file, language));
        // There is a form in any case.
        let first = others.remove(0);
        Words {
            first: worded(first),
            others: others.into_iter().map(worded).collect(),
        }
    }

    /// Writes the findings of a file: its part of each report.
    pub(crate) fn render(&self, checked: &Checked<'_>, words: &Words, threshold: Option<Severity>) -> Vec<Vec<u8>> {
        let part = |(format, view): &(Format, View)| {
            let view = View {
                only: self.quiet.then_some(threshold),
                ..*view
            };
            let checked = Checked {
                report: words.of(view.language),
                ..*checked
            };
            let mut part = Vec::new();
            format.file(&checked, &view, &mut part);
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
    let name = file.name();
    let settings = plan.project.settings(file.path());
    let options = options(file, plan.named, settings.as_ref());
    let examine = |text: &[u8]| match &settings {
        Some(settings) => settings.check(text, &options),
        None => (ctslint::check(text, &options), 0),
    };
    let (report, suppressed, mended, fixed) = match plan.mend {
        None => {
            let (report, suppressed) = examine(text);
            (report, suppressed, None, 0)
        }
        Some(mend) => {
            let fixed = ctslint::fix_all_with(text, mend.safety, |text| examine(text).0);
            let now = fixed.text.as_ref().map_or(text, |text| text.as_bytes());
            let suppressed = if settings.is_some() { examine(now).1 } else { 0 };
            (fixed.remaining, suppressed, fixed.text, fixed.fixed)
        }
    };
    let goes_on = |text: &[u8]| (plan.mend?.action == Action::Write && file.stdin).then(|| text.to_vec());
    if report.reason.is_foreign() && (plan.skip_unknown || !file.named) && !file.is_of_cts() {
        let is_near = matches!(report.reason, DetectionReason::Outweighed { .. });
        return Outcome::Skipped {
            near: is_near.then(|| report.reason.worded(language::for_people()).into_owned()),
            text: goes_on(text),
        };
    }
    let words = plan.words(&report, wording::translatable(file, &name));
    // Ten thousand findings take some megabytes, once without words and once with them.
    drop(report);
    let mut rendered = Vec::new();
    let threshold = plan.threshold(settings.as_ref().and_then(|settings| settings.fail_on()));
    match (plan.mend.map(|mend| mend.action), &mended) {
        (Some(Action::Diff { for_terminal }), Some(mended)) => {
            let diff = output::diff(&plan.base, file.path(), text, mended.as_bytes(), for_terminal);
            rendered.push(diff);
        }
        (Some(Action::Write), Some(mended)) if !file.stdin => {
            if let Err(source) = output::replace(file.path(), text, mended.as_bytes()) {
                return Outcome::Failed(Failure::Write {
                    path: format!("`{}`", terminal::path(file.path())),
                    source,
                });
            }
        }
        _ => {}
    }
    let text = mended.as_ref().map_or(text, |mended| mended.as_bytes());
    if !words.report().findings.is_empty() && plan.mend.is_none_or(|mend| mend.action == Action::Write) {
        let checked = Checked {
            base: &plan.base,
            file: file.path(),
            path: &name,
            text,
            report: words.report(),
        };
        rendered = plan.render(&checked, &words, threshold);
    }
    Outcome::Checked {
        text: goes_on(text),
        report: words.into_report(),
        suppressed,
        threshold,
        rendered,
        fixed,
    }
}
