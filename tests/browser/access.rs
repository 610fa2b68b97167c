//! Tests accessibility. The tests run axe-core in many states of pages, and look for elements that do not fit, for
//! example at 400 % zoom or with wider text spacing. They compare accessibility trees with files. They also complete
//! tasks with the keyboard alone.

pub(crate) mod axe;
mod keyboard;
pub(crate) mod overflow;
mod states;
mod tree;
mod walk;

use tests::suite::Test;

pub(crate) const TESTS: &[Test] = keyboard::TESTS;
pub(crate) const BY_DEVTOOLS: &[&[Test]] = &[walk::MOTION, tree::TESTS];
pub(crate) const OF_WIDTHS: &[Test] = walk::TESTS;
