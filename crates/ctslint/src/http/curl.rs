//! Curl commands in `.http` files, as the REST Client of Visual Studio Code sends them and as API references print them.
//!
//! Words are split and unquoted as a POSIX shell does it. Variables of the shell have no known value.

use std::borrow::Cow;

use super::mapped::Mapped;
use super::request::{Body, Request};
use super::variables::Variables;
use crate::diagnostics::SourceMap;
use crate::json::Range;

/// The longest command in `$(…)` that is looked for, in characters.
const MAX_COMMAND: usize = 128;

/// What an option means.
#[derive(Clone, Copy, PartialEq)]
enum Meaning {
    Method,
    Header,
    Data,
    RawData,
    Json,
    Upload,
    Url,
    /// `-G`: the data is sent in the query.
    Get,
    /// `-I`: the method is `HEAD`.
    Head,
    /// Takes a value that does not matter here.
    Value,
    /// Takes no value.
    Flag,
}

/// The options with one letter that take a value that does not matter here.
const WITH_VALUE: &str = "AbcCDeEFhKmoPQrtuUwxyYz";

/// The long options that take a value that does not matter here.
const LONG_WITH_VALUE: &[&str] = &[
    "aws-sigv4",
    "cacert",
    "capath",
    "cert",
    "ciphers",
    "config",
    "connect-timeout",
    "connect-to",
    "cookie",
    "cookie-jar",
    "dump-header",
    "form",
    "form-string",
    "interface",
    "key",
    "limit-rate",
    "max-redirs",
    "max-time",
    "noproxy",
    "oauth2-bearer",
    "output",
    "proxy",
    "proxy-user",
    "range",
    "referer",
    "resolve",
    "retry",
    "retry-delay",
    "retry-max-time",
    "trace",
    "trace-ascii",
    "unix-socket",
    "user",
    "user-agent",
    "write-out",
];

fn short_option(letter: char) -> Meaning {
    match letter {
        'X' => Meaning::Method,
        'H' => Meaning::Header,
        'd' => Meaning::Data,
        'T' => Meaning::Upload,
        'G' => Meaning::Get,
        'I' => Meaning::Head,
        _ if WITH_VALUE.contains(letter) => Meaning::Value,
        _ => Meaning::Flag,
    }
}

fn long_option(name: &str) -> Meaning {
    match name {
        "request" => Meaning::Method,
        "header" => Meaning::Header,
        "data" | "data-ascii" | "data-binary" => Meaning::Data,
        "data-raw" | "data-urlencode" => Meaning::RawData,
        "json" => Meaning::Json,
        "upload-file" => Meaning::Upload,
        "url" => Meaning::Url,
        "get" => Meaning::Get,
        "head" => Meaning::Head,
        _ if LONG_WITH_VALUE.contains(&name) => Meaning::Value,
        _ => Meaning::Flag,
    }
}

/// The request of the command that starts where the range does, and the byte where it ends; the range ends where the
/// request must. `None` if the command has no address.
pub(crate) fn request<'t>(file: &'t str, range: Range, variables: &Variables<'t>) -> (Option<Request<'t>>, usize) {
    let mut shell = Shell {
        file,
        at: range.start as usize,
        end: range.end as usize,
    };
    let words = shell.words();
    (command(words, variables), shell.at)
}

fn command<'t>(words: Vec<Mapped<'static>>, variables: &Variables<'t>) -> Option<Request<'t>> {
    let mut words = words.into_iter();
    let name = words.next()?.range();
    let mut command = Command::default();
    while let Some(word) = words.next() {
        if let Some(long) = word.text.strip_prefix("--") {
            let (option, value) = match long.split_once('=') {
                Some((option, _)) => (option, Some(2 + option.len() + 1)),
                None => (long, None),
            };
            let meaning = long_option(option);
            let value = match value {
                Some(start) => Some(word.slice(Range::new(start, word.text.len()))),
                None if matches!(meaning, Meaning::Flag | Meaning::Get | Meaning::Head) => None,
                None => words.next(),
            };
            command.take(meaning, value);
        } else if word.text.len() > 1 && word.text.starts_with('-') {
            for (at, letter) in word.text.char_indices().skip(1) {
                let meaning = short_option(letter);
                if matches!(meaning, Meaning::Flag | Meaning::Get | Meaning::Head) {
                    command.take(meaning, None);
                    continue;
                }
                let mut start = at + letter.len_utf8();
                if word.text[start..].starts_with('=') {
                    start += 1;
                }
                let value = match start < word.text.len() {
                    true => Some(word.slice(Range::new(start, word.text.len()))),
                    false => words.next(),
                };
                command.take(meaning, value);
                break;
            }
        } else {
            command.take(Meaning::Url, Some(word));
        }
    }
    command.request(name, variables)
}

/// The options of a command that matter.
#[derive(Default)]
struct Command {
    method: Option<Mapped<'static>>,
    url: Option<Mapped<'static>>,
    content_type: Option<Mapped<'static>>,
    body: Option<Body<'static>>,
    /// Whether there is data without a type of its own.
    has_data: bool,
    is_upload: bool,
    is_get: bool,
    is_head: bool,
}

impl Command {
    fn take(&mut self, meaning: Meaning, value: Option<Mapped<'static>>) {
        self.has_data |= matches!(meaning, Meaning::Data | Meaning::RawData);
        match (meaning, value) {
            (Meaning::Method, Some(value)) => self.method = Some(value),
            (Meaning::Url, Some(value)) => self.url = self.url.take().or(Some(value)),
            (Meaning::Header, Some(value)) => {
                if let Some((name, rest)) = value.text.split_once(':')
                    && name.trim().eq_ignore_ascii_case("content-type")
                {
                    let start = value.text.len() - rest.len();
                    self.content_type = Some(value.slice(Range::new(start, value.text.len())).trimmed());
                }
            }
            (Meaning::Upload, Some(value)) => {
                self.is_upload = true;
                self.body = Some(Body::Elsewhere(value));
            }
            (Meaning::Data | Meaning::Json, Some(value)) if value.text.starts_with('@') => {
                self.body = Some(Body::Elsewhere(value.slice(Range::new(1, value.text.len()))));
            }
            (Meaning::Data | Meaning::RawData | Meaning::Json, Some(value)) => match &mut self.body {
                // Several are sent as one.
                Some(Body::Here(body)) => {
                    let between = value.map.range(Range::new(0, 0));
                    if meaning != Meaning::Json {
                        body.push("&", between, None);
                    }
                    body.append(&value, value.whole());
                }
                body => *body = Some(Body::Here(value)),
            },
            (Meaning::Get, _) => self.is_get = true,
            (Meaning::Head, _) => self.is_head = true,
            _ => {}
        }
    }

    /// The request; `name` is the word `curl`.
    fn request<'t>(self, name: Range, variables: &Variables<'t>) -> Option<Request<'t>> {
        let mut target = self.url?;
        let line = target.range();
        let mut body = self.body;
        let implied = match &body {
            _ if self.is_head => "HEAD",
            _ if self.is_upload => "PUT",
            Some(_) if !self.is_get => "POST",
            _ => "GET",
        };
        if self.is_get {
            if let Some(Body::Here(data)) = &body {
                let sign = if target.text.contains('?') { "&" } else { "?" };
                target.push(sign, data.map.range(Range::new(0, 0)), None);
                target.append(data, data.whole());
            }
            body = None;
        }
        let method = match self.method {
            Some(method) => {
                let range = method.range();
                (method.text, range)
            }
            None => (Cow::Borrowed(implied), name),
        };
        let sends_form = self.has_data && body.is_some() && !self.is_upload && self.content_type.is_none();
        let nothing = || Mapped {
            text: Cow::Borrowed(""),
            map: SourceMap::from(line.end),
        };
        Some(Request {
            method: Some(method),
            line,
            target: variables.put_in(target),
            content_type: self.content_type.map(|value| variables.put_in(value)),
            sends_form: sends_form.then_some(name),
            host: None,
            body: match body {
                Some(Body::Here(body)) => Body::Here(variables.put_in(body)),
                Some(elsewhere) => elsewhere,
                None => Body::Here(nothing()),
            },
            is_attached: false,
            is_command: true,
        })
    }
}

/// Splits a command into words and unquotes them.
struct Shell<'t> {
    file: &'t str,
    at: usize,
    end: usize,
}

impl Shell<'_> {
    fn rest(&self) -> &str {
        self.file.get(self.at..self.end).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The length of the line end at the beginning of a text.
    fn line_end(text: &str) -> usize {
        match text.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        }
    }

    /// The length of a line that is continued, from here to the start of the next line: `\` and the line end, or `^` of
    /// the Windows command prompt.
    fn continuation(&self) -> usize {
        let after = self.rest().strip_prefix(['\\', '^']);
        match after.map(Self::line_end) {
            Some(length @ 1..) => 1 + length,
            _ => 0,
        }
    }

    /// The words of the command. It ends with its line, unless the next one starts with an option.
    fn words(&mut self) -> Vec<Mapped<'static>> {
        let mut words = Vec::new();
        while let Some(next) = self.peek() {
            let continued = self.continuation();
            let line_end = Self::line_end(self.rest());
            if continued > 0 {
                self.at += continued;
            } else if line_end > 0 {
                let after = self.rest()[line_end..].trim_start_matches([' ', '\t']);
                if !after.starts_with('-') {
                    break;
                }
                self.at += line_end;
            } else if next.is_whitespace() {
                self.at += next.len_utf8();
            } else if matches!(next, '|' | ';' | '&' | '<' | '>' | '#') {
                // Another command, a redirection or a comment.
                self.at += self.rest().find(['\r', '\n']).unwrap_or(self.rest().len());
                break;
            } else {
                words.push(self.word());
            }
        }
        words
    }

    fn word(&mut self) -> Mapped<'static> {
        let mut word = Mapped::default();
        let start = self.at;
        while let Some(next) = self.peek() {
            let continued = self.continuation();
            match next {
                _ if continued > 0 => self.at += continued,
                _ if next.is_whitespace() => break,
                '\'' => {
                    self.at += 1;
                    let length = self.rest().find('\'').unwrap_or(self.rest().len());
                    self.push(&mut word, length);
                    self.at += 1;
                }
                '"' => {
                    self.at += 1;
                    self.double_quoted(&mut word);
                }
                '$' if self.rest().starts_with("$'") => {
                    self.at += 2;
                    self.ansi_quoted(&mut word);
                }
                '\\' => self.push_escaped(&mut word),
                '$' => self.push_variable(&mut word),
                _ => self.push(&mut word, next.len_utf8()),
            }
        }
        self.at = self.at.min(self.end);
        if word.text.is_empty() {
            word.map = SourceMap::from(start as u32);
        }
        word
    }

    /// Adds the next bytes as they are.
    fn push(&mut self, word: &mut Mapped<'static>, length: usize) {
        let range = Range::new(self.at, self.at + length);
        word.push(range.of(self.file), range, None);
        self.at += length;
    }

    /// Adds the character after a backslash.
    fn push_escaped(&mut self, word: &mut Mapped<'static>) {
        let escaped = self.rest().chars().nth(1);
        let end = self.at + 1 + escaped.map_or(0, char::len_utf8);
        let text = Range::new(self.at + 1, end).of(self.file);
        word.push(text, Range::new(self.at, end), None);
        self.at = end;
    }

    /// Adds what stands up to the closing `"`. A backslash escapes only `"`, `\`, `$` and a backtick.
    fn double_quoted(&mut self, word: &mut Mapped<'static>) {
        while let Some(next) = self.peek() {
            match next {
                '"' => {
                    self.at += 1;
                    return;
                }
                '\\' if self.continuation() > 0 => self.at += self.continuation(),
                '\\' if self.rest()[1..].starts_with(['"', '\\', '$', '`']) => self.push_escaped(word),
                '$' => self.push_variable(word),
                _ => self.push(word, next.len_utf8()),
            }
        }
    }

    /// Adds a variable of the shell, or a command whose output is put in, as `${…}`: that is a variable in a body.
    fn push_variable(&mut self, word: &mut Mapped<'static>) {
        let after = &self.rest()[1..];
        let command = after.strip_prefix('(').and_then(|inner| {
            let mut letters = inner.char_indices().take(MAX_COMMAND);
            let (end, letter) = letters.find(|(_, letter)| matches!(letter, ')' | '\r' | '\n'))?;
            (letter == ')').then(|| &inner[..end])
        });
        let (name, length) = match command {
            Some(command) => (command, command.len() + 2),
            None => {
                let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
                let length = after.find(|letter| !is_name(letter)).unwrap_or(after.len());
                (&after[..length], length)
            }
        };
        if length == 0 {
            return self.push(word, 1);
        }
        let name = if name.contains(['{', '}', '"']) {
            "command"
        } else {
            name
        };
        let text = format!("${{{name}}}");
        word.push(&text, Range::new(self.at, self.at + 1 + length), None);
        self.at += 1 + length;
    }

    /// Adds what stands up to the closing `'` of `$'…'`, where backslashes escape as in C.
    fn ansi_quoted(&mut self, word: &mut Mapped<'static>) {
        while let Some(next) = self.peek() {
            if next == '\'' {
                self.at += 1;
                return;
            }
            if next != '\\' {
                self.push(word, next.len_utf8());
                continue;
            }
            let digits = |from: usize, most: usize| {
                let digits = self.rest().get(from..).unwrap_or_default();
                digits.bytes().take(most).take_while(u8::is_ascii_hexdigit).count()
            };
            let code = |length: usize| {
                let code = u32::from_str_radix(self.rest().get(2..2 + length)?, 16).ok()?;
                Some((char::from_u32(code)?, 2 + length))
            };
            let found = match self.rest().as_bytes().get(1) {
                Some(b'n') => Some(('\n', 2)),
                Some(b't') => Some(('\t', 2)),
                Some(b'r') => Some(('\r', 2)),
                Some(b'x') => code(digits(2, 2)),
                Some(b'u') => code(digits(2, 4)),
                _ => None,
            };
            match found {
                Some((character, length)) => {
                    let source = Range::new(self.at, self.at + length);
                    word.push(character.encode_utf8(&mut [0; 4]), source, None);
                    self.at += length;
                }
                None => self.push_escaped(word),
            }
        }
    }
}
