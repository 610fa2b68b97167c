//! Citations: numbers in the text that lead to the sources, and the way back from a source to what rests on it.

use super::{Page, Route};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
};
use vocabulary::Part;
use yew::prelude::*;

/// As many numbers in a row are folded into the first.
const FOLDED: usize = 3;

/// A place on the page that rests on sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The id of the element.
    pub(super) anchor: String,
    /// What a reader calls it.
    pub(super) name: String,
}

/// A stretch of the page whose citations are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Chapter {
    /// The opening.
    #[default]
    Opening,
    /// A part.
    Part(Part),
}

impl Chapter {
    /// The one of the page's subject.
    pub(super) fn of(route: &Route) -> Self {
        route.part().map_or(Self::Opening, Self::Part)
    }
}

/// Which places rest on which source, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Citations {
    places: RefCell<BTreeMap<usize, Vec<Place>>>,
    /// The chapter whose citations are being noted, and what each has cited so far.
    chapter: Cell<Chapter>,
    chapters: RefCell<BTreeMap<Chapter, BTreeSet<usize>>>,
}

impl Citations {
    /// What is noted from now on stands in `chapter`.
    pub(super) fn enter(&self, chapter: Chapter) {
        self.chapter.set(chapter);
    }

    /// The numbers of the sources that `chapter` cites.
    pub(super) fn in_chapter(&self, chapter: Chapter) -> BTreeSet<usize> {
        self.chapters.borrow().get(&chapter).cloned().unwrap_or_default()
    }

    /// Notes that `place` rests on the sources with these numbers.
    pub(super) fn note(&self, numbers: &[usize], place: &Place) {
        self.chapters.borrow_mut().entry(self.chapter.get()).or_default().extend(numbers);
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
        // A script opens the sources in place. Where there is none, every number stands there.
        let opens_in_place = self.embed.is_none() && self.takeaway.is_none();
        let more = (opens_in_place && numbers.len() >= FOLDED).then(|| format!("+{}", numbers.len() - 1));
        html! {
            <sup>
                { for numbers.iter().enumerate().map(|(at, number)| html! {
                    <a role="doc-noteref" href={format!("#s{number}")} data-more={more.clone().filter(|_| at == 0)}>{ number }</a>
                }) }
            </sup>
        }
    }
}
