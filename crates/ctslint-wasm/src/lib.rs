//! The functions of the core, for the npm package.
//!
//! Only numbers cross the border, so that a call costs neither copies nor allocations of the bindings: the caller asks
//! for room with [`input`], writes UTF-8 there, and calls a function; the function returns the length of its answer, which
//! is JSON and is read at [`output`]. A document is named by its place in [`ctslint::documents`]; any other number is none.

use std::cell::RefCell;

use ctslint::{Document, Options, Rule, Safety, Severities, Severity, TranslateError, TranslateOptions};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// What was written for a call and what it answered. Both are used again, so that calls do not let the memory grow.
#[derive(Default)]
struct Desk {
    input: Vec<u8>,
    output: Vec<u8>,
}

/// Input longer than this is not kept room for after the call.
const KEPT: usize = 1 << 20;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
    static PANIC: RefCell<String> = RefCell::default();
}

/// Has panics noted down; to be called once, before anything else.
#[wasm_bindgen]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
}

/// The address of what the last panic said, which is to be asked for after a trap; `panic_length` bytes.
#[wasm_bindgen]
pub fn panic_message() -> *const u8 {
    PANIC.with_borrow(|message| message.as_ptr())
}

/// The length of what the last panic said.
#[wasm_bindgen]
pub fn panic_length() -> usize {
    PANIC.with_borrow(String::len)
}

/// Room for the input of the next call.
#[wasm_bindgen]
pub fn input(length: usize) -> *mut u8 {
    DESK.with_borrow_mut(|desk| {
        if length <= KEPT && desk.input.capacity() > KEPT {
            desk.input = Vec::new();
        }
        desk.input.resize(length, 0);
        desk.input.as_mut_ptr()
    })
}

/// The address of the last answer.
#[wasm_bindgen]
pub fn output() -> *const u8 {
    DESK.with_borrow(|desk| desk.output.as_ptr())
}

/// Checks the input. The first `settings` bytes of it are the severities of the rules, in their order: `0` for that of
/// the catalogue, `1` for none, `2` and on for those of [`Severity`]. Of a value that is no text there are no spans.
#[wasm_bindgen]
pub fn check(as_document: usize, comments: bool, is_value: bool, settings: usize) -> usize {
    answer(|input| {
        let (settings, text) = input.split_at(settings);
        let options = options(as_document, comments, settings);
        match is_value {
            true => ctslint::check_value_text(text, &options),
            false => ctslint::check(text, &options),
        }
    })
}

/// Checks the value of a field: a JSON Pointer of `pointer` bytes, then the value.
#[wasm_bindgen]
pub fn check_field(as_document: usize, pointer: usize) -> usize {
    answer(|input| {
        let (pointer, value) = input.split_at(pointer);
        let document = document(as_document)?;
        Some(ctslint::check_field_text(document, &text(pointer), &text(value)))
    })
}

/// Checks a project ID.
#[wasm_bindgen]
pub fn check_project_id() -> usize {
    answer(|input| ctslint::check_project_id(&text(input)))
}

/// Tells the document of a text, and why: two items.
#[wasm_bindgen]
pub fn detect() -> usize {
    answer(|input| {
        let detection = ctslint::detect(input);
        (detection.document.map(Document::name), detection.reason)
    })
}

/// Applies the fixes of a text; the settings are those of [`check`]. Three items: the text, `null` where it is as it was,
/// how many fixes were applied, and the report on what remains.
#[wasm_bindgen]
pub fn fix(as_document: usize, comments: bool, is_unsafe: bool, settings: usize) -> usize {
    answer(|input| {
        let (settings, body) = input.split_at(settings);
        let safety = if is_unsafe { Safety::Unsafe } else { Safety::Safe };
        let fixed = ctslint::fix_all(body, &options(as_document, comments, settings), safety);
        (fixed.text, fixed.fixed, fixed.remaining)
    })
}

/// Translates a v1 body to v3. The first `names` bytes of the input are the fields whose loss is allowed, one a line. Four
/// items: the v3 body, the changes, why there is no body, and the findings on the v1 body.
#[wasm_bindgen]
pub fn translate(comments: bool, names: usize) -> usize {
    answer(|input| {
        let (names, body) = input.split_at(names);
        let allow_loss: Vec<String> = text(names).lines().map(str::to_owned).collect();
        let options = TranslateOptions {
            comments,
            allow_loss: &allow_loss,
            file: None,
        };
        let error = match ctslint::translate(body, &options) {
            Ok(translation) => return (Some(translation.body), translation.changes, None, Vec::new()),
            Err(error) => error,
        };
        let message = Some(error.to_string());
        match error {
            TranslateError::Refused { changes } => (None, changes, message, Vec::new()),
            TranslateError::Invalid { report } => (None, Vec::new(), message, report.findings),
            _ => (None, Vec::new(), message, Vec::new()),
        }
    })
}

/// Does the work on the input and lays the answer down.
fn answer<T: Serialize>(work: impl FnOnce(&[u8]) -> T) -> usize {
    DESK.with_borrow_mut(|Desk { input, output }| {
        if output.capacity() > KEPT {
            *output = Vec::new();
        }
        output.clear();
        // Writing to memory does not fail, and every map of the report has texts as its keys.
        let _ = serde_json::to_writer(&mut *output, &work(input));
        output.len()
    })
}

fn text(input: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(input)
}

fn document(number: usize) -> Option<&'static Document> {
    ctslint::documents().get(number).copied()
}

fn options(as_document: usize, comments: bool, settings: &[u8]) -> Options<'static> {
    let mut severities = Severities::default();
    for (&rule, setting) in Rule::ALL.iter().zip(settings) {
        match setting {
            b'0' => {}
            b'1' => severities.set(rule, None),
            b'2' => severities.set(rule, Some(Severity::Info)),
            b'3' => severities.set(rule, Some(Severity::Warning)),
            _ => severities.set(rule, Some(Severity::Error)),
        }
    }
    Options {
        document: document(as_document),
        comments,
        severities,
        file: None,
    }
}
