//! Tests that a country is found by each of its names, that its ballots in all votes are shown, and that countries are
//! compared.

use super::{ballot, follow, name, pair, voters, votes, word};
use crate::reader::{check_address, edition, seen};
use anyhow::{Context, ensure};
use std::sync::Arc;
use story::vocabulary::{Body, Vocabulary};
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(super) const TESTS: &[Test] = tests![
    a_country_is_found_however_it_is_written,
    an_unknown_country_is_reported,
    an_ambiguous_name_offers_its_countries,
    enter_that_ends_a_composition_submits_nothing,
    a_followed_country_has_all_its_ballots,
    three_countries_are_compared_and_no_more,
    a_tile_follows_its_country,
];

async fn a_country_is_found_however_it_is_written(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    // The test takes a country with the letter `ü` in its name. If there is none, it takes the one with the most names.
    let countries = &edition().countries;
    let accented = countries.iter().find(|country| country.name.contains('ü'));
    let country =
        accented.or_else(|| countries.iter().max_by_key(|country| country.other_names.len())).context("the content has no country")?;
    let name = &country.name;
    let katakana =
        |name: &String| name.chars().map(|letter| if ('ぁ'..='ゖ').contains(&letter) { to_katakana(letter) } else { letter }).collect();
    let mut all = vec![name.to_uppercase(), name.replace('ü', "u").to_lowercase(), country.iso3.to_lowercase()];
    all.push(format!("{name} ({})", country.iso3));
    all.extend(country.other_names.iter().cloned());
    all.extend(country.other_names.iter().map(katakana));
    for typed in all {
        follow(&visit, &typed).await?;
        check_address(&visit, &format!("/un-history/?countries={}", country.iso3)).await.context(typed)?;
        visit.press(".chips button").await?;
        check_address(&visit, "/un-history/").await?;
    }
    let offered = visit.look("document.querySelectorAll('#countries option').length").await?;
    ensure!(offered == edition().countries.len(), "{offered} countries are offered");
    Ok(())
}

fn to_katakana(hiragana: char) -> char {
    char::from_u32(hiragana as u32 + ('ァ' as u32 - 'ぁ' as u32)).unwrap_or(hiragana)
}

async fn an_unknown_country_is_reported(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let input = "document.querySelector(\"input[name='country']\")";
    follow(&visit, "atlantis").await?;
    visit.until(&format!("{input}.validationMessage == {:?}", edition().labels.history.no_country)).await?;
    visit.type_at("input[name='country']", Key::Backspace).await?;
    visit.until(&format!("{input}.validity.valid")).await?;
    check_address(&visit, "/un-history/").await
}

async fn an_ambiguous_name_offers_its_countries(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let offered = "[...document.querySelectorAll('.suggested button')].map(button => button.textContent).sort().join()";
    let suggested = |isos: &[&str]| {
        let mut names: Vec<_> = isos.iter().map(|iso3| name(iso3)).collect();
        names.sort_unstable();
        names.join(",")
    };
    let first: Vec<_> = edition().offered_countries.iter().map(String::as_str).collect();
    visit.check(&format!("{offered} == {:?}", suggested(&first))).await?;
    follow(&visit, "Korea").await?;
    visit.until(&format!("{offered} == {:?}", suggested(&["KOR", "PRK"]))).await?;
    check_address(&visit, "/un-history/").await?;
    visit.press(".suggested button").await?;
    visit.until("location.search == '?countries=KOR' || location.search == '?countries=PRK'").await?;
    visit.until(&format!("{offered} == {:?}", suggested(&first))).await
}

/// Checks that Enter submits nothing when it ends the composition of text in an input method. In WebKit, only the key
/// code 229 distinguishes this Enter from any other.
async fn enter_that_ends_a_composition_submits_nothing(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let press = "const field = document.querySelector(\"input[name='country']\"); field.value = 'JPN'; \
                 field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: arguments[0], bubbles: true }))";
    visit.browser().execute(press, vec![229.into()]).await?;
    check_address(&visit, "/un-history/").await?;
    visit.browser().execute(press, vec![13.into()]).await?;
    check_address(&visit, "/un-history/?countries=JPN").await
}

async fn a_followed_country_has_all_its_ballots(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    // A country that is missing from at least one roll call.
    let absent = edition()
        .countries
        .iter()
        .find(|country| votes().any(|vote| ballot(vote, &country.iso3).is_none()))
        .context("every country took part in every vote")?;
    for iso3 in [voters(1)[0], &absent.iso3] {
        visit.go(&format!("/un-history/?countries={iso3}")).await?;
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
    let visit = Visit::live(&engine, "/un-history/").await?;
    let countries = voters(4);
    for iso3 in &countries {
        follow(&visit, iso3).await?;
    }
    check_address(&visit, &format!("/un-history/?countries={}", countries[1..].join("."))).await?;
    let names = "[...document.querySelectorAll('.chips li > span')].map(name => name.textContent).join()";
    visit.until(&format!("{names} == {:?}", countries[1..].iter().map(|iso3| name(iso3)).collect::<Vec<_>>().join(","))).await?;
    visit.check("[...document.querySelectorAll('.followed tbody')].every(rows => rows.rows.length == 3)").await
}

async fn a_tile_follows_its_country(engine: Arc<Engine>) -> Outcome {
    let (vote, _) = pair();
    let visit = Visit::live(&engine, &format!("/un-history/?resolution={}", vote.id)).await?;
    let iso3 = voters(1)[0];
    visit.press(&format!(".tiles [data-iso='{iso3}']")).await?;
    check_address(&visit, &format!("/un-history/?resolution={}&countries={iso3}", vote.id)).await?;
    visit.until("document.querySelectorAll('.tiles [aria-pressed=true]').length == 1").await?;
    visit.press(&format!(".tiles [data-iso='{iso3}']")).await?;
    check_address(&visit, &format!("/un-history/?resolution={}", vote.id)).await
}
