//! Page "Creating a Tracker" of Huawei Cloud, v1, as of 2025-02-07: `POST /v1.0/{project_id}/tracker`.
//!
//! The API in service answers the old family of error codes on v1: `cts.0007` for a wrong parameter
//! (terraform-provider-opentelekomcloud, issue 3188). The codes `CTS.02xx` are v3's.

use super::formats;
use super::shared::{
    DATA, DISABLED, ENABLED, ERROR, SYSTEM, V1_BUCKET_CHARACTERS, V1_BUCKET_LENGTH, V1_PREFIX_CHARACTERS,
    V1_PREFIX_LENGTH, bucket_characters, bucket_name, bucket_start, file_prefix_name, prefix_characters,
};
use super::{compliance, v3};
use crate::messages::MessageId as M;
use crate::model::{
    Added, At, Characters, Condition, Document, DocumentKind, DocumentParts, Field, FieldMapping, FieldRef,
    KnownForeignField, LongRule, Loss, Mapping, Object, Provenance, Relation, Retired, Rule, Scalar, Source, Telling,
    TextRule, Type, Version,
};

static BUCKET_START: Characters = bucket_start(V1_BUCKET_LENGTH);
pub(super) static BUCKET_NAME: TextRule =
    bucket_name(V1_BUCKET_LENGTH, bucket_characters(V1_BUCKET_CHARACTERS, &BUCKET_START));
pub(super) static FILE_PREFIX_NAME: TextRule =
    file_prefix_name(V1_PREFIX_LENGTH, prefix_characters(V1_PREFIX_CHARACTERS));
pub(super) static KMS_ID: TextRule = TextRule {
    format: Some(&formats::KMS_ID),
    ..TextRule::ANY
};
static LOG_GROUP_NAME: TextRule = TextRule {
    format: Some(&formats::LTS_GROUP),
    ..TextRule::ANY
};
static LOG_TOPIC_NAME: TextRule = TextRule {
    format: Some(&formats::LTS_STREAM),
    ..TextRule::ANY
};

/// Table 1.
pub(crate) static PATH: Object = Object::new(
    "Path parameters",
    "Creating a Tracker v1, Table 1",
    &[Field::new(
        "project_id",
        M::LabelProjectId,
        Type::Text(&PROJECT_ID),
        "Identifies a project. For details, see section \"Obtaining the Account ID and Project ID\" in Cloud Trace \
         Service API Reference.",
    )
    .required()
    .doc(M::DocProjectInPath)
    .example("\"0123456789abcdef0123456789abcdef\"")],
);

static PROJECT_ID: TextRule = TextRule {
    format: Some(&formats::PROJECT_ID),
    ..TextRule::ANY
};

pub(super) const BUCKET_NAME_ROW: Field = Field::new(
    "bucket_name",
    M::LabelObsBucket,
    Type::Text(&BUCKET_NAME),
    "Indicate the name of an OBS bucket. A name contains 3 to 63 characters and must start with a number or \
     lowercase letter. Only lowercase letters, numbers, hyphens (-), and periods (.) are allowed.",
)
.required()
.doc(M::DocBucketName)
.example("\"obs-f1da\"")
.api_error("cts.0007");

pub(super) const FILE_PREFIX_NAME_ROW: Field = Field::new(
    "file_prefix_name",
    M::LabelFilePrefix,
    Type::Text(&FILE_PREFIX_NAME),
    "Indicates a file name prefix to mark trace files that need to be stored in an OBS bucket. A prefix \
     contains up to 64 characters. Only letters, numbers, hyphens (-), underscores (_), and periods (.) are \
     allowed.",
)
.telling(Telling::Alone)
.doc(M::DocFilePrefix)
.example("\"yO8Q\"")
.api_error("cts.0007");

pub(super) const IS_OBS_CREATED_ROW: Field = Field::new(
    "is_obs_created",
    M::LabelCreateBucket,
    Type::Boolean,
    "Indicates whether to create an OBS bucket. The default value is false. When the value is true, you can \
     create an OBS bucket to store trace files. When the value is false, you can select an existing OBS bucket \
     to store trace files. A bucket name contains 3 to 63 characters and can consist of lowercase letters, \
     numbers, a period (.) and a hyphen (-).",
)
.telling(Telling::Alone)
.doc(M::DocCreatesBucket)
.default(Scalar::Boolean(false))
.example("true");

pub(super) const IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW: Field = Field::new(
    "is_support_trace_files_encryption",
    M::LabelEncryptTraceFiles,
    Type::Boolean,
    "Indicates whether trace files are encrypted during transfer to an OBS bucket. This parameter must be used \
     together with kms_id.",
)
.telling(Telling::Alone)
.doc(M::DocEncryption)
.example("true");

pub(super) const KMS_ID_ROW: Field = Field::new(
    "kms_id",
    M::LabelKmsKeyId,
    Type::Text(&KMS_ID),
    "Identifies a key used for trace file encryption. The key ID is obtained from Key Management Service \
     (KMS). It is mandatory when is_support_trace_files_encryption is set to true.",
)
.doc(M::DocKmsIdOfRequest)
.example("\"13a4207c-7abe-4b68-8510-16b84c3b5504\"")
.api_error("cts.0007");

pub(super) const LTS_ROW: Field = Field::new(
    "lts",
    M::LabelTraceAnalysis,
    Type::Object(&LTS),
    "Indicates detail about trace analysis.",
)
.telling(Telling::WithMember)
.doc(M::DocLtsOfRequest);

pub(super) const LOG_FILE_VALIDATE_ROW: Field = Field::new(
    "log_file_validate",
    M::LabelFileVerification,
    Type::Object(&LOG_FILE_VALIDATE),
    "Indicates detail about file verification.",
)
.telling(Telling::Alone)
.doc(M::DocFileVerification);

/// Table 2.
pub(crate) static REQUEST: Object = Object::new(
    "Request body parameters",
    "Creating a Tracker v1, Table 2",
    &[
        BUCKET_NAME_ROW,
        FILE_PREFIX_NAME_ROW,
        IS_OBS_CREATED_ROW,
        IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW,
        KMS_ID_ROW,
        LTS_ROW,
        LOG_FILE_VALIDATE_ROW,
    ],
);

/// Table 3. The members are required even if `is_lts_enabled` is `false`: without them the real API returns 400,
/// cts.0007 (terraform-provider-opentelekomcloud, issue 3188).
pub(crate) static LTS: Object = Object::new(
    "Lts",
    "Creating a Tracker v1, Table 3",
    &[
        Field::new(
            "is_lts_enabled",
            M::LabelSendToLts,
            Type::Boolean,
            "Indicates whether traces are synchronized to LTS for trace analysis.",
        )
        .required()
        .doc(M::DocLtsEnabledOfRequest)
        .example("true")
        .missing_error("cts.0007"),
        Field::new(
            "log_group_name",
            M::LabelLogGroup,
            Type::Text(&LOG_GROUP_NAME),
            "Indicates the name of the log group that CTS creates in LTS.",
        )
        .required()
        .doc(M::DocLogGroupOfRequest)
        .example("\"CTS\"")
        .missing_error("cts.0007")
        .used_while("is_lts_enabled"),
        Field::new(
            "log_topic_name",
            M::LabelLogStream,
            Type::Text(&LOG_TOPIC_NAME),
            "Indicates the name of the log stream that CTS creates in LTS.",
        )
        .required()
        .doc(M::DocLogStreamOfRequest)
        .example("\"system-trace\"")
        .missing_error("cts.0007")
        .used_while("is_lts_enabled"),
    ],
);

/// Table 4.
pub(super) static LOG_FILE_VALIDATE: Object = Object::new(
    "LogFileValidate",
    "Creating a Tracker v1, Table 4",
    &[Field::new(
        "is_support_validate",
        M::LabelVerifyTraceFiles,
        Type::Boolean,
        "Indicates whether trace file verification is enabled.",
    )
    .required()
    .doc(M::DocSignsFiles)
    .example("true")],
);

const BUCKET: FieldRef = FieldRef::of(&REQUEST, "/bucket_name");
const ENCRYPTION: FieldRef = FieldRef::of(&REQUEST, "/is_support_trace_files_encryption");
const KEY: FieldRef = FieldRef::of(&REQUEST, "/kms_id");
const LTS_ENABLED: FieldRef = FieldRef::of(&REQUEST, "/lts/is_lts_enabled");
const VALIDATE: FieldRef = FieldRef::of(&REQUEST, "/log_file_validate/is_support_validate");

/// The rules about several fields that the requests of v1 share, for the table of the top level.
macro_rules! v1_relations {
    ($root:expr) => {
        &[
            Relation {
                rule: Rule::EncryptionWithoutKmsId,
                when: Condition::Is(
                    FieldRef::of($root, "/is_support_trace_files_encryption"),
                    Scalar::Boolean(true),
                ),
                then: Condition::Given(FieldRef::of($root, "/kms_id")),
                at: At::Field(FieldRef::of($root, "/kms_id")),
                source: Source::new(
                    "Creating a Tracker v1, Table 2",
                    "It is mandatory when is_support_trace_files_encryption is set to true.",
                ),
                api_error: Some("cts.0007"),
            },
            Relation {
                rule: Rule::KmsIdWithoutEncryption,
                when: Condition::Given(FieldRef::of($root, "/kms_id")),
                then: Condition::Is(
                    FieldRef::of($root, "/is_support_trace_files_encryption"),
                    Scalar::Boolean(true),
                ),
                at: At::Field(FieldRef::of($root, "/kms_id")),
                source: Source::new(
                    "Creating a Tracker v1, Table 2",
                    "This parameter must be used together with kms_id.",
                ),
                api_error: None,
            },
        ]
    };
}
pub(super) use v1_relations;

static RELATIONS: &[Relation] = v1_relations!(&REQUEST);

/// The compliance rules, which are stricter than the page. There is none for the bucket, because the page requires it.
static OPT_IN: &[Relation] = &[
    Relation {
        rule: Rule::CtsKmsEncryptedCheck,
        when: Condition::Always,
        then: Condition::Is(ENCRYPTION, Scalar::Boolean(true)),
        at: At::Field(ENCRYPTION),
        source: compliance::CONFIG,
        api_error: None,
    },
    Relation {
        rule: Rule::CtsLtsEnable,
        when: Condition::Always,
        then: Condition::Is(LTS_ENABLED, Scalar::Boolean(true)),
        at: At::Field(LTS_ENABLED),
        source: compliance::CONFIG,
        api_error: None,
    },
    Relation {
        rule: Rule::CtsSupportValidateCheck,
        when: Condition::Always,
        then: Condition::Is(VALIDATE, Scalar::Boolean(true)),
        at: At::Field(VALIDATE),
        source: compliance::CONFIG,
        api_error: None,
    },
];

const V3: &Object = &v3::REQUEST;

/// How fields map to the v3 of Open Telekom Cloud. Huawei Cloud's own v3 keeps both encryption fields.
pub(crate) static MAPPINGS: &[Mapping] = &[
    Mapping {
        from: BUCKET,
        to: move_to("/obs_info/bucket_name"),
    },
    Mapping {
        from: FieldRef::of(&REQUEST, "/file_prefix_name"),
        to: move_to("/obs_info/file_prefix_name"),
    },
    Mapping {
        from: FieldRef::of(&REQUEST, "/is_obs_created"),
        to: FieldMapping::Move {
            to: FieldRef::of(V3, "/obs_info/is_obs_created"),
            absent: Some((Scalar::Boolean(false), M::ReasonDefaultOfV1)),
        },
    },
    Mapping {
        from: FieldRef::of(&REQUEST, "/lts/is_lts_enabled"),
        to: move_to("/is_lts_enabled"),
    },
    Mapping {
        from: FieldRef::of(&REQUEST, "/log_file_validate/is_support_validate"),
        to: move_to("/is_support_validate"),
    },
    Mapping {
        from: FieldRef::of(&REQUEST, "/lts/log_group_name"),
        to: FieldMapping::Drop {
            usual: Scalar::Text("CTS"),
            reason: M::ReasonLogGroup,
        },
    },
    Mapping {
        from: FieldRef::of(&REQUEST, "/lts/log_topic_name"),
        to: FieldMapping::Drop {
            usual: Scalar::Text("system-trace"),
            reason: M::ReasonLogStream,
        },
    },
    Mapping {
        from: ENCRYPTION,
        to: FieldMapping::Lose(&ENCRYPTION_LOST),
    },
    Mapping {
        from: KEY,
        to: FieldMapping::Lose(&ENCRYPTION_LOST),
    },
];

const fn move_to(to: &str) -> FieldMapping {
    FieldMapping::Move {
        to: FieldRef::of(V3, to),
        absent: None,
    }
}

pub(super) static ENCRYPTION_LOST: Loss = Loss {
    fields: &["is_support_trace_files_encryption", "kms_id"],
    requested_by: Some((ENCRYPTION, Scalar::Boolean(true), M::ReasonEncryptionOff)),
    reason: M::ReasonNoEncryption,
    advice: M::AdviceEncryptBucket,
};

/// Members that only older versions of the page have.
pub(crate) static RETIRED: &[Retired] = &[Retired {
    name: "smn",
    loss: &Loss {
        fields: &["smn"],
        requested_by: None,
        reason: M::ReasonNotifications,
        advice: M::AdviceSendNotifications,
    },
}];

/// Fields that v3 requires and v1 does not have, because v1 has only the management tracker.
pub(crate) static ADDED: &[Added] = &[
    Added {
        to: FieldRef::of(V3, "/tracker_type"),
        value: Scalar::Text("system"),
        reason: M::ReasonTypeRequired,
    },
    Added {
        to: FieldRef::of(V3, "/tracker_name"),
        value: Scalar::Text("system"),
        reason: M::ReasonNameRequired,
    },
];

/// Members of the answer (Tables 5 and 6, and v3's) that people paste into requests, and the block of notifications
/// that older pages had (opentelekomcloud/docs at bf7f76b, `creating-a-tracker.md`).
pub(super) static FOREIGN_FIELDS: &[KnownForeignField] = &[
    KnownForeignField::new(Provenance::Retired, "smn"),
    KnownForeignField::new(Provenance::Response, "id"),
    KnownForeignField::new(Provenance::Response, "create_time"),
    KnownForeignField::new(Provenance::Response, "domain_id"),
    KnownForeignField::new(Provenance::Response, "project_id"),
    KnownForeignField::new(Provenance::Response, "detail"),
    KnownForeignField::new(Provenance::Response, "group_id"),
    KnownForeignField::new(Provenance::Response, "stream_id"),
    KnownForeignField::new(Provenance::Response, "tracker_name"),
    KnownForeignField::new(Provenance::Response, "tracker_type"),
    KnownForeignField::new(Provenance::Response, "obs_info")
        .note(M::NoteBucketAtTop)
        .stands_for(&["/bucket_name"]),
];

pub(crate) static CREATE_REQUEST: Document = Document::new(DocumentParts {
    name: "v1-create-request",
    short: Some("v1"),
    title: M::TitleV1CreateRequest,
    kind: DocumentKind::Request,
    version: Some(Version::V1),
    page: "Creating a Tracker v1",
    root: &REQUEST,
    relations: RELATIONS,
    foreign_fields: FOREIGN_FIELDS,
    deprecated: Some(Source::new(
        "CTS API Reference of Open Telekom Cloud, API Versions",
        "V1 APIs will be brought offline soon",
    )),
    not_json: Some("cts.0007"),
})
.with_opt_in(OPT_IN);

pub(super) const RESPONSE_ID_ROW: Field = Field::new(
    "id",
    M::LabelTrackerId,
    Type::Text(&TextRule::ANY),
    "Uniquely identifies a tracker.",
)
.doc(M::DocTrackerId)
.example("\"2e6fa9b8-8c6e-456d-b5d3-77be972d220b\"");

pub(super) const RESPONSE_CREATE_TIME_ROW: Field = Field::new(
    "create_time",
    M::LabelCreated,
    Type::Long(&LongRule::ANY),
    "Indicates the timestamp when the tracker was created.",
)
.doc(M::DocCreated)
.example("1587958482923");

pub(super) const RESPONSE_DOMAIN_ID_ROW: Field = Field::new(
    "domain_id",
    M::LabelAccountId,
    Type::Text(&TextRule::ANY),
    "Identifies an account. For details, see section \"Obtaining the Account ID and Project ID\" in Cloud \
     Trace Service API Reference.",
)
.doc(M::DocAccountId)
.example("\"5315255b948546efbcb5ab7925ea7c68\"");

pub(super) const RESPONSE_PROJECT_ID_ROW: Field = Field::new(
    "project_id",
    M::LabelProjectId,
    Type::Text(&TextRule::ANY),
    "Identifies a project.",
)
.doc(M::DocProjectId)
.example("\"932cb325cbca47a59ec1ea930ecc0f29\"");

pub(super) const RESPONSE_IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW: Field = Field::new(
    "is_support_trace_files_encryption",
    M::LabelEncryptTraceFiles,
    Type::Boolean,
    "Indicates whether trace files are encrypted during transfer to an OBS bucket. This parameter must be used \
     together with kms_id.",
)
.doc(M::DocEncryption)
.example("true");

pub(super) const RESPONSE_KMS_ID_ROW: Field = Field::new(
    "kms_id",
    M::LabelKmsKeyId,
    Type::Text(&TextRule::ANY),
    "Identifies a key used for trace file encryption. The key ID is obtained from Key Management Service \
     (KMS). It is mandatory when is_support_trace_files_encryption is set to true.",
)
.doc(M::DocKmsId)
.example("\"13a4207c-7abe-4b68-8510-16b84c3b5504\"");

pub(super) const RESPONSE_OBS_INFO_ROW: Field = Field::new(
    "obs_info",
    M::LabelTransferToObs,
    Type::Object(&RESPONSE_OBS_INFO),
    "Indicates information of an OBS bucket.",
)
.doc(M::DocTransfer);

// The page says "The value is enabled." `disabled` and `error` are accepted too, because the API returns them.
pub(super) const RESPONSE_STATUS_ROW: Field = Field::new(
    "status",
    M::LabelStatus,
    Type::Text(&STATUS),
    "Indicates the status of a tracker. The value is enabled.",
)
.doc(M::DocStatus)
.example("\"enabled\"");

pub(super) const RESPONSE_TRACKER_NAME_ROW: Field = Field::new(
    "tracker_name",
    M::LabelTrackerName,
    Type::Text(&TextRule::ANY),
    "Indicates the tracker name.",
)
.doc(M::DocTrackerName)
.example("\"system\"");

pub(super) const RESPONSE_TRACKER_TYPE_ROW: Field = Field::new(
    "tracker_type",
    M::LabelTrackerType,
    Type::Text(&TRACKER_TYPE),
    "Indicates the tracker type.",
)
.doc(M::DocTrackerType)
.example("\"system\"");

pub(super) const RESPONSE_GROUP_ID_ROW: Field = Field::new(
    "group_id",
    M::LabelLogGroupId,
    Type::Text(&TextRule::ANY),
    "Identifies a log group.",
)
.doc(M::DocLogGroupId)
.example("\"26fa12ac-75f7-42ed-8118-ab9f2263042f\"");

pub(super) const RESPONSE_STREAM_ID_ROW: Field = Field::new(
    "stream_id",
    M::LabelLogStreamId,
    Type::Text(&TextRule::ANY),
    "Identifies a log stream.",
)
.doc(M::DocLogStreamId)
.example("\"4a1ef2b6-d79a-4dc6-90f0-48151cd5491b\"");

pub(super) const RESPONSE_LTS_ROW: Field = Field::new(
    "lts",
    M::LabelTraceAnalysis,
    Type::Object(&RESPONSE_LTS),
    "Indicates detail about trace analysis.",
)
.doc(M::DocLts);

pub(super) const RESPONSE_IS_SUPPORT_VALIDATE_ROW: Field = Field::new(
    "is_support_validate",
    M::LabelVerifyTraceFiles,
    Type::Boolean,
    "Indicates whether trace file verification is enabled. The verification is supported only when the value \
     of tracker_type is system.",
)
.doc(M::DocFileVerification)
.example("true");

// The table on the page has only `is_support_validate`, and the example only this. The API returns either.
pub(super) const RESPONSE_LOG_FILE_VALIDATE_ROW: Field = Field::new(
    "log_file_validate",
    M::LabelFileVerification,
    Type::Object(&RESPONSE_LOG_FILE_VALIDATE),
    "\"log_file_validate\" : { \"is_support_validate\" : true }",
)
.doc(M::DocFileVerification);

/// Table 5.
static RESPONSE: Object = Object::new(
    "Response body parameters",
    "Creating a Tracker v1, Table 5",
    &[
        RESPONSE_ID_ROW,
        RESPONSE_CREATE_TIME_ROW,
        RESPONSE_DOMAIN_ID_ROW,
        RESPONSE_PROJECT_ID_ROW,
        RESPONSE_IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW,
        RESPONSE_KMS_ID_ROW,
        RESPONSE_OBS_INFO_ROW,
        RESPONSE_STATUS_ROW,
        RESPONSE_TRACKER_NAME_ROW,
        RESPONSE_TRACKER_TYPE_ROW,
        RESPONSE_GROUP_ID_ROW,
        RESPONSE_STREAM_ID_ROW,
        RESPONSE_LTS_ROW,
        RESPONSE_IS_SUPPORT_VALIDATE_ROW,
        RESPONSE_LOG_FILE_VALIDATE_ROW,
    ],
);

static STATUS: TextRule = TextRule::one_of(&[ENABLED, DISABLED, ERROR]);
static TRACKER_TYPE: TextRule = TextRule::one_of(&[SYSTEM, DATA]);

/// Table 6.
static RESPONSE_OBS_INFO: Object = Object::new(
    "ObsInfo",
    "Creating a Tracker v1, Table 6",
    &[
        Field::new(
            "bucket_name",
            M::LabelObsBucket,
            Type::Text(&TextRule::ANY),
            "Indicate the name of an OBS bucket. A name contains 3 to 63 characters and must start with a number or \
             lowercase letter. Only lowercase letters, numbers, hyphens (-), and periods (.) are allowed.",
        )
        .doc(M::DocBucketNameOfAnswer)
        .example("\"obs-f1da\""),
        Field::new(
            "file_prefix_name",
            M::LabelFilePrefix,
            Type::Text(&TextRule::ANY),
            "Indicates a file name prefix to mark trace files that need to be stored in an OBS bucket. A prefix \
             contains up to 64 characters. Only letters, numbers, hyphens (-), underscores (_), and periods (.) are \
             allowed.",
        )
        .doc(M::DocFilePrefixOfAnswer)
        .example("\"yO8Q\""),
        Field::new(
            "is_obs_created",
            M::LabelCreateBucket,
            Type::Boolean,
            "Indicates whether the OBS bucket is automatically created by the tracker.",
        )
        .doc(M::DocCreatedBucket)
        .example("false"),
        Field::new(
            "is_authorized_bucket",
            M::LabelAccessGranted,
            Type::Boolean,
            "Indicates whether CTS has been granted permissions to perform operations on the OBS bucket.",
        )
        .doc(M::DocAccessGranted)
        .example("true"),
        Field::new(
            "bucket_lifecycle",
            M::LabelRetention,
            Type::Text(&TextRule::ANY),
            "Indicates the duration that traces are stored in the OBS bucket. This parameter is valid when \
             tracker_type is set to data.",
        )
        .doc(M::DocRetention)
        .example("\"30\""),
    ],
);

/// Table 7.
static RESPONSE_LTS: Object = Object::new(
    "Lts",
    "Creating a Tracker v1, Table 7",
    &[
        RESPONSE_IS_LTS_ENABLED_ROW,
        RESPONSE_LOG_GROUP_NAME_ROW,
        RESPONSE_LOG_TOPIC_NAME_ROW,
    ],
);

pub(super) const RESPONSE_IS_LTS_ENABLED_ROW: Field = Field::new(
    "is_lts_enabled",
    M::LabelSendToLts,
    Type::Boolean,
    "Indicates whether traces are synchronized to LTS for trace analysis.",
)
.doc(M::DocLtsEnabled)
.example("true");

pub(super) const RESPONSE_LOG_GROUP_NAME_ROW: Field = Field::new(
    "log_group_name",
    M::LabelLogGroup,
    Type::Text(&TextRule::ANY),
    "Indicates the name of the log group that CTS creates in LTS.",
)
.doc(M::DocLogGroup)
.example("\"CTS\"");

pub(super) const RESPONSE_LOG_TOPIC_NAME_ROW: Field = Field::new(
    "log_topic_name",
    M::LabelLogStream,
    Type::Text(&TextRule::ANY),
    "Indicates the name of the log stream that CTS creates in LTS.",
)
.doc(M::DocLogStream)
.example("\"system-trace\"");

/// This object is in the example response of the page, not in a table.
static RESPONSE_LOG_FILE_VALIDATE: Object = Object::new(
    "LogFileValidate",
    "Creating a Tracker v1, Example Responses",
    &[Field::new(
        "is_support_validate",
        M::LabelVerifyTraceFiles,
        Type::Boolean,
        "\"is_support_validate\" : true",
    )
    .doc(M::DocFileVerification)
    .example("true")],
);

pub(crate) static CREATE_RESPONSE: Document = Document::new(DocumentParts {
    name: "v1-create-response",
    short: None,
    title: M::TitleV1CreateResponse,
    kind: DocumentKind::Response,
    version: Some(Version::V1),
    page: "Creating a Tracker v1",
    root: &RESPONSE,
    relations: &[],
    foreign_fields: &[],
    deprecated: None,
    not_json: None,
});
