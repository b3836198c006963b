//! How large a release is, and how long its users wait for it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::npm;
use super::platforms::Platform;
use super::registry::Registry;
use super::verify::{package, prove_hook, wheel};
use super::{LARGEST_BINARY, LARGEST_WHEEL, megabytes};
use crate::hooks::Runner;
use crate::shell::{self, Outcome};

/// Everything is measured in turn, so often.
const ROUNDS: usize = 3;

/// Measures and prints all.
pub(crate) fn run(release: &Path) -> Outcome {
    let place = shell::workspace().join("measure");
    shell::empty(&place)?;
    let platform = Platform::of_this_machine().ok_or("a release has no binary for this machine")?;
    let registry = Registry::start(release)?;

    let binary = place.join("binary");
    shell::empty(&binary)?;
    npm::unpack(&platform.archive(release), &binary)?;
    let native = binary.join(platform.binary());
    println!("{:56} {:>10} {:>8}", "", "got", "bar");
    line("static binary, MB", megabytes(&native)?, LARGEST_BINARY);
    for platform in super::PLATFORMS {
        if let Ok(size) = megabytes(&platform.wheel_file(release)) {
            line(&format!("wheel for {}, MB", platform.target), size, LARGEST_WHEEL);
        }
    }
    line(
        "npm package without the binary, packed, kB",
        megabytes(&npm::tarball("ctslint", release))? * 1e3,
        500.0,
    );

    let shim = package(&registry, platform, &place.join("npm"))?;
    let wheel = wheel(release, &place.join("wheel"))?;
    let body = shell::root().join("examples/good/v3-obs.json");
    let check = ["check", "--isolated", &body.to_string_lossy()];
    let programs: [(&Path, &[&str]); 4] = [
        (&native, &check),
        (&wheel.command, &check),
        (&shim.command, &check),
        (Path::new("node"), &["-e", "0"]),
    ];
    let mut least = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        for (least, (program, arguments)) in least.iter_mut().zip(programs) {
            *least = (*least).min(fastest(program, arguments)?);
        }
    }
    let [native, wheel, shim, node] = least.map(|time| time.as_secs_f64() * 1e3);
    line("the binary on one file, ms", native, 3.0);
    line("from the wheel, ms", wheel, 3.0);
    println!("{:56} {shim:>10.1}", "from `node_modules/.bin`, ms");
    println!("{:56} {node:>10.1}", "`node -e 0`, ms");
    line("from `node_modules/.bin` : `node -e 0`", shim / node, 2.0);

    let mut lines = Vec::new();
    for runner in [Runner::pre_commit()?, Runner::prek()?] {
        for hook in ["ctslint", "ctslint-node"] {
            let times = prove_hook(release, &registry, &runner, hook, &place)?;
            let beside = times.warm.saturating_sub(times.nothing);
            lines.push((
                format!("{} with {hook}, cold, s", runner.name),
                times.cold.as_secs_f64(),
                5.0,
            ));
            lines.push((
                format!("{} with {hook}, warm, beside `true`, ms", runner.name),
                beside.as_secs_f64() * 1e3,
                100.0,
            ));
        }
    }
    println!();
    for (what, got, bar) in lines {
        line(&what, got, bar);
    }
    Ok(())
}

fn line(what: &str, got: f64, bar: f64) {
    println!(
        "{what:56} {got:>10.2} {bar:>8}{}",
        if got <= bar { "" } else { "  missed" }
    );
}

/// The least time of some runs of a program, which must succeed.
fn fastest(program: &Path, arguments: &[&str]) -> Result<Duration, String> {
    let mut least = Duration::MAX;
    for _ in 0..20 {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let start = Instant::now();
        let succeeded = command.status().is_ok_and(|status| status.success());
        let time = start.elapsed();
        if !succeeded {
            return Err(format!("{} fails", program.display()));
        }
        least = least.min(time);
    }
    Ok(least)
}
