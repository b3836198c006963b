//! The catalogue of rules: names, severities and one-line summaries.
//!
//! Names are public interface. They appear in reports, configuration and documentation, and each reads as "allow …".

use serde::{Serialize, Serializer};

use crate::spec::{described, worded};

/// How much a finding matters.
///
/// The order is from the least to the most severe, so that a threshold is a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Severity {
    /// Worth knowing; never changes the exit status by default.
    Info,
    /// The API accepts it, but it is pointless or risky.
    Warning,
    /// The API refuses the body, or ignores what its author meant.
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
}

/// Whether the findings of a rule can carry a fix, and how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FixAvailability {
    /// The author has to decide; no finding of the rule carries a fix.
    None,
    /// Findings with a plain remedy carry a fix that keeps the meaning.
    Safe,
    /// Findings carry a fix that may change the meaning.
    Unsafe,
}

/// What is published of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// The name, in kebab case. Empty without the feature `words`.
    pub name: &'static str,
    /// The severity of its findings in a request, unless the caller sets another.
    pub severity: Severity,
    /// Whether its findings can be fixed.
    pub fix: FixAvailability,
    /// Whether it is off unless its severity is set, because it asks for more than the API does.
    pub opt_in: bool,
    /// One line: when the rule speaks. Empty without the feature `describe`.
    pub summary: &'static str,
}

macro_rules! rules {
    ($($variant:ident $name:literal $severity:ident $fix:ident $($opt_in:ident)? $summary:literal;)*) => {
        /// One rule of the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Rule {
            $(#[doc = $summary] $variant,)*
        }

        const RULES: &[RuleInfo] = &[$(RuleInfo {
            name: worded($name),
            severity: Severity::$severity,
            fix: FixAvailability::$fix,
            opt_in: !concat!($(stringify!($opt_in))?).is_empty(),
            summary: described($summary),
        },)*];

        impl Rule {
            /// Every rule, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
        }
    };
}

rules! {
    InvalidJson "invalid-json" Error Safe "the text is not JSON (RFC 8259)";
    ByteOrderMark "byte-order-mark" Warning Safe "the text starts with a byte order mark";
    DuplicateField "duplicate-field" Error None "a field occurs twice in one object; only the last one counts";
    WrongType "wrong-type" Error Safe "a value is of another type than the field";
    MissingField "missing-field" Error Safe "a required field is absent";
    UnknownField "unknown-field" Error Safe "the API knows no such field and would ignore it";
    MisplacedField "misplaced-field" Error None "the field exists, but in another place or in the other version";
    ResponseOnlyField "response-only-field" Error Unsafe "a field of an answer stands in a request";
    RetiredField "retired-field" Error None "the field was withdrawn from the API";
    OtherProviderField "other-provider-field" Error None "only Huawei Cloud's own v3 has the field or value";
    UnknownValue "unknown-value" Error Safe "the value is none of those that are allowed";
    LengthOutOfRange "length-out-of-range" Error None "a text is shorter or longer than allowed";
    InvalidCharacter "invalid-character" Error Unsafe "a text holds a character that is not allowed there";
    InvalidBucketName "invalid-bucket-name" Error None "OBS takes no bucket of this name";
    TrackerNameNotSystem "tracker-name-not-system" Error Unsafe "the management tracker has another name than `system`";
    EncryptionWithoutKmsId "encryption-without-kms-id" Error None "encryption is on, but no key is named";
    KmsIdWithoutEncryption "kms-id-without-encryption" Warning None "a key is named, but encryption is not on";
    UnusualKmsId "unusual-kms-id" Warning None "the key ID has not the form of KMS key IDs";
    UnusualLtsName "unusual-lts-name" Warning None "LTS takes no log group or stream of this name";
    ObsOptionWithoutBucket "obs-option-without-bucket" Warning None "an option of the transfer is set, but no bucket";
    ShortRetention "short-retention" Info None "neither bucket nor LTS: traces are kept for seven days";
    DeprecatedApi "deprecated-api" Info None "the body is one of v1, which is being retired";
    UnknownApi "unknown-api" Error None "the body is none of a CTS document";
    UnusualProjectId "unusual-project-id" Warning None "the project ID has not the form of project IDs";
    MismatchedApiVersion "mismatched-api-version" Error Unsafe "path and body of a request are of different versions of the API";
    UnknownEndpoint "unknown-endpoint" Error Unsafe "the API has no request of this method and path";
    UncheckedBody "unchecked-body" Info None "the body of a request stands elsewhere, or is none that can be checked yet";
    UnusualContentType "unusual-content-type" Warning Safe "a body is not sent as JSON";
    CtsKmsEncryptedCheck "cts-kms-encrypted-check" Warning None OptIn "trace files are not encrypted (v1 only)";
    CtsLtsEnable "cts-lts-enable" Warning None OptIn "traces are not sent to LTS";
    CtsSupportValidateCheck "cts-support-validate-check" Warning None OptIn "trace files can't be verified";
    CtsTrackerBucketConfigured "cts-tracker-bucket-configured" Warning None OptIn "traces are not transferred to a bucket";
    Policy "policy" Error None "a value breaks a policy of the configuration";
    UnusedSuppression "unused-suppression" Warning None "a suppression has nothing to suppress";
    ExpiredSuppression "expired-suppression" Warning None "a suppression has passed its date";
}

impl Rule {
    /// What is published of this rule.
    #[must_use]
    pub const fn info(self) -> &'static RuleInfo {
        &RULES[self as usize]
    }

    /// The name, in kebab case. Empty without the feature `words`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// The rule of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The rules, in the order of the documentation.
#[must_use]
pub const fn rules() -> &'static [RuleInfo] {
    RULES
}
