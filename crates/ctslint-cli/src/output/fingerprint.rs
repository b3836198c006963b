//! By what a finding is recognised in the next report: the rule, the file, the field and what stands there. Neither its
//! place in the file nor the wording of its message counts, so that edits elsewhere and new versions change nothing.

use std::collections::HashMap;

use ctslint::WordedFinding;
use sha2::{Digest, Sha256};

/// How much of what stands at the place of a finding counts.
const LONGEST: usize = 1024;

/// The fingerprints of the findings of a file: 32 hexadecimal digits each.
pub(super) fn fingerprints(path: &str, text: &[u8], findings: &[WordedFinding]) -> Vec<String> {
    let mut seen: HashMap<[u8; 32], u64> = HashMap::new();
    let fingerprint = |finding: &WordedFinding| {
        let mut hash = Sha256::new();
        for part in [path, finding.rule.name(), finding.path.as_deref().unwrap_or("\n")] {
            hash.update(part);
            hash.update([0]);
        }
        hash.update(found(text, finding));
        // Of findings that are alike in all of this, each has its number.
        let count = seen.entry(hash.clone().finalize().into()).or_default();
        if *count > 0 {
            hash.update([0]);
            hash.update(count.to_string());
        }
        *count += 1;
        let digest = hash.finalize();
        digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    };
    findings.iter().map(fingerprint).collect()
}

/// What stands at the place of a finding.
fn found<'a>(text: &'a [u8], finding: &WordedFinding) -> &'a [u8] {
    finding
        .span
        .and_then(|span| text.get(span.start.offset as usize..span.end.offset as usize))
        .map_or(&[], |found| &found[..found.len().min(LONGEST)])
}
