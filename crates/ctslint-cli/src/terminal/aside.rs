//! What is printed beside the report, on standard error.

use std::fmt;
use std::io::{self, Write};

/// Says something about the run: one line on standard error.
pub(crate) fn tell(message: &dyn fmt::Display) {
    // When standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "ctslint: {message}");
}

/// Prints beside the report: on standard error, as it is.
pub(crate) fn print_aside(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
