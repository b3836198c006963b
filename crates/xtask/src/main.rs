//! What developers of ctslint run: `cargo xtask test`, `generate`, `wasm`, `kill` and `bench`.

mod bench;
mod generate;
mod shell;
mod steps;
mod wasm;

use std::process::ExitCode;

use shell::Outcome;
use steps::STEPS;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((command, names)) if command == "test" => test(names),
        Some((command, [])) if command == "wasm" => status(wasm::build()),
        Some((command, [name])) if command == "bench" && name == "web" => status(steps::web::bench()),
        Some((command, names)) if command == "bench" => status(bench::run(names)),
        Some((command, [])) if command == "generate" => status(generate::run()),
        Some((command, [])) if command == "kill" => status(steps::kill()),
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
    eprintln!(
        "\nUsage: cargo xtask kill\n\nEnds `check --fix` with 300 signals of each kind, which takes some minutes."
    );
    eprintln!("\nUsage: cargo xtask bench [check] [growth] [processes]\n\nMeasures all, or what is named.");
    eprintln!("\nUsage: cargo xtask bench web\n\nMeasures the npm package beside its peers.");
}

fn test(names: &[String]) -> ExitCode {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        eprintln!("xtask: there is no step `{unknown}`\n");
        usage();
        return ExitCode::from(2);
    }
    steps::run(names)
}
