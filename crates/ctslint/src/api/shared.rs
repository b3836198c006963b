//! Constraints that v1 and v3 share.

use super::formats;
use crate::messages::MessageId as M;
use crate::model::{Characters, Length, TextRule, Value};

/// Page "Creating a Tracker" of Huawei Cloud, v1: the sentences about bucket names and prefixes.
pub(crate) const V1_BUCKET_LENGTH: &str =
    "A name contains 3 to 63 characters and must start with a number or lowercase letter.";
pub(crate) const V1_BUCKET_CHARACTERS: &str =
    "Only lowercase letters, numbers, hyphens (-), and periods (.) are allowed.";
pub(crate) const V1_PREFIX_LENGTH: &str = "A prefix contains up to 64 characters.";
pub(crate) const V1_PREFIX_CHARACTERS: &str =
    "Only letters, numbers, hyphens (-), underscores (_), and periods (.) are allowed.";
/// Page "Creating a Tracker" of Open Telekom Cloud, v3: the sentences about bucket names and prefixes.
pub(crate) const V3_BUCKET_LENGTH: &str =
    "The value contains 3 to 63 characters and must start with a digit or lowercase letter.";
pub(crate) const V3_BUCKET_CHARACTERS: &str =
    "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed.";
pub(crate) const V3_PREFIX: &str = "The value can contain 0 to 64 characters, including letters, digits, hyphens (-), \
                                    underscores (_), and periods (.).";

/// An OBS bucket name. Both pages state the same rules in different words.
pub(crate) const fn bucket_name(length: &'static str, characters: Characters) -> TextRule {
    TextRule {
        length: Some(Length {
            min: 3,
            max: 63,
            quote: length,
            page: None,
        }),
        characters: Some(characters),
        values: &[],
        foreign_values: &[],
        or_empty: false,
        format: Some(&formats::BUCKET_NAME),
    }
}

/// A prefix of file names. It is not a folder: slashes and spaces are not allowed.
pub(crate) const fn file_prefix_name(length: &'static str, characters: Characters) -> TextRule {
    TextRule {
        length: Some(Length {
            min: 0,
            max: 64,
            quote: length,
            page: None,
        }),
        characters: Some(characters),
        values: &[],
        foreign_values: &[],
        or_empty: false,
        format: None,
    }
}

/// The characters allowed in bucket names. `quote` is the sentence of the page.
pub(crate) const fn bucket_characters(quote: &'static str, first: &'static Characters) -> Characters {
    Characters {
        list: "a-z 0-9 - .",
        words: M::CharactersBucket,
        class: r"a-z0-9\-.",
        allowed: Characters::allowed(&[(b'a', b'z'), (b'0', b'9')], b"-."),
        first: Some(first),
        quote,
    }
}

/// The characters allowed at the start of bucket names. `quote` is the sentence of the page.
pub(crate) const fn bucket_start(quote: &'static str) -> Characters {
    Characters {
        list: "a-z 0-9",
        words: M::CharactersBucketStart,
        class: "a-z0-9",
        allowed: Characters::allowed(&[(b'a', b'z'), (b'0', b'9')], b""),
        first: None,
        quote,
    }
}

/// The characters allowed in prefixes. `quote` is the sentence of the page.
pub(crate) const fn prefix_characters(quote: &'static str) -> Characters {
    Characters {
        list: "A-Z a-z 0-9 - _ .",
        words: M::CharactersPrefix,
        class: r"A-Za-z0-9\-_.",
        allowed: Characters::allowed(&[(b'A', b'Z'), (b'a', b'z'), (b'0', b'9')], b"-_."),
        first: None,
        quote,
    }
}

pub(crate) const SYSTEM: Value = Value {
    value: "system",
    doc: M::ValueSystem,
};
/// Real responses have this value; on Open Telekom Cloud, requests cannot have it.
pub(crate) const DATA: Value = Value {
    value: "data",
    doc: M::ValueData,
};
pub(crate) const ENABLED: Value = Value {
    value: "enabled",
    doc: M::ValueEnabled,
};
pub(crate) const DISABLED: Value = Value {
    value: "disabled",
    doc: M::ValueDisabled,
};
pub(crate) const ERROR: Value = Value {
    value: "error",
    doc: M::ValueError,
};
pub(crate) const GZIP: Value = Value {
    value: "gzip",
    doc: M::ValueGzip,
};
pub(crate) const JSON: Value = Value {
    value: "json",
    doc: M::ValueJson,
};
