//! Fixing files: what is done with the fixed text.

use std::time::Duration;

use ctslint::Safety;
use similar::TextDiff;

/// How long the shortest diff is looked for; after that, one is taken that is correct but longer.
const DIFF_TIME: Duration = Duration::from_secs(2);

/// How files are mended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mend {
    /// Up to which safety fixes are applied.
    pub(crate) safety: Safety,
    /// What becomes of the result.
    pub(crate) action: Action,
}

/// What becomes of a text that was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// It replaces the file; standard input is passed on to standard output.
    Write,
    /// It is shown what would change.
    Diff,
}

/// What changes between two texts, as a unified diff.
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
