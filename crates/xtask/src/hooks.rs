//! The hooks, proven with the real pre-commit and prek on a scratch repository.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::shell::{self, Outcome, Shell, command};

const PRE_COMMIT: &str = "pre-commit==4.7.0";
const PREK: &str = "prek==0.5.11";

/// A body that is right, and one with a mistake.
pub(crate) const GOOD: &str = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
pub(crate) const BAD: &str = r#"{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}"#;
const FOREIGN: &str = r#"{"name": "console", "version": "1.0.0", "private": true}"#;
const BAD_REQUEST: &str = "POST https://cts.eu-de.otc.t-systems.com/v3/{project_id}/tracker\n\n\
    {\"tracker_type\": \"system\", \"tracker_nmae\": \"system\", \"is_lts_enabled\": true}\n";
/// What editors take, but JSON is not.
const FOREIGN_COMMENTS: &str = "// settings\n{\"editor.tabSize\": 2,}\n";

/// A program that runs hooks.
pub(crate) struct Runner {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    tool: PathBuf,
    /// The variable that says where it keeps what it installs.
    home: &'static str,
}

impl Runner {
    pub(crate) fn pre_commit() -> Result<Self, String> {
        let tool = shell::python_tool("pre-commit", &[PRE_COMMIT])?;
        Ok(Self {
            name: "pre-commit",
            tool,
            home: "PRE_COMMIT_HOME",
        })
    }

    pub(crate) fn prek() -> Result<Self, String> {
        let tool = shell::python_tool("prek", &[PREK])?;
        Ok(Self {
            name: "prek",
            tool,
            home: "PREK_HOME",
        })
    }

    /// Runs all hooks of a repository on all of its files; what it installs goes into a folder.
    pub(crate) fn on_all_files(&self, repository: &Path, home: &Path) -> Shell {
        command(&self.tool, &["run", "--all-files", "--verbose"])
            .within(repository)
            .env(self.home, home)
    }

    /// Asserts that a file of hooks is one.
    pub(crate) fn validate(&self, hooks: &Path) -> Outcome {
        command(&self.tool, &["validate-manifest", &hooks.to_string_lossy()]).run(&format!(
            "{} refuses {}",
            self.name,
            hooks.display()
        ))
    }
}

/// The hook that cargo builds, from a copy of this repository as it is now.
pub(crate) fn compiled() -> Outcome {
    let place = shell::workspace().join("pre-commit");
    let hooks = place.join("hooks");
    publish(&hooks)?;
    // What others have compiled is taken from there.
    let target = shell::target().to_string_lossy().into_owned();
    let profile = shell::QUICKLY_BUILT.map(|(name, value)| (name, value.to_owned()));
    let environment = [&profile[..], &[("CARGO_TARGET_DIR", target)]].concat();
    let runner = Runner::pre_commit()?;
    let scratch = Scratch::new(&place, &runner, "ctslint", &environment)?;
    println!("installing the hook from a clone; cargo builds it");
    scratch.prove(&hooks.display().to_string()).map(|_| ())
}

/// Copies the files of this repository, as they are now, to one where they are committed: hooks come from commits.
fn publish(hooks: &Path) -> Outcome {
    shell::empty(hooks)?;
    let listing = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let (listed, files) = git(shell::root(), &listing).output()?;
    if !listed {
        return Err(files);
    }
    let copy = |file: &str| -> io::Result<()> {
        let from = shell::root().join(file);
        // A file that was deleted is listed until that is committed.
        if from.is_file() {
            let to = hooks.join(file);
            fs::create_dir_all(to.parent().unwrap_or(hooks))?;
            fs::copy(from, to)?;
        }
        Ok(())
    };
    for file in files.lines() {
        copy(file).map_err(|error| format!("can't copy {file}: {error}"))?;
    }
    commit_all(hooks)
}

/// Makes a bare repository of the files in a folder, and gives its address.
pub(crate) fn bare(content: &Path, place: &Path) -> Result<String, String> {
    shell::empty(place)?;
    let (work, bare) = (place.join("work"), place.join("bare.git"));
    shell::copy_all(content, &work).map_err(|error| format!("{}: {error}", work.display()))?;
    commit_all(&work)?;
    let clone = [
        "clone",
        "--quiet",
        "--bare",
        &work.to_string_lossy(),
        &bare.to_string_lossy(),
    ];
    git(place, &clone).run("git can't clone")?;
    Ok(format!("file://{}", bare.display()))
}

/// git without the settings of the user or of a repository around.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> Shell {
    const NAME: &[&str] = &["-c", "user.name=xtask", "-c", "user.email=xtask@localhost"];
    const QUIET: &[&str] = &["-c", "core.quotePath=false", "-c", "advice.defaultBranchName=false"];
    command("git", &[NAME, QUIET, arguments].concat())
        .within(folder)
        .env("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" })
}

pub(crate) fn commit_all(folder: &Path) -> Outcome {
    git(folder, &["init", "--quiet"]).run("git can't make a repository")?;
    git(folder, &["add", "--all"]).run("git can't add files")?;
    git(folder, &["commit", "--quiet", "--message", "All files"]).run("git can't commit")
}

/// A repository of somebody who uses the hook.
pub(crate) struct Scratch<'a> {
    repository: PathBuf,
    runner: &'a Runner,
    hook: &'a str,
    environment: Vec<(&'static str, String)>,
}

/// How long a hook takes.
pub(crate) struct Times {
    /// To install it where nothing is.
    pub(crate) cold: Duration,
    /// To run it on one file, the least of some runs.
    pub(crate) warm: Duration,
    /// To run a hook of the same language and environment that does nothing, in the same way.
    pub(crate) nothing: Duration,
}

impl<'a> Scratch<'a> {
    /// A new one, for a hook of this name; the programs get this environment.
    pub(crate) fn new(
        place: &Path,
        runner: &'a Runner,
        hook: &'a str,
        environment: &[(&'static str, String)],
    ) -> Result<Self, String> {
        let (repository, home) = (place.join("repository"), place.join("home"));
        shell::empty(&repository)?;
        shell::empty(&home)?;
        let mut environment = environment.to_vec();
        environment.push((runner.home, home.to_string_lossy().into_owned()));
        Ok(Self {
            repository,
            runner,
            hook,
            environment,
        })
    }

    /// Installs the hook from the repository with this address, and uses it as people do.
    pub(crate) fn prove(&self, hooks: &str) -> Result<Times, String> {
        let (_, heads) = git(&self.repository, &["ls-remote", hooks, "HEAD"]).output()?;
        let revision = heads.split_whitespace().next().unwrap_or_default();
        self.configure(hooks, revision, &[""])?;
        self.write("trackers/good.json", GOOD)?;
        self.write("package.json", FOREIGN)?;
        self.write("editor/settings.json", FOREIGN_COMMENTS)?;
        commit_all(&self.repository)?;
        let start = Instant::now();
        self.runner(&["install", "--install-hooks"])
            .run(&format!("{} can't install the hook", self.runner.name))?;
        let cold = start.elapsed();

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
        self.configure(hooks, revision, &["args: [--fail-on, info]"])?;
        git(&self.repository, &["add", "--all"]).run("git can't add a file")?;
        let strict = self.hook(&[]);
        self.expect(
            "arguments of the user come on top",
            strict,
            false,
            "info[deprecated-api]",
        )?;
        let nothing = "alias: nothing\n        entry: \"true\"";
        self.configure(hooks, revision, &["alias: command", nothing])?;
        git(&self.repository, &["add", "--all"]).run("git can't add a file")?;
        let [warm, nothing] = self.warm(["command", "nothing"])?;
        Ok(Times { cold, warm, nothing })
    }

    /// The least times of hooks on one file, which run in turn.
    fn warm<const N: usize>(&self, hooks: [&str; N]) -> Result<[Duration; N], String> {
        let mut least = [Duration::MAX; N];
        for _ in 0..10 {
            for (least, hook) in least.iter_mut().zip(hooks) {
                let start = Instant::now();
                if !self.runner(&["run", hook, "--files", "trackers/good.json"]).succeeds() {
                    return Err(format!("the hook {hook} fails on a good tracker"));
                }
                *least = (*least).min(start.elapsed());
            }
        }
        Ok(least)
    }

    /// Has the repository use the hook, once for each of these settings of it.
    fn configure(&self, hooks: &str, revision: &str, settings: &[&str]) -> Outcome {
        let mut text = format!("repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n");
        for setting in settings {
            text += &format!("      - id: {}\n        {setting}\n", self.hook);
        }
        self.write(".pre-commit-config.yaml", &text)
    }

    fn write(&self, file: &str, text: &str) -> Outcome {
        let path = self.repository.join(file);
        fs::create_dir_all(path.parent().unwrap_or(&self.repository))
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("can't write {}: {error}", path.display()))
    }

    fn runner(&self, arguments: &[&str]) -> Shell {
        self.environment(command(&self.runner.tool, arguments).within(&self.repository))
    }

    fn hook(&self, arguments: &[&str]) -> Shell {
        let all: &[&str] = if arguments.is_empty() {
            &["--all-files"]
        } else {
            arguments
        };
        self.runner(&[&["run", self.hook], all].concat())
    }

    fn environment(&self, shell: Shell) -> Shell {
        let environment = self.environment.iter();
        environment.fold(shell, |shell, (name, value)| shell.env(name, value))
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
