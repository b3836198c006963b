//! Page "Querying a Tracker" of Open Telekom Cloud, v3: the answer to `GET /v3/{project_id}/trackers`.

use super::v3;
use crate::messages::MessageId as M;
use crate::model::{Document, DocumentKind, DocumentParts, Field, Object, Type, Version};

/// Table 3. The items (Table 4) have the members of the answer to a create.
static RESPONSE: Object = Object::new(
    "Response body parameters",
    "Querying a Tracker v3, Table 3",
    &[Field::new("trackers", M::LabelTrackers, Type::List, "List of tracker information.").doc(M::DocTrackers)],
);

pub(crate) static LIST_RESPONSE: Document = Document::new(DocumentParts {
    name: "v3-list-response",
    short: None,
    title: M::TitleV3ListResponse,
    kind: DocumentKind::Response,
    version: Some(Version::V3),
    page: "Querying a Tracker v3",
    root: &RESPONSE,
    relations: &[],
    foreign_fields: &[],
    deprecated: None,
    not_json: None,
})
.with_items(&v3::CREATE_RESPONSE);
