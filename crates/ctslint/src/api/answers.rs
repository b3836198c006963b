//! What of an answer about a tracker becomes which field of a v3 request. The answers are those of both versions; the places are
//! those of Huawei Cloud's requests, which have every field.

use super::v1::ENCRYPTION_LOST;
use crate::messages::MessageId as M;
use crate::model::{AnswerMapping, FromAnswer, Loss, Scalar};

const fn field(from: &'static str, to: &'static str) -> AnswerMapping {
    AnswerMapping {
        from,
        to: FromAnswer::Field(to),
    }
}

/// A member that a request has at the same place.
const fn same(from: &'static str) -> AnswerMapping {
    field(from, from)
}

const fn nowhere(from: &'static str) -> AnswerMapping {
    AnswerMapping {
        from,
        to: FromAnswer::Nowhere(M::ReasonOnlyAnswers),
    }
}

/// The members of the answers, in the order of v3's table; then those of v1 that v3 has elsewhere.
pub(crate) static MAPPINGS: &[AnswerMapping] = &[
    nowhere("/id"),
    nowhere("/create_time"),
    same("/is_support_validate"),
    field("/lts/is_lts_enabled", "/is_lts_enabled"),
    AnswerMapping {
        from: "/lts/log_group_name",
        to: FromAnswer::Usual {
            usual: Scalar::Text("CTS"),
            reason: M::ReasonLogGroup,
        },
    },
    AnswerMapping {
        from: "/lts/log_topic_name",
        to: FromAnswer::Usual {
            usual: Scalar::Text("system-trace"),
            reason: M::ReasonLogStream,
        },
    },
    same("/tracker_type"),
    nowhere("/domain_id"),
    nowhere("/project_id"),
    same("/tracker_name"),
    same("/status"),
    nowhere("/detail"),
    same("/obs_info/bucket_name"),
    same("/obs_info/file_prefix_name"),
    same("/obs_info/is_obs_created"),
    nowhere("/obs_info/is_authorized_bucket"),
    same("/obs_info/bucket_lifecycle"),
    same("/obs_info/compress_type"),
    same("/obs_info/is_sort_by_service"),
    nowhere("/obs_info/bucket_location"),
    same("/management_event_selector/exclude_service"),
    nowhere("/group_id"),
    nowhere("/stream_id"),
    same("/kms_id"),
    same("/is_support_trace_files_encryption"),
    nowhere("/enterprise_project_id"),
    nowhere("/tag"),
    same("/agency_name"),
    same("/is_organization_tracker"),
    same("/data_bucket/data_bucket_name"),
    same("/data_bucket/data_event"),
    field("/log_file_validate/is_support_validate", "/is_support_validate"),
    field("/bucket_name", "/obs_info/bucket_name"),
    field("/file_prefix_name", "/obs_info/file_prefix_name"),
    field("/is_obs_created", "/obs_info/is_obs_created"),
];

/// The fields of Huawei Cloud that only requests about the management tracker have.
pub(crate) const SYSTEM_ONLY: &[&str] = &[
    "/is_organization_tracker",
    "/management_event_selector/exclude_service",
    "/is_support_trace_files_encryption",
    "/kms_id",
];

/// The fields of Huawei Cloud that only requests about data trackers have.
pub(crate) const DATA_ONLY: &[&str] = &[
    "/obs_info/bucket_lifecycle",
    "/data_bucket/data_bucket_name",
    "/data_bucket/data_event",
];

/// What an answer may say that the v3 of Open Telekom Cloud cannot ask for.
pub(crate) static OTHERS_LOST: &[&Loss] = &[
    &ENCRYPTION_LOST,
    &huawei_only(&["exclude_service", "management_event_selector"]),
    &huawei_only(&["agency_name"]),
    &huawei_only(&["is_organization_tracker"]),
];

const fn huawei_only(fields: &'static [&'static str]) -> Loss {
    Loss {
        fields,
        requested_by: None,
        reason: M::ReasonHuaweiOnly,
        advice: M::AdviceChooseHuawei,
    }
}
