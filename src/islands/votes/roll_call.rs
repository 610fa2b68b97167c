//! The roll call of one vote. It has a tile for each country that has a ballot, in groups by region. The heading of a
//! group has the number of countries for each ballot. `country_record.rs` renders the strip for one country.

use super::{
    ballot_mark::ballot_mark,
    messages::{Message, Messages, Phrase},
    record::{Country, Record, Vote},
};
use crate::{store::Store, view::Action};
use vocabulary::{Ballot, Region, Vocabulary};
use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

/// The state that turns the tiles into buttons. Without this state, the tiles are plain elements.
pub struct Pressing<'a> {
    /// The store, which receives an action for each press.
    pub store: &'a Store,
    /// The codes of the countries that the reader follows.
    pub followed: &'a [AttrValue],
    /// The code of the country that the reader last pointed at or moved the focus to. Only the tile of this country is
    /// in the tab order. If there is no such tile, only the first tile is in the tab order.
    pub read: UseStateHandle<Option<AttrValue>>,
    /// Whether the island is hydrated, so that presses have an effect.
    pub is_live: bool,
}

/// Returns the countries of a region that have this ballot, in the order of the record.
fn voters<'a>(record: &'a Record, vote: &'a Vote, region: Region, ballot: Ballot) -> impl Iterator<Item = &'a Country> {
    let voted = move |index: usize, country: &Country| country.region == region && vote.ballot(index) == Some(ballot);
    record.countries.iter().enumerate().filter(move |(index, country)| voted(*index, country)).map(|(_, country)| country)
}

/// Returns the codes of the countries that have a tile, in the order of the tiles.
fn in_order(record: &Record, vote: &Vote) -> Vec<AttrValue> {
    let regions = Region::ALL.iter().flat_map(|region| Ballot::ALL.map(|ballot| (*region, ballot)));
    regions.flat_map(|(region, ballot)| voters(record, vote, region, ballot).map(|country| country.iso.clone())).collect()
}

/// Returns the code of the country whose tile contains `target`.
fn country_of(target: Option<web_sys::EventTarget>) -> Option<AttrValue> {
    let element: Element = target?.dyn_into().ok()?;
    element.closest("[data-iso]").ok()??.get_attribute("data-iso").map(AttrValue::from)
}

/// Renders the roll call of `vote`. If `pressing` is `Some`, only one tile is in the tab order, and the arrow keys move
/// the focus from tile to tile.
pub fn roll_call(record: &Record, vote: &Vote, pressing: Option<&Pressing<'_>>) -> Html {
    let order = in_order(record, vote);
    let stop = pressing.and_then(|pressing| (*pressing.read).clone().filter(|iso| order.contains(iso)));
    let stop = stop.or_else(|| order.first().cloned());
    let regions = Region::ALL.iter().map(|region| region_tiles(record, vote, *region, pressing, stop.as_ref()));
    let Some(Pressing { store, read, is_live, .. }) = pressing else {
        return html! { <div class="tiles">{ for regions }</div> };
    };
    let on_click = {
        let store = (*store).clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(iso) = country_of(event.target()) {
                store.dispatch(Action::ToggleCountry(iso.to_string()));
            }
        })
    };
    let show = {
        let read = read.setter();
        move |target| {
            if let Some(iso) = country_of(target) {
                read.set(Some(iso));
            }
        }
    };
    let on_point = {
        let show = show.clone();
        Callback::from(move |event: PointerEvent| show(event.target()))
    };
    html! {
        // The buttons are disabled until the island is hydrated.
        <fieldset
            class="tiles"
            disabled={!is_live}
            onclick={on_click}
            onpointerover={on_point}
            onfocusin={Callback::from(move |event: FocusEvent| show(event.target()))}
            onkeydown={Callback::from(move |event| move_focus(&event, &order))}
        >
            <legend class="visually-hidden">{ record.words.get(Phrase::Tiles) }</legend>
            { for regions }
        </fieldset>
    }
}

/// Renders a region with its counts and tiles. Renders nothing if no country of the region has a tile.
fn region_tiles(record: &Record, vote: &Vote, region: Region, pressing: Option<&Pressing<'_>>, stop: Option<&AttrValue>) -> Html {
    let counts = Ballot::ALL.map(|ballot| (ballot, voters(record, vote, region, ballot).count()));
    if counts.iter().all(|(_, count)| *count == 0) {
        return Html::default();
    }
    html! {
        <div key={region.word()}>
            // `outline.rs` in `crates/site` raises the headings around the island by one level. It does not raise the
            // headings in the island, so the island raises them itself.
            <h4 aria-level={pressing.is_some().then_some("3")}>
                <span>{ record.words.get(Message::Region(region)) }</span>
                { for counts.iter().filter(|(_, count)| *count > 0).map(|(ballot, count)| html! {
                    <span class="count" key={format!("{}-{count}", ballot.word())}>
                        { ballot_mark(Some(*ballot)) }<b>{ count }</b><span>{ record.words.ballot(Some(*ballot)) }</span>
                    </span>
                }) }
            </h4>
            { for counts.iter().filter(|(_, count)| *count > 0).map(|(ballot, _)| html! {
                <ul key={ballot.word()} data-ballot={ballot.word()} translate="no">
                    { for voters(record, vote, region, *ballot).map(|country| tile(&record.words, country, *ballot, pressing, stop)) }
                </ul>
            }) }
        </div>
    }
}

fn tile(words: &Messages, country: &Country, ballot: Ballot, pressing: Option<&Pressing<'_>>, stop: Option<&AttrValue>) -> Html {
    let cast = [&*words.get(Phrase::BallotOf), &*words.ballot(Some(ballot))].concat();
    html! {
        <li key={&*country.iso} data-iso={pressing.map(|_| country.iso.clone())}>
            if let Some(Pressing { followed, .. }) = pressing {
                <button
                    type="button"
                    tabindex={if stop == Some(&country.iso) { "0" } else { "-1" }}
                    aria-pressed={if followed.contains(&country.iso) { "true" } else { "false" }}
                    // The accessible name contains the visible text of the button (WCAG 2.5.3).
                    aria-label={[&*country.name, " ", &*country.iso, &*cast].concat()}
                >{ &country.iso }</button>
            } else {
                <span role="img" title={[&*country.name, &*cast].concat()}>{ &country.iso }</span>
            }
        </li>
    }
}

/// Moves the focus from tile to tile. `order` has the codes of the countries in the order of the tiles.
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
    let tiles = event.target_dyn_into::<Element>().and_then(|element| element.closest(".tiles").ok().flatten());
    let (Some(iso), Some(tiles)) = (order.get(next), tiles) else { return };
    let tile = tiles.query_selector(&["[data-iso='", &**iso, "'] button"].concat()).ok().flatten();
    if let Some(tile) = tile.and_then(|tile| tile.dyn_into::<HtmlElement>().ok()) {
        let _ = tile.focus();
    }
}
