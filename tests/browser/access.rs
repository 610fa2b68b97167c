//! Tests accessibility in every state of every kind of page: the findings of axe-core, the accessibility trees of
//! islands and dialogs, complete tasks with the keyboard alone, and the layout with larger text and wider text spacing.

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
