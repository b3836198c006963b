//! Checking one body, beside those that read or validate the same one.
//!
//! `cargo xtask bench` runs this and prints the ratios. With `CTSLINT_BENCH_BODY=FILE` a body of your own is measured too.
#![allow(missing_docs, reason = "criterion makes an undocumented function")]
#![allow(clippy::unwrap_used, reason = "a benchmark that can't run must fail")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ctslint::{Document, Language, Options};
use ctslint_bench::{TEN_FINDINGS, THREE_FINDINGS, VALID};
use serde::de::IgnoredAny;
use serde_json::Value;

fn body(criterion: &mut Criterion, name: &str, body: &str) {
    let mut group = criterion.benchmark_group(name);
    let options = Options::default();
    group.bench_function("ctslint", |bencher| {
        bencher.iter(|| ctslint::check(black_box(body), &options));
    });
    group.bench_function("ctslint, worded", |bencher| {
        bencher.iter(|| ctslint::check(black_box(body), &options).worded(Language::En));
    });
    group.bench_function("IgnoredAny", |bencher| {
        bencher.iter(|| serde_json::from_slice::<IgnoredAny>(black_box(body).as_bytes()));
    });
    group.bench_function("Value", |bencher| {
        bencher.iter(|| serde_json::from_slice::<Value>(black_box(body).as_bytes()));
    });
    let document = Document::from_name("v3").unwrap();
    let schema = ctslint::json_schema(document);
    let validator = jsonschema::validator_for(&schema).unwrap();
    group.bench_function("Value, jsonschema", |bencher| {
        bencher.iter(|| {
            let value: Value = serde_json::from_slice(black_box(body).as_bytes()).unwrap();
            validator.iter_errors(&value).count()
        });
    });
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("v3.json", schema).unwrap();
    let index = compiler.compile("v3.json", &mut schemas).unwrap();
    group.bench_function("Value, boon", |bencher| {
        bencher.iter(|| {
            let value: Value = serde_json::from_slice(black_box(body).as_bytes()).unwrap();
            schemas.validate(&value, index).is_ok()
        });
    });
    group.finish();
}

fn bodies(criterion: &mut Criterion) {
    body(criterion, "valid", VALID);
    body(criterion, "three findings", THREE_FINDINGS);
    body(criterion, "ten findings", TEN_FINDINGS);
    if let Some(file) = std::env::var_os("CTSLINT_BENCH_BODY") {
        let given = std::fs::read_to_string(file).unwrap();
        body(criterion, "given", &given);
    }
}

criterion_group!(benches, bodies);
criterion_main!(benches);
