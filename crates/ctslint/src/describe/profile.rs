//! What a schema is made for, and in which edition of JSON Schema.

use crate::messages::Language;

/// An edition of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Draft {
    /// The edition of 2019, which most tools read.
    Draft7,
    /// The current edition.
    Draft202012,
}

impl Draft {
    /// Both editions.
    pub const ALL: &[Self] = &[Self::Draft202012, Self::Draft7];

    /// The name by which users choose it: `2020-12` or `7`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft7 => "7",
            Self::Draft202012 => "2020-12",
        }
    }

    pub(super) const fn meta_schema(self) -> &'static str {
        match self {
            Self::Draft7 => "http://json-schema.org/draft-07/schema#",
            Self::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
        }
    }
}

/// What a schema is made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SchemaProfile {
    /// Validators: all that a schema can say, with standard keywords alone.
    #[default]
    Default,
    /// Editors: the same with the annotations that they show: `markdownDescription`, `enumDescriptions`, `errorMessage`,
    /// `defaultSnippets`. Strict validators refuse keywords that they do not know.
    Editor,
    /// Form generators: the same verdicts without `not`, without `default` and without `allOf` at the root. Its patterns
    /// look ahead, which Rust's and Go's regular expressions can't.
    Forms,
    /// Code generators: no conditions, no `not`, no `default`, no lookahead. The description names the rules that are left out.
    Codegen,
}

impl SchemaProfile {
    /// All profiles.
    pub const ALL: &[Self] = &[Self::Default, Self::Editor, Self::Forms, Self::Codegen];

    /// The name by which users choose it, such as `forms`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Editor => "editor",
            Self::Forms => "forms",
            Self::Codegen => "codegen",
        }
    }

    /// The edition that its tools read best.
    #[must_use]
    pub const fn draft(self) -> Draft {
        match self {
            Self::Default => Draft::Draft202012,
            Self::Editor | Self::Forms | Self::Codegen => Draft::Draft7,
        }
    }

    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::Default => "",
            Self::Editor => "draft-07/",
            Self::Forms => "forms/",
            Self::Codegen => "codegen/",
        }
    }
}

/// What a schema is to be like. The default is for validators, in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaOptions {
    /// What it is made for.
    pub profile: SchemaProfile,
    /// The edition of JSON Schema, if not that of the profile.
    pub draft: Option<Draft>,
    /// The language of the titles, descriptions and messages. What is quoted from the reference stays English.
    pub language: Language,
}

impl SchemaOptions {
    /// The edition of JSON Schema.
    pub(super) fn draft(&self) -> Draft {
        self.draft.unwrap_or(self.profile.draft())
    }
}

/// How far a profile is from the checker, in bodies of which the tests know both verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) profile: SchemaProfile,
    /// How many the profile accepts and the checker refuses.
    pub(crate) accepted: usize,
    /// How many the profile refuses and the checker accepts.
    pub(crate) refused: usize,
}

/// How many bodies the tests derive from the tables: right ones, and each fact broken alone and in pairs.
pub(crate) const ENUMERATED_BODIES: usize = 116_654;

/// The gap of each profile over those bodies.
pub(crate) const GAPS: &[Gap] = &[
    gap(SchemaProfile::Default, 4, 2),
    gap(SchemaProfile::Editor, 4, 2),
    gap(SchemaProfile::Forms, 4, 2),
    gap(SchemaProfile::Codegen, 2408, 0),
];

const fn gap(profile: SchemaProfile, accepted: usize, refused: usize) -> Gap {
    Gap {
        profile,
        accepted,
        refused,
    }
}
