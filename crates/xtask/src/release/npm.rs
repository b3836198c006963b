//! The npm packages: one with the binary for each platform, and `ctslint`, which takes the one it needs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::platforms::Platform;
use crate::shell::{self, Outcome, npm};
use crate::wasm;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The licences, which each package holds.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Packs the package with the binary for a platform.
pub(super) fn pack_binary(platform: &Platform, binary: &Path, release: &Path) -> Outcome {
    let staged = stage(&format!("cli-{}", platform.node.join("-")))?;
    let name = platform.package();
    let [os, cpu] = platform.node;
    let manifest = json!({
        "name": name,
        "version": VERSION,
        "description": format!("The binary of ctslint for {}", platform.target),
        "license": env!("CARGO_PKG_LICENSE"),
        "repository": { "type": "git", "url": format!("git+{}.git", env!("CARGO_PKG_REPOSITORY")) },
        "os": [os],
        "cpu": [cpu],
        // Yarn would leave the binary in an archive.
        "preferUnplugged": true,
        "files": ["bin"],
    });
    let readme = format!(
        "# {name}\n\nThe binary of [ctslint]({}) for {}. Install `ctslint`, which takes it.\n",
        env!("CARGO_PKG_REPOSITORY"),
        platform.target
    );
    let write = || {
        fs::create_dir_all(staged.join("bin"))?;
        fs::copy(binary, staged.join("bin").join(platform.binary()))?;
        fs::write(staged.join("package.json"), format!("{manifest:#}\n"))?;
        fs::write(staged.join("README.md"), readme)?;
        LICENCES
            .iter()
            .try_for_each(|licence| fs::copy(shell::root().join(licence), staged.join(licence)).map(|_| ()))
    };
    write().map_err(|error: std::io::Error| format!("{name}: {error}"))?;
    pack(&staged, release)
}

/// Packs `ctslint` with its optional dependencies. They stand in no manifest of the repository: there they could not be
/// installed before they are published.
pub(super) fn pack_main(platforms: &[&Platform], release: &Path) -> Outcome {
    wasm::build()?;
    wasm::reproduce()?;
    let staged = stage("ctslint")?;
    pack(&wasm::package(), &staged)?;
    let plain = tarball("ctslint", &staged);
    unpack(&plain, &staged)?;
    fs::remove_file(&plain).map_err(|error| format!("{}: {error}", plain.display()))?;
    let dependencies = platforms
        .iter()
        .map(|platform| format!("optionalDependencies[{}]={VERSION}", platform.package()));
    let dependencies: Vec<String> = dependencies.collect();
    let set = ["pkg", "set"]
        .into_iter()
        .chain(dependencies.iter().map(String::as_str));
    npm(&set.collect::<Vec<_>>())
        .within(&staged)
        .run("npm can't set the optional dependencies")?;
    pack(&staged, release)?;
    pack_closer(&tarball("ctslint", release))
}

/// Packs a tarball of npm anew: what is alike stands together, and Zopfli takes its time. npm publishes a tarball as it is.
fn pack_closer(tarball: &Path) -> Outcome {
    let staged = stage("closer")?;
    let folder = staged.join("package");
    fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    unpack(tarball, &folder)?;
    let archive = staged.join("package.tar");
    // The time of each file is the one that npm writes.
    let options = [
        "--sort=name",
        "--mtime=@499162500",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
    ];
    let [from, to] = [&staged, &archive].map(|path| path.to_string_lossy());
    let what = ["-C", &from, "-cf", &to, "package"];
    shell::command("tar", &[&options[..], &what].concat()).run("GNU tar can't pack the package")?;
    let failed = |error| format!("{}: {error}", tarball.display());
    let bytes = fs::read(&archive).map_err(failed)?;
    let packed = fs::File::create(tarball).map_err(failed)?;
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, &bytes[..], packed).map_err(failed)
}

/// Where the tarball of a package is.
pub(super) fn tarball(package: &str, release: &Path) -> PathBuf {
    let name = package.trim_start_matches('@').replace('/', "-");
    release.join(format!("{name}-{VERSION}.tgz"))
}

/// Unpacks a tarball of npm, or another archive with one folder in it.
pub(super) fn unpack(archive: &Path, folder: &Path) -> Outcome {
    let (archive, folder) = (archive.to_string_lossy(), folder.to_string_lossy());
    shell::command("tar", &["-xzf", &archive, "--strip-components=1", "-C", &folder])
        .run(&format!("tar can't unpack {archive}"))
}

/// An empty folder to make a package in.
fn stage(name: &str) -> Result<PathBuf, String> {
    let staged = shell::workspace().join("staged").join(name);
    shell::empty(&staged)?;
    Ok(staged)
}

fn pack(folder: &Path, into: &Path) -> Outcome {
    let into = into.to_string_lossy();
    npm(&["pack", "--silent", "--ignore-scripts", "--pack-destination", &into])
        .within(folder)
        .run("`npm pack` fails")
}
