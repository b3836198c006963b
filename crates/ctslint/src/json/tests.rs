use super::*;
use crate::report::{Edit, Fix, Safety};

fn faults_of(text: &str) -> Vec<Fault> {
    Tree::parse(text, Syntax::default()).faults().to_vec()
}

fn touches(one: &Edit, other: &Edit) -> bool {
    one.start == other.start || (one.start < other.end && other.start < one.end)
}

/// Applies the safe fixes that do not touch each other; `None` where there is none.
fn mend_once(text: &str, syntax: Syntax) -> Option<String> {
    let tree = Tree::parse(text, syntax);
    let mut edits: Vec<Edit> = Vec::new();
    for Fix { safety, edits: more, .. } in tree.faults().iter().filter_map(|fault| fault.fix(text)) {
        assert_eq!(safety, Safety::Safe);
        assert!(more.is_sorted_by_key(|edit| (edit.start, edit.end)), "{text:?} {more:?}");
        assert!(more.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text:?} {more:?}");
        if edits.iter().all(|edit| more.iter().all(|other| !touches(edit, other))) {
            edits.extend(more);
        }
    }
    edits.sort_by_key(|edit| edit.start);
    let mut mended = text.to_owned();
    for edit in edits.iter().rev() {
        mended.replace_range(edit.start as usize..edit.end as usize, &edit.text);
    }
    (!edits.is_empty()).then_some(mended)
}

/// The text after all rounds of safe fixes.
fn mend(text: &str, syntax: Syntax) -> String {
    let mut text = text.to_owned();
    for _ in 0..200 {
        let Some(mended) = mend_once(&text, syntax) else { return text };
        text = mended;
    }
    panic!("fixes go on for ever: {text:?}");
}

fn told(text: &str) -> String {
    let mut told = faults_of(text)
        .iter()
        .map(|fault| format!("{:?} @ {}..{}", fault.kind, fault.range.start, fault.range.end))
        .collect::<Vec<_>>()
        .join(", ");
    if told.is_empty() {
        told.push('-');
    }
    told
}

#[test]
fn scratch() {
    let Ok(path) = std::env::var("SCRATCH") else { return };
    let inputs = std::fs::read_to_string(path).unwrap();
    for line in inputs.lines() {
        let text = line.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
        println!("{line}\n    {}\n    => {:?}", told(&text), mend(&text, Syntax::default()));
        for fault in faults_of(&text) {
            println!("      {} | {:?} | {:?} ", fault.message(&text), fault.label(&text).as_deref(), fault.help(&text).as_deref());
        }
    }
}
