//! Completions, manual pages and help: all from one definition of the command line.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::{Run, ctslint};

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = Run::of(ctslint(&["-h"])).ends(0).stdout;
    let (_, list) = help.split_once("Commands:\n").expect("a list");
    let (list, _) = list.split_once("\n\n").expect("an end");
    // A description that goes on in the next line stands further right.
    let names = list.lines().filter(|line| !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

fn completions(shell: &str) -> String {
    Run::of(ctslint(&["completions", shell])).ends(0).stdout
}

#[test]
fn completions_know_commands_options_and_values() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = completions(shell);
        for word in ["fail-on", "stdin-filename", "completions"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        // The scripts for PowerShell and Elvish hold no values.
        if !["powershell", "elvish"].contains(&shell) {
            for value in ["sarif", "v3-create-request"] {
                assert!(script.contains(value), "{shell}: {value}");
            }
        }
    }
}

/// Whether a shell takes the script; nothing where the shell is not there.
fn takes(shell: &str, script: &str) -> Option<bool> {
    let mut child = Command::new(shell)
        .arg("-n")
        .stdin(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take().expect("it is piped");
    // A shell that refuses the script may leave before its end.
    let _ = stdin.write_all(script.as_bytes());
    drop(stdin);
    Some(child.wait().expect("it ends").success())
}

#[test]
fn shells_take_their_completions() {
    for shell in ["bash", "zsh", "fish"] {
        assert_ne!(takes(shell, &completions(shell)), Some(false), "{shell}");
        assert_ne!(takes(shell, "if ("), Some(true), "{shell} refuses what is wrong");
    }
}

#[cfg(unix)]
#[test]
fn bash_completes() {
    let words = |line: &str| {
        let script = format!(
            "{}\nCOMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _ctslint ctslint \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            completions("bash")
        );
        let output = Command::new("bash")
            .args(["-c", &script])
            .output()
            .expect("bash starts");
        String::from_utf8(output.stdout).expect("text")
    };
    assert_eq!(words("ctslint che"), "check\n");
    assert_eq!(words("ctslint check --form"), "--format\n");
    assert_eq!(words("ctslint check --format sa"), "sarif\n");
}

#[test]
fn each_command_has_a_page() {
    let page = Run::of(ctslint(&["man"])).ends(0).stdout;
    for command in commands() {
        assert!(page.contains(&format!("ctslint\\-{command}(1)")), "{command}");
        let page = Run::of(ctslint(&["man", &command])).ends(0).stdout;
        assert!(page.contains(&format!(".TH ctslint-{command} 1")), "{command}: {page}");
        assert!(page.contains(&format!("ctslint\\-{command} \\- ")), "{command}: {page}");
    }
    let page = Run::of(ctslint(&["man", "check"])).ends(0).stdout;
    for section in ["SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES"] {
        assert!(page.contains(&format!(".SH {section}\n")), "{section}");
    }
    let run = Run::of(ctslint(&["man", "chek"]));
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .starts_with("ctslint: there is no command `chek`; there are check,"),
        "{}",
        run.stderr
    );
}

#[test]
fn help_is_short_and_long() {
    let help = |arguments: &[&str]| Run::of(ctslint(arguments)).ends(0).stdout;
    assert!(!help(&["-h"]).contains("Examples:"));
    assert!(help(&["--help"]).contains("Examples:"));
    for command in commands() {
        let short = help(&[&command, "-h"]);
        assert!(!short.contains("Examples:"), "{command}");
        assert!(short.lines().count() < 60, "{command}: {short}");
        assert!(
            short.lines().all(|line| line.chars().count() <= 100),
            "{command}: {short}"
        );
    }
    for command in ["check", "completions", "man", "translate"] {
        assert!(help(&[command, "--help"]).contains("Examples:"), "{command}");
    }
}
