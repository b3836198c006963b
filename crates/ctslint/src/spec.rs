//! The documents of the API.

/// A document that a body can be.
#[derive(Debug, PartialEq, Eq)]
pub struct Document {
    name: &'static str,
}

impl Document {
    /// The name, as in reports.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}
