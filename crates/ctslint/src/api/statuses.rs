//! The HTTP status codes that the pages about trackers list.
//!
//! Sources: the pages "Creating a Tracker" of Huawei Cloud (v1) and of Open Telekom Cloud (v3); for 200 those of Open Telekom Cloud
//! about modifying and querying.

use crate::messages::MessageId as M;
use crate::model::Source;

/// A status code.
#[derive(Debug)]
pub(crate) struct HttpStatus {
    /// The name by which to ask for it: `HTTP 400`.
    pub(crate) name: &'static str,
    /// What it means.
    pub(crate) meaning: M,
    /// What to do about it, if it is that of an error.
    pub(crate) advice: Option<M>,
    /// What each page says.
    pub(crate) sentences: &'static [Source],
}

impl HttpStatus {
    /// The three digits.
    pub(crate) fn code(&self) -> &'static str {
        self.name.rsplit(' ').next().unwrap_or_default()
    }
}

const V1: &str = "Creating a Tracker v1";
const V3: &str = "Creating a Tracker v3";
const SUCCESS: &str = "The request is successful.";

/// Every status code, in the order of the pages.
pub(crate) static STATUSES: &[HttpStatus] = &[
    HttpStatus {
        name: "HTTP 200",
        meaning: M::ExplainStatus200,
        advice: None,
        sentences: &[
            Source::new("Modifying a Tracker v1", SUCCESS),
            Source::new("Modifying a Tracker v3", SUCCESS),
            Source::new("Querying a Tracker v3", SUCCESS),
            Source::new("Querying a Tracker v1", "The request is successfully sent."),
        ],
    },
    HttpStatus {
        name: "HTTP 201",
        meaning: M::ExplainStatus201,
        advice: None,
        sentences: &[Source::new(V1, SUCCESS), Source::new(V3, SUCCESS)],
    },
    HttpStatus {
        name: "HTTP 400",
        meaning: M::ExplainStatus400,
        advice: Some(M::ExplainAdvice400),
        sentences: &both("The server failed to process the request."),
    },
    HttpStatus {
        name: "HTTP 401",
        meaning: M::ExplainStatus401,
        advice: Some(M::AdviceToken),
        sentences: &both("The request is rejected due to authentication failure."),
    },
    HttpStatus {
        name: "HTTP 403",
        meaning: M::ExplainStatus403,
        advice: Some(M::AdvicePermission),
        sentences: &both("The server understood the request but refused to authorize it."),
    },
    HttpStatus {
        name: "HTTP 404",
        meaning: M::ExplainStatus404,
        advice: Some(M::ExplainAdvice404),
        sentences: &[
            Source::new(V1, "The requested OBS bucket does not exist."),
            Source::new(V3, "The requested resource does not exist."),
        ],
    },
    HttpStatus {
        name: "HTTP 500",
        meaning: M::ErrorInternal,
        advice: Some(M::AdviceServer),
        sentences: &[
            Source::new(
                V1,
                "The server has received the request but encountered an internal error.",
            ),
            Source::new(
                V3,
                "Failed to complete the request because of an internal service error.",
            ),
        ],
    },
    HttpStatus {
        name: "HTTP 503",
        meaning: M::ExplainStatus503,
        advice: Some(M::ExplainAdvice503),
        sentences: &[Source::new(
            V3,
            "The requested service is invalid. The client should not repeat the request without modifications.",
        )],
    },
];

/// What both pages say in the same words.
const fn both(sentence: &'static str) -> [Source; 2] {
    [Source::new(V1, sentence), Source::new(V3, sentence)]
}
