//! The conditions of a test run. A condition is a setting of the browser or the network that many readers have and the
//! default run lacks. The environment variable `EXPLAINER_CONDITIONS` sets the conditions for all tests.

use crate::engine::Family;
use anyhow::{Context, Result};
use std::{env, time::Duration};
use story::Edition;

/// The variable that lists the conditions, separated by commas.
const VARIABLE: &str = "EXPLAINER_CONDITIONS";

/// The conditions of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions {
    /// Whether motion is on, as it is for most readers.
    pub(crate) motion: bool,
    /// Whether text has twice its default size.
    pub(crate) large_text: bool,
    /// Whether the pointer is coarse, like a finger.
    pub(crate) coarse_pointer: bool,
    /// The delay of each answer for a `.wasm` file.
    pub(crate) late: Option<Duration>,
}

impl Conditions {
    /// Returns the conditions that `EXPLAINER_CONDITIONS` lists. The variable can list `motion`, `large-text`,
    /// `coarse-pointer` and `late-SECONDS`.
    ///
    /// # Errors
    /// Fails if the variable lists anything else.
    pub(crate) fn chosen() -> Result<Self> {
        let names = env::var(VARIABLE).unwrap_or_default();
        Self::read(&names)
            .with_context(|| format!("{VARIABLE} is {names}; it lists motion, large-text, coarse-pointer and late-SECONDS with commas"))
    }

    fn read(names: &str) -> Option<Self> {
        let mut conditions = Self::default();
        for name in names.split(',').filter(|name| !name.is_empty()) {
            match name {
                "motion" => conditions.motion = true,
                "large-text" => conditions.large_text = true,
                "coarse-pointer" => conditions.coarse_pointer = true,
                _ => conditions.late = Some(Duration::from_secs(name.strip_prefix("late-")?.parse().ok()?)),
            }
        }
        Some(conditions)
    }
}

/// Returns whether text has twice its default size in this run.
pub fn text_is_large() -> bool {
    Conditions::chosen().is_ok_and(|conditions| conditions.large_text)
}

/// Returns the reason to ignore a test whose result depends on the room that text takes. Returns `None` if text has its
/// default size in this run.
pub fn large_text(_: Family, _: &Edition) -> Option<&'static str> {
    text_is_large().then_some("it is about text of the default size")
}

/// Returns whether motion is on in this run.
pub fn motion_is_on() -> bool {
    Conditions::chosen().is_ok_and(|conditions| conditions.motion)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &str, expected: Option<Conditions>) {
        assert_eq!(Conditions::read(names), expected, "{names:?}");
    }

    #[test]
    fn conditions_are_read_from_their_names() {
        check("", Some(Conditions::default()));
        check("motion,late-2", Some(Conditions { motion: true, late: Some(Duration::from_secs(2)), ..Conditions::default() }));
        check("coarse-pointer,large-text", Some(Conditions { coarse_pointer: true, large_text: true, ..Conditions::default() }));
        check("late-", None);
        check("slow", None);
    }
}
