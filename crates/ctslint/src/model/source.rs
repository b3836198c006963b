//! Citations of the API reference and other sources.

use serde::Serialize;

use crate::text::serialize::fixed;

/// A citation. Titles of pages and sentences are English, as the vendor wrote them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The page, and the table or section on it.
    #[serde(serialize_with = "fixed")]
    pub page: &'static str,
    /// The sentence, word for word.
    #[serde(serialize_with = "fixed", skip_serializing_if = "Option::is_none")]
    pub quote: Option<&'static str>,
}

impl Source {
    /// Cites a sentence on a page.
    pub(crate) const fn new(page: &'static str, quote: &'static str) -> Self {
        Self {
            page,
            quote: Some(quote),
        }
    }

    /// Cites a page as a whole.
    pub(crate) const fn page(page: &'static str) -> Self {
        Self { page, quote: None }
    }

    /// The page, and the sentence in quotation marks: `Creating a Tracker v3, Table 2: "…"`.
    pub(crate) fn cited(self) -> String {
        let quote = self.quote.map(|quote| format!(": \"{quote}\"")).unwrap_or_default();
        format!("{}{quote}", self.page)
    }
}
