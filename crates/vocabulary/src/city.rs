//! The cities in which the UN bodies of [`Body`] meet or met.

use super::Body;

/// A city in which at least one [`Body`] meets or met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum City {
    /// The city in which the Commission met and the Council meets.
    Geneva,
    /// The city in which the General Assembly meets.
    NewYork,
}

impl City {
    /// All cities, in the order in which pages show them.
    pub const ALL: [Self; 2] = [Self::Geneva, Self::NewYork];
}

impl Body {
    /// Returns the city in which the body meets or met.
    pub fn city(self) -> City {
        match self {
            Self::Commission | Self::Council => City::Geneva,
            Self::Assembly => City::NewYork,
        }
    }
}
