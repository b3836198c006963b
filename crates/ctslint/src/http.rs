//! Whole requests: parses `.http` files, and checks method, path and body together.

mod address;
mod check;
mod curl;
mod mapped;
mod parse;
mod request;
mod variables;

pub(crate) use address::{Address, Part};
pub use check::check_request;
pub(crate) use check::{check_http, check_http_with};
pub(crate) use parse::{requests, without_comments};
pub(crate) use request::{Body, Request};
