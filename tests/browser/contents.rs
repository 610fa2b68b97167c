//! Tests the contents bar, which is a column in wide windows. It stays in view, marks the part that the reader has
//! reached, and has links to the parts.

use crate::reader::{go_to, seen};
use anyhow::Context;
use std::sync::Arc;
use tests::{
    conditions::large_text,
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![the_list_leads_to_the_parts_without_script];
pub(crate) const OF_WIDTHS: &[Test] = tests![the_bar_names_the_current_part_and_leads_on unless large_text];

const LIST: &str = "document.getElementById('contents-list')";

async fn the_bar_names_the_current_part_and_leads_on(engine: Arc<Engine>) -> Outcome {
    for (page, part, next) in [("/", "abductions", "timeline"), ("/why/", "own-words", "critical")] {
        for width in [390, 1280, 1680] {
            let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
            visit.browser().cdp().emulation().set_device_metrics_override(width, 844, 1.0, false).await?;
            visit.go(page).await?;
            check(&visit, part, next, width).await.with_context(|| format!("{page} at {width} px"))?;
        }
    }
    Ok(())
}

async fn check(visit: &Visit, part: &str, next: &str, width: u32) -> Outcome {
    visit.look(&format!("(document.getElementById({part:?}).scrollIntoView(), null)")).await?;
    let current = "document.querySelector('.contents [aria-current]')?.hash";
    visit.until(&format!("{current} == '#{part}'")).await?;
    let in_view = "[document.querySelector('.contents').getBoundingClientRect()].every(at => at.top >= 0 && at.top < 40)";
    visit.check(in_view).await?;
    let is_column = width >= 1440;
    if !is_column {
        visit.check(&format!("!{LIST}.checkVisibility()")).await?;
        let here = "document.querySelector('.here').textContent == document.querySelector('.contents [aria-current]').textContent";
        visit.check(here).await?;
        visit.press(".contents [popovertarget]").await?;
    }
    visit.until(&seen!("#contents-list")).await?;
    visit.press(&format!("#contents-list a[href='#{next}']")).await?;
    visit.until(&format!("location.hash == '#{next}' && {current} == '#{next}'")).await?;
    visit.until(&format!("{LIST}.checkVisibility() == {is_column}")).await?;
    // The target is in the upper half of the window, and below the bar if the contents are a bar.
    let bar = if is_column { "0" } else { "document.querySelector('.contents').getBoundingClientRect().bottom - 1" };
    let below =
        &format!("[document.querySelector(':target').getBoundingClientRect().top].every(top => top >= {bar} && top < innerHeight / 2)");
    visit.check(below).await?;
    visit.check_quiet().await
}

async fn the_list_leads_to_the_parts_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/").await?;
    go_to(&visit, "abductions").await?;
    visit.until("location.hash == '#abductions'").await
}
