//! The functions of the core for the npm package.
//!
//! Only numbers cross the border. The caller asks for room with [`input`], writes UTF-8 there, calls a function, which
//! returns the length of its answer, and reads that many bytes of JSON at [`output`].

use std::cell::RefCell;

use ctslint::{Document, Options, Rule, Severity};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// What was written for a call, and what it answered. Both are used again, so that calls do not let the memory grow.
#[derive(Default)]
struct Desk {
    input: Vec<u8>,
    output: Vec<u8>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

#[wasm_bindgen]
pub fn input(length: usize) -> *mut u8 {
    DESK.with_borrow_mut(|desk| {
        desk.input.clear();
        desk.input.resize(length, 0);
        desk.input.as_mut_ptr()
    })
}

#[wasm_bindgen]
pub fn output() -> *const u8 {
    DESK.with_borrow(|desk| desk.output.as_ptr())
}

fn answer<T: Serialize>(work: impl FnOnce(&[u8]) -> T) -> usize {
    DESK.with_borrow_mut(|desk| {
        let answer = work(&desk.input);
        desk.output.clear();
        serde_json::to_writer(&mut desk.output, &answer).unwrap();
        desk.output.len()
    })
}

fn document(number: usize) -> Option<&'static Document> {
    ctslint::documents().get(number).copied()
}

#[wasm_bindgen]
pub fn check(as_document: usize, comments: bool) -> usize {
    answer(|text| {
        ctslint::check(
            text,
            &Options {
                document: document(as_document),
                comments,
                ..Options::default()
            },
        )
    })
}
#[wasm_bindgen]
pub fn field(as_document: usize, split: usize) -> usize {
    answer(|text| {
        let (p, v) = text.split_at(split);
        ctslint::check_field_text(
            document(as_document).unwrap(),
            &String::from_utf8_lossy(p),
            &String::from_utf8_lossy(v),
        )
    })
}
