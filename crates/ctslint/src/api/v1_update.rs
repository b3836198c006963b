//! Page "Modifying a Tracker" of v1: `PUT /v1.0/{project_id}/tracker/{tracker_name}`, as the reference of Open Telekom Cloud of
//! 2025 has it.

use super::v1;
use super::v1::{
    BUCKET_NAME_ROW, FILE_PREFIX_NAME_ROW, FOREIGN_FIELDS, IS_OBS_CREATED_ROW, IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW,
    KMS_ID_ROW, LOG_FILE_VALIDATE_ROW, LTS_ROW, v1_relations,
};
use super::v3_update::STATUS_ROW;
use crate::messages::MessageId as M;
use crate::model::{
    At, Condition, Document, DocumentKind, DocumentParts, FieldRef, Object, Relation, Rule, Scalar, Source, Version,
};

/// Table 2. The page of Huawei Cloud's region eu-west-0 has the fields for encryption and verification too.
pub(crate) static REQUEST: Object = Object::new(
    "Request body parameters",
    "Modifying a Tracker v1, Table 2",
    &[
        // Older pages and SDKs require it.
        BUCKET_NAME_ROW.optional(),
        FILE_PREFIX_NAME_ROW,
        STATUS_ROW.api_error("cts.0007"),
        IS_OBS_CREATED_ROW,
        IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW,
        KMS_ID_ROW,
        LTS_ROW,
        LOG_FILE_VALIDATE_ROW,
    ],
);

static RELATIONS: &[Relation] = v1_relations!(&REQUEST);

pub(crate) static UPDATE_REQUEST: Document = Document::new(DocumentParts {
    name: "v1-update-request",
    short: Some("v1-update"),
    title: M::TitleV1UpdateRequest,
    kind: DocumentKind::Request,
    version: Some(Version::V1),
    page: "Modifying a Tracker v1",
    root: &REQUEST,
    relations: RELATIONS,
    foreign_fields: FOREIGN_FIELDS,
    deprecated: v1::CREATE_REQUEST.deprecated,
    not_json: Some("cts.0007"),
})
.update();
