//! For any content, the loader returns a story or a list of problems, each with a place and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/story/tests/real/mod.rs"]
mod real;

fuzz_target!(|input: &[u8]| real::input::check(&real::input::files(input)));
