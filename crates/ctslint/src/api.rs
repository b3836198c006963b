//! The documents of the CTS API: one module for each page, one table for each object.

pub(crate) mod answers;
pub(crate) mod compliance;
pub(crate) mod endpoint;
pub(crate) mod error;
mod errors;
pub(crate) mod formats;
pub(crate) mod huawei_v3;
pub(crate) mod huawei_v3_update;
pub(crate) mod related_services;
pub(crate) mod shared;
pub(crate) mod statuses;
pub(crate) mod terraform;
pub(crate) mod v1;
pub(crate) mod v1_query;
pub(crate) mod v1_update;
pub(crate) mod v3;
pub(crate) mod v3_list;
pub(crate) mod v3_update;

pub(crate) use errors::ForeseenIn;
pub use errors::{ApiError, api_error, api_errors};

use crate::model::{Document, Provider};

/// Every document that can be checked, in the order of the documentation.
pub(crate) static DOCUMENTS: &[&Document] = &[
    &v1::CREATE_REQUEST,
    &v1::CREATE_RESPONSE,
    &v1_update::UPDATE_REQUEST,
    &v1_query::QUERY_RESPONSE,
    &v3::CREATE_REQUEST,
    &v3::CREATE_RESPONSE,
    &v3_update::UPDATE_REQUEST,
    &v3_list::LIST_RESPONSE,
    &huawei_v3::CREATE_REQUEST,
    &huawei_v3_update::UPDATE_REQUEST,
    &error::ERROR_RESPONSE,
];

/// Every document that can be checked, in the order of the documentation.
#[must_use]
pub fn documents() -> &'static [&'static Document] {
    DOCUMENTS
}

impl Document {
    /// The same document as this provider has it: itself if both have the same.
    ///
    /// ```
    /// use ctslint::{Document, Provider};
    ///
    /// let v3 = Document::from_name("v3").unwrap();
    /// assert_eq!(v3.of_provider(Provider::Huawei).name(), "huawei-v3-create-request");
    /// ```
    #[must_use]
    pub fn of_provider(&'static self, provider: Provider) -> &'static Self {
        let pair = PROVIDERS.iter().find(|(otc, huawei)| self == *otc || self == *huawei);
        match (pair, provider) {
            (Some((otc, _)), Provider::Otc) => otc,
            (Some((_, huawei)), Provider::Huawei) => huawei,
            (None, _) => self,
        }
    }

    /// The document with this name or short name: `v1-create-request`, `v3`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<&'static Self> {
        DOCUMENTS
            .iter()
            .copied()
            .find(|document| document.name() == name || document.short_name() == Some(name))
    }
}

/// The documents that providers have in different forms: Open Telekom Cloud's, then Huawei Cloud's.
static PROVIDERS: &[(&Document, &Document)] = &[
    (&v3::CREATE_REQUEST, &huawei_v3::CREATE_REQUEST),
    (&v3_update::UPDATE_REQUEST, &huawei_v3_update::UPDATE_REQUEST),
];

/// For a request, those where a field that it does not have may belong, in the order in which they are asked.
pub(crate) fn elsewhere(document: &Document) -> &'static [&'static Document] {
    let of = |(request, _): &&(&Document, _)| *request == document;
    ELSEWHERE.iter().find(of).map_or(&[], |(_, others)| others)
}

/// The other version of the same request, then the other request of the same version.
static ELSEWHERE: &[(&Document, &[&Document])] = &[
    (&v1::CREATE_REQUEST, &[&v3::CREATE_REQUEST, &v1_update::UPDATE_REQUEST]),
    (&v3::CREATE_REQUEST, &[&v1::CREATE_REQUEST, &v3_update::UPDATE_REQUEST]),
    (
        &v1_update::UPDATE_REQUEST,
        &[&v3_update::UPDATE_REQUEST, &v1::CREATE_REQUEST],
    ),
    (
        &v3_update::UPDATE_REQUEST,
        &[&v1_update::UPDATE_REQUEST, &v3::CREATE_REQUEST],
    ),
    (
        &huawei_v3::CREATE_REQUEST,
        &[&v1::CREATE_REQUEST, &huawei_v3_update::UPDATE_REQUEST],
    ),
    (
        &huawei_v3_update::UPDATE_REQUEST,
        &[&v1_update::UPDATE_REQUEST, &huawei_v3::CREATE_REQUEST],
    ),
];
