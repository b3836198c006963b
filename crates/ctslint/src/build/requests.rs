//! Generated from the tables by `cargo xtask generate`. Do not edit. If it no longer compiles, empty it first.

/// The body of POST /v1.0/{project_id}/tracker.
pub mod v1_create_request {
    use crate::build::{object, switch, text};

    object! {
        /// The body of POST /v1.0/{project_id}/tracker.
        Body of "v1-create-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// Whether and how traces are sent to LTS. When it is there, all its members are required.
            lts: Lts,
            /// Whether trace files can be verified.
            log_file_validate: LogFileValidate,
        }
        switches {
            /// Whether trace files are encrypted with the key of `kms_id`.
            encryption: Encryption,
        }
    }

    object! {
        /// Whether and how traces are sent to LTS. When it is there, all its members are required.
        Lts of "v1-create-request"
        required {
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// The name of the log group that CTS creates in LTS; CTS itself uses `CTS`.
            log_group_name: LogGroupName,
            /// The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`.
            log_topic_name: LogTopicName,
        }
    }

    object! {
        /// Whether trace files can be verified.
        LogFileValidate of "v1-create-request"
        required {
            /// Whether CTS signs trace files, so that tampering can be found out.
            is_support_validate: bool,
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/bucket_name" of "v1-create-request",
        text in { "bucket_name": text }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/file_prefix_name" of "v1-create-request",
        text in { "file_prefix_name": text }
    }

    switch! {
        /// Whether trace files are encrypted with the key of `kms_id`.
        Encryption on is_support_trace_files_encryption {
            /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
            kms_id: KmsId,
        }
    }

    text! {
        /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
        KmsId at "/kms_id" of "v1-create-request",
        text in { "is_support_trace_files_encryption": true, "kms_id": text }
    }

    text! {
        /// The name of the log group that CTS creates in LTS; CTS itself uses `CTS`.
        LogGroupName at "/lts/log_group_name" of "v1-create-request",
        text in { "lts": { "log_group_name": text } }
    }

    text! {
        /// The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`.
        LogTopicName at "/lts/log_topic_name" of "v1-create-request",
        text in { "lts": { "log_topic_name": text } }
    }
}

/// The body of PUT /v1.0/{project_id}/tracker/{tracker_name}.
pub mod v1_update_request {
    use crate::build::{choice, object, switch, text};

    object! {
        /// The body of PUT /v1.0/{project_id}/tracker/{tracker_name}.
        Body of "v1-update-request"
        optional {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether the tracker records operations; `disabled` stops it.
            status: Status,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// Whether and how traces are sent to LTS. When it is there, all its members are required.
            lts: Lts,
            /// Whether trace files can be verified.
            log_file_validate: LogFileValidate,
        }
        switches {
            /// Whether trace files are encrypted with the key of `kms_id`.
            encryption: Encryption,
        }
    }

    object! {
        /// Whether and how traces are sent to LTS. When it is there, all its members are required.
        Lts of "v1-update-request"
        required {
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// The name of the log group that CTS creates in LTS; CTS itself uses `CTS`.
            log_group_name: LogGroupName,
            /// The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`.
            log_topic_name: LogTopicName,
        }
    }

    object! {
        /// Whether trace files can be verified.
        LogFileValidate of "v1-update-request"
        required {
            /// Whether CTS signs trace files, so that tampering can be found out.
            is_support_validate: bool,
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/bucket_name" of "v1-update-request",
        text in { "bucket_name": text }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/file_prefix_name" of "v1-update-request",
        text in { "file_prefix_name": text }
    }

    choice! {
        /// Whether the tracker records operations; `disabled` stops it.
        Status {
            /// The tracker records operations.
            Enabled = "enabled",
            /// The tracker records nothing.
            Disabled = "disabled",
        }
    }

    switch! {
        /// Whether trace files are encrypted with the key of `kms_id`.
        Encryption on is_support_trace_files_encryption {
            /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
            kms_id: KmsId,
        }
    }

    text! {
        /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
        KmsId at "/kms_id" of "v1-update-request",
        text in { "is_support_trace_files_encryption": true, "kms_id": text }
    }

    text! {
        /// The name of the log group that CTS creates in LTS; CTS itself uses `CTS`.
        LogGroupName at "/lts/log_group_name" of "v1-update-request",
        text in { "lts": { "log_group_name": text } }
    }

    text! {
        /// The name of the log stream that CTS creates in LTS; CTS itself uses `system-trace`.
        LogTopicName at "/lts/log_topic_name" of "v1-update-request",
        text in { "lts": { "log_topic_name": text } }
    }
}

/// The body of POST /v3/{project_id}/tracker.
pub mod v3_create_request {
    use crate::build::{choice, object, text};

    object! {
        /// The body of POST /v3/{project_id}/tracker.
        Body of "v3-create-request"
        fixed {
            tracker_type = "system",
            tracker_name = "system",
        }
        optional {
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// The bucket to which traces are transferred, and how.
            obs_info: ObsInfo,
            /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
            is_support_validate: bool,
        }
    }

    object! {
        /// The bucket to which traces are transferred, and how.
        ObsInfo of "v3-create-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// How the trace files are stored.
            compress_type: CompressType,
            /// Whether the path of a trace file holds the name of the cloud service.
            is_sort_by_service: bool,
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/obs_info/bucket_name" of "v3-create-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": text } }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/obs_info/file_prefix_name" of "v3-create-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "file_prefix_name": text } }
    }

    choice! {
        /// How the trace files are stored.
        CompressType {
            /// Trace files are compressed.
            Gzip = "gzip",
            /// Trace files are not compressed.
            Json = "json",
        }
    }
}

/// The body of PUT /v3/{project_id}/tracker.
pub mod v3_update_request {
    use crate::build::{choice, object, text};

    object! {
        /// The body of PUT /v3/{project_id}/tracker.
        Body of "v3-update-request"
        fixed {
            tracker_type = "system",
            tracker_name = "system",
        }
        optional {
            /// Whether the tracker records operations; `disabled` stops it.
            status: Status,
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// The bucket to which traces are transferred, and how.
            obs_info: ObsInfo,
            /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
            is_support_validate: bool,
        }
    }

    object! {
        /// The bucket to which traces are transferred, and how.
        ObsInfo of "v3-update-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// How the trace files are stored.
            compress_type: CompressType,
            /// Whether the path of a trace file holds the name of the cloud service.
            is_sort_by_service: bool,
        }
    }

    choice! {
        /// Whether the tracker records operations; `disabled` stops it.
        Status {
            /// The tracker records operations.
            Enabled = "enabled",
            /// The tracker records nothing.
            Disabled = "disabled",
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/obs_info/bucket_name" of "v3-update-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": text } }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/obs_info/file_prefix_name" of "v3-update-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "file_prefix_name": text } }
    }

    choice! {
        /// How the trace files are stored.
        CompressType {
            /// Trace files are compressed.
            Gzip = "gzip",
            /// Trace files are not compressed.
            Json = "json",
        }
    }
}

/// The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system`.
pub mod huawei_v3_create_request_system {
    use crate::build::{choice, object, switch, text};

    object! {
        /// The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system`.
        Body of "huawei-v3-create-request"
        fixed {
            tracker_type = "system",
            tracker_name = "system",
        }
        optional {
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// Whether the management tracker collects the traces of all members of the organization.
            is_organization_tracker: bool,
            /// Which management traces are not transferred; for the management tracker only.
            management_event_selector: ManagementEventSelector,
            /// The bucket to which traces are transferred, and how.
            obs_info: ObsInfo,
            /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
            is_support_validate: bool,
            /// The agency that lets CTS use other services; the cloud creates it if needed.
            agency_name: AgencyName,
        }
        switches {
            /// Whether trace files are encrypted with the key of `kms_id`; for the management tracker only.
            encryption: Encryption,
        }
    }

    object! {
        /// Which management traces are not transferred; for the management tracker only.
        ManagementEventSelector of "huawei-v3-create-request"
        optional {
            /// The cloud services whose traces are not transferred.
            exclude_service: Vec<ExcludeService>,
        }
    }

    object! {
        /// The bucket to which traces are transferred, and how.
        ObsInfo of "huawei-v3-create-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// How the trace files are stored.
            compress_type: CompressType,
            /// Whether the path of a trace file holds the name of the cloud service.
            is_sort_by_service: bool,
        }
    }

    choice! {
        /// The cloud services whose traces are not transferred.
        ExcludeService {
            /// CreateDatakey traces of KMS are not transferred.
            Kms = "KMS",
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/obs_info/bucket_name" of "huawei-v3-create-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": text } }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/obs_info/file_prefix_name" of "huawei-v3-create-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "file_prefix_name": text } }
    }

    choice! {
        /// How the trace files are stored.
        CompressType {
            /// Trace files are compressed.
            Gzip = "gzip",
            /// Trace files are not compressed.
            Json = "json",
        }
    }

    switch! {
        /// Whether trace files are encrypted with the key of `kms_id`; for the management tracker only.
        Encryption on is_support_trace_files_encryption {
            /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
            kms_id: KmsId,
        }
    }

    text! {
        /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
        KmsId at "/kms_id" of "huawei-v3-create-request",
        text in { "tracker_type": "system", "tracker_name": "system", "is_support_trace_files_encryption": true, "kms_id": text }
    }

    choice! {
        /// The agency that lets CTS use other services; the cloud creates it if needed.
        AgencyName {
            /// The agency that CTS creates.
            CtsAdminTrust = "cts_admin_trust",
        }
    }
}

/// The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `data`.
pub mod huawei_v3_create_request_data {
    use crate::build::{AtLeastOne, choice, object, text};

    object! {
        /// The body of POST /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `data`.
        Body of "huawei-v3-create-request"
        fixed {
            tracker_type = "data",
        }
        required {
            /// The name of the tracker; the management tracker is always called `system`, a data tracker never is.
            tracker_name: TrackerName,
            /// The bucket whose operations a data tracker records; for data trackers only.
            data_bucket: DataBucket,
        }
        optional {
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
            is_support_validate: bool,
            /// The agency that lets CTS use other services; the cloud creates it if needed.
            agency_name: AgencyName,
        }
        checked {
            /// The bucket to which traces are transferred, and how.
            obs_info: ObsInfo,
        }
    }

    object! {
        /// The bucket to which traces are transferred, and how.
        ObsInfo of "huawei-v3-create-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// How many days traces are kept in the bucket; for data trackers only.
            bucket_lifecycle: u32,
            /// How the trace files are stored.
            compress_type: CompressType,
            /// Whether the path of a trace file holds the name of the cloud service.
            is_sort_by_service: bool,
        }
    }

    object! {
        /// The bucket whose operations a data tracker records; for data trackers only.
        DataBucket of "huawei-v3-create-request"
        required {
            /// The name of the tracked bucket; it cannot be the bucket to which traces are transferred.
            data_bucket_name: DataBucketName,
            /// The operations that are recorded.
            data_event: AtLeastOne<DataEvent>,
        }
    }

    text! {
        /// The name of the tracker; the management tracker is always called `system`, a data tracker never is.
        TrackerName at "/tracker_name" of "huawei-v3-create-request",
        text in { "tracker_type": "data", "tracker_name": text }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/obs_info/bucket_name" of "huawei-v3-create-request",
        text in { "tracker_type": "data", "obs_info": { "bucket_name": text } }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/obs_info/file_prefix_name" of "huawei-v3-create-request",
        text in { "tracker_type": "data", "obs_info": { "file_prefix_name": text } }
    }

    choice! {
        /// How the trace files are stored.
        CompressType {
            /// Trace files are compressed.
            Gzip = "gzip",
            /// Trace files are not compressed.
            Json = "json",
        }
    }

    text! {
        /// The name of the tracked bucket; it cannot be the bucket to which traces are transferred.
        DataBucketName at "/data_bucket/data_bucket_name" of "huawei-v3-create-request",
        text in { "tracker_type": "data", "data_bucket": { "data_bucket_name": text } }
    }

    choice! {
        /// The operations that are recorded.
        DataEvent {
            /// Operations that read.
            Read = "READ",
            /// Operations that write.
            Write = "WRITE",
        }
    }

    choice! {
        /// The agency that lets CTS use other services; the cloud creates it if needed.
        AgencyName {
            /// The agency that CTS creates.
            CtsAdminTrust = "cts_admin_trust",
        }
    }
}

/// The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system`.
pub mod huawei_v3_update_request_system {
    use crate::build::{choice, object, switch, text};

    object! {
        /// The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `system`.
        Body of "huawei-v3-update-request"
        fixed {
            tracker_type = "system",
            tracker_name = "system",
        }
        optional {
            /// Whether the tracker records operations; `disabled` stops it.
            status: Status,
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// Whether the management tracker collects the traces of all members of the organization.
            is_organization_tracker: bool,
            /// Which management traces are not transferred; for the management tracker only.
            management_event_selector: ManagementEventSelector,
            /// The bucket to which traces are transferred, and how.
            obs_info: ObsInfo,
            /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
            is_support_validate: bool,
            /// The agency that lets CTS use other services; the cloud creates it if needed.
            agency_name: AgencyName,
        }
        switches {
            /// Whether trace files are encrypted with the key of `kms_id`; for the management tracker only.
            encryption: Encryption,
        }
    }

    object! {
        /// Which management traces are not transferred; for the management tracker only.
        ManagementEventSelector of "huawei-v3-update-request"
        optional {
            /// The cloud services whose traces are not transferred.
            exclude_service: Vec<ExcludeService>,
        }
    }

    object! {
        /// The bucket to which traces are transferred, and how.
        ObsInfo of "huawei-v3-update-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// How the trace files are stored.
            compress_type: CompressType,
            /// Whether the path of a trace file holds the name of the cloud service.
            is_sort_by_service: bool,
        }
    }

    choice! {
        /// Whether the tracker records operations; `disabled` stops it.
        Status {
            /// The tracker records operations.
            Enabled = "enabled",
            /// The tracker records nothing.
            Disabled = "disabled",
        }
    }

    choice! {
        /// The cloud services whose traces are not transferred.
        ExcludeService {
            /// CreateDatakey traces of KMS are not transferred.
            Kms = "KMS",
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/obs_info/bucket_name" of "huawei-v3-update-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "bucket_name": text } }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/obs_info/file_prefix_name" of "huawei-v3-update-request",
        text in { "tracker_type": "system", "tracker_name": "system", "obs_info": { "file_prefix_name": text } }
    }

    choice! {
        /// How the trace files are stored.
        CompressType {
            /// Trace files are compressed.
            Gzip = "gzip",
            /// Trace files are not compressed.
            Json = "json",
        }
    }

    switch! {
        /// Whether trace files are encrypted with the key of `kms_id`; for the management tracker only.
        Encryption on is_support_trace_files_encryption {
            /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
            kms_id: KmsId,
        }
    }

    text! {
        /// The ID of the KMS key that encrypts trace files. Required while encryption is on.
        KmsId at "/kms_id" of "huawei-v3-update-request",
        text in { "tracker_type": "system", "tracker_name": "system", "is_support_trace_files_encryption": true, "kms_id": text }
    }

    choice! {
        /// The agency that lets CTS use other services; the cloud creates it if needed.
        AgencyName {
            /// The agency that CTS creates.
            CtsAdminTrust = "cts_admin_trust",
        }
    }
}

/// The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `data`.
pub mod huawei_v3_update_request_data {
    use crate::build::{AtLeastOne, choice, object, text};

    object! {
        /// The body of PUT /v3/{project_id}/tracker, on Huawei Cloud, where `tracker_type` is `data`.
        Body of "huawei-v3-update-request"
        fixed {
            tracker_type = "data",
        }
        required {
            /// The name of the tracker; the management tracker is always called `system`, a data tracker never is.
            tracker_name: TrackerName,
        }
        optional {
            /// Whether the tracker records operations; `disabled` stops it.
            status: Status,
            /// Whether traces are sent to LTS for analysis.
            is_lts_enabled: bool,
            /// Whether CTS signs the trace files in the bucket, so that tampering can be found out.
            is_support_validate: bool,
            /// The agency that lets CTS use other services; the cloud creates it if needed.
            agency_name: AgencyName,
        }
        checked {
            /// The bucket to which traces are transferred, and how.
            obs_info: ObsInfo,
            /// The bucket whose operations a data tracker records; for data trackers only.
            data_bucket: DataBucket,
        }
    }

    object! {
        /// The bucket to which traces are transferred, and how.
        ObsInfo of "huawei-v3-update-request"
        required {
            /// The OBS bucket to which traces are transferred.
            bucket_name: BucketName,
        }
        optional {
            /// What the names of the trace files start with. It is no folder.
            file_prefix_name: FilePrefixName,
            /// Whether CTS creates the bucket; otherwise it must exist.
            is_obs_created: bool,
            /// How many days traces are kept in the bucket; for data trackers only.
            bucket_lifecycle: u32,
            /// How the trace files are stored.
            compress_type: CompressType,
            /// Whether the path of a trace file holds the name of the cloud service.
            is_sort_by_service: bool,
        }
    }

    object! {
        /// The bucket whose operations a data tracker records; for data trackers only.
        DataBucket of "huawei-v3-update-request"
        required {
            /// The name of the tracked bucket; it cannot be the bucket to which traces are transferred.
            data_bucket_name: DataBucketName,
            /// The operations that are recorded.
            data_event: AtLeastOne<DataEvent>,
        }
    }

    text! {
        /// The name of the tracker; the management tracker is always called `system`, a data tracker never is.
        TrackerName at "/tracker_name" of "huawei-v3-update-request",
        text in { "tracker_type": "data", "tracker_name": text }
    }

    choice! {
        /// Whether the tracker records operations; `disabled` stops it.
        Status {
            /// The tracker records operations.
            Enabled = "enabled",
            /// The tracker records nothing.
            Disabled = "disabled",
        }
    }

    text! {
        /// The OBS bucket to which traces are transferred.
        BucketName at "/obs_info/bucket_name" of "huawei-v3-update-request",
        text in { "tracker_type": "data", "obs_info": { "bucket_name": text } }
    }

    text! {
        /// What the names of the trace files start with. It is no folder.
        FilePrefixName at "/obs_info/file_prefix_name" of "huawei-v3-update-request",
        text in { "tracker_type": "data", "obs_info": { "file_prefix_name": text } }
    }

    choice! {
        /// How the trace files are stored.
        CompressType {
            /// Trace files are compressed.
            Gzip = "gzip",
            /// Trace files are not compressed.
            Json = "json",
        }
    }

    text! {
        /// The name of the tracked bucket; it cannot be the bucket to which traces are transferred.
        DataBucketName at "/data_bucket/data_bucket_name" of "huawei-v3-update-request",
        text in { "tracker_type": "data", "data_bucket": { "data_bucket_name": text } }
    }

    choice! {
        /// The operations that are recorded.
        DataEvent {
            /// Operations that read.
            Read = "READ",
            /// Operations that write.
            Write = "WRITE",
        }
    }

    choice! {
        /// The agency that lets CTS use other services; the cloud creates it if needed.
        AgencyName {
            /// The agency that CTS creates.
            CtsAdminTrust = "cts_admin_trust",
        }
    }
}
