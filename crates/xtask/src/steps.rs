//! The steps of `cargo xtask test`.

mod conformance;
mod console;
mod fuzz;
mod publishing;
mod schemas;
mod vscode;
pub(crate) mod web;

use std::process::ExitCode;
use std::time::Instant;

use crate::hooks;
use crate::shell::{Outcome, cargo, command, seeded};

/// One step of `cargo xtask test`.
pub(crate) struct Step {
    /// The name by which it can be run alone.
    pub(crate) name: &'static str,
    /// What it proves.
    pub(crate) about: &'static str,
    run: fn() -> Outcome,
}

/// The steps, the quick ones first. A new kind of test is one more line here.
pub(crate) const STEPS: &[Step] = &[
    Step {
        name: "format",
        about: "the code is formatted",
        run: format,
    },
    Step {
        name: "clippy",
        about: "the code has no warnings",
        run: clippy,
    },
    Step {
        name: "platforms",
        about: "the command line compiles for Windows and macOS",
        run: platforms,
    },
    Step {
        name: "docs",
        about: "the documentation builds without warnings",
        run: docs,
    },
    Step {
        name: "tests",
        about: "unit, integration and documentation tests",
        run: tests,
    },
    Step {
        name: "fuzz",
        about: "half a minute of fuzzing",
        run: fuzz::run,
    },
    Step {
        name: "schemas",
        about: "the schemas, with validators, editors, form and code generators",
        run: schemas::node,
    },
    Step {
        name: "schemas-python",
        about: "the schemas, with check-jsonschema and models of pydantic",
        run: schemas::python,
    },
    Step {
        name: "pre-commit",
        about: "the hook, with the real pre-commit",
        run: hooks::compiled,
    },
    Step {
        name: "publishing",
        about: "hooks, action, recipes and Dockerfile, with the linters of each",
        run: publishing::run,
    },
    Step {
        name: "web",
        about: "the npm package, packed and installed, in Node, bundlers, browser and other runtimes",
        run: web::run,
    },
    Step {
        name: "console",
        about: "the console page and the examples for forms, in the browser",
        run: console::run,
    },
    Step {
        name: "vscode",
        about: "the language server over the npm package beside the native one, and the extension",
        run: vscode::run,
    },
];

/// Runs the steps of these names, or all when there are none, up to the first that fails.
pub(crate) fn run(names: &[String]) -> ExitCode {
    let start = Instant::now();
    for step in STEPS {
        if !names.is_empty() && !names.iter().any(|name| name == step.name) {
            continue;
        }
        println!("\n=== {}: {}", step.name, step.about);
        let begun = Instant::now();
        if let Err(problem) = (step.run)() {
            eprintln!("\n=== {} failed: {problem}", step.name);
            return ExitCode::FAILURE;
        }
        println!("=== {} took {} s", step.name, begun.elapsed().as_secs());
    }
    println!("\n=== all passed in {} s", start.elapsed().as_secs());
    ExitCode::SUCCESS
}

fn format() -> Outcome {
    component("fmt", "rustfmt")?;
    cargo(&["fmt", "--all", "--check"]).run("run `cargo fmt`")
}

fn clippy() -> Outcome {
    component("clippy", "clippy")?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run("clippy has warnings")
}

/// That needs no linker, so it works everywhere.
fn platforms() -> Outcome {
    for target in ["x86_64-pc-windows-gnu", "aarch64-apple-darwin"] {
        command("rustup", &["target", "add", target]).run(&format!("rustup can't install {target}"))?;
        let packages = ["--package", "ctslint-cli", "--package", "ctslint"];
        let clippy = ["clippy", "--all-targets", "--target", target];
        cargo(&[&clippy[..], &packages, &["--", "-D", "warnings"]].concat())
            .run(&format!("it does not compile for {target}"))?;
    }
    Ok(())
}

fn docs() -> Outcome {
    cargo(&["doc", "--workspace", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .run("rustdoc has warnings")
}

/// `schema-types` is left out: it reads what the step `schemas` writes.
fn tests() -> Outcome {
    seeded(&[
        "test",
        "--workspace",
        "--exclude",
        "serde-oracle",
        "--exclude",
        "schema-types",
    ])
    .run("a test fails")?;
    // It turns on a feature of serde_json that changes what the other packages see.
    seeded(&["test", "--package", "serde-oracle"]).run("the parser reads something else than serde_json")
}

/// The test that ends `check --fix` with signals, with so many that a moment of a few microseconds is met.
pub(crate) fn kill() -> Outcome {
    let test = [
        "test",
        "--package",
        "ctslint-cli",
        "--test",
        "cli",
        "killed::",
        "--",
        "--nocapture",
    ];
    cargo(&test)
        .env("KILLS", "300")
        .run("a signal leaves what it should not")
}

/// The test that edits a text in the language server, with so many edits that memory would have grown.
pub(crate) fn edits() -> Outcome {
    cargo(&["test", "--package", "ctslint-cli", "--test", "lsp", "edits::"])
        .env("EDITS", "100000")
        .run("after some edits the diagnostics are wrong, or the memory has grown")
}

/// Installs a component of the toolchain where it is missing.
fn component(subcommand: &str, component: &str) -> Outcome {
    if cargo(&[subcommand, "--version"]).succeeds() {
        return Ok(());
    }
    println!("installing {component}");
    command("rustup", &["component", "add", component]).run(&format!(
        "`cargo {subcommand}` is missing, and rustup can't install {component}"
    ))
}
