//! Finds words in the whole explainer. The browser loads this program when the reader opens the search. A script in the
//! page loads the index.

mod read_index;
mod result_list;

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use read_index::{decompose, entries};
use search::{Entry, search};
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};

fn main() {
    let _ = start();
}

/// Shows the results for the text that is already in the field, and adds the listeners to the dialog. Returns `None` if
/// the page has no search dialog.
fn start() -> Option<()> {
    let dialog: HtmlDialogElement = find("#search")?;
    let (places, entries): (Vec<_>, Vec<Entry>) = entries(&dialog).into_iter().unzip();
    let show_results = move || {
        let query = find::<HtmlInputElement>("#search input").map(|input| input.value()).unwrap_or_default();
        let _ = result_list::show(&places, &entries, &search(&entries, &query, &decompose), !query.trim().is_empty());
    };
    show_results();
    listen(&dialog, "input", move |_| show_results());
    listen(&dialog, "keydown", |event| {
        let _ = step(event);
    });
    listen(&dialog, "click", |event| {
        let link = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("#search a").ok()?);
        if let (Some(_), Some(dialog)) = (link, find::<HtmlDialogElement>("#search")) {
            dialog.close();
        }
    });
    Some(())
}

/// The `keyCode` of a key that an input method handles.
const IN_COMPOSITION: u32 = 229;

/// Handles a key. The arrow keys move the focus between the field and the results, and from result to result. Enter in
/// the field follows the first result.
fn step(event: &Event) -> Option<()> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    // Keys during a composition belong to the input method. Safari reports the key that ends a composition only after
    // the composition has ended. It gives this key a special code: https://bugs.webkit.org/show_bug.cgi?id=165004
    if event.is_composing() || event.key_code() == IN_COMPOSITION {
        return None;
    }
    let results: Vec<HtmlElement> = result_list::links();
    let here = document().active_element()?;
    let at = results.iter().position(|link| **link == here);
    let in_field = here.matches("input").unwrap_or_default();
    let next = match (event.key().as_str(), at) {
        ("ArrowDown", None) | ("Enter", None) if in_field => results.first(),
        ("ArrowDown", Some(at)) => results.get(at + 1),
        ("ArrowUp", Some(0)) => {
            event.prevent_default();
            return find::<HtmlElement>("#search input")?.focus().ok();
        }
        ("ArrowUp", Some(at)) => results.get(at - 1),
        _ => return None,
    };
    event.prevent_default();
    if event.key() == "Enter" {
        next?.click();
    } else {
        next?.focus().ok()?;
    }
    Some(())
}

/// Returns the first element that `selector` matches, if it has the type `T`.
fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

fn listen(target: &Element, name: &'static str, react: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, move |event| react(event)).forget();
}
