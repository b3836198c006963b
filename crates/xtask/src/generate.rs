//! Writes what is generated: schemas, reference, cases, the table of rules in the README, and the types of the package.

use crate::shell::{Outcome, cargo};
use crate::wasm;

/// The tests that hold generated files, in the order in which one is made from another.
const TESTS: &[&str] = &["cases", "generated"];

pub(crate) fn run() -> Outcome {
    for test in TESTS {
        cargo(&["test", "--quiet", "--package", "ctslint", "--test", test])
            .env("UPDATE", "1")
            .run("not everything can be generated")?;
    }
    let types = wasm::package().join("types/requests.d.ts");
    std::fs::write(&types, ctslint::typescript()).map_err(|error| format!("{}: {error}", types.display()))
}
