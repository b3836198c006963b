//! How an answer is laid down for JavaScript: as numbers, field by field. `web/package/src/answer.ts` reads them.

use ctslint::{
    Change, ChangeKind, Document, Edit, Finding, Fix, Param, Params, Position, Reason, Related, Report, Rule, Safety,
    Severity, Source, Span, Text,
};

/// Stands for what is absent. No text has this address, and no list this length.
const ABSENT: u32 = u32::MAX;

/// The numbers of an answer, and the texts that were made for it, one behind the other.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) numbers: Vec<u32>,
    pub(crate) texts: String,
}

impl Answer {
    /// A text that was made has no address. Its length is in UTF-16 units: JavaScript cuts it out of the decoded texts.
    fn made(&mut self, text: &str) {
        let units = match text.is_ascii() {
            true => text.len(),
            false => text.chars().map(char::len_utf16).sum(),
        };
        self.numbers.extend_from_slice(&[0, units as u32]);
        self.texts.push_str(text);
    }
}

/// What can be part of an answer.
pub(crate) trait Write {
    fn write(&self, answer: &mut Answer);
}

/// `Type { field … }` lays down those fields, and `Type => steps` takes those steps; parameters of a type stand before it.
macro_rules! lay_down {
    ($($whole:ty { $($field:tt)* })*; $this:ident, $answer:ident: $([$($of:ident)*] $type:ty => $write:expr,)*) => {
        $(impl Write for $whole {
            fn write(&self, answer: &mut Answer) {
                $(self.$field.write(answer);)*
            }
        })*
        $(impl<$($of: Write),*> Write for $type {
            fn write(&self, $answer: &mut Answer) {
                let $this = self;
                $write;
            }
        })*
    };
}

lay_down! {
    Report { document reason findings }
    Finding { rule severity message note help path span label related fix params source api_error }
    Span { start end }
    Position { offset line column utf16 }
    Related { message span }
    Fix { title safety edits }
    Edit { start end text }
    Params { 0 }
    Source { page quote }
    Change { kind from to severity message };

    this, answer:
    [] u32 => answer.numbers.push(*this),
    [T] Option<T> => match this {
        Some(item) => item.write(answer),
        None => ABSENT.write(answer),
    },
    [T] Vec<T> => {
        (this.len() as u32).write(answer);
        this.iter().for_each(|item| item.write(answer));
    },
    [A B] (A, B) => {
        this.0.write(answer);
        this.1.write(answer);
    },
    // A text of the tables is decoded once: JavaScript knows it by its address from then on.
    [] &'static str => answer.numbers.extend_from_slice(&[this.as_ptr() as u32, this.len() as u32]),
    [] String => answer.made(this),
    [] Text => match this.fixed() {
        Some(text) => text.write(answer),
        None => answer.made(this),
    },
    // The kind comes first.
    [] Param => match this {
        Param::List(list) => {
            0.write(answer);
            list.write(answer);
        }
        Param::Text(text) => {
            1.write(answer);
            text.write(answer);
        }
        Param::Number(number) => answer.numbers.extend_from_slice(&[2, *number as u32, (number >> 32) as u32]),
    },
    [] Reason => answer.made(&this.to_string()),
    [] &'static Document => this.name().write(answer),
    [] Rule => this.name().write(answer),
    [] Severity => this.name().write(answer),
    [] Safety => this.name().write(answer),
    [] ChangeKind => this.name().write(answer),
}
