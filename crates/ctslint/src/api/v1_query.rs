//! Page "Querying a Tracker" of v1: the flat answer to `GET /v1.0/{project_id}/tracker`, or a list of them where no name was asked
//! for.

use super::v1::{
    BUCKET_NAME_ROW, FILE_PREFIX_NAME_ROW, IS_OBS_CREATED_ROW, RESPONSE_CREATE_TIME_ROW, RESPONSE_DOMAIN_ID_ROW,
    RESPONSE_GROUP_ID_ROW, RESPONSE_ID_ROW, RESPONSE_IS_LTS_ENABLED_ROW, RESPONSE_LOG_GROUP_NAME_ROW,
    RESPONSE_LOG_TOPIC_NAME_ROW, RESPONSE_LTS_ROW, RESPONSE_PROJECT_ID_ROW, RESPONSE_STATUS_ROW,
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
        RESPONSE_ID_ROW.sentence("Unique tracker ID."),
        RESPONSE_CREATE_TIME_ROW.sentence("Timestamp when the tracker was created."),
        RESPONSE_DOMAIN_ID_ROW.sentence(
            "Account ID. For details about how to obtain an account ID, see Obtaining an Account ID.",
        ),
        RESPONSE_PROJECT_ID_ROW.sentence("Project ID."),
        RESPONSE_TRACKER_NAME_ROW.sentence("Tracker name. The default value is system."),
        RESPONSE_TRACKER_TYPE_ROW.sentence("Tracker type."),
        BUCKET_NAME_ROW
            .answered()
            .ty(Type::Text(&TextRule::ANY))
            .doc(M::DocBucketNameOfAnswer)
            .sentence(
                "OBS bucket name. The value contains 3 to 63 characters and must start with a digit or lowercase letter. Only \
                 lowercase letters, digits, hyphens (-), and periods (.) are allowed.",
            ),
        FILE_PREFIX_NAME_ROW
            .answered()
            .ty(Type::Text(&TextRule::ANY))
            .doc(M::DocFilePrefixOfAnswer)
            .sentence("Prefix of trace files that need to be stored in OBS buckets."),
        RESPONSE_STATUS_ROW.sentence(
            "Tracker status. The value can be enabled, disabled, or error. If the value is set to error, the detail field is \
             required for specifying the source of the error.",
        ),
        RESPONSE_DETAIL_ROW,
        IS_OBS_CREATED_ROW.answered().doc(M::DocCreatedBucket).sentence(
            "Whether an OBS bucket is created. If the value is true, an OBS bucket will be created to store trace files. If \
             the value is false, trace files will be stored in an existing OBS bucket. A bucket name contains 3 to 64 \
             characters, including digits, letters, and a hyphen (-) or a period (.).",
        ),
        RESPONSE_GROUP_ID_ROW.sentence("Unique ID of a log group."),
        RESPONSE_STREAM_ID_ROW.sentence("Unique ID of a log stream."),
        RESPONSE_LTS_ROW.ty(Type::Object(&LTS)).sentence("Dump LTS."),
    ],
);

/// Table 4.
static LTS: Object = Object::new(
    "Lts",
    "Querying a Tracker v1, Table 4",
    &[
        RESPONSE_IS_LTS_ENABLED_ROW.sentence("Indicates whether to enable the function of dumping data to LTS."),
        RESPONSE_LOG_GROUP_NAME_ROW.sentence("Name of the log group that CTS creates in LTS."),
        RESPONSE_LOG_TOPIC_NAME_ROW.sentence("Name of the log topic that CTS creates in LTS."),
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
