//! What the system allows a process: memory and open files.

/// Whether there is memory for a further thread. One that gets none ends the process.
pub(crate) fn has_memory_for_a_thread() -> bool {
    /// For its stack and its texts, in bytes; nothing of this is touched.
    const ROOM: usize = 16 << 20;
    let mut room: Vec<u8> = Vec::new();
    let has_room = room.try_reserve_exact(ROOM).is_ok();
    // Otherwise the compiler takes the memory for granted.
    std::hint::black_box(room);
    has_room
}

/// For how many threads that read and write files the open files suffice; at least for one.
#[cfg(unix)]
pub(crate) fn threads_with_files() -> usize {
    use rustix::process::{Resource, getrlimit};

    /// A file, the one that replaces it, and their folder.
    const OF_A_THREAD: u64 = 3;
    /// The streams, the reports and what waits for signals.
    const OTHERS: u64 = 8;
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let threads = files.saturating_sub(OTHERS) / OF_A_THREAD;
    usize::try_from(threads).unwrap_or(usize::MAX).max(1)
}

/// For how many threads that read and write files the open files suffice.
#[cfg(not(unix))]
pub(crate) fn threads_with_files() -> usize {
    usize::MAX
}
