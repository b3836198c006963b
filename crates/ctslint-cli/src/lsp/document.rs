//! A document that is open in the editor: its text, what applies to it, and what was found in it.

use std::ops::Range;
use std::path::{Path, PathBuf};

use ctslint::{Document as Kind, Node, Options, Report, Safety};
use gen_lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem};

use super::text::{Encoding, Text};
use super::uri;
use crate::arguments::Named;
use crate::input::files::Input;
use crate::project::accept;
use crate::project::suppress::{EntryKey, is_suppressible};
use crate::project::{Lookup, Project, Settings};
use crate::run;

/// The largest text that is checked while it is edited, in bytes.
const LARGEST: usize = 20_000_000;

/// The same for people, in millions of bytes.
pub(super) const LARGEST_SHOWN: usize = LARGEST / 1_000_000;

/// An open document.
pub(super) struct Document {
    pub(super) uri: String,
    pub(super) version: i32,
    pub(super) text: Text,
    /// Its path, if it is a file.
    pub(super) path: Option<PathBuf>,
    /// By its name, or by what the editor calls its language.
    input: Input,
    /// Its settings, or why they can't be used.
    project: Result<Project, String>,
    /// What was found, until the text changes.
    report: Option<Report>,
    /// Whether the editor has the diagnostics of this text.
    pub(super) is_told: bool,
}

/// What is to be said of a document.
pub(super) enum State<'d> {
    /// Nothing: it is not of CTS, or the configuration leaves it out.
    Ignored,
    /// That it is not checked because of its size.
    TooLarge,
    /// That it is not checked because its settings can't be used.
    Unusable(&'d str),
    /// What was found.
    Checked(&'d Report),
}

/// A body in a document.
pub(super) struct Body {
    /// What it is, or what it is going to be.
    pub(super) document: &'static Kind,
    /// Its bytes.
    pub(super) extent: Range<u32>,
    /// Its values.
    pub(super) nodes: Vec<Node>,
}

impl Document {
    pub(super) fn open(item: TextDocumentItem, encoding: Encoding, lookup: &Lookup) -> Self {
        let uri = item.uri.0;
        let path = uri::path_of(&uri);
        let mut name = path.clone().unwrap_or_else(|| PathBuf::from(uri::name_of(&uri)));
        let language = String::from(item.language_id);
        if !Input::has_known_ending(&name) && matches!(&*language, "jsonc" | "http" | "rest") {
            name.as_mut_os_string().push(format!(".{language}"));
        }
        let mut document = Self {
            uri,
            version: item.version,
            text: Text::new(item.text, encoding),
            path,
            input: Input::found(name),
            project: Ok(Project::default()),
            report: None,
            is_told: false,
        };
        document.look_up(lookup);
        document
    }

    /// Reads the settings that apply to it.
    pub(super) fn look_up(&mut self, lookup: &Lookup) {
        let files = self.path.iter().map(PathBuf::as_path);
        self.project = Project::find(lookup, true, files).map_err(|failure| {
            let text = failure.to_string();
            let mistakes = text.lines().filter_map(|line| line.strip_prefix("error: "));
            let lines: Vec<&str> = text.lines().take(1).chain(mistakes).collect();
            lines.join("\n")
        });
        self.changed();
    }

    /// Takes changes of the text, in their order.
    pub(super) fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        self.version = version;
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(change) => {
                    self.text.replace(change.range, &change.text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(change) => {
                    self.text = Text::new(change.text, encoding);
                }
            }
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.report = None;
        self.is_told = false;
    }

    /// What is to be said of it.
    pub(super) fn state(&mut self) -> State<'_> {
        if !self.is_wanted() {
            return State::Ignored;
        }
        if self.text.as_str().len() > LARGEST {
            return State::TooLarge;
        }
        if self.report.is_none() {
            self.report = Some(self.check(self.text.as_str().as_bytes()));
        }
        let is_ours = |report: &&Report| !report.reason.is_foreign() || self.input.is_of_cts();
        match (self.report.as_ref().filter(is_ours), &self.project) {
            (None, _) => State::Ignored,
            (_, Err(problem)) => State::Unusable(problem),
            (Some(report), Ok(_)) => State::Checked(report),
        }
    }

    /// The bodies in it, each with its values; none where nothing is to be said of it.
    pub(super) fn bodies(&mut self) -> Vec<Body> {
        if !matches!(self.state(), State::Checked(_)) {
            return Vec::new();
        }
        let options = self.all_options();
        let expected = self.input.is_of_cts().then(|| {
            let provider = options.provider.unwrap_or(options.assumed_provider);
            Some(Kind::from_name("v3")?.of_provider(provider))
        });
        let body = |body: &ctslint::BodyValues<'_>| {
            Some(Body {
                document: body.document().or(expected.flatten())?,
                extent: body.extent(),
                nodes: body.outline(),
            })
        };
        let (_, bodies) = ctslint::check_with(self.text.as_str(), &options, |_, values| {
            values.bodies().filter_map(body).collect()
        });
        bodies
    }

    /// The body at an offset in bytes.
    pub(super) fn body_at(&mut self, offset: usize) -> Option<Body> {
        let mut bodies = self.bodies().into_iter();
        bodies.find(|body| (body.extent.start as usize..=body.extent.end as usize).contains(&offset))
    }

    /// The text after all safe fixes; `None` where there is nothing to fix.
    pub(super) fn fixed(&self) -> Option<String> {
        let text = self.text.as_str().as_bytes();
        ctslint::fix_all_with(text, Safety::Safe, |text| self.check(text)).text
    }

    /// Which entries of which file accept a finding; `None` where it can't be accepted. `here` is where that file is made if no
    /// folder around the document has one.
    pub(super) fn acceptance(
        &self,
        finding: &ctslint::Finding,
        here: Option<&Path>,
    ) -> Option<(PathBuf, Vec<EntryKey>)> {
        let path = self.path.as_deref().filter(|_| is_suppressible(finding.rule))?;
        let settings = self.settings();
        let target = accept::target(settings.as_ref(), path, here.or(path.parent())?);
        let entries = accept::entries(&target, path, self.text.as_str(), &self.all_options(), &[finding]);
        Some((target, entries))
    }

    /// Whether comments are allowed in it.
    pub(super) fn comments(&self) -> bool {
        self.input.comments()
    }

    /// Whether whole requests stand in it.
    pub(super) fn requests(&self) -> bool {
        self.input.requests()
    }

    fn settings(&self) -> Option<Settings<'_>> {
        self.project.as_ref().ok()?.settings(self.path.as_deref()?)
    }

    fn is_wanted(&self) -> bool {
        match (&self.project, &self.path) {
            (Ok(project), Some(path)) => project.wants(path),
            _ => true,
        }
    }

    fn options(&self) -> Options {
        run::options(&self.input, Named::default(), self.settings().as_ref())
    }

    fn all_options(&self) -> Options {
        let options = self.options();
        match self.settings() {
            Some(settings) => settings.options(&options),
            None => options,
        }
    }

    fn check(&self, text: &[u8]) -> Report {
        match self.settings() {
            Some(settings) => settings.report(text, &self.options()),
            None => ctslint::check(text, &self.options()),
        }
    }
}
