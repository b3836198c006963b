//! Parses `.http` and `.rest` files: requests as editors send them and as API references print them.
//!
//! A request is a request line, headers, a blank line and a body, or a curl command; `###` separates requests. Lines
//! that start with `#` or `//` are comments, even in a body. The variables that the file defines are put in. Everything
//! else is skipped: parsing never fails.

use std::borrow::Cow;

use super::curl;
use super::mapped::Mapped;
use super::request::{Body, Request};
use super::variables::Variables;
use crate::diagnostics::SourceMap;
use crate::json::Range;

/// The requests of a file, in their order.
pub(crate) fn requests(file: &str) -> Vec<Request<'_>> {
    let mut requests = Vec::new();
    each_request(file, |request| requests.push(request));
    requests
}

/// Passes on each request of a file, in their order. None is held: what is made of a request can take more than its text.
pub(crate) fn each_request<'t>(file: &'t str, mut then: impl FnMut(Request<'t>)) {
    let start = if file.starts_with('\u{feff}') { 3 } else { 0 };
    let variables = Variables::new(file, lines(file, start).map(|line| (line.text, line.start)));
    let mut block = start;
    for line in lines(file, start).filter(|line| line.text.starts_with("###")) {
        read_block(file, block..line.start, &variables, &mut then);
        block = line.next;
    }
    read_block(file, block..file.len(), &variables, &mut then);
}

/// Replaces comment lines by blanks, so that offsets do not change.
pub(crate) fn without_comments(body: &str) -> Cow<'_, str> {
    if !lines(body, 0).any(Line::is_comment) {
        return Cow::Borrowed(body);
    }
    let mut plain = String::with_capacity(body.len());
    for line in lines(body, 0) {
        let end = plain.len() + line.text.len();
        if line.is_comment() {
            plain.extend(std::iter::repeat_n(' ', line.text.len()));
        } else {
            plain.push_str(line.text);
        }
        plain.push_str(body.get(end..line.next).unwrap_or_default());
    }
    Cow::Owned(plain)
}

/// A line without its end.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    /// Where the next line starts.
    next: usize,
}

impl<'t> Line<'t> {
    fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }

    fn is_comment(self) -> bool {
        self.text.trim_start().starts_with(['#', '/']) && {
            let text = self.text.trim_start();
            text.starts_with('#') || text.starts_with("//")
        }
    }

    /// The range of a part of the line.
    fn range(self, part: &'t str) -> Range {
        let start = self.start + (part.as_ptr() as usize - self.text.as_ptr() as usize);
        Range::new(start, start + part.len())
    }

    /// Whether the line handles the response: `> {% … %}`, `>> file`, `<> file`.
    fn handles_response(self) -> bool {
        let text = self.text.trim_start();
        text.starts_with('>') || text.starts_with("<>")
    }
}

/// The lines of a text from byte `start` on; they end with LF, CR LF or CR.
fn lines(text: &str, mut start: usize) -> impl Iterator<Item = Line<'_>> + Clone {
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let end = match rest.as_bytes().get(length..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        let line = Line {
            text: &rest[..length],
            start,
            next: start + length + end,
        };
        start = line.next;
        Some(line)
    })
}

/// Reads the request between two separators, or the curl commands there.
fn read_block<'t>(
    file: &'t str,
    block: std::ops::Range<usize>,
    variables: &Variables<'t>,
    then: &mut impl FnMut(Request<'t>),
) {
    let mut lines = lines(file.get(..block.end).unwrap_or_default(), block.start);
    let text = file.get(block.clone()).unwrap_or_default();
    // The line end before the separator is none of the last line.
    let text = text.strip_suffix('\n').unwrap_or(text);
    let end = block.start + text.strip_suffix('\r').unwrap_or(text).len();
    while let Some(line) = lines.next() {
        if let Some(start) = curl_command(line) {
            let (request, end) = curl::request(file, Range::new(start, end), variables);
            request.into_iter().for_each(&mut *then);
            skip_while(&mut lines, |line| line.start < end);
        } else if line.text.trim_start().starts_with("< {%") {
            // A script that runs before the request.
            if !line.text.contains("%}") {
                skip_while(&mut lines, |line| !line.text.contains("%}"));
                lines.next();
            }
        } else if !line.is_comment()
            && !line.text.starts_with(['@', '<'])
            && let Some((method, target)) = request_line(line)
        {
            then(request(file, method, target, lines, variables));
            return;
        }
    }
}

/// Skips the next lines of this kind.
fn skip_while<'t>(lines: &mut (impl Iterator<Item = Line<'t>> + Clone), is_meant: impl Fn(Line<'t>) -> bool) {
    let mut ahead = lines.clone();
    while ahead.next().is_some_and(&is_meant) {
        lines.next();
    }
}

/// Where the curl command of a line starts, if it is one: at the beginning, or after a prompt.
fn curl_command(line: Line<'_>) -> Option<usize> {
    let text = line.text.trim_start();
    let text = text.strip_prefix("$ ").unwrap_or(text).trim_start();
    let word = text.split(char::is_whitespace).next()?;
    let is_curl = word.eq_ignore_ascii_case("curl") || word.eq_ignore_ascii_case("curl.exe");
    is_curl.then(|| line.range(text).start as usize)
}

/// The request with this request line; `lines` are those after it.
fn request<'t>(
    file: &'t str,
    method: Option<Range>,
    first: Range,
    lines: impl Iterator<Item = Line<'t>>,
    variables: &Variables<'t>,
) -> Request<'t> {
    let mut target = Mapped::part(file, first);
    let mut end = first.end;
    let mut content_type = None;
    let mut host = None;
    let mut is_attached = false;
    let mut lines = lines.peekable();
    // Further lines of the address, then headers.
    let mut is_head = true;
    while let Some(line) = lines.peek().copied() {
        let text = line.text.trim();
        if text.is_empty() || line.handles_response() {
            break;
        }
        // What starts a body, even if the blank line is missing.
        if text.starts_with(['[', '<']) || (text.starts_with('{') && !text.starts_with("{{")) {
            is_attached = true;
            break;
        }
        lines.next();
        if line.is_comment() && !(is_head && text.starts_with("//")) {
            continue;
        }
        if is_head && text.starts_with(['/', '?', '&']) {
            let range = line.range(text);
            target.push(text, range, None);
            end = range.end;
            continue;
        }
        is_head = false;
        if let Some((name, value)) = text.split_once(':')
            && name.trim_end().eq_ignore_ascii_case("content-type")
            && content_type.is_none()
        {
            content_type = Some(variables.put_in(Mapped::part(file, line.range(value.trim()))));
        }
        if let Some((name, value)) = text.split_once(':')
            && name.trim_end().eq_ignore_ascii_case("host")
        {
            host.get_or_insert_with(|| {
                variables
                    .put_in(Mapped::part(file, line.range(value.trim())))
                    .text
                    .into_owned()
            });
        }
    }
    let body = match body(file, lines, end) {
        Body::Here(body) => Body::Here(variables.put_in(body)),
        elsewhere => elsewhere,
    };
    Request {
        method: method.map(|range| (Cow::Borrowed(range.of(file)), range)),
        line: Range {
            start: method.unwrap_or(first).start,
            end: first.end,
        },
        target: variables.put_in(target),
        content_type,
        sends_form: None,
        host,
        body,
        is_attached,
        is_command: false,
    }
}

/// The body in these lines, which ends where the response is handled. `end` is the end of the address.
fn body<'t>(file: &'t str, lines: impl Iterator<Item = Line<'t>>, end: u32) -> Body<'t> {
    let mut lines = lines
        .take_while(|line| !line.handles_response())
        .skip_while(|line| line.is_blank() || line.is_comment());
    let Some(first) = lines.next().filter(|line| !line.is_blank()) else {
        return Body::Here(Mapped {
            text: Cow::Borrowed(""),
            map: SourceMap::from(end),
        });
    };
    if let Some(name) = first.text.trim_start().strip_prefix('<') {
        // `<@ file` fills in variables; `<@latin1 file` also names an encoding.
        let name = match name.strip_prefix('@') {
            Some(rest) => rest.split_once(' ').map_or(rest, |(_, name)| name),
            None => name,
        };
        let name = name.trim();
        return Body::Elsewhere(Mapped {
            text: Cow::Borrowed(name),
            map: SourceMap::from(first.range(name).start),
        });
    }
    let last = lines
        .filter(|line| !line.is_blank() && !line.is_comment())
        .last()
        .unwrap_or(first);
    let range = Range::new(first.start, last.start + last.text.len());
    Body::Here(Mapped {
        text: without_comments(range.of(file)),
        map: SourceMap::from(range.start),
    })
}

/// Method and address, if the line is a request line.
fn request_line(line: Line<'_>) -> Option<(Option<Range>, Range)> {
    let text = line.text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim_start();
    let names_host = rest.contains('/') && rest.starts_with(|first: char| first.is_ascii_alphanumeric());
    let (method, target) = if is_method(first) && (is_target(rest) || names_host || rest.starts_with("//")) {
        (Some(line.range(first)), rest)
    } else if is_target(text) {
        (None, text)
    } else {
        return None;
    };
    let target = match target.rsplit_once(char::is_whitespace) {
        Some((before, version)) if version.starts_with("HTTP/") => before.trim_end(),
        _ => target,
    };
    Some((method, line.range(target)))
}

/// Whether a word is a method, or looks like a misspelt one.
fn is_method(word: &str) -> bool {
    const METHODS: &[&str] = &[
        "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "PATCH", "OPTIONS", "TRACE",
    ];
    METHODS.iter().any(|method| method.eq_ignore_ascii_case(word))
        || ((3..=10).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether a text looks like an address: a URL, a path, or a variable and what follows it.
fn is_target(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix("{{").or_else(|| text.strip_prefix('{')) {
        return rest
            .trim_start()
            .starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '$' | '_'))
            && rest.contains('}')
            && !rest.contains('"');
    }
    let first = text.split(char::is_whitespace).next().unwrap_or_default();
    (text.starts_with('/') && !text.starts_with("//")) || first.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The requests in short: method, address, content type, body.
    fn read(text: &str) -> Vec<[String; 4]> {
        let shown = |mapped: &Mapped<'_>| mapped.text.clone().into_owned();
        requests(text)
            .iter()
            .map(|request| {
                let body = match &request.body {
                    Body::Here(body) => shown(body),
                    Body::Elsewhere(file) => format!("file {}", shown(file)),
                };
                let method = request.method.as_ref().map(|(method, _)| method.clone().into_owned());
                [
                    method.unwrap_or_default(),
                    shown(&request.target),
                    request.content_type.as_ref().map(shown).unwrap_or_default(),
                    body,
                ]
            })
            .collect()
    }

    #[test]
    fn request_lines() {
        for (line, method, target) in [
            (
                "POST https://{endpoint}/v3/{project_id}/tracker",
                "POST",
                "https://{endpoint}/v3/{project_id}/tracker",
            ),
            ("POST /v3/x/tracker HTTP/1.1", "POST", "/v3/x/tracker"),
            ("https://h/a", "", "https://h/a"),
            ("  get\t{{host}}/a?b={{ c }}", "get", "{{host}}/a?b={{ c }}"),
            ("PUT h.example/a", "PUT", "h.example/a"),
            ("{{ url }}", "", "{{ url }}"),
        ] {
            assert_eq!(read(line), [[method, target, "", ""].map(str::to_owned)], "{line}");
        }
        for line in [
            "",
            "{",
            "{\"a\": 1}",
            "Example Requests",
            "@host = a/b",
            "# POST /a",
            "// POST /a",
            "< ./a.js",
        ] {
            assert_eq!(read(line), [[""; 4]; 0], "{line}");
        }
    }

    #[test]
    fn a_file_of_everything() {
        let text = "\u{feff}@host = https://cts.example.com\r\n\r\n### first\r\n# @name create\r\n< {%\r\n  x();\r\n%}\r\nPOST {{host}}\r\n    /v3/{{project}}\r\n    /tracker\r\n    ?a=b\r\n# a comment\r\nX-Auth-Token: {{token}}\r\ncontent-type : application/json; charset=utf-8\r\n\r\n{\r\n  # here\r\n  \"a\": 1\r\n}\r\n\r\n# and there\r\n> {% client.log(\"x\") %}\r\n>> out.json\r\n\r\n###\r\n\r\nGET /v3/x/trackers\r\n\r\n###\r\nPOST /v3/x/tracker\r\nContent-Type:application/json\r\n\r\n<@utf8 ./a b.json\r\n";
        let requests = read(text);
        let expected = [
            [
                "POST",
                "https://cts.example.com/v3/{{project}}/tracker?a=b",
                "application/json; charset=utf-8",
                "{\r\n        \r\n  \"a\": 1\r\n}",
            ],
            ["GET", "/v3/x/trackers", "", ""],
            ["POST", "/v3/x/tracker", "application/json", "file ./a b.json"],
        ];
        assert_eq!(requests, expected.map(|request| request.map(str::to_owned)));
    }

    #[test]
    fn a_body_without_a_blank_line() {
        let requests = read("POST /v3/x/tracker\n{\n}\n");
        assert_eq!(requests[0][3], "{\n}");
    }

    #[test]
    fn comments_are_blanked_in_their_place() {
        let body = "{\r\n  // ü\r\n# x\n\"a\": \"#\" // kept\r}";
        assert_eq!(without_comments(body), "{\r\n       \r\n   \n\"a\": \"#\" // kept\r}");
        assert!(matches!(without_comments("{}"), Cow::Borrowed(_)));
    }

    #[test]
    fn curl_commands() {
        for (text, method, target, content_type, body) in [
            ("curl https://h/a", "GET", "https://h/a", "", ""),
            ("$ curl -sSX PUT 'https://h/a' -d '{}'", "PUT", "https://h/a", "", "{}"),
            ("curl -XPOST --url=https://h/a", "POST", "https://h/a", "", ""),
            (
                "curl --request=POST --data='{\"a\": 1}' h.x/a",
                "POST",
                "h.x/a",
                "",
                "{\"a\": 1}",
            ),
            ("curl h.x/a -d a -d b", "POST", "h.x/a", "", "a&b"),
            (
                "curl h.x/a -H 'Content-Type:  text/plain ' -d @b.json",
                "POST",
                "h.x/a",
                "text/plain",
                "file b.json",
            ),
            ("curl h.x/a --data-raw @b", "POST", "h.x/a", "", "@b"),
            (
                "curl --json '{\"a\":' --json ' 1}' h.x/a",
                "POST",
                "h.x/a",
                "",
                "{\"a\": 1}",
            ),
            ("curl -G h.x/a -d b=c", "GET", "h.x/a?b=c", "", ""),
            ("curl -T b.json h.x/a", "PUT", "h.x/a", "", "file b.json"),
            ("curl -I h.x/a", "HEAD", "h.x/a", "", ""),
            (
                "curl -u a:b --max-time 3 -k --compressed h.x/a | jq .",
                "GET",
                "h.x/a",
                "",
                "",
            ),
            (
                "curl \\\r\n  -X DELETE \\\r\n  h.x/a\r\nignored",
                "DELETE",
                "h.x/a",
                "",
                "",
            ),
            (
                "curl h.x/a\n  -d '{\n}'\n\n{\"answer\": 1}",
                "POST",
                "h.x/a",
                "",
                "{\n}",
            ),
            ("curl h.x/a ^\r\n -d b", "POST", "h.x/a", "", "b"),
            ("curl h.x/a -d 'it'\\''s'", "POST", "h.x/a", "", "it's"),
            (
                "curl h.x/a -d \"{\\\"a\\\": \\n\\\\ \\$}\"",
                "POST",
                "h.x/a",
                "",
                "{\"a\": \\n\\ $}",
            ),
            ("curl h.x/a -d $'{\\n\\'\\u00fc\\x41}'", "POST", "h.x/a", "", "{\n'üA}"),
            ("curl h.x/a -d ''", "POST", "h.x/a", "", ""),
            ("curl h.x/a -d 'open", "POST", "h.x/a", "", "open"),
        ] {
            let expected = [method, target, content_type, body].map(str::to_owned);
            assert_eq!(read(text), [expected], "{text}");
        }
        assert_eq!(read("curl -X POST"), [[""; 4]; 0]);
        assert_eq!(read("curl a.x/1\n\ncurl a.x/2\n###\ncurl a.x/3").len(), 3);
    }

    #[test]
    fn variables_are_put_in_as_far_as_they_are_known() {
        let text = "POST {{a}}/x\n\n{\"n\": \"{{ n }}{{u}}\"}\n###\n@b = https://h\n@a = {{b}}/v3\n@n = 1\n@n = 2\n";
        assert_eq!(read(text)[0][1], "https://h/v3/x");
        assert_eq!(read(text)[0][3], "{\"n\": \"2{{u}}\"}");
        // A circle ends, and so does a definition that would grow without bound.
        let circle = "@a = {{b}}\n@b = {{a}}x\nPOST {{a}}/x\n";
        assert!(read(circle)[0][1].ends_with("x/x"));
        let mut text = "@a0 = xxxxxxxx\n".to_owned();
        for index in 1..10 {
            text += &format!("@a{index} = {}\n", format!("{{{{a{}}}}}", index - 1).repeat(20));
        }
        text += "POST /{{a9}}\n";
        assert!(read(&text)[0][1].len() < 1_000_000);
    }
}
