//! Who counts whom: the choice of a figure by which the people are counted.
//!
//! Figures are native radio buttons, and style sheets move the dots and show what is said of the checked one, so that the
//! choice works without this code. What this code adds: the figure in the shared view, and so in the address.

use crate::store;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// A figure that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The figure's id.
    pub id: AttrValue,
    /// The groups of people whom it counts, separated by spaces; empty where it counts others.
    pub of: AttrValue,
    /// The figure as it is written.
    pub value: AttrValue,
    /// Whose it is.
    pub name: AttrValue,
}

/// The properties of [`Numbers`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the choice is called.
    pub legend: AttrValue,
    /// What can be chosen; the first is shown without asking.
    pub choices: Rc<Vec<Choice>>,
    /// Called once when the island is alive.
    #[prop_or_default]
    pub on_live: Callback<()>,
}

/// The island.
#[component]
pub fn Numbers(props: &Props) -> Html {
    let view = store::use_view();
    super::use_live(&props.on_live);
    let first = props.choices.first().map(|choice| choice.id.clone()).unwrap_or_default();
    let chosen = view.count.as_deref().unwrap_or(&first);
    let choice = |choice: &Choice| {
        html! {
            <label>
                <input type="radio" name="count" value={&choice.id} data-of={&choice.of} checked={choice.id == chosen}
                    aria-describedby={AttrValue::from(["panel-", &choice.id].concat())} />
                <b translate="no">{ &choice.value }</b>
                <span>{ &choice.name }</span>
            </label>
        }
    };
    let choices: Html = props.choices.iter().map(choice).collect();
    let onchange = Callback::from(move |event: Event| {
        if let Some(id) = event.target_dyn_into::<Element>().and_then(|radio| radio.get_attribute("value")) {
            store::change(|view| view.count = Some(id).filter(|id| *id != first));
        }
    });
    html! {
        <form {onchange}>
            <fieldset>
                <legend>{ &props.legend }</legend>
                { choices }
            </fieldset>
        </form>
    }
}
