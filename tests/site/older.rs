//! If the built styles and scripts use a feature that browsers of 2020 lack, the feature has a fallback, or
//! `tests/older/kept.mjs` says what a reader has without it. The data about browsers comes from MDN.

use crate::valid::check;
use std::process::Command;
use tests::{npm, written};

#[test]
fn every_feature_newer_than_2020_has_a_fallback() {
    let folder = npm::folder("older").unwrap_or_else(|error| panic!("{error:#}"));
    check(Command::new("node").arg("check.mjs").arg(written::dist()).current_dir(folder));
}
