//! Page "Querying a Tracker" of v1: the flat answer to `GET /v1.0/{project_id}/tracker`, or a list of them where no name was asked
//! for.

use super::v1::{
    BUCKET_NAME_ROW, FILE_PREFIX_NAME_ROW, IS_OBS_CREATED_ROW, RESPONSE_CREATE_TIME_ROW, RESPONSE_DOMAIN_ID_ROW,
    RESPONSE_GROUP_ID_ROW, RESPONSE_ID_ROW, RESPONSE_LTS_ROW, RESPONSE_PROJECT_ID_ROW, RESPONSE_STATUS_ROW,
    RESPONSE_STREAM_ID_ROW, RESPONSE_TRACKER_NAME_ROW, RESPONSE_TRACKER_TYPE_ROW,
};
use super::v3::RESPONSE_DETAIL_ROW;
use crate::messages::MessageId as M;
use crate::model::{
    At, Condition, Document, DocumentKind, DocumentParts, FieldRef, Object, Relation, Rule, Scalar, Source, TextRule,
    Type, Version,
};

/// Table 3.
static RESPONSE: Object = Object::new(
    "Response body parameters",
    "Querying a Tracker v1, Table 3",
    &[
        RESPONSE_ID_ROW,
        RESPONSE_CREATE_TIME_ROW,
        RESPONSE_DOMAIN_ID_ROW,
        RESPONSE_PROJECT_ID_ROW,
        RESPONSE_TRACKER_NAME_ROW,
        RESPONSE_TRACKER_TYPE_ROW,
        BUCKET_NAME_ROW.optional().ty(Type::Text(&TextRule::ANY)),
        FILE_PREFIX_NAME_ROW.ty(Type::Text(&TextRule::ANY)),
        RESPONSE_STATUS_ROW,
        RESPONSE_DETAIL_ROW,
        IS_OBS_CREATED_ROW,
        RESPONSE_GROUP_ID_ROW,
        RESPONSE_STREAM_ID_ROW,
        RESPONSE_LTS_ROW,
    ],
);

static RELATIONS: &[Relation] = &[Relation {
    rule: Rule::MissingField,
    when: Condition::Is(FieldRef::of(&RESPONSE, "/status"), Scalar::Text("error")),
    then: Condition::Given(FieldRef::of(&RESPONSE, "/detail")),
    at: At::Field(FieldRef::of(&RESPONSE, "/detail")),
    source: Source::new(
        "Querying a Tracker v1, Table 3",
        "If the value is set to error, the detail field is required for specifying the source of the error.",
    ),
    api_error: None,
}];

pub(crate) static QUERY_RESPONSE: Document = Document::new(DocumentParts {
    name: "v1-query-response",
    short: None,
    title: M::TitleV1QueryResponse,
    kind: DocumentKind::Response,
    version: Some(Version::V1),
    page: "Querying a Tracker v1",
    root: &RESPONSE,
    relations: RELATIONS,
    foreign_fields: &[],
    deprecated: None,
    not_json: None,
})
.or_list();
