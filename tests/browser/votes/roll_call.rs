//! The chosen resolution with its roll call, and who changed their vote.

use super::{ISLAND, ballot, choose, name, pair, votes, word};
use crate::reader::{check_address, edition, seen};
use anyhow::{Context, ensure};
use std::sync::Arc;
use story::vocabulary::{Ballot, Region, Vocabulary};
use tests::{
    engine::Engine,
    suite::{Outcome, Test},
    tests,
    visit::Visit,
};

pub(super) const TESTS: &[Test] = tests![
    every_roll_call_is_the_one_of_the_content,
    a_column_opens_its_roll_call,
    without_a_vote_there_is_no_roll_call,
    movers_are_listed,
];

async fn every_roll_call_is_the_one_of_the_content(engine: Arc<Engine>) -> Outcome {
    let visit = Visit::live(&engine, "/un-history/").await?;
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
        check_address(&visit, &format!("/un-history/?resolution={}", vote.id)).await?;
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
        visit.check(&format!("document.querySelectorAll({:?}).length > 0", format!("{ISLAND} .chosen sup a"))).await?;
    }
    visit.check("[...document.querySelectorAll('.tiles [role=img]')].every(tile => tile.title)").await?;
    const TILE: &str = ".tiles [role=img]";
    ensure!(visit.name(TILE).await? == visit.read(&format!("document.querySelector({TILE:?}).title")).await?, "a tile has no name");
    visit.check_quiet().await
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
    let other = edition().resolutions.iter().find(|resolution| resolution.tally.is_none()).context("there is one")?;
    choose(&visit, "resolution", &other.id).await?;
    let told = format!("document.querySelector('.chosen').textContent.includes({:?})", edition().labels.history.no_roll);
    visit.until(&told).await?;
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
    let told = "[...document.querySelectorAll('.movers > div')].flatMap(group => [...group.querySelectorAll('dd span')].map(name => name.textContent + \
                ': ' + [...group.querySelectorAll('dt span > span')].map(word => word.textContent).join(' '))).sort()";
    visit.until(&format!("{told}.length == {}", movers.len())).await?;
    let told = visit.look(told).await?;
    let mut told: Vec<String> = told.as_array().into_iter().flatten().filter_map(|mover| mover.as_str().map(str::to_owned)).collect();
    told.sort();
    ensure!(told == movers, "{told:?} is not {movers:?}");
    choose(&visit, "against", "").await?;
    visit.until("document.querySelector('.movers').childElementCount == 0").await?;
    // The same is shown where a link asks for it.
    visit.go(&format!("/un-history/?resolution={}&against={}", later.id, earlier.id)).await?;
    visit.until_live().await?;
    visit.until(&format!("document.querySelector(\"select[name='against']\").value == {:?}", earlier.id)).await?;
    visit.check_quiet().await
}
