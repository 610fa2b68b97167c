//! Renders the part about the UN resolutions: the recorded votes, and a table of all resolutions. A row states how a
//! resolution was adopted, Japan's role, who wrote it, and what was new in it.

use super::{Page, Route};
use explainer::islands::role_mark::role_mark;
use story::{
    Resolution, Tally,
    vocabulary::{Confidence, Vocabulary},
};
use vocabulary::Subject;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the part. The story leaves out the votes in Geneva, the roll calls, the table of resolutions, and most
    /// sections.
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
            return self.part(Subject::UnHistory, html! { <>{ self.recorded_votes() }{ card }</> });
        }
        let content = html! {
            <>
                { self.sections_but(prose, &["roll-calls"]) }
                { self.body_filter() }
                { self.resolutions() }
                { self.section(prose.section("roll-calls"), self.roll_call_notes(|_| true)) }
            </>
        };
        self.part(
            Subject::UnHistory,
            html! {
                <>
                    { self.recorded_votes() }
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

    /// Renders the question that lets readers guess a result, then the recorded votes in New York. Outside of the
    /// story, also renders the recorded votes in Geneva.
    fn recorded_votes(&self) -> Html {
        html! {
            <div class="recorded wide" id="recorded-votes">
                { self.guess() }
                { self.vote_strips() }
                if !self.is_story() {
                    { self.geneva_votes() }
                }
            </div>
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

    /// Renders the row of a resolution. `id` is the id of the row, which must be unique on the page.
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

    /// Renders the tally of a vote as a link to the page of the vote. There is no link in the offline file, on the page
    /// of a vote and in the embed of a vote.
    fn linked_tally(&self, resolution: &Resolution, tally: Tally) -> Html {
        let words = self.tally_words(tally);
        // The offline file does not include the pages of the votes. The page and the embed of a
        // vote need no link to this vote.
        if self.takeaway.is_some() || self.shared_vote().is_some() {
            return words;
        }
        let address = self.url_of(&Route::Vote(resolution.id.clone()).path());
        html! { <a href={address}><span class="visually-hidden">{ &self.labels().history.explore }{ " " }</span>{ words }</a> }
    }

    /// Renders the note that only one source confirms a fact. Renders nothing if at least two sources confirm it.
    pub(super) fn one_source(&self, confidence: Confidence) -> Html {
        match confidence {
            Confidence::OneSource => html! { <>{ " " }<span class="one-source">{ &self.labels().history.one_source }</span></> },
            Confidence::TwoSources => Html::default(),
        }
    }
}
