//! The endpoints of the API for trackers: methods, paths, and the documents of their bodies.

use super::{v1, v1_update, v3, v3_update};
use crate::model::{Document, Provider, Source, Version};

/// An endpoint: a method and a path.
#[derive(Debug)]
pub(crate) struct Endpoint {
    /// The method, a space, and the path with its parameters in braces.
    pub(crate) name: &'static str,
    pub(crate) version: Version,
    /// The document of the request body, as Open Telekom Cloud has it; `None` if there is no body.
    pub(crate) document: Option<&'static Document>,
    /// The parameters of the query, of both providers.
    pub(crate) parameters: &'static [&'static str],
    /// What says that it deletes all trackers if the query names none, as Open Telekom Cloud has it.
    pub(crate) deletes_all: Option<Source>,
    /// The page and section that state the endpoint.
    pub(crate) page: &'static str,
    /// The sentence that states it, if it is quoted.
    pub(crate) quote: Option<&'static str>,
}

impl Endpoint {
    pub(crate) fn method(&self) -> &'static str {
        self.name.split(' ').next().unwrap_or_default()
    }

    pub(crate) fn path(&self) -> &'static str {
        self.name.split(' ').nth(1).unwrap_or_default()
    }

    /// The segments of the path. Those in braces are parameters.
    pub(crate) fn steps(&self) -> impl Iterator<Item = &'static str> {
        self.path().split('/').skip(1)
    }

    pub(crate) const fn source(&self) -> Source {
        match self.quote {
            Some(quote) => Source::new(self.page, quote),
            None => Source::page(self.page),
        }
    }

    /// Whether it creates a tracker.
    pub(crate) fn creates(&self) -> bool {
        self.method() == "POST"
    }

    const fn with_document(
        name: &'static str,
        version: Version,
        document: &'static Document,
        page: &'static str,
    ) -> Self {
        Self {
            name,
            version,
            document: Some(document),
            parameters: &[],
            deletes_all: None,
            page,
            quote: Some(name),
        }
    }

    const fn without_document(name: &'static str, version: Version, page: &'static str) -> Self {
        Self {
            name,
            version,
            document: None,
            parameters: match version {
                // `tracker_type` is Huawei Cloud's: huaweicloud-sdk-go-v3, DeleteTrackerRequest, ListTrackersRequest.
                Version::V3 => &["tracker_name", "tracker_type"],
                Version::V1 => &["tracker_name"],
            },
            deletes_all: None,
            page,
            quote: None,
        }
    }
}

/// The endpoints for trackers. The version in the path is `v1.0`, not `v1`. In v3, the path for queries and deletions
/// ends in the plural.
///
/// The first endpoint of each version is on the page with its create request; the others are on other pages of Open
/// Telekom Cloud's reference.
pub(crate) static ENDPOINTS: &[Endpoint] = &[
    Endpoint::with_document(
        "POST /v3/{project_id}/tracker",
        Version::V3,
        &v3::CREATE_REQUEST,
        "Creating a Tracker v3, URI",
    ),
    Endpoint::with_document(
        "PUT /v3/{project_id}/tracker",
        Version::V3,
        &v3_update::UPDATE_REQUEST,
        "Modifying a Tracker v3, URI",
    ),
    Endpoint::without_document(
        "GET /v3/{project_id}/trackers",
        Version::V3,
        "Querying a Tracker v3, URI",
    ),
    Endpoint {
        deletes_all: Some(Source::new(
            "Deleting a Tracker v3, Table 2",
            "If this parameter is not specified, all trackers of the current tenant account will be deleted.",
        )),
        ..Endpoint::without_document(
            "DELETE /v3/{project_id}/trackers",
            Version::V3,
            "Deleting a Tracker v3, URI",
        )
    },
    Endpoint::with_document(
        "POST /v1.0/{project_id}/tracker",
        Version::V1,
        &v1::CREATE_REQUEST,
        "Creating a Tracker v1, URI",
    ),
    Endpoint::with_document(
        "PUT /v1.0/{project_id}/tracker/{tracker_name}",
        Version::V1,
        &v1_update::UPDATE_REQUEST,
        "Modifying a Tracker v1, URI",
    ),
    Endpoint::without_document(
        "GET /v1.0/{project_id}/tracker",
        Version::V1,
        "Querying a Tracker v1, URI",
    ),
    Endpoint {
        deletes_all: Some(Source::new(
            "Deleting a Tracker v1, Table 2",
            "If this parameter is not specified, all trackers of a tenant will be deleted.",
        )),
        ..Endpoint::without_document(
            "DELETE /v1.0/{project_id}/tracker",
            Version::V1,
            "Deleting a Tracker v1, URI",
        )
    },
];

/// The ends of the hosts that tell a provider.
const HOSTS: &[(&str, Provider)] = &[
    (".otc.t-systems.com", Provider::Otc),
    (".otc-tsi.de", Provider::Otc),
    (".myhuaweicloud.com", Provider::Huawei),
    (".myhuaweicloud.eu", Provider::Huawei),
    (".prod-cloud-ocb.orange-business.com", Provider::Huawei),
];

impl Provider {
    /// The provider that answers at this host, with or without a port; `None` if the host tells none.
    #[must_use]
    pub fn with_host(host: &str) -> Option<Self> {
        let name = host.split(':').next().unwrap_or_default();
        let name = name.strip_suffix('.').unwrap_or(name);
        let ends = |end: &str| {
            let start = name.len().checked_sub(end.len());
            start
                .and_then(|start| name.get(start..))
                .is_some_and(|found| found.eq_ignore_ascii_case(end))
        };
        HOSTS.iter().find(|(end, _)| ends(end)).map(|(_, provider)| *provider)
    }
}

impl Document {
    /// The endpoint that accepts this document, as method and path: `POST /v3/{project_id}/tracker`. `None` for
    /// responses.
    #[must_use]
    pub fn endpoint(&'static self) -> Option<&'static str> {
        ENDPOINTS
            .iter()
            .find(|endpoint| endpoint.document == Some(self.of_provider(Provider::Otc)))
            .map(|endpoint| endpoint.name)
    }
}
