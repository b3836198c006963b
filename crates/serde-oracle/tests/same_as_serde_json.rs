//! The parser finds no fault exactly where `serde_json` accepts a text, and reads the same values.

use ctslint::oracle::read;
use proptest::prelude::*;
use serde_json::Value;

fn agree(bytes: &[u8]) {
    let theirs = serde_json::from_slice::<Value>(bytes).map_err(|error| error.to_string());
    let ours = read(bytes);
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(
        theirs.is_ok(),
        ours.is_ok(),
        "{text:?}: serde_json {theirs:?}, ctslint {ours:?}"
    );
    assert_eq!(theirs.ok(), ours.ok(), "{text:?}");
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    format!("{}{inner}{}", open.repeat(depth), close.repeat(depth))
}

#[test]
fn agrees_on_single_texts() {
    for text in [
        "",
        " ",
        "null",
        "true",
        "false",
        "nul",
        "nulll",
        "truefalse",
        "0",
        "-0",
        "-",
        "-a",
        "00",
        "01",
        "1.",
        "1.0",
        ".5",
        "1e",
        "1e5",
        "1E+5",
        "1e-5",
        "1e400",
        "-1e400",
        "123456789012345678901234567890",
        "0.1e1",
        "0e",
        "1.e1",
        "1 2",
        "\"\"",
        "\"a\"",
        "\"a",
        "\"\\u0041\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\uD83D\\n\"",
        "\"\\u00\"",
        "\"\\u00zz\"",
        "\"\\x41\"",
        "\"\\'\"",
        "\"\u{0}\"",
        "\"\u{1f}\"",
        "\"\u{7f}\"",
        "\"\t\"",
        "\"\\",
        "\"\\\"",
        "\"\\\\\"",
        "\"\u{2028}\"",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1,2]",
        "[1 2]",
        "[",
        "]",
        "{}",
        "{ }",
        "{,}",
        "{\"a\":1}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1}x",
        "{\"a\":1} ",
        " {\"a\" : [ ] }",
        "\u{b}[]",
        "\u{a0}[]",
        "[]\u{feff}",
        "[]//",
        "[]\0",
        "{\"\\u0061\":1}",
        "[\"a\"\"b\"]",
        "[true false]",
        "[truex]",
        "[1a]",
        "[-]",
        "[1.5.5]",
        "{\"a\":1]",
        "[1}",
        "\"\\u\"",
        "\"\\ud800\\u\"",
        "\"\\ud800\\u0041\"",
        "\r\n\t {\r\n\t }\r\n\t ",
        "\"`:\"",
    ] {
        agree(text.as_bytes());
    }
    for bytes in [
        &b"\"\xff\""[..],
        b"\xff",
        b"[\xc3]",
        b"\"\xed\xa0\x80\"",
        b"\"\xf0\x9f\x98\x80\"",
        b"{\"\x80\":1}",
        b"\"\x1a\"",
    ] {
        agree(bytes);
    }
}

#[test]
fn agrees_on_the_depth() {
    for depth in [1, 2, 126, 127, 128, 129, 1000, 100_000] {
        agree(nested("[", "", "]", depth).as_bytes());
        agree(nested("{\"a\":", "1", "}", depth).as_bytes());
        agree(nested("[{\"a\":", "1", "}]", depth / 2).as_bytes());
    }
    assert!(read(nested("[", "", "]", 127).as_bytes()).is_ok());
    assert_eq!(read(nested("[", "", "]", 128).as_bytes()), Err(127));
}

fn value() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,5})?([eE][+-]?[0-9]{1,3})?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number.prop_filter_map("is a number", |number| serde_json::from_str(&number).ok()),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map("\\PC{0,12}", inner, 0..8).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn agrees_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        agree(&bytes);
    }

    #[test]
    fn agrees_on_what_looks_like_json(text in "([\\[\\]{}:,\"'\\\\ \n/a#u0-9eE.+\u{1}é-]|true|null|\"a\"|\"b\":|\\\\u[dD][89abcdAB]00|-?1\\.5){0,40}") {
        agree(text.as_bytes());
    }

    #[test]
    fn agrees_on_values(value in value(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        agree(text.expect("a value can be written").as_bytes());
    }

    #[test]
    fn agrees_on_damaged_values(value in value(), place in any::<prop::sample::Index>(), byte in any::<u8>(), how in 0..3) {
        let mut bytes = serde_json::to_vec_pretty(&value).expect("a value can be written");
        let at = place.index(bytes.len());
        match how {
            0 => { bytes.remove(at); }
            1 => bytes.insert(at, byte),
            _ => bytes[at] = byte,
        }
        agree(&bytes);
    }
}
