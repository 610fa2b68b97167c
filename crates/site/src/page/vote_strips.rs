//! Renders the General Assembly's recorded votes. Each state that has cast a ballot is a thin line, and each vote is a
//! column. The states are grouped by the pattern of their ballots over all votes.

use super::{
    Page, Route, raw,
    vote_columns::{bands, drawn},
};
use crate::drawing::{
    finding,
    votes::{Group, assembly},
};
use crate::scripts::Script;
use vocabulary::{Figure, Subject, VotePattern};
use yew::prelude::*;

/// The maximum number of columns in the story, so that the story does not grow with the number of votes. If there are
/// more columns, the story shows the newest.
const MOST_IN_STORY: usize = 30;

impl Page<'_> {
    /// Renders the figure, with a drawing for each group of states that have cast a ballot.
    pub(super) fn vote_strips(&self) -> Html {
        let labels = &self.labels().history;
        let (columns, groups) = assembly(self.edition);
        let (columns, before) = columns.last(if self.is_story() { MOST_IN_STORY } else { usize::MAX });
        let follows = self.follows_countries();
        html! {
            <figure class="strips wide" id="vote-patterns">
                <figcaption><h3>{ self.linked("vote-patterns", finding(self.edition, Figure::VotePatterns)) }</h3><p>{ &labels.strips_text }</p><p class="instruction">{ &labels.strips_hint }</p></figcaption>
                { self.line_key() }
                <div class="plot">
                    { bands(&columns) }
                    { self.column_names(&columns) }
                    <ul class="strip-groups" data-follows={follows.then_some("countries")}>
                        { for groups.iter().filter(|group| group.pattern != VotePattern::NoneCast).enumerate().map(|(index, group)| {
                            let words = if index == 0 { self.years_without_vote(&columns, &labels.strips_without) } else { Html::default() };
                            html! {
                                <li data-states={follows.then(|| codes(group))}>
                                    { drawn(&columns, group.states.len(), &group.lines(&columns, before), words) }
                                    <p>
                                        <b>{ group.states.len() }</b>{ " " }<span>{ self.labels().word(group.pattern) }</span>
                                        <span class="named">{ self.named(group) }</span>
                                    </p>
                                </li>
                            }
                        }) }
                    </ul>
                </div>
                <p class="caption">{ self.strips_caption(&groups) }{ self.cite_votes(Figure::VotePatterns, &columns) }</p>
                { self.figure_links(Figure::VotePatterns) }
                if follows {
                    { raw(format!("<script>{}</script>", Script::FollowedLines.minified())) }
                }
            </figure>
        }
    }

    /// Returns whether the page highlights the lines of followed countries. This applies to the page on which readers
    /// choose countries. It also applies to the embed of the figure, because readers share the figure by the address of
    /// its embed.
    fn follows_countries(&self) -> bool {
        self.is_figure(Figure::VotePatterns) || self.is_own_page() && *self.route == Route::from(Subject::UnHistory)
    }

    /// Returns the names that the figure shows as examples of the group's states, joined with commas.
    fn named(&self, group: &Group<'_>) -> String {
        let comma = self.labels().share.comma.replace("{a}", "").replace("{b}", "");
        let mut names: Vec<_> = group.states.iter().map(|(country, _)| *country).filter(|country| country.is_named).collect();
        names.sort_by_key(|country| self.edition.countries.iter().position(|known| known.iso3 == country.iso3));
        names.iter().map(|country| country.name.as_str()).collect::<Vec<_>>().join(&comma)
    }

    /// Returns the caption. It states the number of all states, and the number of states that never cast a ballot. The
    /// figure does not show the latter.
    fn strips_caption(&self, groups: &[Group<'_>]) -> String {
        let states: usize = groups.iter().map(|group| group.states.len()).sum();
        let none = groups.iter().find(|group| group.pattern == VotePattern::NoneCast).map_or(0, |group| group.states.len());
        self.labels().history.strips_caption.replace("{n}", &states.to_string()).replace("{none}", &none.to_string())
    }
}

/// Returns the codes of a group's states in the order of their lines, separated by spaces.
fn codes(group: &Group<'_>) -> String {
    group.states.iter().map(|(country, _)| country.iso3.as_str()).collect::<Vec<_>>().join(" ")
}
