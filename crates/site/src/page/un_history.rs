//! Background: every resolution from 2003 to the newest, how it was adopted, who wrote it, what was new.

use super::{Page, Route};
use explainer::islands::role_mark::role_mark;
use story::{
    Resolution, Tally,
    vocabulary::{Ballot, Confidence, Vocabulary},
};
use vocabulary::Subject;
use yew::prelude::*;

impl Page<'_> {
    /// The part with its card.
    pub(super) async fn un_history(&self) -> Html {
        let prose = &self.edition.texts.un_history;
        let labels = &self.labels().history;
        if self.is_story() {
            let sections = ["what-it-does", "inquiry", "without-a-vote", "march-2019"];
            let content = sections
                .into_iter()
                .map(|id| self.section(prose.section(id), Html::default()))
                .chain([self.way_on(Subject::UnHistory)])
                .collect();
            let card = self.background("un-history-card", &labels.open, &labels.hint, content);
            return self.part(Subject::UnHistory, html! { <>{ self.vote_strips() }{ card }</> });
        }
        let content = html! {
            <>
                { self.sections_but(prose, &["roll-calls"]) }
                { self.resolutions() }
                { self.section(prose.section("roll-calls"), self.roll_call_notes(|_| true)) }
            </>
        };
        self.part(
            Subject::UnHistory,
            html! {
                <>
                    { self.vote_strips() }
                    { self.guesses() }
                    { self.vote_overview() }
                    if self.takeaway.is_some() {
                        { self.roll_calls() }
                    } else {
                        { self.vote_explorer().await }
                    }
                    { self.background("un-history-card", &labels.open, &labels.resolutions, content) }
                </>
            },
        )
    }

    /// Every resolution in a row, recorded votes as bars: how it was adopted, who wrote it, and Japan's role, at a glance.
    fn vote_overview(&self) -> Html {
        let labels = &self.labels().history;
        html! {
            <figure class="votes wide" id="recorded-votes">
                <figcaption><h3>{ self.linked("recorded-votes", &labels.chart_title) }</h3><p>{ &labels.chart_text }</p></figcaption>
                { self.body_filter() }
                // "No" is hatched, so that it is told apart without its colour.
                <svg class="visually-hidden" aria-hidden="true">
                    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">
                        <rect class="hatch-ground" width="5" height="5" />
                        <path class="hatch-line" d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" />
                    </pattern>
                </svg>
                <ul class="ballot-key">
                    { for [Ballot::Yes, Ballot::Abstain, Ballot::No, Ballot::Absent].map(|ballot| html! {
                        <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect data-ballot={ballot.word()} width="12" height="12" /></svg><span>{ self.labels().word(ballot) }</span></li>
                    }) }
                    <li><svg viewBox="0 0 12 12" aria-hidden="true"><path class="unvoted" d="M0 6H12" /></svg><span>{ &labels.without_vote }</span></li>
                </ul>
                { self.role_key() }
                <ol class="vote-bars">
                    { for self.edition.resolutions.iter().map(|resolution| self.vote_row(resolution)) }
                </ol>
                <p class="caption">{ &labels.chart_caption }</p>
            </figure>
        }
    }

    /// A resolution in the overview. What is not voted on is a line, not a bar.
    fn vote_row(&self, resolution: &Resolution) -> Html {
        let labels = &self.labels().history;
        html! {
            <li data-body={resolution.body.word()} data-adopted={resolution.adoption.word()}>
                <a href={format!("#resolution-{}", resolution.id)}>
                    <span class="vote-year" translate="no">{ resolution.adopted_on.year }</span>{ " " }
                    <span class="vote-body">{ self.labels().word(resolution.body) }</span>
                </a>
                if let Some(tally) = resolution.tally {
                    { self.vote_bar(tally) }
                    { self.tally_words(tally) }
                } else {
                    <svg class="vote-bar" viewBox="0 0 12 14" preserveAspectRatio="none" aria-hidden="true"><path class="unvoted" d="M0 7H12" /></svg>
                    <span class="tally">{ &labels.without_vote }</span>
                }
                <span class="written-by">
                    { role_mark(Some(resolution.japan)) }
                    <span class="visually-hidden">{ [&labels.japan, self.labels().word(resolution.japan), &labels.wrote].join(" ") }</span>{ " " }
                    <span>{ self.labels().word(resolution.authorship) }</span>
                </span>
            </li>
        }
    }

    fn resolutions(&self) -> Html {
        let labels = &self.labels().history;
        html! {
            <div class="scroll" tabindex="0" role="region" aria-label={labels.caption.clone()}>
                <table class="resolutions">
                    <caption>{ &labels.caption }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ &labels.date }</th>
                            <th scope="col">{ &labels.symbol }</th>
                            <th scope="col">{ &labels.adopted }</th>
                            <th scope="col">{ &labels.japan }</th>
                            <th scope="col">{ &labels.wrote }</th>
                            <th scope="col">{ &labels.new }</th>
                        </tr>
                    </thead>
                    <tbody>{ for self.edition.resolutions.iter().rev().map(|resolution| self.resolution(resolution)) }</tbody>
                </table>
            </div>
        }
    }

    fn resolution(&self, resolution: &Resolution) -> Html {
        self.resolution_row(resolution, Some(format!("resolution-{}", resolution.id)))
    }

    /// The row of a resolution. It stands again where the reader has chosen it, without its anchor.
    pub(super) fn resolution_row(&self, resolution: &Resolution, id: Option<String>) -> Html {
        let labels = &self.labels().history;
        let anchor = format!("resolution-{}", resolution.id);
        let place = self.place(&anchor, &resolution.symbol);
        html! {
            <tr {id} data-body={resolution.body.word()}>
                <td data-label={labels.date.clone()}>{ self.date(resolution.adopted_on) }</td>
                <th scope="row">
                    <a class="anchor" href={format!("#{anchor}")} translate="no">{ &resolution.symbol }</a>
                    <span class="body-name">{ self.labels().word(resolution.body) }</span>
                </th>
                <td data-label={labels.adopted.clone()}>
                    if let Some(tally) = resolution.tally {
                        { self.linked_tally(resolution, tally) }
                    } else {
                        <span>{ self.labels().word(resolution.adoption) }</span>
                    }
                </td>
                <td data-label={labels.japan.clone()}>{ role_mark(Some(resolution.japan)) }<span>{ self.labels().word(resolution.japan) }</span></td>
                <td data-label={labels.wrote.clone()}>{ self.labels().word(resolution.authorship) }</td>
                <td data-label={labels.new.clone()}>
                    { self.inlines(&resolution.new, &place) }{ self.cite(&resolution.sources, &place) }
                    { self.one_source(resolution.confidence) }
                </td>
            </tr>
        }
    }

    /// The count of a vote, as the way to the vote's own page.
    fn linked_tally(&self, resolution: &Resolution, tally: Tally) -> Html {
        let words = self.tally_words(tally);
        // A copy of the explainer has no other pages, and the vote's own page needs no way to itself.
        if self.takeaway.is_some() || self.shared_vote().is_some() {
            return words;
        }
        let way = self.url_of(&Route::Vote(resolution.id.clone()).path());
        html! { <a href={way}><span class="visually-hidden">{ &self.labels().history.explore }{ " " }</span>{ words }</a> }
    }

    /// Says so where a row rests on one source.
    pub(super) fn one_source(&self, confidence: Confidence) -> Html {
        match confidence {
            Confidence::OneSource => html! { <span class="one-source">{ &self.labels().history.one_source }</span> },
            Confidence::TwoSources => Html::default(),
        }
    }
}
