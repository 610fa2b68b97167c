//! Shares the current view, a figure or a quote. The browser loads this program when the reader opens the share dialog
//! or selects text. To share a view or a figure, the page or the browser opens the dialog. To share a quote, this
//! program opens the dialog.
//!
//! The program does not depend on the state of the app. It reads the view from the address and from the page.

mod describe_view;
mod dialog;
mod page;
mod qr_code;
mod selection;

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::document,
};

use selection::{Quote, offer, quote, selected};
use std::cell::RefCell;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, wasm_bindgen::JsCast};

/// The time in milliseconds after which a selection without further changes is considered finished.
const FINISHED: u32 = 250;

thread_local! {
    /// The timer for the next check of the selection. Setting a new timer cancels the old one.
    static CHECK_TIMER: RefCell<Option<Timeout>> = RefCell::default();
    /// The quote that the page last offered to share. Sharing the quote removes it.
    static OFFERED: RefCell<Option<Quote>> = RefCell::default();
}

fn main() {
    listen("click", |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let pressed = |selector: &str| target.closest(selector).is_ok_and(|found| found.is_some());
        // If one of these functions returns `None`, it could not finish, and there is nothing else to do.
        let _ = if pressed("button.share, .share-figure") {
            dialog::show_for_pressed_button()
        } else if pressed("#share [value=copy]") {
            dialog::copy()
        } else if pressed("#share [value=native]") {
            dialog::share()
        } else if pressed("#share-quote") {
            share_quote()
        } else {
            None
        };
    });
    listen("selectionchange", |_| check_later());
    listen("keydown", |event| {
        let _ = focus_quote_button(event);
    });
    if dialog::dialog().is_some_and(|dialog| dialog.open()) {
        let _ = dialog::show_for_pressed_button();
    }
    check_later();
}

/// Checks the selection when it has not changed for [`FINISHED`].
fn check_later() {
    CHECK_TIMER.set(Some(Timeout::new(FINISHED, || {
        if offer().is_some() {
            OFFERED.set(selected().as_ref().and_then(quote));
        }
    })));
}

/// Handles the Tab key without Shift. If the button that shares the quote is shown and does not have the focus yet,
/// moves the focus to this button.
fn focus_quote_button(event: &Event) -> Option<()> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let button: HtmlElement = page::find("#share-quote:popover-open button")?;
    let elsewhere = document().active_element().is_none_or(|active| active != *button);
    if event.key() == "Tab" && !event.shift_key() && elsewhere {
        event.prevent_default();
        button.focus().ok()?;
    }
    Some(())
}

fn share_quote() -> Option<()> {
    let quote = OFFERED.take()?;
    page::find::<HtmlElement>("#share-quote")?.hide_popover().ok()?;
    dialog::show_quote(&quote)
}

/// Adds a listener to the document. The scripts of the page added their listeners earlier, so those listeners run
/// first.
fn listen(name: &'static str, react: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), name, options, move |event| react(event)).forget();
}
