//! What waits to be written: in memory while it is short, beyond that in a temporary file without a name.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

/// How much stays in memory, in bytes.
const LONGEST: usize = 128 * 1024;

/// Bytes that are written to be read once. Where there is no room in the folder for temporary files, all stay in memory, so that
/// writing never fails.
#[derive(Debug, Default)]
pub(crate) struct Spool {
    /// What comes first, and how much of the file is filled.
    file: Option<(File, u64)>,
    /// What follows.
    memory: Vec<u8>,
    /// Whether there is no room for it in a file.
    stays: bool,
}

impl Spool {
    /// Whether there is nothing in it.
    pub(crate) const fn is_empty(&self) -> bool {
        self.file.is_none() && self.memory.is_empty()
    }

    /// Writes all of it.
    pub(crate) fn copy_to(self, out: &mut dyn Write) -> io::Result<()> {
        if let Some((mut file, length)) = self.file {
            file.rewind()?;
            io::copy(&mut file.take(length), out)?;
        }
        out.write_all(&self.memory)
    }

    /// Moves what is in memory to the file.
    fn roll(&mut self) -> io::Result<()> {
        let (mut file, length) = match self.file.take() {
            Some(open) => open,
            None => (tempfile::tempfile()?, 0),
        };
        let written = file.write_all(&self.memory);
        let added = if written.is_ok() { self.memory.len() } else { 0 };
        // What was written before an error is passed over.
        self.file = Some((file, length + added as u64));
        written?;
        self.memory.clear();
        Ok(())
    }
}

/// What is there already. What is long leaves memory at once.
impl From<Vec<u8>> for Spool {
    fn from(memory: Vec<u8>) -> Self {
        let mut spool = Self {
            memory,
            ..Self::default()
        };
        if spool.memory.len() > LONGEST {
            spool.stays = spool.roll().is_err();
            spool.memory.shrink_to_fit();
        }
        spool
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bytes = &bytes[..bytes.len().min(LONGEST)];
        self.memory.extend_from_slice(bytes);
        if self.memory.len() > LONGEST && !self.stays {
            self.stays = self.roll().is_err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(spool: Spool) -> Vec<u8> {
        let mut read = Vec::new();
        spool.copy_to(&mut read).expect("it can be read");
        read
    }

    #[test]
    fn what_is_written_comes_back_whatever_its_length() {
        for count in [0, 1, LONGEST / 8, LONGEST, 3 * LONGEST] {
            let bytes: Vec<u8> = (0..count as u32).flat_map(u32::to_le_bytes).collect();
            let whole = Spool::from(bytes.clone());
            assert!(whole.memory.len() <= LONGEST);
            assert!(read(whole) == bytes);
            for stays in [false, true] {
                let mut spool = Spool {
                    stays,
                    ..Spool::default()
                };
                for chunk in bytes.chunks(1000) {
                    spool.write_all(chunk).expect("it never fails");
                }
                assert_eq!(spool.is_empty(), count == 0);
                assert!(stays || spool.memory.len() <= LONGEST);
                assert!(read(spool) == bytes);
            }
        }
    }
}
