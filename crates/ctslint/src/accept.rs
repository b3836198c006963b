//! Telling in one pass that nothing is wrong with a body.
//!
//! Most bodies are right, and a right one needs neither a tree nor findings. So the text is first held against the table
//! of its document as it is read. At the first thing that is not plainly right, be it only unusual, the pass gives up and
//! the text is read and checked in full: the pass has no say in what is wrong. A law holds it to the full check.

use crate::condition::{Known, holds};
use crate::detect::{COMPLETE_V3, Detection, Reason};
use crate::json::scan::{blank_end, plain_end};
use crate::names::equal;
use crate::options::Options;
use crate::spec::{Document, FieldId, MAX_FIELDS, Object, Scalar, Type};

/// What a text is with which plainly nothing is wrong; `None` when that takes a full check.
pub(crate) fn accept(text: &[u8], options: &Options<'_>) -> Option<Detection> {
    let detection = match options.document {
        Some(document) => Detection {
            document: Some(document),
            reason: Reason::Named,
        },
        None => COMPLETE_V3,
    };
    let document = detection.document?;
    let is_plain = !options.are_requests()
        && !options.assumed
        && document.deprecated.is_none()
        && !document
            .opt_in
            .iter()
            .any(|relation| options.severities.is_on(relation.rule));
    (is_plain && is_right(text, document)).then_some(detection)
}

/// Whether the text is a body of this document with which nothing is wrong. `false` may also mean that this takes a closer
/// look.
fn is_right(text: &[u8], document: &'static Document) -> bool {
    // Positions are kept in 32 bits.
    let (Ok(_), Ok(text)) = (u32::try_from(text.len()), std::str::from_utf8(text)) else {
        return false;
    };
    let mut pass = Pass {
        text,
        bytes: text.as_bytes(),
        document,
        present: 0,
        tokens: [(0, 0); MAX_FIELDS],
    };
    let end = pass.object(pass.blank(0), document.root, 0);
    end.is_some_and(|end| pass.blank(end) == text.len())
        && document
            .relations
            .iter()
            .all(|relation| holds(&relation.then, &pass) == Some(true) || holds(&relation.when, &pass) == Some(false))
}

/// A body of which everything that was read so far is right.
struct Pass<'t> {
    text: &'t str,
    bytes: &'t [u8],
    document: &'static Document,
    /// The fields that are there, by their numbers in the document.
    present: u64,
    /// Where the value of each field stands that is one token.
    tokens: [(u32, u32); MAX_FIELDS],
}

impl<'t> Pass<'t> {
    /// Reads the object that opens at `at`, whose first field has the number `base`; tells where it ends.
    fn object(&mut self, mut at: usize, object: &'static Object, base: usize) -> Option<usize> {
        self.meets(at, b'{')?;
        let mut present = 0;
        loop {
            let key = self.blank(at + 1);
            at = self.string(key)?;
            let index = object.index(self.content(key, at)?)?;
            if present & (1 << index) != 0 {
                return None;
            }
            present |= 1 << index;
            at = self.blank(at);
            self.meets(at, b':')?;
            at = self.blank(at + 1);
            at = self.value(at, object.fields[index].ty, base + index)?;
            at = self.blank(at);
            match self.bytes.get(at) {
                Some(b',') => {}
                Some(b'}') => break,
                _ => return None,
            }
        }
        self.present |= present << base;
        (object.required & !present == 0).then_some(at + 1)
    }

    /// Reads the value of the field of that number; tells where it ends.
    #[inline]
    fn value(&mut self, at: usize, ty: Type, number: usize) -> Option<usize> {
        let end = match ty {
            Type::Boolean if self.starts_with(at, b"true") => at + 4,
            Type::Boolean if self.starts_with(at, b"false") => at + 5,
            Type::Text(rule) => {
                let end = self.string(at)?;
                if !rule.allows(self.content(at, end)?) {
                    return None;
                }
                end
            }
            Type::Object(object) => return self.object(at, object, self.document.base(number)),
            // Requests have neither numbers nor lists.
            Type::Boolean | Type::Long | Type::Texts(_) => return None,
        };
        self.tokens[number] = (at as u32, end as u32);
        Some(end)
    }

    #[inline]
    fn blank(&self, at: usize) -> usize {
        blank_end(self.bytes, at)
    }

    #[inline]
    fn meets(&self, at: usize, byte: u8) -> Option<()> {
        (self.bytes.get(at) == Some(&byte)).then_some(())
    }

    #[inline]
    fn starts_with(&self, at: usize, word: &[u8]) -> bool {
        self.bytes.get(at..at + word.len()) == Some(word)
    }

    /// Where the string without escapes ends that opens at `at`.
    #[inline]
    fn string(&self, at: usize) -> Option<usize> {
        self.meets(at, b'"')?;
        let end = plain_end(self.bytes, at + 1);
        self.meets(end, b'"')?;
        Some(end + 1)
    }

    /// What stands between the quotation marks of a token.
    #[inline]
    fn content(&self, start: usize, end: usize) -> Option<&'t str> {
        self.text.get(start + 1..end - 1)
    }
}

impl Known for Pass<'_> {
    fn is_present(&self, id: FieldId) -> Option<bool> {
        Some(self.present & (1 << id.number()) != 0)
    }

    fn is_right(&self, id: FieldId) -> Option<bool> {
        self.is_present(id)
    }

    fn has(&self, id: FieldId, value: Scalar) -> Option<bool> {
        let (start, end) = self.tokens[id.number()];
        let token = self.bytes.get(start as usize..end as usize).unwrap_or_default();
        Some(match (token, value) {
            ([b'"', content @ .., b'"'], Scalar::Text(text)) => equal(content, text.as_bytes()),
            ([first, ..], Scalar::Boolean(value)) => *first == if value { b't' } else { b'f' },
            _ => false,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::rule::{Rule, Severity};
    use crate::{Report, check_and, documents};

    /// What is accepted in one pass is what the full check finds nothing wrong with, for the same reason.
    pub(crate) fn same_in_one_pass(text: &str, options: &Options<'_>) {
        if let Some(Detection { document, reason }) = accept(text.as_bytes(), options) {
            let findings = Vec::new();
            let report = Report {
                document,
                reason,
                findings,
            };
            assert_eq!(report, check_and(text, options, |_, _| ()).0, "{text:?}");
        }
    }

    const RIGHT: &[&str] = &[
        r#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":true}"#,
        "\r\n{\r\n\t\"tracker_type\"\t:\r\n\"system\" ,\r\n\t\"tracker_name\": \"system\",\"is_lts_enabled\" : true\r\n}\r\n",
        r#"{"tracker_name":"system","obs_info":{"bucket_name":"acme-traces","file_prefix_name":"","is_obs_created":false,
            "compress_type":"gzip","is_sort_by_service":true},"is_support_validate":true,"tracker_type":"system"}"#,
    ];

    #[test]
    fn bodies_with_nothing_wrong_are_accepted_in_one_pass() {
        for text in RIGHT {
            for document in [None, Document::from_name("v3")] {
                let options = Options {
                    document,
                    ..Options::default()
                };
                assert!(accept(text.as_bytes(), &options).is_some(), "{text}");
                same_in_one_pass(text, &options);
            }
        }
    }

    #[test]
    fn the_rest_is_left_to_the_full_check() {
        // One thing is changed in a body that is accepted.
        for (from, to) in [
            ("system\",\"tracker_name", "\\u0073ystem\",\"tracker_name"),
            ("true}", "true,}"),
            ("true}", "true}}"),
            ("true}", "true} x"),
            ("true}", "truely}"),
            ("true}", "1}"),
            ("true}", "\"true\"}"),
            ("true}", "false}"),
            ("true}", "true,\"is_lts_enabled\":true}"),
            ("true}", "true,\"colour\":\"red\"}"),
            ("true}", "true,\"obs_info\":{\"compress_type\":\"gzip\"}}"),
            ("true}", "true,\"obs_info\":{\"bucket_name\":\"a..b\"}}"),
            ("true}", "true"),
            (":\"system\"", ":\"data\""),
            ("tracker_name", "tracker_nmae"),
            ("{", "\u{feff}{"),
            ("{", "/* */{"),
            ("{", "[{"),
        ] {
            let text = RIGHT[0].replacen(from, to, 1);
            assert_ne!(text, RIGHT[0], "{from}");
            assert_eq!(accept(text.as_bytes(), &Options::default()), None, "{text}");
        }
        assert_eq!(accept(b"{\"tracker_type\":\"\xff\"}", &Options::default()), None);
        for document in documents()
            .iter()
            .filter(|document| document.name() != "v3-create-request")
        {
            let options = Options {
                document: Some(document),
                ..Options::default()
            };
            assert_eq!(accept(RIGHT[0].as_bytes(), &options), None, "{document:?}");
        }
        let mut options = Options::default();
        options
            .severities
            .set(Rule::CtsTrackerBucketConfigured, Some(Severity::Error));
        assert_eq!(accept(RIGHT[0].as_bytes(), &options), None);
    }
}
