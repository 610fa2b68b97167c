//! The page for everybody, in every state of every kind of page: what axe-core finds, what screen readers are told, how far
//! the keyboard alone leads, and whether larger and wider text still fits.

pub(crate) mod axe;
mod keyboard;
pub(crate) mod room;
mod states;
mod tree;
mod walk;

use tests::suite::Test;

pub(crate) const TESTS: &[Test] = keyboard::TESTS;
pub(crate) const BY_DEVTOOLS: &[&[Test]] = &[walk::MOTION, tree::TESTS];
pub(crate) const OF_WIDTHS: &[Test] = walk::TESTS;
