//! Tests that hold the Rust types that typify writes of the schemas against `ctslint`; see `tests/`.
