//! The reader's view as data. A [`ViewState`] is a view, and an [`Action`] changes it. [`Parameter`] defines how each
//! part of a view is written in an address. This module accesses neither the browser nor the clock.
//!
//! Reading an address never fails. A malformed or too long parameter is ignored, and the other parameters apply. If a
//! parameter is repeated, the first valid value applies. Defaults are not written. Parameters of other programs, such
//! as `utm_source` or pym's `childId`, are kept unchanged.

mod action;
mod parameter;
mod query;

pub use action::Action;
pub use parameter::{LONGEST_VALUE, Parameter, items, span};
pub use query::parameters;

use strum::VariantArray;
use vocabulary::{Body, Kind, Speaker, Thread, Verdict};

/// The maximum number of countries that a reader can follow.
pub const MOST_COUNTRIES: usize = 3;

/// The depth, which decides how much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Depth {
    /// The decision in short, without the parts.
    Brief,
    /// The whole page, with all cards closed.
    #[default]
    Standard,
    /// The whole page, with all cards open.
    Everything,
}

impl Depth {
    /// Returns the word for the depth in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Standard => "standard",
            Self::Everything => "everything",
        }
    }

    /// Returns the depth whose word is `word`.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|depth| depth.word() == word)
    }
}

/// The reader's view, which is everything that a link needs in order to show the same view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The depth.
    pub depth: Depth,
    /// The ids of the cards whose state differs from the default of the depth, sorted. They are the open cards or, at
    /// [`Depth::Everything`], the closed cards.
    pub switched: Vec<String>,
    /// The year chosen in "What changed". `None` means the year of the decision.
    pub year: Option<i16>,
    /// The bodies whose resolutions are shown. An empty list means all.
    pub bodies: Vec<Body>,
    /// The id of the resolution whose roll call is shown. `None` means the default.
    pub resolution: Option<String>,
    /// The id of the resolution with which the shown roll call is compared. `None` means no comparison.
    pub against: Option<String>,
    /// The ISO codes of the countries that the reader follows, in the order of the choice. There are at most
    /// [`MOST_COUNTRIES`].
    pub countries: Vec<String>,
    /// The id of the count that is chosen in the figure of the counts. `None` means the default.
    pub count: Option<String>,
    /// The threads of the timeline that are shown. An empty list means all.
    pub threads: Vec<Thread>,
    /// The first and the last of the years that the timeline shows. `None` means all years.
    pub span: Option<(i16, i16)>,
    /// The kind of the statements that are highlighted. `None` means any kind.
    pub kind: Option<Kind>,
    /// The verdict of the statements that are highlighted. `None` means any verdict.
    pub verdict: Option<Verdict>,
    /// The speaker of the statements that are highlighted. `None` means any speaker.
    pub speaker: Option<Speaker>,
    /// Whether the readings of Chinese characters are hidden.
    pub without_ruby: bool,
}

impl ViewState {
    /// Returns whether the card `id` is open in this view.
    pub fn is_open(&self, id: &str) -> bool {
        (self.depth == Depth::Everything) != self.switched.iter().any(|known| known == id)
    }

    /// Removes the cards, years, spans, resolutions and counts that the page does not have. `has` returns whether an
    /// element of the page matches a CSS selector.
    pub fn keep(&mut self, has: impl Fn(&str) -> bool) {
        let has = |before: &str, id: &str| has(&[before, id].concat());
        self.switched.retain(|id| has("details#", id));
        self.year.take_if(|year| !has("#panel-", &year.to_string()));
        self.span.take_if(|(from, to)| !has("#y", &from.to_string()) || !has("#y", &to.to_string()));
        self.resolution.take_if(|id| !has("#resolution-", id));
        self.against.take_if(|id| !has("#resolution-", id));
        self.count.take_if(|id| !has("#panel-", id));
    }
}

#[cfg(test)]
mod tests;
