//! The staircases of Japan's role: the step of each year, in Geneva and in New York.

use std::ops::RangeInclusive;
use story::{Edition, Resolution};
use vocabulary::{City, Role};

/// Returns the roles that have a step of their own, from the highest step to the lowest.
pub(crate) fn steps() -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(|role| *role != Role::Unknown)
}

/// Returns the height of a role in steps. A role that is not known is drawn as an outline of the middle step.
pub(crate) fn height(role: Role) -> u8 {
    match role {
        Role::CoSubmitter => 3,
        Role::CoSponsor | Role::Unknown => 2,
        Role::ConsensusOnly => 1,
    }
}

/// The staircase of one city.
pub(crate) struct Flight {
    pub(crate) years: Vec<i16>,
    /// Japan's role in each of `years`. The role is `None` in a year without a text.
    pub(crate) roles: Vec<Option<Role>>,
    /// The index of the year of the decision. It is `None` for New York, because the decision was about Geneva.
    pub(crate) decided: Option<usize>,
}

impl Flight {
    /// Returns the staircase of `city`.
    pub(crate) fn of(edition: &Edition, city: City) -> Self {
        let years: Vec<i16> = edition.shift.years.iter().map(|year| year.year).collect();
        let roles = years.iter().map(|year| text_of(edition, *year, city).map(|text| text.japan)).collect();
        let decided = years.iter().position(|year| *year == edition.decision.year).filter(|_| city == City::Geneva);
        Self { years, roles, decided }
    }

    /// Returns the longest run of consecutive years in which Japan co-submitted the text, as indices of `years`. Of
    /// equally long runs, returns the last. Returns `None` if Japan never co-submitted the text.
    pub(crate) fn longest_run(&self) -> Option<RangeInclusive<usize>> {
        longest_run(&self.roles)
    }
}

/// Returns the text that was adopted in `year` in `city`. Returns `None` if there was none.
pub(crate) fn text_of(edition: &Edition, year: i16, city: City) -> Option<&Resolution> {
    edition.resolutions.iter().find(|text| text.adopted_on.year == year && text.body.city() == city)
}

fn longest_run(roles: &[Option<Role>]) -> Option<RangeInclusive<usize>> {
    let is_author = |column: usize| roles.get(column).copied().flatten() == Some(Role::CoSubmitter);
    (0..roles.len())
        .filter(|start| is_author(*start) && (*start == 0 || !is_author(start - 1)))
        .map(|start| start..=(start..roles.len()).take_while(|column| is_author(*column)).last().unwrap_or(start))
        .max_by_key(|run| run.end() - run.start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_of_years_as_co_submitter_is_found() {
        let roles = |letters: &str| -> Vec<Option<Role>> {
            letters
                .chars()
                .map(|letter| match letter {
                    'a' => Some(Role::CoSubmitter),
                    's' => Some(Role::CoSponsor),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(longest_run(&roles("s aa aaas")), Some(5..=7));
        assert_eq!(longest_run(&roles("a")), Some(0..=0));
        assert_eq!(longest_run(&roles("s s")), None);
    }
}
