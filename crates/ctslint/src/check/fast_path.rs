//! Recognizes most valid bodies in one pass.
//!
//! Most bodies are valid, and a valid body needs neither a tree nor findings. The text is therefore first checked while
//! it is read. The pass gives up at anything that could produce a finding, even a warning; the caller then parses and
//! checks the text in full. A property test compares the two.

use super::detect::complete_v3;
use crate::diagnostics::{Detection, Options};
use crate::json::scan::{blank_end, plain_end};
use crate::model::{Document, FieldRef, FieldState, MAX_FIELDS, Object, Scalar, TextRule, Type, equal};

/// Detects the document of a text without problems; `None` if only a full check can tell whether there are any.
pub(crate) fn detect_if_valid(text: &[u8], options: &Options) -> Option<Detection> {
    let document = match options.document {
        Some(document) => document,
        None => complete_v3(false).for_provider(options.provider_of(None)).document?,
    };
    let is_eligible = !options.requests
        && !options.assumed
        && document.deprecated.is_none()
        && !document
            .opt_in
            .iter()
            .any(|relation| options.severities.is_on(relation.rule));
    if !is_eligible {
        return None;
    }
    let present = valid_fields(text, document)?;
    Some(match options.document {
        Some(document) => Detection::named(document),
        None => {
            let obs_info = document.root.index("obs_info");
            let has_obs_info = obs_info.is_some_and(|index| present & (1 << index) != 0);
            complete_v3(has_obs_info).for_provider(options.provider_of(None))
        }
    })
}

/// The fields that are present, as a bit set, if the text is a valid body of this document. `None` may also mean that only a full check
/// can tell.
fn valid_fields(text: &[u8], document: &'static Document) -> Option<u64> {
    // Offsets have 32 bits.
    u32::try_from(text.len()).ok()?;
    let text = std::str::from_utf8(text).ok()?;
    let mut state = FastPath {
        text,
        bytes: text.as_bytes(),
        document,
        present: 0,
        tokens: [(0, 0); MAX_FIELDS],
    };
    let end = state.object(state.skip_blank(0), document.root, 0)?;
    let is_valid = state.skip_blank(end) == text.len()
        && document
            .all_relations()
            .all(|relation| relation.then.eval(&state) == Some(true) || relation.when.eval(&state) == Some(false));
    is_valid.then_some(state.present)
}

/// The state of the pass: everything read so far is valid.
struct FastPath<'t> {
    text: &'t str,
    bytes: &'t [u8],
    document: &'static Document,
    /// The fields that are present, as a bit set of their numbers in the document.
    present: u64,
    /// The byte range of the value of each field, unless it is an object.
    tokens: [(u32, u32); MAX_FIELDS],
}

impl<'t> FastPath<'t> {
    /// Reads the object at `at`, whose first field has the number `base`; returns the end of the object.
    fn object(&mut self, mut at: usize, object: &'static Object, base: usize) -> Option<usize> {
        self.expect(at, b'{')?;
        let mut present = 0;
        loop {
            let key = self.skip_blank(at + 1);
            at = self.string_end(key)?;
            let index = object.index(self.unquoted(key, at)?)?;
            if present & (1 << index) != 0 {
                return None;
            }
            present |= 1 << index;
            at = self.skip_blank(at);
            self.expect(at, b':')?;
            at = self.skip_blank(at + 1);
            at = self.value(at, object.fields[index].ty, base + index)?;
            at = self.skip_blank(at);
            match self.bytes.get(at) {
                Some(b',') => {}
                Some(b'}') => break,
                _ => return None,
            }
        }
        self.present |= present << base;
        (object.required & !present == 0).then_some(at + 1)
    }

    /// Reads the value of the field with this number; returns the end of the value.
    #[inline]
    fn value(&mut self, at: usize, ty: Type, number: usize) -> Option<usize> {
        let end = match ty {
            Type::Boolean if self.starts_with(at, b"true") => at + 4,
            Type::Boolean if self.starts_with(at, b"false") => at + 5,
            Type::Text(rule) => {
                let end = self.string_end(at)?;
                if !rule.allows(self.unquoted(at, end)?) {
                    return None;
                }
                end
            }
            Type::Object(object) => return self.object(at, object, self.document.base(number)),
            // The requests of Open Telekom Cloud have neither numbers nor lists.
            Type::Boolean | Type::Long(_) | Type::Texts(_) | Type::List => return None,
        };
        self.tokens[number] = (at as u32, end as u32);
        Some(end)
    }

    #[inline]
    fn skip_blank(&self, at: usize) -> usize {
        blank_end(self.bytes, at)
    }

    #[inline]
    fn expect(&self, at: usize, byte: u8) -> Option<()> {
        (self.bytes.get(at) == Some(&byte)).then_some(())
    }

    #[inline]
    fn starts_with(&self, at: usize, word: &[u8]) -> bool {
        self.bytes.get(at..at + word.len()) == Some(word)
    }

    /// The end of the string at `at`; `None` if it contains escapes.
    #[inline]
    fn string_end(&self, at: usize) -> Option<usize> {
        self.expect(at, b'"')?;
        let end = plain_end(self.bytes, at + 1);
        self.expect(end, b'"')?;
        Some(end + 1)
    }

    /// The text of a field that is present and a string.
    fn text_of(&self, id: FieldRef) -> Option<&'t str> {
        let (start, end) = self.tokens[id.number()];
        self.unquoted(start as usize, end as usize)
    }

    /// The characters between the quotation marks of a token.
    #[inline]
    fn unquoted(&self, start: usize, end: usize) -> Option<&'t str> {
        self.text.get(start + 1..end.checked_sub(1)?)
    }
}

impl FieldState for FastPath<'_> {
    fn is_present(&self, id: FieldRef) -> Option<bool> {
        Some(self.present & (1 << id.number()) != 0)
    }

    fn is_right(&self, id: FieldRef) -> Option<bool> {
        self.is_present(id)
    }

    fn fits(&self, id: FieldRef, rule: &TextRule) -> Option<bool> {
        Some(self.text_of(id).is_none_or(|text| rule.allows(text)))
    }

    fn are_same(&self, left: FieldRef, right: FieldRef) -> Option<bool> {
        let (left, right) = (self.text_of(left), self.text_of(right));
        Some(left.is_some_and(|text| !text.is_empty()) && left == right)
    }

    fn has(&self, id: FieldRef, value: Scalar) -> Option<bool> {
        let (start, end) = self.tokens[id.number()];
        let token = self.bytes.get(start as usize..end as usize).unwrap_or_default();
        Some(match (token, value) {
            ([b'"', content @ .., b'"'], Scalar::Text(text)) => equal(content, text.as_bytes()),
            ([first, ..], Scalar::Boolean(value)) => *first == if value { b't' } else { b'f' },
            _ => false,
        })
    }
}
