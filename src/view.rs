//! What the reader sees, as data. [`ViewState`] is what a link carries. It changes by [`Action`], and [`Parameter`] says how
//! each piece of it is written in an address. Pure: nothing here touches browser or clock.
//!
//! Reading an address never fails: an unknown, broken, repeated or outsized part is dropped by itself, and what is left is
//! shown. Defaults are not written. Parameters of others (`utm_source`, pym's `childId` ...) are kept as they are.

mod action;
mod parameter;

pub use action::Action;
pub use parameter::{LONGEST_VALUE, Parameter, items, parameters, span};

use parameter::{mended, name_of, pairs, pieces};
use strum::VariantArray;
use vocabulary::{Body, Kind, Speaker, Thread, Verdict};

/// How many countries can be compared.
pub const MOST_COUNTRIES: usize = 3;

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray)]
pub enum Depth {
    /// In short: the answer and one line a part.
    Brief,
    /// The story: the parts with their cards closed.
    #[default]
    Standard,
    /// All cards open.
    Everything,
}

impl Depth {
    /// The word for it in the address and in markup.
    pub fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Standard => "standard",
            Self::Everything => "everything",
        }
    }

    /// The depth that `word` stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|depth| depth.word() == word)
    }
}

/// All that a link to "exactly what I see" has to carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// How much is shown.
    pub depth: Depth,
    /// The ids of the cards that are not as the depth has them: opened by the reader or, at full depth, closed. In order.
    pub switched: Vec<String>,
    /// The year chosen in "What changed"; `None` is the year of the decision.
    pub year: Option<i16>,
    /// The bodies whose resolutions are shown; none chosen means all.
    pub bodies: Vec<Body>,
    /// The id of the resolution whose roll call is shown.
    pub resolution: Option<String>,
    /// The id of the resolution with which it is compared.
    pub against: Option<String>,
    /// ISO codes of the countries that are followed, in the order of the choice, [`MOST_COUNTRIES`] at most.
    pub countries: Vec<String>,
    /// The id of the figure by which the people are counted; `None` is the official list.
    pub count: Option<String>,
    /// The threads of the timeline that are shown; none chosen means all.
    pub threads: Vec<Thread>,
    /// The first and the last year of the timeline that are shown; `None` means all.
    pub span: Option<(i16, i16)>,
    /// The kind of statement that stands out.
    pub kind: Option<Kind>,
    /// The verdict that stands out.
    pub verdict: Option<Verdict>,
    /// The voice that stands out.
    pub speaker: Option<Speaker>,
    /// Whether the readings above names are hidden.
    pub without_ruby: bool,
}

impl ViewState {
    /// Reads a query, with or without its question mark. Of a repeated parameter the first sound one counts.
    pub fn parse(query: &str) -> Self {
        let mut view = Self::default();
        for parameter in Parameter::VARIANTS {
            for (_, value) in pairs(query).filter(|(name, value)| *name == parameter.name() && value.len() <= LONGEST_VALUE) {
                if parameter.read(&mut view, mended(value)) {
                    break;
                }
            }
        }
        view
    }

    /// Writes the query of an address: this view, and after it what in `current` is not ours, as it stands there. Without
    /// its question mark; empty when there is nothing to say.
    pub fn serialise(&self, current: &str) -> String {
        let ours = Parameter::VARIANTS.iter().filter_map(|parameter| {
            let value = parameter.write(self);
            (!value.is_empty()).then(|| [parameter.name(), "=", &value].concat())
        });
        let others = pieces(current).filter(|piece| Parameter::named(name_of(piece)).is_none()).map(str::to_owned);
        ours.chain(others).collect::<Vec<_>>().join("&")
    }

    /// Whether the card `id` is open in this view.
    pub fn is_open(&self, id: &str) -> bool {
        (self.depth == Depth::Everything) != self.switched.iter().any(|known| known == id)
    }

    /// Drops what the page does not have. `has` tells whether a CSS selector names an element on it.
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
