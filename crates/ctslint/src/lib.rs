//! The rules of CTS (Cloud Trace Service) tracker bodies.

pub mod detect;
#[cfg_attr(not(test), expect(dead_code, reason = "the checker is to use it"))]
mod fault;
#[expect(dead_code, reason = "the checker is to use it")]
mod json;
#[doc(hidden)]
pub mod oracle;
pub mod report;
pub mod rule;
pub mod spec;
