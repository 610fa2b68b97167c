//! The islands: the interactive components of the page. Each is rendered natively into the page, and hydrated there by the browser.
//!
//! An island contains only the interactive part. Prose stays in the page around it, and islands read figures from the tables of the
//! page. So the WASM contains neither, and a changed sentence needs no new WASM. Islands read and change the shared
//! [`crate::store::Store`], and never the address. Their controls are native elements, so that they work before the WASM is loaded.

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
    /// The callback that is called once, after the island is hydrated.
    pub on_live: Callback<()>,
}

/// Calls `on_live` after the island is hydrated. Yew runs the first effect of a component at that time.
#[hook]
fn use_live(shared: &Shared) {
    let on_live = shared.on_live.clone();
    use_effect_with((), move |()| on_live.emit(()));
}
