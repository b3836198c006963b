//! Which name did the author mean?

/// Names longer than this are no misspelling of a field.
const LONGEST: usize = 48;

/// How many more characters a name may have by its `_` alone.
const UNDERSCORES: usize = 6;

/// A name in lower case, with `_` for `-`.
struct Folded {
    bytes: [u8; LONGEST],
    len: usize,
    /// The kinds of its bytes.
    kinds: u32,
}

impl Folded {
    /// `None` for a name that is too long to be a misspelling.
    fn new(name: &str) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        let target = bytes.get_mut(..name.len())?;
        for (to, from) in target.iter_mut().zip(name.bytes()) {
            *to = if from == b'-' { b'_' } else { from.to_ascii_lowercase() };
        }
        Some(Self {
            bytes,
            len: name.len(),
            kinds: name
                .bytes()
                .fold(kind(b'-') | kind(b'_'), |kinds, byte| kinds | kind(byte)),
        })
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn letters(&self) -> impl Iterator<Item = &u8> {
        self.as_bytes().iter().filter(|&&byte| byte != b'_')
    }
}

/// A bit for the kind of a byte: upper and lower case are one, and so are some others.
const fn kind(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// How far `name` is from `candidate`, or `None` when they are too different for one to be meant by the other.
///
/// 0 means that they differ only in case and in `-` and `_`. Otherwise it is the number of characters inserted, deleted,
/// replaced or swapped with a neighbour; a quarter of the characters may differ, 3 at most.
fn distance(name: &Folded, candidate: &str) -> Option<usize> {
    let difference = name.len.abs_diff(candidate.len());
    if difference > UNDERSCORES {
        return None;
    }
    let allowed = match candidate.len() {
        0..=2 => 0,
        3 => 1,
        length => (length / 4).min(3),
    };
    // Each byte of a kind that the name has not is an edit. Most candidates are out after a few bytes.
    let mut foreign = candidate.bytes().filter(|&byte| name.kinds & kind(byte) == 0);
    if foreign.nth(allowed).is_some() {
        return None;
    }
    let candidate = Folded::new(candidate)?;
    if name.letters().eq(candidate.letters()) {
        return Some(0);
    }
    if difference > allowed || allowed == 0 {
        return None;
    }
    // An edit adds or takes away at most two kinds of bytes.
    if (name.kinds ^ candidate.kinds).count_ones() as usize > 2 * allowed {
        return None;
    }
    edits(name.as_bytes(), candidate.as_bytes(), allowed).map(|distance| distance.max(1))
}

/// The optimal string alignment distance, or `None` when it is more than `allowed`.
fn edits(left: &[u8], right: &[u8], allowed: usize) -> Option<usize> {
    const ROW: usize = LONGEST + 1;
    let (mut before, mut above, mut row) = ([0_u8; ROW], [0_u8; ROW], [0_u8; ROW]);
    for (column, cell) in above.iter_mut().enumerate() {
        *cell = column as u8;
    }
    for (i, &l) in left.iter().enumerate() {
        row[0] = i as u8 + 1;
        let mut least = row[0];
        for (j, &r) in right.iter().enumerate() {
            let replaced = above[j] + u8::from(l != r);
            let mut best = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && l == right[j - 1] && left[i - 1] == r {
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

/// The candidates nearest to `name`, in their order; empty when none is near enough.
pub(crate) fn nearest<'c, T: Copy>(name: &str, candidates: impl Iterator<Item = (T, &'c str)>) -> Vec<T> {
    let mut best = usize::MAX;
    let mut found = Vec::new();
    let Some(name) = Folded::new(name) else { return found };
    for (item, candidate) in candidates {
        let Some(distance) = distance(&name, candidate) else {
            continue;
        };
        if distance < best {
            best = distance;
            found.clear();
        }
        if distance == best {
            found.push(item);
        }
    }
    found
}

/// The names of a list that a mistyped one may have been meant to be, in their order; none when nothing comes near.
///
/// ```
/// let names = ctslint::rules().iter().map(|rule| rule.name);
/// assert_eq!(ctslint::suggest("short_retenton", names), ["short-retention"]);
/// ```
#[must_use]
pub fn suggest<'c>(name: &str, names: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    nearest(name, names.into_iter().map(|name| (name, name)))
}

#[cfg(test)]
mod tests {
    use super::Folded;

    fn distance(name: &str, candidate: &str) -> Option<usize> {
        super::distance(&Folded::new(name).unwrap(), candidate)
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
