//! How much memory there is.

/// Whether there is memory for a further thread. One that gets none ends the process.
pub(crate) fn is_left_for_a_thread() -> bool {
    /// For its stack and its texts, in bytes; nothing of this is touched.
    const ROOM: usize = 16 << 20;
    let mut room: Vec<u8> = Vec::new();
    let is_left = room.try_reserve_exact(ROOM).is_ok();
    // Otherwise the compiler takes the memory for granted.
    std::hint::black_box(room);
    is_left
}
