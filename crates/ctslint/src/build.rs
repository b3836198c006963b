//! Bodies of requests that are right by construction, made from the tables: a module for each document, or for each type of tracker
//! that a document knows.
//!
//! What a body must have, `new` takes; the rest is added. A text is made with `try_into`, and what is wrong with it is said in the
//! words of the finding. A field that another one needs comes with it, and one that another forbids is not there; where both may be
//! there but must differ, adding them gives a `Result`.
//!
//! ```
//! use ctslint::build::v1_create_request::{Body, BucketName, Encryption};
//!
//! let body = Body::new("audit-prod".try_into()?)
//!     .is_obs_created(false)
//!     .encryption(Encryption::On {
//!         kms_id: "2f6b9a4e-07cd-4c1b-9d3e-5a8b71c6f042".try_into()?,
//!     });
//! assert_eq!(
//!     serde_json::to_value(&body)?,
//!     serde_json::json!({
//!         "bucket_name": "audit-prod",
//!         "is_obs_created": false,
//!         "is_support_trace_files_encryption": true,
//!         "kms_id": "2f6b9a4e-07cd-4c1b-9d3e-5a8b71c6f042",
//!     })
//! );
//!
//! let error = BucketName::try_from("audit_prod").unwrap_err();
//! assert_eq!(error.to_string(), "`_` is not allowed in `bucket_name`");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A body is written with `serde` and has no `null`. Checked as its document it has no error. It may have warnings, as for an
//! unusual key ID or for `is_support_validate` without a bucket.

mod requests;
#[cfg(test)]
mod tests;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

pub use requests::*;

use crate::diagnostics::{Finding, Options};
use crate::lint::check_value;
use crate::messages::Language;
use crate::model::{Document, Severity};

/// What a builder refused: a text, or a field that does not go with the others.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", .0.message(Language::En))]
pub struct InvalidValue(Box<Finding>);

impl InvalidValue {
    /// What is wrong, with its reason and its source.
    #[must_use]
    pub fn finding(&self) -> &Finding {
        &self.0
    }
}

/// A list that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtLeastOne<T> {
    first: T,
    more: Vec<T>,
}

impl<T> AtLeastOne<T> {
    /// A list of the first item and of more, if there are more.
    #[must_use]
    pub fn new(first: T, more: impl IntoIterator<Item = T>) -> Self {
        Self {
            first,
            more: more.into_iter().collect(),
        }
    }
}

impl<T: Serialize> Serialize for AtLeastOne<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(1 + self.more.len()))?;
        list.serialize_element(&self.first)?;
        self.more.iter().try_for_each(|item| list.serialize_element(item))?;
        list.end()
    }
}

/// Refuses a body with an error, or one with an error at `pointer` if that is given.
fn judge(document: &str, pointer: Option<&str>, body: &impl Serialize) -> Result<(), InvalidValue> {
    // The names of all members are texts, so that every body becomes a value.
    let value = serde_json::to_value(body).unwrap_or_default();
    let options = Options {
        document: Document::from_name(document),
        ..Options::default()
    };
    let is_wrong = |finding: &Finding| {
        finding.severity == Severity::Error && pointer.is_none_or(|pointer| finding.path.as_deref() == Some(pointer))
    };
    match check_value(&value, &options).findings.into_iter().find(is_wrong) {
        Some(finding) => Err(InvalidValue(Box::new(finding))),
        None => Ok(()),
    }
}

/// An object: what it always has, what it must have, what it may have, what a switch decides, and what must go with the rest.
macro_rules! object {
    (
        $(#[$about:meta])* $name:ident of $document:literal
        $(fixed { $($constant:ident = $value:literal,)* })?
        $(required { $($(#[$needed_doc:meta])* $needed:ident: $needed_type:ty,)* })?
        $(optional { $($(#[$doc:meta])* $member:ident: $type:ty,)* })?
        $(switches { $($(#[$switch_doc:meta])* $switch:ident: $switch_type:ty,)* })?
        $(checked { $($(#[$checked_doc:meta])* $checked:ident: $checked_type:ty,)* })?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($($needed: $needed_type,)*)?
            $($($member: Option<$type>,)*)?
            $($($switch: Option<$switch_type>,)*)?
            $($($checked: Option<$checked_type>,)*)?
        }

        impl $name {
            /// With all that is required.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "only some require nothing")]
            pub fn new($($($needed: $needed_type),*)?) -> Self {
                Self {
                    $($($needed,)*)?
                    $($($member: None,)*)?
                    $($($switch: None,)*)?
                    $($($checked: None,)*)?
                }
            }

            $($(
                $(#[$doc])*
                #[must_use]
                pub fn $member(mut self, $member: $type) -> Self {
                    self.$member = Some($member);
                    self
                }
            )*)?

            $($(
                $(#[$switch_doc])*
                #[must_use]
                pub fn $switch(mut self, $switch: $switch_type) -> Self {
                    self.$switch = Some($switch);
                    self
                }
            )*)?

            $($(
                $(#[$checked_doc])*
                ///
                /// # Errors
                ///
                /// If it does not go with what was set before.
                pub fn $checked(mut self, $checked: $checked_type) -> Result<Self, $crate::build::InvalidValue> {
                    self.$checked = Some($checked);
                    $crate::build::judge($document, None, &self)?;
                    Ok(self)
                }
            )*)?
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $($(map.serialize_entry(stringify!($constant), $value)?;)*)?
                $($(map.serialize_entry(stringify!($needed), &self.$needed)?;)*)?
                $($(if let Some(value) = &self.$member {
                    map.serialize_entry(stringify!($member), value)?;
                })*)?
                $($(if let Some(value) = &self.$switch {
                    value.write_to(&mut map)?;
                })*)?
                $($(if let Some(value) = &self.$checked {
                    map.serialize_entry(stringify!($checked), value)?;
                })*)?
                map.end()
            }
        }

        #[cfg(test)]
        impl $crate::build::tests::Any for $name {
            fn any(choices: &mut $crate::build::tests::Choices) -> Option<Self> {
                #[allow(unused_mut, reason = "some have nothing to add")]
                let mut made = Self::new($($(<$needed_type>::any(choices)?),*)?);
                $($(if choices.flip() {
                    made = made.$member(<$type>::any(choices)?);
                })*)?
                $($(if choices.flip() {
                    made = made.$switch(<$switch_type>::any(choices)?);
                })*)?
                $($(if choices.flip() {
                    made = made.clone().$checked(<$checked_type>::any(choices)?).unwrap_or(made);
                })*)?
                Some(made)
            }
        }
    };
}
use object;

/// A text that is checked as the field at a pointer of a body, the smallest that holds it.
macro_rules! text {
    ($(#[$about:meta])* $name:ident at $pointer:literal of $document:literal, $text:ident in $body:tt) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl TryFrom<String> for $name {
            type Error = $crate::build::InvalidValue;

            fn try_from($text: String) -> Result<Self, Self::Error> {
                $crate::build::judge($document, Some($pointer), &serde_json::json!($body))?;
                Ok(Self($text))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::build::InvalidValue;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.to_owned().try_into()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        #[cfg(test)]
        impl $crate::build::tests::Any for $name {
            fn any(choices: &mut $crate::build::tests::Choices) -> Option<Self> {
                choices.texts().into_iter().find_map(|text| text.try_into().ok())
            }
        }
    };
}
use text;

/// One of some texts.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $value:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $value)] $variant,)+
        }

        #[cfg(test)]
        impl $crate::build::tests::Any for $name {
            fn any(choices: &mut $crate::build::tests::Choices) -> Option<Self> {
                choices.one_of(&[$(Self::$variant),+])
            }
        }
    };
}
use choice;

/// A switch with the fields that it needs while it is on.
macro_rules! switch {
    ($(#[$about:meta])* $name:ident on $field:ident { $($(#[$doc:meta])* $member:ident: $type:ty,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            #[doc = concat!("`", stringify!($field), "` is `false`.")]
            Off,
            #[doc = concat!("`", stringify!($field), "` is `true`, with what it needs.")]
            On { $($(#[$doc])* $member: $type,)+ },
        }

        impl $name {
            fn write_to<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                map.serialize_entry(stringify!($field), &matches!(self, Self::On { .. }))?;
                match self {
                    Self::Off => Ok(()),
                    Self::On { $($member),+ } => {
                        $(map.serialize_entry(stringify!($member), $member)?;)+
                        Ok(())
                    }
                }
            }
        }

        #[cfg(test)]
        impl $crate::build::tests::Any for $name {
            fn any(choices: &mut $crate::build::tests::Choices) -> Option<Self> {
                match choices.flip() {
                    false => Some(Self::Off),
                    true => Some(Self::On { $($member: <$type>::any(choices)?,)+ }),
                }
            }
        }
    };
}
use switch;
