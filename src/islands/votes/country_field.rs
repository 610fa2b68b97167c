//! The field for a country to follow, and the buttons for countries. At first the buttons are suggestions. If a typed
//! name may mean several countries, the buttons are these countries.

use super::{messages::Phrase, record::Record};
use crate::{store::Store, view::Action};
use std::rc::Rc;
use web_sys::{HtmlInputElement, js_sys::JsString};
use yew::prelude::*;

/// The `keyCode` of a key that an input method handles. WebKit also uses it for the key that ends a composition.
const COMPOSING: u32 = 229;
/// The maximum number of countries that are offered for a typed name. If the name may mean more countries, the reader
/// has to type more letters.
const MOST_OFFERED: usize = 8;

/// Renders the field and the buttons. `followed` has the codes of the countries that the reader already follows.
#[hook]
pub(super) fn use_country_field(record: &Rc<Record>, followed: &Rc<[AttrValue]>, store: &Store) -> Html {
    let words = &record.words;
    // The codes of the countries that the typed name may mean.
    let meant = use_state_eq(Vec::<AttrValue>::new);
    let field = use_node_ref();
    let follow = {
        let (followed, store, meant) = (followed.clone(), store.clone(), meant.clone());
        Callback::from(move |iso: AttrValue| {
            meant.set(Vec::new());
            if !followed.contains(&iso) {
                store.dispatch(Action::ToggleCountry(iso.to_string()));
            }
        })
    };
    let find = {
        let (record, follow, meant, field) = (record.clone(), follow.clone(), meant.clone(), field.clone());
        Callback::from(move |()| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            let typed = field.value();
            let found = record.find(&typed, |text| JsString::from(text).normalize("NFKD").as_string().unwrap_or_default());
            let is_unknown = !typed.is_empty() && (found.is_empty() || found.len() > MOST_OFFERED);
            field.set_custom_validity(&if is_unknown { record.words.get(Phrase::NoCountry) } else { AttrValue::default() });
            match found[..] {
                [country] => {
                    field.set_value("");
                    follow.emit(country.iso.clone());
                }
                _ if is_unknown => {
                    field.report_validity();
                }
                _ => meant.set(found.iter().map(|country| country.iso.clone()).collect()),
            }
        })
    };
    let on_input = {
        let (find, field) = (find.clone(), field.clone());
        Callback::from(move |_: InputEvent| {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            field.set_custom_validity("");
            // A choice from the list ends with the code in brackets. Such a choice takes effect without the Enter key.
            if field.value().ends_with(')') {
                find.emit(());
            }
        })
    };
    let on_key = {
        let find = find.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() && event.key_code() != COMPOSING {
                find.emit(());
            }
        })
    };
    let offered = if meant.is_empty() { &record.suggested } else { &*meant };
    html! {
        <div class="follow">
            <label class="choice">
                <span>{ words.get(Phrase::Country) }</span>
                <input
                    ref={field}
                    type="text"
                    name="country"
                    list="countries"
                    autocomplete="off"
                    oninput={on_input}
                    onkeydown={on_key}
                    onchange={Callback::from(move |_| find.emit(()))}
                />
            </label>
            <p class="suggested" aria-live="polite">
                <span>{ words.get(Phrase::Suggested) }</span>
                { for offered.iter().filter_map(|iso| {
                    let country = &record.countries[record.position(iso)?];
                    let (follow, iso) = (follow.clone(), iso.clone());
                    let press = Callback::from(move |_| follow.emit(iso.clone()));
                    Some(html! { <button key={&*country.iso} type="button" onclick={press}>{ &country.name }</button> })
                }) }
            </p>
        </div>
    }
}
