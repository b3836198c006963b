//! Compares a request with a saved answer: what the request would change.

mod difference;
mod settings;
mod verdict;

pub use difference::{CompareError, Comparison, Difference, DifferenceKind, WordedDifference};
pub use verdict::{CompareOptions, compare};
