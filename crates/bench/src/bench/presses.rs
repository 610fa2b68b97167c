//! Measures how soon a reader's first press has an effect, and counts presses that have none.

use super::{
    results::Results,
    site::{Markup, Site},
    visit::{Conditions, READY, Visit},
};
use anyhow::Result;
use serde_json::json;
use std::time::Duration;
use tests::engine::Engine;
use tokio::time::sleep;

/// The longest wait for a condition in a page.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A first press of a reader, or content that appears without a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// A card opens.
    Card,
    /// The page shows less.
    Depth,
    /// A year's panel is shown.
    Year,
    /// A source opens in a popover beside its citation. On the peers and on the site without script, a citation is only
    /// a link, so this press is not measured there.
    Citation,
    /// The roll call on a vote's page appears. This needs no press.
    RollCall,
}
use Press::{Card, Citation, Depth, RollCall, Year};

/// The presses on the first page.
pub(super) const ON_FIRST_PAGE: [Press; 4] = [Card, Depth, Year, Citation];

/// The selectors of the elements to press, in order, and a JavaScript expression that is true once the presses have had
/// their effect.
type Steps = (&'static [&'static str], &'static str);

impl Press {
    /// Returns the name of the press in tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Card => "a card opens, ms",
            Depth => "the depth changes, ms",
            Year => "a year is chosen, ms",
            Citation => "a source opens, ms",
            RollCall => "the roll call is drawn, ms",
        }
    }

    /// Returns the steps of the press on a site with this markup. Returns `None` for a citation on a site where
    /// citations are only links.
    fn steps(self, markup: Markup) -> Option<Steps> {
        let is_peer = match markup {
            Markup::Explainer | Markup::Scriptless => false,
            Markup::Peer => true,
        };
        Some(match self {
            Card if is_peer => (&["#seventeen > summary"], "document.querySelector('#seventeen > :not(summary)').checkVisibility()"),
            Card => (
                &["#abductions-card > summary"],
                "document.querySelector('#abductions-card > :not(summary)').checkVisibility({ contentVisibilityAuto: true })",
            ),
            Depth if is_peer => (&["[data-depth='brief']"], "!document.querySelector('.part .text')?.checkVisibility()"),
            Depth => (&["label:has(> [name='depth'][value='brief'])"], "!document.querySelector('.part > .body').checkVisibility()"),
            Year if is_peer => (&["[data-year='2014']"], "document.querySelector('#in-2014')?.checkVisibility() === true"),
            Year => (
                &["label:has(> [name='year'][value='2014'])"],
                "document.querySelector('#panel-2014').checkVisibility({ visibilityProperty: true })",
            ),
            Citation if markup == Markup::Explainer => {
                (&["main p a[href^='#source-']"], "document.querySelector('#cited:popover-open') != null")
            }
            Citation => return None,
            // The element after the roll call appears in the page only when the whole roll call has been parsed.
            RollCall => (&[], "document.querySelector('#roll-call + nav, #roll-call > .roll-call + *') != null"),
        })
    }
}

/// Loads a page once and presses each element of the steps as soon as it is visible. Adds the time from the start of
/// the load to the effect, in milliseconds, to the table. Adds nothing if the press has no effect or is not measured on
/// this site. The script `early.js` presses the elements from within the page.
pub(super) async fn measure(
    engine: &Engine,
    site: &Site,
    page: &str,
    press: Press,
    (table, measure): (&'static str, &str),
    conditions: Conditions,
    results: &mut Results,
) -> Result<()> {
    let Some((steps, effect)) = press.steps(site.markup) else { return Ok(()) };
    let script = include_str!("early.js").replace("STEPS", &json!(steps).to_string()).replace("EFFECT", effect);
    let visit = Visit::start(engine, conditions, &[script]).await?;
    visit.navigate(&format!("{}/{page}", site.origin)).await?;
    if visit.wait_until("window.measured?.effect != null", TIMEOUT).await?
        && let Some(time) = visit.evaluate("measured.effect").await?.as_f64()
    {
        results.add(table, &site.name, measure, time);
    }
    visit.end().await
}

/// Loads the first page `loads` times and presses an element once in each load, with real mouse input. In the first
/// load, the press follows as soon as the element is visible. In each further load, the press comes another 60 ms
/// later, so that the presses come before, during and after the start of the app. Passes a description of each press to
/// `report`. Returns the number of presses, and the number of presses without lasting effect.
pub(super) async fn lost(engine: &Engine, site: &Site, conditions: Conditions, loads: u32, report: impl Fn(&str)) -> Result<(u32, u32)> {
    const KINDS: [(&str, &str, &str); 3] = [
        ("#abductions-card > summary", "document.getElementById('abductions-card').open", "open=abductions-card"),
        ("label:has(> [name='depth'][value='brief'])", "document.querySelector('[name=depth][value=brief]').checked", "depth=brief"),
        ("label:has(> [name='year'][value='2014'])", "document.querySelector('[name=year][value=\"2014\"]').checked", "year=2014"),
    ];
    let (mut made, mut lost) = (0, 0);
    for load in 0..loads {
        let (selector, effect, address) = KINDS[load as usize % KINDS.len()];
        let visit = Visit::start(engine, conditions, &[]).await?;
        visit.navigate(&format!("{}/", site.origin)).await?;
        visit.wait_until(&format!("document.querySelector({selector:?})?.checkVisibility() === true"), TIMEOUT).await?;
        sleep(Duration::from_millis(60 * u64::from(load))).await;
        let before = visit.evaluate("document.documentElement.dataset.app").await?;
        if let Some(point) = visit.move_mouse_to(selector).await? {
            visit.press(point).await?;
            made += 1;
            visit.wait_until(READY, TIMEOUT).await?;
            let condition = format!("{effect} && location.search.includes({address:?})");
            let is_kept = visit.wait_until(&condition, Duration::from_secs(5)).await?;
            lost += u32::from(!is_kept);
            report(&format!(
                "load {} of {loads}: pressed while {}, {}",
                load + 1,
                before.as_str().unwrap_or("?"),
                if is_kept { "kept" } else { "LOST" }
            ));
        }
        visit.end().await?;
    }
    Ok((made, lost))
}
