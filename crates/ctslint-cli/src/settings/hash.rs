//! Hashes of values, as suppressions name them.

/// The hash of a value, given as JSON without white space: FNV-1a with 64 bits.
///
/// It must be the same on every machine and in every version. A collision helps nobody: whoever can forge a value can
/// also write an entry. So a few lines that anybody can check are enough, without a crate.
pub(crate) fn hash(json: &str) -> u64 {
    json.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A hash as text.
pub(crate) fn show_hash(hash: u64) -> String {
    format!("fnv1a:{hash:016x}")
}

/// Reads the text of a hash.
pub(crate) fn parse_hash(text: &str) -> Option<u64> {
    let digits = text.strip_prefix("fnv1a:")?;
    let are_hex = digits.len() == 16 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    u64::from_str_radix(digits, 16).ok().filter(|_| are_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // The test vectors of the authors.
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn hashes_are_read_as_they_are_written() {
        assert_eq!(parse_hash(&show_hash(hash("foobar"))), Some(hash("foobar")));
        for wrong in [
            "",
            "fnv1a:",
            "fnv1a:+85944171f73967e",
            "fnv1a:85944171F73967E8",
            "85944171f73967e8",
        ] {
            assert_eq!(parse_hash(wrong), None, "{wrong}");
        }
    }
}
