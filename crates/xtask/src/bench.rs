//! The benchmarks, as ratios. The machine may be busy with other things: what is compared is measured in turn, several
//! times, and of each the least time counts.

mod lsp;
mod processes;
mod ratio;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::shell::{self, Outcome, cargo};

use ratio::{ROUNDS, verdict};

/// A kind of measurement, by the name under which it can be run alone.
type Kind = (&'static str, fn() -> Outcome);

const KINDS: &[Kind] = &[
    ("check", check),
    ("growth", growth),
    ("lsp", lsp::run),
    ("processes", processes::run),
];

/// Runs the kinds of measurement that are named, or all.
pub(crate) fn run(names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| KINDS.iter().all(|(kind, _)| kind != name)) {
        return Err(format!(
            "there is no measurement `{unknown}`: check, growth, lsp, processes"
        ));
    }
    for (name, kind) in KINDS {
        if names.is_empty() || names.iter().any(|named| named == name) {
            kind()?;
        }
    }
    Ok(())
}

/// What is divided by what, and how much the quotient may be at most.
struct Bar {
    ours: [&'static str; 2],
    theirs: [&'static str; 2],
    at_most: Option<f64>,
}

const fn bar(ours: [&'static str; 2], theirs: [&'static str; 2], at_most: Option<f64>) -> Bar {
    Bar { ours, theirs, at_most }
}

const BARS: &[Bar] = &[
    bar(["valid", "ctslint"], ["valid", "IgnoredAny"], Some(1.25)),
    bar(["valid", "ctslint"], ["valid", "Value"], Some(0.45)),
    bar(["three findings", "ctslint"], ["valid", "ctslint"], Some(3.0)),
    bar(["ten findings", "ctslint"], ["valid", "ctslint"], Some(3.0)),
    bar(["valid", "ctslint"], ["valid", "Value, jsonschema"], None),
    bar(["valid", "ctslint"], ["valid", "Value, boon"], None),
    bar(
        ["three findings", "ctslint"],
        ["three findings", "Value, jsonschema"],
        None,
    ),
    bar(["ten findings", "ctslint"], ["ten findings", "Value, jsonschema"], None),
    bar(["given", "ctslint"], ["given", "IgnoredAny"], Some(1.25)),
    bar(["given", "ctslint"], ["given", "Value"], Some(0.45)),
];

/// One body in this process.
fn check() -> Outcome {
    let home = shell::workspace().join("criterion");
    let mut least: BTreeMap<[String; 2], f64> = BTreeMap::new();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        if home.exists() {
            fs::remove_dir_all(&home).map_err(|error| format!("can't remove {}: {error}", home.display()))?;
        }
        let arguments = [
            "bench",
            "--quiet",
            "--package",
            "ctslint-bench",
            "--bench",
            "check",
            "--",
        ];
        let options = ["--quiet", "--warm-up-time", "0.5", "--measurement-time", "1.5"];
        let (succeeded, output) = cargo(&[&arguments[..], &options].concat())
            .env("CRITERION_HOME", &home)
            .output()?;
        if !succeeded {
            return Err(format!("the benchmark failed:\n{output}"));
        }
        for group in folders(&home) {
            for bench in folders(&group) {
                let time = least_time(&bench.join("new/sample.json"))?;
                let best = least.entry([name(&group), name(&bench)]).or_insert(f64::INFINITY);
                *best = best.min(time);
            }
        }
    }
    println!("\n{:16} {:24} {:>10}", "body", "", "time");
    for ([body, what], time) in &least {
        println!("{body:16} {what:24} {time:>7.0} ns");
    }
    println!("\n{:50} {:>6} {:>6}", "", "ratio", "bar");
    for bar in BARS {
        let time = |of: [&str; 2]| least.get(&of.map(str::to_owned));
        if let (Some(ours), Some(theirs)) = (time(bar.ours), time(bar.theirs)) {
            let ours_and_theirs = format!(
                "{}, {} : {}, {}",
                bar.ours[0], bar.ours[1], bar.theirs[0], bar.theirs[1]
            );
            println!("{ours_and_theirs:50} {}", verdict(ours / theirs, bar.at_most));
        }
    }
    Ok(())
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The least time of one run among the samples of criterion, in nanoseconds.
fn least_time(file: &Path) -> Result<f64, String> {
    let read = || -> Option<f64> {
        let sample: Value = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
        let times = sample["times"].as_array()?.iter().filter_map(Value::as_f64);
        let runs = sample["iters"].as_array()?.iter().filter_map(Value::as_f64);
        times.zip(runs).map(|(time, runs)| time / runs).reduce(f64::min)
    };
    read().ok_or_else(|| format!("{} holds no samples", file.display()))
}

/// Bodies of all sizes.
fn growth() -> Outcome {
    cargo(&["bench", "--quiet", "--package", "ctslint-bench", "--bench", "growth"]).run("the benchmark failed")
}
