//! The parts of an address: host, path and query.

use super::mapped::Mapped;
use crate::diagnostics::SourceMap;
use crate::json::Range;

/// The largest number of parameters that are read; no endpoint has more than two.
const MAX_PARAMETERS: usize = 50;

/// The parts of an address.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Address<'t> {
    /// The host, or a variable for it; `None` if there is none.
    pub(crate) host: Option<&'t str>,
    /// The segments of the path.
    pub(crate) steps: Vec<Part<'t>>,
    /// The slashes that are too many: the second of two, and those at the end.
    pub(crate) slashes: Vec<Part<'t>>,
    /// The path as written.
    pub(crate) path: &'t str,
    /// The parameters of the query: names, and their values.
    pub(crate) query: Vec<(Part<'t>, &'t str)>,
}

/// A part of an address.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part<'t> {
    pub(crate) text: &'t str,
    /// Where it stands in the file.
    pub(crate) range: Range,
    /// Where it can be edited, if it is not quoted and not the value of a variable.
    pub(crate) editable: Option<Range>,
    /// Where it starts in the address.
    start: u32,
    map: &'t SourceMap,
}

impl Part<'_> {
    /// Where a range of its text stands in the file.
    pub(crate) fn within(&self, (from, to): (usize, usize)) -> Range {
        let at = |offset: usize| self.start as usize + offset;
        self.map.range(Range::new(at(from), at(to)))
    }
}

impl<'t> Address<'t> {
    /// Splits an address. Its fragment is ignored; slashes within variables do not separate segments.
    pub(crate) fn new(target: &'t Mapped<'t>) -> Self {
        let text: &str = &target.text;
        let part = |start: usize, text: &'t str| {
            let range = Range::new(start, start + text.len());
            Part {
                text,
                range: target.map.range(range),
                editable: target.map.editable(range),
                start: range.start,
                map: &target.map,
            }
        };
        let mut address = Self::default();
        let mut at = text.find("://").map_or(0, |at| at + 3);
        if at > 0 || is_host(step(text)) {
            let host = step(&text[at..]);
            address.host = Some(host);
            at += host.len();
        }
        let start = at;
        // Where the last segment ends.
        let mut end = at;
        loop {
            let here = step(&text[at..]);
            if !here.is_empty() {
                address.steps.push(part(at, here));
                end = at + here.len();
            } else if at > start && text[at..].starts_with('/') {
                address.slashes.push(part(at, &text[at..at + 1]));
            } else if at > start && !address.steps.is_empty() {
                address.slashes.push(part(end, &text[end..end + 1]));
            }
            at += here.len();
            if !text[at..].starts_with('/') {
                break;
            }
            at += 1;
        }
        address.slashes.sort_unstable_by_key(|slash| slash.range.start);
        address.path = &text[start..at];
        let Some(query) = text[at..].strip_prefix('?') else {
            return address;
        };
        let mut at = at + 1;
        for pair in query
            .split('#')
            .next()
            .unwrap_or_default()
            .split('&')
            .take(MAX_PARAMETERS)
        {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let shown = name.trim();
            if !shown.is_empty() {
                let start = at + name.len() - name.trim_start().len();
                address.query.push((part(start, shown), value.trim()));
            }
            at += pair.len() + 1;
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
    step.starts_with(['{', '$']) || (step.contains(['.', ':']) && !version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_steps_and_slashes() {
        for (target, host, steps, slashes) in [
            (
                "https://cts.x.com/v3/{project_id}/tracker?a=/b",
                "cts.x.com",
                &["v3", "{project_id}", "tracker"][..],
                &[][..],
            ),
            (
                "{{ base/url }}/v3//x/tracker/#a",
                "{{ base/url }}",
                &["v3", "x", "tracker"],
                &[18, 28],
            ),
            ("//v3/{p}/tracker", "", &["v3", "{p}", "tracker"], &[1]),
            ("/v3/{p}/tracker///", "", &["v3", "{p}", "tracker"], &[15, 16, 17]),
            ("/v1.0/{p}/tracker/?a=b", "", &["v1.0", "{p}", "tracker"], &[17]),
            ("v1.0/{p}/tracker", "", &["v1.0", "{p}", "tracker"], &[]),
            ("{{scheme}}://h:8080", "h:8080", &[], &[]),
            ("https://h/", "h", &[], &[]),
        ] {
            let mapped = Mapped::part(target, Range::new(0, target.len()));
            let address = Address::new(&mapped);
            assert_eq!(address.host.unwrap_or_default(), host, "{target}");
            let found: Vec<&str> = address.steps.iter().map(|step| step.text).collect();
            assert_eq!(found, steps, "{target}");
            assert!(address.steps.iter().all(|step| step.range.of(target) == step.text));
            let found: Vec<u32> = address.slashes.iter().map(|slash| slash.range.start).collect();
            assert_eq!(found, slashes, "{target}");
        }
    }

    #[test]
    fn parameters() {
        let target = "/v3/x/trackers?a= b&c&&{{d}}=1#e=f";
        let mapped = Mapped::part(target, Range::new(0, target.len()));
        let address = Address::new(&mapped);
        let found: Vec<_> = address.query.iter().map(|(name, value)| (name.text, *value)).collect();
        assert_eq!(found, [("a", "b"), ("c", ""), ("{{d}}", "1")]);
        assert!(address.query.iter().all(|(name, _)| name.range.of(target) == name.text));
    }
}
