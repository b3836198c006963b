//! Forms of strings that other pages of the vendor demand: OBS bucket names, KMS key IDs, LTS names, project IDs.

use crate::json::scan::char_at;
use crate::report::Source;
use crate::rule::Rule;
use crate::similar::are_alike;
use crate::spec::{Breach, Form, all_described, described};
use crate::words::{Passage, passages};

const OBS: &str = "OBS API Reference, Constructing a Request";

passages! {
    OBS_PAGE "OBS API Reference, Constructing a Request"
    OBS_ADJACENT "Cannot contain a period (.) and a hyphen (-) adjacent to each other, for example, my-.bucket or my.-bucket."
    OBS_PERIODS "Cannot contain two consecutive periods (..)"
    OBS_ENDS "Cannot start or end with a hyphen (-) or period (.)."
    OBS_ADDRESS "Cannot be formatted as an IP address."
    ANSWER_PAGE "an answer of the API in service (cts.0007)"
    ANSWER_LENGTH "The log_topic_name length must be less than 64."
    TWO_PERIODS "must not contain `..`"
    PERIOD_HYPHEN "must not contain `.-`"
    HYPHEN_PERIOD "must not contain `-.`"
    WRONG_END "must end with a lowercase letter or a digit"
    IS_ADDRESS "must not be an IP address"
    NO_KEY_ID "is not like a KMS key ID"
    UNDERSCORE_FIRST "starts with `_`, which LTS allows in no name of a log group"
    FOREIGN_CHARACTER "has a character that LTS does not allow in names"
    IS_EMPTY "is empty; LTS names have 1 to 64 characters"
    TOO_LONG "is longer than LTS allows, which is 64 characters"
    PERIOD_AT_END "has a `.` at one end, which LTS does not allow"
    LENGTH_IN_DOUBT "has 64 characters: LTS allows that, CTS may refuse it"
    NO_LETTER_OR_DIGIT "has a character that is neither letter nor digit"
    NOT_32 "has not 32 characters"
}

const fn cited(page: Passage, quote: Passage) -> Source {
    Source {
        page,
        quote: Some(quote),
    }
}

/// A breach by these bytes of a string.
#[cold]
fn breach(what: Passage, start: usize, end: usize, source: Option<&'static Source>) -> Option<Breach> {
    Some(Breach {
        what,
        bytes: (start, end),
        source,
    })
}

/// Where the character ends that starts at `start`.
fn character_end(text: &str, start: usize) -> usize {
    start + char_at(text, start).map_or(1, char::len_utf8)
}

/// The rules for bucket names that OBS has, and CTS's own console page, beyond those of the CTS API page.
pub(crate) static BUCKET_NAME: Form = Form {
    rule: Rule::InvalidBucketName,
    words: described("no `..`, `.-` or `-.`, a letter or digit at the end, and no IPv4 address"),
    // `--` is allowed: no page forbids it.
    patterns: all_described(&[r"^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*$"]),
    not_patterns: all_described(&[
        r"^(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}$",
    ]),
    source: Source::page(OBS),
    judge: bucket_name,
};

fn bucket_name(name: &str) -> Option<Breach> {
    const PERIODS: &Source = &cited(OBS_PAGE, OBS_PERIODS);
    const ADJACENT: &Source = &cited(OBS_PAGE, OBS_ADJACENT);
    const END: &Source = &cited(OBS_PAGE, OBS_ENDS);
    const ADDRESS: &Source = &cited(OBS_PAGE, OBS_ADDRESS);
    let bytes = name.as_bytes();
    for (index, pair) in bytes.windows(2).enumerate() {
        let (what, source) = match pair {
            b".." => (TWO_PERIODS, PERIODS),
            b".-" => (PERIOD_HYPHEN, ADJACENT),
            b"-." => (HYPHEN_PERIOD, ADJACENT),
            _ => continue,
        };
        return breach(what, index, index + 2, Some(source));
    }
    let length = bytes.len();
    if let Some(b'-' | b'.') = bytes.last() {
        let what = WRONG_END;
        return breach(what, length - 1, length, Some(END));
    }
    if bytes.first().is_some_and(u8::is_ascii_digit) && is_ipv4(bytes) {
        return breach(IS_ADDRESS, 0, length, Some(ADDRESS));
    }
    None
}

/// Four decimal octets without leading zeros; nothing else is like an IP address.
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

/// Key IDs as the pages of KMS have them: five groups of lower-case letters and digits, not only hexadecimal ones.
pub(crate) static KMS_ID: Form = Form {
    rule: Rule::UnusualKmsId,
    words: described("as a rule five groups of 8, 4, 4, 4 and 12 lowercase letters and digits, joined by hyphens"),
    patterns: all_described(&["^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$"]),
    not_patterns: &[],
    source: Source::new(
        "KMS API Reference, Disabling a CMK",
        "^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$",
    ),
    judge: kms_id,
};

fn kms_id(id: &str) -> Option<Breach> {
    let is_usual = |(index, &byte): (usize, &u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_digit() || byte.is_ascii_lowercase(),
    };
    if id.len() == 36 && id.as_bytes().iter().enumerate().all(is_usual) {
        return None;
    }
    breach(NO_KEY_ID, 0, id.len(), None)
}

/// Names of log groups.
pub(crate) static LTS_GROUP: Form = Form {
    rule: Rule::UnusualLtsName,
    words: described(
        "as a rule 1 to 63 letters, digits, hyphens, underscores and periods, without a period at either end and without an underscore at the start",
    ),
    patterns: all_described(&["^[A-Za-z0-9\\-][A-Za-z0-9._\\-]{0,61}[A-Za-z0-9_\\-]$|^[A-Za-z0-9\\-]$"]),
    not_patterns: &[],
    source: Source::page("LTS API Reference, Creating a Log Group"),
    judge: lts_group,
};

/// Names of log streams, which the CTS API calls topics.
pub(crate) static LTS_STREAM: Form = Form {
    rule: Rule::UnusualLtsName,
    words: described(
        "as a rule 1 to 63 letters, digits, hyphens, underscores and periods, without a period at either end",
    ),
    patterns: all_described(&["^[A-Za-z0-9_\\-][A-Za-z0-9._\\-]{0,61}[A-Za-z0-9_\\-]$|^[A-Za-z0-9_\\-]$"]),
    not_patterns: &[],
    source: Source::page("LTS API Reference, Creating a Log Stream"),
    judge: lts_stream,
};

fn lts_group(name: &str) -> Option<Breach> {
    lts_name(name).or_else(|| match name.as_bytes() {
        [b'_', ..] => breach(UNDERSCORE_FIRST, 0, 1, None),
        _ => None,
    })
}

fn lts_stream(name: &str) -> Option<Breach> {
    lts_name(name)
}

fn lts_name(name: &str) -> Option<Breach> {
    const ANSWER: &Source = &cited(ANSWER_PAGE, ANSWER_LENGTH);
    let is_wrong = |byte: &u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b'.');
    let bytes = name.as_bytes();
    let length = bytes.len();
    if let Some(start) = bytes.iter().position(is_wrong) {
        let what = FOREIGN_CHARACTER;
        return breach(what, start, character_end(name, start), None);
    }
    // All characters are ASCII from here on, so that bytes count them.
    let (what, start, end, source) = match bytes {
        [] => (IS_EMPTY, 0, length, None),
        _ if length > 64 => (TOO_LONG, 0, length, None),
        [b'.', ..] => (PERIOD_AT_END, 0, 1, None),
        [.., b'.'] => (PERIOD_AT_END, length - 1, length, None),
        _ if length == 64 => (LENGTH_IN_DOUBT, 0, length, Some(ANSWER)),
        _ => return None,
    };
    breach(what, start, end, source)
}

/// Project IDs: 32 letters and digits. Ids that are masked or stand for a variable are no fault.
pub(crate) static PROJECT_ID: Form = Form {
    rule: Rule::UnusualProjectId,
    words: described("as a rule 32 letters and digits"),
    patterns: all_described(&["^[0-9A-Za-z]{32}$"]),
    not_patterns: &[],
    source: Source::page("CTS API Reference (2020), Creating a Tracker, topic_id"),
    judge: project_id,
};

fn project_id(id: &str) -> Option<Breach> {
    let bytes = id.as_bytes();
    let is_sign = |byte: &u8| matches!(byte, b'{' | b'}' | b'$' | b'<' | b'>' | b'%' | b'*');
    let placeholder = bytes.iter().any(is_sign)
        || bytes.windows(3).any(|part| part.eq_ignore_ascii_case(b"xxx"))
        || are_alike(bytes, b"project_id");
    if placeholder {
        None
    } else if let Some(start) = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        let what = NO_LETTER_OR_DIGIT;
        breach(what, start, character_end(id, start), None)
    } else if bytes.len() != 32 {
        breach(NOT_32, 0, bytes.len(), None)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bucket(name: &str) -> Option<&'static str> {
        bucket_name(name).map(|breach| breach.what.text())
    }

    #[test]
    fn bucket_names_as_obs_takes_them() {
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
        for bad in [
            "a..b",
            "a.-b",
            "a-.b",
            "ab-",
            "ab.",
            "192.168.0.1",
            "0.0.0.0",
            "255.255.255.255",
        ] {
            assert!(bucket(bad).is_some(), "{bad}");
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
