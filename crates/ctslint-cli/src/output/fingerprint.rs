//! By what a finding is recognised in the next report: the rule, the file, the field and what stands there. Neither its
//! place in the file nor the wording of its message counts, so that edits elsewhere and new versions change nothing.

use std::collections::HashMap;

use ctslint::WordedFinding;
use sha2::{Digest, Sha256};

/// How much of what stands at the place of a finding counts.
const LONGEST: usize = 1024;

/// Makes the fingerprints of the findings of a file, in their order.
pub(super) struct Fingerprints<'a> {
    path: &'a str,
    text: &'a [u8],
    /// How often there was a finding that is alike in all that counts, by half of the hash of that.
    seen: HashMap<[u8; 16], u32>,
}

impl<'a> Fingerprints<'a> {
    pub(super) fn new(path: &'a str, text: &'a [u8]) -> Self {
        Self {
            path,
            text,
            seen: HashMap::new(),
        }
    }

    /// The fingerprint of the next finding: 32 hexadecimal digits.
    pub(super) fn of(&mut self, finding: &WordedFinding) -> String {
        let mut hash = Sha256::new();
        let pointer = finding.path.as_deref().unwrap_or("\n");
        for part in [self.path, finding.rule.name(), pointer] {
            hash.update(part);
            hash.update([0]);
        }
        hash.update(found(self.text, finding));
        let mut digest = half(&hash);
        // Of findings that are alike in all of this, each has its number.
        let count = self.seen.entry(digest).or_default();
        if *count > 0 {
            hash.update([0]);
            hash.update(count.to_string());
            digest = half(&hash);
        }
        *count += 1;
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The first half of a hash.
fn half(hash: &Sha256) -> [u8; 16] {
    let digest: [u8; 32] = hash.clone().finalize().into();
    std::array::from_fn(|index| digest[index])
}

/// What stands at the place of a finding.
fn found<'a>(text: &'a [u8], finding: &WordedFinding) -> &'a [u8] {
    finding
        .span
        .and_then(|span| text.get(span.start.offset as usize..span.end.offset as usize))
        .map_or(&[], |found| &found[..found.len().min(LONGEST)])
}
