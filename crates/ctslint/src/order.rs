//! Sorting by small keys.
//!
//! What is sorted here is large, and each type that is sorted costs the WebAssembly module 2 to 4 kB. So numbers are sorted
//! instead, with the number of what they stand for below them.

/// The numbers of things from 0 to `count`, from the one with the least key to the one with the greatest; those of equal
/// keys keep their order. A key has up to 96 bits.
pub(crate) fn order(count: usize, key: &dyn Fn(usize) -> u128) -> Vec<usize> {
    let mut keys = Vec::with_capacity(count);
    for index in 0..count {
        keys.push(key(index) << 32 | index as u128);
    }
    keys.sort_unstable();
    let mut order = Vec::with_capacity(count);
    for key in keys {
        order.push(key as u32 as usize);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn equal_keys_keep_their_order() {
        let keys = [7, 1 << 95, 0, 7, 1 << 40, 7];
        assert_eq!(order(keys.len(), &|index| keys[index]), [2, 0, 3, 5, 4, 1]);
    }
}
