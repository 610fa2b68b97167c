//! How many things a choice leaves to see: the line that says so, and is spoken when it changes.
//!
//! The choices themselves are native controls of the page, and style sheets follow them; what else has to follow
//! is up to the function that also counts. So one small island serves every list that can be narrowed down.

use super::Shared;
use crate::view::ViewState;
use std::rc::Rc;
use yew::prelude::*;

/// What follows a choice: brings the page into the state of a view and says how many things are left to see.
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
    /// What all islands are given.
    pub shared: Shared,
    /// How many things there are.
    pub all: usize,
    /// The words before and after the number.
    pub around: [AttrValue; 2],
    /// Called with every view, in the browser only.
    pub follow: Follow,
}

/// The island.
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
    // Another number is another element: a browser that translates has put elements of its own around the old one, in
    // which a changed text would not be seen.
    html! { <p role="status"><span>{ &props.around[0] }</span><b key={*number}>{ *number }</b><span>{ &props.around[1] }</span></p> }
}
