//! The line with the number of things that match the reader's choices. Screen readers announce it when it changes.
//!
//! The choices are native controls of the page, and style sheets apply them. A function counts the matches and updates everything that
//! style sheets cannot. So one small island works for every list with filters.

use super::Shared;
use crate::view::ViewState;
use std::rc::Rc;
use yew::prelude::*;

/// A function that updates the page from a view and returns the number of things that match.
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
    /// The number of all things.
    pub all: usize,
    /// The words before and after the number.
    pub around: [AttrValue; 2],
    /// The function that is called with every view, only in the browser.
    pub follow: Follow,
}

/// Renders the line.
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
    // The key makes a new element for each number. A browser translation has replaced the text in the old element, and would not show a
    // change in it.
    html! { <p role="status"><span>{ &props.around[0] }</span><b key={*number}>{ *number }</b><span>{ &props.around[1] }</span></p> }
}
