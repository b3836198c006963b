//! The npm package as people get it: packed, installed, and run wherever JavaScript runs.

use std::fs;
use std::path::Path;

use ctslint::{Language, Options, check};
use serde_json::json;

use super::conformance;
use crate::shell::{Outcome, command, web_tests};
use crate::wasm;

/// Builds and packs the package, installs the tarball, holds its verdicts against the library's, and runs its tests.
pub(crate) fn run() -> Outcome {
    prepare()?;
    conformance::run()?;
    let mut files: Vec<String> = fs::read_dir(web_tests())
        .map_err(|error| format!("web/tests: {error}"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.js"))
        .collect();
    files.sort();
    let mut arguments = vec!["--test", "--test-concurrency=2"];
    arguments.extend(files.iter().map(String::as_str));
    command("node", &arguments)
        .within(&web_tests())
        .run("a test of the npm package fails")
}

/// Measures the package beside its peers.
pub(crate) fn bench() -> Outcome {
    prepare()?;
    command("node", &["--expose-gc", "bench.js"])
        .within(&web_tests())
        .run("the package can't be measured")
}

fn prepare() -> Outcome {
    wasm::build()?;
    wasm::install(&web_tests())?;
    browser()?;
    unpack().map_err(|error| format!("the package can't be installed: {error}"))?;
    expect()
}

/// Packs the package and lays it out as npm does.
fn unpack() -> Result<(), String> {
    let made = web_tests().join("made");
    fs::create_dir_all(&made).map_err(|error| error.to_string())?;
    let folder = made.to_string_lossy();
    command(
        "npm",
        &["pack", "--silent", "--ignore-scripts", "--pack-destination", &folder],
    )
    .within(&wasm::package())
    .run("`npm pack` fails")?;
    let version = env!("CARGO_PKG_VERSION");
    let tarball = made.join("ctslint.tgz");
    fs::rename(made.join(format!("ctslint-{version}.tgz")), &tarball).map_err(|error| error.to_string())?;
    let installed = web_tests().join("node_modules/ctslint");
    if installed.exists() {
        fs::remove_dir_all(&installed).map_err(|error| error.to_string())?;
    }
    fs::create_dir_all(&installed).map_err(|error| error.to_string())?;
    let arguments = [
        "-xzf",
        &tarball.to_string_lossy(),
        "--strip-components=1",
        "-C",
        &installed.to_string_lossy(),
    ];
    command("tar", &arguments).run("tar is missing")
}

/// What the library says of the sample of the tests.
fn expect() -> Outcome {
    let file = web_tests().join("fixtures/sample.json");
    let sample = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let report = serde_json::to_string(&check(sample, &Options::default()).worded(Language::En))
        .map_err(|error| error.to_string())?;
    fs::write(
        web_tests().join("made/expected.json"),
        json!({ "sample": report }).to_string(),
    )
    .map_err(|error| format!("made/expected.json: {error}"))
}

/// Installs Chromium where it is missing and can be had.
pub(crate) fn browser() -> Outcome {
    let chromium = std::env::var_os("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into());
    if Path::new(&chromium).exists() {
        return Ok(());
    }
    println!("installing Chromium");
    let missing =
        "Chromium is missing: install it, and name it in the variable CHROMIUM where it is not /usr/bin/chromium";
    command("apt-get", &["update", "-qq"]).run(missing)?;
    command(
        "apt-get",
        &["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    )
    .env("DEBIAN_FRONTEND", "noninteractive")
    .run(missing)
}
