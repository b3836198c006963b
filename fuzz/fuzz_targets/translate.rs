//! A translation is a valid v3 body.
#![no_main]

use ctslint::{Document, Options, Severity, TranslateOptions, TranslateTo, check, translate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for to in [None, Some(TranslateTo::Create), Some(TranslateTo::Update)] {
        let translation = translate(
            bytes,
            &TranslateOptions {
                comments: true,
                to,
                ..TranslateOptions::default()
            },
        );
        let Ok(translation) = translation else {
            continue;
        };
        let options = Options {
            document: to.and_then(|to| Document::from_name(to.name())),
            comments: true,
            ..Options::default()
        };
        let report = check(&translation.body, &options);
        let error = report
            .findings
            .iter()
            .find(|finding| finding.severity == Severity::Error);
        assert_eq!(error, None, "{}", translation.body);
    }
});
