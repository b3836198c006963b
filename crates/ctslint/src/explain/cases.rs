//! The case files: each is the page of its rule, what `explain` prints, and a test.
//!
//! The English file has all of it. The file of another language has the prose alone; where an input of the English file
//! belongs, it has a line of three backticks. What is said of the inputs is made anew in each language.

use std::ops::Range;

use super::scenario::{Outcome, Scenario};
use crate::messages::Language;
use crate::model::Rule;

macro_rules! files {
    ($($rule:ident $name:literal)*) => {
        /// The English case file of a rule.
        pub(crate) const fn case(rule: Rule) -> &'static str {
            match rule {
                $(Rule::$rule => include_str!(concat!("../../cases/", $name, ".md")),)*
            }
        }

        /// The prose of a rule's case file in a language; for English, the file itself.
        const fn prose(rule: Rule, language: Language) -> &'static str {
            match (rule, language) {
                (_, Language::En) => case(rule),
                $(
                    (Rule::$rule, Language::De) => include_str!(concat!("../../cases/de/", $name, ".md")),
                    (Rule::$rule, Language::Zh) => include_str!(concat!("../../cases/zh/", $name, ".md")),
                )*
            }
        }
    };
}

files! {
    InvalidJson "invalid-json"
    ByteOrderMark "byte-order-mark"
    ConflictMarkers "conflict-markers"
    DuplicateField "duplicate-field"
    WrongType "wrong-type"
    MissingField "missing-field"
    UnknownField "unknown-field"
    MisplacedField "misplaced-field"
    ResponseOnlyField "response-only-field"
    RetiredField "retired-field"
    OtherProviderField "other-provider-field"
    UnknownValue "unknown-value"
    UnreplacedPlaceholder "unreplaced-placeholder"
    LengthOutOfRange "length-out-of-range"
    InvalidCharacter "invalid-character"
    InvalidBucketName "invalid-bucket-name"
    TrackerNameNotSystem "tracker-name-not-system"
    EncryptionWithoutKmsId "encryption-without-kms-id"
    KmsIdWithoutEncryption "kms-id-without-encryption"
    UnusualKmsId "unusual-kms-id"
    UnusualLtsName "unusual-lts-name"
    ObsOptionWithoutBucket "obs-option-without-bucket"
    ShortRetention "short-retention"
    DataTrackerWithoutBucket "data-tracker-without-bucket"
    FieldOfOtherTrackerType "field-of-other-tracker-type"
    SameBucket "same-bucket"
    ReservedTrackerName "reserved-tracker-name"
    NumberOutOfRange "number-out-of-range"
    PartialUpdate "partial-update"
    DeletesAllTrackers "deletes-all-trackers"
    DeprecatedApi "deprecated-api"
    UnknownApi "unknown-api"
    UnusualProjectId "unusual-project-id"
    MismatchedApiVersion "mismatched-api-version"
    UnknownEndpoint "unknown-endpoint"
    UncheckedBody "unchecked-body"
    UnusualContentType "unusual-content-type"
    CtsKmsEncryptedCheck "cts-kms-encrypted-check"
    CtsLtsEnable "cts-lts-enable"
    CtsSupportValidateCheck "cts-support-validate-check"
    CtsTrackerBucketConfigured "cts-tracker-bucket-configured"
    Policy "policy"
    UnusedSuppression "unused-suppression"
    ExpiredSuppression "expired-suppression"
}

/// What a line starts with that starts or ends a block. Alone in the prose of another language, it is the place of a block.
const FENCE: &str = "```";

/// A case file in a language.
pub(super) struct CaseFile {
    /// What stands before the first scenario.
    pub(super) introduction: String,
    /// The scenarios, as the check answers them now.
    pub(super) scenarios: Vec<Told>,
}

/// A scenario of a case file in a language.
pub(super) struct Told {
    /// Its heading, its prose, its input, and what is said of that.
    pub(super) text: String,
    /// What is said of its input.
    pub(super) outcome: Outcome,
}

impl CaseFile {
    /// The case file of a rule. Its scenarios are run.
    pub(super) fn read(rule: Rule, language: Language) -> Self {
        let prose = match language {
            Language::En => Vec::new(),
            _ => sections(prose(rule, language), |_| false),
        };
        let mut introduction = String::new();
        let mut scenarios = Vec::new();
        for (number, section) in sections(case(rule), is_fence).iter().enumerate() {
            let blocks = blocks(section);
            // What follows the input of a scenario is what was said of it.
            let input = if number == 0 { None } else { blocks.first() };
            let head = input.map_or(&section[..], |input| &section[..input.end]);
            let mut text = match prose.get(number) {
                Some(prose) => filled(prose, blocks.iter().map(|block| &section[block.clone()])),
                None => head.join("\n"),
            };
            text.truncate(text.trim_end().len());
            text.push('\n');
            match input {
                None => introduction = text + "\n",
                Some(input) => {
                    let outcome = Scenario::read(&section[input.clone()]).outcome();
                    outcome.write(language, &mut text);
                    scenarios.push(Told { text, outcome });
                }
            }
        }
        Self {
            introduction,
            scenarios,
        }
    }

    /// The whole file.
    pub(super) fn text(&self) -> String {
        let mut text = self.introduction.clone();
        for scenario in &self.scenarios {
            text.push_str(&scenario.text);
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}

/// The case file of a rule: its prose, its inputs, and what the check says of them now.
#[must_use]
pub fn case_file(rule: Rule, language: Language) -> String {
    CaseFile::read(rule, language).text()
}

fn is_fence(line: &str) -> bool {
    line.starts_with(FENCE)
}

/// The lines before the first heading of the second level, then each part that starts with one. A line that is a fence starts or ends a block.
fn sections(text: &str, is_fence: fn(&str) -> bool) -> Vec<Vec<&str>> {
    let mut sections = vec![Vec::new()];
    let mut is_in_block = false;
    for line in text.lines() {
        is_in_block ^= is_fence(line);
        if !is_in_block && line.starts_with("## ") {
            sections.push(Vec::new());
        }
        if let Some(section) = sections.last_mut() {
            section.push(line);
        }
    }
    sections
}

/// Where the blocks of a section are, with their fences.
fn blocks(section: &[&str]) -> Vec<Range<usize>> {
    let fences = section.iter().enumerate().filter(|(_, line)| is_fence(line));
    let fences: Vec<usize> = fences.map(|(at, _)| at).collect();
    let (pairs, _) = fences.as_chunks::<2>();
    pairs.iter().map(|[start, end]| *start..end + 1).collect()
}

/// Prose with blocks in their places.
fn filled<'a>(prose: &[&str], mut blocks: impl Iterator<Item = &'a [&'a str]>) -> String {
    let mut text = String::new();
    for line in prose {
        let block = if *line == FENCE { blocks.next() } else { None };
        for line in block.unwrap_or(&[line]) {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules that only the command line knows, for they go by the files of a project.
    const OF_THE_COMMAND: &[Rule] = &[Rule::Policy, Rule::UnusedSuppression, Rule::ExpiredSuppression];

    /// A reader sees what is wrong, and what is right.
    #[test]
    fn every_rule_has_a_failing_and_a_passing_example() {
        for &rule in Rule::ALL {
            let sections = sections(case(rule), is_fence);
            let scenarios = sections
                .iter()
                .skip(1)
                .map(|section| &section[blocks(section)[0].clone()]);
            let (mut fails, mut passes) = (false, false);
            for block in scenarios {
                let reports = |block: &[&str]| Scenario::read(block).outcome().reports(rule);
                fails |= reports(block);
                let outcome = Scenario::read(block).outcome();
                let mended = outcome
                    .mended()
                    .map(|text| [block[0]].into_iter().chain(text.lines()).chain([FENCE]));
                passes |= !reports(block) || mended.is_some_and(|block| !reports(&block.collect::<Vec<_>>()));
            }
            let of_the_command = OF_THE_COMMAND.contains(&rule);
            assert_ne!(
                fails,
                of_the_command,
                "{}: no scenario in which the rule speaks",
                rule.name()
            );
            assert_ne!(
                passes,
                of_the_command,
                "{}: no example that passes or is mended",
                rule.name()
            );
        }
    }
}
