//! Which document a body is.

use serde::Serialize;

/// Why a body was taken for a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason;
