//! Forms of strings that other pages of the vendor demand: OBS bucket names, KMS key IDs, LTS names, project IDs.

use crate::report::Source;
use crate::rule::Rule;
use crate::spec::{Breach, Form, described};
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
}

const fn cited(page: Passage, quote: Passage) -> Option<Source> {
    Some(Source {
        page,
        quote: Some(quote),
    })
}

/// The rules for bucket names that OBS has, and CTS's own console page, beyond those of the CTS API page.
pub(crate) static BUCKET_NAME: Form = Form {
    rule: Rule::InvalidBucketName,
    words: described("no `..`, `.-` or `-.`, a letter or digit at the end, and no IPv4 address"),
    // `--` is allowed: no page forbids it.
    patterns: &[r"^[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*$"],
    not_patterns: &[
        r"^(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}$",
    ],
    source: Source::page(OBS),
    judge: bucket_name,
};

fn bucket_name(name: &str) -> Option<Breach> {
    const ADJACENT: Option<Source> = cited(OBS_PAGE, OBS_ADJACENT);
    let bytes = name.as_bytes();
    for (index, pair) in bytes.windows(2).enumerate() {
        let (what, source) = match pair {
            b".." => ("must not contain `..`", cited(OBS_PAGE, OBS_PERIODS)),
            b".-" => ("must not contain `.-`", ADJACENT),
            b"-." => ("must not contain `-.`", ADJACENT),
            _ => continue,
        };
        return Some(Breach {
            what,
            bytes: (index, index + 2),
            source,
        });
    }
    if let Some(b'-' | b'.') = bytes.last() {
        return Some(Breach {
            what: "must end with a lowercase letter or a digit",
            bytes: (bytes.len() - 1, bytes.len()),
            source: cited(OBS_PAGE, OBS_ENDS),
        });
    }
    is_ipv4(name).then(|| Breach {
        what: "must not be an IP address",
        bytes: (0, bytes.len()),
        source: cited(OBS_PAGE, OBS_ADDRESS),
    })
}

/// Four decimal octets without leading zeros; nothing else is like an IP address.
fn is_ipv4(name: &str) -> bool {
    if !name.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let mut octets = 0;
    for octet in name.split('.') {
        octets += 1;
        let canonical = octet.len() == 1 || !octet.starts_with('0');
        let digits = octet.bytes().all(|byte| byte.is_ascii_digit());
        if !canonical || !digits || octet.parse::<u8>().is_err() {
            return false;
        }
    }
    octets == 4
}

/// Key IDs as the pages of KMS have them: five groups of lower-case letters and digits, not only hexadecimal ones.
pub(crate) static KMS_ID: Form = Form {
    rule: Rule::UnusualKmsId,
    words: described("as a rule five groups of 8, 4, 4, 4 and 12 lowercase letters and digits, joined by hyphens"),
    patterns: &["^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$"],
    not_patterns: &[],
    source: Source::new(
        "KMS API Reference, Disabling a CMK",
        "^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$",
    ),
    judge: kms_id,
};

fn kms_id(id: &str) -> Option<Breach> {
    let mut groups = id.split('-');
    let usual = [8, 4, 4, 4, 12].into_iter().all(|length| {
        groups.next().is_some_and(|group| {
            group.len() == length
                && group
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
        })
    });
    (!usual || groups.next().is_some()).then_some(Breach {
        what: "is not like a KMS key ID",
        bytes: (0, id.len()),
        source: None,
    })
}

/// Names of log groups.
pub(crate) static LTS_GROUP: Form = Form {
    rule: Rule::UnusualLtsName,
    words: described(
        "as a rule 1 to 63 letters, digits, hyphens, underscores and periods, without a period at either end and without an underscore at the start",
    ),
    patterns: &["^[A-Za-z0-9\\-][A-Za-z0-9._\\-]{0,61}[A-Za-z0-9_\\-]$|^[A-Za-z0-9\\-]$"],
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
    patterns: &["^[A-Za-z0-9_\\-][A-Za-z0-9._\\-]{0,61}[A-Za-z0-9_\\-]$|^[A-Za-z0-9_\\-]$"],
    not_patterns: &[],
    source: Source::page("LTS API Reference, Creating a Log Stream"),
    judge: lts_stream,
};

fn lts_group(name: &str) -> Option<Breach> {
    lts_name(name).or_else(|| {
        name.starts_with('_').then_some(Breach {
            what: "starts with `_`, which LTS allows in no name of a log group",
            bytes: (0, 1),
            source: None,
        })
    })
}

fn lts_stream(name: &str) -> Option<Breach> {
    lts_name(name)
}

fn lts_name(name: &str) -> Option<Breach> {
    let whole = (0, name.len());
    if name.is_empty() {
        return Some(Breach {
            what: "is empty; LTS names have 1 to 64 characters",
            bytes: whole,
            source: None,
        });
    }
    if let Some((start, character)) = name
        .char_indices()
        .find(|(_, c)| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.'))
    {
        return Some(Breach {
            what: "has a character that LTS does not allow in names",
            bytes: (start, start + character.len_utf8()),
            source: None,
        });
    }
    // All characters are ASCII from here on, so that bytes count them.
    if name.len() > 64 {
        return Some(Breach {
            what: "is longer than LTS allows, which is 64 characters",
            bytes: whole,
            source: None,
        });
    }
    if name.starts_with('.') || name.ends_with('.') {
        let at = if name.starts_with('.') { 0 } else { name.len() - 1 };
        return Some(Breach {
            what: "has a `.` at one end, which LTS does not allow",
            bytes: (at, at + 1),
            source: None,
        });
    }
    (name.len() == 64).then_some(Breach {
        what: "has 64 characters: LTS allows that, CTS may refuse it",
        bytes: whole,
        source: cited(ANSWER_PAGE, ANSWER_LENGTH),
    })
}

/// Project IDs: 32 letters and digits. Ids that are masked or stand for a variable are no fault.
pub(crate) static PROJECT_ID: Form = Form {
    rule: Rule::UnusualProjectId,
    words: described("as a rule 32 letters and digits"),
    patterns: &["^[0-9A-Za-z]{32}$"],
    not_patterns: &[],
    source: Source::page("CTS API Reference (2020), Creating a Tracker, topic_id"),
    judge: project_id,
};

fn project_id(id: &str) -> Option<Breach> {
    let letters = id
        .bytes()
        .filter(|byte| !matches!(byte, b'-' | b'_'))
        .map(|byte| byte.to_ascii_lowercase());
    let placeholder = id.contains(['{', '}', '$', '<', '>', '%', '*'])
        || id.as_bytes().windows(3).any(|part| part.eq_ignore_ascii_case(b"xxx"))
        || letters.eq(*b"projectid");
    let whole = (0, id.len());
    if placeholder {
        None
    } else if let Some((start, character)) = id.char_indices().find(|(_, c)| !c.is_ascii_alphanumeric()) {
        Some(Breach {
            what: "has a character that is neither letter nor digit",
            bytes: (start, start + character.len_utf8()),
            source: None,
        })
    } else if id.len() != 32 {
        Some(Breach {
            what: "has not 32 characters",
            bytes: whole,
            source: None,
        })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bucket(name: &str) -> Option<&'static str> {
        bucket_name(name).map(|breach| breach.what)
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
