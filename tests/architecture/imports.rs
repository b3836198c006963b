//! Who imports whom, by the text of the files.

use std::collections::BTreeMap;

use regex::Regex;

use super::{Files, Imports};

/// The imports of TypeScript and JavaScript.
pub(super) fn of_scripts(files: &Files) -> Imports {
    let import = pattern(r#"(?m)^(?:[^/\n]|/[^/\n])*\b(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]"#);
    let mut imports = Imports::new();
    for (file, text) in files.iter().filter(|(file, _)| !file.ends_with(".rs")) {
        for found in import.captures_iter(text) {
            let mut path: Vec<&str> = file.split('/').collect();
            path.pop();
            for step in found[1].split('/').filter(|step| *step != ".") {
                if step != ".." || path.pop().is_none() {
                    path.push(step);
                }
            }
            imports.insert((file.clone(), path.join("/")));
        }
    }
    imports
}

/// The imports of Rust, in `use` lines and in code. What a module re-exports from its children counts as imported from the child
/// by whoever uses it, and not by the module.
pub(super) fn of_rust(files: &Files) -> Imports {
    let not_code = pattern(r"(?s)//[^\n]*|#\[cfg\((?:all\()?test\b[^\]]*\]\s*mod \w+ \{.*");
    let import = pattern(r"(?m)^ *(pub(?:\([^)]*\))? )?use ([^;]+);");
    let (declared, path) = (pattern(r"\bmod (\w+);"), pattern(r"\b\w+(?:::\w+)+"));
    let (mut modules, mut exports, mut uses) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for (file, text) in files {
        let Some(stem) = file.strip_suffix(".rs") else { continue };
        let names = stem.split('/').filter(|name| !["main", "lib", "mod"].contains(name));
        let module = names.fold("crate".to_owned(), |module, name| module + "::" + name);
        let text = not_code.replace_all(text, "");
        let children: Vec<String> = declared.captures_iter(&text).map(|found| found[1].to_owned()).collect();
        for found in import.captures_iter(&text) {
            let is_public = found.get(1).is_some();
            let paths = expanded(&found[2]);
            for path in paths.iter().filter_map(|path| absolute(path, &module, &children)) {
                let name = path.rsplit("::").next().unwrap_or_default();
                if is_public && path.starts_with(&format!("{module}::")) {
                    exports.insert(format!("{module}::{name}"), path);
                } else {
                    uses.push((file, path));
                }
            }
        }
        let code = import.replace_all(&text, "");
        let paths = path
            .find_iter(&code)
            .filter_map(|path| absolute(path.as_str(), &module, &children));
        uses.extend(paths.map(|path| (file, path)));
        modules.insert(module, file);
    }
    let defined = |path: &String| {
        let item = outwards(path).take_while(|part| !modules.contains_key(*part)).last();
        exports.get(item?).filter(|defined| *defined != path).cloned()
    };
    let imports = uses.into_iter().filter_map(|(file, path)| {
        let path = std::iter::successors(Some(path), defined).last()?;
        let target = outwards(&path).find_map(|part| modules.get(part))?;
        Some((file.clone(), (*target).clone()))
    });
    imports.collect()
}

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("it is a pattern")
}

/// A path, then the paths of what it is in.
fn outwards(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| Some(path.rsplit_once("::")?.0))
}

/// The paths that a `use` with groups stands for.
fn expanded(text: &str) -> Vec<String> {
    let Some((prefix, group)) = text.split_once('{') else {
        return text.split_whitespace().take(1).map(str::to_owned).collect();
    };
    let mut depth = 0;
    let parts = group.trim_end().trim_end_matches('}').split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    parts
        .flat_map(|part| expanded(&format!("{prefix}{}", part.trim())))
        .collect()
}

/// A path from the root of the crate, where it leads into the crate.
fn absolute(path: &str, module: &str, children: &[String]) -> Option<String> {
    let (first, rest) = path.split_once("::")?;
    match first {
        "crate" => Some(path.to_owned()),
        "self" => Some(format!("{module}::{rest}")),
        "super" => {
            let (parent, _) = module.rsplit_once("::")?;
            Some(absolute(rest, parent, &[]).unwrap_or_else(|| format!("{parent}::{rest}")))
        }
        _ => children
            .iter()
            .any(|child| child == first)
            .then(|| format!("{module}::{path}")),
    }
}
