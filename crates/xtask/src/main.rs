//! What developers of ctslint run: `cargo xtask test`, `generate`, `wasm` and `bench`.

mod bench;
mod conformance;
mod console;
mod fuzz;
mod generate;
mod pre_commit;
mod schemas;
mod shell;
mod wasm;
mod web;

use std::process::ExitCode;
use std::time::Instant;

use shell::{Outcome, Shell, cargo};

/// One step of `cargo xtask test`.
struct Step {
    /// The name by which it can be run alone.
    name: &'static str,
    /// What it proves.
    about: &'static str,
    run: fn() -> Outcome,
}

/// The steps, the quick ones first. A new kind of test is one more line here.
const STEPS: &[Step] = &[
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
        about: "a minute of fuzzing",
        run: fuzz::run,
    },
    Step {
        name: "schemas",
        about: "the schemas, with ajv and the language service of editors",
        run: schemas::node,
    },
    Step {
        name: "check-jsonschema",
        about: "the schemas, with the real check-jsonschema",
        run: schemas::python,
    },
    Step {
        name: "pre-commit",
        about: "the hook, with the real pre-commit",
        run: pre_commit::run,
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
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((command, names)) if command == "test" => test(names),
        Some((command, [])) if command == "wasm" => status(wasm::build()),
        Some((command, [name])) if command == "bench" && name == "web" => status(web::bench()),
        Some((command, names)) if command == "bench" => status(bench::run(names)),
        Some((command, [])) if command == "generate" => status(generate::run()),
        _ => {
            usage();
            ExitCode::from(2)
        }
    }
}

fn status(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn usage() {
    eprintln!("Usage: cargo xtask test [STEP]…\n\nRuns every step, or those that are named:\n");
    for step in STEPS {
        eprintln!("  {:18}{}", step.name, step.about);
    }
    eprintln!("\nUsage: cargo xtask generate\n\nWrites schemas, reference, cases and types anew.");
    eprintln!("\nUsage: cargo xtask wasm\n\nBuilds the npm package.");
    eprintln!("\nUsage: cargo xtask bench [check] [growth] [processes]\n\nMeasures all, or what is named.");
    eprintln!("\nUsage: cargo xtask bench web\n\nMeasures the npm package beside its peers.");
}

fn test(names: &[String]) -> ExitCode {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        eprintln!("xtask: there is no step `{unknown}`\n");
        usage();
        return ExitCode::from(2);
    }
    let start = Instant::now();
    for step in STEPS {
        if !names.is_empty() && !names.iter().any(|name| name == step.name) {
            continue;
        }
        println!("\n=== {}: {}", step.name, step.about);
        if let Err(problem) = (step.run)() {
            eprintln!("\n=== {} failed: {problem}", step.name);
            return ExitCode::FAILURE;
        }
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

fn docs() -> Outcome {
    cargo(&["doc", "--workspace", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .run("rustdoc has warnings")
}

fn tests() -> Outcome {
    seeded(&["test", "--workspace", "--exclude", "serde-oracle"]).run("a test fails")?;
    // It turns on a feature of serde_json that changes what the other packages see.
    seeded(&["test", "--package", "serde-oracle"]).run("the parser reads something else than serde_json")
}

/// Cargo, with a fixed seed for the properties unless the environment has one. So a change passes or fails the same way
/// each time; `cargo test` alone looks at new bodies in every run.
fn seeded(arguments: &[&str]) -> Shell {
    const SEED: &str = "PROPTEST_RNG_SEED";
    let seed = std::env::var(SEED).unwrap_or_else(|_| "1587958482923".to_owned());
    cargo(arguments).env(SEED, seed)
}

/// Installs a component of the toolchain where it is missing.
fn component(subcommand: &str, component: &str) -> Outcome {
    if cargo(&[subcommand, "--version"]).succeeds() {
        return Ok(());
    }
    println!("installing {component}");
    shell::command("rustup", &["component", "add", component]).run(&format!(
        "`cargo {subcommand}` is missing, and rustup can't install {component}"
    ))
}
