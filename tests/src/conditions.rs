//! What a reader's browser is like where it differs from the quickest one to test in: a variable of the environment puts a whole run of
//! the tests under these conditions.

use anyhow::{Context, Result};
use std::{env, time::Duration};

/// The variable that lists them, with commas.
const VARIABLE: &str = "EXPLAINER_CONDITIONS";

/// The conditions of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions {
    /// Motion is on, as most readers have it.
    pub(crate) motion: bool,
    /// Text has twice its size.
    pub(crate) large_text: bool,
    /// The pointer is a finger.
    pub(crate) coarse_pointer: bool,
    /// How long a program takes that the page loads.
    pub(crate) late: Option<Duration>,
}

impl Conditions {
    /// The conditions that `EXPLAINER_CONDITIONS` lists: `motion`, `large-text`, `coarse-pointer`, and `late-2` for two seconds.
    ///
    /// # Errors
    /// If there is none of such a name.
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
