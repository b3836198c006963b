//! What a project can set, and what it is told when it sets something wrong.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

mod baseline;
#[path = "../cli/command.rs"]
#[allow(dead_code, reason = "not every test runs every command")]
mod command;
mod docs;
mod hostile;
mod mistakes;
mod schema;
mod settings;
mod suppress;

use std::fs;
use std::path::Path;

use command::{Run, ctslint};
use tempfile::TempDir;

/// A v3 body without a finding.
const CLEAN: &str = r#"{"tracker_type": "system", "tracker_name": "system", "is_lts_enabled": true}"#;
/// A v3 body with one finding, `unknown-field`.
const MISSPELT: &str = r#"{"tracker_type": "system", "tracker_nmae": "system", "is_lts_enabled": true}"#;
/// A v1 body with one finding beside `deprecated-api`: `unusual-kms-id`.
const ODD_KEY: &str = r#"{"bucket_name": "audit", "is_support_trace_files_encryption": true, "kms_id": "none"}"#;

/// A folder of its own, in which the command runs.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder can be made"));
        for (name, content) in files {
            folder.write(name, content);
        }
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
        fs::write(path, content).expect("files can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect("it was written")
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let mut command = ctslint(arguments);
        command.current_dir(self.path().join(folder));
        Run::of(command)
    }

    /// `check --format concise` with these arguments: the findings without what each says, a line each.
    fn findings(&self, arguments: &[&str]) -> Vec<String> {
        let run = self.run(&[&["check", "--format", "concise"], arguments].concat());
        assert_ne!(run.status, 2, "{}", run.stderr);
        let lines = run.stdout.lines();
        lines
            .map(|line| {
                let (place, rest) = line.split_once(": ").expect("a place");
                let (rule, _) = rest.split_once(']').expect("a rule");
                let file = place.split(':').next().expect("a file");
                format!("{file} {rule}]")
            })
            .collect()
    }
}
