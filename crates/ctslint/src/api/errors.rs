//! The error codes of the API.
//!
//! Sources for `CTS.…`: "Error Codes" of the CTS API Reference of Open Telekom Cloud (cloud-trace-service at cdc75f7, and for
//! `CTS.0012` and `CTS.0056` docs.otc.t-systems.com), and `api-cts/ErrorCode.html` of Huawei Cloud for `CTS.0202`, `CTS.0206` and
//! `CTS.0207`; for `cts.…` the older `error-code.md` (opentelekomcloud/docs at bf7f76b). The same number has different meanings in
//! the two families, so codes are always compared with case.

use serde::Serialize;

use crate::messages::{MessageId as M, english};
use crate::model::Rule;

/// An error code of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ApiError {
    /// The code. Case matters: `CTS.0231` and `cts.0031` are unrelated.
    pub code: &'static str,
    /// What it means.
    #[serde(serialize_with = "english")]
    pub meaning: M,
    /// Whether the error can be predicted from the body.
    pub foreseeable: bool,
    /// From which bodies it can be predicted.
    #[serde(skip)]
    pub(crate) foreseen_in: ForeseenIn,
    /// The rules that predict it.
    pub rules: &'static [Rule],
    /// What to do about it.
    #[serde(serialize_with = "english")]
    pub advice: M,
}

/// From which bodies an error can be predicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ForeseenIn {
    /// From those of all providers.
    AnyBody,
    /// From those of Huawei Cloud's own v3 only: the fields that it is about are that API's.
    BodyOfHuawei,
    /// The page leaves open whether it is about the body.
    Unclear,
    /// From none.
    NoBody,
}

const fn foreseeable(code: &'static str, meaning: M, rules: &'static [Rule], advice: M) -> ApiError {
    ApiError {
        code,
        meaning,
        foreseeable: true,
        foreseen_in: ForeseenIn::AnyBody,
        rules,
        advice,
    }
}

const fn of_huawei(code: &'static str, meaning: M, rules: &'static [Rule], advice: M) -> ApiError {
    ApiError {
        foreseen_in: ForeseenIn::BodyOfHuawei,
        ..foreseeable(code, meaning, rules, advice)
    }
}

const fn unforeseeable(code: &'static str, meaning: M, advice: M) -> ApiError {
    ApiError {
        code,
        meaning,
        foreseeable: false,
        foreseen_in: ForeseenIn::NoBody,
        rules: &[],
        advice,
    }
}

const fn unclear(code: &'static str, meaning: M, advice: M) -> ApiError {
    ApiError {
        foreseen_in: ForeseenIn::Unclear,
        ..unforeseeable(code, meaning, advice)
    }
}

const SERVER: M = M::AdviceServer;
const PERMISSION: M = M::AdvicePermission;

static ERRORS: &[ApiError] = &[
    unforeseeable("CTS.0001", M::ErrorIamOrObs, SERVER),
    unforeseeable("CTS.0002", M::ErrorAuthentication, PERMISSION),
    foreseeable(
        "CTS.0003",
        M::ErrorBodyInvalid,
        &[Rule::InvalidJson, Rule::ConflictMarkers, Rule::UnreplacedPlaceholder],
        M::AdviceMendBody,
    ),
    unforeseeable("CTS.0004", M::ErrorWriting, SERVER),
    unforeseeable("CTS.0005", M::ErrorReading, SERVER),
    unforeseeable("CTS.0012", M::ErrorProjectId, M::AdviceProjectId),
    unforeseeable("CTS.0013", M::ErrorPermission, PERMISSION),
    unforeseeable("CTS.0056", M::ErrorTraceAnalysis, M::AdviceLts),
    unforeseeable("CTS.0100", M::ErrorVersionQuery, M::AdviceOtherVersion),
    unforeseeable("CTS.0200", M::ErrorQuota, M::AdviceQuota),
    unforeseeable("CTS.0201", M::ErrorManagementExists, M::AdviceChangeManagement),
    foreseeable(
        "CTS.0202",
        M::ErrorTrackerType,
        &[Rule::UnknownValue, Rule::OtherProviderField],
        M::WriteSystemOrData,
    ),
    of_huawei(
        "CTS.0203",
        M::ErrorTrackerNameForm,
        &[Rule::LengthOutOfRange, Rule::InvalidCharacter],
        M::AdviceTrackerName,
    ),
    foreseeable(
        "CTS.0204",
        M::ErrorOnlySystem,
        &[Rule::TrackerNameNotSystem],
        M::AdviceCallItSystem,
    ),
    foreseeable("CTS.0205", M::ErrorStatus, &[Rule::UnknownValue], M::AdviceWriteStatus),
    of_huawei(
        "CTS.0206",
        M::ErrorDataBucketOfSystem,
        &[Rule::FieldOfOtherTrackerType],
        M::AdviceRemoveDataBucket,
    ),
    of_huawei(
        "CTS.0207",
        M::ErrorDataTrackerCalledSystem,
        &[Rule::ReservedTrackerName],
        M::AdviceOtherTrackerName,
    ),
    unforeseeable("CTS.0208", M::ErrorTrackerExists, M::AdviceChangeOrDelete),
    unforeseeable("CTS.0209", M::ErrorOneTrackerPerType, M::AdviceChangeDataTracker),
    unclear("CTS.0210", M::ErrorTrackedBucketEmpty, M::AdviceNameTrackedBucket),
    unforeseeable("CTS.0211", M::ErrorTrackedBucketMissing, M::AdviceCreateTrackedBucket),
    unforeseeable("CTS.0212", M::ErrorTrackedBucketFixed, M::AdviceReplaceDataTracker),
    of_huawei(
        "CTS.0213",
        M::ErrorTrackedBucketIsTarget,
        &[Rule::SameBucket],
        M::AdviceOtherTarget,
    ),
    unforeseeable("CTS.0214", M::ErrorNoTracker, M::AdviceCreateTracker),
    unforeseeable("CTS.0215", M::ErrorBucketNameTaken, M::AdviceOtherBucketName),
    unforeseeable("CTS.0216", M::ErrorBucketCreation, M::AdviceCreateBucket),
    unforeseeable("CTS.0217", M::ErrorBucketLifecycle, M::AdviceLifecycle),
    foreseeable(
        "CTS.0218",
        M::ErrorFilePrefix,
        &[Rule::InvalidCharacter, Rule::LengthOutOfRange],
        M::AdviceFilePrefix,
    ),
    of_huawei(
        "CTS.0219",
        M::ErrorOperationTypeEmpty,
        &[Rule::LengthOutOfRange],
        M::AdviceOperations,
    ),
    unforeseeable("CTS.0220", M::ErrorNoKms, M::AdviceNoKms),
    of_huawei(
        "CTS.0221",
        M::ErrorKmsIdEmpty,
        &[Rule::EncryptionWithoutKmsId],
        M::AddKmsId,
    ),
    unforeseeable("CTS.0222", M::ErrorKmsCheck, M::AdviceEnabledKey),
    of_huawei(
        "CTS.0225",
        M::ErrorOperationType,
        &[Rule::UnknownValue],
        M::AdviceReadOrWrite,
    ),
    unforeseeable("CTS.0228", M::ErrorNotTrusted, M::AdviceTrustCts),
    unforeseeable("CTS.0229", M::ErrorOrganizationExists, M::AdviceChangeOrganization),
    foreseeable(
        "CTS.0231",
        M::ErrorBucketName,
        &[Rule::InvalidCharacter, Rule::LengthOutOfRange],
        M::AdviceBucketName,
    ),
    unforeseeable("CTS.0300", M::ErrorQuery, SERVER),
    unforeseeable("CTS.0400", M::ErrorNotificationExists, M::AdviceNotificationName),
    unforeseeable("cts.0001", M::ErrorNoVersion, M::AdvicePath),
    unforeseeable("cts.0002", M::ErrorWrongVersion, M::AdvicePath),
    unforeseeable("cts.0003", M::ErrorNoProjectId, M::AdviceProjectId),
    unforeseeable("cts.0004", M::ErrorProjectId, M::AdviceProjectId),
    unforeseeable("cts.0005", M::ErrorQueryParameters, M::AdviceQueryParameters),
    unforeseeable("cts.0006", M::ErrorNoUrl, M::AdvicePath),
    foreseeable(
        "cts.0007",
        M::ErrorParameters,
        &[
            Rule::InvalidJson,
            Rule::ConflictMarkers,
            Rule::UnreplacedPlaceholder,
            Rule::MissingField,
            Rule::UnknownValue,
            Rule::LengthOutOfRange,
            Rule::InvalidCharacter,
            Rule::EncryptionWithoutKmsId,
        ],
        M::AdviceCheckBody,
    ),
    unforeseeable("cts.0008", M::ErrorReading, SERVER),
    unforeseeable("cts.0009", M::ErrorWriting, SERVER),
    unforeseeable("cts.0010", M::ErrorTrackerExists, M::AdviceChangeOrDelete),
    unforeseeable("cts.0011", M::ErrorAuthentication, PERMISSION),
    unforeseeable("cts.0012", M::ErrorNoTracker, M::AdviceLookAtName),
    unforeseeable("cts.0014", M::ErrorNoToken, M::AdviceToken),
    unforeseeable("cts.0015", M::ErrorInternal, SERVER),
    unforeseeable("cts.0017", M::ErrorToken, M::AdviceToken),
    unforeseeable("cts.0021", M::ErrorBucketAccess, M::AdviceLookAtBucket),
    unforeseeable("cts.0023", M::ErrorBucketDeleted, M::AdviceLookAtBucket),
    unforeseeable("cts.0024", M::ErrorBucketNotAuthorized, M::AdviceAuthorizeCts),
    unforeseeable("cts.0029", M::ErrorBucketPolicy, SERVER),
    unforeseeable("cts.0033", M::ErrorBucketOfOthers, M::AdviceOwnBucket),
    unforeseeable("cts.0036", M::ErrorBucketCreation, M::AdviceCreateBucket),
    unforeseeable("cts.0037", M::ErrorBucketNameTaken, M::AdviceOtherBucketName),
    unforeseeable("cts.0039", M::ErrorNoKey, M::AdviceKeyOfRegion),
    unforeseeable("cts.0040", M::ErrorKeyList, SERVER),
    unforeseeable("cts.0041", M::ErrorLtsCreation, M::AdviceLts),
    unforeseeable("cts.0043", M::ErrorBucketQuery, SERVER),
    unforeseeable("cts.0044", M::ErrorBucketLifecycle, M::AdviceLifecycle),
    unforeseeable("cts.0046", M::ErrorQuota, M::AdviceQuota),
    unforeseeable("cts.0062", M::ErrorTrackedBucketMissing, M::AdviceCreateTrackedBucket),
    unforeseeable("cts.0063", M::ErrorVersionQuery, M::AdviceOtherVersion),
    unforeseeable("cts.0064", M::ErrorNoTopic, M::AdviceTopic),
    unforeseeable("APIGW.0101", M::ErrorNoApi, M::AdviceSendV3),
];

/// All known error codes of the API.
#[must_use]
pub fn api_errors() -> &'static [ApiError] {
    ERRORS
}

/// The error with this code, if it is known. Case matters.
///
/// ```
/// use ctslint::Language;
///
/// let error = ctslint::api_error("CTS.0221").unwrap();
/// assert_eq!(error.meaning.text(Language::En), "the KMS ID is empty");
/// assert_eq!(ctslint::api_error("cts.0221"), None);
/// ```
#[must_use]
pub fn api_error(code: &str) -> Option<&'static ApiError> {
    ERRORS.iter().find(|error| error.code == code)
}
