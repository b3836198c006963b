//! What every way to run the command line must do alike: output, messages and statuses.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::corpus;
use crate::shell::{self, Outcome, command};

/// An installed command line.
pub(super) struct Way {
    /// What it was installed from.
    pub(super) name: &'static str,
    pub(super) command: PathBuf,
    /// Where it finds other programs.
    pub(super) path: String,
}

impl Way {
    /// A run in the folder, with nothing else in the environment.
    pub(super) fn run(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.command);
        command
            .args(arguments)
            .current_dir(folder)
            .env_clear()
            .env("PATH", &self.path)
            .stdin(Stdio::null());
        command
    }
}

/// Runs on each file of the examples and the tests; the name of the file comes behind.
const ON_A_FILE: &[&[&str]] = &[
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--diff"],
    &["check", "--color", "always", "--fail-on", "info"],
    &["translate"],
];

/// Runs on all texts at once, of which there are about a hundred thousand.
const ON_ALL: &[&[&str]] = &[
    &["check", "--isolated", "--format", "concise"],
    &["check", "--isolated", "--format", "json"],
];

/// Runs without a file, and what they end with.
const ALONE: &[(&[&str], i32)] = &[
    (&["--version"], 0),
    (&["--help"], 0),
    (&[], 2),
    (&["check", "--help"], 0),
    (&["check", "none.json"], 2),
    (&["check", "--no-such-option"], 2),
    (&["check", "--format", "none", "good.json"], 2),
    (&["check", "--as", "v9", "good.json"], 2),
    (&["check", "--config", "none.toml", "good.json"], 2),
    (&["check", "-"], 1),
    (&["no-such-command"], 2),
    (&["explain", "unknown-field"], 0),
    (&["explain", "no-such-thing"], 2),
    (&["schema", "v3"], 0),
    (&["rules"], 0),
    (&["documents"], 0),
    (&["completions", "bash"], 0),
    (&["man"], 0),
];

/// Holds the ways against the first of them.
pub(super) fn hold(ways: &[Way], place: &Path) -> Outcome {
    let texts = place.join("texts");
    shell::empty(&texts)?;
    let cases = corpus::cases()?;
    for (number, case) in cases.iter().enumerate() {
        let file = texts.join(format!("{number:06}.{}", if case.comments { "jsonc" } else { "json" }));
        fs::write(&file, &case.text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let mut runs = 0;
    for arguments in ON_ALL {
        alike(ways, place, &[arguments, &["texts"][..]].concat())?;
        runs += 1;
    }
    for folder in ["examples/good", "examples/bad", "tests/fixtures"] {
        let folder = shell::root().join(folder);
        let files = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for file in files.flatten().filter(|file| file.path().is_file()) {
            let file = file.file_name().to_string_lossy().into_owned();
            for arguments in ON_A_FILE {
                alike(ways, &folder, &[arguments, &[&*file][..]].concat())?;
                runs += 1;
            }
        }
    }
    let fixtures = shell::root().join("tests/fixtures");
    for (arguments, status) in ALONE {
        let output = alike(ways, &fixtures, arguments)?;
        if output.status.code() != Some(*status) {
            return Err(format!(
                "ctslint {} ends with {}, not {status}",
                arguments.join(" "),
                output.status
            ));
        }
        runs += 1;
    }
    closed_pipe(ways, &fixtures)?;
    signals(ways)?;
    let names: Vec<&str> = ways.iter().map(|way| way.name).collect();
    println!(
        "ok: {} texts, {runs} command lines, a closed pipe and signals: the same from {}",
        cases.len(),
        names.join(", ")
    );
    Ok(())
}

/// The output of a command line, if it is the same in all ways.
fn alike(ways: &[Way], folder: &Path, arguments: &[&str]) -> Result<Output, String> {
    let run = |way: &Way| {
        way.run(folder, arguments)
            .output()
            .map_err(|error| format!("{}: {error}", way.name))
    };
    let mut all = ways.iter();
    let first = all.next().ok_or("there is nothing to compare")?;
    let expected = run(first)?;
    for way in all {
        let found = run(way)?;
        if found != expected {
            let line = arguments.join(" ");
            println!("{}: {}\n{}: {}", first.name, told(&expected), way.name, told(&found));
            return Err(format!(
                "{} and {} differ on `ctslint {line}` in {}",
                first.name,
                way.name,
                folder.display()
            ));
        }
    }
    Ok(expected)
}

/// The status and the beginning of what was printed.
fn told(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr].concat();
    let text: String = String::from_utf8_lossy(&text).chars().take(2000).collect();
    format!("{}\n{text}", output.status)
}

/// Whoever reads the output may go away, as `head` does: that is no error and no finding less.
fn closed_pipe(ways: &[Way], folder: &Path) -> Outcome {
    for (file, status) in [("misspelt.json", 1), ("info.json", 0)] {
        for way in ways {
            let ended = || -> io::Result<(Option<i32>, String)> {
                let (reader, writer) = io::pipe()?;
                drop(reader);
                let mut child = way
                    .run(folder, &["check", file])
                    .stdout(writer)
                    .stderr(Stdio::piped())
                    .spawn()?;
                let mut messages = String::new();
                if let Some(mut output) = child.stderr.take() {
                    output.read_to_string(&mut messages)?;
                }
                Ok((child.wait()?.code(), messages))
            };
            let ended = ended().map_err(|error| format!("{}: {error}", way.name))?;
            if ended != (Some(status), String::new()) {
                return Err(format!(
                    "{} ends with {ended:?} where nobody reads the output",
                    way.name
                ));
            }
        }
    }
    Ok(())
}

/// A signal to the process that was started ends the command, and both by that signal.
fn signals(ways: &[Way]) -> Outcome {
    for signal in ["HUP", "INT", "TERM"] {
        for way in ways {
            let failed = |error: io::Error| format!("{}: {error}", way.name);
            let mut child = way
                .run(shell::root(), &["check", "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .map_err(failed)?;
            // It waits for its input by then.
            sleep(Duration::from_millis(500));
            command("kill", &["-s", signal, &child.id().to_string()]).run("kill is missing")?;
            let mut rest = Vec::new();
            if let Some(mut output) = child.stdout.take() {
                // It ends when the last process that could write has ended.
                output.read_to_end(&mut rest).map_err(failed)?;
            }
            let status = child.wait().map_err(failed)?.to_string();
            if !status.contains(&format!("SIG{signal}")) || !rest.is_empty() {
                return Err(format!("{} ends with {status} at SIG{signal}", way.name));
            }
        }
    }
    Ok(())
}
