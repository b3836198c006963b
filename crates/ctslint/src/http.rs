//! Whole requests: parses `.http` files, and checks method, path and body together.

mod check;
mod parse;

pub(crate) use check::check_http_with;
pub use check::check_request;
