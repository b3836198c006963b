//! `ctslint-ignore.toml`: findings that a project knows of and accepts, each with a reason.
//!
//! A body is sent as it stands, so nothing can be written into it. An entry names the file, the rule, the field and the
//! value that it was written for: once the value changes, it suppresses nothing any more.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use ctslint::{
    DetectedBy, DetectionKind, DetectionReason, FieldNames, Finding, Found, MessageId, ParamName, Report, Rule,
    Severity, Values,
};

use crate::failure::Failure;
use crate::messages::{Choice, Message};
use crate::settings::{self, At, Key, Kind, Mistakes, Shape, Source, Table, hash, parse_hash};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "ctslint-ignore.toml";

/// The key of its entries.
pub(crate) const ENTRIES: &str = "ignore";

const MOST_ENTRIES: usize = 100_000;

/// What the file may hold. It is written by a program, for projects of any size.
static KIND: Kind = Kind {
    keys: KEYS,
    largest: 32 << 20,
    largest_shown: "32 MiB",
};

static KEYS: &[Key] = &[Key::new(
    ENTRIES,
    Shape::Tables(ENTRY, MOST_ENTRIES),
    "Findings that are accepted.",
)];

static ENTRY: &[Key] = &[
    Key::new("file", Shape::Path, "the file, relative to the folder of this one").required(),
    Key::new(
        "rule",
        Shape::Choice(Choice::Rule, settings::rules),
        "the rule that is not to speak",
    )
    .required(),
    Key::new(
        "pointer",
        Shape::Pointer,
        "the field, as a JSON Pointer; all of the file when left out",
    ),
    Key::new(
        "value",
        Shape::Hash,
        "the hash of the value that it holds for; any when left out",
    ),
    Key::new("reason", Shape::Text, "why this is accepted").required(),
    Key::new("expires", Shape::Date, "the last day (UTC) on which it holds"),
];

/// Whether findings of a rule can be suppressed. A text that is no JSON can't be sent by anybody, and what is said of
/// suppressions is answered by mending them.
pub(crate) const fn is_suppressible(rule: Rule) -> bool {
    !matches!(
        rule,
        Rule::InvalidJson | Rule::UnusedSuppression | Rule::ExpiredSuppression
    )
}

/// What an absent field is hashed as: the empty text, which is no JSON.
const ABSENT: &str = "";

/// The hashes of what stands at the places of findings. `None` where a finding speaks of no single value, but of the body.
pub(crate) fn hashes<'f>(findings: impl Iterator<Item = &'f Finding> + Clone, values: &Values<'_>) -> Vec<Option<u64>> {
    let found = values.at_findings(findings.clone());
    findings
        .zip(found)
        .map(|(finding, found)| {
            finding.path.as_deref().filter(|path| !path.is_empty())?;
            Some(hash(found.as_deref().unwrap_or(ABSENT)))
        })
        .collect()
}

/// A day, in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The present day in UTC.
    fn today() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::of(since.as_secs() / 86_400)
    }

    /// The day that many days after 1970-01-01, as "days_to_civil" of Howard Hinnant's "chrono-compatible low-level date
    /// algorithms" has it.
    const fn of(days: u64) -> Self {
        let days = days + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year_of_era + era * 400 + (month <= 2) as u64;
        Self {
            year: year as u16,
            month: month as u8,
            day: (of_year - (153 * from_march + 2) / 5 + 1) as u8,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What an entry suppresses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EntryKey {
    /// The file, as the entry names it.
    pub(crate) file: String,
    pub(crate) rule: Rule,
    /// The field; all of the file where there is none.
    pub(crate) pointer: Option<String>,
    /// The hash of the value; any where there is none.
    pub(crate) hash: Option<u64>,
}

/// One accepted finding.
#[derive(Debug)]
struct Entry {
    key: EntryKey,
    expires: Option<Day>,
    /// The bytes of its table, or of the head of that.
    span: (usize, usize),
    /// Where the rule is named: the place of what is said of the entry.
    place: (usize, usize),
    /// What became of it in this run.
    state: AtomicU8,
}

/// Its file was checked.
const CHECKED: u8 = 1;
/// It suppressed something.
const USED: u8 = 2;
/// It would have, but the value is another.
const CHANGED: u8 = 4;

impl Entry {
    /// Whether it is for a finding, if the value is the same.
    fn speaks_of(&self, finding: &Finding) -> bool {
        let pointer = self.key.pointer.as_deref();
        finding.rule == self.key.rule && (pointer.is_none() || pointer == finding.path.as_deref())
    }
}

/// Accepts those findings whose values are those of their entries.
fn judge(waiting: &mut Vec<(usize, Finding, &Entry)>, values: &Values<'_>, accepted: &mut [bool]) {
    let hashes = hashes(waiting.iter().map(|(_, finding, _)| finding), values);
    for ((index, _, entry), hash) in waiting.drain(..).zip(hashes) {
        if entry.key.hash == hash {
            entry.note(USED);
            accepted[index] = true;
        } else {
            entry.note(CHANGED);
        }
    }
}

/// The entries of a file.
#[derive(Debug)]
pub(crate) struct Suppressions {
    source: Source,
    /// The folder that its paths are relative to.
    pub(crate) root: PathBuf,
    entries: Vec<Entry>,
    by_file: HashMap<String, Vec<usize>>,
    today: Day,
}

impl Suppressions {
    /// Reads a file.
    pub(crate) fn read(path: &Path, shown: String, root: PathBuf) -> Result<Self, Failure> {
        let (source, entries) = settings::read(path, shown, &KIND, build)?;
        let mut by_file: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_file.entry(entry.key.file.clone()).or_default().push(index);
        }
        Ok(Self {
            source,
            root,
            entries,
            by_file,
            today: Day::today(),
        })
    }

    /// Its path, as it is shown.
    pub(crate) fn shown(&self) -> &str {
        self.source.shown()
    }

    /// Its text.
    pub(crate) fn text(&self) -> &str {
        self.source.text()
    }

    /// How many entries are for a file.
    pub(crate) fn count(&self, file: &str) -> usize {
        self.by_file.get(file).map_or(0, Vec::len)
    }

    /// Whether an entry is about a file.
    pub(crate) fn has(&self, file: &str) -> bool {
        self.by_file.contains_key(file)
    }

    /// Which findings on a file are accepted, in their order.
    pub(crate) fn accepted(&self, file: &str, values: &Values<'_>, found: &Found<'_>) -> Vec<bool> {
        /// How many findings are held, to look up their values in one pass over the text.
        const MOST: usize = 1000;
        let mut active = Vec::new();
        for &index in self.by_file.get(file).into_iter().flatten() {
            let entry = &self.entries[index];
            entry.note(CHECKED);
            if entry.expires.is_none_or(|expires| expires >= self.today) {
                active.push(entry);
            }
        }
        let mut accepted = Vec::new();
        let mut waiting: Vec<(usize, Finding, &Entry)> = Vec::new();
        if active.is_empty() {
            return accepted;
        }
        found.each(|finding| {
            let index = accepted.len();
            accepted.push(false);
            for entry in active.iter().filter(|entry| entry.speaks_of(finding)) {
                if entry.key.hash.is_some() {
                    waiting.push((index, finding.clone(), entry));
                } else {
                    entry.note(USED);
                    accepted[index] = true;
                }
            }
            if waiting.len() >= MOST {
                judge(&mut waiting, values, &mut accepted);
            }
        });
        judge(&mut waiting, values, &mut accepted);
        accepted
    }

    /// What is to be said of the entries after a run. `gone` says whether a file that was not checked is there no more;
    /// `severity` gives that of a rule.
    pub(crate) fn report(&self, gone: impl Fn(&Path) -> bool, severity: impl Fn(Rule) -> Option<Severity>) -> Report {
        let mut findings: Vec<Finding> = Vec::new();
        for entry in &self.entries {
            let Some(stale) = self.stale(entry, &gone) else {
                continue;
            };
            let Some(severity) = severity(stale.rule()) else {
                continue;
            };
            let mut finding = stale.finding(severity);
            finding
                .label(MessageId::SuppressionInFile)
                .with(ParamName::Shown, format!("`{}`", entry.key.file));
            let (start, end) = entry.place;
            finding.span = Some(self.source.span(start..end));
            findings.push(finding);
        }
        findings.sort_by_key(|finding| finding.span);
        Report {
            document: None,
            reason: DetectionReason::Settings,
            detection: DetectedBy {
                kind: DetectionKind::Named,
                fields: FieldNames::NONE,
            },
            findings,
        }
    }

    /// Which entries are of no use any more.
    pub(crate) fn stale_entries(&self, gone: impl Fn(&Path) -> bool) -> HashSet<EntryKey> {
        let stale = self.entries.iter().filter(|entry| self.stale(entry, &gone).is_some());
        stale.map(|entry| entry.key.clone()).collect()
    }

    fn stale(&self, entry: &Entry, gone: &impl Fn(&Path) -> bool) -> Option<Stale> {
        let state = entry.state.load(Ordering::Relaxed);
        match entry.expires {
            _ if state & CHECKED == 0 => gone(&self.root.join(&entry.key.file)).then_some(Stale::Gone),
            Some(expires) if expires < self.today => Some(Stale::Expired(expires)),
            _ if state & USED != 0 => None,
            _ if state & CHANGED != 0 => Some(Stale::Changed),
            _ => Some(Stale::Unused(entry.key.rule)),
        }
    }
}

impl Entry {
    fn note(&self, state: u8) {
        self.state.fetch_or(state, Ordering::Relaxed);
    }
}

/// Why an entry is of no use any more.
enum Stale {
    Expired(Day),
    Changed,
    Unused(Rule),
    Gone,
}

impl Stale {
    /// The rule that speaks of it.
    const fn rule(&self) -> Rule {
        match self {
            Self::Expired(_) => Rule::ExpiredSuppression,
            Self::Changed | Self::Unused(_) | Self::Gone => Rule::UnusedSuppression,
        }
    }

    /// What is said of it.
    fn finding(&self, severity: Severity) -> Finding {
        let new = |message| Finding::new(self.rule(), severity, message);
        match self {
            Self::Expired(day) => {
                let mut finding = new(MessageId::SuppressionEnded);
                finding
                    .help(MessageId::SuppressionMendOrExtend)
                    .with(ParamName::What, day.to_string());
                finding
            }
            Self::Changed => new(MessageId::SuppressionChanged),
            Self::Unused(rule) => {
                let mut finding = new(MessageId::SuppressionUnused);
                finding.with(ParamName::Name, rule.name());
                finding
            }
            Self::Gone => new(MessageId::SuppressionFileGone),
        }
    }
}

/// Makes entries of a table that was found right.
fn build(source: &Source, table: &Table<'_>, mistakes: &mut Mistakes) -> Vec<Entry> {
    let entries = table.tables(ENTRIES).into_iter();
    let entries: Vec<Entry> = entries.filter_map(|entry| build_entry(&entry, mistakes)).collect();
    let mut first: HashMap<&EntryKey, usize> = HashMap::with_capacity(entries.len());
    for entry in &entries {
        let (start, end) = entry.span;
        if let Some(first) = first.insert(&entry.key, start) {
            let line = source.line(first) as usize;
            let label = Message::FirstInLine { line }.text();
            mistakes.add(start..end, Message::TwiceHere, &label, Some(Message::KeepOne));
        }
    }
    entries
}

fn build_entry(at: &At<Table<'_>>, mistakes: &mut Mistakes) -> Option<Entry> {
    let table = at.value;
    let named: At<&str> = table.text("rule")?;
    let rule = Rule::from_name(named.value)?;
    if !is_suppressible(rule) {
        let message = Message::NotSuppressible { rule: rule.name() };
        mistakes.add(named.start..named.end, message, "", Some(Message::MendIt));
    }
    let pointer = table.text("pointer");
    let value = table.text("value");
    if let (Some(value), None | Some(At { value: "", .. })) = (&value, &pointer) {
        let help = Message::AddPointer;
        mistakes.add(value.start..value.end, Message::ValueNeedsPointer, "", Some(help));
    }
    Some(Entry {
        key: EntryKey {
            file: table.text("file")?.value.to_owned(),
            rule,
            pointer: pointer.map(|at| at.value.to_owned()),
            hash: value.and_then(|at| parse_hash(at.value)),
        },
        span: (at.start, at.end),
        expires: table.date("expires").map(|(year, month, day)| Day { year, month, day }),
        place: (named.start, named.end),
        state: AtomicU8::new(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        for (days, shown) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_453, "2025-12-31"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(Day::of(days).to_string(), shown);
        }
        assert!(Day::today() > Day::of(20_453));
    }
}
