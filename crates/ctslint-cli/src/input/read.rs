//! Reads whole files, or standard input.

use std::io::{self, Read};
use std::path::Path;

use super::pipe;
use crate::failure::Cause;

/// The longest text whose positions fit into a report.
const LONGEST: u64 = u32::MAX as u64;

/// Larger texts are read into a buffer of their own, which is freed afterwards.
const SMALL: usize = 64 * 1024;

/// Reads files one after the other; small ones share a buffer.
pub(crate) struct Reader {
    small: Vec<u8>,
    large: Vec<u8>,
}

impl Reader {
    pub(crate) fn new() -> Self {
        Self {
            small: vec![0; SMALL],
            large: Vec::new(),
        }
    }

    /// The content of a file.
    pub(crate) fn file(&mut self, path: &Path) -> io::Result<&[u8]> {
        let mut file = pipe::open(path)?;
        let read = match file.read(&mut self.small) {
            Ok(0) => {
                pipe::wait_for_writer(&file)?;
                0
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => 0,
            result => result?,
        };
        self.text(file, read, pipe::wait_for_data, |file| {
            let metadata = file.metadata()?;
            if is_device(&metadata) {
                return Err(Cause::Device.into());
            }
            if !metadata.is_file() {
                pipe::wait_for_data(file)?;
            }
            Ok(metadata.len())
        })
    }

    /// Standard input, to its end.
    pub(crate) fn stdin(&mut self) -> io::Result<&[u8]> {
        self.text(io::stdin().lock(), 0, |_| Ok(()), |_| Ok(0))
    }

    /// So many bytes of it are read already. `wait` is called where there is no data yet, `length` only for large texts.
    fn text<R: Read>(
        &mut self,
        mut from: R,
        mut filled: usize,
        wait: impl Fn(&R) -> io::Result<()>,
        length: impl FnOnce(&R) -> io::Result<u64>,
    ) -> io::Result<&[u8]> {
        self.large = Vec::new();
        while filled < SMALL {
            match from.read(&mut self.small[filled..]) {
                Ok(0) => return Ok(&self.small[..filled]),
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => wait(&from)?,
                Err(error) => return Err(error),
            }
        }
        let length = length(&from)?;
        if length <= LONGEST {
            self.large
                .reserve_exact(usize::try_from(length).unwrap_or(0).max(2 * SMALL) + 1);
            self.large.extend_from_slice(&self.small);
            from.take(LONGEST + 1 - SMALL as u64).read_to_end(&mut self.large)?;
        }
        if length > LONGEST || self.large.len() as u64 > LONGEST {
            self.large = Vec::new();
            return Err(Cause::LargerThan("4 GiB").into());
        }
        Ok(&self.large)
    }
}

#[cfg(unix)]
fn is_device(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    metadata.file_type().is_char_device() || metadata.file_type().is_block_device()
}

#[cfg(not(unix))]
fn is_device(_metadata: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_any_length_are_read_whole() {
        let mut reader = Reader::new();
        for length in [0, 1, SMALL - 1, SMALL, SMALL + 1, 5 * SMALL, 3] {
            let text: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let read = reader
                .text(&text[..], 0, |_| Ok(()), |text| Ok(text.len() as u64))
                .expect("memory can be read");
            assert_eq!(read, text);
        }
    }

    #[test]
    fn a_text_that_no_position_can_point_into_is_refused() {
        let mut reader = Reader::new();
        let error = reader
            .text(io::repeat(b' '), 0, |_| Ok(()), |_| Ok(LONGEST + 1))
            .expect_err("too long");
        assert_eq!(Cause::of(&error), Some(Cause::LargerThan("4 GiB")));
    }
}
