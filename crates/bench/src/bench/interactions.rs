//! Measures interactions with the first page and with the pages of four parts. Presses and keys are sent as real
//! browser input. The measured quantity is the time until the next frame is painted, or the time that the main thread
//! works.

use super::{
    results::Results,
    site::{Markup, Site},
    visit::{Conditions, READY, Visit},
};
use anyhow::Result;
use std::time::Duration;
use tests::engine::Engine;

/// One or more inputs of the reader.
#[derive(Clone, Copy, Debug)]
enum Input {
    /// Presses the first element that the selector matches, to prepare the next inputs. This press is not measured.
    Prepare(&'static str),
    /// Presses the first element that the selector matches.
    Press(&'static str),
    /// Presses up to this number of visible elements that the selector matches. If more elements
    /// match, the pressed elements are at even distances.
    Each(&'static str, usize),
    /// Presses keys in the focused element. The names of the keys are separated by spaces.
    Keys(&'static str),
}
use Input::{Each, Keys, Prepare, Press};

/// The inputs of one row: the name of the row, the path of the page, and the inputs in their order.
type Scenario = (&'static str, &'static str, &'static [Input]);

/// The inputs on those controls of the first page that the peer sites also have.
const FIRST_PAGE: [Scenario; 3] = [
    (CARDS, "", &[Each("details[id] > summary", 8), Each("details[id] > summary", 8)]),
    (DEPTH, "", &[Each("label:has(> [name='depth'])", 3), Press("label:has(> [name='depth'][value='standard'])")]),
    (YEARS, "", &[Each("label:has(> [name='year'])", 8)]),
];

/// The same inputs on the peer sites. The depth and the years need other selectors there.
const PEERS: [Scenario; 3] = [
    (CARDS, "", &[Each("details[id] > summary", 8), Each("details[id] > summary", 8)]),
    (DEPTH, "", &[Each("[data-depth]", 3), Press("[data-depth='standard']")]),
    (YEARS, "", &[Each("[data-year]", 8)]),
];

/// The name of the row with all interactions.
pub(super) const ALL: &str = "all";
// The names of the rows of `FIRST_PAGE` and `PEERS`.
pub(super) const CARDS: &str = "cards";
pub(super) const DEPTH: &str = "depth";
pub(super) const YEARS: &str = "years";

/// The inputs that are not measured on the peer sites.
const OTHER_PAGES: [Scenario; 5] = [
    ("keys on the years", "", &[Prepare("label:has(> [name='year'])"), Keys("ArrowLeft ArrowLeft Home ArrowRight End")]),
    VOTES,
    ("numbers", "abductions/", &[Each("label:has(> [name='count'])", 8), Keys("ArrowRight ArrowDown ArrowLeft")]),
    TIMELINE,
    (
        "statements",
        "article/",
        &[
            Each("label:has(> [name='kind'])", 6),
            Press("label:has(> [name='kind'][value=''])"),
            Each("label:has(> [name='verdict'])", 5),
            Press("label:has(> [name='verdict'][value=''])"),
            Each("label:has(> [name='speaker'])", 6),
        ],
    ),
];

/// The inputs on the page of the recorded votes.
const VOTES: Scenario = (
    "votes",
    "un-history/",
    &[
        Each("label:has(> [name='body'])", 3),
        Each("label:has(> [name='body'])", 3),
        Each(".vote-bars a", 5),
        Prepare("[name='country']"),
        Keys("J P N Enter F r a n Enter"),
        Each(".tiles button", 3),
        Prepare("[name='against']"),
        Keys("ArrowDown ArrowDown Enter"),
    ],
);

/// The inputs on the page of the timeline.
const TIMELINE: Scenario = (
    "timeline",
    "timeline/",
    &[
        Each("label:has(> [name='threads'])", 3),
        Each("label:has(> [name='threads'])", 3),
        Each("label:has(> [name='span'])", 6),
        Press("label:has(> [name='span'][value=''])"),
        Press(".bar button[value]"),
        Press(".bar button[value]"),
        Press(".bar button:not([value])"),
        Keys("j j k"),
    ],
);

/// A choice of the interactions to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// The first page and the pages of four parts.
    All,
    /// Only the controls of the first page that the peer sites also have.
    FirstPage,
    /// Only the timeline.
    Timeline,
    /// Only the recorded votes.
    Votes,
}

impl Scope {
    /// Returns the paths of the pages on which these interactions are measured, each once.
    pub(super) fn pages(self) -> Vec<&'static str> {
        let mut pages: Vec<_> = self.scenarios(Markup::Explainer).into_iter().map(|(_, page, _)| page).collect();
        pages.dedup();
        pages
    }

    fn scenarios(self, markup: Markup) -> Vec<Scenario> {
        let first_page = match markup {
            Markup::Explainer | Markup::Scriptless => FIRST_PAGE,
            Markup::Peer => PEERS,
        };
        match self {
            Self::All => first_page.into_iter().chain(OTHER_PAGES).collect(),
            Self::FirstPage => first_page.into(),
            Self::Timeline => vec![TIMELINE],
            Self::Votes => vec![VOTES],
        }
    }
}

/// The quantity that is measured for an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Metric {
    /// The time until the next frame is painted, with the processor slowed down by a factor of four.
    Latency,
    /// The time that the main thread works, with the processor at full speed.
    Work,
}

/// Opens each page once and performs its inputs. Adds a measurement in milliseconds for each measured press and each
/// key to the table `into`. If `row` is given, all measurements are in this row. If `row` is `None`, each scenario has
/// its own row, and the row [`ALL`] contains all measurements.
pub(super) async fn measure(
    engine: &Engine,
    site: &Site,
    (into, metric): (&'static str, Metric),
    scope: Scope,
    row: Option<&str>,
    results: &mut Results,
) -> Result<()> {
    let cpu = if metric == Metric::Latency { 4 } else { 1 };
    let conditions = Conditions { cpu, slow_network: false, share: None };
    let scenarios = scope.scenarios(site.markup);
    for same_page in scenarios.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let visit = Visit::start(engine, conditions, &[]).await?;
        visit.count_main_thread_time().await?;
        visit.navigate(&format!("{}/{}", site.origin, same_page[0].1)).await?;
        visit.wait_until(READY, Duration::from_secs(60)).await?;
        for (name, _, inputs) in same_page {
            let mut reader = Reader { visit: &visit, metric, figures: Vec::new() };
            for input in *inputs {
                reader.perform(*input).await?;
            }
            for figure in reader.figures {
                if row.is_none() {
                    results.add(into, &site.name, ALL, figure);
                }
                results.add(into, &site.name, row.unwrap_or(name), figure);
            }
        }
        visit.end().await?;
    }
    Ok(())
}

struct Reader<'a> {
    visit: &'a Visit,
    metric: Metric,
    figures: Vec<f64>,
}

impl Reader<'_> {
    async fn perform(&mut self, input: Input) -> Result<()> {
        match input {
            Prepare(selector) => {
                if let Some(point) = self.visit.move_mouse_to(selector).await? {
                    self.visit.press(point).await?;
                }
                self.reported_latency().await?;
            }
            Press(selector) => self.press(selector).await?,
            Each(selector, most) => {
                let mark = format!(
                    "(() => {{ const all = [...document.querySelectorAll({selector:?})].filter(e => e.checkVisibility({{ visibilityProperty: true }})); \
                     document.querySelectorAll('[data-pressed]').forEach(e => e.removeAttribute('data-pressed')); \
                     const chosen = all.length <= {most} ? all : Array.from({{ length: {most} }}, (_, i) => all[Math.floor(i * all.length / {most})]); \
                     chosen.forEach((e, i) => e.setAttribute('data-pressed', i)); return chosen.length }})()"
                );
                let count = self.visit.evaluate(&mark).await?.as_u64().unwrap_or_default();
                for index in 0..count {
                    self.press(&format!("[data-pressed='{index}']")).await?;
                }
            }
            Keys(keys) => {
                for key in keys.split(' ') {
                    let before = self.visit.main_thread_time().await?;
                    self.visit.press_key(key).await?;
                    self.record(before).await?;
                }
            }
        }
        Ok(())
    }

    async fn press(&mut self, selector: &str) -> Result<()> {
        if let Some(point) = self.visit.move_mouse_to(selector).await? {
            // The page handles the move of the mouse first, so that the press is measured alone.
            self.reported_latency().await?;
            let before = self.visit.main_thread_time().await?;
            self.visit.press(point).await?;
            self.record(before).await?;
        }
        Ok(())
    }

    async fn record(&mut self, before: f64) -> Result<()> {
        let latency = self.reported_latency().await?;
        let work = self.visit.main_thread_time().await? - before;
        self.figures.push(if self.metric == Metric::Latency { latency } else { work });
        Ok(())
    }

    /// Gives the browser time to report the last interaction, and returns the duration of its longest event in
    /// milliseconds. The browser does not report events shorter than 16 ms. If it reports none, the result is 8 ms.
    async fn reported_latency(&self) -> Result<f64> {
        let script = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { \
                    done(Math.max(8, ...measured.inputs)); measured.inputs = []; }, 120))))";
        Ok(self.visit.evaluate(script).await?.as_f64().unwrap_or(8.0))
    }
}
