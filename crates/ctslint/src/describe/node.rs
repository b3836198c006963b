//! A JSON value whose members keep their order, so that what is emitted reads in the order of the page.

use std::borrow::Cow;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::model::Scalar;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Boolean(bool),
    Number(usize),
    Text(Cow<'static, str>),
    List(Vec<Node>),
    Object(Members),
    /// A value that the tables hold as JSON text.
    Json(serde_json::Value),
}

/// The members of an object, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Members(Vec<(Cow<'static, str>, Node)>);

impl Members {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a member.
    pub(crate) fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Node>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// Adds a member where there is a value for it.
    pub(crate) fn with_some(self, name: &'static str, value: Option<impl Into<Node>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds the members of another object.
    pub(crate) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(member, _)| member == name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members as an object, unless there are none.
    pub(crate) fn if_any(self) -> Option<Self> {
        (!self.is_empty()).then_some(self)
    }
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<usize> for Node {
    fn from(value: usize) -> Self {
        Self::Number(value)
    }
}

impl From<&'static str> for Node {
    fn from(value: &'static str) -> Self {
        Self::Text(value.into())
    }
}

impl From<Cow<'static, str>> for Node {
    fn from(value: Cow<'static, str>) -> Self {
        Self::Text(value)
    }
}

impl From<String> for Node {
    fn from(value: String) -> Self {
        Self::Text(value.into())
    }
}

impl From<Members> for Node {
    fn from(value: Members) -> Self {
        Self::Object(value)
    }
}

impl From<Scalar> for Node {
    fn from(value: Scalar) -> Self {
        match value {
            Scalar::Boolean(value) => value.into(),
            Scalar::Text(value) => value.into(),
        }
    }
}

impl<T: Into<Node>> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_u64(*value as u64),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Self::Object(Members(members)) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
            Self::Json(value) => value.serialize(serializer),
        }
    }
}

impl From<Node> for serde_json::Value {
    fn from(node: Node) -> Self {
        match node {
            Node::Boolean(value) => value.into(),
            Node::Number(value) => value.into(),
            Node::Text(text) => text.into(),
            Node::List(items) => items.into_iter().map(Self::from).collect(),
            Node::Object(Members(members)) => {
                let members = members
                    .into_iter()
                    .map(|(name, value)| (name.into_owned(), Self::from(value)));
                Self::Object(members.collect())
            }
            Node::Json(value) => value,
        }
    }
}
