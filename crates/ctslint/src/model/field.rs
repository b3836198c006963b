//! Objects and their fields: the rows of the tables.

use super::names::{CAPACITY, Names, equal};
use super::value::{LongRule, Scalar, TextRule};
use crate::messages::MessageId;

/// A table of fields.
#[derive(Debug)]
pub(crate) struct Object {
    /// The name on the page.
    pub(crate) name: &'static str,
    /// The page, and the number of the table on it.
    pub(crate) page: &'static str,
    /// The rows, in the order of the page.
    pub(crate) fields: &'static [Field],
    /// The indices of the required fields, as a bit set.
    pub(crate) required: u64,
    names: Names,
}

impl Object {
    pub(crate) const fn new(name: &'static str, page: &'static str, fields: &'static [Field]) -> Self {
        let mut names = [""; CAPACITY];
        let mut index = 0;
        let mut required = 0;
        while index < fields.len() {
            names[index] = fields[index].name;
            required |= (fields[index].required as u64) << index;
            index += 1;
        }
        Self {
            name,
            page,
            fields,
            required,
            names: Names::new(&names, fields.len()),
        }
    }

    /// The index of the field with this name.
    #[inline(always)]
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        let index = self.names.candidate(name);
        let field = self.fields.get(index)?;
        equal(field.name.as_bytes(), name.as_bytes()).then_some(index)
    }
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// The name in JSON.
    pub(crate) name: &'static str,
    /// The label in a form.
    pub(crate) label: MessageId,
    /// The type of its value.
    pub(crate) ty: Type,
    /// Whether the page says "Mandatory: Yes".
    pub(crate) required: bool,
    /// The page's description, word for word.
    pub(crate) sentence: &'static str,
    /// Our description of what the field does.
    pub(crate) doc: Option<MessageId>,
    /// The value that the API uses when the field is absent.
    pub(crate) default: Option<Scalar>,
    /// A realistic value, as JSON text.
    pub(crate) example: Option<&'static str>,
    /// The error code that the API returns for a wrong value.
    pub(crate) api_error: Option<&'static str>,
    /// The error code that the API returns when the field is missing, if known.
    pub(crate) missing_error: Option<&'static str>,
    /// For an array that must have an item: the error code that the API returns if it has none.
    pub(crate) empty_error: Option<&'static str>,
    /// The only possible value, used to fill in a missing field.
    pub(crate) only: Option<Only>,
    /// For a name whose example is the one that the service itself uses: the field of the same object that switches its use on.
    /// If several such names are missing, that is one finding.
    pub(crate) used_while: Option<&'static str>,
    /// How far its name at the top level identifies the document.
    pub(crate) telling: Telling,
}

/// How far a name at the top level of a body identifies the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// Not at all: bodies of other APIs may have it as well.
    Common,
    /// Only trackers have it.
    Alone,
    /// Like `Alone`, if its value is an object with at least one member of its table.
    WithMember,
    /// Like `Alone`, if it has one of its listed values, or if the body has another telling name.
    WithValue,
}

impl Field {
    /// The example value without quotation marks; empty if there is none.
    pub(crate) fn bare_example(&self) -> &'static str {
        let example = self.example.unwrap_or_default();
        let bare = example.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        bare.unwrap_or(example)
    }

    pub(crate) const fn new(name: &'static str, label: MessageId, ty: Type, sentence: &'static str) -> Self {
        Self {
            name,
            label,
            ty,
            required: false,
            sentence,
            doc: None,
            default: None,
            example: None,
            api_error: None,
            missing_error: None,
            empty_error: None,
            only: None,
            used_while: None,
            telling: Telling::Common,
        }
    }

    pub(crate) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The row with another sentence: that of another page.
    pub(crate) const fn sentence(self, sentence: &'static str) -> Self {
        Self { sentence, ..self }
    }

    /// The row with another type.
    pub(crate) const fn ty(self, ty: Type) -> Self {
        Self { ty, ..self }
    }

    /// The row of a field that may be left out.
    pub(crate) const fn optional(self) -> Self {
        Self {
            required: false,
            ..self
        }
    }

    /// The row of a field in an answer, where nothing is required, filled in or refused.
    pub(crate) const fn answered(self) -> Self {
        Self {
            required: false,
            default: None,
            api_error: None,
            missing_error: None,
            ..self
        }
    }

    pub(crate) const fn doc(self, doc: MessageId) -> Self {
        Self { doc: Some(doc), ..self }
    }

    pub(crate) const fn default(self, default: Scalar) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }

    pub(crate) const fn example(self, example: &'static str) -> Self {
        Self {
            example: Some(example),
            ..self
        }
    }

    pub(crate) const fn api_error(self, code: &'static str) -> Self {
        Self {
            api_error: Some(code),
            ..self
        }
    }

    pub(crate) const fn missing_error(self, code: &'static str) -> Self {
        Self {
            missing_error: Some(code),
            ..self
        }
    }

    pub(crate) const fn telling(self, telling: Telling) -> Self {
        Self { telling, ..self }
    }

    pub(crate) const fn used_while(self, switch: &'static str) -> Self {
        Self {
            used_while: Some(switch),
            ..self
        }
    }

    pub(crate) const fn only(self, value: &'static str, beside: &'static str) -> Self {
        Self {
            only: Some(Only {
                value,
                beside,
                otherwise: None,
            }),
            ..self
        }
    }

    /// The row of a field that can only have this value where the field `beside` has it too. `otherwise` is a value, as JSON
    /// text, where that field has another one.
    pub(crate) const fn only_if(self, value: &'static str, beside: &'static str, otherwise: &'static str) -> Self {
        Self {
            only: Some(Only {
                value,
                beside,
                otherwise: Some(otherwise),
            }),
            ..self
        }
    }

    /// The row of a field that can have several values, so that a missing one cannot be filled in.
    pub(crate) const fn undecided(self) -> Self {
        Self { only: None, ..self }
    }

    /// The row of an array that must have an item; the error code is that of an empty one.
    pub(crate) const fn not_empty(self, code: &'static str) -> Self {
        Self {
            empty_error: Some(code),
            ..self
        }
    }
}

/// The only string that a field can have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Only {
    pub(crate) value: &'static str,
    /// A field of the same object. If it has another value, the author meant something else, and there is no fix.
    pub(crate) beside: &'static str,
    /// If that field must be there and have the same value: a value, as JSON text, where it has another.
    pub(crate) otherwise: Option<&'static str>,
}

/// The type of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type {
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Long(&'static LongRule),
    /// A string.
    Text(&'static TextRule),
    /// An array of strings.
    Texts(&'static TextRule),
    /// An object with a table of its own.
    Object(&'static Object),
    /// An array of bodies of another document, which is `Document::items`.
    List,
}
