//! Signals during `check --fix`, at random moments: each file has its old content or its new one, and nothing else is left.
//!
//! `cargo xtask kill` does the same many more times.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::ctslint;

const OLD: &str = "{\"tracker_type\": 'system', \"tracker_nmae\": \"system\", \"is_lts_enabled\": \"true\"}";
const NEW: &str = "{\"tracker_type\": \"system\", \"tracker_name\": \"system\", \"is_lts_enabled\": true}";

/// How often each signal is sent, and how many files there are to fix.
fn extent() -> (u32, usize) {
    match std::env::var("KILLS") {
        Ok(times) => (times.parse().expect("a number"), 300),
        Err(_) => (8, 60),
    }
}

/// What came of the runs that a signal ended.
#[derive(Debug, Default)]
struct Tally {
    runs: usize,
    /// When some files were fixed and others not.
    midway: usize,
    /// Files that had neither their old content nor their new one.
    partial: usize,
    /// Files that were there beside those to fix.
    temporary: usize,
}

#[test]
fn a_signal_leaves_whole_files_and_no_others() {
    let (times, files) = extent();
    for signal in ["TERM", "INT", "HUP", "KILL"] {
        let tally = kill(signal, times, files);
        println!("SIG{signal}: {tally:?}");
        assert_eq!(tally.partial, 0, "SIG{signal}: {tally:?}");
        // Nothing can be done before this one.
        assert!(signal == "KILL" || tally.temporary == 0, "SIG{signal}: {tally:?}");
        assert!(tally.midway > 0, "no signal came in time: {tally:?}");
    }
}

/// Those of other runs are none of ours.
#[test]
fn temporary_files_of_others_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(".ctslint-abcdef"), "theirs").expect("a file");
    for signal in ["TERM", "KILL"] {
        reset(folder.path(), 60);
        run(folder.path(), Some((signal, Duration::from_millis(20))));
    }
    run(folder.path(), None);
    let theirs = fs::read(folder.path().join(".ctslint-abcdef")).expect("it is still there");
    assert_eq!(theirs, b"theirs");
}

/// Ends so many runs with a signal, at moments that are spread over a run. A machine that is busy with something else may have made the
/// run that is the measure much longer or shorter than the others: then more runs follow, until one is met midway.
fn kill(signal: &str, times: u32, files: usize) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let mut tally = Tally::default();
    reset(folder.path(), files);
    let (status, whole) = run(folder.path(), None);
    assert!(status.success(), "{status}");
    for index in 0..20 * times {
        if index >= times && tally.midway > 0 {
            break;
        }
        reset(folder.path(), files);
        let random = (RandomState::new().hash_one(index) % 1000) as f64 / 1000.0;
        let moment = match index < times {
            true => (f64::from(index) + random) / f64::from(times),
            false => 2.0 * random,
        };
        let (status, _) = run(folder.path(), Some((signal, whole.mul_f64(moment))));
        assert!(status.success() || status.signal().is_some(), "SIG{signal}: {status}");
        tally.add(folder.path(), files);
    }
    tally
}

/// Puts the files into their old state, and removes all others.
fn reset(folder: &Path, files: usize) {
    for entry in fs::read_dir(folder).expect("it is there") {
        let path = entry.expect("it is there").path();
        if path.extension().is_none() && !path.ends_with(".ctslint-abcdef") {
            fs::remove_file(path).expect("it is there");
        }
    }
    for index in 0..files {
        fs::write(folder.join(format!("{index}.json")), OLD).expect("a file");
    }
}

/// Fixes the files, up to a signal after a while; the status, and the time that it took.
fn run(folder: &Path, signal: Option<(&str, Duration)>) -> (ExitStatus, Duration) {
    let mut command = ctslint(&["check", "--fix", "--quiet", "--jobs", "3", "."]);
    command.current_dir(folder).stdout(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().expect("the command starts");
    if let Some((signal, after)) = signal {
        thread::sleep(after);
        // It fails where the run has ended already.
        let _ = Command::new("kill")
            .args(["-s", signal, &child.id().to_string()])
            .stderr(Stdio::null())
            .status()
            .expect("kill starts");
    }
    (child.wait().expect("the command ends"), start.elapsed())
}

impl Tally {
    fn add(&mut self, folder: &Path, files: usize) {
        let mut old = 0;
        let mut new = 0;
        for entry in fs::read_dir(folder).expect("it is there") {
            let path = entry.expect("it is there").path();
            let text = fs::read(&path).expect("it can be read");
            match path.extension() {
                None => self.temporary += 1,
                Some(_) if text == OLD.as_bytes() => old += 1,
                Some(_) if text == NEW.as_bytes() => new += 1,
                Some(_) => {}
            }
        }
        self.runs += 1;
        self.partial += files - old - new;
        self.midway += usize::from(old > 0 && new > 0);
    }
}
