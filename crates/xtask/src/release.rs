//! What is published: built into a folder, installed from there as its users do, and measured.

mod binaries;
mod measure;
mod mirrors;
mod npm;
mod platforms;
mod registry;
mod same;
mod verify;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::shell::{self, Outcome, command};
use platforms::{PLATFORMS, Platform};

pub(crate) use measure::run as measure;
pub(crate) use verify::run as verify;

/// The file with the checksums of the others.
const SUMS: &str = "SHA256SUMS";

/// The most that a binary for Linux and a wheel may have, in MB.
const LARGEST_BINARY: f64 = 6.0;
const LARGEST_WHEEL: f64 = 3.0;

/// Where a release is made unless a folder is named.
pub(crate) fn folder() -> PathBuf {
    shell::workspace().join("release")
}

/// Builds what this machine can, into a new folder. What it can't build is told and left out.
pub(crate) fn build(release: &Path) -> Outcome {
    oldest_rust()?;
    build_for(PLATFORMS.iter(), release)
}

/// The same for this machine alone, to try it.
pub(crate) fn build_here(release: &Path) -> Outcome {
    build_for(Platform::of_this_machine().into_iter(), release)
}

fn build_for(platforms: impl Iterator<Item = &'static Platform>, release: &Path) -> Outcome {
    shell::empty(release)?;
    let mut built = Vec::new();
    for platform in platforms {
        println!("\n=== {}", platform.target);
        match binaries::build(platform, release) {
            Ok(()) => built.push(platform),
            Err(problem) => eprintln!("\n=== left out: {problem}"),
        }
    }
    if built.is_empty() {
        return Err("nothing can be built here".into());
    }
    npm::pack_main(&built, release)?;
    let dockerfile = release.join("docker/Dockerfile");
    fs::copy(shell::root().join("release/Dockerfile"), &dockerfile)
        .map_err(|error| format!("{}: {error}", dockerfile.display()))?;
    let mut archives = Vec::new();
    for platform in &built {
        archives.push((*platform, sum(&platform.archive(release))?));
    }
    mirrors::write(&archives, &release.join("mirrors"))?;
    let mut sums = String::new();
    for file in files(release)? {
        // Writing to a string can't fail.
        let _ = writeln!(sums, "{}  {}", sum(&release.join(&file))?, file);
    }
    fs::write(release.join(SUMS), &sums).map_err(|error| format!("{SUMS}: {error}"))?;
    println!(
        "\n{sums}\nmade in {}; `cargo xtask release verify` installs it",
        release.display()
    );
    Ok(())
}

/// Compiles everything that is published with the lowest Rust that is promised.
pub(crate) fn oldest_rust() -> Outcome {
    let version = env!("CARGO_PKG_RUST_VERSION");
    let toolchain = [
        "toolchain",
        "install",
        version,
        "--profile",
        "minimal",
        "--no-self-update",
    ];
    command("rustup", &toolchain).run(&format!("rustup can't install Rust {version}"))?;
    let check = ["run", version, "cargo", "check", "--quiet", "--locked"];
    let packages = ["--package", "ctslint-cli", "--package", "ctslint"];
    command("rustup", &[&check[..], &packages].concat())
        .env("CARGO_TARGET_DIR", shell::workspace().join("oldest"))
        .env("RUSTC_WRAPPER", "")
        .run(&format!(
            "it does not compile with Rust {version}, which Cargo.toml promises"
        ))
}

/// What a test can hold of it within seconds: the repositories beside this one, with made-up checksums.
pub(crate) fn write_mirrors(folder: &Path) -> Outcome {
    let sums: Vec<(&Platform, String)> = PLATFORMS.iter().map(|platform| (platform, "0".repeat(64))).collect();
    mirrors::write(&sums, folder)
}

/// The names of the files that are published, in order; folders are for other repositories, and have none of them.
fn files(release: &Path) -> Result<Vec<String>, String> {
    let failed = |error| format!("{}: {error}", release.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(release).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.path().is_file() && entry.file_name() != SUMS {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// The size of a file in MB.
fn megabytes(file: &Path) -> Result<f64, String> {
    fs::metadata(file)
        .map(|file| file.len() as f64 / 1e6)
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// The SHA-256 of a file, in hexadecimal.
fn sum(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(Sha256::digest(&bytes)
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}")))
}
