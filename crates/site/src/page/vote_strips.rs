//! The General Assembly's recorded votes, a thin line a state and a column a vote, in groups by what the states did over all
//! of them.

use super::Page;
use std::fmt::Write;
use story::{Ballots, Country, vote_pattern};
use vocabulary::{Ballot, Vocabulary, VotePattern};
use yew::prelude::*;

/// The height of a state's line with its gap, and the gap alone, in pixels.
const LINE: f32 = 2.75;
const GAP: f32 = 0.75;
/// The width of a column, in the drawing's own units.
const COLUMN: usize = 10;

impl Page<'_> {
    /// The figure.
    pub(super) fn vote_strips(&self) -> Html {
        let labels = &self.labels().history;
        let votes: Vec<_> = self.edition.assembly_votes().collect();
        let (Some(first), Some(last)) = (votes.first(), votes.last()) else { return Html::default() };
        let years: Vec<i16> = (first.adopted_on.year..=last.adopted_on.year).collect();
        let column_of = |year: i16| years.iter().position(|known| *known == year);
        let columns: Vec<_> = votes.iter().filter_map(|vote| column_of(vote.adopted_on.year)).collect();
        let states: Vec<_> = self.edition.ballots_in_assembly().collect();
        html! {
            <figure class="strips wide" id="vote-patterns">
                <figcaption><h3>{ self.linked("vote-patterns", &labels.strips_title) }</h3><p>{ &labels.strips_text }</p></figcaption>
                <ul class="ballot-key">
                    { for [Ballot::Yes, Ballot::Abstain, Ballot::No].map(|ballot| html! {
                        <li><svg viewBox="0 0 12 12" aria-hidden="true"><path data-ballot={ballot.word()} d="M0 6H12" /></svg><span>{ self.labels().word(ballot) }</span></li>
                    }) }
                </ul>
                <ol class="strip-years" aria-hidden="true">
                    { for years.iter().map(|year| {
                        let tally = votes.iter().find(|vote| vote.adopted_on.year == *year).and_then(|vote| vote.tally);
                        html! {
                            <li translate="no">
                                <span><span class="century">{ year / 100 }</span>{ format!("{:02}", year % 100) }</span>
                                if let Some(tally) = tally {
                                    <b>{ tally.yes }</b>
                                } else {
                                    <span class="no-vote">{ "–" }</span>
                                }
                            </li>
                        }
                    }) }
                </ol>
                <ul class="strip-groups">
                    { for VotePattern::WORDS.iter().filter(|(_, pattern)| *pattern != VotePattern::NoneCast).map(|(word, pattern)| {
                        let mut group: Vec<_> = states.iter().filter(|(_, ballots)| vote_pattern(ballots) == *pattern).collect();
                        // Those who voted alike stand beside one another.
                        group.sort_by_key(|(_, ballots)| order(ballots));
                        html! {
                            <li data-pattern={*word}>
                                { lines(&group, &columns, years.len()) }
                                <p>
                                    <b>{ group.len() }</b>{ " " }<span>{ self.labels().word(*pattern) }</span>
                                    <span class="named">{ self.named(&group) }</span>
                                </p>
                            </li>
                        }
                    }) }
                </ul>
                <p class="caption">{ self.strips_caption(&states) }</p>
            </figure>
        }
    }

    /// The states of a group that figures name as examples.
    fn named(&self, group: &[&(&Country, Ballots)]) -> String {
        let comma = self.labels().share.comma.replace("{a}", "").replace("{b}", "");
        let mut names: Vec<_> = group.iter().map(|(country, _)| *country).filter(|country| country.is_named).collect();
        names.sort_by_key(|country| self.edition.countries.iter().position(|known| known.iso3 == country.iso3));
        names.iter().map(|country| country.name.as_str()).collect::<Vec<_>>().join(&comma)
    }

    /// What the figure leaves out, with the number of states that cast no ballot.
    fn strips_caption(&self, states: &[(&Country, Ballots)]) -> String {
        let none = states.iter().filter(|(_, ballots)| vote_pattern(ballots) == VotePattern::NoneCast).count();
        self.labels().history.strips_caption.replace("{n}", &states.len().to_string()).replace("{none}", &none.to_string())
    }
}

/// What states are sorted by within their group.
fn order(ballots: &Ballots) -> Vec<u8> {
    let place = |ballot: &Option<Ballot>| match ballot {
        Some(Ballot::Yes) => 0,
        Some(Ballot::Abstain) => 1,
        Some(Ballot::No) => 2,
        Some(Ballot::Absent) => 3,
        None => 4,
    };
    ballots.iter().rev().map(place).collect()
}

/// The lines of a group, as one path a ballot: states that voted alike in a vote are one dashed stroke down its column.
fn lines(group: &[&(&Country, Ballots)], columns: &[usize], width: usize) -> Html {
    let height = group.len() as f32 * LINE;
    let path = |ballot: Ballot| {
        let mut path = String::new();
        for (vote, column) in columns.iter().enumerate() {
            let cast = |row: usize| group[row].1.get(vote).copied().flatten() == Some(ballot);
            let mut row = 0;
            while row < group.len() {
                let length = (row..group.len()).take_while(|row| cast(*row)).count();
                if length > 0 {
                    // Writing to a String cannot fail. The last gap is left out.
                    let _ = write!(path, "M{} {}v{}", column * COLUMN + COLUMN / 2, row as f32 * LINE, length as f32 * LINE - GAP);
                }
                row += length.max(1);
            }
        }
        path
    };
    html! {
        <svg width="100%" height={height.to_string()} viewBox={format!("0 0 {} {height}", width * COLUMN)} preserveAspectRatio="none" aria-hidden="true">
            { for [Ballot::Yes, Ballot::Abstain, Ballot::No].map(|ballot| html! { <path data-ballot={ballot.word()} d={path(ballot)} /> }) }
        </svg>
    }
}
