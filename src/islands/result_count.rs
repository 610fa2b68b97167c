//! The line with the number of entries that match the reader's choices. Screen readers announce the line when the
//! number changes.
//!
//! The choices are native controls of the page, and style sheets hide or dim the entries that do not match. The
//! function in [`Follow`] counts the matches, and updates what style sheets cannot update. So this island works for
//! every list with filters.

use super::Shared;
use crate::view::ViewState;
use std::rc::Rc;
use yew::prelude::*;

/// A function that updates the page from a view and returns the number of entries that match.
#[derive(Clone)]
pub struct Follow(pub Rc<dyn Fn(&ViewState) -> usize>);

impl PartialEq for Follow {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The properties of [`ResultCount`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The properties that all islands have.
    pub shared: Shared,
    /// The number of all entries.
    pub all: usize,
    /// The text before and after the number.
    pub around: [AttrValue; 2],
    /// The function that returns the number of matches. The island calls it with every new view, and only in the
    /// browser.
    pub follow: Follow,
}

/// Renders the line with the number of entries that match.
#[component]
pub fn ResultCount(props: &Props) -> Html {
    let number = use_state_eq(|| props.all);
    super::use_live(&props.shared);
    let store = props.shared.store.clone();
    {
        let (number, follow) = (number.clone(), props.follow.0.clone());
        use_effect_with((), move |()| {
            let count = move |view: &ViewState| number.set(follow(view));
            count(&store.view());
            let subscription = store.subscribe(count);
            move || drop(subscription)
        });
    }
    // The key makes a new element for each number. A browser translation may have replaced the text in the old element.
    // A change to that text would then not show.
    html! { <p role="status"><span>{ &props.around[0] }</span><b key={*number}>{ *number }</b><span>{ &props.around[1] }</span></p> }
}
