//! Imports run one way: no circle between the files of a crate or a web package, and none between its top-level folders.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The folders below `crates/` and `web/` whose `src` is checked.
const CRATES: &[&str] = &["ctslint", "ctslint-bench", "ctslint-cli", "ctslint-wasm", "xtask"];
const WEB: &[&str] = &["console", "package", "vscode"];

/// The text of each file, by its path below `src`.
type Files = BTreeMap<String, String>;
/// Pairs of an importing and an imported file or folder.
type Imports = BTreeSet<(String, String)>;

#[test]
fn imports_run_one_way() {
    let crates = CRATES.iter().map(|name| format!("crates/{name}/src"));
    for folder in crates.chain(WEB.iter().map(|name| format!("web/{name}/src"))) {
        let mut files = Files::new();
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder), "", &mut files);
        assert!(!files.is_empty(), "{folder} has no sources");
        assert_eq!(circles(&files), "", "these imports close a circle in {folder}");
    }
}

/// Reads the sources in a folder, except those of tests.
fn read(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().display());
        let is_test = path.file_stem().is_some_and(|stem| stem == "tests" || stem == "laws");
        if is_test {
            continue;
        }
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if [".rs", ".ts", ".js"].iter().any(|ending| name.ends_with(ending)) {
            files.insert(name, fs::read_to_string(&path).expect("the file can be read"));
        }
    }
}

/// The imports that close a circle between files, or between top-level folders; one per line.
fn circles(files: &Files) -> String {
    let mut imports = imports::of_scripts(files);
    imports.extend(imports::of_rust(files));
    imports.retain(|(from, to)| from != to && files.contains_key(to));
    let top = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
    let folders = imports.iter().map(|(from, to)| (top(from), top(to)));
    let folders = folders.filter(|(from, to)| from != to).collect();
    let mut lines = String::new();
    for all in [imports, folders] {
        for (from, to) in all.iter().filter(|(from, to)| reaches(to, from, &all)) {
            lines += &format!("{from} -> {to}\n");
        }
    }
    lines
}

fn reaches(from: &str, to: &str, imports: &Imports) -> bool {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(at) = open.pop() {
        if seen.insert(at) {
            let imported = imports.iter().filter(|(from, _)| from == at);
            open.extend(imported.map(|(_, to)| to.as_str()));
        }
    }
    seen.contains(to)
}

#[test]
fn circles_are_found() {
    let circles = |files: &[(&str, &str)]| {
        let files = files.iter().map(|&(path, text)| (path.into(), text.into()));
        circles(&files.collect())
    };
    let both = "a -> b\nb -> a\n";
    // Two files, one of which names the other only in its code.
    let a = ("a.rs", "use std::{fs, io};\nuse crate::{\n    b::{C, D},\n};\n");
    assert_eq!(circles(&[a, ("b.rs", "")]), "");
    assert_eq!(
        circles(&[a, ("b.rs", "fn f() { crate::a::g() }\n")]),
        format!("a.rs -> b.rs\nb.rs -> a.rs\n{both}")
    );
    // A child that imports from its parent, which calls it or only re-exports it.
    let child = ("a/b.rs", "use super::X;\n");
    assert_eq!(
        circles(&[("a.rs", "mod b;\nfn f() { b::f() }\n"), child]),
        "a.rs -> a/b.rs\na/b.rs -> a.rs\n"
    );
    assert_eq!(circles(&[("a.rs", "mod b;\npub(crate) use b::B;\n"), child]), "");
    // Two children, one of which imports the other through a re-export.
    let parent = ("a.rs", "mod b;\nmod c;\npub(crate) use c::X;\n");
    let other = ("a/c.rs", "use super::b::B;\n");
    assert_eq!(circles(&[parent, child, other]), "a/b.rs -> a/c.rs\na/c.rs -> a/b.rs\n");
    // Folders, where no file is on a circle.
    let there = [("a/x.rs", "use crate::b::x::X;\n"), ("b/x.rs", "")];
    let back = [("b/y.rs", "use crate::a::y::Y;\n"), ("a/y.rs", "")];
    assert_eq!(circles(&[there, back].concat()), both);
    // Comments and tests do not count.
    let tests = "// crate::a::X\n#[cfg(test)]\nmod tests {\n    use crate::a::X;\n}\n";
    assert_eq!(circles(&[a, ("b.rs", tests)]), "");
    // Scripts.
    let index = ("b/index.ts", "import {\n  a,\n} from '../a.ts';\n");
    assert_eq!(
        circles(&[index, ("a.ts", "// from './b/index.ts'\nimport '../b/index.ts';")]),
        ""
    );
    let dynamic = ("a.ts", "const b = await import('./b/index.ts');");
    assert_eq!(
        circles(&[index, dynamic]),
        format!("a.ts -> b/index.ts\nb/index.ts -> a.ts\n{both}")
    );
}
