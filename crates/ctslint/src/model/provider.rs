//! The clouds whose v3 differs.

use serde::Serialize;

/// A cloud that answers the API. Both have the same v1; the v3 of Huawei Cloud has more fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// Open Telekom Cloud.
    #[default]
    Otc,
    /// Huawei Cloud, and the clouds that run it under other names.
    Huawei,
}

impl Provider {
    /// Both providers.
    pub const ALL: &[Self] = &[Self::Otc, Self::Huawei];

    /// The name by which users choose it: `otc` or `huawei`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Otc => "otc",
            Self::Huawei => "huawei",
        }
    }

    /// The provider with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|provider| provider.name() == name)
    }
}
