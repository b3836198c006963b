//! The case files: each is the page of its rule, what `explain` prints, and a test.

use crate::model::Rule;

/// The case file of a rule.
pub(super) const fn case(rule: Rule) -> &'static str {
    match rule {
        Rule::InvalidJson => include_str!("../../cases/invalid-json.md"),
        Rule::ByteOrderMark => include_str!("../../cases/byte-order-mark.md"),
        Rule::ConflictMarkers => include_str!("../../cases/conflict-markers.md"),
        Rule::DuplicateField => include_str!("../../cases/duplicate-field.md"),
        Rule::WrongType => include_str!("../../cases/wrong-type.md"),
        Rule::MissingField => include_str!("../../cases/missing-field.md"),
        Rule::UnknownField => include_str!("../../cases/unknown-field.md"),
        Rule::MisplacedField => include_str!("../../cases/misplaced-field.md"),
        Rule::ResponseOnlyField => include_str!("../../cases/response-only-field.md"),
        Rule::RetiredField => include_str!("../../cases/retired-field.md"),
        Rule::OtherProviderField => include_str!("../../cases/other-provider-field.md"),
        Rule::UnknownValue => include_str!("../../cases/unknown-value.md"),
        Rule::UnreplacedPlaceholder => include_str!("../../cases/unreplaced-placeholder.md"),
        Rule::LengthOutOfRange => include_str!("../../cases/length-out-of-range.md"),
        Rule::InvalidCharacter => include_str!("../../cases/invalid-character.md"),
        Rule::InvalidBucketName => include_str!("../../cases/invalid-bucket-name.md"),
        Rule::TrackerNameNotSystem => include_str!("../../cases/tracker-name-not-system.md"),
        Rule::EncryptionWithoutKmsId => include_str!("../../cases/encryption-without-kms-id.md"),
        Rule::KmsIdWithoutEncryption => include_str!("../../cases/kms-id-without-encryption.md"),
        Rule::UnusualKmsId => include_str!("../../cases/unusual-kms-id.md"),
        Rule::UnusualLtsName => include_str!("../../cases/unusual-lts-name.md"),
        Rule::ObsOptionWithoutBucket => include_str!("../../cases/obs-option-without-bucket.md"),
        Rule::ShortRetention => include_str!("../../cases/short-retention.md"),
        Rule::PartialUpdate => include_str!("../../cases/partial-update.md"),
        Rule::DeprecatedApi => include_str!("../../cases/deprecated-api.md"),
        Rule::UnknownApi => include_str!("../../cases/unknown-api.md"),
        Rule::UnusualProjectId => include_str!("../../cases/unusual-project-id.md"),
        Rule::MismatchedApiVersion => include_str!("../../cases/mismatched-api-version.md"),
        Rule::UnknownEndpoint => include_str!("../../cases/unknown-endpoint.md"),
        Rule::UncheckedBody => include_str!("../../cases/unchecked-body.md"),
        Rule::UnusualContentType => include_str!("../../cases/unusual-content-type.md"),
        Rule::CtsKmsEncryptedCheck => include_str!("../../cases/cts-kms-encrypted-check.md"),
        Rule::CtsLtsEnable => include_str!("../../cases/cts-lts-enable.md"),
        Rule::CtsSupportValidateCheck => include_str!("../../cases/cts-support-validate-check.md"),
        Rule::CtsTrackerBucketConfigured => include_str!("../../cases/cts-tracker-bucket-configured.md"),
        Rule::Policy => include_str!("../../cases/policy.md"),
        Rule::UnusedSuppression => include_str!("../../cases/unused-suppression.md"),
        Rule::ExpiredSuppression => include_str!("../../cases/expired-suppression.md"),
    }
}
