//! Time and memory of bodies from 1 kB to 100 MB.
//!
//! Prints one line a body: what it is made of, its bytes, nanoseconds a byte (the least of several runs), and the most
//! memory that was in use beyond the text itself, in bytes a byte of the text (where the system is Linux).
//! `cargo bench --bench growth -- 10000000` stops at that size.
#![allow(clippy::unwrap_used, reason = "a benchmark that can't run must fail")]

use std::fs;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use ctslint::Options;
use ctslint_bench::SHAPES;

/// Before this size, bodies drown in what the process needs anyway.
const MEASURED: usize = 100_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [command, shape, size] = arguments.as_slice()
        && command == "memory"
    {
        let (shape, size): (usize, usize) = (shape.parse().unwrap(), size.parse().unwrap());
        println!("{}", memory(&SHAPES[shape].body(size)).unwrap_or_default());
        return;
    }
    let largest = arguments
        .iter()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000_000);
    println!(
        "{:36} {:>11} {:>8} {:>8} {:>10}",
        "body", "bytes", "ns/B", "memory", "findings"
    );
    for (index, shape) in SHAPES.iter().enumerate() {
        let sizes = std::iter::successors(Some(1_000), |size| Some(size * 10));
        for size in sizes.take_while(|size| *size <= largest) {
            let body = shape.body(size);
            let bytes = body.len();
            let findings = ctslint::check(&body, &Options::default()).findings.len();
            let time = time(&body).as_nanos() as f64 / bytes as f64;
            let memory = if size < MEASURED {
                "-".into()
            } else {
                memory_apart(index, size).map_or_else(|| "?".into(), |memory| format!("{:.1}", memory / bytes as f64))
            };
            println!("{:36} {bytes:>11} {time:>8.2} {memory:>8} {findings:>10}", shape.name);
        }
    }
}

/// The least time of several runs.
fn time(body: &str) -> Duration {
    let start = Instant::now();
    let mut least = Duration::MAX;
    let mut runs = 0;
    while runs < 3 || (runs < 1_000 && start.elapsed() < Duration::from_millis(300)) {
        let start = Instant::now();
        let report = ctslint::check(black_box(body), &Options::default());
        least = least.min(start.elapsed());
        black_box(report);
        runs += 1;
    }
    least
}

/// What [`memory`] measures in a fresh process, where no freed memory is at hand.
fn memory_apart(shape: usize, size: usize) -> Option<f64> {
    let arguments = ["memory".to_owned(), shape.to_string(), size.to_string()];
    let output = Command::new(std::env::current_exe().ok()?)
        .args(arguments)
        .output()
        .ok()?;
    let memory: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    (memory > 0.0).then_some(memory)
}

/// How many bytes more the process holds at most while it checks the body.
fn memory(body: &str) -> Option<u64> {
    // Sets the peak back to what is in use now.
    fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = status("VmRSS:")?;
    black_box(ctslint::check(black_box(body), &Options::default()));
    Some(status("VmHWM:")?.saturating_sub(before))
}

/// A line of the status of this process, in bytes.
fn status(name: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
