//! Renders the table of the reasons for the decision. The table has a row for each reason and a column for each kind of
//! source. The last row states what is known about the decisive reason.

use super::{Page, why::voice_anchor};
use crate::drawing::finding;
use explainer::islands::role_mark::{filled, ring};
use story::{Reason, SaidBy};
use vocabulary::{Evidence, Figure, Sayer};
use yew::prelude::*;

impl Page<'_> {
    pub(super) fn reasons(&self) -> Html {
        let labels = &self.labels().why;
        html! {
            <figure class="reasons wide" id="reasons">
                <figcaption>
                    <h3>{ self.linked("reasons", finding(self.edition, Figure::Reasons)) }</h3>
                    <ul class="evidence-key" aria-hidden="true">
                        { for Evidence::ALL.map(|evidence| html! { <li>{ mark(evidence) }<span>{ self.labels().word(evidence) }</span></li> }) }
                    </ul>
                </figcaption>
                <table>
                    <thead>
                        <tr>
                            <td></td>
                            { for Sayer::ALL.map(|sayer| html! { <th scope="col"><span>{ self.labels().word(sayer) }</span></th> }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for self.edition.reasons.iter().map(|reason| self.reason(reason)) }
                        <tr class="decisive">
                            <th scope="row">{ &labels.decisive }</th>
                            <td colspan={Sayer::ALL.len().to_string()}>{ &labels.decisive_none }</td>
                        </tr>
                    </tbody>
                </table>
                <p class="instruction">{ &labels.reasons_hint }</p>
                <p class="caption">{ &labels.reasons_caption }</p>
                { self.figure_links(Figure::Reasons) }
            </figure>
        }
    }

    fn reason(&self, reason: &Reason) -> Html {
        html! {
            <tr>
                <th scope="row">{ &reason.name }</th>
                { for Sayer::ALL.map(|sayer| self.cell(reason.said_by.iter().find(|claim| claim.sayer == sayer))) }
            </tr>
        }
    }

    fn cell(&self, claim: Option<&SaidBy>) -> Html {
        let Some(claim) = claim else {
            return html! { <td><span class="visually-hidden">{ &self.labels().why.reasons_none }</span></td> };
        };
        let place = self.place("reasons", &self.labels().why.reasons_title);
        let evidence = html! { <>{ mark(claim.evidence) }<span class="visually-hidden">{ self.labels().word(claim.evidence) }</span></> };
        html! {
            <td>
                if claim.voices.is_empty() {
                    { evidence }
                    { " " }<span class="unquoted">{ &self.labels().why.reasons_unquoted }</span>
                } else {
                    { self.link_to_words(claim, evidence) }
                }
                { self.cite(&claim.sources, &place) }
            </td>
        }
    }

    /// Renders `mark` as a link to the first of the statements that `claim` names. The page about
    /// the reasons has all these statements. On that page, a script opens them beside the mark.
    fn link_to_words(&self, claim: &SaidBy, mark: Html) -> Html {
        let anchors: Vec<String> = claim.voices.iter().map(|id| voice_anchor(id)).collect();
        let opens_in_place = self.is_own_page().then(|| anchors.join(" "));
        html! {
            <a href={anchors.first().map(|first| format!("#{first}"))} data-opens={opens_in_place}>
                { mark }
                <span class="visually-hidden">{ ", " }{ &self.labels().why.reasons_words }</span>
            </a>
        }
    }
}

/// Draws the mark of a kind of evidence. Each kind has its own shape.
fn mark(evidence: Evidence) -> Html {
    let shape = match evidence {
        Evidence::Said => filled(),
        Evidence::Inferred => ring(),
    };
    html! { <svg class="role" viewBox="0 0 16 16" aria-hidden="true">{ shape }</svg> }
}
