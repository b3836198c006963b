//! The npm package, from the tables to the tarball.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use ctslint::{
    Document, Language, MessageId as M, ParamName, SchemaOptions, SchemaProfile, api_errors, documents, explain,
    form_ids, json_schema_text, rules, topics,
};
use serde_json::{Map, Value, json};
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{self, Outcome, cargo, command};

const TARGET: &str = "wasm32-unknown-unknown";

/// Where a toolchain has the source of the standard library, if it has it.
const LIBRARY: &str = "lib/rustlib/src/rust";

/// How the ids of messages start that only the reference, the schemas, whole requests, the command line and its language server use.
const ELSEWHERE: &[&str] = &[
    "doc-project-in-path",
    "editor-",
    "error-",
    "explain-",
    "form-",
    "limit-",
    "list-limits",
    "list-sentences",
    "no-v1-request",
    "policy-",
    "safety-",
    "schema-",
    "sent-",
    "several-bodies",
    "severity-",
    "summary-",
    "suppression-",
    "type-",
    "value-means",
    "would-answer",
];

/// What is said of whole requests, which the package does not read.
const OF_REQUESTS: &[M] = &[
    M::BodyOfOtherVersion,
    M::PathOfVersion,
    M::FieldOfVersionAlone,
    M::V1BeingRetired,
    M::TranslateBody,
    M::SendAs,
    M::SendAsEndpoint,
    M::WriteV3,
    M::HasNoBody,
    M::BodyInFile,
    M::CheckFileAs,
    M::NoSuchEndpoint,
    M::NoMethodIsGet,
    M::PathTakes,
    M::WritePostBefore,
    M::CreatedWith,
    M::NoTrackerRequest,
    M::AddJsonHeader,
    M::WriteMethodAndPath,
    M::ContentTypeEmpty,
    M::SentNotUtf8,
    M::SentNotJson,
    M::WriteJsonContentType,
    M::BodyIsVariable,
    M::CheckWhereMade,
    M::NotAboutTrackers,
    M::NoBlankLine,
    M::AddBlankLine,
    M::FileIsUtf16,
    M::UnknownParameter,
    M::DeletesAllTrackers,
    M::DeletesAllDataTrackers,
    M::TypeIsDataByDefault,
    M::NameTracker,
    M::NameDataTracker,
    M::RequestBecomes,
    M::RequestIsLeft,
    M::CommandIsLeft,
    M::AddressIsLeft,
    M::BodyIsInFile,
];

/// The first number that the glue gives to an object of JavaScript; those before it have a fixed meaning.
const FREE: i32 = 1028;

/// What wasm-bindgen makes of the module, and its glue.
const BOUND: [&str; 2] = ["core_bg.wasm", "core_bg.js"];

/// Where the package is.
pub(crate) fn package() -> PathBuf {
    shell::root().join("web/package")
}

/// Where the module and its glue are.
fn bound() -> PathBuf {
    shell::workspace().join("bound")
}

/// Builds the npm package.
pub(crate) fn build() -> Outcome {
    static BUILT: OnceLock<Outcome> = OnceLock::new();
    BUILT.get_or_init(build_anew).clone()
}

fn build_anew() -> Outcome {
    target()?;
    install(&package())?;
    bind(&compile(shell::root(), &shell::target())?, &bound())?;
    command("node", &["optimise.mjs", &bound().to_string_lossy()])
        .within(&package())
        .run("the module can't be optimised")?;
    let folder = shell::workspace();
    pack(&package().join("dist/core.wasm"), "core.deflate")?;
    facts()?;
    catalogues()?;
    command("node", &["build.mjs", &folder.to_string_lossy()])
        .within(&package())
        .run("the package can't be made")?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(shell::root().join(licence), package().join(licence))
            .map_err(|error| format!("{licence}: {error}"))?;
    }
    Ok(())
}

/// Installs what a folder's lock file says, unless that was done before.
pub(crate) fn install(folder: &Path) -> Outcome {
    if !command("node", &["--version"]).succeeds() {
        return Err("Node.js is missing: install Node.js 20 or later, with npm".into());
    }
    let lock = fs::read(folder.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let note = folder.join("node_modules/.installed-lock.json");
    if fs::read(&note).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let quietly = ["--no-audit", "--no-fund", "--loglevel=error"];
    let exactly = [&["ci"][..], &quietly].concat();
    if !command("npm", &exactly).within(folder).succeeds() {
        // `npm ci` refuses a lock file that lacks the optional builds for other platforms, which not every registry has.
        // The versions are those of the lock file all the same, and `--no-save` leaves it as it is.
        command("npm", &[&["install", "--no-save"][..], &quietly].concat())
            .within(folder)
            .run("`npm install` fails: it needs npm and a package registry")?;
    }
    fs::write(note, lock).map_err(|error| format!("can't note what is installed: {error}"))
}

/// Adds the standard library for WebAssembly where it is missing.
fn target() -> Outcome {
    if Path::new(&sysroot()?).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    println!("installing {TARGET}");
    command("rustup", &["target", "add", TARGET])
        .run("Rust's standard library for WebAssembly is missing, and rustup can't add it")
}

/// What the package tells of the tables without asking the module: as JSON text, by the name of the function and its
/// arguments. What is explained and the schemas of all profiles are files of their own in each language, for they are wanted apart.
fn facts() -> Outcome {
    let mut others = Map::new();
    let mut put = |name: String, fact: serde_json::Result<String>| {
        fact.map(|text| others.insert(name, text.into()))
            .map_err(|error| error.to_string())
    };
    let params: Vec<_> = ParamName::PUBLIC.iter().map(|param| param.name()).collect();
    put("params".into(), serde_json::to_string(&params))?;
    put("documents".into(), serde_json::to_string(documents()))?;
    put("rules".into(), serde_json::to_string(rules()))?;
    put("apiErrors".into(), serde_json::to_string(api_errors()))?;
    for document in documents() {
        let name = document.name();
        put(format!("form {name}"), serde_json::to_string(&form_ids(document)))?;
        let schema = schema(document, SchemaProfile::Editor, Language::En);
        put(format!("schema {name}"), Ok(schema))?;
    }
    write("facts.json", &Value::Object(others).to_string())?;
    for &language in Language::ALL {
        let name = language.name();
        write(&format!("explain.{name}.json"), &explained(language)?.to_string())?;
        write(&format!("schema.{name}.json"), &schemas(language).to_string())?;
    }
    pack(&shell::workspace().join("facts.json"), "facts.deflate")
}

/// What there is to say in a language: of each topic, and what to do about each error of the API.
fn explained(language: Language) -> Result<Value, String> {
    let mut explained = Map::new();
    for topic in topics(language) {
        let text = serde_json::to_string(&explain(&topic.name, language)).map_err(|error| error.to_string())?;
        explained.insert(topic.name, text.into());
    }
    let advice = api_errors()
        .iter()
        .map(|error| (error.code, error.advice.text(language)));
    let advice: BTreeMap<_, _> = advice.collect();
    Ok(json!({ "name": language.name(), "topics": explained, "advice": advice }))
}

/// The schemas of all profiles in a language, by profile and document.
fn schemas(language: Language) -> Value {
    // That for validators is the one for editors without what only they know.
    let profiles = SchemaProfile::ALL.iter().filter(|it| **it != SchemaProfile::Default);
    let schemas = profiles.flat_map(|profile| {
        let of = move |document: &'static Document| {
            let text = schema(document, *profile, language);
            (format!("{} {}", profile.name(), document.name()), text.into())
        };
        documents().iter().copied().map(of)
    });
    json!({ "name": language.name(), "schemas": schemas.collect::<Map<_, _>>() })
}

fn schema(document: &'static Document, profile: SchemaProfile, language: Language) -> String {
    let options = SchemaOptions {
        profile,
        language,
        draft: None,
    };
    json_schema_text(document, &options)
}

/// Whether the package says a message: not what only the reference, the schemas, the command line and whole requests use.
fn is_said(id: M) -> bool {
    let is_of_errors = || id.name().starts_with("advice-") && api_errors().iter().any(|error| error.advice == id);
    !ELSEWHERE.iter().any(|start| id.name().starts_with(start)) && !OF_REQUESTS.contains(&id) && !is_of_errors()
}

/// The messages of each language that the package says, by their ids.
fn catalogues() -> Outcome {
    for &language in Language::ALL {
        let messages = M::ALL.iter().filter(|id| is_said(**id));
        let messages: BTreeMap<_, _> = messages.map(|id| (id.name(), id.template(language))).collect();
        let catalogue = json!({ "name": language.name(), "messages": messages });
        write(&format!("catalogue.{}.json", language.name()), &catalogue.to_string())?;
    }
    Ok(())
}

fn write(name: &str, text: &str) -> Outcome {
    let file = shell::workspace().join(name);
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Deflates what the entry with all in it carries: Zopfli gets it 5 to 8 % smaller than what does so while you wait.
fn pack(file: &Path, name: &str) -> Outcome {
    let bytes = read(file)?;
    let packed = shell::workspace().join(name);
    fs::File::create(&packed)
        .and_then(|packed| zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, &bytes[..], packed))
        .map_err(|error| format!("{}: {error}", packed.display()))
}

/// Builds the module once more, from a copy of the sources in another folder and into another one: it must have the same
/// bytes. What is made of it later depends on nothing but these bytes and the tools of the lock files.
pub(crate) fn reproduce() -> Outcome {
    let copy = shell::workspace().join("copy");
    fs::create_dir_all(&copy).map_err(|error| format!("{}: {error}", copy.display()))?;
    for name in ["Cargo.toml", "Cargo.lock", "crates"] {
        shell::copy_all(&shell::root().join(name), &copy.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    let again = copy.join("bound");
    bind(&compile(&copy, &copy.join("target"))?, &again)?;
    for name in BOUND {
        let (one, other) = (bound().join(name), again.join(name));
        if read(&one)? != read(&other)? {
            let (one, other) = (one.display(), other.display());
            return Err(format!("the same sources give different files: {one} and {other}"));
        }
    }
    Ok(())
}

/// Compiles the module, without paths of this machine in it.
fn compile(sources: &Path, target: &Path) -> Result<PathBuf, String> {
    let sources = sources
        .canonicalize()
        .map_err(|error| format!("{}: {error}", sources.display()))?;
    let mut flags = vec![
        format!("--remap-path-prefix={}=.", sources.display()),
        remapped_library()?,
    ];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    flags.extend(home.map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
    let build = [
        "build",
        "--quiet",
        "--package",
        "ctslint-wasm",
        "--profile",
        "wasm",
        "--target",
        TARGET,
    ];
    cargo(&build)
        .within(&sources)
        .env("CARGO_TARGET_DIR", target)
        // Incremental compilation would make the module larger.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .run("the module does not compile")?;
    Ok(target.join(TARGET).join("wasm/ctslint_wasm.wasm"))
}

/// The path of the standard library on this machine becomes what it is elsewhere.
fn remapped_library() -> Result<String, String> {
    let (_, version) = command("rustc", &["--version", "--verbose"]).output()?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    Ok(format!(
        "--remap-path-prefix={}/{LIBRARY}=/rustc/{}",
        sysroot()?,
        commit.unwrap_or("unknown")
    ))
}

fn sysroot() -> Result<String, String> {
    let (_, sysroot) = command("rustc", &["--print", "sysroot"]).output()?;
    Ok(sysroot.trim().to_owned())
}

/// Has wasm-bindgen make the module that JavaScript takes, and the glue for it.
fn bind(module: &Path, folder: &Path) -> Outcome {
    let bytes = read(module)?;
    let failed = |error| format!("wasm-bindgen: {error}");
    let mut module = ModuleConfig::new()
        .generate_producers_section(false)
        .parse(&bytes)
        .map_err(failed)?;
    keep_objects_in_javascript(&mut module).map_err(failed)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_module("core", module)
        .bundler(true)
        .and_then(|bindgen| bindgen.typescript(false).generate(folder))
        .map_err(failed)?;
    let glue = String::from_utf8_lossy(&read(&folder.join("core_bg.js"))?).into_owned();
    match glue.contains(&format!("if (idx < {FREE}) return;")) {
        true => Ok(()),
        false => Err("wasm-bindgen gives other numbers to objects than it did".into()),
    }
}

/// Has the glue keep the objects of JavaScript, and give numbers for them: `wasm2js`, which makes JavaScript of the module,
/// knows no tables of references. wasm-bindgen does so for a module that does not say that it uses references, but leaves in
/// how many of the numbers have a fixed meaning.
fn keep_objects_in_javascript(module: &mut walrus::Module) -> walrus::Result<()> {
    module.customs.remove_raw("target_features");
    let tables = module
        .exports
        .iter()
        .filter(|export| export.name.starts_with("__externref_"));
    for export in tables.map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(export);
    }
    let free = module
        .imports
        .get_func("__wbindgen_externref_xform__", "__wbindgen_externref_statics_end")?;
    module.replace_imported_func(free, |(body, _)| _ = body.i32_const(FREE))?;
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use ctslint::{
        CompareOptions, Finding, Options, Param, Params, TranslateError, TranslateOptions, check, check_project_id,
        compare, translate,
    };

    use super::*;

    /// The texts of a folder.
    fn texts(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let paths = entries.map(|entry| entry.expect("it can be listed").path());
        paths.filter_map(|path| fs::read_to_string(path).ok()).collect()
    }

    /// The files of a folder of sources and of those in it.
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            match path.is_dir() {
                true => sources(&path, found),
                false => found.push(path),
            }
        }
    }

    fn assert_said(id: M) {
        assert!(
            is_said(id),
            "the package says `{}`, and its catalogues leave it out",
            id.name()
        );
    }

    fn assert_message_said(id: M, params: &Params) {
        assert_said(id);
        for (_, param) in params.iter() {
            if let Param::Message(id) = param {
                assert_said(*id);
            }
        }
    }

    fn assert_finding_said(finding: &Finding) {
        let fix = finding.fix.as_ref().map(|fix| fix.title);
        let related = finding.related.iter().map(|related| related.message);
        let texts = [finding.note, finding.help, finding.label, fix];
        texts.into_iter().flatten().chain(related).for_each(assert_said);
        assert_message_said(finding.message, &finding.params);
    }

    /// What is left out of the catalogues is not shown by its id instead of its text.
    #[test]
    fn catalogues_have_what_is_said_of_bodies() {
        let root = shell::root();
        let cases = texts(&root.join("crates/ctslint/cases"));
        let blocks = cases.iter().flat_map(|text| text.split("\n```").skip(1).step_by(2));
        let blocks = blocks.filter_map(|block| Some(block.split_once('\n')?.1.to_owned()));
        let files = ["examples/good", "tests/fixtures", "web/tests/fixtures"];
        let files = files.iter().flat_map(|folder| texts(&root.join(folder)));
        let mut count = 0;
        for text in blocks.chain(files) {
            let report = check(&text, &Options::default());
            report.findings.iter().for_each(assert_finding_said);
            let reason = report.reason.message();
            assert_message_said(reason.id, &reason.params);
            check_project_id(&text).iter().for_each(assert_finding_said);
            let changes = match translate(&text, &TranslateOptions::default()) {
                Ok(translation) => translation.changes,
                Err(TranslateError::Refused { changes, .. }) => changes,
                Err(error) => {
                    assert_message_said(error.message().id, &error.message().params);
                    Vec::new()
                }
            };
            for change in changes {
                assert_message_said(change.message, &change.params);
            }
            match compare(&text, &text, &CompareOptions::default()) {
                Ok(comparison) => {
                    for difference in comparison.differences {
                        assert_message_said(difference.message, &difference.params);
                    }
                }
                Err(error) => assert_message_said(error.message().id, &error.message().params),
            }
            count += report.findings.len();
        }
        assert!(count > 300, "only {count} findings");
    }

    /// What is left out because it is said of requests is said of nothing else.
    #[test]
    fn what_is_said_of_requests_is_said_of_them_alone() {
        let root = shell::root().join("crates/ctslint/src");
        let mut files = Vec::new();
        sources(&root, &mut files);
        let of_requests = ["http", "translate/requests.rs", "messages", "tests"];
        for file in files {
            let name = file.strip_prefix(&root).expect("it is below");
            if of_requests.iter().any(|its| name.starts_with(its)) {
                continue;
            }
            let text = fs::read_to_string(&file).expect("it can be read");
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
            for id in OF_REQUESTS {
                let variant = format!("{id:?}");
                let is_used = words
                    .windows(3)
                    .any(|words| matches!(words[0], "M" | "MessageId") && words[1].is_empty() && words[2] == variant);
                assert!(!is_used, "{} uses `{variant}`", name.display());
            }
        }
    }
}
