//! A progress bar, for people who wait.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run takes before the bar appears.
const PATIENCE: Duration = Duration::from_secs(1);

/// The progress of a run. Shown only on a terminal, and only when the run takes longer than [`PATIENCE`].
pub(crate) struct Progress {
    since: Option<Instant>,
    total: usize,
    done: usize,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(total: usize) -> Self {
        let wanted = total > 1 && io::stderr().is_terminal();
        Self {
            since: wanted.then(Instant::now),
            total,
            done: 0,
            bar: None,
        }
    }

    /// Counts one more file; `print` prints its findings.
    pub(crate) fn step(&mut self, print: impl FnOnce()) {
        self.done += 1;
        if self.bar.is_none() && self.since.is_some_and(|since| since.elapsed() > PATIENCE) {
            let bar = ProgressBar::with_draw_target(Some(self.total as u64), ProgressDrawTarget::stderr());
            bar.set_style(ProgressStyle::default_bar());
            self.bar = Some(bar);
        }
        match &self.bar {
            Some(bar) => {
                bar.set_position(self.done as u64);
                bar.suspend(print);
            }
            None => print(),
        }
    }

    /// Removes the bar.
    pub(crate) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
