//! The people on the official list, by name. Every count is a bracket over the same names: rows of one table, in an order in which
//! each count is a row of neighbours.

use super::Page;
use story::{Event, Person};
use vocabulary::{Fate, Vocabulary};
use yew::prelude::*;

impl Page<'_> {
    /// The figure.
    pub(super) fn names(&self) -> Html {
        let labels = &self.labels().abductions;
        let all = self.edition.people.len();
        let count = |is_counted: fn(Fate) -> bool| self.edition.people.iter().filter(|person| is_counted(person.fate)).count();
        let (home, admitted) = (count(has_returned), count(is_admitted));
        let title = labels.names_title.replace("{n}", &all.to_string()).replace("{admitted}", &admitted.to_string());
        let place = self.place("names", labels.people.clone());
        let mut row = 0;
        html! {
            <figure class="names wide" id="names">
                <figcaption><h3>{ self.linked("names", title.replace("{home}", &home.to_string())) }</h3></figcaption>
                <table>
                    <thead>
                        <tr>
                            <th scope="col"><span class="person"><span>{ &labels.name }</span>{ " " }<span>{ &labels.missing_since }</span></span></th>
                            <th scope="colgroup" colspan="3">{ &labels.counted }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for Fate::ALL.into_iter().flat_map(|fate| self.group(fate).enumerate().map(move |(nth, person)| (fate, nth, person))).map(|(fate, nth, person)| {
                            let at = row;
                            row += 1;
                            html! {
                                <tr data-fate={fate.word()} class={(nth == 0 && at > 0).then_some("next-group")}>
                                    <th scope="row" translate="no">
                                        <span class="person">
                                            { self.name_of(person, &place) }{ " " }
                                            <span>{ self.case(person).map(|case| case.date.year.to_string()) }</span>
                                        </span>
                                    </th>
                                    if nth == 0 {
                                        { bracket(self.people_in(fate), self.labels().word(fate)) }
                                    }
                                    // The admitted come first, and those who have not returned last.
                                    if at == 0 {
                                        { bracket(admitted, &labels.admitted) }
                                        <td rowspan={home.to_string()}></td>
                                    }
                                    if at == home {
                                        { bracket(all - home, &labels.not_returned) }
                                    }
                                    if at == admitted {
                                        <td rowspan={(all - admitted).to_string()}></td>
                                    }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
                <p class="caption">{ &labels.names_caption }</p>
                { self.case_popovers(&place) }
            </figure>
        }
    }

    /// The people in a group, in the order of their cases.
    fn group(&self, fate: Fate) -> impl Iterator<Item = &Person> {
        self.edition.people.iter().filter(move |person| person.fate == fate)
    }

    /// The event that tells of a person's case.
    fn case(&self, person: &Person) -> Option<&Event> {
        self.edition.events.iter().find(|event| event.id == person.event)
    }
}

/// Whether people in this group have returned.
fn has_returned(fate: Fate) -> bool {
    match fate {
        Fate::Returned => true,
        Fate::SaidDead | Fate::NotAdmitted => false,
    }
}

/// Whether North Korea says that it took people in this group.
fn is_admitted(fate: Fate) -> bool {
    match fate {
        Fate::Returned | Fate::SaidDead => true,
        Fate::NotAdmitted => false,
    }
}

/// A bracket over `count` rows.
fn bracket(count: usize, words: &str) -> Html {
    html! { <td class="bracket" rowspan={count.to_string()}><b>{ count }</b>{ " " }<span>{ words }</span></td> }
}
