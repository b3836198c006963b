//! Addresses of documents.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// The path of a `file:` address; `None` for another one.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let path = rest.get(rest.find('/')?..)?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    // `/c:/trackers` on Windows.
    let is_drive = cfg!(windows) && path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if is_drive { &path[1..] } else { &path }))
}

/// The name of the file at an address: what stands behind the last `/` or `:`.
pub(super) fn name_of(uri: &str) -> String {
    let name = uri.rsplit(['/', ':']).next().unwrap_or_default();
    percent_decode_str(name).decode_utf8_lossy().into_owned()
}

/// The address of a file that stands in the folder of a document or above it; `path` is that of the document.
pub(super) fn beside(uri: &str, path: &Path, other: &Path) -> Option<String> {
    let below = path.strip_prefix(other.parent()?).ok()?;
    let folder = below
        .components()
        .try_fold(uri, |uri, _| Some(uri.rsplit_once('/')?.0))?;
    Some(format!("{folder}/{}", other.file_name()?.to_str()?))
}

/// The address of a file for what is made of a document, with `mark` before the endings of its name.
pub(super) fn marked(uri: &str, mark: &str) -> String {
    let start = uri.rfind(['/', ':']).map_or(0, |at| at + 1);
    let end = uri[start..].find('.').map_or(uri.len(), |at| start + at);
    format!("{}.{mark}{}", &uri[..end], &uri[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_paths() {
        assert_eq!(path_of("file:///a/b%20%C3%BC.json"), Some("/a/b ü.json".into()));
        assert_eq!(path_of("file://localhost/a.json"), Some("/a.json".into()));
        assert_eq!(path_of("untitled:Untitled-1"), None);
        assert_eq!(name_of("vscode-vfs://github/o/r/a%20b.cts.json"), "a b.cts.json");
        assert_eq!(name_of("untitled:new.json"), "new.json");
    }

    #[test]
    fn other_files_are_addressed_as_the_document_is() {
        let (uri, path) = ("file:///a/b%20c/d.cts.json", Path::new("/a/b c/d.cts.json"));
        let beside = |other: &str| beside(uri, path, Path::new(other));
        assert_eq!(beside("/a/b c/x.toml").as_deref(), Some("file:///a/b%20c/x.toml"));
        assert_eq!(beside("/a/x.toml").as_deref(), Some("file:///a/x.toml"));
        assert_eq!(beside("/other/x.toml"), None);
        assert_eq!(marked(uri, "v3"), "file:///a/b%20c/d.v3.cts.json");
        assert_eq!(marked("untitled:new", "v3"), "untitled:new.v3");
    }
}
