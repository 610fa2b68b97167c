//! Citations: numbers in the text that lead to the sources, and the way back from a source to what rests on it.

use super::Page;
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
};
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
pub(super) struct Citations {
    places: RefCell<BTreeMap<usize, Vec<Place>>>,
    /// The part whose citations are being noted, and what each has cited so far.
    part: Cell<&'static str>,
    parts: RefCell<BTreeMap<&'static str, BTreeSet<usize>>>,
}

impl Citations {
    /// What is noted from now on stands in `part`.
    pub(super) fn enter(&self, part: &'static str) {
        self.part.set(part);
    }

    /// The numbers of the sources that `part` cites.
    pub(super) fn in_part(&self, part: &str) -> BTreeSet<usize> {
        self.parts.borrow().get(part).cloned().unwrap_or_default()
    }

    /// Notes that `place` rests on the sources with these numbers.
    pub(super) fn note(&self, numbers: &[usize], place: &Place) {
        self.parts.borrow_mut().entry(self.part.get()).or_default().extend(numbers);
        let mut places = self.places.borrow_mut();
        for number in numbers {
            let rests = places.entry(*number).or_default();
            if !rests.contains(place) {
                rests.push(place.clone());
            }
        }
    }

    /// What rests on the source with this number.
    pub(super) fn resting_on(&self, number: usize) -> Vec<Place> {
        self.places.borrow().get(&number).cloned().unwrap_or_default()
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
            <sup>
                { for numbers.iter().map(|number| html! { <a role="doc-noteref" href={format!("#s{number}")}>{ number }</a> }) }
            </sup>
        }
    }
}
