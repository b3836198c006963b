//! Parses `.http` and `.rest` files: requests as editors send them and as API references print them.
//!
//! A request is a request line, headers, a blank line and a body; `###` separates requests. Lines that start with `#`
//! or `//` are comments, even in a body. Everything else is skipped: parsing never fails.

use std::borrow::Cow;

use crate::json::Range;

/// A request and where its parts are in the text.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    /// The method; `None` if the line starts with the address.
    pub(crate) method: Option<Range>,
    /// The address, which may continue on further lines.
    pub(crate) target: Vec<Range>,
    /// The value of the header `Content-Type`.
    pub(crate) content_type: Option<Range>,
    pub(crate) body: Body,
}

/// Where the body of a request is.
#[derive(Debug, PartialEq)]
pub(crate) enum Body {
    /// In the text. Without a body it is empty, at the end of the address.
    Here(Range),
    /// In a file; the range is its name.
    Elsewhere(Range),
}

/// The requests of a text, in their order.
pub(crate) fn requests(text: &str) -> Vec<Request> {
    let mut requests = Vec::new();
    let mut block = Vec::new();
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    for line in lines(text, mark) {
        if line.text.starts_with("###") {
            requests.extend(request(&block));
            block.clear();
        } else {
            block.push(line);
        }
    }
    requests.extend(request(&block));
    requests
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
        self.text.starts_with('>') || self.text.starts_with("<>")
    }
}

/// The lines of a text from byte `start` on; they end with LF, CR LF or CR.
fn lines(text: &str, mut start: usize) -> impl Iterator<Item = Line<'_>> {
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

/// The request between two separators.
fn request(block: &[Line<'_>]) -> Option<Request> {
    let mut lines = block.iter().copied().peekable();
    let (method, target) = loop {
        let line = lines.next()?;
        // Skips a script that runs before the request.
        if line.text.starts_with("< {%") {
            let mut last = line;
            while !last.text.contains("%}") {
                last = lines.next()?;
            }
        } else if !line.is_comment()
            && !line.text.starts_with(['@', '<'])
            && let Some(found) = request_line(line)
        {
            break found;
        }
    };
    let mut request = Request {
        method,
        body: Body::Here(Range {
            start: target.end,
            end: target.end,
        }),
        target: vec![target],
        content_type: None,
    };
    // Further lines of the address, then headers.
    let mut is_head = true;
    while let Some(line) = lines.peek().copied() {
        let text = line.text.trim();
        if text.is_empty() {
            break;
        }
        // A brace or bracket starts a body, even if the blank line is missing.
        if text.starts_with('[') || (text.starts_with('{') && !text.starts_with("{{")) || line.handles_response() {
            break;
        }
        lines.next();
        if line.is_comment() && !(is_head && text.starts_with("//")) {
            continue;
        }
        if is_head && text.starts_with(['/', '?', '&']) {
            request.target.push(line.range(text));
            continue;
        }
        is_head = false;
        if let Some((name, value)) = text.split_once(':')
            && name.trim_end().eq_ignore_ascii_case("content-type")
            && request.content_type.is_none()
        {
            request.content_type = Some(line.range(value.trim()));
        }
    }
    let end = match request.target.last() {
        Some(last) => last.end,
        None => target.end,
    };
    request.body = body(lines, end);
    Some(request)
}

/// The body in these lines, which ends where the response is handled. `end` is the end of the address.
fn body<'t>(lines: impl Iterator<Item = Line<'t>>, end: u32) -> Body {
    let mut lines = lines
        .take_while(|line| !line.handles_response())
        .skip_while(|line| line.is_blank() || line.is_comment());
    let Some(first) = lines.next().filter(|line| !line.is_blank()) else {
        return Body::Here(Range { start: end, end });
    };
    if let Some(file) = first.text.trim_start().strip_prefix('<') {
        // `<@ file` fills in variables; `<@latin1 file` also names an encoding.
        let file = match file.strip_prefix('@') {
            Some(rest) => rest.split_once(' ').map_or(rest, |(_, file)| file),
            None => file,
        };
        return Body::Elsewhere(first.range(file.trim()));
    }
    let last = lines
        .filter(|line| !line.is_blank() && !line.is_comment())
        .last()
        .unwrap_or(first);
    Body::Here(Range::new(first.start, last.start + last.text.len()))
}

/// Method and address, if the line is a request line.
fn request_line(line: Line<'_>) -> Option<(Option<Range>, Range)> {
    let text = line.text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim_start();
    let names_host = rest.contains('/') && rest.starts_with(|first: char| first.is_ascii_alphanumeric());
    let (method, target) = if is_method(first) && (is_target(rest) || names_host) {
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

/// The parts of an address.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Address<'t> {
    /// The host, or a variable for it; `None` if there is none.
    pub(crate) host: Option<&'t str>,
    /// The segments of the path.
    pub(crate) steps: Vec<(&'t str, Range)>,
}

impl<'t> Address<'t> {
    /// Splits an address. Query and fragment are ignored; slashes within variables do not separate segments.
    pub(crate) fn new(text: &'t str, parts: &[Range]) -> Self {
        let mut address = Self::default();
        for (index, part) in parts.iter().enumerate() {
            let mut start = part.start as usize;
            let mut rest = part.of(text);
            if index == 0 {
                let after = rest.find("://").map_or(0, |at| at + 3);
                let has_host = after > 0 || is_host(step(rest));
                start += after;
                rest = &rest[after..];
                if has_host {
                    let host = step(rest);
                    address.host = Some(host);
                    start += host.len();
                    rest = &rest[host.len()..];
                }
            }
            loop {
                let here = step(rest);
                if !here.is_empty() {
                    address.steps.push((here, Range::new(start, start + here.len())));
                }
                start += here.len() + 1;
                rest = match rest.get(here.len()..) {
                    Some(next) if next.starts_with('/') => &next[1..],
                    Some("") | None => break,
                    Some(_) => return address,
                };
            }
        }
        address
    }
}

/// The text up to the next `/`, `?` or `#` outside of braces.
fn step(text: &str) -> &str {
    let mut depth = 0_u32;
    let end = text.find(|found: char| {
        match found {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(found, '/' | '?' | '#')
    });
    &text[..end.unwrap_or(text.len())]
}

/// Whether the first segment of an address without a scheme is a host: a variable, or a name with a dot or colon.
fn is_host(step: &str) -> bool {
    let version = step.strip_prefix(['v', 'V']).is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_ascii_digit())
            && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    step.starts_with('{') || (step.contains(['.', ':']) && !version)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The requests in short: method, address, content type, body.
    fn read(text: &str) -> Vec<[String; 4]> {
        let shown = |range: &Range| range.of(text).to_owned();
        requests(text)
            .iter()
            .map(|request| {
                let body = match &request.body {
                    Body::Here(range) => shown(range),
                    Body::Elsewhere(range) => format!("file {}", shown(range)),
                };
                [
                    request.method.as_ref().map(shown).unwrap_or_default(),
                    request.target.iter().map(shown).collect::<Vec<_>>().join("+"),
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
                "{{host}}+/v3/{{project}}+/tracker+?a=b",
                "application/json; charset=utf-8",
                "{\r\n  # here\r\n  \"a\": 1\r\n}",
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
    fn addresses() {
        for (target, host, steps) in [
            (
                "https://cts.x.com/v3/{project_id}/tracker?a=/b",
                "cts.x.com",
                &["v3", "{project_id}", "tracker"][..],
            ),
            (
                "{{ base/url }}/v3//x/tracker/#a",
                "{{ base/url }}",
                &["v3", "x", "tracker"],
            ),
            ("/v1.0/{p}/tracker", "", &["v1.0", "{p}", "tracker"]),
            ("v1.0/{p}/tracker", "", &["v1.0", "{p}", "tracker"]),
            ("{{scheme}}://h:8080", "h:8080", &[]),
        ] {
            let address = Address::new(target, &[Range::new(0, target.len())]);
            assert_eq!(address.host.unwrap_or_default(), host, "{target}");
            let found: Vec<&str> = address.steps.iter().map(|(step, _)| *step).collect();
            assert_eq!(found, steps, "{target}");
            assert!(address.steps.iter().all(|(step, range)| range.of(target) == *step));
        }
    }
}
