//! Why the operating system did not do what it was asked for, in words.

use std::io;

use crate::failure::Cause;

/// The reason of a failure in a few words, without the number of the operating system's error.
pub(super) fn cause(error: &io::Error, word: fn(&Cause) -> String) -> String {
    if let Some(cause) = Cause::of(error) {
        return word(&cause);
    }
    let text = error.to_string();
    let text = text.split(" (os error ").next().unwrap_or_default();
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::en;
    use super::*;

    #[test]
    fn causes_are_short_and_lower_case() {
        let cause = |error: io::Error| cause(&error, en::cause);
        assert_eq!(cause(io::Error::from_raw_os_error(13)), "permission denied");
        assert_eq!(cause(io::Error::from_raw_os_error(2)), "no such file");
        assert_eq!(cause(io::Error::other("It is a device")), "it is a device");
        assert_eq!(cause(Cause::Device.into()), "it is a device");
    }
}
