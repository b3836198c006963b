//! The catalogue of rules: names, severities and one-line summaries.
//!
//! Names are public interface. They appear in reports, configuration and documentation, and each reads as "allow …".

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::messages::{Language, MessageId, english};

/// How much a finding matters.
///
/// The order is from the least to the most severe, so that a threshold is a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Severity {
    /// Worth knowing; does not change the exit status by default.
    Info,
    /// The API accepts it, but it is pointless or risky.
    Warning,
    /// The API rejects the body, or ignores part of it.
    Error,
}

impl Severity {
    /// The name used in reports: `error`, `warning` or `info`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The name for people, in their language.
    ///
    /// ```
    /// use ctslint::{Language, Severity};
    ///
    /// assert_eq!(Severity::Warning.text(Language::De), "Warnung");
    /// ```
    #[must_use]
    pub fn text(self, language: Language) -> Cow<'static, str> {
        let id = match self {
            Self::Info => MessageId::SeverityInfo,
            Self::Warning => MessageId::SeverityWarning,
            Self::Error => MessageId::SeverityError,
        };
        id.text(language)
    }
}

/// Whether the findings of a rule can carry a fix, and how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FixAvailability {
    /// The author has to decide; no finding of the rule carries a fix.
    None,
    /// Findings with an obvious fix carry one that keeps the meaning.
    Safe,
    /// Findings carry a fix that may change the meaning.
    Unsafe,
}

/// The public description of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// The name, in kebab case.
    pub name: &'static str,
    /// The default severity of its findings in a request.
    pub severity: Severity,
    /// Whether its findings can be fixed.
    pub fix: FixAvailability,
    /// Whether it is off unless its severity is set, because it is stricter than the API.
    pub opt_in: bool,
    /// One line: when the rule reports a finding.
    #[serde(serialize_with = "english")]
    pub summary: MessageId,
}

macro_rules! rules {
    ($($variant:ident $name:literal $severity:ident $fix:ident $($opt_in:ident)? : $summary:ident;)*) => {
        /// One rule of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Rule {
            $(#[doc = concat!("The rule `", $name, "`.")] $variant,)*
        }

        const RULES: &[RuleInfo] = &[$(RuleInfo {
            name: $name,
            severity: Severity::$severity,
            fix: FixAvailability::$fix,
            opt_in: !concat!($(stringify!($opt_in))?).is_empty(),
            summary: MessageId::$summary,
        },)*];

        impl Rule {
            /// Every rule, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
        }
    };
}

rules! {
    InvalidJson "invalid-json" Error Safe: SummaryInvalidJson;
    ByteOrderMark "byte-order-mark" Warning Safe: SummaryByteOrderMark;
    ConflictMarkers "conflict-markers" Error None: SummaryConflictMarkers;
    DuplicateField "duplicate-field" Error Unsafe: SummaryDuplicateField;
    WrongType "wrong-type" Error Safe: SummaryWrongType;
    MissingField "missing-field" Error Safe: SummaryMissingField;
    UnknownField "unknown-field" Error Safe: SummaryUnknownField;
    MisplacedField "misplaced-field" Error Unsafe: SummaryMisplacedField;
    ResponseOnlyField "response-only-field" Error Unsafe: SummaryResponseOnlyField;
    RetiredField "retired-field" Error None: SummaryRetiredField;
    OtherProviderField "other-provider-field" Error None: SummaryOtherProviderField;
    UnknownValue "unknown-value" Error Safe: SummaryUnknownValue;
    UnreplacedPlaceholder "unreplaced-placeholder" Error None: SummaryUnreplacedPlaceholder;
    LengthOutOfRange "length-out-of-range" Error None: SummaryLengthOutOfRange;
    InvalidCharacter "invalid-character" Error Unsafe: SummaryInvalidCharacter;
    InvalidBucketName "invalid-bucket-name" Error None: SummaryInvalidBucketName;
    TrackerNameNotSystem "tracker-name-not-system" Error Unsafe: SummaryTrackerNameNotSystem;
    EncryptionWithoutKmsId "encryption-without-kms-id" Error None: SummaryEncryptionWithoutKmsId;
    KmsIdWithoutEncryption "kms-id-without-encryption" Warning None: SummaryKmsIdWithoutEncryption;
    UnusualKmsId "unusual-kms-id" Warning None: SummaryUnusualKmsId;
    UnusualLtsName "unusual-lts-name" Warning None: SummaryUnusualLtsName;
    ObsOptionWithoutBucket "obs-option-without-bucket" Warning None: SummaryObsOptionWithoutBucket;
    ShortRetention "short-retention" Info None: SummaryShortRetention;
    DataTrackerWithoutBucket "data-tracker-without-bucket" Error None: SummaryDataTrackerWithoutBucket;
    FieldOfOtherTrackerType "field-of-other-tracker-type" Error None: SummaryFieldOfOtherTrackerType;
    SameBucket "same-bucket" Error None: SummarySameBucket;
    ReservedTrackerName "reserved-tracker-name" Error None: SummaryReservedTrackerName;
    NumberOutOfRange "number-out-of-range" Warning None: SummaryNumberOutOfRange;
    PartialUpdate "partial-update" Warning None: SummaryPartialUpdate;
    DeletesAllTrackers "deletes-all-trackers" Warning None: SummaryDeletesAllTrackers;
    DeprecatedApi "deprecated-api" Info None: SummaryDeprecatedApi;
    UnknownApi "unknown-api" Error None: SummaryUnknownApi;
    UnusualProjectId "unusual-project-id" Warning None: SummaryUnusualProjectId;
    MismatchedApiVersion "mismatched-api-version" Error Unsafe: SummaryMismatchedApiVersion;
    UnknownEndpoint "unknown-endpoint" Error Unsafe: SummaryUnknownEndpoint;
    UncheckedBody "unchecked-body" Info None: SummaryUncheckedBody;
    UnusualContentType "unusual-content-type" Warning Safe: SummaryUnusualContentType;
    CtsKmsEncryptedCheck "cts-kms-encrypted-check" Warning None OptIn: SummaryCtsKmsEncryptedCheck;
    CtsLtsEnable "cts-lts-enable" Warning None OptIn: SummaryCtsLtsEnable;
    CtsSupportValidateCheck "cts-support-validate-check" Warning None OptIn: SummaryCtsSupportValidateCheck;
    CtsTrackerBucketConfigured "cts-tracker-bucket-configured" Warning None OptIn: SummaryCtsTrackerBucketConfigured;
    Policy "policy" Error None: SummaryPolicy;
    UnusedSuppression "unused-suppression" Warning None: SummaryUnusedSuppression;
    ExpiredSuppression "expired-suppression" Warning None: SummaryExpiredSuppression;
}

impl Rule {
    /// The public description of this rule.
    #[must_use]
    pub const fn info(self) -> &'static RuleInfo {
        &RULES[self as usize]
    }

    /// The name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// The rule with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Rule", *self as u32, self.name())
    }
}

/// The rules, in the order of the documentation.
#[must_use]
pub const fn rules() -> &'static [RuleInfo] {
    RULES
}
