//! The reference by name: rules, documents, fields and error codes of the API, offline.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::markdown::{self, doc};
use crate::api::{api_errors, documents};
use crate::messages::Language;
use crate::model::{Document, FieldRef, Rule};
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
    /// A field, such as `v3:/obs_info/bucket_name`.
    Field,
    /// An error code of the API, such as `CTS.0231`; its case matters.
    ApiError,
}

/// What there is to say of a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What it is about.
    pub topic: Topic,
    /// The text, in Markdown.
    pub text: String,
}

#[derive(Clone, Copy)]
enum Subject {
    Rule(Rule),
    Document(&'static Document),
    Field(&'static Document, FieldRef),
    ApiError(&'static crate::ApiError),
}

impl Subject {
    fn all() -> impl Iterator<Item = Self> {
        let rules = Rule::ALL.iter().copied().map(Self::Rule);
        let documents_ = documents().iter().copied().map(Self::Document);
        let fields = documents()
            .iter()
            .flat_map(|document| document.fields().map(|id| Self::Field(document, id)));
        let errors = api_errors().iter().map(Self::ApiError);
        rules.chain(documents_).chain(fields).chain(errors)
    }

    fn topic(self, language: Language) -> Topic {
        let (kind, summary) = match self {
            Self::Rule(rule) => (TopicKind::Rule, rule.info().summary.text(language)),
            Self::Document(document) => (TopicKind::Document, document.title(language)),
            Self::Field(_, id) => (TopicKind::Field, doc(id.row().field, language)),
            Self::ApiError(error) => (TopicKind::ApiError, error.meaning.text(language)),
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
            Self::Field(document, id) => format!("{}:{}", short(document), id.pointer()),
            Self::ApiError(error) => error.code.to_owned(),
        }
    }

    /// Whether the topic is asked for by this name; documents have two.
    fn is_called(self, name: &str) -> bool {
        match self {
            Self::Rule(rule) => rule.name() == name,
            Self::Document(document) => document.name == name || document.short == Some(name),
            Self::Field(document, id) => name
                .split_once(':')
                .is_some_and(|(of, pointer)| Self::Document(document).is_called(of) && id.pointer() == pointer),
            Self::ApiError(error) => error.code == name,
        }
    }

    fn text(self, language: Language) -> String {
        match self {
            Self::Rule(rule) => markdown::rule(rule, language),
            Self::Document(document) => markdown::document(document, language),
            Self::Field(document, id) => markdown::field(document, id, language),
            Self::ApiError(error) => markdown::error(error, language),
        }
    }
}

fn short(document: &Document) -> &'static str {
    document.short.unwrap_or(document.name)
}

/// Everything that can be explained: rules, documents, fields, error codes of the API. The names are the same in every
/// language.
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

/// Explains a rule, a document, a field or an error code of the API; `None` when nothing has that name.
///
/// A field is named by its document and its JSON Pointer. The case of error codes matters. What is quoted from the reference
/// and the examples of rules are English in every language.
///
/// ```
/// use ctslint::{Language, explain};
///
/// let explanation = explain("v3:/obs_info/bucket_name", Language::En).unwrap();
/// assert!(explanation.text.contains("3 to 63 characters"));
/// assert!(explain("CTS.0231", Language::En).is_some());
/// assert_eq!(explain("cts.0231", Language::En), None);
/// ```
#[must_use]
pub fn explain(name: &str, language: Language) -> Option<Explanation> {
    let subject = Subject::all().find(|subject| subject.is_called(name))?;
    Some(Explanation {
        topic: subject.topic(language),
        text: subject.text(language),
    })
}

/// The names of topics that may have been meant by a name, three at most.
///
/// ```
/// assert_eq!(ctslint::similar_topics("unkown-field"), ["unknown-field"]);
/// assert_eq!(ctslint::similar_topics("cts.0231"), ["CTS.0231"]);
/// assert_eq!(ctslint::similar_topics("compress_type"), [
///     "v3:/obs_info/compress_type",
///     "v3-create-response:/obs_info/compress_type",
///     "v3-update:/obs_info/compress_type",
/// ]);
/// ```
#[must_use]
pub fn similar_topics(name: &str) -> Vec<String> {
    let topics: Vec<String> = Subject::all().map(Subject::name).collect();
    let names = || topics.iter().map(String::as_str);
    let (of, pointer) = name.split_once(':').unwrap_or(("", name));
    let end = format!("/{}", pointer.trim_start_matches('/'));
    let mut similar: Vec<&str> = names().filter(|other| other.ends_with(&end)).collect();
    // Of fields of the same name, those of the document that was named, then those of requests.
    similar.sort_by_key(|other| (!other.starts_with(&format!("{of}:")), other.contains('-')));
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
        assert_eq!(similar_topics("v3:/bucket_name")[0], "v3:/obs_info/bucket_name");
        assert_eq!(similar_topics("bucket_nmae")[0], "v1:/bucket_name");
        assert_eq!(similar_topics("v3:/obs_info/buket_name")[0], "v3:/obs_info/bucket_name");
        assert_eq!(similar_topics("CTS.0007"), ["cts.0007"]);
        assert_eq!(similar_topics("nothing of the sort"), [""; 0]);
    }
}
