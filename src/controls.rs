//! Connects the native controls of the page to the store. A control has the name of the parameter that it sets. Its
//! value is the value of this parameter in an address or, for a list, one item of the value. The fields `from` and `to`
//! set the span together.
//!
//! Radio buttons and checkboxes work without this code, because style sheets apply their choices. This code turns the
//! reader's choice into an action, and updates the controls outside the islands from the store. Islands update their
//! own controls.

use explainer::{
    dom::{on_page, set},
    view::{self, Action, Parameter, ViewState},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// A selector for the links to resolutions with a recorded vote. On the page with the table of
/// resolutions, the links lead to the rows of the table. If the app runs on this page, a click on
/// such a link shows the roll call of the resolution instead.
pub(crate) const RESOLUTION_LINKS: &str = ".vote-bars a";

/// Returns the action for the current value of `control`, which is an input or a select. Returns `None` if `control`
/// sets no parameter.
pub(crate) fn action(view: &ViewState, control: &Element) -> Option<Action> {
    // A select also has the properties `name`, `type` and `value`. `bound` uses other properties,
    // but receives only inputs. So the cast is safe.
    let control: &HtmlInputElement = control.unchecked_ref();
    let name = control.name();
    if name == "from" || name == "to" {
        return bound(view, control, name == "from");
    }
    let parameter = Parameter::named(&name)?;
    let value = match control.type_().as_str() {
        "checkbox" => {
            let checked = on_page::<HtmlInputElement>(&["[name='", &name, "']:checked"].concat());
            checked.map(|control| control.value()).collect::<Vec<_>>().join(".")
        }
        _ => control.value(),
    };
    Some(Action::Set(parameter, value))
}

/// Returns the action for `input`, which is the field for the first or for the last year of the span. If the first year
/// would be after the last, both become the entered year. Also updates the field.
fn bound(view: &ViewState, input: &HtmlInputElement, is_first: bool) -> Option<Action> {
    let bounds = bounds(input)?;
    let (from, to) = view.span.unwrap_or(bounds);
    let (from, to) = match input.value().parse().ok().map(|year: i16| year.clamp(bounds.0, bounds.1)) {
        None => (from, to),
        Some(year) if is_first => (year, to.max(year)),
        Some(year) => (from.min(year), year),
    };
    let span = if (from, to) == bounds { None } else { Some((from, to)) };
    let shown = ViewState { span, ..ViewState::default() };
    // If the view does not change, no listener updates the field. The field would then keep the reader's text.
    show_bound(&shown, input, is_first);
    Some(Action::Set(Parameter::Span, Parameter::Span.write(&shown)))
}

/// Returns the first and the last year of the timeline. They are the `min` and the `max` of each field for a year.
fn bounds(input: &HtmlInputElement) -> Option<(i16, i16)> {
    Some((input.min().parse().ok()?, input.max().parse().ok()?))
}

fn show_bound(view: &ViewState, input: &HtmlInputElement, is_first: bool) {
    if let Some((from, to)) = view.span.or_else(|| bounds(input)) {
        let year = if is_first { from } else { to }.to_string();
        if year != input.value() {
            input.set_value(&year);
        }
    }
}

/// Updates the controls outside the islands from `view`. Does not touch controls that already have the right state.
/// Also marks the link to the resolution whose roll call is shown.
pub(crate) fn show(view: &ViewState) {
    for control in on_page::<Element>(":is(input, select)[name]:not([data-island] *)") {
        if let Some(input) = control.dyn_ref() {
            show_input(view, input);
        } else if let Some(select) = control.dyn_ref() {
            show_select(view, select);
        }
    }
    let select = on_page::<HtmlSelectElement>("select[name='resolution']").next();
    let chosen = view.resolution.clone().or_else(|| select.as_ref().map(default_of)).unwrap_or_default();
    for link in on_page::<Element>(RESOLUTION_LINKS) {
        let is_current = resolution_of(&link).is_some_and(|id| id == chosen);
        set(&link, "aria-current", if is_current { "true" } else { "false" });
    }
}

fn show_input(view: &ViewState, input: &HtmlInputElement) {
    let name = input.name();
    if name == "from" || name == "to" {
        return show_bound(view, input, name == "from");
    }
    let Some(parameter) = Parameter::named(&name) else { return };
    let written = parameter.write(view);
    let is_checked = if written.is_empty() { input.default_checked() } else { view::items(&written).any(|item| item == input.value()) };
    if input.checked() != is_checked {
        input.set_checked(is_checked);
    }
}

fn show_select(view: &ViewState, select: &HtmlSelectElement) {
    let Some(parameter) = Parameter::named(&select.name()) else { return };
    let written = parameter.write(view);
    let value = if written.is_empty() { default_of(select) } else { written };
    if select.value() != value {
        select.set_value(&value);
    }
}

/// Returns the value of the option with the attribute `selected`. Returns an empty string if there is no such option.
pub(crate) fn default_of(select: &HtmlSelectElement) -> String {
    let option = select.query_selector("option[selected]").ok().flatten();
    option.and_then(|option| option.get_attribute("value")).unwrap_or_default()
}

/// Returns the id of the resolution whose row `link` leads to. Returns `None` if `link` leads elsewhere.
pub(crate) fn resolution_of(link: &Element) -> Option<String> {
    link.get_attribute("href")?.strip_prefix("#resolution-").map(str::to_owned)
}
