//! Renders the people on the official list by name. Each count is a bracket beside the names that it includes. The
//! names are ordered so that the people of each count are next to each other.

use super::Page;
use crate::drawing::{
    finding,
    people::{group, home_and_admitted},
};
use story::{Event, Person};
use vocabulary::{Fate, Figure, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// Renders the figure with the table of names.
    pub(super) fn names(&self) -> Html {
        let labels = &self.labels().abductions;
        let all = self.edition.people.len();
        let (returned, admitted) = home_and_admitted(self.edition);
        let place = self.place("names", labels.people.clone());
        let mut row = 0;
        html! {
            <figure class="names wide" id="names">
                <figcaption><h3>{ self.linked("names", finding(self.edition, Figure::Names)) }</h3></figcaption>
                <table>
                    <thead>
                        <tr>
                            <th scope="col"><span class="person"><span>{ &labels.name }</span>{ " " }<span>{ &labels.missing_since }</span></span></th>
                            <th scope="colgroup" colspan="3">{ &labels.counted }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for Fate::ALL.into_iter().flat_map(|fate| group(self.edition, fate).enumerate().map(move |(nth, person)| (fate, nth, person))).map(|(fate, nth, person)| {
                            let index = row;
                            row += 1;
                            html! {
                                <tr data-fate={fate.word()} class={(nth == 0 && index > 0).then_some("next-group")}>
                                    <th scope="row" translate="no">
                                        <span class="person">
                                            { self.name_of(person, &place) }{ " " }
                                            <span>{ self.case(person).map(|case| case.date.year.to_string()) }</span>
                                        </span>
                                    </th>
                                    if nth == 0 {
                                        { bracket(self.people_in(fate), self.labels().word(fate)) }
                                    }
                                    // The first `admitted` rows are the people whom North Korea says it took. The rows
                                    // from `returned` on are the people who have not returned. The two groups overlap.
                                    if index == 0 {
                                        { bracket(admitted, &labels.admitted) }
                                        <td rowspan={returned.to_string()}></td>
                                    }
                                    if index == returned {
                                        { bracket(all - returned, &labels.not_returned) }
                                    }
                                    if index == admitted {
                                        <td rowspan={(all - admitted).to_string()}></td>
                                    }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
                <p class="instruction">{ &labels.names_hint }</p>
                <p class="caption">{ &labels.names_caption }</p>
                { self.figure_links(Figure::Names) }
                { self.case_popovers(&place) }
            </figure>
        }
    }

    fn case(&self, person: &Person) -> Option<&Event> {
        self.edition.events.iter().find(|event| event.id == person.event)
    }
}

/// Renders a table cell with a bracket that spans `count` rows.
fn bracket(count: usize, words: &str) -> Html {
    html! { <td class="bracket" rowspan={count.to_string()}><b>{ count }</b>{ " " }<span>{ words }</span></td> }
}
