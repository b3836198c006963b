//! Sorts by small keys.

/// The indices of items, in the order of the keys of the items; items with the same key keep their order.
///
/// `sort_by_key` is compiled again for each type of item, which takes 2 kB of the WebAssembly module each.
pub(crate) fn order(keys: impl Iterator<Item = (u32, u32, u8)>) -> Vec<usize> {
    let mut order: Vec<_> = keys.enumerate().map(|(index, key)| (key, index)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}
