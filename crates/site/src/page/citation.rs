//! Renders citations: numbers in the text that link to the sources. Also records which elements cite each source, so
//! that the list of sources can link back to these elements.

use super::{Page, Route};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
};
use story::Inline;
use vocabulary::Part;
use yew::prelude::*;

/// A style sheet can shorten a citation with at least this number of sources. A shortened citation
/// shows only its first number and an ellipsis.
const FOLDED: usize = 3;

/// An element of the page that cites sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The id of the element.
    pub(super) anchor: String,
    /// The name that the list of sources shows for the element.
    pub(super) name: String,
}

/// The opening of the story, or a part. The citations of each are recorded separately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Chapter {
    #[default]
    Opening,
    Part(Part),
}

impl Chapter {
    /// Returns the chapter of a page's part, or the opening if the page has no part.
    pub(super) fn of(route: &Route) -> Self {
        route.part().map_or(Self::Opening, Self::Part)
    }
}

/// The citations of a page.
#[derive(Debug, Default)]
pub(super) struct Citations {
    /// The elements that cite each source, in the order in which they were rendered.
    places: RefCell<BTreeMap<usize, Vec<Place>>>,
    chapter: Cell<Chapter>,
    /// The numbers of the sources that each chapter has cited so far.
    chapters: RefCell<BTreeMap<Chapter, BTreeSet<usize>>>,
}

impl Citations {
    /// Begins a chapter. The citations that are recorded until the next call belong to this chapter.
    pub(super) fn enter(&self, chapter: Chapter) {
        self.chapter.set(chapter);
    }

    /// Returns the numbers of the sources that `chapter` has cited so far.
    pub(super) fn in_chapter(&self, chapter: Chapter) -> BTreeSet<usize> {
        self.chapters.borrow().get(&chapter).cloned().unwrap_or_default()
    }

    /// Records that `place` cites the sources with these numbers.
    pub(super) fn note(&self, numbers: &[usize], place: &Place) {
        self.chapters.borrow_mut().entry(self.chapter.get()).or_default().extend(numbers);
        let mut places = self.places.borrow_mut();
        for number in numbers {
            let citing = places.entry(*number).or_default();
            if !citing.contains(place) {
                citing.push(place.clone());
            }
        }
    }

    /// Returns the elements that have cited the source with this number so far.
    pub(super) fn resting_on(&self, number: usize) -> Vec<Place> {
        self.places.borrow().get(&number).cloned().unwrap_or_default()
    }
}

impl Page<'_> {
    pub(super) fn place(&self, anchor: impl Into<String>, name: impl Into<String>) -> Place {
        Place { anchor: anchor.into(), name: name.into() }
    }

    /// Renders the numbers of sources as links, and records that `place` cites them.
    pub(super) fn cite(&self, numbers: &[usize], place: &Place) -> Html {
        self.citations.note(numbers, place);
        if numbers.is_empty() {
            return Html::default();
        }
        // If a script can open the sources beside the citation, a style sheet shortens a long list
        // of numbers. Embeds, the print edition and the offline file show every number.
        let opens_in_place = self.embed.is_none() && self.takeaway.is_none();
        let is_folded = opens_in_place && numbers.len() >= FOLDED;
        html! {
            <sup>
                { for numbers.iter().enumerate().map(|(index, number)| html! {
                    <a role="doc-noteref" href={format!("#s{number}")} data-more={(is_folded && index == 0).then_some("")}>{ number }</a>
                }) }
            </sup>
        }
    }
}

/// Returns those of `sources` that `text` does not cite. Citations inside other marks, such as
/// emphasis, do not count.
pub(super) fn uncited(sources: &[usize], text: &[Inline]) -> Vec<usize> {
    let cited: Vec<usize> =
        text.iter().flat_map(|piece| if let Inline::Cite(numbers) = piece { numbers.as_slice() } else { &[] }).copied().collect();
    sources.iter().copied().filter(|number| !cited.contains(number)).collect()
}
