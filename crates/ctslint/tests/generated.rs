//! Generated files agree with the tables. `cargo xtask generate` writes them, or `UPDATE=1 cargo test -p ctslint`.

mod support;

use ctslint::{Draft, documents, json_schema_path, json_schema_text};
use support::agrees;

#[test]
fn schemas() {
    for document in documents() {
        for draft in Draft::ALL {
            let path = format!("schemas/{}", json_schema_path(document, *draft));
            agrees(&path, &json_schema_text(document, *draft));
        }
    }
}
