//! The line with the number of entries that match the reader's choices. Screen readers announce the line when the
//! number changes.
//!
//! The choices are native controls of the page, and style sheets hide or dim the entries that do
//! not match. The function in [`Follow`] counts the matches, and may update what style sheets
//! cannot update. The timeline and the list of statements each have such a function.

use super::Shared;
use crate::view::ViewState;
use std::rc::Rc;
use web_sys::{Text, wasm_bindgen::JsCast};
use yew::prelude::*;

/// A function that returns the number of entries that match a view. It may also update the page.
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
    /// The function that returns the number of matches. The island calls it at the start and after changes of the view,
    /// and only in the browser.
    pub follow: Follow,
}

/// Renders the line with the number of entries that match.
#[component]
pub fn ResultCount(props: &Props) -> Html {
    super::use_live(&props.shared);
    let number = use_node_ref();
    {
        let (store, number, follow) = (props.shared.store.clone(), number.clone(), props.follow.0.clone());
        use_effect_with((), move |()| {
            let count = move |view: &ViewState| show(&number, follow(view));
            count(&store.view());
            let subscription = store.subscribe(count);
            move || drop(subscription)
        });
    }
    html! { <p role="status"><span>{ &props.around[0] }</span><b ref={number}>{ props.all }</b><span>{ &props.around[1] }</span></p> }
}

/// Writes `number` into `element`, which Yew renders only once. Changes the existing text node,
/// because a new node would make browsers evaluate rules with `:has()` again. Makes a new node only
/// if the text node is gone, for example because a browser translation has replaced it.
fn show(element: &NodeRef, number: usize) {
    let Some(element) = element.get() else { return };
    let number = number.to_string();
    if element.text_content().as_deref() == Some(&number) {
        return;
    }
    match element.first_child().and_then(|child| child.dyn_into::<Text>().ok()) {
        Some(text) => text.set_data(&number),
        None => element.set_text_content(Some(&number)),
    }
}
