//! Page "Modifying a Tracker" (cts_api_0322) of Huawei Cloud, v3: `PUT /v3/{project_id}/tracker`.
//!
//! Whether it replaces the whole configuration is not documented, and terraform-provider-huaweicloud sends bodies that hold the
//! status only, of data trackers as well. Therefore nothing is asked for that a create must have.

use super::formats::{DATA_TRACKER_NAME_FORM, HUAWEI_ERROR_CODES};
use super::huawei_v3::{
    AGENCY_NAME_ROW, BUCKET_LIFECYCLE_ROW, DATA_BUCKET_ROW, DATA_TRACKER_NAME, FOREIGN_FIELDS, HUAWEI_ENCRYPTION_ROW,
    HUAWEI_IS_LTS_ENABLED_ROW, HUAWEI_KMS_ID_ROW, HUAWEI_TRACKER_NAME_ROW, HUAWEI_TRACKER_TYPE_ROW,
    IS_ORGANIZATION_TRACKER_ROW, MANAGEMENT_EVENT_SELECTOR_ROW, huawei_relations,
};
use super::v3::{
    BUCKET_NAME_ROW, COMPRESS_TYPE_ROW, FILE_PREFIX_NAME_ROW, IS_OBS_CREATED_ROW, IS_SORT_BY_SERVICE_ROW,
    IS_SUPPORT_VALIDATE_ROW, OBS_INFO_ROW, v3_options, v3_relations,
};
use super::v3_update::{BUCKET_NAME, STATUS_ROW};
use crate::messages::MessageId as M;
use crate::model::{
    At, Condition, Document, DocumentKind, DocumentParts, FieldRef, Object, Provider, Relation, Rule, Scalar, Source,
    Type, Version,
};

/// Table 2.
static REQUEST: Object = Object::new(
    "Request body parameters",
    "Modifying a Tracker v3 of Huawei Cloud, Table 2",
    &[
        HUAWEI_TRACKER_TYPE_ROW,
        HUAWEI_TRACKER_NAME_ROW,
        STATUS_ROW,
        HUAWEI_IS_LTS_ENABLED_ROW,
        IS_ORGANIZATION_TRACKER_ROW,
        MANAGEMENT_EVENT_SELECTOR_ROW,
        OBS_INFO_ROW.ty(Type::Object(&OBS_INFO)),
        HUAWEI_ENCRYPTION_ROW,
        HUAWEI_KMS_ID_ROW,
        IS_SUPPORT_VALIDATE_ROW,
        DATA_BUCKET_ROW,
        AGENCY_NAME_ROW,
    ],
);

/// Table 4.
static OBS_INFO: Object = Object::new(
    "TrackerObsInfo",
    "Modifying a Tracker v3 of Huawei Cloud, Table 4",
    &[
        // An empty name switches the transfer off (terraform-provider-huaweicloud, when it deletes the system tracker).
        BUCKET_NAME_ROW.ty(Type::Text(&BUCKET_NAME)),
        FILE_PREFIX_NAME_ROW,
        IS_OBS_CREATED_ROW,
        BUCKET_LIFECYCLE_ROW,
        COMPRESS_TYPE_ROW,
        IS_SORT_BY_SERVICE_ROW,
    ],
);

static RELATIONS: &[Relation] = v3_relations!(
    &REQUEST,
    "Modifying a Tracker v3 of Huawei Cloud",
    "Creating a Tracker v3 of Huawei Cloud, Function",
    // Otherwise the body says nothing of the transfer.
    Condition::Present(FieldRef::of(&REQUEST, "/obs_info"))
);

static OF_TYPES: &[Relation] = huawei_relations![&REQUEST, "Modifying a Tracker v3 of Huawei Cloud",];

pub(crate) static UPDATE_REQUEST: Document = Document::new(DocumentParts {
    name: "huawei-v3-update-request",
    short: Some("huawei-v3-update"),
    title: M::TitleHuaweiV3UpdateRequest,
    kind: DocumentKind::Request,
    version: Some(Version::V3),
    page: "Modifying a Tracker v3 of Huawei Cloud",
    root: &REQUEST,
    relations: RELATIONS,
    foreign_fields: FOREIGN_FIELDS,
    deprecated: None,
    not_json: Some("CTS.0003"),
})
.of(Provider::Huawei)
.update()
.with_more(OF_TYPES);
