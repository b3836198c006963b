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
    /// Language models, whose structured output knows few keywords: `type`, `properties`, `required`, `additionalProperties`,
    /// `items`, `minItems`, `enum` of texts, and `anyOf` with `null`. Every field is required, and `null` stands for one that
    /// is to be left out of the body. The description names the rules that are left out.
    Llm,
}

impl SchemaProfile {
    /// All profiles.
    pub const ALL: &[Self] = &[Self::Default, Self::Editor, Self::Forms, Self::Codegen, Self::Llm];

    /// The name by which users choose it, such as `forms`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Editor => "editor",
            Self::Forms => "forms",
            Self::Codegen => "codegen",
            Self::Llm => "llm",
        }
    }

    /// The edition that its tools read best. The keywords of `llm` mean the same in all, and it names none.
    #[must_use]
    pub const fn draft(self) -> Draft {
        match self {
            Self::Default | Self::Llm => Draft::Draft202012,
            Self::Editor | Self::Forms | Self::Codegen => Draft::Draft7,
        }
    }

    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::Default => "",
            Self::Editor => "draft-07/",
            Self::Forms => "forms/",
            Self::Codegen => "codegen/",
            Self::Llm => "llm/",
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

/// How far the profiles of a document are from the checker, in bodies of which the tests know both verdicts. Each pair is how
/// many a profile accepts and the checker refuses, and how many the profile refuses and the checker accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) document: &'static str,
    pub(crate) bodies: usize,
    /// Of all profiles but the others below.
    pub(crate) exact: (usize, usize),
    pub(crate) codegen: (usize, usize),
    /// After missing fields became `null` for the profile, and members that are `null` were left out for the checker.
    pub(crate) llm: (usize, usize),
}

/// The gaps over the bodies that the tests derive from the tables: right ones, and each fact broken alone and in pairs.
pub(crate) const GAPS: &[Gap] = &[
    gap("v1-create-request", 5490, [(0, 0), (61, 0), (1504, 0)]),
    gap("v1-create-response", 19216, [(0, 0), (0, 0), (0, 1562)]),
    gap("v1-update-request", 6465, [(0, 0), (67, 0), (1539, 0)]),
    gap("v1-query-response", 12439, [(0, 1), (3, 0), (3, 630)]),
    gap("v3-create-request", 4800, [(0, 0), (4, 0), (1307, 0)]),
    gap("v3-create-response", 19349, [(0, 1), (3, 0), (3, 1688)]),
    gap("v3-update-request", 5720, [(0, 0), (10, 0), (1297, 0)]),
    gap("v3-list-response", 170, [(0, 0), (2, 0), (1, 114)]),
    gap("huawei-v3-create-request", 20413, [(2, 0), (1113, 0), (4190, 96)]),
    gap("huawei-v3-update-request", 22026, [(2, 0), (1145, 0), (4133, 104)]),
    gap("error-response", 566, [(0, 0), (0, 0), (0, 124)]),
];

const fn gap(document: &'static str, bodies: usize, [exact, codegen, llm]: [(usize, usize); 3]) -> Gap {
    Gap {
        document,
        bodies,
        exact,
        codegen,
        llm,
    }
}
