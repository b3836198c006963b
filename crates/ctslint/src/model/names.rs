//! A perfect hash over field names, computed at compile time.

/// The largest number of names in a table. With 64 slots for 24 names, a seed without collisions is found in a few
/// tries.
pub(crate) const CAPACITY: usize = 24;
/// Marks a slot without a name.
const EMPTY: u8 = u8::MAX;

/// A perfect hash over a fixed list of names. The caller keeps the list, and needs one comparison per lookup.
#[derive(Debug, PartialEq)]
pub(crate) struct Names<const SLOTS: usize = 64> {
    slots: [u8; SLOTS],
    seed: u64,
}

impl<const SLOTS: usize> Names<SLOTS> {
    /// Hashes the first `len` of these names. `SLOTS` must be a power of two.
    ///
    /// Fails to compile when a name is empty or occurs twice.
    pub(crate) const fn new(names: &[&'static str], len: usize) -> Self {
        let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
        'seeds: loop {
            let mut slots = [EMPTY; SLOTS];
            let mut index = 0;
            while index < len {
                let name = names[index].as_bytes();
                assert!(!name.is_empty(), "a name is empty");
                let mut other = 0;
                while other < index {
                    assert!(!same(name, names[other].as_bytes()), "a name occurs twice");
                    other += 1;
                }
                let slot = slot::<SLOTS>(seed, name);
                if slots[slot] != EMPTY {
                    seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(2);
                    continue 'seeds;
                }
                slots[slot] = index as u8;
                index += 1;
            }
            return Self { slots, seed };
        }
    }

    /// The only index that this name can have in the list. The caller must compare the name found there, if any.
    #[inline]
    pub(crate) fn candidate(&self, name: &str) -> usize {
        match name {
            "" => usize::from(EMPTY),
            _ => usize::from(self.slots[slot::<SLOTS>(self.seed, name.as_bytes())]),
        }
    }
}

/// The slot of a name, from its length and from its first and last eight bytes.
#[inline]
const fn slot<const SLOTS: usize>(seed: u64, name: &[u8]) -> usize {
    let (head, tail) = match (name.first_chunk::<8>(), name.last_chunk::<8>()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => match (name.first_chunk::<2>(), name.last_chunk::<2>()) {
            (Some(head), Some(tail)) => (u16::from_le_bytes(*head) as u64, u16::from_le_bytes(*tail) as u64),
            _ => (name[0] as u64, 0),
        },
    };
    let mixed = head ^ tail.rotate_left(29) ^ name.len() as u64;
    (mixed.wrapping_mul(seed) >> (64 - SLOTS.trailing_zeros())) as usize
}

/// Whether two short texts are equal. For so few bytes this is faster than a call of `memcmp`.
#[inline]
pub(crate) fn equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    match (left.last_chunk::<8>(), right.last_chunk::<8>()) {
        (Some(left_tail), Some(right_tail)) => {
            let (left_words, right_words) = (left.as_chunks::<8>().0, right.as_chunks::<8>().0);
            // The last eight bytes overlap the words before them.
            left_tail == right_tail && left_words.iter().zip(right_words).all(|(left, right)| left == right)
        }
        _ => left.iter().zip(right).all(|(left, right)| left == right),
    }
}

/// Whether two names are equal, at compile time.
pub(crate) const fn same(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[&str] = &["a", "bucket_name", "log_group_name", "log_topic_name"];
    const NAMES: Names = Names::new(LIST, LIST.len());

    #[test]
    fn finds_each_name() {
        for (index, name) in LIST.iter().enumerate() {
            assert_eq!(NAMES.candidate(name), index);
        }
        assert_eq!(LIST.get(NAMES.candidate("")), None);
    }
}
