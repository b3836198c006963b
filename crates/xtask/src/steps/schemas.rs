//! The schemas in the tools that people use: validators, editors, form and code generators.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ctslint::{SchemaProfile, documents, json_schema_path};
use serde_json::Value;

use crate::shell::{self, Outcome, cargo, command};

pub(super) const CHECK_JSONSCHEMA: &str = "check-jsonschema==0.39.0";
const CODE_GENERATOR: [&str; 2] = ["datamodel-code-generator==0.89.0", "pydantic==2.14.4"];

/// What runs in Node: ajv, language services of editors, and generators of parsers, types, forms and fakes. And typify, which
/// writes types of Rust.
pub(crate) fn node() -> Outcome {
    bodies()?;
    cargo(&["test", "--quiet", "--package", "schema-types"])
        .run("the types that typify writes differ from the schemas")?;
    let folder = shell::root().join("tests/schema");
    shell::npm(&["ci", "--no-audit", "--no-fund"])
        .within(&folder)
        .run("npm can't install what the tests of the schemas need")?;
    command("node", &["--test"])
        .within(&folder)
        .run("a schema fails in Node")
}

/// Writes the bodies that the tables give rise to, and the verdicts on them.
fn bodies() -> Outcome {
    shell::seeded(&["test", "--quiet", "--package", "ctslint", "--lib", "tests::agreement"])
        .run("the schemas and the checker differ")
}

/// check-jsonschema from PyPI, on schemas that `ctslint schema` wrote, and the models that datamodel-code-generator writes.
pub(crate) fn python() -> Outcome {
    check_jsonschema()?;
    models()
}

/// Writes a module of models for each document and holds them against the verdicts.
fn models() -> Outcome {
    let judged = shell::root().join("target/agreement/bodies.jsonl");
    if !judged.exists() {
        bodies()?;
    }
    let tool = shell::python_tool("datamodel-codegen", &CODE_GENERATOR)?;
    let folder = shell::workspace().join("models");
    fs::create_dir_all(&folder).map_err(|error| format!("can't make {}: {error}", folder.display()))?;
    for document in documents() {
        let name = document.name();
        let schema = format!("schemas/{}", json_schema_path(document, SchemaProfile::Codegen));
        let module = folder.join(format!("{}.py", name.replace('-', "_")));
        let module = module.to_string_lossy();
        let files = [
            "--input",
            &schema,
            "--input-file-type",
            "jsonschema",
            "--output",
            &module,
        ];
        let models = ["--output-model-type", "pydantic_v2.BaseModel", "--class-name", "Body"];
        // Otherwise pydantic takes `"1"` for a number, and `1` for a boolean.
        let strict = ["--strict-types", "str", "int", "bool", "--formatters", "builtin"];
        command(&tool, &[&files[..], &models, &strict].concat())
            .run(&format!("datamodel-code-generator can't read the schema of {name}"))?;
    }
    let (folder, judged) = (folder.to_string_lossy(), judged.to_string_lossy());
    command(
        tool.with_file_name("python"),
        &["tests/schema/pydantic_models.py", &folder, &judged],
    )
    .run("the models that datamodel-code-generator writes differ from the schemas")
}

fn check_jsonschema() -> Outcome {
    let place = shell::workspace().join("schemas");
    fs::create_dir_all(&place).map_err(|error| format!("can't make {}: {error}", place.display()))?;
    let tool = shell::python_tool("check-jsonschema", &[CHECK_JSONSCHEMA])?;
    let examples = examples()?;
    let examples: Vec<&str> = examples.iter().filter_map(|example| example.to_str()).collect();
    // Short names would mean the documents of the provider that the settings of the examples name.
    for document in ["v1-create-request", "v3-create-request", "v3-create-response"] {
        let accepted = accepted(document, &examples)?;
        for profile in ["default", "editor", "forms"] {
            let schema = place.join(format!("{document}-{profile}.json"));
            let path = schema.to_string_lossy();
            let schema = ["schema", document, "--profile", profile, "-o", &path];
            cargo(&[&["run", "--quiet", "--"][..], &schema].concat()).run("`ctslint schema` fails")?;
            command(&tool, &["--check-metaschema", &path]).run("a schema breaks its meta-schema")?;
            let validate = ["--output-format", "json", "--schemafile", &path];
            let (_, output) = command(&tool, &[&validate[..], &examples].concat()).output()?;
            let report: Value = serde_json::from_str(&output)
                .map_err(|error| format!("check-jsonschema gives no report: {error}\n{output}"))?;
            // What is no JSON is refused, too.
            let faults = ["errors", "parse_errors"].map(|list| report[list].as_array());
            let faults = faults.into_iter().flatten().flatten();
            let refused: BTreeSet<&str> = faults.filter_map(|fault| fault["filename"].as_str()).collect();
            for example in &examples {
                if refused.contains(example) == accepted.contains(*example) {
                    return Err(format!(
                        "check and check-jsonschema differ on {example} as {document}: {output}"
                    ));
                }
            }
        }
        println!(
            "ok: check-jsonschema agrees with check on {} files as {document}, of which it accepts {}",
            examples.len(),
            accepted.len()
        );
    }
    Ok(())
}

/// Which files `check` accepts. That a key occurs twice, a schema can't see.
fn accepted(document: &str, files: &[&str]) -> Result<BTreeSet<String>, String> {
    let check = ["run", "--quiet", "--", "check", "--format", "json", "--as", document];
    let (_, output) = cargo(&[&check[..], files].concat()).output()?;
    let report: Value = serde_json::from_str(&output).map_err(|error| format!("check gives no report: {error}"))?;
    let files = report["files"].as_array().into_iter().flatten();
    let is_right = |file: &&Value| {
        let mut findings = file["findings"].as_array().into_iter().flatten();
        findings.all(|finding| finding["severity"] != "error" || finding["rule"] == "duplicate-field")
    };
    let accepted = files.filter(is_right).filter_map(|file| file["path"].as_str());
    Ok(accepted.map(str::to_owned).collect())
}

/// The examples, good and bad ones. One with comments is JSON to nobody but `check`.
fn examples() -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for folder in ["examples/good", "examples/bad"] {
        let entries =
            fs::read_dir(shell::root().join(folder)).map_err(|error| format!("can't read {folder}: {error}"))?;
        for entry in entries {
            let name = entry
                .map_err(|error| format!("can't read {folder}: {error}"))?
                .file_name();
            let path = Path::new(folder).join(name);
            if path.extension().is_some_and(|extension| extension == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
