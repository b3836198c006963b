//! Page "Modifying a Tracker" of Open Telekom Cloud, v3: `PUT /v3/{project_id}/tracker`.
//!
//! The request replaces the whole configuration of the tracker (terraform-provider-opentelekomcloud, issue 3505 and pull request
//! 3548): what is left out is reset.

use super::shared::{
    DISABLED, ENABLED, V3_BUCKET_CHARACTERS, V3_BUCKET_LENGTH, bucket_characters, bucket_name, bucket_start,
};
use super::v3::{
    BUCKET_NAME_ROW, COMPRESS_TYPE_ROW, FILE_PREFIX_NAME_ROW, FOREIGN_FIELDS, IS_LTS_ENABLED_ROW, IS_OBS_CREATED_ROW,
    IS_SORT_BY_SERVICE_ROW, IS_SUPPORT_VALIDATE_ROW, OBS_INFO_ROW, TRACKER_NAME_ROW, TRACKER_TYPE_ROW, v3_options,
    v3_relations,
};
use crate::messages::MessageId as M;
use crate::model::{
    At, Characters, Condition, Document, DocumentKind, DocumentParts, Field, FieldRef, Object, Provider, Relation,
    Rule, Scalar, Source, TextRule, Type, Version,
};

/// Table 2.
pub(crate) static REQUEST: Object = Object::new(
    "Request body parameters",
    "Modifying a Tracker v3, Table 2",
    &[
        TRACKER_TYPE_ROW,
        TRACKER_NAME_ROW,
        STATUS_ROW,
        IS_LTS_ENABLED_ROW,
        OBS_INFO_ROW.ty(Type::Object(&OBS_INFO)),
        IS_SUPPORT_VALIDATE_ROW.sentence("Whether trace file verification is enabled for trace transfer."),
    ],
);

pub(super) const STATUS_ROW: Field = Field::new(
    "status",
    M::LabelStatus,
    Type::Text(&STATUS),
    "Tracker status. The value can be enabled or disabled. If you change the value to disabled, the tracker stops recording \
     traces. Enumerated values: enabled, disabled",
)
.doc(M::DocStatusOfUpdate)
.example("\"enabled\"")
.api_error("CTS.0205");

static STATUS: TextRule = TextRule::one_of(&[ENABLED, DISABLED]);

/// Table 3.
static OBS_INFO: Object = Object::new(
    "TrackerObsInfo",
    "Modifying a Tracker v3, Table 3",
    &[
        // An empty name switches the transfer off (terraform-provider-huaweicloud, when it deletes the system tracker).
        BUCKET_NAME_ROW.ty(Type::Text(&BUCKET_NAME)),
        FILE_PREFIX_NAME_ROW,
        IS_OBS_CREATED_ROW.sentence("Whether an OBS bucket is created."),
        COMPRESS_TYPE_ROW,
        IS_SORT_BY_SERVICE_ROW,
    ],
);

static BUCKET_START: Characters = bucket_start(V3_BUCKET_LENGTH);
pub(super) static BUCKET_NAME: TextRule =
    bucket_name(V3_BUCKET_LENGTH, bucket_characters(V3_BUCKET_CHARACTERS, &BUCKET_START)).or_empty();

static RELATIONS: &[Relation] = v3_relations!(
    &REQUEST,
    "Modifying a Tracker v3",
    "Creating a Tracker v3, Function",
    // Otherwise the body says nothing of the transfer, and `partial-update` speaks.
    Condition::Present(FieldRef::of(&REQUEST, "/obs_info"))
);

/// The fields that are reset when they are left out.
static PARTIAL: &[Relation] = &[Relation {
    rule: Rule::PartialUpdate,
    when: Condition::Always,
    then: Condition::Present(FieldRef::of(&REQUEST, "/obs_info")),
    at: At::Body,
    source: Source::new(
        "terraform-provider-opentelekomcloud, issue 3505",
        "all of the configuration was removed",
    ),
    api_error: None,
}];

pub(crate) static UPDATE_REQUEST: Document = Document::new(DocumentParts {
    name: "v3-update-request",
    short: Some("v3-update"),
    title: M::TitleV3UpdateRequest,
    kind: DocumentKind::Request,
    version: Some(Version::V3),
    page: "Modifying a Tracker v3",
    root: &REQUEST,
    relations: RELATIONS,
    foreign_fields: FOREIGN_FIELDS,
    deprecated: None,
    not_json: Some("CTS.0003"),
})
.of(Provider::Otc)
.update()
.with_more(PARTIAL);
