//! Arguments of the Terraform provider for Huawei Cloud that differ from the names of their API fields.
//!
//! Source: terraform-provider-huaweicloud at a0345b8, `services/cts/resource_huaweicloud_cts_tracker.go` and
//! `resource_huaweicloud_cts_data_tracker.go`.

/// Pairs of an argument of the provider and the corresponding field of the API.
pub(crate) static ARGUMENTS: &[(&str, &str)] = &[
    ("file_prefix", "file_prefix_name"),
    ("lts_enabled", "is_lts_enabled"),
    ("validate_file", "is_support_validate"),
    ("organization_enabled", "is_organization_tracker"),
    ("obs_retention_period", "bucket_lifecycle"),
    ("data_operation", "data_event"),
];
