//! The UN resolution history: filter, roll call, countries followed, movers, guesses; all of it against the content.

use crate::reader::{check_address, edition, seen};
use anyhow::{Context, Result, ensure};
use std::sync::Arc;
use story::{
    Resolution,
    vocabulary::{Ballot, Body, Region, Vocabulary},
};
use tests::{
    engine::{Engine, Script},
    server::Server,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(crate) const TESTS: &[Test] = tests![
    a_body_is_shown_alone,
    a_body_is_shown_alone_without_script,
    every_roll_call_is_the_one_of_the_content,
    a_bar_opens_its_roll_call,
    without_a_vote_there_is_no_roll_call,
    a_country_is_found_however_it_is_written,
    what_is_no_country_is_said,
    a_followed_country_has_all_its_ballots,
    three_countries_are_compared_and_no_more,
    a_tile_follows_its_country,
    movers_are_listed,
    keys_do_it_all,
    a_link_shows_the_same,
    what_does_not_fit_is_dropped,
    a_guess_stands_beside_the_result,
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

/// Countries that took part in every vote of the Assembly, as many as asked for.
fn voters(count: usize) -> Vec<&'static str> {
    let mut always = edition()
        .countries
        .iter()
        .filter(|country| votes().filter(|vote| vote.body == Body::Assembly).all(|vote| ballot(vote, &country.iso3).is_some()));
    (0..count).filter_map(|_| always.next().map(|country| country.iso3.as_str())).collect()
}

/// Two votes of one body between which somebody changed their vote.
fn pair() -> (&'static Resolution, &'static Resolution) {
    let mut of_body = votes().filter(|vote| vote.body == Body::Assembly);
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
        let rows = format!("[...document.querySelectorAll('.vote-bars [data-body={word}], .resolutions [data-body={word}]')]");
        let hidden =
            format!("{rows}.every(row => (getComputedStyle(row).display != 'none') == {})", shown.is_empty() || shown.contains(body));
        visit.until(&hidden).await?;
    }
    Ok(())
}

async fn a_body_is_shown_alone(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    check_bodies(&visit, &[]).await?;
    visit.press("label:has([name='body'][value='council'])").await?;
    check_bodies(&visit, &[Body::Council]).await?;
    check_address(&visit, "/?body=council").await?;
    visit.press("label:has([name='body'][value='assembly'])").await?;
    check_bodies(&visit, &[Body::Council, Body::Assembly]).await?;
    visit.press("label:has([name='body'][value='council'])").await?;
    visit.press("label:has([name='body'][value='assembly'])").await?;
    check_bodies(&visit, &[]).await?;
    check_address(&visit, "/").await?;
    visit.check_quiet().await
}

async fn a_body_is_shown_alone_without_script(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::to(&engine, Script::Off, Server::start().await?).await?;
    visit.go("/").await?;
    visit.press("label:has([name='body'][value='commission'])").await?;
    let bars = visit.browser().find_all(By::Css(".vote-bars > li")).await?;
    let mut shown = 0;
    for bar in &bars {
        shown += usize::from(bar.is_displayed().await?);
    }
    let resolutions = edition().resolutions.iter().filter(|resolution| resolution.body == Body::Commission).count();
    ensure!(shown == resolutions, "{shown} rows are shown");
    ensure!(!visit.find(".explore .asked").await?.is_displayed().await?, "controls that need script are shown without it");
    Ok(())
}

async fn every_roll_call_is_the_one_of_the_content(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let tiles = format!(
        "[...document.querySelectorAll({:?})].map(tile => tile.dataset.iso + tile.dataset.ballot).sort().join()",
        format!("{ISLAND} .tiles li")
    );
    let counts = format!(
        "[...document.querySelectorAll({:?})].map(row => [...row.cells].map(cell => cell.textContent).join(' ')).join()",
        format!("{ISLAND} .regions tbody tr")
    );
    for vote in votes() {
        choose(&visit, "resolution", &vote.id).await?;
        check_address(&visit, &format!("/?resolution={}", vote.id)).await?;
        let mut expected: Vec<String> = vote.roll_call.iter().map(|(iso3, ballot)| [iso3, ballot.word()].concat()).collect();
        expected.sort();
        visit.until(&format!("{tiles} == {:?}", expected.join(","))).await.with_context(|| vote.id.clone())?;
        let tally = vote.tally.context("a recorded vote has a tally")?;
        let said = visit.read(&counts).await?;
        let all = format!("{} {} {} {}", tally.yes, tally.abstain, tally.no, tally.not_voting);
        ensure!(said.ends_with(&all), "{}: {said} does not end in {all}", vote.id);
        let africa = |wanted| {
            vote.roll_call
                .iter()
                .filter(|(iso3, ballot)| {
                    *ballot == wanted && edition().countries.iter().any(|country| country.iso3 == *iso3 && country.region == Region::Africa)
                })
                .count()
        };
        let [yes, abstain] = [Ballot::Yes, Ballot::Abstain].map(africa);
        ensure!(said.starts_with(&format!("{} {yes} {abstain} ", word(Region::Africa))), "{}: {said}", vote.id);
        visit
            .check(&format!("document.querySelector({:?}).textContent.includes({:?})", format!("{ISLAND} [role=status] th"), vote.symbol))
            .await?;
        visit.check(&format!("document.querySelectorAll({:?}).length > 0", format!("{ISLAND} .chosen .cite a"))).await?;
    }
    visit.check("[...document.querySelectorAll('.tiles [role=img]')].every(tile => tile.title && tile.ariaLabel == tile.title)").await?;
    visit.check_quiet().await
}

async fn a_bar_opens_its_roll_call(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let (vote, _) = pair();
    // Wherever the row is pressed.
    visit.press(&format!(".vote-bars li:has(a[href='#resolution-{}'])", vote.id)).await?;
    check_address(&visit, &format!("/?resolution={}", vote.id)).await?;
    visit.until(&seen!(".tiles")).await?;
    visit.check(&format!("document.querySelector('.vote-bars [aria-current=true]').hash == '#resolution-{}'", vote.id)).await?;
    visit.check(&format!("document.querySelector(\"select[name='resolution']\").value == {:?}", vote.id)).await
}

async fn without_a_vote_there_is_no_roll_call(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let other = edition().resolutions.iter().find(|resolution| resolution.tally.is_none()).context("there is one")?;
    choose(&visit, "resolution", &other.id).await?;
    let told = format!("document.querySelector('.chosen').textContent.includes({:?})", edition().labels.history.no_roll);
    visit.until(&told).await?;
    visit.check("document.querySelector('.tiles') == null").await
}

async fn a_country_is_found_however_it_is_written(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    // One with an accent, or else the one with the most names.
    let countries = &edition().countries;
    let accented = countries.iter().find(|country| country.name.contains('ü'));
    let country = accented.or_else(|| countries.iter().max_by_key(|country| country.other_names.len())).context("there is one")?;
    let name = &country.name;
    let katakana =
        |name: &String| name.chars().map(|letter| if ('ぁ'..='ゖ').contains(&letter) { to_katakana(letter) } else { letter }).collect();
    let mut all = vec![name.to_uppercase(), name.replace('ü', "u").to_lowercase(), country.iso3.to_lowercase()];
    all.push(format!("{name} ({})", country.iso3));
    all.extend(country.other_names.iter().cloned());
    all.extend(country.other_names.iter().map(katakana));
    for typed in all {
        follow(&visit, &typed).await?;
        check_address(&visit, &format!("/?countries={}", country.iso3)).await.context(typed)?;
        visit.press(".chips button").await?;
        check_address(&visit, "/").await?;
    }
    let offered = visit.look("document.querySelectorAll('#countries option').length").await?;
    ensure!(offered == edition().countries.len(), "{offered} countries are offered");
    Ok(())
}

fn to_katakana(hiragana: char) -> char {
    char::from_u32(hiragana as u32 + ('ァ' as u32 - 'ぁ' as u32)).unwrap_or(hiragana)
}

async fn what_is_no_country_is_said(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let input = "document.querySelector(\"input[name='country']\")";
    follow(&visit, "atlantis").await?;
    visit.until(&format!("{input}.validationMessage == {:?}", edition().labels.history.no_country)).await?;
    visit.type_at("input[name='country']", Key::Backspace).await?;
    visit.until(&format!("{input}.validity.valid")).await?;
    check_address(&visit, "/").await
}

async fn a_followed_country_has_all_its_ballots(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    // One that was not always a member.
    let absent =
        edition().countries.iter().find(|country| votes().any(|vote| ballot(vote, &country.iso3).is_none())).context("there is one")?;
    for iso3 in [voters(1)[0], &absent.iso3] {
        visit.go(&format!("/?countries={iso3}")).await?;
        visit.until_live().await?;
        let cells = "[...document.querySelectorAll('.followed tbody td')].map(cell => cell.textContent).join()";
        let mut expected = Vec::new();
        for (_, body) in Body::WORDS {
            for vote in votes().filter(|vote| vote.body == *body) {
                expected.push(ballot(vote, iso3).map_or(edition().labels.history.not_member.as_str(), word));
            }
        }
        visit.until(&format!("{cells} == {:?}", expected.join(","))).await.with_context(|| iso3.to_owned())?;
        let marks = "document.querySelectorAll('.followed td .ballot').length";
        ensure!(visit.look(marks).await? == votes().count(), "a ballot has no mark");
    }
    visit.check(&seen!(".followed > p .ballot[data-ballot=none]")).await?;
    Ok(())
}

async fn three_countries_are_compared_and_no_more(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let countries = voters(4);
    for iso3 in &countries {
        follow(&visit, iso3).await?;
    }
    check_address(&visit, &format!("/?countries={}", countries[1..].join("."))).await?;
    let names = "[...document.querySelectorAll('.chips li > span')].map(name => name.textContent).join()";
    visit.until(&format!("{names} == {:?}", countries[1..].iter().map(|iso3| name(iso3)).collect::<Vec<_>>().join(","))).await?;
    visit.check("[...document.querySelectorAll('.followed tbody')].every(rows => rows.rows.length == 3)").await
}

async fn a_tile_follows_its_country(engine: Arc<Engine>) -> Outcome {
    let (vote, _) = pair();
    let visit = Visit::live(&engine, &format!("/?resolution={}", vote.id)).await?;
    let iso3 = voters(1)[0];
    visit.press(&format!(".tiles [data-iso='{iso3}']")).await?;
    check_address(&visit, &format!("/?resolution={}&countries={iso3}", vote.id)).await?;
    visit.until("document.querySelectorAll('.tiles [data-followed]').length == 1").await?;
    visit.press(&format!(".tiles [data-iso='{iso3}']")).await?;
    check_address(&visit, &format!("/?resolution={}", vote.id)).await
}

async fn movers_are_listed(engine: Arc<Engine>) -> Outcome {
    let (earlier, later) = pair();
    let visit = Visit::live(&engine, &format!("/?resolution={}", later.id)).await?;
    let offered =
        visit.read("[...document.querySelectorAll(\"select[name='against'] option\")].map(option => option.value).join()").await?;
    let expected: Vec<&str> = votes().filter(|vote| vote.body == later.body && vote.id != later.id).map(|vote| vote.id.as_str()).collect();
    ensure!(offered == format!(",{}", expected.join(",")), "to compare with: {offered}");
    choose(&visit, "against", &earlier.id).await?;
    check_address(&visit, &format!("/?resolution={}&against={}", later.id, earlier.id)).await?;
    let mut movers = Vec::new();
    for (iso3, was) in &earlier.roll_call {
        if let Some(is) = ballot(later, iso3).filter(|is| is != was) {
            movers.push(format!("{}: {} {}", name(iso3), word(*was), word(is)));
        }
    }
    movers.sort();
    let told = "[...document.querySelectorAll('.movers > div')].flatMap(group => [...group.querySelectorAll('dd span')].map(name => name.textContent + \
                ': ' + [...group.querySelectorAll('dt span > span')].map(word => word.textContent).join(' '))).sort()";
    visit.until(&format!("{told}.length == {}", movers.len())).await?;
    let told = visit.look(told).await?;
    let mut told: Vec<String> = told.as_array().into_iter().flatten().filter_map(|mover| mover.as_str().map(str::to_owned)).collect();
    told.sort();
    ensure!(told == movers, "{told:?} is not {movers:?}");
    choose(&visit, "against", "").await?;
    visit.until("document.querySelector('.movers').childElementCount == 0").await?;
    visit.check_quiet().await
}

async fn keys_do_it_all(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    visit.type_at("[name='body'][value='council']", " ").await?;
    check_address(&visit, "/?body=council").await?;
    visit.type_at("select[name='resolution']", Key::Down).await?;
    visit.until("location.search.includes('resolution=')").await?;
    follow(&visit, voters(1)[0]).await?;
    visit.type_at(".chips button", Key::Enter).await?;
    visit.until("!location.search.includes('countries')").await
}

async fn a_link_shows_the_same(engine: Arc<Engine>) -> Outcome {
    let (earlier, later) = pair();
    let countries = voters(3).join(".");
    let link = format!("/?body=assembly&resolution={}&against={}&countries={countries}", later.id, earlier.id);
    let visit = Visit::live(&engine, &link).await?;
    check_bodies(&visit, &[Body::Assembly]).await?;
    for place in [".tiles", ".movers > div", ".followed [data-body=assembly]"] {
        visit.until(&seen!(place)).await?;
    }
    visit.check(&format!("document.querySelector(\"select[name='against']\").value == {:?}", earlier.id)).await?;
    visit.check("document.querySelectorAll('.tiles [data-followed]').length == 3").await?;
    check_address(&visit, &link).await?;
    visit.check_quiet().await
}

async fn what_does_not_fit_is_dropped(engine: Arc<Engine>) -> Outcome {
    let (_, vote) = pair();
    let other = votes().find(|other| other.body != vote.body).context("more than one body voted")?;
    let link = format!("/?body=senate&resolution={}&against={}&countries=XXX.{}", vote.id, other.id, voters(1)[0]);
    let visit = Visit::live(&engine, &link).await?;
    visit.until(&seen!(".tiles")).await?;
    visit.check("document.querySelector('.movers').childElementCount == 0").await?;
    visit.press(".chips button").await?;
    check_address(&visit, &format!("/?resolution={}", vote.id)).await
}

async fn a_guess_stands_beside_the_result(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/").await?;
    let asked: Vec<&Resolution> = votes().filter(|vote| vote.guess.is_some()).collect();
    ensure!(visit.look("document.querySelectorAll('.guess').length").await? == asked.len(), "another number of guesses");
    visit.type_at(".guess input", Key::Home + Key::Right).await?;
    visit.until("document.querySelector('.guess output').textContent == '1'").await?;
    visit.press(".guess summary").await?;
    visit.until(&seen!(".guess .tally")).await?;
    let yes = asked.first().and_then(|vote| vote.tally).context("a guess is about a tally")?.yes;
    visit.check(&format!("document.querySelector('.guess .tally b').textContent == '{yes}'")).await?;
    check_address(&visit, "/").await
}
