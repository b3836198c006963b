//! What a run counted, and the line that says so.

use std::fmt::Write;

use ctslint::{Document, Finding, MessageId, Rule, Safety, Severity};

use super::summary::Summary;
use crate::language;
use crate::messages::Message as M;

/// The counts of a file.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    errors: usize,
    warnings: usize,
    infos: usize,
    /// Findings with a safe fix.
    fixable: usize,
    /// Findings with a fix that is not safe.
    unsafe_fixable: usize,
    /// How often each rule spoke.
    rules: [usize; Rule::ALL.len()],
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            errors: 0,
            warnings: 0,
            infos: 0,
            fixable: 0,
            unsafe_fixable: 0,
            rules: [0; Rule::ALL.len()],
        }
    }
}

impl Counts {
    /// Counts a finding.
    pub(crate) fn add(&mut self, finding: &Finding) {
        // One that tells of others is none itself.
        let findings = finding.unlisted().max(1);
        *match finding.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        } += findings;
        match finding.fix.as_ref().map(|fix| fix.safety) {
            Some(Safety::Safe) => self.fixable += 1,
            Some(Safety::Unsafe) => self.unsafe_fixable += 1,
            None => {}
        }
        self.rules[finding.rule as usize] += findings;
    }

    /// Whether there are findings of severity `error`.
    pub(crate) const fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether there is nothing.
    pub(crate) const fn is_empty(&self) -> bool {
        self.errors + self.warnings + self.infos == 0
    }

    /// Whether a finding fails the run.
    pub(crate) fn reach(&self, threshold: Option<Severity>) -> bool {
        let counts = [
            (Severity::Error, self.errors),
            (Severity::Warning, self.warnings),
            (Severity::Info, self.infos),
        ];
        threshold.is_some_and(|threshold| {
            counts
                .iter()
                .any(|&(severity, count)| count > 0 && severity >= threshold)
        })
    }
}

/// The counts of a run.
#[derive(Debug)]
pub(crate) struct Tally {
    /// Those of the report.
    pub(crate) summary: Summary,
    /// Files that the configuration leaves out though they were named.
    pub(crate) excluded: usize,
    /// Paths that could not be read.
    pub(crate) failed: usize,
    /// Files that could not be written.
    pub(crate) unwritten: usize,
    /// Findings with a fix that is not safe.
    unsafe_fixable: usize,
    /// Files with fixes that were applied, or would be.
    changed: usize,
    /// Files with findings.
    with_findings: usize,
    /// What the last file was checked as.
    document: Option<&'static Document>,
    /// How often each rule spoke.
    rules: [usize; Rule::ALL.len()],
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            summary: Default::default(),
            excluded: Default::default(),
            failed: Default::default(),
            unwritten: Default::default(),
            unsafe_fixable: Default::default(),
            changed: Default::default(),
            with_findings: Default::default(),
            document: Default::default(),
            rules: [0; Rule::ALL.len()],
        }
    }
}

impl Tally {
    /// Counts a file that was checked.
    pub(crate) fn add(&mut self, document: Option<&'static Document>, counts: &Counts, suppressed: usize) {
        self.summary.files += 1;
        self.summary.suppressed += suppressed;
        self.document = document;
        self.count(counts);
    }

    /// Counts the findings on a file, whether it was one to check or not.
    pub(crate) fn count(&mut self, counts: &Counts) {
        self.with_findings += usize::from(!counts.is_empty());
        self.summary.errors += counts.errors;
        self.summary.warnings += counts.warnings;
        self.summary.infos += counts.infos;
        self.summary.fixable += counts.fixable;
        self.unsafe_fixable += counts.unsafe_fixable;
        for (all, its) in self.rules.iter_mut().zip(counts.rules) {
            *all += its;
        }
    }

    /// Counts the fixes that were applied to a file, or would be.
    pub(crate) fn add_fixed(&mut self, fixed: usize) {
        self.summary.fixed += fixed;
        self.changed += usize::from(fixed > 0);
    }

    /// Whether a file was changed, or would be.
    pub(crate) const fn has_changed(&self) -> bool {
        self.changed > 0
    }

    /// Counts a file that was passed over.
    pub(crate) fn skip(&mut self) {
        self.summary.skipped += 1;
    }

    /// How often each rule spoke, the most frequent first; a line each.
    pub(crate) fn statistics(&self) -> String {
        let mut spoken: Vec<(usize, &str)> = Rule::ALL
            .iter()
            .map(|&rule| (self.rules[rule as usize], rule.name()))
            .filter(|(count, _)| *count > 0)
            .collect();
        spoken.sort_by(|(left, left_name), (right, right_name)| right.cmp(left).then(left_name.cmp(right_name)));
        let width = spoken.first().map_or(0, |(count, _)| count.to_string().len());
        spoken.iter().fold(String::new(), |mut lines, (count, name)| {
            // Writing to a string can't fail.
            let _ = writeln!(lines, "{count:width$}  {name}");
            lines
        })
    }

    /// What was checked, skipped and found, and what to do where nothing was checked.
    pub(crate) fn closing_line(&self) -> String {
        let Summary {
            files,
            skipped,
            errors,
            warnings,
            infos,
            suppressed,
            fixed,
            ..
        } = self.summary;
        let mut line = M::FilesChecked {
            count: files,
            document: self.document.filter(|_| files == 1).map(Document::name),
        }
        .text();
        let mut note = |count, message: M<'_>| {
            if count > 0 {
                line += &message.text();
            }
        };
        note(skipped, M::Skipped { count: skipped });
        note(self.excluded, M::Excluded { count: self.excluded });
        note(self.failed, M::NotRead { count: self.failed });
        note(self.unwritten, M::NotWritten { count: self.unwritten });
        if files == 0 {
            note(skipped, M::NoDocument);
            return line + &M::Stop.text();
        }
        let stop = match suppressed {
            0 => M::Stop.text(),
            count => M::Suppressed { count }.text() + &M::Stop.text(),
        };
        let counts: Vec<String> = [
            (errors, M::Errors { count: errors }),
            (warnings, M::Warnings { count: warnings }),
            (infos, M::Infos { count: infos }),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, message)| message.text())
        .collect();
        let found = &counts.join(&MessageId::ListComma.text(language::for_people()));
        let count = errors + warnings + infos;
        line += &match (fixed, count) {
            (0, 0) => return line + &M::AllClean.text() + &stop,
            (_, 0) => return line + &M::NothingRemains { fixed }.text() + &stop,
            (0, _) => M::Found { found },
            (_, _) => M::Remaining { fixed, found, count },
        }
        .text();
        if files > 1 || self.with_findings > 1 {
            let count = self.with_findings;
            line += &M::InFiles { count }.text();
        }
        line + &stop + &self.offer()
    }

    /// What else could be fixed, as a sentence to add.
    fn offer(&self) -> String {
        match (self.summary.fixable, self.unsafe_fixable) {
            (0, 0) => String::new(),
            (safe, others) => M::CanBeFixed { safe, others }.text(),
        }
    }

    /// What a diff would change.
    pub(crate) fn diff_line(&self) -> String {
        let files = M::FilesChecked {
            count: self.summary.files,
            document: None,
        };
        let offer = Self {
            summary: Summary {
                fixable: 0,
                ..self.summary
            },
            ..*self
        }
        .offer();
        let fixes = match self.changed {
            0 => M::NothingToFix.text(),
            count => {
                let fixes = M::Fixes {
                    count: self.summary.fixed,
                };
                match self.summary.files {
                    1 => fixes.text(),
                    _ => fixes.text() + &M::InFiles { count }.text(),
                }
            }
        };
        files.text() + &fixes + &M::Stop.text() + &offer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(files: usize, skipped: usize, counts: [usize; 3]) -> Tally {
        let [errors, warnings, infos] = counts;
        Tally {
            summary: Summary {
                files,
                skipped,
                errors,
                warnings,
                infos,
                ..Summary::default()
            },
            with_findings: 1,
            document: Document::from_name("v1"),
            ..Tally::default()
        }
    }

    #[test]
    fn the_line_says_what_there_was() {
        let cases = [
            (
                tally(1, 0, [2, 0, 1]),
                "1 file checked as v1-create-request: 2 errors, 1 info.",
            ),
            (
                tally(12, 3, [2, 0, 0]),
                "12 files checked, 3 skipped: 2 errors in 1 file.",
            ),
            (tally(2, 0, [0, 1, 2]), "2 files checked: 1 warning, 2 infos in 1 file."),
            (
                tally(1, 0, [0, 0, 0]),
                "1 file checked as v1-create-request: all clean.",
            ),
            (tally(12, 1, [0, 0, 0]), "12 files checked, 1 skipped: all clean."),
            (
                tally(0, 3, [0, 0, 0]),
                "0 files checked, 3 skipped: no CTS document; to check a file anyway, name it and its document with --as.",
            ),
        ];
        for (tally, line) in cases {
            assert_eq!(tally.closing_line(), line);
        }
        let mut failed = tally(0, 0, [0, 0, 0]);
        failed.failed = 1;
        assert_eq!(failed.closing_line(), "0 files checked, 1 could not be read.");
    }

    #[test]
    fn the_line_says_what_was_fixed_and_what_could_be() {
        let mut tally = tally(1, 0, [2, 0, 1]);
        tally.summary.fixable = 2;
        assert_eq!(
            tally.closing_line(),
            "1 file checked as v1-create-request: 2 errors, 1 info. 2 can be fixed with --fix."
        );
        tally.unsafe_fixable = 1;
        assert_eq!(
            tally.closing_line(),
            "1 file checked as v1-create-request: 2 errors, 1 info. 2 can be fixed with --fix, 1 more with --unsafe-fixes."
        );
        tally.summary = Summary {
            files: 2,
            infos: 1,
            ..Summary::default()
        };
        tally.add_fixed(3);
        assert_eq!(
            tally.closing_line(),
            "2 files checked: 3 fixed; 1 info remains in 1 file. 1 can be fixed with --unsafe-fixes."
        );
        assert_eq!(
            tally.diff_line(),
            "2 files checked: 3 fixes in 1 file. 1 can be fixed with --unsafe-fixes."
        );
        tally.summary.infos = 0;
        assert_eq!(tally.closing_line(), "2 files checked: 3 fixed, nothing remains.");
    }

    #[test]
    fn statistics_start_with_the_most_frequent() {
        let mut tally = Tally::default();
        tally.rules[Rule::WrongType as usize] = 2;
        tally.rules[Rule::MissingField as usize] = 2;
        tally.rules[Rule::InvalidJson as usize] = 11;
        assert_eq!(
            tally.statistics(),
            "11  invalid-json\n 2  missing-field\n 2  wrong-type\n"
        );
    }
}
