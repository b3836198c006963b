//! Where reports lead to: the pages of the repository that the package names.

use ctslint::Rule;

/// The address of the repository.
pub(super) const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// What is to be read about a rule.
pub(super) fn rule(rule: Rule) -> String {
    format!("{REPOSITORY}/blob/main/docs/rules.md#{}", rule.name())
}
