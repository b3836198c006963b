//! What both pages say of the same values.

use crate::form;
use crate::spec::{Characters, Length, TextRule, Value, described};
use crate::words::Passage;

/// Page "Creating a Tracker" of Huawei Cloud, v1: the sentences on bucket names and prefixes.
pub(crate) const V1_BUCKET_LENGTH: &str =
    "A name contains 3 to 63 characters and must start with a number or lowercase letter.";
pub(crate) const V1_BUCKET_CHARACTERS: &str =
    "Only lowercase letters, numbers, hyphens (-), and periods (.) are allowed.";
pub(crate) const V1_PREFIX_LENGTH: &str = "A prefix contains up to 64 characters.";
pub(crate) const V1_PREFIX_CHARACTERS: &str =
    "Only letters, numbers, hyphens (-), underscores (_), and periods (.) are allowed.";
/// Page "Creating a Tracker" of Open Telekom Cloud, v3: the same.
pub(crate) const V3_BUCKET_LENGTH: &str =
    "The value contains 3 to 63 characters and must start with a digit or lowercase letter.";
pub(crate) const V3_BUCKET_CHARACTERS: &str =
    "Only lowercase letters, digits, hyphens (-), and periods (.) are allowed.";
pub(crate) const V3_PREFIX: &str = "The value can contain 0 to 64 characters, including letters, digits, hyphens (-), \
                                    underscores (_), and periods (.).";

/// An OBS bucket name; the pages agree, each in its own words.
pub(crate) const fn bucket_name(length: &'static str, characters: Characters) -> TextRule {
    TextRule {
        length: Some(Length {
            min: 3,
            max: 63,
            quote: Passage::new(length),
        }),
        characters: Some(characters),
        values: &[],
        foreign_values: &[],
        form: Some(&form::BUCKET_NAME),
    }
}

/// A prefix of file names. It is no folder: neither slashes nor spaces are allowed.
pub(crate) const fn file_prefix_name(length: &'static str, characters: Characters) -> TextRule {
    TextRule {
        length: Some(Length {
            min: 0,
            max: 64,
            quote: Passage::new(length),
        }),
        characters: Some(characters),
        values: &[],
        foreign_values: &[],
        form: None,
    }
}

/// The characters of bucket names, with the page's sentence.
pub(crate) const fn bucket_characters(quote: &'static str, first: &'static Characters) -> Characters {
    Characters {
        list: Passage::new("a-z 0-9 - ."),
        words: Passage::new("lowercase letters, digits, hyphens and periods"),
        class: described(r"a-z0-9\-."),
        allowed: Characters::allowed(&[(b'a', b'z'), (b'0', b'9')], b"-."),
        first: Some(first),
        quote: Passage::new(quote),
    }
}

/// The first characters of bucket names, with the page's sentence.
pub(crate) const fn bucket_start(quote: &'static str) -> Characters {
    Characters {
        list: Passage::new("a-z 0-9"),
        words: Passage::new("a lowercase letter or a digit"),
        class: described("a-z0-9"),
        allowed: Characters::allowed(&[(b'a', b'z'), (b'0', b'9')], b""),
        first: None,
        quote: Passage::new(quote),
    }
}

/// The characters of prefixes, with the page's sentence.
pub(crate) const fn prefix_characters(quote: &'static str) -> Characters {
    Characters {
        list: Passage::new("A-Z a-z 0-9 - _ ."),
        words: Passage::new("letters, digits, hyphens, underscores and periods"),
        class: described(r"A-Za-z0-9\-_."),
        allowed: Characters::allowed(&[(b'A', b'Z'), (b'a', b'z'), (b'0', b'9')], b"-_."),
        first: None,
        quote: Passage::new(quote),
    }
}

pub(crate) const SYSTEM: Value = Value {
    value: "system",
    doc: described("the management tracker"),
};
/// Live answers have it; on Open Telekom Cloud no request can.
pub(crate) const DATA: Value = Value {
    value: "data",
    doc: described("a data tracker, of Huawei Cloud only"),
};
pub(crate) const ENABLED: Value = Value {
    value: "enabled",
    doc: described("the tracker records operations"),
};
pub(crate) const DISABLED: Value = Value {
    value: "disabled",
    doc: described("the tracker records nothing"),
};
pub(crate) const ERROR: Value = Value {
    value: "error",
    doc: described("the transfer fails; `detail` says why"),
};
pub(crate) const GZIP: Value = Value {
    value: "gzip",
    doc: described("trace files are compressed"),
};
pub(crate) const JSON: Value = Value {
    value: "json",
    doc: described("trace files are not compressed"),
};
