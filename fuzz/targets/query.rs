//! Checks that any query can be parsed into a view state. The state must stay the same if it is written as a query and
//! parsed again.
#![no_main]

use explainer::view::{ViewState, parameters};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    let view = ViewState::parse(query);
    let written = view.serialise(query);
    assert_eq!(ViewState::parse(&written), view, "{query:?} and its written form {written:?} give different states");
    assert_eq!(view.serialise(&written), written, "{query:?} is written differently the second time");
    assert!(parameters(&view.serialise("")).count() <= written.split('&').count());
});
