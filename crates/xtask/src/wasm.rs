//! The npm package, from the tables to the tarball.

use std::fs;
use std::path::{Path, PathBuf};

use ctslint::{Draft, api_errors, documents, explain, form, json_schema_text, rules, topics};
use serde_json::{Map, Value};
use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{self, Outcome, cargo, command};

const TARGET: &str = "wasm32-unknown-unknown";

/// Where a toolchain has the source of the standard library.
const LIBRARY: &str = "lib/rustlib/src/rust";

/// Where the package is.
pub(crate) fn package() -> PathBuf {
    shell::root().join("web/package")
}

/// Builds the npm package.
pub(crate) fn build() -> Outcome {
    library()?;
    install(&package())?;
    let module = bind(&compile(shell::root(), &shell::target())?)?;
    command("node", &["optimise.mjs", &module.to_string_lossy()])
        .within(&package())
        .run("the module can't be optimised")?;
    let folder = shell::workspace();
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    pack(&package().join("dist/core.wasm"), "core.deflate")?;
    facts()?;
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

/// Adds the source of the standard library where it is missing: it is built anew for the module.
fn library() -> Outcome {
    if Path::new(&sysroot()?).join(LIBRARY).join("library/Cargo.lock").exists() {
        return Ok(());
    }
    println!("installing rust-src");
    command("rustup", &["component", "add", "rust-src"])
        .run("the source of Rust's standard library (rust-src) is missing, and rustup can't add it")
}

/// What the package tells of the tables without asking the module: as JSON text, by the name of the function and its
/// arguments. The words of findings, what is explained, and all else are files of their own, for they are wanted apart.
fn facts() -> Outcome {
    let words = serde_json::to_string(&ctslint::numbers::words());
    let mut others = Map::new();
    let mut put = |name: String, fact: serde_json::Result<String>| {
        fact.map(|text| others.insert(name, text.into()))
            .map_err(|error| error.to_string())
    };
    put("documents".into(), serde_json::to_string(documents()))?;
    put("rules".into(), serde_json::to_string(rules()))?;
    put("apiErrors".into(), serde_json::to_string(api_errors()))?;
    for document in documents() {
        let name = document.name();
        put(format!("form {name}"), serde_json::to_string(&form(document)))?;
        // The other draft is this one without what only editors know.
        put(format!("schema {name}"), Ok(json_schema_text(document, Draft::Draft7)))?;
    }
    let mut explained = Map::new();
    for topic in topics() {
        let text = serde_json::to_string(&explain(&topic.name)).map_err(|error| error.to_string())?;
        explained.insert(topic.name.clone(), text.into());
    }
    let folder = shell::workspace();
    for (name, text) in [
        ("words.json", words.map_err(|error| error.to_string())?),
        ("facts.json", Value::Object(others).to_string()),
        ("explain.json", Value::Object(explained).to_string()),
    ] {
        let file = folder.join(name);
        fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    pack(&folder.join("facts.json"), "facts.deflate")
}

/// Deflates what the entry with all in it carries: Zopfli gets it 5 to 8 % smaller than what does so while you wait.
fn pack(file: &Path, name: &str) -> Outcome {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let packed = shell::workspace().join(name);
    fs::File::create(&packed)
        .and_then(|packed| zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, &bytes[..], packed))
        .map_err(|error| format!("{}: {error}", packed.display()))
}

/// Compiles the module once more, from a copy of the sources in another folder and into another one: it must have the same
/// bytes. What is made of it later depends on nothing but these bytes and the tools of the lock files.
pub(crate) fn reproduce() -> Outcome {
    let copy = shell::workspace().join("copy");
    fs::create_dir_all(&copy).map_err(|error| format!("{}: {error}", copy.display()))?;
    for name in ["Cargo.toml", "Cargo.lock", "crates"] {
        copy_all(&shell::root().join(name), &copy.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    let module = shell::target().join(TARGET).join("wasm/ctslint_wasm.wasm");
    let again = compile(&copy, &copy.join("target"))?;
    let read = |file: &Path| fs::read(file).map_err(|error| format!("{}: {error}", file.display()));
    if read(&module)? != read(&again)? {
        let (module, again) = (module.display(), again.display());
        return Err(format!("the same sources give different modules: {module} and {again}"));
    }
    Ok(())
}

/// Copies a file, or a folder with all that is in it; what is there already and the same is left alone.
fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        let content = fs::read(from)?;
        return match fs::read(to) {
            Ok(known) if known == content => Ok(()),
            _ => fs::write(to, content),
        };
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        copy_all(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

/// Compiles the module, without paths of this machine in it.
///
/// The standard library is compiled with it, for size, and a panic is a trap at once: nothing is left of messages that
/// nobody would read. Stable Rust has that behind a variable; the compiler is the same.
fn compile(sources: &Path, target: &Path) -> Result<PathBuf, String> {
    let sources = sources
        .canonicalize()
        .map_err(|error| format!("{}: {error}", sources.display()))?;
    let mut flags = FLAGS.map(str::to_owned).to_vec();
    flags.push(format!("--remap-path-prefix={}=.", sources.display()));
    flags.push(remapped_library()?);
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
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
    ];
    cargo(&[&build[..], &FAST].concat())
        .within(&sources)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .env("RUSTC_BOOTSTRAP", "1")
        .run("the module does not compile")?;
    Ok(target.join(TARGET).join("wasm/ctslint_wasm.wasm"))
}

/// How the module is compiled, beyond its profile.
const FLAGS: [&str; 6] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    // Built for size, next to nothing is inlined, not even what takes one byte of a slice. Without the first flag a body with
    // findings takes an eighth longer; with limits of 25 or 60 the module is 0.7 or 1.5 % larger and no faster.
    "-Zinline-mir=yes",
    "-Cllvm-args=-inline-threshold=40",
    // Nothing recurses over the input, so that the stack needs no megabyte, and addresses are shorter.
    "-Clink-arg=-zstack-size=32768",
];

/// What the innermost loops are made of is built for speed: little of it is left in the module.
const FAST: [&str; 3] = [
    "--config=profile.wasm.package.alloc.opt-level=3",
    "--config=profile.wasm.package.compiler_builtins.opt-level=3",
    "--config=profile.wasm.package.core.opt-level=3",
];

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

/// Gives the module the form that JavaScript takes. The glue is not used: only numbers cross the border.
fn bind(module: &Path) -> Result<PathBuf, String> {
    let folder = shell::workspace().join("bound");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("core")
        .bundler(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                .remove_producers_section(true)
                .generate(&folder)
        })
        .map_err(|error| format!("wasm-bindgen: {error}"))?;
    Ok(folder.join("core_bg.wasm"))
}
