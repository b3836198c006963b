//! Tests that hold the parser of ctslint against `serde_json`; see `tests/`.
