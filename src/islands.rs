//! The islands: the interactive components of the page. `crates/site` renders each island natively into the page. In
//! the browser, the app hydrates this markup.
//!
//! An island contains only the interactive part. The page around the island has the prose, and the app reads the data
//! of the islands from the page. So the WASM contains neither the prose nor the data, and a changed sentence needs no
//! new WASM. Islands read and change the shared [`crate::store::Store`]. They never change the address.

pub mod result_count;
pub mod role_mark;
pub mod shift;
pub mod statements;
pub mod timeline;
pub mod votes;

use crate::store::Store;
use yew::prelude::*;

/// The properties that all islands have.
#[derive(Clone, Default, PartialEq)]
pub struct Shared {
    /// The store that all islands share.
    pub store: Store,
    /// The callback that the island calls once, after its first rendering in the browser.
    pub on_live: Callback<()>,
}

/// Calls `on_live` after the first rendering in the browser. Yew runs the first effect of a component at that time.
#[hook]
fn use_live(shared: &Shared) {
    let on_live = shared.on_live.clone();
    use_effect_with((), move |()| on_live.emit(()));
}
