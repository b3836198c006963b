//! Page "Creating a Tracker" of Huawei Cloud, v1, as of 2025-02-07: `POST /v1.0/{project_id}/tracker`.

use super::shared::{
    DATA, DISABLED, ENABLED, ERROR, SYSTEM, V1_BUCKET_CHARACTERS, V1_BUCKET_LENGTH, V1_PREFIX_CHARACTERS,
    V1_PREFIX_LENGTH, bucket_characters, bucket_name, bucket_start, file_prefix_name, prefix_characters,
};
use super::{conformance, v3};
use crate::form;
use crate::report::Source;
use crate::rule::Rule;
use crate::spec::{
    Added, At, Characters, Condition, Document, DocumentKind, DocumentParts, Fate, Field, FieldId, Loss, Move, Object,
    Origin, Relation, Retired, Scalar, Stranger, Telling, TextRule, Type, Version,
};
use crate::words::Passage;

static BUCKET_START: Characters = bucket_start(V1_BUCKET_LENGTH);
static BUCKET_NAME: TextRule = bucket_name(V1_BUCKET_LENGTH, bucket_characters(V1_BUCKET_CHARACTERS, &BUCKET_START));
static FILE_PREFIX_NAME: TextRule = file_prefix_name(V1_PREFIX_LENGTH, prefix_characters(V1_PREFIX_CHARACTERS));
static KMS_ID: TextRule = TextRule {
    form: Some(&form::KMS_ID),
    ..TextRule::ANY
};
static LOG_GROUP_NAME: TextRule = TextRule {
    form: Some(&form::LTS_GROUP),
    ..TextRule::ANY
};
static LOG_TOPIC_NAME: TextRule = TextRule {
    form: Some(&form::LTS_STREAM),
    ..TextRule::ANY
};

/// Table 1.
pub(crate) static PATH: Object = Object::new(
    "Path parameters",
    "Creating a Tracker v1, Table 1",
    &[Field::new(
        "project_id",
        "Project ID",
        Type::Text(&PROJECT_ID),
        "Identifies a project. For details, see section \"Obtaining the Account ID and Project ID\" in Cloud Trace \
         Service API Reference.",
    )
    .required()
    .doc("The project in whose name the request is made; 32 lower-case hexadecimal digits in life.")
    .example("\"0123456789abcdef0123456789abcdef\"")],
);

static PROJECT_ID: TextRule = TextRule {
    form: Some(&form::PROJECT_ID),
    ..TextRule::ANY
};

/// Table 2.
pub(crate) static REQUEST: Object = Object::new(
    "Request body parameters",
    "Creating a Tracker v1, Table 2",
    &[
        Field::new(
            "bucket_name",
            "OBS bucket",
            Type::Text(&BUCKET_NAME),
            "Indicate the name of an OBS bucket. A name contains 3 to 63 characters and must start with a number or \
             lowercase letter. Only lowercase letters, numbers, hyphens (-), and periods (.) are allowed.",
        )
        .required()
        .doc("The OBS bucket to which traces are transferred.")
        .example("\"obs-f1da\"")
        .api_error("CTS.0231"),
        Field::new(
            "file_prefix_name",
            "File prefix",
            Type::Text(&FILE_PREFIX_NAME),
            "Indicates a file name prefix to mark trace files that need to be stored in an OBS bucket. A prefix \
             contains up to 64 characters. Only letters, numbers, hyphens (-), underscores (_), and periods (.) are \
             allowed.",
        )
        .telling(Telling::Alone)
        .doc("What the names of the trace files start with. It is no folder.")
        .example("\"yO8Q\"")
        .api_error("CTS.0218"),
        Field::new(
            "is_obs_created",
            "Create the bucket",
            Type::Boolean,
            "Indicates whether to create an OBS bucket. The default value is false. When the value is true, you can \
             create an OBS bucket to store trace files. When the value is false, you can select an existing OBS bucket \
             to store trace files. A bucket name contains 3 to 63 characters and can consist of lowercase letters, \
             numbers, a period (.) and a hyphen (-).",
        )
        .telling(Telling::Alone)
        .doc("Whether CTS creates the bucket; otherwise it must exist.")
        .default(Scalar::Boolean(false))
        .example("true"),
        Field::new(
            "is_support_trace_files_encryption",
            "Encrypt trace files",
            Type::Boolean,
            "Indicates whether trace files are encrypted during transfer to an OBS bucket. This parameter must be used \
             together with kms_id.",
        )
        .telling(Telling::Alone)
        .doc("Whether trace files are encrypted with the key of `kms_id`.")
        .example("true"),
        Field::new(
            "kms_id",
            "KMS key ID",
            Type::Text(&KMS_ID),
            "Identifies a key used for trace file encryption. The key ID is obtained from Key Management Service \
             (KMS). It is mandatory when is_support_trace_files_encryption is set to true.",
        )
        .doc("The ID of the KMS key that encrypts trace files. Required while encryption is on.")
        .example("\"13a4207c-7abe-4b68-8510-16b84c3b5504\"")
        .api_error("CTS.0221"),
        Field::new(
            "lts",
            "Trace analysis",
            Type::Object(&LTS),
            "Indicates detail about trace analysis.",
        )
        .telling(Telling::WithMember)
        .doc("Whether and how traces are sent to LTS. When it is there, all its members are required."),
        Field::new(
            "log_file_validate",
            "File verification",
            Type::Object(&LOG_FILE_VALIDATE),
            "Indicates detail about file verification.",
        )
        .telling(Telling::Alone)
        .doc("Whether trace files can be verified."),
    ],
);

/// Table 3. The members are required even when `is_lts_enabled` is `false`: without them the API in service answers 400,
/// cts.0007 (terraform-provider-opentelekomcloud, issue 3188).
pub(crate) static LTS: Object = Object::new(
    "Lts",
    "Creating a Tracker v1, Table 3",
    &[
        Field::new(
            "is_lts_enabled",
            "Send traces to LTS",
            Type::Boolean,
            "Indicates whether traces are synchronized to LTS for trace analysis.",
        )
        .required()
        .doc("Whether traces are sent to LTS for analysis.")
        .example("true")
        .missing_error("cts.0007"),
        Field::new(
            "log_group_name",
            "Log group",
            Type::Text(&LOG_GROUP_NAME),
            "Indicates the name of the log group that CTS creates in LTS.",
        )
        .required()
        .doc("The name of the log group that CTS creates in LTS; CTS itself uses `CTS`.")
        .example("\"CTS\"")
        .missing_error("cts.0007"),
        Field::new(
            "log_topic_name",
            "Log stream",
            Type::Text(&LOG_TOPIC_NAME),
            "Indicates the name of the log stream that CTS creates in LTS.",
        )
        .required()
        .doc("The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`.")
        .example("\"system-trace\"")
        .missing_error("cts.0007"),
    ],
);

/// Table 4.
static LOG_FILE_VALIDATE: Object = Object::new(
    "LogFileValidate",
    "Creating a Tracker v1, Table 4",
    &[Field::new(
        "is_support_validate",
        "Verify trace files",
        Type::Boolean,
        "Indicates whether trace file verification is enabled.",
    )
    .required()
    .doc("Whether CTS signs trace files, so that tampering can be found out.")
    .example("true")],
);

const BUCKET: FieldId = FieldId::of(&REQUEST, "/bucket_name");
const ENCRYPTION: FieldId = FieldId::of(&REQUEST, "/is_support_trace_files_encryption");
const KEY: FieldId = FieldId::of(&REQUEST, "/kms_id");
const LTS_ENABLED: FieldId = FieldId::of(&REQUEST, "/lts/is_lts_enabled");
const VALIDATE: FieldId = FieldId::of(&REQUEST, "/log_file_validate/is_support_validate");

static RELATIONS: &[Relation] = &[
    Relation {
        rule: Rule::EncryptionWithoutKmsId,
        when: Condition::Is(ENCRYPTION, Scalar::Boolean(true)),
        then: Condition::Given(KEY),
        at: At::Field(KEY),
        source: Source::new(
            "Creating a Tracker v1, Table 2",
            "It is mandatory when is_support_trace_files_encryption is set to true.",
        ),
        api_error: Some("CTS.0221"),
    },
    Relation {
        rule: Rule::KmsIdWithoutEncryption,
        when: Condition::Given(KEY),
        then: Condition::Is(ENCRYPTION, Scalar::Boolean(true)),
        at: At::Field(KEY),
        source: Source::new(
            "Creating a Tracker v1, Table 2",
            "This parameter must be used together with kms_id.",
        ),
        api_error: None,
    },
];

/// What the conformance rules ask for beyond the page. That a bucket is named the page itself asks for.
static OPT_IN: &[Relation] = &[
    Relation {
        rule: Rule::CtsKmsEncryptedCheck,
        when: Condition::Always,
        then: Condition::Is(ENCRYPTION, Scalar::Boolean(true)),
        at: At::Field(ENCRYPTION),
        source: conformance::CONFIG,
        api_error: None,
    },
    Relation {
        rule: Rule::CtsLtsEnable,
        when: Condition::Always,
        then: Condition::Is(LTS_ENABLED, Scalar::Boolean(true)),
        at: At::Field(LTS_ENABLED),
        source: conformance::CONFIG,
        api_error: None,
    },
    Relation {
        rule: Rule::CtsSupportValidateCheck,
        when: Condition::Always,
        then: Condition::Is(VALIDATE, Scalar::Boolean(true)),
        at: At::Field(VALIDATE),
        source: conformance::CONFIG,
        api_error: None,
    },
];

const V3: &Object = &v3::REQUEST;

/// What becomes of the fields in v3 as Open Telekom Cloud has it. Huawei Cloud's own v3 keeps both encryption fields.
pub(crate) static MOVES: &[Move] = &[
    Move {
        from: BUCKET,
        fate: moved("/obs_info/bucket_name"),
    },
    Move {
        from: FieldId::of(&REQUEST, "/file_prefix_name"),
        fate: moved("/obs_info/file_prefix_name"),
    },
    Move {
        from: FieldId::of(&REQUEST, "/is_obs_created"),
        fate: Fate::Moved {
            to: FieldId::of(V3, "/obs_info/is_obs_created"),
            absent: Some((Scalar::Boolean(false), Passage::new("v1's default; v3 documents none"))),
        },
    },
    Move {
        from: FieldId::of(&REQUEST, "/lts/is_lts_enabled"),
        fate: moved("/is_lts_enabled"),
    },
    Move {
        from: FieldId::of(&REQUEST, "/log_file_validate/is_support_validate"),
        fate: moved("/is_support_validate"),
    },
    Move {
        from: FieldId::of(&REQUEST, "/lts/log_group_name"),
        fate: Fate::Dropped {
            usual: Scalar::Text("CTS"),
            reason: Passage::new("v3 always writes to the log group `CTS`"),
        },
    },
    Move {
        from: FieldId::of(&REQUEST, "/lts/log_topic_name"),
        fate: Fate::Dropped {
            usual: Scalar::Text("system-trace"),
            reason: Passage::new("v3 always writes to the log stream `system-trace`"),
        },
    },
    Move {
        from: ENCRYPTION,
        fate: Fate::Lost(&ENCRYPTION_LOST),
    },
    Move {
        from: KEY,
        fate: Fate::Lost(&ENCRYPTION_LOST),
    },
];

const fn moved(to: &str) -> Fate {
    Fate::Moved {
        to: FieldId::of(V3, to),
        absent: None,
    }
}

static ENCRYPTION_LOST: Loss = Loss {
    fields: &["is_support_trace_files_encryption", "kms_id"],
    asked_by: Some((
        ENCRYPTION,
        Scalar::Boolean(true),
        Passage::new("encryption was not switched on"),
    )),
    reason: Passage::new("v3 of Open Telekom Cloud cannot encrypt trace files"),
    advice: Passage::new("encrypt the bucket itself"),
};

/// What becomes of the members that v1 had before the page of today.
pub(crate) static RETIRED: &[Retired] = &[Retired {
    name: "smn",
    loss: &Loss {
        fields: &["smn"],
        asked_by: None,
        reason: Passage::new("in v3, notifications are a request of their own"),
        advice: Passage::new("send `POST /v3/{project_id}/notifications`"),
    },
}];

/// What v3 asks for and v1 does not know: v1 has the management tracker only.
pub(crate) static ADDED: &[Added] = &[
    Added {
        to: FieldId::of(V3, "/tracker_type"),
        value: Scalar::Text("system"),
        reason: Passage::new("v3 requires it; v1 creates the management tracker only"),
    },
    Added {
        to: FieldId::of(V3, "/tracker_name"),
        value: Scalar::Text("system"),
        reason: Passage::new("v3 requires it; the management tracker has no other name"),
    },
];

/// Members of the answer (Tables 5 and 6, and v3's) that people paste into requests, and the block of notifications
/// that older pages had (opentelekomcloud/docs at bf7f76b, `creating-a-tracker.md`).
static STRANGERS: &[Stranger] = &[
    Stranger::new(Origin::Retired, "smn"),
    Stranger::new(Origin::Response, "id"),
    Stranger::new(Origin::Response, "create_time"),
    Stranger::new(Origin::Response, "domain_id"),
    Stranger::new(Origin::Response, "project_id"),
    Stranger::new(Origin::Response, "status")
        .note("a tracker is switched on and off with `PUT`, never when it is created"),
    Stranger::new(Origin::Response, "detail"),
    Stranger::new(Origin::Response, "group_id"),
    Stranger::new(Origin::Response, "stream_id"),
    Stranger::new(Origin::Response, "tracker_name"),
    Stranger::new(Origin::Response, "tracker_type"),
    Stranger::new(Origin::Response, "obs_info")
        .note("v1 takes the bucket at the top level, as `bucket_name`")
        .supplies(&[BUCKET]),
];

pub(crate) static CREATE_REQUEST: Document = Document::new(DocumentParts {
    name: "v1-create-request",
    short: Some("v1"),
    title: "the body of POST /v1.0/{project_id}/tracker",
    kind: DocumentKind::Request,
    version: Some(Version::V1),
    page: "Creating a Tracker v1",
    root: &REQUEST,
    relations: RELATIONS,
    strangers: STRANGERS,
    deprecated: Some(Source::new(
        "CTS API Reference of Open Telekom Cloud, API Versions",
        "V1 APIs will be brought offline soon",
    )),
    not_json: Some("cts.0007"),
})
.with_opt_in(OPT_IN);

/// Table 5.
static RESPONSE: Object = Object::new(
    "Response body parameters",
    "Creating a Tracker v1, Table 5",
    &[
        Field::new(
            "id",
            "Tracker ID",
            Type::Text(&TextRule::ANY),
            "Uniquely identifies a tracker.",
        )
        .doc("The ID of the tracker.")
        .example("\"2e6fa9b8-8c6e-456d-b5d3-77be972d220b\""),
        Field::new(
            "create_time",
            "Created",
            Type::Long,
            "Indicates the timestamp when the tracker was created.",
        )
        .doc("When the tracker was created, in milliseconds since 1970-01-01 UTC.")
        .example("1587958482923"),
        Field::new(
            "domain_id",
            "Account ID",
            Type::Text(&TextRule::ANY),
            "Identifies an account. For details, see section \"Obtaining the Account ID and Project ID\" in Cloud \
             Trace Service API Reference.",
        )
        .doc("The account that owns the tracker.")
        .example("\"5315255b948546efbcb5ab7925ea7c68\""),
        Field::new(
            "project_id",
            "Project ID",
            Type::Text(&TextRule::ANY),
            "Identifies a project.",
        )
        .doc("The project that owns the tracker.")
        .example("\"932cb325cbca47a59ec1ea930ecc0f29\""),
        Field::new(
            "is_support_trace_files_encryption",
            "Encrypt trace files",
            Type::Boolean,
            "Indicates whether trace files are encrypted during transfer to an OBS bucket. This parameter must be used \
             together with kms_id.",
        )
        .doc("Whether trace files are encrypted with the key of `kms_id`.")
        .example("true"),
        Field::new(
            "kms_id",
            "KMS key ID",
            Type::Text(&TextRule::ANY),
            "Identifies a key used for trace file encryption. The key ID is obtained from Key Management Service \
             (KMS). It is mandatory when is_support_trace_files_encryption is set to true.",
        )
        .doc("The ID of the KMS key that encrypts trace files.")
        .example("\"13a4207c-7abe-4b68-8510-16b84c3b5504\""),
        Field::new(
            "obs_info",
            "Transfer to OBS",
            Type::Object(&RESPONSE_OBS_INFO),
            "Indicates information of an OBS bucket.",
        )
        .doc("The bucket to which traces are transferred."),
        // The page says "The value is enabled."; we take `disabled` and `error` too, because the API answers them.
        Field::new(
            "status",
            "Status",
            Type::Text(&STATUS),
            "Indicates the status of a tracker. The value is enabled.",
        )
        .doc("Whether the tracker works.")
        .example("\"enabled\""),
        Field::new(
            "tracker_name",
            "Tracker name",
            Type::Text(&TextRule::ANY),
            "Indicates the tracker name.",
        )
        .doc("The name of the tracker.")
        .example("\"system\""),
        Field::new(
            "tracker_type",
            "Tracker type",
            Type::Text(&TRACKER_TYPE),
            "Indicates the tracker type.",
        )
        .doc("The type of the tracker.")
        .example("\"system\""),
        Field::new(
            "group_id",
            "Log group ID",
            Type::Text(&TextRule::ANY),
            "Identifies a log group.",
        )
        .doc("The ID of the log group in LTS.")
        .example("\"26fa12ac-75f7-42ed-8118-ab9f2263042f\""),
        Field::new(
            "stream_id",
            "Log stream ID",
            Type::Text(&TextRule::ANY),
            "Identifies a log stream.",
        )
        .doc("The ID of the log stream in LTS.")
        .example("\"4a1ef2b6-d79a-4dc6-90f0-48151cd5491b\""),
        Field::new(
            "lts",
            "Trace analysis",
            Type::Object(&RESPONSE_LTS),
            "Indicates detail about trace analysis.",
        )
        .doc("Whether and where traces are sent to LTS."),
        Field::new(
            "is_support_validate",
            "Verify trace files",
            Type::Boolean,
            "Indicates whether trace file verification is enabled. The verification is supported only when the value \
             of tracker_type is system.",
        )
        .doc("Whether trace files can be verified.")
        .example("true"),
        // The page's table has only `is_support_validate`, its example only this; the API answers either.
        Field::new(
            "log_file_validate",
            "File verification",
            Type::Object(&RESPONSE_LOG_FILE_VALIDATE),
            "\"log_file_validate\" : { \"is_support_validate\" : true }",
        )
        .doc("Whether trace files can be verified."),
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
            "OBS bucket",
            Type::Text(&TextRule::ANY),
            "Indicate the name of an OBS bucket. A name contains 3 to 63 characters and must start with a number or \
             lowercase letter. Only lowercase letters, numbers, hyphens (-), and periods (.) are allowed.",
        )
        .doc("The OBS bucket; empty while nothing is transferred.")
        .example("\"obs-f1da\""),
        Field::new(
            "file_prefix_name",
            "File prefix",
            Type::Text(&TextRule::ANY),
            "Indicates a file name prefix to mark trace files that need to be stored in an OBS bucket. A prefix \
             contains up to 64 characters. Only letters, numbers, hyphens (-), underscores (_), and periods (.) are \
             allowed.",
        )
        .doc("What the names of the trace files start with.")
        .example("\"yO8Q\""),
        Field::new(
            "is_obs_created",
            "Create the bucket",
            Type::Boolean,
            "Indicates whether the OBS bucket is automatically created by the tracker.",
        )
        .doc("Whether CTS created the bucket.")
        .example("false"),
        Field::new(
            "is_authorized_bucket",
            "Access granted",
            Type::Boolean,
            "Indicates whether CTS has been granted permissions to perform operations on the OBS bucket.",
        )
        .doc("Whether CTS may write to the bucket.")
        .example("true"),
        Field::new(
            "bucket_lifecycle",
            "Retention",
            Type::Text(&TextRule::ANY),
            "Indicates the duration that traces are stored in the OBS bucket. This parameter is valid when \
             tracker_type is set to data.",
        )
        .doc("How many days traces are kept in the bucket.")
        .example("\"30\""),
    ],
);

/// Table 7.
static RESPONSE_LTS: Object = Object::new(
    "Lts",
    "Creating a Tracker v1, Table 7",
    &[
        Field::new(
            "is_lts_enabled",
            "Send traces to LTS",
            Type::Boolean,
            "Indicates whether traces are synchronized to LTS for trace analysis.",
        )
        .doc("Whether traces are sent to LTS.")
        .example("true"),
        Field::new(
            "log_group_name",
            "Log group",
            Type::Text(&TextRule::ANY),
            "Indicates the name of the log group that CTS creates in LTS.",
        )
        .doc("The name of the log group in LTS.")
        .example("\"CTS\""),
        Field::new(
            "log_topic_name",
            "Log stream",
            Type::Text(&TextRule::ANY),
            "Indicates the name of the log stream that CTS creates in LTS.",
        )
        .doc("The name of the log stream in LTS.")
        .example("\"system-trace\""),
    ],
);

/// The example of an answer, not a table, has this object.
static RESPONSE_LOG_FILE_VALIDATE: Object = Object::new(
    "LogFileValidate",
    "Creating a Tracker v1, Example Responses",
    &[Field::new(
        "is_support_validate",
        "Verify trace files",
        Type::Boolean,
        "\"is_support_validate\" : true",
    )
    .doc("Whether trace files can be verified.")
    .example("true")],
);

pub(crate) static CREATE_RESPONSE: Document = Document::new(DocumentParts {
    name: "v1-create-response",
    short: None,
    title: "the answer to POST /v1.0/{project_id}/tracker",
    kind: DocumentKind::Response,
    version: Some(Version::V1),
    page: "Creating a Tracker v1",
    root: &RESPONSE,
    relations: &[],
    strangers: &[],
    deprecated: None,
    not_json: None,
});
