//! Renders the table that compares the policy before and after the decision. Each row is about one aspect, and states
//! whether the aspect changed.

use super::{Page, citation::Place};
use crate::drawing::finding;
use story::{Aspect, Unchanged};
use vocabulary::Figure;
use yew::prelude::*;

impl Page<'_> {
    /// Renders the figure with the before-and-after table. The aspects that changed come first.
    pub(super) fn before_and_after(&self, place: &Place) -> Html {
        let labels = &self.labels().shift;
        let shift = &self.edition.shift;
        let aspects = |is_same: bool| shift.aspects.iter().filter(move |aspect| aspect.is_same == is_same);
        html! {
            <figure class="changes wide" id="before-and-after">
                <figcaption><h3>{ self.linked("before-and-after", finding(self.edition, Figure::BeforeAfter)) }</h3></figcaption>
                <table class="before-after">
                    <thead>
                        <tr>
                            <th scope="col"><span>{ &labels.aspect }</span></th>
                            <th scope="col"><span class="visually-hidden">{ &labels.outcome }</span></th>
                            <th scope="col" class="before">{ &labels.before }</th>
                            <th scope="col" class="after">{ &labels.after }</th>
                        </tr>
                    </thead>
                    <tbody>{ for aspects(false).map(|aspect| self.aspect(aspect, place)) }</tbody>
                    <tbody id="unchanged">
                        { for aspects(true).map(|aspect| self.aspect(aspect, place)) }
                        { for shift.unchanged.iter().map(|item| self.unchanged(item, place)) }
                    </tbody>
                </table>
                { self.figure_links(Figure::BeforeAfter) }
            </figure>
        }
    }

    fn aspect(&self, aspect: &Aspect, place: &Place) -> Html {
        html! {
            <tr>
                { self.outcome(&aspect.label, aspect.is_same) }
                <td class="before">{ self.inlines(&aspect.before, place) }{ self.cite(&aspect.before_sources, place) }</td>
                <td class="after">{ self.inlines(&aspect.after, place) }{ self.cite(&aspect.after_sources, place) }</td>
            </tr>
        }
    }

    fn unchanged(&self, item: &Unchanged, place: &Place) -> Html {
        html! {
            <tr>
                { self.outcome(&item.label, true) }
                <td colspan="2">
                    { &item.text }{ self.cite(&item.sources, place) }
                    if !item.since.is_empty() {
                        <span class="again">
                            { &self.labels().shift.again }
                            { for item.since.iter().map(|date| html! { <>{ " " }<span class="when" data-since={date.year.to_string()}>{ date.year }</span></> }) }
                        </span>
                    }
                </td>
            </tr>
        }
    }

    /// Renders the first two cells of a row: the aspect, and whether it changed.
    fn outcome(&self, label: &str, is_same: bool) -> Html {
        let labels = &self.labels().shift;
        html! {
            <>
                <th scope="row">{ label }</th>
                <td class={classes!("outcome", (!is_same).then_some("changed"))}>{ if is_same { &labels.same } else { &labels.changed } }</td>
            </>
        }
    }
}
