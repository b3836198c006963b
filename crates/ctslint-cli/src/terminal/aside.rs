//! Output that is not part of the report, on standard error.

use std::fmt;
use std::io::{self, Write};

/// Prints a message about the run: one line on standard error.
pub(crate) fn tell(message: &dyn fmt::Display) {
    // When standard error is closed, the message can go nowhere else.
    let _ = writeln!(io::stderr().lock(), "ctslint: {message}");
}

/// Prints text to standard error as it is, so that it stays out of the report.
pub(crate) fn print_aside(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
