//! Whatever an editor saves, it is read or there are problems, each with its place and a way to mend it.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/story/tests/real/mod.rs"]
mod real;

fuzz_target!(|input: &[u8]| real::input::check(&real::input::files(input)));
