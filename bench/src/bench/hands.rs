//! A reader's hands on every island: presses and keys as the browser's own input, and how long each takes until the
//! next frame is painted.

use super::{
    results::Results,
    site::Site,
    visit::{Conditions, Visit},
};
use anyhow::Result;
use std::time::Duration;
use tests::chrome::Chrome;

/// What a hand does.
#[derive(Clone, Copy, Debug)]
enum Move {
    /// Makes ready, and is not measured.
    Ready(&'static str),
    /// Presses what the selector names, and what it names then as often as is said.
    Press(&'static str),
    /// Presses all that the selector names, up to a number, in even steps.
    Each(&'static str, usize),
    /// Strikes keys, separated by spaces, where the focus is.
    Keys(&'static str),
}
use Move::{Each, Keys, Press, Ready};

/// Every island and the page's own controls, and what hands do there.
const ISLANDS: [(&str, &[Move]); 7] = [
    ("cards", &[Each("details[id] > summary", 8), Each("details[id] > summary", 8)]),
    ("depth", &[Each("label:has(> [name='depth'])", 3), Press("label:has(> [name='depth'][value='standard'])")]),
    ("shift", &[Each("label:has(> [name='year'])", 8), Keys("ArrowLeft ArrowLeft Home ArrowRight End")]),
    (
        "votes",
        &[
            Each("label:has(> [name='body'])", 3),
            Each("label:has(> [name='body'])", 3),
            Each(".vote-bars a", 5),
            Ready("[name='country']"),
            Keys("J P N Enter F r a n Enter"),
            Each("[data-island='votes'] .tiles li [data-iso], [data-island='votes'] .tiles [data-iso]", 3),
            Ready("[name='against']"),
            Keys("ArrowDown ArrowDown Enter"),
        ],
    ),
    ("numbers", &[Each("label:has(> [name='count'])", 8), Keys("ArrowRight ArrowDown ArrowLeft")]),
    TIMELINE,
    (
        "voices",
        &[
            Each("label:has(> [name='kind'])", 6),
            Press("label:has(> [name='kind'][value=''])"),
            Each("label:has(> [name='verdict'])", 5),
            Press("label:has(> [name='verdict'][value=''])"),
            Each("label:has(> [name='speaker'])", 6),
        ],
    ),
];

/// The one that growth is measured by.
const TIMELINE: (&str, &[Move]) = (
    "timeline",
    &[
        Ready("#timeline-card:not([open]) > summary"),
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

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// On all islands, a row each.
    All,
    /// With the timeline alone.
    Timeline,
    /// With the recorded votes alone.
    Votes,
}

/// Does it once, with the processor slowed down, and notes each interaction. Rows are named after the island, or
/// `row`.
pub(super) async fn measure(
    chrome: &Chrome,
    site: &Site,
    table: &'static str,
    scope: Scope,
    row: Option<&str>,
    results: &mut Results,
) -> Result<()> {
    let visit = Visit::start(chrome, Conditions { cpu: 4, slow_network: false }, &[]).await?;
    visit.go(&format!("{}/", site.origin)).await?;
    let ready = if site.has_app { "measured.live != null" } else { "document.readyState == 'complete'" };
    visit.comes_true(ready, Duration::from_secs(60)).await?;
    let wanted = |island: &str| match scope {
        Scope::All => true,
        Scope::Timeline => island == "timeline",
        Scope::Votes => island == "votes",
    };
    for (island, moves) in ISLANDS.into_iter().filter(|(island, _)| wanted(island)) {
        let mut times = Vec::new();
        for hand in moves {
            act(&visit, *hand, &mut times).await?;
        }
        for time in times {
            if row.is_none() {
                results.add(table, &site.name, "all", time);
            }
            results.add(table, &site.name, row.unwrap_or(island), time);
        }
    }
    visit.end().await
}

async fn act(visit: &Visit, hand: Move, times: &mut Vec<f64>) -> Result<()> {
    match hand {
        Ready(selector) => {
            visit.press(selector).await?;
            settle(visit).await?;
        }
        Press(selector) => {
            if visit.press(selector).await? {
                times.push(settle(visit).await?);
            }
        }
        Each(selector, most) => {
            let mark = format!(
                "(() => {{ const all = [...document.querySelectorAll({selector:?})].filter(e => e.checkVisibility({{ visibilityProperty: true }})); \
                 document.querySelectorAll('[data-hand]').forEach(e => e.removeAttribute('data-hand')); \
                 const chosen = all.length <= {most} ? all : Array.from({{ length: {most} }}, (_, i) => all[Math.floor(i * all.length / {most})]); \
                 chosen.forEach((e, i) => e.setAttribute('data-hand', i)); return chosen.length }})()"
            );
            let count = visit.look(&mark).await?.as_u64().unwrap_or_default();
            for index in 0..count {
                // A layout is due for the marks, which is no part of what is measured.
                if visit.press(&format!("[data-hand='{index}']")).await? {
                    times.push(settle(visit).await?);
                }
            }
        }
        Keys(keys) => {
            for key in keys.split(' ') {
                visit.strike(key).await?;
                times.push(settle(visit).await?);
            }
        }
    }
    Ok(())
}

/// Waits until the browser has told how long the last interaction took: the longest of its events. Those under 16 ms
/// are not told of, and noted as 8.
async fn settle(visit: &Visit) -> Result<f64> {
    let told = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { \
                done(Math.max(8, ...measured.inputs)); measured.inputs = []; }, 120))))";
    Ok(visit.look(told).await?.as_f64().unwrap_or(8.0))
}
