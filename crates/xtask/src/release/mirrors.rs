//! What the repositories beside this one hold: the hooks that need no compiler, and the GitHub Action.

use std::fs;
use std::path::Path;

use super::platforms::Platform;
use crate::shell::{self, Outcome};

const VERSION: &str = env!("CARGO_PKG_VERSION");
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The action that takes up SARIF, by the commit of its version 4.36.2.
const UPLOAD: &str = "8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2";

/// The SHA-256 of the archive of a platform.
pub(crate) type Sums<'a> = [(&'a Platform, String)];

/// Writes the content of both repositories into a folder.
pub(crate) fn write(sums: &Sums<'_>, folder: &Path) -> Outcome {
    let hooks = hooks(&read(&shell::root().join(".pre-commit-hooks.yaml"))?)?;
    for (repository, files) in [
        (
            "pre-commit",
            &["README.md", "ctslint_pre_commit.py", "package.json", "pyproject.toml"][..],
        ),
        ("action", &["README.md", "action.yml"]),
    ] {
        let inside = folder.join(repository);
        fs::create_dir_all(&inside).map_err(|error| format!("{}: {error}", inside.display()))?;
        for name in files {
            let template = read(&shell::root().join("release").join(repository).join(name))?;
            write_file(&inside.join(name), &filled(&template, sums))?;
        }
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            write_file(&inside.join(licence), &read(&shell::root().join(licence))?)?;
        }
    }
    write_file(&folder.join("pre-commit/.pre-commit-hooks.yaml"), &hooks)
}

/// The hooks of the mirror, made of the one that compiles: the same command for the same files.
fn hooks(compiled: &str) -> Result<String, String> {
    const LANGUAGE: &str = "language: rust\n";
    const RUST_ALONE: &str = "  # From this version on pre-commit brings a Rust toolchain where there is none.\n  minimum_pre_commit_version: 2.21.0\n";
    if !compiled.contains(LANGUAGE) || !compiled.contains(RUST_ALONE) {
        return Err(
            ".pre-commit-hooks.yaml is not what it was: look what of it holds for hooks that compile nothing".into(),
        );
    }
    let common = compiled.replace(RUST_ALONE, "");
    let python = common.replace(LANGUAGE, "language: python\n");
    let node = format!("language: node\n  additional_dependencies: [\"ctslint@{VERSION}\"]\n");
    let node = common
        .replace("id: ctslint\n", "id: ctslint-node\n")
        .replace(LANGUAGE, &node);
    Ok(python + &node)
}

/// A template with its gaps filled.
fn filled(template: &str, sums: &Sums<'_>) -> String {
    let cases: Vec<String> = sums
        .iter()
        .map(|(platform, sum)| {
            let (runner, folder) = (platform.runner, platform.folder());
            format!("          {runner}) archive={folder}.tar.gz sum={sum} ;;")
        })
        .collect();
    template
        .replace("        @CASES@", &cases.join("\n"))
        .replace("@UPLOAD@", &format!("@{UPLOAD}"))
        .replace("@VERSION@", VERSION)
        .replace("@REPOSITORY@", REPOSITORY)
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write_file(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
