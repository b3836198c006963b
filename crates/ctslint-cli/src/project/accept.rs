//! Accepting findings: which entries of which `ctslint-ignore.toml` do that.

use std::path::{Path, PathBuf};

use ctslint::{Finding, Options};

use super::suppress::{EntryKey, FILE_NAME, hashes};
use super::{Settings, absolute, relative};

/// The file that suppressions for a file are written to. It must stand in a folder around the file; where nothing tells which, that
/// is `here`.
pub(crate) fn target(settings: Option<&Settings<'_>>, file: &Path, here: &Path) -> PathBuf {
    if let Some((suppressions, _)) = settings.and_then(|settings| settings.suppressions.as_ref()) {
        return suppressions.root.join(FILE_NAME);
    }
    let folder = absolute(file.parent().unwrap_or(file));
    let beside = settings.and_then(|settings| Some(settings.applied.as_ref()?.config.root.clone()));
    let mut candidates = beside.into_iter().chain([absolute(here)]);
    candidates
        .find(|candidate| folder.starts_with(candidate))
        .unwrap_or(folder)
        .join(FILE_NAME)
}

/// The entries of `target` that accept findings on a text.
pub(crate) fn entries(
    target: &Path,
    file: &Path,
    text: impl AsRef<[u8]>,
    options: &Options,
    findings: &[&Finding],
) -> Vec<EntryKey> {
    let path = absolute(file.parent().unwrap_or(file)).join(file.file_name().unwrap_or_default());
    let name = relative(&path, target.parent().unwrap_or(target));
    let (_, hashes) = ctslint::check_with(text, options, |_, values| hashes(findings.iter().copied(), values));
    let entry = |(finding, hash): (&&Finding, Option<u64>)| EntryKey {
        file: name.clone(),
        rule: finding.rule,
        pointer: finding.path.clone(),
        hash,
    };
    findings.iter().zip(hashes).map(entry).collect()
}
