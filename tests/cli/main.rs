//! The `ctslint` command as its users meet it: options, exit statuses, output, and what it does when things go wrong.

#![allow(clippy::expect_used, reason = "a test that can't go on has failed")]

mod ci;
mod command;
mod compare;
mod destinations;
#[cfg(target_os = "linux")]
mod diff;
mod environment;
mod explain;
mod fix;
mod formats;
mod hostile;
#[cfg(unix)]
mod killed;
mod language;
mod options;
mod output;
mod readers;
mod readme;
mod requests;
mod schema;
mod shell;
mod translate;
mod walk;

use command::{Run, check, ctslint};
