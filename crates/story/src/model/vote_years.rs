//! The years in which a body voted on its resolutions, and those in which it adopted them without a vote.

use super::{Edition, Resolution};
use vocabulary::Body;

/// A recorded vote, or the years between recorded votes.
#[derive(Clone, Copy, Debug)]
pub enum VoteYears<'a> {
    /// A recorded vote.
    Voted(&'a Resolution),
    /// Resolutions in a row that were adopted without a vote, from the first year to the last.
    Unvoted {
        /// The year of the first of them.
        from: i16,
        /// The year of the last of them.
        to: i16,
    },
}

impl Edition {
    /// How the `body` adopted its resolutions, by date.
    pub fn vote_years(&self, body: Body) -> Vec<VoteYears<'_>> {
        let mut years = Vec::new();
        for resolution in self.resolutions.iter().filter(|resolution| resolution.body == body) {
            let year = resolution.adopted_on.year;
            match years.last_mut() {
                _ if resolution.tally.is_some() => years.push(VoteYears::Voted(resolution)),
                Some(VoteYears::Unvoted { to, .. }) => *to = year,
                Some(VoteYears::Voted(_)) | None => years.push(VoteYears::Unvoted { from: year, to: year }),
            }
        }
        years
    }
}
