//! The error response. Page "Creating a Tracker" of Open Telekom Cloud, v3, Tables 8 to 13, which are the same for the
//! status codes 400, 401, 403, 404, 500 and 503.

use crate::messages::MessageId as M;
use crate::model::{Document, DocumentKind, DocumentParts, Field, Object, TextRule, Type};

static ROOT: Object = Object::new(
    "Response body parameters",
    "Creating a Tracker v3, Table 8",
    &[
        // The page says "CTS.XXX". Any string is accepted, because v1 returns `cts.00xx` and gateways return
        // `APIGW.0101`.
        Field::new(
            "error_code",
            M::LabelErrorCode,
            Type::Text(&TextRule::ANY),
            "Error code. Format: CTS.XXX.",
        )
        .doc(M::DocErrorCode)
        .example("\"CTS.0231\""),
        Field::new(
            "error_msg",
            M::LabelErrorMessage,
            Type::Text(&TextRule::ANY),
            "Error message.",
        )
        .doc(M::DocErrorMessage)
        .example("\"Invalid bucket name.\""),
    ],
);

pub(crate) static ERROR_RESPONSE: Document = Document::new(DocumentParts {
    name: "error-response",
    short: None,
    title: M::TitleErrorResponse,
    kind: DocumentKind::Error,
    version: None,
    page: "Creating a Tracker v3",
    root: &ROOT,
    relations: &[],
    foreign_fields: &[],
    deprecated: None,
    not_json: None,
})
// Gateways add this member.
.with_undocumented(&["request_id"]);
