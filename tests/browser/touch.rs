//! Tests pages on a touch screen that is as narrow as a phone.

use crate::reader::{CARD, check_address, check_open, check_year, edition, year_button, years};
use anyhow::{Context, Result};
use serde_json::json;
use std::sync::Arc;
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![a_finger_along_the_lanes_chooses_years, a_finger_moves_the_guess, a_tap_makes_every_choice];

async fn a_finger_along_the_lanes_chooses_years(engine: Arc<Engine>) -> Outcome {
    let visit = on_a_phone(&engine, "/").await?;
    let (_, decision, last) = years();
    let year = |year: i16| format!("label:has({})", year_button(year));
    let path: Vec<_> = (decision..=last).map(year).collect();
    put_down(&visit, &path[0]).await?;
    for selector in &path[1..] {
        let at = middle(&visit, selector).await?;
        touch(&visit, "touchMove", Some(at)).await?;
    }
    touch(&visit, "touchEnd", None).await?;
    check_year(&visit, last).await?;
    check_address(&visit, &format!("/?year={last}")).await?;
    visit.check_quiet().await
}

async fn a_finger_moves_the_guess(engine: Arc<Engine>) -> Outcome {
    let visit = on_a_phone(&engine, "/un-history/").await?;
    let guess = "Number(document.querySelector('.guess output').value)";
    let before = visit.look(guess).await?;
    let (x, y) = put_down(&visit, ".guess input").await?;
    touch(&visit, "touchMove", Some((x + 60.0, y))).await?;
    touch(&visit, "touchEnd", None).await?;
    visit.until(&format!("{guess} > {before}")).await
}

async fn a_tap_makes_every_choice(engine: Arc<Engine>) -> Outcome {
    let voted = edition().resolutions.iter().find(|resolution| resolution.tally.is_some()).context("the content has no recorded vote")?;
    let iso3 = &voted.roll_call.first().context("the roll call is empty")?.0;
    let count =
        &edition().counts.iter().filter(|count| count.choice.is_some()).nth(1).context("the content has fewer than two figures")?.id;
    let chosen = format!("&resolution={}", voted.id);
    let visit = on_a_phone(&engine, "/abductions/").await?;
    tap(&visit, &format!("label:has([name=count][value='{count}'])"), &format!("/abductions/?count={count}")).await?;
    visit.check_quiet().await?;
    let visit = on_a_phone(&engine, "/").await?;
    tap(&visit, &format!("#{CARD} > summary"), &format!("/?open={CARD}")).await?;
    check_open(&visit, CARD).await?;
    visit.check_quiet().await?;
    let visit = on_a_phone(&engine, "/un-history/").await?;
    let table = [
        ("label:has([name=body][value=commission])".to_owned(), "/un-history/?body=commission".to_owned()),
        (format!(".vote-bars li:has([href='#resolution-{}'])", voted.id), format!("/un-history/?body=commission{chosen}")),
        (format!(".tiles [data-iso='{iso3}']"), format!("/un-history/?body=commission{chosen}&countries={iso3}")),
        (".chips button".to_owned(), format!("/un-history/?body=commission{chosen}")),
    ];
    for (selector, address) in table {
        tap(&visit, &selector, &address).await?;
    }
    visit.check_quiet().await
}

/// Taps an element, and checks that the address becomes `address`.
async fn tap(visit: &Visit, selector: &str, address: &str) -> Result<()> {
    put_down(visit, selector).await?;
    touch(visit, "touchEnd", None).await?;
    check_address(visit, address).await.with_context(|| selector.to_owned())
}

/// Opens a page on a touch screen that is 320 CSS pixels wide.
async fn on_a_phone(engine: &Engine, path: &str) -> Result<Visit> {
    let visit = Visit::live(engine, path).await?;
    let emulation = visit.browser().cdp();
    emulation.emulation().set_device_metrics_override(320, 640, 2.0, true).await?;
    emulation.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    visit.until("innerWidth == 320").await?;
    Ok(visit)
}

/// Starts a touch in the middle of an element, and returns this position in CSS pixels.
async fn put_down(visit: &Visit, selector: &str) -> Result<(f64, f64)> {
    visit.look(&format!("document.querySelector({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await?;
    let at = middle(visit, selector).await?;
    touch(visit, "touchStart", Some(at)).await?;
    Ok(at)
}

/// Returns the position of the middle of an element in the window, in CSS pixels.
async fn middle(visit: &Visit, selector: &str) -> Result<(f64, f64)> {
    let middle = "flatMap(r => [r.x + r.width / 2, r.y + r.height / 2])";
    let middle = visit.look(&format!("[document.querySelector({selector:?}).getBoundingClientRect()].{middle}")).await?;
    middle[0].as_f64().zip(middle[1].as_f64()).with_context(|| selector.to_owned())
}

/// Sends a touch event. `touchEnd` has no position.
async fn touch(visit: &Visit, what: &str, at: Option<(f64, f64)>) -> Outcome {
    let points: Vec<_> = at.map(|(x, y)| json!({ "x": x, "y": y })).into_iter().collect();
    visit.browser().cdp().send_raw("Input.dispatchTouchEvent", json!({ "type": what, "touchPoints": points })).await?;
    Ok(())
}
