//! What people see: safe text, colours, excerpts of files, progress, and messages beside the report.

mod aside;
mod color;
mod escape;
pub(crate) mod excerpt;
mod hyperlinks;
mod progress;

pub(crate) use aside::{print_aside, tell};
pub(crate) use color::{Color, Target};
pub(crate) use escape::{columns_of, disturbs, padded, path, visible};
pub(crate) use hyperlinks::{Hyperlinks, linked};
pub(crate) use progress::Progress;
