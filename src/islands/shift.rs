//! What changed: Japan's role year by year on two lanes, Geneva and New York.
//!
//! Years are native radio buttons and CSS shows the panel of the checked one, so that the choice works without
//! this code. What this code adds: Home and End, moving along the lanes with finger or pointer held down, the year in
//! the shared view, before and after that follow, and a spoken summary.

use super::{citation::cited, role_mark::role_mark};
use crate::store;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use story::vocabulary::Role;
use web_sys::{HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

/// Everything that the island shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShiftData {
    /// The year of the decision, which is shown first.
    pub decision: i16,
    /// The years in order, without gaps.
    pub years: Vec<Year>,
    /// Respects in which before and after are compared.
    pub aspects: Vec<Aspect>,
    /// What stayed.
    pub unchanged: Vec<Unchanged>,
    /// The words around them.
    pub words: Words,
}

/// One year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Geneva, then New York.
    pub lanes: [Lane; 2],
    /// What happened.
    pub text: String,
    /// Numbers of the sources.
    pub sources: Vec<usize>,
}

/// One year in one city.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Japan's role, if there was a text.
    pub role: Option<Role>,
    /// The role in words.
    pub word: String,
    /// The text's id, symbol and how it was adopted.
    pub text: Option<(String, String, String)>,
}

/// One respect in which before and after are compared.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Aspect {
    /// What is compared.
    pub label: String,
    /// How it was, and the numbers of the sources.
    pub before: (String, Vec<usize>),
    /// How it became, and the numbers of the sources.
    pub after: (String, Vec<usize>),
}

/// Something that stayed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Unchanged {
    /// What stayed.
    pub label: String,
    /// How that is known.
    pub text: String,
    /// When it was confirmed again.
    pub since: Vec<i16>,
    /// Numbers of the sources.
    pub sources: Vec<usize>,
}

/// The words around the figures, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The legend of the years.
    pub legend: String,
    /// The lanes: city and body.
    pub lanes: [String; 2],
    /// The heading of the first column of the comparison.
    pub aspect: String,
    /// The heading of the column "before".
    pub before: String,
    /// The heading of the column "after".
    pub after: String,
    /// The heading of what stayed.
    pub unchanged: String,
    /// What stands before the years in which something was confirmed again.
    pub again: String,
}

/// The properties of [`Shift`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to show.
    pub data: Rc<ShiftData>,
    /// Called once when the island is alive.
    #[prop_or_default]
    pub on_live: Callback<()>,
}

/// The island.
#[component]
pub fn Shift(props: &Props) -> Html {
    let data = &*props.data;
    let view = store::use_view();
    super::use_live(&props.on_live);
    let chosen = view.year.filter(|year| data.years.iter().any(|known| known.year == *year)).unwrap_or(data.decision);
    let choose = {
        let decision = data.decision;
        Callback::from(move |year: i16| store::change(|view| view.year = (year != decision).then_some(year)))
    };
    let on_key = {
        let choose = choose.clone();
        let ends = data.years.first().zip(data.years.last()).map(|(first, last)| (first.year, last.year));
        Callback::from(move |event: KeyboardEvent| {
            let Some((first, last)) = ends else { return };
            let year = match event.key().as_str() {
                "Home" => first,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            focus(&event, year);
            choose.emit(year);
        })
    };
    let on_move = {
        let choose = choose.clone();
        Callback::from(move |event: PointerEvent| {
            if event.buttons() & 1 == 1
                && let Some(year) = year_under(&event)
            {
                choose.emit(year);
            }
        })
    };
    let when = if chosen < data.decision { "before" } else { "after" };
    html! {
        <>
            <form class="lanes" autocomplete="off" onkeydown={on_key}>
                <fieldset>
                    <legend>{ &data.words.legend }</legend>
                    <div class="lane-names" aria-hidden="true">
                        <span>{ &data.words.lanes[0] }</span>
                        <span>{ &data.words.lanes[1] }</span>
                    </div>
                    <ol onpointermove={on_move}>
                        { for data.years.iter().map(|year| year_item(year, data, chosen, &choose)) }
                    </ol>
                </fieldset>
            </form>
            <p class="visually-hidden" role="status">
                <span>{ spoken(data, chosen, &view.year) }</span>
            </p>
            <div class="before-after" data-when={when}>
                { comparison(data) }
            </div>
            <div class="unchanged">
                <h3>{ &data.words.unchanged }</h3>
                <dl>{ for data.unchanged.iter().map(|item| unchanged(item, &data.words, chosen)) }</dl>
            </div>
        </>
    }
}

fn year_item(year: &Year, data: &ShiftData, chosen: i16, choose: &Callback<i16>) -> Html {
    let on_change = {
        let (choose, year) = (choose.clone(), year.year);
        Callback::from(move |_: Event| choose.emit(year))
    };
    let written = year.year.to_string();
    let (century, rest) = written.split_at(2);
    html! {
        <li data-year={written.clone()} data-when={if year.year < data.decision { "before" } else { "after" }}
            data-decision={(year.year == data.decision).then_some("")}>
            <label>
                <input type="radio" name="year" value={written.clone()} checked={year.year == chosen} onchange={on_change} />
                <span class="year" translate="no"><span class="century">{ century }</span><span>{ rest }</span></span>
                { role_mark(year.lanes[0].role) }
                { role_mark(year.lanes[1].role) }
                <span class="visually-hidden">{ roles(year, data) }</span>
            </label>
            <div class="panel">
                <p class="panel-year" translate="no">{ written.clone() }</p>
                <dl>
                    { for year.lanes.iter().zip(&data.words.lanes).map(|(lane, name)| lane_row(lane, name)) }
                </dl>
                <p class="panel-text"><span>{ &year.text }</span>{ cited(&year.sources) }</p>
            </div>
        </li>
    }
}

fn lane_row(lane: &Lane, name: &str) -> Html {
    html! {
        <>
            <dt>{ name }</dt>
            <dd>
                { role_mark(lane.role) }
                <span class="role-word">{ &lane.word }</span>
                if let Some((id, symbol, adopted)) = &lane.text {
                    <a href={format!("#resolution-{id}")} translate="no">{ symbol }</a>
                    <span>{ adopted }</span>
                }
            </dd>
        </>
    }
}

fn comparison(data: &ShiftData) -> Html {
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ &data.words.aspect }</th>
                    <th scope="col" class="before">{ &data.words.before }</th>
                    <th scope="col" class="after">{ &data.words.after }</th>
                </tr>
            </thead>
            <tbody>
                { for data.aspects.iter().map(|aspect| html! {
                    <tr>
                        <th scope="row">{ &aspect.label }</th>
                        <td class="before" data-label={data.words.before.clone()}><span>{ &aspect.before.0 }</span>{ cited(&aspect.before.1) }</td>
                        <td class="after" data-label={data.words.after.clone()}><span>{ &aspect.after.0 }</span>{ cited(&aspect.after.1) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn unchanged(item: &Unchanged, words: &Words, chosen: i16) -> Html {
    html! {
        <div>
            <dt>{ &item.label }</dt>
            <dd>
                <span>{ &item.text }</span>
                { cited(&item.sources) }
                if !item.since.is_empty() {
                    <span class="again">
                        <span>{ &words.again }</span>
                        { for item.since.iter().map(|year| html! {
                            <span class="when" data-reached={(*year <= chosen).then_some("")} translate="no">{ year }</span>
                        }) }
                    </span>
                }
            </dd>
        </div>
    }
}

fn roles(year: &Year, data: &ShiftData) -> String {
    let lane = |index: usize| format!("{}: {}. ", data.words.lanes[index], year.lanes[index].word);
    lane(0) + &lane(1)
}

/// What screen readers hear after a choice; nothing before the first one.
fn spoken(data: &ShiftData, chosen: i16, asked: &Option<i16>) -> String {
    let year = data.years.iter().find(|year| asked.is_some() && year.year == chosen);
    year.map(|year| format!("{}. {}{}", year.year, roles(year, data), year.text)).unwrap_or_default()
}

/// Moves the focus to the radio button of `year`, so that the arrow keys go on from there.
fn focus(event: &KeyboardEvent, year: i16) {
    let form = event.target_dyn_into::<web_sys::Element>().and_then(|target| target.closest("form").ok().flatten());
    let radio = form.and_then(|form| form.query_selector(&format!("input[value='{year}']")).ok().flatten());
    if let Some(radio) = radio.and_then(|radio| radio.dyn_into::<HtmlInputElement>().ok()) {
        // An element that cannot be focused is no reason to stop.
        let _ = radio.focus();
    }
}

/// The year under the pointer. A finger's events all go to the place where it came down, so we look ourselves.
fn year_under(event: &PointerEvent) -> Option<i16> {
    let document = event.target_dyn_into::<web_sys::Element>()?.owner_document()?;
    let under = document.element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    under.closest(".lanes [data-year] label").ok()??.parent_element()?.get_attribute("data-year")?.parse().ok()
}
