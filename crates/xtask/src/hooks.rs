//! The pre-commit hook, proven with the real pre-commit on a scratch repository.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::shell::{self, Outcome, Shell, command};

const PRE_COMMIT: &str = "pre-commit==4.7.0";

const GOOD: &str = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
const BAD: &str = r#"{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}"#;
const FOREIGN: &str = r#"{"name": "console", "version": "1.0.0", "private": true}"#;
const BAD_REQUEST: &str = "POST https://cts.eu-de.otc.t-systems.com/v3/{project_id}/tracker\n\n\
    {\"tracker_type\": \"system\", \"tracker_nmae\": \"system\", \"is_lts_enabled\": true}\n";
/// What editors take, but JSON is not.
const FOREIGN_COMMENTS: &str = "// settings\n{\"editor.tabSize\": 2,}\n";

pub(crate) fn run() -> Outcome {
    let place = shell::workspace().join("pre-commit");
    let tool = shell::python_tool("pre-commit", &[PRE_COMMIT])?;
    let hooks = place.join("hooks");
    publish(&hooks).map_err(|error| format!("can't copy the repository: {error}"))?;
    let repository = place.join("repository");
    let home = place.join("home");
    for folder in [&repository, &home] {
        fresh(folder).map_err(|error| format!("can't make {}: {error}", folder.display()))?;
    }
    let scratch = Scratch {
        repository,
        tool,
        home,
        target: place.join("target"),
    };
    scratch.prove(&hooks)
}

/// An empty folder in place of what was there.
fn fresh(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// Copies the files of this repository, as they are now, to one where they are committed: hooks come from commits.
fn publish(hooks: &Path) -> io::Result<()> {
    fresh(hooks)?;
    let listing = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let (listed, files) = git(shell::root(), &listing).output().map_err(io::Error::other)?;
    if !listed {
        return Err(io::Error::other(files));
    }
    for file in files.lines() {
        let from = shell::root().join(file);
        // A file that was deleted is listed until that is committed.
        if from.is_file() {
            let to = hooks.join(file);
            fs::create_dir_all(to.parent().unwrap_or(hooks))?;
            fs::copy(from, to)?;
        }
    }
    commit_all(hooks).map_err(io::Error::other)
}

/// git without the settings of the user or of a repository around.
fn git(folder: &Path, arguments: &[&str]) -> Shell {
    const NAME: &[&str] = &["-c", "user.name=xtask", "-c", "user.email=xtask@localhost"];
    const QUIET: &[&str] = &["-c", "core.quotePath=false", "-c", "advice.defaultBranchName=false"];
    command("git", &[NAME, QUIET, arguments].concat())
        .within(folder)
        .env("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" })
}

fn commit_all(folder: &Path) -> Outcome {
    git(folder, &["init", "--quiet"]).run("git can't make a repository")?;
    git(folder, &["add", "--all"]).run("git can't add files")?;
    git(folder, &["commit", "--quiet", "--message", "All files"]).run("git can't commit")
}

/// A repository of somebody who uses the hook.
struct Scratch {
    repository: PathBuf,
    tool: PathBuf,
    /// Where pre-commit keeps what it installs.
    home: PathBuf,
    /// Where cargo builds the hook, so that the next proof is quick.
    target: PathBuf,
}

impl Scratch {
    fn prove(&self, hooks: &Path) -> Outcome {
        let (_, revision) = git(hooks, &["rev-parse", "HEAD"]).output()?;
        self.configure(hooks, revision.trim(), "")?;
        self.write("trackers/good.json", GOOD)?;
        self.write("package.json", FOREIGN)?;
        self.write("editor/settings.json", FOREIGN_COMMENTS)?;
        commit_all(&self.repository)?;
        println!("installing the hook from a clone; cargo builds it");
        self.pre_commit(&["install", "--install-hooks"])
            .run("pre-commit can't install the hook")?;

        self.expect("a good tracker and foreign files pass", self.hook(&[]), true, "Passed")?;
        for (file, text) in [("package.json", FOREIGN), ("editor/settings.json", FOREIGN_COMMENTS)] {
            if fs::read_to_string(self.repository.join(file)).ok().as_deref() != Some(text) {
                return Err(format!("the hook changed {file}"));
            }
        }
        let foreign = self.hook(&["--files", "package.json", "editor/settings.json"]);
        self.expect("foreign files alone pass", foreign, true, "Passed")?;

        self.write("trackers/bad.json", BAD)?;
        git(&self.repository, &["add", "--all"]).run("git can't add a file")?;
        self.expect("a bad tracker fails", self.hook(&[]), false, "error[unknown-field]")?;
        let commit = self.environment(git(&self.repository, &["commit", "--message", "Add a tracker"]));
        self.expect(
            "git refuses to commit it",
            commit,
            false,
            "did you mean `tracker_name`?",
        )?;

        for (file, text) in [
            ("trackers/bad.jsonc", BAD),
            ("trackers/bad.http", BAD_REQUEST),
            ("trackers/BAD.REST", BAD_REQUEST),
        ] {
            self.write(file, text)?;
            git(&self.repository, &["add", "--all"]).run("git can't add a file")?;
            let hook = self.hook(&["--files", file]);
            self.expect(&format!("{file} is checked"), hook, false, "error[unknown-field]")?;
        }

        self.write("ctslint.toml", "[files]\nexclude = [\"vendor/**\"]\n")?;
        self.write("vendor/bad.json", BAD)?;
        git(&self.repository, &["add", "--all"]).run("git can't add a file")?;
        let excluded = self.hook(&["--files", "vendor/bad.json"]);
        self.expect("an excluded file passes", excluded, true, "Passed")?;

        self.write("trackers/bad.json", r#"{"bucket_name": "acme-audit"}"#)?;
        self.configure(hooks, revision.trim(), "args: [--fail-on, info]")?;
        git(&self.repository, &["add", "--all"]).run("git can't add a file")?;
        let strict = self.hook(&[]);
        self.expect(
            "arguments of the user come on top",
            strict,
            false,
            "info[deprecated-api]",
        )
    }

    fn configure(&self, hooks: &Path, revision: &str, extra: &str) -> Outcome {
        let hooks = hooks.display();
        let text = format!(
            "repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n      - id: ctslint\n        {extra}\n"
        );
        self.write(".pre-commit-config.yaml", &text)
    }

    fn write(&self, file: &str, text: &str) -> Outcome {
        let path = self.repository.join(file);
        fs::create_dir_all(path.parent().unwrap_or(&self.repository))
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("can't write {}: {error}", path.display()))
    }

    fn pre_commit(&self, arguments: &[&str]) -> Shell {
        self.environment(command(&self.tool, arguments).within(&self.repository))
    }

    fn hook(&self, arguments: &[&str]) -> Shell {
        let all: &[&str] = if arguments.is_empty() {
            &["--all-files"]
        } else {
            arguments
        };
        self.pre_commit(&[&["run", "ctslint"], all].concat())
    }

    fn environment(&self, shell: Shell) -> Shell {
        shell
            .env("PRE_COMMIT_HOME", &self.home)
            .env("CARGO_TARGET_DIR", &self.target)
    }

    fn expect(&self, what: &str, shell: Shell, success: bool, text: &str) -> Outcome {
        let (succeeded, output) = shell.output()?;
        if succeeded == success && output.contains(text) {
            println!("ok: {what}");
            return Ok(());
        }
        println!("{output}");
        Err(format!("not so: {what}"))
    }
}
