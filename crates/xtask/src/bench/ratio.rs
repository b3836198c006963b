//! How ratios are measured and printed.

/// How often everything is measured.
pub(super) const ROUNDS: usize = 3;

/// A ratio beside its bar.
pub(super) fn verdict(ratio: f64, at_most: Option<f64>) -> String {
    match at_most {
        Some(bar) => format!("{ratio:>6.2} {bar:>6.2}{}", if ratio <= bar { "" } else { "  missed" }),
        None => format!("{ratio:>6.2}"),
    }
}
