//! The language server over the npm package beside `ctslint lsp`, and the extension for Visual Studio Code.

use std::fs;

use super::web::browser;
use crate::shell::{self, Outcome, cargo, command, npm};
use crate::wasm;

/// Bundles server and extension, and runs their tests.
pub(crate) fn run() -> Outcome {
    let folder = shell::root().join("web/vscode");
    wasm::build()?;
    wasm::install(&folder)?;
    browser()?;
    cargo(&["build", "--quiet", "--bin", "ctslint"]).run("ctslint doesn't build")?;
    for (script, problem) in [("types", "a type is wrong"), ("build", "it can't be bundled")] {
        npm(&["run", "--silent", script]).within(&folder).run(problem)?;
    }
    let mut tests: Vec<String> = fs::read_dir(folder.join("test"))
        .map_err(|error| format!("web/vscode/test: {error}"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.js"))
        .map(|name| format!("test/{name}"))
        .collect();
    tests.sort();
    let mut arguments = vec!["--test", "--test-concurrency=2"];
    arguments.extend(tests.iter().map(String::as_str));
    command("node", &arguments)
        .within(&folder)
        .env("CTSLINT", shell::target().join("debug/ctslint"))
        .run("a test of the extension fails")
}
