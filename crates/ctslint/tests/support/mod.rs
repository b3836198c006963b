//! Files that are checked in and generated.

use std::path::PathBuf;
use std::{env, fs};

/// A file of the repository.
pub(crate) fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Whether generated parts are to be written instead of compared.
pub(crate) fn update() -> bool {
    env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Asserts that a file of the repository has this content, or writes it.
#[track_caller]
pub(crate) fn agrees(path: &str, content: &str) {
    let file = file(path);
    let old = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if update() && old != content {
        let folder = file.parent().expect("a file is in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, content))
            .expect("the file can be written");
        return;
    }
    let lines = old.lines().chain([""]).zip(content.lines().chain([""]));
    let (number, (is, should)) = lines
        .enumerate()
        .find(|(_, (is, should))| is != should)
        .unwrap_or_default();
    let line = number + 1;
    assert!(
        old == content,
        "{path} is stale: line {line} is `{is}`, but should be `{should}`. Run `cargo xtask generate`"
    );
}
