//! The laws of the builders, held over every body that they can make.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use super::*;
use crate::check;

/// What can be made at random; `None` if no text fits.
pub(super) trait Any: Sized {
    fn any(choices: &mut Choices) -> Option<Self>;
}

/// Random bytes to choose by, and a random text. After the last byte, everything is the first choice.
pub(super) struct Choices {
    bytes: std::vec::IntoIter<u8>,
    text: String,
}

/// Texts that fields take or refuse. Every field takes one of them.
const TEXTS: &[&str] = &[
    "audit-prod",
    "invoices",
    "CTS",
    "system-trace",
    "system",
    "2f6b9a4e-07cd-4c1b-9d3e-5a8b71c6f042",
    "a.b",
    "192.168.0.1",
    "_x_",
    "ab",
    "",
    " ",
    "${BUCKET}",
    "<name>",
    "größe",
    "<<<<<<< HEAD\n=======\n>>>>>>> main",
    "\u{0}\"\\\u{2028}",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

impl Choices {
    fn next(&mut self) -> usize {
        usize::from(self.bytes.next().unwrap_or_default())
    }

    pub(super) fn flip(&mut self) -> bool {
        self.next() % 2 == 1
    }

    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.next() % all.len()).copied()
    }

    /// Every text, beginning anywhere.
    pub(super) fn texts(&mut self) -> Vec<String> {
        let mut texts: Vec<String> = TEXTS.iter().copied().map(String::from).collect();
        texts.push(self.text.clone());
        let start = self.next() % texts.len();
        texts.rotate_left(start);
        texts
    }
}

impl Any for bool {
    fn any(choices: &mut Choices) -> Option<Self> {
        Some(choices.flip())
    }
}

impl Any for u32 {
    fn any(choices: &mut Choices) -> Option<Self> {
        choices.one_of(&[30, 0, 5000, 5001, Self::MAX])
    }
}

impl<T: Any> Any for Vec<T> {
    fn any(choices: &mut Choices) -> Option<Self> {
        (0..choices.next() % 4).map(|_| T::any(choices)).collect()
    }
}

impl<T: Any> Any for AtLeastOne<T> {
    fn any(choices: &mut Choices) -> Option<Self> {
        Some(Self::new(T::any(choices)?, Vec::any(choices)?))
    }
}

/// Every law for one body.
fn holds(document: &'static str, body: &impl Serialize) {
    let document = Document::from_name(document).expect("the document exists");
    let text = serde_json::to_string(body).expect("it can be written");
    let options = Options {
        document: Some(document),
        ..Options::default()
    };
    let findings = check(&text, &options).findings;
    let error = findings.iter().find(|finding| finding.severity == Severity::Error);
    assert_eq!(error.map(|error| error.message(Language::En)), None, "{text}");
    let read: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(read, serde_json::to_value(body).expect("it is a value"));
    assert!(!has_null(&read), "{text}");
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}

fn choices() -> impl Strategy<Value = (Vec<u8>, String)> {
    (proptest::collection::vec(any::<u8>(), 0..60), ".{0,70}")
}

macro_rules! laws {
    ($($module:ident $document:literal,)+) => {
        $(
            proptest! {
                #[test]
                fn $module((bytes, text) in choices()) {
                    let mut choices = Choices { bytes: bytes.into_iter(), text };
                    let body = super::$module::Body::any(&mut choices).expect("every field takes one of the texts");
                    holds($document, &body);
                }
            }
        )+

        /// Otherwise a builder would be generated, but not held to the laws.
        #[test]
        fn every_builder_is_held() {
            let generated = crate::builders();
            let modules: Vec<&str> = generated.lines().filter_map(|line| line.strip_prefix("pub mod ")).collect();
            assert_eq!(modules, [$(concat!(stringify!($module), " {")),+]);
        }
    };
}

laws! {
    v1_create_request "v1-create-request",
    v1_update_request "v1-update-request",
    v3_create_request "v3-create-request",
    v3_update_request "v3-update-request",
    huawei_v3_create_request_system "huawei-v3-create-request",
    huawei_v3_create_request_data "huawei-v3-create-request",
    huawei_v3_update_request_system "huawei-v3-update-request",
    huawei_v3_update_request_data "huawei-v3-update-request",
}

/// A text that is wrong is refused in the words of its finding, also where only its neighbours make it wrong.
#[test]
fn texts_are_refused_in_the_words_of_the_finding() {
    fn says<T: for<'a> TryFrom<&'a str, Error = InvalidValue>>(text: &str) -> Option<String> {
        T::try_from(text).err().map(|error| error.to_string())
    }
    let bucket = says::<v3_create_request::BucketName>;
    assert_eq!(bucket("audit-prod"), None);
    assert_eq!(
        bucket("audit_prod").as_deref(),
        Some("`_` is not allowed in `bucket_name`")
    );
    assert_eq!(
        bucket("ab").as_deref(),
        Some("`bucket_name` takes 3 to 63 characters, this has 2")
    );
    let key = says::<v1_create_request::KmsId>;
    assert_eq!(key("unusual"), None);
    assert_eq!(key("").as_deref(), Some("`kms_id` is required while encryption is on"));
    let name = says::<huawei_v3_create_request_data::TrackerName>;
    assert_eq!(name("invoices"), None);
    assert_eq!(
        name("system").as_deref(),
        Some("a data tracker cannot be called `system`")
    );
    // An update may have no bucket: that switches the transfer off.
    assert_eq!(says::<v3_update_request::BucketName>(""), None);
}

/// A data tracker that writes into the bucket that it tracks is refused, in whatever order the two are set.
#[test]
fn fields_that_do_not_go_together_are_refused() {
    use huawei_v3_update_request_data::{Body, DataBucket, DataEvent, ObsInfo};
    let body = || Body::new("invoices".try_into().expect("it is a name"));
    let target = || ObsInfo::new("audit-prod".try_into().expect("it is a bucket"));
    let tracked = |bucket: &str| {
        let events = AtLeastOne::new(DataEvent::Read, [DataEvent::Write]);
        DataBucket::new(bucket.try_into().expect("it is a bucket"), events)
    };
    let with_target = body().obs_info(target()).expect("nothing is against it");
    let refused = with_target.clone().data_bucket(tracked("audit-prod"));
    assert_eq!(refused.map_err(|error| error.finding().rule.name()), Err("same-bucket"));
    let with_tracked = body()
        .data_bucket(tracked("audit-prod"))
        .expect("nothing is against it");
    assert!(with_tracked.obs_info(target()).is_err());
    let both = with_target
        .data_bucket(tracked("invoices"))
        .expect("they are different");
    assert_eq!(
        serde_json::to_value(&both).expect("it is a value"),
        json!({
            "tracker_type": "data",
            "tracker_name": "invoices",
            "obs_info": {"bucket_name": "audit-prod"},
            "data_bucket": {"data_bucket_name": "invoices", "data_event": ["READ", "WRITE"]},
        })
    );
}
