//! The language of a run: that of `--lang`, or for people that of the environment.

use std::env;
use std::sync::OnceLock;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use ctslint::Language;

/// What says the language of messages, the first that is set and not empty, as POSIX has it.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The languages of this process. It speaks in many places, and in one language.
static CHOSEN: OnceLock<Chosen> = OnceLock::new();

#[derive(Clone, Copy, Default)]
struct Chosen {
    for_people: Language,
    for_machines: Language,
}

/// Parses the name of a language.
pub(crate) fn parser() -> impl TypedValueParser<Value = Language> {
    let names = Language::ALL.iter().map(|language| language.name());
    PossibleValuesParser::new(names)
        .try_map(|name| Language::from_name(&name).ok_or_else(|| format!("there is no language `{name}`")))
}

/// Chooses the languages of this process, once: what `--lang` names, or else the one of the environment for what people read, and
/// English for what machines do.
pub(crate) fn choose(named: Option<Language>) {
    CHOSEN.get_or_init(|| match named {
        Some(language) => Chosen {
            for_people: language,
            for_machines: language,
        },
        None => Chosen {
            for_people: of_environment(|name| env::var(name).ok()),
            ..Chosen::default()
        },
    });
}

/// The language of what people read; English as long as none was chosen.
pub(crate) fn for_people() -> Language {
    CHOSEN.get().copied().unwrap_or_default().for_people
}

/// The language of texts in what machines read, which is English unless one was named.
pub(crate) fn for_machines() -> Language {
    CHOSEN.get().copied().unwrap_or_default().for_machines
}

fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    let locale = VARIABLES
        .into_iter()
        .filter_map(variable)
        .find(|locale| !locale.is_empty());
    locale.map_or(Language::En, |locale| of_locale(&locale))
}

/// The language of a locale such as `de_DE.UTF-8`. English where it is none of ours, or where its encoding is another than that
/// of the texts. Readers of traditional characters are not given simplified ones unless they ask for them.
fn of_locale(locale: &str) -> Language {
    let (locale, _) = locale.split_once('@').unwrap_or((locale, ""));
    let (name, encoding) = locale.split_once('.').unwrap_or((locale, "UTF-8"));
    let is_utf8 = ["UTF-8", "UTF8"].iter().any(|utf8| encoding.eq_ignore_ascii_case(utf8));
    let mut parts = name.split(['_', '-']);
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_traditional = |part: &str| {
        ["TW", "HK", "MO", "Hant"]
            .iter()
            .any(|it| part.eq_ignore_ascii_case(it))
    };
    if !is_utf8 || language == "zh" && parts.any(is_traditional) {
        return Language::En;
    }
    Language::from_name(&language).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People get their language, and everybody else English.
    #[test]
    fn locales_name_languages() {
        for (locale, language) in [
            ("de", Language::De),
            ("de_DE.UTF-8", Language::De),
            ("de_CH.utf8@euro", Language::De),
            ("DE-AT", Language::De),
            ("zh_CN.UTF-8", Language::Zh),
            ("zh_SG", Language::Zh),
            ("zh-Hans-CN", Language::Zh),
            ("zh_TW.UTF-8", Language::En),
            ("zh_HK", Language::En),
            ("zh-Hant-TW", Language::En),
            ("zh_CN.GB18030", Language::En),
            ("de_DE.ISO-8859-1", Language::En),
            ("en_GB.UTF-8", Language::En),
            ("fr_FR.UTF-8", Language::En),
            ("C", Language::En),
            ("C.UTF-8", Language::En),
            ("POSIX", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(of_locale(locale), language, "{locale}");
        }
    }

    /// The first variable that says something decides, even if that is no language of ours.
    #[test]
    fn variables_have_their_order() {
        let of = |given: &[(&str, &str)]| {
            of_environment(|name| {
                given
                    .iter()
                    .find(|(its, _)| *its == name)
                    .map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), Language::En);
        assert_eq!(of(&[("LANG", "de_DE.UTF-8")]), Language::De);
        assert_eq!(
            of(&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "zh_CN.UTF-8")]),
            Language::Zh
        );
        assert_eq!(of(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")]), Language::En);
        assert_eq!(of(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "")]), Language::De);
    }
}
