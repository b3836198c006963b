//! Real editors as clients of the language server, with the snippets of docs/editors.md.

use std::fs;
use std::path::Path;

use crate::shell::{self, Outcome, Shell, cargo, command};

/// The packages of Debian that have the editors.
const PACKAGES: [&str; 3] = ["neovim", "emacs-nox", "elpa-eglot"];

/// A tracker with CR LF, and with an emoji before the name.
const TRACKER: &str = "{\r\n  /* 😀 */ \"tracker_name\": \"system\",\r\n  \"obs_info\": { \"bucket_name\": \"obs-f1da\" },\r\n  \
                       \"tracker_type\": \"system\"\r\n}\r\n";

/// Runs what a user does in each editor.
pub(crate) fn run() -> Outcome {
    install()?;
    cargo(&["build", "--quiet", "--bin", "ctslint"]).run("ctslint doesn't build")?;
    let folder = shell::workspace().join("editors");
    let tests = shell::root().join("tests/editors");
    let page = fs::read_to_string(shell::root().join("docs/editors.md")).map_err(|error| error.to_string())?;
    let put = |name: &str, text: &str| {
        let write = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(name), text));
        write.map_err(|error| format!("can't write {name}: {error}"))
    };
    put("tracker.jsonc", TRACKER)?;
    for name in ["init.lua", "init.el"] {
        put(name, snippet(&page, name)?)?;
    }
    let script = |name: &str| tests.join(name).to_string_lossy().into_owned();
    let neovim = [
        "--headless",
        "-i",
        "NONE",
        "-n",
        "-u",
        "init.lua",
        "-S",
        &script("neovim.lua"),
    ];
    with_ctslint(command("nvim", &neovim), &folder).run("Neovim does not do what it should")?;
    let emacs = ["--batch", "--load", "init.el", "--load", &script("emacs.el")];
    with_ctslint(command("emacs", &emacs), &folder).run("Emacs does not do what it should")
}

/// The code block of that name.
fn snippet<'p>(page: &'p str, name: &str) -> Result<&'p str, String> {
    let block = page.split("\n```").find_map(|part| {
        let (head, text) = part.split_once('\n')?;
        head.ends_with(&format!(" {name}")).then_some(text)
    });
    block.ok_or_else(|| format!("docs/editors.md has no block `{name}`"))
}

/// In the folder of the files, with the command that was just built before all others.
fn with_ctslint(editor: Shell, folder: &Path) -> Shell {
    let here = shell::target().join("debug");
    let others = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([here].into_iter().chain(std::env::split_paths(&others)));
    editor.within(folder).env("PATH", path.unwrap_or(others))
}

/// Installs the editors where they are missing.
fn install() -> Outcome {
    let installed = command("dpkg", &[&["--status"], &PACKAGES[..]].concat());
    if installed.succeeds() {
        return Ok(());
    }
    println!("installing {}", PACKAGES.join(", "));
    let quietly = ["install", "--yes", "--quiet", "--no-install-recommends"];
    command("apt-get", &[&quietly, &PACKAGES[..]].concat())
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run("the editors are missing, and apt can't install them: Neovim 0.7 to 0.10, Emacs 28 with Eglot")
}
