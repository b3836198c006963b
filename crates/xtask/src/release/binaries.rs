//! The binaries and what is made of each: an archive, a wheel, an npm package, a folder for Docker.

use std::fs;
use std::path::{Path, PathBuf};

use super::npm;
use super::platforms::Platform;
use crate::shell::{self, Outcome, command};

/// What builds wheels, and the compiler of C with which it links for other platforms.
const MATURIN: [&str; 2] = ["maturin==1.16.0", "ziglang==0.17.1"];
/// What gives a wheel its tags.
const WHEEL: &str = "wheel==0.48.0";

/// Builds for a platform, as far as this machine can, and puts what comes of it into the folder.
pub(super) fn build(platform: &Platform, release: &Path) -> Outcome {
    command("rustup", &["target", "add", platform.target]).run(&format!(
        "rustup can't install the standard library for {}",
        platform.target
    ))?;
    let binary = wheel(platform, release)?;
    archive(platform, &binary, release)?;
    npm::pack_binary(platform, &binary, release)?;
    if let Some(architecture) = platform.docker {
        let folder = release.join("docker").join(architecture);
        fs::create_dir_all(&folder)
            .and_then(|()| fs::copy(&binary, folder.join("ctslint")))
            .map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Makes the wheel, and says where the binary is that was built for it.
fn wheel(platform: &Platform, release: &Path) -> Result<PathBuf, String> {
    let maturin = shell::python_tool("maturin", &MATURIN)?;
    let staged = shell::workspace().join("staged/wheel");
    shell::empty(&staged)?;
    let out = staged.to_string_lossy();
    let build = [
        "build",
        "--release",
        "--target",
        platform.target,
        "--out",
        &out,
        "--auditwheel",
        "skip",
    ];
    let is_foreign = Platform::of_this_machine().is_none_or(|own| own.target != platform.target);
    let zig = if is_foreign { &["--zig"][..] } else { &[] };
    // maturin starts zig as a module of the Python that it finds.
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", maturin.parent().unwrap_or(Path::new("")).display());
    command(
        "nice",
        &[&["-n", "10", &maturin.to_string_lossy()][..], &build, zig].concat(),
    )
    .env("PATH", path)
    .env("CARGO_TARGET_DIR", shell::target())
    // Only then do the same sources give the same bytes.
    .env("CARGO_INCREMENTAL", "0")
    .run(&format!("maturin can't build for {}", platform.target))?;
    let made = only_file(&staged)?;
    let tags = [
        "tags",
        "--remove",
        "--platform-tag",
        platform.wheel,
        &made.to_string_lossy(),
    ];
    command(shell::python_tool("wheel", &[WHEEL])?, &tags).run("a wheel can't be given its tags")?;
    let tagged = only_file(&staged)?;
    let name = tagged.file_name().unwrap_or_default();
    fs::copy(&tagged, release.join(name)).map_err(|error| format!("{}: {error}", tagged.display()))?;
    Ok(shell::target()
        .join(platform.target)
        .join("release")
        .join(platform.binary()))
}

fn only_file(folder: &Path) -> Result<PathBuf, String> {
    let mut files = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(format!("{} should hold one file", folder.display())),
    }
}

/// Packs the binary with the licences and the pages that speak of it. The same binary gives the same archive.
fn archive(platform: &Platform, binary: &Path, release: &Path) -> Outcome {
    let name = platform.folder();
    let staged = shell::workspace().join("staged/archive");
    shell::empty(&staged)?;
    let folder = staged.join(&name);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(binary, folder.join(platform.binary())))
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    for page in ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
        fs::copy(shell::root().join(page), folder.join(page)).map_err(|error| format!("{page}: {error}"))?;
    }
    let archive = platform.archive(release);
    let always = [
        "--sort=name",
        "--mtime=@0",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mode=u+rw,go=u-w",
    ];
    let what = [
        "-C",
        &staged.to_string_lossy(),
        "-I",
        "gzip -9n",
        "-cf",
        &archive.to_string_lossy(),
        &name,
    ];
    command("tar", &[&always[..], &what].concat()).run("GNU tar can't pack a binary")
}
