//! The console page and the examples for form developers, built and used in a browser.

use super::web;
use crate::shell::{self, Outcome, command};
use crate::wasm;

/// Builds the package, the page and the examples, and runs their tests in Chromium.
pub(crate) fn run() -> Outcome {
    wasm::build()?;
    let folder = shell::root().join("web");
    wasm::install(&folder)?;
    web::browser()?;
    for script in ["build", "test"] {
        command("npm", &["run", "--silent", script, "--workspaces"])
            .within(&folder)
            .run(&format!("`npm run {script} --workspaces` fails in web/"))?;
    }
    Ok(())
}
