//! Checks the built styles, the inline scripts and `embed.js` for features that browsers of 2020 lack. Each such
//! feature has a fallback, or `tests/older/kept.mjs` says why it needs none. The data about browsers comes from MDN.

use crate::valid::check;
use std::process::Command;
use tests::{npm, written};

#[test]
fn every_feature_newer_than_2020_has_a_fallback() {
    let folder = npm::folder("older").unwrap_or_else(|error| panic!("{error:#}"));
    check(Command::new("node").arg("check.mjs").arg(written::dist()).current_dir(folder));
}
