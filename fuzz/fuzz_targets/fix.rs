//! Fixing comes to an end.
#![no_main]

use ctslint::{Options, Safety, fix_all};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let options = Options::default();
    for safety in [Safety::Safe, Safety::Unsafe] {
        let mut last = None;
        // A call stops after some rounds, so that a text with many faults may take several; each lowers their number.
        let mut calls = 0..=bytes.len();
        while let Some(text) = fix_all(last.as_deref().unwrap_or(bytes), &options, safety).text {
            assert!(calls.next().is_some(), "fixing does not end: {text:?}");
            last = Some(text.into_bytes());
        }
    }
});
