//! Page "Creating a Tracker" of Open Telekom Cloud, v3: `POST /v3/{project_id}/tracker`.

use super::compliance;
use super::shared::{
    DATA, DISABLED, ENABLED, ERROR, GZIP, JSON, SYSTEM, V3_BUCKET_CHARACTERS, V3_BUCKET_LENGTH, V3_PREFIX,
    bucket_characters, bucket_name, bucket_start, file_prefix_name, prefix_characters,
};
use crate::messages::MessageId as M;
use crate::model::{
    At, Characters, Condition, Document, DocumentKind, DocumentParts, Field, FieldRef, KnownForeignField, LongRule,
    Object, Provenance, Provider, Relation, Rule, Scalar, Source, Telling, TextRule, Type, Value, Version,
};

static BUCKET_START: Characters = bucket_start(V3_BUCKET_LENGTH);
pub(super) static BUCKET_NAME: TextRule =
    bucket_name(V3_BUCKET_LENGTH, bucket_characters(V3_BUCKET_CHARACTERS, &BUCKET_START));
pub(super) static FILE_PREFIX_NAME: TextRule = file_prefix_name(V3_PREFIX, prefix_characters(V3_PREFIX));
pub(super) static COMPRESS_TYPE: TextRule = TextRule::one_of(&[GZIP, JSON]);
static TRACKER_TYPE: TextRule = TextRule {
    values: &[SYSTEM],
    foreign_values: &["data"],
    ..TextRule::ANY
};

pub(super) const TRACKER_TYPE_ROW: Field = Field::new(
    "tracker_type",
    M::LabelTrackerType,
    Type::Text(&TRACKER_TYPE),
    "Tracker type. The value can be system (management tracker). Enumerated values: system",
)
.telling(Telling::WithValue)
.required()
.doc(M::DocTrackerTypeOfRequest)
.example("\"system\"")
.only("system", "tracker_name")
.api_error("CTS.0202");

// The page states a default, but also "Mandatory: Yes", so the field is required. According to the error CTS.0204, the
// name of the management tracker must be `system`.
pub(super) const TRACKER_NAME_ROW: Field = Field::new(
    "tracker_name",
    M::LabelTrackerName,
    Type::Text(&TextRule::ANY),
    "Tracker name. When tracker_type is set to system, the default value system is used.",
)
.telling(Telling::WithValue)
.required()
.doc(M::DocTrackerNameOfRequest)
.example("\"system\"")
.only("system", "tracker_type")
.api_error("CTS.0204");

pub(super) const IS_LTS_ENABLED_ROW: Field = Field::new(
    "is_lts_enabled",
    M::LabelSendToLts,
    Type::Boolean,
    "Indicates whether to enable the function of dumping data to LTS.",
)
.telling(Telling::Alone)
.doc(M::DocLtsEnabledOfRequest)
.example("true");

pub(super) const OBS_INFO_ROW: Field = Field::new(
    "obs_info",
    M::LabelTransferToObs,
    Type::Object(&OBS_INFO),
    "Configurations of an OBS bucket to which traces will be transferred.",
)
.telling(Telling::Alone)
.doc(M::DocTransferOfRequest);

pub(super) const IS_SUPPORT_VALIDATE_ROW: Field = Field::new(
    "is_support_validate",
    M::LabelVerifyTraceFiles,
    Type::Boolean,
    "Whether trace file verification is enabled for trace transfer. When this function is enabled, integrity \
     verification will be performed to check whether trace files in OBS buckets have been tampered with.",
)
.telling(Telling::Alone)
.doc(M::DocSignsFilesInBucket)
.example("true");

/// Table 2.
pub(crate) static REQUEST: Object = Object::new(
    "Request body parameters",
    "Creating a Tracker v3, Table 2",
    &[
        TRACKER_TYPE_ROW,
        TRACKER_NAME_ROW,
        IS_LTS_ENABLED_ROW,
        OBS_INFO_ROW,
        IS_SUPPORT_VALIDATE_ROW,
    ],
);

pub(super) const BUCKET_NAME_ROW: Field = Field::new(
    "bucket_name",
    M::LabelObsBucket,
    Type::Text(&BUCKET_NAME),
    "OBS bucket name. The value contains 3 to 63 characters and must start with a digit or lowercase letter. \
     Only lowercase letters, digits, hyphens (-), and periods (.) are allowed.",
)
.doc(M::DocBucketName)
.example("\"test-bucket\"")
.api_error("CTS.0231");

pub(super) const FILE_PREFIX_NAME_ROW: Field = Field::new(
    "file_prefix_name",
    M::LabelFilePrefix,
    Type::Text(&FILE_PREFIX_NAME),
    "Prefix of trace files that need to be stored in OBS buckets. The value can contain 0 to 64 characters, \
     including letters, digits, hyphens (-), underscores (_), and periods (.).",
)
.telling(Telling::Alone)
.doc(M::DocFilePrefix)
.example("\"11\"")
.api_error("CTS.0218");

// The page states no default.
pub(super) const IS_OBS_CREATED_ROW: Field = Field::new(
    "is_obs_created",
    M::LabelCreateBucket,
    Type::Boolean,
    "Whether an OBS bucket is created. If the value is true, an OBS bucket will be created to store trace \
     files. If the value is false, trace files will be stored in an existing OBS bucket.",
)
.telling(Telling::Alone)
.doc(M::DocCreatesBucket)
.example("false");

// The prose says JSON and GZIP. Only the enumerated values are accepted, because clients send only those.
pub(super) const COMPRESS_TYPE_ROW: Field = Field::new(
    "compress_type",
    M::LabelCompression,
    Type::Text(&COMPRESS_TYPE),
    "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is \
     GZIP. Enumerated values: gzip, json",
)
.doc(M::DocCompression)
.default(Scalar::Text("gzip"))
.example("\"gzip\"");

pub(super) const IS_SORT_BY_SERVICE_ROW: Field = Field::new(
    "is_sort_by_service",
    M::LabelSortByService,
    Type::Boolean,
    "Whether to sort the path by cloud service. If this option is enabled, the cloud service name is added to \
     the transfer file path. The default value is true.",
)
.doc(M::DocSortByService)
.default(Scalar::Boolean(true))
.example("true");

/// Table 3.
static OBS_INFO: Object = Object::new(
    "TrackerObsInfo",
    "Creating a Tracker v3, Table 3",
    &[
        BUCKET_NAME_ROW,
        FILE_PREFIX_NAME_ROW,
        IS_OBS_CREATED_ROW,
        COMPRESS_TYPE_ROW,
        IS_SORT_BY_SERVICE_ROW,
    ],
);

/// The options that have no effect without a bucket, as terraform-provider-huaweicloud has them under `RequiredWith`.
macro_rules! v3_options {
    ($root:expr) => {
        const {
            &[
                Condition::Given(FieldRef::of($root, "/obs_info/file_prefix_name")),
                Condition::Is(
                    FieldRef::of($root, "/obs_info/is_obs_created"),
                    Scalar::Boolean(true),
                ),
                Condition::Given(FieldRef::of($root, "/obs_info/compress_type")),
                Condition::Given(FieldRef::of($root, "/obs_info/is_sort_by_service")),
                Condition::Is(FieldRef::of($root, "/is_support_validate"), Scalar::Boolean(true)),
            ]
        }
    };
}
pub(super) use v3_options;

/// The rules about several fields that the requests of v3 share, for the table of the top level and the page it is on.
macro_rules! v3_relations {
    ($root:expr, $page:literal, $function:literal, $retention:expr) => {
        &[
            Relation {
                rule: Rule::TrackerNameNotSystem,
                when: Condition::All(
                    const {
                        &[
                            Condition::Is(FieldRef::of($root, "/tracker_type"), Scalar::Text("system")),
                            Condition::Present(FieldRef::of($root, "/tracker_name")),
                        ]
                    },
                ),
                then: Condition::Is(FieldRef::of($root, "/tracker_name"), Scalar::Text("system")),
                at: At::Field(FieldRef::of($root, "/tracker_name")),
                source: Source::new(
                    concat!($page, ", Table 2"),
                    "When tracker_type is set to system, the default value system is used.",
                ),
                api_error: Some("CTS.0204"),
            },
            Relation {
                rule: Rule::ObsOptionWithoutBucket,
                when: Condition::Any(v3_options!($root)),
                then: Condition::Present(FieldRef::of($root, "/obs_info/bucket_name")),
                at: At::First(v3_options!($root)),
                source: Source::new(
                    concat!($page, ", Table 2"),
                    "Configurations of an OBS bucket to which traces will be transferred.",
                ),
                api_error: None,
            },
            Relation {
                rule: Rule::ObsOptionWithoutBucket,
                when: Condition::Present(FieldRef::of($root, "/obs_info")),
                then: Condition::Any(
                    const {
                        &[
                            Condition::Present(FieldRef::of($root, "/obs_info/bucket_name")),
                            Condition::Any(v3_options!($root)),
                        ]
                    },
                ),
                at: At::Field(FieldRef::of($root, "/obs_info")),
                source: Source::new(
                    concat!($page, ", Table 2"),
                    "Configurations of an OBS bucket to which traces will be transferred.",
                ),
                api_error: None,
            },
            Relation {
                rule: Rule::ShortRetention,
                when: $retention,
                then: Condition::Any(
                    const {
                        &[
                            Condition::Present(FieldRef::of($root, "/obs_info/bucket_name")),
                            Condition::Is(FieldRef::of($root, "/is_lts_enabled"), Scalar::Boolean(true)),
                        ]
                    },
                ),
                at: At::Body,
                source: Source::new($function, "Traces are retained in the CTS console for seven days."),
                api_error: None,
            },
        ]
    };
}
pub(super) use v3_relations;

static RELATIONS: &[Relation] = v3_relations!(
    &REQUEST,
    "Creating a Tracker v3",
    "Creating a Tracker v3, Function",
    Condition::Always
);

/// The compliance rules, which are stricter than the page, for the table of the top level; then further ones.
macro_rules! v3_opt_in {
    ($root:expr, $($more:expr,)*) => {
        &[
            Relation {
                rule: Rule::CtsLtsEnable,
                when: Condition::Always,
                then: Condition::Is(FieldRef::of($root, "/is_lts_enabled"), Scalar::Boolean(true)),
                at: At::Field(FieldRef::of($root, "/is_lts_enabled")),
                source: compliance::CONFIG,
                api_error: None,
            },
            Relation {
                rule: Rule::CtsSupportValidateCheck,
                when: Condition::Always,
                then: Condition::Is(FieldRef::of($root, "/is_support_validate"), Scalar::Boolean(true)),
                at: At::Field(FieldRef::of($root, "/is_support_validate")),
                source: compliance::CONFIG,
                api_error: None,
            },
            Relation {
                rule: Rule::CtsTrackerBucketConfigured,
                when: Condition::Always,
                then: Condition::Given(FieldRef::of($root, "/obs_info/bucket_name")),
                at: At::Field(FieldRef::of($root, "/obs_info/bucket_name")),
                source: compliance::PROWLER,
                api_error: None,
            },
            $($more,)*
        ]
    };
}
pub(super) use v3_opt_in;

/// There is none for encryption, which Open Telekom Cloud's v3 cannot request.
static OPT_IN: &[Relation] = v3_opt_in![&REQUEST,];

/// Members of the answer (Tables 4 to 7, and v1's) that people paste into requests, and what bodies that were v1's once have
/// still. What only Open Telekom Cloud lacks comes first.
macro_rules! v3_foreign_fields {
    ($($of_otc:expr,)*) => {
        &[
            $($of_otc,)*
            KnownForeignField::new(Provenance::Retired, "smn"),
            KnownForeignField::new(Provenance::Response, "id"),
            KnownForeignField::new(Provenance::Response, "create_time"),
            KnownForeignField::new(Provenance::Response, "domain_id"),
            KnownForeignField::new(Provenance::Response, "project_id"),
            KnownForeignField::new(Provenance::Response, "detail"),
            KnownForeignField::new(Provenance::Response, "group_id"),
            KnownForeignField::new(Provenance::Response, "stream_id"),
            KnownForeignField::new(Provenance::Response, "lts")
                .note(M::NoteLtsAtTop)
                .stands_for(&["/is_lts_enabled"]),
            KnownForeignField::new(Provenance::Response, "is_authorized_bucket").within("obs_info"),
            KnownForeignField::new(Provenance::Response, "bucket_location").within("obs_info"),
        ]
    };
}
pub(super) use v3_foreign_fields;

/// Fields of Huawei Cloud's own v3 (its table is in `huawei_v3`), then those that both lack.
pub(super) static FOREIGN_FIELDS: &[KnownForeignField] = v3_foreign_fields![
    KnownForeignField::new(Provenance::OtherProvider, "kms_id").note(ENCRYPT_BUCKET),
    KnownForeignField::new(Provenance::OtherProvider, "is_support_trace_files_encryption").note(ENCRYPT_BUCKET),
    KnownForeignField::new(Provenance::OtherProvider, "agency_name"),
    KnownForeignField::new(Provenance::OtherProvider, "is_organization_tracker").telling(),
    KnownForeignField::new(Provenance::OtherProvider, "management_event_selector").telling(),
    KnownForeignField::new(Provenance::OtherProvider, "data_bucket"),
    KnownForeignField::new(Provenance::OtherProvider, "bucket_lifecycle")
        .within("obs_info")
        .note(M::NoteLifecycle),
];

const ENCRYPT_BUCKET: M = M::NoteEncryptBucket;

pub(crate) static CREATE_REQUEST: Document = Document::new(DocumentParts {
    name: "v3-create-request",
    short: Some("v3"),
    title: M::TitleV3CreateRequest,
    kind: DocumentKind::Request,
    version: Some(Version::V3),
    page: "Creating a Tracker v3",
    root: &REQUEST,
    relations: RELATIONS,
    foreign_fields: FOREIGN_FIELDS,
    deprecated: None,
    not_json: Some("CTS.0003"),
})
.of(Provider::Otc)
.with_opt_in(OPT_IN);

pub(super) const RESPONSE_ID_ROW: Field = Field::new(
    "id",
    M::LabelTrackerId,
    Type::Text(&TextRule::ANY),
    "Unique tracker ID.",
)
.doc(M::DocTrackerId)
.example("\"2e6fa9b8-8c6e-456d-b5d3-77be972d220b\"");

pub(super) const RESPONSE_CREATE_TIME_ROW: Field = Field::new(
    "create_time",
    M::LabelCreated,
    Type::Long(&LongRule::ANY),
    "Timestamp when the tracker was created.",
)
.doc(M::DocCreated)
.example("1587958482923");

pub(super) const RESPONSE_IS_SUPPORT_VALIDATE_ROW: Field = Field::new(
    "is_support_validate",
    M::LabelVerifyTraceFiles,
    Type::Boolean,
    "Whether to enable trace file verification. When this function is enabled, integrity verification will be \
     performed to check whether trace files in OBS buckets have been tampered with.",
)
.doc(M::DocFileVerification)
.example("true");

pub(super) const RESPONSE_LTS_ROW: Field =
    Field::new("lts", M::LabelTraceAnalysis, Type::Object(&RESPONSE_LTS), "Dump LTS.").doc(M::DocLts);

// The page says `system`. `data` is accepted too, because the API of Huawei Cloud returns it.
pub(super) const RESPONSE_TRACKER_TYPE_ROW: Field = Field::new(
    "tracker_type",
    M::LabelTrackerType,
    Type::Text(&RESPONSE_TRACKER_TYPE),
    "Tracker type. The value can be system (management tracker). Enumerated values: system",
)
.doc(M::DocTrackerType)
.example("\"system\"");

pub(super) const RESPONSE_DOMAIN_ID_ROW: Field = Field::new(
    "domain_id",
    M::LabelAccountId,
    Type::Text(&TextRule::ANY),
    "Account ID. For details, see Obtaining an Account ID and Project ID.",
)
.doc(M::DocAccountId)
.example("\"5315255b948546efbcb5ab7925ea7c68\"");

pub(super) const RESPONSE_PROJECT_ID_ROW: Field = Field::new(
    "project_id",
    M::LabelProjectId,
    Type::Text(&TextRule::ANY),
    "Project ID.",
)
.doc(M::DocProjectId)
.example("\"932cb325cbca47a59ec1ea930ecc0f29\"");

pub(super) const RESPONSE_TRACKER_NAME_ROW: Field = Field::new(
    "tracker_name",
    M::LabelTrackerName,
    Type::Text(&TextRule::ANY),
    "Tracker name. The default value is system.",
)
.doc(M::DocTrackerName)
.example("\"system\"");

// The enumeration has two values, and the sentence before it a third. All three are accepted.
pub(super) const RESPONSE_STATUS_ROW: Field = Field::new(
    "status",
    M::LabelStatus,
    Type::Text(&STATUS),
    "Tracker status. The value can be enabled, disabled, or error. If the value is set to error, the detail \
     field is required for specifying the source of the error. Enumerated values: enabled, disabled",
)
.doc(M::DocStatus)
.example("\"enabled\"");

pub(super) const RESPONSE_DETAIL_ROW: Field = Field::new(
    "detail",
    M::LabelErrorCause,
    Type::Text(&DETAIL),
    "This parameter is returned only when the tracker status is error. It indicates the cause of the abnormal \
     status, and its value can be bucketPolicyError, noBucket, or arrears.",
)
.doc(M::DocErrorCause)
.example("\"noBucket\"");

pub(super) const RESPONSE_OBS_INFO_ROW: Field = Field::new(
    "obs_info",
    M::LabelTransferToObs,
    Type::Object(&RESPONSE_OBS_INFO),
    "Information about the bucket to which traces are transferred.",
)
.doc(M::DocTransfer);

// No field on the page has Table 5 as its type, but real responses have it under this name.
pub(super) const RESPONSE_MANAGEMENT_EVENT_SELECTOR_ROW: Field = Field::new(
    "management_event_selector",
    M::LabelEventSelection,
    Type::Object(&MANAGEMENT_EVENT_SELECTOR),
    "ManagementEventSelector",
)
.doc(M::DocEventSelection);

/// Table 4.
static RESPONSE: Object = Object::new(
    "Response body parameters",
    "Creating a Tracker v3, Table 4",
    &[
        RESPONSE_ID_ROW,
        RESPONSE_CREATE_TIME_ROW,
        RESPONSE_IS_SUPPORT_VALIDATE_ROW,
        RESPONSE_LTS_ROW,
        RESPONSE_TRACKER_TYPE_ROW,
        RESPONSE_DOMAIN_ID_ROW,
        RESPONSE_PROJECT_ID_ROW,
        RESPONSE_TRACKER_NAME_ROW,
        RESPONSE_STATUS_ROW,
        RESPONSE_DETAIL_ROW,
        RESPONSE_OBS_INFO_ROW,
        RESPONSE_MANAGEMENT_EVENT_SELECTOR_ROW,
    ],
);

static RESPONSE_TRACKER_TYPE: TextRule = TextRule::one_of(&[SYSTEM, DATA]);
static STATUS: TextRule = TextRule::one_of(&[ENABLED, DISABLED, ERROR]);
static DETAIL: TextRule = TextRule::one_of(&[
    Value {
        value: "bucketPolicyError",
        doc: M::ValueBucketPolicyError,
    },
    Value {
        value: "noBucket",
        doc: M::ValueNoBucket,
    },
    Value {
        value: "arrears",
        doc: M::ValueArrears,
    },
])
.or_empty();

/// Table 5.
static MANAGEMENT_EVENT_SELECTOR: Object = Object::new(
    "ManagementEventSelector",
    "Creating a Tracker v3, Table 5",
    &[Field::new(
        "exclude_service",
        M::LabelExcludedServices,
        Type::Texts(&EXCLUDE_SERVICE),
        "Cloud services whose traces will not be transferred. Currently, the value can only be set to KMS, indicating \
         that the createDatakey traces of KMS will not be transferred.",
    )
    .doc(M::DocExcludedServices)
    .example("[\"KMS\"]")],
);

pub(super) static EXCLUDE_SERVICE: TextRule = TextRule::one_of(&[Value {
    value: "KMS",
    doc: M::ValueKms,
}]);

/// Table 6.
static RESPONSE_LTS: Object = Object::new(
    "Lts",
    "Creating a Tracker v3, Table 6",
    &[
        Field::new(
            "is_lts_enabled",
            M::LabelSendToLts,
            Type::Boolean,
            "Indicates whether to enable the function of dumping data to LTS.",
        )
        .doc(M::DocLtsEnabled)
        .example("true"),
        Field::new(
            "log_group_name",
            M::LabelLogGroup,
            Type::Text(&TextRule::ANY),
            "Name of the log group that CTS creates in LTS.",
        )
        .doc(M::DocLogGroup)
        .example("\"CTS\""),
        Field::new(
            "log_topic_name",
            M::LabelLogStream,
            Type::Text(&TextRule::ANY),
            "Specifies the name of the log topic that CTS creates in LTS.",
        )
        .doc(M::DocLogStream)
        .example("\"system-trace\""),
    ],
);

/// Table 7.
static RESPONSE_OBS_INFO: Object = Object::new(
    "ObsInfo",
    "Creating a Tracker v3, Table 7",
    &[
        Field::new(
            "bucket_name",
            M::LabelObsBucket,
            Type::Text(&TextRule::ANY),
            "OBS bucket name. The value contains 3 to 63 characters and must start with a digit or lowercase letter. \
             Only lowercase letters, digits, hyphens (-), and periods (.) are allowed.",
        )
        .doc(M::DocBucketNameOfAnswer)
        .example("\"test-bucket\""),
        Field::new(
            "file_prefix_name",
            M::LabelFilePrefix,
            Type::Text(&TextRule::ANY),
            "Prefix of trace files that need to be stored in OBS buckets. The value can contain 0 to 64 characters, \
             including letters, digits, hyphens (-), underscores (_), and periods (.).",
        )
        .doc(M::DocFilePrefixOfAnswer)
        .example("\"11\""),
        Field::new(
            "is_obs_created",
            M::LabelCreateBucket,
            Type::Boolean,
            "Whether the OBS bucket is automatically created by the tracker.",
        )
        .doc(M::DocCreatedBucket)
        .example("false"),
        Field::new(
            "is_authorized_bucket",
            M::LabelAccessGranted,
            Type::Boolean,
            "Whether CTS has been granted permissions to perform operations on the OBS bucket.",
        )
        .doc(M::DocAccessGranted)
        .example("true"),
        Field::new(
            "bucket_lifecycle",
            M::LabelRetention,
            Type::Long(&LongRule::ANY),
            "Duration that traces are stored in the OBS bucket.",
        )
        .doc(M::DocRetention)
        .example("30"),
        Field::new(
            "compress_type",
            M::LabelCompression,
            Type::Text(&COMPRESS_TYPE),
            "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is \
             GZIP. Enumerated values: gzip, json",
        )
        .doc(M::DocCompression)
        .example("\"gzip\""),
        Field::new(
            "is_sort_by_service",
            M::LabelSortByService,
            Type::Boolean,
            "Whether to sort the path by cloud service. If this option is enabled, the cloud service name is added to \
             the transfer file path. The default value is true.",
        )
        .doc(M::DocSortByService)
        .example("true"),
        Field::new(
            "bucket_location",
            M::LabelRegion,
            Type::Text(&TextRule::ANY),
            "Region where the OBS bucket is located.",
        )
        .doc(M::DocRegion)
        .example("\"eu-de\""),
    ],
);

const RESPONSE_STATUS: FieldRef = FieldRef::of(&RESPONSE, "/status");
const RESPONSE_DETAIL: FieldRef = FieldRef::of(&RESPONSE, "/detail");

static RESPONSE_RELATIONS: &[Relation] = &[Relation {
    rule: Rule::MissingField,
    when: Condition::Is(RESPONSE_STATUS, Scalar::Text("error")),
    // An empty cause is none.
    then: Condition::Given(RESPONSE_DETAIL),
    at: At::Field(RESPONSE_DETAIL),
    source: Source::new(
        "Creating a Tracker v3, Table 4",
        "If the value is set to error, the detail field is required for specifying the source of the error.",
    ),
    api_error: None,
}];

pub(crate) static CREATE_RESPONSE: Document = Document::new(DocumentParts {
    name: "v3-create-response",
    short: None,
    title: M::TitleV3CreateResponse,
    kind: DocumentKind::Response,
    version: Some(Version::V3),
    page: "Creating a Tracker v3",
    root: &RESPONSE,
    relations: RESPONSE_RELATIONS,
    foreign_fields: &[],
    deprecated: None,
    not_json: None,
})
// From recorded responses (cloud-custodian, tests of its provider for Huawei Cloud) and other pages of the API.
.with_undocumented(&[
    "group_id",
    "stream_id",
    "kms_id",
    "is_support_trace_files_encryption",
    "enterprise_project_id",
    "tag",
    "agency_name",
    "is_organization_tracker",
    "data_bucket",
]);
