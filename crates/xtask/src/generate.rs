//! Writes what is generated: schemas, reference, cases, and the table of rules in the README.

use crate::shell::{Outcome, cargo};

/// The tests that hold generated files, in the order in which one is made from another.
const TESTS: &[&str] = &["cases", "generated"];

pub(crate) fn run() -> Outcome {
    for test in TESTS {
        cargo(&["test", "--quiet", "--package", "ctslint", "--test", test])
            .env("UPDATE", "1")
            .run("not everything can be generated")?;
    }
    Ok(())
}
