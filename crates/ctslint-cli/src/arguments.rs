//! Arguments that several subcommands take.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use ctslint::{Document, Language, Provider, TranslateTo};

use crate::language;

/// A document as it was named. A short name, such as `v3`, means that of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DocumentName {
    document: &'static Document,
    is_short: bool,
}

impl DocumentName {
    /// The document with this name or short name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let document = Document::from_name(name)?;
        let is_short = document.short_name() == Some(name) && document.provider() == Some(Provider::default());
        Some(Self { document, is_short })
    }

    /// The document that the name means where this provider is chosen.
    pub(crate) fn of(self, provider: Provider) -> &'static Document {
        match self.is_short {
            true => self.document.of_provider(provider),
            false => self.document,
        }
    }
}

/// What files are, as the command line says.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(crate) struct Named {
    /// What the files are [default: told from the content of each]
    ///
    /// A file that is named is checked as that in any case; of those in folders, only the bodies of trackers are.
    #[arg(long = "as", value_name = "DOCUMENT", value_parser = document_parser())]
    pub(crate) document: Option<DocumentName>,

    /// Whose v3 is meant, by the content and by short names [default: otc, or what the configuration says]
    ///
    /// Of whole requests, the host tells it where neither this option nor an override does.
    #[arg(long, value_name = "PROVIDER", value_parser = provider_parser())]
    pub(crate) provider: Option<Provider>,
}

/// Parses the name of a provider.
pub(crate) fn provider_parser() -> impl TypedValueParser<Value = Provider> {
    let names = Provider::ALL.iter().map(|provider| provider.name());
    PossibleValuesParser::new(names)
        .try_map(|name| Provider::from_name(&name).ok_or_else(|| format!("there is no provider `{name}`")))
}

/// Parses the name of a request that something becomes.
pub(crate) fn to_parser() -> impl TypedValueParser<Value = TranslateTo> {
    let names = TranslateTo::ALL.iter().map(|to| to.name());
    PossibleValuesParser::new(names)
        .try_map(|name| TranslateTo::from_name(&name).ok_or_else(|| format!("there is no request `{name}`")))
}

/// Parses the name or short name of a document; for a mistyped one, clap suggests the nearest.
pub(crate) fn document_parser() -> impl TypedValueParser<Value = DocumentName> {
    let documents = ctslint::documents().iter();
    let names = documents.clone().map(|document| document.name());
    let short_names = documents.filter_map(|document| document.short_name());
    PossibleValuesParser::new(names.chain(short_names))
        .try_map(|name| DocumentName::from_name(&name).ok_or_else(|| format!("there is no document `{name}`")))
}

/// How a list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table for people.
    Human,
    /// One JSON document.
    Json,
}

impl ListFormat {
    /// The language of its texts.
    pub(crate) fn language(self) -> Language {
        match self {
            Self::Human => language::for_people(),
            Self::Json => language::for_machines(),
        }
    }
}
