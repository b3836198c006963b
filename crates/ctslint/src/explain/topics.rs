//! The reference by name: rules, documents, fields, error codes and status codes of the API, offline.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::markdown::{self, doc, place, provenance, short};
use super::names;
use crate::api::statuses::{HttpStatus, STATUSES};
use crate::api::{api_errors, documents};
use crate::messages::Language;
use crate::model::{Document, FieldRef, KnownForeignField, Rule};
use crate::text::suggest;

/// Something that can be explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// The name by which to ask for it.
    pub name: String,
    /// What kind of thing it is.
    pub kind: TopicKind,
    /// One line about it.
    pub summary: Cow<'static, str>,
}

/// The kinds of things that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TopicKind {
    /// A rule, such as `unknown-field`.
    Rule,
    /// A document, such as `v3-create-request` or `v3`.
    Document,
    /// All fields of a name, such as `bucket_name`.
    Name,
    /// A field, such as `v3:/obs_info/bucket_name`.
    Field,
    /// A name that is no field where it stands, such as `v1:/smn` or `v3:/status`.
    ForeignField,
    /// An error code of the API, such as `CTS.0231`; its case matters.
    ApiError,
    /// A status code of an answer, such as `HTTP 400`.
    HttpStatus,
}

/// What there is to say of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What it is about.
    pub topic: Topic,
    /// The text, in Markdown.
    pub text: String,
    /// The beginning of a text that is long, as that of a rule: why it is there, a case that it reports, and one that is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
}

#[derive(Clone, Copy)]
enum Subject {
    Rule(Rule),
    Document(&'static Document),
    Name(&'static str),
    Field(&'static Document, FieldRef),
    ForeignField(&'static Document, &'static KnownForeignField),
    Elsewhere(&'static Document, &'static str),
    ApiError(&'static crate::ApiError),
    HttpStatus(&'static HttpStatus),
}

impl Subject {
    fn all() -> impl Iterator<Item = Self> {
        let rules = Rule::ALL.iter().copied().map(Self::Rule);
        let each = || documents().iter().copied();
        let documents_ = each().map(Self::Document);
        let names = names::all_names().into_iter().map(Self::Name);
        let fields = each().flat_map(|document| document.fields().map(|id| Self::Field(document, id)));
        let foreign = each().flat_map(|document| {
            let foreign = document.foreign_fields.iter();
            let elsewhere = names::names_of_elsewhere(document).into_iter();
            foreign
                .map(|foreign_field| Self::ForeignField(document, foreign_field))
                .chain(elsewhere.map(|name| Self::Elsewhere(document, name)))
        });
        let errors = api_errors().iter().map(Self::ApiError);
        let statuses = STATUSES.iter().map(Self::HttpStatus);
        rules
            .chain(documents_)
            .chain(names)
            .chain(fields)
            .chain(foreign)
            .chain(errors)
            .chain(statuses)
    }

    fn topic(self, language: Language) -> Topic {
        let (kind, summary) = match self {
            Self::Rule(rule) => (TopicKind::Rule, rule.info().summary.text(language)),
            Self::Document(document) => (TopicKind::Document, document.title(language)),
            Self::Name(name) => (TopicKind::Name, names::summary(name, language)),
            Self::Field(_, id) => (TopicKind::Field, doc(id.row().field, language)),
            Self::ForeignField(_, it) => (TopicKind::ForeignField, provenance(it, language).into()),
            Self::Elsewhere(document, name) => (TopicKind::ForeignField, names::belongs(document, name, language)),
            Self::ApiError(error) => (TopicKind::ApiError, error.meaning.text(language)),
            Self::HttpStatus(status) => (TopicKind::HttpStatus, status.meaning.text(language)),
        };
        Topic {
            name: self.name(),
            kind,
            summary,
        }
    }

    fn name(self) -> String {
        match self {
            Self::Rule(rule) => rule.name().to_owned(),
            Self::Document(document) => document.name.to_owned(),
            Self::Name(name) => name.to_owned(),
            Self::Field(document, id) => place(document, id),
            Self::ForeignField(document, it) => names::place_of_foreign_field(document, it),
            Self::Elsewhere(document, name) => format!("{}:/{name}", short(document)),
            Self::ApiError(error) => error.code.to_owned(),
            Self::HttpStatus(status) => status.name.to_owned(),
        }
    }

    /// Whether the topic is asked for by this name. Documents have two, and status codes can be asked for by their digits.
    fn is_called(self, name: &str) -> bool {
        match self {
            Self::Rule(rule) => rule.name() == name,
            Self::Document(document) => document.name == name || document.short == Some(name),
            Self::Field(document, _) | Self::ForeignField(document, _) | Self::Elsewhere(document, _) => {
                name.split_once(':').is_some_and(|(of, pointer)| {
                    Self::Document(document).is_called(of) && self.name().ends_with(&format!(":{pointer}"))
                })
            }
            Self::HttpStatus(status) => name.strip_suffix(status.code()).is_some_and(|scheme| {
                let schemes = ["", "HTTP", "HTTP ", "HTTP/"];
                schemes.iter().any(|other| other.eq_ignore_ascii_case(scheme))
            }),
            Self::Name(of_fields) => of_fields == name,
            Self::ApiError(error) => error.code == name,
        }
    }

    fn text(self, language: Language) -> String {
        match self {
            Self::Rule(rule) => markdown::rule(rule, language),
            Self::Document(document) => markdown::document(document, language),
            Self::Name(name) => names::fields_of_name(name, language),
            Self::Field(document, id) => markdown::field(document, id, language),
            Self::ForeignField(document, it) => names::foreign_field(document, it, language),
            Self::Elsewhere(document, name) => names::name_of_elsewhere(document, name, language),
            Self::ApiError(error) => markdown::error(error, language),
            Self::HttpStatus(status) => markdown::status(status, language),
        }
    }

    /// The beginning of a text that is long.
    fn short(self, language: Language) -> Option<String> {
        match self {
            Self::Rule(rule) => markdown::rule_in_short(rule, language),
            _ => None,
        }
    }
}

/// Everything that can be explained: rules, documents, names of fields, fields and what is taken for them, error codes and status
/// codes of the API. The names are the same in every language.
///
/// ```
/// use ctslint::{Language, topics};
///
/// assert_eq!(topics(Language::De)[0].name, "invalid-json");
/// assert_eq!(topics(Language::De)[0].summary, "der Text ist kein JSON (RFC 8259)");
/// ```
#[must_use]
pub fn topics(language: Language) -> Vec<Topic> {
    Subject::all().map(|subject| subject.topic(language)).collect()
}

/// Explains a rule, a document, a field, an error code or a status code of the API; `None` when nothing has that name.
///
/// A field is named by its document and its JSON Pointer; a name alone stands for all fields of that name. The case of error codes
/// matters. What is quoted from the reference is English in every language.
///
/// ```
/// use ctslint::{Language, explain};
///
/// let explanation = explain("v3:/obs_info/bucket_name", Language::En).unwrap();
/// assert!(explanation.text.contains("3 to 63 characters"));
/// assert!(explain("bucket_name", Language::En).unwrap().text.contains("v1:/bucket_name"));
/// assert!(explain("v1:/smn", Language::En).unwrap().text.contains("Withdrawn"));
/// assert!(explain("400", Language::En).is_some());
/// assert!(explain("CTS.0231", Language::En).is_some());
/// assert_eq!(explain("cts.0231", Language::En), None);
/// ```
#[must_use]
pub fn explain(name: &str, language: Language) -> Option<Explanation> {
    let subject = Subject::all().find(|subject| subject.is_called(name))?;
    Some(Explanation {
        topic: subject.topic(language),
        text: subject.text(language),
        short: subject.short(language),
    })
}

/// The names of topics that may have been meant by a name, three at most.
///
/// ```
/// assert_eq!(ctslint::similar_topics("unkown-field"), ["unknown-field"]);
/// assert_eq!(ctslint::similar_topics("cts.0231"), ["CTS.0231"]);
/// assert_eq!(ctslint::similar_topics("compres_type"), ["compress_type"]);
/// assert_eq!(ctslint::similar_topics("0231"), ["CTS.0231"]);
/// assert_eq!(ctslint::similar_topics("obs_info.compress_type")[0], "v3:/obs_info/compress_type");
/// assert_eq!(ctslint::similar_topics("kms")[0], "kms_id");
/// ```
#[must_use]
pub fn similar_topics(name: &str) -> Vec<String> {
    let topics: Vec<String> = Subject::all().map(Subject::name).collect();
    let names = || topics.iter().map(String::as_str);
    let (of, pointer) = name.split_once(':').unwrap_or(("", name));
    // Paths are also written with periods.
    let end = format!("/{}", pointer.trim_start_matches('/').replace('.', "/"));
    let mut similar: Vec<&str> = names().filter(|other| other.ends_with(&end)).collect();
    // Of fields of the same name, those of the document that was named, then those of requests.
    similar.sort_by_key(|other| (!other.starts_with(&format!("{of}:")), other.contains('-')));
    if similar.is_empty() && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        // The digits of an error code.
        let end = format!(".{name}");
        similar = names().filter(|other| other.ends_with(&end)).collect();
    }
    if similar.is_empty() {
        // A word of a name: those with the fewest words first.
        let words = |other: &'_ str| {
            other
                .split(['-', '_', '.', ' '])
                .map(str::to_ascii_lowercase)
                .collect::<Vec<_>>()
        };
        let word = name.to_ascii_lowercase();
        similar = names()
            .filter(|other| !other.contains('/') && words(other).contains(&word))
            .collect();
        similar.sort_by_key(|other| words(other).len());
    }
    if similar.is_empty() {
        similar = suggest(name, names());
    }
    if similar.is_empty() {
        // A misspelt field: its name alone says more than the whole pointer.
        let last = |name: &str| name.rsplit(['/', ':']).next().unwrap_or_default().to_owned();
        let fields: Vec<(&str, String)> = names().filter(|it| it.contains('/')).map(|it| (it, last(it))).collect();
        let names: BTreeSet<&str> = fields.iter().map(|(_, name)| name.as_str()).collect();
        let near = suggest(&last(name), names);
        let is_near = |(_, name): &&(&str, String)| near.contains(&name.as_str());
        similar = fields.iter().filter(is_near).map(|(field, _)| *field).collect();
        similar.sort_by_key(|other| (!other.starts_with(&format!("{of}:")), other.contains('-')));
    }
    similar.truncate(3);
    similar.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_is_explained_by_its_name() {
        let topics = topics(Language::En);
        for topic in &topics {
            let explanation = explain(&topic.name, Language::En).expect("it is listed");
            assert_eq!(explanation.topic, *topic);
            assert!(
                explanation.text.starts_with(&format!("# {}\n", topic.name)),
                "{}",
                topic.name
            );
            assert!(
                explanation.text.ends_with('\n') && !explanation.text.ends_with("\n\n"),
                "{}",
                topic.name
            );
        }
        assert!(topics.len() > 120, "{}", topics.len());
    }

    #[test]
    fn full_and_short_names_of_documents_mean_the_same() {
        let explain = |name| explain(name, Language::En);
        let short = explain("v3:/obs_info/bucket_name");
        assert!(short.is_some());
        assert_eq!(explain("v3-create-request:/obs_info/bucket_name"), short);
        assert_eq!(explain("v1"), explain("v1-create-request"));
    }

    #[test]
    fn similar_names_are_found() {
        assert_eq!(similar_topics("v3:/obs_info/bucket_nmae"), ["v3:/obs_info/bucket_name"]);
        assert_eq!(similar_topics("v3:/obs_info/buket_name")[0], "v3:/obs_info/bucket_name");
        assert_eq!(similar_topics("bucket_nmae"), ["bucket_name"]);
        assert_eq!(similar_topics("v1:smn"), ["v1:/smn", "v3:/smn", "v1-update:/smn"]);
        assert_eq!(similar_topics("agency_nam"), ["agency_name"]);
        assert_eq!(similar_topics("CTS.0007"), ["cts.0007"]);
        assert_eq!(similar_topics("0012"), ["CTS.0012", "cts.0012"]);
        assert_eq!(similar_topics("nothing of the sort"), [""; 0]);
    }

    fn text(name: &str) -> String {
        let explanation = explain(name, Language::En);
        explanation.unwrap_or_else(|| panic!("{name} is not explained")).text
    }

    /// What people ask for who have a name out of a body, an answer or a log.
    #[test]
    fn names_that_are_no_fields_are_explained() {
        for (name, part) in [
            ("smn", "POST /v3/{project_id}/notifications"),
            ("v1:/smn", "Withdrawn from the API."),
            (
                "agency_name",
                "A field of Huawei Cloud's own v3, which Open Telekom Cloud does not document.",
            ),
            ("v3:/agency_name", "send the body to Huawei Cloud"),
            ("v3:/status", "It belongs at: `v3-update:/status`"),
            ("v3:/id", "A field of the answer."),
            ("v3:/bucket_name", "It belongs at: `v3:/obs_info/bucket_name`"),
            (
                "v3:/log_file_validate",
                "What does the same here: `v3:/is_support_validate`",
            ),
            ("v1:/is_lts_enabled", "It belongs at: `v1:/lts/is_lts_enabled`"),
            ("v3:/obs_info/bucket_lifecycle", "A field of Huawei Cloud's own v3"),
            ("v3-create-request:/lts", "It belongs at: "),
            ("enterprise_project_id", "no page describes it"),
        ] {
            assert!(text(name).contains(part), "{name}: {}", text(name));
        }
    }

    #[test]
    fn the_fields_of_a_name_are_told_once() {
        let text = text("bucket_name");
        for place in [
            "v1:/bucket_name",
            "v3:/obs_info/bucket_name",
            "v1-query-response:/bucket_name",
        ] {
            assert!(text.contains(place), "{place}: {text}");
        }
        for once in [
            "- 3 to 63 characters\n",
            "The OBS bucket to which traces are transferred.",
            "`CTS.0231`",
        ] {
            assert_eq!(text.matches(once).count(), 1, "{once}: {text}");
        }
    }

    #[test]
    fn status_codes_have_the_words_of_the_pages() {
        for name in ["400", "HTTP 400", "http 400", "HTTP/400"] {
            let text = text(name);
            assert!(text.starts_with("# HTTP 400\n"), "{text}");
            assert!(text.contains(
                "> The server failed to process the request.\n>\n> — Creating a Tracker v1; Creating a Tracker v3"
            ));
        }
        for name in ["200", "201", "401", "403", "404", "500", "503"] {
            assert!(text(name).contains("\n> "), "{name}");
        }
        for name in ["HTTP", "4000", "99", "ähttp 400"] {
            assert_eq!(explain(name, Language::En), None, "{name}");
        }
    }

    /// A rule's beginning has one case that it reports and one that is right, and is a part of the whole.
    #[test]
    fn rules_have_a_beginning() {
        for rule in Rule::ALL {
            let explanation = explain(rule.name(), Language::En).expect("a rule");
            let Some(short) = explanation.short else {
                assert!(explanation.text.matches("\n## ").count() <= 2, "{}", rule.name());
                continue;
            };
            assert!(short.len() < explanation.text.len(), "{}", rule.name());
            assert!(short.contains(&format!("[{}]", rule.name())), "{short}");
            let is_right = |part: &str| part.contains("nothing found") || part.contains("\nAfter the ");
            let cases = short.matches("\n## ").count();
            assert!(cases == 2 || (cases == 1 && is_right(&short)), "{short}");
            assert!(
                short.ends_with("```\n") && short.matches("```").count() % 2 == 0,
                "{short}"
            );
        }
    }
}
