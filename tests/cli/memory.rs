//! How much memory texts take that are made to take much: at most twelve times their length beside what any run takes.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use crate::ctslint;

const LENGTH: usize = 4 << 20;

/// The most memory that a run had at once, in bytes.
fn peak(folder: &std::path::Path, arguments: &[&str]) -> usize {
    let mut command = ctslint(&[&["check"], arguments, &["a.json"]].concat());
    command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the command starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    // The system forgets the figure when the process ends, which is well behind its peak.
    while child.try_wait().expect("it can be asked").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok());
        peak = peak.max(kilobytes.unwrap_or(0) << 10);
        thread::sleep(Duration::from_millis(2));
    }
    peak
}

#[test]
fn twelve_times_the_text_is_enough() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |text: &str| fs::write(folder.path().join("a.json"), text).expect("it can be written");
    write("{");
    let least = peak(folder.path(), &[]);
    assert!(least > 0);
    let repeat = |part: &str| part.repeat(LENGTH / part.len());
    let ends = format!(
        "{{'tracker_type':{}'system','is_lts_enabled':{}'true'}}",
        "\n".repeat(LENGTH / 2),
        "\n".repeat(LENGTH / 2)
    );
    let changed = format!("{{'tracker_type': 'system', 'a': [{}'x']}}", repeat("\n0,\n"));
    let controls = format!("{{\"tracker_type\": \"system\", \"a\": \"{}\"}}", repeat("\u{1}"));
    let strings = format!(
        "{{\"tracker_type\": \"system\", \"a\": [{}0]}}",
        repeat(&format!("\"{}\",", "\u{1}".repeat(4000)))
    );
    let quotes = format!("{{\"tracker_type\": \"system\", \"a\": '{}'}}", repeat("\""));
    for (what, text) in [
        ("openers", repeat("[")),
        ("objects", repeat("{\"a\":")),
        ("line ends", ends),
        ("lines", changed),
        ("control characters", controls),
        ("strings of control characters", strings),
        ("quotation marks", quotes),
        ("values", format!("[{}0]", repeat("0,"))),
        ("a long string", format!("{{\"tracker_type\": \"{}\"}}", repeat("x"))),
    ] {
        for arguments in [
            &[][..],
            &["--as", "v3", "--fix"],
            &["--as", "v3", "--diff"],
            &["--as", "v3", "--format", "json"],
        ] {
            write(&text);
            let times = (peak(folder.path(), arguments).saturating_sub(least)) as f64 / text.len() as f64;
            assert!(times <= 12.0, "{what}, {arguments:?}: {times:.1} times the text");
        }
    }
}
