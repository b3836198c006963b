//! Where the conformance rules come from. Each bears the name of the rule of a public rule set that asks for the same.

use crate::report::Source;

/// The rule set of Huawei Cloud's Config service.
pub(crate) const CONFIG: Source = Source::page("Config User Guide of Huawei Cloud, Best Practices for CTS");

/// Config has no rule for a transfer to a bucket; Prowler has one.
pub(crate) const PROWLER: Source = Source::page("Prowler's checks for Huawei Cloud, cts_tracker_bucket_configured");
