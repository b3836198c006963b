//! References to the fields of a document.

use super::field::{Field, Object, Type};
use super::names::same;

/// A field of one document, which is identified by the table of its top level.
///
/// Fields are numbered within their document: first those of the top level, then those of its objects.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldRef {
    root: &'static Object,
    number: u8,
    top: u8,
    inner: Option<u8>,
}

impl PartialEq for FieldRef {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && std::ptr::eq(self.root, other.root)
    }
}

impl FieldRef {
    pub(crate) const fn new(root: &'static Object, number: usize, top: usize, inner: Option<usize>) -> Self {
        Self {
            root,
            number: number as u8,
            top: top as u8,
            inner: match inner {
                Some(inner) => Some(inner as u8),
                None => None,
            },
        }
    }

    /// Whether the field belongs to the document with this table. Compares names, because a `const fn` cannot compare
    /// addresses.
    pub(crate) const fn is_of(&self, root: &Object) -> bool {
        same(self.root.page.as_bytes(), root.page.as_bytes()) && same(self.root.name.as_bytes(), root.name.as_bytes())
    }

    /// The number of the field within its document.
    pub(crate) const fn number(self) -> usize {
        self.number as usize
    }

    /// The index at the top level of the field, or of the object that contains it.
    pub(crate) const fn top(self) -> usize {
        self.top as usize
    }

    /// The index in its object; `None` for a top-level field.
    pub(crate) fn inner(self) -> Option<usize> {
        self.inner.map(usize::from)
    }

    /// The field at a JSON Pointer below `root`; does not compile if there is none.
    #[expect(
        clippy::panic,
        reason = "it runs at compile time and is the error message of the compiler"
    )]
    pub(crate) const fn of(root: &'static Object, pointer: &str) -> Self {
        let path = pointer.as_bytes();
        assert!(path.len() > 1 && path[0] == b'/', "a JSON Pointer starts with a slash");
        let mut split = 1;
        while split < path.len() && path[split] != b'/' {
            split += 1;
        }
        let (head, tail) = path.split_at(split);
        let top = index_of(root.fields, head.split_at(1).1);
        if tail.is_empty() {
            return Self::new(root, top, top, None);
        }
        let mut base = root.fields.len();
        let mut before = 0;
        while before < top {
            if let Type::Object(object) = root.fields[before].ty {
                base += object.fields.len();
            }
            before += 1;
        }
        match root.fields[top].ty {
            Type::Object(object) => {
                let inner = index_of(object.fields, tail.split_at(1).1);
                Self::new(root, base + inner, top, Some(inner))
            }
            _ => panic!("the field has no members"),
        }
    }

    /// The row of the field, and its table.
    pub(crate) fn row(self) -> Row {
        let field = &self.root.fields[self.top()];
        match (self.inner(), field.ty) {
            (Some(inner), Type::Object(object)) => Row {
                object,
                field: &object.fields[inner],
            },
            _ => Row {
                object: self.root,
                field,
            },
        }
    }

    /// The name of the field.
    pub(crate) fn name(self) -> &'static str {
        self.row().field.name
    }

    /// The JSON Pointer of the field.
    pub(crate) fn pointer(self) -> String {
        match self.object() {
            Some(object) => format!("/{object}/{}", self.name()),
            None => format!("/{}", self.name()),
        }
    }

    /// The name of the object that contains the field; `None` at the top level.
    pub(crate) fn object(self) -> Option<&'static str> {
        self.inner.map(|_| self.root.fields[self.top()].name)
    }
}

/// A row, and its table.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) object: &'static Object,
    pub(crate) field: &'static Field,
}

/// The index of the field with this name; does not compile if there is none.
#[expect(
    clippy::panic,
    reason = "it runs at compile time and is the error message of the compiler"
)]
const fn index_of(fields: &[Field], name: &[u8]) -> usize {
    let mut index = 0;
    while index < fields.len() {
        if same(fields[index].name.as_bytes(), name) {
            return index;
        }
        index += 1;
    }
    panic!("no such field")
}
