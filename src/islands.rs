//! What moves. Each island is rendered natively into the page and hydrated in place by the browser.
//!
//! An island holds what moves and little else: prose stays in the page, outside, and an island that needs figures reads
//! them from the page's own tables. So the WASM holds neither, and a changed sentence needs no new WASM. Islands
//! read and write the shared [`crate::view::ViewState`] and never the address. Controls are native elements, so that
//! they work before the WASM is there.

pub mod elements;
pub mod numbers;
pub mod role_mark;
pub mod shift;
pub mod tally;
pub mod timeline;
pub mod voices;
pub mod votes;

use std::cell::Cell;
use yew::prelude::*;

thread_local! {
    static AT_WORK: Cell<&'static str> = const { Cell::new("") };
}

/// Notes whose work is being done, so that it is known who is to blame if it goes wrong: an island by its name, or with an
/// empty one the app itself.
pub fn note_work(island: &'static str) {
    AT_WORK.set(island);
}

/// Whose work is being done, or was done last.
pub fn at_work() -> &'static str {
    AT_WORK.get()
}

/// Says that an island is alive: its first effect runs once the browser has taken over its markup. Every rendering is its work.
#[hook]
pub fn use_live(island: &'static str, on_live: &Callback<()>) {
    note_work(island);
    let on_live = on_live.clone();
    use_effect_with((), move |()| on_live.emit(()));
}
