//! `--format human`: for people.

use std::collections::HashSet;
use std::io::Write;

use annotate_snippets::Level;
use anstyle::{AnsiColor, Effects, Style};
use ctslint::{DetectionKind, Language, MessageId, Rule, Safety, Severity, WordedFinding, WordedFix};

use super::links;
use super::report::{Checked, View, reasons};
use crate::messages::Message;
use crate::terminal::excerpt::{Excerpt, Mark, Text};
use crate::terminal::padded;
use crate::wording;

/// How many other places are shown with a finding.
const MOST_RELATED: usize = 8;

/// How much room there is for what to do, before it is said whether that can be done by itself.
const HELP_WIDTH: usize = 64;

/// Writes the findings of a file.
pub(crate) fn file(file: &Checked<'_>, view: &View, out: &mut dyn Write) {
    let mut writer = Writer {
        text: Text::new(file.text),
        path: file.path,
        color: view.color,
        language: view.language,
        address: view.links.then(|| file.base.address(file.file)),
        document: document(file, view.language),
        said: HashSet::new(),
        out,
    };
    let mut remarks = 0;
    file.each(view.language, |finding| match is_remark(finding) {
        _ if !view.shows(finding) => {}
        true => remarks += 1,
        false => writer.finding(finding, true),
    });
    if remarks > 0 {
        file.each(view.language, |finding| {
            if view.shows(finding) && is_remark(finding) {
                writer.finding(finding, false);
            }
        });
    }
}

/// The style of a severity.
pub(super) fn severity_style(severity: Severity, color: bool) -> Style {
    let of = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::BrightYellow,
        Severity::Info => AnsiColor::BrightCyan,
    };
    if color {
        of.on_default().effects(Effects::BOLD)
    } else {
        Style::new()
    }
}

/// Something worth knowing about the body as a whole: no place in it would tell more.
fn is_remark(finding: &WordedFinding) -> bool {
    finding.severity == Severity::Info && finding.path.as_deref() == Some("")
}

/// Writes the findings of a file.
struct Writer<'a> {
    text: Text<'a>,
    path: &'a str,
    color: bool,
    language: Language,
    /// Where the path leads, where names are links.
    address: Option<String>,
    /// What the file was taken for; said with its first finding.
    document: Option<String>,
    /// What was said before: the second finding of a rule does not repeat the reasons of the first.
    said: HashSet<(Rule, String)>,
    out: &'a mut dyn Write,
}

impl Writer<'_> {
    /// Writes a finding, with an excerpt where there is a text to take it from.
    fn finding(&mut self, finding: &WordedFinding, shows_lines: bool) {
        let related = finding.related.iter().filter_map(|it| Some((&it.message, it.span?)));
        let mut marks = Vec::new();
        let mut unshown = 0;
        if let (Some(span), true) = (finding.span, shows_lines) {
            marks.push(Mark {
                span,
                label: finding.label.as_deref().unwrap_or_default(),
                primary: true,
            });
            unshown = related.clone().count().saturating_sub(MOST_RELATED);
            marks.extend(related.take(MOST_RELATED).map(|(label, span)| Mark {
                span,
                label,
                primary: false,
            }));
        }
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let level = level.with_name(wording::severity(finding.severity, self.language));
        let excerpt = Excerpt {
            level,
            id: Some(finding.rule.name()),
            links: (self.address.as_ref()).map(|address| (links::rule(finding.rule), address.clone())),
            title: &finding.message,
            path: self.path,
            marks: &marks,
            at: finding.span.map(|span| span.start),
            remarks: &self.remarks(finding, unshown),
            fix: finding
                .fix
                .as_ref()
                .map(|fix| (self.help(finding, fix), &fix.edits[..])),
        };
        let drawn = excerpt.draw(&self.text, self.color);
        // Writing to memory can't fail.
        let _ = writeln!(self.out, "{drawn}");
    }

    /// What is said below the excerpt: why, by which authority, with which consequence, and what to do.
    fn remarks(&mut self, finding: &WordedFinding, unshown: usize) -> Vec<(Level<'static>, String)> {
        let language = self.language;
        let named = |level: Level<'static>, name: Message<'_>| level.with_name(name.worded(language));
        let more = (unshown > 0).then(|| Message::MorePlaces { count: unshown }.worded(self.language));
        let reasons = reasons(finding, language).filter(|reason| self.said.insert((finding.rule, reason.clone())));
        let notes = more
            .into_iter()
            .chain(reasons)
            .map(|note| (named(Level::NOTE, Message::Note), note));
        let help = finding.help.iter().filter(|_| finding.fix.is_none());
        let document = self.document.take();
        let document = document.map(|document| (named(Level::NOTE, Message::Document), document));
        notes
            .chain(help.map(|help| (named(Level::HELP, Message::Help), help.to_string())))
            .chain(document)
            .collect()
    }

    /// What a fix does, and how far it can be trusted.
    fn help(&self, finding: &WordedFinding, fix: &WordedFix) -> String {
        let help = finding.help.as_ref().unwrap_or(&fix.title);
        let safety = match fix.safety {
            Safety::Safe => MessageId::SafetySafe,
            Safety::Unsafe => MessageId::SafetyUnsafe,
        };
        let safety = &safety.text(self.language);
        let fix = Message::FixIs { safety }.worded(self.language);
        format!("{}  {fix}", padded(help, HELP_WIDTH))
    }
}

/// What a file was taken for, and why, if nobody named it.
fn document(file: &Checked<'_>, language: Language) -> Option<String> {
    let document = file.found.document?.name();
    let reason = &file.found.reason.worded(language);
    let is_told = file.found.detection.kind != DetectionKind::Named;
    is_told.then(|| Message::TakenFor { document, reason }.worded(language))
}
