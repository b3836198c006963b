//! What a file is called in the reports that programs read: its path from the working directory, or its URI.

use std::ffi::OsString;
use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

/// The working directory, from which paths are told.
#[derive(Debug)]
pub(crate) struct Base(PathBuf);

/// The address of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Uri {
    /// The address, percent-encoded.
    pub(super) text: String,
    /// Whether it is to be read from the working directory on.
    pub(super) relative: bool,
}

impl Base {
    /// The working directory of this run.
    pub(crate) fn current() -> Self {
        // Where it is gone, paths stay as they were given.
        Self(std::env::current_dir().unwrap_or_default())
    }

    /// The path from the working directory, with `/` between its steps. A file outside of it keeps the path it was
    /// given.
    pub(super) fn relative(&self, path: &Path) -> String {
        self.told(path).to_string_lossy().into_owned()
    }

    /// The same, as it is where it is no text.
    pub(super) fn told(&self, path: &Path) -> OsString {
        steps(&self.below(path)).unwrap_or_else(|| path.as_os_str().to_owned())
    }

    /// The address of a file. A file outside of the working directory has an absolute one.
    pub(super) fn uri(&self, path: &Path) -> Uri {
        let path = self.below(path);
        if let Some(steps) = steps(&path) {
            return Uri {
                text: encode(steps.as_encoded_bytes()),
                relative: true,
            };
        }
        Uri {
            text: self.address(&path),
            relative: false,
        }
    }

    /// The address of a file from the root of the file system.
    pub(super) fn address(&self, path: &Path) -> String {
        let whole = normal(&self.0.join(path));
        let mut text = String::from("file://");
        for component in whole.components() {
            match component {
                Component::Prefix(prefix) => {
                    text.push('/');
                    text += &encode(prefix.as_os_str().as_encoded_bytes()).replace("%3A", ":");
                }
                Component::Normal(step) => {
                    text.push('/');
                    text += &encode(step.as_encoded_bytes());
                }
                Component::RootDir | Component::CurDir | Component::ParentDir => {}
            }
        }
        text
    }

    /// The path without detours, and from the working directory on where it lies below that.
    fn below(&self, path: &Path) -> PathBuf {
        let path = normal(path);
        match path.strip_prefix(&self.0) {
            Ok(inner) if !self.0.as_os_str().is_empty() => inner.to_path_buf(),
            _ => path,
        }
    }
}

/// The path without `.`, and without `..` as far as its names allow.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(normal.components().next_back(), Some(Component::Normal(_))) => {
                normal.pop();
            }
            Component::ParentDir if normal.has_root() => {}
            component => normal.push(component),
        }
    }
    normal
}

/// The steps of a path that leads downwards from the working directory, joined with `/`.
fn steps(path: &Path) -> Option<OsString> {
    let mut joined = OsString::new();
    for component in path.components() {
        let Component::Normal(step) = component else {
            return None;
        };
        if !joined.is_empty() {
            joined.push("/");
        }
        joined.push(step);
    }
    Some(joined)
}

/// A path as part of a URI (RFC 3986): whatever is not unreserved there is percent-encoded, but for `/`.
fn encode(path: &[u8]) -> String {
    path.iter()
        .fold(String::with_capacity(path.len()), |mut encoded, &byte| {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                encoded.push(byte.into());
            } else {
                // Writing to a string can't fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
            encoded
        })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn base() -> Base {
        Base(PathBuf::from("/home/me/repo"))
    }

    #[test]
    fn paths_are_told_from_the_working_directory() {
        for (given, told) in [
            ("a.json", "a.json"),
            ("./a/../b//c.json", "b/c.json"),
            ("/home/me/repo/a/b.json", "a/b.json"),
            ("/home/me/other/a.json", "/home/me/other/a.json"),
            ("../a.json", "../a.json"),
            ("<stdin>", "<stdin>"),
        ] {
            assert_eq!(base().relative(Path::new(given)), told);
        }
    }

    #[test]
    fn addresses_are_encoded() {
        for (given, text, relative) in [
            ("a b/ü%#?.json", "a%20b/%C3%BC%25%23%3F.json", true),
            ("x:y.json", "x%3Ay.json", true),
            ("<stdin>", "%3Cstdin%3E", true),
            ("../a b.json", "file:///home/me/a%20b.json", false),
            ("/tmp/../x.json", "file:///x.json", false),
            ("/home/me/repo/a.json", "a.json", true),
        ] {
            let text = text.to_owned();
            assert_eq!(base().uri(Path::new(given)), Uri { text, relative }, "{given}");
        }
    }

    #[test]
    fn names_that_are_no_text_are_encoded_byte_by_byte() {
        use std::os::unix::ffi::OsStrExt;

        let path = Path::new(std::ffi::OsStr::from_bytes(b"a\xff.json"));
        assert_eq!(base().uri(path).text, "a%FF.json");
    }
}
