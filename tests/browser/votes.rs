//! Tests the page with the history of the UN resolutions: the filter by UN body, the slider with which readers guess a
//! result, and links to a view. The tests compare the page with the content.

mod countries;
mod roll_call;

use crate::reader::{check_address, edition, seen};
use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use story::{
    Resolution,
    vocabulary::{Ballot, Body, Vocabulary},
};
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[&[Test]] = &[VOTES, roll_call::TESTS, countries::TESTS];

const VOTES: &[Test] = tests![
    a_body_is_shown_alone,
    a_body_is_shown_alone_without_script,
    votes_are_explored_by_keys,
    a_link_shows_the_same,
    invalid_parameters_are_dropped,
    a_guess_stands_beside_the_result,
    a_guess_can_be_skipped,
];

const ISLAND: &str = "[data-island='votes']";

fn votes() -> impl Iterator<Item = &'static Resolution> {
    edition().resolutions.iter().filter(|resolution| resolution.tally.is_some())
}

fn word<T: Vocabulary>(member: T) -> &'static str {
    edition().labels.word(member)
}

fn name(iso3: &str) -> &'static str {
    edition().countries.iter().find(|country| country.iso3 == iso3).map_or("", |country| &country.name)
}

fn ballot(vote: &Resolution, iso3: &str) -> Option<Ballot> {
    vote.roll_call.iter().find(|(voter, _)| voter == iso3).map(|(_, ballot)| *ballot)
}

/// Returns the codes of `count` countries that are in the roll call of every vote of the General Assembly.
fn voters(count: usize) -> Vec<&'static str> {
    let mut always = edition()
        .countries
        .iter()
        .filter(|country| votes().filter(|vote| vote.body == Body::Assembly).all(|vote| ballot(vote, &country.iso3).is_some()));
    (0..count).filter_map(|_| always.next().map(|country| country.iso3.as_str())).collect()
}

/// Returns the first and the last vote of the General Assembly. Leaves out the vote that the page shows by default.
/// Some countries voted differently in the two.
fn pair() -> (&'static Resolution, &'static Resolution) {
    let mut of_body = votes().filter(|vote| vote.body == Body::Assembly && vote.id != edition().first_vote);
    let first = of_body.next().expect("the Assembly voted");
    (first, of_body.last().expect("the Assembly voted more than once"))
}

async fn choose(visit: &Visit, select: &str, id: &str) -> Result<()> {
    visit.press(&format!("select[name='{select}'] option[value='{id}']")).await
}

async fn follow(visit: &Visit, typed: &str) -> Result<()> {
    visit.type_at("input[name='country']", typed.to_owned() + Key::Enter).await
}

async fn check_bodies(visit: &Visit, shown: &[Body]) -> Outcome {
    for (word, body) in Body::WORDS {
        let rows = format!("[...document.querySelectorAll('.resolutions [data-body={word}]')]");
        let hidden =
            format!("{rows}.every(row => (getComputedStyle(row).display != 'none') == {})", shown.is_empty() || shown.contains(body));
        visit.until(&hidden).await?;
    }
    Ok(())
}

async fn a_body_is_shown_alone(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    check_bodies(&visit, &[]).await?;
    visit.press("label:has([name='body'][value='council'])").await?;
    check_bodies(&visit, &[Body::Council]).await?;
    check_address(&visit, "/un-history/?body=council").await?;
    visit.press("label:has([name='body'][value='assembly'])").await?;
    check_bodies(&visit, &[Body::Council, Body::Assembly]).await?;
    visit.press("label:has([name='body'][value='council'])").await?;
    visit.press("label:has([name='body'][value='assembly'])").await?;
    check_bodies(&visit, &[]).await?;
    check_address(&visit, "/un-history/").await?;
    visit.check_quiet().await
}

async fn a_body_is_shown_alone_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/un-history/").await?;
    visit.press("label:has([name='body'][value='commission'])").await?;
    let rows = visit.browser().find_all(By::Css(".resolutions tbody tr")).await?;
    let mut shown = 0;
    for row in &rows {
        shown += usize::from(row.is_displayed().await?);
    }
    let resolutions = edition().resolutions.iter().filter(|resolution| resolution.body == Body::Commission).count();
    ensure!(shown == resolutions, "{shown} rows are shown");
    ensure!(!visit.find(".explore .asked").await?.is_displayed().await?, "controls that need script are shown without it");
    Ok(())
}

async fn votes_are_explored_by_keys(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    visit.type_at("[name='body'][value='council']", " ").await?;
    check_address(&visit, "/un-history/?body=council").await?;
    visit.type_at("select[name='resolution']", Key::Down).await?;
    visit.until("location.search.includes('resolution=')").await?;
    follow(&visit, voters(1)[0]).await?;
    visit.type_at(".chips button", Key::Enter).await?;
    visit.until("!location.search.includes('countries')").await
}

async fn a_link_shows_the_same(engine: Arc<Engine>) -> Outcome {
    let (earlier, later) = pair();
    let countries = voters(3).join(".");
    let link = format!("/un-history/?body=assembly&resolution={}&against={}&countries={countries}", later.id, earlier.id);
    let visit = Visit::live(&engine, &link).await?;
    check_bodies(&visit, &[Body::Assembly]).await?;
    for place in [".tiles", ".movers > div", ".followed [data-body=assembly]"] {
        visit.until(&seen!(place)).await?;
    }
    visit.check(&format!("document.querySelector(\"select[name='against']\").value == {:?}", earlier.id)).await?;
    visit.until("document.querySelectorAll('.tiles [aria-pressed=true]').length == 3").await?;
    check_address(&visit, &link).await?;
    visit.check_quiet().await
}

async fn invalid_parameters_are_dropped(engine: Arc<Engine>) -> Outcome {
    let (_, vote) = pair();
    let other = votes().find(|other| other.body != vote.body).context("only one body voted")?;
    let link = format!("/un-history/?body=senate&resolution={}&against={}&countries=XXX.{}", vote.id, other.id, voters(1)[0]);
    let visit = Visit::live(&engine, &link).await?;
    visit.until(&seen!(".tiles")).await?;
    visit.check("document.querySelector('.movers') == null").await?;
    visit.press(".chips button").await?;
    check_address(&visit, &format!("/un-history/?resolution={}", vote.id)).await
}

/// Returns the vote whose result readers guess, and its number of Yes votes.
fn guessed() -> Result<(&'static Resolution, u16)> {
    let vote = votes().find(|vote| vote.guess.is_some()).context("no vote has a question for a guess")?;
    Ok((vote, vote.tally.context("the vote to guess has no tally")?.yes))
}

async fn a_guess_stands_beside_the_result(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let (vote, yes) = guessed()?;
    let hidden = format!(
        "document.querySelector(\".vote-bars a[href='#resolution-{}'] b\").checkVisibility({{ visibilityProperty: true }})",
        vote.id
    );
    visit.check(&format!("!{hidden}")).await?;
    visit.type_at(".guess input", Key::Home + Key::Right).await?;
    visit.until("document.querySelector('.guess output').value == '1'").await?;
    visit.press(".guess summary").await?;
    let labels = &edition().labels.history;
    for (place, words) in [(".own-guess text", labels.guess_said.replace("{n}", "1")), (".guess details output", result_of(yes, "1"))] {
        visit.until(&format!("document.querySelector({place:?}).textContent == {words:?}")).await?;
    }
    visit.check(&seen!(".guess-bar .yes")).await?;
    visit.check(&hidden).await?;
    check_address(&visit, "/un-history/").await
}

/// Returns the text for screen readers that compares a guess with the result.
fn result_of(yes: u16, guess: &str) -> String {
    edition().labels.history.guess_result.replace("{n}", guess).replace("{yes}", &yes.to_string())
}

async fn a_guess_can_be_skipped(engine: Arc<Engine>) -> Outcome {
    for script in [Script::On, Script::Off] {
        let visit = Visit::to(&engine, script, Server::start().await?).await?;
        visit.go("/un-history/").await?;
        let (_, yes) = guessed()?;
        ensure!(
            visit.find(".guess input").await?.is_displayed().await? == (script == Script::On),
            "the slider has to be visible exactly if scripts run"
        );
        visit.press(".guess summary").await?;
        let text = visit.find(".guess details output").await?.prop("textContent").await?.unwrap_or_default();
        ensure!(text.contains(&yes.to_string()) && text != result_of(yes, "0"), "without a guess the text is {text:?}");
        ensure!(!visit.find(".own-guess path").await?.is_displayed().await?, "a guess is marked that nobody has made");
    }
    Ok(())
}
