//! Running the command.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What a run came to.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The command, in the folder of the fixtures, with nothing in the environment that changes what it does.
pub(crate) fn ctslint(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ctslint"));
    command.args(arguments).stdin(Stdio::null());
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C");
    command
}

/// `ctslint check` with these arguments.
pub(crate) fn check(arguments: &[&str]) -> Run {
    Run::of(ctslint(&[&["check"], arguments].concat()))
}

impl Run {
    pub(crate) fn of(mut command: Command) -> Self {
        Self::from(command.output().expect("the command starts"))
    }

    /// Runs the command with this on its standard input.
    pub(crate) fn with_stdin(mut command: Command, stdin: &[u8]) -> Self {
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        child
            .stdin
            .take()
            .expect("it is piped")
            .write_all(stdin)
            .expect("it is read");
        Self::from(child.wait_with_output().expect("the command ends"))
    }

    /// Asserts the status and that nothing was said on standard error.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!((self.status, self.stderr.as_str()), (status, ""), "{}", self.stdout);
        self
    }

    /// Asserts that the run failed with this line on standard error and nothing else.
    #[track_caller]
    pub(crate) fn fails(self, line: &str) -> Self {
        assert_eq!((self.status, self.stderr), (2, format!("ctslint: {line}\n")));
        Self {
            stderr: String::new(),
            ..self
        }
    }

    /// The last line of the output.
    pub(crate) fn last_line(&self) -> &str {
        self.stdout.lines().last().unwrap_or_default()
    }

    /// The output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).expect("the output is JSON")
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().expect("it was not killed"),
            stdout: String::from_utf8(output.stdout).expect("the output is text"),
            stderr: String::from_utf8(output.stderr).expect("the messages are text"),
        }
    }
}
