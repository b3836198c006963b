//! Which document is this?

use std::fmt;

use serde::{Serialize, Serializer};

/// Why a text was checked as the document it was checked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The caller named the document.
    Named,
    /// It has a field that tells.
    Has(&'static str),
    /// It has two fields that only answers have.
    HasBoth(&'static str, &'static str),
    /// Nothing else decides, and a field is nearly one that tells.
    Resembles(&'static str),
    /// It is a list of trackers, which is no document.
    List,
    /// Nothing tells.
    Nothing,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named => f.write_str("the document was named"),
            Self::Has(field) => write!(f, "it has `{field}`"),
            Self::HasBoth(first, second) => write!(f, "it has `{first}` and `{second}`"),
            Self::Resembles(field) => write!(f, "it has a field like `{field}`"),
            Self::List => f.write_str("it is a list of trackers"),
            Self::Nothing => f.write_str("no field tells"),
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
