//! Which name did the author mean?

/// Names longer than this are no misspelling of a field.
const LONGEST: usize = 48;

/// How many more characters a name may have by its `_` alone.
const UNDERSCORES: usize = 6;

/// A name that somebody wrote.
pub(crate) struct Name<'n> {
    bytes: &'n [u8],
    /// The kinds of its bytes.
    kinds: u32,
}

impl<'n> Name<'n> {
    /// `None` for a name that is too long to be a misspelling.
    pub(crate) fn new(name: &'n str) -> Option<Self> {
        (name.len() <= LONGEST).then_some(Self {
            bytes: name.as_bytes(),
            kinds: kinds(name),
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

/// What a name has besides `-` and `_`, in lower case.
fn letters(name: &[u8]) -> impl Iterator<Item = u8> {
    name.iter().copied().map(fold).filter(|&byte| byte != b'_')
}

/// Whether names differ in case and in `-` and `_` at most.
pub(crate) fn are_alike(left: &[u8], right: &[u8]) -> bool {
    letters(left).eq(letters(right))
}

/// A bit for the kind of a byte: upper and lower case are one, and so are some others.
const fn kind(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// The kinds of bytes in a name, and always those of `-` and `_`.
fn kinds(name: &str) -> u32 {
    name.bytes()
        .fold(kind(b'-') | kind(b'_'), |kinds, byte| kinds | kind(byte))
}

/// How far `name` is from `candidate`, or `None` when they are too different for one to be meant by the other.
///
/// 0 means that they differ only in case and in `-` and `_`. Otherwise it is the number of characters inserted, deleted,
/// replaced or swapped with a neighbour; a quarter of the characters may differ, 3 at most.
fn distance(name: &Name<'_>, candidate: &str) -> Option<usize> {
    let difference = name.bytes.len().abs_diff(candidate.len());
    if difference > UNDERSCORES || candidate.len() > LONGEST {
        return None;
    }
    let allowed = match candidate.len() {
        0..=2 => 0,
        3 => 1,
        length => (length / 4).min(3),
    };
    // Each byte of a kind that the name has not is an edit. Most candidates are out after a few bytes: of another length,
    // after the first such byte.
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
    // An edit adds or takes away at most two kinds of bytes.
    if (name.kinds ^ kinds(candidate)).count_ones() as usize > 2 * allowed {
        return None;
    }
    edits(name.bytes, candidate.as_bytes(), allowed).map(|distance| distance.max(1))
}

/// The optimal string alignment distance, or `None` when it is more than `allowed`.
fn edits(left: &[u8], right: &[u8], allowed: usize) -> Option<usize> {
    let are_same = |(left, right): &(&u8, &u8)| fold(**left) == fold(**right);
    // What both start and end with takes no edits.
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
        // A swap reaches back two rows, so that one row more may still come to less.
        if usize::from(least) > allowed + 1 {
            return None;
        }
        (before, above, row) = (above, row, before);
    }
    let distance = usize::from(above[right.len()]);
    (distance <= allowed).then_some(distance)
}

/// The candidates that are nearest to a name, by their numbers.
#[derive(Clone, Copy)]
pub(crate) struct Near {
    first: [usize; SHOWN],
    /// How many there are.
    pub(crate) count: usize,
}

/// Never more than three alternatives are told.
const SHOWN: usize = 3;

impl Near {
    const NONE: Self = Self {
        first: [0; SHOWN],
        count: 0,
    };

    /// Those that are told, in their order.
    pub(crate) fn numbers(&self) -> &[usize] {
        &self.first[..self.count.min(SHOWN)]
    }

    /// The first one.
    pub(crate) fn first(&self) -> Option<usize> {
        self.numbers().first().copied()
    }

    /// The only one.
    pub(crate) fn only(&self) -> Option<usize> {
        self.first().filter(|_| self.count == 1)
    }
}

/// Those of the candidates with numbers below `count` that are nearest to `name`; none when none is near enough.
pub(crate) fn nearest<'c>(name: &str, count: usize, candidate: &dyn Fn(usize) -> &'c str) -> Near {
    let Some(name) = Name::new(name) else { return Near::NONE };
    let mut search = Search::new(&name);
    for number in 0..count {
        search.look_at(number, candidate(number));
    }
    search.near
}

/// A search for the candidates that are nearest to a name.
pub(crate) struct Search<'n> {
    name: &'n Name<'n>,
    best: usize,
    /// Those that were found.
    pub(crate) near: Near,
}

impl<'n> Search<'n> {
    pub(crate) const fn new(name: &'n Name<'n>) -> Self {
        Self {
            name,
            best: usize::MAX,
            near: Near::NONE,
        }
    }

    /// Looks at one more candidate, which has this number.
    pub(crate) fn look_at(&mut self, number: usize, candidate: &str) {
        if let Some(distance) = distance(self.name, candidate)
            && distance <= self.best
        {
            if distance < self.best {
                self.best = distance;
                self.near.count = 0;
            }
            if let Some(place) = self.near.first.get_mut(self.near.count) {
                *place = number;
            }
            self.near.count += 1;
        }
    }
}

/// The names of a list that a mistyped one may have been meant to be, in their order, three at most; none when nothing comes
/// near.
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
        super::distance(&Name::new(name).unwrap(), candidate)
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

    /// The distance by its definition.
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
