//! Checks that for any content the loader returns a story or a list of problems. Each problem has a file and a remedy.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/story/tests/real/mod.rs"]
mod real;

fuzz_target!(|input: &[u8]| real::input::check(&real::input::files(input)));
