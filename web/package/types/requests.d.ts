// Generated from the tables by `cargo xtask generate`. Do not edit.

/** What every {@link V1CreateRequest} may have. */
export interface V1CreateRequestCommon {
  /** The OBS bucket to which traces are transferred. */
  bucket_name: string;
  /** What the names of the trace files start with. It is no folder. */
  file_prefix_name?: string;
  /** Whether CTS creates the bucket; otherwise it must exist. */
  is_obs_created?: boolean;
  /** Whether and how traces are sent to LTS. When it is there, all its members are required. */
  lts?: V1CreateRequestLts;
  /** Whether trace files can be verified. */
  log_file_validate?: V1CreateRequestLogFileValidate;
  /** Withdrawn from the API. */
  smn?: never;
  /** A field of the answer. */
  id?: never;
  /** A field of the answer. */
  create_time?: never;
  /** A field of the answer. */
  domain_id?: never;
  /** A field of the answer. */
  project_id?: never;
  /** A field of the answer. */
  detail?: never;
  /** A field of the answer. */
  group_id?: never;
  /** A field of the answer. */
  stream_id?: never;
  /** A field of the answer and of `v3-create-request`. */
  tracker_name?: never;
  /** A field of the answer and of `v3-create-request`. */
  tracker_type?: never;
  /** A field of the answer and of `v3-create-request`; v1 takes the bucket at the top level, as `bucket_name`. */
  obs_info?: never;
  /** A field of `v3-create-request`. */
  is_lts_enabled?: never;
  /** A field of `v3-create-request`. */
  is_support_validate?: never;
  /** A field of `v1-update-request`. */
  status?: never;
}

/** The body of POST /v1.0/{project_id}/tracker, where `is_support_trace_files_encryption` is `true`. */
export interface V1CreateRequestWithEncryption extends V1CreateRequestCommon {
  /** Whether trace files are encrypted with the key of `kms_id`. */
  is_support_trace_files_encryption: true;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. "It is mandatory when is_support_trace_files_encryption is set to true." (Creating a Tracker v1, Table 2) */
  kms_id: string;
}

/** The body of POST /v1.0/{project_id}/tracker, where `is_support_trace_files_encryption` is not `true`. */
export interface V1CreateRequestWithoutEncryption extends V1CreateRequestCommon {
  /** Whether trace files are encrypted with the key of `kms_id`. */
  is_support_trace_files_encryption?: false;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. */
  kms_id?: string;
}

/** The body of POST /v1.0/{project_id}/tracker */
export type V1CreateRequest =
  | V1CreateRequestWithEncryption
  | V1CreateRequestWithoutEncryption;

/** `Lts` of Creating a Tracker v1, Table 3. Whether and how traces are sent to LTS. When it is there, all its members are required. */
export interface V1CreateRequestLts {
  /** Whether traces are sent to LTS for analysis. */
  is_lts_enabled: boolean;
  /** The name of the log group that CTS creates in LTS; CTS itself uses `CTS`. */
  log_group_name: string;
  /** The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`. */
  log_topic_name: string;
}

/** `LogFileValidate` of Creating a Tracker v1, Table 4. Whether trace files can be verified. */
export interface V1CreateRequestLogFileValidate {
  /** Whether CTS signs trace files, so that tampering can be found out. */
  is_support_validate: boolean;
}

/** The answer to POST /v1.0/{project_id}/tracker */
export interface V1CreateResponse {
  /** The ID of the tracker. */
  id?: string;
  /** When the tracker was created, in milliseconds since 1970-01-01 UTC. */
  create_time?: number;
  /** The account that owns the tracker. */
  domain_id?: string;
  /** The project that owns the tracker. */
  project_id?: string;
  /** Whether trace files are encrypted with the key of `kms_id`. */
  is_support_trace_files_encryption?: boolean;
  /** The ID of the KMS key that encrypts trace files. */
  kms_id?: string;
  /** The bucket to which traces are transferred. */
  obs_info?: V1CreateResponseObsInfo;
  /** Whether the tracker works. */
  status?: 'enabled' | 'disabled' | 'error' | (string & {});
  /** The name of the tracker. */
  tracker_name?: string;
  /** The type of the tracker. */
  tracker_type?: 'system' | 'data' | (string & {});
  /** The ID of the log group in LTS. */
  group_id?: string;
  /** The ID of the log stream in LTS. */
  stream_id?: string;
  /** Whether and where traces are sent to LTS. */
  lts?: V1CreateResponseLts;
  /** Whether trace files can be verified. */
  is_support_validate?: boolean;
  /** Whether trace files can be verified. */
  log_file_validate?: V1CreateResponseLogFileValidate;
}

/** `ObsInfo` of Creating a Tracker v1, Table 6. The bucket to which traces are transferred. */
export interface V1CreateResponseObsInfo {
  /** The OBS bucket; empty while nothing is transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. */
  file_prefix_name?: string;
  /** Whether CTS created the bucket. */
  is_obs_created?: boolean;
  /** Whether CTS may write to the bucket. */
  is_authorized_bucket?: boolean;
  /** How many days traces are kept in the bucket. */
  bucket_lifecycle?: string;
}

/** `Lts` of Creating a Tracker v1, Table 7. Whether and where traces are sent to LTS. */
export interface V1CreateResponseLts {
  /** Whether traces are sent to LTS. */
  is_lts_enabled?: boolean;
  /** The name of the log group in LTS. */
  log_group_name?: string;
  /** The name of the log stream in LTS. */
  log_topic_name?: string;
}

/** `LogFileValidate` of Creating a Tracker v1, Example Responses. Whether trace files can be verified. */
export interface V1CreateResponseLogFileValidate {
  /** Whether trace files can be verified. */
  is_support_validate?: boolean;
}

/** What every {@link V1UpdateRequest} may have. */
export interface V1UpdateRequestCommon {
  /** The OBS bucket to which traces are transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. It is no folder. */
  file_prefix_name?: string;
  /** Whether the tracker records operations; `disabled` stops it. */
  status?: 'enabled' | 'disabled';
  /** Whether CTS creates the bucket; otherwise it must exist. */
  is_obs_created?: boolean;
  /** Whether and how traces are sent to LTS. When it is there, all its members are required. */
  lts?: V1UpdateRequestLts;
  /** Whether trace files can be verified. */
  log_file_validate?: V1UpdateRequestLogFileValidate;
  /** Withdrawn from the API. */
  smn?: never;
  /** A field of the answer. */
  id?: never;
  /** A field of the answer. */
  create_time?: never;
  /** A field of the answer. */
  domain_id?: never;
  /** A field of the answer. */
  project_id?: never;
  /** A field of the answer. */
  detail?: never;
  /** A field of the answer. */
  group_id?: never;
  /** A field of the answer. */
  stream_id?: never;
  /** A field of the answer and of `v3-update-request`. */
  tracker_name?: never;
  /** A field of the answer and of `v3-update-request`. */
  tracker_type?: never;
  /** A field of the answer and of `v3-update-request`; v1 takes the bucket at the top level, as `bucket_name`. */
  obs_info?: never;
  /** A field of `v3-update-request`. */
  is_lts_enabled?: never;
  /** A field of `v3-update-request`. */
  is_support_validate?: never;
}

/** The body of PUT /v1.0/{project_id}/tracker/{tracker_name}, where `is_support_trace_files_encryption` is `true`. */
export interface V1UpdateRequestWithEncryption extends V1UpdateRequestCommon {
  /** Whether trace files are encrypted with the key of `kms_id`. */
  is_support_trace_files_encryption: true;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. "It is mandatory when is_support_trace_files_encryption is set to true." (Creating a Tracker v1, Table 2) */
  kms_id: string;
}

/** The body of PUT /v1.0/{project_id}/tracker/{tracker_name}, where `is_support_trace_files_encryption` is not `true`. */
export interface V1UpdateRequestWithoutEncryption extends V1UpdateRequestCommon {
  /** Whether trace files are encrypted with the key of `kms_id`. */
  is_support_trace_files_encryption?: false;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. */
  kms_id?: string;
}

/** The body of PUT /v1.0/{project_id}/tracker/{tracker_name} */
export type V1UpdateRequest =
  | V1UpdateRequestWithEncryption
  | V1UpdateRequestWithoutEncryption;

/** `Lts` of Creating a Tracker v1, Table 3. Whether and how traces are sent to LTS. When it is there, all its members are required. */
export interface V1UpdateRequestLts {
  /** Whether traces are sent to LTS for analysis. */
  is_lts_enabled: boolean;
  /** The name of the log group that CTS creates in LTS; CTS itself uses `CTS`. */
  log_group_name: string;
  /** The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`. */
  log_topic_name: string;
}

/** `LogFileValidate` of Creating a Tracker v1, Table 4. Whether trace files can be verified. */
export interface V1UpdateRequestLogFileValidate {
  /** Whether CTS signs trace files, so that tampering can be found out. */
  is_support_validate: boolean;
}

/** The answer to GET /v1.0/{project_id}/tracker */
export interface V1QueryResponse {
  /** The ID of the tracker. */
  id?: string;
  /** When the tracker was created, in milliseconds since 1970-01-01 UTC. */
  create_time?: number;
  /** The account that owns the tracker. */
  domain_id?: string;
  /** The project that owns the tracker. */
  project_id?: string;
  /** The name of the tracker. */
  tracker_name?: string;
  /** The type of the tracker. */
  tracker_type?: 'system' | 'data' | (string & {});
  /** The OBS bucket; empty while nothing is transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. */
  file_prefix_name?: string;
  /** Whether the tracker works. */
  status?: 'enabled' | 'disabled' | 'error' | (string & {});
  /** Why the transfer fails; required while the status is `error`. */
  detail?: 'bucketPolicyError' | 'noBucket' | 'arrears' | (string & {});
  /** Whether CTS created the bucket. */
  is_obs_created?: boolean;
  /** The ID of the log group in LTS. */
  group_id?: string;
  /** The ID of the log stream in LTS. */
  stream_id?: string;
  /** Whether and where traces are sent to LTS. */
  lts?: V1QueryResponseLts;
}

/** `Lts` of Querying a Tracker v1, Table 4. Whether and where traces are sent to LTS. */
export interface V1QueryResponseLts {
  /** Whether traces are sent to LTS. */
  is_lts_enabled?: boolean;
  /** The name of the log group in LTS. */
  log_group_name?: string;
  /** The name of the log stream in LTS. */
  log_topic_name?: string;
}

/** The body of POST /v3/{project_id}/tracker */
export interface V3CreateRequest {
  /** The type of the tracker; there is only the management tracker, `system`. */
  tracker_type: 'system';
  /** The name of the tracker; the management tracker is always called `system`. "When tracker_type is set to system, the default value system is used." (Creating a Tracker v3, Table 2) */
  tracker_name: 'system';
  /** Whether traces are sent to LTS for analysis. */
  is_lts_enabled?: boolean;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: V3CreateRequestObsInfo;
  /** Whether CTS signs the trace files in the bucket, so that tampering can be found out. */
  is_support_validate?: boolean;
  /** A field of Huawei Cloud's v3 only and of `v1-create-request`; on Open Telekom Cloud, encrypt the bucket itself. */
  kms_id?: never;
  /** A field of Huawei Cloud's v3 only and of `v1-create-request`; on Open Telekom Cloud, encrypt the bucket itself. */
  is_support_trace_files_encryption?: never;
  /** A field of Huawei Cloud's v3 only. */
  agency_name?: never;
  /** A field of Huawei Cloud's v3 only. */
  is_organization_tracker?: never;
  /** A field of Huawei Cloud's v3 only. */
  management_event_selector?: never;
  /** A field of Huawei Cloud's v3 only. */
  data_bucket?: never;
  /** Withdrawn from the API. */
  smn?: never;
  /** A field of the answer. */
  id?: never;
  /** A field of the answer. */
  create_time?: never;
  /** A field of the answer. */
  domain_id?: never;
  /** A field of the answer. */
  project_id?: never;
  /** A field of the answer. */
  detail?: never;
  /** A field of the answer. */
  group_id?: never;
  /** A field of the answer. */
  stream_id?: never;
  /** A field of the answer and of `v1-create-request`; a v3 request says it at the top level, with `is_lts_enabled`. */
  lts?: never;
  /** A field of `v1-create-request`. */
  bucket_name?: never;
  /** A field of `v1-create-request`. */
  file_prefix_name?: never;
  /** A field of `v1-create-request`. */
  is_obs_created?: never;
  /** A field of `v1-create-request`. */
  log_file_validate?: never;
  /** A field of `v3-update-request`. */
  status?: never;
}

/** `TrackerObsInfo` of Creating a Tracker v3, Table 3. The bucket to which traces are transferred, and how. */
export interface V3CreateRequestObsInfo {
  /** The OBS bucket to which traces are transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. It is no folder. */
  file_prefix_name?: string;
  /** Whether CTS creates the bucket; otherwise it must exist. */
  is_obs_created?: boolean;
  /** How the trace files are stored. */
  compress_type?: 'gzip' | 'json';
  /** Whether the path of a trace file holds the name of the cloud service. */
  is_sort_by_service?: boolean;
  /** A field of Huawei Cloud's v3 only; how long files are kept is a matter of the bucket's own life cycle rules. */
  bucket_lifecycle?: never;
  /** A field of the answer. */
  is_authorized_bucket?: never;
  /** A field of the answer. */
  bucket_location?: never;
}

/** The answer to POST /v3/{project_id}/tracker */
export interface V3CreateResponse {
  /** The ID of the tracker. */
  id?: string;
  /** When the tracker was created, in milliseconds since 1970-01-01 UTC. */
  create_time?: number;
  /** Whether trace files can be verified. */
  is_support_validate?: boolean;
  /** Whether and where traces are sent to LTS. */
  lts?: V3CreateResponseLts;
  /** The type of the tracker. */
  tracker_type?: 'system' | 'data' | (string & {});
  /** The account that owns the tracker. */
  domain_id?: string;
  /** The project that owns the tracker. */
  project_id?: string;
  /** The name of the tracker. */
  tracker_name?: string;
  /** Whether the tracker works. */
  status?: 'enabled' | 'disabled' | 'error' | (string & {});
  /** Why the transfer fails; required while the status is `error`. */
  detail?: 'bucketPolicyError' | 'noBucket' | 'arrears' | (string & {});
  /** The bucket to which traces are transferred. */
  obs_info?: V3CreateResponseObsInfo;
  /** Which management events are not transferred. */
  management_event_selector?: V3CreateResponseManagementEventSelector;
}

/** `Lts` of Creating a Tracker v3, Table 6. Whether and where traces are sent to LTS. */
export interface V3CreateResponseLts {
  /** Whether traces are sent to LTS. */
  is_lts_enabled?: boolean;
  /** The name of the log group in LTS. */
  log_group_name?: string;
  /** The name of the log stream in LTS. */
  log_topic_name?: string;
}

/** `ObsInfo` of Creating a Tracker v3, Table 7. The bucket to which traces are transferred. */
export interface V3CreateResponseObsInfo {
  /** The OBS bucket; empty while nothing is transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. */
  file_prefix_name?: string;
  /** Whether CTS created the bucket. */
  is_obs_created?: boolean;
  /** Whether CTS may write to the bucket. */
  is_authorized_bucket?: boolean;
  /** How many days traces are kept in the bucket. */
  bucket_lifecycle?: number;
  /** How the trace files are stored. */
  compress_type?: 'gzip' | 'json' | (string & {});
  /** Whether the path of a trace file holds the name of the cloud service. */
  is_sort_by_service?: boolean;
  /** The region of the bucket. */
  bucket_location?: string;
}

/** `ManagementEventSelector` of Creating a Tracker v3, Table 5. Which management events are not transferred. */
export interface V3CreateResponseManagementEventSelector {
  /** The cloud services whose traces are not transferred. */
  exclude_service?: ('KMS' | (string & {}))[];
}

/** The body of PUT /v3/{project_id}/tracker */
export interface V3UpdateRequest {
  /** The type of the tracker; there is only the management tracker, `system`. */
  tracker_type: 'system';
  /** The name of the tracker; the management tracker is always called `system`. "When tracker_type is set to system, the default value system is used." (Modifying a Tracker v3, Table 2) */
  tracker_name: 'system';
  /** Whether the tracker records operations; `disabled` stops it. */
  status?: 'enabled' | 'disabled';
  /** Whether traces are sent to LTS for analysis. */
  is_lts_enabled?: boolean;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: V3UpdateRequestObsInfo;
  /** Whether CTS signs the trace files in the bucket, so that tampering can be found out. */
  is_support_validate?: boolean;
  /** A field of Huawei Cloud's v3 only and of `v1-update-request`; on Open Telekom Cloud, encrypt the bucket itself. */
  kms_id?: never;
  /** A field of Huawei Cloud's v3 only and of `v1-update-request`; on Open Telekom Cloud, encrypt the bucket itself. */
  is_support_trace_files_encryption?: never;
  /** A field of Huawei Cloud's v3 only. */
  agency_name?: never;
  /** A field of Huawei Cloud's v3 only. */
  is_organization_tracker?: never;
  /** A field of Huawei Cloud's v3 only. */
  management_event_selector?: never;
  /** A field of Huawei Cloud's v3 only. */
  data_bucket?: never;
  /** Withdrawn from the API. */
  smn?: never;
  /** A field of the answer. */
  id?: never;
  /** A field of the answer. */
  create_time?: never;
  /** A field of the answer. */
  domain_id?: never;
  /** A field of the answer. */
  project_id?: never;
  /** A field of the answer. */
  detail?: never;
  /** A field of the answer. */
  group_id?: never;
  /** A field of the answer. */
  stream_id?: never;
  /** A field of the answer and of `v1-update-request`; a v3 request says it at the top level, with `is_lts_enabled`. */
  lts?: never;
  /** A field of `v1-update-request`. */
  bucket_name?: never;
  /** A field of `v1-update-request`. */
  file_prefix_name?: never;
  /** A field of `v1-update-request`. */
  is_obs_created?: never;
  /** A field of `v1-update-request`. */
  log_file_validate?: never;
}

/** `TrackerObsInfo` of Modifying a Tracker v3, Table 3. The bucket to which traces are transferred, and how. */
export interface V3UpdateRequestObsInfo {
  /** The OBS bucket to which traces are transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. It is no folder. */
  file_prefix_name?: string;
  /** Whether CTS creates the bucket; otherwise it must exist. */
  is_obs_created?: boolean;
  /** How the trace files are stored. */
  compress_type?: 'gzip' | 'json';
  /** Whether the path of a trace file holds the name of the cloud service. */
  is_sort_by_service?: boolean;
  /** A field of Huawei Cloud's v3 only; how long files are kept is a matter of the bucket's own life cycle rules. */
  bucket_lifecycle?: never;
  /** A field of the answer. */
  is_authorized_bucket?: never;
  /** A field of the answer. */
  bucket_location?: never;
}

/** The answer to GET /v3/{project_id}/trackers */
export interface V3ListResponse {
  /** The trackers, each as the answer to a create has it. */
  trackers?: V3CreateResponse[];
}

/** What every {@link HuaweiV3CreateRequest} may have. */
export interface HuaweiV3CreateRequestCommon {
  /** Whether traces are sent to LTS for analysis. */
  is_lts_enabled?: boolean;
  /** Whether CTS signs the trace files in the bucket, so that tampering can be found out. */
  is_support_validate?: boolean;
  /** The agency that lets CTS use other services; the cloud creates it if needed. */
  agency_name?: 'cts_admin_trust';
  /** Withdrawn from the API. */
  smn?: never;
  /** A field of the answer. */
  id?: never;
  /** A field of the answer. */
  create_time?: never;
  /** A field of the answer. */
  domain_id?: never;
  /** A field of the answer. */
  project_id?: never;
  /** A field of the answer. */
  detail?: never;
  /** A field of the answer. */
  group_id?: never;
  /** A field of the answer. */
  stream_id?: never;
  /** A field of the answer and of `v1-create-request`; a v3 request says it at the top level, with `is_lts_enabled`. */
  lts?: never;
  /** A field of `v1-create-request`. */
  bucket_name?: never;
  /** A field of `v1-create-request`. */
  file_prefix_name?: never;
  /** A field of `v1-create-request`. */
  is_obs_created?: never;
  /** A field of `v1-create-request`. */
  log_file_validate?: never;
  /** A field of `huawei-v3-update-request`. */
  status?: never;
}

/** The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system` and `is_support_trace_files_encryption` is `true`. */
export interface HuaweiV3CreateRequestSystemWithEncryption extends HuaweiV3CreateRequestCommon {
  /** The type of the tracker: the management tracker, `system`, or a data tracker, `data`. */
  tracker_type: 'system';
  /** The name of the tracker; the management tracker is always called `system`, a data tracker never is. "When tracker_type is set to system, the default value system is used." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  tracker_name: 'system';
  /** Whether the management tracker collects the traces of all members of the organization. */
  is_organization_tracker?: boolean;
  /** Which management traces are not transferred; for the management tracker only. */
  management_event_selector?: HuaweiV3CreateRequestManagementEventSelector;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: HuaweiV3CreateRequestSystemObsInfo;
  /** Whether trace files are encrypted with the key of `kms_id`; for the management tracker only. */
  is_support_trace_files_encryption: true;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. "This parameter is mandatory when is_support_trace_files_encryption is set to true." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  kms_id: string;
  /** The bucket whose operations a data tracker records; for data trackers only. "The data_bucket parameter cannot be included in the message body for a management tracker." (CTS API Reference of Huawei Cloud, Error Codes) */
  data_bucket?: never;
}

/** The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system` and `is_support_trace_files_encryption` is not `true`. */
export interface HuaweiV3CreateRequestSystemWithoutEncryption extends HuaweiV3CreateRequestCommon {
  /** The type of the tracker: the management tracker, `system`, or a data tracker, `data`. */
  tracker_type: 'system';
  /** The name of the tracker; the management tracker is always called `system`, a data tracker never is. "When tracker_type is set to system, the default value system is used." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  tracker_name: 'system';
  /** Whether the management tracker collects the traces of all members of the organization. */
  is_organization_tracker?: boolean;
  /** Which management traces are not transferred; for the management tracker only. */
  management_event_selector?: HuaweiV3CreateRequestManagementEventSelector;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: HuaweiV3CreateRequestSystemObsInfo;
  /** Whether trace files are encrypted with the key of `kms_id`; for the management tracker only. */
  is_support_trace_files_encryption?: false;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. */
  kms_id?: string;
  /** The bucket whose operations a data tracker records; for data trackers only. "The data_bucket parameter cannot be included in the message body for a management tracker." (CTS API Reference of Huawei Cloud, Error Codes) */
  data_bucket?: never;
}

/** The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `data`. */
export interface HuaweiV3CreateRequestData extends HuaweiV3CreateRequestCommon {
  /** The type of the tracker: the management tracker, `system`, or a data tracker, `data`. */
  tracker_type: 'data';
  /** The name of the tracker; the management tracker is always called `system`, a data tracker never is. */
  tracker_name: string;
  /** Whether the management tracker collects the traces of all members of the organization. "This parameter is valid only for the management tracker." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  is_organization_tracker?: never;
  /** Which management traces are not transferred; for the management tracker only. (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  management_event_selector?: never;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: HuaweiV3CreateRequestObsInfo;
  /** Whether trace files are encrypted with the key of `kms_id`; for the management tracker only. "Parameters for management trackers: is_support_trace_files_encryption and kms_id. Parameters for data trackers: tracker_name and data_bucket." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  is_support_trace_files_encryption?: never;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. "Parameters for management trackers: is_support_trace_files_encryption and kms_id. Parameters for data trackers: tracker_name and data_bucket." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  kms_id?: '';
  /** The bucket whose operations a data tracker records; for data trackers only. "Parameters for management trackers: is_support_trace_files_encryption and kms_id. Parameters for data trackers: tracker_name and data_bucket." (Creating a Tracker v3 of Huawei Cloud, Table 2) */
  data_bucket: HuaweiV3CreateRequestDataBucket;
}

/** `obs_info`, where `tracker_type` is `system`. */
export interface HuaweiV3CreateRequestSystemObsInfo extends HuaweiV3CreateRequestObsInfo {
  /** How many days traces are kept in the bucket; for data trackers only. "This parameter is valid when tracker_type is set to data." (Creating a Tracker v3 of Huawei Cloud, Table 4) */
  bucket_lifecycle?: never;
}

/** The body of POST /v3/{project_id}/tracker, on Huawei Cloud */
export type HuaweiV3CreateRequest =
  | HuaweiV3CreateRequestSystemWithEncryption
  | HuaweiV3CreateRequestSystemWithoutEncryption
  | HuaweiV3CreateRequestData;

/** `ManagementEventSelector` of Creating a Tracker v3 of Huawei Cloud, Table 3. Which management traces are not transferred; for the management tracker only. */
export interface HuaweiV3CreateRequestManagementEventSelector {
  /** The cloud services whose traces are not transferred. */
  exclude_service?: ('KMS')[];
}

/** `TrackerObsInfo` of Creating a Tracker v3 of Huawei Cloud, Table 4. The bucket to which traces are transferred, and how. */
export interface HuaweiV3CreateRequestObsInfo {
  /** The OBS bucket to which traces are transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. It is no folder. */
  file_prefix_name?: string;
  /** Whether CTS creates the bucket; otherwise it must exist. */
  is_obs_created?: boolean;
  /** How many days traces are kept in the bucket; for data trackers only. */
  bucket_lifecycle?: number;
  /** How the trace files are stored. */
  compress_type?: 'gzip' | 'json';
  /** Whether the path of a trace file holds the name of the cloud service. */
  is_sort_by_service?: boolean;
  /** A field of the answer. */
  is_authorized_bucket?: never;
  /** A field of the answer. */
  bucket_location?: never;
}

/** `DataBucket` of Creating a Tracker v3 of Huawei Cloud, Table 5. The bucket whose operations a data tracker records; for data trackers only. */
export interface HuaweiV3CreateRequestDataBucket {
  /** The name of the tracked bucket; it cannot be the bucket to which traces are transferred. */
  data_bucket_name: string;
  /** The operations that are recorded. */
  data_event: ('READ' | 'WRITE')[];
}

/** What every {@link HuaweiV3UpdateRequest} may have. */
export interface HuaweiV3UpdateRequestCommon {
  /** Whether the tracker records operations; `disabled` stops it. */
  status?: 'enabled' | 'disabled';
  /** Whether traces are sent to LTS for analysis. */
  is_lts_enabled?: boolean;
  /** Whether CTS signs the trace files in the bucket, so that tampering can be found out. */
  is_support_validate?: boolean;
  /** The agency that lets CTS use other services; the cloud creates it if needed. */
  agency_name?: 'cts_admin_trust';
  /** Withdrawn from the API. */
  smn?: never;
  /** A field of the answer. */
  id?: never;
  /** A field of the answer. */
  create_time?: never;
  /** A field of the answer. */
  domain_id?: never;
  /** A field of the answer. */
  project_id?: never;
  /** A field of the answer. */
  detail?: never;
  /** A field of the answer. */
  group_id?: never;
  /** A field of the answer. */
  stream_id?: never;
  /** A field of the answer and of `v1-update-request`; a v3 request says it at the top level, with `is_lts_enabled`. */
  lts?: never;
  /** A field of `v1-update-request`. */
  bucket_name?: never;
  /** A field of `v1-update-request`. */
  file_prefix_name?: never;
  /** A field of `v1-update-request`. */
  is_obs_created?: never;
  /** A field of `v1-update-request`. */
  log_file_validate?: never;
}

/** The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system` and `is_support_trace_files_encryption` is `true`. */
export interface HuaweiV3UpdateRequestSystemWithEncryption extends HuaweiV3UpdateRequestCommon {
  /** The type of the tracker: the management tracker, `system`, or a data tracker, `data`. */
  tracker_type: 'system';
  /** The name of the tracker; the management tracker is always called `system`, a data tracker never is. "When tracker_type is set to system, the default value system is used." (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  tracker_name: 'system';
  /** Whether the management tracker collects the traces of all members of the organization. */
  is_organization_tracker?: boolean;
  /** Which management traces are not transferred; for the management tracker only. */
  management_event_selector?: HuaweiV3UpdateRequestManagementEventSelector;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: HuaweiV3UpdateRequestSystemObsInfo;
  /** Whether trace files are encrypted with the key of `kms_id`; for the management tracker only. */
  is_support_trace_files_encryption: true;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. "This parameter is mandatory when is_support_trace_files_encryption is set to true." (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  kms_id: string;
  /** The bucket whose operations a data tracker records; for data trackers only. "The data_bucket parameter cannot be included in the message body for a management tracker." (CTS API Reference of Huawei Cloud, Error Codes) */
  data_bucket?: never;
}

/** The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system` and `is_support_trace_files_encryption` is not `true`. */
export interface HuaweiV3UpdateRequestSystemWithoutEncryption extends HuaweiV3UpdateRequestCommon {
  /** The type of the tracker: the management tracker, `system`, or a data tracker, `data`. */
  tracker_type: 'system';
  /** The name of the tracker; the management tracker is always called `system`, a data tracker never is. "When tracker_type is set to system, the default value system is used." (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  tracker_name: 'system';
  /** Whether the management tracker collects the traces of all members of the organization. */
  is_organization_tracker?: boolean;
  /** Which management traces are not transferred; for the management tracker only. */
  management_event_selector?: HuaweiV3UpdateRequestManagementEventSelector;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: HuaweiV3UpdateRequestSystemObsInfo;
  /** Whether trace files are encrypted with the key of `kms_id`; for the management tracker only. */
  is_support_trace_files_encryption?: false;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. */
  kms_id?: string;
  /** The bucket whose operations a data tracker records; for data trackers only. "The data_bucket parameter cannot be included in the message body for a management tracker." (CTS API Reference of Huawei Cloud, Error Codes) */
  data_bucket?: never;
}

/** The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `data`. */
export interface HuaweiV3UpdateRequestData extends HuaweiV3UpdateRequestCommon {
  /** The type of the tracker: the management tracker, `system`, or a data tracker, `data`. */
  tracker_type: 'data';
  /** The name of the tracker; the management tracker is always called `system`, a data tracker never is. */
  tracker_name: string;
  /** Whether the management tracker collects the traces of all members of the organization. "This parameter is valid only for the management tracker." (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  is_organization_tracker?: never;
  /** Which management traces are not transferred; for the management tracker only. (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  management_event_selector?: never;
  /** The bucket to which traces are transferred, and how. */
  obs_info?: HuaweiV3UpdateRequestObsInfo;
  /** Whether trace files are encrypted with the key of `kms_id`; for the management tracker only. "Parameters for management trackers: is_support_trace_files_encryption and kms_id. Parameters for data trackers: tracker_name and data_bucket." (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  is_support_trace_files_encryption?: never;
  /** The ID of the KMS key that encrypts trace files. Required while encryption is on. "Parameters for management trackers: is_support_trace_files_encryption and kms_id. Parameters for data trackers: tracker_name and data_bucket." (Modifying a Tracker v3 of Huawei Cloud, Table 2) */
  kms_id?: '';
  /** The bucket whose operations a data tracker records; for data trackers only. */
  data_bucket?: HuaweiV3UpdateRequestDataBucket;
}

/** `obs_info`, where `tracker_type` is `system`. */
export interface HuaweiV3UpdateRequestSystemObsInfo extends HuaweiV3UpdateRequestObsInfo {
  /** How many days traces are kept in the bucket; for data trackers only. "This parameter is valid when tracker_type is set to data." (Modifying a Tracker v3 of Huawei Cloud, Table 4) */
  bucket_lifecycle?: never;
}

/** The body of PUT /v3/{project_id}/tracker, on Huawei Cloud */
export type HuaweiV3UpdateRequest =
  | HuaweiV3UpdateRequestSystemWithEncryption
  | HuaweiV3UpdateRequestSystemWithoutEncryption
  | HuaweiV3UpdateRequestData;

/** `ManagementEventSelector` of Creating a Tracker v3 of Huawei Cloud, Table 3. Which management traces are not transferred; for the management tracker only. */
export interface HuaweiV3UpdateRequestManagementEventSelector {
  /** The cloud services whose traces are not transferred. */
  exclude_service?: ('KMS')[];
}

/** `TrackerObsInfo` of Modifying a Tracker v3 of Huawei Cloud, Table 4. The bucket to which traces are transferred, and how. */
export interface HuaweiV3UpdateRequestObsInfo {
  /** The OBS bucket to which traces are transferred. */
  bucket_name?: string;
  /** What the names of the trace files start with. It is no folder. */
  file_prefix_name?: string;
  /** Whether CTS creates the bucket; otherwise it must exist. */
  is_obs_created?: boolean;
  /** How many days traces are kept in the bucket; for data trackers only. */
  bucket_lifecycle?: number;
  /** How the trace files are stored. */
  compress_type?: 'gzip' | 'json';
  /** Whether the path of a trace file holds the name of the cloud service. */
  is_sort_by_service?: boolean;
  /** A field of the answer. */
  is_authorized_bucket?: never;
  /** A field of the answer. */
  bucket_location?: never;
}

/** `DataBucket` of Creating a Tracker v3 of Huawei Cloud, Table 5. The bucket whose operations a data tracker records; for data trackers only. */
export interface HuaweiV3UpdateRequestDataBucket {
  /** The name of the tracked bucket; it cannot be the bucket to which traces are transferred. */
  data_bucket_name: string;
  /** The operations that are recorded. */
  data_event: ('READ' | 'WRITE')[];
}

/** The answer when something went wrong */
export interface ErrorResponse {
  /** The code of the error: `CTS.` and digits; v1 and gateways answer codes of their own. */
  error_code?: string;
  /** What went wrong, in words. */
  error_msg?: string;
}

/** The documents by name. */
export interface Documents {
  'v1-create-request': V1CreateRequest;
  'v1-create-response': V1CreateResponse;
  'v1-update-request': V1UpdateRequest;
  'v1-query-response': V1QueryResponse | V1QueryResponse[];
  'v3-create-request': V3CreateRequest;
  'v3-create-response': V3CreateResponse;
  'v3-update-request': V3UpdateRequest;
  'v3-list-response': V3ListResponse;
  'huawei-v3-create-request': HuaweiV3CreateRequest;
  'huawei-v3-update-request': HuaweiV3UpdateRequest;
  'error-response': ErrorResponse;
}

/** The short names of documents. */
export interface ShortNames {
  'v1': 'v1-create-request';
  'v1-update': 'v1-update-request';
  'v3': 'v3-create-request';
  'v3-update': 'v3-update-request';
  'huawei-v3': 'huawei-v3-create-request';
  'huawei-v3-update': 'huawei-v3-update-request';
}

/** The names of the rules. */
export type RuleName =
  | 'invalid-json'
  | 'byte-order-mark'
  | 'conflict-markers'
  | 'duplicate-field'
  | 'wrong-type'
  | 'missing-field'
  | 'unknown-field'
  | 'misplaced-field'
  | 'response-only-field'
  | 'retired-field'
  | 'other-provider-field'
  | 'unknown-value'
  | 'unreplaced-placeholder'
  | 'length-out-of-range'
  | 'invalid-character'
  | 'invalid-bucket-name'
  | 'tracker-name-not-system'
  | 'encryption-without-kms-id'
  | 'kms-id-without-encryption'
  | 'unusual-kms-id'
  | 'unusual-lts-name'
  | 'obs-option-without-bucket'
  | 'short-retention'
  | 'data-tracker-without-bucket'
  | 'field-of-other-tracker-type'
  | 'same-bucket'
  | 'reserved-tracker-name'
  | 'number-out-of-range'
  | 'partial-update'
  | 'deletes-all-trackers'
  | 'deprecated-api'
  | 'unknown-api'
  | 'unusual-project-id'
  | 'mismatched-api-version'
  | 'unknown-endpoint'
  | 'unchecked-body'
  | 'unusual-content-type'
  | 'cts-kms-encrypted-check'
  | 'cts-lts-enable'
  | 'cts-support-validate-check'
  | 'cts-tracker-bucket-configured'
  | 'policy'
  | 'unused-suppression'
  | 'expired-suppression';
