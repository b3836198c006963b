//! The fuzz targets, each for a short time.
//!
//! They are built here with the flags that `cargo fuzz run --sanitizer none` sets, so that nothing need be installed and a
//! stable compiler will do.

use std::fs;

use crate::shell::{self, Outcome, cargo, command};

/// How long each target runs, in seconds; together half a minute.
const TARGETS: &[(&str, u32)] = &[("parse_and_check", 15), ("fix", 10), ("translate", 5)];

/// Coverage of edges and comparisons, as libFuzzer reads it, and the checks of a debug build.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                     -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions \
                     -Coverflow-checks";

pub(crate) fn run() -> Outcome {
    let target = env!("XTASK_TARGET");
    if !target.ends_with("-linux-gnu") || !command("c++", &["--version"]).succeeds() {
        println!("skipped: libFuzzer needs Linux and a C++ compiler");
        return Ok(());
    }
    let fuzz = shell::root().join("fuzz");
    let place = shell::workspace().join("fuzz");
    // With a target named, the flags are not those of build scripts.
    cargo(&[
        "build",
        "--quiet",
        "--release",
        "--locked",
        "--bins",
        "--target",
        target,
    ])
    .within(&fuzz)
    .env("CARGO_TARGET_DIR", &place)
    .env("RUSTFLAGS", FLAGS)
    .run("the fuzz targets don't build")?;
    for (name, seconds) in TARGETS {
        let corpus = place.join("corpus").join(name);
        fs::create_dir_all(&corpus).map_err(|error| format!("can't make {}: {error}", corpus.display()))?;
        let binary = place.join(target).join("release").join(name);
        let artifacts = format!("-artifact_prefix={}/{name}-", place.display());
        let time = format!("-max_total_time={seconds}");
        let folders = [
            corpus.to_string_lossy(),
            fuzz.join("seeds").to_string_lossy().into_owned().into(),
        ];
        println!("{name}: {seconds} seconds");
        let (succeeded, output) =
            command(&binary, &[&*folders[0], &*folders[1], &time, &artifacts, "-timeout=10"]).output()?;
        if !succeeded {
            println!("{output}");
            return Err(format!(
                "the fuzz target {name} fails; {} holds the text",
                place.display()
            ));
        }
        println!("{}", output.lines().last().unwrap_or_default());
    }
    Ok(())
}
