//! A registry of npm on this machine, with the packages of a release.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::shell;

/// It runs until this is dropped.
pub(super) struct Registry {
    process: Child,
    /// Its address.
    pub(super) url: String,
}

impl Registry {
    /// Starts one for the tarballs in this folder; other packages come from the registry that npm is set up for.
    pub(super) fn start(release: &Path) -> Result<Self, String> {
        let (_, other) = shell::npm(&["config", "get", "registry"]).output()?;
        let failed = |error| format!("the registry can't be started: {error}");
        let mut process = Command::new("node")
            .arg(shell::root().join("release/registry.mjs"))
            .args([release.as_os_str(), other.trim().as_ref()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let mut url = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut url).map_err(failed)?;
        }
        if url.is_empty() {
            return Err("the registry has ended".into());
        }
        Ok(Self {
            process,
            url: url.trim().to_owned(),
        })
    }
}

impl Drop for Registry {
    fn drop(&mut self) {
        // It ends with its input. That it has ended already is no matter.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
