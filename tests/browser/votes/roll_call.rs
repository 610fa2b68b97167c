//! Tests the chosen resolution with its roll call, and the list of countries that changed their vote.

use super::{ISLAND, ballot, choose, name, pair, votes, word};
use crate::reader::{check_address, edition, seen};
use anyhow::{Context, ensure};
use std::sync::Arc;
use story::{
    Resolution,
    vocabulary::{Ballot, Region, Vocabulary},
};
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};
use thirtyfour::prelude::*;

pub(super) const TESTS: &[Test] = tests![
    every_roll_call_is_the_one_of_the_content,
    tiles_are_read_by_keyboard,
    a_column_opens_its_roll_call,
    without_a_vote_there_is_no_roll_call,
    movers_are_listed,
];

async fn every_roll_call_is_the_one_of_the_content(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let tiles = format!(
        "[...document.querySelectorAll({:?})].map(tile => tile.dataset.iso + tile.parentElement.dataset.ballot).sort().join()",
        format!("{ISLAND} .tiles li")
    );
    let headings =
        format!("[...document.querySelectorAll({:?})].map(heading => heading.textContent).join()", format!("{ISLAND} .tiles h4"));
    for vote in votes() {
        choose(&visit, "resolution", &vote.id).await?;
        // The address has no parameter for the vote that is shown by default.
        let query = if vote.id == edition().first_vote { String::new() } else { format!("?resolution={}", vote.id) };
        check_address(&visit, &format!("/un-history/{query}")).await?;
        let mut expected: Vec<String> = vote.roll_call.iter().map(|(iso3, ballot)| [iso3, ballot.word()].concat()).collect();
        expected.sort();
        visit.until(&format!("{tiles} == {:?}", expected.join(","))).await.with_context(|| vote.id.clone())?;
        visit.check(&format!("{headings} == {:?}", headings_of(vote))).await.with_context(|| vote.id.clone())?;
        let link = format!("document.querySelector({:?})", format!("{ISLAND} .finding a"));
        visit.check(&format!("{link}.textContent == {:?} && {link}.href.endsWith('/un-history/{}/')", vote.symbol, vote.id)).await?;
        let tally = vote.tally.context("a recorded vote has no tally")?;
        let finding = visit.read(&format!("document.querySelector({:?}).textContent", format!("{ISLAND} .finding"))).await?;
        for count in [tally.yes, tally.no, tally.abstain, tally.not_voting] {
            ensure!(finding.contains(&count.to_string()), "{}: {finding} does not contain {count}", vote.id);
        }
    }
    let last = votes().last().context("no resolution was voted on")?;
    let (iso3, cast) = last.roll_call.first().context("the roll call is empty")?;
    let spoken = edition().labels.history.ballot_of.replace("{}", &format!("{} {iso3}", name(iso3))).replace("{ballot}", word(*cast));
    ensure!(visit.name(&format!(".tiles [data-iso={iso3}] button")).await? == spoken, "the name of a tile is not {spoken}");
    visit.check_quiet().await
}

/// Returns the expected headings of the regions, separated by commas. A heading has the name of a region, and the
/// count and the name of each kind of ballot that occurs there.
fn headings_of(vote: &Resolution) -> String {
    let heading = |region: Region| {
        let counts = [Ballot::Yes, Ballot::Abstain, Ballot::No, Ballot::Absent].map(|wanted| {
            let is_there = |iso3: &str| edition().countries.iter().any(|country| country.iso3 == iso3 && country.region == region);
            (wanted, vote.roll_call.iter().filter(|(iso3, cast)| *cast == wanted && is_there(iso3)).count())
        });
        let summary: String =
            counts.iter().filter(|(_, count)| *count > 0).map(|(ballot, count)| format!("{count}{}", word(*ballot))).collect();
        (!summary.is_empty()).then(|| format!("{}{summary}", word(region)))
    };
    Region::WORDS.iter().filter_map(|(_, region)| heading(*region)).collect::<Vec<_>>().join(",")
}

/// Checks that the tiles of the roll call work with the keyboard. The Tab key stops at only one tile, and the right
/// arrow key moves to the next tile. The strip at the lower edge of the window shows the ballots of the focused country
/// in all votes of the UN body whose vote is shown.
async fn tiles_are_read_by_keyboard(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    visit.until("document.querySelector('fieldset.tiles').disabled == false").await?;
    visit.check("document.querySelectorAll('.tiles button[tabindex=\"0\"]').length == 1").await?;
    visit.type_at(".tiles button[tabindex='0']", Key::Right).await?;
    let focused = "document.activeElement.closest('[data-iso]')?.dataset.iso";
    let order = visit.read("[...document.querySelectorAll('.tiles [data-iso]')].map(tile => tile.dataset.iso).join()").await?;
    let second = order.split(',').nth(1).context("there are fewer than two tiles")?;
    visit.until(&format!("{focused} == {second:?} && document.activeElement.tabIndex == 0")).await?;
    visit.until(&format!("document.querySelector('.country-record b')?.textContent == {:?}", name(second))).await?;
    let shown =
        edition().resolutions.iter().find(|resolution| resolution.id == edition().first_vote).context("the content has no first vote")?;
    let record: Vec<&str> = votes()
        .filter(|vote| vote.body == shown.body)
        .map(|vote| ballot(vote, second).map_or(edition().labels.history.not_member.as_str(), word))
        .collect();
    let ballots = "[...document.querySelectorAll('.country-record .visually-hidden')].map(word => word.textContent).join()";
    visit.check(&format!("{ballots} == {:?}", record.join(","))).await?;
    visit.type_at(&format!(".tiles [data-iso='{second}'] button"), Key::Enter).await?;
    check_address(&visit, &format!("/un-history/?countries={second}")).await
}

async fn a_column_opens_its_roll_call(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let (vote, _) = pair();
    visit.press(&format!(".vote-bars li:has(a[href='#resolution-{}'])", vote.id)).await?;
    check_address(&visit, &format!("/un-history/?resolution={}", vote.id)).await?;
    visit.until(&seen!(".tiles")).await?;
    visit.check(&format!("document.querySelector('.vote-bars [aria-current=true]').hash == '#resolution-{}'", vote.id)).await?;
    visit.check(&format!("document.querySelector(\"select[name='resolution']\").value == {:?}", vote.id)).await
}

async fn without_a_vote_there_is_no_roll_call(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
    let other = edition().resolutions.iter().find(|resolution| resolution.tally.is_none()).context("every resolution was voted on")?;
    choose(&visit, "resolution", &other.id).await?;
    let has_note = format!("document.querySelector('.finding').textContent.includes({:?})", edition().labels.history.no_roll);
    visit.until(&has_note).await?;
    visit.check("document.querySelector('.tiles') == null").await
}

async fn movers_are_listed(engine: Arc<Engine>) -> Outcome {
    let (earlier, later) = pair();
    let visit = Visit::live(&engine, &format!("/un-history/?resolution={}", later.id)).await?;
    let offered =
        visit.read("[...document.querySelectorAll(\"select[name='against'] option\")].map(option => option.value).join()").await?;
    let expected: Vec<&str> = votes().filter(|vote| vote.body == later.body && vote.id != later.id).map(|vote| vote.id.as_str()).collect();
    ensure!(offered == format!(",{}", expected.join(",")), "to compare with: {offered}");
    choose(&visit, "against", &earlier.id).await?;
    check_address(&visit, &format!("/un-history/?resolution={}&against={}", later.id, earlier.id)).await?;
    let mut movers = Vec::new();
    for (iso3, was) in &earlier.roll_call {
        if let Some(is) = ballot(later, iso3).filter(|is| is != was) {
            movers.push(format!("{}: {} {}", name(iso3), word(*was), word(is)));
        }
    }
    movers.sort();
    let listing = "[...document.querySelectorAll('.movers > div')].flatMap(group => [...group.querySelectorAll('dd span')].map(name => name.textContent + \
                ': ' + [...group.querySelectorAll('dt span > span')].map(word => word.textContent).join(' '))).sort()";
    visit.until(&format!("{listing}.length == {}", movers.len())).await?;
    let listed = visit.look(listing).await?;
    let mut listed: Vec<String> = listed.as_array().into_iter().flatten().filter_map(|mover| mover.as_str().map(str::to_owned)).collect();
    listed.sort();
    ensure!(listed == movers, "{listed:?} is not {movers:?}");
    choose(&visit, "against", "").await?;
    visit.until("document.querySelector('.movers') == null").await?;
    // The address restores the comparison.
    visit.go(&format!("/un-history/?resolution={}&against={}", later.id, earlier.id)).await?;
    visit.until_live().await?;
    visit.until(&format!("document.querySelector(\"select[name='against']\").value == {:?}", earlier.id)).await?;
    visit.check_quiet().await
}
