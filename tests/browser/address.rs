//! Tests the address of a page. The address contains the reader's choices, so a link shows the same view to every
//! reader.

use crate::reader::{CARD, check_address, check_open, check_year, choose_depth, choose_year, go_to, press_card, seen, years};
use anyhow::{Context, ensure};
use std::sync::Arc;
use tests::{
    engine::{Engine, Script},
    language,
    server::{Fault, Server},
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(crate) const TESTS: &[Test] = tests![
    defaults_are_not_written,
    choices_survive_a_reload,
    a_link_shows_the_same_to_another_reader,
    a_link_keeps_cards_closed_at_full_depth,
    parameters_of_others_are_kept,
    a_place_that_the_page_does_not_have,
    a_place_that_another_page_has_is_reached,
    an_address_without_its_slash_is_that_of_the_folder,
    a_refused_address_is_shared_and_written_later,
    back_and_forward_move_between_places,
    a_link_to_a_place_in_a_closed_card_opens_it,
    an_address_of_a_place_in_a_closed_card_opens_it,
    an_address_leads_to_its_place_whatever_opens_above_it,
    a_link_leads_to_its_place_past_opened_cards,
    the_language_link_keeps_the_view_and_the_part,
];

async fn defaults_are_not_written(engine: Arc<Engine>) -> Outcome {
    let (_, decision, last) = years();
    let visit = Visit::live(&engine, &format!("/?year={last}&depth=brief&open={CARD}")).await?;
    choose_depth(&visit, "standard").await?;
    check_address(&visit, &format!("/?year={last}")).await?;
    press_card(&visit, CARD).await?;
    check_address(&visit, &format!("/?open={CARD}&year={last}")).await?;
    press_card(&visit, CARD).await?;
    choose_year(&visit, decision).await?;
    check_address(&visit, "/").await
}

async fn choices_survive_a_reload(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, ..) = years();
    choose_year(&visit, first).await?;
    press_card(&visit, CARD).await?;
    check_address(&visit, &format!("/?open={CARD}&year={first}")).await?;
    visit.browser().refresh().await?;
    visit.until_live().await?;
    check_year(&visit, first).await?;
    check_open(&visit, CARD).await?;
    visit.check_quiet().await
}

async fn a_link_shows_the_same_to_another_reader(engine: Arc<Engine>) -> Outcome {
    let (first, ..) = years();
    let sharer = Visit::live(&engine, "/").await?;
    choose_year(&sharer, first).await?;
    press_card(&sharer, CARD).await?;
    press_card(&sharer, "un-history-card").await?;
    check_open(&sharer, "un-history-card").await?;
    check_address(&sharer, &format!("/?open={CARD}.un-history-card&year={first}")).await?;

    let reader = Visit::live(&engine, &sharer.address().await?).await?;
    check_year(&reader, first).await?;
    let state = "[...document.querySelectorAll('details, input')].map(e => e.open ?? e.checked).join()";
    reader.until(&format!("{state} == {:?}", sharer.read(state).await?)).await
}

async fn a_link_keeps_cards_closed_at_full_depth(engine: Arc<Engine>) -> Outcome {
    let sharer = Visit::live(&engine, "/").await?;
    choose_depth(&sharer, "everything").await?;
    check_open(&sharer, CARD).await?;
    check_address(&sharer, "/?depth=everything").await?;
    press_card(&sharer, CARD).await?;
    check_address(&sharer, &format!("/?depth=everything&closed={CARD}")).await?;

    let reader = Visit::live(&engine, &sharer.address().await?).await?;
    check_open(&reader, "un-history-card").await?;
    for visit in [&sharer, &reader] {
        visit.until(&format!("!document.getElementById('{CARD}').open")).await?;
        let inside = seen!(format!("#{CARD} > :not(summary)"));
        ensure!(!visit.is(&inside).await?, "a closed card shows what is in it");
    }
    Ok(())
}

async fn parameters_of_others_are_kept(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/?utm_source=mail#shift").await?;
    let (first, ..) = years();
    choose_year(&visit, first).await?;
    check_address(&visit, &format!("/?year={first}&utm_source=mail#shift")).await
}

async fn a_place_that_the_page_does_not_have(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    let line = "document.querySelector('.no-place')?.hidden";
    // Other programs damage links. For example, some mail programs include the character after a link in the link.
    for (link, place, is_hidden) in [
        ("/#article).", "#article", true),
        ("/#article&gt;", "#article", true),
        ("/#article%22%3E", "#article", true),
        ("/#%23article", "#article", true),
        ("/#article?fbclid=Iw.AR0", "#article", true),
        ("/why/#critical”", "#critical", true),
        ("/#nowhere", "#nowhere", false),
        ("/shift/#nowhere", "#nowhere", false),
    ] {
        visit.browser().goto("data:,").await?;
        visit.go(link).await?;
        visit.until(&format!("location.hash == {place:?} && {line} == {is_hidden}")).await.with_context(|| link.to_owned())?;
    }
    visit.check(&seen!(".no-place")).await
}

/// Checks that a link to an element leads to the page that contains the element now. The element may have moved to
/// another page since the link was made.
async fn a_place_that_another_page_has_is_reached(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::On, Server::start().await?).await?;
    for (link, address) in [
        ("/#statement-3", "/article/#statement-3"),
        ("/?kind=quote&utm_source=mail#statement-3", "/article/?kind=quote&utm_source=mail#statement-3"),
        ("/#event-hanoi-2019", "/timeline/#event-hanoi-2019"),
        ("/glossary/#in-short).", "/#in-short"),
        ("/shift/#in-short", "/#in-short"),
        ("/un-history/hrc-25-25/#term-penholder", "/glossary/#term-penholder"),
    ] {
        visit.browser().goto("data:,").await?;
        visit.go(link).await?;
        check_address(&visit, address).await.with_context(|| link.to_owned())?;
        visit.until("document.querySelector(':target') != null && document.querySelector('.no-place').hidden").await?;
    }
    Ok(())
}

/// Checks that a page adds a missing final slash to its address. For an address without this slash, some hosts send the
/// page instead of a redirect. The links of the page would then not work, because they are relative to its folder.
async fn an_address_without_its_slash_is_that_of_the_folder(engine: Arc<Engine>) -> Outcome {
    let visit =
        Visit::to(&engine, Script::On, Server::with_faults(&[("/shift", Fault::Folder), ("/embed/years", Fault::Folder)]).await?).await?;
    let (first, ..) = years();
    visit.go(&format!("/shift?year={first}#two-bodies")).await?;
    visit.until_live().await?;
    check_address(&visit, &format!("/shift/?year={first}#two-bodies")).await?;
    check_year(&visit, first).await?;
    visit
        .check(&format!("document.querySelector('.parts a[aria-current]').href == location.origin + '/{}shift/'", language::folder()))
        .await?;
    visit.check("history.length <= 2").await?;
    visit.go("/embed/years").await?;
    visit.until_live().await?;
    check_address(&visit, "/embed/years/").await?;
    visit.check_quiet().await
}

/// Checks what happens if the browser refuses to change the address after a choice. The share
/// dialog still offers an address with the choice, and the app changes the address bar later.
/// Safari limits how often a page may change its address.
async fn a_refused_address_is_shared_and_written_later(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, ..) = years();
    let refuse = "(window.allowed = History.prototype.replaceState, \
                  History.prototype.replaceState = () => { throw new DOMException('too often', 'SecurityError') }, null)";
    visit.look(refuse).await?;
    choose_year(&visit, first).await?;
    check_year(&visit, first).await?;
    visit.press("button.share").await?;
    visit.until(&format!("document.querySelector('#share textarea').value.endsWith('/?year={first}')")).await?;
    visit.check("location.search == ''").await?;
    visit.look("(History.prototype.replaceState = window.allowed, null)").await?;
    check_address(&visit, &format!("/?year={first}")).await
}

async fn back_and_forward_move_between_places(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (first, ..) = years();
    go_to(&visit, "shift").await?;
    check_address(&visit, "/#shift").await?;
    choose_year(&visit, first).await?;
    check_address(&visit, &format!("/?year={first}#shift")).await?;
    go_to(&visit, "what-next").await?;
    check_address(&visit, &format!("/?year={first}#what-next")).await?;
    visit.browser().back().await?;
    check_address(&visit, &format!("/?year={first}#shift")).await?;
    check_year(&visit, first).await?;
    visit.browser().forward().await?;
    check_address(&visit, &format!("/?year={first}#what-next")).await?;
    check_year(&visit, first).await?;
    visit.check_quiet().await
}

async fn a_link_to_a_place_in_a_closed_card_opens_it(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.look("location.hash = 'families'").await?;
    check_open(&visit, CARD).await?;
    visit.until(IN_VIEW).await?;
    check_address(&visit, &format!("/?open={CARD}#families")).await
}

async fn an_address_of_a_place_in_a_closed_card_opens_it(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/#families").await?;
    check_open(&visit, CARD).await?;
    visit.until(IN_VIEW).await
}

/// An expression that is true if the target of the fragment is at the top of the window.
const AT_TOP: &str = "[document.querySelector(':target')].every(place => {
    const [style, root] = [place, document.documentElement].map(e => getComputedStyle(e));
    const top = parseFloat(style.scrollMarginTop) + parseFloat(root.scrollPaddingTop);
    return Math.abs(place.getBoundingClientRect().top - top) < 2;
})";

/// An expression that is true if the end of the page is in the window. The target of the fragment may then be unable to
/// reach the top.
const AT_END: &str = "scrollY + innerHeight > document.documentElement.scrollHeight - 2";

/// An expression that is true if a part of the target of the fragment is in the window.
const IN_VIEW: &str =
    "[document.querySelector(':target').getBoundingClientRect()].every(at => at.height > 0 && at.bottom > 0 && at.top < innerHeight)";

async fn an_address_leads_to_its_place_whatever_opens_above_it(engine: Arc<Engine>) -> Outcome {
    let (first, ..) = years();
    for query in [&*format!("open={CARD}.why-card&year={first}"), "depth=everything", "depth=brief"] {
        let visit = Visit::live(&engine, &format!("/?{query}#what-next")).await?;
        visit.until(AT_TOP).await.with_context(|| query.to_owned())?;
    }
    Ok(())
}

async fn a_link_leads_to_its_place_past_opened_cards(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    for card in [CARD, "un-history-card", "shift-card"] {
        press_card(&visit, card).await?;
        check_open(&visit, card).await?;
    }
    let places = visit.read("[...document.querySelectorAll('main :is(section, li)[id]')].map(place => place.id).join()").await?;
    // The order alternates between the start and the end of the page, so most jumps are long.
    let places: Vec<_> = places.split(',').step_by(16).collect();
    for place in places.iter().zip(places.iter().rev()).flat_map(<[_; 2]>::from).take(places.len()) {
        visit.look(&format!("location.hash = {place:?}")).await?;
        visit.until(&format!("location.hash == '#{place}' && ({AT_TOP} || {AT_END})")).await?;
    }
    visit.check_quiet().await
}

async fn the_language_link_keeps_the_view_and_the_part(engine: Arc<Engine>) -> Outcome {
    let (first, ..) = years();
    let visit = Visit::live(&engine, "/").await?;
    choose_year(&visit, first).await?;
    // A script clicks the link, because a driver would first scroll to the link.
    let press =
        "document.getElementById('timeline').scrollIntoView({ behavior: 'instant' }), document.querySelector('a[hreflang]').click()";
    let other = visit.read("document.querySelector('a[hreflang]').pathname").await?;
    visit.look(press).await?;
    visit.until(&format!("location.pathname == {other:?} && location.search == '?year={first}' && location.hash == '#timeline'")).await
}
