//! What moves. Each island is rendered natively into the page and hydrated in place by the browser.
//!
//! An island holds what moves and little else: prose stays in the page, outside, and an island that needs figures reads
//! them from the page's own tables. So the WASM holds neither, and a changed sentence needs no new WASM. Islands
//! read and change the shared [`crate::store::Store`] and never the address. Controls are native elements, so that
//! they work before the WASM is there.

pub mod result_count;
pub mod role_mark;
pub mod shift;
pub mod statements;
pub mod timeline;
pub mod votes;

use crate::store::Store;
use yew::prelude::*;

/// What every island is given: the store that all share, and whom to tell that it is alive.
#[derive(Clone, Default, PartialEq)]
pub struct Shared {
    /// The store.
    pub store: Store,
    /// Called once when the browser has taken over the island's markup.
    pub on_live: Callback<()>,
}

/// Says that an island is alive: its first effect runs once the browser has taken over its markup.
#[hook]
fn use_live(shared: &Shared) {
    let on_live = shared.on_live.clone();
    use_effect_with((), move |()| on_live.emit(()));
}
