//! The texts that every way to run ctslint must agree on.

use std::fs;
use std::path::{Path, PathBuf};

use ctslint::{Document, Provider};
use serde_json::Value;

use crate::shell::{self, cargo};

/// The folders whose files are part of the corpus.
const FOLDERS: &[&str] = &["examples", "tests/fixtures", "web/tests/fixtures"];

/// A text of the corpus.
pub(crate) struct Case {
    pub(crate) text: Vec<u8>,
    pub(crate) document: Option<&'static Document>,
    pub(crate) provider: Provider,
    pub(crate) comments: bool,
}

/// The examples, the files of the tests, and the bodies that the tables give rise to.
pub(crate) fn cases() -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for folder in FOLDERS {
        let mut files = Vec::new();
        list(&shell::root().join(folder), &mut files).map_err(|error| format!("{folder}: {error}"))?;
        files.sort();
        for file in files {
            let text = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            cases.extend(Provider::ALL.iter().map(|provider| Case {
                text: text.clone(),
                document: None,
                provider: *provider,
                comments: file.extension().is_some_and(|extension| extension == "jsonc"),
            }));
        }
    }
    cargo(&["test", "--quiet", "--package", "ctslint", "--lib", "enumerated_bodies"])
        .run("the enumerated bodies can't be made")?;
    let bodies = shell::root().join("target/agreement/bodies.jsonl");
    let bodies = fs::read_to_string(&bodies).map_err(|error| format!("{}: {error}", bodies.display()))?;
    let enumerated = bodies.lines().count();
    if enumerated < 10_000 {
        return Err(format!("there are only {enumerated} enumerated bodies"));
    }
    for line in bodies.lines() {
        let line: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let (Some(text), Some(document)) = (line["text"].as_str(), line["document"].as_str()) else {
            return Err("a line of the enumerated bodies has no text or document".into());
        };
        cases.push(Case {
            text: text.into(),
            document: Document::from_name(document),
            provider: Provider::default(),
            comments: false,
        });
    }
    Ok(cases)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json" || extension == "jsonc")
        {
            files.push(path);
        }
    }
    Ok(())
}
