//! Citations: numbers in the text that lead to the sources, and the way back from a source to what rests on it.

use super::Page;
use std::{cell::RefCell, collections::BTreeMap};
use yew::prelude::*;

/// A place on the page that rests on sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The id of the element.
    pub(super) anchor: String,
    /// What a reader calls it.
    pub(super) name: String,
}

/// Which places rest on which source, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Citations(RefCell<BTreeMap<usize, Vec<Place>>>);

impl Citations {
    /// Notes that `place` rests on the sources with these numbers.
    pub(super) fn note(&self, numbers: &[usize], place: &Place) {
        let mut places = self.0.borrow_mut();
        for number in numbers {
            let rests = places.entry(*number).or_default();
            if !rests.contains(place) {
                rests.push(place.clone());
            }
        }
    }

    /// What rests on the source with this number.
    pub(super) fn resting_on(&self, number: usize) -> Vec<Place> {
        self.0.borrow().get(&number).cloned().unwrap_or_default()
    }
}

impl Page<'_> {
    /// A place on the page, under the name that the list of sources gives it.
    pub(super) fn place(&self, anchor: impl Into<String>, name: impl Into<String>) -> Place {
        Place { anchor: anchor.into(), name: name.into() }
    }

    /// The numbers of sources as links, noted for the way back.
    pub(super) fn cite(&self, numbers: &[usize], place: &Place) -> Html {
        self.citations.note(numbers, place);
        if numbers.is_empty() {
            return Html::default();
        }
        html! {
            <sup class="cite">
                { for numbers.iter().map(|number| html! { <a role="doc-noteref" href={format!("#s{number}")}>{ number }</a> }) }
            </sup>
        }
    }
}
