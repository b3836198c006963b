//! The options of a check.

use crate::json::Syntax;
use crate::model::{Document, Provider, Rule, Severity};

/// How to check a text. By default the document is detected from the content, and comments are not allowed.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The document that the text is; if `None`, it is detected from the content.
    pub document: Option<&'static Document>,
    /// Whether `document` was chosen for many texts at once, not for this one. It then applies only to a text that
    /// looks like the body of a tracker; any other text has no document.
    pub assumed: bool,
    /// Whose v3 the content means. If `None`, the host of a request tells, and without one `assumed_provider` holds.
    pub provider: Option<Provider>,
    /// Whose v3 the content means where nothing tells.
    pub assumed_provider: Provider,
    /// Whether comments are allowed, as in `.jsonc` files. No other extension of JSON is.
    pub comments: bool,
    /// Whether the text contains whole requests, like `.http` and `.rest` files.
    pub requests: bool,
    /// The severities that differ from those of the catalogue.
    pub severities: Severities,
}

impl Options {
    /// Whose v3 a body means; `told` is what the host of its request tells.
    pub(crate) fn provider_of(&self, told: Option<Provider>) -> Provider {
        self.provider.or(told).unwrap_or(self.assumed_provider)
    }

    /// The allowed extensions of JSON.
    pub(crate) const fn syntax(&self) -> Syntax {
        Syntax {
            comments: self.comments,
        }
    }
}

/// The severity of each rule: the default of the catalogue, unless it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severities([Setting; Rule::ALL.len()]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Catalogue,
    Off,
    As(Severity),
}

impl Default for Severities {
    fn default() -> Self {
        Self([Setting::Catalogue; Rule::ALL.len()])
    }
}

impl Severities {
    /// Sets the severity of a rule; `None` switches it off.
    pub fn set(&mut self, rule: Rule, severity: Option<Severity>) {
        self.0[rule as usize] = severity.map_or(Setting::Off, Setting::As);
    }

    /// Whether a rule is on.
    pub(crate) fn is_on(&self, rule: Rule) -> bool {
        self.get(rule, rule.info().severity).is_some()
    }

    /// The severity of a rule, or `default` if none was set; `None` if the rule is off, as an opt-in rule is until its
    /// severity is set.
    #[must_use]
    pub fn get(&self, rule: Rule, default: Severity) -> Option<Severity> {
        match self.0[rule as usize] {
            Setting::Catalogue => (!rule.info().opt_in).then_some(default),
            Setting::Off => None,
            Setting::As(severity) => Some(severity),
        }
    }
}
