//! Renders evidence labels. A label has a shape and a word for the kind or the verdict of a statement. Screen readers
//! get only the word.

use super::Page;
use vocabulary::{Kind, Verdict, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the label for a kind of statement.
    pub(super) fn kind(&self, kind: Kind) -> Html {
        let shape = match kind {
            Kind::ReportedFact => html! { <rect x="2" y="2" width="8" height="8" fill="currentColor" /> },
            Kind::Quote => html! { <path d="M2.5 9.5V6q0-3 3-4M7 9.5V6q0-3 3-4" fill="none" stroke="currentColor" stroke-width="2" /> },
            Kind::AttributedClaim => html! { <path d="M6 1l5 9.5H1z" fill="none" stroke="currentColor" stroke-width="1.5" /> },
            Kind::Assessment => html! { <path d="M6 .8L11.2 6 6 11.2.8 6z" fill="none" stroke="currentColor" stroke-width="1.5" /> },
            Kind::Credit => html! { <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="1.5" /> },
        };
        html! {
            <span class="kind" data-kind={kind.word()}>
                <svg viewBox="0 0 12 12" aria-hidden="true">{ shape }</svg>
                <span>{ self.labels().word(kind) }</span>
            </span>
        }
    }

    /// Renders the label for a verdict.
    pub(super) fn verdict(&self, verdict: Verdict) -> Html {
        let shape = match verdict {
            Verdict::Confirmed => html! { <path d="M1.5 6.5l3 3 6-7" fill="none" stroke="currentColor" stroke-width="2" /> },
            Verdict::ConfirmedImprecise => {
                html! { <path d="M1 4.5q2.5-3 5 0t5 0M1 8.5q2.5-3 5 0t5 0" fill="none" stroke="currentColor" stroke-width="1.5" /> }
            }
            Verdict::PartlyDisputed => {
                html! { <path d="M6 1v10M1.5 3.5l-.0 5M10.5 3.5v5" fill="none" stroke="currentColor" stroke-width="2" /> }
            }
            Verdict::NotChecked => {
                html! { <path d="M2 6h8" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2 1.5" /> }
            }
        };
        html! {
            <span class="verdict" data-verdict={verdict.word()}>
                <svg viewBox="0 0 12 12" aria-hidden="true">{ shape }</svg>
                <span>{ self.labels().word(verdict) }</span>
            </span>
        }
    }
}
