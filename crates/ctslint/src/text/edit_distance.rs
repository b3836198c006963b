//! Finds the names that a misspelt name may stand for.

/// Longer names are not treated as misspellings. In bytes.
const LONGEST: usize = 48;

/// The largest difference in length, which may come from `_` alone.
const UNDERSCORES: usize = 6;

/// The largest number of edits in a misspelling.
pub(crate) const MAX_EDITS: usize = 3;

/// A name to find suggestions for.
pub(crate) struct Name<'n> {
    bytes: &'n [u8],
    /// See [`byte_kinds`].
    kinds: u32,
}

impl<'n> Name<'n> {
    /// A lower bound for the distance to a candidate with these kinds of bytes: one edit adds or removes at most two
    /// kinds.
    #[inline]
    pub(crate) const fn least_edits(&self, kinds: u32) -> usize {
        (self.kinds ^ kinds).count_ones().div_ceil(2) as usize
    }

    /// `None` for a name that is too long to be a misspelling.
    pub(crate) fn new(name: &'n str) -> Option<Self> {
        (name.len() <= LONGEST).then_some(Self {
            bytes: name.as_bytes(),
            kinds: byte_kinds(name),
        })
    }
}

/// A byte in lower case, with `_` for `-`.
const fn fold(byte: u8) -> u8 {
    match byte {
        b'-' => b'_',
        _ => byte.to_ascii_lowercase(),
    }
}

/// The bytes of a name without `-` and `_`, in lower case.
fn letters(name: &[u8]) -> impl Iterator<Item = u8> {
    name.iter().copied().map(fold).filter(|&byte| byte != b'_')
}

/// Whether two names are equal apart from case, `-` and `_`.
pub(crate) fn are_alike(left: &[u8], right: &[u8]) -> bool {
    letters(left).eq(letters(right))
}

/// The kind of a byte as a bit. Both cases of a letter are one kind, and some other bytes share one.
const fn kind(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// The kinds of bytes in a name, as a bit set that always includes `-` and `_`: names that differ only in case, `-` and
/// `_` have the same kinds.
pub(crate) const fn byte_kinds(name: &str) -> u32 {
    let mut kinds = kind(b'-') | kind(b'_');
    let mut index = 0;
    while index < name.len() {
        kinds |= kind(name.as_bytes()[index]);
        index += 1;
    }
    kinds
}

/// The distance from `name` to `candidate`, or `None` if they are too different to be a misspelling.
///
/// 0 means that they differ only in case, `-` and `_`. Otherwise it is the number of characters inserted, deleted,
/// replaced or swapped with a neighbour: at most a quarter of the candidate's length, at most 3, and at most `most`.
fn distance(name: &Name<'_>, candidate: &str, most: usize) -> Option<usize> {
    let difference = name.bytes.len().abs_diff(candidate.len());
    if difference > UNDERSCORES || candidate.len() > LONGEST {
        return None;
    }
    let allowed = match candidate.len() {
        0..=2 => 0,
        3 => 1,
        length => (length / 4).min(MAX_EDITS),
    };
    let allowed = allowed.min(most);
    // Every byte of a kind that the name does not have costs an edit. This rejects most candidates after a few bytes.
    let spare = if difference > allowed { 0 } else { allowed };
    let mut foreign = candidate.bytes().filter(|&byte| name.kinds & kind(byte) == 0);
    if foreign.nth(spare).is_some() {
        return None;
    }
    if are_alike(name.bytes, candidate.as_bytes()) {
        return Some(0);
    }
    if difference > allowed || allowed == 0 {
        return None;
    }
    // One edit adds or removes at most two kinds of bytes.
    if (name.kinds ^ byte_kinds(candidate)).count_ones() as usize > 2 * allowed {
        return None;
    }
    edits(name.bytes, candidate.as_bytes(), allowed).map(|distance| distance.max(1))
}

/// The optimal string alignment distance, or `None` if it is more than `allowed`.
fn edits(left: &[u8], right: &[u8], allowed: usize) -> Option<usize> {
    let are_same = |(left, right): &(&u8, &u8)| fold(**left) == fold(**right);
    // A common prefix and suffix cost no edits.
    let start = left.iter().zip(right).take_while(are_same).count();
    let (left, right) = (&left[start..], &right[start..]);
    let end = left.iter().rev().zip(right.iter().rev()).take_while(are_same).count();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    const ROW: usize = LONGEST + 1;
    let (mut before, mut above, mut row) = ([0_u8; ROW], [0_u8; ROW], [0_u8; ROW]);
    for (column, cell) in above.iter_mut().enumerate() {
        *cell = column as u8;
    }
    for (i, &l) in left.iter().enumerate() {
        row[0] = i as u8 + 1;
        let mut least = row[0];
        for (j, &r) in right.iter().enumerate() {
            let replaced = above[j] + u8::from(fold(l) != fold(r));
            let mut best = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && fold(l) == fold(right[j - 1]) && fold(left[i - 1]) == fold(r) {
                best = best.min(before[j - 1] + 1);
            }
            row[j + 1] = best;
            least = least.min(best);
        }
        // A swap reaches back two rows, so the next row may still be one lower.
        if usize::from(least) > allowed + 1 {
            return None;
        }
        (before, above, row) = (above, row, before);
    }
    let distance = usize::from(above[right.len()]);
    (distance <= allowed).then_some(distance)
}

/// The indices of the candidates that are nearest to a name.
#[derive(Clone, Copy)]
pub(crate) struct Suggestions {
    first: [usize; SHOWN],
    /// The number of candidates found, which may be more than are kept.
    pub(crate) count: usize,
}

/// The largest number of suggestions.
const SHOWN: usize = 3;

impl Suggestions {
    const NONE: Self = Self {
        first: [0; SHOWN],
        count: 0,
    };

    /// The indices of the suggestions, in the order in which they were compared.
    pub(crate) fn numbers(&self) -> &[usize] {
        &self.first[..self.count.min(SHOWN)]
    }

    /// The first suggestion.
    pub(crate) fn first(&self) -> Option<usize> {
        self.numbers().first().copied()
    }

    /// The suggestion, if there is exactly one.
    pub(crate) fn only(&self) -> Option<usize> {
        self.first().filter(|_| self.count == 1)
    }
}

/// The nearest of `count` candidates, if any is near enough; `candidate` returns the name with an index.
pub(crate) fn nearest<'c>(name: &str, count: usize, candidate: &dyn Fn(usize) -> &'c str) -> Suggestions {
    let Some(name) = Name::new(name) else {
        return Suggestions::NONE;
    };
    let mut search = Search::new(&name);
    for number in 0..count {
        search.consider(number, candidate(number));
    }
    search.near
}

/// A search for the candidates that are nearest to a name.
pub(crate) struct Search<'n> {
    name: &'n Name<'n>,
    /// The smallest distance so far.
    pub(crate) best: usize,
    /// The candidates at that distance.
    pub(crate) near: Suggestions,
}

impl<'n> Search<'n> {
    pub(crate) const fn new(name: &'n Name<'n>) -> Self {
        Self {
            name,
            best: usize::MAX,
            near: Suggestions::NONE,
        }
    }

    /// Compares one more candidate, with the index `number`.
    pub(crate) fn consider(&mut self, number: usize, candidate: &str) {
        if let Some(distance) = distance(self.name, candidate, self.best)
            && distance <= self.best
        {
            if distance < self.best {
                self.best = distance;
                self.near.count = 0;
            }
            if let Some(slot) = self.near.first.get_mut(self.near.count) {
                *slot = number;
            }
            self.near.count += 1;
        }
    }
}

/// The names that `name` may be a misspelling of, in the order of the list, three at most.
///
/// ```
/// let names = ctslint::rules().iter().map(|rule| rule.name);
/// assert_eq!(ctslint::suggest("short_retenton", names), ["short-retention"]);
/// ```
#[must_use]
pub fn suggest<'c>(name: &str, names: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    let names: Vec<&str> = names.into_iter().collect();
    let near = nearest(name, names.len(), &|number| names[number]);
    near.numbers().iter().map(|&number| names[number]).collect()
}

#[cfg(test)]
mod tests {
    use super::Name;

    fn distance(name: &str, candidate: &str) -> Option<usize> {
        super::distance(&Name::new(name).unwrap(), candidate, usize::MAX)
    }

    #[test]
    fn near_names() {
        for (name, candidate, expected) in [
            ("tracker_nmae", "tracker_name", 1),
            ("traker_type", "tracker_type", 1),
            ("aegncy_name", "agency_name", 1),
            ("BucketName", "bucket_name", 0),
            ("bucket-name", "bucket_name", 0),
            ("streamId", "stream_id", 0),
            ("its", "lts", 1),
            ("compression_type", "compress_type", 3),
        ] {
            assert_eq!(distance(name, candidate), Some(expected), "{name} {candidate}");
        }
    }

    /// Reference implementation of the distance.
    fn plain(left: &[u8], right: &[u8]) -> usize {
        let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                let mut best = if i.min(j) == 0 { i.max(j) } else { usize::MAX };
                if i > 0 && j > 0 {
                    let replaced = rows[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
                    best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                }
                if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = best;
            }
        }
        rows[left.len()][right.len()]
    }

    #[test]
    fn short_cuts_change_no_distance() {
        let mut names = vec![String::new()];
        for length in 0..5 {
            let longer: Vec<_> = names.iter().filter(|name| name.len() == length).cloned().collect();
            names.extend(
                longer
                    .iter()
                    .flat_map(|name| ["a", "b", "c"].map(|letter| name.clone() + letter)),
            );
        }
        for left in &names {
            for right in &names {
                let (left, right) = (left.as_bytes(), right.as_bytes());
                let expected = plain(left, right);
                for allowed in 1..4 {
                    assert_eq!(
                        super::edits(left, right, allowed),
                        (expected <= allowed).then_some(expected),
                        "{left:?} {right:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn different_names() {
        for (name, candidate) in [
            ("log_group_id", "log_group_name"),
            ("name", "tracker_name"),
            ("it", "id"),
            ("", "lts"),
            ("kms", "kms_id"),
        ] {
            assert_eq!(distance(name, candidate), None, "{name} {candidate}");
        }
    }
}
