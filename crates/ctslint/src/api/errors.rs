//! The errors that the API answers with.
//!
//! Source: "Error Codes" of the CTS API Reference of Open Telekom Cloud (cloud-trace-service at cdc75f7) for `CTS.…`; the
//! older `error-code.md` (opentelekomcloud/docs at bf7f76b) for `cts.…`. The two families give the same numbers other
//! meanings, so codes are never compared without case.

use serde::Serialize;

/// An error code of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ApiError {
    /// The code, case included: `CTS.0231` and `cts.0031` have nothing to do with each other.
    pub code: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Whether a look at the body can tell that the API will answer it.
    pub foreseeable: bool,
}

const fn foreseen(code: &'static str, meaning: &'static str) -> ApiError {
    ApiError {
        code,
        meaning,
        foreseeable: true,
    }
}

const fn unforeseen(code: &'static str, meaning: &'static str) -> ApiError {
    ApiError {
        code,
        meaning,
        foreseeable: false,
    }
}

static ERRORS: &[ApiError] = &[
    unforeseen("CTS.0001", "IAM or OBS is abnormal"),
    unforeseen("CTS.0002", "authentication failed, or the account has no permission"),
    foreseen("CTS.0003", "the message body is empty or invalid"),
    unforeseen("CTS.0004", "writing data failed"),
    unforeseen("CTS.0005", "reading data failed"),
    unforeseen("CTS.0013", "no permission for this operation"),
    unforeseen("CTS.0100", "this version cannot be queried"),
    unforeseen("CTS.0200", "the quota of trackers is used up"),
    unforeseen("CTS.0201", "a management tracker exists already"),
    foreseen("CTS.0202", "the value of tracker_type is not allowed"),
    foreseen("CTS.0203", "the format of tracker_name is wrong"),
    foreseen("CTS.0204", "the name of the management tracker can only be system"),
    foreseen("CTS.0205", "the status can only be enabled or disabled"),
    unforeseen("CTS.0208", "the tracker exists already"),
    unforeseen("CTS.0209", "an operation type of a bucket can have one tracker only"),
    unforeseen("CTS.0210", "the bucket to track is empty"),
    unforeseen("CTS.0211", "the bucket to track does not exist"),
    unforeseen("CTS.0212", "the bucket to track cannot be changed"),
    unforeseen(
        "CTS.0213",
        "the bucket to track cannot be the one that traces are transferred to",
    ),
    unforeseen("CTS.0214", "the tracker does not exist"),
    unforeseen("CTS.0215", "the name of the OBS bucket is taken"),
    unforeseen("CTS.0216", "creating the OBS bucket failed"),
    unforeseen("CTS.0217", "setting the life cycle of the OBS bucket failed"),
    foreseen("CTS.0218", "the format of file_prefix_name is wrong"),
    unforeseen("CTS.0219", "the operation type is empty"),
    unforeseen("CTS.0220", "KMS is not supported in this region"),
    foreseen("CTS.0221", "the KMS ID is empty"),
    unforeseen("CTS.0222", "the check of the KMS key failed"),
    unforeseen("CTS.0225", "the operation type can only be READ or WRITE"),
    unforeseen("CTS.0228", "CTS is no trusted service of the organization"),
    unforeseen("CTS.0229", "an organization tracker exists already"),
    foreseen("CTS.0231", "the bucket name is invalid"),
    unforeseen("CTS.0300", "the query failed"),
    unforeseen("CTS.0400", "the name of the notification exists already"),
    foreseen(
        "cts.0007",
        "the request parameters are incorrect, or the body is not JSON",
    ),
    unforeseen("cts.0036", "creating the OBS bucket failed"),
    unforeseen("cts.0037", "the name of the OBS bucket is taken"),
    unforeseen("cts.0039", "the KMS key does not exist"),
    unforeseen("cts.0041", "creating the log group or topic in LTS failed"),
    unforeseen("APIGW.0101", "the API does not exist in this region"),
];

/// The errors that the API is known to answer with.
#[must_use]
pub fn api_errors() -> &'static [ApiError] {
    ERRORS
}

/// What is known of an error code; its case matters.
///
/// ```
/// assert_eq!(ctslint::api_error("CTS.0221").unwrap().meaning, "the KMS ID is empty");
/// assert_eq!(ctslint::api_error("cts.0221"), None);
/// ```
#[must_use]
pub fn api_error(code: &str) -> Option<&'static ApiError> {
    ERRORS.iter().find(|error| error.code == code)
}
