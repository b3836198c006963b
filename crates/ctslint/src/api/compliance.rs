//! The sources of the compliance rules. Each rule has the name of the equivalent rule in a public rule set.

use crate::model::Source;

/// The rule set of Huawei Cloud's Config service.
pub(crate) const CONFIG: Source = Source::page("Config User Guide of Huawei Cloud, Best Practices for CTS");

/// Prowler's checks. Config has no rule about the transfer to a bucket.
pub(crate) const PROWLER: Source = Source::page("Prowler's checks for Huawei Cloud, cts_tracker_bucket_configured");
