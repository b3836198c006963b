//! Sorting by small keys.
//!
//! What is sorted here is large, and each type that is sorted costs the WebAssembly module 2 to 4 kB. So numbers are sorted
//! instead, with the number of what they stand for below them.

/// Up to so many are put in their order one by one.
const FEW: usize = 20;

/// The numbers of things from 0 to `count`, from the one with the least key to the one with the greatest; those of equal
/// keys keep their order. A key has up to 96 bits.
pub(crate) fn order(count: usize, key: &dyn Fn(usize) -> u128) -> impl Iterator<Item = usize> + use<> {
    let mut keys = Vec::with_capacity(count);
    for index in 0..count {
        keys.push(key(index) << 32 | index as u128);
    }
    // Where the standard library is built for size, it has nothing quick for the few that there mostly are.
    if count <= FEW {
        for end in 1..count {
            let mut at = end;
            while at > 0 && keys[at - 1] > keys[at] {
                keys.swap(at - 1, at);
                at -= 1;
            }
        }
    } else {
        keys.sort_unstable();
    }
    keys.into_iter().map(|key| key as u32 as usize)
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn equal_keys_keep_their_order() {
        let keys = [7, 1 << 95, 0, 7, 1 << 40, 7];
        assert!(order(keys.len(), &|index| keys[index]).eq([2, 0, 3, 5, 4, 1]));
    }

    /// Few are sorted in another way than many.
    #[test]
    fn few_and_many() {
        for count in [0, 1, 2, 19, 20, 21, 100] {
            let keys: Vec<u128> = (0..count as u128).map(|index| index * 7919 % 31).collect();
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|&index| keys[index]);
            assert_eq!(order(count, &|index| keys[index]).collect::<Vec<_>>(), expected);
        }
    }
}
