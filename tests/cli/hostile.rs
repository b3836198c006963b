//! Names and texts that nobody means well with, the same in each run.

use std::ffi::OsString;

/// Numbers that look random: splitmix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(crate) fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// What breaks lines, hides, turns the text around, ends a quotation, or means something to a reader of reports.
pub(crate) const PARTS: &[&str] = &[
    "a",
    "b.c",
    "Z9",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u{1b}[31m",
    "\u{1b}]0;t\u{7}",
    "\u{7f}",
    "\u{80}",
    "\u{9b}31m",
    "\u{85}",
    "\u{202e}",
    "\u{202a}",
    "\u{2066}",
    "\u{2069}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{fdd0}",
    "\u{1ffff}",
    "\u{2028}",
    "\u{2029}",
    "\u{e0041}",
    "ü",
    "漢字",
    "😀",
    "e\u{301}",
    "\"",
    "'",
    "`",
    "\\",
    "\\n",
    "%",
    "%0A",
    "%25",
    ":",
    "::",
    ",",
    "::error::x",
    "\n::error file=x::y",
    "<",
    ">",
    "&",
    "&#10;",
    "]]>",
    "<!--",
    "-->",
    "{",
    "}",
    "[",
    "]",
    "=",
    "#",
    "$(x)",
    "|",
    "*",
    "?",
    "~0",
    "~",
    "+++ b",
    "--- a",
    "@@ -1 +1 @@",
    "\u{1}",
    "\u{8}",
    "\u{c}",
    "\u{1f}",
];

/// A text of such parts.
pub(crate) fn text(random: &mut Random, most: usize) -> String {
    (0..1 + random.below(most)).map(|_| random.pick(PARTS)).collect()
}

/// Names of files, none twice: some in folders, some no text where the system allows that.
pub(crate) fn names(random: &mut Random, count: usize) -> Vec<OsString> {
    let mut names = Vec::with_capacity(count);
    for index in 0..count {
        let mut name = format!("{index}").into_bytes();
        name.extend(text(random, 4).replace('/', "").into_bytes());
        if random.below(4) == 0 {
            name.push(b'/');
            name.extend(text(random, 3).replace('/', "").into_bytes());
            // What begins with a dot is hidden.
            name.push(b'x');
        }
        if cfg!(unix) && random.below(10) == 0 {
            name.extend([0xff, 0xc3]);
        }
        name.extend_from_slice(b".json");
        names.push(os_string(name));
    }
    names
}

#[cfg(unix)]
fn os_string(name: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(name)
}

#[cfg(not(unix))]
fn os_string(name: Vec<u8>) -> OsString {
    let name = String::from_utf8_lossy(&name).replace(['<', '>', ':', '"', '\\', '|', '?', '*'], "");
    name.chars().filter(|c| !c.is_control()).collect::<String>().into()
}
