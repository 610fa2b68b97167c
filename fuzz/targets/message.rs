//! Checks the script of embeds with any message and any address. QuickJS runs the script in a simulated page without
//! content. There, the script must throw no error, change nothing but the theme, and send only valid messages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rquickjs::{CatchResultExt, Context, Function, Runtime};

const PAGE: &str = include_str!("message/page.js");
const SCRIPT: &str = include_str!("../../crates/site/src/scripts/height.js");

fuzz_target!(|input: &str| {
    // The first line of the input is the query and the fragment of the address. The other lines are the message. An
    // input of one line is a message for a fixed address.
    let (address, message) = input.split_once('\n').unwrap_or(("?childId=p-1#?secret=Ab3", input));
    let runtime = Runtime::new().expect("an engine");
    // With this limit, an endless loop that allocates memory fails.
    runtime.set_memory_limit(64 << 20);
    let context = Context::full(&runtime).expect("a context");
    context.with(|js| {
        let page: Function<'_> = js.eval(PAGE).catch(&js).expect("the page");
        let mistake: String = page.call((SCRIPT, address, message)).catch(&js).unwrap_or_else(|error| panic!("{error}"));
        assert!(mistake.is_empty(), "{mistake}");
    });
});
