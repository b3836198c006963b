//! Page "Creating a Tracker" (cts_api_0321) of Huawei Cloud, as of 2025-02-07, v3: `POST /v3/{project_id}/tracker`.
//!
//! Beyond what Open Telekom Cloud has, there are data trackers, encryption, organizations and an agency. Sentences of rows from
//! `data_bucket` on are ours, after the comments in huaweicloud-sdk-go-v3 (`services/cts/v3/model`), which are Chinese.

use super::compliance;
use super::formats::{self, DATA_TRACKER_NAME_FORM, HUAWEI_ERROR_CODES};
use super::shared::{SYSTEM, V3_BUCKET_CHARACTERS, V3_BUCKET_LENGTH, bucket_characters, bucket_name, bucket_start};
use super::v1::{IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW, KMS_ID_ROW};
use super::v3::{
    BUCKET_NAME_ROW, COMPRESS_TYPE_ROW, EXCLUDE_SERVICE, FILE_PREFIX_NAME_ROW, IS_LTS_ENABLED_ROW, IS_OBS_CREATED_ROW,
    IS_SORT_BY_SERVICE_ROW, IS_SUPPORT_VALIDATE_ROW, OBS_INFO_ROW, TRACKER_NAME_ROW, TRACKER_TYPE_ROW,
    v3_foreign_fields, v3_opt_in, v3_options, v3_relations,
};
use crate::messages::MessageId as M;
use crate::model::{
    At, Characters, Condition, Document, DocumentKind, DocumentParts, Field, FieldRef, KnownForeignField, Length,
    LongRule, Object, Provenance, Provider, Relation, Rule, Scalar, Source, Telling, TextRule, Type, Value, Version,
};

static TRACKER_TYPE: TextRule = TextRule::one_of(&[
    SYSTEM,
    Value {
        value: "data",
        doc: M::ValueDataTracker,
    },
]);

pub(super) const HUAWEI_TRACKER_TYPE_ROW: Field = TRACKER_TYPE_ROW
    .ty(Type::Text(&TRACKER_TYPE))
    .sentence("Tracker type. The value can be system (management tracker), or data (data tracker).")
    .doc(M::DocTrackerTypeOfHuawei)
    .undecided();

// What the name must be depends on the type; see the relations.
pub(super) const HUAWEI_TRACKER_NAME_ROW: Field = TRACKER_NAME_ROW
    .sentence(
        "Tracker name. When tracker_type is set to system, the default value system is used. When tracker_type is set to \
         data, you need to set this parameter to a tracker name.",
    )
    .doc(M::DocTrackerNameOfHuawei)
    .only_if("system", "tracker_type", "\"my-tracker\"")
    .api_error("CTS.0203");

pub(super) const HUAWEI_IS_LTS_ENABLED_ROW: Field = IS_LTS_ENABLED_ROW.sentence("Whether to enable trace analysis.");

pub(super) const IS_ORGANIZATION_TRACKER_ROW: Field = Field::new(
    "is_organization_tracker",
    M::LabelOrganization,
    Type::Boolean,
    "Whether to apply the tracker configuration to the organization. This parameter is valid only for the management \
     tracker. If the value is set to true, the audit logs of all members in the ORG organization in the current region \
     will be transferred to the OBS bucket or LTS log stream configured for the management tracker. However, audit logs of \
     other members cannot be viewed on the Trace List page.",
)
.telling(Telling::Alone)
.doc(M::DocOrganization)
.example("true");

pub(super) const MANAGEMENT_EVENT_SELECTOR_ROW: Field = Field::new(
    "management_event_selector",
    M::LabelEventSelection,
    Type::Object(&MANAGEMENT_EVENT_SELECTOR),
    "Management trace selector.",
)
.telling(Telling::Alone)
.doc(M::DocEventSelectionOfRequest);

pub(super) const HUAWEI_ENCRYPTION_ROW: Field = IS_SUPPORT_TRACE_FILES_ENCRYPTION_ROW
    .sentence(
        "Whether trace files are encrypted during transfer to an OBS bucket. This parameter must be used with kms_id.",
    )
    .doc(M::DocEncryptionOfHuawei);

pub(super) const HUAWEI_KMS_ID_ROW: Field = KMS_ID_ROW
    .sentence(
        "Key ID used for transferring and encrypting trace files. This key ID is obtained from Key Management Service (KMS). \
         This parameter is mandatory when is_support_trace_files_encryption is set to true.",
    )
    .api_error("CTS.0221");

pub(super) const DATA_BUCKET_ROW: Field = Field::new(
    "data_bucket",
    M::LabelTrackedBucket,
    Type::Object(&DATA_BUCKET),
    "The bucket that a data tracker tracks. The management tracker does not have this parameter.",
)
.doc(M::DocTrackedBucket);

pub(super) const AGENCY_NAME_ROW: Field = Field::new(
    "agency_name",
    M::LabelAgency,
    Type::Text(&AGENCY_NAME),
    "Name of a cloud service agency. With cts_admin_trust, an agency of that name is created automatically.",
)
.doc(M::DocAgency)
.example("\"cts_admin_trust\"");

/// Table 2.
static REQUEST: Object = Object::new(
    "Request body parameters",
    "Creating a Tracker v3 of Huawei Cloud, Table 2",
    &[
        HUAWEI_TRACKER_TYPE_ROW,
        HUAWEI_TRACKER_NAME_ROW,
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

static AGENCY_NAME: TextRule = TextRule::one_of(&[Value {
    value: "cts_admin_trust",
    doc: M::ValueAgency,
}]);

/// Table 3.
static MANAGEMENT_EVENT_SELECTOR: Object = Object::new(
    "ManagementEventSelector",
    "Creating a Tracker v3 of Huawei Cloud, Table 3",
    &[Field::new(
        "exclude_service",
        M::LabelExcludedServices,
        Type::Texts(&EXCLUDE_SERVICE),
        "Cloud services whose traces will not be transferred. Currently, the value can only be set to KMS, indicating that \
         the createDatakey traces of KMS will not be transferred.",
    )
    .doc(M::DocExcludedServices)
    .example("[\"KMS\"]")],
);

pub(super) const BUCKET_LIFECYCLE_ROW: Field = Field::new(
    "bucket_lifecycle",
    M::LabelRetention,
    Type::Long(&BUCKET_LIFECYCLE),
    "Duration that traces are stored in the OBS bucket. This parameter is valid when tracker_type is set to data.",
)
.doc(M::DocRetentionOfRequest)
.example("30");

/// The console offers 0, 30, 60, 90, 180 and 1095 days only.
static BUCKET_LIFECYCLE: LongRule = LongRule {
    range: Some((0, 5000, Source::page("huaweicloud-sdk-java-v3, TrackerObsInfo"))),
};

/// Table 4.
static OBS_INFO: Object = Object::new(
    "TrackerObsInfo",
    "Creating a Tracker v3 of Huawei Cloud, Table 4",
    &[
        BUCKET_NAME_ROW,
        FILE_PREFIX_NAME_ROW,
        IS_OBS_CREATED_ROW,
        BUCKET_LIFECYCLE_ROW,
        COMPRESS_TYPE_ROW,
        IS_SORT_BY_SERVICE_ROW,
    ],
);

static BUCKET_START: Characters = bucket_start(V3_BUCKET_LENGTH);
static DATA_BUCKET_NAME: TextRule =
    bucket_name(V3_BUCKET_LENGTH, bucket_characters(V3_BUCKET_CHARACTERS, &BUCKET_START));

/// Table 5.
static DATA_BUCKET: Object = Object::new(
    "DataBucket",
    "Creating a Tracker v3 of Huawei Cloud, Table 5",
    &[
        Field::new(
            "data_bucket_name",
            M::LabelTrackedBucketName,
            Type::Text(&DATA_BUCKET_NAME),
            "Name of the bucket that a data tracker tracks. It cannot be changed once the tracker is created. The value contains 3 \
             to 63 characters and must start with a digit or lowercase letter. Only lowercase letters, digits, hyphens (-), \
             and periods (.) are allowed.",
        )
        .required()
        .doc(M::DocTrackedBucketName)
        .example("\"data-bucket\""),
        Field::new(
            "data_event",
            M::LabelOperations,
            Type::Texts(&DATA_EVENT),
            "Types of operations that a data tracker tracks.",
        )
        .required()
        .doc(M::DocOperations)
        .example("[\"READ\", \"WRITE\"]")
        .api_error("CTS.0225")
        .not_empty("CTS.0219"),
    ],
);

static DATA_EVENT: TextRule = TextRule::one_of(&[
    Value {
        value: "READ",
        doc: M::ValueRead,
    },
    Value {
        value: "WRITE",
        doc: M::ValueWrite,
    },
]);

/// The name of a data tracker. Its other characters are not documented.
pub(super) static DATA_TRACKER_NAME: TextRule = TextRule {
    length: Some(Length {
        min: 1,
        max: 32,
        quote: DATA_TRACKER_NAME_FORM,
        page: Some(HUAWEI_ERROR_CODES),
    }),
    format: Some(&formats::DATA_TRACKER_NAME),
    ..TextRule::ANY
};

/// The rules about the type of a tracker that the requests of Huawei Cloud share, for the table of the top level and the page it
/// is on; then further ones.
macro_rules! huawei_relations {
    ($root:expr, $page:literal, $($more:expr,)*) => {
        const {
            const SYSTEM: Condition = Condition::Is(FieldRef::of($root, "/tracker_type"), Scalar::Text("system"));
            const DATA: Condition = Condition::Is(FieldRef::of($root, "/tracker_type"), Scalar::Text("data"));
            const NAME: FieldRef = FieldRef::of($root, "/tracker_name");
            const TARGET: FieldRef = FieldRef::of($root, "/obs_info/bucket_name");
            const TRACKED: FieldRef = FieldRef::of($root, "/data_bucket/data_bucket_name");
            const KEY: FieldRef = FieldRef::of($root, "/kms_id");
            const ENCRYPTED: Condition = Condition::Is(
                FieldRef::of($root, "/is_support_trace_files_encryption"),
                Scalar::Boolean(true),
            );
            const SAME_NAME: Condition = Condition::Is(NAME, Scalar::Text("system"));
            const SAME_BUCKET: Condition = Condition::Same(TARGET, TRACKED);
            const TYPE: Source = Source::new(
                concat!($page, ", Table 2"),
                "Parameters for management trackers: is_support_trace_files_encryption and kms_id. Parameters for data \
                 trackers: tracker_name and data_bucket.",
            );
            const ORGANIZATION: Source = Source::new(
                concat!($page, ", Table 2"),
                "This parameter is valid only for the management tracker.",
            );
            const SELECTOR: Source = Source::page(concat!($page, ", Table 2"));
            const LIFECYCLE: Source = Source::new(
                concat!($page, ", Table 4"),
                "This parameter is valid when tracker_type is set to data.",
            );
            /// A field that trackers of this type do not have.
            const fn absent(when: Condition, field: &'static Condition, at: FieldRef, source: Source) -> Relation {
                Relation {
                    rule: Rule::FieldOfOtherTrackerType,
                    when,
                    then: Condition::Not(field),
                    at: At::Field(at),
                    source,
                    api_error: None,
                }
            }
            &[
                Relation {
                    rule: Rule::InvalidCharacter,
                    when: DATA,
                    then: Condition::Fits(NAME, &DATA_TRACKER_NAME),
                    at: At::Field(NAME),
                    source: Source::new(HUAWEI_ERROR_CODES, DATA_TRACKER_NAME_FORM),
                    api_error: Some("CTS.0203"),
                },
                Relation {
                    rule: Rule::ReservedTrackerName,
                    when: DATA,
                    then: Condition::Not(&SAME_NAME),
                    at: At::Field(NAME),
                    source: Source::new(
                        HUAWEI_ERROR_CODES,
                        "The tracker_name parameter in the message body cannot be set to system for a data tracker.",
                    ),
                    api_error: Some("CTS.0207"),
                },
                Relation {
                    rule: Rule::FieldOfOtherTrackerType,
                    when: SYSTEM,
                    then: Condition::Not(const { &Condition::Present(FieldRef::of($root, "/data_bucket")) }),
                    at: At::Field(FieldRef::of($root, "/data_bucket")),
                    source: Source::new(
                        HUAWEI_ERROR_CODES,
                        "The data_bucket parameter cannot be included in the message body for a management tracker.",
                    ),
                    api_error: Some("CTS.0206"),
                },
                absent(
                    SYSTEM,
                    const { &Condition::Present(FieldRef::of($root, "/obs_info/bucket_lifecycle")) },
                    FieldRef::of($root, "/obs_info/bucket_lifecycle"),
                    LIFECYCLE,
                ),
                absent(
                    DATA,
                    const { &Condition::Present(FieldRef::of($root, "/is_organization_tracker")) },
                    FieldRef::of($root, "/is_organization_tracker"),
                    ORGANIZATION,
                ),
                absent(
                    DATA,
                    const { &Condition::Present(FieldRef::of($root, "/management_event_selector")) },
                    FieldRef::of($root, "/management_event_selector"),
                    SELECTOR,
                ),
                absent(
                    DATA,
                    const { &Condition::Present(FieldRef::of($root, "/is_support_trace_files_encryption")) },
                    FieldRef::of($root, "/is_support_trace_files_encryption"),
                    TYPE,
                ),
                absent(DATA, const { &Condition::Given(KEY) }, KEY, TYPE),
                Relation {
                    rule: Rule::SameBucket,
                    when: Condition::Given(TRACKED),
                    then: Condition::Not(&SAME_BUCKET),
                    at: At::Field(TARGET),
                    source: Source::page(HUAWEI_ERROR_CODES),
                    api_error: Some("CTS.0213"),
                },
                Relation {
                    rule: Rule::EncryptionWithoutKmsId,
                    when: Condition::All(&[ENCRYPTED, Condition::Not(&DATA)]),
                    then: Condition::Given(KEY),
                    at: At::Field(KEY),
                    source: Source::new(
                        concat!($page, ", Table 2"),
                        "This parameter is mandatory when is_support_trace_files_encryption is set to true.",
                    ),
                    api_error: Some("CTS.0221"),
                },
                Relation {
                    rule: Rule::KmsIdWithoutEncryption,
                    when: Condition::All(&[Condition::Given(KEY), Condition::Not(&DATA)]),
                    then: ENCRYPTED,
                    at: At::Field(KEY),
                    source: Source::new(
                        concat!($page, ", Table 2"),
                        "This parameter must be used with kms_id.",
                    ),
                    api_error: None,
                },
                $($more,)*
            ]
        }
    };
}
pub(super) use huawei_relations;

static RELATIONS: &[Relation] = v3_relations!(
    &REQUEST,
    "Creating a Tracker v3 of Huawei Cloud",
    "Creating a Tracker v3 of Huawei Cloud, Function",
    Condition::Always
);

static OF_TYPES: &[Relation] = huawei_relations![
    &REQUEST,
    "Creating a Tracker v3 of Huawei Cloud",
    Relation {
        rule: Rule::DataTrackerWithoutBucket,
        when: DATA,
        then: Condition::Present(FieldRef::of(&REQUEST, "/data_bucket")),
        at: At::Field(FieldRef::of(&REQUEST, "/data_bucket")),
        source: TYPE,
        api_error: None,
    },
];

const ENCRYPTION: FieldRef = FieldRef::of(&REQUEST, "/is_support_trace_files_encryption");

static OPT_IN: &[Relation] = v3_opt_in![
    &REQUEST,
    Relation {
        rule: Rule::CtsKmsEncryptedCheck,
        when: Condition::Not(&Condition::Is(
            FieldRef::of(&REQUEST, "/tracker_type"),
            Scalar::Text("data")
        )),
        then: Condition::Is(ENCRYPTION, Scalar::Boolean(true)),
        at: At::Field(ENCRYPTION),
        source: compliance::CONFIG,
        api_error: None,
    },
];

pub(super) static FOREIGN_FIELDS: &[KnownForeignField] = v3_foreign_fields![];

pub(crate) static CREATE_REQUEST: Document = Document::new(DocumentParts {
    name: "huawei-v3-create-request",
    short: Some("huawei-v3"),
    title: M::TitleHuaweiV3CreateRequest,
    kind: DocumentKind::Request,
    version: Some(Version::V3),
    page: "Creating a Tracker v3 of Huawei Cloud",
    root: &REQUEST,
    relations: RELATIONS,
    foreign_fields: FOREIGN_FIELDS,
    deprecated: None,
    not_json: Some("CTS.0003"),
})
.of(Provider::Huawei)
.with_more(OF_TYPES)
.with_opt_in(OPT_IN);
