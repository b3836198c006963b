//! Writes what is generated: schemas, reference, cases, the table of rules in the README, the builders, the types of the
//! package, and the version wherever it is named.

use std::fs;

use serde_json::Value;

use crate::shell::{self, Outcome, cargo};
use crate::wasm;

/// The tests that hold generated files, in the order in which one is made from another: package, file and filter.
const TESTS: &[[&str; 3]] = &[
    ["ctslint-cli", "config", "pages_of_rules"],
    ["ctslint", "cases", ""],
    ["ctslint", "generated", ""],
];

pub(crate) fn run() -> Outcome {
    for [package, test, filter] in TESTS {
        cargo(&["test", "--quiet", "--package", package, "--test", test, "--", filter])
            .env("UPDATE", "1")
            .env("SNAPSHOTS", "overwrite")
            .run("not everything can be generated")?;
    }
    let types = wasm::package().join("types/requests.d.ts");
    fs::write(&types, ctslint::typescript()).map_err(|error| format!("{}: {error}", types.display()))?;
    version(env!("CARGO_PKG_VERSION"))
}

/// Puts the version of the workspace where the one of the npm package stands.
fn version(new: &str) -> Outcome {
    let root = shell::root();
    let read = |name: &str| fs::read_to_string(root.join(name)).map_err(|error| format!("{name}: {error}"));
    let manifest: Value =
        serde_json::from_str(&read("web/package/package.json")?).map_err(|error| error.to_string())?;
    let old = manifest["version"]
        .as_str()
        .ok_or("web/package/package.json has no version")?;
    if old == new {
        return Ok(());
    }
    // In the manifests the first ones are the package's own, in its lock file twice.
    let key = |version: &str| format!("\"version\": \"{version}\"");
    for (name, from, to, most) in [
        ("web/package/package.json", key(old), key(new), 1),
        ("web/package/package-lock.json", key(old), key(new), 2),
        ("README.md", old.to_owned(), new.to_owned(), usize::MAX),
        ("docs/ci.md", old.to_owned(), new.to_owned(), usize::MAX),
    ] {
        let text = read(name)?.replacen(&from, &to, most);
        fs::write(root.join(name), text).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
