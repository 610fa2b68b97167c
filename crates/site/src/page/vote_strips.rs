//! The General Assembly's recorded votes, a thin line a state and a column a vote, in groups by what the states did over all
//! of them.

use super::{
    Page,
    vote_columns::{Columns, bands, drawn, lines_of_states},
};
use story::{Ballots, Country, vote_pattern};
use vocabulary::{Ballot, Body, VotePattern};
use yew::prelude::*;

impl Page<'_> {
    /// The figure.
    pub(super) fn vote_strips(&self) -> Html {
        let labels = &self.labels().history;
        let columns = Columns(self.edition.vote_years(Body::Assembly));
        let states: Vec<_> = self.edition.ballots_in_assembly().collect();
        html! {
            <figure class="strips wide" id="vote-patterns">
                <figcaption><h3>{ self.linked("vote-patterns", &labels.strips_title) }</h3><p>{ &labels.strips_text }</p></figcaption>
                { self.line_key() }
                <div class="plot">
                    { bands(&columns) }
                    { self.column_names(&columns) }
                    <ul class="strip-groups">
                        { for VotePattern::ALL.into_iter().filter(|pattern| *pattern != VotePattern::NoneCast).enumerate().map(|(place, pattern)| {
                            let mut group: Vec<_> = states.iter().filter(|(_, ballots)| vote_pattern(ballots) == pattern).collect();
                            // Those who voted alike stand beside one another.
                            group.sort_by_key(|(_, ballots)| order(ballots));
                            let strokes = lines_of_states(&columns, group.len(), |state, vote| group[state].1.get(vote).copied().flatten());
                            let words = if place == 0 { self.years_without_vote(&columns, &labels.strips_without) } else { Html::default() };
                            html! {
                                <li>
                                    { drawn(&columns, group.len(), &strokes, words) }
                                    <p>
                                        <b>{ group.len() }</b>{ " " }<span>{ self.labels().word(pattern) }</span>
                                        <span class="named">{ self.named(&group) }</span>
                                    </p>
                                </li>
                            }
                        }) }
                    </ul>
                </div>
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
