//! Writes what is generated: schemas, reference, cases, the table of rules in the README, the builders, and the types of the
//! package.

use crate::shell::{Outcome, cargo};
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
    std::fs::write(&types, ctslint::typescript()).map_err(|error| format!("{}: {error}", types.display()))
}
