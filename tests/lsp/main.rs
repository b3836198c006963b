//! The language server, by its protocol.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]

mod client;
mod edits;
mod features;
mod hostile;
// The addresses of files are made from paths as they are there.
#[cfg(unix)]
mod settings;
