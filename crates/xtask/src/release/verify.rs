//! Installs a release as its users do, each time where nothing is, and runs what was installed.

use std::fs;
use std::path::Path;

use super::npm;
use super::platforms::Platform;
use super::registry::Registry;
use super::same::{self, Way};
use super::{LARGEST_BINARY, LARGEST_WHEEL, SUMS, files, megabytes, sum};
use crate::hooks::{self, Runner, Scratch, Times};
use crate::shell::{self, Outcome, Shell, cargo, command};

const VERSION: &str = env!("CARGO_PKG_VERSION");
const LINT_STAGED: &str = "lint-staged@16.3.4";

/// Holds all of it.
pub(crate) fn run(release: &Path) -> Outcome {
    let place = shell::workspace().join("verify");
    shell::empty(&place)?;
    checksums(release)?;
    let platform = Platform::of_this_machine().ok_or("a release has no binary for this machine")?;
    let registry = Registry::start(release)?;
    let ways = [
        compiled()?,
        archive(release, platform, &place.join("archive"))?,
        wheel(release, &place.join("wheel"))?,
        package(&registry, platform, &place.join("npm"))?,
    ];
    small(&ways[1].command, LARGEST_BINARY)?;
    small(&platform.wheel_file(release), LARGEST_WHEEL)?;
    empty_root(&ways[1].command, &place.join("root"))?;
    tarballs(release, platform, &place.join("tarballs"))?;
    same::hold(&ways, &place)?;
    in_a_package(&registry, &place.join("lint-staged"))?;
    for runner in [Runner::pre_commit()?, Runner::prek()?] {
        for hook in ["ctslint", "ctslint-node"] {
            prove_hook(release, &registry, &runner, hook, &place)?;
            println!("ok: {} with {hook}", runner.name);
        }
    }
    if platform.runner == "Linux-X64" {
        hooks_from_files(release, &place.join("files"))?;
    }
    action(release, platform, &place.join("action"))?;
    println!("ok: everything in {}", release.display());
    Ok(())
}

/// Holds every file against its checksum, and that each has one.
fn checksums(release: &Path) -> Outcome {
    let sums = release.join(SUMS);
    let text = fs::read_to_string(&sums)
        .map_err(|error| format!("{}: {error}; `cargo xtask release` makes a release", sums.display()))?;
    let mut expected = String::new();
    for file in files(release)? {
        expected += &format!("{}  {file}\n", sum(&release.join(&file))?);
    }
    if text != expected {
        return Err(format!("{SUMS} and the files differ; they should be\n{expected}"));
    }
    println!("ok: {} checksums", text.lines().count());
    Ok(())
}

/// Holds the size of a file against the most that it may have, in MB.
fn small(file: &Path, most: f64) -> Outcome {
    let size = megabytes(file)?;
    if size > most {
        return Err(format!("{} has {size:.2} MB, more than {most}", file.display()));
    }
    println!("ok: {size:.2} MB of {most}");
    Ok(())
}

/// What cargo builds for this machine as it is, with its own library of C.
fn compiled() -> Result<Way, String> {
    cargo(&["build", "--quiet", "--package", "ctslint-cli"]).run("the command line does not compile")?;
    Ok(Way {
        name: "cargo",
        command: shell::target().join("debug/ctslint"),
        path: String::new(),
    })
}

/// The unpacked archive.
fn archive(release: &Path, platform: &Platform, place: &Path) -> Result<Way, String> {
    shell::empty(place)?;
    npm::unpack(&platform.archive(release), place)?;
    Ok(Way {
        name: "archive",
        command: place.join(platform.binary()),
        path: String::new(),
    })
}

/// A virtual environment with the wheel, from the files of the release alone.
pub(super) fn wheel(release: &Path, place: &Path) -> Result<Way, String> {
    command("python3", &["-m", "venv", &place.to_string_lossy()]).run("python3 with its module venv is missing")?;
    let wheels = release.to_string_lossy();
    let install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--find-links",
        &wheels,
        &format!("ctslint=={VERSION}"),
    ];
    command(place.join("bin/python"), &install).run("pip can't install the wheel")?;
    Ok(Way {
        name: "wheel",
        command: place.join("bin/ctslint"),
        path: String::new(),
    })
}

/// A folder with the npm package, which brings the binary for this machine and no other, and runs no script.
pub(super) fn package(registry: &Registry, platform: &Platform, place: &Path) -> Result<Way, String> {
    shell::empty(place)?;
    let package = format!("ctslint@{VERSION}");
    npm_install(place, &["--registry", &registry.url, "--ignore-scripts", &package])?;
    let scope = place.join("node_modules/@ctslint");
    let installed: Vec<_> = fs::read_dir(&scope)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    let expected = platform.package();
    if installed.len() != 1 || Some(&*installed[0]) != Path::new(&expected).file_name() {
        return Err(format!("npm installed {installed:?}, not {expected} alone"));
    }
    Ok(Way {
        name: "npm",
        command: place.join("node_modules/.bin/ctslint"),
        path: std::env::var("PATH").unwrap_or_default(),
    })
}

/// The tarballs by their names, without any registry.
fn tarballs(release: &Path, platform: &Platform, place: &Path) -> Outcome {
    shell::empty(place)?;
    let [main, binary] = ["ctslint", &platform.package()].map(|name| npm::tarball(name, release));
    let tarballs = [&*main.to_string_lossy(), &*binary.to_string_lossy()];
    npm_install(place, &[&["--offline"], &tarballs[..]].concat())?;
    expect(
        "the tarballs install offline",
        command(place.join("node_modules/.bin/ctslint"), &["--version"]),
        true,
        VERSION,
    )
}

fn npm_install(folder: &Path, arguments: &[&str]) -> Outcome {
    // A cache of its own: nothing comes from an earlier install.
    let cache = folder.join("cache");
    let install = [
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--prefix",
        &folder.to_string_lossy(),
        "--cache",
        &cache.to_string_lossy(),
    ];
    shell::npm(&[&install[..], arguments].concat())
        .within(folder)
        .run("npm can't install what was packed")
}

/// The static binary in a root file system where nothing else is.
fn empty_root(binary: &Path, root: &Path) -> Outcome {
    shell::empty(root)?;
    let body = shell::root().join("examples/bad/misspelt-field.json");
    fs::copy(binary, root.join("ctslint"))
        .and_then(|_| fs::copy(body, root.join("body.json")))
        .map_err(|error| format!("{}: {error}", root.display()))?;
    let inside = [
        "--map-root-user",
        "chroot",
        &root.to_string_lossy(),
        "/ctslint",
        "check",
        "/body.json",
    ];
    expect(
        "it starts in an empty root file system",
        command("unshare", &inside),
        false,
        "error[unknown-field]",
    )
}

/// The snippet of docs/ci.md for `package.json`, with the real lint-staged.
fn in_a_package(registry: &Registry, place: &Path) -> Outcome {
    shell::empty(place)?;
    let snippet = snippet("json package.json")?;
    let write = |name: &str, text: &str| fs::write(place.join(name), text).map_err(|error| format!("{name}: {error}"));
    write("package.json", &snippet)?;
    write(".gitignore", "node_modules\ncache\n")?;
    npm_install(
        place,
        &["--registry", &registry.url, LINT_STAGED, &format!("ctslint@{VERSION}")],
    )?;
    hooks::commit_all(place)?;
    let tool = place.join("node_modules/.bin/lint-staged");
    let lint_staged = || command(&tool, &["--verbose"]).within(place);
    let script = || shell::npm(&["run", "check:trackers"]).within(place);
    let trackers = place.join("trackers");
    fs::create_dir_all(&trackers).map_err(|error| format!("{}: {error}", trackers.display()))?;
    for (name, text, success) in [("good.json", hooks::GOOD, true), ("bad.json", hooks::BAD, false)] {
        write(&format!("trackers/{name}"), text)?;
        hooks::git(place, &["add", "--all"]).run("git can't add a file")?;
        let said = if success { "" } else { "error[unknown-field]" };
        expect(&format!("lint-staged with {name}"), lint_staged(), success, said)?;
        expect(&format!("the script with {name}"), script(), success, said)?;
    }
    Ok(())
}

/// The snippets of docs/ci.md for hooks that no index has, which name the files for one platform.
fn hooks_from_files(release: &Path, place: &Path) -> Outcome {
    shell::empty(place)?;
    let (files, repository) = (place.join("files"), place.join("repository"));
    let failed = |error| format!("{}: {error}", files.display());
    shell::copy_all(release, &files).map_err(failed)?;
    let here = |text: String| text.replace("DIR", &files.to_string_lossy());
    let name = [
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ];
    let script = here(snippet("sh files")?);
    let shell = command("bash", &["-e", "-c", &script]);
    name.into_iter()
        .fold(shell, |shell, name| shell.env(name, "xtask"))
        .run("the files of the hooks do not become a repository")?;
    let settings = here(snippet("yaml files")?);
    fs::create_dir_all(&repository)
        .and_then(|()| fs::write(repository.join(".pre-commit-config.yaml"), settings))
        .and_then(|()| fs::write(repository.join("bad.json"), hooks::BAD))
        .map_err(|error| format!("{}: {error}", repository.display()))?;
    hooks::commit_all(&repository)?;
    for runner in [Runner::pre_commit()?, Runner::prek()?] {
        let (_, output) = runner.on_all_files(&repository, &place.join(runner.name)).output()?;
        if output.matches("error[unknown-field]").count() != 2 {
            println!("{output}");
            return Err(format!("{} does not run both hooks from files", runner.name));
        }
        println!("ok: {} with both hooks from files", runner.name);
    }
    Ok(())
}

/// The first block of docs/ci.md with these words behind the fence.
fn snippet(words: &str) -> Result<String, String> {
    let page = shell::root().join("docs/ci.md");
    let page = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let block = page.split_once(&format!("```{words}\n"));
    block
        .and_then(|(_, rest)| rest.split_once("```"))
        .map(|(block, _)| block.to_owned())
        .ok_or(format!("docs/ci.md has no snippet `{words}`"))
}

/// The scripts of the action, as the runner of GitHub starts them.
fn action(release: &Path, platform: &Platform, place: &Path) -> Outcome {
    shell::empty(place)?;
    let file = release.join("mirrors/action/action.yml");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let scripts = scripts(&text);
    let [install, check] = &scripts[..] else {
        return Err(format!("{} scripts in the action, not two", scripts.len()));
    };
    let (system, architecture) = platform.runner.split_once('-').unwrap_or_default();
    let run = |script: &str, from: &Path| {
        command("bash", &["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script])
            .within(&shell::root().join("examples"))
            .env("RUNNER_OS", system)
            .env("RUNNER_ARCH", architecture)
            .env("RUNNER_TEMP", place)
            .env("RELEASE", format!("file://{}", from.display()))
            .env("GITHUB_OUTPUT", place.join("output"))
            .env("GITHUB_STEP_SUMMARY", place.join("summary"))
            .env("PATHS", "good\nbad/misspelt-field.json")
            .env("ARGUMENTS", "--as\nv3")
    };
    let forged = place.join("forged");
    shell::empty(&forged)?;
    let archive = platform.archive(&forged);
    fs::write(&archive, "another archive").map_err(|error| format!("{}: {error}", archive.display()))?;
    expect(
        "the action refuses another archive",
        run(install, &forged),
        false,
        "FAILED",
    )?;
    expect("the action installs the archive", run(install, release), true, "")?;
    expect(
        "the action checks what it is told to",
        run(check, release),
        true,
        "::error file=bad/misspelt-field.json",
    )?;
    let read = |name: &str| fs::read_to_string(place.join(name)).map_err(|error| format!("{name}: {error}"));
    if !read("output")?.lines().any(|line| line == "status=1") || !read("ctslint.sarif")?.contains("unknown-field") {
        return Err("the action tells no status or has no report".into());
    }
    if !read("summary")?.contains("unknown-field") {
        return Err("the summary of the action does not tell the finding".into());
    }
    println!("ok: status, report and summary of the action");
    Ok(())
}

/// The blocks behind `run: |`.
fn scripts(action: &str) -> Vec<String> {
    let mut scripts = Vec::new();
    let mut lines = action.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim() != "run: |" {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let mut script = String::new();
        while let Some(line) = lines.next_if(|line| line.is_empty() || line.starts_with(&" ".repeat(indent + 1))) {
            script += line.get(indent + 2..).unwrap_or_default();
            script.push('\n');
        }
        scripts.push(script);
    }
    scripts
}

/// A hook of the mirror, from a bare clone of it.
pub(super) fn prove_hook(
    release: &Path,
    registry: &Registry,
    runner: &Runner,
    hook: &str,
    place: &Path,
) -> Result<Times, String> {
    println!("{} with {hook}", runner.name);
    let place = place.join(format!("{}-{hook}", runner.name));
    let address = hooks::bare(&release.join("mirrors/pre-commit"), &place.join("mirror"))?;
    // There pip, uv and npm find the release, as long as it is not published; and what they kept earlier they do not find.
    let empty = |name: &str| place.join(name).to_string_lossy().into_owned();
    let wheels = release.to_string_lossy().into_owned();
    let environment = [
        ("PIP_FIND_LINKS", wheels.clone()),
        ("PIP_CACHE_DIR", empty("pip")),
        ("UV_FIND_LINKS", wheels),
        ("UV_CACHE_DIR", empty("uv")),
        ("npm_config_registry", registry.url.clone()),
        ("npm_config_cache", empty("npm")),
    ];
    Scratch::new(&place, runner, hook, &environment)?.prove(&address)
}

fn expect(what: &str, shell: Shell, success: bool, text: &str) -> Outcome {
    let (succeeded, output) = shell.output()?;
    if succeeded == success && output.contains(text) {
        println!("ok: {what}");
        return Ok(());
    }
    println!("{output}");
    Err(format!("not so: {what}"))
}
