//! Embeds: the explainer, a part of it or a single piece, for a frame in somebody else's page. No furniture: a title
//! line, the piece, its sources, and the way to the page that is shared.
//!
//! Their paths are stable for ever, like those of the [`Route`]s. An embed speaks its height to its host by `height.js`,
//! needs no WASM to be whole, and holds nothing that leads to a place which is not in it.

mod body;
mod document;
mod how;
mod links;
mod oembed;
mod outline;
mod script;
mod snippet;

pub use document::embed;
pub use oembed::oembed;
pub use script::host_script;

use super::{Page, Route, SHARED_PARTS};
use story::Edition;

/// A page to be framed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Embed {
    /// All of it, each part a card.
    Whole,
    /// A part, one of [`SHARED_PARTS`].
    Part(&'static str),
    /// The roll call of the resolution with this id, which has a recorded vote.
    Vote(String),
    /// Japan's role year by year on two lanes.
    Lanes,
    /// Who counts whom.
    Numbers,
    /// The three threads of the timeline, to scale.
    Threads,
    /// No embed, but the page that makes snippets for them.
    How,
}

impl Embed {
    /// The names of their style sheets, which stand in `style/embed/`.
    pub const STYLES: [&str; 6] = ["parts", "vote", "lanes", "numbers", "threads", "how"];

    /// Every embed of `edition`; [`Self::How`] is none.
    pub fn all(edition: &Edition) -> Vec<Self> {
        let votes = edition.resolutions.iter().filter(|resolution| resolution.tally.is_some());
        [Self::Whole]
            .into_iter()
            .chain(SHARED_PARTS.map(Self::Part))
            .chain([Self::Lanes, Self::Numbers, Self::Threads])
            .chain(votes.map(|resolution| Self::Vote(resolution.id.clone())))
            .collect()
    }

    /// Which one it is, as it stands in addresses and in the attribute `part`: empty for all of it.
    pub fn name(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Part(part) => (*part).to_owned(),
            Self::Vote(id) => format!("un-history/{id}"),
            Self::Lanes => "lanes".to_owned(),
            Self::Numbers => "numbers".to_owned(),
            Self::Threads => "threads".to_owned(),
            Self::How => "how".to_owned(),
        }
    }

    /// The page's folder within its edition.
    pub fn path(&self) -> String {
        match self.name() {
            name if name.is_empty() => "embed/".to_owned(),
            name => format!("embed/{name}/"),
        }
    }

    /// The page to share that shows the same.
    pub fn shared(&self) -> Route {
        match self {
            Self::Whole | Self::How => Route::Whole,
            Self::Part(part) => Route::Part(part),
            Self::Vote(id) => Route::Vote(id.clone()),
            Self::Lanes => Route::Part("shift"),
            Self::Numbers => Route::Part("abductions"),
            Self::Threads => Route::Part("timeline"),
        }
    }

    /// The style sheet that has what it needs, one of [`Self::STYLES`].
    pub fn style(&self) -> &'static str {
        match self {
            Self::Whole | Self::Part(_) => "parts",
            Self::Vote(_) => "vote",
            Self::Lanes => "lanes",
            Self::Numbers => "numbers",
            Self::Threads => "threads",
            Self::How => "how",
        }
    }

    /// About how high it is in a column of 600 px with its cards closed, until it says so itself.
    pub fn height(&self) -> u16 {
        match self {
            Self::Whole | Self::How => 970,
            Self::Part("shift") => 2690,
            Self::Part("abductions") => 1750,
            Self::Part("un-history") => 3600,
            Self::Part("article") => 1690,
            Self::Part("why") => 1250,
            Self::Part("what-next") => 770,
            Self::Part(_) => 920,
            // An assembly of all states has more tiles than a council of some.
            Self::Vote(id) if id.starts_with("ga-") => 1330,
            Self::Vote(id) if id.starts_with("hrc-") => 880,
            Self::Vote(_) => 1050,
            Self::Lanes => 890,
            Self::Numbers => 1350,
            Self::Threads => 450,
        }
    }

    /// Whether something in it moves.
    fn has_islands(&self) -> bool {
        matches!(
            self,
            Self::Whole | Self::Lanes | Self::Numbers | Self::Part("shift" | "abductions" | "un-history" | "timeline" | "article")
        )
    }
}

impl Page<'_> {
    /// What the embed is called.
    pub(super) fn embed_title(&self, embed: &Embed) -> String {
        let labels = self.labels();
        match embed {
            Embed::Lanes => labels.shift.title.clone(),
            Embed::Numbers => labels.abductions.numbers_title.clone(),
            Embed::Threads => labels.events.chart_title.clone(),
            Embed::How => labels.embed.how.clone(),
            Embed::Whole | Embed::Part(_) | Embed::Vote(_) => self.title(),
        }
    }

    /// The folder within the site of the page to share.
    pub(super) fn shared_path(&self) -> String {
        self.site.story.folder(self.edition) + &self.route.path()
    }

    /// The way to the page to share: absolute where it is known where the site will stand.
    pub(super) fn way_to_shared(&self) -> String {
        let path = self.shared_path();
        self.address(&path).unwrap_or_else(|| self.way_to(&path))
    }
}
