//! A translation is a valid v3 body.
#![no_main]

use ctslint::{Document, Options, Severity, TranslateOptions, check, translate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(translation) = translate(bytes, &TranslateOptions::default()) else {
        return;
    };
    let options = Options {
        document: Document::from_name("v3"),
        ..Options::default()
    };
    let report = check(&translation.body, &options);
    let error = report
        .findings
        .iter()
        .find(|finding| finding.severity == Severity::Error);
    assert_eq!(error, None, "{}", translation.body);
});
