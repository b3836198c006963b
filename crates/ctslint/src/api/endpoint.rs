//! The requests of the API on trackers: methods, paths, and the documents that are their bodies.

use super::{v1, v3};
use crate::report::Source;
use crate::spec::{Document, Version};

/// A request that the API knows.
#[derive(Debug)]
pub(crate) struct Endpoint {
    /// The method, a space, and the path with its parameters in braces.
    pub(crate) name: &'static str,
    pub(crate) version: Version,
    /// What its body is; `None` where it has none, or none that can be checked.
    pub(crate) document: Option<&'static Document>,
    /// Whether it has a body.
    pub(crate) has_body: bool,
    /// The section of the page that states it.
    pub(crate) page: &'static str,
    /// The sentence that states it, where it is quoted.
    pub(crate) quote: Option<&'static str>,
}

impl Endpoint {
    pub(crate) fn method(&self) -> &'static str {
        self.name.split(' ').next().unwrap_or_default()
    }

    pub(crate) fn path(&self) -> &'static str {
        self.name.split(' ').nth(1).unwrap_or_default()
    }

    /// The steps of the path. Those in braces are parameters.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &'static str> {
        self.path().split('/').skip(1)
    }

    pub(crate) const fn source(&self) -> Source {
        match self.quote {
            Some(quote) => Source::new(self.page, quote),
            None => Source::page(self.page),
        }
    }

    const fn creates(name: &'static str, version: Version, document: &'static Document, page: &'static str) -> Self {
        Self {
            name,
            version,
            document: Some(document),
            has_body: true,
            page,
            quote: Some(name),
        }
    }

    const fn other(name: &'static str, version: Version, has_body: bool, page: &'static str) -> Self {
        Self {
            name,
            version,
            document: None,
            has_body,
            page,
            quote: None,
        }
    }
}

/// The requests on trackers. The version of the path is `v1.0`, not `v1`; in v3 trackers are queried and deleted in the
/// plural.
///
/// The first of each version is the one of its seed page; the others are on the pages of Open Telekom Cloud's reference.
pub(crate) static ENDPOINTS: &[Endpoint] = &[
    Endpoint::creates(
        "POST /v3/{project_id}/tracker",
        Version::V3,
        &v3::CREATE_REQUEST,
        "Creating a Tracker v3, URI",
    ),
    Endpoint::other(
        "PUT /v3/{project_id}/tracker",
        Version::V3,
        true,
        "Modifying a Tracker v3, URI",
    ),
    Endpoint::other(
        "GET /v3/{project_id}/trackers",
        Version::V3,
        false,
        "Querying a Tracker v3, URI",
    ),
    Endpoint::other(
        "DELETE /v3/{project_id}/trackers",
        Version::V3,
        false,
        "Deleting a Tracker v3, URI",
    ),
    Endpoint::creates(
        "POST /v1.0/{project_id}/tracker",
        Version::V1,
        &v1::CREATE_REQUEST,
        "Creating a Tracker v1, URI",
    ),
    Endpoint::other(
        "PUT /v1.0/{project_id}/tracker/{tracker_name}",
        Version::V1,
        true,
        "Modifying a Tracker v1, URI",
    ),
    Endpoint::other(
        "GET /v1.0/{project_id}/tracker",
        Version::V1,
        false,
        "Querying a Tracker v1, URI",
    ),
    Endpoint::other(
        "DELETE /v1.0/{project_id}/tracker",
        Version::V1,
        false,
        "Deleting a Tracker v1, URI",
    ),
];

impl Document {
    /// The request whose body it is, as method and path: `POST /v3/{project_id}/tracker`. `None` for answers.
    #[must_use]
    pub fn endpoint(&'static self) -> Option<&'static str> {
        ENDPOINTS
            .iter()
            .find(|endpoint| endpoint.document == Some(self))
            .map(|endpoint| endpoint.name)
    }
}
