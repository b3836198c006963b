//! Sorting by small keys.
//!
//! What is sorted here is large, and each type that is sorted costs the WebAssembly module 2 to 4 kB. So numbers are sorted
//! instead, with the index of what they stand for below them.

use std::{iter, vec};

/// The indices of these keys, from the least key to the greatest; those of equal keys keep their order. A key has up to 96
/// bits.
pub(crate) fn order(keys: impl Iterator<Item = u128>) -> iter::Map<vec::IntoIter<u128>, fn(u128) -> usize> {
    let mut keys: Vec<u128> = keys.zip(0_u128..).map(|(key, index)| key << 32 | index).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| key as u32 as usize)
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn equal_keys_keep_their_order() {
        let keys = [7, 1 << 95, 0, 7, 1 << 40, 7];
        assert_eq!(order(keys.into_iter()).collect::<Vec<_>>(), [2, 0, 3, 5, 4, 1]);
    }
}
