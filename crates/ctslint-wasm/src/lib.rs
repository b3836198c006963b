//! The functions of the core, for the npm package.
//!
//! Only numbers cross the border, so that a call costs neither copies nor allocations of the bindings: the caller asks
//! for room with [`input`], writes UTF-8 there, and calls a function, which gives the address of its answer, laid down as
//! [`ctslint::numbers`] does. A document is named by its place in
//! [`ctslint::documents`]; any other number is none.

use std::cell::RefCell;

use ctslint::numbers::Answer;
use ctslint::{Document, Options, Rule, Safety, Severities, Severity};
use wasm_bindgen::prelude::wasm_bindgen;

/// Less code than the allocator that comes with Rust, at the same speed. It does not join pages that it asked for at different
/// times: a body of megabytes takes more than twice the memory.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    // The room for input and for answers is used again, so that calls do not let the memory grow.
    static STATE: RefCell<(Vec<u8>, Answer)> = const { RefCell::new((Vec::new(), Answer::new())) };
}

/// Room for the input of the next call.
#[wasm_bindgen]
pub fn input(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|(input, _)| {
        input.resize(length, 0);
        input.as_mut_ptr()
    })
}

/// Checks the input. The first `settings` bytes of it are the severities of the rules, in their order: `0` for that of
/// the catalogue, `1` for none, `2` and on for those of [`Severity`]. Of a value that is no text there are no spans.
#[wasm_bindgen]
pub fn check(as_document: usize, comments: bool, is_value: bool, settings: usize) -> *const u32 {
    answer(&|input, answer| {
        let (settings, text) = input.split_at(settings);
        answer.check(text, &options(as_document, comments, settings), !is_value);
    })
}

/// Checks the value of a field: a JSON Pointer of `pointer` bytes, then the value. Of no document, the value is a project ID.
#[wasm_bindgen]
pub fn check_field(as_document: usize, pointer: usize) -> *const u32 {
    answer(&|input, answer| {
        let (pointer, value) = input.split_at(pointer);
        answer.check_field(document(as_document), text(pointer), text(value));
    })
}

/// Tells the document of a text, and why.
#[wasm_bindgen]
pub fn detect() -> *const u32 {
    answer(&|input, answer| answer.detect(input))
}

/// Applies the fixes of a text; the settings are those of [`check`].
#[wasm_bindgen]
pub fn fix(as_document: usize, comments: bool, is_unsafe: bool, settings: usize) -> *const u32 {
    answer(&|input, answer| {
        let (settings, body) = input.split_at(settings);
        let safety = if is_unsafe { Safety::Unsafe } else { Safety::Safe };
        answer.fix_all(body, &options(as_document, comments, settings), safety);
    })
}

/// Translates a v1 body to v3. The first `names` bytes of the input are the fields whose loss is allowed, one a line.
#[wasm_bindgen]
pub fn translate(comments: bool, names: usize) -> *const u32 {
    answer(&|input, answer| {
        let (names, body) = input.split_at(names);
        let mut allow_loss = Vec::new();
        if !names.is_empty() {
            for name in names.split(|&byte| byte == b'\n') {
                allow_loss.push(text(name));
            }
        }
        answer.translate(body, comments, &allow_loss);
    })
}

/// Lays down what is to be told of the input.
fn answer(tell: &dyn Fn(&[u8], &mut Answer)) -> *const u32 {
    STATE.with_borrow_mut(|(input, answer)| answer.lay(&|answer| tell(input, answer)))
}

/// The input where it is text in any case: JavaScript sees to it for all but bodies.
fn text(input: &[u8]) -> &str {
    std::str::from_utf8(input).unwrap_or_default()
}

fn document(number: usize) -> Option<&'static Document> {
    ctslint::documents().get(number).copied()
}

fn options(as_document: usize, comments: bool, settings: &[u8]) -> Options<'static> {
    const SETTINGS: &[Option<Severity>] = &[
        None,
        Some(Severity::Info),
        Some(Severity::Warning),
        Some(Severity::Error),
    ];
    let mut severities = Severities::default();
    for (&rule, &setting) in Rule::ALL.iter().zip(settings) {
        if let Some(&severity) = SETTINGS.get(usize::from(setting).wrapping_sub(usize::from(b'1'))) {
            severities.set(rule, severity);
        }
    }
    Options {
        document: document(as_document),
        comments,
        severities,
        ..Options::default()
    }
}
