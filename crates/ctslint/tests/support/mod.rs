//! Files that are checked in and generated.

use std::path::PathBuf;
use std::{env, fs};

/// A file of the repository.
pub fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Whether generated parts are to be written instead of compared.
pub fn update() -> bool {
    env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Asserts that a file of the repository has this content, or writes it.
#[track_caller]
pub fn agrees(path: &str, content: &str) {
    let file = file(path);
    let old = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    if old == content {
        return;
    }
    if update() {
        let folder = file.parent().expect("a file is in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, content))
            .expect("the file can be written");
        return;
    }
    let old_lines = old.lines().chain([""]);
    let (number, (old, new)) = old_lines
        .zip(content.lines().chain([""]))
        .enumerate()
        .find(|(_, (old, new))| old != new)
        .unwrap_or_default();
    panic!(
        "{path} is stale: line {} is `{old}`, but should be `{new}`. Run `cargo xtask generate`",
        number + 1
    );
}
