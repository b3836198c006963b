//! Generated files agree with the tables. `cargo xtask generate` writes them, or `UPDATE=1 cargo test -p ctslint`.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

mod support;

use std::fs;

use ctslint::{
    SchemaOptions, SchemaProfile, documents, documents_page, json_schema_path, json_schema_text, rules_page,
    rules_table,
};
use support::{agrees, file};

#[test]
fn schemas() {
    for document in documents() {
        for &profile in SchemaProfile::ALL {
            let path = format!("schemas/{}", json_schema_path(document, profile));
            let options = SchemaOptions {
                profile,
                ..SchemaOptions::default()
            };
            agrees(&path, &json_schema_text(document, &options));
        }
    }
}

#[test]
fn pages() {
    agrees("docs/rules.md", &rules_page());
    agrees("docs/documents.md", &documents_page());
}

#[test]
fn builders() {
    agrees("crates/ctslint/src/build/requests.rs", &ctslint::builders());
}

/// The table of rules in the README stands between two marks.
#[test]
fn table_of_rules_in_the_readme() {
    const START: &str = "<!-- rules -->\n";
    const END: &str = "<!-- /rules -->";
    let Ok(readme) = fs::read_to_string(file("README.md")) else {
        return;
    };
    let readme = readme.replace("\r\n", "\n");
    let (before, rest) = readme
        .split_once(START)
        .expect("README.md has `<!-- rules -->` on a line of its own");
    let (_, after) = rest.split_once(END).expect("README.md has `<!-- /rules -->`");
    let table = rules_table("docs/rules.md");
    agrees("README.md", &format!("{before}{START}\n{table}\n{END}{after}"));
}
