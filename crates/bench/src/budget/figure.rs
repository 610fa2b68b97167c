//! A measured figure: a size, which is shown in kB (1,000 bytes), or a number of elements.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Figure {
    Bytes(usize),
    Elements(usize),
}

impl Figure {
    /// Returns the value of the figure in the unit of the limits.
    pub(super) fn value(self) -> f64 {
        match self {
            Self::Bytes(bytes) => bytes as f64 / 1000.0,
            Self::Elements(count) => count as f64,
        }
    }

    /// Returns the unit of the limits: `kB` or `elements`.
    pub(super) fn unit(self) -> &'static str {
        match self {
            Self::Bytes(_) => "kB",
            Self::Elements(_) => "elements",
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => Kilobytes(*bytes).fmt(f)?,
            Self::Elements(count) => count.fmt(f)?,
        }
        write!(f, " {}", self.unit())
    }
}

/// A number of bytes that is displayed in kB.
pub(super) struct Kilobytes(pub(super) usize);

impl fmt::Display for Kilobytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1}", Figure::Bytes(self.0).value())
    }
}
