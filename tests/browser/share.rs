//! What a reader sees can be shared: the dialog says it in words and links to it, by whatever way the browser allows.

use crate::reader::{check_address, check_open, check_year, choose_year, edition, seen, years};
use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use story::vocabulary::{Body, Kind, Speaker, Thread};
use tests::{
    engine::{Engine, Script},
    server::{Fault, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    the_control_waits_for_script_and_the_rest_for_the_control,
    the_dialog_opens_and_closes_by_pointer,
    the_dialog_opens_and_closes_by_keyboard,
    what_the_link_shows_is_told,
    the_link_shows_the_same_in_a_fresh_browser,
    the_link_is_copied,
    a_refusal_leaves_the_marked_text,
    the_device_shares,
    the_code_reads_as_the_link,
    without_its_piece_there_is_the_address,
    a_heading_copies_its_link,
    a_quote_is_offered_told_and_linked,
    a_quote_can_be_shared_by_keyboard,
];

const OPENER: &str = "button.share";
const TOLD: &str = "document.querySelector('#share .told').textContent";
const FIELD: &str = "document.querySelector('#share textarea').value";
const SAID: &str = "document.querySelector('#share .said').textContent";

async fn the_control_waits_for_script_and_the_rest_for_the_control(engine: Arc<Engine>) -> Outcome {
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
    visit.until(&format!("{TOLD} != ''")).await?;
    visit.until("document.activeElement.matches('#share [value=copy]')").await?;
    visit.type_at("#share [value='copy']", Key::Escape).await?;
    visit.until("!document.getElementById('share').open").await?;
    visit.until(&format!("document.activeElement.matches({OPENER:?})")).await
}

async fn what_the_link_shows_is_told(engine: Arc<Engine>) -> Outcome {
    let labels = &edition().labels;
    let (first, decision, _) = years();
    let part = |title: &str| labels.share.part.replace("{}", title);
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
        (
            "/timeline/?threads=un&span=2002-2004",
            then(&part(&edition().texts.timeline.title), &threads),
            "/timeline/?threads=un&span=2002-2004",
        ),
        ("/timeline/", part(&edition().texts.timeline.title), "/timeline/"),
        ("/?resolution=hrc-25-25", roll_call.clone(), "/un-history/hrc-25-25/"),
        (
            "/shift/?resolution=hrc-25-25&countries=CHN.JPN",
            labels.share.comma.replace("{a}", &roll_call).replace("{b}", &compared),
            "/un-history/hrc-25-25/?countries=CHN.JPN",
        ),
        ("/un-history/hrc-25-25/", roll_call.clone(), "/un-history/hrc-25-25/"),
        ("/un-history/hrc-25-25/?resolution=hrc-22-13", of(&labels.share.text, "2013"), "/un-history/?resolution=hrc-22-13"),
        ("/un-history/hrc-25-25/?resolution=none", labels.share.whole.clone(), "/un-history/"),
        (
            "/?depth=brief&open=article-card",
            then(&open(&labels.article.open), &labels.share.depth.replace("{}", &labels.depth.brief)),
            "/?open=article-card&depth=brief",
        ),
        ("/?kind=quote&speaker=campaigners", labels.share.stand_out.replace("{}", &voices), "/?kind=quote&speaker=campaigners"),
        ("/#statement-3", open(&labels.article.open), "/?open=article-card"),
    ];
    for (address, told, link) in table {
        check(&visit, address, &told, link).await.with_context(|| address.to_owned())?;
    }
    visit.check_quiet().await
}

async fn the_link_shows_the_same_in_a_fresh_browser(engine: Arc<Engine>) -> Outcome {
    let (first, ..) = years();
    let sharer = Visit::live(&engine, "/?utm_source=mail&resolution=hrc-25-25&countries=CHN.JPN").await?;
    choose_year(&sharer, first).await?;
    open(&sharer).await?;
    let link = sharer.read(FIELD).await?;
    let path = link.strip_prefix(sharer.origin()).context("a link to the site")?;
    let reader = Visit::live(&engine, path).await?;
    check_year(&reader, first).await?;
    let shown = "[...document.querySelectorAll('.chips, .followed, .roll-call, .chosen')].map(place => place.textContent).join()";
    ensure!(!reader.read(shown).await?.is_empty(), "nothing is shown");
    reader.until(&format!("{shown} == {:?}", sharer.read(shown).await?)).await
}

async fn the_link_is_copied(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/").await?;
    permit(&visit, "granted").await?;
    open(&visit).await?;
    visit.press("#share [value='copy']").await?;
    visit.until(&format!("{SAID} == {:?}", edition().labels.share.copied)).await?;
    ensure!(copied(&visit).await? == format!("{}/timeline/", visit.home()));
    visit.check_quiet().await
}

async fn a_refusal_leaves_the_marked_text(engine: Arc<Engine>) -> Outcome {
    for without in [
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }) == null",
    ] {
        let visit = Visit::live(&engine, "/").await?;
        visit.look(without).await?;
        open(&visit).await?;
        visit.press("#share [value='copy']").await?;
        visit.until(&format!("{SAID} == {:?}", edition().labels.share.refused)).await?;
        visit.check("document.activeElement.matches('#share textarea')").await?;
        visit.check("[document.activeElement].every(field => field.selectionEnd - field.selectionStart == field.value.length)").await?;
        visit.check_quiet().await?;
    }
    Ok(())
}

async fn the_device_shares(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/").await?;
    visit.look("Navigator.prototype.share = undefined").await?;
    open(&visit).await?;
    visit.check(&format!("!({})", seen!("#share [value=native]"))).await?;
    visit.press("#share [value='close']").await?;
    visit.look("navigator.share = data => (window.shared = data, Promise.reject(new DOMException('', 'AbortError')))").await?;
    open(&visit).await?;
    visit.press("#share [value='native']").await?;
    visit.until("window.shared != null").await?;
    visit.check("window.shared.url == location.href").await?;
    visit.check(&format!("window.shared.text == {TOLD} && window.shared.title == document.title")).await?;
    visit.check_quiet().await
}

async fn the_code_reads_as_the_link(engine: Arc<Engine>) -> Outcome {
    for address in ["/", "/un-history/hrc-25-25/?countries=CHN.JPN"] {
        let visit = Visit::live(&engine, address).await?;
        open(&visit).await?;
        visit.press("#share summary").await?;
        visit.until(&seen!("#share svg")).await?;
        visit.check("document.querySelector('#share svg > title').textContent != ''").await?;
        let picture = visit.find("#share svg").await?.screenshot_as_png().await?;
        ensure!(read_code(&picture)? == visit.read(FIELD).await?);
    }
    Ok(())
}

async fn without_its_piece_there_is_the_address(engine: Arc<Engine>) -> Outcome {
    for missing in ["/share.js", "/share_bg.wasm"] {
        let visit = Visit::to(&engine, Script::On, Server::with_faults(&[(missing, Fault::Missing)]).await?).await?;
        visit.go("/shift/?year=2014").await?;
        visit.until_live().await?;
        visit.press(OPENER).await?;
        visit.until(&format!("{FIELD} == location.href")).await?;
        visit.until(&format!("!({})", seen!("#share [value=copy]"))).await?;
        visit.check("document.activeElement.matches('#share textarea')").await?;
        visit.press("#share [value='close']").await?;
        visit.until("!document.getElementById('share').open").await?;
    }
    Ok(())
}

async fn a_heading_copies_its_link(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/timeline/?utm_source=mail&depth=everything").await?;
    permit(&visit, "granted").await?;
    let why = edition().texts.why.title.as_str();
    let third = edition().labels.article.statement.replace("{n}", "3");
    let table = [("#why h2 a", "#why", why), ("#statement-3 a.anchor", "#statement-3", &third), ("#s7 a.anchor", "#s7", "7.")];
    for (place, at, name) in table {
        ensure!(heard(&visit, place).await? == name, "{place} is called {}", heard(&visit, place).await?);
        visit.press(place).await?;
        visit.until(&format!("location.hash == {at:?}")).await?;
        visit.until("document.querySelector('.link-said').textContent != ''").await?;
        ensure!(copied(&visit).await? == format!("{}/timeline/{at}", visit.home()), "{place}");
    }
    visit.check_quiet().await
}

async fn a_quote_is_offered_told_and_linked(engine: Arc<Engine>) -> Outcome {
    let statement = edition().statements.iter().find(|statement| statement.number == 3).context("statement 3")?;
    let visit = Visit::live(&engine, "/article/?open=article-card").await?;
    check_open(&visit, "article-card").await?;
    select(&visit, "#statement-3 .says").await?;
    visit.press("#share-quote button").await?;
    visit.until(&format!("{TOLD} != ''")).await?;
    visit.check("document.querySelector('#share-quote:popover-open') == null").await?;
    let told = visit.read(TOLD).await?;
    for part in [
        &visit.read("document.querySelector('#statement-3 .says').textContent").await?,
        &statement.by,
        &edition().labels.article.statement.replace("{n}", "3"),
        &edition().texts.article.title,
    ] {
        ensure!(told.contains(part), "{told}");
    }
    let field = visit.read(FIELD).await?;
    let (words, link) = field.split_once('\n').context("words and link")?;
    ensure!(words == told && link.starts_with(&format!("{}/article/#statement-3:~:text=", visit.home())), "{field}");

    let reader = Visit::live(&engine, link.strip_prefix(visit.origin()).context("a link to the site")?).await?;
    check_open(&reader, "article-card").await?;
    check_address(&reader, "/article/?open=article-card#statement-3").await?;
    visit.check_quiet().await
}

async fn a_quote_can_be_shared_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    select(&visit, "#in-short p, #in-short li").await?;
    visit.type_at("body", Key::Tab).await?;
    visit.until("document.activeElement.matches('#share-quote button')").await?;
    visit.type_at("#share-quote button", Key::Enter).await?;
    visit.until("document.getElementById('share').open").await?;
    visit.check(&format!("{FIELD}.includes('#in-short')")).await?;
    visit.type_at("#share [value='copy']", Key::Escape).await?;
    visit.until("!document.getElementById('share').open").await
}

/// Holds that the dialog on the page at `address` tells what is shown as `told`, and links to `link`.
async fn check(visit: &Visit, address: &str, told: &str, link: &str) -> Outcome {
    // An address that differs in its fragment alone would not load the page again.
    visit.browser().goto("data:,").await?;
    visit.go(address).await?;
    visit.until_live().await?;
    open(visit).await?;
    let (words, field) = (visit.read(TOLD).await?, visit.read(FIELD).await?);
    ensure!(words == told, "told is {words:?}, not {told:?}");
    ensure!(field == format!("{}{link}", visit.home()), "the link is {field}");
    ensure!(field.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/.-=&?#".contains(&byte)), "mail clients cut {field}");
    Ok(())
}

/// Opens the dialog and waits until it says what it shares.
async fn open(visit: &Visit) -> Outcome {
    visit.press(OPENER).await?;
    visit.until(&format!("document.getElementById('share').open && {TOLD} != ''")).await
}

/// Selects all that an element holds, and waits until it is offered to be shared.
async fn select(visit: &Visit, selector: &str) -> Outcome {
    visit.look(&format!("getSelection().selectAllChildren(document.querySelector({selector:?}))")).await?;
    visit.until("document.querySelector('#share-quote:popover-open') != null").await
}

/// Lets the page use the clipboard, or not.
async fn permit(visit: &Visit, setting: &str) -> Outcome {
    for name in ["clipboard-read", "clipboard-write"] {
        let asked = serde_json::json!({ "permission": { "name": name }, "setting": setting, "origin": visit.origin() });
        visit.browser().cdp().send_raw("Browser.setPermission", asked).await?;
    }
    Ok(())
}

/// What screen readers call the element that a selector names.
async fn heard(visit: &Visit, selector: &str) -> Result<String> {
    let cdp = visit.browser().cdp();
    let expression = format!("document.querySelector({selector:?})");
    let found = cdp.send_raw("Runtime.evaluate", serde_json::json!({ "expression": expression })).await?;
    let asked = serde_json::json!({ "objectId": found["result"]["objectId"], "fetchRelatives": false });
    let tree = cdp.send_raw("Accessibility.getPartialAXTree", asked).await?;
    tree["nodes"][0]["name"]["value"].as_str().map(str::to_owned).with_context(|| format!("{selector} has no name"))
}

/// What is on the clipboard.
async fn copied(visit: &Visit) -> Result<String> {
    let text = visit.browser().execute_async("navigator.clipboard.readText().then(arguments[0])", []).await?;
    text.json().as_str().map(str::to_owned).context("a text")
}

/// What the QR code in a picture says.
fn read_code(picture: &[u8]) -> Result<String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a size")?];
    let frame = reader.next_frame(&mut pixels)?;
    let (width, height, samples) = (frame.width as usize, frame.height as usize, frame.color_type.samples());
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[(y * width + x) * samples]);
    let codes = picture.detect_grids();
    let code = codes.first().context("there is no code in the picture")?;
    Ok(code.decode()?.1)
}
