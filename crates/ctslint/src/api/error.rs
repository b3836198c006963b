//! The answer that says what went wrong. Page "Creating a Tracker" of Open Telekom Cloud, v3, Tables 8 to 13: the same
//! for the status codes 400, 401, 403, 404, 500 and 503.

use crate::spec::{Document, DocumentKind, DocumentParts, Field, Object, TextRule, Type};

static ROOT: Object = Object::new(
    "Response body parameters",
    "Creating a Tracker v3, Table 8",
    &[
        // The page says "CTS.XXX"; we take any text, because v1 answers `cts.00xx` and gateways answer `APIGW.0101`.
        Field::new(
            "error_code",
            "Error code",
            Type::Text(&TextRule::ANY),
            "Error code. Format: CTS.XXX.",
        )
        .doc("The code of the error: `CTS.` and digits; v1 and gateways answer codes of their own.")
        .example("\"CTS.0231\""),
        Field::new(
            "error_msg",
            "Error message",
            Type::Text(&TextRule::ANY),
            "Error message.",
        )
        .doc("What went wrong, in words.")
        .example("\"Invalid bucket name.\""),
    ],
);

pub(crate) static ERROR_RESPONSE: Document = Document::new(DocumentParts {
    name: "error-response",
    short: None,
    title: "the answer when something went wrong",
    kind: DocumentKind::Error,
    version: None,
    page: "Creating a Tracker v3",
    root: &ROOT,
    relations: &[],
    strangers: &[],
    deprecated: None,
    not_json: None,
})
// Gateways add it.
.with_undocumented(&["request_id"]);
