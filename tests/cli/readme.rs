//! The terminal sessions of README.md are what the command prints.

use crate::command::{Run, ctslint};

#[test]
fn sessions_are_real() {
    let readme = std::fs::read_to_string("README.md").expect("README.md is there");
    let mut sessions = 0;
    for block in readme.split("```console\n").skip(1) {
        let (block, _) = block.split_once("\n```").expect("the block ends");
        for session in block.split("$ ctslint ").skip(1) {
            let (command, expected) = session.split_once('\n').expect("a command prints something");
            let mut process = ctslint(&command.split(' ').collect::<Vec<_>>());
            process.current_dir(env!("CARGO_MANIFEST_DIR"));
            let run = Run::of(process);
            let printed = format!("{}{}", run.stdout, run.stderr);
            assert_eq!(printed.trim_end(), expected.trim_end(), "$ ctslint {command}");
            sessions += 1;
        }
    }
    assert_eq!(sessions, 3);
}
