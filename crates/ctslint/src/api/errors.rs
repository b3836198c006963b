//! The errors that the API answers with.
//!
//! Source: "Error Codes" of the CTS API Reference of Open Telekom Cloud (cloud-trace-service at cdc75f7) for `CTS.…`; the
//! older `error-code.md` (opentelekomcloud/docs at bf7f76b) for `cts.…`. The two families give the same numbers other
//! meanings, so codes are never compared without case.

use serde::Serialize;

use crate::rule::Rule;

/// An error code of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ApiError {
    /// The code, case included: `CTS.0231` and `cts.0031` have nothing to do with each other.
    pub code: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Whether a look at the body can tell that the API will answer it.
    pub foreseeable: bool,
    /// The rules that foresee it.
    pub rules: &'static [Rule],
    /// What to do about it.
    pub advice: &'static str,
}

const fn foreseen(code: &'static str, meaning: &'static str, rules: &'static [Rule], advice: &'static str) -> ApiError {
    ApiError {
        code,
        meaning,
        foreseeable: true,
        rules,
        advice,
    }
}

const fn unforeseen(code: &'static str, meaning: &'static str, advice: &'static str) -> ApiError {
    ApiError {
        code,
        meaning,
        foreseeable: false,
        rules: &[],
        advice,
    }
}

const SERVER: &str = "repeat the request later; if the error stays, ask the provider's support";
const PERMISSION: &str = "let the user act as CTS administrator of the project, and send the token of that project";

static ERRORS: &[ApiError] = &[
    unforeseen("CTS.0001", "IAM or OBS is abnormal", SERVER),
    unforeseen(
        "CTS.0002",
        "authentication failed, or the account has no permission",
        PERMISSION,
    ),
    foreseen(
        "CTS.0003",
        "the message body is empty or invalid",
        &[Rule::InvalidJson],
        "mend the text of the body: it is empty or no JSON",
    ),
    unforeseen("CTS.0004", "writing data failed", SERVER),
    unforeseen("CTS.0005", "reading data failed", SERVER),
    unforeseen("CTS.0013", "no permission for this operation", PERMISSION),
    unforeseen(
        "CTS.0100",
        "this version cannot be queried",
        "send the request to the path of a version that the region has",
    ),
    unforeseen(
        "CTS.0200",
        "the quota of trackers is used up",
        "delete a tracker, or ask for a higher quota",
    ),
    unforeseen(
        "CTS.0201",
        "a management tracker exists already",
        "change it with `PUT /v3/{project_id}/tracker`, and send its whole configuration: what is left out is reset",
    ),
    foreseen(
        "CTS.0202",
        "the value of tracker_type is not allowed",
        &[Rule::UnknownValue, Rule::OtherProviderField],
        "write `system`",
    ),
    foreseen(
        "CTS.0203",
        "the format of tracker_name is wrong",
        &[Rule::TrackerNameNotSystem],
        "call the management tracker `system`",
    ),
    foreseen(
        "CTS.0204",
        "the name of the management tracker can only be system",
        &[Rule::TrackerNameNotSystem],
        "call the management tracker `system`",
    ),
    foreseen(
        "CTS.0205",
        "the status can only be enabled or disabled",
        &[Rule::ResponseOnlyField],
        "leave `status` out when a tracker is created; `PUT` takes `enabled` or `disabled`",
    ),
    unforeseen(
        "CTS.0208",
        "the tracker exists already",
        "change it with `PUT`, or delete it first",
    ),
    unforeseen(
        "CTS.0209",
        "an operation type of a bucket can have one tracker only",
        "change the data tracker that the bucket has",
    ),
    unforeseen(
        "CTS.0210",
        "the bucket to track is empty",
        "name the bucket that the data tracker is to track",
    ),
    unforeseen(
        "CTS.0211",
        "the bucket to track does not exist",
        "create the bucket, or correct its name",
    ),
    unforeseen(
        "CTS.0212",
        "the bucket to track cannot be changed",
        "delete the data tracker and create another",
    ),
    unforeseen(
        "CTS.0213",
        "the bucket to track cannot be the one that traces are transferred to",
        "transfer traces to another bucket",
    ),
    unforeseen("CTS.0214", "the tracker does not exist", "create it with `POST`"),
    unforeseen(
        "CTS.0215",
        "the name of the OBS bucket is taken",
        "choose another name, or set `is_obs_created` to `false` if the bucket is yours; names are shared by all users of OBS",
    ),
    unforeseen(
        "CTS.0216",
        "creating the OBS bucket failed",
        "create the bucket in OBS yourself, and set `is_obs_created` to `false`",
    ),
    unforeseen(
        "CTS.0217",
        "setting the life cycle of the OBS bucket failed",
        "set the life cycle in OBS",
    ),
    foreseen(
        "CTS.0218",
        "the format of file_prefix_name is wrong",
        &[Rule::InvalidCharacter, Rule::LengthOutOfRange],
        "use 64 letters, digits, `-`, `_` and `.` at most; a prefix is no folder",
    ),
    unforeseen(
        "CTS.0219",
        "the operation type is empty",
        "name the operations that the data tracker is to record",
    ),
    unforeseen(
        "CTS.0220",
        "KMS is not supported in this region",
        "switch encryption off, and encrypt the bucket itself",
    ),
    foreseen(
        "CTS.0221",
        "the KMS ID is empty",
        &[Rule::EncryptionWithoutKmsId],
        "add the ID of a key of the same project, or switch encryption off",
    ),
    unforeseen(
        "CTS.0222",
        "the check of the KMS key failed",
        "take the ID of a key that is enabled and belongs to the same project",
    ),
    unforeseen(
        "CTS.0225",
        "the operation type can only be READ or WRITE",
        "write `READ` or `WRITE`",
    ),
    unforeseen(
        "CTS.0228",
        "CTS is no trusted service of the organization",
        "let the organization's administrator trust CTS",
    ),
    unforeseen(
        "CTS.0229",
        "an organization tracker exists already",
        "change the organization tracker that exists",
    ),
    foreseen(
        "CTS.0231",
        "the bucket name is invalid",
        &[Rule::InvalidCharacter, Rule::LengthOutOfRange],
        "use 3 to 63 lowercase letters, digits, `-` and `.`, and start with a letter or digit",
    ),
    unforeseen("CTS.0300", "the query failed", SERVER),
    unforeseen(
        "CTS.0400",
        "the name of the notification exists already",
        "choose another name for the notification",
    ),
    foreseen(
        "cts.0007",
        "the request parameters are incorrect, or the body is not JSON",
        &[Rule::InvalidJson, Rule::MissingField],
        "check the body; when `lts` is there, all three of its members must be",
    ),
    unforeseen(
        "cts.0036",
        "creating the OBS bucket failed",
        "create the bucket in OBS yourself, and set `is_obs_created` to `false`",
    ),
    unforeseen(
        "cts.0037",
        "the name of the OBS bucket is taken",
        "choose another name, or set `is_obs_created` to `false` if the bucket is yours; names are shared by all users of OBS",
    ),
    unforeseen(
        "cts.0039",
        "the KMS key does not exist",
        "take the ID of a key of the same project and region",
    ),
    unforeseen(
        "cts.0041",
        "creating the log group or topic in LTS failed",
        "look whether LTS is open to the project, and whether its quota is used up",
    ),
    unforeseen(
        "APIGW.0101",
        "the API does not exist in this region",
        "send a v3 body to `/v3/{project_id}/tracker`: some regions have no v1 any more",
    ),
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
