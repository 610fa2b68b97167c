//! The roll call of one vote: the countries by region, a tile each, and the counts in the headings.

use super::{
    BALLOTS,
    ballot_mark::ballot_mark,
    messages::{Message, Phrase},
    record::{Country, Record, Vote},
};
use crate::{store::Store, view::Action};
use std::rc::Rc;
use vocabulary::{Ballot, Region, Vocabulary};
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

/// The properties of [`RollCall`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The recorded votes.
    pub record: Rc<Record>,
    /// The id of the vote.
    pub vote: AttrValue,
    /// The codes of the countries that are followed.
    #[prop_or_default]
    pub followed: Rc<[AttrValue]>,
    /// What a reader changes by pressing tiles; nothing where there is no app.
    #[prop_or_default]
    pub pressing: Option<Pressing>,
}

/// What follows from pressing a tile and from pointing at it.
#[derive(Clone, PartialEq)]
pub struct Pressing {
    /// The store with the countries that are followed.
    pub store: Store,
    /// The country that the reader points at, or has moved the focus to.
    pub read: UseStateSetter<Option<AttrValue>>,
}

/// The countries with this ballot in a region, in the order of the list.
fn voters<'a>(record: &'a Record, vote: &'a Vote, region: Region, ballot: Ballot) -> impl Iterator<Item = &'a Country> {
    let voted = move |place: usize, country: &Country| country.region == region && vote.ballot(place) == Some(ballot);
    record.countries.iter().enumerate().filter(move |(place, country)| voted(*place, country)).map(|(_, country)| country)
}

/// The codes of all countries in the order of the tiles.
fn in_order(record: &Record, vote: &Vote) -> Vec<AttrValue> {
    let regions = Region::WORDS.iter().flat_map(|(_, region)| BALLOTS.map(|ballot| (*region, ballot)));
    regions.flat_map(|(region, ballot)| voters(record, vote, region, ballot).map(|country| country.iso.clone())).collect()
}

/// The country whose tile an event is about.
fn country_of(target: Option<web_sys::EventTarget>) -> Option<AttrValue> {
    let place: Element = target?.dyn_into().ok()?;
    place.closest("[data-iso]").ok()??.get_attribute("data-iso").map(AttrValue::from)
}

/// The roll call. Its tiles are one stop of the Tab key; arrows lead from tile to tile.
#[component]
pub fn RollCall(props: &Props) -> Html {
    let focused = use_state_eq(|| None::<AttrValue>);
    // Buttons that nobody answers yet are not shown as such.
    let is_live = use_state_eq(|| false);
    {
        let is_live = is_live.clone();
        use_effect_with((), move |()| is_live.set(true));
    }
    let Some(vote) = props.record.vote(&props.vote) else { return Html::default() };
    let order = in_order(&props.record, vote);
    let stop = focused.as_ref().filter(|iso| order.contains(iso)).or(order.first()).cloned();
    let regions = Region::WORDS.iter().map(|(_, region)| region_tiles(props, vote, *region, stop.as_ref()));
    let Some(Pressing { store, read }) = props.pressing.clone() else {
        return html! { <div class="tiles">{ for regions }</div> };
    };
    let on_click = Callback::from(move |event: MouseEvent| {
        if let Some(iso) = country_of(event.target()) {
            store.dispatch(Action::ToggleCountry(iso.to_string()));
        }
    });
    let on_point = {
        let read = read.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(iso) = country_of(event.target()) {
                read.set(Some(iso));
            }
        })
    };
    let on_focus = Callback::from(move |event: FocusEvent| {
        if let Some(iso) = country_of(event.target()) {
            focused.set(Some(iso.clone()));
            read.set(Some(iso));
        }
    });
    html! {
        <fieldset
            class="tiles"
            disabled={!*is_live}
            onclick={on_click}
            onpointerover={on_point}
            onfocusin={on_focus}
            onkeydown={Callback::from(move |event| move_focus(&event, &order))}
        >
            <legend class="visually-hidden">{ props.record.words.get(Phrase::Tiles) }</legend>
            { for regions }
        </fieldset>
    }
}

/// A region with its counts and tiles. A body need not have members everywhere; a region without any is not shown.
fn region_tiles(props: &Props, vote: &Vote, region: Region, stop: Option<&AttrValue>) -> Html {
    let record = &*props.record;
    let counts = BALLOTS.map(|ballot| (ballot, voters(record, vote, region, ballot).count()));
    if counts.iter().all(|(_, count)| *count == 0) {
        return Html::default();
    }
    html! {
        <div key={region.word()}>
            // The headings around the island are raised by one.
            <h4 aria-level={props.pressing.is_some().then_some("3")}>
                <span>{ record.words.get(Message::Region(region)) }</span>
                { for counts.iter().filter(|(_, count)| *count > 0).map(|(ballot, count)| html! {
                    <span class="count" key={format!("{}-{count}", ballot.word())}>
                        { ballot_mark(Some(*ballot)) }<b>{ count }</b><span>{ record.words.ballot(Some(*ballot)) }</span>
                    </span>
                }) }
            </h4>
            <ul translate="no">
                { for BALLOTS.iter().flat_map(|ballot| voters(record, vote, region, *ballot).map(|country| tile(props, country, *ballot, stop))) }
            </ul>
        </div>
    }
}

fn tile(props: &Props, country: &Country, ballot: Ballot, stop: Option<&AttrValue>) -> Html {
    let words = &props.record.words;
    let cast = [&*words.get(Phrase::BallotOf), &*words.ballot(Some(ballot))].concat();
    let is_followed = props.followed.contains(&country.iso);
    html! {
        <li key={&*country.iso} data-ballot={ballot.word()} data-iso={&country.iso}>
            if props.pressing.is_some() {
                <button
                    type="button"
                    tabindex={if stop == Some(&country.iso) { "0" } else { "-1" }}
                    aria-pressed={if is_followed { "true" } else { "false" }}
                    // A name holds what is written on the button.
                    aria-label={[&*country.name, " ", &*country.iso, &*cast].concat()}
                >{ &country.iso }</button>
            } else {
                <span role="img" title={[&*country.name, &*cast].concat()}>{ &country.iso }</span>
            }
        </li>
    }
}

/// Moves the focus from tile to tile. `order` has the codes in the order of the tiles.
fn move_focus(event: &KeyboardEvent, order: &[AttrValue]) {
    let Some(here) = country_of(event.target()).and_then(|iso| order.iter().position(|known| *known == iso)) else { return };
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => here + 1,
        "ArrowLeft" | "ArrowUp" => here.saturating_sub(1),
        "Home" => 0,
        "End" => order.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let tiles = event.target_dyn_into::<Element>().and_then(|place| place.closest(".tiles").ok().flatten());
    let (Some(iso), Some(tiles)) = (order.get(next), tiles) else { return };
    let tile = tiles.query_selector(&["[data-iso='", &**iso, "'] button"].concat()).ok().flatten();
    if let Some(tile) = tile.and_then(|tile| tile.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot be focused is no reason to stop.
        let _ = tile.focus();
    }
}
