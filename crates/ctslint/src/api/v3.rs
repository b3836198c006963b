//! Page "Creating a Tracker" of Open Telekom Cloud, v3: `POST /v3/{project_id}/tracker`.

use super::conformance;
use super::shared::{
    DATA, DISABLED, ENABLED, ERROR, GZIP, JSON, SYSTEM, V3_BUCKET_CHARACTERS, V3_BUCKET_LENGTH, V3_PREFIX,
    bucket_characters, bucket_name, bucket_start, file_prefix_name, prefix_characters,
};
use crate::report::Source;
use crate::rule::Rule;
use crate::spec::{
    At, Characters, Condition, Document, DocumentKind, DocumentParts, Field, FieldId, Object, Origin, Relation, Scalar,
    Stranger, Telling, TextRule, Type, Value, Version, described,
};

static BUCKET_START: Characters = bucket_start(V3_BUCKET_LENGTH);
static BUCKET_NAME: TextRule = bucket_name(V3_BUCKET_LENGTH, bucket_characters(V3_BUCKET_CHARACTERS, &BUCKET_START));
static FILE_PREFIX_NAME: TextRule = file_prefix_name(V3_PREFIX, prefix_characters(V3_PREFIX));
static COMPRESS_TYPE: TextRule = TextRule::one_of(&[GZIP, JSON]);
static TRACKER_TYPE: TextRule = TextRule {
    values: &[SYSTEM],
    foreign_values: &["data"],
    ..TextRule::ANY
};

/// Table 2.
pub(crate) static REQUEST: Object = Object::new(
    "Request body parameters",
    "Creating a Tracker v3, Table 2",
    &[
        Field::new(
            "tracker_type",
            "Tracker type",
            Type::Text(&TRACKER_TYPE),
            "Tracker type. The value can be system (management tracker). Enumerated values: system",
        )
        .telling(Telling::WithValue)
        .required()
        .doc("The type of the tracker; there is only the management tracker, `system`.")
        .example("\"system\"")
        .only("system", "tracker_name")
        .api_error("CTS.0202"),
        // The page tells a default, but says "Mandatory: Yes"; we take the field as required. That the name of the
        // management tracker can be nothing but `system` is the text of the error CTS.0204.
        Field::new(
            "tracker_name",
            "Tracker name",
            Type::Text(&TextRule::ANY),
            "Tracker name. When tracker_type is set to system, the default value system is used.",
        )
        .telling(Telling::WithValue)
        .required()
        .doc("The name of the tracker; the management tracker is always called `system`.")
        .example("\"system\"")
        .only("system", "tracker_type")
        .api_error("CTS.0204"),
        Field::new(
            "is_lts_enabled",
            "Send traces to LTS",
            Type::Boolean,
            "Indicates whether to enable the function of dumping data to LTS.",
        )
        .telling(Telling::Alone)
        .doc("Whether traces are sent to LTS for analysis.")
        .example("true"),
        Field::new(
            "obs_info",
            "Transfer to OBS",
            Type::Object(&OBS_INFO),
            "Configurations of an OBS bucket to which traces will be transferred.",
        )
        .telling(Telling::Alone)
        .doc("The bucket to which traces are transferred, and how."),
        Field::new(
            "is_support_validate",
            "Verify trace files",
            Type::Boolean,
            "Whether trace file verification is enabled for trace transfer. When this function is enabled, integrity \
             verification will be performed to check whether trace files in OBS buckets have been tampered with.",
        )
        .telling(Telling::Alone)
        .doc("Whether CTS signs the trace files in the bucket, so that tampering can be found out.")
        .example("true"),
    ],
);

/// Table 3.
static OBS_INFO: Object = Object::new(
    "TrackerObsInfo",
    "Creating a Tracker v3, Table 3",
    &[
        Field::new(
            "bucket_name",
            "OBS bucket",
            Type::Text(&BUCKET_NAME),
            "OBS bucket name. The value contains 3 to 63 characters and must start with a digit or lowercase letter. \
             Only lowercase letters, digits, hyphens (-), and periods (.) are allowed.",
        )
        .doc("The OBS bucket to which traces are transferred.")
        .example("\"test-bucket\"")
        .api_error("CTS.0231"),
        Field::new(
            "file_prefix_name",
            "File prefix",
            Type::Text(&FILE_PREFIX_NAME),
            "Prefix of trace files that need to be stored in OBS buckets. The value can contain 0 to 64 characters, \
             including letters, digits, hyphens (-), underscores (_), and periods (.).",
        )
        .telling(Telling::Alone)
        .doc("What the names of the trace files start with. It is no folder.")
        .example("\"11\"")
        .api_error("CTS.0218"),
        // The page states no default.
        Field::new(
            "is_obs_created",
            "Create the bucket",
            Type::Boolean,
            "Whether an OBS bucket is created. If the value is true, an OBS bucket will be created to store trace \
             files. If the value is false, trace files will be stored in an existing OBS bucket.",
        )
        .telling(Telling::Alone)
        .doc("Whether CTS creates the bucket; otherwise it must exist.")
        .example("false"),
        // The prose says JSON and GZIP; we take the enumerated values, because the clients send only those.
        Field::new(
            "compress_type",
            "Compression",
            Type::Text(&COMPRESS_TYPE),
            "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is \
             GZIP. Enumerated values: gzip, json",
        )
        .doc("How the trace files are stored.")
        .default(Scalar::Text("gzip"))
        .example("\"gzip\""),
        Field::new(
            "is_sort_by_service",
            "Sort by service",
            Type::Boolean,
            "Whether to sort the path by cloud service. If this option is enabled, the cloud service name is added to \
             the transfer file path. The default value is true.",
        )
        .doc("Whether the path of a trace file holds the name of the cloud service.")
        .default(Scalar::Boolean(true))
        .example("true"),
    ],
);

const TRACKER_TYPE_ID: FieldId = FieldId::of(&REQUEST, "/tracker_type");
const TRACKER_NAME_ID: FieldId = FieldId::of(&REQUEST, "/tracker_name");
const LTS_ENABLED: FieldId = FieldId::of(&REQUEST, "/is_lts_enabled");
const VALIDATE: FieldId = FieldId::of(&REQUEST, "/is_support_validate");
const BUCKET: FieldId = FieldId::of(&REQUEST, "/obs_info/bucket_name");
const PREFIX: FieldId = FieldId::of(&REQUEST, "/obs_info/file_prefix_name");
const COMPRESSION: FieldId = FieldId::of(&REQUEST, "/obs_info/compress_type");
const SORTING: FieldId = FieldId::of(&REQUEST, "/obs_info/is_sort_by_service");

/// The options that have no effect without a bucket, as terraform-provider-huaweicloud has them under `RequiredWith`.
static OPTIONS: &[Condition] = &[
    Condition::Given(PREFIX),
    Condition::Given(COMPRESSION),
    Condition::Given(SORTING),
    Condition::Is(VALIDATE, Scalar::Boolean(true)),
];

static RELATIONS: &[Relation] = &[
    Relation {
        rule: Rule::TrackerNameNotSystem,
        when: Condition::All(&[
            Condition::Is(TRACKER_TYPE_ID, Scalar::Text("system")),
            Condition::Present(TRACKER_NAME_ID),
        ]),
        then: Condition::Is(TRACKER_NAME_ID, Scalar::Text("system")),
        at: At::Field(TRACKER_NAME_ID),
        source: Source::new(
            "Creating a Tracker v3, Table 2",
            "When tracker_type is set to system, the default value system is used.",
        ),
        api_error: Some("CTS.0204"),
    },
    Relation {
        rule: Rule::ObsOptionWithoutBucket,
        when: Condition::Any(OPTIONS),
        then: Condition::Present(BUCKET),
        at: At::First(OPTIONS),
        source: Source::new(
            "Creating a Tracker v3, Table 2",
            "Configurations of an OBS bucket to which traces will be transferred.",
        ),
        api_error: None,
    },
    Relation {
        rule: Rule::ShortRetention,
        when: Condition::Always,
        then: Condition::Any(&[
            Condition::Present(BUCKET),
            Condition::Is(LTS_ENABLED, Scalar::Boolean(true)),
        ]),
        at: At::Body,
        source: Source::new(
            "Creating a Tracker v3, Function",
            "Traces are retained in the CTS console for seven days.",
        ),
        api_error: None,
    },
];

/// What the conformance rules ask for beyond the page. Encryption can't be asked for in this version.
static OPT_IN: &[Relation] = &[
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
    Relation {
        rule: Rule::CtsTrackerBucketConfigured,
        when: Condition::Always,
        then: Condition::Given(BUCKET),
        at: At::Field(BUCKET),
        source: conformance::PROWLER,
        api_error: None,
    },
];

/// Fields of Huawei Cloud's own v3 (its SDKs, huaweicloud-sdk-go-v3 at 1cd70eb, `services/cts/v3/model`), and members of
/// the answer (Tables 4 to 7, and v1's) that people paste into requests.
static STRANGERS: &[Stranger] = &[
    // Bodies that were v1's once have it still.
    Stranger::new(Origin::Retired, "smn"),
    Stranger::new(Origin::OtherProvider, "agency_name"),
    Stranger::new(Origin::OtherProvider, "is_organization_tracker").telling(),
    Stranger::new(Origin::OtherProvider, "management_event_selector").telling(),
    Stranger::new(Origin::OtherProvider, "data_bucket"),
    Stranger::new(Origin::OtherProvider, "kms_id").note(ENCRYPT_BUCKET),
    Stranger::new(Origin::OtherProvider, "is_support_trace_files_encryption").note(ENCRYPT_BUCKET),
    Stranger::new(Origin::OtherProvider, "bucket_lifecycle")
        .within("obs_info")
        .note("how long files are kept is a matter of the bucket's own life cycle rules"),
    Stranger::new(Origin::Response, "id"),
    Stranger::new(Origin::Response, "create_time"),
    Stranger::new(Origin::Response, "domain_id"),
    Stranger::new(Origin::Response, "project_id"),
    Stranger::new(Origin::Response, "status")
        .note("a tracker is switched on and off with `PUT`, never when it is created"),
    Stranger::new(Origin::Response, "detail"),
    Stranger::new(Origin::Response, "group_id"),
    Stranger::new(Origin::Response, "stream_id"),
    Stranger::new(Origin::Response, "lts")
        .note("a v3 request says it at the top level, with `is_lts_enabled`")
        .supplies(&[LTS_ENABLED]),
    Stranger::new(Origin::Response, "is_authorized_bucket").within("obs_info"),
    Stranger::new(Origin::Response, "bucket_location").within("obs_info"),
];

const ENCRYPT_BUCKET: &str = "on Open Telekom Cloud, encrypt the bucket itself";

pub(crate) static CREATE_REQUEST: Document = Document::new(DocumentParts {
    name: "v3-create-request",
    short: Some("v3"),
    title: "the body of POST /v3/{project_id}/tracker",
    kind: DocumentKind::Request,
    version: Some(Version::V3),
    page: "Creating a Tracker v3",
    root: &REQUEST,
    relations: RELATIONS,
    strangers: STRANGERS,
    deprecated: None,
    not_json: Some("CTS.0003"),
})
.with_opt_in(OPT_IN);

/// Table 4.
static RESPONSE: Object = Object::new(
    "Response body parameters",
    "Creating a Tracker v3, Table 4",
    &[
        Field::new("id", "Tracker ID", Type::Text(&TextRule::ANY), "Unique tracker ID.")
            .doc("The ID of the tracker.")
            .example("\"2e6fa9b8-8c6e-456d-b5d3-77be972d220b\""),
        Field::new(
            "create_time",
            "Created",
            Type::Long,
            "Timestamp when the tracker was created.",
        )
        .doc("When the tracker was created, in milliseconds since 1970-01-01 UTC.")
        .example("1587958482923"),
        Field::new(
            "is_support_validate",
            "Verify trace files",
            Type::Boolean,
            "Whether to enable trace file verification. When this function is enabled, integrity verification will be \
             performed to check whether trace files in OBS buckets have been tampered with.",
        )
        .doc("Whether trace files can be verified.")
        .example("true"),
        Field::new("lts", "Trace analysis", Type::Object(&RESPONSE_LTS), "Dump LTS.")
            .doc("Whether and where traces are sent to LTS."),
        // The page says `system`; we take `data` too, because the API answers it on Huawei Cloud.
        Field::new(
            "tracker_type",
            "Tracker type",
            Type::Text(&RESPONSE_TRACKER_TYPE),
            "Tracker type. The value can be system (management tracker). Enumerated values: system",
        )
        .doc("The type of the tracker.")
        .example("\"system\""),
        Field::new(
            "domain_id",
            "Account ID",
            Type::Text(&TextRule::ANY),
            "Account ID. For details, see Obtaining an Account ID and Project ID.",
        )
        .doc("The account that owns the tracker.")
        .example("\"5315255b948546efbcb5ab7925ea7c68\""),
        Field::new("project_id", "Project ID", Type::Text(&TextRule::ANY), "Project ID.")
            .doc("The project that owns the tracker.")
            .example("\"932cb325cbca47a59ec1ea930ecc0f29\""),
        Field::new(
            "tracker_name",
            "Tracker name",
            Type::Text(&TextRule::ANY),
            "Tracker name. The default value is system.",
        )
        .doc("The name of the tracker.")
        .example("\"system\""),
        // The enumeration has two values, the sentence before it a third; we take all three.
        Field::new(
            "status",
            "Status",
            Type::Text(&STATUS),
            "Tracker status. The value can be enabled, disabled, or error. If the value is set to error, the detail \
             field is required for specifying the source of the error. Enumerated values: enabled, disabled",
        )
        .doc("Whether the tracker works.")
        .example("\"enabled\""),
        Field::new(
            "detail",
            "Cause of the error",
            Type::Text(&DETAIL),
            "This parameter is returned only when the tracker status is error. It indicates the cause of the abnormal \
             status, and its value can be bucketPolicyError, noBucket, or arrears.",
        )
        .doc("Why the transfer fails; required while the status is `error`.")
        .example("\"noBucket\""),
        Field::new(
            "obs_info",
            "Transfer to OBS",
            Type::Object(&RESPONSE_OBS_INFO),
            "Information about the bucket to which traces are transferred.",
        )
        .doc("The bucket to which traces are transferred."),
        // No field of the page has Table 5 as its type; answers of the API have it under this name.
        Field::new(
            "management_event_selector",
            "Event selection",
            Type::Object(&MANAGEMENT_EVENT_SELECTOR),
            "ManagementEventSelector",
        )
        .doc("Which management events are not transferred."),
    ],
);

static RESPONSE_TRACKER_TYPE: TextRule = TextRule::one_of(&[SYSTEM, DATA]);
static STATUS: TextRule = TextRule::one_of(&[ENABLED, DISABLED, ERROR]);
static DETAIL: TextRule = TextRule::one_of(&[
    Value {
        value: "bucketPolicyError",
        doc: described("CTS may not write to the bucket"),
    },
    Value {
        value: "noBucket",
        doc: described("the bucket does not exist"),
    },
    Value {
        value: "arrears",
        doc: described("the account is in arrears"),
    },
]);

/// Table 5.
static MANAGEMENT_EVENT_SELECTOR: Object = Object::new(
    "ManagementEventSelector",
    "Creating a Tracker v3, Table 5",
    &[Field::new(
        "exclude_service",
        "Excluded services",
        Type::Texts(&EXCLUDE_SERVICE),
        "Cloud services whose traces will not be transferred. Currently, the value can only be set to KMS, indicating \
         that the createDatakey traces of KMS will not be transferred.",
    )
    .doc("The cloud services whose traces are not transferred.")
    .example("[\"KMS\"]")],
);

static EXCLUDE_SERVICE: TextRule = TextRule::one_of(&[Value {
    value: "KMS",
    doc: described("createDatakey traces of KMS are not transferred"),
}]);

/// Table 6.
static RESPONSE_LTS: Object = Object::new(
    "Lts",
    "Creating a Tracker v3, Table 6",
    &[
        Field::new(
            "is_lts_enabled",
            "Send traces to LTS",
            Type::Boolean,
            "Indicates whether to enable the function of dumping data to LTS.",
        )
        .doc("Whether traces are sent to LTS.")
        .example("true"),
        Field::new(
            "log_group_name",
            "Log group",
            Type::Text(&TextRule::ANY),
            "Name of the log group that CTS creates in LTS.",
        )
        .doc("The name of the log group in LTS.")
        .example("\"CTS\""),
        Field::new(
            "log_topic_name",
            "Log stream",
            Type::Text(&TextRule::ANY),
            "Specifies the name of the log topic that CTS creates in LTS.",
        )
        .doc("The name of the log stream in LTS.")
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
            "OBS bucket",
            Type::Text(&TextRule::ANY),
            "OBS bucket name. The value contains 3 to 63 characters and must start with a digit or lowercase letter. \
             Only lowercase letters, digits, hyphens (-), and periods (.) are allowed.",
        )
        .doc("The OBS bucket; empty while nothing is transferred.")
        .example("\"test-bucket\""),
        Field::new(
            "file_prefix_name",
            "File prefix",
            Type::Text(&TextRule::ANY),
            "Prefix of trace files that need to be stored in OBS buckets. The value can contain 0 to 64 characters, \
             including letters, digits, hyphens (-), underscores (_), and periods (.).",
        )
        .doc("What the names of the trace files start with.")
        .example("\"11\""),
        Field::new(
            "is_obs_created",
            "Create the bucket",
            Type::Boolean,
            "Whether the OBS bucket is automatically created by the tracker.",
        )
        .doc("Whether CTS created the bucket.")
        .example("false"),
        Field::new(
            "is_authorized_bucket",
            "Access granted",
            Type::Boolean,
            "Whether CTS has been granted permissions to perform operations on the OBS bucket.",
        )
        .doc("Whether CTS may write to the bucket.")
        .example("true"),
        Field::new(
            "bucket_lifecycle",
            "Retention",
            Type::Long,
            "Duration that traces are stored in the OBS bucket.",
        )
        .doc("How many days traces are kept in the bucket.")
        .example("30"),
        Field::new(
            "compress_type",
            "Compression",
            Type::Text(&COMPRESS_TYPE),
            "Compression type. The value can be JSON (no compression) or GZIP (compression). The default format is \
             GZIP. Enumerated values: gzip, json",
        )
        .doc("How the trace files are stored.")
        .example("\"gzip\""),
        Field::new(
            "is_sort_by_service",
            "Sort by service",
            Type::Boolean,
            "Whether to sort the path by cloud service. If this option is enabled, the cloud service name is added to \
             the transfer file path. The default value is true.",
        )
        .doc("Whether the path of a trace file holds the name of the cloud service.")
        .example("true"),
        Field::new(
            "bucket_location",
            "Region",
            Type::Text(&TextRule::ANY),
            "Region where the OBS bucket is located.",
        )
        .doc("The region of the bucket.")
        .example("\"eu-de\""),
    ],
);

const RESPONSE_STATUS: FieldId = FieldId::of(&RESPONSE, "/status");
const RESPONSE_DETAIL: FieldId = FieldId::of(&RESPONSE, "/detail");

static RESPONSE_RELATIONS: &[Relation] = &[Relation {
    rule: Rule::MissingField,
    when: Condition::Is(RESPONSE_STATUS, Scalar::Text("error")),
    then: Condition::Present(RESPONSE_DETAIL),
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
    title: "the answer to POST /v3/{project_id}/tracker",
    kind: DocumentKind::Response,
    version: Some(Version::V3),
    page: "Creating a Tracker v3",
    root: &RESPONSE,
    relations: RESPONSE_RELATIONS,
    strangers: &[],
    deprecated: None,
    not_json: None,
})
// Recorded answers (cloud-custodian, tests of its provider for Huawei Cloud) and other pages of the API have these.
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
