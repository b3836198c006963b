//! What a caller can choose.

use crate::json::Syntax;
use crate::rule::{Rule, Severity};
use crate::spec::Document;

/// How a text is to be checked. The default tells the document from the content and takes no comments.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// What the text is; told from its content when `None`.
    pub document: Option<&'static Document>,
    /// Whether the document was named for many texts at once, so that it applies only to those that show to be a tracker's: a text
    /// that has none of its telling names is told to be no document.
    pub assumed: bool,
    /// Whether comments are allowed, as in `.jsonc` files. Nothing else beyond JSON is.
    pub comments: bool,
    /// Whether the text holds whole requests, as `.http` and `.rest` files do.
    #[cfg(feature = "requests")]
    pub requests: bool,
    /// The severities that differ from those of the catalogue.
    pub severities: Severities,
    /// The name of the file, for help that names a command.
    pub file: Option<&'a str>,
}

impl Options<'_> {
    /// What is allowed beyond JSON.
    pub(crate) const fn syntax(&self) -> Syntax {
        Syntax {
            comments: self.comments,
        }
    }

    /// Whether the text holds whole requests.
    pub(crate) const fn are_requests(&self) -> bool {
        #[cfg(feature = "requests")]
        return self.requests;
        #[cfg(not(feature = "requests"))]
        false
    }
}

/// The severity of each rule: that of the catalogue unless it was set.
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
    /// Sets the severity of a rule; `None` silences it.
    pub fn set(&mut self, rule: Rule, severity: Option<Severity>) {
        self.0[rule as usize] = severity.map_or(Setting::Off, Setting::As);
    }

    /// Whether a rule speaks.
    pub(crate) fn is_on(&self, rule: Rule) -> bool {
        self.get(rule, rule.info().severity).is_some()
    }

    /// The severity of a rule whose severity by the catalogue is `default`; `None` when it is silenced, and for a rule that
    /// is off unless it is set.
    #[must_use]
    pub fn get(&self, rule: Rule, default: Severity) -> Option<Severity> {
        match self.0[rule as usize] {
            Setting::Catalogue => (!rule.info().opt_in).then_some(default),
            Setting::Off => None,
            Setting::As(severity) => Some(severity),
        }
    }
}
