//! Running other programs, and the folders they work in.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Nothing, or in one line what went wrong.
pub(crate) type Outcome = Result<(), String>;

/// A program to run, from the root of the repository unless told otherwise.
pub(crate) struct Shell(Command);

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package)
}

/// A folder for what the steps install and make.
pub(crate) fn workspace() -> PathBuf {
    target().join("xtask")
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where the tests of the npm package are.
pub(crate) fn web_tests() -> PathBuf {
    root().join("web/tests")
}

/// The cargo that runs this.
pub(crate) fn cargo(arguments: &[&str]) -> Shell {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Cargo, with a fixed seed for the properties unless the environment has one. So a change passes or fails the same way
/// each time; `cargo test` alone looks at new bodies in every run.
pub(crate) fn seeded(arguments: &[&str]) -> Shell {
    const SEED: &str = "PROPTEST_RNG_SEED";
    let seed = std::env::var(SEED).unwrap_or_else(|_| "1587958482923".to_owned());
    cargo(arguments).env(SEED, seed)
}

/// A program with its arguments.
pub(crate) fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Shell {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    Shell(command)
}

/// npm with its arguments.
pub(crate) fn npm(arguments: &[&str]) -> Shell {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments)
}

/// The environment in which cargo builds a release without the optimisation that takes minutes: for tests of what it does, not of
/// how fast.
pub(crate) const QUICKLY_BUILT: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// An empty folder in place of what was there.
pub(crate) fn empty(folder: &Path) -> Outcome {
    let empty = || {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)
    };
    empty().map_err(|error: io::Error| format!("can't make {}: {error}", folder.display()))
}

/// Copies a file, or a folder with all that is in it; what is there already and the same is left alone.
pub(crate) fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        let content = fs::read(from)?;
        return match fs::read(to) {
            Ok(known) if known == content => Ok(()),
            _ => fs::write(to, content),
        };
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        copy_all(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

/// A tool from PyPI, in an environment of its own. Requirements are `name==version`, the first is that of the tool.
pub(crate) fn python_tool(name: &str, requirements: &[&str]) -> Result<PathBuf, String> {
    let venv = workspace().join("python").join(name);
    let bin = venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let tool = bin.join(name);
    let version = requirements.first().and_then(|tool| tool.split_once("=="));
    let (_, version) = version.unwrap_or_default();
    let installed = command(&tool, &["--version"]).output();
    if installed.is_ok_and(|(_, text)| text.split_whitespace().any(|word| word == version)) {
        return Ok(tool);
    }
    let all = requirements.join(", ");
    println!("installing {all}");
    let path = venv.to_string_lossy();
    command("python3", &["-m", "venv", &path]).run("python3 with its module venv is missing")?;
    let install = [&["-m", "pip", "install", "--quiet"][..], requirements].concat();
    command(bin.join("python"), &install).run(&format!("pip can't install {all}"))?;
    Ok(tool)
}

impl Shell {
    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Adds an argument.
    pub(crate) fn argument(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    /// Runs it in another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Runs it in sight; `problem` says in one line what it means if it fails.
    pub(crate) fn run(mut self, problem: &str) -> Outcome {
        match self.0.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(problem.to_owned()),
            Err(error) => Err(format!("{problem}: can't start {:?}: {error}", self.0.get_program())),
        }
    }

    /// Whether it succeeds, out of sight.
    pub(crate) fn succeeds(mut self) -> bool {
        let quiet = self.0.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    /// Whether it succeeds, and everything it prints.
    pub(crate) fn output(mut self) -> Result<(bool, String), String> {
        let output = self.0.stdin(Stdio::null()).output();
        let output = output.map_err(|error| format!("can't start {:?}: {error}", self.0.get_program()))?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text += &String::from_utf8_lossy(&output.stderr);
        Ok((output.status.success(), text))
    }
}
