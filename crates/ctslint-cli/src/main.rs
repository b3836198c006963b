//! The `ctslint` command.
fn main() {}
