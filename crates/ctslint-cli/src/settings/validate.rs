//! Holds a TOML table against the list of its keys.

use std::ops::Range;

use ctslint::suggest;
use globset::GlobBuilder;
use regex_syntax::Parser;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::hash::parse_hash;
use super::keys::{Key, Shape, known_fields, rules, severities};
use super::source::{Mistakes, Source};

/// The longest text: longer ones are no globs, patterns or messages that anybody wrote.
const LONGEST: usize = 4096;

/// Notes what is wrong with a table.
pub(super) fn table(table: &DeTable<'_>, keys: &'static [Key], source: &Source, mistakes: &mut Mistakes) {
    for (name, value) in table {
        match keys.iter().find(|key| key.name == name.get_ref().as_ref()) {
            Some(key) => {
                let name = format!("`{}`", key.name);
                Judge { source, mistakes }.value(&name, &key.shape, value);
            }
            None => {
                let names = || keys.iter().map(|key| key.name);
                let (label, help) = did_you_mean(name.get_ref(), names().collect());
                let message = format!("there is no key `{}`", name.get_ref());
                mistakes.add(name.span(), message, label, help);
            }
        }
    }
}

/// What to say beside a name that is none of these, and below it.
fn did_you_mean(name: &str, names: Vec<&str>) -> (String, Option<String>) {
    let near = suggest(name, names.iter().copied());
    if !near.is_empty() {
        return (format!("did you mean {}?", either(&near[..near.len().min(3)])), None);
    }
    let help = (names.len() <= 12).then(|| format!("write {}", either(&names)));
    (String::new(), help)
}

fn either(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match &quoted[..] {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

/// What a value is, with its article.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

struct Judge<'a> {
    source: &'a Source,
    mistakes: &'a mut Mistakes,
}

impl Judge<'_> {
    fn add(&mut self, range: Range<usize>, message: String, label: &str, help: Option<String>) {
        self.mistakes.add(range, message, label, help);
    }

    fn wrong_type(&mut self, name: &str, value: &Spanned<DeValue<'_>>, want: &str) {
        let message = format!("{name} must be {want}, not {}", kind(value.get_ref()));
        self.add(value.span(), message, "", None);
    }

    fn value(&mut self, name: &str, shape: &'static Shape, value: &Spanned<DeValue<'_>>) {
        match shape {
            Shape::Table(keys) => match value.get_ref() {
                DeValue::Table(inner) => self.table(name, inner, keys, value.span()),
                _ => self.wrong_type(name, value, "a table"),
            },
            Shape::Tables(keys, most) => match value.get_ref() {
                DeValue::Array(items) => {
                    self.count(name, items.len(), *most, value.span());
                    for item in items {
                        match item.get_ref() {
                            DeValue::Table(inner) => self.table(name, inner, keys, item.span()),
                            _ => self.wrong_type(name, item, "tables"),
                        }
                    }
                }
                _ => {
                    let message = format!("{name} must be a list of tables, not {}", kind(value.get_ref()));
                    let help = Some(format!("write `[[{}]]`", name.trim_matches('`')));
                    self.add(value.span(), message, "", help);
                }
            },
            Shape::List(shape, most) => match value.get_ref() {
                DeValue::Array(items) => {
                    self.count(name, items.len(), *most, value.span());
                    for item in items {
                        self.value(&format!("an item of {name}"), shape, item);
                    }
                }
                _ => self.value(name, shape, value),
            },
            Shape::Severities => match value.get_ref() {
                DeValue::Table(inner) => self.severities(inner),
                _ => self.wrong_type(name, value, "a table of rules and severities"),
            },
            Shape::Date => match value.get_ref() {
                DeValue::Datetime(date) if date.date.is_some() && date.time.is_none() && date.offset.is_none() => {}
                _ => {
                    let message = format!("{name} must be a date, not {}", kind(value.get_ref()));
                    self.add(
                        value.span(),
                        message,
                        "",
                        Some("write it without quotes: `2027-01-31`".into()),
                    );
                }
            },
            _ => match value.get_ref() {
                DeValue::String(text) => self.text(name, shape, text, value.span()),
                _ => self.wrong_type(name, value, "a string"),
            },
        }
    }

    fn table(&mut self, name: &str, inner: &DeTable<'_>, keys: &'static [Key], span: Range<usize>) {
        table(inner, keys, self.source, self.mistakes);
        for key in keys.iter().filter(|key| key.required) {
            if !inner.contains_key(key.name) {
                let message = format!("`{}` is missing from {name}", key.name);
                self.add(span.clone(), message, "", Some(format!("add `{} = …`", key.name)));
            }
        }
    }

    fn count(&mut self, name: &str, count: usize, most: usize, span: Range<usize>) {
        if count > most {
            let message = format!("{name} takes {most} entries at most, this has {count}");
            self.add(span, message, "", None);
        }
    }

    fn severities(&mut self, table: &DeTable<'_>) {
        for (rule, value) in table {
            if ctslint::Rule::from_name(rule.get_ref()).is_none() {
                let (label, _) = did_you_mean(rule.get_ref(), rules());
                let message = format!("there is no rule `{}`", rule.get_ref());
                self.add(rule.span(), message, &label, Some("`ctslint rules` lists them".into()));
            }
            let name = format!("`{}`", rule.get_ref());
            self.value(&name, &Shape::Choice("a severity", severities), value);
        }
    }

    fn text(&mut self, name: &str, shape: &Shape, text: &str, span: Range<usize>) {
        if text.len() > LONGEST {
            let message = format!("{name} takes {LONGEST} bytes at most, this has {}", text.len());
            return self.add(span.start..span.start, message, "", None);
        }
        match shape {
            Shape::Choice(what, names) => {
                let names = names();
                if !names.contains(&text) {
                    let (label, help) = did_you_mean(text, names);
                    self.add(span, format!("`{text}` is not {what}"), &label, help);
                }
            }
            Shape::Glob => self.glob(text, span),
            Shape::Path => {
                if let Some((message, help)) = odd_path(text) {
                    self.add(span, message, "", Some(help));
                } else if text.split('/').any(|step| step == "..") {
                    let message = "this leads out of the folder of the file, and matches nothing".to_owned();
                    self.add(span, message, "", Some("put it into a file further up".into()));
                }
            }
            Shape::Pointer => self.pointer(text, span),
            Shape::Field => self.field(text, span),
            Shape::Pattern => {
                if let Err(error) = Parser::new().parse(text) {
                    self.pattern(text, &error, span);
                }
            }
            Shape::Hash => {
                if parse_hash(text).is_none() {
                    let help = "leave it out, or let `ctslint baseline` write it".to_owned();
                    let message = format!("`{text}` is no hash of a value");
                    self.add(span, message, "`fnv1a:` and 16 hexadecimal digits", Some(help));
                }
            }
            _ => {
                if text.trim().is_empty() {
                    self.add(span, format!("{name} must not be empty"), "", None);
                }
            }
        }
    }

    fn pointer(&mut self, text: &str, span: Range<usize>) {
        if !text.is_empty() && !text.starts_with('/') {
            let message = format!("`{text}` is no JSON Pointer");
            return self.add(span, message, "", Some(format!("write `/{text}`")));
        }
        let is_odd = |at: &usize| !text[at + 1..].starts_with(['0', '1']);
        if let Some(at) = text.match_indices('~').map(|(at, _)| at).find(is_odd) {
            let start = string_offset(self.source.text(), &span, at);
            let message = format!("`{text}` is no JSON Pointer");
            let help = format!("write `{}~0{}`", &text[..at], &text[at + 1..]);
            self.add(
                start..start + 1,
                message,
                "a `~` in a name is `~0`, a `/` is `~1`",
                Some(help),
            );
        }
    }

    fn glob(&mut self, text: &str, span: Range<usize>) {
        if let Some((message, help)) = odd_path(text) {
            return self.add(span, message, "", Some(help));
        }
        if let Err(error) = GlobBuilder::new(text).literal_separator(true).build() {
            let reason = error.kind().to_string();
            self.add(span, format!("`{text}` is no glob"), reason.trim_end_matches('.'), None);
        }
    }

    fn field(&mut self, text: &str, span: Range<usize>) {
        let known = known_fields();
        let is_known = known.iter().any(|(_, pointer)| names_field(text, pointer));
        if is_known {
            return;
        }
        let mut names: Vec<&str> = match text.starts_with('/') {
            true => known.iter().map(|(_, pointer)| pointer.as_str()).collect(),
            false => known.iter().map(|(_, pointer)| last_step(pointer)).collect(),
        };
        names.sort_unstable();
        names.dedup();
        let (label, _) = did_you_mean(text, names);
        let message = format!("no document has a plain field `{text}`");
        let help = "name a field that holds a string, a number or a boolean: `bucket_name`, or `/obs_info/bucket_name`";
        self.add(span, message, &label, label.is_empty().then(|| help.into()));
    }

    fn pattern(&mut self, text: &str, error: &regex_syntax::Error, span: Range<usize>) {
        let (message, inside) = match error {
            regex_syntax::Error::Parse(error) => (error.kind().to_string(), error.span()),
            regex_syntax::Error::Translate(error) => (error.kind().to_string(), error.span()),
            // The enum may grow; then the whole pattern is at fault.
            _ => (
                error.to_string(),
                &regex_syntax::ast::Span::splat(regex_syntax::ast::Position::new(0, 1, 1)),
            ),
        };
        let start = string_offset(self.source.text(), &span, inside.start.offset);
        let end = string_offset(self.source.text(), &span, inside.end.offset.min(text.len()));
        let end = end.max(start + usize::from(start + 1 < span.end));
        pattern_mistake(self.mistakes, start..end, &message);
    }
}

/// Notes that a pattern can't be used.
pub(crate) fn pattern_mistake(mistakes: &mut Mistakes, range: Range<usize>, reason: &str) {
    mistakes.add(range, "this pattern is no regular expression".into(), reason, None);
}

/// Whether a field is meant by a name or a JSON Pointer.
pub(crate) fn names_field(meant: &str, pointer: &str) -> bool {
    meant
        == if meant.starts_with('/') {
            pointer
        } else {
            last_step(pointer)
        }
}

fn last_step(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

/// What is wrong with a path or glob that can match nothing, and what to write.
fn odd_path(text: &str) -> Option<(String, String)> {
    if text.is_empty() {
        return Some((
            "an empty path matches nothing".into(),
            "write `**` for everything".into(),
        ));
    }
    if let Some(rest) = text.strip_prefix("./") {
        return Some(("a path does not start with `./`".into(), format!("write `{rest}`")));
    }
    if text.starts_with('/') {
        let help = "paths are relative to the folder of this file".to_owned();
        return Some(("a path does not start with `/`".into(), help));
    }
    let is_none = |step: &&str| matches!(*step, "" | ".");
    if let Some(odd) = text.split('/').find(is_none).filter(|_| !text.ends_with('/')) {
        let message = match odd {
            "" => "a path has one `/` between two names",
            _ => "a path has no `.` among its names",
        };
        let kept: Vec<&str> = text.split('/').filter(|step| !is_none(step)).collect();
        let help = match &kept[..] {
            [] => "write `**` for everything".to_owned(),
            kept => format!("write `{}`", kept.join("/")),
        };
        return Some((message.into(), help));
    }
    let mut names = text.split('/').skip_while(|step| *step == "..");
    if names.any(|step| step == "..") {
        let help = "name the folder itself".to_owned();
        return Some(("a path has no `..` behind a name".into(), help));
    }
    if let Some(folder) = text.strip_suffix('/') {
        return Some((
            "a path does not end with `/`".into(),
            format!("for all that is in it, write `{folder}/**`"),
        ));
    }
    None
}

/// Where in the file a byte of a string's content stands: behind the quotes, and behind the escapes before it.
fn string_offset(text: &str, token: &Range<usize>, offset: usize) -> usize {
    let raw = text.get(token.clone()).unwrap_or_default();
    let quote = raw.chars().next().unwrap_or('"');
    let triple: String = [quote; 3].iter().collect();
    let is_triple = raw.len() >= 6 && raw.starts_with(&triple);
    let mut at = if is_triple { 3 } else { 1 };
    if is_triple {
        // A line break right behind the opening quotes is not part of the content.
        at += raw[at..].len()
            - raw[at..]
                .strip_prefix("\r\n")
                .or(raw[at..].strip_prefix('\n'))
                .unwrap_or(&raw[at..])
                .len();
    }
    let mut content = 0;
    while content < offset {
        let rest = &raw[at.min(raw.len())..];
        let Some(first) = rest.chars().next() else { break };
        let (raw_length, length) = if first == '\\' && quote == '"' {
            escape(rest)
        } else {
            (first.len_utf8(), first.len_utf8())
        };
        at += raw_length;
        content += length;
    }
    token.start + at.min(raw.len())
}

/// How many bytes an escape takes, and how many the character that it stands for.
fn escape(rest: &str) -> (usize, usize) {
    let digits = match rest.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        // A line break that does not count, with all white space after it.
        Some(b'\n' | b'\r' | b' ' | b'\t') => {
            return (rest.len() - rest[1..].trim_start().len(), 0);
        }
        _ => return (2, 1),
    };
    let code = rest
        .get(2..2 + digits)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    (2 + digits, code.and_then(char::from_u32).map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_into_the_string_as_it_is_written() {
        for (text, offset, expected) in [
            ("'ab['", 2, 3),
            (r#""a\\d[""#, 3, 5),
            (r#""\u00e9[""#, 2, 7),
            ("\"\"\"\nab[\"\"\"", 2, 6),
            ("'''ab['''", 2, 5),
            ("\"\"\"a\\\n   [\"\"\"", 1, 4),
            ("'ab'", 9, 4),
        ] {
            assert_eq!(string_offset(text, &(0..text.len()), offset), expected, "{text}");
        }
    }

    #[test]
    fn fields_go_by_name_or_pointer() {
        assert!(names_field("bucket_name", "/obs_info/bucket_name"));
        assert!(names_field("/bucket_name", "/bucket_name"));
        assert!(!names_field("/bucket_name", "/obs_info/bucket_name"));
    }
}
