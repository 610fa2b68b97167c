//! Whatever stands in an address is read, and what is written of it is read as the same again.
#![no_main]

use explainer::view::{ViewState, parameters};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    let view = ViewState::parse(query);
    let written = view.serialise(query);
    assert_eq!(ViewState::parse(&written), view, "{query:?} is read as something else than {written:?}");
    assert_eq!(view.serialise(&written), written, "{query:?} is not written the same twice");
    assert!(parameters(&view.serialise("")).count() <= written.split('&').count());
});
