//! The platforms that a release has binaries for, and what everybody calls them.

use std::path::{Path, PathBuf};

/// A platform, by the names that it has elsewhere.
pub(crate) struct Platform {
    /// What it is compiled for. On Linux that is musl, whose binaries are static and start everywhere.
    pub(crate) target: &'static str,
    /// `process.platform` and `process.arch` of Node, which npm reads as `os` and `cpu`.
    pub(crate) node: [&'static str; 2],
    /// The tags of its wheel. A static binary keeps to both standards of Linux.
    pub(crate) wheel: &'static str,
    /// `RUNNER_OS-RUNNER_ARCH` of GitHub's runners.
    pub(crate) runner: &'static str,
    /// `TARGETARCH` of Docker, where there is an image for it.
    pub(crate) docker: Option<&'static str>,
}

/// All of them.
pub(crate) const PLATFORMS: &[Platform] = &[
    Platform {
        target: "x86_64-unknown-linux-musl",
        node: ["linux", "x64"],
        wheel: "manylinux2014_x86_64.musllinux_1_1_x86_64",
        runner: "Linux-X64",
        docker: Some("amd64"),
    },
    Platform {
        target: "aarch64-unknown-linux-musl",
        node: ["linux", "arm64"],
        wheel: "manylinux2014_aarch64.musllinux_1_1_aarch64",
        runner: "Linux-ARM64",
        docker: Some("arm64"),
    },
    Platform {
        target: "x86_64-pc-windows-gnu",
        node: ["win32", "x64"],
        wheel: "win_amd64",
        runner: "Windows-X64",
        docker: None,
    },
    Platform {
        target: "aarch64-apple-darwin",
        node: ["darwin", "arm64"],
        wheel: "macosx_11_0_arm64",
        runner: "macOS-ARM64",
        docker: None,
    },
    Platform {
        target: "x86_64-apple-darwin",
        node: ["darwin", "x64"],
        wheel: "macosx_10_12_x86_64",
        runner: "macOS-X64",
        docker: None,
    },
];

impl Platform {
    /// The one of this machine, if a release has it.
    pub(crate) fn of_this_machine() -> Option<&'static Self> {
        let arch = std::env::consts::ARCH;
        let system = match std::env::consts::OS {
            "linux" => "linux-musl",
            "macos" => "darwin",
            other => other,
        };
        PLATFORMS
            .iter()
            .find(|platform| platform.target.starts_with(arch) && platform.target.contains(system))
    }

    /// The file name of the binary.
    pub(crate) fn binary(&self) -> &'static str {
        if self.node[0] == "win32" {
            "ctslint.exe"
        } else {
            "ctslint"
        }
    }

    /// The name of the npm package with its binary.
    pub(crate) fn package(&self) -> String {
        let [system, architecture] = self.node;
        format!("@ctslint/cli-{system}-{architecture}")
    }

    /// The folder that its archive unpacks to, and the archive's name without its ending.
    pub(crate) fn folder(&self) -> String {
        format!("ctslint-{}-{}", env!("CARGO_PKG_VERSION"), self.target)
    }

    /// The archive of its binary, in a release.
    pub(crate) fn archive(&self, release: &Path) -> PathBuf {
        release.join(format!("{}.tar.gz", self.folder()))
    }

    /// Its wheel, in a release.
    pub(crate) fn wheel_file(&self, release: &Path) -> PathBuf {
        let version = env!("CARGO_PKG_VERSION");
        release.join(format!("ctslint-{version}-py3-none-{}.whl", self.wheel))
    }
}
