//! Checks that each feature in the built styles and scripts that browsers of 2020 lack has a fallback, or is in
//! `tests/older/kept.mjs` with a reason. The data about browsers comes from MDN.

use crate::valid::check;
use std::process::Command;
use tests::{npm, written};

#[test]
fn every_feature_newer_than_2020_has_a_fallback() {
    let folder = npm::folder("older").unwrap_or_else(|error| panic!("{error:#}"));
    check(Command::new("node").arg("check.mjs").arg(written::dist()).current_dir(folder));
}
