//! Any bytes can be checked; every place that a report names lies in the text.
#![no_main]

use ctslint::{Options, Position, check, check_with, documents};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = std::str::from_utf8(bytes).ok();
    // The first byte chooses how the text is checked, so that every document meets every text.
    let choice = usize::from(bytes.first().copied().unwrap_or_default());
    let options = Options {
        document: documents().get(choice % (documents().len() + 1)).copied(),
        comments: choice >= 128,
        ..Options::default()
    };
    for options in [Options::default(), options] {
        let report = check(bytes, &options);
        // A right body is told in one pass; the full check must say the same.
        assert_eq!(
            report,
            check_with(bytes, &options, |_, _| ()).0,
            "the full check says something else"
        );
        let mut last = 0;
        for finding in &report.findings {
            let spans = finding
                .related
                .iter()
                .filter_map(|related| related.span)
                .chain(finding.span);
            for span in spans {
                assert!(span.start <= span.end, "{finding:?}");
                assert!(span.end.offset as usize <= bytes.len(), "{finding:?}");
                if let Some(text) = text {
                    [span.start, span.end]
                        .into_iter()
                        .for_each(|position| is_right(text, position));
                }
            }
            let start = finding.span.map_or(0, |span| span.start.offset);
            assert!(start >= last, "the findings are not sorted: {:?}", report.findings);
            last = start;
            for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
                assert!(
                    edit.start <= edit.end && edit.end as usize <= bytes.len(),
                    "{finding:?}"
                );
                if let Some(text) = text {
                    assert!(
                        text.get(edit.start as usize..edit.end as usize).is_some(),
                        "{finding:?}"
                    );
                }
            }
        }
    }
});

/// Counts line and columns again, the slow way.
fn is_right(text: &str, position: Position) {
    // UTF-16 without a mark is UTF-8 too; its positions are counted in other units.
    if text.contains('\0') {
        return;
    }
    let before = text
        .get(..position.offset as usize)
        .expect("a span starts or ends inside a character");
    let line = before.replace("\r\n", "\n");
    // A line feed after the position may end the line together with the carriage return before it.
    let half = before.ends_with('\r') && text[before.len()..].starts_with('\n');
    let breaks = line.chars().filter(|found| matches!(found, '\n' | '\r')).count() - usize::from(half);
    assert_eq!(position.line as usize, breaks + 1, "{position:?}");
    if !half {
        let rest = line.rsplit(['\n', '\r']).next().unwrap_or_default();
        assert_eq!(position.column as usize, rest.chars().count() + 1, "{position:?}");
        assert_eq!(position.utf16 as usize, rest.encode_utf16().count() + 1, "{position:?}");
    }
}
