//! How files are fixed, and what is done with the fixed text.

use std::time::Duration;

use ctslint::Safety;
use similar::TextDiff;

/// The time limit for finding the shortest diff; after it, the diff is correct but may be longer.
const DIFF_TIME: Duration = Duration::from_secs(2);

/// How files are fixed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mend {
    /// The least safe fixes that are applied.
    pub(crate) safety: Safety,
    /// What is done with the fixed text.
    pub(crate) action: Action,
}

/// What is done with a fixed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// It replaces the file, or goes to standard output if it came from standard input.
    Write,
    /// The change is shown as a diff.
    Diff,
}

/// The unified diff of two texts.
pub(crate) fn diff(name: &str, before: &[u8], after: &str) -> Vec<u8> {
    let before = String::from_utf8_lossy(before);
    let mut config = TextDiff::configure();
    config.timeout(DIFF_TIME);
    let diff = config.diff_lines(before.as_ref(), after);
    let mut shown = Vec::new();
    // Writing to memory can't fail.
    let _ = diff.unified_diff().header(name, name).to_writer(&mut shown);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_names_the_file_and_shows_the_lines() {
        let shown = diff("a.json", b"{\n  'a': 1\n}", "{\n  \"a\": 1\n}");
        assert_eq!(
            String::from_utf8_lossy(&shown),
            "--- a.json\n+++ a.json\n@@ -1,3 +1,3 @@\n {\n-  'a': 1\n+  \"a\": 1\n }\n\\ No newline at end of file\n"
        );
    }
}
