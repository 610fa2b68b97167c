//! Tests the share dialog. The dialog describes in words what the page shows, and offers a link that shows the same.

mod places;
mod ways;

use crate::reader::{edition, seen, years};
use anyhow::{Context, ensure};
use std::sync::Arc;
use story::vocabulary::{Body, Kind, Speaker, Thread};
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[&[Test]] = &[DIALOG, ways::TESTS, places::TESTS];

const DIALOG: &[Test] = tests![
    the_button_needs_script_and_its_press_loads_the_module,
    the_dialog_opens_and_closes_by_pointer,
    the_dialog_opens_and_closes_by_keyboard,
    the_dialog_describes_the_link,
    the_link_shows_the_same_in_a_fresh_browser,
];

const OPENER: &str = "button.share";
const DESCRIPTION: &str = "document.querySelector('#share .description').textContent";
const FIELD: &str = "document.querySelector('#share textarea').value";
const STATUS: &str = "document.querySelector('#share .status').textContent";

async fn the_button_needs_script_and_its_press_loads_the_module(engine: Arc<Engine>) -> Outcome {
    let quiet = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    quiet.go("/").await?;
    quiet.check(&format!("!({})", seen!(OPENER))).await?;

    let visit = Visit::live(&engine, "/").await?;
    visit.check(&seen!(OPENER)).await?;
    let loaded = "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/share.js'))";
    visit.check(&format!("!({loaded})")).await?;
    open(&visit).await?;
    visit.check(loaded).await?;
    visit.check_quiet().await
}

async fn the_dialog_opens_and_closes_by_pointer(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    open(&visit).await?;
    visit.check("document.activeElement.matches('#share [value=copy]')").await?;
    visit.press("#share [value='close']").await?;
    visit.until("!document.getElementById('share').open").await?;
    visit.until(&format!("document.activeElement.matches({OPENER:?})")).await
}

async fn the_dialog_opens_and_closes_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.type_at(OPENER, Key::Enter).await?;
    visit.until(&format!("{DESCRIPTION} != ''")).await?;
    visit.until("document.activeElement.matches('#share [value=copy]')").await?;
    visit.type_at("#share [value='copy']", Key::Escape).await?;
    visit.until("!document.getElementById('share').open").await?;
    visit.until(&format!("document.activeElement.matches({OPENER:?})")).await
}

async fn the_dialog_describes_the_link(engine: Arc<Engine>) -> Outcome {
    let labels = &edition().labels;
    let (first, decision, _) = years();
    let open = |card: &str| labels.share.cards.replace("{}", card);
    let year = |year: i16| labels.share.year.replace("{}", &year.to_string());
    let and = |a: &str, b: &str| labels.share.and.replace("{a}", a).replace("{b}", b);
    let council = labels.word(Body::Council);
    let of = |label: &str, year: &str| label.replace("{y}", year).replace("{body}", council);
    let roll_call = of(&labels.share.roll_call, "2014");
    let names = ["CHN", "JPN"].map(|iso3| edition().countries.iter().find(|country| country.iso3 == iso3).map_or("", |found| &found.name));
    let compared = labels.share.compared.replace("{}", &and(names[0], names[1]));
    let span = labels.date.span.replace("{from}", "2002").replace("{to}", "2004");
    let threads = labels.share.timeline.replace("{}", &and(labels.word(Thread::UnitedNations), &span));
    let voices = and(labels.word(Kind::Quote), labels.word(Speaker::Campaigners));
    let then = |a: &str, b: &str| labels.share.then.replace("{a}", a).replace("{b}", b);
    let visit = Visit::live(&engine, "/").await?;
    let table = [
        ("/", labels.share.whole.clone(), "/"),
        (&*format!("/?year={decision}&utm_source=mail"), labels.share.whole.clone(), "/"),
        (&*format!("/?year={first}&fbclid=x"), year(first), &*format!("/?year={first}")),
        ("/timeline/?threads=un&span=2002-2004", then(&edition().texts.timeline.title, &threads), "/timeline/?threads=un&span=2002-2004"),
        ("/timeline/", edition().texts.timeline.title.clone(), "/timeline/"),
        ("/un-history/?resolution=hrc-25-25", then(&edition().texts.un_history.title, &roll_call), "/un-history/hrc-25-25/"),
        (
            "/un-history/?resolution=hrc-25-25&countries=CHN.JPN",
            then(&edition().texts.un_history.title, &labels.share.comma.replace("{a}", &roll_call).replace("{b}", &compared)),
            "/un-history/?resolution=hrc-25-25&countries=CHN.JPN",
        ),
        // The link leaves out parameters that the page does not use.
        ("/shift/?resolution=hrc-25-25&countries=CHN.JPN", edition().texts.shift.title.clone(), "/shift/"),
        (
            "/un-history/?resolution=hrc-22-13",
            then(&edition().texts.un_history.title, &of(&labels.share.text, "2013")),
            "/un-history/?resolution=hrc-22-13",
        ),
        (
            "/?depth=brief&open=un-history-card",
            then(&open(&labels.history.open), &labels.share.depth.replace("{}", &labels.depth.brief)),
            "/?open=un-history-card&depth=brief",
        ),
        (
            "/article/?kind=quote&speaker=campaigners",
            then(&edition().texts.article.title, &labels.share.stand_out.replace("{}", &voices)),
            "/article/?kind=quote&speaker=campaigners",
        ),
        ("/#families", open(&labels.abductions.open), "/?open=abductions-card"),
    ];
    for (address, description, link) in table {
        check(&visit, address, &description, link).await.with_context(|| address.to_owned())?;
    }
    visit.check_quiet().await
}

async fn the_link_shows_the_same_in_a_fresh_browser(engine: Arc<Engine>) -> Outcome {
    let sharer = Visit::live(&engine, "/un-history/?utm_source=mail&resolution=hrc-25-25&countries=CHN.JPN").await?;
    open(&sharer).await?;
    let link = sharer.read(FIELD).await?;
    let path = link.strip_prefix(sharer.origin()).context("the link does not lead to the site")?;
    let reader = Visit::live(&engine, path).await?;
    let shown = "[...document.querySelectorAll('.chips, .followed, .tiles, .finding')].map(place => place.textContent).join()";
    ensure!(!reader.read(shown).await?.is_empty(), "nothing is shown");
    reader.until(&format!("{shown} == {:?}", sharer.read(shown).await?)).await
}

/// Checks that the dialog on the page at `address` shows the description `description` and offers the link `link`.
async fn check(visit: &Visit, address: &str, description: &str, link: &str) -> Outcome {
    // A change of the fragment alone would not load the page again.
    visit.browser().goto("data:,").await?;
    visit.go(address).await?;
    visit.until_live().await?;
    open(visit).await?;
    let (words, field) = (visit.read(DESCRIPTION).await?, visit.read(FIELD).await?);
    ensure!(words == description, "the description is {words:?}, expected {description:?}");
    ensure!(field == format!("{}{link}", visit.home()), "the link is {field}");
    ensure!(field.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/.-=&?#".contains(&byte)), "mail programs would cut off {field}");
    Ok(())
}

async fn open(visit: &Visit) -> Outcome {
    visit.press(OPENER).await?;
    visit.until(&format!("document.getElementById('share').open && {DESCRIPTION} != ''")).await
}
