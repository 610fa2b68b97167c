//! For any message and any address, the script of embeds throws no error, changes nothing, and sends only heights.
//! QuickJS runs the script itself, in a simulated page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rquickjs::{CatchResultExt, Context, Function, Runtime};

const PAGE: &str = include_str!("message/page.js");
const SCRIPT: &str = include_str!("../../crates/site/src/scripts/height.js");

fuzz_target!(|input: &str| {
    // The input has the address from its question mark on, a line break, and the message.
    let (address, message) = input.split_once('\n').unwrap_or(("?childId=p-1#?secret=Ab3", input));
    let runtime = Runtime::new().expect("an engine");
    // A loop that allocates memory without end fails.
    runtime.set_memory_limit(64 << 20);
    let context = Context::full(&runtime).expect("a context");
    context.with(|js| {
        let page: Function<'_> = js.eval(PAGE).catch(&js).expect("the page");
        let wrong: String = page.call((SCRIPT, address, message)).catch(&js).unwrap_or_else(|error| panic!("{error}"));
        assert!(wrong.is_empty(), "{wrong}");
    });
});
