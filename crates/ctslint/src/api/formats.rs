//! String formats from other pages of the vendor: OBS bucket names, KMS key IDs, LTS names, project IDs.

use crate::json::scan::char_at;
use crate::messages::MessageId as M;
use crate::model::{FormatViolation, Rule, Source, StringFormat};
use crate::text::are_alike;

const OBS_PAGE: &str = "OBS API Reference, Constructing a Request";
const OBS_ADJACENT: &str =
    "Cannot contain a period (.) and a hyphen (-) adjacent to each other, for example, my-.bucket or my.-bucket.";
const OBS_PERIODS: &str = "Cannot contain two consecutive periods (..)";
const OBS_ENDS: &str = "Cannot start or end with a hyphen (-) or period (.).";
const OBS_ADDRESS: &str = "Cannot be formatted as an IP address.";
const RESPONSE_PAGE: &str = "an answer of the API in service (cts.0007)";
const RESPONSE_LENGTH: &str = "The log_topic_name length must be less than 64.";

/// A violation by the bytes from `start` to `end` of a string.
#[cold]
fn violation(
    (what, reason): (M, &'static str),
    start: usize,
    end: usize,
    source: Option<&'static Source>,
) -> Option<FormatViolation> {
    Some(FormatViolation {
        what,
        reason,
        bytes: (start, end),
        source,
    })
}

/// The end of the character at `start`, in bytes.
fn character_end(text: &str, start: usize) -> usize {
    start + char_at(text, start).map_or(1, char::len_utf8)
}

/// Rules for bucket names from the page of OBS, beyond those of the CTS API page. CTS's console page repeats all but the one on the
/// ends (Open Telekom Cloud, User Guide, Configuring a Tracker).
pub(crate) static BUCKET_NAME: StringFormat = StringFormat {
    rule: Rule::InvalidBucketName,
    words: M::FormBucketName,
    // `--` is allowed: no page forbids it.
    pattern: Some(r"^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*$"),
    not_patterns: &[
        r"^(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}$",
    ],
    source: Source::page(OBS_PAGE),
    check: bucket_name,
};

fn bucket_name(name: &str) -> Option<FormatViolation> {
    const PERIODS: &Source = &Source::new(OBS_PAGE, OBS_PERIODS);
    const ADJACENT: &Source = &Source::new(OBS_PAGE, OBS_ADJACENT);
    const END: &Source = &Source::new(OBS_PAGE, OBS_ENDS);
    const ADDRESS: &Source = &Source::new(OBS_PAGE, OBS_ADDRESS);
    let bytes = name.as_bytes();
    for (index, pair) in bytes.windows(2).enumerate() {
        let (what, source) = match pair {
            b".." => ((M::BreachTwoPeriods, "dots"), PERIODS),
            b".-" => ((M::BreachPeriodHyphen, "dot-hyphen"), ADJACENT),
            b"-." => ((M::BreachHyphenPeriod, "hyphen-dot"), ADJACENT),
            _ => continue,
        };
        return violation(what, index, index + 2, Some(source));
    }
    let length = bytes.len();
    let end = match bytes.last() {
        Some(b'-') => Some("ends-with-hyphen"),
        Some(b'.') => Some("ends-with-dot"),
        _ => None,
    };
    if let Some(reason) = end {
        return violation((M::BreachWrongEnd, reason), length - 1, length, Some(END));
    }
    if bytes.first().is_some_and(u8::is_ascii_digit) && is_ipv4(bytes) {
        return violation((M::BreachIpAddress, "ip-address"), 0, length, Some(ADDRESS));
    }
    None
}

/// Whether the name consists of four decimal octets without leading zeros. No other name counts as an IP address.
fn is_ipv4(name: &[u8]) -> bool {
    let is_octet = |octet: &[u8]| {
        matches!(
            octet,
            [b'2', b'5', b'0'..=b'5']
                | [b'2', b'0'..=b'4', b'0'..=b'9']
                | [b'1', b'0'..=b'9', b'0'..=b'9']
                | [b'1'..=b'9', b'0'..=b'9']
                | [b'0'..=b'9']
        )
    };
    let mut octets = 0;
    for octet in name.split(|&byte| byte == b'.') {
        octets += 1;
        if !is_octet(octet) {
            return false;
        }
    }
    octets == 4
}

/// Key IDs in the format that KMS documents: five groups of digits and lowercase letters, including non-hexadecimal
/// ones.
pub(crate) static KMS_ID: StringFormat = StringFormat {
    rule: Rule::UnusualKmsId,
    words: M::FormKmsId,
    pattern: Some("^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$"),
    not_patterns: &[],
    source: Source::new(
        "KMS API Reference, Disabling a CMK",
        "^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$",
    ),
    check: kms_id,
};

fn kms_id(id: &str) -> Option<FormatViolation> {
    let is_usual = |(index, &byte): (usize, &u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_digit() || byte.is_ascii_lowercase(),
    };
    if id.len() == 36 && id.as_bytes().iter().enumerate().all(is_usual) {
        return None;
    }
    violation((M::BreachNoKeyId, "no-key-id"), 0, id.len(), None)
}

/// Names of log groups: 1 to 64 characters, of which CTS may refuse exactly 64. The pattern is what gives no finding, so it ends
/// at 63, as that of streams does.
pub(crate) static LTS_GROUP: StringFormat = StringFormat {
    rule: Rule::UnusualLtsName,
    words: M::FormLtsGroup,
    pattern: Some("^[A-Za-z0-9\\-][A-Za-z0-9._\\-]{0,61}[A-Za-z0-9_\\-]$|^[A-Za-z0-9\\-]$"),
    not_patterns: &[],
    source: Source::page("LTS API Reference, Creating a Log Group"),
    check: lts_group,
};

/// Names of log streams, which the CTS API calls topics.
pub(crate) static LTS_STREAM: StringFormat = StringFormat {
    rule: Rule::UnusualLtsName,
    words: M::FormLtsStream,
    pattern: Some("^[A-Za-z0-9_\\-][A-Za-z0-9._\\-]{0,61}[A-Za-z0-9_\\-]$|^[A-Za-z0-9_\\-]$"),
    not_patterns: &[],
    source: Source::page("LTS API Reference, Creating a Log Stream"),
    check: lts_stream,
};

fn lts_group(name: &str) -> Option<FormatViolation> {
    lts_name(name).or_else(|| match name.as_bytes() {
        [b'_', ..] => violation((M::BreachUnderscoreFirst, "underscore-first"), 0, 1, None),
        _ => None,
    })
}

fn lts_stream(name: &str) -> Option<FormatViolation> {
    lts_name(name)
}

fn lts_name(name: &str) -> Option<FormatViolation> {
    const RESPONSE: &Source = &Source::new(RESPONSE_PAGE, RESPONSE_LENGTH);
    let is_wrong = |byte: &u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b'.');
    let bytes = name.as_bytes();
    let length = bytes.len();
    if let Some(start) = bytes.iter().position(is_wrong) {
        let what = (M::BreachForeignCharacter, "character");
        return violation(what, start, character_end(name, start), None);
    }
    // From here on all characters are ASCII, so the length in bytes is the number of characters.
    let (what, start, end, source) = match bytes {
        [] => ((M::BreachEmpty, "empty"), 0, length, None),
        _ if length > 64 => ((M::BreachTooLong, "too-long"), 0, length, None),
        [b'.', ..] => ((M::BreachPeriodAtEnd, "starts-with-dot"), 0, 1, None),
        [.., b'.'] => ((M::BreachPeriodAtEnd, "ends-with-dot"), length - 1, length, None),
        _ if length == 64 => ((M::BreachLengthInDoubt, "doubtful-length"), 0, length, Some(RESPONSE)),
        _ => return None,
    };
    violation(what, start, end, source)
}

/// Project IDs: 32 letters and digits. Masked IDs and placeholders are accepted.
pub(crate) static PROJECT_ID: StringFormat = StringFormat {
    rule: Rule::UnusualProjectId,
    words: M::FormProjectId,
    pattern: Some("^[0-9A-Za-z]{32}$"),
    not_patterns: &[],
    source: Source::page("CTS API Reference (2020), Creating a Tracker, topic_id"),
    check: project_id,
};

fn project_id(id: &str) -> Option<FormatViolation> {
    let bytes = id.as_bytes();
    let is_placeholder_character = |byte: &u8| matches!(byte, b'{' | b'}' | b'$' | b'<' | b'>' | b'%' | b'*');
    let is_placeholder = bytes.iter().any(is_placeholder_character)
        || bytes.windows(3).any(|part| part.eq_ignore_ascii_case(b"xxx"))
        || are_alike(bytes, b"project_id");
    if is_placeholder {
        None
    } else if let Some(start) = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        let what = (M::BreachNoLetterOrDigit, "character");
        violation(what, start, character_end(id, start), None)
    } else if bytes.len() != 32 {
        violation((M::BreachNot32, "length"), 0, bytes.len(), None)
    } else {
        None
    }
}

/// The error codes of Huawei Cloud, and what CTS.0203 says.
pub(crate) const HUAWEI_ERROR_CODES: &str = "CTS API Reference of Huawei Cloud, Error Codes";
pub(crate) const DATA_TRACKER_NAME_FORM: &str = "Ensure that the tracker name is a string of 1 to 32 characters and does not start \
                                                with an underscore (_) or hyphen (-)";

/// The name of a data tracker of Huawei Cloud. Its page says nothing of the characters; the error does (CTS.0203).
pub(crate) static DATA_TRACKER_NAME: StringFormat = StringFormat {
    rule: Rule::InvalidCharacter,
    words: M::FormTrackerName,
    pattern: None,
    not_patterns: &["^[_-]"],
    source: Source::new(HUAWEI_ERROR_CODES, DATA_TRACKER_NAME_FORM),
    check: data_tracker_name,
};

fn data_tracker_name(name: &str) -> Option<FormatViolation> {
    match name.as_bytes() {
        [b'_' | b'-', ..] => violation((M::BreachTrackerNameStart, "underscore-or-hyphen-first"), 0, 1, None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bucket(name: &str) -> Option<&'static str> {
        bucket_name(name).map(|violation| violation.reason)
    }

    #[test]
    fn bucket_names_as_obs_accepts_them() {
        for good in [
            "abc",
            "a--b",
            "a.b",
            "0123",
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1.1",
            "01.1.1.1",
            "a-b.c-d",
        ] {
            assert_eq!(bucket(good), None, "{good}");
        }
        for (bad, reason) in [
            ("a..b", "dots"),
            ("a.-b", "dot-hyphen"),
            ("a-.b", "hyphen-dot"),
            ("ab-", "ends-with-hyphen"),
            ("ab.", "ends-with-dot"),
            ("192.168.0.1", "ip-address"),
            ("0.0.0.0", "ip-address"),
            ("255.255.255.255", "ip-address"),
        ] {
            assert_eq!(bucket(bad), Some(reason), "{bad}");
        }
    }

    #[test]
    fn key_ids_are_five_groups() {
        assert_eq!(kms_id("13a4207c-7abe-4b68-8510-16b84c3b5504"), None);
        assert_eq!(kms_id("zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"), None);
        for odd in [
            "kms id",
            "13A4207C-7abe-4b68-8510-16b84c3b5504",
            "13a4207c-7abe-4b68-8510-16b84c3b5504-",
        ] {
            assert!(kms_id(odd).is_some(), "{odd}");
        }
    }

    #[test]
    fn lts_names() {
        for good in ["CTS", "system-trace", "a", "_stream"] {
            assert_eq!(lts_stream(good), None, "{good}");
        }
        let (long, longer) = ("a".repeat(64), "a".repeat(65));
        for odd in ["", " CTS ", ".a", "a.", "a/b", &long, &longer] {
            assert!(lts_stream(odd).is_some(), "{odd}");
        }
        assert!(lts_group("_group").is_some());
        assert_eq!(lts_group("group_"), None);
    }

    #[test]
    fn project_ids() {
        for good in [
            "0123456789abcdef0123456789abcdef",
            "bb1xxxxxxxxe4f498cbxxxxxxxx35634",
            "aexxxxxxxx4d4fb4bexxxxxxx791fbf",
            "{project_id}",
            "${PROJECT}",
            "project_id",
        ] {
            assert_eq!(project_id(good), None, "{good}");
        }
        for odd in ["", "0123456789abcdef", "0123456789abcdef-123456789abcdef"] {
            assert!(project_id(odd).is_some(), "{odd}");
        }
    }
}
