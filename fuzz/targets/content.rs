//! Checks that the loader never panics, whatever the content. Each problem that it reports must have a file, a
//! description and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/story/tests/real/mod.rs"]
mod real;

fuzz_target!(|input: &[u8]| real::input::check(&real::input::files(input)));
