//! Whole processes: the command line beside validators of JSON Schema, measured by hyperfine.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::ratio::{ROUNDS, verdict};
use crate::shell::{self, Outcome, cargo, command};

/// How many small files there are.
const FILES: usize = 10_000;

const VALID: &str = include_str!("../../../ctslint-bench/bodies/valid.json");

/// A program that is measured.
struct Program {
    name: &'static str,
    /// Its command for one file, and for the folder of many.
    one: String,
    many: Option<String>,
}

pub(crate) fn run() -> Outcome {
    if !command("hyperfine", &["--version"]).succeeds() {
        return Err("hyperfine is missing: `apt-get install hyperfine` or `cargo install hyperfine`".into());
    }
    let place = shell::workspace().join("processes");
    let bodies = place.join("bodies");
    write_bodies(&place, &bodies).map_err(|error| format!("can't write the bodies: {error}"))?;
    cargo(&["build", "--quiet", "--release", "--bin", "ctslint"]).run("ctslint doesn't build")?;
    let binary = shell::workspace().with_file_name("release").join("ctslint");
    let schema = shell::root().join("schemas/v3-create-request.schema.json");

    let programs = programs(&place, &bodies, &binary, &schema)?;
    let mut one = vec![f64::INFINITY; programs.len()];
    let mut many = one.clone();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        for (index, program) in programs.iter().enumerate() {
            // A shell would take longer than the fastest of them.
            one[index] = one[index].min(hyperfine(&place, &program.one, &["--shell=none", "--runs=20"])?);
            if let Some(command) = &program.many {
                many[index] = many[index].min(hyperfine(&place, command, &["--runs=5"])?);
            }
        }
    }

    println!(
        "\n{:28} {:>10} {:>8} {:>12} {:>8}",
        "", "one file", "ratio", "10,000 files", "ratio"
    );
    for (index, program) in programs.iter().enumerate() {
        let mut line = format!(
            "{:28} {:>7.1} ms {:>8.2}",
            program.name,
            one[index] * 1e3,
            one[index] / one[0]
        );
        if program.many.is_some() {
            // Writing to a string cannot fail.
            let _ = write!(line, " {:>9.0} ms {:>8.2}", many[index] * 1e3, many[index] / many[0]);
        }
        println!("{line}");
    }
    println!("\n{:50} {:>6} {:>6}", "", "got", "bar");
    println!(
        "{:50} {}",
        "one file, ctslint, in milliseconds",
        verdict(one[0] * 1e3, Some(3.0))
    );
    println!(
        "{:50} {}",
        "10,000 files, ctslint : cat",
        verdict(many[0] / many[1], Some(1.0))
    );
    let fastest = many[2..].iter().copied().fold(f64::INFINITY, f64::min);
    println!(
        "{:50} {}",
        "10,000 files, ctslint : the fastest validator",
        verdict(many[0] / fastest, Some(1.0 / 3.0))
    );
    Ok(())
}

/// Small files that differ, as trackers of many projects do.
fn write_bodies(place: &Path, bodies: &Path) -> io::Result<()> {
    fs::create_dir_all(bodies)?;
    for number in 0..FILES {
        let body = VALID.replace("acme-traces", &format!("acme-traces-{number:05}"));
        fs::write(bodies.join(format!("{number:05}.json")), body)?;
    }
    fs::write(place.join("one.json"), VALID)
}

/// ctslint, `cat`, then the validators.
fn programs(place: &Path, bodies: &Path, binary: &Path, schema: &Path) -> Result<Vec<Program>, String> {
    let (node, venv) = (place.join("node"), place.join("venv"));
    let sourcemeta = install(&node.join("node_modules/@sourcemeta/jsonschema"), || {
        npm(&node, &["@sourcemeta/jsonschema@16.11.0", "ajv-cli@5.0.0"])
    })?;
    let native = native(&sourcemeta).ok_or("@sourcemeta/jsonschema has no binary for this system")?;
    let ajv = node.join("node_modules/ajv-cli/dist/index.js");
    let check_jsonschema = install(&venv.join("bin/check-jsonschema"), || {
        pip(&venv, "check-jsonschema==0.39.0")
    })?;
    let file = place.join("one.json");
    let (file, bodies, schema) = (file.display(), bodies.display(), schema.display());
    let program = |name, one: String, many: Option<String>| Program { name, one, many };
    let mut programs = vec![
        program(
            "ctslint",
            format!("{} check --isolated {file}", binary.display()),
            Some(format!("{} check --isolated {bodies}", binary.display())),
        ),
        program("cat", format!("cat {file}"), Some(format!("cat {bodies}/*.json"))),
        program(
            "sourcemeta, native binary",
            format!("{} validate {schema} {file}", native.display()),
            Some(format!("{} validate {schema} {bodies}", native.display())),
        ),
        program(
            "ajv-cli",
            format!(
                "node {} validate --spec=draft2020 --strict=false -s {schema} -d {file}",
                ajv.display()
            ),
            Some(format!(
                "node {} validate --spec=draft2020 --strict=false -s {schema} -d '{bodies}/*.json'",
                ajv.display()
            )),
        ),
        program(
            "check-jsonschema",
            format!("{} --schemafile {schema} {file}", check_jsonschema.display()),
            Some(format!(
                "{} --schemafile {schema} {bodies}/*.json",
                check_jsonschema.display()
            )),
        ),
    ];
    // Cargo would build it for several minutes.
    if command("jsonschema-cli", &["--version"]).succeeds() {
        programs.push(program(
            "jsonschema-cli",
            format!("jsonschema-cli validate {schema} -i {file}"),
            None,
        ));
    } else {
        println!("jsonschema-cli is not measured: `cargo install jsonschema-cli@0.60.2` brings it");
    }
    Ok(programs)
}

/// Installs what is not there yet.
fn install(path: &Path, how: impl FnOnce() -> Outcome) -> Result<PathBuf, String> {
    if !path.exists() {
        println!("installing {}", path.display());
        how()?;
    }
    Ok(path.to_owned())
}

fn npm(folder: &Path, packages: &[&str]) -> Outcome {
    let prefix = folder.to_string_lossy();
    let install = ["install", "--silent", "--no-audit", "--no-fund", "--prefix", &prefix];
    command("npm", &[&install, packages].concat()).run("npm can't install the validators")
}

fn pip(venv: &Path, package: &str) -> Outcome {
    command("python3", &["-m", "venv", &venv.to_string_lossy()]).run("python3 with its module venv is missing")?;
    command(venv.join("bin/python"), &["-m", "pip", "install", "--quiet", package]).run("pip can't install a validator")
}

/// The binary for this system in the package, which starts it through Node.
fn native(package: &Path) -> Option<PathBuf> {
    let system = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let architecture = if cfg!(target_arch = "aarch64") {
        "arm64"
    } else {
        "x86_64"
    };
    let binary = package.join(format!("build/github-releases/jsonschema-{system}-{architecture}"));
    binary.is_file().then_some(binary)
}

/// The least time of a command, in seconds.
fn hyperfine(place: &Path, measured: &str, options: &[&str]) -> Result<f64, String> {
    let export = place.join("hyperfine.json");
    let path = export.to_string_lossy();
    let common = ["--style=none", "--warmup=1", "--export-json", &path, measured];
    let (succeeded, output) = command("hyperfine", &[options, &common].concat()).output()?;
    let read = || -> Option<f64> {
        let report: Value = serde_json::from_slice(&fs::read(&export).ok()?).ok()?;
        report["results"][0]["min"].as_f64()
    };
    match read() {
        Some(time) if succeeded => Ok(time),
        _ => Err(format!("`{measured}` can't be measured:\n{output}")),
    }
}
