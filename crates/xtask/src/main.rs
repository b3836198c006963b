//! What developers of ctslint run: `cargo xtask test`, `generate`, `wasm`, `kill`, `editors`, `edits`, `bench` and `release`.

mod bench;
mod corpus;
mod editors;
mod generate;
mod hooks;
mod release;
mod shell;
mod steps;
mod wasm;

use std::path::Path;
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
        Some((command, arguments)) if command == "release" => release(arguments),
        Some((command, [])) if command == "oldest-rust" => status(release::oldest_rust()),
        Some((command, [])) if command == "kill" => status(steps::kill()),
        Some((command, [])) if command == "editors" => status(editors::run()),
        Some((command, [])) if command == "edits" => status(steps::edits()),
        _ => {
            usage();
            ExitCode::from(2)
        }
    }
}

/// `release [DIR]`, `release here [DIR]`, `release verify [DIR]` and `release measure [DIR]`.
fn release(arguments: &[String]) -> ExitCode {
    let (run, named): (fn(&Path) -> Outcome, _) = match arguments.split_first() {
        Some((what, named)) if what == "here" => (release::build_here, named),
        Some((what, named)) if what == "verify" => (release::verify, named),
        Some((what, named)) if what == "measure" => (release::measure, named),
        _ => (release::build, arguments),
    };
    let folder = match named {
        [] => Ok(release::folder()),
        [folder] if !folder.starts_with('-') => {
            std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))
        }
        _ => {
            usage();
            return ExitCode::from(2);
        }
    };
    status(folder.and_then(|folder| run(&folder)))
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
    eprintln!("\nUsage: cargo xtask editors\n\nUses the language server in Neovim and Emacs, and installs them.");
    eprintln!(
        "\nUsage: cargo xtask edits\n\nMakes 100,000 random edits in the language server, which takes some minutes."
    );
    eprintln!("\nUsage: cargo xtask bench [check] [growth] [lsp] [processes]\n\nMeasures all, or what is named.");
    eprintln!(
        "\nUsage: cargo xtask release [DIR]\n\nBuilds what is published; `cargo xtask release here [DIR]` does so for this machine alone. It is installed and tried by `cargo xtask release verify [DIR]`,\n\
         and measured by `cargo xtask release measure [DIR]`."
    );
    eprintln!("\nUsage: cargo xtask oldest-rust\n\nCompiles it with the lowest Rust that is promised.");
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
