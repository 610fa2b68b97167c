//! What moves. Each island is rendered natively into the page and hydrated in place by the browser.
//!
//! An island holds what moves and little else: prose stays in the page, outside, and an island that needs figures reads
//! them from the page's own tables. So the WASM holds neither, and a changed sentence needs no new WASM. Islands
//! read and write the shared [`crate::view::ViewState`] and never the address. Controls are native elements, so that
//! they work before the WASM is there.

pub mod elements;
pub mod numbers;
pub mod result_count;
pub mod role_mark;
pub mod shift;
pub mod statements;
pub mod timeline;
pub mod votes;

use yew::prelude::*;

/// Says that an island is alive: its first effect runs once the browser has taken over its markup.
#[hook]
pub fn use_live(on_live: &Callback<()>) {
    let on_live = on_live.clone();
    use_effect_with((), move |()| on_live.emit(()));
}
